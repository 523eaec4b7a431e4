"""Marks in a text as elements inside one another: what an HTML page needs where marks overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

LEAD, EVIDENCE, HIT, LOST = "lead", "evidence", "hit", "lost"
_OUTER_FIRST = (LEAD, EVIDENCE, HIT, LOST)  # of marks over the same characters


@dataclass(frozen=True)
class Mark:
    """A marked piece of a text. `first` is false for what goes on from an element that had to end."""

    start: int
    end: int
    kind: str
    name: str = ""
    first: bool = True


@dataclass(frozen=True)
class Node:
    """A run of text, or an element (`mark`) with what is inside it."""

    text: str = ""
    mark: Mark | None = None
    inside: tuple[Node, ...] = ()


def nested(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Node, ...]:
    """The characters from start to end as nodes; a mark over the border of another one goes on behind it."""
    waiting = sorted((part for mark in marks if (part := _within(mark, start, end))), key=_order)
    nodes: list[Node] = []
    at = start
    while waiting:
        mark = waiting.pop(0)
        nodes += _text(text[at : mark.start])
        crossing = [other for other in waiting if other.start < mark.end]
        waiting = [other for other in waiting if other.start >= mark.end]
        waiting += [part for other in crossing if (part := _within(other, mark.end, end))]
        waiting.sort(key=_order)
        nodes.append(Node(mark=mark, inside=nested(text, mark.start, mark.end, crossing)))
        at = mark.end
    return (*nodes, *_text(text[at:end]))


def around_hits(mark: Mark, hits: Sequence[Mark]) -> Mark:
    """A mark widened to the hits it cuts into, so that a hit stays one element; `hits` in order, none overlapping."""
    first, last = _around(mark.start, hits), _around(mark.end, hits)
    return replace(mark, start=first.start if first else mark.start, end=last.end if last else mark.end)


def _around(border: int, hits: Sequence[Mark]) -> Mark | None:
    """The hit that a border cuts into."""
    at = bisect_left(hits, border, key=lambda hit: hit.start) - 1
    return hits[at] if at >= 0 and hits[at].end > border else None


def _within(mark: Mark, start: int, end: int) -> Mark | None:
    low, high = max(mark.start, start), min(mark.end, end)
    return replace(mark, start=low, end=high, first=mark.first and low == mark.start) if low < high else None


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, _OUTER_FIRST.index(mark.kind)


def _text(text: str) -> list[Node]:
    return [Node(text)] if text else []
