"""Copies of one text: a result shows one of them, and its figures count each document or, if asked to, each text once.

Reposts of a text have one `group` (docs/copies.md).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Q, Query

from engine.message import Message
from search.counting import GROUP, MOST_EXACT, TEXTS
from search.place import place_of
from search.question import ONCE, Question
from search.run import Response

DATE = "published"
COLLAPSED = {"field": GROUP}  # one hit for each text
EARLIEST_FIRST: list[dict[str, Any]] = [{DATE: {"order": "asc", "missing": "_last"}}, {"id": {"order": "asc"}}]
NEVER = "9999"  # comes behind every date
MOST_LISTED = 500  # copies of one text
FIELDS = ["id", "title", "display.title", DATE, "published_precision", "outlet", "site", "region", "url", "path"]
APPROXIMATE = Message("文本数超过 %(most)s，是近似值。", most=MOST_EXACT)


@dataclass(frozen=True)
class Copy:
    """One of the documents with the same text. `place` is the path of the region that it is mainly about."""

    id: str
    title: str
    published: dt.date | None
    published_precision: str | None
    outlet: str | None
    site: str | None
    place: str | None
    url: str | None
    path: str


@dataclass(frozen=True)
class Copies:
    """The documents with the text of one, itself included, the earliest first, those without a date last.

    Of more than MOST_LISTED only the first are there; `documents` is the number of all.
    """

    documents: int
    copies: tuple[Copy, ...]


def texts_aggregation(chosen: Query) -> Any:
    """The number of texts among the documents that the chosen values of the facets let through."""
    counted = A("filter", filter=chosen)
    counted.metric(TEXTS, "cardinality", field=GROUP, precision_threshold=MOST_EXACT)
    return counted


def texts_of(response: Response) -> int:
    """How many texts a search found; 0 where nothing was indexed yet."""
    counted = response.get("aggregations", {})
    return int(counted[TEXTS][TEXTS]["value"]) if TEXTS in counted else 0


def found_of(response: Response, question: Question) -> int:
    """What a search found as the question counts it: documents, or texts."""
    return texts_of(response) if question.copies == ONCE else int(response["hits"]["total"]["value"])


def once_each(hits: Iterable[Response]) -> Iterator[Response]:
    """Of each text the first of these hits; they must hold the field `group`."""
    seen: set[str] = set()
    for hit in hits:
        if (group := hit["_source"][GROUP]) not in seen:
            seen.add(group)
            yield hit


def best_each(hits: Iterable[Response]) -> Iterator[Response]:
    """The same for hits in the order of their scores: of those that score the same the earliest."""
    seen: set[str] = set()
    for _, alike in groupby(hits, key=lambda hit: hit["sort"][0]):
        standing: dict[str, Response] = {}
        for hit in alike:
            group = hit["_source"][GROUP]
            if group not in seen and (group not in standing or _day(hit) < _day(standing[group])):
                standing[group] = hit
        seen.update(standing)
        yield from standing.values()


def _day(hit: Response) -> tuple[str, str]:
    source = hit["_source"]
    return source.get(DATE) or NEVER, source["id"]


def compile_copies(group: str, among: Query | None) -> Search[Any]:
    """The request for the documents of a text, among those that a query finds."""
    queries = [Q("term", **{GROUP: group}), *([among] if among is not None else [])]
    search: Search[Any] = Search().query(Q("bool", filter=queries))
    return search.extra(size=MOST_LISTED, sort=EARLIEST_FIRST, _source=FIELDS, track_total_hits=True)


def read_copies(response: Response) -> Copies:
    """The documents of a text."""
    hits = response["hits"]
    return Copies(int(hits["total"]["value"]), tuple(read_copy(hit["_source"]) for hit in hits["hits"]))


def read_copy(source: Response) -> Copy:
    """One of them, from its `_source`."""
    date = source.get(DATE)
    return Copy(
        id=source["id"],
        title=source.get("display", {}).get("title", source["title"]),
        published=dt.date.fromisoformat(date) if date else None,
        published_precision=source.get("published_precision"),
        outlet=source.get("outlet"),
        site=source.get("site"),
        place=place_of(source),
        url=source.get("url"),
        path=source.get("path", ""),
    )
