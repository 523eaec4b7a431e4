"""Folder, file, archive, table -> pages. What cannot be read comes out as Skipped, never as an exception."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from engine.errors import UserError
from indexer.decode import NotText, decode
from indexer.page import MAX_PAGE_BYTES, Hints, RawPage, Skipped, printable_path

HTML = (".html", ".htm", ".shtml", ".xhtml")
TEXT = (".txt", ".md")
LINES = (".jsonl", ".ndjson")
TABLES = (".json", ".csv", *LINES)
READABLE = (*HTML, *TEXT, *TABLES, ".zip")
EXPECTED = ".expected.json"  # beside a sample page: what it should become; not a page
# Files that come with saved pages and hold no text.
ASSETS = frozenset(
    (
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".ico", ".svg", ".webp", ".woff",
        ".woff2", ".ttf", ".eot", ".mp3", ".mp4", ".swf", ".download",
    )
)  # fmt: skip
IGNORED_NAMES = ("readme.md", "license.txt", "manifest.json")  # companions of a corpus, not pages
MAX_LINE_BYTES = MAX_PAGE_BYTES
COUNTED_BYTES = 400 * 1024 * 1024  # of line files; beyond it counting costs more than the time left is worth

# Field names of JSONL and CSV inputs, ours first, then those that scrapers write.
FIELDS = {
    "id": ("id", "_id", "编号"),
    "url": ("url", "link", "href", "链接", "网址"),
    "title": ("title", "标题"),
    "text": ("text", "content", "body", "正文", "内容"),
    "html": ("html", "raw_html"),
    "published": ("published", "date", "pubdate", "publish_time", "发布时间", "日期", "时间"),
    "source": ("source", "outlet", "来源"),
    "crawled": ("crawled", "crawl_date", "crawled_at", "fetched", "fetched_at", "抓取时间", "采集时间"),
}

Item = RawPage | Skipped
# What broken, encrypted or exotic archives make the unpackers raise.
UNZIPPING = (
    *(OSError, EOFError, RuntimeError, ValueError, NotImplementedError),
    *(zlib.error, lzma.LZMAError, struct.error, zipfile.BadZipFile),
)


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
        yield from (_in_folder(Path(root) / name) for name in sorted(files) if not _is_companion(name))
        for name in names:
            if (link := Path(root) / name).is_symlink():
                yield Skipped(str(link), "a link to a folder is not followed; give the folder itself")
    for fault in faults:
        yield Skipped(str(fault.filename), f"the folder cannot be read ({fault.strerror}); check its rights")


def _in_folder(path: Path) -> Path | Skipped:
    """A file of a folder, when it is one that can be read."""
    if _suffix(path.name) not in READABLE:
        return Skipped(str(path), f"the file type {path.suffix or 'without suffix'} is not read")
    if path.exists() and not path.is_file():  # reading a pipe would wait for ever
        return Skipped(str(path), "not a file but a pipe, socket or device")
    return path


def _is_companion(name: str) -> bool:
    lower = name.lower()
    if lower.startswith(".") or lower.endswith(EXPECTED) or lower in IGNORED_NAMES:
        return True
    return PurePosixPath(lower).suffix in ASSETS


def _suffix(name: str) -> str:
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix


def _read_file(path: Path) -> Iterator[Item]:
    """The pages of one file, whatever its type."""
    where, suffix = str(path), _suffix(path.name)
    try:
        if suffix == ".zip":
            yield from _zip(path)
        elif suffix in LINES:
            with _open(path) as stream:
                yield from _json_lines(stream, where)
        else:
            with _open(path) as stream:
                yield from _content(stream.read(MAX_PAGE_BYTES + 1), where, suffix)
    except (OSError, EOFError, zlib.error) as error:
        yield Skipped(
            where, f"cannot be read: {error.strerror if isinstance(error, OSError) and error.strerror else error}"
        )


def _open(path: Path) -> io.BufferedIOBase:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")


def _content(data: bytes, where: str, suffix: str) -> Iterator[Item]:
    """The pages in the content of a file of this suffix."""
    if len(data) > MAX_PAGE_BYTES:
        yield Skipped(where, f"longer than {MAX_PAGE_BYTES // 1024 // 1024} MB; split it, or give it as .jsonl")
        return
    readers: dict[str, Callable[[bytes, str], Iterator[Item]]] = {".json": _json, ".csv": _csv}
    if suffix in LINES:
        yield from _json_lines(io.BytesIO(data), where)
    elif suffix in readers:
        yield from readers[suffix](data, where)
    else:
        yield RawPage(data, where, kind="html" if suffix in HTML else "text")


def _json_lines(stream: io.BufferedIOBase, where: str) -> Iterator[Item]:
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        place = f"{where}#{number}"
        if len(line) > MAX_LINE_BYTES:
            yield Skipped(place, f"a line longer than {MAX_LINE_BYTES // 1024 // 1024} MB")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE_BYTES)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _record_line(line, place)


def _record_line(line: bytes, place: str) -> Item:
    try:
        return _record(json.loads(decode(line).text), place)
    except NotText as error:
        return Skipped(place, str(error))
    except (ValueError, RecursionError) as error:
        return Skipped(place, f"not a line of JSON: {error}")


def _json(data: bytes, where: str) -> Iterator[Item]:
    """A JSON file: one object, or a list of objects."""
    try:
        value = json.loads(decode(data).text)
    except (ValueError, RecursionError) as error:
        yield Skipped(where, f"not JSON: {error}")
        return
    if isinstance(value, list):
        yield from (_record(record, f"{where}#{n}") for n, record in enumerate(value, 1))
    else:
        yield _record(value, where)


def _csv(data: bytes, where: str) -> Iterator[Item]:
    try:
        text = decode(data).text
    except NotText as error:
        yield Skipped(where, str(error))
        return
    csv.field_size_limit(MAX_PAGE_BYTES)
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff").replace("\x00", ""), newline=""))
    try:
        names = {str(n).strip().lower() for n in rows.fieldnames or ()}
        if not names & {*FIELDS["text"], *FIELDS["html"]}:
            yield Skipped(
                where, "the CSV's first line must name the columns, with one of: text, html (and url, title, published)"
            )
            return
        for row in rows:
            yield _record({k: v for k, v in row.items() if isinstance(k, str)}, f"{where}#{rows.line_num}")
    except csv.Error as error:
        yield Skipped(f"{where}#{rows.line_num}", f"the CSV cannot be read from here on: {error}")


def _record(record: Any, place: str) -> Item:
    """One object of a JSONL, JSON or CSV input."""
    if not isinstance(record, dict):
        return Skipped(place, "not an object with fields such as url, title, text or html")
    by_name = {str(k).strip().lower(): v for k, v in record.items()}
    fields = {ours: next((by_name[n] for n in names if by_name.get(n)), None) for ours, names in FIELDS.items()}
    values = {k: v if isinstance(v, str) else str(v) for k, v in fields.items() if v is not None}
    content = values.get("html") or values.get("text")
    if not content:
        return Skipped(place, "no text: the line has neither text nor html")
    hints = Hints(*(values.get(name) for name in ("id", "title", "published", "source", "crawled")))
    return RawPage(content, place, values.get("url"), "html" if values.get("html") else "text", hints)


def _zip(path: Path) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    yield from _member(archive, member, str(path))
    except UNZIPPING as error:
        yield Skipped(str(path), f"the zip archive cannot be read: {error}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> Iterator[Item]:
    name = _member_name(member)
    place = f"{where}!/{printable_path(name)}"
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or name.startswith(("/", "\\")) or ":" in name[:3]:
        yield Skipped(place, "the path climbs out of the archive; rename it")
    elif not parts:
        yield Skipped(place, "a file without a name")
    elif _is_companion(parts[-1]) or "__MACOSX" in parts:
        return
    elif _suffix(name) not in READABLE or _suffix(name) == ".zip":
        yield Skipped(
            place, f"the file type {PurePosixPath(name).suffix or 'without suffix'} is not read inside an archive"
        )
    elif member.flag_bits & 1:
        yield Skipped(place, "encrypted; unpack it first")
    elif member.file_size > MAX_PAGE_BYTES:
        yield Skipped(place, f"longer than {MAX_PAGE_BYTES // 1024 // 1024} MB")
    else:
        try:
            data = archive.read(member)
            if name.lower().endswith(".gz"):
                with gzip.open(io.BytesIO(data)) as stream:
                    data = stream.read(MAX_PAGE_BYTES + 1)
        except UNZIPPING as error:
            yield Skipped(place, f"cannot be unpacked: {error}")
        else:
            yield from _content(data, place, _suffix(name))


def _member_name(member: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag are CP437 to zipfile; Chinese archives mean GB18030."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def count_pages(paths: Iterable[Path]) -> int | None:
    """About how many pages `read_paths` will yield, for the progress bar; None where counting would take long."""
    total = counted = 0
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            if isinstance(file, Skipped) or _suffix(file.name) not in (".zip", *LINES):
                total += 1
                continue
            try:
                counted += file.stat().st_size
                if counted > COUNTED_BYTES:
                    return None
                total += _count_inside(file)
            except UNZIPPING:
                total += 1
    return total


def _count_inside(file: Path) -> int:
    if _suffix(file.name) == ".zip":
        with zipfile.ZipFile(file) as archive:
            return sum(not member.is_dir() for member in archive.infolist())
    with _open(file) as stream:
        return sum(1 for line in stream if line.strip())
