"""Two texts side by side: the runs of characters that they share, in order. In time that grows with their length.

The indexer tells a repost from another notice of the same form with it, the search side shows what differs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from mappings.terms import fold

GRAMS = (8, 4)  # lengths of the strings, each only once in either text, at which the texts are fastened together
SMALL = 40_000  # pairs of characters up to which every character is compared with every other
LEAST = 3  # characters of a run: unrelated words share a 的 or a 年
_MARKS, _WORDS = re.compile(r"[\W_]+"), re.compile(r"[^\W_]+")
Range = tuple[int, int, int, int]  # from and to in the one text, from and to in the other


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that both texts have, from `a` on in the one and from `b` on in the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two runs: a range in either text, one of which may be empty."""

    a: slice
    b: slice
    inside: bool  # whether a run stands on both of its sides


def comparable(text: str, *, folded: bool = False) -> str:
    """What of a text is compared: its letters, digits and Han characters, folded; marks and spaces left out."""
    return "".join(_MARKS.split(_lower(text if folded else fold(text))))


def places(text: str) -> list[int]:
    """The offset in the text of each character of `comparable(text)`."""
    lower = _lower(fold(text))
    return [place for mark in _WORDS.finditer(lower) for place in range(mark.start(), mark.end())]


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text  # a few capital letters of other scripts become two


def common_runs(a: str, b: str) -> list[Run]:
    """The runs that two texts share, in the order in which they stand in both. What has moved is found once at most."""
    found = sorted((run for run in _runs(a, b) if run.length), key=lambda run: run.a)
    joined: list[Run] = []
    for run in found:
        last = joined[-1] if joined else None
        if last and last.a + last.length == run.a and last.b + last.length == run.b:
            joined[-1] = Run(last.a, last.b, last.length + run.length)
        else:
            joined.append(run)
    return [run for run in joined if run.length >= min(LEAST, len(a), len(b)) or _at_an_end(run, a, b)]


def gaps(runs: list[Run], a: str, b: str) -> Iterator[Gap]:
    """What stands before, between and behind the runs, as far as there is something."""
    ends = [Run(0, 0, 0), *runs, Run(len(a), len(b), 0)]
    for number, (before, behind) in enumerate(pairwise(ends)):
        gap_a = slice(before.a + before.length, behind.a)
        gap_b = slice(before.b + before.length, behind.b)
        if gap_a.start < gap_a.stop or gap_b.start < gap_b.stop:
            yield Gap(gap_a, gap_b, inside=0 < number < len(runs))


def _at_an_end(run: Run, a: str, b: str) -> bool:
    return run.a == run.b == 0 or (run.a + run.length == len(a) and run.b + run.length == len(b))


def _runs(a: str, b: str) -> Iterator[Run]:
    waiting: list[Range] = [(0, len(a), 0, len(b))]
    while waiting:
        a0, a1, b0, b1 = waiting.pop()
        head = _same_start(a[a0:a1], b[b0:b1])
        yield Run(a0, b0, head)
        a0, b0 = a0 + head, b0 + head
        tail = _same_start(a[a0:a1][::-1], b[b0:b1][::-1])
        a1, b1 = a1 - tail, b1 - tail
        yield Run(a1, b1, tail)
        if (a1 - a0) * (b1 - b0) <= SMALL:
            yield from _every_character(a, b, (a0, a1, b0, b1))
        else:
            anchors = _anchors(a, b, (a0, a1, b0, b1))
            yield from anchors
            waiting += _between(anchors, (a0, a1, b0, b1))


def _same_start(a: str, b: str) -> int:
    """How many characters two texts have in common at their beginning."""
    low, high = 0, min(len(a), len(b))
    if a[:high] == b[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if a[low:middle] == b[low:middle] else (low, middle)
    return low


def _every_character(a: str, b: str, where: Range) -> Iterator[Run]:
    a0, a1, b0, b1 = where
    if a0 < a1 and b0 < b1:
        for block in SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False).get_matching_blocks():
            yield Run(a0 + block.a, b0 + block.b, block.size)


def _anchors(a: str, b: str, where: Range) -> list[Run]:
    """Strings that stand only once in either text: the longest row of them that is in the same order in both."""
    a0, a1, b0, b1 = where
    for size in GRAMS:
        once = _once(a, a0, a1, size)
        pairs = sorted((once[gram], place) for gram, place in _once(b, b0, b1, size).items() if gram in once)
        if pairs:
            return _grown(_rising(pairs), size)
    return []


def _once(text: str, start: int, end: int, size: int) -> dict[str, int]:
    """The strings of `size` characters that stand only once in a range, with their places."""
    places: dict[str, int] = {}
    often: set[str] = set()
    for place in range(start, end - size + 1):
        gram = text[place : place + size]
        if gram in places:
            often.add(gram)
        places[gram] = place
    return {gram: place for gram, place in places.items() if gram not in often} if often else places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs in which both numbers rise; the first ones rise already."""
    tops: list[int] = []  # the smallest last number of a row of each length
    ends: list[int] = []  # the pair it is in
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    row = []
    number = ends[-1]
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _grown(row: list[tuple[int, int]], size: int) -> list[Run]:
    """Anchors that overlap or touch, in both texts alike, as one run; where only one of them overlaps, what is left."""
    runs: list[Run] = []
    for a, b in row:
        if runs:
            last = runs[-1]
            end_a, end_b = last.a + last.length, last.b + last.length
            if a - last.a == b - last.b and a <= end_a:
                runs[-1] = Run(last.a, last.b, a - last.a + size)
                continue
            covered = max(0, end_a - a, end_b - b)
            a, b, rest = a + covered, b + covered, size - covered
            if rest > 0:
                runs.append(Run(a, b, rest))
        else:
            runs.append(Run(a, b, size))
    return runs


def _between(anchors: list[Run], where: Range) -> Iterator[Range]:
    a0, a1, b0, b1 = where
    for run in anchors:
        yield a0, run.a, b0, run.b
        a0, b0 = run.a + run.length, run.b + run.length
    if anchors:
        yield a0, a1, b0, b1
