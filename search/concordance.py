"""Words in context: every occurrence in every document found, with what stands on its left and on its right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl.query import Q

from engine.message import Message
from mappings import PARAGRAPH_BREAK, fold
from search.answer import Expansion
from search.concordance_view import BY_DATE, ConcordanceView
from search.copies import found_of, once_each, texts_aggregation
from search.counting import TEXTS
from search.finder import Finder, pieces
from search.frozen import Frozen
from search.place import place_of
from search.question import ONCE
from search.run import Response

MOST_SORTED = 200_000  # occurrences that are put in the order of their neighbours or places; all are counted
MOST_READ = 10_000  # documents read for a page, the newest (or oldest) first; a file has the lines of all
MOST_FOUND = 100_000  # occurrences after which no further document is read for a page
NOTHING_ASKED = Message("没有要查的词，列不出上下文：请在检索框里写词或短语。")
NEWEST_READ = Message(
    "检索到 %(matched)s 篇，这里只读了日期最新的 %(read)s 篇，处数、篇数和排列都只算这些；"
    "缩小范围，或下载文件，可看到全部。"
)
OLDEST_READ = Message(
    "检索到 %(matched)s 篇，这里只读了日期最早的 %(read)s 篇，处数、篇数和排列都只算这些；"
    "缩小范围，或下载文件，可看到全部。"
)
NEIGHBOURS = 12  # characters that the order of neighbours looks at
LAST = "\U0010ffff"  # comes behind every name and neighbour: for what has none
TITLE, BODY = "title", "body"
SOURCE = ["id", "group", "title", "body", "display", "published", "published_precision", "region", "outlet", "site"]

_SPACES = re.compile(r"\s+")
_PASSED_OVER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence. `hit_number` is its number among the marks on the document's page, from 1."""

    id: str
    title: str
    where: str  # title or body
    left: str
    hit: str
    right: str
    published: dt.date | None
    published_precision: str | None
    place: str | None
    outlet: str | None
    hit_number: int


@dataclass(frozen=True)
class Concordance:
    """A page of lines, and the counts of all: occurrences, and documents that hold one of them.

    Of more than MOST_READ documents, or MOST_FOUND occurrences, only so many are read, and counted but for `matched`; a
    note says so.
    """

    lines: tuple[Line, ...]
    occurrences: int
    documents: int
    matched: int  # documents that the search finds; those without an occurrence hold its words in another form
    page: int
    pages: int
    notes: tuple[str, ...] = ()
    expansions: tuple[Expansion, ...] = ()  # the wordings of slogans that count, and those left out
    complete: bool = True  # all documents found were read


@dataclass
class Counts:
    """What has been seen so far."""

    occurrences: int = 0
    documents: int = 0
    read: int = 0
    matched: int = 0


class Reading:
    """Reads the occurrences of a query out of a frozen view of the index."""

    def __init__(
        self,
        frozen: Frozen,
        query: dict[str, Any],
        finder: Finder,
        view: ConcordanceView,
        *,
        bounded: bool = False,
    ) -> None:
        """`bounded`: no more than MOST_READ documents are read."""
        self._bounded = bounded
        self._frozen = frozen
        self._query = query
        self._finder = finder
        self._view = view
        self.counts = Counts()

    def page(self) -> tuple[int, list[Line]]:
        """The lines of the page asked for, or of the last one; everything is counted."""
        if self._view.order in BY_DATE:
            return self._page_by_date()
        lines = self._sorted()
        number = min(self._view.page, _pages(len(lines), self._view.size))
        return number, lines[(number - 1) * self._view.size : number * self._view.size]

    def lines(self) -> Iterator[Line]:
        """All lines in order: by date, as they are read; else put in order first."""
        if self._view.order not in BY_DATE:
            yield from self._sorted()
            return
        for source in self._sources():
            yield from self._lines_of(source)

    def _page_by_date(self) -> tuple[int, list[Line]]:
        size, first = self._view.size, (self._view.page - 1) * self._view.size
        wanted: list[Line] = []
        last: list[Line] = []  # of the last page so far, should the page asked for be beyond it
        for source in self._sources():
            before = self.counts.occurrences
            found = list(self._lines_of(source))
            wanted += found[max(0, first - before) : max(0, first + size - before)]
            for number, line in enumerate(found, before):
                last = [line] if number % size == 0 else [*last, line]
        pages = _pages(self.counts.occurrences, size)
        return (self._view.page, wanted) if self._view.page <= pages else (pages, last)

    def _sources(self) -> Iterator[dict[str, Any]]:
        """The documents found, or one for each text, the newest first, or the oldest."""
        direction = "asc" if self._view.order == "oldest" else "desc"
        order = [{"published": {"order": direction, "missing": "_last"}}, {"id": {"order": "asc"}}]
        hits = self._frozen.hits({"query": self._query, "_source": SOURCE, "sort": order})
        for hit in once_each(hits) if self._view.question.copies == ONCE else hits:
            if self._is_enough():
                self.counts.matched = self._count_all()
                return
            self.counts.read += 1
            yield hit["_source"]
        self.counts.matched = self.counts.read

    def _is_enough(self) -> bool:
        """Whether no further document is read."""
        return self._bounded and (self.counts.read >= MOST_READ or self.counts.occurrences >= MOST_FOUND)

    def _count_all(self) -> int:
        """How many documents there are to read, or texts."""
        count: dict[str, Any] = {"query": self._query, "size": 0, "track_total_hits": True}
        if self._view.question.copies == ONCE:
            count["aggs"] = {TEXTS: texts_aggregation(Q("match_all")).to_dict()}
        response = self._frozen.search(count)
        return found_of(response, self._view.question)

    def _lines_of(self, source: dict[str, Any]) -> list[Line]:
        lines = [self._line(source, *found) for found in _found(self._finder, source)]
        self.counts.documents += bool(lines)
        self.counts.occurrences += len(lines)
        return lines

    def _sorted(self) -> list[Line]:
        """The lines in the order of neighbours or places; where that is the same, the newest first."""
        found: list[tuple[bytes, Line]] = []
        for source in self._sources():
            room = MOST_SORTED - len(found)
            found += [(self._key(line), line) for line in self._lines_of(source)[:room]]
        found.sort(key=lambda pair: pair[0])
        return [line for _, line in found]

    def _key(self, line: Line) -> bytes:
        """What a line is sorted by. GB 18030 has the common characters in the order of pinyin."""
        if self._view.order == "place":
            return (line.place or LAST).encode("gb18030")
        near = line.right if self._view.order == "right" else line.left[::-1]
        return (_PASSED_OVER.sub("", fold(near))[:NEIGHBOURS] or LAST).encode("gb18030")

    def _line(self, source: dict[str, Any], where: str, start: int, end: int, number: int) -> Line:
        shown = _shown(source, where)
        width = self._view.width
        date = source.get("published")
        return Line(
            id=source["id"],
            title=_shown(source, TITLE),
            where=where,
            left=_one_line(shown[max(0, start - 2 * width) : start])[-width:],
            hit=_one_line(shown[start:end]),
            right=_one_line(shown[end : end + 2 * width])[:width],
            published=dt.date.fromisoformat(date) if date else None,
            published_precision=source.get("published_precision"),
            place=place_of(source),
            outlet=source.get("outlet") or source.get("site"),
            hit_number=number,
        )


def read_concordance(frozen: Frozen, query: dict[str, Any], finder: Finder, view: ConcordanceView) -> Concordance:
    """One page of lines, and the counts of all of them."""
    if not finder.finds:
        return Concordance((), 0, 0, 0, 1, 1, (NOTHING_ASKED,))
    reading = Reading(frozen, query, finder, view, bounded=True)
    page, lines = reading.page()
    counts = reading.counts
    listed = counts.occurrences if view.order in BY_DATE else min(counts.occurrences, MOST_SORTED)
    return Concordance(
        lines=tuple(lines),
        occurrences=counts.occurrences,
        documents=counts.documents,
        matched=counts.matched,
        page=page,
        pages=_pages(listed, view.size),
        notes=tuple(_notes(counts, listed, view.order)),
        complete=counts.read == counts.matched,
    )


def _notes(counts: Counts, listed: int, order: str) -> Iterator[str]:
    if counts.read < counts.matched:
        template = OLDEST_READ if order == "oldest" else NEWEST_READ
        yield Message(template, matched=counts.matched, read=counts.read)
    if counts.occurrences > listed:
        yield Message(
            "超过 %(most)s 处，只排列日期最新的 %(listed)s 处；处数和篇数是全部的。按日期排列可看到全部。",
            most=MOST_SORTED,
            listed=listed,
        )
    if counts.read > counts.documents:
        without = counts.read - counts.documents
        yield Message(
            "检索到的 %(matched)s 篇里，有 %(without)s 篇没有原样出现检索词（只含有它们的各个词），这里不列。",
            matched=counts.read,
            without=without,
        )


def _found(finder: Finder, source: Response) -> Iterator[tuple[str, int, int, int]]:
    """Where each occurrence stands, and its number among the marks on the page of its document."""
    number = 1
    for where, marks in ((TITLE, finder.title(source[TITLE])), (BODY, finder.body(source[BODY]))):
        for mark in marks:
            if mark.literal:
                yield where, mark.place.start, mark.place.end, number
            number += pieces(source[where], mark.place) if where == BODY else 1


def _shown(source: Response, where: str) -> str:
    """The title or text as the page has it."""
    folded: str = source[where]
    original = source.get("display", {}).get(where)
    return original if original is not None and len(original) == len(folded) else folded


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text.replace(PARAGRAPH_BREAK, " "))


def _pages(lines: int, size: int) -> int:
    return max(1, -(-lines // size))
