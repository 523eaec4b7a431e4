"""Lines -> the text: where it begins and ends, and every other line with the reason it goes out.

Works on bare text and on the lines of HTML alike. The text begins behind the last line of the page's head (breadcrumb,
source line, page tools) before the first running text; it ends at the first line of the page's tail (previous/next,
share, copyright ...) behind which no more running text of weight follows. Between them, only lines that are chrome
beyond doubt go out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.clean.line import REPEATED, Line
from indexer.clean.patterns import Chrome, chrome_of, reason_of
from indexer.clean.salutation import SALUTATION
from indexer.clean.trim import HEAD_LINES, trim
from mappings import Removed

PURE_LINK = 0.9  # of a line's characters: inside a text, such a line leads to another page
_ATTACHMENT = re.compile(r"附\s*件|附\s*表|\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd)\b|下载", re.IGNORECASE)
MENU_RUN = 3  # short lines without marks in a row that make a menu
MENU_LENGTH = 12  # characters of a menu entry at most
TAIL_SHARE = 0.25  # of the running text: what may stand behind the first tail line for it to end the text
BEFORE_COMMENTS = 200  # of running text from which a heading of comments ends the text, whatever follows
ABSTRACT_LINES = 2  # paragraphs of an abstract at most
ABSTRACTS = 3  # in a box of recommended pages
_SENTENCE_END = re.compile(r"[。！？；：:!?;…”\"]$")
_CUT_OFF = re.compile(r"(?:…|\.{3,})\W*$")
_MENU_ENTRY = re.compile(rf"^[\w·&\s/|+-]{{2,{MENU_LENGTH}}}$")


@dataclass(frozen=True)
class Cut:
    """Start and end (exclusive) of the text among the lines, and the lines in between that go out, by index."""

    start: int
    end: int
    dropped: dict[int, str]


def cut_lines(lines: list[Line], start: int, end: int) -> Cut:
    """Find the text among `lines[start:end]` (the whole page for bare text, the container for HTML)."""
    first = next((i for i in range(start, end) if _begins_text(lines[i])), None)
    if first is not None and (crumbs := _crumbs_below(lines, first, end)):
        first = next((i for i in range(crumbs, end) if _begins_text(lines[i])), first)
    begin = _begin_of_short_lines(lines, start, end) if first is None else _begin(lines, start, first)
    stop = _stop(lines, begin, end)
    dropped = {i: reason for i in range(begin, stop) if (reason := _inner_reason(lines[i]))}
    dropped |= {i: reason for i, reason in _menus(lines, begin, stop).items() if not _NUMBERED.match(lines[i].key)}
    if len(dropped) == stop - begin and "caption" in dropped.values():
        return _with_stories(lines, begin, stop, end, dropped)
    return Cut(begin, stop, dropped)


def _with_stories(lines: list[Line], begin: int, stop: int, end: int, dropped: dict[int, str]) -> Cut:
    """What stands below the pictures is the text where there is no other."""
    while stop < end and _is_story(lines[stop]):
        stop += 1
    return Cut(begin, stop, {i: reason for i, reason in dropped.items() if not _is_story(lines[i])})


def _is_story(line: Line) -> bool:
    return _inner_reason(line) == "caption" and "。" in line.text


def removed_lines(lines: list[Line], cut: Cut, title_at: range) -> list[Removed]:
    """Every line outside the cut, with its reason."""
    menus = _menus(lines, 0, cut.start)
    out: list[Removed] = []
    ended = False
    for i, line in enumerate(lines):
        if i in title_at or (cut.start <= i < cut.end and i not in cut.dropped):
            continue
        if i < cut.start:
            chrome = reason_of(line, "head")
            reason = chrome or menus.get(i) or line.hint or _link_reason(line) or "above the text"
        elif i < cut.end:
            reason = cut.dropped[i]
        else:
            chrome = reason_of(line, "foot" if ended else "tail")
            ended = True
            reason = chrome or line.hint or _link_reason(line) or "below the text"
        out.append(Removed(line.text, reason))
    return out


def _link_reason(line: Line) -> str | None:
    """What a line is that holds nothing but links: files, or other pages."""
    if not line.is_link:
        return None
    return "attachment list" if line.files else "menu"


def _crumbs_below(lines: list[Line], first: int, end: int) -> int | None:
    """Behind the path to the page that stands right below a motto of the site, the first line with sentence marks."""
    for i in range(first + 1, min(first + CRUMBS_REACH, end) if len(lines[first].text) <= MOTTO else 0):
        if ("位置" in lines[i].key or "首页" in lines[i].key) and reason_of(lines[i], "head") == "breadcrumb":
            return i + 1
    return None


CRUMBS_REACH = 4  # lines below the first running text in which the path to the page can stand
MOTTO = 90  # characters of a line above it that is no text at most


def _begins_text(line: Line) -> bool:
    if not line.is_content or _is_tail_text(line):
        return False
    chrome = chrome_of(line, "head")
    return chrome is None or not (chrome.zone == "any" or chrome.reason in _NEVER_FIRST or _CATALOGUE.match(line.key))


def _is_tail_text(line: Line) -> bool:
    """Running text that only ends pages: copyright notices, calls to follow an account."""
    chrome = chrome_of(line, "tail")
    return chrome is not None and chrome.end


def _begin(lines: list[Line], start: int, first: int) -> int:
    """The first line of the text: behind the last head line above the first running text."""
    begin = start
    for i in range(start, min(first, start + HEAD_LINES)):
        chrome = chrome_of(lines[i], "head")
        if lines[i].hint in _HEAD_HINTS or (chrome and not is_text_above(lines, begin, i, chrome)):
            begin = i + 1
    menus = _menus(lines, begin, first)
    while begin < first and (begin in menus or lines[begin].is_link):
        begin += 1
    return begin


def _begin_of_short_lines(lines: list[Line], start: int, end: int) -> int:
    """A page without running text: the run of most characters that no head line, menu or link interrupts."""
    menus, chronicle = _menus(lines, start, end), _chronicle(lines, start, end)
    best, longest, begin, length = end, 0, start, 0
    for i in range(start, end):
        line, chrome = lines[i], chrome_of(lines[i], "head")
        heads = chrome is not None and chrome.reason != "caption" and not is_text_above(lines, begin, i, chrome)
        if (heads and i not in chronicle) or i in menus or line.is_link or line.hint or _is_foot(line):
            begin, length = i + 1, 0
            continue
        length += len(line.text)
        if length > longest:
            best, longest = begin, length
    return best


def _is_foot(line: Line) -> bool:
    chrome = chrome_of(line, "foot")
    return chrome is not None and (chrome.end or chrome.reason == "copyright")


def _is_form(lines: list[Line], begin: int, i: int, chrome: Chrome) -> bool:
    """A label among others, below labels and headings (a tender, a correction): part of the text, no source line."""
    return chrome.reason == _SOURCE and sum(bool(_FORM_LINE.match(line.key)) for line in lines[begin:i]) >= FORM_LINES


def is_text_above(lines: list[Line], begin: int, i: int, chrome: Chrome) -> bool:
    """A line of a form, the day of a speech below its place (——在某次会议上), or what stands below a salutation."""
    key, above = lines[i].key, [line.key for line in lines[max(begin, i - ADDRESSED) : i]]
    if _LISTED.match(key) or any(SALUTATION.search(line) for line in above):
        return True
    told = any(line.endswith("。") and len(line) >= SENTENCE for line in above[-4:])
    if chrome.reason == _SOURCE and told and not _LABELLED.search(key):
        return True
    if key.startswith(("(", "（")) and _BRACKETED_DAY.match(key):
        told = any(line.startswith(("—", "--")) for line in above[-3:]) or bool(_SPEECH.search(lines[i - 1].key))
        return told or bool(_DAY.search(lines[i - 1].key))
    return _is_form(lines, begin, i, chrome)


ADDRESSED = 8  # lines below a salutation that belong to the text, short as they are
SENTENCE = 15  # characters of a short sentence
_LISTED = re.compile(r"^[(（]?(?:[一二三四五六七八九十]{1,3}[、)）]|\d{1,2}[.、](?!\d)\S)")
_LABELLED = re.compile("来源|浏览|点击|阅读|发布|作者|字号|字体|编辑|位置|首页|分享")
_BRACKETED_DAY = re.compile(r"^[(（]\d{4}年\d{1,2}月\d{1,2}日[)）]$")
_SPEECH = re.compile(r"(?:讲话|致辞|发言|报告|谈话)$")
_DAY = re.compile(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}")


def _chronicle(lines: list[Line], start: int, end: int) -> set[int]:
    """Lines that begin with a date, where there are many; or rows of a table in bare text that end with one."""
    plain = [i for i in range(start, end) if not lines[i].linked]
    rows = (_DATED, DATED_ROW)
    found = (dated for row in rows if len(dated := {i for i in plain if row.search(lines[i].key)}) >= CHRONICLE)
    return next(found, set())


_SOURCE = "source line"
_NUMBERED = re.compile(r"\d{1,2}[.．、]")  # an entry of a list inside the text
_CATALOGUE = re.compile(r"^\W*(?:索\s*引\s*号|[主信]\S题?分类|主题词|组配分类|发布机构|发文机关|公开\S{2,4})\s*[:：|]")
_NEVER_FIRST = frozenset(("banner", "breadcrumb", "menu", "advertisement"))  # however many sentence marks they hold
_DATED = re.compile(r"^\W*(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?\s*\S{4}")
DATED_ROW = re.compile(r"^\S.{8,}\D\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$")
_FORM_LINE = re.compile(r"^(?:\S{2,16}[:：]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])")
FORM_LINES = 3
CHRONICLE = 5  # lines with a date


_HEAD_HINTS = frozenset(("navigation", "breadcrumb", "share", "page tools", "sidebar", REPEATED))


def _stop(lines: list[Line], begin: int, end: int) -> int:
    """The line behind the text: at the first tail line that no running text of weight follows."""
    weights = [_weight(lines, i) for i in range(begin, end)]
    total = sum(weights)
    behind = total
    for i in range(begin, end):
        line = lines[i]
        after = behind - weights[i - begin]
        if i > begin and ends_text(line):
            if after <= TAIL_SHARE * total:
                return trim(lines, begin, i)
            before = total - behind
            if (before >= BEFORE_COMMENTS and _is_comments(line)) or (before and _is_box(lines, i, end)):
                return _stop(lines, begin, i)
        behind = after
    return trim(lines, begin, end)


def _weight(lines: list[Line], i: int) -> int:
    """Characters of running text; what ends pages has none, nor the cut beginning of another text."""
    line = lines[i]
    if not line.is_content or _is_tail_text(line):
        return 0
    cut = i > 0 and _CUT_OFF.search(line.key) and reason_of(lines[i - 1], "tail") == "related reading"
    return 0 if cut else len(line.text)


def _is_box(lines: list[Line], heading: int, end: int) -> bool:
    """A heading of other pages, and behind it links with an abstract each; a box inside a text has only links."""
    if reason_of(lines[heading], "tail") != "related reading":
        return False
    runs = [0]
    for line in lines[heading + 1 : end]:
        if line.is_link:
            runs.append(0)
        else:
            runs[-1] += line.is_content
    return runs[0] == 0 and max(runs) <= ABSTRACT_LINES and sum(run > 0 for run in runs) >= ABSTRACTS


def _is_comments(line: Line) -> bool:
    """What readers say may be longer than what they speak of."""
    chrome = chrome_of(line, "tail")
    return line.hint == "comments" or (chrome is not None and chrome.reason == "comments" and chrome.end)


def ends_text(line: Line) -> bool:
    """A line behind which nothing belongs to the text: share, previous/next, related reading, copyright ..."""
    chrome = chrome_of(line, "tail")
    return (chrome is not None and chrome.end) or line.hint in _TAIL_HINTS


_TAIL_HINTS = frozenset(("related reading", "comments", "footer", "previous/next", "share", "advertisement"))


def _inner_reason(line: Line) -> str | None:
    """Why a line inside the text goes out: only what is chrome beyond doubt."""
    if line.hint in ("share", "page tools", "caption", "related reading", "comments"):
        return line.hint
    if line.files and line.is_link:
        return "attachment list"
    if line.link_share > PURE_LINK and not _ATTACHMENT.search(line.key):
        return "related reading"
    chrome: Chrome | None = chrome_of(line, "any")
    if chrome is None and len(line.text) < 60 and not _LISTED.match(line.key):
        tail = chrome_of(line, "tail")
        chrome = tail if tail and tail.reason in ("paywall", "advertisement", "caption") else None
    return chrome.reason if chrome else None


def _menus(lines: list[Line], start: int, end: int) -> dict[int, str]:
    """Runs of short lines without marks: menus of bare text, and runs of links."""
    found: dict[int, str] = {}
    run: list[int] = []
    for i in range(start, end + 1):
        if i < end and _is_menu_entry(lines[i]):
            run.append(i)
            continue
        if len(run) >= MENU_RUN:
            found |= {entry: _link_reason(lines[entry]) or "menu" for entry in run}
        run = []
    return found


def _is_menu_entry(line: Line) -> bool:
    if line.is_link:
        return True
    bulleted = line.bare != line.key
    return bulleted and bool(_MENU_ENTRY.match(line.bare)) and not _SENTENCE_END.search(line.bare)
