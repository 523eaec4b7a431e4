"""Industrial parks: by the authority file and its aliases, and by pattern where the file lacks them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from indexer.enrich.material import Fact, Material, around
from indexer.enrich.mentions import Mention, mentions_of
from lexicon import parks_by_name
from mappings import Evidence, fold

TITLE, LEAD, BODY = 6.0, 2.0, 1.0
ENOUGH = 2.0  # points: twice in the text, once at its beginning, or in the title
SHARE = 0.25  # of the strongest park's points
MOST = 5
LEAD_LENGTH = 260
SUFFIXES = (
    "高新技术产业开发区", "高新技术开发区", "高新技术产业园区", "高新区", "经济技术开发区", "经济开发区", "经开区", "综合保税区", "综保区", "保税区", "工业园区",
    "工业园", "产业园区", "产业园", "科技园区", "科技园", "开发区", "工业区", "工业集中区", "产业集聚区", "先进制造业基地", "化工园区", "循环经济园区",
    "产业示范园", "软件园", "物流园区", "自贸试验区", "自由贸易试验区", "空港经济区", "临空经济区", "示范区",
)  # fmt: skip
_SUFFIX = re.compile(r"(?P<middle>[\u4e00-\u9fff·]{0,8}?)(?P<suffix>" + "|".join(SUFFIXES) + ")")
# What cannot stand between a place and the word for a park: 甘肃省建设经济开发区 is no name.
_NO_NAME = re.compile(r"[的是在和与及或为对将把了以从等加快建设推进全省市各国家级创新发展打造]|^(?:省级|国家级|市级)")
_GENERIC = (
    "开发区",
    "示范区",
    "产业园",
    "产业园区",
    "科技园",
    "工业园",
    "工业区",
)  # need a name of their own before them


def find_parks(page: Material) -> list[Fact]:
    """At most five parks that the page is about, named in full, the main one first."""
    points: dict[str, float] = defaultdict(float)
    evidence: dict[str, Evidence] = {}
    for mention in mentions_of(page):
        if mention.zone == "head":
            continue
        text = page.title_key if mention.zone == "title" else page.key
        named = _named(mention, text)
        if named is None:
            continue
        name, start, end, rule = named
        points[name] += _weight(mention) * mention.factor
        evidence.setdefault(name, Evidence("park", name, around(text, start, end, 6), mention.zone, rule))
    _lengthen(points, evidence, page)
    _merge_long_forms(points)
    top = max(points.values(), default=0.0)
    chosen = sorted((n for n, p in points.items() if p >= max(ENOUGH, SHARE * top)), key=lambda n: -points[n])
    return [Fact(n, evidence[n]) for n in chosen[:MOST]]


LONG_FORMS = {
    "高新区": ("高新技术产业开发区", "高新技术产业园区"),
    "经开区": ("经济技术开发区", "经济开发区"),
    "综保区": ("综合保税区",),
}


def _lengthen(points: dict[str, float], evidence: dict[str, Evidence], page: Material) -> None:
    """A park that the file lacks goes by its long name where the page gives it anywhere, its head and foot included."""
    everything = fold("\n".join((page.title_key, page.key, *page.head, *page.foot)))
    for name in list(points):
        for short, longs in LONG_FORMS.items():
            full = next(
                (name.removesuffix(short) + long for long in longs if name.removesuffix(short) + long in everything),
                None,
            )
            if name.endswith(short) and full and full not in parks_by_name():
                points[full] += points.pop(name)
                evidence.setdefault(full, replace(evidence[name], value=full))
                break


def _merge_long_forms(points: dict[str, float]) -> None:
    """A name with the province in front and the same name without it are one park; the long form is kept."""
    for name in list(points):
        longer = next((other for other in points if other != name and other.endswith(name)), None)
        if longer:
            points[longer] += points.pop(name)


def _weight(mention: Mention) -> float:
    if mention.zone == "title":
        return TITLE
    return LEAD if mention.start < LEAD_LENGTH else BODY


def _named(mention: Mention, text: str) -> tuple[str, int, int, str] | None:
    if mention.park:
        return mention.park.name, mention.start, mention.end, "park of the authority file"
    match = _SUFFIX.match(text, mention.end)
    if not match or (mention.vague and not match["middle"]):
        return None
    middle, suffix = match["middle"], match["suffix"]
    if _NO_NAME.search(middle) or (suffix in _GENERIC and not middle and suffix != "开发区"):
        return None
    if mention.regions and mention.regions[0].level == "province" and not middle:
        return None
    return mention.name + middle + suffix, mention.start, match.end(), "name of a place and a word for a park"
