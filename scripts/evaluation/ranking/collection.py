"""Collections of their own on the configured Elasticsearch; one whose content has not changed is used again."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk, scan

from engine import (
    LocalNode,
    Settings,
    articles_alias,
    articles_state,
    begin_rebuild,
    connect,
    finish_rebuild,
    load_settings,
)
from indexer import index_paths
from mappings import Document, contract_version
from scripts.evaluation.cases import ROOT

POLICY, CONTROL = "policy", "control"
CORPORA = ("hebei_policy_half.jsonl.gz", "xwlb.jsonl.gz")
CONTRACT = ("mappings",)  # what decides how a document is indexed
MAKERS = ("indexer", *CONTRACT, "lexicon")  # and what a page becomes
SOURCES = (".py", ".json", ".csv", ".txt")
DIGEST = 12  # characters
INDEXED_AT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@contextmanager
def elasticsearch() -> Iterator[tuple[Elasticsearch, Settings]]:
    """A client and its settings; a local node that had to be started is stopped afterwards."""
    settings = load_settings()
    node = None if settings.elasticsearch_url else LocalNode(settings)
    started = node is not None and not node.status().running
    try:
        with connect(settings) as client:
            yield client, settings
    finally:
        if node is not None and started:
            node.stop()


def policy_collection(client: Elasticsearch, settings: Settings, corpora: Path) -> Settings:
    """The settings of the collection of policy documents and news, as the indexer makes them of the corpora."""
    paths = [corpora / name for name in CORPORA]
    own = _named(settings, POLICY, (path.read_bytes() for path in paths), MAKERS)
    if not articles_state(client, own).exists:
        index_paths(client, own, paths, rebuild=True, prune_missing=True)
        _delete_others(client, own, POLICY)
    return own


def control_collection(client: Elasticsearch, settings: Settings, passages: list[dict[str, Any]]) -> Settings:
    """The settings of the collection of the control's passages, taken as they are."""
    documents = [Document(p["id"], p["id"], p["title"], p["text"]) for p in passages]
    own = _named(settings, CONTROL, (f"{d.id}\n{d.title}\n{d.body}\n".encode() for d in documents), CONTRACT)
    if not articles_state(client, own).exists:
        index = begin_rebuild(client, own)
        bulk(client, _actions(documents), index=index)
        finish_rebuild(client, own, index, expected=len(documents))
        _delete_others(client, own, CONTROL)
    return own


def groups(client: Elasticsearch, settings: Settings) -> dict[str, str]:
    """The group of near-copies of each document that has copies, by the last part of its path."""
    wanted = {"query": {"exists": {"field": "group"}}, "_source": ["path", "group"]}
    found = scan(client, index=articles_alias(settings), query=wanted, size=2000)
    return {Path(hit["_source"]["path"]).name: hit["_source"]["group"] for hit in found}


def _named(settings: Settings, name: str, contents: Iterator[bytes], makers: tuple[str, ...]) -> Settings:
    """The settings of the collection whose name tells its contents and what makes documents of them."""
    digest = hashlib.sha256(contract_version().encode())
    sources = (path for maker in makers for path in sorted((ROOT / maker).rglob("*")) if path.suffix in SOURCES)
    for content in chain(contents, (path.read_bytes() for path in sources)):
        digest.update(content)
    return settings.model_copy(update={"collection": f"evaluation-{name}-{digest.hexdigest()[:DIGEST]}"})


def _delete_others(client: Elasticsearch, settings: Settings, name: str) -> None:
    """Delete the collections of earlier contents."""
    alias = articles_alias(settings)
    family = alias.replace(settings.collection, f"evaluation-{name}-*")
    old = [index for index in client.indices.get(index=f"{family}*", features="aliases") if not index.startswith(alias)]
    if old:
        client.indices.delete(index=old, ignore_unavailable=True)


def _actions(documents: list[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield {"_id": document.id, "_source": document.as_source(INDEXED_AT)}
