"""A collection of documents made to tell right from wrong, searched through a real Elasticsearch."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Iterator

import pytest
from elasticsearch import Elasticsearch, helpers
from hypothesis import settings

from engine import Settings, articles_alias, ensure_articles
from mappings import Document
from search import Searcher

settings.register_profile("search", deadline=None)  # the first example loads the dictionaries
settings.load_profile("search")

NOW = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
MakeSearcher = Callable[[Iterable[Document]], Searcher]


def document(number: str, body: str, title: str = "页面", **facts: object) -> Document:
    """A document with the facts that a test is about."""
    made = Document(id=number, path=f"pages/{number}.html", title=title, body=body)
    return made.with_facts(**facts)


def index(client: Elasticsearch, where: Settings, documents: Iterable[Document]) -> None:
    """Put documents into the collection of the settings."""
    ensure_articles(client, where)
    alias = articles_alias(where)
    actions = [{"_index": alias, "_id": d.id, "_source": d.as_source(NOW)} for d in documents]
    helpers.bulk(client, actions, refresh=True)


@pytest.fixture
def make_searcher(client: Elasticsearch, collection_settings: Settings) -> MakeSearcher:
    """Index documents in a fresh collection and give its searcher."""

    def make(documents: Iterable[Document]) -> Searcher:
        index(client, collection_settings, documents)
        return Searcher(client, collection_settings)

    return make


@pytest.fixture(scope="module")
def module_settings(client: Elasticsearch, engine_settings: Settings) -> Iterator[Settings]:
    """Settings of a fresh collection that the tests of a module share; deleted after them."""
    name = f"{engine_settings.collection}-{secrets.token_hex(4)}"
    yield engine_settings.model_copy(update={"collection": name})
    found = list(client.indices.get(index=f"parknews-{name}-*", features="aliases"))
    if found:
        client.indices.delete(index=found)
