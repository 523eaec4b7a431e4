"""Files that a document offers and its pictures, with addresses a browser may follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from search.citation import web_address

LONGEST_SUFFIX = 5


@dataclass(frozen=True)
class Material:
    """A file or picture. `href` is None where its address is not known, or is none that a browser may follow."""

    name: str
    written: str  # the address as it stands in the page
    href: str | None

    @property
    def suffix(self) -> str:
        """The end of the file's name, as a hint of what it is: PDF."""
        for name in (self.name, _path(self.written)):
            suffix = PurePosixPath(name).suffix[1:]
            if 0 < len(suffix) <= LONGEST_SUFFIX and suffix.isalnum() and suffix.isascii():
                return suffix.upper()
        return ""


def materials(entries: Sequence[Mapping[str, Any]], name: str, address: str | None) -> list[Material]:
    """The entries of a document's attachments or images, named by one of their values; `address` is the document's."""
    return [_material(str(entry.get(name) or ""), str(entry.get("url") or ""), address) for entry in entries]


def _material(name: str, written: str, address: str | None) -> Material:
    file_name = PurePosixPath(unquote(_path(written))).name
    return Material(name.strip() or file_name, written, _href(written, address))


def _href(written: str, address: str | None) -> str | None:
    if not written.strip():
        return None
    try:
        return web_address(urljoin(web_address(address) or "", written.strip()))
    except ValueError:  # an address that cannot be taken apart
        return None


def _path(written: str) -> str:
    try:
        return urlsplit(written).path
    except ValueError:
        return ""
