"""A part that fails says so, and the rest stands: limits set on a real index make one request fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from elasticsearch import Elasticsearch
from flask import Flask
from flask.testing import FlaskClient

from engine import articles_alias
from tests.webui.reading import page, text, titles
from webui.corpus import SETTINGS


@contextmanager
def limited(app: Flask, client: Elasticsearch, **limits: int) -> Iterator[None]:
    """Elasticsearch refuses requests beyond these limits of the index while the block runs."""
    index = articles_alias(app.extensions[SETTINGS])
    client.indices.put_settings(index=index, settings={f"index.{name}": value for name, value in limits.items()})
    yield
    client.indices.put_settings(index=index, settings={f"index.{name}": None for name in limits})


def test_a_document_stands_without_its_copies(reading_app: Flask, reader: FlaskClient, client: Elasticsearch) -> None:
    whole = page(reader.get("/documents/copy-2"))
    with limited(reading_app, client, max_result_window=100):  # the list of copies asks for more
        soup = page(reader.get("/documents/copy-2"))
    assert "这一部分没能取到" in text(soup.select_one(".trouble"))
    assert len(soup.select(".trouble")) == 1
    assert soup.select_one("#copies") is None and whole.select_one("#copies") is not None
    assert text(soup.select_one(".body")) == text(whole.select_one(".body"))
    assert text(soup.select_one(".facts")) == text(whole.select_one(".facts"))
    again = soup.select_one(".trouble a")
    assert again is not None and again["href"] == "/documents/copy-2"
    assert page(reader.get(str(again["href"]))).select_one(".trouble") is None


def test_a_view_keeps_its_frame_without_its_figure(
    reading_app: Flask, reader: FlaskClient, client: Elasticsearch
) -> None:
    with limited(reading_app, client, max_terms_count=20):  # the map asks for all provinces at once
        soup = page(reader.get("/places?q=会议&kind=新闻"), 503)
        found = page(reader.get("/search?q=三抓三促"))
    assert "这一部分没能取到" in text(soup.select_one(".trouble"))
    assert text(soup.select_one("h1")) == "会议"
    assert text(soup.select_one(".chip")).startswith("类型 新闻")
    assert len(soup.select(".views a")) == 5
    assert titles(found)


def test_what_failed_is_said_in_english_too(reading_app: Flask, reader: FlaskClient, client: Elasticsearch) -> None:
    reader.get("/?lang=en")
    with limited(reading_app, client, max_result_window=100):
        soup = page(reader.get("/documents/copy-2"))
    assert text(soup.select_one(".trouble")).startswith("This part could not be had")


@pytest.mark.parametrize("address", ["/trend?q=a", "/places?q=a", "/companions?q=a", "/concordance?q=a"])
def test_a_view_without_elasticsearch_is_not_an_empty_one(away: FlaskClient, address: str) -> None:
    soup = page(away.get(address), 503)
    assert "parknews node start" in text(soup.select_one(".trouble"))
    assert len(soup.select(".views a")) == 5
    assert soup.select_one(".empty") is None and soup.select_one(".total strong") is None
