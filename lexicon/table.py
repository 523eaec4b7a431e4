"""Reading the CSV tables of this folder: one reader, which names file and line of a bad row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
LIST_MARK = "|"  # separates the values of a cell that holds several


class TableError(ValueError):
    """A table is unusable. The message reads `file:line: what is wrong`."""


@dataclass(frozen=True)
class Row:
    """One row of a table: its cells by column name, and where it stands."""

    path: Path
    line: int
    cells: dict[str, str]

    def fail(self, why: str) -> TableError:
        """The error to raise for this row, naming file and line."""
        return TableError(f"{self.path.name}:{self.line}: {why}")

    def text(self, column: str) -> str:
        """The cell; raises TableError when it is empty."""
        value = self.cells[column]
        if not value:
            raise self.fail(f"column {column!r} is empty")
        return value

    def optional(self, column: str) -> str | None:
        """The cell, or None when it is empty."""
        return self.cells[column] or None

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several, separated by `|`."""
        return tuple(v.strip() for v in self.cells[column].split(LIST_MARK) if v.strip())

    def year(self, column: str) -> int | None:
        """A four-digit year, or None when the cell is empty; raises TableError otherwise."""
        value = self.cells[column]
        if not value:
            return None
        if not (value.isdecimal() and len(value) == 4):
            raise self.fail(f"column {column!r}: {value!r} is not a year of four digits")
        return int(value)


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a UTF-8 CSV (a BOM is allowed) whose header is exactly `columns`.

    Lines that start with `#` are comments. Raises TableError for a wrong header, a wrong number of cells, or text that
    is not UTF-8.
    """
    header: list[str] | None = None
    lines = _decode(path).splitlines(keepends=True)
    comment_free = [line if not line.startswith("#") else "\n" for line in lines]
    reader = csv.reader(comment_free)
    for cells in reader:
        if not any(cells):
            continue
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise TableError(f"{path.name}:{reader.line_num}: the header must be {','.join(columns)}")
            continue
        if len(cells) != len(columns):
            raise TableError(f"{path.name}:{reader.line_num}: {len(cells)} cells where {len(columns)} are expected")
        yield Row(path, reader.line_num, dict(zip(columns, (c.strip() for c in cells), strict=True)))
    if header is None:
        raise TableError(f"{path.name}:1: the table is empty; the header must be {','.join(columns)}")


def _decode(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError(f"{path.name}:{line}: not UTF-8; save the table as UTF-8") from error
