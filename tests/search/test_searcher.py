"""The searcher as a whole: empty collections, pages, a wrong contract, an engine that is away."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from elasticsearch import Elasticsearch

from engine import Settings, articles_state
from engine.errors import ContractMismatch, EngineUnavailable, NotFoundError
from search import Question, Searcher
from search.question import FACETS
from tests.search.conftest import MakeSearcher, document, index


def test_a_collection_without_anything_is_empty_and_no_error(
    client: Elasticsearch, collection_settings: Settings
) -> None:
    searcher = Searcher(client, collection_settings)
    answer = searcher.search(Question(query="三抓三促"))
    assert (answer.total, answer.collection_size, answer.hits, answer.pages) == (0, 0, (), 1)
    assert answer.facets == {name: () for name in FACETS}
    assert searcher.collection_size() == 0
    with pytest.raises(NotFoundError):
        searcher.article("a")


def test_pages(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(document(f"{i:02}", "招商", published=dt.date(2020, 1, 1 + i)) for i in range(25))
    assert searcher.collection_size() == 25
    question = Question(query="招商", sort="oldest", size=10)
    pages = [searcher.search(question.change(page=page)) for page in (1, 2, 3)]
    assert [hit.id for answer in pages for hit in answer.hits] == [f"{i:02}" for i in range(25)]
    assert {(answer.total, answer.pages, answer.size) for answer in pages} == {(25, 3, 10)}
    beyond = searcher.search(question.change(page=99))
    assert (beyond.page, [hit.id for hit in beyond.hits]) == (3, [f"{i:02}" for i in range(20, 25)])
    assert searcher.search(question.change(query="没有的词", page=99)).page == 1
    assert searcher.search(question.change(page=1000)).page == 3  # the end of the window
    assert searcher.search(question.change(page=10**9)).page == 3
    assert searcher.search(question.change(page=-5)).page == 1
    assert len(searcher.search(question.change(size=10**6)).hits) == 25


def test_the_total_is_exact(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(document(f"{i}", "招商") for i in range(10_050))
    answer = searcher.search(Question(query="招商", size=100, page=100))
    assert (answer.total, answer.total_phrase, answer.pages, len(answer.hits)) == (10_050, 10_050, 100, 100)


def test_an_index_of_another_contract_is_refused(client: Elasticsearch, collection_settings: Settings) -> None:
    index(client, collection_settings, [document("a", "招商")])
    state = articles_state(client, collection_settings)
    client.indices.put_mapping(index=str(state.index), meta={"contract_version": "0-old"})
    with pytest.raises(ContractMismatch, match="--rebuild"):
        Searcher(client, collection_settings).search(Question(query="招商"))


def test_an_engine_that_is_away_is_no_empty_answer(collection_settings: Settings) -> None:
    with Elasticsearch("http://127.0.0.1:9", max_retries=0, request_timeout=2) as nobody:
        searcher = Searcher(nobody, collection_settings)
        for act in (
            lambda: searcher.search(Question(query="招商")),
            lambda: searcher.article("a"),
            lambda: searcher.similar("a"),
            lambda: searcher.collection_size(),
            lambda: searcher.links.list(),
            lambda: searcher.links.get("aaaaaaa"),
        ):
            with pytest.raises(EngineUnavailable, match="parknews node start"):
                act()


def test_several_threads_search_at_once(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("a", "三抓三促"), document("b", "招商引资")])
    queries = ["三抓三促", "招商引资", "", '"三抓"'] * 8
    with ThreadPoolExecutor(8) as pool:
        totals = list(pool.map(lambda q: searcher.search(Question(query=q)).total, queries))
    assert totals == [1, 1, 2, 1] * 8


def test_a_hit_carries_its_facts(make_searcher: MakeSearcher) -> None:
    page = document(
        "a",
        "招商",
        url="http://example.cn/a",
        site="example.cn",
        outlet="甘肃日报",
        published=dt.date(2023, 9, 1),
        published_precision="month",
        region=("甘肃省", "甘肃省/平凉市"),
        industry=("汽车",),
        slogan=("三抓三促",),
        park=("平凉工业园区",),
        kind="政策",
    )
    hit = make_searcher([page]).search(Question(query="招商")).hits[0]
    assert (hit.published, hit.published_precision) == (dt.date(2023, 9, 1), "month")
    assert (hit.region, hit.industry, hit.slogan) == (("甘肃省", "甘肃省/平凉市"), ("汽车",), ("三抓三促",))
    assert (hit.park, hit.kind, hit.outlet, hit.site) == (("平凉工业园区",), "政策", "甘肃日报", "example.cn")
    assert (hit.url, hit.path) == ("http://example.cn/a", "pages/a.html")
    assert hit.score is not None and hit.score > 0
