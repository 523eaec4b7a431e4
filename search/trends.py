"""Trends: how many documents of each year or month hold a phrase, beside all that were collected under the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import A
from elasticsearch.dsl.query import Q

from engine import UserError
from engine.message import Message
from search.base import Base, base_question, in_words
from search.counting import Json, bucket, count_of
from search.figures import Figures
from search.periods import FORMATS, INTERVALS, asked_ends, span
from search.question import ONCE, Question

MOST_SERIES = 6
PER = 1000  # documents of the base that a share is given for
SPREAD = Message("同一文本的转载若发布在不同的月或年，在每个时段各计一次，所以各时段之和可以大于总数。")
DATED, STEPS, COARSE, UNDATED = "dated", "steps", "coarse", "undated"  # names of aggregations


@dataclass(frozen=True)
class Point:
    """A year or month: documents found and documents of the base. With base 0 nothing was collected, and no share."""

    period: str
    documents: int
    base: int

    @property
    def per_1000(self) -> float | None:
        """Documents found per 1,000 documents of the base; None when nothing was collected."""
        return share(self.documents, self.base)


@dataclass(frozen=True)
class Series:
    """The trend of one query. `documents` = those of all points + undated + coarse; a search finds the same."""

    label: str  # the query as it was given
    question: Question
    documents: int
    points: tuple[Point, ...]
    undated: int  # documents found without a date
    coarse: int  # months only: documents found of which the year alone is known
    base: Base
    base_undated: int
    base_coarse: int


@dataclass(frozen=True)
class Trends:
    """The trends of several queries over the same years or months."""

    interval: str
    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Dated:
    """All documents of a question by their dates."""

    question: Question
    documents: int
    steps: dict[str, int]
    undated: int
    coarse: int


def share(documents: int, base: int) -> float | None:
    """Documents per 1,000 of the base; None for an empty base."""
    return PER * documents / base if base else None


def as_written(question: Question) -> Question:
    """The question whose words must stand as they are written, unless it asks for all words in any form."""
    return question.change(match="phrase") if question.match == "auto" else question.change()


def read_trends(figures: Figures, question: Question, queries: Sequence[str] = (), interval: str = "year") -> Trends:
    """The trends of queries under the filters of a question; of its own query when none is given.

    A word counts where it stands literally (or as another wording of its slogan), unless the question asks for
    `match=all`. Raises UserError for an unknown interval, no query or more than MOST_SERIES; QueryError.
    """
    if interval not in INTERVALS:
        raise UserError(
            "不认识“%(interval)s”：趋势可以按 %(choices)s 计算。", interval=interval[:20], choices=tuple(INTERVALS)
        )
    asked = tuple(dict.fromkeys(q.strip() for q in queries or (question.query,) if q.strip()))
    if not 1 <= len(asked) <= MOST_SERIES:
        raise UserError("请给出 1 到 %(most)s 个词或短语来看趋势。", most=MOST_SERIES)
    series = [as_written(question.change(query=query)) for query in asked]
    wanted = list(dict.fromkeys([*series, *map(base_question, series)]))  # most have the same base
    counted = figures.counts([(one, _aggregations(one, interval)) for one in wanted])
    dated = {q: _dated(q, c.documents, c.aggregations) for q, c in zip(wanted, counted, strict=True)}
    found = [dated[one] for one in series]
    bases = {base: dated[base] for base in map(base_question, series)}
    steps = [step for base in bases.values() for step in base.steps]
    axis = span(steps, asked_ends(question, interval), interval)
    notes = (SPREAD,) if question.copies == ONCE else ()
    return Trends(interval, tuple(_series(one, bases[base_question(one.question)], axis) for one in found), notes)


def _series(found: _Dated, base: _Dated, axis: list[str]) -> Series:
    return Series(
        label=found.question.query,
        question=found.question,
        documents=found.documents,
        points=tuple(Point(step, found.steps.get(step, 0), base.steps.get(step, 0)) for step in axis),
        undated=found.undated,
        coarse=found.coarse,
        base=Base(in_words(found.question), base.documents, base.question),
        base_undated=base.undated,
        base_coarse=base.coarse,
    )


def _aggregations(question: Question, interval: str) -> dict[str, Any]:
    """The documents of each step, those too coarsely dated for it, those without a date."""
    year_only = Q("term", published_precision="year")
    fine = Q("bool", must_not=[year_only]) if interval == "month" else Q("match_all")
    dated = A("filter", filter=fine)
    options = {"calendar_interval": interval, "format": FORMATS[interval], "min_doc_count": 1}
    dated.bucket(STEPS, bucket("date_histogram", question, field="published", **options))
    found = {DATED: dated, UNDATED: bucket("missing", question, field="published")}
    if interval == "month":
        found[COARSE] = bucket("filter", question, filter=year_only)
    return found


def _dated(question: Question, documents: int, counted: Json) -> _Dated:
    if not counted:
        return _Dated(question, documents, {}, 0, 0)
    steps = {b["key_as_string"]: count_of(b, question) for b in counted[DATED][STEPS]["buckets"]}
    coarse = count_of(counted[COARSE], question) if COARSE in counted else 0
    return _Dated(question, documents, steps, count_of(counted[UNDATED], question), coarse)
