"""Choosing among the readings of a shifted run: by words on both sides, and by damaging the winner again."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from indexer.repair import forward
from indexer.repair.heading import with_heading
from indexer.repair.numbering import Numbering
from indexer.repair.numerals import other_numbers
from indexer.repair.page import PageModel
from indexer.repair.path import MIDDLE, NARROW, WIDE, Ending, Path
from indexer.repair.run import Run
from indexer.repair.sequence import OPENING
from indexer.repair.simplify import to_simplified
from indexer.repair.swallowed import COMMA
from indexer.repair.tokens import SPOTS, Kind, Token, bytes_of, full_width

LEFT, RIGHT = 6, 6  # characters of context on either side in which words are looked for
# Weights that make the sum of both models the logarithm of a probability. Fitted on texts that were damaged for it.
RUN_WEIGHT = 0.7  # of the character model on the run itself; on what follows it is 1
WORDS_WEIGHT = 0.5  # of the word model
PER_CHARACTER = 0.6  # bonus of each character of a reading: the models find real text too unlikely on average
UNEXPLAINED = -8.0  # a reading that, damaged again, does not give what the page shows
WEIGHED = 14  # readings that the word model sees
CHARACTERS_WITHIN = 12.0  # of the best by the character model: others the word model does not see
CERTAIN = 4.0  # readings so far behind the best are not damaged again
# The searches of a spot by how many more may be done on its page, none first. What WIDE finds beyond MIDDLE is right
# only where MIDDLE found nothing likely, one spot in twenty.
SEARCHES = ((NARROW,), (MIDDLE,), (MIDDLE, WIDE))
GOOD_ENOUGH = 2.0  # certainty at which no wider search is done
LIKELY_ENOUGH = -5.45  # score a character at which none is done where the best reading is at least as likely as not
READ_BEHIND, BROKEN_BEHIND = -12.0, -9.0  # an annotated letter in undamaged text; another lost byte behind a run's end
LEAST_STEP = -13.0  # one odd character behind a run does not decide
QUESTION_THEN_MARK = {"！": -6.0, "？": -6.0}
QUESTION_THEN_STOP = -12.0
NO_END = -6.0
NEVER_CLOSED = -5.0
PAIRS = (("（(", "）)"), ("《", "》"))
ASIDE = 30  # characters behind a run within which a bracket closes that was opened in front of it
RIVALS_FROM = 0.02  # share of the best reading's probability from which another is worth naming
SURE = 30.0  # certainty when there is one reading only
OTHER_NUMBER = -10.0  # another number that is no less likely than this may as well have stood there
# The logarithm of the odds as measured: what the models say is too sure, and says nothing beyond a limit. The slope and
# what is taken off are fitted by scripts/calibrate_repair.py.
SLOPE, TAKEN_OFF, LIMIT = 0.83, 0.2, 12.0
GUESSED = 2.5  # at most when a comma is lost for good: another sign may have stood there


@dataclass(frozen=True)
class Choice:
    """The best reading: traditional text, the token to go on with, what was swallowed behind it.

    `certainty` is the logarithm of the odds that it is right; `rivals` are the readings (simplified) close behind it;
    `literal` says that nothing was lost here: it is a question mark.
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

    def choose(self, depth: int = len(SEARCHES) - 1) -> Choice | None:
        """The best reading, found by the narrowest search that finds a good one; None when there is none at all.

        `depth`: how far it is looked for, from 0 on.
        """
        literal, choice, best = self._literal(), None, None
        for width in SEARCHES[depth]:
            endings = Run(self.page, self.numbering, self.line, self.first, self.before, width).search()
            endings += self._with_heading(endings)
            ranked = self._rank([*endings, literal] if literal else endings)
            if ranked:
                choice, best = _choice(ranked, literal), ranked[0][1]
                if self._is_good(choice, best):
                    break
        return choice and best and self._stated(choice, best)

    def _stated(self, choice: Choice, best: Ending) -> Choice:
        """The choice with the certainty that is stated of it; none where it may as well have another number."""
        others = () if choice.literal else tuple(self._other_numbers(best))
        odds = min(choice.certainty, 0.0) if others else choice.certainty
        return replace(choice, certainty=stated(odds, self.page.doubt), rivals=(*choice.rivals, *others))

    def _other_numbers(self, best: Ending) -> Iterator[str]:
        """Readings with another number that explain what the page shows and are not much less likely."""
        far = min(len(self.line), best.next + RIGHT)
        for other in other_numbers(best, len(self.left)):
            if self._explains(other) and self._likelihood(other, far) - self._likelihood(best, far) > OTHER_NUMBER:
                yield _result(other)

    def _likelihood(self, ending: Ending, far: int) -> float:
        """As the readings are ranked, but for the bonus that characters have for what vanished with them."""
        text, start = ending.path.simple, len(self.left)
        run = sum(self.page.step(text[:at], text[at]) for at in range(start, len(text)))
        path = ending.path._replace(score=run / RUN_WEIGHT)
        return self._character_score(ending._replace(path=path), far) + self._other_score(ending, far)

    def _with_heading(self, endings: list[Ending]) -> list[Ending]:
        """More endings: with the heading that comes next, where that explains what the page shows."""
        heading = self.numbering.next_heading()
        if not heading:
            return []
        tried = with_heading(endings, heading, len(self.left), self.page.step)
        return list({e.path.truth: e for e in tried if self._explains(e)}.values())

    def _is_good(self, choice: Choice, ending: Ending) -> bool:
        """Whether a wider search would hardly find a better reading."""
        path = ending.path
        if self.numbering.fit(path.simple[len(self.left) :]) < 0:
            return False
        likely = path.score >= LIKELY_ENOUGH * max(1, len(path.truth))
        return choice.certainty >= (0.0 if likely else GOOD_ENOUGH)

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
        least = by_characters[0][0] - CHARACTERS_WITHIN
        self.page.words.forget()
        weighed = [(score + self._other_score(e, far), e) for score, e in by_characters[:WEIGHED] if score > least]
        weighed.sort(key=_score, reverse=True)
        least = weighed[0][0] + UNEXPLAINED - CERTAIN
        checked = [(score if self._explains(e) else score + UNEXPLAINED, e) for score, e in weighed if score > least]
        return sorted(checked, key=_score, reverse=True)

    def _character_score(self, ending: Ending, far: int) -> float:
        score, text = RUN_WEIGHT * ending.path.score, ending.path.simple + ending.tail[:1]
        for token in self.line[ending.next : far]:
            plain = _plain(token)
            if plain:
                score += max(self.page.step(text, plain), LEAST_STEP)
                text += plain
            else:
                score += READ_BEHIND if token.kind is Kind.LETTER_READ else BROKEN_BEHIND
                text = ""
        return score

    def _other_score(self, ending: Ending, far: int) -> float:
        """What the word model, the length and the numbering of headings say."""
        text = ending.path.simple[max(0, len(self.left) - LEFT) :]
        numbered = self.numbering.fit(text) + self._line_end(ending) + self._left_open(ending)
        numbered += self.page.blanks(ending.path.simple[max(0, len(self.left) - 1) :])
        text += ending.tail[:1] + "".join(_plain(token) or "\0" for token in self.line[ending.next : far])
        words = sum(self.page.words.score(part) for part in text.split("\0") if part)
        return WORDS_WEIGHT * words + PER_CHARACTER * len(ending.path.truth) + numbered

    def _line_end(self, ending: Ending) -> float:
        """Lines end in a full stop or a word, not in a blank, a comma or an opening quote."""
        ends = ending.next == len(self.line) and not ending.tail
        return NO_END if ends and ending.path.simple[-1:] in tuple(OPENING + "、，\u3000") else 0.0

    def _left_open(self, ending: Ending) -> float:
        """A bracket that a reading opens is closed on its line; one opened before it that a reading may close, soon."""
        text, behind, value = ending.path.simple, self.line[ending.next :], 0.0
        if any(token.kind in SPOTS for token in behind):
            return 0.0  # it may be closed in a place that is damaged, too
        shown = [token.char if token.kind is Kind.PLAIN else "" for token in behind]
        for pair in PAIRS:
            at = text.rfind(pair[0][0])
            if at > text.rfind(pair[1][0]) and not _closes(pair, shown if at >= len(self.left) else shown[:ASIDE]):
                value += NEVER_CLOSED
        return value

    def _explains(self, ending: Ending) -> bool:
        """Analysis by synthesis: whether the reading, damaged again, is what the page shows."""
        if ending.next == self.first + 1 and ending.path.simple.startswith("？", len(self.left)):
            return True
        shown = self.source[self.line[self.first].start : self.line[ending.next - 1].end]
        table = self.page.table | dict(ending.path.reads)
        pair = bytes_of(self.before[-1]) if self.before else None
        before = bytes(pair).decode("gb18030") if pair else ""
        return forward.explains(before + ending.path.truth + ending.tail[:1], shown, table)


def stated(odds: float, doubt: float) -> float:
    """The certainty of a reading: `odds` as the models have them, `doubt` of the page."""
    return round(SURE if odds >= SURE else SLOPE * (min(odds, LIMIT) - doubt) - TAKEN_OFF, 2)


def _closes(pair: tuple[str, str], shown: Iterable[str]) -> bool:
    """Whether a bracket is closed in what is shown, before another one opens."""
    return next((char in tuple(pair[1]) for char in shown if char in tuple(pair[0] + pair[1])), False)


def _plain(token: Token) -> str:
    """The simplified character of an undamaged token."""
    return _simplified(token.char) if token.kind in (Kind.PLAIN, Kind.READ) else ""


@cache
def _simplified(char: str) -> str:
    return to_simplified(full_width(char))


def _choice(ranked: list[tuple[float, Ending]], literal: Ending | None) -> Choice:
    best_score, best = ranked[0]
    shares: dict[str, float] = {}
    for score, ending in ranked:
        text = _result(ending)
        shares[text] = shares.get(text, 0.0) + math.exp(score - best_score)
    own = shares.pop(_result(best))
    rivals = tuple(text for text, share in shares.items() if share > RIVALS_FROM)
    against = sum(shares.values())
    odds = min(SURE, math.log(own / against)) if against else SURE
    if best.tail == COMMA:
        odds = min(odds, GUESSED)
    return Choice(best.path.truth, best.next, best.tail, round(odds, 2), rivals, best is literal)


def _score(ranked: tuple[float, Ending]) -> float:
    return ranked[0]


def _result(ending: Ending) -> str:
    return to_simplified(ending.path.truth) + ending.tail
