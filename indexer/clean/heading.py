"""The title of a page: from its meta tags, its headings, its title element, or the line above the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.clean.line import Line
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
_SQUEEZE = re.compile(r"[\s\u3000“”\"'‘’·]+")


@dataclass(frozen=True)
class Title:
    """The title, the line it stands in (None when it stands in no line), and where it was found."""

    text: str
    line: int | None
    source: str


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
    for text, source in declared:
        if found := _in_lines(lines, text, source, start):
            return found
    if heading := _heading(lines, start, declared[0][0] if declared else None):
        return heading
    for text, source in declared:
        if len(stripped := strip_site(text) if source != "input" else text) >= SHORTEST:
            return Title(stripped, None, source)
    return _above(lines, start) if not declared else None


def strip_site(text: str) -> str:
    """A title element without the names of site and section behind (or before) it."""
    parts = [p for p in _SEPARATOR.split(text) if p]
    while len(parts) > 1 and (_SITE_WORD.search(parts[-1]) or len(parts[-1]) <= 6 < len(parts[0])):
        parts.pop()
    if len(parts) > 1 and _SITE_WORD.search(parts[0]) and len(parts[0]) <= 14:
        parts.pop(0)
    kept = text[text.find(parts[0]) : text.find(parts[-1]) + len(parts[-1])] if parts else text
    return kept.strip()


def _in_lines(lines: list[Line], declared: str, source: str, start: int) -> Title | None:
    """The line (or two lines in a row) that the declared title begins with or holds: the longest wins."""
    want = squeeze(declared)
    best: tuple[int, Title] | None = None
    for i, line in enumerate(lines[: max(start + 3, 12)]):
        if line.link_share > 0.5 and not line.is_heading:
            continue
        for text in (line.text, line.text + lines[i + 1].text if i + 1 < len(lines) else ""):
            have = squeeze(text)
            if not SHORTEST <= len(have) <= LONGEST + 40 or not _same_title(want, have):
                continue
            if best is None or len(have) > best[0]:
                best = (len(have), Title(text, i, source))
    return best[1] if best else None


def _same_title(want: str, have: str) -> bool:
    if want == have:
        return True
    if len(have) >= 8 and want.startswith(have):
        return True
    cut = want.rstrip("….。")
    return len(cut) >= 10 and cut != want and have.startswith(cut)


def _heading(lines: list[Line], start: int, declared: str | None) -> Title | None:
    """A heading of the page just above the text."""
    for i in range(min(start + 2, len(lines)) - 1, -1, -1):
        line = lines[i]
        if line.tag in ("h1", "h2", "h3") and _looks_like_title(line) and line.link_share < 0.5:
            if declared and squeeze(line.text) not in squeeze(declared) and line.tag != "h1":
                continue
            return Title(line.text, i, "heading")
    return None


def _above(lines: list[Line], start: int) -> Title | None:
    """Bare text: the last line above the text that is no chrome, or the text's own first line."""
    for i in range(start - 1, -1, -1):
        if chrome_of(lines[i], "head") is None and _looks_like_title(lines[i]) and len(lines[i].bare) > MENU_LIKE:
            return Title(lines[i].text, i, "line above the text")
    if start < len(lines) and _looks_like_title(lines[start]) and start + 1 < len(lines):
        return Title(lines[start].text, start, "first line")
    return None


MENU_LIKE = 7  # characters up to which a line above the text is rather an entry of a menu


def _looks_like_title(line: Line) -> bool:
    text = line.bare
    return SHORTEST <= len(text) <= LONGEST_BARE and not _NOT_TITLE.search(text)
