"""What a search gives back: plain values, ready for a page, JSON or a terminal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Span:
    """A piece of text; `marked` when it is a hit."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet with its count. The count ignores the facet's own selection, not the other facets'."""

    value: str
    count: int
    selected: bool = False
    label: str = ""  # the last step of a region path; the value itself otherwise
    children: tuple[FacetValue, ...] = ()  # regions only: the places inside


@dataclass(frozen=True)
class Hit:
    """One document found."""

    id: str
    title: tuple[Span, ...]
    published: dt.date | None
    published_precision: str | None
    region: tuple[str, ...]
    industry: tuple[str, ...]
    slogan: tuple[str, ...]
    park: tuple[str, ...]
    kind: str | None
    outlet: str | None
    site: str | None
    url: str | None
    path: str
    score: float | None
    snippets: tuple[tuple[Span, ...], ...]
    matched: str  # phrase: every word stands literally; words: every word; some: most of the words; all: no words


@dataclass(frozen=True)
class Expansion:
    """A wording that counts as a word of the query does, for both are names of one slogan.

    `count` is how many of the documents found hold it literally; None for one that the question leaves out.
    """

    word: str  # of the query
    wording: str
    count: int | None

    @property
    def counts(self) -> bool:
        """Whether the wording takes part in the search."""
        return self.count is not None


@dataclass(frozen=True)
class Answer:
    """The hits of one page and the figures about all of them. Every figure obeys the same filters as the hits."""

    total: int
    total_all_words: int  # of these, how many hold every word
    total_phrase: int  # of these, how many hold the whole query literally
    took_ms: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    page: int
    pages: int
    size: int
    collection_size: int  # documents in the collection, whatever the query
    notes: tuple[str, ...] = ()  # what was done to answer: e.g. that no document holds every word
    expansions: tuple[Expansion, ...] = ()  # other wordings of the slogans in the query


@dataclass(frozen=True)
class Article:
    """A whole document for its page."""

    id: str
    title: tuple[Span, ...]
    paragraphs: tuple[tuple[Span, ...], ...]
    marked: int  # how many hits are marked
    facts: dict[str, Any]  # the fields of DESIGN section 5 by name, as they stand in _source
    evidence: tuple[dict[str, Any], ...] = ()
    repairs: tuple[dict[str, Any], ...] = ()
    removed: tuple[dict[str, Any], ...] = ()
    raw: str | None = None
    similar: tuple[Hit, ...] = field(default=())


@dataclass(frozen=True)
class SavedLink:
    """A search kept under a name. `search` is the canonical query string of its Question."""

    id: str
    name: str
    note: str
    search: str
    created_at: dt.datetime
    updated_at: dt.datetime
    hits: int | None = None  # how many now; None when the count could not be had
