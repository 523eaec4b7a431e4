"""A workbook for Excel, written line by line in constant memory; what a cell and a sheet can hold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

CHUNK = 1 << 16  # bytes
MOST_LINES = 1_048_576  # of a sheet, Excel's limit
WIDTH = 12  # of a column, in characters
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "use_zip64": True}


class WorkbookFile:
    """A workbook in a folder for temporary files, because its end tells where its parts are; see `workbook_file`."""

    def __init__(self, folder: str) -> None:
        self._path = Path(folder) / "export.xlsx"
        self._workbook = Workbook(str(self._path), OPTIONS | {"tmpdir": folder})

    def sheet(self, name: str, header: tuple[str, ...], widths: dict[str, int]) -> Sheet:
        """A new sheet with a header; `widths` are those of columns that are not the usual one."""
        return Sheet(self._workbook, name, header, widths)

    def chunks(self) -> Iterator[bytes]:
        """The finished file."""
        self._workbook.close()
        with self._path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


@contextmanager
def workbook_file() -> Iterator[WorkbookFile]:
    """A new workbook, deleted at the end."""
    with tempfile.TemporaryDirectory(prefix="parknews-") as folder:
        yield WorkbookFile(folder)


class Sheet:
    """A table that goes on in another sheet where one is full."""

    def __init__(self, workbook: Workbook, name: str, header: tuple[str, ...], widths: dict[str, int]) -> None:
        self._workbook, self._name, self._header, self._widths = workbook, name, header, widths
        self._number = 0
        self._begin()

    def write(self, values: list[str | int]) -> None:
        """Write a line; text is never read as a formula or an address."""
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
            self._sheet.set_column(column, column, self._widths.get(name, WIDTH))
        self.write(list(self._header))
