"""A question: what a search page's address asks for, as a value. One canonical order, so one search has one link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from engine.errors import UserError

UNKNOWN = "未知"  # the facet value for documents in which a fact was not found
SORTS = ("relevance", "newest", "oldest")
MATCHES = ("auto", "all")  # auto: every word first, most of them next; all: every word
FACETS = ("region", "year", "industry", "slogan", "park", "kind")
PAGE_SIZES = (10, 20, 50, 100)
DEFAULT_SIZE = 20
MAX_QUERY = 2000  # characters
MAX_WINDOW = 10_000  # Elasticsearch's from + size; deeper is for exports


@dataclass(frozen=True)
class Question:
    """Query text, chosen facet values, order and page (from 1)."""

    query: str = ""
    region: tuple[str, ...] = ()
    year: tuple[str, ...] = ()  # 2023, 2020-2023, or 未知
    industry: tuple[str, ...] = ()
    slogan: tuple[str, ...] = ()
    park: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    match: str = "auto"
    sort: str = "relevance"
    page: int = 1
    size: int = DEFAULT_SIZE

    @classmethod
    def from_params(cls, params: Iterable[tuple[str, str]]) -> Question:
        """Read the pairs of a query string. Raises UserError for a value that has no sensible reading.

        Unknown names are left alone; page and size outside their range are brought into it.
        """
        raise NotImplementedError

    def to_params(self) -> list[tuple[str, str]]:
        """The pairs in canonical order, defaults left out."""
        raise NotImplementedError

    def to_query_string(self) -> str:
        """The canonical query string."""
        return urlencode(self.to_params())

    def change(self, **fields: object) -> Question:
        """A copy with some fields changed; back on page 1 unless `page` is given."""
        return replace(self, **{"page": 1, **fields})  # type: ignore[arg-type]

    def toggle(self, facet: str, value: str) -> Question:
        """A copy with one facet value added, or removed when it was chosen."""
        chosen = getattr(self, facet)
        kept = tuple(v for v in chosen if v != value)
        return self.change(**{facet: kept if value in chosen else (*chosen, value)})


__all__ = ["FACETS", "MATCHES", "PAGE_SIZES", "SORTS", "UNKNOWN", "Question", "UserError"]
