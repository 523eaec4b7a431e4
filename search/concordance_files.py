"""Words in context as a file for programs that compute: CSV, one line for each occurrence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from search.concordance import Line
from search.export.tables import BOM, guarded

COLUMNS = ("left", "hit", "right", "published", "precision", "region", "where", "title", "outlet", "id", "hit_number")
BLOCK = 500  # lines sent at a time


def concordance_csv(lines: Iterable[Line]) -> Iterator[bytes]:
    """The file in pieces; cells that a spreadsheet program would take for a formula get an apostrophe in front."""
    text = io.StringIO()
    writer = csv.writer(text)
    text.write(BOM)
    writer.writerow(COLUMNS)
    for number, line in enumerate(lines, 1):
        writer.writerow([guarded(cell) for cell in _cells(line)])
        if number % BLOCK == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _cells(line: Line) -> tuple[str, ...]:
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
        str(line.hit_number),
    )
