"""How Chinese is read aloud: syllables without tones, initials, and the common characters of a syllable."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from pypinyin import lazy_pinyin

# The first level of GB 2312-80: the 3,755 characters in common use.
_ROWS, _CELLS = range(0xB0, 0xD8), range(0xA1, 0xFF)
_RUN = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff]+)|[a-z0-9]+")


@lru_cache(maxsize=20_000)
def syllables(text: str) -> tuple[str, ...]:
    """The syllables of a text without tones; runs of letters and digits in lower case, marks left out."""
    runs = _RUN.finditer(text.lower())
    return tuple(s for run in runs for s in (lazy_pinyin(run[1]) if run[1] else [run[0]]))


@lru_cache(maxsize=20_000)
def initials(text: str) -> str:
    """The first letter of each syllable, szsc for 三抓三促; runs of letters and digits stay whole."""
    runs = _RUN.finditer(text.lower())
    return "".join("".join(s[0] for s in lazy_pinyin(run[1])) if run[1] else run[0] for run in runs)


def homophones(character: str) -> frozenset[str]:
    """The common characters that are read as this one is, whatever the tone; itself left out."""
    return frozenset(_by_syllable().get("".join(syllables(character)), ())) - {character}


@cache
def _by_syllable() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for character in _common_characters():
        found[lazy_pinyin(character)[0]].add(character)
    return found


def _common_characters() -> str:
    codes = (bytes((row, cell)) for row in _ROWS for cell in _CELLS)
    return "".join(code.decode("gb2312", "ignore") for code in codes)  # the last five cells are empty
