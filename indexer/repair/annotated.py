"""Pages of a "traditional version" script: characters converted one by one, readings written behind some of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from indexer.repair.page import PageModel, Remnants, is_damaged
from indexer.repair.simplify import to_simplified
from indexer.repair.spots import LineMender, Spot
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
    remnants = Remnants(text)
    if not is_damaged(text, remnants):
        return None
    mender = LineMender(PageModel(text, remnants), remnants, wide_marks="，" in text or "（" in text)
    lines: list[str] = []
    spots: list[Spot] = []
    for line in text.split("\n"):
        plain, found = mender.mend(line)
        lines.append(plain)
        spots += found
    return Mended("\n".join(lines), (*_shifted(spots), *_stripped(remnants.kinds)), remnants.table, tuple(spots))


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
