"""HTML -> lines, title element, meta tags: parse whatever comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from bs4 import BeautifulSoup
from lxml import etree

from indexer.clean.flat import flat_lines
from indexer.clean.jammer import without_hidden_jammer
from indexer.clean.line import Line, tidy
from indexer.clean.walker import Block, Walker

_PLAYER = re.compile(r"player|video|v\.qq\.com|youku|bilibili|cctv|iqiyi|ixigua", re.IGNORECASE)
# In small letters; each begins with letters that are searched for fast.
_SCRIPTED = (
    re.compile(r"\.(?:mp4|m3u8|flv)\b"),
    re.compile(r"new\s+[\w.]{0,20}player\b"),
    re.compile(
        r"player\b(?:(?<=ckplayer)|(?<=jwplayer)|(?<=dplayer)|(?<=aliplayer)|(?<=polyvplayer)|(?<=prism-player))"
    ),
    re.compile(r"videojs\b"),
)
_WECHAT_TITLE = re.compile(r"\bmsg_title\s*=\s*(?:window\.title\s*=\s*)?['\"]([^'\"\n]{2,200})['\"]")
_XML_HEADER = re.compile(r"^\s*<\?xml[^>]*\?>")
# An included header that closes the page: the parser would leave out what follows.
_PAGE_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
TOO_DEEP = "ERR_RESOURCE_LIMIT"  # of libxml2, which leaves out everything that is nested deeper than 2048 elements


@dataclass
class Markup:
    """What a page of HTML holds: its lines, its title element, its meta tags by lower-case name."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    root: etree._Element | None = None
    has_video: bool = False
    pictures: list[tuple[int, etree._Element]] = field(default_factory=list)


def parse(text: str) -> Markup:
    """Parse HTML. Never raises: what the parser refuses (or nests too deep) is read with its tags cut away."""
    source = without_hidden_jammer(_PAGE_END.sub("", _XML_HEADER.sub("", text)))
    root = _tree(source)
    if root is None:
        return _flattened(source)
    page = Markup(root=root, title=_title(root), meta=_meta(root, source))
    walker = Walker()
    page.blocks = walker.walk(root)
    page.pictures = walker.pictures
    page.has_video = _has_video(page, source)
    return page


def _has_video(page: Markup, source: str) -> bool:
    """Whether the page shows a film; a player that a script makes is looked for only where there is no running text."""
    if page.root is None:
        return False
    if next(page.root.iter("video", "embed", "object"), None) is not None:
        return True
    if any(_PLAYER.search(frame.get("src") or "") for frame in page.root.iter("iframe")):
        return True
    if any(block.line.is_content for block in page.blocks):
        return False
    lowered = source.lower()
    return any(pattern.search(lowered) for pattern in _SCRIPTED)


def _tree(source: str) -> etree._Element | None:
    # Not the parser of lxml.html: its elements are made through a table of classes, which nothing here needs.
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    if any(error.type_name == TOO_DEEP for error in parser.error_log):
        return None
    if root is not None and (root.find("body") is not None or len(root)):
        return root
    try:  # a second, slower parser reads what the first one gives up on
        soup = str(BeautifulSoup(source, "html.parser"))
        return etree.fromstring(soup.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError, RecursionError):
        return None


def _flattened(source: str) -> Markup:
    """The page without its tags, a line for each block: the last resort."""
    root = etree.Element("body")
    return Markup(blocks=[Block(Line(line, tag="p"), root) for line in flat_lines(source)], root=root)


def _title(root: etree._Element) -> str | None:
    found = root.find(".//title")
    return (tidy("".join(found.itertext())) or None) if found is not None else None


def _meta(root: etree._Element, source: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop")
        if name and (content := tidy(tag.get("content") or "")):
            values.setdefault(name.strip().lower(), content)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := (link.get("href") or "").strip()):
            values.setdefault("canonical", address)
    for script in root.iter("script"):
        if (text := script.text) and "msg_title" in text and (declared := _WECHAT_TITLE.search(text)):
            values.setdefault("msg_title", tidy(unescape(declared[1])))
    # WeChat shows the account's name in an element with this id.
    for element in root.iterfind(".//*[@id='js_name']") if "js_name" in source else ():
        if name := tidy("".join(element.itertext())):
            values.setdefault("contentsource", name)
    return values
