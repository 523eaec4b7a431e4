"""A real Elasticsearch for the tests: the one of ELASTICSEARCH_URL, else a local node with a home of its own."""

from __future__ import annotations

import fcntl
import itertools
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch
from playwright.sync_api import Browser, sync_playwright

from engine import EngineUnavailable, LocalNode, Settings, connect, load_settings

ROOT = Path(__file__).parent.parent
INDEX_PREFIX = "parknews-"
TEST_PREFIX = "test-"
_numbers = itertools.count(1)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that asks for Elasticsearch, so that `-m "not engine"` leaves them out."""
    for item in items:
        if "engine_settings" in getattr(item, "fixturenames", ()):
            item.add_marker("engine")


@pytest.fixture(scope="session")
def test_home() -> Path:
    """Home of the local test node: PARKNEWS_TEST_HOME, else .home/test in the project."""
    return Path(os.environ.get("PARKNEWS_TEST_HOME") or ROOT / ".home" / "test")


@pytest.fixture(scope="session")
def engine_settings(test_home: Path) -> Iterator[Settings]:
    """Settings of a running Elasticsearch, `elasticsearch_url` set, with a collection of this session's own.

    When it cannot be had, the tests fail where CI=true and are skipped elsewhere, with the reason.
    """
    settings = load_settings(home=test_home, collection=f"{TEST_PREFIX}{secrets.token_hex(4)}")
    try:
        with _url(settings) as url:
            ready = settings.model_copy(update={"elasticsearch_url": url})
            with connect(ready) as client:
                yield ready
                _delete_indices(client, f"{INDEX_PREFIX}{ready.collection}")
    except EngineUnavailable as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(error.message)


@pytest.fixture(scope="session")
def client(engine_settings: Settings) -> Iterator[Elasticsearch]:
    """A client of that Elasticsearch."""
    with connect(engine_settings) as connected:
        yield connected


@pytest.fixture
def collection(engine_settings: Settings, client: Elasticsearch) -> Iterator[str]:
    """A fresh collection name; its indices are deleted after the test."""
    name = f"{engine_settings.collection}-{next(_numbers)}"
    yield name
    _delete_indices(client, f"{INDEX_PREFIX}{name}-")


@pytest.fixture
def collection_settings(engine_settings: Settings, collection: str) -> Settings:
    """The settings for that fresh collection."""
    return engine_settings.model_copy(update={"collection": collection})


@pytest.fixture
def engine_environment(collection_settings: Settings) -> dict[str, str]:
    """The environment in which a `parknews` process uses that fresh collection."""
    return os.environ | {
        "ELASTICSEARCH_URL": str(collection_settings.elasticsearch_url),
        "PARKNEWS_COLLECTION": collection_settings.collection,
        "PARKNEWS_HOME": str(collection_settings.home),
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; never one that is downloaded."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()


@contextmanager
def _url(settings: Settings) -> Iterator[str]:
    if settings.elasticsearch_url:
        yield settings.elasticsearch_url
        return
    node = LocalNode(settings)
    # Several test sessions may share the home: the last one to leave stops the node.
    with (node.folders.base / "sessions.lock").open("w") as sessions:
        fcntl.flock(sessions, fcntl.LOCK_SH)
        yield node.start()
        try:
            fcntl.flock(sessions, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        node.stop()


def _delete_indices(client: Elasticsearch, prefix: str) -> None:
    names = list(client.indices.get(index=f"{prefix}*", expand_wildcards="all", features="aliases"))
    if names:
        client.indices.delete(index=names, ignore_unavailable=True)
