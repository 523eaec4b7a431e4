"""Lines -> the text: where it begins and ends, and every other line with the reason it goes out.

Works on bare text and on the lines of HTML alike. The text begins behind the last line of the page's head (breadcrumb,
source line, page tools) before the first running text; it ends at the first line of the page's tail (previous/next,
share, copyright ...) behind which no more running text of weight follows. Between them, only lines that are chrome
beyond doubt go out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.clean.line import LINK_SHARE, REPEATED, Line
from indexer.clean.patterns import Chrome, chrome_of
from mappings import Removed

PURE_LINK = 0.9  # of a line's characters: inside a text, such a line leads to another page
_ATTACHMENT = re.compile(r"附\s*件|附\s*表|\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd)\b|下载", re.IGNORECASE)
MENU_RUN = 3  # short lines without marks in a row that make a menu
MENU_LENGTH = 12  # characters of a menu entry at most
TAIL_SHARE = 0.25  # of the running text: what may stand behind the first tail line for it to end the text
HEAD_LINES = 400  # of a page, before the first running text, that may be head
_SENTENCE_END = re.compile(r"[。！？；：:!?;…”\"]$")
# What may stand behind the text and belongs to it: signatures, dates, attachments, reporters' names.
_SIGNATURE = re.compile(
    r"^[\s(（]*(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[\s)）]*$"
    r"|^附件?\s*\d*\s*[:：.]|^\(?此件"
)
_MENU_ENTRY = re.compile(rf"^[\w·&\s/|+-]{{2,{MENU_LENGTH}}}$")


@dataclass(frozen=True)
class Cut:
    """Start and end (exclusive) of the text among the lines, and the lines in between that go out, by index."""

    start: int
    end: int
    dropped: dict[int, str]


def cut_lines(lines: list[Line], start: int, end: int) -> Cut:
    """Find the text among `lines[start:end]` (the whole page for bare text, the container for HTML)."""
    first = next((i for i in range(start, end) if lines[i].is_content and not _is_tail_text(lines[i])), None)
    begin = _begin(lines, start, end if first is None else first)
    stop = _stop(lines, begin, end)
    dropped = {i: reason for i in range(begin, stop) if (reason := _inner_reason(lines[i]))}
    dropped |= _menus(lines, begin, stop)
    return Cut(begin, stop, dropped)


def removed_lines(lines: list[Line], cut: Cut, title_at: range) -> list[Removed]:
    """Every line outside the cut, with its reason."""
    menus = _menus(lines, 0, cut.start)
    out: list[Removed] = []
    ended = False
    for i, line in enumerate(lines):
        if i in title_at or (cut.start <= i < cut.end and i not in cut.dropped):
            continue
        if i < cut.start:
            chrome = chrome_of(line, "head")
            reason = (
                chrome.reason
                if chrome
                else menus.get(i) or line.hint or ("menu" if _is_link(line) else "above the text")
            )
        elif i < cut.end:
            reason = cut.dropped[i]
        else:
            chrome = chrome_of(line, "foot" if ended else "tail")
            ended = True
            reason = chrome.reason if chrome else line.hint or ("menu" if _is_link(line) else "below the text")
        out.append(Removed(line.text, reason))
    return out


def _is_tail_text(line: Line) -> bool:
    """Running text that only ends pages: copyright notices, calls to follow an account."""
    chrome = chrome_of(line, "tail")
    return chrome is not None and chrome.end


def _begin(lines: list[Line], start: int, first: int) -> int:
    """The first line of the text: behind the last head line above the first running text."""
    begin = start
    for i in range(start, min(first, start + HEAD_LINES)):
        chrome = chrome_of(lines[i], "head")
        if chrome or lines[i].hint in _HEAD_HINTS:
            begin = i + 1
    menus = _menus(lines, begin, first)
    while begin < first and (begin in menus or _is_link(lines[begin])):
        begin += 1
    return begin


_HEAD_HINTS = frozenset(("navigation", "breadcrumb", "share", "page tools", "sidebar", REPEATED))


def _stop(lines: list[Line], begin: int, end: int) -> int:
    """The line behind the text: at the first tail line that no running text of weight follows."""
    weights = [len(line.text) if line.is_content and not _is_tail_text(line) else 0 for line in lines[begin:end]]
    total = sum(weights)
    behind = total
    for i in range(begin, end):
        line = lines[i]
        if i > begin and _ends_text(line) and behind - weights[i - begin] <= TAIL_SHARE * total:
            return _trim(lines, begin, i)
        behind -= weights[i - begin]
    return _trim(lines, begin, end)


def _ends_text(line: Line) -> bool:
    chrome = chrome_of(line, "tail")
    return (chrome is not None and chrome.end) or line.hint in _TAIL_HINTS


_TAIL_HINTS = frozenset(("related reading", "comments", "footer", "previous/next", "share", "advertisement"))


def _trim(lines: list[Line], begin: int, end: int) -> int:
    """Without links, tools and editor lines at the very end."""
    while end > begin + 1 and _is_trailing(lines[end - 1]):
        end -= 1
    return end


def _is_trailing(line: Line) -> bool:
    if _SIGNATURE.search(line.key):
        return False
    return chrome_of(line, "tail") is not None or _is_link(line) or line.hint == REPEATED


def _inner_reason(line: Line) -> str | None:
    """Why a line inside the text goes out: only what is chrome beyond doubt."""
    if line.hint in ("share", "page tools", "caption", "related reading", "comments"):
        return line.hint
    if line.link_share > PURE_LINK and not line.is_content and not _ATTACHMENT.search(line.key):
        return "related reading"
    chrome: Chrome | None = chrome_of(line, "any")
    if chrome is None and len(line.text) < 60:
        tail = chrome_of(line, "tail")
        chrome = tail if tail and tail.reason in ("paywall", "advertisement") else None
    return chrome.reason if chrome else None


def _is_link(line: Line) -> bool:
    """A line that is only links: an entry of a menu or of a list of other pages."""
    return line.link_share > max(LINK_SHARE, 0.8) and not line.is_content


def _menus(lines: list[Line], start: int, end: int) -> dict[int, str]:
    """Runs of short lines without marks: menus of bare text, and runs of links."""
    found: dict[int, str] = {}
    run: list[int] = []
    for i in range(start, end + 1):
        if i < end and _is_menu_entry(lines[i]):
            run.append(i)
            continue
        if len(run) >= MENU_RUN:
            found |= dict.fromkeys(run, "menu")
        run = []
    return found


def _is_menu_entry(line: Line) -> bool:
    if line.link_share > 0.8:
        return not line.is_content
    bulleted = line.bare != line.key
    return bulleted and bool(_MENU_ENTRY.match(line.bare)) and not _SENTENCE_END.search(line.bare)
