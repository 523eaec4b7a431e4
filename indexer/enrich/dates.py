"""Reading a date: numbers, CJK numerals, compact forms; and refusing what cannot be a date of publication."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

EARLIEST = 1949  # no page is older; documents of the People's Republic begin here
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "Ｏ": "0",
    "O": "0",
    "0": "0",  # a full-width zero, folded
    "０": "0",
}

DATE = (
    r"(?P<y>(?:19|20)\d{2})(?:\s*[-－年/.．—]\s*|\s+(?=\d{1,2}[-/]\d))(?P<m>\d{1,2})\s*[-－月/.．—]\s*(?P<d>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<rm>\d{1,2})[-/](?P<rd>\d{1,2})\s+(?P<ry>(?:19|20)\d{2})(?!\d)"
    r"|(?P<cy>[〇○零一二三四五六七八九OＯ0]{4})年(?P<cm>[一二三四五六七八九十]{1,3})月(?P<cd>[一二三四五六七八九十]{1,3})日"
    r"|(?P<ky>(?:19|20)\d{2})(?P<km>0[1-9]|1[0-2])(?P<kd>0[1-9]|[12]\d|3[01])(?!\d)"
)
MONTH = r"(?P<my>(?:19|20)\d{2})\s*[-年/.]\s*(?P<mm>\d{1,2})\s*(?:月|$)"
DATE_RE = re.compile(DATE)
MONTH_RE = re.compile(MONTH)
YEAR_RE = re.compile(r"^\s*(?P<yy>(?:19|20)\d{2})\s*年?\s*$")


@dataclass(frozen=True)
class DateRead:
    """A date and its precision (day, month, year), with the place in the text it was read from."""

    date: dt.date
    precision: str
    start: int
    end: int


def read_date(text: str, today: dt.date) -> DateRead | None:
    """The first believable date of a text, or None. Future dates and the computer's year zero are refused."""
    for match in DATE_RE.finditer(text):
        if (date := _day(match)) and is_believable(date, today):
            return DateRead(date, "day", *match.span())
    month = MONTH_RE.search(text)
    if month and (date := _date(int(month["my"]), int(month["mm"]), 1)) and is_believable(date, today):
        return DateRead(date, "month", *month.span())
    year = YEAR_RE.match(text)
    if year and EARLIEST <= int(year["yy"]) <= today.year:
        return DateRead(dt.date(int(year["yy"]), 1, 1), "year", *year.span())
    return None


def is_believable(date: dt.date, today: dt.date) -> bool:
    """Not in the future (a day of grace for time zones), not before the earliest page, not 1970-01-01."""
    return date.year >= EARLIEST and date <= today + dt.timedelta(days=1) and date != dt.date(1970, 1, 1)


def _day(match: re.Match[str]) -> dt.date | None:
    for y, m, d in (("y", "m", "d"), ("ky", "km", "kd"), ("ry", "rm", "rd")):
        if match[y]:
            return _date(int(match[y]), int(match[m]), int(match[d]))
    numerals = int("".join(_DIGITS[c] for c in match["cy"]))
    return _date(numerals, _tens(match["cm"]), _tens(match["cd"]))


def _tens(numeral: str) -> int:
    """十 = 10, 十二 = 12, 二十一 = 21, 三十 = 30."""
    before, ten, after = numeral.rpartition("十")
    if not ten:
        return int(_DIGITS[numeral]) if len(numeral) == 1 else 0
    return (int(_DIGITS.get(before, "0")) if before else 1) * 10 + (int(_DIGITS.get(after, "0")) if after else 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
