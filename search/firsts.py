"""First occurrences: for each province or city the earliest dated document that holds the words."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from elasticsearch.dsl import A
from elasticsearch.dsl.query import Q, Query

from engine import UserError
from search.answer import Hit
from search.base import Base
from search.compile import FIELDS_SHOWN, PHRASE, WORDS, prepared
from search.counting import Json, bucket, count_of
from search.figures import Figures
from search.highlight import marked_words, snippets_options
from search.query import parse
from search.question import Question
from search.reader import read_hit
from search.selections import all_of
from search.trends import as_written
from search.values import places_of

LEVELS = ("province", "city")
PLACES, UNDATED, PLACED, BY_PRECISION, EARLIEST = "places", "undated", "placed", "precisions", "earliest"
MONTH, YEAR = "month", "year"  # precisions of a date of which the day is not known
NEVER = dt.date.max


@dataclass(frozen=True)
class First:
    """A place's first document of those that hold the words, and their number there.

    `earliest` has the earliest date that is sure: a document of which the year alone is known counts as of that year's
    last day. `perhaps` is one of coarser date that may be earlier still. Both are None where no document has a date.
    """

    place: str
    documents: int
    undated: int
    earliest: Hit | None
    perhaps: Hit | None


@dataclass(frozen=True)
class Firsts:
    """The first occurrences by place, the earliest place first. A document about several places counts in each."""

    level: str
    question: Question  # finds the documents counted here
    places: tuple[First, ...]
    documents: int
    undated: int  # documents without a date
    unplaced: int  # documents about no place of this level
    base: Base


def read_firsts(figures: Figures, question: Question, level: str = "province", *, snippets: bool = False) -> Firsts:
    """The first occurrences of a question's words, which count as in a trend. `snippets`: with the words marked.

    Raises UserError for an unknown level; QueryError.
    """
    check_level(level)
    question = as_written(question)
    counted = figures.count(question, _aggregations(question, level, snippets))
    base, _ = figures.base(question)
    found = counted.aggregations
    places = [_first(b, question) for b in found[PLACES]["buckets"]] if found else []
    return Firsts(
        level=level,
        question=question,
        places=tuple(sorted(places, key=_order)),
        documents=counted.documents,
        undated=count_of(found[UNDATED], question) if found else 0,
        unplaced=counted.documents - count_of(found[PLACED], question) if found else 0,
        base=base,
    )


def check_level(level: str) -> None:
    """Raise UserError for a level of places that is not one of LEVELS."""
    if level not in LEVELS:
        raise UserError("不认识“%(level)s”：地区可以按 %(choices)s 计算。", level=level[:20], choices=tuple(LEVELS))


def latest_day(hit: Hit) -> dt.date:
    """The last day on which a document can have been published; the end of all days where that is not known."""
    date = hit.published
    if date is None:
        return NEVER
    if hit.published_precision == YEAR:
        return date.replace(month=12, day=31)
    if hit.published_precision == MONTH:
        return date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date


def _aggregations(question: Question, level: str, snippets: bool) -> dict[str, Any]:
    here = list(places_of(level))
    places = bucket("terms", question, field="region", size=len(here), include=here)
    places.bucket(UNDATED, bucket("missing", question, field="published"))
    precisions = places.bucket(BY_PRECISION, "filters", filters=_precisions())
    options: dict[str, Any] = {"size": 1, "_source": FIELDS_SHOWN, "sort": ["published", "id"]}
    if snippets:
        options["highlight"] = snippets_options(marked_words(prepared(parse(question.query).tree, question)))
    precisions.metric(EARLIEST, A("top_hits", **options))
    return {
        PLACES: places,
        UNDATED: bucket("missing", question, field="published"),
        PLACED: bucket("filter", question, filter=Q("terms", region=here)),
    }


def _precisions() -> dict[str, Query]:
    """Dated documents by how exactly their date is known."""
    dated = Q("exists", field="published")
    coarse = {name: Q("term", published_precision=name) for name in (MONTH, YEAR)}
    day = Q("bool", filter=[dated], must_not=list(coarse.values()))
    return {"day": day, **{name: all_of([dated, query]) for name, query in coarse.items()}}


def _first(found: Json, question: Question) -> First:
    tops = [b[EARLIEST]["hits"]["hits"] for b in found[BY_PRECISION]["buckets"].values()]
    matched = PHRASE if question.match == PHRASE else WORDS
    hits = [replace(read_hit(top, text=False), matched=matched) for top in chain.from_iterable(tops)]
    earliest = min(hits, key=latest_day, default=None)
    sure = latest_day(earliest) if earliest else NEVER
    coarser = [h for h in hits if h is not earliest and h.published is not None and h.published < sure]
    return First(
        place=found["key"],
        documents=count_of(found, question),
        undated=count_of(found[UNDATED], question),
        earliest=earliest,
        perhaps=min(coarser, key=lambda h: h.published or NEVER, default=None),
    )


def _order(first: First) -> tuple[dt.date, str]:
    return (latest_day(first.earliest) if first.earliest else NEVER, first.place)
