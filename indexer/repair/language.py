"""How likely one character follows others.

Three mixed: jieba's words in any order, the strings of news, the page's own undamaged text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from indexer.repair import strings
from indexer.repair.vocabulary import Vocabulary, vocabulary

# Shares of the mixture that come from the page's own pairs and triples of characters, once they have many, and the
# counts at which it is half of that.
PAIR_LIMIT, PAIR_HALF, TRIPLE_LIMIT, TRIPLE_HALF = 0.38, 3, 0.62, 1
TOPIC = 1500  # characters that a page needs to count as much for its own frequencies of characters as the words do
RAREST_HERE, COMMONEST_HERE = 0.2, 12.0  # bounds of how much rarer or more frequent a character is on a page
LONGEST_STRING = 5  # of which a page is counted
INSIDE = 0.6  # exponent of that inside words: there the word decides as well
RAREST = 4  # rarer words are two thirds of the list and 1 % of its weight; without them it loads three times faster
FLOOR = 1e-8  # probability of a character that nothing speaks for
START_SHARE = 0.05  # of the mixture that is the character at the start of any word
NEWS_SHARE = 0.3  # of what the page leaves, that is the strings of news; the rest is words
NEWS_TOPIC = 0.5  # exponent of how much rarer or more frequent a character is on the page, for strings of news
PAIR_SHARE = 0.85  # of what the words say: both characters before, against the last one alone
ASCII_PROBABILITY = 1e-3
Tally = dict[str, int]


@dataclass
class _Counts:
    """Weighted counts inside words: characters, first and last ones, pairs, triples.

    Of a pair: how often it stands in words, begins words, ends words. Words of three characters are not among the
    triples: they are words themselves.
    """

    words: Vocabulary
    two: dict[str, list[int]]
    one: Tally = field(default_factory=lambda: defaultdict(int))
    first: Tally = field(default_factory=lambda: defaultdict(int))
    last: Tally = field(default_factory=lambda: defaultdict(int))
    three: Tally = field(default_factory=lambda: defaultdict(int))

    def pair(self, text: str) -> Sequence[int]:
        """How often two characters stand in words, begin and end them."""
        return self.two.get(text, _NEVER)

    def triple(self, text: str) -> int:
        """How often three characters stand together in a word."""
        count = self.words.count(text)
        return self.three.get(text, 0) + (count if count >= RAREST else 0)


_NEVER = (0, 0, 0)


@cache
def _counts() -> _Counts:
    words = vocabulary()
    k = _Counts(words, {word: [n, n, n] for word, n in words.items() if len(word) == 2 and n >= RAREST})
    for pair, (count, _, _) in k.two.items():
        k.first[pair[0]] += count
        k.last[pair[1]] += count
    for word, count in words.items():
        if len(word) == 1:
            k.first[word] += count
            k.last[word] += count
    _count_long_words([(word, count) for word, count in words.items() if count >= RAREST and len(word) > 2], k)
    k.one.update(k.last)
    for pair, (count, _, _) in k.two.items():
        k.one[pair[0]] += count
    return k


def _count_long_words(words: list[tuple[str, int]], k: _Counts) -> None:
    """Count words of three or more characters. Written out: 80,000 of them are counted before the first repair."""
    first, last, two, three = k.first, k.last, k.two, k.three
    for word, count in words:
        start, end = word[:2], word[-2:]
        first[word[0]] += count
        last[word[-1]] += count
        if start in two:
            counts = two[start]
            counts[0] += count
            counts[1] += count
        else:
            two[start] = [count, count, 0]
        if end in two:
            counts = two[end]
            counts[0] += count
            counts[2] += count
        else:
            two[end] = [count, 0, count]
        for at in range(len(word) - 2):
            if at:
                two.setdefault(word[at : at + 2], [0, 0, 0])[0] += count
            if len(word) > 3:
                three[word[at : at + 3]] += count


@cache
def _total() -> int:
    return sum(_counts().one.values())


def known(char: str) -> bool:
    """Whether a simplified character occurs in any word or is a common mark."""
    return char in _counts().one


def frequency(char: str) -> int:
    """How often a simplified character occurs in the words, each counted as often as the word."""
    return _counts().one.get(char, 0)


def first_frequency(char: str) -> int:
    """How often a simplified character begins a word."""
    return _counts().first.get(char, 0)


@cache
def neighbours() -> dict[str, set[str]]:
    """By character: those that stand behind it inside words."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _counts().two:
        found[pair[0]].add(pair[1])
    return dict(found)


def followers(char: str) -> set[str]:
    """The characters that stand behind it inside words."""
    return neighbours().get(char, _NONE)


_NONE: set[str] = set()


class Row(dict[str, float]):
    """log P(character | one context), computed when first asked for."""

    __slots__ = (
        "_before", "_first", "_first_two", "_last", "_news", "_news_share", "_page", "_page_three", "_page_two",
        "_three", "_two",
    )  # fmt: skip

    def __init__(self, page: PageCounts, before: str) -> None:
        super().__init__()
        self._page, self._last, self._before = page, before[-1:], before[-2:]
        k, words = _counts(), vocabulary().total
        seen, start = k.one.get(self._last, 0), k.first.get(self._last, 0)
        # Weights of: the character as a word's first, pair inside a word, pair at a word's start, triple inside a word.
        self._first = self._two = self._first_two = self._three = 0.0
        if seen:
            self._two, self._first = 1 / seen, k.last.get(self._last, 0) / seen
            inside = k.pair(self._before)[0] if len(self._before) == 2 else 0
            across = k.last.get(before[-2], 0) * start / words if len(self._before) == 2 else 0.0
            if inside + across:
                self._mix(inside, across, start)
        else:
            self._first = 1.0
        self._share()

    def _mix(self, inside: float, across: float, start: int) -> None:
        """Most of the weight to what the last two characters say together."""
        k, total = _counts(), inside + across
        self._two, self._first = (1 - PAIR_SHARE) * self._two, (1 - PAIR_SHARE) * self._first
        self._three = PAIR_SHARE / total
        self._first += PAIR_SHARE * k.pair(self._before)[2] / total
        if start:
            self._first_two = PAIR_SHARE * across / start / total
            self._first += PAIR_SHARE * across * vocabulary().count(self._last) / start / total

    def _share(self) -> None:
        """Divide the weight between page, news and words: by how often the page has the context, if news ever has."""
        one, two = self._page.counted(self._last), self._page.counted(self._before)
        pair = PAIR_LIMIT * one / (one + PAIR_HALF)
        triple = TRIPLE_LIMIT * two / (two + TRIPLE_HALF) if len(self._before) == 2 else 0.0
        self._page_two = (1 - triple) * pair / one if one else 0.0
        self._page_three = triple / two if triple else 0.0
        share = (1 - triple) * (1 - pair)
        self._news = strings.behind_text(self._before)
        self._news_share = share * NEWS_SHARE if self._news[0] else 0.0
        share -= self._news_share
        self._first = share * ((1 - START_SHARE) * self._first + START_SHARE) / vocabulary().total
        share *= 1 - START_SHARE
        self._two, self._first_two, self._three = self._two * share, self._first_two * share, self._three * share

    @property
    def start(self) -> float:
        """log P(a word of one occurrence begins here)."""
        return math.log(self._first)

    def __missing__(self, char: str) -> float:
        page, k = self._page, _counts()
        first = k.first.get(char, 0)
        if not first and char not in k.one:
            value = math.log(ASCII_PROBABILITY if char.isascii() else FLOOR)
        else:
            pair, weight = self._last + char, page.weights.get(char, page.absent)
            chance = self._first * first * weight + FLOOR
            inside = k.two.get(pair)
            if inside:
                within = self._two * inside[0] + self._first_two * inside[1]
                if self._three:
                    within += self._three * k.triple(self._before + char)
                chance += within * weight**INSIDE
            if self._news_share:
                # As the strings of news have it: three characters, else two, else how frequent it is.
                two, left, three, rest = self._news
                news = three.get(char, 0.0) + rest * (two.get(char, 0.0) + left * k.one.get(char, 0) / _total())
                chance += self._news_share * news * weight**NEWS_TOPIC
            if self._page_two:
                chance += self._page_two * page.counted(pair)
                if self._page_three:
                    chance += self._page_three * page.counted(self._before + char)
            value = math.log(chance)
        self[char] = value
        return value


def _strings_of(page: str, longest: int) -> dict[str, int]:
    """The strings of one to so many characters on a page, with how often it has them."""
    parts = [page[start:] for start in range(longest)]
    found: dict[str, int] = {}
    for size in range(1, longest + 1):
        found |= Counter(map("".join, zip(*parts[:size], strict=False)))
    return found


class PageCounts:
    """The strings of one to five characters on a page, and how much more frequent a character is there.

    `weights` has that by character, `absent` what a character has that the page lacks; both as natural logarithms too.
    """

    def __init__(self, page: str) -> None:
        self._all = _strings_of(page, LONGEST_STRING)
        self.weights = _weights(Counter(page))
        self.absent = max(RAREST_HERE, TOPIC / (len(page) + TOPIC))
        self.logarithms = {char: math.log(weight) for char, weight in self.weights.items()}
        self.log_absent = math.log(self.absent)

    def counted(self, text: str) -> int:
        """How often the page has a string of one to five characters."""
        return self._all.get(text, 0)

    def weight(self, char: str) -> float:
        """How much more frequent a character is on this page than in general."""
        return self.weights.get(char, self.absent)


class CharacterModel:
    """log P(character | the two before it), for one page. Built from the page's undamaged simplified text."""

    def __init__(self, page: str) -> None:
        self.page = PageCounts(page)
        self._rows: dict[str, Row] = {}
        self._behind: dict[str, set[str]] = defaultdict(set)
        for first, second in set(pairwise(page)):
            self._behind[first].add(second)

    def row(self, before: str) -> Row:
        """Natural logarithms by character; `before` may be longer than the two characters that count."""
        key = before[-2:]
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = Row(self.page, key)
        return row

    def followers(self, char: str) -> set[str]:
        """The characters that stand behind it on the page."""
        return self._behind.get(char, _NONE)


def _weights(page: Counter[str]) -> dict[str, float]:
    """By character of a page: how much more frequent it is there than in general, with caution on short pages."""
    length, counts, total = page.total(), _counts().one, _total()
    weights = {}
    for char, count in page.items():
        expected = TOPIC * counts.get(char, 0) / total
        if expected:
            share = (count + expected) / (length + TOPIC) / (expected / TOPIC)
            weights[char] = min(COMMONEST_HERE, max(RAREST_HERE, share))
    return weights


@cache
def general() -> CharacterModel:
    """The model without a page."""
    return CharacterModel("")
