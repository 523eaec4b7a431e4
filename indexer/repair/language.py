"""How likely one character follows others: jieba's words in any order, mixed with the page's own undamaged text."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from indexer.repair.vocabulary import MARKS, vocabulary

PAGE_SHARE = 0.15  # of the mixture that comes from the page's own two- and three-character strings
RAREST = 4  # rarer words are two thirds of the list and 1 % of its weight; without them it loads three times faster
FLOOR = 1e-8  # probability of a character that nothing speaks for
ASCII_PROBABILITY = 1e-3
OPENING, CLOSING = "“‘（《【『「", "”’）》】』」"
BLANK, AFTER_STOP = "\u3000", 3.0  # the ideographic space: two of them begin a paragraph
STOPS = frozenset("，。、；：！？")
_PARTNER = dict(zip(CLOSING, OPENING, strict=True)) | dict(zip(OPENING, CLOSING, strict=True))


@dataclass
class _Counts:
    """Weighted counts inside words: characters, first and last ones, pairs, first and last pairs, triples."""

    one: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    first: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    last: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    two: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    first_two: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    last_two: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    three: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, word: str, count: int) -> None:
        """Count a word of two or more characters."""
        self.first_two[word[:2]] += count
        self.last_two[word[-2:]] += count
        for i in range(len(word) - 1):
            self.two[word[i : i + 2]] += count
        for i in range(len(word) - 2):
            self.three[word[i : i + 3]] += count


@cache
def _counts() -> _Counts:
    k = _Counts()
    for word, count in vocabulary().frequency.items():
        if count < RAREST and len(word) > 1:
            continue
        k.first[word[0]] += count
        k.last[word[-1]] += count
        for char in word:
            k.one[char] += count
        if len(word) > 1:
            k.add(word, count)
    return k


def known(char: str) -> bool:
    """Whether a simplified character occurs in any word or is a common mark."""
    return char in _counts().one


def frequency(char: str) -> int:
    """How often a simplified character occurs in the words, each counted as often as the word."""
    return _counts().one.get(char, 0)


class Row(dict[str, float]):
    """log P(character | one context), computed when first asked for."""

    def __init__(self, model: CharacterModel, before: str) -> None:
        super().__init__()
        self._model = model
        k, words = _counts(), vocabulary().total
        self._last, self._before = before[-1:], before[-2:]
        seen, start = k.one.get(self._last, 0), k.first.get(self._last, 0)
        # Weights of: the character as a word's first, pair inside a word, pair at a word's start, triple inside a word.
        self._first = self._two = self._first_two = self._three = 0.0
        if not seen:
            self._first = 1.0
            return
        self._two, self._first = 1 / seen, k.last.get(self._last, 0) / seen
        inside = k.two.get(self._before, 0) if len(self._before) == 2 else 0
        across = k.last.get(before[-2], 0) * start / words if len(self._before) == 2 else 0
        if inside + across:
            self._mix(inside, across, start)

    def _mix(self, inside: float, across: float, start: int) -> None:
        """Two thirds of the weight to what the last two characters say together."""
        k, total = _counts(), inside + across
        self._two, self._first = 0.3 * self._two, 0.3 * self._first
        self._three = 0.7 / total
        self._first += 0.7 * k.last_two.get(self._before, 0) / total
        if start:
            self._first_two = 0.7 * across / start / total
            self._first += 0.7 * across * vocabulary().frequency.get(self._last, 0) / start / total

    def __missing__(self, char: str) -> float:
        k = _counts()
        first = k.first.get(char, 0) / vocabulary().total
        if not first and char not in k.one:
            value = math.log(ASCII_PROBABILITY if char.isascii() else FLOOR)
        else:
            pair = self._last + char
            general = (
                self._first * first
                + self._two * k.two.get(pair, 0)
                + self._first_two * k.first_two.get(pair, 0)
                + self._three * k.three.get(self._before + char, 0)
            )
            page = self._model.in_page(self._before, char)
            value = math.log((1 - PAGE_SHARE) * general + PAGE_SHARE * page + 0.02 * first + FLOOR)
        self[char] = value
        return value


class CharacterModel:
    """log P(character | the two before it), for one page. Built from the page's undamaged simplified text."""

    def __init__(self, page: str) -> None:
        self._one: Counter[str] = Counter(page)
        self._two: Counter[str] = Counter(map("".join, zip(page, page[1:], strict=False)))
        self._three: Counter[str] = Counter(map("".join, zip(page, page[1:], page[2:], strict=False)))
        self._rows: dict[str, Row] = {}

    def row(self, before: str) -> Row:
        """Natural logarithms by character; `before` may be longer than the two characters that count."""
        key = before[-2:]
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = Row(self, key)
        return row

    def in_page(self, before: str, char: str) -> float:
        """Share of the page's occurrences; one or two are taken off, lest every single chance counts."""
        pairs = self._two.get(before[-1:] + char, 0)
        if not pairs or not before:
            return 0.0
        value = 0.6 * pairs / (self._one.get(before[-1:], 0) + 2)
        triples = self._three.get(before + char, 0) if len(before) == 2 else 0
        return value + 0.4 * triples / (self._two[before] + 1) if triples else value


def sequence_fit(before: str, char: str) -> float:
    """Bonus or penalty for a mark after what stands before it: stops in a row, quotes that do not pair."""
    if char not in MARKS:
        return 0.0
    last, fit = before[-1:], 0.0
    if char == BLANK:
        return AFTER_STOP if last in "。；：！？\u3000" else -2.0
    if last in MARKS and last:
        fit += _after_mark(before, last, char)
    if char in _PARTNER:
        opening = char in OPENING
        start, end = (char, _PARTNER[char]) if opening else (_PARTNER[char], char)
        is_open = before.rfind(start) > before.rfind(end)
        fit += (-4.0 if is_open else 0.0) if opening else (2.0 if is_open else -5.0)
    return fit


def _after_mark(before: str, last: str, char: str) -> float:
    if char in STOPS and (last in STOPS or last in "—·\u3000" or last in OPENING):
        return -7.0
    if char in CLOSING and (last in "，、；：\u3000" or last in OPENING):
        return -6.0
    if char in "，。、；：" and last in CLOSING and before[-2:-1] in tuple("。！？"):
        return -6.0
    return -5.0 if char in "—·…" and last in "，。、；：" else 0.0
