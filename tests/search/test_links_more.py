"""Saved searches: folders, order, what is new, deleted and put back, handed on as a file, names that have changed."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from elasticsearch import Elasticsearch

from engine import Settings, articles_alias, ensure_links, links_index
from engine.errors import NotFoundError, UserError
from search import Question, Searcher
from search.link_file import import_links, links_file
from search.links import stamp
from search.renamed import changes
from tests.search.conftest import MakeSearcher, document, index

PAGES = (document("a", "三抓三促", kind="新闻"), document("b", "三抓三促", kind="政策"))


@pytest.fixture
def searcher(make_searcher: MakeSearcher) -> Searcher:
    return make_searcher(PAGES)


def names(searcher: Searcher) -> list[tuple[str, str]]:
    return [(link.folder, link.name) for link in searcher.links.list()]


def put(client: Elasticsearch, where: Settings, number: str, added: dt.datetime) -> None:
    source = document(number, "又是三抓三促", kind="政策").as_source(added)
    client.index(index=articles_alias(where), id=number, document=source, refresh=True)


def test_links_lie_in_folders_and_keep_their_order(searcher: Searcher) -> None:
    made = [
        searcher.links.create(name, "", Question(), folder) for name, folder in (("甲", "乡"), ("乙", ""), ("丙", "乡"))
    ]
    assert names(searcher) == [("", "乙"), ("乡", "丙"), ("乡", "甲")]
    searcher.links.move(made[0].id, -1)
    assert names(searcher) == [("", "乙"), ("乡", "甲"), ("乡", "丙")]
    for by in (-1, -5, 0):
        searcher.links.move(made[0].id, by)
    assert names(searcher) == [("", "乙"), ("乡", "甲"), ("乡", "丙")]
    searcher.links.move(made[0].id, 99)
    assert names(searcher) == [("", "乙"), ("乡", "丙"), ("乡", "甲")]
    searcher.links.update(made[2].id, "丙", "", "  ")
    assert names(searcher)[:2] == [("", "乙"), ("", "丙")] or names(searcher)[:2] == [("", "丙"), ("", "乙")]
    with pytest.raises(NotFoundError):
        searcher.links.move("2222222", 1)
    with pytest.raises(UserError, match="文件夹"):
        searcher.links.create("名", "", Question(), "长" * 101)


def test_what_came_since_the_link_was_opened_is_new(
    searcher: Searcher, client: Elasticsearch, collection_settings: Settings
) -> None:
    link = searcher.links.create("口号", "", Question(query="三抓三促", kind=("政策",)))
    now = dt.datetime.now(dt.UTC)
    assert [(found.hits, found.new) for found in searcher.links.list()] == [(1, 0)]
    put(client, collection_settings, "old", now - dt.timedelta(days=3))
    put(client, collection_settings, "new", now + dt.timedelta(seconds=5))
    assert [(found.hits, found.new) for found in searcher.links.list()] == [(3, 1)]
    before = searcher.links.open(link.id)
    assert before.opened_at is not None
    question = Question(query="三抓三促", kind=("政策",), added=stamp(before.opened_at), sort="added")
    assert [hit.id for hit in searcher.search(question).hits] == ["new"]
    client.update(
        index=links_index(collection_settings),
        id=link.id,
        doc={"opened_at": (now + dt.timedelta(minutes=1)).isoformat()},
        refresh=True,
    )
    assert [found.new for found in searcher.links.list()] == [0]


def test_the_latest_to_come_are_first_where_asked_so(
    searcher: Searcher, client: Elasticsearch, collection_settings: Settings
) -> None:
    now = dt.datetime.now(dt.UTC)
    for number, days in (("x", 1), ("y", 3), ("z", 2)):
        put(client, collection_settings, number, now + dt.timedelta(days=days))
    found = searcher.search(Question(query="又是", sort="added"))
    assert [hit.id for hit in found.hits] == ["y", "z", "x"]
    assert found.hits[0].added_at == now + dt.timedelta(days=3)


@pytest.mark.parametrize("bad", ["gestern", "2026-13-01", "2026-11-22T99:00"])
def test_a_moment_that_is_none_is_refused(bad: str) -> None:
    with pytest.raises(UserError, match="added"):
        Question.from_params([("added", bad)])


def test_a_moment_has_one_spelling() -> None:
    for given in ("2026-11-22T18:30:00+08:00", "2026-11-22T10:30:00Z"):
        assert Question.from_params([("added", given)]).added == "2026-11-22T10:30:00Z"


def test_a_deleted_link_is_put_back_under_its_address(searcher: Searcher) -> None:
    link = searcher.links.create("口号", "注", Question(query="三抓三促"), "夹")
    deleted = searcher.links.delete(link.id)
    with pytest.raises(NotFoundError):
        searcher.links.get(link.id)
    assert searcher.links.restore(deleted)
    assert searcher.links.get(link.id) == link
    assert not searcher.links.restore(deleted)


def test_links_go_into_a_file_and_come_back(searcher: Searcher) -> None:
    for name, folder in (("甲", ""), ("乙", "夹")):
        searcher.links.create(name, "“注”\n二", Question(query='"三抓三促"', kind=("政策",)), folder)
    before = [replace(link, hits=None, new=None) for link in searcher.links.list()]
    content = links_file(searcher.links.list()).encode()
    again = import_links(searcher.links, content)
    assert (again.added, again.there, again.refused) == (0, 2, ())
    for link in before:
        searcher.links.delete(link.id)
    assert import_links(searcher.links, b"\xef\xbb\xbf" + content).added == 2
    assert [replace(link, hits=None, new=None) for link in searcher.links.list()] == before


def test_a_file_with_a_bad_link_loses_no_other(searcher: Searcher) -> None:
    kept = searcher.links.create("甲", "", Question(query="三抓三促"))
    value = json.loads(links_file((kept,)))
    entry = value["links"][0]
    value["links"] = [
        entry | {"id": "", "name": "好"},
        entry | {"search": "q=another", "name": "同号"},
        entry | {"id": "", "search": "year=abc", "name": "坏的"},
        entry | {"id": "../x", "name": "坏号"},
        {"name": "只有名字"},
    ]
    found = import_links(searcher.links, json.dumps(value).encode())
    assert found.added == 3
    assert [sentence[:5] for sentence in found.refused] == ["“坏的”：", "“坏号”："]
    assert {link.name for link in searcher.links.list()} == {"甲", "好", "同号", "只有名字"}
    assert searcher.links.get(kept.id).name == "甲"


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff\xfe", b'{"format": "parknews-links", "version": 99, "links": []}',
     b'{"format": "parknews-links", "version": 1, "links": [1]}',
     b'{"format": "parknews-links", "version": 1, "links": [{"name": 3}]}',
     b'{"format": "parknews-links", "version": 1, "links": [{"name": "a", "created_at": "x"}]}'],
)  # fmt: skip
def test_another_file_is_refused_in_a_sentence(searcher: Searcher, content: bytes) -> None:
    with pytest.raises(UserError, match="不是从本程序导出的检索"):
        import_links(searcher.links, content)


def test_an_index_of_an_earlier_version_gets_the_new_fields(
    client: Elasticsearch, collection_settings: Settings
) -> None:
    name = links_index(collection_settings)
    old = {"id": {"type": "keyword"}, "name": {"type": "keyword"}, "note": {"type": "text"},
           "search": {"type": "keyword"}, "created_at": {"type": "date"}, "updated_at": {"type": "date"},
           "opened_at": {"type": "date"}}  # fmt: skip
    client.indices.create(index=name, mappings={"dynamic": "strict", "properties": old})
    now = dt.datetime.now(dt.UTC).isoformat()
    source = {"id": "2345678", "name": "旧", "note": "", "search": "q=a", "created_at": now, "updated_at": now}
    client.index(index=name, id="2345678", document=source, refresh=True)
    index(client, collection_settings, PAGES)
    links = Searcher(client, collection_settings).links
    assert ensure_links(client, collection_settings) == name
    assert [link.name for link in links.list()] == ["旧"]
    links.create("新", "", Question(), "夹")
    assert links.update("2345678", "旧", "", "夹").folder == "夹"
    assert [link.name for link in links.list()] == ["新", "旧"]


def test_names_that_the_lexicon_calls_otherwise_are_told(searcher: Searcher) -> None:
    variant = "双招双引"
    question = Question(query="x", region=("浙江省/杭州市/下城区", "甘肃省"), slogan=("没有的口号", "三抓三促"))
    found = changes(searcher.links.create("旧名", "", question))
    told = {(r.facet, r.value): r.now for r in found.renamed}
    assert told[("region", "浙江省/杭州市/下城区")] == "浙江省/杭州市/拱墅区"
    assert told[("slogan", "没有的口号")] is None and len(told) == 2
    assert found.mended is not None and found.mended.region == ("浙江省/杭州市/拱墅区", "甘肃省")
    assert changes(searcher.links.create("今名", "", Question(query=variant, region=("甘肃省",)))).renamed == ()


def test_wordings_that_came_after_a_link_was_saved_are_told(searcher: Searcher) -> None:
    link = searcher.links.create("口号", "", Question(query="三抓三促"))
    assert len(link.wordings) > 1 and changes(link).new_wordings == ()
    earlier = replace(link, wordings=link.wordings[:1])
    found = changes(earlier)
    assert found.new_wordings == link.wordings[1:]
    assert found.as_saved is not None and set(found.as_saved.without) == set(link.wordings[1:])
    assert changes(replace(link, wordings=())).new_wordings == ()  # saved by a version that did not note them
