"""What ranks: the search of the site, and plain requests beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from elasticsearch import Elasticsearch

from engine import Settings, articles_alias
from engine.errors import QueryError
from mappings import cut, fold
from search import Question, Searcher

DEPTH = 10
OURS = "ours"
Ranker: TypeAlias = Callable[[str], list[str]]  # a query -> the documents found, the best first
Body: TypeAlias = Callable[[str], dict[str, Any]]  # a query -> what Elasticsearch is asked

# One field, all that the query says, no more.
PLAIN: dict[str, Body] = {
    "words only": lambda query: {"match": {"body_terms": " ".join(cut(query))}},
    "bigrams only": lambda query: {"match": {"body.bigram": fold(query)}},
    "BM25 by default": lambda query: {"match": {"body": fold(query)}},
}


def rankers(client: Elasticsearch, settings: Settings) -> Iterator[tuple[str, Ranker]]:
    """Each ranker by name, ours first, over one collection."""
    searcher = Searcher(client, settings)
    yield OURS, partial(_ours, searcher)
    for name, body in PLAIN.items():
        yield name, partial(_plain, client, settings, body)


def _ours(searcher: Searcher, query: str) -> list[str]:
    try:
        answer = searcher.search(Question(query=query, size=DEPTH))
    except QueryError:  # a query that the site refuses finds nothing
        return []
    return [Path(hit.path).name for hit in answer.hits]


def _plain(client: Elasticsearch, settings: Settings, body: Body, query: str) -> list[str]:
    found = client.search(index=articles_alias(settings), query=body(query), size=DEPTH, source_includes=["path"])
    return [Path(hit["_source"]["path"]).name for hit in found["hits"]["hits"]]
