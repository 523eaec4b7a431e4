"""Facets against a count of the documents one by one: choices, exclusions, dates, own documents of places."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import Settings
from search import FacetValue, Question, Searcher
from search.question import EXCLUSIONS, FACETS, UNKNOWN
from tests.search import brute
from tests.search.conftest import index

DOCUMENTS = brute.documents(160, seed=5)
YEARS = ("2009", "2010", "2014", "2009-2010", "2011-", "-2010", "1999")
SECTORS = ("战略性新兴产业", "服务业", "农业", "没有的大类")
OFFERED = {
    "region": (*brute.PATHS, "甘肃省/天水市/秦州区"),
    "year": YEARS,
    "sector": SECTORS,
    "industry": brute.INDUSTRIES,
    "slogan": brute.SLOGANS,
    "park": brute.PARKS,
    "kind": (*brute.KINDS, "讲话"),
    "outlet": brute.OUTLETS,
    "site": brute.SITES,
}
DATES = ("", "2010", "2010-06", "2014-03-15", "2011-12-31")


def few(offered: tuple[str, ...], unknown: str = UNKNOWN) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.lists(st.sampled_from([*offered, unknown]), min_size=1, max_size=2, unique=True)
    return st.one_of(st.just(()), st.just(()), st.just(()), chosen.map(sorted).map(tuple))


QUESTIONS = st.builds(
    Question,
    query=st.sampled_from(["", "招商引资", '"高新区"']),
    own=few(brute.PATHS, "甘肃省"),
    date_from=st.sampled_from(DATES),
    date_to=st.sampled_from(DATES),
    **{name: few(offered) for name, offered in OFFERED.items()},
    **{EXCLUSIONS[name]: few(offered) for name, offered in OFFERED.items()},
)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def everywhere(values: tuple[FacetValue, ...]) -> list[FacetValue]:
    return [v for top in values for v in (top, *everywhere(top.children))]


def of_words(question: Question) -> list[brute.Document]:
    return [d for d in DOCUMENTS if brute.holds(d, [w for w in [question.query.strip('"')] if w])]


@settings(max_examples=60)
@given(question=QUESTIONS)
def test_every_count_is_that_of_the_documents(searcher: Searcher, question: Question) -> None:
    answer = searcher.search(question)
    here = of_words(question)
    assert answer.total == sum(brute.passes(d, question) for d in here)
    for name in FACETS:
        found = {v.value: v for v in everywhere(answer.facets[name])}
        expected = brute.facet(here, question, name)
        around = {p for p in found if any(other.startswith(f"{p}/") for other in found)}
        assert {v: f.count for v, f in found.items() if f.count or v not in around} == {
            v: n for v, n in expected.items() if n or v not in around
        }
        assert {v for v, f in found.items() if f.selected} == set(getattr(question, name))
        assert {v for v, f in found.items() if f.excluded} == set(getattr(question, EXCLUSIONS[name]))
        assert answer.lists[name].complete and answer.lists[name].exact


@settings(max_examples=40)
@given(question=QUESTIONS)
def test_the_own_documents_of_an_open_place_are_counted(searcher: Searcher, question: Question) -> None:
    here = of_words(question)
    for value in everywhere(searcher.search(question).facets["region"]):
        assert value.own_selected == (value.value in question.own)
        if value.own is not None:
            counted = [d for d in here if brute.passes(d, question, but="region")]
            left = [d for d in counted if not brute.is_excluded(d, question, "region")]
            assert value.own == sum(brute.is_own(d, value.value) for d in left)


@settings(max_examples=40)
@given(question=QUESTIONS)
def test_years_tell_nothing_found_from_nothing_collected(searcher: Searcher, question: Question) -> None:
    years = searcher.search(question).years
    base = [d for d in DOCUMENTS if brute.passes(d, question, but="year") and d.year]
    here = of_words(question)
    found = [d for d in here if brute.passes(d, question, but="year")]
    if not base:
        assert years == ()
        return
    first, last = (end(d.year or 0 for d in base) for end in (min, max))
    assert [y.year for y in years] == list(range(first, last + 1))
    for year in years:
        assert year.documents == sum(d.year == year.year for d in found)
        assert year.base == sum(d.year == year.year for d in base)


def test_of_two_years_nothing_was_collected(searcher: Searcher) -> None:
    years = {y.year: y for y in searcher.search(Question(query="招商引资")).years}
    assert list(years) == list(range(2009, 2016))
    assert (years[2012].documents, years[2012].base) == (0, 0)
    assert years[2010].base > years[2010].documents > 0


def test_only_a_places_own_documents_are_chosen(searcher: Searcher) -> None:
    answer = searcher.search(Question(own=("甘肃省",), size=100))
    assert {hit.id for hit in answer.hits} == {d.id for d in DOCUMENTS if brute.is_own(d, "甘肃省")}
    assert answer.total > 0


def test_a_field_of_the_query_is_a_filter_of_the_years(searcher: Searcher) -> None:
    years = searcher.search(Question(query="招商引资 类型:政策 -地区:江苏")).years
    base = [d for d in DOCUMENTS if d.kind == "政策" and "江苏省" not in d.region]
    assert {y.year: y.base for y in years if y.base} == dict(brute.Counter(d.year for d in base if d.year))


@settings(max_examples=30)
@given(question=QUESTIONS, facet=st.sampled_from(FACETS), contains=st.sampled_from(["", "甘肃", "gov", "业", "20"]))
def test_the_values_of_a_facet_are_found_by_their_characters(
    searcher: Searcher, question: Question, facet: str, contains: str
) -> None:
    page = searcher.facet_values(question, facet, contains, size=500)
    expected = brute.facet(of_words(question), question, facet)
    named = (*getattr(question, facet), *getattr(question, EXCLUSIONS[facet]))
    assert {v.value: v.count for v in page.values} == {
        v: n for v, n in expected.items() if (n or v in named) and contains in v.rpartition("/")[2]
    }
    assert (page.total, page.complete, page.pages) == (len(page.values), True, 1)
    assert [v.count for v in page.values if v.value != UNKNOWN] == sorted(
        (v.count for v in page.values if v.value != UNKNOWN), reverse=True
    )


@settings(max_examples=30)
@given(question=QUESTIONS, path=st.sampled_from(["", "甘肃省", "甘肃省/平凉市", "江苏省", "没有的省"]))
def test_the_places_inside_a_place_are_counted(searcher: Searcher, question: Question, path: str) -> None:
    level = searcher.places(question, path)
    here = of_words(question)
    expected = brute.facet(here, question, "region")
    inside = {p: n for p, n in expected.items() if p.rpartition("/")[0] == path and p != UNKNOWN}
    excluded = question.not_region
    assert {c.value: c.count for c in level.children} == {p: n for p, n in inside.items() if n or p in excluded}
    counted = [d for d in here if brute.passes(d, question, but="region")]
    left = [d for d in counted if not brute.is_excluded(d, question, "region")]
    assert level.count == (expected.get(path, 0) if path else sum(bool(d.region) for d in left))
    assert level.own == (sum(brute.is_own(d, path) for d in left) if path else None)
