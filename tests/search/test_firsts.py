"""First occurrences against a look at the documents one by one."""

from __future__ import annotations

import datetime as dt

import pytest
from elasticsearch import Elasticsearch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import Settings
from engine.errors import UserError
from mappings import Document
from search import Question, Searcher, firsts_json
from search.firsts import First
from tests.search import brute
from tests.search.conftest import MakeSearcher, document, index

DOCUMENTS = brute.documents(200, seed=23)
LEVELS = {
    "province": ("甘肃省", "江苏省", "河南省", "北京市", "全国"),
    "city": ("甘肃省/平凉市", "甘肃省/兰州市", "江苏省/南京市", "河南省/济源市", "北京市"),
}
QUESTIONS = st.builds(
    Question,
    query=st.sampled_from(["招商引资", '"教育"', "招商引资 高新区"]),
    kind=st.sampled_from([(), (), ("政策",)]),
    not_industry=st.sampled_from([(), ("汽车",)]),
    date_from=st.sampled_from(["", "", "2010-06"]),
)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def last_day(found: Document) -> dt.date:
    span = brute.days(found)
    return span[1] if span else dt.date.max


def check(first: First, here: list[Document]) -> None:
    dated = [d for d in here if d.published]
    assert (first.documents, first.undated) == (len(here), len(here) - len(dated))
    if not dated:
        assert first.earliest is None and first.perhaps is None
        return
    sure = min(map(last_day, dated))
    assert first.earliest is not None
    (earliest,) = [d for d in dated if d.id == first.earliest.id]
    assert last_day(earliest) == sure
    coarser = ("day", "month", "year")[("day", "month", "year").index(str(earliest.published_precision)) + 1 :]
    perhaps = [d for d in dated if d.published and d.published < sure and d.published_precision in coarser]
    assert first.earliest.matched == "phrase"
    assert (first.perhaps is None) == (not perhaps)
    if first.perhaps:
        assert first.perhaps.published == min(d.published for d in perhaps if d.published)
        assert first.perhaps.id in {d.id for d in perhaps}


@settings(max_examples=40)
@given(question=QUESTIONS, level=st.sampled_from(["province", "city"]))
def test_the_first_of_each_place_is_that_of_the_documents(searcher: Searcher, question: Question, level: str) -> None:
    words = [w.strip('"') for w in question.query.split()]
    found = [d for d in DOCUMENTS if brute.passes(d, question) and brute.holds(d, words)]
    firsts = searcher.first_occurrences(question, level)
    by_place = {place: [d for d in found if place in d.region] for place in LEVELS[level]}
    assert {f.place for f in firsts.places} == {place for place, here in by_place.items() if here}
    for first in firsts.places:
        check(first, by_place[first.place])
    assert firsts.documents == len(found) == searcher.search(firsts.question).total
    assert firsts.undated == sum(d.published is None for d in found)
    assert firsts.unplaced == sum(not set(LEVELS[level]) & set(d.region) for d in found)
    assert firsts.base.documents == sum(brute.passes(d, question) for d in DOCUMENTS)
    dates = [last_day(d) for f in firsts.places for d in DOCUMENTS if f.earliest and d.id == f.earliest.id]
    assert dates == sorted(dates)


def dated(name: str, date: str, precision: str) -> Document:
    published = dt.date.fromisoformat(date)
    return document(name, "三抓三促", region=("甘肃省",), published=published, published_precision=precision)


@pytest.mark.parametrize(
    ("documents", "earliest", "perhaps"),
    [
        ([dated("a", "2023-03-05", "day"), dated("b", "2023-01-01", "year")], "a", "b"),
        ([dated("a", "2023-03-05", "day"), dated("b", "2022-01-01", "year")], "b", None),
        ([dated("a", "2023-03-05", "day"), dated("b", "2023-03-01", "month")], "a", "b"),
        ([dated("a", "2023-03-31", "day"), dated("b", "2023-03-01", "month")], "a", "b"),
        ([dated("a", "2023-03-01", "day"), dated("b", "2023-03-01", "month")], "a", None),
        ([dated("a", "2023-01-01", "year"), dated("b", "2024-01-01", "year")], "a", None),
    ],
)
def test_a_date_known_in_part_is_no_early_day(
    make_searcher: MakeSearcher, documents: list[Document], earliest: str, perhaps: str | None
) -> None:
    (first,) = make_searcher(documents).first_occurrences(Question(query='"三抓三促"')).places
    assert first.earliest is not None and first.earliest.id == earliest
    assert (first.perhaps.id if first.perhaps else None) == perhaps


def test_words_in_another_order_are_no_occurrence(make_searcher: MakeSearcher) -> None:
    old, new = {"published": dt.date(2001, 1, 1)}, {"published": dt.date(2020, 1, 1)}
    searcher = make_searcher(
        [
            document("a", "项目多，产业旺", region=("甘肃省",), **old),
            document("b", "建设产业项目", region=("甘肃省",), **new),
        ]
    )
    (first,) = searcher.first_occurrences(Question(query="产业项目"), snippets=True).places
    assert first.earliest is not None and first.earliest.id == "b"
    assert [s.text for s in first.earliest.snippets[0] if s.marked] == ["产业项目"]
    (plain,) = firsts_json(searcher.first_occurrences(Question(query="产业项目")))["places"]
    assert (plain["place"], plain["earliest"]["id"], plain["earliest"]["snippets"]) == ("甘肃省", "b", [])


def test_an_unknown_level_is_refused(searcher: Searcher) -> None:
    with pytest.raises(UserError, match="province、city"):
        searcher.first_occurrences(Question(query="教育"), "county")
    with pytest.raises(UserError, match="province、city"):
        searcher.by_place(Question(query="教育"), "")


def test_an_empty_collection_has_no_first(client: Elasticsearch, collection_settings: Settings) -> None:
    firsts = Searcher(client, collection_settings).first_occurrences(Question(query="教育"))
    assert (firsts.places, firsts.documents, firsts.unplaced, firsts.base.documents) == ((), 0, 0, 0)
