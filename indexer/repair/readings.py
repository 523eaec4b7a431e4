"""Pinyin as damaged pages write it behind a character, and which characters are read so."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from indexer.repair import gbk
from indexer.repair.simplify import is_traditional_form, simple

_VOWELS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
LETTERS = f"a-zɑɡüê{_VOWELS}"
ANNOTATION = re.compile(rf"\(([{LETTERS}]{{1,7}})\)")
LOST_READING = re.compile(rf"\?([{LETTERS}]{{1,7}})\)|�\(([{LETTERS}]{{1,7}})\)")
_TONED = frozenset(_VOWELS)
_LETTER_FORMS = str.maketrans("ɑɡ", "ag")


def normal(reading: str) -> str:
    """A reading in ordinary letters: pinyin charts print ɑ and ɡ."""
    return reading.translate(_LETTER_FORMS)


def has_tone(reading: str) -> bool:
    """Whether a reading carries a tone mark, which no English word does."""
    return not _TONED.isdisjoint(reading)


@cache
def _dictionary() -> dict[int, str]:
    """Code point: readings. Imported when a page first needs it: that takes 0.2 s, and most pages never do."""
    from pypinyin.constants import PINYIN_DICT

    return dict(PINYIN_DICT)


@cache
def readings(char: str) -> frozenset[str]:
    """All readings of a character, of its traditional and its simplified form alike."""
    found = (_dictionary().get(ord(c), "") for c in {char, simple(char)})
    return frozenset(r for one in found for r in one.split(",") if r)


def is_read(char: str, reading: str) -> bool:
    """Whether `reading` is truly a reading of `char`."""
    return normal(reading) in readings(char)


@cache
def _by_reading() -> dict[str, dict[int, tuple[tuple[int, str], ...]]]:
    index: dict[str, dict[int, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for lead, trail, char in gbk.all_pairs():
        if is_traditional_form(char):
            for reading in readings(char):
                index[reading][lead].append((trail, char))
    return {r: {lead: tuple(v) for lead, v in leads.items()} for r, leads in index.items()}


def traditional_read(reading: str) -> dict[int, tuple[tuple[int, str], ...]]:
    """The traditional characters read so: {lead byte: ((trail byte, character), ...)}; empty for no reading."""
    return _by_reading().get(normal(reading), {})
