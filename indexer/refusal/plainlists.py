"""Lists in bare text, which has no links to tell them by: titles with dates that run backwards, columns of titles.

Only pages without running text of their own are asked; what could be a notice with a table is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from indexer.clean.heading import squeeze
from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of
from indexer.clean.sitename import is_column, is_site
from indexer.refusal.endings import NOTICES
from indexer.refusal.entries import BROKEN_OFF, MORE, TITLE_LENGTH, ends_in_more, is_pager
from indexer.refusal.listing import NOTICE_LENGTH, Listing

DATED_ENTRIES = 4  # titles with dates from which a text can be a list
SURE_ENTRIES = 6  # the same where the page looks like an article otherwise, or has no dates
BACKWARDS = 0.75  # of the steps from one date to the next
ENTRY_SHARE = 0.7  # of the characters
PAGED_SHARE = 0.3  # the same above a pager
CARD_LINES = 6  # of what a list tells of a page, its title included
SECTIONS = 2  # names of columns with 更多 behind them that make a home page
SHORTEST_TITLE = 4  # characters of the title of a table
SECTION_LENGTH = 10  # characters of the name of a column
TEASERS = 3
ABSTRACT_LINES, ABSTRACT = 2, 400  # lines and characters of what a list tells of a page
LONGEST_TITLE = 70
LONGEST_ROW = 160  # characters of a title with its number, date and state
HEAD = 12  # lines within which the name of a column stands
CONTACTS = 3  # lines of an address that make a page of contacts
BESIDE = 30  # characters beside them
_STATUS = (
    r"(?:\s*(?:已(?:回复|答复|办结|受理)|办理中|待回复|查看|阅读|点击|浏览|\d{1,6}\s*次?|\(\d+\)"
    r"|\S{1,10}〔\d{4}〕\s*\d+号))*"
)
_DAY = r"(?:(?P<y>(?:19|20)\d{2})\s*[-/.年]\s*)?(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})日?"
_CLOCK = r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_LAST = re.compile(rf"(?<=\D)[\[(]?\s*{_DAY}{_CLOCK}\s*[\])]?{_STATUS}\s*$")
_FIRST = re.compile(rf"^\W*{_DAY}{_CLOCK}\s*[\])]?\s*(?=[^\d\s月日年])")
_ALONE = re.compile(rf"^\W*(?:发布|更新)?(?:日期|时间)?[:：]?\s*{_DAY}{_CLOCK}{_STATUS}\W*$")
_YEAR_ALONE = re.compile(r"^(?:19|20)\d{2}(?:[-/.年]\d{1,2}月?)?$")  # below the day
# The numbers of the pages of a list, in a short line.
_PAGES = re.compile(
    r"^(?:上一页|<|\s)*\[?\d{1,3}\]?(?:\s+\[?\d{1,3}\]?){1,20}+[\s.\d]*(?:下一页|>)|^\W*(?:(?:点击)?加载更多|(?:已无|没有|暂无)更多\S{0,4}|到底了)\W*$"
)
_RUNNING_TIME = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?$")
_NO_TITLE = re.compile(
    r"[。；:：]\W*$|^(?:附件|[(（]?[一二三四五六七八九十]{1,3}[、)）]|第[一二三四五六七八九十百\d]{1,4}[章节条])"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
# What headlines and titles of documents hold, and names of companies, persons and projects do not.
_HEADLINE = re.compile(
    r"(?:召开|举行|举办|开展|赴|调研|推进|启动|组织|签约|开工|入选|增长|推动|部署|检查|督导|座谈|走访|慰问|揭牌|会议|活动|仪式|考察|来访|学习|培训|印发|征集|申报|公布|调整|成立|举措|助力)"
    rf"|(?:{NOTICES}|解读)\W*$"
)
_SECTION = re.compile(r"^\W*\S{2,10}\s*(?:[>»+]{1,2}\s*)?(?:更多|more)\W*$", re.IGNORECASE)
_HOME = re.compile(r"^(?:网站)?首页\s*[-_|–—]+\s*([^-_|–—>]{3,30})$|^([^-_|–—>]{3,30}?)\s*[-_|–—]+\s*(?:网站)?首页$")
_COMPANY = re.compile(r"(?:公司|集团|厂|管委会|委员会|人民政府|产业园|开发区|高新区)$")
_TOLD = re.compile(r"。|(?<![….])(?:…|\.{3})\W*$")
_CONTACT = re.compile(
    r"^\W*(?:通[讯信])?(?:地\s*址|电\s*话|联系(?:电话|人|方式|地址)|传\s*真|邮\s*编|邮政编码|邮\s*箱|电子邮[箱件]|e-?mail|网\s*址|qq|微信)\s*[:：]",
    re.IGNORECASE,
)


def is_dated_list(listing: Listing) -> bool:
    """Titles, each with its date beside, above or below it, the newest first, or texts cut short with 详细 behind them.

    Decisive, whatever the title is.
    """
    if not _is_bare(listing):
        return False
    opened = sum(line.is_content and ends_in_more(line) for line in listing.main)
    opened += sum(above.is_content and bool(MORE.match(line.key)) for above, line in pairwise(listing.main))
    if opened >= TEASERS or are_cards(listing):
        return True
    told = [line for line in listing.main if line.is_content or _TOLD.search(line.text) or len(line.text) > LONGEST_ROW]
    paged = any(
        is_pager(line) or (len(line.text) <= LONGEST_TITLE and _PAGES.match(line.key)) for line in listing.lines.lines
    )
    if told and not _are_abstracts(listing, told, DATED_ENTRIES - paged):
        return False
    entries = list(_dated([line for line in listing.main if line not in told]))
    listed = [line for part, _ in entries for line in part]
    title = listing.page.title
    article = listing.is_article and not (
        title and title.line is not None and listing.lines.lines[title.line] in listed
    )
    if len(entries) < (SURE_ENTRIES if article and not paged else DATED_ENTRIES - paged):
        return False
    if _has_own_title(listing, listed):
        return False
    backwards = _run_backwards([date for _, date in entries])
    least = PAGED_SHARE if paged else ENTRY_SHARE
    return backwards and _share(listing, sum(len(line.text) for line in (*listed, *told))) >= least


def are_cards(listing: Listing) -> bool:
    """A few lines at a time, and below each what leads to the rest: 详细, 查看更多."""
    lines = listing.main
    ends = [i for i, line in enumerate(lines) if MORE.match(line.key)]
    cut = bool(ends) and all(BROKEN_OFF.search(lines[end - 1].key) for end in ends)
    if len(ends) < TEASERS - cut:
        return False
    shown = 0
    for start, end in pairwise([max(-1, ends[0] - CARD_LINES), *ends]):
        card = lines[start + 1 : end]
        length = sum(len(line.text) for line in card)
        if not 0 < len(card) <= CARD_LINES or length > ABSTRACT or _is_section(card[-1]):
            return False
        shown += length
    return _share(listing, shown) >= ENTRY_SHARE


def _is_section(line: Line) -> bool:
    """The name of a box, whose entries stand below."""
    return len(line.text) <= SECTION_LENGTH and "。" not in line.text and not _ALONE.match(line.key)


def _run_backwards(dates: list[tuple[int, int, int]]) -> bool:
    steps = [now >= then for now, then in pairwise(dates)]
    return sum(steps) >= BACKWARDS * len(steps) and max(dates, default=None) != min(dates, default=None)


def is_plain_table(listing: Listing) -> bool:
    """Rows of bare text that end with dates in no order, below a title of their own: what was given, and when."""
    if not _is_bare(listing) or not _has_own_title(listing, [], SHORTEST_TITLE):
        return False
    return not _run_backwards([date for _, date in _dated(listing.main)])


def _are_abstracts(listing: Listing, told: list[Line], least: int) -> bool:
    """Running text of one or two short lines at a time, with a title and a date of its own above each."""
    texts = {id(line) for line in told}
    runs = [list(run) for is_text, run in groupby(listing.main, lambda line: id(line) in texts) if is_text]
    short = all(len(run) <= ABSTRACT_LINES and sum(len(line.text) for line in run) <= ABSTRACT for run in runs)
    return short and len(runs) >= least and id(listing.main[0]) not in texts


def is_plain_home(listing: Listing) -> bool:
    """Several columns in bare text, 更多 beside or below the name of each, and hardly anything but titles."""
    lines = listing.main
    if not _is_bare(listing):
        return False
    if _is_called_home(listing):
        return True
    if any("。" in line.text for line in lines) or _sections(lines) < SECTIONS:
        return False
    titles = [line for line in lines if _is_title(_LAST.sub("", line.key))]
    return len(titles) >= SURE_ENTRIES and _share(listing, sum(len(line.text) for line in titles)) >= ENTRY_SHARE


def _is_called_home(listing: Listing) -> bool:
    """The title element of a home page in the first line, and hardly any text below."""
    first = listing.lines.lines[0].key if listing.lines.lines else ""
    named = _HOME.match(first) if len(first) <= LONGEST_TITLE else None
    if named is None or listing.is_article or not any(MORE.match(line.key) for line in listing.main):
        return False
    site = squeeze(named[1] or named[2])
    return (is_site(site) or bool(_COMPANY.search(site))) and sum(len(line.text) for line in listing.prose) <= ABSTRACT


def _sections(lines: list[Line]) -> int:
    """Names of columns with 更多 beside or below them."""
    below = sum(bool(MORE.match(line.key)) and len(above.text) <= SECTION_LENGTH for above, line in pairwise(lines))
    return below + sum(bool(_SECTION.match(line.key)) for line in lines)


def is_plain_list(listing: Listing) -> bool:
    """Columns of titles, or films with their lengths, without a sentence; or the beginnings of several texts."""
    if listing.is_cut:
        return True
    return _is_bare(listing) and not any("。" in line.text for line in listing.main) and _is_column_of_titles(listing)


def _is_bare(listing: Listing) -> bool:
    return all(line.tag == "text" and not line.linked for line in listing.lines.lines)


def _has_own_title(listing: Listing, entries: list[Line], least: int = NOTICE_LENGTH) -> bool:
    """A title that is neither an entry nor the name of a column: what stands below it may be its table."""
    title = listing.page.title
    if title is None or title.line is None or is_column(squeeze(title.text)) or is_site(squeeze(title.text)):
        return False
    if len(title.text) < least and not _HEADLINE.search(listing.title_key):
        return False
    return listing.lines.lines[title.line] not in entries and not any(map(is_pager, listing.lines.lines))


def _share(listing: Listing, characters: int) -> float:
    """Of the characters that are no frame."""
    shown = sum(len(line.text) for line in listing.main if not (_is_frame(line) or is_pager(line)))
    return characters / max(1, shown)


def _is_frame(line: Line) -> bool:
    """Menu, breadcrumb, foot, name of a column, length of a film."""
    if (
        is_column(squeeze(line.text))
        or _SECTION.match(line.key)
        or MORE.match(line.key)
        or _RUNNING_TIME.match(line.key)
    ):
        return True
    chromes = (chrome_of(line, "head"), chrome_of(line, "foot"))
    return any(chrome is not None and chrome.reason != "source line" for chrome in chromes)


def _dated(lines: list[Line]) -> Iterator[tuple[tuple[Line, ...], tuple[int, int, int]]]:
    """Every title with a date: the lines of both, and the date."""
    waiting: Line | None = None  # a title, or a date alone, above
    for line in lines:
        if _YEAR_ALONE.match(line.key):
            continue
        match = _LAST.search(line.key) or _FIRST.match(line.key)
        if match and _is_title(line.key[: match.start()] + line.key[match.end() :]):
            yield (line,), _date(match)
            waiting = None
        elif waiting is not None and (alone := _ALONE.match(line.key)) and _is_title(waiting.key):
            yield (waiting, line), _date(alone)
            waiting = None
        elif waiting is not None and (above := _ALONE.match(waiting.key)) and _is_title(line.key):
            yield (waiting, line), _date(above)
            waiting = None
        else:
            waiting = line


def _date(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["y"] or 0), int(match["m"]), int(match["d"])


def _is_title(key: str) -> bool:
    key = key.strip()
    return len(_HAN.findall(key)) >= TITLE_LENGTH and len(key) <= LONGEST_TITLE and not _NO_TITLE.search(key)


def _is_column_of_titles(listing: Listing) -> bool:
    """Headlines below the name of a column, or below several with 更多 behind them; or films with their lengths."""
    if listing.is_article:
        return False
    lines = listing.main
    named = any(is_column(squeeze(line.text)) for line in lines[:HEAD])
    sections = _sections(lines)
    films = sum(bool(_RUNNING_TIME.match(line.key)) for line in lines)
    if not named and sections < SECTIONS and films < SURE_ENTRIES:
        return False
    undated = ((line, _LAST.sub("", line.key)) for line in lines)
    titles = [line for line, key in undated if _is_title(key) and _HEADLINE.search(key)]
    return len(titles) >= SURE_ENTRIES and _share(listing, sum(len(line.text) for line in titles)) >= ENTRY_SHARE


def is_contacts(listing: Listing) -> bool:
    """Lines of an address, and hardly anything else: no list, and no document."""
    lines = listing.lines.lines
    contacts = [line for line in lines if _CONTACT.match(line.key)]
    beside = [line for line in lines if line not in contacts and not _is_frame(line)]
    return len(contacts) >= CONTACTS and sum(len(line.text) for line in beside) <= BESIDE
