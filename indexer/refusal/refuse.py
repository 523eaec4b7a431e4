"""Pages that are no documents: lists of links, home pages, login walls, error pages, videos without text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property

from indexer.clean import Cleaned, PageLines
from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of
from indexer.refusal.agreement import is_agreement
from indexer.refusal.contents import is_player
from indexer.refusal.endings import FILE_NAME
from indexer.refusal.entries import ENTRY_LENGTH, is_footer
from indexer.refusal.forms import is_form, is_questionnaire
from indexer.refusal.listing import Listing
from indexer.refusal.lists import LIST_LINES, is_list
from indexer.refusal.logins import is_login, tells_how_to_register
from indexer.refusal.mailbox import is_mailbox
from indexer.refusal.messages import (
    BLOCKED,
    ERROR_TITLE,
    GATE,
    GONE,
    LOCKED,
    MAINTAINED,
    PROMOTION,
    TECHNICAL,
    TO_OPEN,
)
from indexer.refusal.plainlists import is_contacts
from indexer.refusal.signposts import are_posts, leads_elsewhere
from indexer.refusal.upkeep import is_upkeep
from indexer.refusal.visitors import speaks_to_visitors
from indexer.refusal.wordless import is_sentence, is_short_document, tells_nothing
from mappings import fold

EXCERPT = 130  # characters that a wall may show of what is behind it
CUT_EXCERPT = 300  # the same where the last of them are …
LITTLE = 120  # characters beside a message that leave it the page's only message
STATEMENT = 30  # characters of a line that says nothing else
MESSAGE = 80  # characters of a message's line at most
CARD_SHARE = 0.6  # of a page's characters
LABEL_LENGTH = 50  # characters without a sentence that are no text: the shortest notices have 60
FEW = 16  # the same below a title
LEAST_HAN = 8  # Chinese characters or letters that make a text
TECHNICAL_LENGTH = 3000  # characters of a server's report at most
VIEWER_LINES = 2  # of bare text that make the frame of a file
STATED = 300  # characters at its beginning within which it says so
# Words of news and notices, never of messages.
_NEWS = re.compile(
    r"\d月\d{1,2}日|\d{4}年|近日|日前|昨日|记者|企业|园区|工程|项目|各单位|各部门|政府(?!门户|网)|会议|新闻联播"
)
_SENTENCE = re.compile(r"[。；！？]|，.*，|^(?:据悉|近日|日前|昨日|今日|\d{1,2}月\d{1,2}日)[^。]{15}")
_LABEL = re.compile(r"[:：|]")
_WORD = re.compile(r"[\u3400-\u9fffA-Za-z]")

_ABOUT_WALLS = (LOCKED, TO_OPEN, PROMOTION)
_FRAMES = re.compile(r"(?:使用了?框架|不支持框架|noframes|frames?et)", re.IGNORECASE)
_REDIRECT = re.compile(
    r"(?:正在|自动|即将|页面)[^。]{0,6}(?:跳转|转向|重定向|进入(?:首页|系统|网站|页面))|object\s+moved|redirect",
    re.IGNORECASE,
)
# What a page shows in place of its text: a viewer of a file.
_VIEWER = re.compile(
    FILE_NAME.pattern
    + r"|附\s*件|下载|打印|缩放|适合(?:页面|宽度)|实际大小|^\W*\d{1,4}\s*/\s*\d{1,4}\W*$|pdf|浏览器.{0,12}(?:不支持|无法|版本)|在线(?:预览|阅读|浏览)|点击查看|正在加载|加载中|第\s*\d+\s*页|第?\s*\d+\s*/\s*\d+\s*页?",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"第\s*\d+\s*页|\d\s*/\s*\d+\s*页|^\W*\d{1,4}\s*/\s*\d{1,4}\W*$|放大|缩小|缩放|阅读器|浏览器|加载"
)  # of a viewer in bare text
_VIEWER_TITLE = re.compile(
    r"pdf\.?js|(?:pdf|document|doc|flash)\s*viewer|(?:在线|文档|文件)(?:预览|阅读器)|flexpaper", re.IGNORECASE
)
_CHROME = frozenset(("menu", "breadcrumb", "copyright", "contact footer", "banner", "share", "source line"))
_ASIDE = frozenset(("footer", "navigation", "breadcrumb", "sidebar", "share", "related reading", "page tools"))


def refusal(page: Cleaned, lines: PageLines, is_html: bool) -> str | None:
    """The reason why a page is no document, or None. Short notices are documents."""
    shown = _Shown(page, lines, Listing(page, lines))
    if is_mailbox(shown.listing) or is_agreement(shown.listing) or is_questionnaire(shown.listing):
        return "no text"
    if shown.listing.is_long and not (shown.listing.names_results or shown.listing.counts_results):
        return None
    if _is_error(shown) or _is_reply(shown) or is_upkeep(shown.listing):
        return "error page"
    if _is_wall(shown):
        return "login wall"
    if _is_named_error(shown):
        return "error page"
    if lines.has_video and _is_video(shown):
        return "no text but a video"
    posts = are_posts([line.key for line in lines.lines], shown.is_article)
    if posts or is_list(shown.listing) or leads_elsewhere(page.paragraphs):
        return "list page"
    if (lines.has_video and not _has_sentences(page.paragraphs)) or is_player(shown.listing):
        return "no text but a video"
    return "no text" if _is_framed(shown, is_html) or _is_empty(shown) else None


def _is_framed(shown: _Shown, is_html: bool) -> bool:
    """A viewer, a frameset, a redirect."""
    return _is_viewer(shown, is_html) or (is_html and (_says_only(shown, _FRAMES) or _says_only(shown, _REDIRECT)))


def _is_empty(shown: _Shown) -> bool:
    """Nothing that tells of anything: forms, rules for visitors, labels, the foot of a site."""
    listing, paragraphs = shown.listing, shown.page.paragraphs
    if is_form(listing) or speaks_to_visitors(listing) or tells_nothing(listing) or is_contacts(listing):
        return True
    return _is_card(shown) or _is_label(shown) or _is_foot(shown) or len(_WORD.findall("".join(paragraphs))) < LEAST_HAN


@dataclass(frozen=True)
class _Shown:
    """What a visitor reads on the page."""

    page: Cleaned
    lines: PageLines
    listing: Listing

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title of the page and the title element, folded."""
        found = self.page.title.text if self.page.title else ""
        return tuple(fold(title) for title in (found, self.lines.title or "") if title)

    @cached_property
    def plain(self) -> list[str]:
        """The lines that are neither links nor the frame of a site, folded."""
        return [line.key for line in self.lines.lines if _is_plain(line)]

    @cached_property
    def is_article(self) -> bool:
        return self.listing.is_article

    def says(self, pattern: re.Pattern[str], beside: int = LITTLE) -> bool:
        """Whether a short line says so that tells no news, and the page says little else."""
        if sum(len(line) for line in self.plain if len(line) > MESSAGE) > beside:
            return False
        told = [line for line in self.plain if len(line) > MESSAGE or _NEWS.search(line) or not pattern.search(line)]
        return len(told) < len(self.plain) and sum(map(len, told)) <= beside


def _is_plain(line: Line) -> bool:
    if line.link_share >= 0.5 or line.hint in _ASIDE:
        return False
    return not any((chrome := chrome_of(line, zone)) and chrome.reason in _CHROME for zone in ("head", "foot"))


def _is_error(shown: _Shown) -> bool:
    if shown.is_article:
        return False
    text = "\n".join(shown.plain)
    if len(text) <= TECHNICAL_LENGTH and TECHNICAL.search(text[:STATED] + text[-STATED:]):
        return True
    return shown.says(GONE) or (shown.page.title is None and len(text) <= STATED and bool(MAINTAINED.search(text)))


def _is_reply(shown: _Shown) -> bool:
    """What a program answers to a program: an object of JSON without a text in it."""
    text = "\n".join(line.text for line in shown.lines.lines)
    if not (text.startswith("{") and text.endswith("}")) or len(text) > TECHNICAL_LENGTH:
        return False
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return not any(
        isinstance(told, str) and len(told) >= LABEL_LENGTH and _SENTENCE.search(told) for told in value.values()
    )


def _is_named_error(shown: _Shown) -> bool:
    """Only the title says so."""
    titled = any(ERROR_TITLE.search(t) or (len(t) <= MESSAGE / 2 and GONE.search(t)) for t in shown.titles)
    return titled and not shown.is_article and sum(map(len, shown.plain)) <= 2 * LITTLE


def _is_wall(shown: _Shown) -> bool:
    page = shown.page
    told = [p for p in page.paragraphs if len(p) > MESSAGE or not any(s.search(fold(p)) for s in _ABOUT_WALLS)]
    locked = any(_is_lock(line) for line in shown.lines.lines)
    room = CUT_EXCERPT if told and told[-1].rstrip().endswith(("…", "...", "。。。")) else EXCERPT
    if locked and sum(map(len, told)) < room and not _is_full(shown):
        return True
    if shown.says(BLOCKED):
        return True
    if shown.is_article:
        return False
    if shown.says(GATE) or any(
        len(title) <= MESSAGE / 2 and GATE.search(title) for title in shown.titles if not shown.listing.prose
    ):
        return True
    return is_login(shown.listing, shown.titles) or tells_how_to_register(page)


def _is_lock(line: Line) -> bool:
    if len(line.text) > MESSAGE:
        return False
    return bool(LOCKED.search(line.key)) or (len(line.text) <= STATEMENT and bool(TO_OPEN.search(line.key)))


def _is_full(shown: _Shown) -> bool:
    """A list whose entries are locked is a list."""
    return len(shown.listing.entries) >= LIST_LINES and shown.page.title is None


def _is_video(shown: _Shown) -> bool:
    """A player below a title of its own, and no sentence: what else is there are other videos."""
    title = shown.page.title
    return (
        title is not None and title.line is not None and shown.is_article and not _has_sentences(shown.page.paragraphs)
    )


def _has_sentences(paragraphs: list[str]) -> bool:
    return any(len(p) >= 40 and "。" in p and not (LOCKED.search(p) or TO_OPEN.search(p)) for p in paragraphs)


def _is_viewer(shown: _Shown, is_html: bool) -> bool:
    """Nothing but the frame of a file that is shown or offered for download; bare text may name the file itself."""
    paragraphs = shown.page.paragraphs
    if any(map(_VIEWER_TITLE.search, shown.titles)) and not any("。" in p for p in paragraphs):
        return True
    if not is_html and (len(paragraphs) < VIEWER_LINES or not any(map(_PAGES.search, paragraphs))):
        return False
    if shown.is_article and any("。" in p and len(p) >= FEW for p in paragraphs):
        return False
    return bool(paragraphs) and all(len(p) < 60 and _VIEWER.search(p) and not is_sentence(p) for p in paragraphs)


def _is_card(shown: _Shown) -> bool:
    """Nothing but what is told of a document: its number, its date, its title."""
    paragraphs = shown.page.paragraphs
    if any("。" in p for p in paragraphs):
        return False
    labels = (
        p for p in paragraphs if _LABEL.search(p) and (c := chrome_of(Line(p), "head")) and c.reason == "source line"
    )
    return sum(map(len, labels)) > CARD_SHARE * sum(map(len, paragraphs))


def _is_label(shown: _Shown) -> bool:
    """A few words without a sentence: the name of a column, the title of a film, what an application promises."""
    text = "".join(shown.page.paragraphs)
    titled = shown.page.title is not None
    few = len(text) < (FEW if titled else LABEL_LENGTH)
    if not few or (titled and shown.is_article) or _SENTENCE.search(text):
        return False
    return not is_short_document(shown.listing)


def _is_foot(shown: _Shown) -> bool:
    """Nothing but the foot of the site, or the title over again."""
    paragraphs = shown.page.paragraphs
    if all(is_footer(Line(p)) for p in paragraphs) and not (len(paragraphs) > 1 and shown.is_article):
        return True
    title, text = shown.page.title, "".join(paragraphs)
    if title is None or len(title.text) < ENTRY_LENGTH or title.text not in text:
        return False
    if title.source == "input" or FILE_NAME.search(text):  # published as a file, whose name is all there is
        return False
    rest = text.replace(title.text, "")
    return len(rest) <= STATEMENT // 2 and not _SENTENCE.search(rest)


def _says_only(shown: _Shown, pattern: re.Pattern[str]) -> bool:
    return shown.says(pattern, beside=LITTLE // 4) and not shown.is_article
