"""What was mended in a damaged document: spots where bytes were lost, readings that were taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webui.marks import LOST, Mark

UNKNOWN = "⟨?⟩"  # stands in the text for what cannot be known
SURE = 4.0  # from this distance on between the best and the second reading a repair is right nearly always
_TIMES = re.compile(r"(\d+) times")
_LIKELY = re.compile(r"most likely (.+)")


@dataclass(frozen=True)
class Spot:
    """A mended spot. `certainty` is the distance between the best and the second reading, None where not measured."""

    before: str
    after: str
    certainty: float | None
    accepted: bool
    likely: str  # the best reading of a spot that was left open
    note: str
    name: str  # the id of its row
    times: int = 1
    mark: str = ""  # the id of the element in the text that stands for what was lost

    @property
    def sure(self) -> bool:
        """Whether it is right nearly always."""
        return self.accepted and self.certainty is not None and self.certainty >= SURE


@dataclass(frozen=True)
class Sign:
    """A character that stood in another form all over the page, and how often: 區(qū), 区, 29."""

    before: str
    after: str
    times: int


def mended(repairs: Sequence[Mapping[str, Any]]) -> tuple[list[Spot], list[Sign]]:
    """The repairs: single spots, the same ones together, those left open first; and characters."""
    spots: dict[tuple[Any, ...], Spot] = {}
    signs: list[Sign] = []
    for number, repair in enumerate(repairs):
        spot = _spot(repair, f"repair-{number}")
        if (times := _TIMES.fullmatch(spot.note)) and spot.accepted:
            signs.append(Sign(spot.before, spot.after, int(times[1])))
            continue
        key = (spot.before, spot.after, spot.accepted, spot.likely) if spot.accepted else (number,)
        same = spots.get(key)
        spots[key] = Spot(**{**vars(same), "times": same.times + 1}) if same else spot
    return sorted(spots.values(), key=lambda spot: spot.accepted), signs


def lost(text: str, spots: Sequence[Spot]) -> list[Mark]:
    """The places of a text where the truth is not known, each named after the repair that was left open."""
    marks = {match.start(): Mark(match.start(), match.end(), LOST) for match in re.finditer(re.escape(UNKNOWN), text)}
    at = 0
    for spot in spots:
        inside = spot.after.find(UNKNOWN)
        found = text.find(spot.after, at) if inside >= 0 and not spot.accepted else -1
        if found >= 0:
            start = found + inside
            marks[start] = Mark(start, start + len(UNKNOWN), LOST, spot.name)
            at = start + len(UNKNOWN)
    return list(marks.values())


def _spot(repair: Mapping[str, Any], name: str) -> Spot:
    note = str(repair.get("note") or "")
    likely = _LIKELY.fullmatch(note)
    return Spot(
        before=str(repair.get("before") or ""),
        after=str(repair.get("after") or ""),
        certainty=repair.get("certainty"),
        accepted=bool(repair.get("accepted", True)),
        likely=likely[1] if likely else "",
        note="" if likely else note,
        name=name,
    )
