"""Lists of other pages: columns, search results, catalogues, maps, home pages. Rules over what their lines show.

A page with enough text of its own, or with a title and a source line of its own above it, is none.
"""

from __future__ import annotations

import re
from collections import Counter

from indexer.clean.heading import Title, squeeze
from indexer.clean.sitename import is_column, is_site
from indexer.refusal.contents import is_contents
from indexer.refusal.entries import (
    DATE_IN,
    DATED_LENGTH,
    ENTRY_LENGTH,
    LIST_SHARE,
    MORE,
    has_date,
    is_dated_title,
    is_entry,
    is_footer,
    is_pager,
)
from indexer.refusal.listing import ARTICLE_PARAGRAPHS, DIGEST_ENTRIES, NOTICE_LENGTH, SOURCE_REACH, Listing
from indexer.refusal.plainlists import are_cards, is_dated_list, is_plain_home, is_plain_list, is_plain_table

LIST_LINES = 8  # entries from which a page can be a list
PAGED_ENTRIES = 2  # the same above a pager
TEASERS = 3
BOXES = 4  # of a home page, with 更多 above or below each
CARDS = 3
TITLED_TEXT = (
    90  # characters of own text below a title that stands on the page: a short article in a page full of links
)
LIST_TEXT = 200  # the same without such a title
LINKED_TEXT = 20  # characters of links that make a list of a page without a sentence
_EMPTY = re.compile(
    r"^\W*(?:暂无|没有|无|未找到|没有找到|未检索到|抱歉|对不起)[^。]{0,6}(?:相关|任何|符合条件的)?[^。]{0,10}(?:数据|信息|内容|记录|结果|文章|公告|新闻)[^。]{0,8}[。!！]?\W*$"
)
_NONE_FOUND = re.compile(
    r"(?:没有|未能?)(?:找|搜索?|检索|查询?)到[^。]{0,4}(?:与|和|包含|关于|符合|匹配)[^。]{0,40}(?:内容|信息|结果|记录|文章|网页|条目|数据|条件|相关|匹配)"
)
_BOX_MORE = re.compile(r"^\W*(?:查看)?(?:更多|more)\W*$", re.IGNORECASE)
_DOWNLOAD = re.compile(r"下载|附\s*件|查看|预览|打开")
_TAKE = re.compile(r"(?:点击|立即|免费|本地|附件)?下\s*载\W*$")
_SIZE = re.compile(r"\d(?:\.\d+)?\s*(?:[KM]B?|字节)(?![A-Za-z])|下载(?:次数|量|数)?\s*[:：]?\s*\d", re.IGNORECASE)
_STATE = re.compile(
    r"^\W*(?:已(?:回复|答复|办结|受理)|(?:办理|处理|受理|审核)中|待(?:回复|办理|受理))"
    r"|(?:已(?:回复|答复|办结)|办理中)\W*$"
)
_CELLS = re.compile(r"\S\s*\|\s*\S.*\||^\d{1,3}\s+\S.*\S\s+\S|\S\s+\S+\s+\S+\s+\S")
_SITE_TITLE = re.compile(
    r"(?:首页|官网|网站|门户|政府|管委会|委员会|开发区|园区|高新区|经开区|在线|信息网|平台|网|局|厅)\W*$|^$"
)


def is_list(listing: Listing) -> bool:
    """Whether the page is a list of other pages, a home page or a search result."""
    if listing.counts_results or is_dated_list(listing) or is_plain_home(listing) or is_contents(listing):
        return True
    if listing.is_article:
        return not _has_long_title(listing) and _are_downloads(listing)
    return listing.names_results or any(
        rule(listing)
        for rule in (
            _is_digest,
            _is_full_of_entries,
            _is_portal,
            _is_home,
            _is_cards,
            _is_register,
            _is_paged,
            _is_links_only,
            _is_catalogue,
            _is_empty,
            is_plain_list,
            are_cards,
            _are_downloads,
            _are_cases,
        )
    )


def _is_full_of_entries(listing: Listing) -> bool:
    """Most of the main part is entries, and there is no text of its own to speak of."""
    page, lines = listing.page, listing.lines
    own = listing.own_text if listing.teasers else listing.running
    if own >= (TITLED_TEXT if page.title and page.title.line is not None else LIST_TEXT):
        return False
    inside = lines.lines[lines.start : min(lines.end, listing.end)] if own else lines.lines[: listing.end]
    main = [line for line in inside if line.hint not in ("footer", "navigation") and not is_footer(line)]
    files = listing.lists_files
    entries = [line for line in main if is_entry(line) or (line.link_share > LIST_SHARE and (files or not line.files))]
    shown = sum(len(line.text) for line in main)
    listed = sum(len(line.text) for line in entries)
    return len(entries) >= LIST_LINES and listed > LIST_SHARE * shown and listed > 2 * own


def _is_digest(listing: Listing) -> bool:
    """Entries, each with a teaser, a date or a 阅读全文 of its own."""
    if listing.continued >= TEASERS and len(listing.entries) >= TEASERS:
        return True
    if 1 < listing.continued == len(listing.prose):
        return True
    if listing.longest_prose >= ARTICLE_PARAGRAPHS:
        return False
    title, lines = listing.page.title, listing.lines
    heading = title.line if title and title.line is not None else lines.start
    main = lines.lines[max(lines.start, heading) : min(lines.end, listing.end)]
    titles = [
        line
        for line in main
        if line.linked >= ENTRY_LENGTH and line.link_share > 0.5 and (listing.lists_files or not line.files)
    ]
    dated = [line for line in main if has_date(line)]
    opened = [line for line in main if MORE.search(line.key) and line.linked > 0]
    least = DIGEST_ENTRIES - 1 if title is None or is_column(squeeze(title.text)) else DIGEST_ENTRIES
    if min(len(titles), max(len(dated), len(opened))) >= least:
        return True
    told = sum(len(line.text) for line in listing.teasers)
    return len(listing.teasers) >= TEASERS and told > listing.own_text


def _is_portal(listing: Listing) -> bool:
    """A home page: titles of other pages all over, hardly any text in a row, and no line that says source or date."""
    page, lines = listing.page, listing.lines
    shown = lines.lines[: listing.end]
    titles = [
        line for line in shown if len(line.text) >= ENTRY_LENGTH and not line.files and (line.is_link or is_entry(line))
    ]
    own = min(listing.running, listing.own_text)
    if sum(len(line.text) for line in titles) <= own or any(r.reason == "source line" for r in page.removed):
        return False
    title = page.title.text if page.title else ""
    if not (_SITE_TITLE.search(title.strip()) or (own == 0 and _SITE_TITLE.search((lines.title or "").strip()))):
        return False  # a short notice among link boxes has a title of its own
    return len(titles) >= LIST_LINES and listing.longest_prose < ARTICLE_PARAGRAPHS - 1


def _is_home(listing: Listing) -> bool:
    """A home page by its title element and its many boxes with 更多; what text it has is one of them."""
    name, title = squeeze(listing.lines.title or ""), listing.page.title
    if title is not None and not _names_box(squeeze(title.text)) and _has_text_below(listing, title):
        return False
    if not (is_site(name) or _SITE_TITLE.search(name)) or listing.running >= LIST_TEXT:
        return False
    boxes = sum(bool(line.linked and _BOX_MORE.search(line.key)) for line in listing.lines.lines)
    return boxes >= BOXES and not any(r.reason == "source line" for r in listing.page.removed)


def _has_text_below(listing: Listing, title: Title) -> bool:
    """Running text below the title, before any link."""
    behind = len(listing.lines.lines) if title.line is None else title.line + title.lines
    for line in listing.lines.lines[behind : behind + SOURCE_REACH]:
        if line.is_content or line.linked:
            return line.is_content
    return False


def _names_box(key: str) -> bool:
    """The name of a column or site, or what the portrait of a place or product is called."""
    return is_column(key) or is_site(key) or key.endswith(("简介", "介绍", "概况", "概览"))


def _is_cards(listing: Listing) -> bool:
    """Persons, services, products, interviews with the same links or labels below each, and not one sentence."""
    if listing.prose or any("。" in line.text for line in listing.main):
        return False
    same = Counter((line.key, line.link_share > LIST_SHARE) for line in listing.main if not line.files)
    labelled = len(listing.entries) >= CARDS  # below an entry each, labels count too, which are no links
    return any(n >= CARDS and (linked or labelled) and not _DOWNLOAD.search(key) for (key, linked), n in same.items())


def _is_register(listing: Listing) -> bool:
    """A table with a date in each row, under the name of a column, or over several pages: what a script leads from."""
    title, lines = listing.page.title, listing.lines.lines
    if listing.prose or (title is not None and not is_column(squeeze(title.text)) and not any(map(is_pager, lines))):
        return False
    return sum(line.tag == "row" and bool(DATE_IN.search(line.key)) for line in lines) >= LIST_LINES


def _is_paged(listing: Listing) -> bool:
    """A pager that counts records or leads to the last page, and hardly any text of its own."""
    paged = any(is_pager(line) for line in listing.lines.lines)
    entries = sum(line in listing.scope for line in listing.entries)
    return paged and entries >= PAGED_ENTRIES and listing.own_text < TITLED_TEXT


def _is_links_only(listing: Listing) -> bool:
    """Links with their dates, and not one sentence."""
    if any(line.is_content or "。" in line.text for line in listing.main):
        return False
    dates = sum(len(line.text) - line.linked for line in listing.main if is_entry(line) and has_date(line))
    shown = sum(len(line.text) for line in listing.main) - dates
    linked = sum(line.linked for line in listing.main if not line.files)
    return linked >= LINKED_TEXT and linked > LIST_SHARE * shown


def _is_catalogue(listing: Listing) -> bool:
    """Dated titles, linked or not, and hardly any text of its own."""
    scope, title = listing.scope, listing.page.title
    if is_plain_table(listing) or (title is not None and title.line is not None and _is_table(listing, title)):
        return False
    rows = [line for line in scope if is_dated_title(line)]
    listed, shown = (sum(len(line.text) for line in some) for some in (rows, scope))
    return len(rows) >= LIST_LINES and listed > LIST_SHARE * shown and listing.own_text < TITLED_TEXT


def _is_table(listing: Listing, title: Title) -> bool:
    """Rows that lead nowhere, below a title of their own: a document."""
    key = squeeze(title.text)
    if len(key) < NOTICE_LENGTH or is_column(key) or is_site(key) or any(map(is_pager, listing.lines.lines)):
        return False
    rows = [line for line in listing.scope if is_dated_title(line)]
    return all((line.tag == "row" or _CELLS.search(line.key)) and (not line.linked or line.files) for line in rows)


def _has_long_title(listing: Listing) -> bool:
    return listing.page.title is not None and len(listing.page.title.text) >= NOTICE_LENGTH


def _are_downloads(listing: Listing) -> bool:
    """A register of files: with each its size or how often it was taken, and what takes it."""
    if any("。" in line.text for line in listing.main):
        return False
    taken = sum(bool(_TAKE.search(line.key)) for line in listing.main)
    sizes = sum(bool(_SIZE.search(line.key)) for line in listing.main)
    return min(taken, sizes) >= CARDS


def _are_cases(listing: Listing) -> bool:
    """Letters or complaints, of each what became of it and its day, and no text."""
    cases = sum(bool(_STATE.search(line.key) and DATE_IN.search(line.key)) for line in listing.main)
    return cases > CARDS and not listing.prose


def _is_empty(listing: Listing) -> bool:
    """A list without entries, which says so."""
    if listing.own_text < TITLED_TEXT and any(_NONE_FOUND.search(line.key) for line in listing.main):
        return True
    return not listing.prose and any(_EMPTY.search(line.key) for line in listing.main if len(line.text) <= DATED_LENGTH)
