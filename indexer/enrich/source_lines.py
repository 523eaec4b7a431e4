"""Dates without a label: in the line of source and author, in pieces, in texts whose line breaks were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.enrich.dates import DATE, ROC_DATE, TIME, Dated
from indexer.enrich.labelled import ANY_LABEL, CLOCK, EVENT, SPAN, labels_in
from indexer.enrich.material import around
from indexer.enrich.page_view import SHORT, PageView

SOURCE_LINE = 120
NEAREST = 3  # lines above the text in which a weekday beside a date is no clock of the page
NEAR = 15  # lines above the text in which a date may stand alone
LITTLE = 12  # characters beside a date that leave it the matter of the line
NAME = 30  # characters of an outlet and what stands around it
LONG_NAME = 60  # the same beside a date with the time of day
LISTED = 3  # different dates alone on lines above the text: entries of a list of other pages
JUST_BELOW = 6  # lines below the text in which a date alone is its own
NEAR_WORDS = 12  # characters around a date of a running text that tell what it is
ONE_LINE = 400  # characters at the beginning of a text without line breaks in which its source line stands

# Parts of a line of source.
_PART = (
    r"来\s*源|来自|作\s*者|编\s*辑|责编|浏览|点击|(?<!相关)阅读|查看|访问量|访问次数|人气|(?<!文)字\s*号|字\s*体|打印|分享|评论"
    r"|记者|通讯员|供稿|稿源|出处|审核|撰稿|摄影|转载|转自|原标题|收藏|大中小|听新闻|语音|关闭|栏目|分类|标签"
    r"|类别|文号|views?\b|by\b|source\b|comments?\b|admin\b|第\s*\d+\s*[版期]|[A-D]?\d{1,2}版"
)
_OUTLET_END = (
    r"(?:[网报社台刊号局委府厅院办部]|微信|客户端|发布|中心|杂志|频道|在线|[传融]媒|快讯|通讯|公司|集团|研究室)"
)
_UNLABELLED = re.compile(rf"(?P<date>{DATE}){TIME}")
_UNLABELLED_ROC = re.compile(rf"(?P<date>{DATE}|{ROC_DATE}){TIME}")
_TITLE_DATE = re.compile(rf"(?P<date>{DATE})\s*T?\d{{1,2}}:\d\d(?::\d\d)?\W*$")
_YEAR_SIGN = re.compile(r"\d{4}|\d\D{1,3}\d|年")
_BEFORE = re.compile(rf"(?:^|[\s|,，;；:：·•/>\-—–(（\[【〖《」』)）\]】]|{_OUTLET_END})$")
_BEHIND = re.compile(
    rf"(?:[A-Za-z]\w{{1,15}}(?={_PART}))?\s*(?:$|[\s|,，;；:：·•/>\-—–)）\]】〗(（\[【《?]|发布|{_PART})"
)
_WEEKDAY_ONLY = re.compile(
    r"^\W*\d{4}\W*年?\d+月?\W*\d+日?\W*(?:星期|周)[一二三四五六日天]\W*(?:\d{1,2}:\d\d(?::\d\d)?)?\W*$"
)
_HAS_PART = re.compile(_PART, re.IGNORECASE)
_OUTLET_BESIDE = re.compile(rf"{_OUTLET_END}\W*\n|\n\W*\S{{2,16}}?{_OUTLET_END}\W*$|^\W*发布\W*\n|\n\W*发布")
_PROSE = re.compile(r"[。！？]|[，；].{12,}[，；]")
_NAMED_SOURCE = re.compile(
    r"原载|原刊|刊于|载于|摘自|选自|记者[\u4e00-\u9fff]{2,4}[/／][\u4e00-\u9fff]{2,4}报[导道]|(?:来\s*源|作\s*者|浏览|点击|阅读|稿源|发布机构|访问量|(?<!文)字\s*号|字\s*体)\w{0,3}\s*[:：\[【(（]"
)
_NOT_WORD = re.compile(r"\W")

# A date in pieces, as designs set it: the day large, year and month small beside or below it.
_PIECE = re.compile(r"(?:[\d年月日./\-\s:：|,]|(?:星期|周)[一二三四五六日天]){1,24}")
_WEEKDAY = re.compile(r"[\s|,]*(?:星期|周)[一二三四五六日天][\s|,]*|[|,]")
_WHOLE = re.compile(rf"{DATE}{TIME}")
_Y, _M, _D, _TAIL = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})", r"(?:\s+\d{1,2}:\d\d.*)?"
_PIECES = (
    re.compile(rf"{_D}\s*日?\s+{_Y}\s*[-年/.]\s*{_M}\s*月?{_TAIL}"),
    re.compile(rf"{_M}\s*[-/月.]\s*{_D}\s*日?\s+{_Y}\s*年?{_TAIL}"),
    re.compile(rf"{_Y}\s*年?\s*[-/.]?\s*{_M}\s*[-/月.]\s*{_D}\s*日?{_TAIL}"),
    re.compile(rf"{_Y}\s*[-年/.]\s*{_M}\s*月?\s+{_D}\s*日?{_TAIL}"),
)
_COUNTED = r"(?:(?:信息|文章|稿件)?来\s?源|作\s?者|(?:浏览|点击|阅读)(?:次数|量)?|字\s?[号体]|责任编辑|编\s?辑)"
_RUN_IN = re.compile(
    rf"(?:来\s?源|作\s?者|稿源|编\s?辑)\s?[:：]\s?\S{{2,24}}?\s?(?:(?:日期|时间)\s?[:：]\s?)?"
    rf"(?P<one>{DATE}){TIME}(?!\s*(?:[,，]|讯|电|在|上午|下午|至|到|起))"
    rf"|(?:^|[\s)）\]】|])(?P<three>{DATE})\s*T?\d\d:\d\d(?::\d\d)?(?=\s)"
    rf"|(?P<two>{DATE}){TIME}\s{{0,4}}[|(（\[【]?\s?{_COUNTED}\s?[:：\[【(（]"
)


def source_lines(view: PageView) -> Iterator[Dated]:
    """A date without a label in a short line, alone or beside source, author, counter; or behind the title."""
    if match := _TITLE_DATE.search(view.page.title_key):
        yield from _read(match, view.page.title_key[-80:], "title", view)
    for lines, where in ((view.head[::-1], "head"), (view.lead[::-1], "body")):
        listed = view.is_chronicle or _is_list(lines, view)
        for i, line in enumerate(lines):
            labelled = i + 1 < len(lines) and ANY_LABEL.search(lines[i + 1])  # by the line above
            if _may_be_source(line) and not labelled and not (i > NEAREST and _WEEKDAY_ONLY.match(line)):
                yield from _in_source_line(line, where, view, alone=i < NEAR and not listed)
        yield from _in_pieces(lines[::-1], where, view)
    yield from _sure_lines(view.first + view.end, "body", 0, view)
    yield from _sure_lines(view.foot, "foot", JUST_BELOW, view)


def run_in_lines(view: PageView) -> Iterator[Dated]:
    """The source line of a text whose line breaks were lost: label, or source and date, within its beginning."""
    if len(view.lines[0]) <= SHORT:
        return
    lead = view.lines[0][:ONE_LINE]
    yield from labels_in(lead, view)
    for match in _RUN_IN.finditer(lead):
        near = around(lead, *match.span(), NEAR_WORDS)
        if (read := view.read(match["one"] or match["two"] or match["three"])) and not EVENT.search(near):
            yield Dated(read.date, read.precision, around(lead, *match.span(), 0), "body", "date in the source line")


def _may_be_source(line: str) -> bool:
    return len(line) <= SOURCE_LINE and bool(_YEAR_SIGN.search(line)) and not (CLOCK.search(line) or EVENT.search(line))


def _in_source_line(line: str, where: str, view: PageView, *, alone: bool) -> Iterator[Dated]:
    """Dates that stand apart in the line, beside its parts, the page's title, an outlet's name or nothing."""
    title = view.page.title_key
    for match in (_UNLABELLED_ROC if view.counts_by_republic else _UNLABELLED).finditer(line):
        before, behind = line[: match.start()], line[match.end() :]
        timed = where == "head" and ":" in match[0] and len(behind) < LITTLE  # 2023-05-16 09:50张某某
        apart = _BEFORE.search(before) and (timed or _BEHIND.match(behind)) and not ANY_LABEL.search(before)
        if not apart or SPAN.match(line, match.end("date")):
            continue
        beside = f"{before}\n{behind}"
        rest = len(beside.strip())
        fits = (
            (alone and rest < LITTLE)
            or (len(title) > 5 and title in line)
            or (not _PROSE.search(beside) and bool(_HAS_PART.search(beside)))
            or (rest < NAME and bool(_OUTLET_BESIDE.search(beside)))
            or (rest < LONG_NAME and alone and ":" in match[0] and not _PROSE.search(beside))
        )
        if fits:
            yield from _read(match, line, where, view)


def _is_list(lines: list[str], view: PageView) -> bool:
    """Whether lines above the text are entries of a list: several with a date of their own and nothing of a source."""
    days = set()
    for line in lines:
        match = _UNLABELLED.search(line) if _may_be_source(line) and not _HAS_PART.search(line) else None
        if match and (read := view.read(match["date"])):
            days.add(read.date)
    return len(days) >= LISTED


def _sure_lines(lines: list[str], where: str, alone_within: int, view: PageView) -> Iterator[Dated]:
    """Inside and below the text, only what can be nothing else: beside a labelled source, or alone just below it."""
    for i, line in enumerate(lines):
        if not _may_be_source(line) or _PROSE.search(line):
            continue
        for match in _UNLABELLED.finditer(line):
            others = f"{line[: match.start()]} {line[match.end() :]}"
            if ANY_LABEL.search(line[: match.start()]) or SPAN.match(line, match.end("date")):
                continue
            alone = i < alone_within and not _NOT_WORD.sub("", others)
            if alone or _NAMED_SOURCE.search(others):
                yield from _read(match, line, where, view)


def _in_pieces(lines: list[str], where: str, view: PageView) -> Iterator[Dated]:
    """Dates whose parts stand on two or three lines of their own, nearest to the text first."""
    for i in reversed(range(len(lines))):
        for count in (3, 2, 1):
            parts = lines[i : i + count]
            if len(parts) < count or not all(len(p) <= 24 and _PIECE.fullmatch(p) for p in parts):
                continue
            joined = _WEEKDAY.sub(" ", " ".join(parts)).strip()
            if (count == 1 and _WHOLE.fullmatch(joined)) or (i and ANY_LABEL.search(lines[i - 1])):
                continue
            match = next((m for pattern in _PIECES if (m := pattern.fullmatch(joined))), None)
            if match and (read := view.read(f"{match['y']}-{match['m']}-{match['d']}")):
                yield Dated(read.date, "day", joined, where, "date in the source line")
                break


def _read(match: re.Match[str], line: str, where: str, view: PageView) -> Iterator[Dated]:
    read = view.read(match["date"])
    if read and read.precision == "day":
        yield Dated(read.date, "day", line[:80], where, "date in the source line")
