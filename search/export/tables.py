"""Exports for programs that compute: CSV and JSONL."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from search.export.about import About
from search.export.row import Row, cell, clean

BOM = "\ufeff"  # without it, Excel takes the file for one in the system's own encoding
# A cell that starts like a formula is one to a spreadsheet program; some take the full-width signs, too. Apostrophes
# before are counted in, so that taking one away always gives the text back.
_LIKE_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
GUARD = "'"


def write_csv(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """A line for each document. What the export is about stands in the last columns of every line.

    So files of several searches can be put together, and each line still tells where it is from.
    """
    of_export = {
        "export_query": guarded(clean(about.question.query)),
        "export_filters": guarded(about.filter_text),
        "export_date": about.created_at.isoformat(timespec="seconds"),
        "export_index": about.index,
        "export_documents": str(about.documents),
    }
    yield (BOM + _line([*columns, *of_export])).encode()
    for row in rows:
        yield _line([*(guarded(cell(row[name])) for name in columns), *of_export.values()]).encode()


def write_jsonl(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """A JSON object on each line; the first has only `export`: what the export is about."""
    yield _json_line({"export": about.as_json()})
    for row in rows:
        yield _json_line({name: row[name] for name in columns})


def guarded(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula: with an apostrophe in front where it looks like one."""
    return GUARD + text if _LIKE_FORMULA.match(text) else text


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _json_line(value: Row) -> bytes:
    return (clean(json.dumps(value, ensure_ascii=False)) + "\n").encode()
