"""The site over a collection of invented documents in a real Elasticsearch."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch, helpers
from flask import Flask
from flask.testing import FlaskClient

from engine import Settings, articles_alias, ensure_articles, links_index
from search import Searcher
from tests.webui import reading_site
from tests.webui.site_articles import INDEXED_AT, articles
from webui import create_app


@pytest.fixture(scope="session")
def site_settings(engine_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings for a collection and a home folder of the site's own."""
    home: Path = tmp_path_factory.mktemp("home")
    name = f"{engine_settings.collection}-site-{secrets.token_hex(2)}"
    return engine_settings.model_copy(update={"collection": name, "home": home})


@pytest.fixture(scope="session")
def searcher(site_settings: Settings, client: Elasticsearch) -> Iterator[Searcher]:
    """A searcher over the invented documents."""
    ensure_articles(client, site_settings)
    index = articles_alias(site_settings)
    actions = ({"_index": index, "_id": a.id, "_source": a.as_source(INDEXED_AT)} for a in articles())
    helpers.bulk(client, actions, refresh=True)
    yield Searcher(client, site_settings)


@pytest.fixture(scope="session")
def app(searcher: Searcher, site_settings: Settings) -> Flask:
    """The site."""
    return create_app(searcher, site_settings)


@pytest.fixture
def web(app: Flask, client: Elasticsearch, site_settings: Settings) -> Iterator[FlaskClient]:
    """A fresh visitor; the links that a test saved are deleted after it."""
    yield app.test_client()
    client.indices.delete(index=links_index(site_settings), ignore_unavailable=True)


@pytest.fixture
def away(site_settings: Settings, client: Elasticsearch) -> FlaskClient:
    """The site with an Elasticsearch that is gone: nothing listens at its address any more."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    gone = Elasticsearch(address, max_retries=0, request_timeout=2)
    settings = site_settings.model_copy(update={"elasticsearch_url": address})
    return create_app(Searcher(gone, settings), settings).test_client()


@pytest.fixture(scope="module")
def reading_app(
    engine_settings: Settings, client: Elasticsearch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The site over the documents with everything, for the tests of one file."""
    with reading_site.reading_site(engine_settings, client, tmp_path_factory.mktemp("home")) as app:
        yield app


@pytest.fixture
def reader(reading_app: Flask) -> FlaskClient:
    """A visitor of the site of documents with everything."""
    return reading_app.test_client()
