"""The document that stands for each text on a page of hits, and how many others the search finds of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from search.copies import EARLIEST_FIRST, texts_of
from search.counting import GROUP, MOST_EXACT, Json
from search.request import Request, Sendable
from search.run import Response

FOUND, FIRST = "found", "first"  # names of aggregations
SCORE = "_score"
Run = Callable[[Sendable], Response]


def with_copies(run: Run, response: Response, search: Sendable) -> Response:
    """The response to a search for a page of hits, each hit with the number of its copies in `copies`.

    By relevance the best copy stands for its text, the earliest of those alike; else the first in the order of hits.
    """
    texts = _shown(response)
    if not texts:
        return response
    found = _read(run(_compile(search.to_dict(), texts)))
    return _put_in(response, found)


def _shown(response: Response) -> list[str]:
    """The groups of the hits of a page; none where every document found is a text of its own."""
    hits = response["hits"]
    if texts_of(response) == hits["total"]["value"] <= MOST_EXACT:
        return []
    return [_group(hit) for hit in hits["hits"]]


def _compile(request: Json, texts: list[str]) -> Request:
    """The request for how many documents each of these texts has among those found, where it has more than one.

    `request` is that of the search page; where it is ordered by scores, for the document that stands for the text too:
    the best, of those alike the earliest.
    """
    scored = any(SCORE in key for key in request["sort"])
    filters = [{"terms": {GROUP: texts}}, *([request["post_filter"]] if "post_filter" in request else [])]
    found: dict[str, Any] = {"terms": {"field": GROUP, "size": len(texts), "min_doc_count": 2}}
    if scored:
        shown = {name: request[name] for name in ("_source", "highlight") if name in request}
        best = {"size": 1, "sort": [{SCORE: {"order": "desc"}}, *EARLIEST_FIRST], **shown}
        found["aggs"] = {FIRST: {"top_hits": best}}
    query = {"must": request["query"], "filter": filters} if scored else {"filter": [*filters, request["query"]]}
    return Request({"query": {"bool": query}, "aggs": {FOUND: found}, "size": 0, "track_total_hits": False})


def _read(response: Response) -> dict[str, Json]:
    """The bucket of each text that has more than one document."""
    counted = response.get("aggregations", {})
    return {bucket["key"]: bucket for bucket in counted[FOUND]["buckets"]} if counted else {}


def _put_in(response: Response, found: dict[str, Json]) -> Response:
    """The response with the hit that stands for each text, and in `copies` the number of its other documents."""
    hits = [_standing(hit, found.get(_group(hit))) for hit in response["hits"]["hits"]]
    return response | {"hits": response["hits"] | {"hits": hits}}


def _standing(hit: Response, text: Json | None) -> Response:
    if text is None:
        return hit | {"copies": 0}
    return (text[FIRST]["hits"]["hits"][0] if FIRST in text else hit) | {"copies": text["doc_count"] - 1}


def _group(hit: Response) -> str:
    """The group of a hit of a collapsed search."""
    group: str = hit["fields"][GROUP][0]
    return group
