"""Words in context as a file for programs that compute: CSV or a workbook, one line for each occurrence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from engine.errors import UserError
from search.concordance import Line
from search.export.row import clean
from search.export.sheet import workbook_file
from search.export.tables import BOM, guarded

COLUMNS = ("left", "hit", "right", "published", "precision", "region", "where", "title", "outlet", "id", "hit_number")
BLOCK = 500  # lines sent at a time
SHEET = "concordance"
WIDTHS = {"left": 60, "right": 60, "region": 28, "title": 50, "outlet": 18, "id": 22}


@dataclass(frozen=True)
class ConcordanceFormat:
    """A format of the file: its name, its media type, and what makes the lines into bytes."""

    name: str
    media_type: str
    write: Callable[[Iterable[Line]], Iterator[bytes]]


def concordance_csv(lines: Iterable[Line]) -> Iterator[bytes]:
    """The file in pieces; cells that a spreadsheet program would take for a formula get an apostrophe in front."""
    text = io.StringIO()
    writer = csv.writer(text)
    text.write(BOM)
    writer.writerow(COLUMNS)
    for number, line in enumerate(lines, 1):
        writer.writerow([guarded(str(cell)) for cell in _cells(line)])
        if number % BLOCK == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def concordance_xlsx(lines: Iterable[Line]) -> Iterator[bytes]:
    """A workbook with one sheet, going on in further ones where it is full."""
    with workbook_file() as workbook:
        sheet = workbook.sheet(SHEET, COLUMNS, WIDTHS)
        for line in lines:
            sheet.write([cell if isinstance(cell, int) else clean(cell) for cell in _cells(line)])
        yield from workbook.chunks()


FORMATS = {
    made.name: made
    for made in (
        ConcordanceFormat("csv", "text/csv; charset=utf-8", concordance_csv),
        ConcordanceFormat(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", concordance_xlsx
        ),
    )
}


def concordance_format(name: str) -> ConcordanceFormat:
    """The format of this name. Raises UserError."""
    if name not in FORMATS:
        raise UserError("词语上下文不能导出成“%(name)s”：可以是 %(choices)s。", name=name[:30], choices=tuple(FORMATS))
    return FORMATS[name]


def _cells(line: Line) -> tuple[str | int, ...]:
    return (
        line.left,
        line.hit,
        line.right,
        line.published.isoformat() if line.published else "",
        line.published_precision or "",
        line.place or "",
        line.where,
        line.title,
        line.outlet or "",
        line.id,
        line.hit_number,
    )
