"""What sets a result apart, against a count of the documents one by one."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch

from engine import Settings
from mappings import keywords
from mappings.terms import cut
from search import Question, Searcher, characteristic_json
from search.characteristic import LEAST
from tests.search import brute
from tests.search.conftest import NOW, document, index

ABOUT_PARKS = "产业园区招商引资，签约项目落地，标准厂房建设，企业入驻。"
ABOUT_SCHOOLS = "学校教师培训，课堂教学改革，学生体质健康，家长满意。"
DOCUMENTS = [
    *(
        document(f"p{n}", ABOUT_PARKS, kind="新闻", slogan=("三抓三促", "双招双引") if n % 2 else ("双招双引",))
        for n in range(8)
    ),
    *(document(f"s{n}", ABOUT_SCHOOLS, kind="新闻", slogan=("双招双引",) if n == 0 else ()) for n in range(20)),
    *(document(f"q{n}", ABOUT_PARKS.replace("招商引资", ""), kind="政策") for n in range(5)),
]
KEYWORDS = {d.id: set(d.as_source(NOW)["keywords"]) for d in DOCUMENTS}


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    # Documents that were replaced must not be counted twice.
    index(client, module_settings, DOCUMENTS[:4])
    return Searcher(client, module_settings)


@pytest.mark.parametrize("kind", [(), ("新闻",)])
def test_every_count_is_that_of_the_documents(searcher: Searcher, kind: tuple[str, ...]) -> None:
    question = Question(query='"招商引资"', kind=kind)
    base = [d for d in DOCUMENTS if brute.passes(d, question)]
    found = [d for d in base if brute.holds(d, ["招商引资"])]
    result = searcher.characteristic(question)
    assert (result.documents, result.base.documents) == (len(found), len(base))
    assert result.words and result.slogans
    for word in result.words:
        there = sum(word.text in KEYWORDS[d.id] for d in found), sum(word.text in KEYWORDS[d.id] for d in base)
        assert (word.documents, word.base) == there
        assert word.documents >= LEAST
    for slogan in result.slogans:
        counts = sum(slogan.text in d.slogan for d in found), sum(slogan.text in d.slogan for d in base)
        assert (slogan.documents, slogan.base) == counts
    for companion in (*result.words, *result.slogans):
        expected = (companion.documents / len(found)) / (companion.base / len(base))
        assert companion.lift == pytest.approx(expected)


def test_words_of_the_topic_are_found_and_those_of_the_query_left_out(searcher: Searcher) -> None:
    words = [w.text for w in searcher.characteristic(Question(query="招商引资")).words]
    assert {"签约", "厂房"} & set(words)
    assert not {"招商引资", "招商", "引资"} & set(words)
    assert not set(words) & set(keywords(cut(ABOUT_SCHOOLS)))


def test_the_slogan_asked_for_is_no_companion(searcher: Searcher) -> None:
    searched = searcher.characteristic(Question(query="招商引资 口号:双招双引"))
    assert [s.text for s in searched.slogans] == ["三抓三促"]
    assert searched.base.documents == 9


@pytest.mark.parametrize("query", ["", "类型:新闻", "没有这个词"])
def test_without_words_there_is_nothing_to_set_apart(searcher: Searcher, query: str) -> None:
    result = searcher.characteristic(Question(query=query))
    assert (result.words, result.slogans) == ((), ())


def test_as_json(searcher: Searcher) -> None:
    value = characteristic_json(searcher.characteristic(Question(query="招商引资"), size=2))
    assert [len(value["words"]), len(value["slogans"])] == [2, 2]
    assert value["slogans"][0] == {"text": "双招双引", "documents": 8, "base": 9, "lift": pytest.approx(33 / 9)}
    assert value["base"] == {"filters": "全部文档", "documents": len(DOCUMENTS), "search": ""}


def test_an_empty_collection_has_nothing(client: Elasticsearch, collection_settings: Settings) -> None:
    result = Searcher(client, collection_settings).characteristic(Question(query="招商引资"))
    assert (result.documents, result.words, result.slogans) == (0, (), ())
