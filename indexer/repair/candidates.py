"""Which characters a byte may belong to, and how readily a traditional page has them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from indexer.repair import gbk
from indexer.repair.language import known
from indexer.repair.simplify import in_traditional_use, is_common_in_big5, is_han, is_left_alone, simple, traditional
from indexer.repair.vocabulary import MARKS

NOT_TRADITIONAL = -8.0  # a character that traditional text never has (东)
OTHER_FORM = -2.0  # a form that the usual conversion would not give (裡 for 里, or 里 for 裡)
OLD_FORM = -5.0  # a simplified form that traditional text has as another, rare character (网)
IN_NO_WORD = -4.0
NOT_TEXT = -12.0  # box drawing, Greek, kana ...
WORTH_TRYING = -6.5


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
    if traditional(simple(char)) == char or is_left_alone(char):
        return value
    return value + (OTHER_FORM if is_common_in_big5(char) else OLD_FORM)


class Candidate(NamedTuple):
    """A character that may be the truth."""

    char: str
    plain: str  # simplified
    cost: float
    is_mark: bool
    lead: int  # its bytes; 0 where GBK does not have it
    trail: int


@cache
def candidate(char: str) -> Candidate:
    """A traditional character as the search sees it."""
    return Candidate(char, simple(char), cost(char), char in MARKS, *(gbk.encode(char) or (0, 0)))


@cache
def usual(plain: str) -> Candidate:
    """The form that the usual conversion gives a simplified character."""
    return candidate(traditional(plain))


@cache
def _indices() -> tuple[dict[int, list[tuple[int, Candidate]]], dict[int, list[tuple[int, Candidate]]]]:
    """By lead byte and by trail byte: the other byte and the character of everything that a text is likely to hold."""
    by_lead: dict[int, list[tuple[int, Candidate]]] = defaultdict(list)
    by_trail: dict[int, list[tuple[int, Candidate]]] = defaultdict(list)
    for lead, trail, char in gbk.all_pairs():
        entry = candidate(char)
        if entry.cost > WORTH_TRYING:
            by_lead[lead].append((trail, entry))
            by_trail[trail].append((lead, entry))
    return dict(by_lead), dict(by_trail)


def with_lead(lead: int) -> list[tuple[int, Candidate]]:
    """(trail byte, character) of the likely characters with that lead byte."""
    return _indices()[0].get(lead, [])


def with_trail(trail: int) -> list[tuple[int, Candidate]]:
    """(lead byte, character) of the likely characters with that trail byte."""
    return _indices()[1].get(trail, [])


@cache
def lost_trail(lead: int) -> tuple[Candidate, ...]:
    """Characters with that lead byte whose trail byte could itself begin a pair."""
    return tuple(c for trail, c in with_lead(lead) if trail > gbk.EURO)


@cache
def lost_lead(trail: int) -> tuple[Candidate, ...]:
    """Characters with that trail byte."""
    return tuple(c for _, c in with_trail(trail))


@cache
def before_vanished(lead: int) -> dict[int, tuple[Candidate, ...]]:
    """By class of the vanished pair: characters whose trail byte began a pair that vanished."""
    groups: dict[int, list[Candidate]] = defaultdict(list)
    for trail, entry in with_lead(lead):
        if trail in gbk.VANISHING_CLASS:
            groups[gbk.VANISHING_CLASS[trail]].append(entry)
    return {gone: tuple(entries) for gone, entries in groups.items()}
