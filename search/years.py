"""Years as people write them: 2023, 2020-2023, 2020至2023年, from 2020 on (2020-), up to 2023 (-2023)."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST_YEAR = 1000
LAST_YEAR = 9999

_YEARS = re.compile(
    r"(?P<low>\d{4})?\s*年?\s*(?:(?P<range>-|－|–|—{1,2}|~|～|至|到|\.\.)\s*(?:(?P<high>\d{4})\s*年?)?)?", re.ASCII
)


@dataclass(frozen=True)
class Years:
    """Years from `low` to `high`, both included; None leaves that end open."""

    low: int | None
    high: int | None

    def __str__(self) -> str:
        if self.low == self.high:
            return str(self.low)
        return f"{self.low or ''}-{self.high or ''}"


def read_years(text: str) -> Years | None:
    """The years a text names, ends in order; None when it is not a year or a range of years."""
    match = _YEARS.fullmatch(fold_digits(text.strip()))
    if match is None:
        return None
    low, high = match["low"], match["high"]
    if low is None and high is None:
        return None
    if match["range"] is None:
        high = low
    numbers = [int(y) if y else None for y in (low, high)]
    if any(n is not None and not FIRST_YEAR <= n <= LAST_YEAR for n in numbers):
        return None
    first, last = numbers
    return Years(last, first) if first is not None and last is not None and first > last else Years(first, last)


def fold_digits(text: str) -> str:
    """Full-width digits as ASCII."""
    return text.translate(_DIGITS)


_DIGITS = {c: c - 0xFEE0 for c in range(0xFF10, 0xFF1A)}
