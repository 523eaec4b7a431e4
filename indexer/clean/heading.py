"""The title of a page: the line that looks most like it, with what meta tags, title element and input say it is.

Every line above the first running text is a candidate (and up to four in a row, where a title is broken over lines).
What speaks for one: that the page or the input declares it, that it is a heading, that the source line follows, that it
ends like a document's title. What speaks against one: that it names a site or a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from indexer.clean.broken import DOCUMENT_END, broken_over
from indexer.clean.line import REPEATED, Line
from indexer.clean.patterns import chrome_of, reason_of
from indexer.clean.salutation import SALUTATION
from indexer.clean.sitename import columns, is_column, is_frame, is_site, strip_site
from mappings import fold

META_NAMES = ("articletitle", "msg_title", "og:title", "twitter:title", "title", "headline", "dc.title")
SHORTEST = 4  # characters of a title
LONGEST = 120
SHORT_TITLES = frozenset(("讣告", "启事", "唁电", "贺信", "布告", "通告", "声明"))
LONGEST_BARE = 70  # of a title that only its place betrays
LONG_ENOUGH = 8  # characters from which a title element that stands nowhere on the page is believed
CUT_LENGTH = 10  # characters of a declared title that is cut off, from which a line can be the whole of it
JOINED = 4  # lines over which a long title is broken at most
REGION = 12  # lines below the head, before the first running text, among which the title can stand
SOURCE_REACH = 3  # lines between a title and its source line
MENU_BARS = 3  # bars from which a line is a menu
MENU_LIKE = 7  # characters up to which a line above the text is rather an entry of a menu

# Points of a candidate.
DECLARED, DECLARED_PART = 6.0, 3.0
HEADINGS = {"h1": 3.0, "h2": 2.5, "h3": 2.0, "title": 2.0, "h4": 1.5, "bold": 1.5, "h5": 1.0, "h6": 1.0}
SOURCE_BELOW = (3.0, 2.0, 1.0, 0.0)  # by how many lines stand between; the last for none in reach
SOURCE_ABOVE = 1.0
REPEATED_BELOW = 2.0
DOCUMENT, LENGTH, FIRST, LAST, BROKEN = 1.5, 1.0, 1.0, 1.0, 1.5
ABOVE_CRUMBS, SITE, COLUMN, SHORT = -2.0, -5.0, -4.0, -1.5
SURE, LIKELY = 3.5, 1.5  # points from which a candidate beats a title element that is not on the page; and nothing

_NOT_TITLE = re.compile(
    r"[。；;]|[：:]\W*$|https?://|^ID\s*[:：]|^[(（][^()（）]*[)）]$|^(?:-{2}|—|–)|^[A-Za-z]{2,6}\d{0,4}\s*[-—–]\s*\d{4}\s*[-—–]\s*\d|^(?:同志们|各位|尊敬的|各[市县区省]|.{0,4}(?:来源|时间|日期|作者|记者|通讯员|编辑)\s*[:：])|^[\W\d]+$|^\W*(?:本报|本刊|本网)?(?:记者|通讯员|文/|图/)"
    r"|^[（(]?[一二三四五六七八九十]{1,3}[、)）.．]|^第[一二三四五六七八九十百\d]{1,4}[章节条编]|^\d{1,2}\s*[、.．](?!\d)|^\S{1,12}[〔\[（(【]\s*\d{4}\s*[〕\])）】]\s*第?\s*\d+\s*号$"
)
_LABELLED = re.compile(
    r"^(?:(?:信件|来信|留言|咨询|公文|文件)?(?:标\s*题|主题)|题\s*名|[文信]件名称|信息名称|名\s*称)\s*[|:：][|\s]*(\S.{5,})$"
)
_DATED = re.compile(r"[\W\d]*(?:\d{4}\D\d{1,2}\D\d{1,2})[\W\d日时分秒]*")
_DATE_BEHIND = re.compile(r"[\s(（\[]*\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?[\s\d:：)）\]]*$")
_SOURCE_BEHIND = r"(?:来源|作者|编辑|浏览|点击|阅读)\S{0,3}\s*[:：].{0,40}"
_TIME_BEHIND = re.compile(
    r"[\s(（\[]*\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?\s*"
    rf"(?:\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?[\s)）\]]*(?:{_SOURCE_BEHIND})?|{_SOURCE_BEHIND})$"
)
_CUT = re.compile(r"…|\.{2,}")
_PAGE_NUMBER = re.compile(r"\s*(?:[(（]\d{1,2}[)）]|第\d{1,2}页)$")
_SQUEEZE = re.compile(r"[\s\u3000“”\"'‘’·：:|]+")
_SEPARATED = re.compile(r"\s*(?:[|｜_»>]|-{1,3}|—{1,2}|–)\s*")


@dataclass(frozen=True)
class Title:
    """The title, the line it stands in (None when it stands in no line), and where it was found."""

    text: str
    line: int | None
    source: str
    lines: int = 1  # how many lines it is broken over


@dataclass(frozen=True)
class _Declared:
    """A title that something other than the lines gives."""

    text: str
    source: str

    @cached_property
    def key(self) -> str:
        """The whole of it, squeezed."""
        return squeeze(self.text)

    @cached_property
    def parts(self) -> frozenset[str]:
        """What stands between its separators, and what is left without the names of site and column."""
        return frozenset(squeeze(part) for part in (*_SEPARATED.split(self.text), strip_site(self.text)))

    @cached_property
    def cuts(self) -> tuple[str, ...]:
        """Parts that end in …, as far as they go."""
        parts = _SEPARATED.split(self.text)
        found = (squeeze(part[: cut.start()]) for part in parts if (cut := _CUT.search(part)))
        return tuple(cut for cut in found if len(cut) >= CUT_LENGTH)


@dataclass(frozen=True)
class _Page:
    """The lines among which the title is looked for, and what is known of them."""

    lines: list[Line]
    start: int  # of the text
    end: int  # of the search
    columns: frozenset[str]  # names of columns, squeezed
    crumbs: int  # the line of the breadcrumb, -1 without


def squeeze(text: str) -> str:
    """A text without spaces and quotes, folded: two spellings of one title become equal."""
    return _SQUEEZE.sub("", fold(text)).lower()


def find_title(
    lines: list[Line], start: int, given: str | None, meta: Mapping[str, str], element: str | None
) -> Title | None:
    """The title; `start` is where the text begins, `given` what the input said, `element` the content of <title>."""
    page = _page(lines, start, meta)
    if given:  # only where it stands in the lines, and whether it is cut, is asked of the page
        claims = [_Declared(given, "input")]
        named = [found for i in range(page.end) if (found := _named(page, i, claims)) and found[0] >= DECLARED]
        return max(named, key=lambda f: f[0])[1] if named else _unseen(claims, page.columns, sure=True)
    declared = [_Declared(text, "meta") for name in META_NAMES if (text := meta.get(name))]
    declared += [_Declared(element, "title element")] if element else []
    points, best = max(_candidates(page, declared), key=lambda c: c[0], default=(0.0, None))
    if best and points >= SURE:
        return best
    return _unseen(declared, page.columns, sure=True) or (
        best if points >= LIKELY else _unseen(declared, page.columns, sure=False)
    )


def _page(lines: list[Line], start: int, meta: Mapping[str, str]) -> _Page:
    """The title stands above the first running text: what stands below it is a heading inside the text."""
    first = next((i for i in range(start, len(lines)) if lines[i].is_content), start)
    end = min(len(lines), max(first, start + 1), start + REGION)
    end = next((i for i in range(start + 1, end) if SALUTATION.search(lines[i].key)), end)
    crumbs = [i for i in range(end) if _is_crumbs(lines[i])]
    names = [squeeze(meta[name]) for name in ("columnname", "sitename", "og:site_name") if name in meta]
    for i in crumbs:
        names += [squeeze(part) for part in columns(lines[i].key, lines[min(i + 1, len(lines) - 1)].key)]
    return _Page(lines, start, end, frozenset(filter(None, names)), crumbs[-1] if crumbs else -1)


def _is_crumbs(line: Line) -> bool:
    return line.hint == "breadcrumb" or reason_of(line, "head") == "breadcrumb"


def _candidates(page: _Page, declared: list[_Declared]) -> Iterator[tuple[float, Title]]:
    """Every line that can be the title, with its points; the first of equals stands first."""
    last = next((i for i in range(page.end - 1, -1, -1) if _is_free(page, i)), -1)
    for i in range(page.end):
        if len(page.lines[i].text) <= LONGEST and (match := _LABELLED.match(page.lines[i].key)):
            yield DECLARED + 1, Title(page.lines[i].text[match.start(1) :], None, "labelled")
        if named := _named(page, i, declared):
            bonus, title = named
            yield bonus + _points(page, title, last), title
        elif _is_free(page, i):
            title = _joined(page, i)
            yield _points(page, title, last), title


def _named(page: _Page, i: int, declared: list[_Declared]) -> tuple[float, Title] | None:
    """The line (with up to three behind it) that something declares to be the title: the longest."""
    line = page.lines[i]
    if (line.link_share > 0.5 and not line.is_heading) or len(line.text) > 2 * LONGEST:
        return None
    best: tuple[float, Title] | None = None
    text = ""
    for span, part in enumerate(page.lines[i : i + JOINED]):
        text += part.text[: 2 * LONGEST]
        have = squeeze(text)
        if len(have) > LONGEST:
            break
        for claim in declared if len(have) >= SHORTEST or line.is_heading else ():
            if (points := _agreement(claim, have)) and (best is None or points > best[0]):
                best = points, Title(_undated(text, claim), i, claim.source, span + 1)
        if best is None and not any(have in claim.key for claim in declared):
            break
    return best


def _agreement(claim: _Declared, have: str) -> float:
    """Points of a line for what a declared title says: the whole, one of its parts, its beginning, or with a date."""
    want = claim.key
    long = len(have) / LONGEST
    if have == want or have in claim.parts:
        return DECLARED + long
    if len(have) >= SHORTEST + 2 and have in want:
        return (DECLARED if len(have) >= LONG_ENOUGH else DECLARED_PART) + long
    wholes = [part for part in (want, *claim.parts) if len(part) >= SHORTEST + 2 and have.startswith(part)]
    if any(_DATED.fullmatch(have[len(part) :]) for part in wholes):
        return DECLARED
    return DECLARED if have.startswith(claim.cuts) else 0.0


def _undated(text: str, claim: _Declared) -> str:
    """The title without the time in its line, and without a date, unless the declared one has it."""
    text = _TIME_BEHIND.sub("", text) or text
    return text if squeeze(text) in claim.key else _DATE_BEHIND.sub("", text) or text


def _joined(page: _Page, i: int) -> Title:
    """A heading with the lines of the same rank behind it."""
    line, span = page.lines[i], 1
    while line.tag in ("h1", "h2", "h3") and i + span < page.end and span < JOINED:
        following = page.lines[i + span]
        if following.tag != line.tag or not _looks_like_title(following) or is_site(following.key):
            break
        span += 1
    text = "".join(part.text for part in page.lines[i : i + span])
    if len(text) > LONGEST:
        text, span = line.text, 1
    if span == 1 and (broken := broken_over(page.lines, i, page.end)):
        text, span = "".join(part.text for part in page.lines[i : i + broken]), broken
    text = _TIME_BEHIND.sub("", text) or text
    text = (_DATE_BEHIND.sub("", text) if line.is_heading else text) or text
    return Title(text, i, "heading" if line.is_heading else "line above the text", span)


def _is_free(page: _Page, i: int) -> bool:
    """A line that can be a title though nothing declares it."""
    line = page.lines[i]
    if line.link_share >= 0.5 or (line.hint and line.hint != "caption") or not _looks_like_title(line):
        return False
    return chrome_of(line, "head") is None or (line.is_heading and bool(_DATE_BEHIND.search(line.key[SHORTEST:])))


def _looks_like_title(line: Line) -> bool:
    text = line.bare
    if line.hint == REPEATED or line.key.count("|") >= MENU_BARS or line.tag == "row":
        return False
    if text is not line.key and line.key[:1].isdigit():  # 1. 专项规划: the entry of a list
        return False
    longest = LONGEST if "关于" in text and DOCUMENT_END.search(text) else LONGEST_BARE
    return (SHORTEST <= len(text) <= longest or text in SHORT_TITLES) and not _NOT_TITLE.search(text)


def _points(page: _Page, title: Title, last: int) -> float:
    """What its place and its words say for or against a candidate."""
    i = title.line or 0
    behind = i + title.lines
    line, key = page.lines[i], squeeze(title.text)
    between = _lines_to_source(page.lines, behind)
    points = HEADINGS.get(line.tag, 0.0) + SOURCE_BELOW[between]
    # 某省再添国家级开发区: between breadcrumb and source line stands no name of a site, whatever the words are.
    points -= SITE if between == 0 and page.crumbs == i - 1 and is_site(key) else 0.0
    # 停水公告 in the column 停水公告: below a source line of its own, a kind of document is a title.
    points -= COLUMN if between == 0 and key in page.columns and DOCUMENT_END.search(key) else 0.0
    points += SOURCE_ABOVE if i and _is_source(page.lines[i - 1]) else 0.0
    points += FIRST if i == page.start or (i == 0 and line.tag == "text") else 0.0
    points += LAST if last in range(i, behind) and (len(key) > MENU_LIKE or i >= page.start) else 0.0
    twice = i > 0 and behind < page.end and page.lines[behind].key == line.key and _is_source(page.lines[i - 1])
    points += REPEATED_BELOW if not twice and _is_repeated(page, key, behind) else 0.0
    points += ABOVE_CRUMBS if behind <= page.crumbs else 0.0
    named = line.is_heading and DOCUMENT_END.search(key)  # 停水通知
    points += SHORT if len(key) <= MENU_LIKE and i < page.start and not named else 0.0
    points += BROKEN if line.tag == "text" and title.lines > 1 and title.source == "line above the text" else 0.0
    points += (
        DOCUMENT if DOCUMENT_END.search(key) and len(key) > (SHORTEST if line.tag == "text" else LONG_ENOUGH) else 0.0
    )
    return points + _words(page, key)


def _words(page: _Page, key: str) -> float:
    column = key in page.columns or is_column(key)
    return (LENGTH if 10 <= len(key) <= 50 else 0.0) + (SITE if is_site(key) else 0.0) + (COLUMN if column else 0.0)


def _lines_to_source(lines: list[Line], behind: int) -> int:
    """How many lines stand between a title and its source line, none of them running text."""
    for between, line in enumerate(lines[behind : behind + SOURCE_REACH]):
        if _is_source(line):
            return between
        if line.is_content:
            break
    return SOURCE_REACH


def _is_source(line: Line) -> bool:
    return reason_of(line, "head") == "source line"


def _is_repeated(page: _Page, key: str, behind: int) -> bool:
    """Whether the line stands once more, at the head of the text."""
    below = range(behind, min(len(page.lines), page.end + 1))
    return len(key) > MENU_LIKE and any(squeeze(page.lines[i].text) == key for i in below)


def _unseen(declared: list[_Declared], columns: frozenset[str], sure: bool) -> Title | None:
    """A declared title that stands nowhere on the page, without the names of site and column."""
    for claim in declared:
        text = _PAGE_NUMBER.sub("", strip_site(claim.text, cautious=claim.source == "input"))
        named = squeeze(text) in columns or is_frame(text)
        if claim.source == "input" or (len(text) >= LONG_ENOUGH and not named) or (not sure and len(text) >= SHORTEST):
            return Title(text, None, claim.source)
    return None
