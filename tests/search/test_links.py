"""Saved searches: kept, listed with their hits now, renamed, deleted; a broken one breaks nothing."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from elasticsearch import Elasticsearch

from engine import Settings, begin_rebuild, finish_rebuild, links_index
from engine.errors import NotFoundError, UserError
from search import Question, Searcher
from search.links import ALPHABET, ID_LENGTH
from tests.search.conftest import MakeSearcher, document, index

PAGES = (
    document("a", "三抓三促", kind="新闻"),
    document("b", "三抓三促", kind="政策"),
    document("c", "招商引资", kind="政策"),
)


@pytest.fixture
def searcher(make_searcher: MakeSearcher) -> Searcher:
    return make_searcher(PAGES)


def test_a_search_is_kept_and_read_back(searcher: Searcher) -> None:
    question = Question(query='"三抓三促"', kind=("政策",), sort="newest", page=7)
    link = searcher.links.create("  口号 ", "第一行\n第二行", question)
    assert re.fullmatch(f"[{ALPHABET}]{{{ID_LENGTH}}}", link.id)
    assert (link.name, link.note) == ("口号", "第一行\n第二行")
    assert link.search == question.change(page=1).to_query_string()
    assert searcher.links.get(link.id) == link
    assert (dt.datetime.now(dt.UTC) - link.created_at).total_seconds() < 60


def test_the_list_counts_the_hits_of_now_newest_link_first(
    searcher: Searcher, client: Elasticsearch, collection_settings: Settings
) -> None:
    searcher.links.create("全部", "", Question())
    searcher.links.create("口号", "", Question(query="三抓三促"))
    searcher.links.create("口号的政策", "", Question(query="三抓三促", kind=("政策",)))
    assert [(link.name, link.hits) for link in searcher.links.list()] == [("口号的政策", 1), ("口号", 2), ("全部", 3)]
    index(client, collection_settings, [document("d", "再抓三抓三促", kind="政策")])
    assert [link.hits for link in searcher.links.list()] == [2, 3, 4]


def test_the_count_of_a_link_is_the_total_of_its_search(searcher: Searcher) -> None:
    for query in ("三抓三促", "三抓三促 招商引资", "三抓三促 招商 引资", "-三抓三促", "地区:未知", "怎样理解招商引资"):
        question = Question(query=query)
        link = searcher.links.create(query, "", question)
        assert searcher.links.list()[0].hits == searcher.search(question).total, query
        searcher.links.delete(link.id)


@pytest.mark.parametrize("broken", ["q=地区:", "year=abc", "sort=nonsense", "q=" + "字" * 3000, "%%%&&&=", ""])
def test_a_search_that_cannot_be_read_any_more_does_not_break_the_list(
    searcher: Searcher, client: Elasticsearch, collection_settings: Settings, broken: str
) -> None:
    kept = searcher.links.create("好的", "", Question(query="三抓三促"))
    bad = searcher.links.create("坏的", "", Question())
    client.update(index=links_index(collection_settings), id=bad.id, doc={"search": broken}, refresh=True)
    listed = {link.id: link.hits for link in searcher.links.list()}
    assert listed[kept.id] == 2
    assert listed[bad.id] in (None, 3)


def test_a_link_is_renamed_and_deleted(searcher: Searcher) -> None:
    link = searcher.links.create("旧名", "旧注", Question(query="三抓三促"))
    renamed = searcher.links.update(link.id, "新名", "")
    assert (renamed.name, renamed.note, renamed.search, renamed.created_at) == (
        "新名",
        "",
        link.search,
        link.created_at,
    )
    assert renamed.updated_at > link.updated_at
    assert searcher.links.get(link.id) == renamed
    searcher.links.delete(link.id)
    assert searcher.links.list() == ()
    for act in (searcher.links.get, searcher.links.delete, lambda i: searcher.links.update(i, "名", "")):
        with pytest.raises(NotFoundError, match="没有编号为"):
            act(link.id)


@pytest.mark.parametrize("link_id", ["", "../x", "_all", "*", "ABCDEFG", "中文", "x" * 5000])
def test_an_impossible_id_is_not_found(searcher: Searcher, link_id: str) -> None:
    with pytest.raises(NotFoundError):
        searcher.links.get(link_id)


@pytest.mark.parametrize(
    ("name", "note", "said"),
    [
        ("", "", "名字"),
        (" \n ", "", "名字"),
        ("字" * 101, "", "名字"),
        ("名", "字" * 2001, "备注"),
    ],
)
def test_names_and_notes_have_limits(searcher: Searcher, name: str, note: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        searcher.links.create(name, note, Question())
    assert searcher.links.list() == ()


def test_links_survive_a_rebuild(searcher: Searcher, client: Elasticsearch, collection_settings: Settings) -> None:
    link = searcher.links.create("口号", "", Question(query="三抓三促"))
    new = begin_rebuild(client, collection_settings)
    now = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    client.index(index=new, id="a", document=PAGES[0].as_source(now), refresh=True)
    finish_rebuild(client, collection_settings, new, expected=1)
    assert [(found.id, found.hits) for found in searcher.links.list()] == [(link.id, 1)]


def test_links_can_be_kept_before_anything_is_indexed(client: Elasticsearch, collection_settings: Settings) -> None:
    searcher = Searcher(client, collection_settings)
    assert searcher.links.list() == ()
    searcher.links.create("早", "", Question(query="三抓三促"))
    assert [link.hits for link in searcher.links.list()] == [0]
