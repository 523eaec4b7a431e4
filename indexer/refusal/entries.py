"""Lines of a list of other pages: entries, their dates, pagers; told by what they hold."""

from __future__ import annotations

import re

from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of

ENTRY_LENGTH = 8  # characters of the title of another page; menus have shorter entries
TITLE_LENGTH = 7  # Chinese characters of the title of another page
DATED_LENGTH = 40  # of a line that is the date of an entry
LIST_SHARE = 0.6  # of the characters of the main part that stand in entries
END = 40  # characters at the end of a line, where it breaks off or leads to the rest
PAGER_LENGTH = 80  # of a pager at most
_DAY = r"\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2})?日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_DATE = (
    rf"(?:{_DAY}|\d{{1,2}}[-/月]\d{{1,2}}日?(?:\s*\d{{1,2}}[:：]\d{{2}})?|(?:\d{{1,2}}|[几半])\s*(?:分钟|小时|天|周|个月)前"
    r"|(?:今天|昨天|前天)(?:\s*\d{1,2}[:：]\d{2})?|\d{1,2}[:：]\d{2})"
)
_DATED = re.compile(rf"^\W*{_DAY}|^\W*[\[(（]{_DATE}[\])）]|^\W*{_DATE}\W*$|(?<![\d.]){_DATE}\s*[\])）]?\W*$")
_DATE_LAST = re.compile(
    r"\D\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[\])）]?\W*$|^\W*[\[(（]\d{2,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\])）]"
)
_SHORT_DATE_LAST = re.compile(r"(?<=[^\d年])\d{1,2}月\d{1,2}日\W*$")
DATE_IN = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}")
BROKEN_OFF = re.compile(r"(?<![….])(?:…|\.{3})\W*$")  # the end of a teaser
_COUNTERS = re.compile(
    rf"(?:{_DATE}|(?:日期|时间|发布时间|更新时间|发布日期|点击|浏览|阅读|好评|评论|回复|作者|来源|人气|次数|次|查看|已办结|已回复|new|hot|置顶|图文|\W|\d)){{0,40}}+",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^\W*(?:(?:继续)?阅读(?:全文|更多|原文)?|查看(?:全文|详情|更多)|了解(?:更多|详情)|详细(?:内容|信息)?|详情|全文|更多|进入|more|read\s*more|detail)\W*$",
    re.IGNORECASE,
)
_ENDS_IN_MORE = re.compile(
    r"\W(?:继续阅读|阅读全文|查看(?:全文|详情|更多)|了解更多|详细(?:内容)?|详情|全文|更多|more)\W{0,4}$", re.IGNORECASE
)
_CUT_MORE = re.compile(
    r"(?:\.{3,}|…)\s*[\[【(（<]?\s*(?:详细|详情|查看详情|阅读全文|查看全文|全文|更多)\s*[\]】)）>]*$"
    r"|(?:详细|更多|全部)(?:内容|信息)?请?点击(?:此处|这里)(?:查看|阅读)?[.…。]*$"
)
_PAGER = re.compile(
    r"共\s*[\d,]+\s*(?:条|篇|项|个?记录|条记录|个?结果)|[\d,]+\s*条记录|(?:尾|末|最后一)\s*页|最后一页|页次\s*[:：]?\s*\d|每页\s*\d+\s*条|第?\s*\d+\s*/\s*\d+\s*页|跳转?(?:到|至)\s*第?|页面跳转|\[1\]\s*\[2\]|下一页.{0,8}尾?页?.{0,4}共\s*\d+\s*页"
)


def is_footer(line: Line) -> bool:
    """A line of the foot of a site."""
    chrome = chrome_of(line, "foot")
    return chrome is not None and chrome.reason in ("copyright", "contact footer")


def is_entry(line: Line) -> bool:
    """The title of another page, alone or with its date and counters; or a row of a table with a link and a date."""
    if line.files or not line.linked:
        return False
    if line.tag == "row":
        return bool(DATE_IN.search(line.key))
    if line.linked < ENTRY_LENGTH:
        return False
    return line.link_share > LIST_SHARE or bool(_DATED.search(line.key)) or _is_counted(line)


def is_file_entry(line: Line) -> bool:
    """A link that is the name of a file."""
    return bool(line.files) and line.linked >= ENTRY_LENGTH and line.link_share > LIST_SHARE


def _is_counted(line: Line) -> bool:
    """A title, linked, and behind it nothing but labels and numbers."""
    return not line.is_content and _COUNTERS.fullmatch(line.key, min(line.linked, len(line.key))) is not None


def is_dated_title(line: Line) -> bool:
    """A title with its date behind it, linked or not."""
    titled = len(line.text) >= ENTRY_LENGTH + 8 and not line.is_content
    return titled and bool(_DATE_LAST.search(line.key) or _SHORT_DATE_LAST.search(line.key))


def has_date(line: Line) -> bool:
    """A line that is the date of an entry, or an entry with its date."""
    shown = len(line.text) <= DATED_LENGTH or line.link_share > 0.5
    return shown and bool(_DATED.search(line.key))


def ends_in_more(line: Line) -> bool:
    """Running text that a link to the rest of it ends; in bare text, what such a link said."""
    return bool((line.linked and _ENDS_IN_MORE.search(line.key)) or _CUT_MORE.search(line.key[-END:]))


def is_pager(line: Line) -> bool:
    """A line that leads through the pages of a list, or counts its entries."""
    return len(line.text) <= PAGER_LENGTH and not line.is_content and bool(_PAGER.search(line.key))


def is_source(line: Line) -> bool:
    """A source line: date, outlet, counters."""
    chrome = chrome_of(line, "head")
    return chrome is not None and chrome.reason == "source line" and line.linked < ENTRY_LENGTH
