"""Folder, file, archive, table -> pages. What cannot be read comes out as Skipped, never as an exception."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from pathlib import Path

from engine.errors import UserError
from indexer.archives import UNZIPPING, count_members, unpacked, zip_pages
from indexer.filetypes import CRAWLED, HTML, LINES, PACKED, READABLE, SAVED, is_companion, suffix_of
from indexer.page import MAX_PAGE_BYTES, Item, RawPage, Skipped, printable_path
from indexer.records import csv_file, json_file, json_lines
from indexer.webarchive import mhtml_page, warc_pages

COUNTED_BYTES = 400 * 1024 * 1024  # of line files; beyond it counting costs more than the time left is worth


def read_paths(paths: Iterable[Path], without: Iterable[Path] = ()) -> Iterator[Item]:
    """Yield every page under the given files and folders, folders in name order, each file once; never `without`.

    Raises UserError when a given path does not exist. Paths in the output are as given, so that they can be opened.
    """
    seen = {Path(os.path.realpath(path)) for path in without}
    roots = list(paths)
    check_paths(roots)
    for path in roots:
        for item in _walk(path) if path.is_dir() else (path,):
            if isinstance(item, Skipped):
                yield item
            elif (real := Path(os.path.realpath(item))) not in seen:
                seen.add(real)
                yield from _read_file(item)


def check_paths(paths: Iterable[Path]) -> None:
    """Raise UserError when one of the given files and folders does not exist."""
    for path in paths:
        try:
            path.stat()
        except OSError as error:
            reason = "没有这个文件或文件夹" if isinstance(error, FileNotFoundError) else f"无法访问（{error.strerror}）"
            raise UserError(f"{reason}：{printable_path(str(path))}。请检查路径。") from error


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    faults: list[OSError] = []
    for root, names, files in os.walk(folder, onerror=faults.append):
        names[:] = sorted(n for n in names if not n.startswith("."))
        for fault in faults:
            yield Skipped(str(fault.filename), f"the folder cannot be read ({fault.strerror}); check its rights")
        faults.clear()
        yield from (_in_folder(Path(root) / name) for name in sorted(files) if not is_companion(name))
        for name in names:
            if (link := Path(root) / name).is_symlink():
                yield Skipped(str(link), "a link to a folder is not followed; give the folder itself")
    for fault in faults:
        yield Skipped(str(fault.filename), f"the folder cannot be read ({fault.strerror}); check its rights")


def _in_folder(path: Path) -> Path | Skipped:
    """A file of a folder, when it is one that can be read."""
    if suffix_of(path.name) not in READABLE:
        return Skipped(str(path), f"the file type {path.suffix or 'without suffix'} is not read")
    if path.exists() and not path.is_file():  # reading a pipe would wait for ever
        return Skipped(str(path), "not a file but a pipe, socket or device")
    return path


def _read_file(path: Path) -> Iterator[Item]:
    """The pages of one file, whatever its type."""
    where, suffix = str(path), suffix_of(path.name)
    if suffix in PACKED:
        yield from zip_pages(path, _pages)
        return
    try:
        with path.open("rb") as stream:
            yield from _pages(unpacked(stream, path.name), where, suffix)
    except (OSError, EOFError, zlib.error) as error:
        yield Skipped(
            where, f"cannot be read: {error.strerror if isinstance(error, OSError) and error.strerror else error}"
        )


def _pages(stream: BufferedIOBase, where: str, suffix: str) -> Iterator[Item]:
    """The pages in the content of a file of this suffix; files of many pages are read as they come."""
    if suffix in LINES:
        yield from json_lines(stream, where)
    elif suffix == CRAWLED:
        yield from warc_pages(stream, where)
    else:
        yield from _whole(stream.read(MAX_PAGE_BYTES + 1), where, suffix)


def _whole(data: bytes, where: str, suffix: str) -> Iterator[Item]:
    if len(data) > MAX_PAGE_BYTES:
        yield Skipped(where, f"longer than {MAX_PAGE_BYTES // 1024 // 1024} MB; split it, or give it as .jsonl")
    elif suffix == ".json":
        yield from json_file(data, where)
    elif suffix == ".csv":
        yield from csv_file(data, where)
    elif suffix in SAVED:
        yield mhtml_page(data, where)
    else:
        yield RawPage(data, where, kind="html" if suffix in HTML else "text")


def count_pages(paths: Iterable[Path]) -> int | None:
    """About how many pages `read_paths` will yield, for the progress bar; None where counting would take long."""
    total = counted = 0
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            if isinstance(file, Skipped) or suffix_of(file.name) not in _OF_MANY:
                total += 1
                continue
            try:
                counted += file.stat().st_size
                if counted > COUNTED_BYTES or suffix_of(file.name) in _UNCOUNTED:
                    return None
                total += _count_inside(file)
            except UNZIPPING:
                total += 1
    return total


_UNCOUNTED = (CRAWLED, ".wacz")  # most of what a crawl saved is no page
_OF_MANY = (*PACKED, *LINES, CRAWLED)


def _count_inside(file: Path) -> int:
    if suffix_of(file.name) in PACKED:
        return count_members(file)
    with file.open("rb") as stream:
        return sum(1 for line in unpacked(stream, file.name) if line.strip())
