"""The two ways to lines (HTML, bare text) and the one way from lines to a cleaned page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from indexer.clean.body import DATED_ROW, Cut, cut_lines, is_text_above, removed_lines
from indexer.clean.container import inside, main_container, within
from indexer.clean.files import attachments
from indexer.clean.heading import LONGEST, Title, find_title, squeeze
from indexer.clean.images import Picture, images, picture_of
from indexer.clean.jammer import without_jammer
from indexer.clean.letters import FACT, unlabelled, with_question
from indexer.clean.line import REPEATED, Line, tidy
from indexer.clean.marked import without_false_captions
from indexer.clean.markup import parse
from indexer.clean.oneline import opened
from indexer.clean.patterns import chrome_of
from indexer.clean.preface import NUMBER, without_preface
from indexer.clean.sitename import SITE_NAMES, site_of
from indexer.clean.trim import trim
from mappings import Attachment, Image, Removed

_BREAK = re.compile(r"[\r\n\u2028\u2029\x0b\x0c]")
# Two ideographic spaces where a paragraph, a numbered part or a date begins.
_PARAGRAPH = re.compile(
    r"(?<=[。！？；：:;!?”）)\]])\u3000{2,}+"
    r"|(?<!\u3000)\u3000{2,}+(?=(?:19|20)\d{2}年|[（(]?[一二三四五六七八九十]{1,3}[、)）]|附件|抄送|公开程序|责任部门|相关阅读)"
)
_FORUM_MARK = re.compile(r"^\s*[\[【](?:原创|转载|转帖|置顶|精华|图文|推荐|热)[\]】]\s*|^[•●▪■◆]\s+|\s*\*{2,}$")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*+)\]\([^)\s]{0,2000}+(?:\s{1,9}\"[^\"]{0,200}\")?\)")
# A text whose own tags were escaped once too often.
_ESCAPED_TAG = re.compile(r"<(?:p|div|section|span)\b[^<>]*>.*</(?:p|div|section|span)>", re.DOTALL)
_ESCAPED = re.compile(
    r"&lt;(/?(?:p|div|section|span|strong|b|br|img|em|h[1-6]|table|tbody|tr|td|ul|ol|li)\b[^<>&]{0,400}?)&gt;"
)
_MARKDOWN_HEAD = re.compile(r"^#{1,6}\s+")
# A line or its label in bold; two asterisks elsewhere may stand for what a censor took out.
_MARKDOWN_BOLD = re.compile(r"\*\*([^*\s][^*]{3,}(?<!\s))\*\*$|\*\*([^*\s][^*]{0,30}[:：。])\*\*")


@dataclass(frozen=True)
class PageLines:
    """A page as lines, before anything is taken out. `start` and `end` bound the element that holds the text."""

    lines: list[Line]
    start: int
    end: int
    title: str | None = None  # the title element
    meta: Mapping[str, str] = field(default_factory=dict)
    has_video: bool = False
    pictures: list[Picture] = field(default_factory=list)

    def with_texts(self, texts: list[str]) -> PageLines:
        """The same page with the texts of its lines replaced, one for one (after repair)."""
        return replace(self, lines=[replace(old, text=new) for old, new in zip(self.lines, texts, strict=True)])


@dataclass(frozen=True)
class Cleaned:
    """A page after cleaning. `head` and `foot` are the lines removed above and below the text, for reading facts."""

    title: Title | None
    paragraphs: list[str]
    removed: list[Removed]
    head: list[str]
    foot: list[str]
    meta: Mapping[str, str]
    attachments: tuple[Attachment, ...] = ()
    images: tuple[Image, ...] = ()
    site_name: str | None = None  # as the title element has it


def lines_of_html(text: str) -> PageLines:
    """The lines of an HTML page, and which of them stand in the element that holds the text."""
    page = parse(text)
    if any(block.line.text[:1] == "<" and _ESCAPED_TAG.match(block.line.text) for block in page.blocks):
        page = parse(_ESCAPED.sub(r"<\1>", text))
    lines = [block.line for block in page.blocks]
    if page.root is None or not lines:
        return PageLines(lines, 0, len(lines), page.title, page.meta, page.has_video)
    container = main_container(page.root, page.blocks)
    start, end = inside(container, page.blocks)
    shown = [picture_of(element, at) for at, element in page.pictures if within(element, container)]
    return PageLines(lines, start, end, page.title, page.meta, page.has_video, [one for one in shown if one])


def lines_of_text(text: str, repeated: frozenset[str] = frozenset()) -> PageLines:
    """The lines of a bare text; two ideographic spaces begin a paragraph, as in print."""
    lines = []
    text = without_jammer(text)
    for plain in opened([plain for raw in _pieces(text) if (plain := tidy(raw))]):
        shown, linked = _markdown(plain)
        for part in _unglued(shown):
            line = Line(part, min(linked, len(part)), "h1" if plain.startswith("# ") else "text")
            lines.append(replace(line, hint=REPEATED) if line.key in repeated else line)
    return PageLines(lines, 0, len(lines))


def _markdown(text: str) -> tuple[str, int]:
    """The line without the signs of Markdown, and how many of its characters are those of links."""
    linked = 0
    if "](" in text:
        linked = sum(len(match[1]) for match in _MARKDOWN_LINK.finditer(text))
        text = _MARKDOWN_LINK.sub(r"\1", text)
    if text.startswith("**") and (bold := _MARKDOWN_BOLD.match(text)):
        text = (bold[1] or bold[2]) + text[bold.end() :]
    return _MARKDOWN_HEAD.sub("", text).strip(), linked


def _pieces(text: str) -> Iterator[str]:
    for line in _BREAK.split(_TITLED.sub(r"\1\n", text, count=1)):
        if "\u3000\u3000" in line:
            yield from _PARAGRAPH.split(line)
        else:
            yield line


# A title at the very beginning, and behind two ideographic spaces the first sentence; not a title set in pieces.
_TITLED = re.compile(r"\A(\s{0,20}[^\s。；，：！？]{10,60}(?<!号))\u3000{2,}(?=[^\n。\u3000]{20,300}。)")


# Chrome that scrapers glue to the end of the last paragraph. The pattern begins with a class of characters, which is
# quickly found, and looks back then.
_GLUED = re.compile(
    r"[更扫【打关分相政\s展返(责](?<=[\w。！？”）)》].)(?:(?<=更)多(?:信息|资讯|内容)请关注|(?<=扫)一扫(?:在手机|分享|关注)|(?:(?<=【)(?:打印|关闭)|(?<=打)印|(?<=关)闭)(?:本页|窗口|此页)|(?<=分)享到[:：]|(?<=相)关(?:附件|阅读|链接)[:：]|(?<=政)策解读[:：]|(?:(?<=\s)展|(?<=展))开(?:详细|全文|全部|更多)$|(?<=返)回\S{2,8}首页\W*$|(?<=返)回\S{2,8}[，,]\s*查看更多\W*$|(?:(?<=\()责|(?<=责))任编辑[:：])[^。]{0,60}$"
)
GLUED_REACH = 160  # characters at the end of a line in which it is looked for


def _unglued(text: str) -> list[str]:
    """The text, and the chrome that is glued to its end, as lines of their own."""
    match = _GLUED.search(text, max(0, len(text) - GLUED_REACH))
    parts = [text[: match.start()], text[match.start() :]] if match else [text]
    return [part for part in parts if part]


def clean_lines(page: PageLines, given_title: str | None = None) -> Cleaned:
    """Take everything out that is not the text. `given_title` is what the input says the title is."""
    lines = without_false_captions(page.lines)
    cut = cut_lines(lines, page.start, page.end)
    title = find_title(lines, cut.start, given_title, page.meta, page.title)
    if title:
        text = _without_category(_FORUM_MARK.sub("", title.text) or title.text, page.title)
        title = replace(title, text=_closed_up(text))
    if title and title.line is not None and title.line >= cut.start:
        cut = _behind_title(lines, cut, title)
    at = range(title.line, title.line + title.lines) if title and title.line is not None else range(0)
    cut = with_question(lines, cut, at.stop)
    cut = without_preface(lines, cut, at)
    if title:
        cut = _without_repeated_title(lines, cut, at, squeeze(title.text))
        cut = _without_doubled_caption(lines, cut, at)
    kept = [i for i in range(cut.start, cut.end) if i not in cut.dropped and i not in at]
    paragraphs, glued = _told(lines, kept)
    beside = _beside(lines, at, title) + glued
    facts = [lines[i].text for i, reason in cut.dropped.items() if reason in (FACT, NUMBER)]
    head = [lines[i].text for i in range(cut.start) if i not in at] + [r.text for r in beside] + facts
    foot = [lines[i].text for i in range(cut.end, len(lines))]
    pictures = images(page.pictures, lines, cut, title.text if title else None)
    removed = [*beside, *removed_lines(lines, cut, at)]
    site_name = site_of(page.title or "") or next(filter(None, map(page.meta.get, SITE_NAMES)), None)
    return Cleaned(title, paragraphs, removed, head, foot, page.meta, attachments(lines, cut), pictures, site_name)


def _without_category(title: str, element: str | None) -> str:
    """A title without the category in brackets before it ([政策]), which the title element has not."""
    match = _CATEGORY.match(title) if element and title[:1] in "[【" else None
    return title[match.end() :] if match and (element or "").startswith(title[match.end() :][:8]) else title


_CATEGORY = re.compile(r"[\[【][^\[\]【】]{2,6}[\]】]\s*(?=\S{6})")


def _closed_up(title: str) -> str:
    """A title without the spaces that set its characters apart (通 知)."""
    *first, last = title.lstrip("| ").split(" ")
    return "".join((*first, last)) if len(first) > 1 and all(len(part) == 1 for part in first) else title.lstrip("| ")


def _told(lines: list[Line], kept: list[int]) -> tuple[list[str], list[Removed]]:
    """The paragraphs, and the links of a portal that end one (返回首页)."""
    paragraphs, glued = [], []
    for i in kept:
        text = lines[i].text
        if (
            lines[i].linked
            and text.endswith(_LINK_ENDS)
            and (match := _GLUED.search(text, max(0, len(text) - GLUED_REACH)))
        ):
            glued.append(Removed(text[match.start() :], "page tools"))
            text = text[: match.start()].rstrip()
        if text:  # repair may have left nothing of a line of invisible characters
            paragraphs.append(unlabelled(text))
    return paragraphs, glued


_LINK_ENDS = ("查看更多", "首页", "首页>>", "首页>")


def _beside(lines: list[Line], at: range, title: Title | None) -> list[Removed]:
    """What stands behind the title in its line: the date."""
    whole = "".join(lines[i].text for i in at)
    rest = whole.removeprefix(title.text).strip() if title and whole.startswith(title.text) else ""
    return [Removed(rest, "source line")] if rest else []


def _without_repeated_title(lines: list[Line], cut: Cut, at: range, title: str) -> Cut:
    """Without the title where the text begins with it once more, perhaps over two or three lines, perhaps not whole."""
    kept = [i for i in range(cut.start, cut.end) if i not in cut.dropped and i not in at][:REPEATED_REACH]
    again: list[int] = []
    first = 0
    while first < len(kept):
        count = _repeats(lines, kept[first : first + REPEATED_LINES], title, whole=first > 0)
        if count and not again and all(_SCRAP.match(lines[i].key) for i in kept[:first]):
            again += kept[:first]  # above it, the rest of a head: the name of an office
        again += kept[first : first + count]
        first += count or 1
    return replace(cut, dropped=cut.dropped | dict.fromkeys(again, "repeated title")) if again else cut


def _without_doubled_caption(lines: list[Line], cut: Cut, at: range) -> Cut:
    """Without what a picture above the text says of itself and, the same words, its caption below."""
    kept = [i for i in range(cut.start, min(cut.end, cut.start + 4)) if i not in cut.dropped and i not in at][:3]
    if len(kept) < 3 or not at or at.start >= kept[0] or lines[kept[0]].key != lines[kept[1]].key:
        return cut
    doubled = not lines[kept[0]].is_content and lines[kept[2]].is_content
    return replace(cut, dropped=cut.dropped | dict.fromkeys(kept[:2], "caption")) if doubled else cut


def _repeats(lines: list[Line], kept: list[int], title: str, whole: bool) -> int:
    """Of how many of these lines the title is made; below other lines, only one that is `whole` counts."""
    text, title = "", _DASHES.sub("", title)
    least = REPEATED_SHARE * len(_IN_BRACKETS.sub("", title))
    found = 0
    for count, i in enumerate(kept, 1):
        text += _DASHES.sub("", squeeze(lines[i].text[:LONGEST]))
        if text not in title or not (whole or title.startswith(text)):
            break
        if whole and len(text) >= max(REPEATED_LEAST, REPEATED_WHOLE * len(title)) and title.endswith(text):
            return count
        if not whole and len(text) >= least:
            found = count
    return found


_IN_BRACKETS = re.compile(r"[(（][^()（）]{1,16}[)）]$")
_DASHES = re.compile(r"[-—–~～]+")
_SCRAP = re.compile(r"^[^。，；：:！？\d]{2,20}$")
REPEATED_REACH = 6  # lines of the text within which its title stands again
REPEATED_LINES = 5
REPEATED_SHARE = 0.6  # of the title's characters
REPEATED_WHOLE = 0.7  # the same below other lines
REPEATED_LEAST = 4  # characters of such a line


def _behind_title(lines: list[Line], cut: Cut, title: Title) -> Cut:
    """The text begins behind its title; source lines between the two go out."""
    start = (title.line or 0) + title.lines
    first = next((i for i in range(start, cut.end) if lines[i].is_content), start)
    for i in range(start, max(first, min(start + 1, cut.end))):
        if all(DATED_ROW.search(line.key) for line in lines[i : i + 2]):
            break
        chrome = chrome_of(lines[i], "head")
        if chrome is not None and not lines[i].is_content and not is_text_above(lines, start, i, chrome):
            start = i + 1
    return Cut(start, trim(lines, start, cut.end), {i: r for i, r in cut.dropped.items() if i >= start})
