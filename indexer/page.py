"""A page as it comes in, and the value that says why one goes no further."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from mappings import strip_controls

# The longest page that is read. Longer files are nearly always dumps or binaries under a wrong name.
MAX_PAGE_BYTES = 64 * 1024 * 1024
LONGEST_HOST = 253  # characters, by the rules of the domain name system


@dataclass(frozen=True)
class Hints:
    """What the input itself says of a page (the fields of a JSONL or CSV line). Empty strings count as absent."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    crawled: str | None = None  # when the page was fetched: what 昨天 and 3小时前 are counted from

    def __post_init__(self) -> None:
        for name in ("id", "title", "published", "source", "crawled"):
            _make_printable(self, name)


@dataclass(frozen=True)
class RawPage:
    """One page: its content as bytes (a file) or text (a field of a line), and where it came from.

    `path` is what a person would look for: the file, `file#3` for its third line or record, `file.zip!/member` in an
    archive.
    `kind` is html, text, or None where the content has to tell.
    """

    content: bytes | str
    path: str
    url: str | None = None
    kind: str | None = None
    hints: Hints = field(default_factory=Hints)
    repeated: frozenset[str] = frozenset()  # lines that many pages of its site share (indexer.repeats)

    def __post_init__(self) -> None:
        _make_printable(self, "url")
        object.__setattr__(self, "path", printable_path(self.path))


@dataclass(frozen=True)
class Skipped:
    """A page that is not indexed, with a reason a person can act on."""

    path: str
    reason: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", printable_path(self.path))


Item = RawPage | Skipped  # what reading yields


def host_of(url: str | None) -> str | None:
    """The host of an address in lower case; None for what is no address."""
    try:
        host = urlsplit(url).hostname if url and "://" in url else None
    except ValueError:  # unbalanced brackets
        return None
    return host if host and len(host) <= LONGEST_HOST else None


def printable_path(path: str) -> str:
    """The path with bytes that are not UTF-8 written as escapes: such names can be neither stored nor printed."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def _make_printable(value: Hints | RawPage, name: str) -> None:
    """Lines of JSON may hold any character; control characters and lone surrogates go, empty strings become None."""
    object.__setattr__(value, name, strip_controls(getattr(value, name) or "") or None)
