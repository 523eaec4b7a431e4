"""What the lines of a page say of other pages: entries, teasers, and what is left as the page's own text.

An entry is the title of another page: a link with nothing but a date or a counter beside it, or a row of a table with a
link. A teaser is running text that only tells what an entry is about: it stands between two entries, or ends in a link
that says 详细.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.clean import Cleaned, PageLines
from indexer.clean.heading import squeeze
from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of
from indexer.clean.sitename import is_column, is_site, strip_site
from indexer.refusal.endings import NOTICES
from indexer.refusal.entries import (
    BROKEN_OFF,
    END,
    ends_in_more,
    has_date,
    is_entry,
    is_file_entry,
    is_footer,
    is_pager,
    is_source,
)
from mappings import fold

DIGEST_ENTRIES = 5
TEASER_LENGTH = 400  # of a teaser at most
TEASER_LINES = 2
OUTLET_LENGTH = 8  # characters of what may stand between an entry and its teaser
ARTICLE_PARAGRAPHS = 4  # in a row, from which they are an article and no teasers
LONG_TEXT = 400  # characters of so many paragraphs, from which nothing else is asked
LONG_PARAGRAPH = 600  # the same of one paragraph
RUNNING_LENGTH = 30  # characters of a paragraph of running text
NAME_LENGTH = 16  # characters of a name
RESULTS_LENGTH = 40  # characters of a title that names a search
SOURCE_REACH = 5  # lines below the title in which its source line stands
SOURCE_LINES = 2  # in a page, at most: with more, each entry of a list has its own

_RESULTS = re.compile(
    r"(?:搜索|检索|查询)(?:的)?结果|站内(?:搜索|检索)|全文检索|^(?:网站|站点)(?:地图|导航)|^标签\s*[:：]|^tag\s*[:：]",
    re.IGNORECASE,
)
# What a search says of itself above its results.
_FOUND = re.compile(
    r"(?:找到|(?:搜索|检索|查询|查|搜)[到出])\D{0,12}\d[\d,]*\s*(?:个|条|篇|项)|(?:相关|搜索|检索)结果\D{0,6}\d[\d,]*\s*(?:个|条|篇|项)"
)
BOX_HEADING, BOX_ENTRIES = 12, 3  # characters of the heading of a box, and entries below it
FOUND_LINES = 12  # of a page, within which it says so
_NOTICE = re.compile(rf"(?:{NOTICES}|名单)(?:[(（《〔].{{0,40}})?\W*$")
_CUT = re.compile(
    r"(?<![….])(?:…|\.{3}|\[…\])\s*(?:\W?(?:阅读更多|继续阅读|详细|全文|更多)\W?)?$|read\s*more\W?$", re.IGNORECASE
)
_NUMBERS = re.compile(r"^[\d\s./:-]{1,16}$")  # the parts of a date, glued together
CUT_SHARE = 0.6  # of the paragraphs
CUT_TEXTS = 2  # beginnings of other texts that make a list
_LABEL = re.compile(r"\S[:：]\s*\S")
NOTICE_LENGTH = 7  # characters from which such a title is a document's; below, a column's
_ASIDE = frozenset(("footer", "navigation", "breadcrumb"))


@dataclass(frozen=True)
class Listing:
    """What the lines of a page say of it: entries, teasers, its own text."""

    page: Cleaned
    lines: PageLines

    @cached_property
    def end(self) -> int:
        """Behind the lines that tell what the page is: what an article recommends does not."""
        title, lines = self.page.title, self.lines.lines
        if title is None or title.line is None or lines[title.line].link_share > 0.5:
            return len(lines)
        told, named = False, is_column(squeeze(title.text)) or is_site(squeeze(title.text))
        for i in range(title.line + title.lines, len(lines)):
            if told and (_is_related(lines[i]) or (not named and _is_box(lines[i : i + BOX_ENTRIES + 1]))):
                return i
            if not told and is_entry(lines[i]):
                break
            told = told or (lines[i].is_content and not ends_in_more(lines[i]))
        return len(lines)

    @cached_property
    def main(self) -> list[Line]:
        """The lines without menu, breadcrumb and foot."""
        return [line for line in self.lines.lines[: self.end] if line.hint not in _ASIDE and not is_footer(line)]

    @cached_property
    def entries(self) -> list[Line]:
        """Titles of other pages, and of files where the page is no article that has them attached."""
        return [line for line in self.main if is_entry(line) or (self.lists_files and is_file_entry(line))]

    @cached_property
    def lists_files(self) -> bool:
        """Whether links to files are entries: each with its date, and no article above them."""
        dates = sum(has_date(line) for line in self.main)
        return dates >= DIGEST_ENTRIES and not self.is_article

    @cached_property
    def prose(self) -> list[Line]:
        """Running text."""
        return [line for line in self.main if line.is_content]

    @cached_property
    def teasers(self) -> list[Line]:
        """Running text that belongs to an entry: with a link to the rest, or between entries, and not only once."""
        opened = [line for line in self.main if line.is_content and ends_in_more(line)]
        between = [teaser for group in self._between() if (teaser := _as_teaser(group))]
        return opened + [line for teaser in between for line in teaser] if len(between) > 1 else opened

    def _between(self) -> Iterator[list[Line]]:
        """The running text behind each entry, where nothing but a date or an outlet stands between the two."""
        waiting: list[Line] = []
        near = False
        for line in self.main:
            if is_entry(line) or is_pager(line):
                if near and waiting:
                    yield waiting
                waiting, near = [], is_entry(line)
            elif line.is_content:
                waiting.append(line)
            elif not self._is_beside(line):
                waiting, near = [], False
        if near and waiting:
            yield waiting

    def _is_beside(self, line: Line) -> bool:
        """The date, source or outlet of an entry; no heading, and not the title."""
        title = self.page.title
        if line.tag in ("title", "bold") or line.is_heading or (title is not None and line.text == title.text):
            return False
        return (
            len(line.text) <= OUTLET_LENGTH
            or _NUMBERS.match(line.text) is not None
            or has_date(line)
            or is_source(line)
        )

    @property
    def scope(self) -> list[Line]:
        """Where entries make a list: the whole page, or the element of its own text where it has some."""
        lines = self.lines
        return lines.lines[lines.start : min(lines.end, self.end)] if self.own_text else self.main

    @cached_property
    def own_text(self) -> int:
        """Characters of running text that tell of no entry."""
        own = {id(line) for line in self.teasers}
        return sum(len(line.text) for line in self.prose if id(line) not in own)

    @cached_property
    def running(self) -> int:
        """Characters of running text that cleaning kept."""
        kept = (p for p in self.page.paragraphs if len(p) >= RUNNING_LENGTH and "。" in p)
        return sum(len(p) for p in kept if not is_footer(Line(p)))

    @cached_property
    def prose_runs(self) -> list[list[int]]:
        """Lengths of the paragraphs of running text in a row, without an entry between them."""
        runs: list[list[int]] = [[]]
        for line in self.lines.lines[self.lines.start : self.lines.end]:
            if line.is_content:
                runs[-1].append(len(line.text))
            elif runs[-1] and is_entry(line):
                runs.append([])
        return runs

    @property
    def longest_prose(self) -> int:
        """Paragraphs of the longest run."""
        return max(map(len, self.prose_runs))

    @cached_property
    def continued(self) -> int:
        """Paragraphs whose end is a link to the rest."""
        return sum(line.is_content and ends_in_more(line) for line in self.lines.lines)

    @cached_property
    def is_cut(self) -> bool:
        """Bare text of several paragraphs, each the beginning of another text: it breaks off in …"""
        lines = self.lines.lines
        if any(line.linked or line.tag != "text" for line in lines):
            return False
        ends = [end for line in self.prose if "…" in (end := line.key[-END:]) or "..." in end or "more" in end.lower()]
        if len(ends) < CUT_TEXTS:
            return False
        listed = any(map(is_pager, lines)) or sum(map(has_date, lines)) > CUT_TEXTS
        cut = sum(bool((BROKEN_OFF if listed else _CUT).search(end)) for end in ends)
        return cut >= CUT_TEXTS and (cut == len(self.prose) or (cut > CUT_TEXTS and cut >= CUT_SHARE * len(self.prose)))

    @property
    def is_long(self) -> bool:
        """A text too long for a list, a wall or an error, whatever else the page shows."""
        if self.continued > 1 or self.is_cut:
            return False
        if any(length >= LONG_PARAGRAPH for run in self.prose_runs for length in run):
            return True
        return any(len(run) >= ARTICLE_PARAGRAPHS and sum(run) >= LONG_TEXT for run in self.prose_runs)

    @cached_property
    def text(self) -> str:
        """What cleaning kept, as it is written: to look for words before anything that costs more."""
        return "\n".join(self.page.paragraphs)

    @cached_property
    def title_key(self) -> str:
        """The title folded for matching ("" when there is none)."""
        return fold(self.page.title.text if self.page.title else "")

    @cached_property
    def names(self) -> list[str]:
        """What the page is called, where that is short: its title, the title element, the first line; squeezed."""
        title, first = self.page.title, self.lines.lines[0] if self.lines.lines else None
        elements = (self.lines.title, first.text if first and not first.linked else "")
        named = (title.text if title else "", *(strip_site(element) for element in elements if element))
        return [squeeze(name) for name in named if name and len(name) <= NAME_LENGTH]

    @property
    def names_results(self) -> bool:
        """A title that says: results of a search, a map of the site."""
        return len(self.title_key) < RESULTS_LENGTH and bool(_RESULTS.search(self.title_key))

    @property
    def counts_results(self) -> bool:
        """A line above the results of a search that says how many there are."""
        head = (line for line in self.main[:FOUND_LINES] if len(line.text) < RESULTS_LENGTH)
        return any(_FOUND.search(line.key) and "。" not in line.text for line in head)

    @cached_property
    def is_article(self) -> bool:
        """A title of its own with a source line, or the title of a notice; or the page's meta tags say so."""
        title = self.page.title
        if title is None or title.line is None or self.lines.lines[title.line].link_share > 0.5:
            return False
        if len(title.text) >= NOTICE_LENGTH and _NOTICE.search(self.title_key):
            return True
        if is_column(squeeze(title.text)):
            return False
        sources = [line for line in self.main if is_source(line)]
        return len(sources) <= SOURCE_LINES and self._is_signed(title.line, title.line + title.lines)

    def _is_signed(self, first: int, behind: int) -> bool:
        """A source line just above the title or below it, before any entry or text."""
        lines = self.lines.lines
        if any(is_source(line) and _LABEL.search(line.key) for line in lines[max(0, first - 1) : first]):
            return True
        for line in lines[behind : behind + SOURCE_REACH]:
            if is_source(line):
                return True
            if is_entry(line) or line.is_content:
                return False
        return False


def _is_related(line: Line) -> bool:
    chrome = chrome_of(line, "tail")
    return line.hint == "related reading" or (chrome is not None and chrome.end and chrome.reason == "related reading")


def _is_box(lines: list[Line]) -> bool:
    """A heading, and nothing but entries below it."""
    heading, entries = lines[0], lines[1:]
    named = len(heading.text) <= BOX_HEADING and not heading.linked and heading.tag != "text"
    return named and len(entries) == BOX_ENTRIES and all(map(is_entry, entries))


def _as_teaser(lines: list[Line]) -> list[Line]:
    """The paragraphs below an entry, when they are few enough to be a teaser."""
    fits = len(lines) <= TEASER_LINES and sum(len(line.text) for line in lines) <= TEASER_LENGTH
    return [line for line in lines if not ends_in_more(line)] if fits else []
