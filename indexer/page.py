"""A page as it comes in, and the value that says why one goes no further."""

from __future__ import annotations

from dataclasses import dataclass, field

# The longest page that is read. Longer files are nearly always dumps or binaries under a wrong name.
MAX_PAGE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Hints:
    """What the input itself says of a page (the fields of a JSONL or CSV line). Empty strings count as absent."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class RawPage:
    """One page: its content as bytes (a file) or text (a field of a line), and where it came from.

    `path` is what a person would look for: the file, `file#3` for its third line, `file.zip!/member` inside an archive.
    `kind` is html, text, or None where the content has to tell.
    """

    content: bytes | str
    path: str
    url: str | None = None
    kind: str | None = None
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True)
class Skipped:
    """A page that is not indexed, with a reason a person can act on."""

    path: str
    reason: str
