"""Exports as a workbook for Excel."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from search.export.about import About
from search.export.row import BODY, Row, cell, clean

CHUNK = 1 << 16  # bytes
LONGEST_CELL = 32_767  # UTF-16 units, Excel's limit
MOST_LINES = 1_048_576  # of a sheet, Excel's limit
DOCUMENTS, CONTINUED, ABOUT = "documents", "continued", "export"
WIDTHS = {"id": 22, "title": 50, "region": 28, "outlet": 18, "url": 30, "path": 30, BODY: 60}
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "use_zip64": True}


def write_xlsx(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """Sheet `documents`: a line for each document; sheet `export`: what the export is about.

    A text too long for a cell goes on in the sheet `continued` (id, column, part, text). The workbook is made in a
    folder for temporary files, because its end tells where its parts are, and deleted after.
    """
    with tempfile.TemporaryDirectory(prefix="parknews-") as folder:
        path = Path(folder) / "export.xlsx"
        workbook = Workbook(str(path), OPTIONS | {"tmpdir": folder})
        sheets = {
            DOCUMENTS: _Sheet(workbook, DOCUMENTS, columns),
            CONTINUED: _Sheet(workbook, CONTINUED, ("id", "column", "part", "text")),
            ABOUT: _Sheet(workbook, ABOUT, ("name", "value")),
        }
        for row in rows:
            _write(row, columns, sheets)
        for name, value in about.as_json().items():
            listed = [about.filter_text] if name == "filters" else value if isinstance(value, list) else [value]
            sheets[ABOUT].write([name, cell(listed)])
        workbook.close()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


class _Sheet:
    """A table that goes on in another sheet where one is full."""

    def __init__(self, workbook: Workbook, name: str, header: tuple[str, ...]) -> None:
        self._workbook, self._name, self._header = workbook, name, header
        self._number = 0
        self._begin()

    def write(self, values: list[str | int]) -> None:
        if self._line == MOST_LINES:
            self._begin()
        for column, value in enumerate(values):
            if isinstance(value, int):
                self._sheet.write_number(self._line, column, value)
            elif value:
                self._sheet.write_string(self._line, column, value)
        self._line += 1

    def _begin(self) -> None:
        self._number += 1
        self._line = 0
        self._sheet: Any = self._workbook.add_worksheet(
            self._name if self._number == 1 else f"{self._name}_{self._number}"
        )
        self._sheet.freeze_panes(1, 0)
        for column, name in enumerate(self._header):
            self._sheet.set_column(column, column, WIDTHS.get(name, 12))
        self.write(list(self._header))


def _write(row: Row, columns: tuple[str, ...], sheets: dict[str, _Sheet]) -> None:
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
