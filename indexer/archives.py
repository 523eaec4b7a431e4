"""Members of zip archives, each as a stream; what cannot be unpacked comes out as Skipped."""

from __future__ import annotations

import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BufferedIOBase, BufferedReader
from pathlib import Path, PurePosixPath
from typing import cast

from indexer.filetypes import CRAWLED, PACKED, READABLE, is_companion, suffix_of
from indexer.page import Item, Skipped, printable_path

# What broken, encrypted or exotic archives make the unpackers raise.
UNZIPPING = (
    *(OSError, EOFError, RuntimeError, ValueError, NotImplementedError),
    *(zlib.error, lzma.LZMAError, struct.error, zipfile.BadZipFile),
)
GZIP = b"\x1f\x8b"  # pages are saved as a server packed them
Reader = Callable[[BufferedIOBase, str, str], Iterator[Item]]  # a stream, its place, its suffix


def zip_pages(path: Path, read: Reader) -> Iterator[Item]:
    """The pages of an archive, its members read by `read`. Of a WACZ file only the crawl itself: its lists of pages
    and indexes name the same pages again."""
    crawled_only = suffix_of(path.name) == ".wacz"
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                name = _name(member)
                if not member.is_dir() and not (crawled_only and suffix_of(name) != CRAWLED):
                    yield from _member(archive, member, f"{path}!/{printable_path(name)}", read)
    except UNZIPPING as error:
        yield Skipped(str(path), f"the zip archive cannot be read: {error}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, read: Reader) -> Iterator[Item]:
    name = _name(member)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    suffix = suffix_of(name)
    if ".." in parts or name.startswith(("/", "\\")) or ":" in name[:3]:
        yield Skipped(place, "the path climbs out of the archive; rename it")
    elif not parts:
        yield Skipped(place, "a file without a name")
    elif is_companion(parts[-1]) or "__MACOSX" in parts:
        return
    elif suffix not in READABLE or suffix in PACKED:
        yield Skipped(
            place, f"the file type {PurePosixPath(name).suffix or 'without suffix'} is not read inside an archive"
        )
    elif member.flag_bits & 1:
        yield Skipped(place, "encrypted; unpack it first")
    else:
        try:
            with archive.open(member) as stream:
                yield from read(unpacked(cast(BufferedIOBase, stream), name), place, suffix)
        except UNZIPPING as error:
            yield Skipped(place, f"cannot be unpacked: {error}")


def unpacked(stream: BufferedIOBase, name: str) -> BufferedIOBase:
    """The content of a file: what stands in it, or in the gzip file that it is, by its name or, as saved, by itself."""
    begins = stream.peek(2)[:2] if isinstance(stream, BufferedReader) else b""
    return gzip.GzipFile(fileobj=stream) if name.lower().endswith(".gz") or begins == GZIP else stream


def count_members(path: Path) -> int:
    """How many files an archive holds. Raises one of `UNZIPPING` when it cannot be read."""
    with zipfile.ZipFile(path) as archive:
        return sum(not member.is_dir() for member in archive.infolist())


def _name(member: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag are CP437 to zipfile; Chinese archives mean GB18030."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
