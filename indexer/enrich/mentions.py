"""Every place and park that a page names, with where it stands and what the words around it make of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.enrich.material import LEAD, Material
from indexer.enrich.names import Name, find_names
from indexer.enrich.surroundings import AWAY, addressees, weigh
from lexicon import Park, Region, regions_by_name
from mappings import fold

LONGEST_TEXT = 300_000  # characters of a text in which places are looked for: what stands behind changes nothing
LONGEST_HEAD, LONGEST_FOOT = 200, 300  # characters of a line around the text that names who runs the site
ROW = 3  # names in a row from which it is a list of places
_BETWEEN = re.compile(r"[省市县区州]?(?:[、，,|和及与]|\s)\s*|等?[、，,]\s*")
# Lines under the text that name who runs the site.
_OWNER = re.compile(r"主\s*办|承\s*办|版权所有|地\s*址|网站标识码|(?:ICP|icp)\s*备|copyright", re.IGNORECASE)
# What follows the name of a place in the name of a company: 龙湖集团.
_COMPANY = re.compile(r"(?:集团|股份|控股|地产|置业|药业|证券|电器|重工|实业|传媒股份)")


@dataclass(frozen=True)
class Mention:
    """A name found in a zone of the page: the regions or the park it may mean."""

    name: str
    zone: str  # title, body, head, foot or outlet
    start: int
    end: int
    factor: float  # what the words around it make it count; 1 is usual
    regions: tuple[Region, ...] = ()
    park: Park | None = None
    addressed: bool = False  # the page is addressed or copied to it
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


def mentions_of(page: Material) -> list[Mention]:
    """The mentions of all zones: title, text, and the lines around it that name who runs the site."""
    found = [*find_mentions("title", page.title_key), *find_mentions("body", page.key[:LONGEST_TEXT])]
    for line in page.head:
        if len(line) <= LONGEST_HEAD:
            found += find_mentions("head", fold(line))
    for line in page.foot:
        if len(line) <= LONGEST_FOOT and _OWNER.search(line):
            found += find_mentions("foot", fold(line))
    return _damp_companies(_damp_destinations(found), page)


def find_mentions(zone: str, text: str) -> Iterator[Mention]:
    """The places and parks of a folded text, in order."""
    names = find_names(text)
    leading = [one.leads_to(other) for one, other in pairwise(names)] + [False] * bool(names)
    spans = list(addressees(text)) if zone == "body" and names else []
    carried = 1.0
    for name, share, leads in zip(names, _shares(names, leading, text), leading, strict=True):
        factor = min(carried, weigh(text, name.start, name.end)) if carried < 1 else weigh(text, name.start, name.end)
        carried = factor if leads else 1.0
        addressed = any(start <= name.start < end for start, end in spans)
        yield Mention(name.text, zone, name.start, name.end, factor * share, name.regions, name.park, addressed, leads)


def _shares(names: list[Name], leading: list[bool], text: str) -> list[float]:
    """What each name counts as one of a list: 1/n for each of n in a row."""
    shares = [1.0] * len(names)
    row: list[int] = []
    last_end = 0  # of the name before, those that lead to it included
    first = 0
    for number, name in enumerate(names):
        if leading[number]:
            continue
        if row and not _BETWEEN.fullmatch(text[last_end : names[first].start]):
            _divide(shares, row)
            row = []
        row.append(number)
        last_end, first = name.end, number + 1
    _divide(shares, row)
    return shares


def _divide(shares: list[float], row: list[int]) -> None:
    if len(row) >= ROW:
        for number in row:
            shares[number] = 1 / len(row)


def _damp_companies(mentions: list[Mention], page: Material) -> list[Mention]:
    """A short name that the page uses for a company means the company wherever it stands alone."""
    texts = {"title": page.title_key, "body": page.key}
    names = {m.name for m in mentions if m.zone in texts and m.regions and _COMPANY.match(texts[m.zone], m.end)}
    companies = {n for n in names for r in regions_by_name()[n][:1] if r.level == "county" and n != r.name}
    return _damped(mentions, lambda mention: mention.name in companies)


def _damp_destinations(mentions: list[Mention]) -> list[Mention]:
    """A place that title or beginning call a destination (赴江苏考察) is elsewhere on the whole page."""
    near = [m for m in mentions if m.zone == "title" or (m.zone == "body" and m.start < LEAD)]
    home = {r.path for m in mentions if m.factor >= 1 and m.zone in ("title", "head", "foot") for r in m.regions[:1]}
    named_first: dict[str, bool] = {}  # path -> whether its first mention near the top is a destination
    for mention in near:
        for region in mention.regions[:1]:
            named_first.setdefault(region.path, mention.factor == AWAY)
    away = {path for path, is_away in named_first.items() if is_away} - home
    away -= {"/".join(p.split("/")[:d]) for p in home for d in range(1, p.count("/") + 2)}
    return _damped(mentions, lambda mention: _is_inside(mention.path, away)) if away else mentions


def _damped(mentions: list[Mention], damp: Callable[[Mention], bool]) -> list[Mention]:
    return [replace(m, factor=min(m.factor, AWAY)) if damp(m) else m for m in mentions]


def _is_inside(path: str, places: set[str]) -> bool:
    return any(path == place or path.startswith(place + "/") for place in places)
