"""Figures as plain JSON values: trends, first occurrences, places, what sets a result apart, values of a facet."""

from __future__ import annotations

from typing import Any

from search.answer import FacetValue
from search.as_json import facet_json, hit_json
from search.base import Base
from search.by_place import PlaceCounts
from search.characteristic import Characteristic, Companion
from search.facet_page import FacetPage
from search.firsts import First, Firsts
from search.trends import Point, Series, Trends


def trends_json(trends: Trends) -> dict[str, Any]:
    """`per_1000` is null where nothing was collected; `search` is the address of the documents counted."""
    return {"interval": trends.interval, "series": [_series(s) for s in trends.series], "notes": list(trends.notes)}


def firsts_json(firsts: Firsts) -> dict[str, Any]:
    """`earliest` and `perhaps` are hits, or null."""
    return {
        "level": firsts.level,
        "search": firsts.question.to_query_string(),
        "documents": firsts.documents,
        "undated": firsts.undated,
        "unplaced": firsts.unplaced,
        "places": [_first(p) for p in firsts.places],
        "base": base_json(firsts.base),
    }


def by_place_json(counts: PlaceCounts) -> dict[str, Any]:
    """`per_1000` is of the documents collected about that place."""
    return {
        "level": counts.level,
        "search": counts.question.to_query_string(),
        "documents": counts.documents,
        "unplaced": counts.unplaced,
        "places": [
            {"place": p.place, "code": p.code, "documents": p.documents, "base": p.base, "per_1000": p.per_1000}
            for p in counts.places
        ],
        "base": base_json(counts.base),
    }


def characteristic_json(found: Characteristic) -> dict[str, Any]:
    """Each slogan and word with the counts that justify it."""
    return {
        "search": found.question.to_query_string(),
        "documents": found.documents,
        "slogans": [_companion(c) for c in found.slogans],
        "words": [_companion(c) for c in found.words],
        "base": base_json(found.base),
    }


def facet_page_json(page: FacetPage) -> dict[str, Any]:
    """A page of the values of a facet."""
    return {
        "facet": page.facet,
        "contains": page.contains,
        "values": [facet_json(v) for v in page.values],
        "total": page.total,
        "complete": page.complete,
        "page": page.page,
        "pages": page.pages,
    }


def place_json(place: FacetValue) -> dict[str, Any]:
    """A place with the places directly inside it."""
    return facet_json(place) | {"places": [facet_json(p) for p in place.children]}


def base_json(base: Base) -> dict[str, Any]:
    """What a figure is measured against; `search` is the address of its documents."""
    return {"filters": base.words, "documents": base.documents, "search": base.question.to_query_string()}


def _series(series: Series) -> dict[str, Any]:
    return {
        "query": series.label,
        "search": series.question.to_query_string(),
        "documents": series.documents,
        "undated": series.undated,
        "coarse": series.coarse,
        "base_undated": series.base_undated,
        "base_coarse": series.base_coarse,
        "points": [_point(p) for p in series.points],
        "base": base_json(series.base),
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "period": point.period,
        "documents": point.documents,
        "base": point.base,
        "per_1000": point.per_1000,
    }


def _first(first: First) -> dict[str, Any]:
    return {
        "place": first.place,
        "documents": first.documents,
        "undated": first.undated,
        "earliest": hit_json(first.earliest) if first.earliest else None,
        "perhaps": hit_json(first.perhaps) if first.perhaps else None,
    }


def _companion(companion: Companion) -> dict[str, Any]:
    return {
        "text": companion.text,
        "documents": companion.documents,
        "base": companion.base,
        "lift": companion.lift,
    }
