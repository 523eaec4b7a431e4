"""What is in a collection: how many documents by year, place, outlet and kind, and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import A, Search

FACTS = ("published", "region", "industry", "kind", "outlet", "park", "slogan", "document_number", "site", "url")
MOST_YEARS = 300
MOST_LISTED = 20  # outlets, sites
TOP_PLACES = "[^/]+"  # provinces and the like: paths of one step
MOST_PLACES = 60
COUNTED_EXACTLY = 40_000  # different values; more are estimated

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Counted:
    """A value and the number of documents that have it."""

    value: str
    count: int


@dataclass(frozen=True)
class Listed:
    """The most frequent values of a field; how many different ones there are, and whether that is an estimate."""

    values: tuple[Counted, ...]
    different: int
    estimated: bool


@dataclass(frozen=True)
class PlaceYears:
    """A province with its documents by year."""

    place: str
    count: int
    years: Mapping[int, int]


@dataclass(frozen=True)
class Corpus:
    """The figures of a whole collection. `years` runs from the first year to the last, years without documents too."""

    documents: int
    texts: int  # near-copies counted once
    years: tuple[tuple[int, int], ...]
    places: tuple[PlaceYears, ...]
    kinds: tuple[Counted, ...]
    outlets: Listed
    sites: Listed
    known: tuple[Counted, ...]  # for each fact, the documents in which it was found
    precision: tuple[Counted, ...]


def compile_corpus() -> Search[Any]:
    """The request for all figures."""
    search: Search[Any] = Search().extra(size=0, track_total_hits=True)
    years = A("terms", field="year", size=MOST_YEARS)
    search.aggs.bucket("years", years)
    search.aggs.bucket("places", "terms", field="region", include=TOP_PLACES, size=MOST_PLACES).bucket("years", years)
    search.aggs.bucket("kinds", "terms", field="kind", size=20)
    search.aggs.bucket("precision", "terms", field="published_precision", size=20)
    search.aggs.metric("texts", "cardinality", field="group", precision_threshold=COUNTED_EXACTLY)
    for name in ("outlet", "site"):
        search.aggs.bucket(name, "terms", field=name, size=MOST_LISTED)
        search.aggs.metric(f"{name}_different", "cardinality", field=name, precision_threshold=COUNTED_EXACTLY)
    for fact in FACTS:
        search.aggs.bucket(f"known_{fact}", "filter", filter={"exists": {"field": fact}})
    return search


def read_corpus(response: Json) -> Corpus:
    """The figures from the response; an index that does not exist yet holds nothing."""
    found = response.get("aggregations", {})
    return Corpus(
        documents=response["hits"]["total"]["value"],
        texts=found.get("texts", {}).get("value", 0),
        years=_every_year(_years(found.get("years"))),
        places=tuple(PlaceYears(b["key"], b["doc_count"], _years(b["years"])) for b in _buckets(found.get("places"))),
        kinds=_counted(found.get("kinds")),
        outlets=_listed(found, "outlet"),
        sites=_listed(found, "site"),
        known=tuple(Counted(fact, found.get(f"known_{fact}", {}).get("doc_count", 0)) for fact in FACTS),
        precision=_counted(found.get("precision")),
    )


def _buckets(aggregation: Json | None) -> list[Json]:
    return list(aggregation["buckets"]) if aggregation else []


def _years(aggregation: Json | None) -> dict[int, int]:
    return {int(b["key"]): int(b["doc_count"]) for b in _buckets(aggregation)}


def _every_year(counts: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    if not counts:
        return ()
    return tuple((year, counts.get(year, 0)) for year in range(min(counts), max(counts) + 1))


def _counted(aggregation: Json | None) -> tuple[Counted, ...]:
    return tuple(Counted(str(b["key"]), int(b["doc_count"])) for b in _buckets(aggregation))


def _listed(found: Json, name: str) -> Listed:
    different = int(found.get(f"{name}_different", {}).get("value", 0))
    return Listed(_counted(found.get(name)), different, different > COUNTED_EXACTLY)
