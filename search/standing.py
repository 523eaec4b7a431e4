"""The document that stands for each text on a page of hits, and how many others the search finds of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Q, Query

from search.compile import compile_all, compile_search, has_text
from search.copies import EARLIEST_FIRST, texts_of
from search.counting import GROUP, MOST_EXACT, Json
from search.question import SORTS, Question
from search.run import Response
from search.tree import Node

FOUND, FIRST = "found", "first"  # names of aggregations
Run = Callable[[Search[Any]], Response]


def with_copies(run: Run, response: Response, tree: Node, question: Question, *, any_word: bool) -> Response:
    """The response to a search, each hit with the number of its copies in `copies`.

    By relevance the best copy stands for its text, the earliest of those alike; else the first in the order of hits.
    """
    texts = _shown(response)
    if not texts:
        return response
    numbers = _read_numbers(run(_compile_numbers(texts, compile_all(tree, question, any_word=any_word))))
    standing: dict[str, Response] = {}
    if numbers and question.sort == SORTS[0] and has_text(tree):
        request = compile_search(tree, question, any_word=any_word).to_dict()
        standing = _read_standing(run(_compile_standing(request, numbers)))
    return _put_in(response, numbers, standing)


def _shown(response: Response) -> list[str]:
    """The groups of the hits of a page; none where every document found is a text of its own."""
    hits = response["hits"]
    if texts_of(response) == hits["total"]["value"] <= MOST_EXACT:
        return []
    return [_group(hit) for hit in hits["hits"]]


def _compile_numbers(texts: list[str], among: Query) -> Search[Any]:
    """The request for how many documents that a query finds each of these texts has."""
    search: Search[Any] = Search().query(Q("bool", filter=[Q("terms", **{GROUP: texts}), among]))
    search.aggs.bucket(FOUND, "terms", field=GROUP, size=len(texts), min_doc_count=2)
    return search.extra(size=0, track_total_hits=False)


def _read_numbers(response: Response) -> dict[str, int]:
    """The number of documents of each text that has more than one."""
    counted = response.get("aggregations", {})
    return {bucket["key"]: bucket["doc_count"] for bucket in counted[FOUND]["buckets"]} if counted else {}


def _compile_standing(request: Json, texts: Iterable[str]) -> Search[Any]:
    """The request for the document that stands for each of these texts: the best, of those alike the earliest.

    `request` is that of the search page, ordered by scores.
    """
    listed = list(texts)
    search: Search[Any] = Search.from_dict({"query": request["query"]}).filter(Q("terms", **{GROUP: listed}))
    if "post_filter" in request:
        search = search.filter(Q(request["post_filter"]))
    shown = {name: request[name] for name in ("_source", "highlight") if name in request}
    found = search.aggs.bucket(FOUND, "terms", field=GROUP, size=len(listed))
    found.metric(FIRST, "top_hits", size=1, sort=[{"_score": {"order": "desc"}}, *EARLIEST_FIRST], **shown)
    return search.extra(size=0, track_total_hits=False)


def _read_standing(response: Response) -> dict[str, Response]:
    """The hit that stands for each text."""
    counted = response.get("aggregations", {})
    return {b["key"]: b[FIRST]["hits"]["hits"][0] for b in counted[FOUND]["buckets"]} if counted else {}


def _put_in(response: Response, numbers: dict[str, int], standing: dict[str, Response]) -> Response:
    """The response with the hit that stands for each text, and in `copies` the number of its other documents."""
    hits = [
        standing.get(_group(hit), hit) | {"copies": numbers.get(_group(hit), 1) - 1} for hit in response["hits"]["hits"]
    ]
    return response | {"hits": response["hits"] | {"hits": hits}}


def _group(hit: Response) -> str:
    """The group of a hit of a collapsed search."""
    group: str = hit["fields"][GROUP][0]
    return group
