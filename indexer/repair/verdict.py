"""Choosing among the readings of a shifted run: by words on both sides, and by damaging the winner again."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.repair import forward
from indexer.repair.numbering import Numbering
from indexer.repair.page import PageModel
from indexer.repair.paths import WIDE, Ending, Path, Run
from indexer.repair.simplify import simple, to_simplified
from indexer.repair.tokens import Kind, Token, bytes_of, full_width

LEFT, RIGHT = 6, 6  # characters of context on either side in which words are looked for
WORDS_WEIGHT = 1.0  # of the word model against the character model
UNEXPLAINED = -6.0  # a reading that, damaged again, does not give what the page shows
WEIGHED = 40  # readings that the word model sees
VERIFIED = 12  # readings that are damaged again
READ_BEHIND = -12.0  # an annotated letter in undamaged text
BROKEN_BEHIND = -9.0  # another lost byte right behind a run's end
QUESTION_THEN_MARK = {"！": -6.0, "？": -6.0}
QUESTION_THEN_STOP = -12.0
SURE = 1e9
POOR = -6.5
FEAT = {}
DUMP = lambda *a: None


@dataclass(frozen=True)
class Choice:
    """The best reading and the next best: traditional text, the token to go on with, what was lost, the gap."""

    truth: str
    next: int
    tail: str
    certainty: float
    rivals: tuple[str, ...]  # readings (simplified, with their tail) within reach of the best
    literal: bool = False


PER_CHARACTER = 0.5  # bonus of each character of a reading: the models find real text too unlikely on average

class Judge:
    """Decides one spot of a line."""

    def __init__(
        self, page: PageModel, numbering: Numbering, source: str, line: list[Token], first: int, before: str
    ) -> None:
        self.numbering = numbering
        self.page, self.source, self.line, self.first, self.before = page, source, line, first, before
        self.left = to_simplified(full_width(before))

    def choose(self) -> Choice | None:
        """The best reading; None when there is none at all."""
        endings = self._search()
        literal = self._literal()
        if literal:
            endings.append(literal)
        if not endings:
            return None
        ranked = self._rank(endings)
        DUMP(self, ranked)
        best_score, best = ranked[0]
        text = _result(best)
        others = [(s, e) for s, e in ranked[1:] if _result(e) != text]
        gap = best_score - others[0][0] if others else SURE
        rivals = tuple(dict.fromkeys(_result(e) for s, e in others if best_score - s < 4.0))
        return Choice(best.path.truth, best.next, best.tail, round(gap, 2), rivals, best is literal)

    def _search(self) -> list[Ending]:
        endings = Run(self.page, self.line, self.first, self.before).search()
        if not endings or max(_quality(e) for e in endings) < POOR:
            endings = Run(self.page, self.line, self.first, self.before, WIDE).search()
        return endings

    def _literal(self) -> Ending | None:
        """A question mark that is one: ?! and the like are written, ?, hardly ever."""
        token = self.line[self.first]
        if token.kind not in (Kind.LOST_MARK, Kind.LOST_TWO):
            return None
        path = Path(QUESTION_THEN_MARK.get(token.char, QUESTION_THEN_STOP), self.left, "")
        for char in ("？", token.char) if token.kind is Kind.LOST_MARK else ("？", "？", token.char):
            score = path.score + self.page.step(path.simple, char)
            path = Path(score, path.simple + char, path.truth + char)
        return Ending(path, self.first + 1)

    def _rank(self, endings: list[Ending]) -> list[tuple[float, Ending]]:
        far = min(len(self.line), max(e.next for e in endings) + RIGHT)
        behind = [(self._character_score(e, far), e) for e in endings]
        behind.sort(key=lambda x: -x[0])
        weighed = []
        FEAT.clear()
        for s, e in behind[:WEIGHED]:
            w = self._word_score(e, far); FEAT[id(e)] = (s, w)
            weighed.append((s + WORDS_WEIGHT * w + PER_CHARACTER*len(e.path.truth)+self.numbering.fit(e.path.simple[max(0,len(self.left)-3):]), e))
        weighed.sort(key=lambda x: -x[0])
        checked = [(s if self._explained(e) else s + UNEXPLAINED, e) for s, e in weighed[:VERIFIED]]
        return sorted(checked, key=lambda x: -x[0])

    def _character_score(self, ending: Ending, far: int) -> float:
        score, text = ending.path.score, ending.path.simple + ("0" if ending.tail else "")
        for token in self.line[ending.next : far]:
            if token.kind in (Kind.PLAIN, Kind.READ):
                char = simple(full_width(token.char))
                score += max(self.page.step(text, char), -13.0)
                text += char
            else:
                score += READ_BEHIND if token.kind is Kind.LETTER_READ else BROKEN_BEHIND
                text = ""
        return score

    def _word_score(self, ending: Ending, far: int) -> float:
        text = ending.path.simple[max(0, len(self.left) - LEFT) :] + ("0" if ending.tail else "")
        for token in self.line[ending.next : far]:
            plain = token.kind in (Kind.PLAIN, Kind.READ)
            text += simple(full_width(token.char)) if plain else "\0"
        return sum(self.page.words.score(part) for part in text.split("\0") if part)

    def _explained(self, ending: Ending) -> bool:
        if ending.next == self.first + 1 and ending.path.simple.startswith("？", len(self.left)):
            return True
        before = _wide(self.before[-1:])
        shown = self.source[self.line[self.first].start : self.line[ending.next - 1].end]
        table = self.page.table | dict(ending.path.reads)
        truth = before + ending.path.truth
        if ending.tail:
            truth += "0"
        return forward.explains(truth, shown, table)


def _quality(ending: Ending) -> float:
    """Score a character."""
    return ending.path.score / max(1, len(ending.path.truth))


def _result(ending: Ending) -> str:
    return to_simplified(ending.path.truth) + ending.tail


def _wide(char: str) -> str:
    pair = bytes_of(char) if char else None
    return bytes(pair).decode("gb18030") if pair else char
