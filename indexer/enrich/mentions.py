"""Every place and park that a page names, with where it stands and what the words around it make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indexer.enrich.names import Name, find_names
from indexer.enrich.surroundings import (
    ACTING,
    AWAY,
    OTHER_NAME,
    addressees,
    is_address,
    is_host,
    weigh,
)
from lexicon import Park, Region

ROW = 3  # names in a row from which it is a list of places
_TOGETHER = ("", "、", "和", "及", "与", ",", "，")  # between destinations of one trip: 赴山东江苏
_BETWEEN = re.compile(r"[省市县区州]?(?:[、，,|和及与]|\s)\s*|等?[、，,]\s*")
# Between who gives aid and who is helped.
_AID = re.compile(
    r"[省市县区州]?(?:东西部)?(?:倾情|真情|倾力|全力|持续|结对)?(?:对口)?(?:帮扶|支援|援助|援建|协作|援疆|援藏|援青|援)[:：]?(?:为|给)?"
)
_SHARED_PARK = re.compile(r"\)[\u4e00-\u9fff]{0,6}?(?:园|开发区|合作区)")
NEAR = 4  # characters between the two places of a shared park
GIVER = 0.6  # what the giver of aid counts beside the one who is helped
_SAME_CLAUSE = re.compile(r"[^，。；\n]{0,30}")


@dataclass(frozen=True)
class Mention:
    """A name found in a zone of the page: the regions or the park it may mean."""

    name: str
    zone: str  # title, body, head, foot or outlet
    start: int
    end: int
    factor: float  # what the words around it make it count; 1 is usual
    share: float = 1.0  # the part of it that is left to each of a row of names
    regions: tuple[Region, ...] = ()
    park: Park | None = None
    addressed: bool = False  # the page is addressed or copied to it
    led: bool = False  # the name before leads to it
    leads: bool = False  # it only leads to the place behind it: 四川|宜宾市

    @property
    def vague(self) -> bool:
        """Whether the name alone does not show that a place is meant."""
        return bool(self.regions) and all(region.is_weak(self.name) for region in self.regions)

    @property
    def path(self) -> str:
        """The path of the only place or park it may mean, else ""."""
        if self.park:
            return self.park.path
        return self.regions[0].path if len(self.regions) == 1 else ""


def find_mentions(zone: str, text: str) -> Iterator[Mention]:
    """The places and parks of a folded text, in order."""
    names = find_names(text)
    leading = [one.leads_to(other) for one, other in pairwise(names)] + [False] * bool(names)
    spans = list(addressees(text)) if zone == "body" and names else []
    before, carried = None, 1.0
    factors = [weigh(text, name.start, name.end) for name in names]
    # 贵港市|港北区: what stands behind a name that leads to another is that name.
    factors = [1.0 if leads and own == OTHER_NAME else own for own, leads in zip(factors, leading, strict=True)]
    _weigh_aid(names, text, factors)
    for name, share, leads, own in zip(names, _shares(names, leading, text, factors), leading, factors, strict=True):
        follows = before and (before.leads or (carried == AWAY and text[before.end : name.start] in _TOGETHER))
        carried = min(own, carried) if follows and carried < 1 else own
        addressed = any(start <= name.start < end for start, end in spans)
        regions = _inside(before, name.regions) if before and before.leads else name.regions
        led = before is not None and before.leads
        addressed = addressed or (led and zone == "body" and is_address(text, name.end))
        before = Mention(
            *(name.text, zone, name.start, name.end, carried * share, share, regions, name.park, addressed), led, leads
        )
        yield before


def _weigh_aid(names: list[Name], text: str, factors: list[float]) -> None:
    """杭州市对口帮扶黔东南州: the one who gives counts less than the one who is helped, who is no destination.

    Those who come to a place are its guests: 阿拉尔市八团来滨江区考察.
    """
    for number, (giver, helped) in enumerate(pairwise(names)):
        bracketed = text[helped.start - 1 : helped.start] == "(" and helped.start - giver.end <= NEAR
        if bracketed and _SHARED_PARK.match(text, helped.end):
            factors[number] = min(AWAY, factors[number])  # 晋江(长汀)工业园区 lies in Changting
        elif _AID.fullmatch(text, giver.end, helped.start):
            factors[number], factors[number + 1] = GIVER * factors[number], max(1.0, factors[number + 1])
        elif is_host(text, helped.start, helped.end) and _SAME_CLAUSE.fullmatch(text, giver.end, helped.start):
            factors[number] = min(AWAY, factors[number])


def _inside(outer: Mention, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """Of places of one name those inside the place that leads to them: 平顶山市|新华区."""
    inside = tuple(r for r in regions if any(r.path.startswith(f"{o.path}/") for o in outer.regions))
    return inside or regions


def _shares(names: list[Name], leading: list[bool], text: str, factors: list[float]) -> list[float]:
    """What each name counts as one of a list: 1/n for each of n in a row; those before one who acts act with it."""
    shares = [1.0] * len(names)
    row: list[int] = []
    last_end = 0  # of the name before, those that lead to it included
    first = 0
    for number, name in enumerate(names):
        if leading[number]:
            continue
        if row and not _BETWEEN.fullmatch(text[last_end : names[first].start]):
            _divide(shares, row, factors)
            row = []
        row.append(number)
        last_end, first = name.end, number + 1
    _divide(shares, row, factors)
    return shares


def _divide(shares: list[float], row: list[int], factors: list[float]) -> None:
    if len(row) > 1 and factors[row[-1]] == ACTING:
        for number in row:
            factors[number] = ACTING if factors[number] == 1 else factors[number]
    if len(row) >= ROW:
        for number in row:
            shares[number] = 1 / len(row)
