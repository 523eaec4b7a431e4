"""Documents by place for a map: those found, those of the base, and the share, for each province or city."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl.query import Q

import lexicon
from search.base import Base
from search.counting import Json, bucket, count_of
from search.figures import Figures
from search.firsts import check_level
from search.question import Question
from search.trends import share
from search.values import places_of

PLACES, PLACED = "places", "placed"  # names of aggregations


@dataclass(frozen=True)
class PlaceCount:
    """A place (path and GB/T 2260 code, None for 全国): documents found and documents of the base."""

    place: str
    code: str | None
    documents: int
    base: int

    @property
    def per_1000(self) -> float | None:
        """Documents found per 1,000 documents of the base; None when nothing was collected."""
        return share(self.documents, self.base)


@dataclass(frozen=True)
class PlaceCounts:
    """The places of the base, those with most documents found first. A document about several counts in each."""

    level: str
    question: Question  # finds the documents counted here
    places: tuple[PlaceCount, ...]
    documents: int
    unplaced: int  # documents found about no place of this level
    base: Base


def read_places(figures: Figures, question: Question, level: str = "province") -> PlaceCounts:
    """The documents that a search finds by place. Raises UserError for an unknown level; QueryError."""
    check_level(level)
    aggregations = _aggregations(question, level)
    counted = figures.count(question, aggregations)
    base, everything = figures.base(question, aggregations)
    found, all_there = (_by_place(c, question) for c in (counted.aggregations, everything))
    places = [PlaceCount(path, _code(path), found.get(path, 0), number) for path, number in all_there.items()]
    placed = count_of(counted.aggregations[PLACED], question) if counted.aggregations else 0
    return PlaceCounts(
        level=level,
        question=question,
        places=tuple(sorted(places, key=lambda p: (-p.documents, -p.base, p.place))),
        documents=counted.documents,
        unplaced=counted.documents - placed,
        base=base,
    )


def _aggregations(question: Question, level: str) -> dict[str, Any]:
    here = list(places_of(level))
    return {
        PLACES: bucket("terms", question, field="region", size=len(here), include=here),
        PLACED: bucket("filter", question, filter=Q("terms", region=here)),
    }


def _by_place(counted: Json, question: Question) -> dict[str, int]:
    return {b["key"]: count_of(b, question) for b in counted[PLACES]["buckets"]} if counted else {}


def _code(path: str) -> str | None:
    region = lexicon.region_by_path(path)
    return region.code if region else None
