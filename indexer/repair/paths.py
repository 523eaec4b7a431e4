"""The beam search: every way in which a shifted run of bytes may read, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from indexer.repair import gbk
from indexer.repair.candidates import after_vanished, by_lead, by_trail
from indexer.repair.page import PageModel
from indexer.repair.readings import is_read, traditional_read
from indexer.repair.simplify import is_traditional_form, simple
from indexer.repair.tokens import FULL_WIDTH, Kind, Token

BEAM = 24  # paths kept at each place, of each sort
FIRST_BYTES = 12  # first bytes of a vanished pair that are followed up for one path
LONGEST_RUN = 80  # tokens; longer shifted runs are given up
ENDINGS = 60
VANISHED_IN_A_ROW = 2
VANISHED = 0.5  # bonus of a vanished pair: the model finds real text too unlikely on average
READING_FITS = 1.0
NOT_IN_TABLE = -1.5  # a character with a reading that the page does not show anywhere else
LETTER = -3.0  # a shifted run that ends at a real ASCII letter
FOLDED = -1.0  # a full-width mark inside a shifted run
SWALLOWED = -3.0
UNKNOWN = "⟨?⟩"
NOTHING = 0


class Path(NamedTuple):
    """One way to read a run so far. Traditional `truth` since the run began; `simple` with the text before it.

    `pending` is the lead byte that waits for its trail; NOTHING when it was lost with a vanished pair that began with
    the byte `gone`, or when the run has ended.
    """

    score: float
    simple: str
    truth: str
    pending: int = NOTHING
    gone: int = NOTHING
    reads: tuple[tuple[str, str], ...] = ()


class Ending(NamedTuple):
    """A finished path, the token with which the undamaged text goes on, and what was lost for good between them."""

    path: Path
    next: int
    tail: str = ""


class Run:
    """The search for one shifted run: tokens[first] is where the first byte was lost."""

    def __init__(self, page: PageModel, line: list[Token], first: int, before: str) -> None:
        self.page, self.line, self.first, self.before = page, line, first, before
        self.endings: list[Ending] = []

    @cached_property
    def _handlers(self) -> dict[Kind, Callable[[list[Path], Token, int], list[Path]]]:
        return {
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
            paths = self._handlers[token.kind](self._with_vanished(paths), token, at)
            paths = _best(paths)
        self.endings.sort(key=lambda e: -e.path.score)
        return self.endings[:ENDINGS]

    # the first token

    def _start(self) -> list[Path]:
        token = self.line[self.first]
        blank = Path(0.0, "".join(simple(c) for c in self.before), "")
        if token.kind is Kind.LOST_READ:
            return self._start_read(blank, token.reading or "")
        lead, trail = gbk.encode(token.char) or (NOTHING, NOTHING)
        if token.kind is Kind.LOST_TWO:
            for _, char in by_trail().get(0xA1, ()):
                self._end(self._put(self._put(blank, char), token.char), self.first)
            return []
        return [self._put(blank, char, pending=trail) for _, char in by_trail().get(lead, ())]

    def _start_read(self, blank: Path, reading: str) -> list[Path]:
        pair = gbk.encode(self.before[-1:]) if self.before else None
        if not pair:
            return []
        found = []
        for lost, char in traditional_read(reading).get(pair[1], ()):
            if gbk.possible(lost, gbk.EURO):
                score = self.page.annotated(char, reading)
                found.append(blank._replace(score=score, pending=lost, reads=((char, reading),)))
        return found

    # steps

    def _put(self, path: Path, char: str, bonus: float = 0.0, pending: int = NOTHING, gone: int = NOTHING) -> Path:
        plain = simple(char)
        score = path.score + self.page.step(path.simple, plain) + self.page.cost(char) + bonus
        return Path(score, path.simple + plain, path.truth + char, pending, gone, path.reads)

    def _complete(self, path: Path, trail: int) -> Iterable[str]:
        """The characters that the waiting lead byte and `trail` can make."""
        if path.gone:
            return after_vanished(path.gone, trail)
        char = gbk.decode_pair(path.pending, trail)
        return (char,) if char else ()

    def _complete_lost(self, path: Path) -> Iterator[str]:
        """The characters that the waiting lead byte can make with a lost trail byte."""
        leads = gbk.VANISHING[path.gone] if path.gone else (path.pending,)
        for lead in leads:
            for trail, char in by_lead().get(lead, ()):
                if trail > gbk.EURO:
                    yield char

    def _end(self, path: Path, at: int, tail: str = "") -> None:
        self.endings.append(Ending(path, at + 1, tail))

    def _with_vanished(self, paths: list[Path]) -> list[Path]:
        """The paths, and those on which a private-use pair or two vanished at this place."""
        every, front = list(paths), paths
        for _ in range(VANISHED_IN_A_ROW):
            front = _best([p for path in front for p in self._vanish(path)])
            every += front
        return every

    def _vanish(self, path: Path) -> list[Path]:
        found = [
            self._put(path, char, VANISHED, gone=first)
            for first in gbk.VANISHING
            for char in self._complete(path, first)
        ]
        found.sort(key=lambda p: -p.score)
        return found[:FIRST_BYTES]

    # tokens

    def _plain(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        if ord(token.char) > gbk.EURO and token.char != "€":
            return self._shown(paths, token, at)
        code = gbk.EURO if token.char == "€" else ord(token.char)
        if code in gbk.ASCII_TRAILS or code == gbk.EURO:
            for path in paths:
                for char in self._complete(path, code):
                    self._end(self._put(path, char), at)
        pair = (0xA1, 0xA1) if token.char == " " else (0xA3, code + 0x80)
        if pair[1] > 0xA0 and code != gbk.EURO:
            return [
                self._put(path, char, FOLDED, pending=pair[1])
                for path in paths
                for char in self._complete(path, pair[0])
            ]
        return []

    def _shown(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        """A character as the page shows it: the trail byte of one true character and the lead byte of the next."""
        pair = gbk.encode(token.char)
        if not pair:
            return []
        reads = ((token.char, token.reading),) if token.reading else ()
        found = []
        for path in paths:
            for char in self._complete(path, pair[0]):
                after = self._put(path, char, pending=pair[1])
                after = after._replace(reads=path.reads + reads)
                if pair[1] > gbk.EURO:
                    found.append(after)
                elif pair[1] in gbk.ASCII_TRAILS:
                    letter = self._put(after, chr(pair[1]), LETTER - self.page.cost(chr(pair[1])))
                    self._end(letter, at)
        return found

    def _letter_read(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        code = gbk.EURO if token.char == "€" else ord(token.char)
        reading = token.reading or ""
        for path in paths:
            for char in self._complete(path, code):
                if is_traditional_form(char) and is_read(char, reading):
                    self._end_read(path, char, reading, at)
        return []

    def _lost_read(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        reading = token.reading or ""
        index = traditional_read(reading)
        for path in paths:
            leads = gbk.VANISHING[path.gone] & index.keys() if path.gone else (path.pending,)
            for lead in leads:
                for trail, char in index.get(lead, ()):
                    if trail > gbk.EURO:
                        self._end_read(path, char, reading, at)
        return []

    def _end_read(self, path: Path, char: str, reading: str, at: int) -> None:
        bonus = READING_FITS + self.page.annotated(char, reading)
        self._end(self._put(path, char, bonus)._replace(reads=(*path.reads, (char, reading))), at)

    def _lost_mark(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        for path in paths:
            for char in self._complete_lost(path):
                self._end(self._put(self._put(path, char), token.char), at)
        return []

    def _lost_two(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        """A stop whose second byte and the quote behind it make a mark: the run goes on behind that mark."""
        trail = (gbk.encode(token.char) or (0, 0))[1]
        return [
            self._put(self._put(path, char), "。", pending=trail)
            for path in paths
            for char in self._complete_lost(path)
        ]

    def _lost(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        """One byte and the ASCII character behind it are lost, or it is a question mark in the shifted run."""
        known_tail = token.reading == "<" or at == len(self.line) - 1
        for path in paths:
            for char in self._complete_lost(path):
                self._end(self._put(path, char, 0.0 if known_tail else SWALLOWED), at, "" if known_tail else UNKNOWN)
        question = gbk.encode(FULL_WIDTH["?"]) or (0, 0)
        return [
            self._put(path, char, FOLDED, pending=question[1])
            for path in paths
            for char in self._complete(path, question[0])
        ]


def _best(paths: list[Path]) -> list[Path]:
    """The likeliest paths; those that wait for a byte of a vanished pair have a quota of their own."""
    found: dict[tuple[object, ...], Path] = {}
    for path in paths:
        key = (path.pending, path.gone, path.simple[-3:], len(path.truth))
        if key not in found or found[key].score < path.score:
            found[key] = path
    ranked = sorted(found.values(), key=lambda p: -p.score)
    known = [p for p in ranked if not p.gone][:BEAM]
    return known + [p for p in ranked if p.gone][:BEAM]
