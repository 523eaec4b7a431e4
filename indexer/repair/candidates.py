"""Which characters a byte may belong to, and how readily a traditional page has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from indexer.repair import gbk
from indexer.repair.language import frequency, known
from indexer.repair.simplify import in_traditional_use, is_han, simple, traditional
from indexer.repair.vocabulary import MARKS

NOT_TRADITIONAL = -6.0  # a character that traditional text never has (东)
OTHER_FORM = -1.5  # a form that the usual conversion would not give (裡 for 里, or 里 for 裡)
IN_NO_WORD = -3.0
NOT_TEXT = -9.0  # box drawing, Greek, kana ...
WORTH_TRYING = -5.0
ALWAYS_TRIED = 10


@cache
def cost(char: str) -> float:
    """What a candidate loses for being unusual; 0 for an ordinary character of a converted page."""
    if char in MARKS:
        return 0.0
    if not is_han(char):
        return NOT_TEXT
    value = 0.0 if known(simple(char)) else IN_NO_WORD
    if not in_traditional_use(char):
        return value + NOT_TRADITIONAL
    return value if traditional(simple(char)) == char else value + OTHER_FORM


class Candidate(NamedTuple):
    """A character that may be the truth."""

    char: str
    plain: str  # simplified
    cost: float
    is_mark: bool


@cache
def candidate(char: str) -> Candidate:
    """A traditional character as the search sees it."""
    return Candidate(char, simple(char), cost(char), char in MARKS)


@cache
def _worth_trying() -> tuple[tuple[int, int, Candidate], ...]:
    """Lead byte, trail byte and character of everything that a text is likely to hold."""
    found = ((lead, trail, candidate(char)) for lead, trail, char in gbk.all_pairs())
    return tuple(entry for entry in found if entry[2].cost > WORTH_TRYING)


@cache
def _indices() -> tuple[dict[int, list[tuple[int, Candidate]]], dict[int, list[tuple[int, Candidate]]]]:
    by_lead: dict[int, list[tuple[int, Candidate]]] = defaultdict(list)
    by_trail: dict[int, list[tuple[int, Candidate]]] = defaultdict(list)
    for lead, trail, entry in _worth_trying():
        by_lead[lead].append((trail, entry))
        by_trail[trail].append((lead, entry))
    return dict(by_lead), dict(by_trail)


def with_lead(lead: int) -> list[tuple[int, Candidate]]:
    """(trail byte, character) of the likely characters with that lead byte."""
    return _indices()[0].get(lead, [])


def with_trail(trail: int) -> list[tuple[int, Candidate]]:
    """(lead byte, character) of the likely characters with that trail byte."""
    return _indices()[1].get(trail, [])


class Pool:
    """Characters that lost a byte or two: the commonest are always tried, others behind a character they follow."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        entries = sorted(found, key=lambda c: (-frequency(c.plain), c.char))
        self._common = tuple(entries[:ALWAYS_TRIED])
        self._others: dict[str, list[Candidate]] = defaultdict(list)
        for entry in entries[ALWAYS_TRIED:]:
            self._others[entry.plain].append(entry)

    def likely(self, followers: frozenset[str]) -> list[Candidate]:
        """The commonest characters, and those that are among the `followers` of the character before."""
        found = list(self._common)
        for plain in self._others.keys() & followers:
            found += self._others[plain]
        return found


@cache
def lost_trail(lead: int) -> Pool:
    """Characters with that lead byte whose trail byte could itself begin a pair."""
    return Pool(c for trail, c in with_lead(lead) if trail > gbk.EURO)


@cache
def lost_lead(trail: int) -> Pool:
    """Characters with that trail byte."""
    return Pool(c for _, c in with_trail(trail))


@cache
def lost_pair(gone: int) -> Pool:
    """Characters of which both bytes are lost, the lead byte with a vanished pair of class `gone`."""
    return Pool(c for lead in gbk.VANISHED_TRAILS[gone] for trail, c in with_lead(lead) if trail > gbk.EURO)


@cache
def before_vanished(lead: int) -> dict[int, tuple[Candidate, ...]]:
    """By class of the vanished pair: characters whose trail byte began a pair that vanished."""
    groups = _by_class((trail, c) for trail, c in with_lead(lead))
    return {gone: tuple(entries) for gone, entries in groups.items()}


@cache
def after_vanished(gone: int, trail: int) -> Pool:
    """Characters with that trail byte whose lead byte was lost with a vanished pair of class `gone`."""
    lost = gbk.VANISHED_TRAILS[gone]
    return Pool(c for lead, c in with_trail(trail) if lead in lost)


@cache
def between_vanished(gone: int) -> dict[int, Pool]:
    """By class of the second pair: characters between two vanished pairs, the first of class `gone`."""
    groups = _by_class((trail, c) for lead in gbk.VANISHED_TRAILS[gone] for trail, c in with_lead(lead))
    return {number: Pool(entries) for number, entries in groups.items()}


def _by_class(found: Iterable[tuple[int, Candidate]]) -> dict[int, list[Candidate]]:
    groups: dict[int, list[Candidate]] = defaultdict(list)
    for trail, entry in found:
        if trail in gbk.VANISHING_CLASS:
            groups[gbk.VANISHING_CLASS[trail]].append(entry)
    return groups
