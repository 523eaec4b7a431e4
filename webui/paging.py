"""The row of page numbers under the results."""

from __future__ import annotations

AROUND = 2  # pages shown on either side of this one


def page_numbers(page: int, pages: int) -> list[int | None]:
    """First, last and the pages around this one; None stands for a gap."""
    wanted = sorted({1, pages, *range(page - AROUND, page + AROUND + 1)} & set(range(1, pages + 1)))
    row: list[int | None] = []
    for number in wanted:
        last = row[-1] if row else number - 1
        if last is not None and number - last > 1:
            row.append(number - 1 if number - last == 2 else None)
        row.append(number)
    return row
