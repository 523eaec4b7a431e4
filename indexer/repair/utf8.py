"""UTF-8 of which some bytes are lost: what is left of a character and the text around it tell which one it was."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from heapq import nlargest
from typing import NamedTuple

from indexer.repair.language import CharacterModel, followers, frequency
from indexer.repair.numbering import UNKNOWN
from indexer.repair.strings import EDGE, RARE, behind, contexts
from indexer.repair.vocabulary import MARKS

LOST = 0xFF  # stands for one lost byte; UTF-8 has no such byte
QUESTION = 0x3F  # so does a question mark inside a character
LEADS = range(0xE2, 0xF0)  # of Chinese characters and marks: three bytes
REST = range(0x80, 0xC0)  # the bytes behind the first
SIZE = 3
LEAST_FREQUENCY = 50  # rarer characters are not tried where a byte is lost
MANY = 200  # broken characters of a line; where they are a third of it besides, it is not searched
PATHS = 6
ANYWHERE = 8  # most frequent candidates, tried behind every character; the others only where one was seen before them
AHEAD = 2  # characters behind a lost one that speak for or against it
SURE = 1.5  # how much likelier (logarithm) the best reading must be than the next with another character there
NEVER = -1e9
_NONE = "\0"  # stands for a character of which no byte is left
Key = tuple[int, ...]  # the three bytes of a character, LOST where one is; two of them where one left no trace


class _Path(NamedTuple):
    score: float
    text: str


def read(data: bytes, model: CharacterModel, may_be: frozenset[int] = frozenset(REST)) -> tuple[str, int]:
    """The text of one line with lost characters put back, UNKNOWN where that is not sure.

    `may_be`: the bytes of which the lost ones are. With the text, how many characters are owed to the text around them
    alone, for two bytes of them or all three were lost.
    """
    parts = _parts(data)
    broken = [part for part in parts if not isinstance(part, str)]
    if not broken:
        return data.decode("utf-8"), 0
    if len(broken) > max(MANY, len(parts) // 3):  # this never was UTF-8
        return "", 0
    filling = _Filling(model, may_be)
    for part in parts:
        filling.go_on(part)
    return filling.text(), sum(len(key) == SIZE and key.count(LOST) > 1 for key in broken)


class _Filling:
    """The likeliest texts of a line so far. `choices`: for each lost character its place and how likely each was."""

    def __init__(self, model: CharacterModel, may_be: frozenset[int]) -> None:
        self._model, self._may_be = model, may_be
        self._known: dict[str, set[str]] = {}
        self._paths = [_Path(0.0, "")]
        self._choices: list[tuple[int, dict[str, float]]] = []
        self._length = 0

    def go_on(self, part: str | Key) -> None:
        """Read on by one character, whole or not."""
        at, is_whole = self._length, isinstance(part, str)
        self._length += 1
        if is_whole and (not self._choices or at - self._choices[-1][0] > AHEAD + 1):
            self._paths = [_Path(0.0, max(self._paths).text + str(part))]
            return
        grown = [path for before in self._paths for path in self._grown(before, part)]
        if not is_whole:
            self._choices.append((at, {}))
        self._note(grown)
        self._paths = nlargest(PATHS, grown)

    def _grown(self, path: _Path, part: str | Key) -> list[_Path]:
        """The path with each character that the part may be."""
        score, text = path
        row = self._model.row(text)
        options = part if isinstance(part, str) else self._likely(part, text[-1:])
        return [_Path(score + row[char], text + char) for char in options]

    def _likely(self, key: Key, last: str) -> Iterable[str]:
        """The characters with those bytes that are frequent, or that words, news or the page have behind `last`."""
        all_of_them, frequent = _candidates(key, self._may_be)
        if len(all_of_them) <= ANYWHERE:
            return all_of_them or _NONE
        known = self._known.get(last)
        if known is None:
            seen = behind(contexts(last)[0])[0].keys()
            known = self._known[last] = followers(last) | self._model.followers(last) | seen
        return frequent | (known & all_of_them)

    def text(self) -> str:
        """The likeliest text, with what is not sure left open."""
        ended = [path._replace(score=path.score + _end(path.text)) for path in self._paths]
        self._note(ended)
        best = list(max(ended).text)
        for at, seen in self._choices:
            others = [score for char, score in seen.items() if char != best[at]]
            if best[at] == _NONE or (others and seen.get(best[at], NEVER) - max(others) < SURE):
                best[at] = UNKNOWN
        return "".join(best)

    def _note(self, paths: list[_Path]) -> None:
        """For each character at a place that is not far behind, the score of the best path that has it there."""
        for at, seen in self._choices[-AHEAD - 1 :]:
            if self._length - at <= AHEAD + 1:
                seen.clear()
                for path in paths:
                    seen[path.text[at]] = max(seen.get(path.text[at], NEVER), path.score)


def _end(text: str) -> float:
    """How likely a line ends behind a text."""
    last, both = contexts(text[-2:])
    found = behind(both or last)[0]
    if not found and last in MARKS:  # a mark ends a line in the same way whatever stands before it
        found = behind(last)[0]
    return math.log(found.get(EDGE, RARE))


def _parts(data: bytes) -> list[str | Key]:
    """Characters, and what is left of those that are not whole."""
    parts: list[str | Key] = []
    at = 0
    while at < len(data):
        size = _length(data[at])
        whole = data[at : at + size]
        try:
            parts.append(whole.decode("utf-8"))
        except UnicodeDecodeError:
            key, size = _remains(data, at)
            parts.append(key)
        at += size
    return parts


def _length(lead: int) -> int:
    return 1 if lead < 0xC0 or lead == LOST else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def _remains(data: bytes, at: int) -> tuple[Key, int]:
    """The bytes of a broken character, and how many places they take in the data."""
    key, size = [data[at] if data[at] in LEADS else LOST], 1
    if key[0] == LOST and (data[at] != LOST or not all(byte in REST for byte in data[at + 1 : at + SIZE] or b"\0")):
        while at + size < len(data) and data[at + size] in (LOST, *REST):
            size += 1
        return (LOST,) * SIZE, size
    while len(key) < SIZE and at + size < len(data) and data[at + size] in (LOST, QUESTION, *REST):
        key.append(data[at + size] if data[at + size] in REST else LOST)
        size += 1
    if size == SIZE - 1 and key[-1] != LOST:
        return tuple(key), size
    return (*key, *(LOST for _ in range(SIZE - len(key)))), size


@cache
def _candidates(key: Key, may_be: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The characters with those bytes, and the most frequent of them."""
    found = _with_bytes(key, may_be)
    return frozenset(found), frozenset(nlargest(ANYWHERE, found, key=frequency))


def _with_bytes(key: Key, may_be: frozenset[int]) -> str:
    """The characters with those bytes. A key of two has the first, and the last or the one in the middle."""
    if len(key) < SIZE:
        return _with_bytes((*key, LOST), may_be) + _with_bytes((key[0], LOST, key[1]), may_be)
    known = [(place, byte) for place, byte in enumerate(key) if byte != LOST]
    gone = [place for place in range(1, SIZE) if key[place] == LOST]
    if not known:
        return ""
    place, byte = known[-1] if known[-1][0] < SIZE - 1 else known[0]
    fitting = ((c, data) for c, data in _by_byte()[place, byte] if all(data[i] == b for i, b in known))
    return "".join(c for c, data in fitting if all(data[i] in may_be for i in gone))


@cache
def _by_byte() -> dict[tuple[int, int], list[tuple[str, bytes]]]:
    """By place and byte: the characters that Chinese text is likely to have, with their bytes."""
    found = defaultdict(list)
    common = [chr(code) for code in range(0x4E00, 0xA000) if frequency(chr(code)) >= LEAST_FREQUENCY]
    for char in (*MARKS, *common):
        data = char.encode("utf-8")
        if len(data) == SIZE:
            for place, byte in enumerate(data):
                found[place, byte].append((char, data))
    return found
