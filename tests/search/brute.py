"""A collection of random documents, and its figures counted one document after the other."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable

import lexicon
from mappings import Document
from search.dates import read_date
from search.question import EXCLUSIONS, FACETS, UNKNOWN, Question
from search.years import read_years
from tests.search.conftest import document

PATHS = (
    "甘肃省",
    "甘肃省/平凉市",
    "甘肃省/平凉市/崆峒区",
    "甘肃省/兰州市",
    "江苏省",
    "江苏省/南京市",
    "河南省/济源市",
    "北京市/朝阳区",
    "全国",
)
INDUSTRIES = ("汽车", "金融", "新能源", "现代农业", "人工智能")
SLOGANS = ("三抓三促", "双招双引", "项目突破年")
PARKS = ("苏州工业园区", "平凉工业园区", "ABC产业园")
KINDS = ("新闻", "政策", "公告")
OUTLETS = ("甘肃日报", "新华社", "平凉市人民政府")
SITES = ("www.gov.cn", "gansu.gov.cn", "Example.COM")
WORDS = ("招商引资", "营商环境", "高新区", "教育", "生态保护", "数字经济")
PRECISIONS = ("day", "day", "month", "year", None)


def documents(number: int, seed: int) -> list[Document]:
    """Random documents with every fact now and then unknown; of 2012 and 2013 there are none."""
    rng = random.Random(seed)
    return [_document(rng, f"{n:04}") for n in range(number)]


def _document(rng: random.Random, name: str) -> Document:
    said = rng.sample(WORDS, rng.randint(0, 3))
    return document(
        name,
        "。".join(["这里是正文", *said]),
        "页面",
        region=_with_those_around(rng.sample(PATHS, rng.choice((0, 1, 1, 2)))),
        industry=tuple(rng.sample(INDUSTRIES, rng.choice((0, 1, 1, 2)))),
        slogan=tuple(rng.sample(SLOGANS, rng.choice((0, 0, 1, 2)))),
        park=tuple(rng.sample(PARKS, rng.choice((0, 1)))),
        kind=rng.choice((*KINDS, None)),
        outlet=rng.choice((*OUTLETS, None)),
        site=rng.choice((*SITES, None)),
        **_date(rng),
    )


def _with_those_around(paths: Iterable[str]) -> tuple[str, ...]:
    steps = [path.split("/") for path in paths]
    return tuple(dict.fromkeys("/".join(s[:n]) for s in steps for n in range(1, len(s) + 1)))


def _date(rng: random.Random) -> dict[str, object]:
    precision = rng.choice(PRECISIONS)
    if precision is None:
        return {}
    year = rng.choice((2009, 2010, 2011, 2014, 2015))
    month = 1 if precision == "year" else rng.randint(1, 12)
    day = rng.randint(1, 28) if precision == "day" else 1
    return {"published": dt.date(year, month, day), "published_precision": precision}


def holds(found: Document, phrases: Iterable[str]) -> bool:
    """Whether a document holds all of the phrases."""
    return all(phrase in found.body for phrase in phrases)


def values(found: Document, facet: str) -> tuple[str, ...]:
    """The values of a facet that a document has."""
    if facet == "year":
        return (str(found.year),) if found.year else ()
    if facet == "sector":
        sectors = {industry.name: industry.sector for industry in lexicon.industries()}
        return tuple({sectors[name] for name in found.industry})
    value = getattr(found, facet)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def has(found: Document, facet: str, value: str) -> bool:
    """Whether a value stands for a document: 未知 does for one without any, a range of years for its years."""
    there = values(found, facet)
    if value == UNKNOWN:
        return not there
    if facet != "year":
        return value in there
    years = read_years(value)
    assert years is not None
    return any((years.low or 0) <= int(year) <= (years.high or 9999) for year in there)


def is_own(found: Document, path: str) -> bool:
    """Whether a document is about a place and no place inside it."""
    return path in found.region and not any(other.startswith(f"{path}/") for other in found.region)


def is_chosen(found: Document, question: Question, facet: str) -> bool:
    """Whether a document has one of the chosen values of a facet, if there are any."""
    own = [is_own(found, path) for path in question.own] if facet == "region" else []
    hits = [*(has(found, facet, value) for value in getattr(question, facet)), *own]
    return any(hits) or not hits


def is_excluded(found: Document, question: Question, facet: str) -> bool:
    """Whether a document has one of the excluded values of a facet."""
    return any(has(found, facet, value) for value in getattr(question, EXCLUSIONS[facet]))


def days(found: Document) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which a document can have been published."""
    date = found.published
    if date is None:
        return None
    if found.published_precision == "year":
        return date, dt.date(date.year, 12, 31)
    if found.published_precision == "month":
        return date, date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date, date


def is_dated(found: Document, question: Question) -> bool:
    """Whether a document was surely published between the dates of a question, if it names any."""
    if not (question.date_from or question.date_to):
        return True
    low, high = read_date(question.date_from), read_date(question.date_to)
    span = days(found)
    if span is None:
        return False
    if low and high and low.low > high.high:
        low, high = high, low
    return (low is None or low.low <= span[0]) and (high is None or span[1] <= high.high)


def passes(found: Document, question: Question, but: str = "") -> bool:
    """Whether the selections of a question let a document through, but for what one facet chooses and excludes."""
    facets = [facet for facet in FACETS if facet != but]
    return is_dated(found, question) and all(
        is_chosen(found, question, facet) and not is_excluded(found, question, facet) for facet in facets
    )


def facet(here: Iterable[Document], question: Question, name: str) -> dict[str, int]:
    """The counts of a facet over documents that match the words."""
    others = [d for d in here if passes(d, question, but=name)]
    counted = [d for d in others if not is_excluded(d, question, name)]
    counts = Counter(value for d in counted for value in (values(d, name) or (UNKNOWN,)))
    asked = (*getattr(question, name), *(question.own if name == "region" else ()))
    counts.update({value: 0 for value in asked})
    found = {v: sum(has(d, name, v) for d in counted) for v in counts}
    return found | {v: sum(has(d, name, v) for d in others) for v in getattr(question, EXCLUSIONS[name])}
