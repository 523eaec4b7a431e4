"""The beam search: every way in which a shifted run of bytes may read, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from heapq import nlargest

from indexer.repair import gbk
from indexer.repair.candidates import Candidate, candidate, lost_lead
from indexer.repair.filling import Filling, Step
from indexer.repair.numbering import Numbering
from indexer.repair.page import PageModel
from indexer.repair.path import NOTHING, Ending, Path, Width
from indexer.repair.readings import traditional_read
from indexer.repair.simplify import to_simplified
from indexer.repair.slots import LOST, Final
from indexer.repair.swallowed import swallowed
from indexer.repair.tokens import Kind, Token, bytes_of, full_width

ALIKE = 4  # paths kept of those with the same two characters at the end
LONGEST_RUN = 80  # tokens; longer shifted runs are given up
ENDINGS = 40
READING_FITS = 1.0
LETTER = -3.0  # a shifted run that ends at a real ASCII letter
FOLDED = -1.0  # a full-width mark inside a shifted run
SWALLOWED = -3.0


class Run:
    """The search for one shifted run: line[first] is where the first byte was lost."""

    def __init__(
        self, page: PageModel, numbering: Numbering, line: list[Token], first: int, before: str, width: Width
    ) -> None:
        self.numbering = numbering
        self.page, self.line, self.first, self.before, self.width = page, line, first, before, width
        self.endings: list[Ending] = []

    def search(self) -> list[Ending]:
        """The endings found, likeliest first by the character model; `before` is the traditional text to the left."""
        paths = self._start()
        for at in range(self.first + 1, min(len(self.line), self.first + LONGEST_RUN)):
            if not paths:
                break
            token = self.line[at]
            paths = _HANDLERS[token.kind](self, paths, token, at)
        return nlargest(ENDINGS, self.endings, key=lambda e: e.path.score)

    # the first token

    def _start(self) -> list[Path]:
        token = self.line[self.first]
        blank = Path(0.0, to_simplified(full_width(self.before)), "")
        if token.kind is Kind.LOST_READ:
            return self._start_read(blank, token.reading or "")
        if token.kind is Kind.LOST_TWO:
            for step in self._from_pool(blank, lost_lead(0xA1)):
                self._end_mark(step, token, self.first)
            return []
        lead, trail = bytes_of(token.char) or (NOTHING, NOTHING)
        return self._best(self._from_pool(blank, lost_lead(lead)), trail)

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

    def _from_pool(self, path: Path, pool: Iterable[Candidate]) -> list[Step]:
        fill = Filling(self.page, self.width, LOST)
        fill.add(path, self.page.slots.whole(pool), 0.0)
        return fill.steps()

    # steps

    def _steps(self, paths: list[Path], final: Final, bonus: float = 0.0) -> list[Step]:
        """Each path with everything that may stand up to a last character."""
        fill = Filling(self.page, self.width, final)
        for path in paths:
            fill.add(path, self.page.slots.heads(path.pending, final), bonus)
        return fill.steps()

    def _best(self, steps: list[Step], pending: int) -> list[Path]:
        """The likeliest steps as paths; a few at most of those that end alike, for they will not part any more."""
        kept: list[Path] = []
        alike: dict[tuple[str, int], int] = defaultdict(int)
        size = self.width.paths
        ranked = sorted(map(self._exact, nlargest(self.width.steps, steps, key=_score)), key=_score, reverse=True)
        for step in ranked:
            if step[0] < ranked[0][0] - self.width.hopeless or len(kept) == size:
                break
            path = _grown(step, pending)
            key = (path.simple[-2:], len(path.truth))
            alike[key] += 1
            if alike[key] <= ALIKE:
                kept.append(path)
        return kept

    def _likeliest(self, steps: list[Step]) -> list[Step]:
        return [self._exact(step) for step in nlargest(self.width.steps, steps, key=_score)]

    def _exact(self, step: Step) -> Step:
        """The step with its second character weighed after both before it."""
        score, path, plain, truth = step
        row, last = self.page.characters.row, path.simple[-1:]
        score += row(path.simple)[plain[0]] - row(last)[plain[0]]
        if len(plain) > 1:
            score += row(last + plain[0])[plain[1]] - row(plain[0])[plain[1]]
        return score, path, plain, truth

    def _end(self, path: Path, at: int, tail: str = "") -> None:
        self.endings.append(Ending(path, at + 1, tail))

    # tokens

    def _plain(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        if ord(token.char) > gbk.EURO and token.char != "€":
            return self._shown(paths, token, at)
        code = gbk.EURO if token.char == "€" else ord(token.char)
        if code in gbk.ASCII_TRAILS or code == gbk.EURO:
            for step in self._likeliest(self._steps(paths, Final(code))):
                self._end(_grown(step), at)
        pair = bytes_of(token.char) if code != gbk.EURO else None
        return self._best(self._steps(paths, Final(pair[0]), FOLDED), pair[1]) if pair else []

    def _read(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        reads = ((token.char, token.reading or ""),)
        return [p._replace(reads=p.reads + reads) for p in self._shown(paths, token, at)]

    def _shown(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        """A pair of the shifted run: trail byte of one true character, lead byte of the next."""
        pair = gbk.encode(token.char)
        if not pair:
            return []
        if pair[1] > gbk.EURO:
            return self._best(self._steps(paths, Final(pair[0])), pair[1])
        letter = chr(pair[1])
        for step in self._likeliest(self._steps(paths, Final(pair[0]), LETTER)):
            after = _grown(step)
            score = after.score + self.page.step(after.simple, letter)
            self._end(Path(score, after.simple + letter, after.truth + letter, reads=after.reads), at)
        return []

    def _letter_read(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        code = gbk.EURO if token.char == "€" else ord(token.char)
        return self._end_read(paths, Final(code, token.reading or ""), at)

    def _lost_read(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        return self._end_read(paths, Final(reading=token.reading or ""), at)

    def _end_read(self, paths: list[Path], final: Final, at: int) -> list[Path]:
        reading = final.reading or ""
        for step in self._likeliest(self._steps(paths, final, READING_FITS)):
            done, char = _grown(step), step[3][-1]
            score = done.score + self.page.annotated(char, reading)
            self._end(done._replace(score=score, reads=(*done.reads, (char, reading))), at)
        return []

    def _lost_mark(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        for step in self._likeliest(self._steps(paths, LOST)):
            self._end_mark(step, token, at)
        return []

    def _end_mark(self, step: Step, token: Token, at: int) -> None:
        self._end(self._with_mark(step, candidate(token.char).char), at)

    def _with_mark(self, step: Step, mark: str, pending: int = NOTHING) -> Path:
        after = _grown(step)
        score = after.score + self.page.step(after.simple, mark) + self.page.costs.get(mark, 0.0)
        return Path(score, after.simple + mark, after.truth + mark, pending, after.reads)

    def _lost_two(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        """A stop whose second byte and the quote behind it make a mark: the run goes on behind that mark."""
        trail = (bytes_of(token.char) or (NOTHING, NOTHING))[1]
        return [self._with_mark(step, "。", trail) for step in self._likeliest(self._steps(paths, LOST))]

    def _lost(self, paths: list[Path], token: Token, at: int) -> list[Path]:
        """One byte and the ASCII character behind it are lost, or it is a question mark in the shifted run."""
        no_tail = token.reading == "<" or at == len(self.line) - 1
        bonus = 0.0 if no_tail else SWALLOWED
        behind = "".join(t.char for t in self.line[at + 1 :])
        for step in self._likeliest(self._steps(paths, LOST, bonus)):
            done = _grown(step)
            self._end(done, at, "" if no_tail else swallowed(done.simple, behind, self.numbering, self.page.text))
        lead, trail = bytes_of("?") or (NOTHING, NOTHING)
        return self._best(self._steps(paths, Final(lead), FOLDED), trail)


def _score(step: Step) -> float:
    return step[0]


def _grown(step: Step, pending: int = NOTHING) -> Path:
    score, path, plain, truth = step
    return Path(score, path.simple + plain, path.truth + truth, pending, path.reads)


_HANDLERS: dict[Kind, Callable[[Run, list[Path], Token, int], list[Path]]] = {
    Kind.PLAIN: Run._plain,
    Kind.READ: Run._read,
    Kind.LETTER_READ: Run._letter_read,
    Kind.LOST_READ: Run._lost_read,
    Kind.LOST_MARK: Run._lost_mark,
    Kind.LOST_TWO: Run._lost_two,
    Kind.LOST: Run._lost,
}
