"""Documents into Elasticsearch: what is there already, bulk writes with retries, and removal of pages that are gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan, streaming_bulk

from indexer.page import printable_path

CHUNK = 500  # documents a request
CHUNK_BYTES = 10 * 1024 * 1024
RETRIES = 6  # of documents that Elasticsearch is too busy for
FIRST_WAIT, LONGEST_WAIT = 1, 60  # seconds between them


@dataclass(frozen=True)
class Known:
    """What the index holds of a document: the hash of its page, and when it first came in."""

    content_hash: str
    added_at: str | None


def known_documents(client: Elasticsearch, index: str, ids: list[str]) -> dict[str, Known]:
    """Those of these documents that the index holds."""
    if not ids:
        return {}
    answer = client.mget(index=index, ids=ids, source_includes=["content_hash", "added_at", "indexed_at"])
    found = {doc["_id"]: doc["_source"] for doc in answer["docs"] if doc.get("found")}
    return {
        # A document of an earlier version of this program tells only when it was last written.
        name: Known(source.get("content_hash", ""), source.get("added_at") or source.get("indexed_at"))
        for name, source in found.items()
    }


def write(client: Elasticsearch, index: str, actions: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str | None]]:
    """Write the actions in order; yield for each the document's id and, where it was refused, the reason.

    Busy answers (429) are tried again with growing pauses; a lost connection raises, so that nothing is skipped.
    """
    results = streaming_bulk(
        client,
        actions,
        index=index,
        chunk_size=CHUNK,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        max_retries=RETRIES,
        initial_backoff=FIRST_WAIT,
        max_backoff=LONGEST_WAIT,
    )
    for accepted, item in results:
        result = next(iter(item.values()))
        yield result["_id"], None if accepted else _reason(result)


def _reason(result: dict[str, Any]) -> str:
    error = result.get("error")
    if isinstance(error, dict):
        cause = error.get("caused_by", {}).get("reason", "")
        return f"Elasticsearch refused it: {error.get('reason', '')} {cause}".strip()
    return f"Elasticsearch refused it: {error or result.get('status')}"


def prune(client: Elasticsearch, index: str, roots: list[Path], seen: set[str], unread: set[str]) -> int:
    """Delete the documents whose page lies under `roots` and is not among `seen` ids; return how many.

    What lies in the `unread` places stays: a folder without rights today is no proof that its pages are gone.
    """
    places = {printable_path(str(root)) for root in roots}
    hits = scan(client, index=index, query={"query": {"match_all": {}}, "_source": ["path"]}, size=2000)
    gone = [h["_id"] for h in hits if h["_id"] not in seen and _is_gone(h["_source"]["path"], places, unread)]
    actions = ({"_op_type": "delete", "_id": page_id} for page_id in gone)
    return sum(1 for _, reason in write(client, index, actions) if reason is None)


def outside(client: Elasticsearch, index: str, roots: list[Path]) -> tuple[int, str]:
    """How many documents of the index come from pages outside `roots`, and the path of one of them."""
    inside: list[dict[str, Any]] = []
    for root in roots:
        inside.append({"term": {"path": str(root)}})
        inside += [{"prefix": {"path": f"{root}{mark}"}} for mark in ("/", "#", "!/")]
    answer = client.search(
        index=index,
        query={"bool": {"must_not": inside}},
        size=1,
        source_includes=["path"],
        track_total_hits=True,
        ignore_unavailable=True,
    )
    hits = answer["hits"]
    return hits["total"]["value"], hits["hits"][0]["_source"]["path"] if hits["hits"] else ""


def _is_gone(path: str, roots: set[str], unread: set[str]) -> bool:
    around = {path, *(path[: mark.start()] or "/" for mark in _STEP.finditer(path))}
    return not around.isdisjoint(roots) and around.isdisjoint(unread)


# Where a path can be cut to give what it lies in: a folder, a file of lines, an archive.
_STEP = re.compile(r"/|#\d+|!/")
