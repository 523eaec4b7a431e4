"""What the selections of a question let through: chosen and excluded values of facets, and dates."""

from __future__ import annotations

from functools import lru_cache

from elasticsearch.dsl.query import Q, Query

from search.dates import in_order, read_date
from search.matching import date_query, missing, year_query
from search.question import EXCLUSIONS, FACETS, UNKNOWN, Question, UserError
from search.values import industries_of
from search.years import read_years

DATE = "date"  # the selection of the parameters from and to
KEPT = 64  # selections whose queries are kept: one search asks for them many times
ADDED = "added"  # the selection of the parameter of this name


def filters(question: Question) -> dict[str, Query]:
    """One query for each facet with a selection, and one for the dates. Raises UserError for a bad year or date.

    A document passes with any of the chosen values (where there are some) and none of the excluded ones.
    """
    return dict(_filters(question))


@lru_cache(maxsize=KEPT)
def _filters(question: Question) -> dict[str, Query]:
    made = {name: _bool(_chosen(question, name), _excluded(question, name)) for name in FACETS}
    found = {name: query for name, query in made.items() if query is not None}
    if question.date_from or question.date_to:
        found[DATE] = _between(question.date_from, question.date_to)
    if question.added:
        found[ADDED] = Q("range", added_at={"gt": question.added})
    return found


def scope(question: Question, name: str) -> list[Query]:
    """What the values of a facet are counted under: all other selections, and its own exclusions.

    Raises UserError as `filters` does.
    """
    excluded = _excluded(question, name)
    return without(question, name) + ([Q("bool", must_not=[excluded])] if excluded is not None else [])


def without(question: Question, name: str) -> list[Query]:
    """All selections but those of one facet. Raises UserError as `filters` does."""
    return [query for other, query in filters(question).items() if other != name]


def all_of(queries: list[Query]) -> Query:
    """Documents that match every one of the queries."""
    if not queries:
        return Q("match_all")
    return queries[0] if len(queries) == 1 else Q("bool", filter=queries)


def value_query(name: str, value: str) -> Query:
    """Documents with a value of a facet. Raises UserError for a bad year."""
    if value == UNKNOWN:
        return missing(field_of(name))
    if name == "sector":
        return Q("terms", industry=list(industries_of(value)))
    if name != "year":
        return Q("term", **{name: value})
    if read_years(value) is None:
        raise UserError("年份“%(value)s”看不懂：请写四位数字的一年（2023）或一段（2020-2023）。", value=value)
    return year_query(value)


def field_of(name: str) -> str:
    """The field of the index that the values of a facet stand in."""
    return "industry" if name == "sector" else name


def own_query(path: str) -> Query:
    """Documents about a place itself and no place inside it."""
    return Q("bool", filter=[Q("term", region=path)], must_not=[Q("prefix", region=f"{path}/")])


def _chosen(question: Question, name: str) -> Query | None:
    own = [own_query(path) for path in question.own] if name == "region" else []
    return _any_of(name, getattr(question, name), own)


def _excluded(question: Question, name: str) -> Query | None:
    return _any_of(name, getattr(question, EXCLUSIONS[name]), [])


def _any_of(name: str, values: tuple[str, ...], more: list[Query]) -> Query | None:
    plain = [v for v in values if v != UNKNOWN and name not in ("year", "sector")]
    queries = [Q("terms", **{name: plain})] if plain else []
    queries += [value_query(name, v) for v in values if v not in plain]
    queries += more
    if not queries:
        return None
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)


def _bool(chosen: Query | None, excluded: Query | None) -> Query | None:
    if excluded is None:
        return chosen
    parts = {"filter": [chosen] if chosen is not None else [], "must_not": [excluded]}
    return Q("bool", **{name: part for name, part in parts.items() if part})


def _between(first: str, last: str) -> Query:
    first, last = in_order(first, last)
    low, high = read_date(first), read_date(last)
    for text, date in ((first, low), (last, high)):
        if text and date is None:
            raise UserError("日期“%(text)s”看不懂：请写 2023、2023-09 或 2023-09-05。", text=text)
    return date_query(f"{low.low if low else ''}..{high.high if high else ''}")
