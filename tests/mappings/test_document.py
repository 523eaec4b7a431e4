"""A document as JSON and as the `_source` that is indexed."""

from __future__ import annotations

import datetime as dt
import json

from mappings import (
    Attachment,
    Document,
    Evidence,
    Image,
    Removed,
    Repair,
    contract_version,
    cut,
    fold,
    index_definition,
)

NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
FULL = Document(
    id="a1",
    path="/pages/a.html",
    title="平涼工業園區獲批國家級",
    body="平涼工業園區獲批國家級經濟技術開發區。\n會議強調，要圍繞著產業發展。",
    url="https://www.pingliang.example/a.html",
    site="www.pingliang.example",
    outlet="平涼日報",
    author="市委宣传部",
    published=dt.date(2023, 5, 6),
    published_precision="day",
    region=("甘肃省", "甘肃省/平凉市"),
    region_code=("620000", "620800"),
    park=("平凉工业园区",),
    industry=("装备制造",),
    slogan=("三抓三促",),
    kind="新闻",
    document_number="平政发〔2023〕5号",
    content_hash="c0ffee",
    evidence=(Evidence("kind", "新闻", "近日", "body", "it begins as news"),),
    repairs=(Repair("?jīng)", "经", 5.0),),
    removed=(Removed("首页", "menu"),),
    attachments=(Attachment("附件.doc", "./P020230506.doc"),),
    images=(Image("图为园区", "a.jpg"),),
    raw="原来的文字",
)
BARE = Document(id="b1", path="b.txt", title=None, body="只有一句话。")


def test_source_holds_only_fields_of_the_mapping() -> None:
    fields = index_definition("articles")["mappings"]["properties"]
    for document in (FULL, BARE):
        assert document.as_source(NOW).keys() <= fields.keys()
    # The mapping has no field that a full document does not use, but for what is set while a whole run is indexed.
    assert fields.keys() - FULL.as_source(NOW).keys() == {"signature"}


def test_mapping_is_strict() -> None:
    assert index_definition("articles")["mappings"]["dynamic"] == "strict"
    assert index_definition("saved_links")["mappings"]["dynamic"] == "strict"


def test_source_is_folded_and_keeps_the_original_to_show() -> None:
    source = FULL.as_source(NOW)
    assert source["title"] == "平凉工业园区获批国家级"
    assert source["body"] == fold(FULL.body)
    assert len(source["body"]) == len(FULL.body)
    assert source["display"] == {"title": FULL.title, "body": FULL.body}
    assert source["body_terms"] == " ".join(cut(FULL.body))
    assert source["raw"] == {"text": "原来的文字"}


def test_nothing_is_kept_twice() -> None:
    source = BARE.as_source(NOW)
    assert "display" not in source
    assert "raw" not in source
    assert "raw" not in BARE.with_facts(raw=BARE.body).as_source(NOW)


def test_source_is_plain_json_with_iso_dates() -> None:
    source = FULL.as_source(NOW)
    assert json.loads(json.dumps(source))["published"] == "2023-05-06"
    assert source["year"] == 2023
    assert source["indexed_at"] == "2026-01-02T03:04:05+00:00"
    assert source["contract_version"] == contract_version()


def test_an_unknown_fact_is_absent_from_the_source() -> None:
    absent = {"published", "year", "region", "park", "outlet", "kind", "url", "evidence", "display"}
    assert not absent & BARE.as_source(NOW).keys()


def test_json_has_every_field_and_null_for_unknown() -> None:
    value = BARE.as_json()
    assert value.keys() == FULL.as_json().keys()
    assert "raw" not in value
    assert value["published"] is None
    assert value["region"] == ()
    assert FULL.as_json()["evidence"][0]["rule"] == "it begins as news"


def test_with_facts_leaves_the_first_as_it_was() -> None:
    assert FULL.with_facts(id="z").id == "z"
    assert FULL.id == "a1"
