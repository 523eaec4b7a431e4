"""The mentions of a whole page: what it says in one place of a name counts wherever the name stands.

A destination, a guest's home, a company or a person of that name is no place of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from indexer.enrich.guests import receive
from indexer.enrich.hosts import place_of_host
from indexer.enrich.material import LEAD, Material
from indexer.enrich.mentions import Mention, find_mentions
from indexer.enrich.surroundings import AWAY, goes_out, is_person, is_visited
from lexicon import regions_by_name
from mappings import fold

LONGEST_TEXT = 300_000  # characters of a text in which places are looked for: what stands behind changes nothing
LONGEST_HEAD, LONGEST_FOOT = 200, 300  # characters of a line around the text that names who runs the site
MENU = 3  # places alone on lines above the text that make a menu
GIVEN_NAME = 2  # characters of a given name that is a place name as well
# Lines under the text that name who runs the site.
_OWNER = re.compile(r"主\s*办|承\s*办|版权所有|地\s*址|网站标识码|(?:ICP|icp)\s*备|copyright", re.IGNORECASE)
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
    found = receive(found, page.zones, LEAD)
    return _damp_persons(_damp_companies(found, page), page)


def _in_head(line: str) -> Iterator[Mention]:
    """The mentions of a line above the text; a name that is the whole line, as in menus of places, starts at -1."""
    for mention in find_mentions("head", line):
        yield replace(mention, start=-1) if mention.name == line.strip() else mention


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
    texts = page.zones
    names = {m.name for m in mentions if m.zone in texts and m.regions and _COMPANY.match(texts[m.zone], m.end)}
    companies = {n for n in names for r in regions_by_name()[n][:1] if r.level == "county" and n != r.name}
    return _damped(mentions, lambda mention: mention.name in companies)


def _damp_persons(mentions: list[Mention], page: Material) -> list[Mention]:
    """A short name behind a surname that acts somewhere on the page (杨广平指出) is that person everywhere."""
    texts = page.zones
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
        mentions, near = [_visited(m, page.zones) for m in mentions], [_visited(m, page.zones) for m in near]
    first: dict[str, Mention] = {}  # path -> its first mention near the top
    for mention in near:
        for region in mention.regions[:1]:
            first.setdefault(region.path, mention)
    away = {path for path, mention in first.items() if mention.factor == AWAY}
    away -= {path for path in away if _acts_before(path, first)}
    publishers = list(find_mentions("outlet", fold(outlet or "")))
    own = {r.path for m in publishers for r in m.regions} & first.keys()
    if own:
        away |= {path for path, mention in first.items() if goes_out(page.zones[mention.zone], mention.end)}
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
