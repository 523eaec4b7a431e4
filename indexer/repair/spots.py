"""Mending the lines of a damaged page: readings stripped, shifted runs put right, everything in simplified characters."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.repair import gbk
from indexer.repair.forward import narrow
from indexer.repair.numbering import Numbering
from indexer.repair.page import PageModel, Remnants
from indexer.repair.paths import UNKNOWN
from indexer.repair.readings import traditional_read
from indexer.repair.simplify import to_simplified
from indexer.repair.tokens import Kind, Token, bytes_of, tokens
from indexer.repair.verdict import Choice, Judge

ACCEPTED = 2.0  # gap between the best and the second reading from which a repair goes into the text


@dataclass(frozen=True)
class Spot:
    """One shifted run: where it now stands (line number from 0, offsets in the mended line), what it was, the readings."""

    line: int
    start: int
    end: int
    before: str
    after: str
    best: str
    second: str
    certainty: float | None
    accepted: bool


class LineMender:
    """Mends the lines of one page."""

    def __init__(self, page: PageModel, remnants: Remnants, full_width: bool) -> None:
        self._page, self._believed, self._full_width = page, remnants.believed, full_width
        self._numbering = Numbering()

    def mend(self, line: str, number: int) -> tuple[str, list[Spot]]:
        """The line in simplified characters, and its shifted runs."""
        todo = tokens(line, 0, self._believed)
        out: list[str] = []  # the mended line, traditional
        placed: list[tuple[int, int, str, Choice | None]] = []
        at = 0
        while at < len(todo):
            token = todo[at]
            if token.kind in (Kind.LOST_READ, Kind.LOST_MARK, Kind.LOST_TWO):
                choice = Judge(self._page, self._numbering, line, todo, at, "".join(out[-12:])).choose()
                if choice and choice.literal:
                    out.append(line[token.start : token.start + 1])
                    todo = todo[:at] + tokens(line, token.start + 1, self._believed)
                    continue
                start, end = len(out), choice.next if choice else at + 1
                out += self._text(choice)
                placed.append((start, len(out), line[token.start : todo[end - 1].end], choice))
                at = end
            else:
                out += self._shown(token, out, line)
                at += 1
        return self._finish(out, placed, number)

    def _text(self, choice: Choice | None) -> list[str]:
        if not choice:
            return [UNKNOWN]
        return [*(choice.truth if self._full_width else narrow(choice.truth)), *([UNKNOWN] if choice.tail else [])]

    def _shown(self, token: Token, out: list[str], line: str) -> list[str]:
        """An undamaged token as it goes into the line."""
        if token.kind is Kind.LETTER_READ:
            pair = bytes_of(out[-1]) if out else None
            code = gbk.EURO if token.char == "€" else ord(token.char)
            reads = traditional_read(token.reading or "")
            if not pair or all(trail != code for trail, _ in reads.get(pair[1], ())):
                return list(line[token.start : token.end])
        return list(line[token.start : token.end]) if token.kind is Kind.LOST else [token.char]

    def _finish(
        self, out: list[str], placed: list[tuple[int, int, str, Choice | None]], number: int
    ) -> tuple[str, list[Spot]]:
        parts: list[str] = []
        spots: list[Spot] = []
        at = length = 0
        plain = to_simplified("".join(c if len(c) == 1 else "\0" for c in out))
        for start, end, before, choice in placed:
            parts.append(plain[at:start])
            length += start - at
            best = plain[start:end].replace("\0", UNKNOWN)
            accepted = bool(choice) and not choice.tail and choice.certainty >= ACCEPTED if choice else False
            after = best if accepted or not choice else _common(best, choice.rivals)
            second = choice.rivals[0] if choice and choice.rivals else ""
            certainty = choice.certainty if choice else None
            spots.append(Spot(number, length, length + len(after), before, after, best, second, certainty, accepted))
            parts.append(after)
            length += len(after)
            at = end
        return "".join(parts) + plain[at:], spots


def _common(best: str, rivals: tuple[str, ...]) -> str:
    """What all likely readings have in common, with the doubtful part in the middle left open."""
    if not rivals:
        return best
    readings = [best, *rivals]
    shortest = min(map(len, readings))
    head = 0
    while head < shortest and len({r[head] for r in readings}) == 1:
        head += 1
    foot = 0
    while foot < shortest - head and len({r[-1 - foot] for r in readings}) == 1:
        foot += 1
    return best[:head] + UNKNOWN + best[len(best) - foot :]
