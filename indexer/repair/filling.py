"""Filling one slot of a shifted run: the likeliest ways in which paths go on."""

from __future__ import annotations

import math
from heapq import heapreplace

from indexer.repair.page import PageModel
from indexer.repair.path import Path, Width
from indexer.repair.sequence import sequence_fit
from indexer.repair.slots import Final, Head, Rest
from indexer.repair.vocabulary import MARKS

AT_BEST, TWO_AT_BEST = -3.0, -7.0

Step = tuple[float, Path, str, str]  # score, path so far, what follows: simplified, and as it is


class Filling:
    """Collects the ways to go on; each is weighed only as far as it may be among the best."""

    def __init__(self, page: PageModel, width: Width, final: Final) -> None:
        self._page, self._final, self._hopeless = page, final, width.hopeless
        self._kept = [-math.inf] * width.steps  # the best scores
        self._least = -math.inf
        self._steps: list[Step] = []
        self._open: list[tuple[float, Path, Head]] = []

    def add(self, path: Path, heads: list[Head], bonus: float) -> None:
        """The ways in which `path` may go on."""
        row, base, before = self._page.characters.row(path.simple[-1:]), path.score + bonus, path.simple
        scores = [base + row[head[0]] + head[2] for head in heads]
        least = max(self._least, max(scores, default=0.0) - self._hopeless)
        for score, head in zip(scores, heads, strict=True):
            if score < least:
                continue
            if head[0] in MARKS:
                score += sequence_fit(before, head[0])
            if head[3] is None:
                self._keep((score, path, head[0], head[1]))
            else:
                self._open.append((score, path, head))

    def steps(self) -> list[Step]:
        """The best, and perhaps some more."""
        self._open.sort(key=_score, reverse=True)
        slots, row, final = self._page.slots, self._page.characters.row, self._final
        for score, path, head in self._open:
            if score + AT_BEST < self._least:
                break
            self._extend(path, score, head, slots.one(head, final))
            start = score + row(head[0]).start
            for starts in slots.starts(head[3] or 0, final):
                self._extend(path, start, head, starts)
            if score + TWO_AT_BEST >= self._least:
                self._extend(path, score, head, slots.two(head, final))
        return [step for step in self._steps if step[0] >= self._least]

    def _extend(self, path: Path, score: float, head: Head, rests: list[Rest]) -> None:
        for more, plain, truth, marked in rests:
            value = score + more
            if value < self._least:
                break
            if marked:
                value += _marks_fit(path.simple + head[0], plain)
            self._keep((value, path, head[0] + plain, head[1] + truth))

    def _keep(self, step: Step) -> None:
        self._steps.append(step)
        heapreplace(self._kept, step[0])
        self._least = max(self._kept[0], step[0] - self._hopeless, self._least)


def _score(entry: tuple[float, Path, Head]) -> float:
    return entry[0]


def _marks_fit(before: str, plain: str) -> float:
    """Where the marks among a few characters stand."""
    return sum(sequence_fit(before + plain[:at], char) for at, char in enumerate(plain) if char in MARKS)
