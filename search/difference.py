"""What differs between two documents with the same text: the one, with what the other lacks and what it adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mappings import PARAGRAPH_BREAK, sentence_breaks
from mappings.alignment import Run, common_runs, comparable, gaps, places
from search.copies import Copy, read_copy
from search.run import Response

SAME, REMOVED, ADDED = "same", "removed", "added"


@dataclass(frozen=True)
class Piece:
    """A piece of text: the `same` in both, `removed` (only in the first), or `added` (only in the second)."""

    text: str
    kind: str = SAME


@dataclass(frozen=True)
class Difference:
    """Two documents, their titles and texts side by side. Marks, spaces and the script are not compared.

    `shared` is the part of the longer text's characters that both have, from 0 to 1.
    """

    one: Copy
    other: Copy
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    shared: float


def read_difference(one: Response, other: Response) -> Difference:
    """What differs, from the `_source` of two documents."""
    text, other_text = _original(one, "body"), _original(other, "body")
    pieces, shared = _compared(text, other_text)
    title, _ = _compared(_original(one, "title"), _original(other, "title"))
    return Difference(read_copy(one), read_copy(other), tuple(title), tuple(_paragraphs(pieces)), shared)


def _original(source: dict[str, Any], name: str) -> str:
    shown: str = source.get("display", {}).get(name, source[name])
    return shown


def _compared(one: str, other: str) -> tuple[list[Piece], float]:
    """The pieces in the order of both texts; the marks of the first where both have the same words."""
    a, b = comparable(one), comparable(other)
    runs = _at_marks(common_runs(a, b), one, other)
    ends, other_ends = [*places(one), len(one)], [*places(other), len(other)]
    pieces: list[Piece] = []
    at = 0
    for gap in gaps(runs, a, b):
        start, end = ends[gap.a.start], ends[gap.a.stop]
        if gap.a.start == gap.a.stop:
            start = end  # only the other text has words here
        pieces += [Piece(one[at:start]), Piece(one[start:end], REMOVED)]
        if gap.b.start < gap.b.stop:
            begin = other_ends[gap.b.start]
            # The break before a paragraph that only the other text has stands in none of the pieces of the first.
            new = _begins(other, begin) and not _begins(one, ends[gap.a.start])
            text = other[begin : other_ends[gap.b.stop]]
            pieces.append(Piece(PARAGRAPH_BREAK + text if new else text, ADDED))
        at = end
    pieces.append(Piece(one[at:]))
    longer = max(len(a), len(b))
    return [piece for piece in pieces if piece.text], _length(runs) / longer if longer else 1.0


def _begins(text: str, place: int) -> bool:
    """Whether a paragraph begins at a place, marks before it aside."""
    before = place
    while before and not text[before - 1].isalnum():
        before -= 1
    return before == 0 or PARAGRAPH_BREAK in text[before:place]


def _at_marks(runs: list[Run], one: str, other: str) -> list[Run]:
    """The same runs, what only one text has moved to where a sentence begins, if it can be.

    Of 会议指出。会议要求。 the text 会议要求。 lacks 会议指出, and not 指出会议.
    """
    starts, other_starts = _sentence_starts(one), _sentence_starts(other)
    a, b = comparable(one), comparable(other)
    moved = list(runs)
    for number, (before, behind) in enumerate(pairwise(runs)):
        before = moved[number]
        end_a, end_b = before.a + before.length, before.b + before.length
        if end_a == behind.a:
            back = _back(b, end_b, behind.b, other_starts, before.length)
        elif end_b == behind.b:
            back = _back(a, end_a, behind.a, starts, before.length)
        else:
            continue
        moved[number] = Run(before.a, before.b, before.length - back)
        moved[number + 1] = Run(behind.a - back, behind.b - back, behind.length + back)
    return moved


def _back(text: str, start: int, end: int, sentences: frozenset[int], most: int) -> int:
    """How far a range of a text can be moved back, staying the same, to the nearest beginning of a sentence; or 0."""
    for back in range(most + 1):
        if start - back in sentences:
            return back
        if back == most or text[start - back - 1] != text[end - back - 1]:
            return 0
    return 0


def _sentence_starts(text: str) -> frozenset[int]:
    """Which of the characters that are compared begin a sentence."""
    breaks = iter([*sentence_breaks(text), len(text) + 1])
    following = next(breaks)
    found = {0}
    for number, place in enumerate(places(text)):
        if place >= following:
            found.add(number)
            while place >= following:
                following = next(breaks)
    return frozenset(found)


def _length(runs: list[Run]) -> int:
    return sum(run.length for run in runs)


def _paragraphs(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split(PARAGRAPH_BREAK)
        paragraph += [Piece(first, piece.kind)] if first else []
        for line in rest:
            if paragraph:
                yield tuple(paragraph)
            paragraph = [Piece(line, piece.kind)] if line else []
    if paragraph:
        yield tuple(paragraph)
