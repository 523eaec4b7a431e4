"""Numbered headings: what a page has counted up to tells a lost numeral (第三十二条 comes before 第三十三条)."""

from __future__ import annotations

import re

from indexer.repair.vocabulary import NUMERALS

UNKNOWN = "⟨?⟩"  # stands in mended text for what cannot be known
NEXT = 3.0  # bonus for the number that comes next
REPEATED_OR_SKIPPED = -1.0  # for another number of the same series
BACKWARDS = -3.0
_POINT = re.compile(r"(?<![\d.])(\d{1,2})[.．、](?!\d)")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_SERIES = re.compile(rf"第({_NUMERAL})([条章节])|（({_NUMERAL})）")
_POINT_OR_HEADING = re.compile(rf"{_POINT.pattern}|第{_NUMERAL}[条章节]|（{_NUMERAL}）|(?<![一-龥]){_NUMERAL}、")
_BRACKET_OR_HEADING = re.compile(
    rf"（(\d{{1,2}})[)）]|第{_NUMERAL}[条章节]|（{_NUMERAL}）|(?<![\d.])\d{{1,2}}[.．、](?!\d)"
)
_LOST_IN_BRACKET = re.compile(r"(\d?)[)）]")
_LOST_DIGIT = re.compile(r"(\d?)[.．、](?!\d)")
_VALUE = {numeral: number for number, numeral in enumerate(NUMERALS, start=1)}


class Numbering:
    """The last number of each series in the text mended so far."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._point: int | None = 0
        self._bracket: int | None = 0

    def read(self, text: str) -> None:
        """Go on counting with a piece of simplified text."""
        for series, number in _numbers(text):
            self._last[series] = number
        if UNKNOWN in text:  # it may have been a number
            self._point = self._bracket = None
        for match in _BRACKET_OR_HEADING.finditer(text):
            self._bracket = int(match[1]) if match[1] else 0
        for match in _POINT_OR_HEADING.finditer(text):
            self._point = int(match[1]) if match[1] else 0

    def lost_digit(self, before: str, behind: str) -> str | None:
        """The digit lost between two texts, where that makes the next of 1. 2. 3. or (1) (2) (3)."""
        in_bracket = before.endswith("（")
        last = self._bracket if in_bracket else self._point
        if before.rstrip("（\u3000").endswith("："):
            last = 0  # a list begins
        if last is None:
            return None
        number = str(last + 1)
        match = (_LOST_IN_BRACKET if in_bracket else _LOST_DIGIT).match(behind)
        return number[0] if match and match[1] == number[1:] else None

    def next_heading(self) -> str | None:
        """（十三） behind （十二）; None where no such series was begun or it is too long."""
        last = self._last.get("（")
        return f"（{NUMERALS[last]}）" if last and last < len(NUMERALS) else None

    def fit(self, text: str) -> float:
        """How well the headings in a candidate go on: bonus or penalty."""
        if "（" not in text and "第" not in text:
            return 0.0
        value, last = 0.0, dict(self._last)
        for series, number in _numbers(text):
            if series in last:
                value += _step(last[series], number)
            last[series] = number
        return value


def _step(last: int, number: int) -> float:
    if number == last + 1:
        return NEXT
    if number == 1:
        return 0.0  # another list begins
    return REPEATED_OR_SKIPPED if number >= last else BACKWARDS


def _numbers(text: str) -> list[tuple[str, int]]:
    found = ((m[2] or "（", _VALUE.get(m[1] or m[3])) for m in _SERIES.finditer(text))
    return [(series, number) for series, number in found if number]
