"""Reading a date: numbers, CJK numerals, English, compact forms, the Republic's calendar; and refusing what cannot be.

Texts are read folded (`mappings.fold`): full-width digits are ASCII, 發佈 is 发布. Offsets are those of the text given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mappings import fold

EARLIEST = 1949  # no page is older; documents of the People's Republic begin here
CHINA = dt.timezone(dt.timedelta(hours=8))
ROC_OFFSET = 1911  # year 1 of the Republic's calendar is 1912
_NO_DATE = (dt.date(1969, 12, 31), dt.date(1970, 1, 1), dt.date(1970, 1, 2))  # zero of computers, in any time zone

_ZERO = "〇○◯零O0оОΟo"  # what stands for 〇 in CJK years: letters and marks that look like it
_DIGITS = dict.fromkeys(_ZERO, 0) | {c: i for i, c in enumerate("一二三四五六七八九", 1)}
_DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)} | {str(i): i for i in range(10)}
_CJK_DIGIT = f"[{_ZERO}一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_CJK_YEAR = rf"(?:[一壹]\s?[九玖]|[二贰]\s?[{_ZERO}])(?:\s?{_CJK_DIGIT}){{2}}"
_CJK_MARK = rf"{_ZERO}一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
_CJK_SMALL = rf"[{_CJK_MARK}廿卅元正](?:\s?[{_CJK_MARK}]){{0,3}}"
_YEAR = r"(?:19|20)\d{2}"
_MARK = r"[-－–—/.．·_]"
_MONTH_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAMED_MONTH = rf"(?P<b>{_MONTH_NAMES})[a-z]{{0,6}}\.?"
_NOT_COUNTED = r"(?!\s*[月万亿千百%个家项名人])"  # 2023年5-6月; 2023年9月5家企业

# One form a line. Groups: year y, month m, day d in digits or CJK numerals; month name b; Republic's year r; and, where
# the order of month and day has to be found out, first p and second q.
_FORMS = (
    rf"(?<!\d)(?P<y>{_YEAR})(?:\s*(?:{_MARK}|年)\s*|\s+(?=\d{{1,2}}\s*[-/月]))(?P<m>\d{{1,2}})\s*(?:{_MARK}|月)\s*"
    rf"(?P<d>\d\d(?=\d{{1,2}}[:：]\d)|\d{{1,2}}(?!\d){_NOT_COUNTED})(?:\s?[日号])?+",
    rf"(?P<y>{_CJK_YEAR}|(?<!\d){_YEAR})\s*年\s*(?P<m>{_CJK_SMALL}|\d{{1,2}})\s*月\s*"
    rf"(?P<d>{_CJK_SMALL}|\d{{1,2}})\s*[日号]",
    rf"(?<!\d)(?P<y>{_YEAR})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:[T ]?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)",
    rf"(?i:\b{_NAMED_MONTH}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,?\s+)?"
    rf"(?:\d\d:\d\d(?::\d\d)?\s+(?:[a-z]{{2,5}}\s+)?)?(?P<y>{_YEAR}))(?!\d)",
    rf"(?i:(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_NAMED_MONTH},?[\s-]+(?P<y>{_YEAR}))(?!\d)",
    rf"(?<![\d.])(?P<p>\d{{1,2}})(?P<s>[-/.])(?P<q>\d{{1,2}})(?:(?P=s)|\s+)(?P<y>{_YEAR})(?!\d)",
    rf"(?:中华)?民国\s*(?P<r>\d{{2,3}}|[{_ZERO}一二三四五六七八九十百]{{2,5}})\s*年\s*"
    rf"(?P<m>{_CJK_SMALL}|\d{{1,2}})\s*月\s*(?P<d>{_CJK_SMALL}|\d{{1,2}})\s*日",
)
# Without the Republic's name, where the page is known to count by it: 113-05-20, 113/5/20, 113年5月20日.
_ROC_FORM = r"(?<![\d./-])(?P<r>\d{2,3})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?![\d./-])(?:\s?日)?+"
_MONTH_FORMS = (
    rf"(?<!\d)(?P<y>{_YEAR})\s*[-年/.]\s*(?P<m>\d{{1,2}})\s*(?:月(?!\s*[\d初])|$)",
    rf"(?P<y>{_CJK_YEAR}|(?<!\d){_YEAR})\s*年\s*(?P<m>{_CJK_SMALL})\s*月(?!\s*(?:初|{_CJK_SMALL}\s*[日号]))",
    rf"(?i:\b{_NAMED_MONTH},?\s+(?P<y>{_YEAR}))(?!\d)",
)
_GROUPS = re.compile(r"\(\?P<s>([^)]*)\)|\(\?P=s\)|\?P<\w+>")


def _plain(pattern: str) -> str:
    """The pattern without names of groups, to be put into other patterns any number of times."""
    return _GROUPS.sub(lambda m: f"({'?:' + m[1]})" if m[1] else r"[-/.]" if m[0] == "(?P=s)" else "?:", pattern)


DATE = "(?:" + "|".join(map(_plain, _FORMS)) + ")"  # a date with its day, in any form; for use inside other patterns
MONTH = (
    "(?:" + "|".join(map(_plain, _MONTH_FORMS[1:])) + rf"|(?<!\d){_YEAR}\s*年\s*\d{{1,2}}\s*月(?!\s*\d))"
)  # 2023年9月
TIME = (  # what may follow a date: the weekday, the time of day
    r"(?:\s*(?:(?:星期|周|礼拜)[一二三四五六日天]|[(（](?:星期|周|礼拜)?[一二三四五六日天][)）]))?"
    r"(?:[\sT,]*(?:上午|下午|中午|晚上|晚间|凌晨|早上)?\s*\d{1,2}\s*[:：时点]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}(?:\.\d+)?)?(?:\s*[分秒])?"
    r"(?:\s?[AP]M\b|\s?Z\b|\s?[+-]\d\d:?\d\d)?)?"
)
ROC_DATE = _plain(_ROC_FORM)  # only on pages that count by the Republic's calendar
DATE_RE = re.compile(DATE)
# The forms of Chinese running text, and how they begin: a class of characters is quickly found, and looks back then.
TEXT_DATE_RE = re.compile("|".join(_plain(_FORMS[i]).replace(r"(?<!\d)", "", 1) for i in (0, 1, 6)))
_TEXT_DATE_BEGINS = re.compile(
    rf"[12一壹二贰中民](?:(?<=1)9\d|(?<=2)0\d|(?<=[一壹])\s?[九玖]|(?<=[二贰])\s?[{_ZERO}]|(?<=中)华民国|(?<=民)国)"
)
_READERS = tuple(map(re.compile, _FORMS))
_ROC_READER = re.compile(_ROC_FORM)
_MONTH_READERS = tuple(map(re.compile, _MONTH_FORMS))
_YEAR_READER = re.compile(rf"\s*({_CJK_YEAR}|{_YEAR})\s*年?\s*")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")


@dataclass(frozen=True)
class Dated:
    """A date that a rule found for the page, the words and the place it was read from, and the name of the rule."""

    date: dt.date
    precision: str
    text: str
    where: str
    rule: str


@dataclass(frozen=True)
class DateRead:
    """A date and its precision (day, month, year), with the place in the text it was read from."""

    date: dt.date
    precision: str
    start: int
    end: int


def text_dates(text: str) -> Iterator[re.Match[str]]:
    """The dates in running text that give year, month and day, one after the other, as matches of `TEXT_DATE_RE`."""
    begins = _TEXT_DATE_BEGINS.search(text)
    while begins:
        match = TEXT_DATE_RE.match(text, begins.start())
        if match:
            yield match
        begins = _TEXT_DATE_BEGINS.search(text, match.end() if match else begins.start() + 1)


def read_date(text: str, today: dt.date, *, roc: bool = False) -> DateRead | None:
    """The first believable date of a text, or None. Future dates and the computer's year zero are refused.

    A month counts when there is no day, a year when the text is nothing else. `roc`: the page counts years by the
    Republic's calendar, so that 113-05-20 is a date.
    """
    if not text:
        return None
    key = fold(text)
    return (
        next(read_dates(key, today, roc=roc), None)
        or next(_months(key, today), None)
        or _year(key, today)
        or _epoch(key, today)
    )


def read_dates(key: str, today: dt.date, *, roc: bool = False) -> Iterator[DateRead]:
    """Every believable date with a day in a folded text, in the order of the text."""
    found = [(m.span(), m[0]) for m in DATE_RE.finditer(key)]
    if roc:
        found = sorted(found + [(m.span(), m[0]) for m in _ROC_READER.finditer(key)])
    end = 0
    for (start, stop), part in found:
        date = _day(part, roc) if start >= end else None
        if date and is_believable(date, today):
            end = stop
            yield DateRead(date, "day", start, stop)


def is_believable(date: dt.date, today: dt.date) -> bool:
    """Not in the future (a day of grace for time zones), not before the earliest page, not 1970-01-01."""
    return date.year >= EARLIEST and date <= today + dt.timedelta(days=1) and date not in _NO_DATE


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def numeral(text: str) -> int:
    """The number that digits or CJK numerals write (二〇二三, 十二, 廿五, 元 of 元月, 一百一十三); 0 for none."""
    marks = text.replace(" ", "").replace("拾", "十")
    if marks in ("元", "正"):
        return 1
    if not set(marks) & set("十百廿卅"):
        return int("".join(str(_DIGITS[c]) for c in marks)) if marks and all(c in _DIGITS for c in marks) else 0
    marks = marks.replace("廿", "二十").replace("卅", "三十")
    hundreds, hundred, rest = marks.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    if any(len(part) > 1 + (part[:1] in _ZERO) for part in (hundreds, tens, ones) if part):
        return 0
    value = (_digit(hundreds) or 1) * 100 if hundred else 0
    return value + ((_digit(tens) or 1) * 10 if ten else 0) + _digit(ones)


def _digit(mark: str) -> int:
    return _DIGITS.get(mark[-1:], 0)


def _day(part: str, roc: bool) -> dt.date | None:
    """The date that a part of a text writes, which matched one of the forms."""
    for reader in (*_READERS, *((_ROC_READER,) if roc else ())):
        if match := reader.fullmatch(part):
            return _date_of(match)
    return None


def _date_of(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    if groups.get("p"):
        return _in_some_order(match)
    year = numeral(groups["y"]) if "y" in groups else numeral(groups["r"]) + ROC_OFFSET
    return make_date(year, _month_of(groups), numeral(groups["d"])) if "y" in groups or year > EARLIEST else None


def _month_of(groups: dict[str, str | None]) -> int:
    if name := groups.get("b"):
        return _MONTH_NAMES.split("|").index(name.lower()) + 1
    return numeral(groups["m"] or "")


def _in_some_order(match: re.Match[str]) -> dt.date | None:
    """05-23 2023 begins with the month, 23.5.2023 with the day; 05/06/2023 can be either and is none."""
    first, second, year = int(match["p"]), int(match["q"]), int(match["y"])
    spaced = not match[0].endswith(match["s"] + match["y"])
    if spaced or second > 12 or first == second:
        return make_date(year, first, second)
    return make_date(year, second, first) if first > 12 or match["s"] == "." else None


def _months(key: str, today: dt.date) -> Iterator[DateRead]:
    for reader in _MONTH_READERS:
        for match in reader.finditer(key):
            date = make_date(numeral(match["y"]), _month_of(match.groupdict()), 1)
            if date and is_believable(date, today):
                yield DateRead(date, "month", *match.span())


def _year(key: str, today: dt.date) -> DateRead | None:
    match = _YEAR_READER.fullmatch(key)
    if match and EARLIEST <= numeral(match[1]) <= today.year:
        return DateRead(dt.date(numeral(match[1]), 1, 1), "year", *match.span())
    return None


def _epoch(key: str, today: dt.date) -> DateRead | None:
    """Seconds or milliseconds since 1970, as scripts and data bases write them; the day is China's."""
    match = _EPOCH.fullmatch(key)
    date = dt.datetime.fromtimestamp(int(match[1]), CHINA).date() if match else None
    return DateRead(date, "day", 0, len(key)) if date and is_believable(date, today) else None
