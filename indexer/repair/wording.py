"""How well a stretch of text splits into words: the best path over jieba's words and their parts of speech."""

from __future__ import annotations

import math
from functools import cache

from indexer.repair.language import CharacterModel
from indexer.repair.vocabulary import FAR, LONGEST_WORD, MARK_TAG, MARKS, STOP_TAG, step, tag_table, vocabulary

UNKNOWN = 4e-8  # probability of a character in no word
ASCII_RUN = 0.02  # of a number or a Latin word
TAG_SHARE = 0.5  # of the mixture that follows parts of speech; the rest is plain word frequency
TAG_SHARE_AT_START = 0.95  # of a clause: 的 and 了 are frequent, but not there
PAGE_SHARE = 0.45  # of the mixture that is words of the page, and strings that it repeats
SAME_TAG = 15.0  # a word of the page makes up so much more of its part of speech than of all words
SHORTEST_PAGE = 1000  # characters, for what shares of a page mean
SCALE = 1000.0  # a character, so that probabilities of long texts stay numbers; taken off in the end
HOPELESS = 1e-5  # a path so much less likely than the best to the same place is dropped
# How much more often than any word one of these stands in front of a mark that ends something, by (is it one character,
# part of speech): prepositions, conjunctions, adverbs and pronouns hardly ever do.
ENDS = {
    (True, "p"): 0.05, (True, "c"): 0.05, (True, "d"): 0.07, (True, "r"): 0.1, (True, "uj"): 0.35, (True, "ul"): 0.2,
    (True, "v"): 0.5, (True, "nr"): 0.5, (False, "b"): 0.25, (False, "p"): 0.25, (False, "c"): 0.4, (False, "d"): 0.45,
    (False, "r"): 0.6, (False, "ad"): 0.6, (True, "a"): 0.75, (False, "i"): 2.0, (True, "f"): 1.5, (True, "q"): 1.5,
    (True, "m"): 1.5,
}  # fmt: skip
ENDS_OTHERWISE = 1.2

State = tuple[bool, str]  # is the last word one character, its part of speech
_Word = tuple[float, float, State]  # P(it), P(it | its part of speech), state behind it
_START: State = (True, MARK_TAG)
_NUMBER: State = (True, "m")
_OTHER: State = (True, "x")


class WordModel:
    """Scores stretches of simplified text for one page."""

    def __init__(self, page: str, characters: CharacterModel) -> None:
        self._v = vocabulary()
        self._length = max(len(page), SHORTEST_PAGE)
        self._counted = characters.page.counted
        self._weight = characters.page.weight
        self._known: dict[str, _Word | None] = {}
        self._read: dict[str, dict[State, float]] = {}
        self.forget()

    def forget(self) -> None:
        """Begin with other texts: what was read of earlier ones is of no more use."""
        self._read = {"": {_START: 1.0}}

    def score(self, text: str) -> float:
        """log probability of the best way to read `text` as words. Texts that begin alike are read together."""
        done = len(text)
        while text[:done] not in self._read:
            done -= 1
        for end in range(done + 1, len(text) + 1):
            self._read[text[:end]] = self._ends(text[:end])
        best = max(self._read[text].values(), default=0.0)
        return math.log(best or 1e-300) - len(text) * math.log(SCALE)

    def _ends(self, text: str) -> dict[State, float]:
        """The ways to read `text` up to its end."""
        read, paths = self._read, dict[State, float]()
        if text[-1].isascii():
            start = len(text) - 1
            while start and text[start - 1].isascii():
                start -= 1
            number = (ASCII_RUN * SCALE ** (len(text) - start - 1), 0.0, _NUMBER)
            return {_NUMBER: _best(read[text[:start]], number)}
        for start in range(max(0, len(text) - LONGEST_WORD), len(text)):
            word = self._word(text[start:])
            if word and (origin := read[text[:start]]):
                value = _best(origin, word) * SCALE ** (len(text) - start - 1)
                if value > paths.get(word[2], 0.0):
                    paths[word[2]] = value
        least = max(paths.values()) * HOPELESS
        return {state: value for state, value in paths.items() if value > least}

    def _word(self, text: str) -> _Word | None:
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> _Word | None:
        """The word of that text, if it is one."""
        v, repeated = self._v, PAGE_SHARE * self._repeated(text)
        place = v.place.get(text)
        if place is not None:
            count, tag, alone = max(v.counts[place], 1), v.tags[place], len(text) == 1
            weight = math.prod(map(self._weight, text)) ** (1 / len(text))
            usual = (1 - PAGE_SHARE) * weight * count
            tagged = usual / max(v.by_tag.get((alone, tag), 1), 1) + SAME_TAG * repeated
            return usual / v.total + repeated, tagged, (alone, tag)
        if repeated:
            return repeated, SAME_TAG * repeated, (False, "n")
        return (UNKNOWN, UNKNOWN, _OTHER) if len(text) == 1 else None

    def _repeated(self, text: str) -> float:
        """The share of the page that is this string: a word, or something that it has at least twice."""
        count = self._counted(text) if len(text) > 1 else 0
        if count and text not in self._v.place:
            count = 0 if "\n" in text or text.isascii() or not MARKS.keys().isdisjoint(text) else count - 1
        return count / self._length


def _best(origin: dict[State, float], word: _Word) -> float:
    """The likeliest path that ends with `word`."""
    chance, tagged, state = word
    best = 0.0
    for before, value in origin.items():
        plain, follows = _link(before, state)
        value *= plain * chance + follows * tagged
        if value > best:
            best = value
    return best * SCALE


@cache
def _link(before: State, state: State) -> tuple[float, float]:
    """Weights of P(word) and P(word | its part of speech) behind a word."""
    if state[1] == STOP_TAG:
        return ENDS.get(before, ENDS_OTHERWISE), 0.0
    if state[1] == MARK_TAG:
        return 1.0, 0.0
    if before[1] in (MARK_TAG, STOP_TAG):
        return 1 - TAG_SHARE_AT_START, TAG_SHARE_AT_START * _start(state)
    return 1 - TAG_SHARE, TAG_SHARE * step(before[1], before[0], state[1], state[0])


@cache
def _start(state: State) -> float:
    """P(part of speech) at the start of a clause."""
    return math.exp(tag_table("prob_start").get(("S" if state[0] else "B", state[1]), FAR))
