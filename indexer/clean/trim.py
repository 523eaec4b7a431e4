"""The end of a text: without links, tools, editor lines, lists of other pages, and what stood above it already."""

from __future__ import annotations

import re

from indexer.clean.line import REPEATED, Line
from indexer.clean.patterns import chrome_of

HEAD_LINES = 400  # of a page, before the first running text, that may be head
REPEATED_LENGTH = 30  # characters of a line above and below the text that is the name of the site
LISTED = 3  # titles with dates in a row that are a list of other pages
# What may stand behind the text and belongs to it: signatures, dates, attachments, reporters' names.
_SIGNATURE = re.compile(
    r"^[\s(（]*(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[\s)）]*$"
    r"|^附件?\s*\d*\s*[:：.](?!(?:docx?|xlsx?|pdf|wps|zip|rar|ofd)$)|^\(?此件"
)


def trim(lines: list[Line], begin: int, end: int) -> int:
    """Without links, tools, editor lines, lists of other pages and lines from above the text at the very end."""
    above = {line.key for line in lines[max(0, begin - HEAD_LINES) : begin] if len(line.text) <= REPEATED_LENGTH}
    while end > begin + 1:
        listed = next((n for n in range(end - begin - 1) if not _is_dated_title(lines[end - 1 - n])), 0)
        if listed >= LISTED:
            end -= listed
        elif _is_trailing(lines[end - 1]) or lines[end - 1].key in above or _begins_foot(lines, end - 1):
            end -= 1
        elif (shorter := _above_tail(lines, begin, end)) < end or (shorter := _above_tags(lines, begin, end)) < end:
            end = shorter
        else:
            break
    return end


def _begins_foot(lines: list[Line], last: int) -> bool:
    """Whether a line names who runs the site, right above its registration or copyright."""
    if not _HOST.match(lines[last].key) or last + 1 >= len(lines):
        return False
    below = chrome_of(lines[last + 1], "foot")
    return below is not None and below.reason == "copyright"


_HOST = re.compile(r"^\W*(?:主办|主管|承办)(?:单位)?\s*[:：]")


def _above_tags(lines: list[Line], begin: int, end: int) -> int:
    """Above words of the text that stand alone below its last sentence: the tags of the page."""
    first = end
    while first > begin + 1 and end - first < TAGS and _TAG.match(lines[first - 1].key):
        first -= 1
    if first < end and _TAG_LABEL.match(lines[first - 1].key):
        return first - 1
    if end - first < FEWEST_TAGS or not lines[first - 1].key.endswith(("。", ")", "）", "”", "！")):
        return end
    text = "".join(line.key for line in lines[max(begin - 2, 0) : first])
    return first if all(line.key.lstrip("#") in text for line in lines[first:end]) else end


TAGS, FEWEST_TAGS = 8, 2
_TAG_LABEL = re.compile(r"^\W*(?:文章|本文)?(?:标签|关键词|关键字|tags?)\s*[:：]$", re.IGNORECASE)
_TAG = re.compile(r"^#?[\u4e00-\u9fff]{2,6}$")


def _above_tail(lines: list[Line], begin: int, end: int) -> int:
    """Above a tail in which most lines are chrome and the others are a few characters each."""
    found, trailing = end, 0
    for i in range(end - 1, begin, -1):
        if _is_trailing(lines[i]):
            trailing += 1
            found = i if 2 * trailing >= end - i else found
        elif not _TAIL_SCRAP.match(lines[i].key) or _SIGNATURE.search(lines[i].key) or end - i > TAIL_LINES:
            break
    return found


TAIL_LINES = 12  # of a tail, lines that are no chrome of their own among them
# What stands between the chrome of a tail: no sentence, no number of a list, no office that signs, no day.
_TAIL_SCRAP = re.compile(
    r"^\S{2,8}(?:电话|热线|邮箱|地址|传真)[:：]\S{4,40}$"
    r"|^(?![(（]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第\S{1,3}[条章]|附)[^。；，;,!！?？]{1,14}(?<![局厅委部院会府处室司心站办长组])(?<!日)$"
)


def _is_dated_title(line: Line) -> bool:
    return 16 <= len(line.text) <= LISTED_LENGTH and bool(_DATED_TITLE.search(line.key))


LISTED_LENGTH = 120  # characters of a title with its date at most
_DATED_TITLE = re.compile(r"\D\d{4}-\d{1,2}-\d{1,2}\W*$")


def _is_trailing(line: Line) -> bool:
    if _SIGNATURE.search(line.key):
        return False
    return chrome_of(line, "tail") is not None or line.is_link or line.hint == REPEATED
