"""Title and text of a document, ready to be written as HTML: blocks of text with hits and evidence marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mappings import PARAGRAPH_BREAK
from search.answer import Article, Span
from search.as_json import plain
from webui.blocks import Block, Entry, blocks, outline
from webui.evidence import BODY, TITLE, Places
from webui.marks import HIT, LEAD, Mark, Node, around_hits, nested
from webui.mending import Spot, lost

Row = tuple[tuple[Node, ...], ...]


@dataclass(frozen=True)
class Passage:
    """A block of the text with its characters as nodes: of a table, those of each cell."""

    block: Block
    nodes: tuple[Node, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Passages:
    """A whole document to read. The hits are numbered from 1 on, those of the title first."""

    title: tuple[Node, ...]
    body: tuple[Passage, ...]
    outline: tuple[Entry, ...]
    hits: int
    positions: tuple[float, ...]  # of each hit: how far into the document, from 0 to 1


def body_of(article: Article) -> str:
    """The text of an article in one piece, as its passages have it."""
    return PARAGRAPH_BREAK.join(plain(paragraph) for paragraph in article.paragraphs)


def passages(article: Article, places: Places, spots: Sequence[Spot]) -> Passages:
    """The passages of an article, with the places of evidence and of what was lost beyond repair marked."""
    title, body = plain(article.title), body_of(article)
    title_hits = list(_hits(article.title, 0, 1))
    hits = list(_paragraph_hits(article.paragraphs, len(title_hits) + 1))
    found = blocks(body, PARAGRAPH_BREAK)
    leads = [around_hits(Mark(b.start, b.lead, LEAD), hits) for b in found if b.lead]
    marks = [*hits, *lost(body, spots), *_evidence(places, BODY, hits), *leads]
    whole = max(1, len(title) + len(body))
    return Passages(
        title=nested(title, 0, len(title), [*title_hits, *_evidence(places, TITLE, title_hits)]),
        body=tuple(_passages(body, found, sorted(marks, key=lambda mark: mark.start))),
        outline=tuple(outline(body, found)),
        hits=len(title_hits) + len(hits),
        positions=(*(hit.start / whole for hit in title_hits), *((len(title) + hit.start) / whole for hit in hits)),
    )


def _hits(spans: Sequence[Span], at: int, number: int) -> Iterator[Mark]:
    for span in spans:
        if span.marked:
            yield Mark(at, at + len(span.text), HIT, str(number))
            number += 1
        at += len(span.text)


def _paragraph_hits(paragraphs: Sequence[Sequence[Span]], number: int) -> Iterator[Mark]:
    at = 0
    for paragraph in paragraphs:
        hits = list(_hits(paragraph, at, number))
        yield from hits
        number += len(hits)
        at += len(plain(paragraph)) + len(PARAGRAPH_BREAK)


def _evidence(places: Places, where: str, hits: Sequence[Mark]) -> list[Mark]:
    return [around_hits(mark, hits) for mark in places.marks(where)]


def _passages(text: str, found: Sequence[Block], marks: Sequence[Mark]) -> Iterator[Passage]:
    """Each block with the marks that reach into it; `marks` in order of their beginning."""
    waiting: list[Mark] = []
    at = 0
    for block in found:
        while at < len(marks) and marks[at].start < block.end:
            waiting.append(marks[at])
            at += 1
        waiting = [mark for mark in waiting if mark.end > block.start]
        if block.rows:
            rows = tuple(tuple(nested(text, cell.start, cell.end, waiting) for cell in row) for row in block.rows)
            yield Passage(block, rows=rows)
        else:
            yield Passage(block, nested(text, block.start, block.end, waiting))
