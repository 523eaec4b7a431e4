"""Pages of a "traditional version" script: characters converted one by one, readings written behind some of them."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from indexer.repair.doubled import single_marks
from indexer.repair.numbering import UNKNOWN
from indexer.repair.page import PageModel, Remnants, is_damaged
from indexer.repair.readings import LETTERS
from indexer.repair.simplify import to_simplified
from indexer.repair.spots import AT_MOST, SETTLED, THOROUGHLY, LineMender, Spot
from mappings import Repair


@dataclass(frozen=True)
class Mended:
    """A damaged page, mended."""

    text: str
    repairs: tuple[Repair, ...]
    table: dict[str, str]
    spots: tuple[Spot, ...]


def mend_annotated(text: str) -> Mended | None:
    """The page in simplified characters, without readings, the shifted bytes put back; None for any other page."""
    if "(" not in text:
        return None
    tight = _WIDE_READING.sub(r"\1)", text) if " )" in text else text
    remnants = Remnants(tight)
    if not is_damaged(tight, remnants):
        return None
    tight, marks = single_marks(tight)
    with _uncollected():
        return _mend(tight, remnants, marks)


_WIDE_READING = re.compile(rf"(?<=[(?])([{LETTERS}]{{1,7}}) +\)")  # 會(huì )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: repair makes no garbage that needs it, and the tables take long to walk through."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _mend(text: str, remnants: Remnants, marks: list[Repair]) -> Mended:
    wide_marks = "，" in text or "（" in text
    page = PageModel(text, remnants)
    first = LineMender(page, remnants, wide_marks)
    lines, spots = _mended(first, text)
    if first.searched <= THOROUGHLY and any(map(_is_open, spots)):
        # What was mended surely tells more of the page's words.
        page = PageModel(text, remnants, _surely_known(lines, spots), page.doubt)
        _mend_again(LineMender(page, remnants, wide_marks, first.settled), text, lines, spots)
    repairs = (*_given_up(first.searched), *_shifted(spots), *marks, *_stripped(remnants.kinds))
    return Mended("\n".join(lines), repairs, remnants.table, tuple(spots))


def _mended(mender: LineMender, text: str) -> tuple[list[str], list[Spot]]:
    lines: list[str] = []
    spots: list[Spot] = []
    for line in text.split("\n"):
        plain, found = mender.mend(line)
        lines.append(plain)
        spots += found
    return lines, spots


def _mend_again(mender: LineMender, text: str, lines: list[str], spots: list[Spot]) -> None:
    """Mend the lines with doubtful spots once more, in their place."""
    doubtful = {spot.line for spot in spots if _is_open(spot)}
    others = [spot for spot in spots if spot.line not in doubtful]
    anew: list[Spot] = []
    for number, line in enumerate(text.split("\n")):
        if number in doubtful:
            lines[number], found = mender.mend(line)
            anew += found
        else:
            mender.keep(lines[number])
    spots[:] = sorted(others + anew, key=lambda spot: (spot.line, spot.start))


def _is_open(spot: Spot) -> bool:
    return spot.certainty is None or spot.certainty < SETTLED


def _surely_known(lines: list[str], spots: list[Spot]) -> str:
    """The mended text but for the doubtful spots."""
    parts: list[str] = []
    at = [0] * len(lines)
    for spot in filter(_is_open, spots):
        parts.append(lines[spot.line][at[spot.line] : spot.start])
        at[spot.line] = spot.end
    return "\n".join(parts + [line[start:] for line, start in zip(lines, at, strict=True)])


def _given_up(searched: int) -> list[Repair]:
    """What a page with too many shifted runs is told by: work has a bound."""
    if searched <= AT_MOST:
        return []
    note = f"{searched - AT_MOST} of {searched} damaged places left open: too many on one page"
    return [Repair(UNKNOWN, UNKNOWN, accepted=False, note=note)]


def _shifted(spots: list[Spot]) -> list[Repair]:
    return [Repair(s.before, s.after, s.certainty, s.accepted, _reading(s)) for s in spots]


def _reading(spot: Spot) -> str | None:
    """For a doubtful spot, what it most likely read."""
    return None if spot.accepted or spot.best == spot.after else f"most likely {spot.best}"


def _stripped(kinds: dict[tuple[str, str], int]) -> list[Repair]:
    """The readings taken out, each kind once with how often."""
    return [
        Repair(f"{char}({reading})", to_simplified(char), note=f"{count} times")
        for (char, reading), count in Counter(kinds).most_common()
    ]
