"""Mending the lines of a damaged page: readings stripped, shifted runs put right, all in simplified characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.repair.forward import narrow
from indexer.repair.numbering import UNKNOWN, Numbering
from indexer.repair.page import PageModel, Remnants
from indexer.repair.simplify import to_simplified
from indexer.repair.tokens import LOST_LETTERS, SPOTS, Kind, Token, completes, full_width, tokens, without_readings
from indexer.repair.verdict import Choice, Judge

ACCEPTED = 0.2  # certainty from which a repair goes into the text
SETTLED = 2.3  # certainty from which a repair is not looked at again when more is known of the page
CONTEXT = 120  # characters to the left that a decision looks at: as far as a quote may be open
LOOK_AHEAD = 40  # characters within which two readings of a line meet again
WIDELY = 100  # shifted runs of a page that are searched as far as they need
THOROUGHLY = 600  # those searched less widely; the ones behind them in the narrowest way only
AT_MOST = 2000  # that are searched at all; the others are left open, and the page's repairs say so
Place = tuple[int, int]  # line, and character in it


@dataclass(frozen=True)
class Spot:
    """One shifted run of bytes.

    It stands at text lines[line][start:end] of the mended page; `before` is what the damaged page showed, `after` what
    stands there now, `best` the likeliest reading whether accepted or not. `certainty` is the logarithm of the odds
    that it is right, None when there was no reading at all.
    """

    line: int
    start: int
    end: int
    before: str
    after: str
    best: str
    certainty: float | None
    accepted: bool


@dataclass
class _Work:
    """A line while it is mended: its parts so far (characters, or UNKNOWN), and the runs among them."""

    out: list[str] = field(default_factory=list)
    runs: list[tuple[int, int, str, Choice | None]] = field(default_factory=list)
    counted: int = 0

    def left(self) -> str:
        """The text before the place that is worked on."""
        return "".join(self.out[-CONTEXT:])


class LineMender:
    """Mends the lines of one page, in their order."""

    def __init__(
        self, page: PageModel, remnants: Remnants, wide_marks: bool, known: Mapping[Place, Choice] | None = None
    ) -> None:
        """`known`: what an earlier mender `settled`."""
        self._page, self._believed, self._wide_marks = page, remnants.believed, wide_marks
        self._known_choices = known or {}
        self.settled: dict[Place, Choice] = {}
        self._numbering = Numbering()
        self._number = 0
        self.searched = 0

    def mend(self, line: str) -> tuple[str, list[Spot]]:
        """The line in simplified characters, and its shifted runs."""
        if LOST_LETTERS[0] not in line and LOST_LETTERS[1] not in line:
            plain = to_simplified(without_readings(line, self._believed))
            self.keep(plain)
            return plain, []
        todo, work, at = tokens(line, 0, self._believed), _Work(), 0
        while at < len(todo):
            token = todo[at]
            choice = self._decide(work, line, todo, at) if token.kind in SPOTS else None
            if choice and choice.literal:
                work.out.append(line[token.start])
                self._read_on(line, todo, at)
            elif token.kind in SPOTS:
                at = self._place(work, line, todo, at, choice)
            else:
                work.out += _shown(token, work.out, line)
                at += 1
        return self._finish(work)

    def keep(self, plain: str) -> None:
        """Go on behind a line that is mended already."""
        self._numbering.read(full_width(plain))
        self._number += 1

    def _read_on(self, line: str, todo: list[Token], at: int) -> None:
        """The question mark todo[at] was one: read what stands behind it anew, as far as that changes anything."""
        start = todo[at].start + 1
        known = {token.start: number for number, token in enumerate(todo[at + 1 : at + 1 + LOOK_AHEAD], start=at + 1)}
        anew = tokens(line[: start + LOOK_AHEAD], start, self._believed)
        meeting = next((i for i, token in enumerate(anew) if token.start in known), None)
        if meeting is None:
            todo[at:] = tokens(line, start, self._believed)
        else:
            todo[at : known[anew[meeting].start]] = anew[:meeting]

    def _decide(self, work: _Work, line: str, todo: list[Token], at: int) -> Choice | None:
        place = (self._number, todo[at].start)
        choice = self._known_choices.get(place)
        if choice is None:
            self.searched += 1
            if self.searched > AT_MOST:
                return None
            self._count(work)
            judge = Judge(self._page, self._numbering, line, todo, at, work.left())
            choice = judge.choose((self.searched <= THOROUGHLY) + (self.searched <= WIDELY))
        if choice and choice.certainty >= SETTLED:
            self.settled[place] = choice
        return choice

    def _count(self, work: _Work) -> None:
        """Read the headings that came since the last spot."""
        self._numbering.read(to_simplified(full_width("".join(work.out[max(0, work.counted - 6) :]))))
        work.counted = len(work.out)

    def _place(self, work: _Work, line: str, todo: list[Token], at: int, choice: Choice | None) -> int:
        """Put the best reading in, for now; the number of the token to go on with."""
        start, next_token = len(work.out), choice.next if choice else at + 1
        if choice:
            work.out += choice.truth if self._wide_marks else narrow(choice.truth)
        if not choice or choice.tail:
            work.out.append(choice.tail if choice else UNKNOWN)
        before = line[todo[at].start : todo[next_token - 1].end]
        work.runs.append((start, len(work.out), before, choice))
        return next_token

    def _finish(self, work: _Work) -> tuple[str, list[Spot]]:
        """The simplified line, with the doubtful parts of the runs left open."""
        self._count(work)
        plain = to_simplified("".join(part if part != UNKNOWN else _HOLE for part in work.out))
        text, spots, at = "", [], 0
        for start, end, before, choice in work.runs:
            text += plain[at:start]
            best = plain[start:end].replace(_HOLE, UNKNOWN)
            accepted = choice is not None and choice.certainty >= ACCEPTED and choice.tail != UNKNOWN
            rivals = [] if choice is None or choice.certainty >= ACCEPTED else choice.rivals
            after = _common([best, *(r if self._wide_marks else narrow(r) for r in rivals)])
            certainty = choice.certainty if choice else None
            place = (self._number, len(text), len(text) + len(after))
            spots.append(Spot(*place, before, after, best, certainty, accepted))
            text, at = text + after, end
        self._number += 1
        return (text + plain[at:]).replace(_HOLE, UNKNOWN), spots


_HOLE = "\0"


def _shown(token: Token, out: list[str], line: str) -> str:
    """An undamaged token as it goes into the line: without its reading, if that is one."""
    whole = line[token.start : token.end]
    if token.kind is not Kind.LETTER_READ:
        return whole if token.kind is Kind.LOST else token.char
    return token.char if completes(token.char, token.reading or "", out[-1] if out else "") else whole


def _common(readings: list[str]) -> str:
    """What all likely readings have in common, with the doubtful part in the middle left open."""
    best, shortest = readings[0], min(map(len, readings))
    if len(set(readings)) == 1:
        return best
    head = next((i for i in range(shortest) if len({r[i] for r in readings}) > 1), shortest)
    rest = shortest - head
    foot = next((i for i in range(rest) if len({r[-1 - i] for r in readings}) > 1), rest)
    return best[:head] + UNKNOWN + best[len(best) - foot :]
