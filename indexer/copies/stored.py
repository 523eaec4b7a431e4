"""The groups of a collection while a run writes into it: those of its documents are read once, before the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elasticsearch import Elasticsearch

from indexer.copies.core import Text
from indexer.copies.groups import Groups

PAGE = 2000  # documents read at a time
KEEP = "5m"  # how long the view lives between two pages
TEXT = ["title", "body", "published"]


class StoredGroups:
    """Gives each document its group as it is written. A document that was written never changes for another's sake."""

    def __init__(self, client: Elasticsearch, index: str, *, fresh: bool) -> None:
        """`fresh`: the index is empty, and nobody else writes into it."""
        self._client = client
        self._index = index
        self._fresh = fresh
        self._unsent: dict[str, dict[str, Any]] = {}  # documents that the index may not have yet
        self._groups: Groups | None = None

    def put(self, identity: str, source: dict[str, Any]) -> None:
        """Put the group into a document that is about to be written."""
        if self._groups is None:
            self._groups = self._known()
        source["group"] = self._groups.join(identity, source)
        self._unsent[identity] = source

    def sent(self, identity: str) -> None:
        """The index has taken the document, or refused it."""
        self._unsent.pop(identity, None)

    def _known(self) -> Groups:
        groups = Groups(self._texts)
        if not self._fresh:
            for hit in self._stored():
                source = hit.get("_source", {})
                groups.know(hit["_id"], source.get("group") or hit["_id"], source.get("signature"))
        return groups

    def _stored(self) -> Iterator[dict[str, Any]]:
        """Every document of the index with its group and its signature, in the order of their ids."""
        opened = self._client.open_point_in_time(index=self._index, keep_alive=KEEP)
        view = {"id": opened["id"], "keep_alive": KEEP}
        after: list[Any] | None = None
        try:
            while True:
                page = self._client.search(
                    pit=view,
                    size=PAGE,
                    sort=[{"id": "asc"}],
                    search_after=after,
                    source_includes=["group", "signature"],
                    track_total_hits=False,
                )
                view["id"] = page["pit_id"]
                hits = page["hits"]["hits"]
                yield from hits
                if len(hits) < PAGE:
                    return
                after = hits[-1]["sort"]
        finally:
            self._client.options(ignore_status=404).close_point_in_time(id=view["id"])

    def _texts(self, identities: list[str]) -> dict[str, Text]:
        """The texts of documents that were written, or are about to be."""
        texts = {i: Text.of_source(self._unsent[i]) for i in identities if i in self._unsent}
        others = [i for i in identities if i not in texts]
        if others:
            answer = self._client.mget(index=self._index, ids=others, source_includes=TEXT)
            texts |= {doc["_id"]: Text.of_source(doc["_source"]) for doc in answer["docs"] if doc.get("found")}
        return texts
