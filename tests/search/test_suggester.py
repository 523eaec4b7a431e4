"""Suggestions while typing, and other spellings for what is found nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from mappings import Document
from search import Searcher
from tests.search.conftest import document

MakeSearcher = Callable[[Iterable[Document]], Searcher]

DOCUMENTS = (
    document("a", "全市“三抓三促”行动推进会召开。", "全市三抓三促行动推进会", slogan=("三抓三促",)),
    document("b", "开展三抓三促，优化营商环境。", "作风建设", slogan=("三抓三促",)),
    document("c", "三农工作会议。", "会议", slogan=("三农",)),
    document("d", "兰州新区招商引资。", "招商", region=("甘肃省", "甘肃省/兰州市"), park=("兰州新区",)),
    document("e", "苏州工業園區發布政策。", "蘇州工業園區發布政策", park=("苏州工业园区",), industry=("新能源汽车",)),
)


@pytest.fixture
def searcher(make_searcher: MakeSearcher) -> Searcher:
    return make_searcher(DOCUMENTS)


def texts(searcher: Searcher, typed: str) -> list[str]:
    return [suggestion.text for suggestion in searcher.suggest(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("三抓", "三抓三促"),
        ("szsc", "三抓三促"),
        ("SZSC", "三抓三促"),
        ("sanzhua", "三抓三促"),
        ("伞抓三", "三抓三促"),  # typed as it sounds
        ("新能", "新能源汽车"),
        ("lzxq", "兰州新区"),
        ("lanzhoushi", "兰州市"),
        ("招商 szs", "三抓三促"),
        ("“三抓", "三抓三促"),
        ("蘭州新", "兰州新区"),
    ],
)
def test_names_are_found_by_their_beginning_and_by_their_sound(searcher: Searcher, typed: str, first: str) -> None:
    assert texts(searcher, typed)[0] == first


def test_names_that_occur_more_often_come_first(searcher: Searcher) -> None:
    assert texts(searcher, "三")[:2] == ["三抓三促", "三农"]
    assert [s.count for s in searcher.suggest("三")][:2] == [2, 1]


def test_names_that_no_document_has_are_not_suggested(searcher: Searcher) -> None:
    assert "专精特新" not in texts(searcher, "专精")


def test_the_query_of_a_suggestion_keeps_what_was_typed_before_and_finds_documents(searcher: Searcher) -> None:
    from search import Question

    [suggestion] = [s for s in searcher.suggest("招商 兰州新") if s.kind == "park"]
    assert suggestion.query == "招商 园区:兰州新区"
    assert [hit.id for hit in searcher.search(Question(query=suggestion.query)).hits] == ["d"]
    for typed in ("szsc", "lzs", "新能"):
        best = searcher.suggest(typed)[0]
        assert searcher.search(Question(query=best.query)).total == best.count


def test_titles_are_suggested_as_they_are_written(searcher: Searcher) -> None:
    [title] = [s for s in searcher.suggest("苏州工业") if s.kind == "title"]
    assert (title.text, title.id) == ("蘇州工業園區發布政策", "e")


@pytest.mark.parametrize("typed", ["", "   ", "“", "长" * 80, "🙂", "((("])
def test_nothing_is_suggested_for_what_names_nothing(searcher: Searcher, typed: str) -> None:
    assert texts(searcher, typed) == []


@pytest.mark.parametrize(
    ("query", "mended"),
    [
        ("三转三促", "三抓三促"),  # sounds alike
        ("三爪三促", "三抓三促"),  # looks alike
        ("三抓三足", "三抓三促"),  # one character off
        ("营伤环境", "营商环境"),  # no name: one character exchanged
        ('"营商坏境"', '"营商环境"'),
        ("招商引资 三转三促", "招商引资 三抓三促"),
        ("全市三转三促行动", "全市三抓三促行动"),
        ("szsc", "三抓三促"),
    ],
)
def test_a_word_that_occurs_nowhere_is_mended(searcher: Searcher, query: str, mended: str) -> None:
    assert mended in [correction.query for correction in searcher.corrections(query)]


def test_a_correction_counts_the_documents_that_hold_it(searcher: Searcher) -> None:
    assert searcher.corrections("三转三促")[0].count == 2


@pytest.mark.parametrize("query", ["", "三抓三促", "蠻荒", "地区:甘肃", "-三转三促", "zzzz", "!!!"])
def test_what_occurs_or_has_no_near_spelling_is_left_alone(searcher: Searcher, query: str) -> None:
    assert searcher.corrections(query) == ()


def test_an_empty_collection_suggests_nothing(make_searcher: MakeSearcher) -> None:
    empty = make_searcher([])
    assert empty.suggest("三抓") == ()
    assert empty.corrections("三抓") == ()
