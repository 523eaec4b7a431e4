"""The beam search: every way in which a shifted run of bytes may read, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest

from indexer.repair import gbk
from indexer.repair.candidates import (
    Candidate,
    Pool,
    after_vanished,
    before_vanished,
    between_vanished,
    candidate,
    lost_lead,
    lost_pair,
    lost_trail,
)
from indexer.repair.language import sequence_fit
from indexer.repair.numbering import Numbering
from indexer.repair.page import PageModel
from indexer.repair.path import NOTHING, Ending, Path, Width
from indexer.repair.readings import is_read, traditional_read
from indexer.repair.simplify import is_traditional_form, to_simplified
from indexer.repair.swallowed import swallowed
from indexer.repair.tokens import Kind, Token, bytes_of, full_width

ALIKE = 4  # paths kept of those with the same two characters at the end
LONGEST_RUN = 80  # tokens; longer shifted runs are given up
ENDINGS = 60
KEPT_AT_MARK = 10  # readings of one path up to a lost byte in front of a mark
VANISHED = 0.5  # bonus of a vanished pair: the model finds real text too unlikely on average
READING_FITS = 1.0
LETTER = -3.0  # a shifted run that ends at a real ASCII letter
FOLDED = -1.0  # a full-width mark inside a shifted run
SWALLOWED = -3.0
LIST_START = 8  # characters before a lost number in which a colon tells that a list begins


Step = tuple[float, Path, Candidate, int, int]  # score, path so far, character, pending, gone


class Run:
    """The search for one shifted run: line[first] is where the first byte was lost."""

    def __init__(
        self, page: PageModel, numbering: Numbering, line: list[Token], first: int, before: str, width: Width
    ) -> None:
        self.numbering = numbering
        self.page, self.line, self.first, self.before, self.width = page, line, first, before, width
        self.endings: list[Ending] = []
        self._handlers: dict[Kind, Callable[[list[Path], Token, int], list[Step]]] = {
            Kind.PLAIN: self._plain,
            Kind.READ: self._shown,
            Kind.LETTER_READ: self._letter_read,
            Kind.LOST_READ: self._lost_read,
            Kind.LOST_MARK: self._lost_mark,
            Kind.LOST_TWO: self._lost_two,
            Kind.LOST: self._lost,
        }

    def search(self) -> list[Ending]:
        """The endings found, likeliest first by the character model; `before` is the traditional text to the left."""
        paths = self._start()
        last = min(len(self.line), self.first + LONGEST_RUN)
        for at in range(self.first + 1, last):
            if not paths:
                break
            token = self.line[at]
            paths = self._with_vanished(paths) if self.width.gone else paths
            steps = self._handlers[token.kind](paths, token, at)
            reads = ((token.char, token.reading),) if token.kind is Kind.READ and token.reading else ()
            paths = self._best(steps, self.width.paths)
            if reads:
                paths = [p._replace(reads=p.reads + reads) for p in paths]
        return nlargest(ENDINGS, self.endings, key=lambda e: e.path.score)

    # the first token

    def _start(self) -> list[Path]:
        token = self.line[self.first]
        blank = Path(0.0, to_simplified(full_width(self.before)), "")
        if token.kind is Kind.LOST_READ:
            return self._start_read(blank, token.reading or "")
        if token.kind is Kind.LOST_TWO:
            for step in self._steps(blank, self._likely(blank, lost_lead(0xA1))):
                self._end_mark(step, token, self.first)
            return []
        lead, trail = bytes_of(token.char) or (NOTHING, NOTHING)
        return [_grown(s) for s in self._steps(blank, self._likely(blank, lost_lead(lead)), pending=trail)]

    def _start_read(self, blank: Path, reading: str) -> list[Path]:
        pair = bytes_of(self.before[-1]) if self.before else None
        if not pair:
            return []
        found = []
        for lost, char in traditional_read(reading).get(pair[1], ()):
            if gbk.possible(lost, gbk.EURO):
                score = self.page.annotated(char, reading)
                found.append(blank._replace(score=score, pending=lost, reads=((char, reading),)))
        return found

    # steps

    def _steps(
        self, path: Path, found: Iterable[Candidate], bonus: float = 0.0, pending: int = NOTHING, gone: int = NOTHING
    ) -> list[Step]:
        """`path` with each of some characters behind it."""
        row, costs, before = self.page.characters.row(path.simple), self.page.costs, path.simple
        base, steps = path.score + bonus, []
        for entry in found:
            char, plain, cost, is_mark = entry
            score = base + row[plain] + costs.get(char, cost)
            if is_mark:
                score += sequence_fit(before, plain)
            steps.append((score, path, entry, pending, gone))
        return steps

    def _likely(self, path: Path, pool: Pool) -> list[Candidate]:
        return pool.likely(self.page.characters.followers(path.simple))

    def _complete(self, path: Path, trail: int) -> Sequence[Candidate]:
        """The characters that the waiting lead byte and `trail` can make."""
        if path.gone:
            return self._likely(path, after_vanished(path.gone, trail))
        char = gbk.decode_pair(path.pending, trail)
        return (candidate(char),) if char else ()

    def _complete_lost(self, path: Path) -> Sequence[Candidate]:
        """The characters that the waiting lead byte can make with a lost trail byte."""
        return self._likely(path, lost_pair(path.gone) if path.gone else lost_trail(path.pending))

    def _end(self, step: Step, at: int, tail: str = "") -> None:
        self.endings.append(Ending(_grown(step), at + 1, tail))

    def _with_vanished(self, paths: list[Path]) -> list[Path]:
        """The paths, and those on which one or two private-use pairs vanished at this place."""
        steps = [
            step
            for path in paths
            for gone, found in before_vanished(path.pending).items()
            for step in self._steps(path, found, VANISHED, gone=gone)
        ]
        front = self._best(steps, self.width.gone)
        every = paths + front
        for _ in range(1, self.width.in_a_row):
            steps = [
                step
                for path in front[: self.width.again]
                for gone, pool in between_vanished(path.gone).items()
                for step in self._steps(path, self._likely(path, pool), VANISHED, gone=gone)
            ]
            front = self._best(steps, self.width.gone)
            every += front
        return every

    def _best(self, steps: list[Step], size: int) -> list[Path]:
        """The likeliest steps as paths; a few at most of those that end alike, for they will not part any more."""
        kept: list[Path] = []
        alike: dict[tuple[int, int, str, int], int] = defaultdict(int)
        ranked = nlargest(3 * size, steps)
        for step in ranked:
            if step[0] < ranked[0][0] - self.width.hopeless or len(kept) == size:
                break
            path = _grown(step)
            key = (path.pending, path.gone, path.simple[-2:], len(path.truth))
            alike[key] += 1
            if alike[key] <= ALIKE:
                kept.append(path)
        return kept

    # tokens

    def _plain(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        if ord(token.char) > gbk.EURO and token.char != "€":
            return self._shown(paths, token, at)
        code = gbk.EURO if token.char == "€" else ord(token.char)
        if code in gbk.ASCII_TRAILS or code == gbk.EURO:
            self._end_all(paths, code, at)
        pair = bytes_of(token.char) if code != gbk.EURO else None
        return self._through(paths, pair, FOLDED) if pair else []

    def _end_all(self, paths: list[Path], trail: int, at: int) -> None:
        for path in paths:
            for step in self._steps(path, self._complete(path, trail)):
                self._end(step, at)

    def _through(self, paths: list[Path], pair: tuple[int, int], bonus: float = 0.0) -> list[Step]:
        """A pair of the shifted run: trail byte of one true character, lead byte of the next."""
        return [s for p in paths for s in self._steps(p, self._complete(p, pair[0]), bonus, pending=pair[1])]

    def _shown(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        pair = gbk.encode(token.char)
        if not pair:
            return []
        if pair[1] > gbk.EURO:
            return self._through(paths, pair)
        letter = chr(pair[1])
        for score, path, entry, _, _ in nlargest(KEPT_AT_MARK, self._through(paths, pair, LETTER)):
            after = _grown((score, path, entry, NOTHING, NOTHING))
            score += self.page.step(after.simple, letter)
            self._end((score, after, Candidate(letter, letter, 0.0, False), NOTHING, NOTHING), at)
        return []

    def _letter_read(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        code = gbk.EURO if token.char == "€" else ord(token.char)
        reading = token.reading or ""
        for path in paths:
            found = [c for c in self._complete(path, code) if is_traditional_form(c.char) and is_read(c.char, reading)]
            self._end_read(path, found, reading, at)
        return []

    def _lost_read(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        reading = token.reading or ""
        index = traditional_read(reading)
        for path in paths:
            leads = gbk.VANISHED_TRAILS[path.gone] & index.keys() if path.gone else (path.pending,)
            found = [candidate(c) for lead in leads for trail, c in index.get(lead, ()) if trail > gbk.EURO]
            self._end_read(path, found, reading, at)
        return []

    def _end_read(self, path: Path, found: list[Candidate], reading: str, at: int) -> None:
        for score, _, entry, _, _ in self._steps(path, found, READING_FITS):
            score += self.page.annotated(entry.char, reading)
            done = _grown((score, path, entry, NOTHING, NOTHING))
            self.endings.append(Ending(done._replace(reads=(*path.reads, (entry.char, reading))), at + 1))

    def _lost_mark(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        for path in paths:
            for step in nlargest(KEPT_AT_MARK, self._steps(path, self._complete_lost(path))):
                self._end_mark(step, token, at)
        return []

    def _end_mark(self, step: Step, token: Token, at: int) -> None:
        after = _grown(step)
        mark = candidate(token.char)
        for with_mark in self._steps(after, (mark,)):
            self._end(with_mark, at)

    def _lost_two(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        """A stop whose second byte and the quote behind it make a mark: the run goes on behind that mark."""
        trail = (bytes_of(token.char) or (NOTHING, NOTHING))[1]
        stop = (candidate("。"),)
        return [
            with_stop
            for path in paths
            for step in nlargest(KEPT_AT_MARK, self._steps(path, self._complete_lost(path)))
            for with_stop in self._steps(_grown(step), stop, pending=trail)
        ]

    def _lost(self, paths: list[Path], token: Token, at: int) -> list[Step]:
        """One byte and the ASCII character behind it are lost, or it is a question mark in the shifted run."""
        no_tail = token.reading == "<" or at == len(self.line) - 1
        bonus = 0.0 if no_tail else SWALLOWED
        behind = "".join(t.char for t in self.line[at + 1 : at + 10])
        for path in paths:
            for step in nlargest(KEPT_AT_MARK, self._steps(path, self._complete_lost(path), bonus)):
                tail = "" if no_tail else swallowed(path.simple[-LIST_START:] + step[2].plain, behind, self.numbering)
                self._end(step, at, tail)
        return self._through(paths, bytes_of("?") or (NOTHING, NOTHING), FOLDED)


def _grown(step: Step) -> Path:
    score, path, entry, pending, gone = step
    return Path(score, path.simple + entry.plain, path.truth + entry.char, pending, gone, path.reads)
