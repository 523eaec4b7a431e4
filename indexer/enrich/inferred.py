"""Dates that are worked out: 昨天, 3小时前 from the day of saving, 1月29日 from the year of the page's other dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from indexer.enrich.dates import DATE, DATE_RE, Dated, is_believable, make_date, numeral, read_date
from indexer.enrich.labelled import CLOCK, EVENT
from indexer.enrich.page_view import PageView
from mappings import fold

INFERRED = "inferred"  # the precision of a date whose day or year the page does not write
LONGEST = 90  # characters of a line of source and time
NEAREST = 14  # lines above the text
DATELINE = 70  # characters at the beginning of a text in which its dateline stands

_EDGE = r"(?:^|[\s|,，:：·•/>\-—(（\[【])"
_CLOSE = r"(?=$|[\s|,，·•/>\-—)）\]】]|来源|作者|编辑|发布|浏览|阅读|评论)"
_NUMBER = r"\d{1,2}|[一二两三四五六七八九十]{1,3}|半|an?"
_CLOCK_TIME = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_UNIT = r"秒钟?|分钟?|小时|钟头|天|日|seconds?|minutes?|mins?|hours?|days?"
_RELATIVE = re.compile(
    rf"{_EDGE}\s*(?:发布于|更新于|发表于)?\s*"
    rf"(?:(?P<day>今天|昨天|前天|yesterday|today)(?:\s*(?:上午|下午|晚上)?\s*{_CLOCK_TIME})?"
    rf"|(?P<now>刚刚|刚才|just now)|(?P<n>{_NUMBER})\s*个?\s*(?P<unit>{_UNIT})\s*(?:之?前|ago)){_CLOSE}",
    re.IGNORECASE,
)
_DAYS = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
_SECONDS = {"秒": 1, "s": 1, "分": 60, "m": 60, "小": 3600, "钟": 3600, "h": 3600, "天": 86400, "日": 86400, "d": 86400}
NOON = 12  # hours: where the time of saving is unknown, what is longer ago was rather the day before

_PROSE = re.compile(r"[。！？；]")
_LABEL = (
    r"(?:(?:发布|发表|发稿|刊发|信息|文章|稿件|录入|添加|创建|上传)\s*(?:时间|日期)|发布于|发表于"
    r"|(?<![\u3400-\u9fff])(?:时\s*间|日\s*期))\s*[:：]?\s*[\[【(（]?\s*"
)
_MONTH_DAY = r"(?<![\d年/.\-])(?P<m>\d{1,2})\s*(?:[-/]|月)\s*(?P<d>\d{1,2})(?!\d)(?!\s*[-/.%年人个家项]\s?)\s?[日号]?"
_OTHER_MONTH_DAY = _MONTH_DAY.replace("<m>", "<m2>").replace("<d>", "<d2>")
_LINE_DAY = re.compile(rf"{_LABEL}{_MONTH_DAY}|{_EDGE}\s*{_OTHER_MONTH_DAY}\s+{_CLOCK_TIME}{_CLOSE}")
_DATELINE = re.compile(
    r"(?:社|网|报|台|客户端|中心|讯|电|发布|记者)[^。，；\d]{0,12}?(?P<m>\d{1,2})月(?P<d>\d{1,2})日\s*"
    r"(?:电|讯|消息|报道|[(（](?:记者|通讯员))"
)
_FULL_DATELINE = re.compile(
    rf"(?:[社网报台]|客户端|本报)[^。，；\d]{{0,12}}?(?P<date>{DATE})\s*(?:电|讯|消息|[(（](?:记者|通讯员))"
)
# A press release: (香港,2025年9月17日) —.
_RELEASED = re.compile(
    rf"^\W{{0,3}}[\u4e00-\u9fff]{{2,8}}\s?[,，、]\s?(?P<date>{DATE})\s?[)）]?\s*(?:[—–-]{{1,2}}|[/／]|讯)"
)
_CJK_DAY = r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日"
_SIGNED_DAY = re.compile(rf"(?:^|[局厅部委会府办院室处司社团校区县市组])\s*{_CJK_DAY}\s*$")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年\s*\d{1,2}\s*月")
_OTHER_YEAR = re.compile(r"(?<![\d到至—–-])((?:19|20)\d\d)(?=\s*年(?!\s*\d{1,2}\s*月)(?!底|末|前|以前|代)|[〕\]】）])")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])/")


def relative_dates(view: PageView) -> Iterator[Dated]:
    """昨天 09:12, 3天前, 5小时前, 刚刚 in a line of source and time. Without the day of saving they say nothing."""
    if view.saved is None:
        return
    for line, where in (*_short_lines(view), (fold(view.page.hints.published or ""), "input")):
        match = None if _PROSE.search(line) else _RELATIVE.search(line)
        if match:
            date, precision = _counted_back(match, view.saved, view.saved_to_the_hour)
            yield Dated(date, precision, f"{match[0].strip()} + {view.saved_words}", where, "relative date")


def lines_without_year(view: PageView) -> Iterator[Dated]:
    """A line of source and time with month and day alone: 发布时间：01-29, 1月29日 09:12."""
    for line, where in _short_lines(view):
        if _PROSE.search(line) or EVENT.search(line) or DATE_RE.search(line):
            continue
        if match := _LINE_DAY.search(line):
            month, day = int(match["m"] or match["m2"]), int(match["d"] or match["d2"])
            yield from _with_year(view, (month, day), match[0].strip(), where, saved=True)


def datelines(view: PageView) -> Iterator[Dated]:
    """新华社北京1月29日电 at the beginning of the text, with its year or without; a signature without its year."""
    start = view.page.key[:DATELINE]
    if (match := _FULL_DATELINE.search(start) or _RELEASED.search(start)) and (read := view.read(match["date"])):
        yield Dated(read.date, "day", match[0], "body", "dateline")
    if match := _DATELINE.search(start):
        yield from _with_year(view, (int(match["m"]), int(match["d"])), match[0], "body")
    last = view.page.key.rstrip().rpartition("\n")[2].strip()
    if len(last) < LONGEST and not _PROSE.search(last) and (match := _SIGNED_DAY.search(last)):
        yield from _with_year(view, (numeral(match["m"]), numeral(match["d"])), last, "body")


def _short_lines(view: PageView) -> Iterator[tuple[str, str]]:
    """Lines above the text; below it, comments and other pages tell their times."""
    for lines, where in ((view.head[::-1][:NEAREST], "head"), (view.lead[::-1] or view.first[:2], "body")):
        yield from ((line, where) for line in lines if len(line) <= LONGEST and not CLOCK.search(line))


def _counted_back(match: re.Match[str], saved: dt.datetime, timed: bool) -> tuple[dt.date, str]:
    """The day, and whether it is certain: 昨天 is; 5小时前 is where the time of saving leaves no other day."""
    if match["day"]:
        return saved.date() - dt.timedelta(days=_DAYS[match["day"].lower()]), "day"
    seconds = 0 if match["now"] else _SECONDS[match["unit"][0].lower()]
    count = 0.0 if match["now"] else _count(match["n"])
    if seconds == _SECONDS["天"]:
        return saved.date() - dt.timedelta(days=int(count)), INFERRED
    if not timed:
        return saved.date() - dt.timedelta(days=int(count * seconds > NOON * 3600)), INFERRED
    latest = saved - dt.timedelta(seconds=count * seconds)
    earliest = latest - dt.timedelta(seconds=max(seconds, 60))
    return latest.date(), "day" if earliest.date() == latest.date() else INFERRED


def _count(number: str) -> float:
    if number == "半":
        return 0.5
    return 1 if number.lower() in ("a", "an") else numeral(number.replace("两", "二"))


def _with_year(
    view: PageView,
    month_day: tuple[int, int],
    text: str,
    where: str,
    *,
    saved: bool = False,
) -> Iterator[Dated]:
    """The day with the one year that all dates of the page have, or with the year of saving for a line of time."""
    years, latest, words = _years(view)
    if len(years) > 1:
        return
    year = next(iter(years), None)
    if year is None and saved and view.saved:
        year, words = _last_year_with(month_day, view.last), view.saved_words
    date = make_date(year, *month_day) if year else None
    # A page that mentions a later day, or speaks of a later year, is not of this year.
    if not date or not is_believable(date, view.last) or (latest and date < latest):
        return
    later = (int(y) for y in _OTHER_YEAR.findall(f"{view.page.title_key}\n{view.page.key}"))
    if not any(date.year < y <= view.last.year for y in later):
        yield Dated(date, INFERRED, f"{text} + {words}", where, "year from the page's other dates")


def _years(view: PageView) -> tuple[set[int], dt.date | None, str]:
    """The years of the page's own dates, the latest of these days, and the words of one of them."""
    text = "\n".join(
        [view.page.title_key, view.page.key, *(line for line in view.head + view.foot if not CLOCK.search(line))]
    )
    days = [(read.date, m[0]) for m in DATE_RE.finditer(text) if (read := read_date(m[0], view.last))]
    years = {date.year for date, _ in days} | {int(m[1]) for m in _YEAR_MONTH.finditer(text)}
    words = max(days, default=(None, ""))[1] or next((m[0] for m in _YEAR_MONTH.finditer(text)), "")
    if address := _ADDRESS_MONTH.search(view.page.url or ""):
        return years | {int(address[1])}, None, address[0]
    return years, max((date for date, _ in days), default=None), words


def _last_year_with(month_day: tuple[int, int], last: dt.date) -> int:
    return last.year if month_day <= (last.month, last.day) else last.year - 1
