"""A kind of line that is not text: how it is told, and where on a page it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.clean.line import once
from indexer.clean.needed import needed

PROSE_START = 10  # within which a pattern must match to make prose chrome: further on, the words are part of a sentence


@dataclass(frozen=True)
class Chrome:
    """One kind of line that is not text."""

    reason: str
    pattern: re.Pattern[str]
    zone: str = "any"
    longest: int = 80  # characters; a longer line is text that happens to hold the words
    end: bool = False

    @once
    def near(self) -> re.Pattern[str]:
        """The pattern, for `match`, where what it finds must begin within `PROSE_START` characters."""
        return re.compile(f"(?s:.{{0,{PROSE_START}}}?)(?:{self.pattern.pattern})", self.pattern.flags)


def chrome(reason: str, pattern: str, zone: str = "any", longest: int = 80, end: bool = False) -> Chrome:
    """One kind, its pattern given as text; case does not count."""
    return Chrome(reason, re.compile(pattern, re.IGNORECASE), zone, longest, end)


_ZONES = {"any": ("any",), "head": ("any", "head"), "tail": ("any", "tail"), "foot": ("any", "tail", "foot")}
_ZONES["edge"] = ("any", "head", "tail", "foot")


class Kinds:
    """All kinds in the order in which they are tried, and which of them a text can be at all.

    Sets of kinds are the bits of a number: one for each zone, each length, each character. A line of a menu is one of
    four or five kinds, if any: to search it for the pattern of every kind took a fifth of the time of a page.
    """

    def __init__(self, kinds: Sequence[Chrome]) -> None:
        self._kinds = kinds
        self._zones = {zone: _bits(kind.zone in zones for kind in kinds) for zone, zones in _ZONES.items()}
        longest = max(kind.longest for kind in kinds)
        self._lengths = [_bits(length <= kind.longest for kind in kinds) for length in range(longest + 1)]
        needs = [needed(kind.pattern) for kind in kinds]
        self._needless = _bits(need is None for need in needs)
        self._characters = _Characters(needs)
        self._held = lru_cache(maxsize=8192)(self._held_by)  # a line is asked about in several zones

    def possible(self, text: str, zone: str) -> Iterator[Chrome]:
        """The kinds that count in this zone, have lines so long, and whose pattern can match these characters."""
        kinds = self._zones[zone] & self._lengths[len(text)] if len(text) < len(self._lengths) else 0
        if not kinds:
            return
        kinds &= self._held(text)
        while kinds:
            first = kinds & -kinds
            yield self._kinds[first.bit_length() - 1]
            kinds ^= first

    def _held_by(self, text: str) -> int:
        """The kinds for which the text has the characters."""
        held = self._needless
        for character in set(text):
            held |= self._characters[character]
        return held


class _Characters(dict[str, int]):
    """Which kinds a character speaks for; worked out when it is first seen."""

    def __init__(self, needs: Sequence[re.Pattern[str] | None]) -> None:
        super().__init__()
        self._needs = needs

    def __missing__(self, character: str) -> int:
        self[character] = held = _bits(need is not None and need.match(character) is not None for need in self._needs)
        return held


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << i for i, flag in enumerate(flags) if flag)
