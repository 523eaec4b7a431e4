"""How often strings of up to three characters occur in Chinese television news: what follows what, across words too."""

from __future__ import annotations

import lzma
import math
import re
from functools import cache, lru_cache
from pathlib import Path

# Counted by scripts/count_strings.py. Each line is a context of no, one or two characters, its count, and the
# characters behind it in groups of one count each.
COUNTS = Path(__file__).with_name("strings.xz")
LEVELS, EXACT, STEPS = 0x100, 8, 4  # a count is chr(LEVELS + count) up to EXACT, then there are STEPS to an octave
DISCOUNT = 0.75  # taken off every count, for what was never seen
NUMBER, LATIN, EDGE = "0", "a", " "  # what stands in the table for a number, a Latin word, the edge of a paragraph
CONTEXTS_KEPT = 20_000
LOOKED_AT = 400  # characters of a text that tell how like news it is
RARE = 1e-4  # probability of a character that stands nowhere behind the one before it
_LINE = re.compile("^([^\u0100-\u017f\n]*)(.+)$", re.MULTILINE)
_GROUP = re.compile("([\u0100-\u017f])([^\u0100-\u017f]+)")
Behind = tuple[dict[str, float], float]  # P(character | context) less a discount, and what is left for all others
BackedOff = tuple[dict[str, float], float, dict[str, float], float]  # behind one character, and behind two
_UNSEEN: Behind = ({}, 1.0)


@cache
def _lines() -> dict[str, str]:
    return dict(_LINE.findall(lzma.decompress(COUNTS.read_bytes()).decode("utf-8")))


def _count(level: str) -> float:
    number = ord(level) - LEVELS
    return number if number <= EXACT else EXACT * 2 ** ((number - EXACT) / STEPS)


@lru_cache(maxsize=CONTEXTS_KEPT)
def behind(context: str) -> Behind:
    """What stands behind a context (as `contexts` has it): ({character: probability}, probability of all others)."""
    line = _lines().get(context)
    if line is None:
        return _UNSEEN
    total, found = _count(line[0]), dict[str, float]()
    for level, chars in _GROUP.findall(line, 1):
        found |= dict.fromkeys(chars, (_count(level) - DISCOUNT) / total)
    return found, max(1 - sum(found.values()), DISCOUNT / total)


def contexts(before: str) -> tuple[str, str]:
    """The last character and the last two as the table has them; "" for two where they are one thing there."""
    last = _form(before[-1:])
    if len(before) < 2 or last == EDGE or (last in (NUMBER, LATIN) and before[-2:].isascii()):
        return last, ""
    return last, _form(before[-2]) + last


def behind_text(before: str) -> BackedOff:
    """What stands behind a text, by its last character and by its last two."""
    last, both = contexts(before)
    return (*behind(last), *(behind(both) if both else _UNSEEN))


def chance(char: str, found: BackedOff, unseen: float) -> float:
    """P(character | text before): by three characters, else by two, else `unseen`, what it has where neither does."""
    two, left, three, rest = found
    return three.get(char, 0.0) + rest * (two.get(char, 0.0) + left * unseen)


def _form(char: str) -> str:
    if not char or char in "\n\u3000 ":
        return EDGE
    if char.isascii():
        return NUMBER if char.isdigit() else LATIN if char.isalpha() else char
    return NUMBER if "０" <= char <= "９" else char


def likeness(text: str) -> float:
    """The mean of log P(character | the two before it) over a text, unseen ones taken as RARE: how like news it is.

    Of a long text it is the mean of LOOKED_AT characters, taken all along it.
    """
    places = range(2, len(text), max(1, len(text) // LOOKED_AT))
    total = sum(math.log(chance(text[at], behind_text(text[at - 2 : at]), RARE)) for at in places)
    return total / max(1, len(places))
