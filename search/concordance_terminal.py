"""Words in context as lines for a terminal, aligned on the hit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from search.concordance import Concordance, Line
from search.concordance_view import ConcordanceView
from search.terminal import DIM, MARK, PLAIN

DATE_CELLS = 10  # 2023-09-05
CELLS = 2  # a Chinese character takes two cells of a terminal
_DATE_LENGTHS = {"year": 4, "month": 7}  # characters of an ISO date that are known


def concordance_as_lines(found: Concordance, view: ConcordanceView, *, colour: bool) -> Iterator[str]:
    """The counts, then a line for each occurrence with date, place and id. Without colour, hits stand in 【】."""
    counts = f"共 {found.occurrences:,} 处，出现在 {found.documents:,} 篇文档里"
    yield f"{counts}（第 {found.page:,}/{found.pages:,} 页）"
    yield from found.notes
    for line in found.lines:
        yield _line(line, view.width * CELLS, colour)


def _line(line: Line, cells: int, colour: bool) -> str:
    left, right = _end(line.left, cells), _beginning(line.right, cells)
    hit = f"{MARK}{line.hit}{PLAIN}" if colour else f"【{line.hit}】"
    about = f"{_date(line):{DATE_CELLS}}  {(line.place or '地区未知').rpartition('/')[2]}  {line.id}"
    return f"{left}{hit}{right}  {DIM}{about}{PLAIN}" if colour else f"{left}{hit}{right}  {about}"


def _date(line: Line) -> str:
    if line.published is None:
        return ""
    return line.published.isoformat()[: _DATE_LENGTHS.get(line.published_precision or "", DATE_CELLS)]


def _end(text: str, cells: int) -> str:
    """The end of a text, filled on the left to so many cells."""
    return " " * (cells - _cells(text)) + text


def _beginning(text: str, cells: int) -> str:
    return text + " " * (cells - _cells(text))


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
