"""Dates as people write them: 2023, 2023-09, 2023年9月5日, 2023-09..2023-12, from one on (2023-09..), up to one."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from search.years import FIRST_YEAR, fold_digits

_WHOLE = re.compile(r"(\d{4})(?:年|[-./年](\d{1,2})(?:月|[-./月](\d{1,2})日?)?)?", re.ASCII)
_BETWEEN = re.compile(r"\.{2,}|…|~|～|至|到|–|—{1,2}")
# With plain hyphens it is a range only where no date is written so: 2020-2023, 2023-09-2023-12.
_HYPHENS = re.compile(r"(\d{4}(?:-\d{1,2}){0,2})-(\d{4}(?:-\d{1,2}){0,2})?|-(\d{4}(?:-\d{1,2}){0,2})", re.ASCII)


@dataclass(frozen=True)
class Dates:
    """From the first day to the last, both included; None leaves that end open. `text` is the canonical form."""

    low: dt.date | None
    high: dt.date | None
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class _Part:
    low: dt.date
    high: dt.date
    text: str


def read_dates(text: str) -> Dates | None:
    """The dates a text names, ends in order; None when it is not a date or a range of dates."""
    ends = _ends(re.sub(r"\s+", "", fold_digits(text)).replace("－", "-"))
    if ends is None or ends == ("", ""):
        return None
    parts = [_read(end) for end in ends]
    if any(part is None and end for part, end in zip(parts, ends, strict=True)):
        return None
    low, high = parts
    if low and high and low.low > high.low:
        low, high = high, low
    if low == high and low is not None:
        return Dates(low.low, low.high, low.text)
    written = f"{low.text if low else ''}..{high.text if high else ''}"
    return Dates(low.low if low else None, high.high if high else None, written)


def read_date(text: str) -> Dates | None:
    """One date a text names: a year, a month or a day; None for anything else."""
    part = _read(re.sub(r"\s+", "", fold_digits(text)).replace("－", "-"))
    return None if part is None else Dates(part.low, part.high, part.text)


def in_order(first: str, last: str) -> tuple[str, str]:
    """The two ends of a range, the earlier one first; an end may be open or no date at all."""
    low, high = read_date(first), read_date(last)
    if low and high and low.low and high.high and low.low > high.high:
        return last, first
    return first, last


def _ends(text: str) -> tuple[str, str] | None:
    """The two ends as they are written; a single date is both."""
    if _WHOLE.fullmatch(text):
        return text, text
    hyphens = _HYPHENS.fullmatch(text)
    if hyphens:
        return hyphens[1] or "", hyphens[2] or hyphens[3] or ""
    pieces = _BETWEEN.split(text)
    return (pieces[0], pieces[1]) if len(pieces) == 2 else None


def _read(text: str) -> _Part | None:
    match = _WHOLE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(number) if number else None for number in match.groups())
    if year is None or not FIRST_YEAR <= year < dt.MAXYEAR or month == 0 or (month or 1) > 12 or day == 0:
        return None
    if month is None:
        return _Part(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year}")
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return _Part(dt.date(year, month, 1), dt.date(year, month, last), f"{year}-{month:02}")
    if day > last:
        return None
    date = dt.date(year, month, day)
    return _Part(date, date, date.isoformat())
