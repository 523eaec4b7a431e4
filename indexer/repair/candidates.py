"""Which characters a byte may belong to, and how readily a traditional page has them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from indexer.repair import gbk
from indexer.repair.language import known
from indexer.repair.simplify import in_traditional_use, is_han, simple, traditional
from indexer.repair.vocabulary import MARKS

NOT_TRADITIONAL = -6.0  # a character that traditional text never has (东)
OTHER_FORM = -1.5  # a form that the usual conversion would not give (裡 for 里, or 里 for 裡)
IN_NO_WORD = -3.0
NOT_TEXT = -9.0  # box drawing, Greek, kana ...
WORTH_TRYING = -5.0


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


@cache
def _worth_trying() -> tuple[tuple[int, int, str], ...]:
    return tuple(p for p in gbk.all_pairs() if cost(p[2]) > WORTH_TRYING)


@cache
def by_lead() -> dict[int, tuple[tuple[int, str], ...]]:
    """Lead byte: ((trail byte, character), ...), likely characters only."""
    index: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for lead, trail, char in _worth_trying():
        index[lead].append((trail, char))
    return {k: tuple(v) for k, v in index.items()}


@cache
def by_trail() -> dict[int, tuple[tuple[int, str], ...]]:
    """Trail byte: ((lead byte, character), ...), likely characters only."""
    index: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for lead, trail, char in _worth_trying():
        index[trail].append((lead, char))
    return {k: tuple(v) for k, v in index.items()}


@cache
def after_vanished(gone_lead: int, trail: int) -> tuple[str, ...]:
    """Characters (x, trail) whose lead byte x was the second byte of a vanished pair that began with `gone_lead`."""
    gone = gbk.VANISHING[gone_lead]
    return tuple(char for lead, char in by_trail().get(trail, ()) if lead in gone)


@cache
def between_vanished(first_gone: int, second_gone: int) -> tuple[str, ...]:
    """Characters between two vanished pairs: trail byte `second_gone`, lead byte lost with the first pair."""
    return after_vanished(first_gone, second_gone)
