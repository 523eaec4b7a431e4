"""The documents a benchmark runs on: real ones, and as many more as are asked for, made of their paragraphs."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from engine import Settings, articles_alias, articles_state, ensure_articles
from indexer import index_paths
from indexer.load import write
from mappings import PARAGRAPH_BREAK, Document, contract_version
from search.frozen import Frozen

ROOT = Path(__file__).resolve().parents[2]
PARTS = 3  # documents that lend their paragraphs to a made one
SEED = 20261122
MERGE_TIMEOUT = 600  # seconds
FACTS = (
    "outlet", "author", "region", "region_code", "park", "industry", "slogan", "kind", "document_number", "site",
)  # fmt: skip


def corpora() -> list[Path]:
    """Where real documents are: the shared corpora beside the repository, else the samples."""
    folder = Path(os.environ.get("PARKNEWS_SHARED") or ROOT.parent / "shared") / "corpora"
    return sorted(folder.glob("*.jsonl.gz")) or [ROOT / "samples"]


def prepare(client: Elasticsearch, settings: Settings, documents: int | None) -> tuple[Settings, int]:
    """A collection with the real documents, and made ones up to `documents`; filled once, and found again.

    Returns its settings and how many documents it holds.
    """
    settings = settings.model_copy(update={"collection": f"bench-{documents or 'real'}"})
    state = articles_state(client, settings)
    if state.exists and state.contract_version == contract_version() and state.documents >= (documents or 1):
        return settings, state.documents
    print(f"filling the collection {settings.collection} …", file=sys.stderr)
    if state.exists and state.index:
        client.indices.delete(index=state.index)
    index_paths(client, settings, corpora())
    real = articles_state(client, settings).documents
    if documents and documents > real:
        _fill(client, settings, documents - real)
    alias = articles_alias(settings)
    client.options(request_timeout=MERGE_TIMEOUT).indices.forcemerge(index=alias, max_num_segments=1)
    client.indices.refresh(index=alias)
    return settings, articles_state(client, settings).documents


def _fill(client: Elasticsearch, settings: Settings, wanted: int) -> None:
    index = ensure_articles(client, settings)
    actions = (
        {"_op_type": "index", "_id": source["id"], "_source": source}
        for source in made_documents(client, settings, wanted)
    )
    refused = [reason for _, reason in write(client, index, actions) if reason]
    if refused:
        raise SystemExit(f"{len(refused)} made documents were refused, the first: {refused[0]}")


def made_documents(client: Elasticsearch, settings: Settings, wanted: int) -> Iterator[dict[str, Any]]:
    """Documents with the facts of a real one and paragraphs of three: no two alike, all in real language."""
    random_ = random.Random(SEED)
    now = dt.datetime.now(dt.UTC)
    fields = ["title", "body", "published", "published_precision", *FACTS]
    with Frozen(client, articles_alias(settings)) as frozen:
        real = [hit["_source"] for hit in frozen.hits({"query": {"match_all": {}}, "_source": fields})]
    for number in range(wanted):
        yield _made(random_.sample(real, PARTS), number, random_).as_source(now)


def _made(parts: list[dict[str, Any]], number: int, random_: random.Random) -> Document:
    first = parts[0]
    paragraphs = [p for part in parts for p in part["body"].split(PARAGRAPH_BREAK)]
    length = max(1, len(paragraphs) // PARTS)
    body = PARAGRAPH_BREAK.join(random_.sample(paragraphs, length))
    name = hashlib.sha256(f"made {number}".encode()).hexdigest()[:20]
    facts: dict[str, Any] = {k: tuple(v) if isinstance(v := first[k], list) else v for k in FACTS if k in first}
    document = Document(id=name, path=f"made/{number}", title=first.get("title"), body=body, group=name)
    if "published" in first:
        day = dt.date.fromisoformat(first["published"]) - dt.timedelta(days=random_.randrange(365))
        facts |= {"published": day, "published_precision": first.get("published_precision")}
    return document.with_facts(**facts)
