"""Choosing among the readings of a shifted run: by words on both sides, and by damaging the winner again."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.repair import forward
from indexer.repair.language import OPENING
from indexer.repair.numbering import Numbering
from indexer.repair.page import PageModel
from indexer.repair.path import NARROW, PLAIN, WIDE, Ending, Path
from indexer.repair.run import Run
from indexer.repair.simplify import to_simplified
from indexer.repair.tokens import Kind, Token, bytes_of, full_width

LEFT, RIGHT = 6, 6  # characters of context on either side in which words are looked for
WORDS_WEIGHT = 1.0  # of the word model against the character model
PER_CHARACTER = 0.5  # bonus of each character of a reading: the models find real text too unlikely on average
UNEXPLAINED = -8.0  # a reading that, damaged again, does not give what the page shows
WEIGHED = 12  # readings that the word model sees
VERIFIED = 8  # readings that are damaged again
# Each search, and the score a character (on average, and of the oddest one) at which no wider search is done.
SEARCHES = ((PLAIN, -5.0, -8.0), (NARROW, -6.5, -99.0), (WIDE, 0.0, 0.0))
READ_BEHIND, BROKEN_BEHIND = -12.0, -9.0  # an annotated letter in undamaged text; another lost byte behind a run's end
LEAST_STEP = -13.0  # one odd character behind a run does not decide
QUESTION_THEN_MARK = {"！": -6.0, "？": -6.0}
QUESTION_THEN_STOP = -12.0
NO_END = -6.0
RIVALS_WITHIN = 4.0
SURE = 99.0  # certainty when there is one reading only


@dataclass(frozen=True)
class Choice:
    """The best reading: traditional text, the token to go on with, what was swallowed behind it.

    `certainty` is its distance from the next best; `rivals` are the readings (simplified) close behind it; `literal`
    says that nothing was lost here: it is a question mark.
    """

    truth: str
    next: int
    tail: str
    certainty: float
    rivals: tuple[str, ...]
    literal: bool


class Judge:
    """Decides one spot of a line. `source` is the page's line, `before` the traditional text mended so far."""

    def __init__(
        self, page: PageModel, numbering: Numbering, source: str, line: list[Token], first: int, before: str
    ) -> None:
        self.page, self.numbering, self.source = page, numbering, source
        self.line, self.first, self.before = line, first, before
        self.left = to_simplified(full_width(before))

    def choose(self) -> Choice | None:
        """The best reading; None when there is none at all."""
        endings = self._search()
        literal = self._literal()
        ranked = self._rank([*endings, literal] if literal else endings)
        if not ranked:
            return None
        best_score, best = ranked[0]
        others = [(score, _result(e)) for score, e in ranked[1:] if _result(e) != _result(best)]
        gap = min(SURE, best_score - others[0][0]) if others else SURE
        rivals = dict.fromkeys(text for score, text in others if best_score - score < RIVALS_WITHIN)
        return Choice(best.path.truth, best.next, best.tail, round(gap, 2), tuple(rivals), best is literal)

    def _search(self) -> list[Ending]:
        """The readings of the narrowest search that finds a good one."""
        endings: list[Ending] = []
        for width, average, weakest in SEARCHES:
            endings = Run(self.page, self.numbering, self.line, self.first, self.before, width).search()
            if endings and self._is_good(max(endings, key=lambda e: e.path.score), average, weakest):
                break
        return endings

    def _is_good(self, ending: Ending, average: float, weakest: float) -> bool:
        """Whether a reading is likely as a whole, and none of its characters is odd where it stands."""
        path, start = ending.path, len(self.left)
        if self.numbering.fit(path.simple[start:]) < 0:
            return False
        if path.score < average * max(1, len(path.truth)):
            return False
        return all(self.page.step(path.simple[:i], path.simple[i]) > weakest for i in range(start, len(path.simple)))

    def _literal(self) -> Ending | None:
        """A question mark that is one: ?! and the like are written, ?, hardly ever."""
        token = self.line[self.first]
        if token.kind is Kind.LOST_READ:
            return None
        path = Path(QUESTION_THEN_MARK.get(token.char, QUESTION_THEN_STOP), self.left, "")
        for char in ("？", token.char) if token.kind is Kind.LOST_MARK else ("？", "？", token.char):
            score = path.score + self.page.step(path.simple, char)
            path = Path(score, path.simple + char, path.truth + char)
        return Ending(path, self.first + 1)

    def _rank(self, endings: list[Ending]) -> list[tuple[float, Ending]]:
        """Scores and readings, best first; only those worth naming."""
        if not endings:
            return []
        far = min(len(self.line), max(e.next for e in endings) + RIGHT)
        by_characters = sorted(((self._character_score(e, far), e) for e in endings), key=_score, reverse=True)
        weighed = [(score + self._other_score(e, far), e) for score, e in by_characters[:WEIGHED]]
        weighed.sort(key=_score, reverse=True)
        checked = [(score if self._explains(e) else score + UNEXPLAINED, e) for score, e in weighed[:VERIFIED]]
        return sorted(checked, key=_score, reverse=True)

    def _character_score(self, ending: Ending, far: int) -> float:
        score, text = ending.path.score, ending.path.simple + ending.tail[:1]
        for token in self.line[ending.next : far]:
            if token.kind in (Kind.PLAIN, Kind.READ):
                char = to_simplified(full_width(token.char))
                score += max(self.page.step(text, char), LEAST_STEP)
                text += char
            else:
                score += READ_BEHIND if token.kind is Kind.LETTER_READ else BROKEN_BEHIND
                text = ""
        return score

    def _other_score(self, ending: Ending, far: int) -> float:
        """What the word model, the length and the numbering of headings say."""
        text = ending.path.simple[max(0, len(self.left) - LEFT) :]
        numbered = self.numbering.fit(text) + self._line_end(ending)
        text += ending.tail[:1]
        for token in self.line[ending.next : far]:
            plain = token.kind in (Kind.PLAIN, Kind.READ)
            text += to_simplified(full_width(token.char)) if plain else "\0"
        words = sum(self.page.words.score(part) for part in text.split("\0") if part)
        return WORDS_WEIGHT * words + PER_CHARACTER * len(ending.path.truth) + numbered

    def _line_end(self, ending: Ending) -> float:
        """Lines end in a full stop or a word, not in a blank, a comma or an opening quote."""
        ends = ending.next == len(self.line) and not ending.tail
        return NO_END if ends and ending.path.simple[-1:] in tuple(OPENING + "、，\u3000") else 0.0

    def _explains(self, ending: Ending) -> bool:
        """Analysis by synthesis: whether the reading, damaged again, is what the page shows."""
        if ending.next == self.first + 1 and ending.path.simple.startswith("？", len(self.left)):
            return True
        shown = self.source[self.line[self.first].start : self.line[ending.next - 1].end]
        table = self.page.table | dict(ending.path.reads)
        pair = bytes_of(self.before[-1]) if self.before else None
        before = bytes(pair).decode("gb18030") if pair else ""
        return forward.explains(before + ending.path.truth + ending.tail[:1], shown, table)


def _score(ranked: tuple[float, Ending]) -> float:
    return ranked[0]


def _result(ending: Ending) -> str:
    return to_simplified(ending.path.truth) + ending.tail
