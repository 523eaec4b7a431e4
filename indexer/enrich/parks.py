"""Industrial parks: by the authority file and its aliases, and by pattern where the file lacks them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache

from indexer.enrich.material import LEAD, Fact, Material, around
from indexer.enrich.mentions import Mention, find_mentions
from indexer.enrich.parknames import LONG_FORMS, SHARED, STANDS_FOR, ParkName, named_park, own_name
from lexicon import Park, parks, parks_by_name
from mappings import Evidence, fold

IN_TITLE, IN_LEAD, IN_BODY = 6.0, 2.0, 1.0
OF_PUBLISHER = 3.0
OF_COMPANY = 0.3  # what the park counts that only says where a company is: 迁安高新区某某有限公司
IN_PROVINCE = 0.5  # what a park counts outside of the title in a text on its whole province, which names many
WHOLE_PROVINCE = 0.5  # what a zone counts outside of the title that is a whole province: 海南自由贸易港
ENOUGH = 2.0  # points: twice in the text, once at its beginning, or in the title
USUAL_LENGTH = 1200  # characters up to which that is enough; a text four times as long needs twice the points
SHARE = 0.25  # of the strongest park's points
MOST = 5
ELSEWHERE = 0.3  # what a park outside of the page's main place counts
REFERRED = 3.0  # points at most for 高新区 alone, where the page names one high-tech zone
BARE_IN_TITLE = 2.0
BARE_OFTEN = 2  # times that 高新区 alone must stand in the text to mean the only one of the page's city
# Words for a park that stand for a park named elsewhere, and the endings of the names that they stand for.
_BARE = {
    "高新区": ("高新区", "高新技术产业开发区", "高新技术产业园区", "高技术产业开发区", "高新技术开发区"),
    "经开区": ("经开区", "经济技术开发区", "经济开发区"),
    "开发区": ("开发区",),
    "工业园区": ("工业园区", "工业园"),
    "产业园": ("产业园", "产业园区"),
    "综保区": ("综保区", "综合保税区"),
    "新区": ("新区",),
}
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
# Behind the name of a park in that of a company: 迁安高新区某某新材料有限公司.
_COMPANY = re.compile(r"[^，。；、\n的内]{0,16}?(?:有限公司|股份公司|集团公司|制造厂)")
# Behind the name of a park among others who have to act: 某风景区管理处、某开发区管委会.
_BOARD = re.compile(r"(?:管委会|管理委员会)(?![主副]任|党|[副]?书记|负责|有关|相关)")
_CITY = 2  # steps of a city's path


@dataclass
class _Found:
    """The parks of a page: points, and the first words they were read from."""

    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    evidence: dict[str, Evidence] = field(default_factory=dict)

    def add(self, points: float, evidence: Evidence) -> None:
        self.points[evidence.value] += points
        self.evidence.setdefault(evidence.value, evidence)

    def rename(self, old: str, new: str) -> None:
        self.points[new] += self.points.pop(old)
        self.evidence.setdefault(new, replace(self.evidence[old], value=new))


def find_parks(
    page: Material, mentions: list[Mention], subject: tuple[str, ...], outlet: str | None = None
) -> list[Fact]:
    """At most five parks that the page is about, named in full, the main one first; `subject`: its region paths."""
    found = _Found()
    _add_publisher(found, mentions, outlet)
    starts = {m.start for m in mentions if m.zone == "body" and m.park}
    for mention in mentions:
        if mention.zone != "head" and not mention.addressed:
            text = page.zones.get(mention.zone, mention.name)
            park = named_park(mention, text, subject)
            if park and not (mention.zone == "body" and starts.intersection(range(mention.start + 1, park.end))):
                words = around(text, park.start, park.end, 6)
                evidence = Evidence("park", park.name, words, mention.zone, park.rule)
                factor = 1.0 if park.rule == SHARED else min(1.0, mention.factor)  # who has built it is elsewhere
                points = _weight(mention) * factor * _nearness(park, subject)
                found.add(points if mention.zone == "title" else points * _passing(park, text, subject), evidence)
    _add_own_name(found, page, mentions)
    _lengthen(found, page)
    _merge_long_forms(found)
    _count_bare(found, page, mentions, subject)
    enough = ENOUGH * max(1.0, math.sqrt(len(page.key) / USUAL_LENGTH))
    top = max(found.points.values(), default=0.0)
    chosen = [n for n, p in found.points.items() if p >= max(min(enough, IN_TITLE), SHARE * top)]
    return [Fact(n, found.evidence[n]) for n in sorted(chosen, key=lambda n: -found.points[n])[:MOST]]


def _add_publisher(found: _Found, mentions: list[Mention], outlet: str | None) -> None:
    """The park that publishes the page: its outlet is one, or a line below the text names one as its owner."""
    key = fold(outlet or "")
    owners = [(m, key) for m in find_mentions("outlet", key)] + [(m, m.name) for m in mentions if m.zone == "foot"]
    for mention, text in owners:
        if park := named_park(mention, text):
            where = "foot" if mention.zone == "foot" else "head"
            found.add(OF_PUBLISHER, Evidence("park", park.name, text, where, "park that publishes the page"))


def _add_own_name(found: _Found, page: Material, mentions: list[Mention]) -> None:
    """The park by whose name title or text begin, which the file lacks and no place shows; it must stand there twice."""
    name = None if found.points else own_name(page.title_key or page.key)
    first = "title" if page.title_key else "body"
    if not name or any(m.zone == first and m.start < len(name) for m in mentions):
        return
    if page.key.count(name) > (not page.title_key):
        found.add(IN_TITLE, Evidence("park", name, name, first, "name by which the page begins"))


def _weight(mention: Mention) -> float:
    if mention.zone == "title":
        return IN_TITLE
    return IN_LEAD if mention.start < LEAD else IN_BODY


def _nearness(park: ParkName, subject: tuple[str, ...]) -> float:
    """1 for a park in the page's main place; less for one elsewhere, and on pages of the whole country."""
    if not park.path:
        return 1.0
    inside = any(
        f"{park.path}/".startswith(f"{place}/") or f"{place}/".startswith(f"{park.path}/") for place in subject
    )
    return 1.0 if inside else ELSEWHERE


def _passing(park: ParkName, text: str, subject: tuple[str, ...]) -> float:
    """Less than 1 for a park that the text names in passing: as an address, as one who has to act, as a province."""
    if _COMPANY.match(text, park.end) or (text[park.start - 1 : park.start] == "、" and _BOARD.match(text, park.end)):
        return OF_COMPANY
    province = park.path not in _MUNICIPALITIES and "/" not in park.path
    if park.path and province:
        inside = any(place.startswith(f"{park.path}/") for place in subject)
        return ELSEWHERE if inside and "自由贸易" in park.name else WHOLE_PROVINCE
    return IN_PROVINCE if len(subject) == 1 and subject[0] not in _MUNICIPALITIES and park.path else 1.0


def _lengthen(found: _Found, page: Material) -> None:
    """A park that the file lacks goes by its long name where the page gives it anywhere, its head and foot included."""
    everything = fold("\n".join((page.title_key, page.key, *page.head, *page.foot)))
    for name in list(found.points):
        for short, longs in LONG_FORMS.items():
            forms = [name.removesuffix(short) + long for long in longs] if name.endswith(short) else []
            full = next((form for form in forms if form in everything), None)
            if full and full not in parks_by_name():
                found.rename(name, full)
                break
        else:
            short = name[-3:]
            if short in STANDS_FOR and name not in parks_by_name():
                found.rename(name, name.removesuffix(short) + STANDS_FOR[short])


def _merge_long_forms(found: _Found) -> None:
    """A name with the province in front, or with 市 or 区, and the same name without it are one park.

    The long form is kept.
    """
    for name in list(found.points):
        longer = next((other for other in found.points if other != name and _is_long_form(other, name)), None)
        if longer:
            found.rename(name, longer)


def _is_long_form(longer: str, name: str) -> bool:
    """Whether the other name is the name with a place in front, or with the ending of its place: 江津区白沙工业园."""
    if len(longer) != len(name) + 1:
        return longer.endswith(name)
    return any(longer[i] in "市县区" and longer[:i] + longer[i + 1 :] == name for i in range(2, len(longer) - 2))


def _count_bare(found: _Found, page: Material, mentions: list[Mention], subject: tuple[str, ...]) -> None:
    """高新区 alone speaks for the high-tech zone that the page names; else for the only one of the page's city."""
    for bare, endings in _BARE.items():
        in_title, in_text = _bare(bare, page.title_key, "title", mentions), _bare(bare, page.key, "body", mentions)
        named = [name for name in found.points if name.endswith(endings)]
        if len(named) == 1:
            found.points[named[0]] += min(REFERRED, BARE_IN_TITLE * in_title + in_text)
        elif (
            not (named or (found.points and bare == "开发区"))
            and (in_title or in_text >= BARE_OFTEN)
            and (park := _only_one(endings, subject, in_title=bool(in_title)))
        ):
            where = "title" if in_title else "body"
            found.add(IN_TITLE, Evidence("park", park.name, bare, where, "the only such park of the page's city"))


def _bare(bare: str, text: str, zone: str, mentions: list[Mention]) -> int:
    """How often the word stands in the text and not behind the name of a place."""
    if not (every := text.count(bare) - (text.count("高新区") if bare == "新区" else 0)):
        return 0
    return every - sum(bare in text[m.end - len(bare) : m.end + len(bare)] for m in mentions if m.zone == zone)


def _only_one(endings: tuple[str, ...], subject: tuple[str, ...], *, in_title: bool) -> Park | None:
    """The only park of that kind in the city or county that the page is about.

    A county means its own; a district of a city may mean the city's in the title.
    """
    cities = {"/".join(path.split("/")[:_CITY]) for path in subject if "/" in path}
    if len(cities) != 1:
        return None
    counties = [path for path in subject if path.count("/") == _CITY]
    places = counties if len(counties) == 1 else []
    if not places or (in_title and places[0].endswith("区")):
        places = [*places, cities.pop()]
    for place in places:
        found = [park for park in _parks_of(place) if park.name.endswith(endings)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@cache
def _parks_of(place: str) -> tuple[Park, ...]:
    """The parks of the file that lie in a city or county."""
    return tuple(park for park in parks() if f"{park.path}/".startswith(f"{place}/"))
