"""How well a stretch of text splits into words: the best path over jieba's words and their parts of speech."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache

from indexer.repair.vocabulary import FAR, LONGEST_WORD, MARK_TAG, MARKS, step, tag_table, vocabulary

UNKNOWN = -17.0  # log probability of a character in no word
ASCII_RUN = -4.0  # of a number or a Latin word
TAG_SHARE = 0.5  # of the mixture that follows parts of speech; the rest is plain word frequency
TAG_SHARE_AT_START = 0.95  # of a clause: 的 and 了 are frequent, but not there
PAGE_SHARE = 0.3  # of the mixture that is strings which the page repeats
SHORTEST_REPEAT, LONGEST_REPEAT, REPEATS = 2, 5, 2
_OTHER = "x"

State = tuple[bool, str]  # is the last word one character, its part of speech
_Choice = tuple[int, float, float, State]  # a word: length, share, log P(it | its part of speech), state behind it


@cache
def _start(state: State) -> float:
    """log P(part of speech) at the start of a clause."""
    return float(tag_table("prob_start").get(("S" if state[0] else "B", state[1]), FAR))


class WordModel:
    """Scores stretches of simplified text for one page."""

    def __init__(self, page: str) -> None:
        self._v = vocabulary()
        self._repeats = _repeats(page)
        self._known: dict[str, tuple[_Choice, ...]] = {}

    def score(self, text: str) -> float:
        """log probability of the best way to read `text` as words."""
        paths: list[dict[State, float]] = [{} for _ in range(len(text) + 1)]
        paths[0] = {(True, MARK_TAG): 0.0}
        for at in range(len(text)):
            if paths[at]:
                for choice in self._words_at(text[at : at + LONGEST_WORD]):
                    _extend(paths[at], paths[at + choice[0]], choice)
        return max(paths[-1].values(), default=0.0)

    def _words_at(self, text: str) -> tuple[_Choice, ...]:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = tuple(self._find(text))
        return found

    def _find(self, text: str) -> Iterator[_Choice]:
        """The words that `text` may begin with."""
        v = self._v
        if text[0].isascii():
            run = next((i for i, c in enumerate(text) if not c.isascii()), len(text))
            yield run, math.exp(ASCII_RUN), ASCII_RUN, (True, "m")
            return
        for length in range(1, len(text) + 1):
            word = text[:length]
            repeated = self._repeats.get(word, 0.0)
            if v.frequency.get(word):
                chance = math.exp(v.plain(word))
                if repeated:
                    chance = (1 - PAGE_SHARE) * chance + PAGE_SHARE * repeated
                yield length, chance, v.given_tag(word), (length == 1, v.tag[word])
            elif repeated:
                yield length, PAGE_SHARE * repeated, UNKNOWN, (False, "n")
            elif length == 1:
                yield 1, math.exp(UNKNOWN), UNKNOWN, (True, _OTHER)


def _extend(origin: dict[State, float], target: dict[State, float], choice: _Choice) -> None:
    """Every path that ends at `origin` goes on with one word."""
    _, chance, tagged, state = choice
    for before, score in origin.items():
        if state[1] == MARK_TAG:
            value = math.log(chance)
        else:
            start = before[1] == MARK_TAG
            link = _start(state) if start else step(before[1], before[0], state[1], state[0])
            share = TAG_SHARE_AT_START if start else TAG_SHARE
            value = math.log((1 - share) * chance + share * math.exp(link + tagged))
        if score + value > target.get(state, -math.inf):
            target[state] = score + value


def _repeats(page: str) -> dict[str, float]:
    """Strings of two to five characters that the page has at least twice, with their share of it."""
    found: dict[str, float] = {}
    for size in range(SHORTEST_REPEAT, LONGEST_REPEAT + 1):
        counts = Counter(page[i : i + size] for i in range(len(page) - size + 1))
        for text, count in counts.items():
            if count >= REPEATS and MARKS.keys().isdisjoint(text) and "\n" not in text and not text.isascii():
                found[text] = (count - 1) / max(len(page), 1000)
    return found
