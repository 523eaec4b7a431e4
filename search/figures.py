"""Counts about all documents of a search: aggregations without hits, under the same query and selections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Q, Query

from search.base import Base, base_question, in_words
from search.compile import compile_all, compile_count
from search.counting import Json, count_of, counting
from search.loosening import finds_nothing
from search.matching import can_loosen
from search.query import parse
from search.question import Question
from search.run import Response, run, run_all
from search.tree import Node

TOTAL = "total"  # the aggregation of all documents


@dataclass(frozen=True)
class Counted:
    """All documents of a search, and what was asked about them."""

    documents: int
    aggregations: Json


class Figures:
    """Counts in one index. Every method raises QueryError, UserError and EngineUnavailable."""

    def __init__(self, client: Elasticsearch, index: str) -> None:
        self._client = client
        self._index = index

    def count(self, question: Question, aggregations: dict[str, Any] | None = None) -> Counted:
        """Aggregations over the documents that a search for the question finds."""
        return self.counts([(question, aggregations or {})])[0]

    def counts(self, asked: Sequence[tuple[Question, dict[str, Any]]]) -> list[Counted]:
        """The same for several questions, in one call."""
        searches = [self._search(question, aggregations) for question, aggregations in asked]
        responses = run_all(self._client, self._index, searches)
        return [_read(response, question) for response, (question, _) in zip(responses, asked, strict=True)]

    def _search(self, question: Question, aggregations: dict[str, Any]) -> Search[Any]:
        search: Search[Any] = Search().query(self.query(question))
        search.aggs.bucket(TOTAL, counting(A("filter", filter=Q("match_all")), question))
        for name, aggregation in aggregations.items():
            search.aggs.bucket(name, aggregation)
        return search.extra(size=0, track_total_hits=False)

    def query(self, question: Question) -> Query:
        """What finds the documents of a question: those that a search shows, on all pages."""
        tree = parse(question.query).tree
        return compile_all(tree, question, any_word=self._loosened(tree, question))

    def base(self, question: Question, aggregations: dict[str, Any] | None = None) -> tuple[Base, Json]:
        """The base of figures about a question, and aggregations over it."""
        everything = base_question(question)
        counted = self.count(everything, aggregations)
        return Base(in_words(question), counted.documents, everything), counted.aggregations

    def _loosened(self, tree: Node, question: Question) -> bool:
        """Whether a search for the question takes one word for enough."""
        if question.match != "auto" or not can_loosen(tree):
            return False
        return finds_nothing(run(self._client, self._index, compile_count(tree, question)), tree, question)


def _read(response: Response, question: Question) -> Counted:
    counted = response.get("aggregations")  # an index that does not exist yet has none
    return Counted(count_of(counted[TOTAL], question), counted) if counted else Counted(0, {})
