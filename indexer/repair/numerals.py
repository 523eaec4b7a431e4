"""Numbers in a shifted run: a character of 十一 or 二十 may have vanished whole, and no words tell 一家 from 十一家."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.repair.path import Ending

_DIGITS = "一二三四五六七八九"
_NUMBER = re.compile("[一二三四五六七八九十]+")


def other_numbers(ending: Ending, left: int) -> Iterator[Ending]:
    """The ending with each of its numbers made longer by a ten or a digit.

    `left` is how much of its text stands in front of the run. Whether such an ending explains what the page shows as
    well is for the caller to see.
    """
    truth, simple = ending.path.truth, ending.path.simple
    for match in _NUMBER.finditer(truth):
        for at, char in _longer(match):
            longer = truth[:at] + char + truth[at:]
            plain = simple[: left + at] + char + simple[left + at :]
            yield ending._replace(path=ending.path._replace(truth=longer, simple=plain))


def _longer(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Where a character may have stood beside a number, and which."""
    number, start, end = match[0], match.start(), match.end()
    if "十" not in number:
        yield start, "十"
        return
    if number[0] == "十":
        yield from ((start, digit) for digit in _DIGITS[1:])
    if number[-1] == "十":
        yield from ((end, digit) for digit in _DIGITS)
