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


class CharacterModel:
    """log P(character | the two before it), for one page. Built from the page's undamaged simplified text."""

    def __init__(self, page: str) -> None:
        self._k = _counts()
        self._words = vocabulary().total
        self._single_words = vocabulary().frequency
        self._page_two: Counter[str] = Counter(map("".join, zip(page, page[1:], strict=False)))
        self._page_three: Counter[str] = Counter(map("".join, zip(page, page[1:], page[2:], strict=False)))
        self._page_one: Counter[str] = Counter(page)
        self._known: dict[tuple[str, str], float] = {}

    def step(self, before: str, char: str) -> float:
        """Natural logarithm; `before` may be longer than two characters."""
        key = (before[-2:], char)
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = math.log(self._probability(before[-2:], char))
        return value

    def _probability(self, before: str, char: str) -> float:
        k = self._k
        start = k.first.get(char, 0) / self._words
        if not start and char not in k.one:
            return ASCII_PROBABILITY if char.isascii() else FLOOR
        general = self._general(before, char, start)
        return (1 - PAGE_SHARE) * general + PAGE_SHARE * self._in_page(before, char) + 0.02 * start + FLOOR

    def _general(self, before: str, char: str, start: float) -> float:
        k, last = self._k, before[-1:]
        seen = k.one.get(last, 0)
        if not seen:
            return start
        after_one: float = (k.two.get(last + char, 0) + k.last.get(last, 0) * start) / seen
        if len(before) < 2:
            return after_one
        inside, across = k.two.get(before, 0), k.last.get(before[0], 0) * k.first.get(last, 0) / self._words
        if not inside + across:
            return after_one
        value = 0.0
        if inside:
            value += inside * (k.three.get(before + char, 0) + k.last_two.get(before, 0) * start) / inside
        if across:
            value += across * (k.first_two.get(last + char, 0) + self._single(last) * start) / k.first[last]
        return 0.7 * value / (inside + across) + 0.3 * after_one

    def _single(self, char: str) -> int:
        return self._single_words.get(char, 0)

    def _in_page(self, before: str, char: str) -> float:
        """Share of the page's occurrences; one occurrence less, lest every single chance counts."""
        pairs, triples = self._page_two.get(before[-1:] + char, 0), self._page_three.get(before + char, 0)
        value = 0.6 * pairs / (self._page_one.get(before[-1:], 0) + 2) if before else 0.0
        if triples and len(before) == 2:
            value += 0.4 * triples / (self._page_two[before] + 1)
        return value


def sequence_fit(before: str, char: str) -> float:
    """Bonus or penalty for a mark after what stands before it: stops in a row, quotes that do not pair."""
    if char not in MARKS:
        return 0.0
    last, fit = before[-1:], 0.0
    if last in MARKS and last:
        fit += _after_mark(before, last, char)
    if char in _PARTNER:
        opening = char in OPENING
        start, end = (char, _PARTNER[char]) if opening else (_PARTNER[char], char)
        is_open = before.rfind(start) > before.rfind(end)
        fit += (-4.0 if is_open else 0.0) if opening else (2.0 if is_open else -5.0)
    return fit


def _after_mark(before: str, last: str, char: str) -> float:
    if char in STOPS and (last in STOPS or last in "—·" or last in OPENING):
        return -7.0
    if char in CLOSING and (last in "，、；：" or last in OPENING):
        return -6.0
    if char in "，。、；：" and last in CLOSING and before[-2:-1] in tuple("。！？"):
        return -6.0
    return -5.0 if char in "—·…" and last in "，。、；：" else 0.0
