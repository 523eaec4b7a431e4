"""Titles of documents that bare text breaks over lines: offices, 关于 and the kind of document each on their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of

LINES = 4  # of a title at most
LONGEST = 120  # characters of a title
LONGEST_LINE = 70  # of one of its lines
DOCUMENT_END = re.compile(
    r"(?:通知|公告|通告|公示|函|意见|办法|规定|决定|批复|报告|声明|启事|方案|细则|名单|条例|讲话|规划|计划|纲要|措施|简报|解读)(?:[(（《〔].{0,40})?\W*$"
)
# The first lines of such a title: offices, 关于 without the kind of document, a quotation that is not closed.
_OFFICES = re.compile(
    r"^\S{2,20}(?:局|厅|委|委员会|办公室|办公厅|政府|部|院|银行|分行|支行|协会|总社|联合会|管委会|中心|集团)(?:[\s、]+\S{2,20})*$"
)
_OPEN = re.compile(r"《[^》]*$|关于\S+$|^(?:印发|转发|公布|下达)\S+$")
_ISSUED = re.compile(
    r"^\S{3,}(?:局|厅|委|委员会|办公室|办公厅|政府|部|院)(?:印发|转发)?关于"
)  # by another: the first is a site
_ABOUT = re.compile("关于|印发|转发|公布|下达")
_TAGS = ("text", "bold", "title")
_NO_PART = re.compile(r"[。；;：:]|^[\W\d]+$")


def broken_over(lines: Sequence[Line], at: int, end: int) -> int:
    """Over how many lines the title of a document goes that begins in line `at`; 0 where none does.

    None does where a line above begins with this one: there the title stands in one line.
    """
    if any(above.key.startswith(lines[at].key) for above in lines[max(0, at - LINES) : at]):
        return 0
    if _is_cut_name(lines, at, end) or _is_headline(lines, at, end):
        return 2
    text = ""
    for span, line in enumerate(lines[at : min(at + LINES, end)], 1):
        if not _is_part(line):
            return 0
        if not (text or _opens(line.bare)) or (span > 1 and _ISSUED.search(line.bare)):
            return 0
        text += line.bare
        ended = DOCUMENT_END.search(text) is not None
        if len(text) > LONGEST or (ended and span == 1):
            return 0
        if ended and _ABOUT.search(text):
            return span
        if not (_OFFICES.search(line.bare) or _OPEN.search(text)):
            return 0
    return 0


def _is_cut_name(lines: Sequence[Line], at: int, end: int) -> bool:
    """A name of a document whose kind has a line of its own: 某县公开招聘 / 工作人员公告; running text follows."""
    if at + 1 >= end or at + 2 >= len(lines) or not _is_part(lines[at]) or not _is_part(lines[at + 1]):
        return False
    name, kind = lines[at].bare, lines[at + 1].bare
    fits = 8 <= len(name) <= LONGEST_LINE and len(kind) <= LONGEST_KIND and lines[at + 2].is_content
    return fits and lines[at].tag == "text" and bool(_KIND.search(kind)) and not DOCUMENT_END.search(name)


LONGEST_KIND = 12  # characters of the second line of such a name
_KIND = re.compile(r"^(?!关于)\S{2,}(?:通知|公告|通告|公示|意见|办法|规定|报告|方案|细则|名单|规划|纲要|措施)$")


def _is_headline(lines: Sequence[Line], at: int, end: int) -> bool:
    """A headline whose second line says who spoke (某某出席并讲话), above the source line."""
    if (
        at + 1 >= end
        or at + 2 >= len(lines)
        or not (HEADLINE <= len(lines[at].bare) <= LONGEST_LINE and _SPOKE.match(lines[at + 1].bare))
    ):
        return False
    below = chrome_of(lines[at + 2], "head")
    return below is not None and below.reason == "source line" and _is_part(lines[at]) and _is_part(lines[at + 1])


HEADLINE = 8  # characters of the first line of such a headline
_SPOKE = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:[、\s][\u4e00-\u9fff]{2,4}){0,5}(?:出席|主持|作?讲话|强调|致辞|参加|宣布|带队|率队|作出?批示)\S{0,16}$"
)


def _opens(text: str) -> bool:
    return bool(_OFFICES.search(text) or _OPEN.search(text))


def _is_part(line: Line) -> bool:
    fits = line.tag in _TAGS and line.hint is None and len(line.text) <= LONGEST_LINE
    return fits and not line.linked and not _NO_PART.search(line.bare) and chrome_of(line, "head") is None
