"""Facets: what a selection filters, how values are counted, and the lists and the region tree of an answer.

Each facet is counted under the selections of all other facets but not under its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import A
from elasticsearch.dsl.query import Q, Query

from search.answer import FacetValue
from search.matching import missing, year_query
from search.question import FACETS, UNKNOWN, Question, UserError
from search.years import read_years

SIZES = {"region": 5000, "year": 200, "industry": 100, "slogan": 100, "park": 100, "kind": 20}  # values fetched
LISTED, MISSING, CHOSEN = "values", "missing", "chosen"  # names of the aggregations of one facet

Json = Mapping[str, Any]


def filters(question: Question) -> dict[str, Query]:
    """One query for each facet with a selection: documents with any of the values. Raises UserError for a bad year."""
    return {name: _any_of(name, getattr(question, name)) for name in FACETS if getattr(question, name)}


def all_of(queries: list[Query]) -> Query:
    """Documents that match every one of the queries."""
    if not queries:
        return Q("match_all")
    return queries[0] if len(queries) == 1 else Q("bool", filter=queries)


def aggregations(question: Question) -> dict[str, Any]:
    """An aggregation for each facet: its most frequent values, the documents without one, and the chosen values."""
    chosen = filters(question)
    return {name: _aggregation(question, name, [q for f, q in chosen.items() if f != name]) for name in FACETS}


def _aggregation(question: Question, name: str, others: list[Query]) -> Any:
    counted = A("filter", filter=all_of(others))
    order = {"_key": "desc"} if name == "year" else {"_count": "desc"}
    counted.bucket(LISTED, "terms", field=name, size=SIZES[name], order=order)
    counted.bucket(MISSING, "missing", field=name)
    values = getattr(question, name)
    if values:
        counted.bucket(CHOSEN, "filters", filters={v: _value(name, v) for v in values})
    return counted


def _any_of(name: str, values: tuple[str, ...]) -> Query:
    plain = [v for v in values if v != UNKNOWN and name != "year"]
    queries = [Q("terms", **{name: plain})] if plain else []
    queries += [_value(name, v) for v in values if v not in plain]
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)


def _value(name: str, value: str) -> Query:
    if value == UNKNOWN:
        return missing(name)
    if name != "year":
        return Q("term", **{name: value})
    if read_years(value) is None:
        raise UserError(f"年份“{value}”看不懂：请写四位数字的一年（2023）或一段（2020-2023）。")
    return year_query(value)


def read_facets(counted: Json, question: Question) -> dict[str, tuple[FacetValue, ...]]:
    """The facets from the response's aggregations; a chosen value stays, with its count, though it be zero."""
    return {name: _read(counted[name], name, getattr(question, name)) if name in counted else () for name in FACETS}


def _read(counted: Json, name: str, chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    counts = {str(b["key"]): int(b["doc_count"]) for b in counted[LISTED]["buckets"]}
    for value, bucket in counted.get(CHOSEN, {"buckets": {}})["buckets"].items():
        counts.setdefault(value, bucket["doc_count"])
    counts.pop(UNKNOWN, None)
    values = _tree(counts, chosen) if name == "region" else _list(counts, chosen)
    unknown = counted[MISSING]["doc_count"]
    if unknown or UNKNOWN in chosen:
        values = (*values, FacetValue(UNKNOWN, unknown, UNKNOWN in chosen, UNKNOWN))
    return values


def _list(counts: dict[str, int], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, count, value in chosen, value) for value, count in counts.items())


def _tree(counts: dict[str, int], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """The places as a tree; a place above one that was chosen is there even without documents."""
    inside: dict[str, list[str]] = {}
    for path in list(counts):
        while "/" in path and path.rpartition("/")[0] not in counts:
            path = path.rpartition("/")[0]
            counts[path] = 0
    for path in counts:
        inside.setdefault(path.rpartition("/")[0], []).append(path)

    def branch(above: str) -> tuple[FacetValue, ...]:
        paths = sorted(inside.get(above, ()), key=lambda p: (-counts[p], p))
        return tuple(FacetValue(p, counts[p], p in chosen, p.rpartition("/")[2], branch(p)) for p in paths)

    return branch("")
