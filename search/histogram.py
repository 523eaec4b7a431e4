"""How many documents of each year: a row without gaps, in which nothing found and nothing collected are two things."""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl import A

from search.answer import YearCount
from search.base import filters_only
from search.counting import Json, count_of
from search.facets import EXCLUDED, LISTED, YEAR, years
from search.matching import by_words
from search.question import Question
from search.selections import all_of, without
from search.tree import EMPTY, Node

BASE, HERE = "base_of_years", "here"  # names of aggregations


def base_aggregations(tree: Node, question: Question) -> dict[str, Any]:
    """The documents of each year under all filters but those of the year, whatever the words.

    Without words these are the documents found, which the facet counts.
    """
    filters = filters_only(tree)
    if filters == tree:
        return {}
    queries = without(question, YEAR) + ([] if filters == EMPTY else [by_words(filters)])
    everything = A("global")
    # A filter that lets everything through would still look at every document.
    here = everything.bucket(HERE, "filter", filter=all_of(queries)) if queries else everything
    here.bucket(LISTED, years(question))
    return {BASE: everything}


def read_years(counted: Json, question: Question) -> tuple[YearCount, ...]:
    """Each year from the first to the last one of which something was collected, whatever years are asked for."""
    if YEAR not in counted:
        return ()
    found = _by_year(counted.get(EXCLUDED + YEAR, counted[YEAR])[LISTED], question)
    base = _by_year(counted[BASE].get(HERE, counted[BASE])[LISTED], question) if BASE in counted else found
    if not base:
        return ()
    return tuple(YearCount(y, found.get(y, 0), base.get(y, 0)) for y in range(min(base), max(base) + 1))


def _by_year(found: Json, question: Question) -> dict[int, int]:
    return {int(b["key"]): count_of(b, question) for b in found["buckets"]}
