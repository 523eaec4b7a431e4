"""The life of the indices on a real Elasticsearch: created once, rebuilt and swapped, never served half-built."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from elasticsearch import BadRequestError, Elasticsearch

from engine import (
    ContractMismatch,
    EngineUnavailable,
    NotFoundError,
    Settings,
    UserError,
    abandon_rebuild,
    articles_alias,
    articles_state,
    begin_rebuild,
    engine_errors,
    ensure_articles,
    ensure_links,
    finish_rebuild,
    links_index,
)
from mappings import Document, contract_version


def put(client: Elasticsearch, index: str, *ids: str) -> None:
    for name in ids:
        document = Document(id=name, path=f"{name}.html", title="平凉工业园区三抓三促", body="主导产业链式发展。")
        client.index(index=index, id=name, document=document.as_source(dt.datetime.now(dt.UTC)))
    client.indices.refresh(index=index)


def served(client: Elasticsearch, settings: Settings) -> set[str]:
    hits = client.search(index=articles_alias(settings), query={"match_all": {}})["hits"]["hits"]
    return {hit["_id"] for hit in hits}


def test_created_once_with_the_contract(client: Elasticsearch, collection_settings: Settings) -> None:
    assert articles_state(client, collection_settings).exists is False
    index = ensure_articles(client, collection_settings)
    assert ensure_articles(client, collection_settings) == index
    assert index.startswith(f"{articles_alias(collection_settings)}-{contract_version()}-")
    state = articles_state(client, collection_settings)
    assert (state.exists, state.index, state.contract_version) == (True, index, contract_version())
    assert (state.documents, state.leftover) == (0, ())


def test_a_document_goes_in_and_comes_out_by_the_alias(client: Elasticsearch, collection_settings: Settings) -> None:
    ensure_articles(client, collection_settings)
    put(client, articles_alias(collection_settings), "one")
    query: dict[str, Any] = {"match_phrase": {"title": "三抓三促"}}
    found = client.search(index=articles_alias(collection_settings), query=query)["hits"]["hits"]
    assert [hit["_id"] for hit in found] == ["one"]
    state = articles_state(client, collection_settings)
    assert state.documents == 1
    assert state.size_bytes > 0


def test_unknown_field_is_refused(client: Elasticsearch, collection_settings: Settings) -> None:
    ensure_articles(client, collection_settings)
    with pytest.raises(BadRequestError, match="strict_dynamic_mapping"):
        client.index(index=articles_alias(collection_settings), document={"id": "1", "colour": "red"})


def test_two_creators_at_once_make_one_index(client: Elasticsearch, collection_settings: Settings) -> None:
    results: list[str] = []
    gate = threading.Barrier(4)

    def create() -> None:
        gate.wait()
        results.append(ensure_articles(client, collection_settings))
        ensure_links(client, collection_settings)

    threads = [threading.Thread(target=create) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert len(set(results)) == 1
    assert articles_state(client, collection_settings).leftover == ()


def test_rebuild_swaps_and_deletes_the_old(client: Elasticsearch, collection_settings: Settings) -> None:
    old = ensure_articles(client, collection_settings)
    put(client, old, "old")
    new = begin_rebuild(client, collection_settings)
    put(client, new, "new", "newer")
    assert served(client, collection_settings) == {"old"}, "the old index serves while the new one is filled"
    finish_rebuild(client, collection_settings, new, expected=2)
    assert served(client, collection_settings) == {"new", "newer"}
    assert not client.indices.exists(index=old)
    assert ensure_articles(client, collection_settings) == new
    settings = client.indices.get_settings(index=new)[new]["settings"]["index"]
    assert "refresh_interval" not in settings, "documents added later must become visible"


def test_rebuild_of_nothing_yet(client: Elasticsearch, collection_settings: Settings) -> None:
    new = begin_rebuild(client, collection_settings)
    put(client, new, "first")
    finish_rebuild(client, collection_settings, new, expected=1)
    assert served(client, collection_settings) == {"first"}


def test_wrong_count_leaves_the_old_serving(client: Elasticsearch, collection_settings: Settings) -> None:
    old = ensure_articles(client, collection_settings)
    put(client, old, "old")
    new = begin_rebuild(client, collection_settings)
    put(client, new, "new")
    with pytest.raises(EngineUnavailable, match="应有 2 篇，实有 1 篇"):
        finish_rebuild(client, collection_settings, new, expected=2)
    assert served(client, collection_settings) == {"old"}
    assert not client.indices.exists(index=new), "a failed rebuild removes its own"


def test_abandoned_rebuild_leaves_the_old_serving(client: Elasticsearch, collection_settings: Settings) -> None:
    old = ensure_articles(client, collection_settings)
    put(client, old, "old")
    new = begin_rebuild(client, collection_settings)
    abandon_rebuild(client, new)
    abandon_rebuild(client, new)
    assert not client.indices.exists(index=new)
    assert served(client, collection_settings) == {"old"}


def test_serving_index_is_never_abandoned(client: Elasticsearch, collection_settings: Settings) -> None:
    """As when the answer to the swap was lost on the way and the rebuild counts as failed."""
    index = ensure_articles(client, collection_settings)
    abandon_rebuild(client, index)
    assert client.indices.exists(index=index)


def test_rebuild_deleted_in_between_is_not_served(client: Elasticsearch, collection_settings: Settings) -> None:
    """Elasticsearch would make an index without our fields for the next document: right count, wrong index."""
    ensure_articles(client, collection_settings)
    new = begin_rebuild(client, collection_settings)
    client.indices.delete(index=new)
    client.index(index=new, document={"title": "x"}, refresh=True)
    with pytest.raises(EngineUnavailable, match="重建中途被删除"):
        finish_rebuild(client, collection_settings, new, expected=1)
    assert not client.indices.exists(index=new)


def test_leftover_of_a_killed_rebuild(client: Elasticsearch, collection_settings: Settings) -> None:
    """It is named by the state, and removed by the next rebuild."""
    ensure_articles(client, collection_settings)
    killed = begin_rebuild(client, collection_settings)
    assert articles_state(client, collection_settings).leftover == (killed,)
    new = begin_rebuild(client, collection_settings)
    finish_rebuild(client, collection_settings, new, expected=0)
    assert articles_state(client, collection_settings).leftover == ()
    assert not client.indices.exists(index=killed)


def test_other_contract_asks_for_a_rebuild(client: Elasticsearch, collection_settings: Settings) -> None:
    index = ensure_articles(client, collection_settings)
    client.indices.put_mapping(index=index, meta={"contract_version": "0-00000000"})
    with pytest.raises(ContractMismatch, match="--rebuild") as caught:
        ensure_articles(client, collection_settings)
    assert "0-00000000" in caught.value.message
    with pytest.raises(ContractMismatch):
        articles_state(client, collection_settings).require_current()
    new = begin_rebuild(client, collection_settings)
    finish_rebuild(client, collection_settings, new, expected=0)
    assert ensure_articles(client, collection_settings) == new


def test_collection_with_a_longer_name_is_another(client: Elasticsearch, collection_settings: Settings) -> None:
    longer = collection_settings.model_copy(update={"collection": f"{collection_settings.collection}-articles"})
    kept = ensure_articles(client, longer)
    ensure_articles(client, collection_settings)
    new = begin_rebuild(client, collection_settings)
    finish_rebuild(client, collection_settings, new, expected=0)
    assert client.indices.exists(index=kept)
    assert articles_state(client, longer).index == kept


def test_links_survive_a_rebuild(client: Elasticsearch, collection_settings: Settings) -> None:
    assert ensure_links(client, collection_settings) == links_index(collection_settings)
    client.index(index=links_index(collection_settings), id="a", document={"id": "a", "name": "三抓三促"}, refresh=True)
    ensure_articles(client, collection_settings)
    finish_rebuild(client, collection_settings, begin_rebuild(client, collection_settings), expected=0)
    assert ensure_links(client, collection_settings) == links_index(collection_settings)
    assert client.get(index=links_index(collection_settings), id="a")["_source"]["name"] == "三抓三促"


def test_chinese_collection_name(client: Elasticsearch, collection_settings: Settings) -> None:
    settings = collection_settings.model_copy(update={"collection": f"{collection_settings.collection}-甘肃"})
    index = ensure_articles(client, settings)
    put(client, articles_alias(settings), "one")
    assert articles_state(client, settings).index == index
    assert served(client, settings) == {"one"}


def test_foreign_index_in_the_way_is_named(client: Elasticsearch, collection_settings: Settings) -> None:
    client.indices.create(index=articles_alias(collection_settings))
    try:
        with pytest.raises(EngineUnavailable, match="--collection"):
            ensure_articles(client, collection_settings)
    finally:
        client.indices.delete(index=articles_alias(collection_settings))


def test_missing_index_is_not_found(client: Elasticsearch, collection_settings: Settings) -> None:
    with pytest.raises(NotFoundError, match="parknews index"), engine_errors():
        client.search(index=articles_alias(collection_settings))


def test_read_only_index_blames_the_disk(client: Elasticsearch, collection_settings: Settings) -> None:
    """What Elasticsearch does to every index when the disk is nearly full."""
    index = ensure_articles(client, collection_settings)
    client.indices.put_settings(index=index, settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(EngineUnavailable, match="磁盘快满"), engine_errors():
        client.options(retry_on_status=(), max_retries=0).index(index=index, document={"id": "1"})


def test_faults_of_our_own_pass_through(client: Elasticsearch, collection_settings: Settings) -> None:
    ensure_articles(client, collection_settings)
    with pytest.raises(BadRequestError), engine_errors():
        client.search(index=articles_alias(collection_settings), query={"no_such_query": {}})
    with pytest.raises(UserError), engine_errors():
        raise UserError("ours stays ours")
