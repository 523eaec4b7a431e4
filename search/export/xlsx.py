"""Exports as a workbook for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.export.about import About
from search.export.row import BODY, Row, cell, clean
from search.export.sheet import Sheet, workbook_file

LONGEST_CELL = 32_767  # UTF-16 units, Excel's limit
DOCUMENTS, CONTINUED, ABOUT = "documents", "continued", "export"
WIDTHS = {"id": 22, "title": 50, "region": 28, "outlet": 18, "url": 30, "path": 30, BODY: 60}


def write_xlsx(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """Sheet `documents`: a line for each document; sheet `export`: what the export is about.

    A text too long for a cell goes on in the sheet `continued` (id, column, part, text).
    """
    with workbook_file() as workbook:
        sheets = {
            DOCUMENTS: workbook.sheet(DOCUMENTS, columns, WIDTHS),
            CONTINUED: workbook.sheet(CONTINUED, ("id", "column", "part", "text"), WIDTHS),
            ABOUT: workbook.sheet(ABOUT, ("name", "value"), WIDTHS),
        }
        for row in rows:
            _write(row, columns, sheets)
        for name, value in about.as_json().items():
            listed = [about.filter_text] if name == "filters" else value if isinstance(value, list) else [value]
            sheets[ABOUT].write([name, cell(listed)])
        yield from workbook.chunks()


def _write(row: Row, columns: tuple[str, ...], sheets: dict[str, Sheet]) -> None:
    values: list[str | int] = []
    for name in columns:
        value = row[name]
        if isinstance(value, int):
            values.append(value)
            continue
        first, *rest = _pieces(cell(value))
        values.append(first)
        for part, piece in enumerate(rest, 2):
            sheets[CONTINUED].write([clean(row["id"]), name, part, piece])
    sheets[DOCUMENTS].write(values)


def _pieces(text: str) -> list[str]:
    """The text in pieces that a cell can hold; at least one."""
    if 2 * len(text) <= LONGEST_CELL:
        return [text]
    units = text.encode("utf-16-le")
    pieces, start = [], 0
    while start < len(units):
        end = start + 2 * LONGEST_CELL
        if end < len(units) and 0xDC <= units[end + 1] <= 0xDF:  # it would part the two halves of a character
            end -= 2
        pieces.append(units[start:end].decode("utf-16-le"))
        start = end
    return pieces
