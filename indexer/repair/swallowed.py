"""The ASCII character that an orphaned byte took with it: lost, save where the text around it gives it away."""

from __future__ import annotations

import re

from indexer.repair.numbering import UNKNOWN, Numbering
from indexer.repair.simplify import is_han, to_simplified
from indexer.repair.tokens import full_width

# What stands behind the lost character, and what it must have been: 2 of 2023年, 1 of 1998年 and of 10月, 0 of an area
# code, the G of GDP, the bracket of （一).
_TELLING = (
    (re.compile(r"0[0-4]\d(?:年|[〕\]]\d|[-—－～~至]20\d\d)"), "2"),
    (re.compile(r"9\d\d年"), "1"),
    (re.compile(r"0月"), "1"),
    (re.compile(r"[1-9]\d{1,2}[-－—]\d{7,8}(?!\d)"), "0"),
    (re.compile(r"DP(?![A-Za-z])"), "G"),
    (re.compile(r"[^()（）\s]{1,8}\)"), "("),
)
COMMA = ","  # the usual one between Chinese characters of a sentence, for nothing else is typed there often
_SENTENCE = re.compile("[，,。;；]")
_OTHER_SIGNS = re.compile(r"[*/+&~]|[一-龥] [一-龥]")  # a line that has such may have lost another of them
_BETWEEN = re.compile(r"[一-龥][*/+&~][一-龥]")  # so may a page that joins words by them
# What counts things has lost a digit in front of it, and these words have something behind them.
_UNIT = re.compile(
    r"[个月条元亿万号次吨亩倍层岁天届台套辆千米件份间张瓦厘℃％]|项(?!目)|种(?!植)|公[里斤顷]|[平立]方|家(?![庭长])|年(?![轻初底末度])"
    r"|日(?![前常益])|人(?![民才大员们口类均社工])|名(?![称义])|位(?![于置])|时(?![任间代])|分(?![别析享布公局])|科(?![技学研])"
    r"|批(?![准复])|只(?![有要是能])|周(?![边期围])|期(?![间待])"
)
_GOES_ON = frozenset("为在和与及或将把被对从向以于的是至到达约超近")
_DAY = re.compile(r"月(\d{1,2})日")
_ROUND = re.compile(r"0+(?![\d.])")  # 1000 and 2000 stand on one page
_SHORTEST = 4  # characters behind the lost one that the page must have elsewhere
_LONGEST = 8


def swallowed(before: str, behind: str, numbering: Numbering, page: str) -> str:
    """The lost character, told by the text of its line, the counting so far or the page; UNKNOWN where nothing tells.

    `page`: what is surely known of the page's text.
    """
    digit = numbering.lost_digit(before, behind)
    lost = digit or next((lost for pattern, lost in _TELLING if pattern.match(behind)), UNKNOWN)
    if lost == "(" and _is_open(before):
        lost = UNKNOWN
    if lost != UNKNOWN:
        return lost
    near = to_simplified(full_width(behind[:_LONGEST]))
    return _elsewhere(near, page) or _mark(before, near + behind[_LONGEST:], page) or UNKNOWN


def _elsewhere(behind: str, page: str) -> str | None:
    """What the page has in front of the same numbers or letters in another place, if always the same."""
    day = _DAY.match(behind)
    if day:
        found = set(re.findall(rf"(?<!\d)0?([1-9])(?:月|-0?){day[1]}(?!\d)", page))
        return found.pop() if len(found) == 1 else None
    for size in range(min(_LONGEST, len(behind)), _SHORTEST - 1, -1):
        text = behind[:size]
        if not (text[0].isascii() and text[0].isalnum()) or _ROUND.match(text):
            return None
        found = set(re.findall(rf"([0-9A-Za-z]){re.escape(text)}", page))
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _mark(before: str, behind: str, page: str) -> str | None:
    """A comma or a quotation mark, where the line has a place for one."""
    if before.count('"') % 2 != behind.count('"') % 2:
        return '"'
    if before[-1:] in _GOES_ON or not is_han(before[-1:]) or not is_han(behind[:1]) or _UNIT.match(behind):
        return None
    line = before + "\n" + behind
    odd = _OTHER_SIGNS.search(line) or _BETWEEN.search(page)
    return COMMA if _SENTENCE.search(line) and not odd else None


def _is_open(text: str) -> bool:
    """Whether a bracket stands open at the end: what came behind it was no second one."""
    return max(map(text.rfind, "（(")) > max(map(text.rfind, "）)"))
