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
    """A value of a facet with its count.

    The count ignores what is chosen in the facet itself, not what is chosen in the others and not what is excluded. Of
    an excluded value it tells how many documents that takes out.
    """

    value: str
    count: int
    selected: bool = False
    label: str = ""  # the last step of a region path; the value itself otherwise
    children: tuple[FacetValue, ...] = ()  # regions only: the places inside
    excluded: bool = False
    own: int | None = None  # of an opened place: documents about it and no place inside it
    own_selected: bool = False  # those are chosen
    unopened: bool = False  # there may be places inside, which are not loaded: Searcher.places gives them


@dataclass(frozen=True)
class FacetList:
    """What is to be known of a list of values: whether all are there, and how many are not."""

    complete: bool = True  # every value with documents is listed; of places: every place
    further: int = 0  # values with documents that are not listed
    approximate: bool = False  # `further` is an estimate
    exact: bool = True  # the counts are; they are on an index of one shard, as parknews makes it


@dataclass(frozen=True)
class YearCount:
    """A year: the documents found, and all documents that are there under the same filters, words aside.

    Where `base` is 0, nothing was collected of that year, and finding nothing says nothing.
    """

    year: int
    documents: int
    base: int


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
    added_at: dt.datetime | None = None  # when it came into the collection
    copies: int = 0  # other documents found that have the same text; they are no hits of their own


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
    """The hits of one page and the figures about all of them. Every figure obeys the same filters as the hits.

    Documents with the same text are one hit. Figures count each of them, or each text once, as the question asks
    (`copies`); `total` and `texts` are there in either case.
    """

    total: int  # documents
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
    lists: dict[str, FacetList] = field(default_factory=dict)  # of each facet: whether its list is complete
    texts: int = 0  # different texts among the documents found
    texts_exact: bool = True  # else `texts` is an estimate
    copies: str = "each"  # what the figures count: each document, or each text once
    years: tuple[YearCount, ...] = ()  # each year from the first to the last one of which something was collected

    @property
    def counted(self) -> int:
        """What was found as the figures count it: documents, or texts."""
        return self.texts if self.copies == "once" else self.total


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
    folder: str = ""  # the name of the folder it lies in; none when empty
    position: int = 0  # in its folder, the smallest first
    opened_at: dt.datetime | None = None  # when it was last opened
    wordings: tuple[str, ...] = ()  # the wordings of slogans that counted when it was saved
    hits: int | None = None  # how many now; None when the count could not be had
    new: int | None = None  # of these, how many have come since it was last opened; None as above, or never opened
