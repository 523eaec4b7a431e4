"""What a damaged page tells of itself: is it damaged at all, which characters its site annotates, how it is worded."""

from __future__ import annotations

import re
from collections import Counter

from indexer.repair import candidates
from indexer.repair.language import CharacterModel
from indexer.repair.readings import LETTERS, is_read, normal
from indexer.repair.sequence import sequence_fit
from indexer.repair.simplify import is_han, is_traditional_form, to_simplified
from indexer.repair.slots import Slots
from indexer.repair.strings import likeness
from indexer.repair.tokens import clean_stretches, full_width
from indexer.repair.wording import WordModel

MIN_REMNANTS = 3  # readings truly behind a character they belong to
MIN_KINDS = 2  # different characters so annotated
MIN_TRADITIONAL = 0.08  # share of traditional forms among the Chinese characters
MAX_OTHER_READINGS = 0.1  # of all readings, those behind characters that have no other form: a text that teaches pinyin
NEVER_ANNOTATED = -8.0  # a table character that the page shows without a reading
NOT_IN_TABLE = -2.0
UNREAD_TABLE_CHARACTER = -3.0  # a table character whose reading is missing: possible only where two finds overlap
# A page worded unlike the news that the strings were counted in (encyclopedias, names upon names) makes every reading
# less sure: by so much for each unit that its likeness is below the usual one. Policy documents have -5 to -6.
USUAL_LIKENESS, UNLIKE = -6.0, 0.35
LIKENESS_TEXT, LIKENESS_PRIOR = 3_000, 60  # characters that it is measured on; those that count as usual beforehand
ONE_BLANK = -5.0  # behind a stop, on a page that has none so: it is two that begin a paragraph
TIMES_TO_BELIEVE = 2  # of a reading that the dictionary does not know

_LONE_BLANK = re.compile("[。；：！？]\u3000(?![\u3000\n])")
_ANNOTATED = re.compile(rf"(.)\(([{LETTERS}]{{1,7}})\)")


class Remnants:
    """The readings in a text: `table` has the likeliest reading of each annotated traditional character."""

    def __init__(self, text: str) -> None:
        pairs = Counter((m[1], normal(m[2])) for m in _ANNOTATED.finditer(text) if is_han(m[1]))
        traditional = {pair: n for pair, n in pairs.items() if is_traditional_form(pair[0])}
        self.kinds = {pair: n for pair, n in traditional.items() if is_read(*pair)}
        self.believed = frozenset(pair for pair, n in traditional.items() if is_read(*pair) or n >= TIMES_TO_BELIEVE)
        self.count = sum(self.kinds.values())
        self.others = sum(n for pair, n in pairs.items() if pair not in traditional and is_read(*pair))
        self.table: dict[str, str] = {}
        for (char, reading), _ in sorted(self.kinds.items(), key=lambda item: -item[1]):
            self.table.setdefault(char, reading)


def is_damaged(text: str, remnants: Remnants) -> bool:
    """The gate: traditional writing, at least three true readings, and none behind characters that never change."""
    if remnants.count < MIN_REMNANTS or len(remnants.table) < MIN_KINDS:
        return False
    if remnants.others > MAX_OTHER_READINGS * remnants.count:
        return False
    han = [c for c in text if is_han(c)]
    return sum(map(is_traditional_form, han)) > MIN_TRADITIONAL * len(han)


class PageModel:
    """The page's own evidence, mixed with general knowledge: what the search asks for each character it tries."""

    def __init__(self, text: str, remnants: Remnants, known: str | None = None, doubt: float | None = None) -> None:
        """`known`: simplified text that is surely the page's, if more of it is known than what was never damaged.

        `doubt`: of the page, where it was measured before.
        """
        self.table = remnants.table
        stretches = [part for line in text.split("\n") for part in clean_stretches(line)]
        clean = "\n".join(stretches)
        self._bare = frozenset(clean) - self.table.keys()
        self.text = plain = full_width(known) if known else to_simplified(full_width(clean))
        self.doubt = _doubt(plain[:LIKENESS_TEXT]) if doubt is None else doubt
        self.characters = CharacterModel(plain)
        self.words = WordModel(plain, self.characters)
        self.costs = {char: 0.0 for char in self._bare}
        self.costs |= {char: candidates.cost(char) + UNREAD_TABLE_CHARACTER for char in self.table}
        self._lone_blank = 0.0 if _LONE_BLANK.search(plain) else ONE_BLANK
        self.slots = Slots(self.characters, self.costs)

    def step(self, before: str, char: str) -> float:
        """How likely `char` follows, both simplified: natural logarithm, with a bonus or penalty for marks."""
        return self.characters.row(before)[char] + sequence_fit(before, char)

    def blanks(self, text: str) -> float:
        """What a reading loses for single blanks behind stops."""
        return self._lone_blank if "\u3000" in text and _LONE_BLANK.search(text) else 0.0

    def annotated(self, char: str, reading: str) -> float:
        """What a candidate gains or loses as a character of the site's table."""
        if char in self.table:
            return 0.0 - UNREAD_TABLE_CHARACTER
        return NEVER_ANNOTATED if char in self._bare else NOT_IN_TABLE


def _doubt(text: str) -> float:
    """What is taken off the certainty of every reading on a page."""
    known = len(text) / (len(text) + LIKENESS_PRIOR)
    return UNLIKE * max(0.0, known * (USUAL_LIKENESS - likeness(text)))
