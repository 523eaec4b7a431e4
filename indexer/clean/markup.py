"""HTML -> lines: parse whatever comes, drop what is never text, give every block as one line in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from lxml import etree
from lxml import html as lxml_html

from indexer.clean.flat import flat_lines
from indexer.clean.line import Line, tidy
from indexer.clean.patterns import CONTENT_NAMES, HINTS

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "head",
        "map",
        "audio",
        "video",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "center",
        "hr",
        "form",
        "fieldset",
        "address",
        "details",
        "summary",
        "caption",
        "body",
        "html",
        "o:p",
    ]
)
HINTED_TAGS = {"nav": "navigation", "footer": "footer", "aside": "sidebar", "figcaption": "caption"}
CAPTION_LENGTH = 60  # characters of a picture's caption at most
_PLAYER = re.compile(r"player|video|v\.qq\.com|youku|bilibili|cctv|iqiyi|ixigua", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CAPTION_NAME = re.compile(r"\b(?:caption|img-?desc|pic-?desc|pictext|img_?txt|tushuo|photo-?info)\b")
WRAPPER_SHARE = 0.5  # of a page's characters inside an element that names itself navigation, footer ...
MAX_TABLE_CELL = 120  # characters on average; tables with longer cells lay out a page
_XML_HEADER = re.compile(r"^\s*<\?xml[^>]*\?>")
_NAME_PARTS = re.compile(r"[\s_]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
TOO_DEEP = "ERR_RESOURCE_LIMIT"  # of libxml2, which leaves out everything that is nested deeper than 2048 elements


@dataclass
class Block:
    """A line with the element it stands in."""

    line: Line
    element: etree._Element


@dataclass
class Markup:
    """What a page of HTML holds: its lines, its title element, its meta tags by lower-case name."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    root: etree._Element | None = None
    has_video: bool = False


def parse(text: str) -> Markup:
    """Parse HTML. Never raises: what the parser refuses (or nests too deep) is read with its tags cut away."""
    source = _XML_HEADER.sub("", text)
    root = _tree(source)
    if root is None:
        return _flattened(source)
    page = Markup(root=root, title=_title(root), meta=_meta(root))
    players = (f.get("src") or "" for f in root.iter("iframe"))
    page.has_video = (
        any(_PLAYER.search(source) for source in players)
        or next(root.iter("video", "embed", "object"), None) is not None
    )
    page.blocks = list(_Walker().walk(root))
    return page


def _tree(source: str) -> etree._Element | None:
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    if any(error.type_name == TOO_DEEP for error in parser.error_log):
        return None
    if root is not None and (root.find("body") is not None or len(root)):
        return root
    try:  # a second, slower parser reads what the first one gives up on
        soup = str(BeautifulSoup(source, "html.parser"))
        return lxml_html.document_fromstring(soup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError, RecursionError):
        return None


def _flattened(source: str) -> Markup:
    """The page without its tags, a line for each block: the last resort."""
    root = lxml_html.Element("body")
    return Markup(blocks=[Block(Line(line, tag="p"), root) for line in flat_lines(source)], root=root)


def _title(root: etree._Element) -> str | None:
    found = root.find(".//title")
    return (tidy("".join(found.itertext())) or None) if found is not None else None


def _meta(root: etree._Element) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop")
        if name and (content := tidy(tag.get("content") or "")):
            values.setdefault(name.strip().lower(), content)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := (link.get("href") or "").strip()):
            values.setdefault("canonical", address)
    for element in root.iter():  # WeChat shows the account's name in an element with this id
        if element.get("id") == "js_name" and (name := tidy("".join(element.itertext()))):
            values.setdefault("contentsource", name)
    return values


def hint_of(element: etree._Element) -> str | None:
    """What the element's tag, class or id says its text is, or None."""
    if (tag := element.tag) in HINTED_TAGS:
        return HINTED_TAGS[tag]
    for name in _names(element):
        for reason, pattern in HINTS:
            if pattern.match(name):
                return reason
    return None


def is_content_name(element: etree._Element) -> bool:
    """Whether class or id is one under which article texts stand."""
    return any(CONTENT_NAMES.match(name) for name in _names(element))


def _names(element: etree._Element) -> list[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return [n for n in names.split() if n] if names.strip() else []


class _Walker:
    """Walks a tree without recursion and collects the text of each block."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.length = 0  # characters of the page
        self.after_image = (
            False  # whether the last thing seen is a picture: a short centred line behind it is its caption
        )

    def walk(self, root: etree._Element) -> Iterator[Block]:
        body = root.find("body") if root.find("body") is not None else root
        self.length = len("".join(body.itertext()))
        stack: list[tuple[etree._Element, bool, str | None]] = [(body, False, None)]
        while stack:
            element, leaving, hint = stack.pop()
            if leaving:
                yield from self._leave(element, hint)
                continue
            if not isinstance(element.tag, str) or element.tag in SILENT or _HIDDEN.search(element.get("style") or ""):
                self._add(element.tail)
                continue
            own_hint = hint or self._hint(element)
            rows = _data_rows(element) if element.tag == "table" else None
            if rows is not None:
                yield from self._flush(element, hint)
                yield from (Block(Line(row, tag="row", hint=own_hint), element) for row in rows)
                self.pieces.append(element.tail or "")
                continue
            if element.tag == "img" and not self.in_link:
                yield from self._flush(_parent(element), hint)
                self.after_image = True
            elif element.tag in BLOCKS:
                yield from self._flush(_parent(element), hint)
            elif element.tag == "br":
                yield from self._flush(_parent(element), hint, keep_tag=True)
            elif element.tag == "a":
                self.in_link += 1
            self._add(element.text)
            stack.append((element, True, own_hint))
            stack.extend((child, False, own_hint) for child in reversed(element))
        yield from self._flush(body, None)

    def _hint(self, element: etree._Element) -> str | None:
        """The element's own word of what it is, unless it holds most of the page: wrappers have odd names."""
        hint = hint_of(element)
        if hint and self.length and len("".join(element.itertext())) > WRAPPER_SHARE * self.length:
            return None
        return hint

    def _leave(self, element: etree._Element, hint: str | None) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self._flush(element, hint)
        elif element.tag == "a":
            self.in_link -= 1
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.in_link > 0:
                self.linked += len(text.strip())

    def _flush(self, element: etree._Element | None, hint: str | None, keep_tag: bool = False) -> Iterator[Block]:
        text = tidy("".join(self.pieces))
        linked, self.linked = self.linked, 0
        self.pieces.clear()
        if text and element is not None:
            tag = _block_tag(element)
            if self.after_image and hint is None and len(text) <= CAPTION_LENGTH and _is_centred(element):
                hint = "caption"
            self.after_image = False
            yield Block(Line(text, min(linked, len(text)), tag, hint), element)


def _is_centred(element: etree._Element) -> bool:
    """Whether the element or one of the two around it centres its text, or calls itself a caption."""
    node: etree._Element | None = element
    for _ in range(3):
        if node is None:
            break
        if node.tag == "center" or (node.get("align") or "").lower() == "center":
            return True
        if _CENTRED.search(node.get("style") or "") or _CAPTION_NAME.search(" ".join(_names(node))):
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


def _data_rows(table: etree._Element) -> list[str] | None:
    """The rows of a table of data, cells joined by ` | `; None for a table that only lays out the page."""
    if table.find(".//table") is not None or (table.find(".//p/..//p") is not None and _long_cells(table)):
        return None
    rows = [[tidy(_cell_text(cell)) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    rows = [[cell for cell in row if cell] for row in rows]
    rows = [row for row in rows if row]
    cells = [cell for row in rows for cell in row]
    if (
        len(rows) < 2
        or max(map(len, rows)) < 2
        or sum(map(len, cells)) / len(cells) > MAX_TABLE_CELL
        or _long_cells(table)
    ):
        return None
    links = sum(len("".join(a.itertext())) for a in table.iter("a"))
    if links > 0.5 * sum(map(len, cells)) or (next(table.iter(*("script", "img")), None) is not None and len(rows) < 3):
        return None
    return [" | ".join(row) for row in rows]


def _cell_text(cell: etree._Element) -> str:
    """The text of a cell without scripts, styles and form fields."""
    for silent in list(cell.iter(*SILENT)):
        silent.text = None
        for inside in silent.iterdescendants():
            inside.text = inside.tail = None
    return " ".join(cell.itertext())


def _long_cells(table: etree._Element) -> bool:
    """A cell with several hundred characters holds an article, not a value."""
    return any(len("".join(cell.itertext())) > 4 * MAX_TABLE_CELL for cell in table.iter("td", "th"))
