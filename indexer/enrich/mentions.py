"""Every place and park that a page names, with where it stands and whether it is only visited or compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import ahocorasick_rs

from indexer.enrich.material import Material
from lexicon import Park, Region, parks_by_name, regions_by_name
from mappings import fold

# Words before a place that make it a destination, a neighbour, a partner or an example, not the subject.
_ELSEWHERE_BEFORE = re.compile(
    r"(?:先后|专程|赶?赴|前往|奔赴|对接|毗邻|对标|承接|融入|面向|瞄准|辐射|联通|直达|途经|借鉴|学习|考察|走访|远赴|出访|援助|援|连接|通往|至|距|靠近|相邻|接壤"
    r"|原籍|籍贯|毕业于|携手|联合|牵手|走进|亮相|入驻|落户|飞往|发往|销往|出口|进军|迁往|转移)(?:到|至|了|于|自|的|向)?(?:[\u4e00-\u9fff]{2,4}[、,，和及与])*$"
)
_ELSEWHERE_AFTER = re.compile(
    r"^(?:[省市县区]?(?:等地|等省|等城市|一带|考察|学习|客商|企业家|商会|籍|方向|高速|铁路|航线|大学|银行|路|街|西路|东路|南路|北路|大道|证券|交易所|话|菜|人士|人(?=[，。、）)的])))"
)
# Who has to act: 各市（含定州、辛集市）、雄安新区.
_ENUMERATED = re.compile(r"各(?:设区|地级)?市[^。；！？\n]{0,40}[、，,及和]\s*$")
DAMPING = 0.15  # what a mention elsewhere counts


@dataclass(frozen=True)
class Mention:
    """A name found in a zone of the page: the regions or the park it may mean."""

    name: str
    zone: str
    start: int
    end: int
    factor: float  # 1, or less when the words around it put it elsewhere
    regions: tuple[Region, ...] = ()
    park: Park | None = None
    vague: bool = False  # a name that alone does not show that a place is meant


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    names = tuple(dict.fromkeys((*regions_by_name(), *parks_by_name())))
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


def find_mentions(zone: str, text: str) -> Iterator[Mention]:
    """The places and parks of a folded text, in order; the longest name wins at each place."""
    automaton, names = _automaton()
    regions, parks = regions_by_name(), parks_by_name()
    for number, start, end in automaton.find_matches_as_indexes(text):
        name = names[number]
        factor = _factor(text, start, end)
        if name in parks:
            yield Mention(name, zone, start, end, factor, park=parks[name])
            continue
        owners = regions[name]
        if all(name != r.name for r in owners) and _inside_word(text, start, end, name):
            continue
        vague = all(r.is_weak(name) for r in owners)
        yield Mention(name, zone, start, end, factor, regions=owners, vague=vague)


def _factor(text: str, start: int, end: int) -> float:
    before, after = text[max(0, start - 14) : start], text[end : end + 5]
    if _ENUMERATED.search(text[max(0, start - 48) : start]):
        return DAMPING
    return DAMPING if _ELSEWHERE_BEFORE.search(before) or _ELSEWHERE_AFTER.search(after) else 1.0


# Words of everyday language in which the short name of a place is hidden; jieba joins the rest by itself.
_HIDING = re.compile(
    r"(?:长江|黄河|珠江|东海|南海|渤海|太湖|海南岛|中山(?:大学|装|陵)|河北路|南京路|北京(?:时间|大学)|上海(?:证券|交易)|青海湖)"
)


def _inside_word(text: str, start: int, end: int, name: str) -> bool:
    """Whether the name is only a part of a longer word (海南 in 上海南站)."""
    window = text[max(0, start - 2) : end + 2]
    return bool((match := _HIDING.search(window)) and name not in match[0][: len(name)] and name in match[0])


def mentions_of(page: Material) -> list[Mention]:
    """The mentions of all zones: title, outlet lines (head), text, signature."""
    found = [*find_mentions("title", page.title_key), *find_mentions("body", page.key[:LONGEST_TEXT])]
    for line in page.head:
        if len(line) <= 200:
            found += find_mentions("head", fold(line))
    for line in page.foot:
        if len(line) <= 300 and _OWNER.search(line):
            found += find_mentions("foot", fold(line))
    return _damp_companies(_damp_destinations(found), page)


def _unchained(mentions: list[Mention]) -> list[Mention]:
    """Without the places that only lead to the next one: 四川宜宾市筠连县 names 筠连县, and neither of the others."""
    kept = []
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        if following and following.start == mention.end and _leads_to(mention, following):
            continue
        kept.append(mention)
    return kept


def _leads_to(outer: Mention, inner: Mention) -> bool:
    paths = [r.path for r in inner.regions] or ([inner.park.path] if inner.park else [])
    return any(path.startswith(r.path + "/") for r in outer.regions for path in paths)


# What follows the name of a place in the name of a company: 龙湖集团.
_COMPANY = re.compile(r"(?:集团|股份|控股|地产|置业|药业|证券|电器|重工|实业|传媒股份)")


def _damp_companies(mentions: list[Mention], page: Material) -> list[Mention]:
    """A short name that the page uses for a company means the company wherever it stands alone."""
    names = {m.name for m in mentions if m.zone in ("title", "body") and _COMPANY.match(_text(m, page), m.end)}
    companies = {n for n in names for r in regions_by_name().get(n, ())[:1] if r.level == "county" and n != r.name}
    return [replace(m, factor=min(m.factor, DAMPING)) if m.name in companies else m for m in mentions]


def _text(mention: Mention, page: Material) -> str:
    return page.title_key if mention.zone == "title" else page.key


# Lines under the text that name who runs the site.
_OWNER = re.compile(r"主\s*办|承\s*办|版权所有|地\s*址|网站标识码|(?:ICP|icp)\s*备|copyright", re.IGNORECASE)
LEAD_LENGTH = 260
LONGEST_TEXT = 300_000  # characters of a text in which places are looked for: what stands behind changes nothing


def _damp_destinations(mentions: list[Mention]) -> list[Mention]:
    """A place that title or beginning call a destination (赴江苏考察) is elsewhere on the whole page."""
    near = [m for m in mentions if m.zone == "title" or (m.zone == "body" and m.start < LEAD_LENGTH)]
    home = {r.path for m in mentions if m.factor == 1 and m.zone in ("title", "head", "foot") for r in m.regions[:1]}
    named_first: dict[str, bool] = {}  # path -> whether its first mention near the top is a destination
    for mention in near:
        for region in mention.regions[:1]:
            named_first.setdefault(region.path, mention.factor < 1)
    away = {path for path, is_away in named_first.items() if is_away} - home
    away -= {"/".join(p.split("/")[:d]) for p in home for d in range(1, p.count("/") + 2)}
    if not away:
        return mentions
    return [replace(m, factor=min(m.factor, DAMPING)) if _inside(m, away) else m for m in mentions]


def _inside(mention: Mention, places: set[str]) -> bool:
    path = mention.park.path if mention.park else mention.regions[0].path if len(mention.regions) == 1 else ""
    return any(path == place or path.startswith(place + "/") for place in places)
