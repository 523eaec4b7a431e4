"""Facets: how values are counted, and the lists and the region tree of an answer.

Each facet is counted under the selections of all other facets but not under its own choice. What a facet excludes stays
excluded, but for the count of an excluded value itself: so many documents it takes out.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from elasticsearch.dsl import A

from search.answer import FacetList, FacetValue
from search.counting import Json, are_exact, bucket, count_of, most_first
from search.question import EXCLUSIONS, FACETS, ONCE, SELECTIONS, UNKNOWN, Question
from search.region_tree import LEVEL, REGION, WHOLE, named_places, read_places, region_aggregations, region_tree
from search.selections import all_of, field_of, scope, value_query, without
from search.values import sectors

# Values fetched. Of years, sectors, industries and kinds there are fewer.
SIZES = {"year": 200, "industry": 100, "slogan": 100, "park": 100, "kind": 20, "outlet": 50, "site": 50}
OPEN_ENDED = ("region", "slogan", "park", "outlet", "site")  # facets that may have more values than are listed
KEPT = 64  # requests kept, each for one choice of values
YEAR = "year"
LISTED, MISSING, CHOSEN = "values", "missing", "chosen"  # names of the aggregations of one facet
VALUES = "number"  # the same: how many values there are
INSIDE = "."  # between the name of a facet and that of one of its aggregations
EVERYTHING: dict[str, dict[str, Any]] = {"match_all": {}}
EXCLUDED = "excluded_"  # with the name of a facet: the counts of its excluded values


def facet_aggregations(question: Question) -> dict[str, Any]:
    """For each facet: its most frequent values, the documents without one, and the chosen and excluded values.

    As they are sent; not to be changed, for they are kept: whatever the words, the same selections ask for the same.
    """
    selections = {name: getattr(question, name) for name in (*SELECTIONS, "date_from", "date_to", "added", "copies")}
    return _sent(Question(**selections))


@lru_cache(maxsize=KEPT)
def _sent(question: Question) -> dict[str, Any]:
    sent: dict[str, Any] = {}
    for name, aggregation in _aggregations(question).items():
        made = aggregation.to_dict()
        if made.get("filter") == EVERYTHING:  # a filter that lets everything through would still look at everything
            sent |= {f"{name}{INSIDE}{inner}": counted for inner, counted in made["aggs"].items()}
        else:
            sent[name] = made
    return sent


def by_facet(counted: Json) -> dict[str, Any]:
    """The response's aggregations, those of each facet in one place."""
    found: dict[str, Any] = {}
    for name, value in counted.items():
        facet, inside, inner = name.partition(INSIDE)
        if inside:
            found.setdefault(facet, {})[inner] = value
        else:
            found[name] = value
    return found


def _aggregations(question: Question) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name in FACETS:
        made |= in_scope(question, name, _listed(question, name))
        _count_more(made[name], question, name)
    return made


def in_scope(question: Question, name: str, inside: dict[str, Any]) -> dict[str, Any]:
    """Aggregations over the documents that the values of a facet are counted on, and the counts of what it excludes."""
    counted = bucket("filter", question, filter=all_of(scope(question, name)))
    for key, aggregation in {**inside, MISSING: bucket("missing", question, field=field_of(name))}.items():
        counted.bucket(key, aggregation)
    values = getattr(question, EXCLUSIONS[name])
    if not values:
        return {name: counted}
    taken_out = A("filter", filter=all_of(without(question, name)))
    taken_out.bucket(CHOSEN, each(question, name, values))
    if name == YEAR:  # the years are drawn side by side, the excluded ones too
        taken_out.bucket(LISTED, years(question))
    return {name: counted, EXCLUDED + name: taken_out}


def _count_more(counted: Any, question: Question, name: str) -> None:
    """Add the counts of the chosen values, and of the values there are."""
    if values := named_places(question) if name == REGION else getattr(question, name):
        counted.bucket(CHOSEN, each(question, name, values))
    if name in OPEN_ENDED:
        counted.metric(VALUES, "cardinality", field=name)


def _listed(question: Question, name: str) -> dict[str, Any]:
    if name == REGION:
        return region_aggregations(question)
    if name == "sector":
        return {LISTED: each(question, name, sectors())}
    if name == YEAR:
        return {LISTED: years(question)}
    return {LISTED: bucket("terms", question, field=name, size=SIZES[name], order=most_first(question))}


def years(question: Question) -> Any:
    """The documents of each year."""
    return bucket("terms", question, field=YEAR, size=SIZES[YEAR], order={"_key": "desc"})


def each(question: Question, name: str, values: tuple[str, ...]) -> Any:
    """The documents of each of some values."""
    return bucket("filters", question, filters={v: value_query(name, v) for v in values})


def read_facets(counted: Json, question: Question) -> dict[str, tuple[FacetValue, ...]]:
    """The facets from the response's aggregations, as `by_facet` gives them.

    A chosen or excluded value stays, with its count, though it be zero.
    """
    return {name: _read(counted, name, question) if name in counted else () for name in FACETS}


def read_lists(counted: Json, question: Question, facets: dict[str, tuple[FacetValue, ...]]) -> dict[str, FacetList]:
    """Whether the list of each facet is complete; `facets` are those of `read_facets`."""
    return {name: _list_of(counted[name], name, question, values) for name, values in facets.items() if name in counted}


def _read(counted: Json, name: str, question: Question) -> tuple[FacetValue, ...]:
    found = counted[name]
    missing = count_of(found[MISSING], question)
    chosen = read_counts(found.get(CHOSEN), question)
    taken_out = read_excluded(counted, name, question)
    unknown = facet_value(name, UNKNOWN, taken_out.pop(UNKNOWN, missing), question)
    chosen.pop(UNKNOWN, None)
    if name == REGION:
        places = read_places(found, question)
        values = region_tree(replace(places, counts=chosen | places.counts, excluded=taken_out))
    else:
        listed = read_counts(found[LISTED], question)
        listed.pop(UNKNOWN, None)
        counts = listed | {v: n for v, n in chosen.items() if v not in listed} | taken_out
        values = tuple(v for v in (facet_value(name, *pair, question) for pair in counts.items()) if _is_shown(v))
    if name == "sector" or (question.copies == ONCE and name != YEAR):  # its buckets are not ordered by the count
        values = tuple(sorted(values, key=lambda v: -v.count))
    return (*values, unknown) if _is_shown(unknown) else values


def _is_shown(value: FacetValue) -> bool:
    return bool(value.count) or value.selected or value.excluded


def read_excluded(counted: Json, name: str, question: Question) -> dict[str, int]:
    """How many documents each excluded value of a facet takes out."""
    return read_counts(counted.get(EXCLUDED + name, {}).get(CHOSEN), question)


def facet_value(name: str, value: str, count: int, question: Question) -> FacetValue:
    """A value that is no place with its count."""
    excluded = value in getattr(question, EXCLUSIONS[name])
    return FacetValue(value, count, value in getattr(question, name), value, excluded=excluded)


def read_counts(found: Json | None, question: Question) -> dict[str, int]:
    """The counts of the buckets of a `terms` or `filters` aggregation by value."""
    buckets = found["buckets"] if found else {}
    pairs = buckets.items() if isinstance(buckets, dict) else ((str(b["key"]), b) for b in buckets)
    return {value: count_of(b, question) for value, b in pairs}


def _list_of(found: Json, name: str, question: Question, values: tuple[FacetValue, ...]) -> FacetList:
    listed = found.get(WHOLE if name == REGION else LISTED, {})
    most = LEVEL if name == REGION else SIZES.get(name, len(values))
    exact = not listed.get("doc_count_error_upper_bound", 0)
    exact = exact and are_exact((value.count for value in values), question, buckets=most)
    if not listed.get("sum_other_doc_count", 0):
        return FacetList(exact=exact)
    further = found[VALUES]["value"] - _with_documents(values)
    return FacetList(complete=False, further=max(1, further), approximate=True, exact=exact)


def _with_documents(values: tuple[FacetValue, ...]) -> int:
    """How many values of a list have documents, places inside places included."""
    return sum((v.value != UNKNOWN and v.count > 0) + _with_documents(v.children) for v in values)
