"""Every place and park that a page names, with where it stands and what the words around it make of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.enrich.guests import receive
from indexer.enrich.hosts import place_of_host
from indexer.enrich.material import LEAD, Material
from indexer.enrich.names import Name, find_names
from indexer.enrich.surroundings import (
    ACTING,
    AWAY,
    OTHER_NAME,
    addressees,
    goes_out,
    is_address,
    is_host,
    is_person,
    is_visited,
    weigh,
)
from lexicon import Park, Region, regions_by_name
from mappings import fold

LONGEST_TEXT = 300_000  # characters of a text in which places are looked for: what stands behind changes nothing
LONGEST_HEAD, LONGEST_FOOT = 200, 300  # characters of a line around the text that names who runs the site
MENU = 3  # places alone on lines above the text that make a menu
GIVEN_NAME = 2  # characters of a given name that is a place name as well
ROW = 3  # names in a row from which it is a list of places
_TOGETHER = ("", "、", "和", "及", "与", ",", "，")  # between destinations of one trip: 赴山东江苏
_BETWEEN = re.compile(r"[省市县区州]?(?:[、，,|和及与]|\s)\s*|等?[、，,]\s*")
# Lines under the text that name who runs the site.
_OWNER = re.compile(r"主\s*办|承\s*办|版权所有|地\s*址|网站标识码|(?:ICP|icp)\s*备|copyright", re.IGNORECASE)
# Between who gives aid and who is helped.
_AID = re.compile(
    r"[省市县区州]?(?:东西部)?(?:倾情|真情|倾力|全力|持续|结对)?(?:对口)?(?:帮扶|支援|援助|援建|协作|援疆|援藏|援青|援)[:：]?(?:为|给)?"
)
_SHARED_PARK = re.compile(r"\)[\u4e00-\u9fff]{0,6}?(?:园|开发区|合作区)")
NEAR = 4  # characters between the two places of a shared park
GIVER = 0.6  # what the giver of aid counts beside the one who is helped
_SAME_CLAUSE = re.compile(r"[^，。；\n]{0,30}")
# Who comes from the capital is the guest of a place and at home in none: 国务院副总理赶赴彭水县指导.
_FROM_CENTRE = re.compile(
    r"(?:总书记|国家(?:副)?主席|国务院(?:副?总理|[\u4e00-\u9fff]{0,6}组)|国务委员|中央(?:政治局|书记处|代表团|[\u4e00-\u9fff]{0,8}组)"
    r"|全国(?:人大常委会|政协)(?:副?委员长|副?主席))[^。；]{0,60}?(?:在|到|赴|抵|前往|深入|率)"
)
_LOCAL_OFFICE = re.compile(r"[省市县区州旗盟]委|[我本全][省市县区州]")
# An office that recalls a visit: 省科技厅.
_OWN_OFFICE = re.compile(r"(?:^|[，。；：\s])[省市县区州](?:委|政府|[\u4e00-\u9fff]{2,8}[厅局])")
# A title that tells of a journey to the places it calls destinations.
_TRIP = re.compile(r"(?:赴|前往|奔赴|走进)[^，。]*?(?:考察|招商|学习|对接|洽谈|推介|走访|拜访|交流)")
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


def mentions_of(page: Material, outlet: str | None = None) -> list[Mention]:
    """The mentions of all zones: title, text, and the lines around it that name who runs the site.

    `outlet` names who publishes the page, whose own place is no destination.
    """
    found = [*find_mentions("title", page.title_key), *find_mentions("body", page.key[:LONGEST_TEXT])]
    around = [m for line in page.head if len(line) <= LONGEST_HEAD for m in _in_head(fold(line))]
    alone = {m.name for m in around if m.start < 0}
    found += [m for m in around if m.start >= 0 or len(alone) < MENU]
    for line in page.foot:
        if len(line) <= LONGEST_FOOT and _OWNER.search(line):
            found += find_mentions("foot", fold(line))
    found = _damp_parts(_damp_destinations(found, page, outlet))
    found = receive(found, {"title": page.title_key, "body": page.key}, LEAD)
    return _damp_persons(_damp_companies(found, page), page)


def _in_head(line: str) -> Iterator[Mention]:
    """The mentions of a line above the text; a name that is the whole line, as in menus of places, starts at -1."""
    for mention in find_mentions("head", line):
        yield replace(mention, start=-1) if mention.name == line.strip() else mention


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


def _damp_parts(mentions: list[Mention]) -> list[Mention]:
    """The name right behind that of a park which lies elsewhere is a part of the park: 西宁经开区南川工业园区."""
    parts = {
        inner.name
        for park, inner in pairwise(mentions)
        if park.park and inner.regions and park.zone == inner.zone and park.end == inner.start
        and all(r.level == "county" and not _is_inside(r.path, {park.path.split("/")[0]}) for r in inner.regions)
    }  # fmt: skip
    return _damped(mentions, lambda mention: mention.name in parts)


def _damp_companies(mentions: list[Mention], page: Material) -> list[Mention]:
    """A short name that the page uses for a company means the company wherever it stands alone."""
    texts = {"title": page.title_key, "body": page.key}
    names = {m.name for m in mentions if m.zone in texts and m.regions and _COMPANY.match(texts[m.zone], m.end)}
    companies = {n for n in names for r in regions_by_name()[n][:1] if r.level == "county" and n != r.name}
    return _damped(mentions, lambda mention: mention.name in companies)


def _damp_persons(mentions: list[Mention], page: Material) -> list[Mention]:
    """A short name behind a surname that acts somewhere on the page (杨广平指出) is that person everywhere."""
    texts = {"title": page.title_key, "body": page.key}
    short = [m for m in mentions if m.zone in texts and len(m.name) == GIVEN_NAME and m.regions and m.start]
    whole = {id(m): texts[m.zone][m.start - 1 : m.end] for m in short}
    persons = {whole[id(m)] for m in short if is_person(texts[m.zone], m.start, m.end)}
    return [replace(m, factor=0.0) if whole.get(id(m)) in persons else m for m in mentions]


def _damp_destinations(mentions: list[Mention], page: Material, outlet: str | None) -> list[Mention]:
    """A place that title or beginning call a destination (赴江苏考察) is elsewhere on the whole page.

    Where the destination is the publisher's own place, those who go there are its guests.
    """
    near = [m for m in mentions if m.zone == "title" or (m.zone == "body" and m.start < LEAD)]
    if _is_from_centre(page, near):
        texts = {"title": page.title_key, "body": page.key}
        mentions, near = [_visited(m, texts) for m in mentions], [_visited(m, texts) for m in near]
    first: dict[str, Mention] = {}  # path -> its first mention near the top
    for mention in near:
        for region in mention.regions[:1]:
            first.setdefault(region.path, mention)
    away = {path for path, mention in first.items() if mention.factor == AWAY}
    away -= {path for path in away if _acts_before(path, first)}
    publishers = list(find_mentions("outlet", fold(outlet or "")))
    own = {r.path for m in publishers for r in m.regions} & first.keys()
    if own:
        texts = {"title": page.title_key, "body": page.key}
        away |= {path for path, mention in first.items() if goes_out(texts[mention.zone], mention.end)}
        away = {path for path in away if not any(_is_inside(path, {o}) or _is_inside(o, {path}) for o in own)}
        mentions = [replace(m, factor=m.share) if m.factor <= AWAY and m.path in own else m for m in mentions]
    in_title = {path for path in away if first[path].zone == "title"}
    homes = [m for m in mentions if m.factor >= 1 and not m.vague and m.zone in ("title", "head", "foot")]
    home = {
        r.path for m in homes for r in m.regions[:1] if m.zone != "title" or not _is_inside(r.path, in_title - {r.path})
    }
    away -= {"/".join(p.split("/")[:d]) for p in home for d in range(1, p.count("/") + 2)}
    if in_title and _TRIP.search(page.title_key):
        mentions = _damp_trip(mentions, home | {r.path for m in publishers for r in m.regions[:1]}, page)
    if not away:
        return mentions
    names = {m.name for m in near for r in m.regions[:1] if r.path in away}
    return _damped(mentions, lambda m: _is_inside(m.path, away) or (m.name in names and len(m.regions) > 1))


def _is_from_centre(page: Material, near: list[Mention]) -> bool:
    """Whether the text begins with somebody from the capital on the way, and with no place that acts before."""
    visitor = _FROM_CENTRE.search(page.key, 0, LEAD)
    if not visitor or _LOCAL_OFFICE.search(page.key, 0, visitor.start()) or _OWN_OFFICE.search(page.lead):
        return False
    before = (m for m in near if m.zone == "title" or m.start < visitor.start())
    return not any(m.factor >= 1 and not m.vague and not m.leads for m in before)


def _visited(mention: Mention, texts: dict[str, str]) -> Mention:
    """A mention, at full weight where somebody goes there."""
    text = texts.get(mention.zone)
    if text is None or mention.factor != AWAY or not is_visited(text, mention.start):
        return mention
    return replace(mention, factor=1.0)


def _damp_trip(mentions: list[Mention], home: set[str], page: Material) -> list[Mention]:
    """Places of other provinces in the report of a trip, where outlet, site or title show who travels."""
    provinces = {path.split("/")[0] for path in {*home, place_of_host(page.url) or ""} - {""}}
    if not provinces:
        return mentions
    return _damped(
        mentions, lambda m: bool(m.regions) and not any(r.path.split("/")[0] in provinces for r in m.regions)
    )


def _acts_before(path: str, first: dict[str, Mention]) -> bool:
    """Whether a place inside one is named before it, and not as a destination: 巢湖市召开会议，要对标合肥市."""
    place = (first[path].zone == "body", first[path].start)
    inside = (m for p, m in first.items() if p.startswith(f"{path}/"))
    return any(m.factor >= 1 and (m.zone == "body", m.start) < place for m in inside)


def _damped(mentions: list[Mention], damp: Callable[[Mention], bool]) -> list[Mention]:
    return [replace(m, factor=min(m.factor, AWAY)) if damp(m) else m for m in mentions]


def _is_inside(path: str, places: set[str]) -> bool:
    return any(path == place or path.startswith(place + "/") for place in places)
