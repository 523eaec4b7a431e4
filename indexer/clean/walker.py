"""A tree of HTML, walked in reading order: every block becomes a line, with what class, id and type face say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from indexer.clean.files import file_of
from indexer.clean.line import Line, tidy
from indexer.clean.names import CONTENT_NAMES, HINTS, TITLE_NAMES
from indexer.clean.tables import MUTE, SILENT, data_rows
from mappings import Attachment

HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = ("li", "ul", "ol", "dl", "dt", "dd")
_TABLES = ("td", "th", "tr", "table", "tbody", "thead", "tfoot", "caption")
_SECTIONS = (
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "details",
    "summary",
    "body",
    "html",
)
_TEXTS = ("p", "o:p", "blockquote", "pre", "figure", "figcaption", "center", "hr", "form", "fieldset", "address")
BLOCKS = HEADING_TAGS.union(_LISTS, _TABLES, _SECTIONS, _TEXTS)
_MEANT = BLOCKS.union(("img", "br", "a"))  # elements that mean something where they begin
HINTED_TAGS = {"nav": "navigation", "footer": "footer", "aside": "sidebar", "figcaption": "caption"}
TITLE_LEAST, TITLE_LENGTH = 6, 70  # characters of a title that class or type face make one
CAPTION_LENGTH = 60  # characters of a picture's caption at most
_LARGE = re.compile(r"^\W*[4-7];|font-size\s*:\s*(?:1[89]|[2-9]\d)|font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CAPTION_NAME = re.compile(
    r"\b(?:caption|img-?desc|pic-?desc|f_center|aligncenter|pictext|img_?txt|tushuo|photo-?info)\b"
)
WRAPPER_SHARE = 0.5  # of a page's characters inside an element that names itself navigation, footer ...
_length = etree.XPath("string-length(.)")  # characters below an element: counted without making a string of them
_SKIPPED = "skipped"  # in place of the hint of an element whose inside is not read
_BLANK = " \u3000\t\r\n\xa0"  # what a line neither begins nor ends with
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass
class Block:
    """A line with the element it stands in."""

    line: Line
    element: etree._Element


@lru_cache(maxsize=8192)  # the pages of a site use the same names over and over
def hint_of(tag: str, names: str | None, own: str | None) -> str | None:
    """What an element's tag, class or id says its text is, or None."""
    if tag in HINTED_TAGS:
        return HINTED_TAGS[tag]
    words = f"{names or ''} {own or ''}".lower().split()
    return next((reason for word in words for reason, pattern in HINTS if pattern.match(word)), None)


def is_content_name(element: etree._Element) -> bool:
    """Whether class or id is one under which article texts stand."""
    return _has_name(CONTENT_NAMES, _names(element))


@lru_cache(maxsize=8192)
def _has_name(pattern: re.Pattern[str], names: str) -> bool:
    return any(pattern.match(name) for name in names.split())


def _names(element: etree._Element) -> str:
    """Class and id of an element in small letters, with white space between two; empty for most elements."""
    names, own = element.get("class"), element.get("id")
    return f"{names or ''} {own or ''}".lower() if names or own else ""


class Walker:
    """Walks a tree without recursion and collects the text of each block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.length = 0.0  # characters of the page
        self.in_text = False  # whether a paragraph has been seen: the title stands above the first
        self.files: list[Attachment] = []  # of the line
        self.pictures: list[tuple[int, etree._Element]] = []  # with the number of lines above each
        # Whether the last thing seen is a picture: a short centred line behind it is its caption.
        self.after_image = False

    def walk(self, root: etree._Element) -> list[Block]:
        """The lines below the root, in reading order."""
        body = root.find("body") if root.find("body") is not None else root
        self.length = _length(body) - sum(len(mute.text or "") for mute in body.iter("script", "style"))
        hints: list[str | None] = [None]  # of the elements that are open
        events = etree.iterwalk(body, events=("start", "end"))
        for event, element in events:
            if event == "end":
                hint = hints.pop()
                if hint is not _SKIPPED:
                    self._leave(element, hint)
                if tail := element.tail:
                    self._add(tail)
                continue
            around = hints[-1]
            tag = element.tag
            if (tag in SILENT or element.get("style")) and self._is_silent(element):
                events.skip_subtree()
                hints.append(_SKIPPED)
                continue
            hint = around or self._hint(element)
            if tag == "table" and (rows := data_rows(element, hint)) is not None:
                events.skip_subtree()
                hints.append(_SKIPPED)
                self._flush(element, around)
                self.blocks += [Block(row, element) for row in rows]
                continue
            hints.append(hint)
            if tag in _MEANT:
                self._enter(element, tag, around)
            if text := element.text:
                self._add(text)
        self._flush(body, None)
        return self.blocks

    def _enter(self, element: etree._Element, tag: str, around: str | None) -> None:
        if tag == "img":
            self._picture(element, around)
        elif tag in BLOCKS or tag == "br":
            if self.pieces:
                self._flush(_parent(element), around)
        elif tag == "a":
            self.in_link += 1
            if file := file_of(element):
                self.files.append(file)

    def _leave(self, element: etree._Element, hint: str | None) -> None:
        if self.pieces and element.tag in BLOCKS:
            self._flush(element, hint)
        elif element.tag == "a":
            self.in_link -= 1

    def _is_silent(self, element: etree._Element) -> bool:
        """What is never shown; but a frame or form field that holds most of the page is one that nobody closed."""
        if element.tag in SILENT:
            return element.tag in MUTE or not self._holds_most(element) or next(element.iter("p", "div"), None) is None
        style = element.get("style")
        if not style or not _HIDDEN.search(style):
            return False  # hidden until a script shows it: the element of the text, or one around it
        return not (self._holds_most(element) and any(is_content_name(inner) for inner in element.iter(etree.Element)))

    def _holds_most(self, element: etree._Element) -> bool:
        return self.length > 0 and _length(element) > WRAPPER_SHARE * self.length

    def _picture(self, element: etree._Element, hint: str | None) -> None:
        if not self.in_link:
            self._flush(_parent(element), hint)
            self.after_image = True
        if hint in (None, "caption"):
            self.pictures.append((len(self.blocks), element))

    def _hint(self, element: etree._Element) -> str | None:
        """The element's own word of what it is, unless it holds most of the page: wrappers have odd names."""
        hint = hint_of(element.tag, element.get("class"), element.get("id"))
        return None if hint and self._holds_most(element) else hint

    def _add(self, text: str) -> None:
        if self.pieces or text.strip(_BLANK):  # most of what stands between two tags is an indent
            self.pieces.append(text)
            if self.in_link > 0:
                self.linked += len(text.strip())

    def _tag(self, element: etree._Element, text: str) -> str:
        """The block tag of a line; above the text, also whether class or type face make it a title."""
        tag = _block_tag(element)
        if self.in_text or not TITLE_LEAST <= len(text) <= TITLE_LENGTH or tag in HEADING_TAGS:
            return tag
        if any(_has_name(TITLE_NAMES, _names(around)) for around in (element, _parent(element))):
            return "title"
        return "bold" if _is_bold(element, text) else tag

    def _flush(self, element: etree._Element, hint: str | None) -> None:
        if not self.pieces:
            return
        text = tidy("".join(self.pieces))
        linked, self.linked = self.linked, 0
        self.pieces.clear()
        if not text:
            return
        tag = self._tag(element, text)
        if self.after_image and hint is None and len(text) <= CAPTION_LENGTH and _is_centred(element):
            hint = "caption"
        self.after_image = False
        files, self.files = tuple(self.files), []
        line = Line(text, min(linked, len(text)), tag, hint, files)
        self.in_text = self.in_text or (len(text) > TITLE_LENGTH and line.is_content)
        self.blocks.append(Block(line, element))


def _is_bold(element: etree._Element, text: str) -> bool:
    """Whether all of the element's text is bold or larger than the rest."""
    for inner in element.iter("strong", "b", "big", "font", "span"):
        if inner.tag in ("font", "span") and not _LARGE.search(f"{inner.get('size') or ''};{inner.get('style') or ''}"):
            continue
        if tidy("".join(inner.itertext())) == text:
            return True
    return False


def _is_centred(element: etree._Element) -> bool:
    """Whether the element or one of the two around it centres its text, or calls itself a caption."""
    node: etree._Element | None = element
    for _ in range(3):
        if node is None:
            break
        if node.tag == "center" or (node.get("align") or "").lower() == "center":
            return True
        if _CENTRED.search(node.get("style") or "") or _CAPTION_NAME.search(_names(node)):
            return True
        node = node.getparent()
    return False


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _block_tag(element: etree._Element) -> str:
    """The nearest block tag at or above the element."""
    node: etree._Element | None = element
    while node is not None and node.tag not in BLOCKS:
        node = node.getparent()
    return str(node.tag) if node is not None else "div"
