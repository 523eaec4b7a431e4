"""The title of a page: from its meta tags, its headings, its title element, or the line above the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.clean.line import REPEATED, Line
from indexer.clean.patterns import chrome_of
from mappings import fold

META_NAMES = ("articletitle", "og:title", "twitter:title", "title", "headline", "dc.title")
SHORTEST = 4  # characters of a title
LONGEST = 120
LONGEST_BARE = 70  # of a title that only its place betrays
_SEPARATOR = re.compile(r"\s*(?:[|｜_]|—{1,2}|–|-{1,3}|\s·\s|»|>|<)\s*")
_SITE_WORD = re.compile(
    r"(?:网|网站|政府|门户|频道|官网|官方网站|首页|资讯|新闻|要闻|公众号|平台|在线|日报|晚报|信息港|中心|委员会|局|厅|部|办|管委会|com|cn|net|news)$",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"[。；;]|[：:]$|^(?:同志们|各位|尊敬的|各[市县区省]|.{0,4}(?:来源|时间|日期|作者)\s*[:：])|^[\W\d]+$"
)
_SQUEEZE = re.compile(r"[\s\u3000“”\"'‘’·:：|]+")


@dataclass(frozen=True)
class Title:
    """The title, the line it stands in (None when it stands in no line), and where it was found."""

    text: str
    line: int | None
    source: str
    lines: int = 1  # how many lines it is broken over


def squeeze(text: str) -> str:
    """A text without spaces and quotes, folded: two spellings of one title become equal."""
    return _SQUEEZE.sub("", fold(text)).lower()


def find_title(
    lines: list[Line], start: int, given: str | None, meta: Mapping[str, str], element: str | None
) -> Title | None:
    """The title; `start` is where the text begins, `given` what the input said, `element` the content of <title>."""
    declared = [(m, "meta") for name in META_NAMES if (m := meta.get(name))]
    if element:
        declared.append((element, "title element"))
    if given:
        declared.insert(0, (given, "input"))
    shown = [found for text, source in declared if (found := _in_lines(lines, text, source, start))]
    best = next((t for t in shown if not _SITE_NAME.search(squeeze(t.text))), None)
    if best := best or _heading(lines, start):
        return best
    for text, source in declared:
        stripped = text if source == "input" else strip_site(text)
        if source == "input" or (len(stripped) >= LONG_ENOUGH and not _SITE_NAME.search(squeeze(stripped))):
            return Title(stripped, None, source)
    return _above(lines, start) or next(iter(shown), None) or _declared(declared)


LONG_ENOUGH = 8  # characters from which a title element that stands nowhere on the page is believed


def _declared(declared: list[tuple[str, str]]) -> Title | None:
    """The first declared title, without the site's name: better than none."""
    for text, source in declared:
        if len(stripped := strip_site(text)) >= SHORTEST:
            return Title(stripped, None, source)
    return None


SITE_LENGTH = 8  # characters of a site's or section's name at most, behind a title that is longer


def strip_site(text: str) -> str:
    """A title element without the names of site and section behind (or before) it."""
    parts = [p for p in _SEPARATOR.split(text) if p]
    while len(parts) > 1 and (_SITE_WORD.search(parts[-1]) or _is_short_end(text, parts)):
        parts.pop()
    if len(parts) > 1 and _SITE_WORD.search(parts[0]) and len(parts[0]) <= 14:
        parts.pop(0)
    kept = text[text.find(parts[0]) : text.find(parts[-1]) + len(parts[-1])] if parts else text
    return kept.strip()


def _is_short_end(text: str, parts: list[str]) -> bool:
    """A last part much shorter than another, unless a Chinese dash makes it a subtitle."""
    subtitle = text[: text.rfind(parts[-1])].rstrip().endswith("—")
    return not subtitle and len(parts[-1]) <= SITE_LENGTH < max(map(len, parts[:-1]))


def _in_lines(lines: list[Line], declared: str, source: str, start: int) -> Title | None:
    """The line (or up to four lines in a row) that the declared title holds: the longest, then the nearest the text.

    A site's own name stands in many title elements; it wins only when nothing else of the element is on the page.
    """
    want = squeeze(declared)
    found: list[tuple[bool, int, int, Title]] = []
    for i, line in enumerate(lines[: _search_end(lines, start)]):
        if line.link_share > 0.5 and not line.is_heading:
            continue
        text = ""
        for span, part in enumerate(lines[i : i + JOINED]):
            text += part.text
            have = squeeze(text)
            if len(have) > LONGEST:
                break
            if len(have) >= SHORTEST and _same_title(want, have):
                is_name = bool(_SITE_NAME.search(have))
                found.append((not is_name, len(have), i, Title(text, i, source, span + 1)))
    return max(found, key=lambda f: f[:3])[3] if found else None


def _search_end(lines: list[Line], start: int) -> int:
    """The title stands above the first running text: what stands below it is a heading inside the text."""
    first = next((i for i in range(start, len(lines)) if lines[i].is_content), len(lines))
    return min(len(lines), max(first, start + 1))


JOINED = 4  # lines over which a long title is broken at most
_SITE_NAME = re.compile(r"(?:政府|网|网站|门户|委员会|管委会|开发区|局|厅|部|频道|中心|协会|公司)$")


def _same_title(want: str, have: str) -> bool:
    """Whether the page's line is the declared title, its title part, or the title with a date behind it."""
    if want == have or (len(have) >= SHORTEST + 2 and have in want):
        return True
    if have.startswith(want) and len(want) >= SHORTEST + 2 and _DATED.fullmatch(have[len(want) :]):
        return True
    cut = want.rstrip("….。")
    return len(cut) >= 10 and cut != want and have.startswith(cut)


_DATED = re.compile(r"[\W\d]*(?:\d{4}\D\d{1,2}\D\d{1,2})[\W\d日时分]*")


def _heading(lines: list[Line], start: int) -> Title | None:
    """A heading just above the text (or its first lines), with the lines of the same rank it is broken over."""
    for i in range(min(_search_end(lines, start), start + 4) - 1, -1, -1):
        line = lines[i]
        if line.tag not in ("h1", "h2", "h3") or line.link_share > 0.5 or not _looks_like_title(line):
            continue
        first = i
        while first > 0 and lines[first - 1].tag == line.tag and i - first < JOINED - 1:
            first -= 1
        text = "".join(part.text for part in lines[first : i + 1])
        if len(text) <= LONGEST and not _SITE_NAME.search(squeeze(text)):
            return Title(text, first, "heading", i + 1 - first)
    return None


def _above(lines: list[Line], start: int) -> Title | None:
    """Bare text: the last line above the text that is no chrome, or the text's own first line."""
    for i in range(start - 1, -1, -1):
        line = lines[i]
        named = len(line.bare) > MENU_LIKE and line.link_share < 0.5 and _looks_like_title(line)
        if named and chrome_of(line, "head") is None:
            return Title(line.text, i, "line above the text")
    if start < len(lines) and _looks_like_title(lines[start]) and start + 1 < len(lines):
        return Title(lines[start].text, start, "first line")
    return None


MENU_BARS = 3  # bars from which a line is a menu
MENU_LIKE = 7  # characters up to which a line above the text is rather an entry of a menu


def _looks_like_title(line: Line) -> bool:
    text = line.bare
    if line.hint == REPEATED or line.key.count("|") >= MENU_BARS:
        return False
    return SHORTEST <= len(text) <= LONGEST_BARE and not _NOT_TITLE.search(text)
