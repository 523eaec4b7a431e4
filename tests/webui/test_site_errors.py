"""Error pages: what is wrong, where, and what to do; never a stack."""

from __future__ import annotations

import logging
from urllib.parse import urlencode

import pytest
from elasticsearch import Elasticsearch
from flask import Flask
from flask.testing import FlaskClient

from engine import Settings, articles_alias, connect, ensure_articles
from search import Searcher
from tests.webui.reading import page, search, text, token
from tests.webui.site_articles import document_id
from webui import create_app


def test_the_wrong_place_in_a_query_is_marked(web: FlaskClient) -> None:
    soup = page(web.get(f"/search?{urlencode({'q': '高新区 年份:去年'})}"), 400)
    marked = soup.select_one(".cut mark")
    assert marked is not None and marked.get_text() == "去"
    assert "第 8 个字" in text(soup.select_one(".cut figcaption"))
    box = soup.select_one("#q")
    assert box is not None and box["value"] == "高新区 年份:去年"


def test_the_end_of_a_query_can_be_the_wrong_place(web: FlaskClient) -> None:
    assert page(web.get(f"/search?{urlencode({'q': '地区:'})}"), 400).select_one(".cut mark") is not None


def test_a_very_long_query_is_cut_around_the_wrong_place(web: FlaskClient) -> None:
    soup = page(web.get(f"/search?{urlencode({'q': '字' * 10_000})}"), 400)
    assert "10,000 个字符" in text(soup.select_one(".error"))
    assert len(text(soup.select_one(".cut"))) < 300


def test_no_such_page(web: FlaskClient) -> None:
    assert "没有这个页面" in text(page(web.get("/nothing/here"), 404).h1)


def test_a_method_that_is_not_allowed(web: FlaskClient) -> None:
    response = web.get("/links/2222222")
    page(response, 405)
    assert "POST" in response.headers["Allow"]


def test_a_form_that_is_too_large(web: FlaskClient) -> None:
    data = {"csrf_token": token(search(web)), "name": "a", "note": "字" * 100_000}
    page(web.post("/links", data=data), 413)


def test_too_many_forms(searcher: Searcher, site_settings: Settings) -> None:
    visitor = create_app(searcher, site_settings).test_client()
    data = {"csrf_token": token(search(visitor))}
    statuses = [visitor.post("/links/none/delete", data=data).status_code for _ in range(61)]
    assert statuses == [404] * 60 + [429]
    limited = visitor.post("/links/none/delete", data=data)
    assert "太频繁" in text(page(limited, 429).h1) and int(limited.headers["Retry-After"]) > 0
    assert visitor.get("/links").status_code == 200


def test_an_error_of_ours_is_logged_with_the_id_it_is_shown_with(
    searcher: Searcher, site_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    site = create_app(searcher, site_settings)

    @site.get("/broken")
    def broken() -> str:
        raise ZeroDivisionError("a secret detail")

    with caplog.at_level(logging.ERROR, logger="parknews.errors"):
        soup = page(site.test_client().get("/broken"), 500)
    shown = text(soup.select_one(".error"))
    logged = next(r for r in caplog.records if r.name == "parknews.errors")
    error_id = str(logged.args[0]) if isinstance(logged.args, tuple) else ""
    assert len(error_id) == 8 and error_id in shown
    assert logged.exc_info is not None and logged.exc_info[0] is ZeroDivisionError
    assert "secret detail" not in shown and "Traceback" not in shown


@pytest.mark.parametrize(
    "address", ["/", "/search", "/search?q=a", f"/documents/{document_id('pages/long.html')}", "/links", "/s/2222222"]
)
def test_elasticsearch_away_is_never_no_hits(away: FlaskClient, address: str) -> None:
    response = away.get(address)
    soup = page(response, 503)
    assert "Elasticsearch 没有运行" in text(soup.h1)
    assert "parknews node start" in [text(c) for c in soup.select("pre code")]
    assert int(response.headers["Retry-After"]) > 0


@pytest.mark.parametrize("address", ["/healthz", "/api/v1/search", "/api/v1/links"])
def test_elasticsearch_away_as_json(away: FlaskClient, address: str) -> None:
    response = away.get(address)
    assert response.status_code == 503
    assert response.get_json()["error"]["code"] == "engine_unavailable"
    assert "parknews node start" in response.get_json()["error"]["message"]


def test_the_help_page_needs_no_elasticsearch(away: FlaskClient) -> None:
    page(away.get("/help"))


def test_an_index_of_another_contract_asks_for_a_rebuild(client: Elasticsearch, collection_settings: Settings) -> None:
    ensure_articles(client, collection_settings)
    index = articles_alias(collection_settings)
    meta = next(iter(client.indices.get_mapping(index=index).values()))["mappings"]["_meta"]
    client.indices.put_mapping(index=index, meta={**meta, "contract_version": "0-old"})
    old = create_app(Searcher(client, collection_settings), collection_settings).test_client()
    soup = page(old.get("/search"), 503)
    assert "--rebuild" in text(soup.select_one(".error"))
    assert old.get("/api/v1/search").get_json()["error"]["code"] == "contract_mismatch"


def test_a_node_that_comes_back_is_found_again(app: Flask, site_settings: Settings) -> None:
    with connect(site_settings) as again:
        assert create_app(Searcher(again, site_settings), site_settings).test_client().get("/").status_code == 200
