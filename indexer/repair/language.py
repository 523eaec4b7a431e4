"""How likely one character follows others: jieba's words in any order, mixed with the page's own undamaged text."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from indexer.repair.vocabulary import MARKS, vocabulary

PAGE_SHARE = 0.15  # of the mixture that comes from the page's own two- and three-character strings
RAREST = 4  # rarer words are two thirds of the list and 1 % of its weight; without them it loads three times faster
FLOOR = 1e-8  # probability of a character that nothing speaks for
START_SHARE = 0.02  # of the mixture that is the character at the start of any word
PAIR_SHARE = 0.7  # of what the words say: both characters before, against the last one alone
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


@cache
def _followers() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _counts().two:
        found[pair[0]].add(pair[1])
    return {first: frozenset(seconds) for first, seconds in found.items()}


class Row(dict[str, float]):
    """log P(character | one context), computed when first asked for."""

    def __init__(self, model: CharacterModel, before: str) -> None:
        super().__init__()
        self._model, self._last, self._before = model, before[-1:], before[-2:]
        k, words = _counts(), vocabulary().total
        seen, start = k.one.get(self._last, 0), k.first.get(self._last, 0)
        # Weights of: the character as a word's first, pair inside a word, pair at a word's start, triple inside a word.
        self._first = self._two = self._first_two = self._three = 0.0
        if seen:
            self._two, self._first = 1 / seen, k.last.get(self._last, 0) / seen
            inside = k.two.get(self._before, 0) if len(self._before) == 2 else 0
            across = k.last.get(before[-2], 0) * start / words if len(self._before) == 2 else 0.0
            if inside + across:
                self._mix(inside, across, start)
        else:
            self._first = 1.0
        share = 1 - PAGE_SHARE
        self._first = (self._first * share + START_SHARE) / words
        self._two, self._first_two, self._three = self._two * share, self._first_two * share, self._three * share

    def _mix(self, inside: float, across: float, start: int) -> None:
        """Most of the weight to what the last two characters say together."""
        k, total = _counts(), inside + across
        self._two, self._first = (1 - PAIR_SHARE) * self._two, (1 - PAIR_SHARE) * self._first
        self._three = PAIR_SHARE / total
        self._first += PAIR_SHARE * k.last_two.get(self._before, 0) / total
        if start:
            self._first_two = PAIR_SHARE * across / start / total
            self._first += PAIR_SHARE * across * vocabulary().frequency.get(self._last, 0) / start / total

    def __missing__(self, char: str) -> float:
        k, pair = self._model.counts, self._last + char
        first = k.first.get(char, 0)
        if not first and char not in k.one:
            value = math.log(ASCII_PROBABILITY if char.isascii() else FLOOR)
        else:
            chance = self._first * first + FLOOR
            if pair in k.two:
                chance += self._two * k.two[pair] + self._first_two * k.first_two.get(pair, 0)
                chance += self._three * k.three.get(self._before + char, 0)
            value = math.log(chance + self._model.in_page(self._before, pair, char))
        self[char] = value
        return value


class CharacterModel:
    """log P(character | the two before it), for one page. Built from the page's undamaged simplified text."""

    def __init__(self, page: str) -> None:
        self.counts = _counts()
        self._one: Counter[str] = Counter(page)
        self._two: Counter[str] = Counter(map("".join, pairwise(page)))
        self._three: Counter[str] = Counter(map("".join, zip(page, page[1:], page[2:], strict=False)))
        self._rows: dict[str, Row] = {}
        followers: dict[str, set[str]] = defaultdict(set)
        for pair in self._two:
            followers[pair[0]].add(pair[1])
        self._page_followers = followers
        self._followers: dict[str, frozenset[str]] = {}

    def row(self, before: str) -> Row:
        """Natural logarithms by character; `before` may be longer than the two characters that count."""
        key = before[-2:]
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = Row(self, key)
        return row

    def followers(self, before: str) -> frozenset[str]:
        """The characters that follow the last one of `before` inside a word or on the page."""
        last = before[-1:]
        found = self._followers.get(last)
        if found is None:
            found = _followers().get(last, frozenset()) | self._page_followers.get(last, frozenset())
            self._followers[last] = found
        return found

    def in_page(self, before: str, pair: str, char: str) -> float:
        """What the page's own pairs and triples add; one or two are taken off, lest every single chance counts."""
        pairs = self._two.get(pair, 0)
        if not pairs or len(pair) < 2:
            return 0.0
        value = 0.6 * pairs / (self._one.get(pair[0], 0) + 2)
        triples = self._three.get(before + char, 0) if len(before) == 2 else 0
        if triples:
            value += 0.4 * triples / (self._two[before] + 1)
        return PAGE_SHARE * value


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
