"""Help with what to ask: names and titles while typing, and another spelling for a query that finds nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Q

from mappings import fold
from search.known_names import FIELDS, KnownName, known_names, matching
from search.misspelling import spellings
from search.run import run
from search.tree import Node, Phrase, Word, leaves

FRESH = 60.0  # seconds for which the names and their counts are kept
MOST_VALUES = 5000  # of a field
SUGGESTED = 8
TITLES = 4  # of them at most
SHORTEST_TITLE = 2  # characters typed before titles are looked for
LONGEST_TYPED = 60  # characters; more is a pasted text
CORRECTIONS = 3


@dataclass(frozen=True)
class Suggestion:
    """Something to search for. `kind` is slogan, park, region, industry or title; `query` is the whole query to run.

    A title has the id of its document.
    """

    kind: str
    text: str
    query: str
    count: int | None = None
    id: str | None = None


@dataclass(frozen=True)
class Correction:
    """A query near the asked one whose changed word occurs: the word as asked, as it may be meant, and how often.

    `count` is the number of documents that hold the word, whatever else is asked.
    """

    query: str
    word: str
    meant: str
    count: int


class Suggester:
    """Suggestions from the names and titles of one collection; safe to use from several threads.

    Its methods raise EngineUnavailable.
    """

    def __init__(self, client: Elasticsearch, index: str) -> None:
        self._client = client
        self._index = index
        self._lock = threading.Lock()
        self._names: tuple[KnownName, ...] = ()
        self._read_at: float | None = None

    def suggest(self, typed: str, size: int = SUGGESTED) -> tuple[Suggestion, ...]:
        """What the last word of a query being typed may become, names first, then titles that begin so."""
        before, word = _last_word(typed[-LONGEST_TYPED:])
        if not word or len(typed) > LONGEST_TYPED:
            return ()
        found = [_of_name(match.name, before) for match in matching(word, self.names())[:size]]
        titles = self._titles(typed.strip()) if len(typed.strip()) >= SHORTEST_TITLE else []
        kept = max(size - len(titles), size - TITLES)
        return (*found[:kept], *titles)[:size]

    def corrections(self, query: str, tree: Node) -> tuple[Correction, ...]:
        """Other spellings of the words that no document holds, those found most often first."""
        words = [leaf for leaf, field in leaves(tree) if isinstance(leaf, Word | Phrase) and field in (None, "title")]
        found: list[Correction] = []
        for leaf in words:
            meant = spellings(leaf.text, self.names())
            counts = self._counts([leaf.text, *meant])
            if counts[0]:
                continue
            ranked = sorted(zip(meant, counts[1:], strict=True), key=lambda m: -m[1])
            found += [
                Correction(query.replace(leaf.text, text, 1), leaf.text, text, n)
                for text, n in ranked[:CORRECTIONS]
                if n and leaf.text in query
            ]
        return tuple(sorted(found, key=lambda c: -c.count)[:CORRECTIONS])

    def names(self) -> tuple[KnownName, ...]:
        """The names in the collection, read anew from time to time."""
        with self._lock:
            if self._read_at is not None and time.monotonic() - self._read_at < FRESH:
                return self._names
        search: Search[Any] = Search().extra(size=0)
        for field in FIELDS:
            search.aggs.bucket(field, "terms", field=field, size=MOST_VALUES)
        counted = run(self._client, self._index, search).get("aggregations", {})
        counts = {f: {b["key"]: b["doc_count"] for b in counted[f]["buckets"]} for f in FIELDS if f in counted}
        with self._lock:
            self._names, self._read_at = known_names(counts), time.monotonic()
            return self._names

    def _titles(self, typed: str) -> list[Suggestion]:
        query = Q("match_phrase_prefix", title={"query": fold(typed), "max_expansions": 50})
        search: Search[Any] = Search().query(query).extra(size=TITLES, _source=["title", "display.title", "id"])
        found: dict[str, Suggestion] = {}
        for hit in run(self._client, self._index, search)["hits"]["hits"]:
            source = hit["_source"]
            text = source.get("display", {}).get("title") or source["title"]
            found.setdefault(text, Suggestion("title", text, f'"{text}"', id=source["id"]))
        return list(found.values())

    def _counts(self, texts: Sequence[str]) -> list[int]:
        search: Search[Any] = Search().extra(size=0)
        for number, text in enumerate(texts):
            held = Q("multi_match", query=fold(text), type="phrase", fields=["title", "body"])
            search.aggs.bucket(str(number), A("filter", filter=held))
        counted = run(self._client, self._index, search).get("aggregations", {})
        return [counted.get(str(n), {}).get("doc_count", 0) for n in range(len(texts))]


def _last_word(typed: str) -> tuple[str, str]:
    before, space, word = typed.rpartition(" ")
    return before + space, word.lstrip('"“')


def _of_name(name: KnownName, before: str) -> Suggestion:
    labels = {"park": "园区", "region": "地区", "industry": "行业"}
    query = f"{labels[name.field]}:{_value(name)}" if name.field in labels else name.name
    return Suggestion(name.field, name.name, before + query, name.count)


def _value(name: KnownName) -> str:
    text = name.value
    return f'"{text}"' if " " in text else text
