"""When was the page published? Labelled evidence only: a date that the text merely mentions never counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import htmldate

from indexer.enrich.dates import DATE, DateRead, is_believable, read_date
from indexer.enrich.material import Material, around
from mappings import Evidence, fold

META_NAMES = (
    "pubdate", "publishdate", "publish_date", "publishtime", "publish_time", "publicationdate", "article:published_time",
    "og:published_time", "og:release_date", "datepublished", "dc.date", "dc.date.issued", "weibo:article:create_at",
    "firstpublishedtime", "createdate", "date",
)  # fmt: skip
_PUBLISHED_LABEL = r"(?:发布时间|发布日期|发表时间|发表日期|发稿时间|发表于|发布于|公开日期|公开时间|刊发日期|上传时间|录入时间|添加时间)"
_OTHER_LABEL = r"(?:更新时间|更新日期|发文日期|印发日期|成文日期|成文时间|生成日期|日\s*期|时\s*间)"
_BEFORE_DATE = (
    r"\s*[:：]?\s*\|?\s*[\[【(（]?\s*(?=" + re.sub(r"\?P<\w+>", "?:", DATE) + r"|(?:19|20)\d{2}年?\D?\d{1,2}月)"
)
_LABELLED = re.compile(_PUBLISHED_LABEL + _BEFORE_DATE)
_OTHER_LABELLED = re.compile(_OTHER_LABEL + _BEFORE_DATE)
_SOURCE_LINE = re.compile(r"来源|作者|编辑|浏览|点击|阅读|字号|字体|打印|分享|发布|记者|网|报|社|\d{1,2}:\d{2}")
_EVENT_LABEL = re.compile(
    r"(?:会议|活动|考试|报名|开标|截止|成交|施工|举办|招聘|公示|面试|培训|投标|起止)\s*(?:日期|时间)"
)
# Dates in addresses of articles: /2023/09/05/, /2023-09/05/, t20230905_123.html, /20230905/123.html (the last folder only:
# dated folders further up hold templates and uploads).
_URL_DATES = (
    re.compile(r"/(?P<y>(?:19|20)\d{2})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?=/|_|\b)"),
    re.compile(
        r"/t?(?P<y>(?:19|20)\d{2})-?(?P<m>0[1-9]|1[0-2])-?(?P<d>0[1-9]|[12]\d|3[01])(?:_\d+|/[^/]*)?(?:\.\w+)?(?:[?#].*)?$"
    ),
    re.compile(r"[/_](?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])_[\w-]*\.\w+$"),
)
_ASSET = re.compile(r"picture|upload|/files?/|attach|template|/images?/|_file/", re.IGNORECASE)
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d{2})[-/]?(?P<m>0[1-9]|1[0-2])/")
# A document signed and dated at its end: the date stands alone on its line, or right behind the name of an office.
_SIGNED = re.compile(
    r"(?:^|\n|[局厅部委会府办院室处司中心团署社]|[)）]|\s)\s*(?P<date>"
    + re.sub(r"\?P<\w+>", "?:", DATE)
    + r")日?\s*(?:印发|发布|发)?\s*(?=$|\n|[(（]|附件|更多|政策解读)"
)


def find_published(page: Material, today: dt.date) -> tuple[dt.date, str, Evidence] | None:
    """Date, precision and evidence, or None. The order of the rules is the order of trust."""
    rules: tuple[Callable[[Material, dt.date], Iterator[tuple[DateRead, str, str, str]]], ...] = (
        _from_input,
        _from_meta,
        _from_labels,
        _from_other_labels,
        _from_source_lines,
        _from_scripts,
        _from_url,
        _from_signature,
        _from_htmldate,
        _from_month,
    )
    for rule in rules:
        for read, text, where, name in rule(page, today):
            return read.date, read.precision, Evidence("published", read.date.isoformat(), text, where, name)
    return None


Found = Iterator[tuple[DateRead, str, str, str]]


def _from_input(page: Material, today: dt.date) -> Found:
    if page.hints.published and (read := read_date(page.hints.published, today)):
        yield read, page.hints.published, "input", "date given by the input"


def _from_meta(page: Material, today: dt.date) -> Found:
    for name in META_NAMES:
        value = page.meta.get(name, "")
        if read := read_date(value, today):
            yield read, value, "meta", f"meta tag {name}"


def _zones(page: Material) -> Iterator[tuple[str, str]]:
    yield from ((fold(line), "head") for line in page.head)
    yield from ((fold(line), "foot") for line in page.foot)


def _from_labels(page: Material, today: dt.date) -> Found:
    """A date that is called the date of publication."""
    return _labelled(page, today, _LABELLED)


def _from_other_labels(page: Material, today: dt.date) -> Found:
    """A date that is called date, time, or the date of signing."""
    return _labelled(page, today, _OTHER_LABELLED)


def _labelled(page: Material, today: dt.date, label: re.Pattern[str]) -> Found:
    for line, where in _zones(page):
        match = label.search(line)
        if match and not _EVENT_LABEL.search(line) and (read := read_date(line[match.end() :], today)):
            shown = around(line, match.start(), match.end() + read.end, 0)
            yield read, shown, where, "labelled date"


def _from_source_lines(page: Material, today: dt.date) -> Found:
    """A date without a label in a short line of the head, alone or beside source, author, counter."""
    for line in reversed([fold(text) for text in page.head]):
        if len(line) > 120 or _EVENT_LABEL.search(line):
            continue
        read = read_date(line, today)
        if read and read.precision == "day" and (_SOURCE_LINE.search(line) or read.end - read.start > len(line) - 12):
            yield read, line[:80], "head", "date in the source line"


def _from_url(page: Material, today: dt.date) -> Found:
    for address, where in ((page.url or "", "url"), ("/" + page.path.rsplit("/", 1)[-1], "path")):
        for pattern in _URL_DATES:
            for match in () if _ASSET.search(address) else pattern.finditer(address):
                try:
                    date = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
                except ValueError:
                    continue
                if is_believable(date, today):
                    yield DateRead(date, "day", *match.span()), match[0], where, "date in the address"


def _from_signature(page: Material, today: dt.date) -> Found:
    """The date under the text (落款), within the last characters, not behind an attachment's heading."""
    tail = page.key[-160:]
    for match in reversed(list(_SIGNED.finditer(tail))):
        if read := read_date(match["date"], today):
            yield read, around(tail, *match.span("date")), "body", "date of signature"
    inside = _SIGNED_INSIDE.search(page.key) or _SIGNED_NOTICE.search(page.key)
    if inside and (read := read_date(inside["date"], today)):
        yield read, around(page.key, *inside.span("date")), "body", "date of signature"
    lines = page.key.split("\n")
    for office, line in pairwise(lines):  # a notice signed above the plan that it sends out
        if (
            _DATE_LINE.fullmatch(line)
            and len(office) <= 60
            and _OFFICE_LINE.search(office)
            and (read := read_date(line, today))
        ):
            yield read, f"{office} {line}", "body", "date of signature"
    last = page.key.rstrip().rpartition("\n")[2]
    if (year := _YEAR_ALONE.fullmatch(last.strip())) and (read := read_date(_ascii_year(year[1]), today)):
        yield read, last, "body", "year of signature"


# A signature whose line breaks were lost: an office, a date, and the note on disclosure that only follows signatures.
_SIGNED_INSIDE = re.compile(
    r"[局厅部委会府办院室司中心](?P<date>"
    + re.sub(r"\?P<\w+>", "?:", DATE)
    + r")日?\s*[(（](?:此件|本文有删减|信息公开)"
)
# The same behind the last sentence of a notice: 请认真贯彻执行。某某省人民政府办公厅2022年1月15日某某规划 ...
_SIGNED_NOTICE = re.compile(
    r"(?:执行|落实|实施|办理|施行|贯彻|反馈|报送|一致|此复|函复|公告|公示)[^。；]{0,14}。[^。；]{0,160}?[局厅部委会府办院室处司中心]\s*(?P<date>"
    + re.sub(r"\?P<\w+>", "?:", DATE)
    + r")"
)
_DATE_LINE = re.compile(r"\s*(?:" + re.sub(r"\?P<\w+>", "?:", DATE) + r")日?\s*")
_OFFICE_LINE = re.compile(r"[局厅部委会府办院室处司社团校区县市司组心部]\s*$")
_YEAR_ALONE = re.compile(r"([12][09]\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年")


def _ascii_year(text: str) -> str:
    return "".join(
        str("〇一二三四五六七八九".find({"○": "〇", "零": "〇"}.get(c, c))) if not c.isascii() else c for c in text
    )


_WECHAT_TIME = re.compile(
    r"\b(?:var|let|const)?\s*(?:ct|createTime|create_time|publish_time|oriCreateTime)\s*[=:]\s*[\"']?(\d{10})\b"
)


def _from_scripts(page: Material, today: dt.date) -> Found:
    """WeChat pages tell their time only in a script, in seconds since 1970 (China's time)."""
    if page.html and (match := _WECHAT_TIME.search(page.html)):
        date = dt.datetime.fromtimestamp(int(match[1]), dt.timezone(dt.timedelta(hours=8))).date()
        if is_believable(date, today):
            yield DateRead(date, "day", *match.span()), match[0], "meta", "time in the page's script"


def _from_htmldate(page: Material, today: dt.date) -> Found:
    """htmldate for what our own patterns do not know; it invents 1 January, which is refused."""
    if not page.html:
        return
    try:
        found = htmldate.find_date(page.html, extensive_search=False, original_date=True, max_date=today.isoformat())
    except (ValueError, TypeError, AttributeError, RecursionError):
        found = None
    if found and not found.endswith("-01-01") and (read := read_date(found, today)):
        yield read, found, "meta", "htmldate"


def _from_month(page: Material, today: dt.date) -> Found:
    """The month that many addresses hold: /202305/123.html."""
    if match := _URL_MONTH.search(page.url or ""):
        date = dt.date(int(match["y"]), int(match["m"]), 1)
        if is_believable(date, today):
            yield DateRead(date, "month", *match.span()), match[0], "url", "month in the address"
