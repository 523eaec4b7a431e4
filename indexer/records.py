"""Lines of JSON, JSON files and CSV tables -> pages, one for each record."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from io import BufferedIOBase
from typing import Any

from indexer.decode import NotText, decode
from indexer.page import MAX_PAGE_BYTES, Hints, Item, RawPage, Skipped

MAX_LINE_BYTES = MAX_PAGE_BYTES

# Field names of the inputs, ours first, then those that scrapers write.
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


def json_lines(stream: BufferedIOBase, where: str) -> Iterator[Item]:
    """The pages of a stream of lines of JSON; `where` names it, `where#3` its third line."""
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


def json_file(data: bytes, where: str) -> Iterator[Item]:
    """The pages of a JSON file: one object, or a list of objects."""
    try:
        value = json.loads(decode(data).text)
    except (ValueError, RecursionError) as error:
        yield Skipped(where, f"not JSON: {error}")
        return
    if isinstance(value, list):
        yield from (_record(record, f"{where}#{n}") for n, record in enumerate(value, 1))
    else:
        yield _record(value, where)


def csv_file(data: bytes, where: str) -> Iterator[Item]:
    """The pages of a CSV table, whose first line names the columns."""
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
