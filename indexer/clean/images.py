"""Pictures of the text, with the words that stand below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from indexer.clean.body import Cut
from indexer.clean.line import Line, tidy
from mappings import Image

LEAST_SIDE = 48  # pixels: smaller ones are icons
LONGEST = 200  # characters of a caption
LONGEST_ADDRESS = 2000
# Attributes under which pages that load pictures late keep the address.
SOURCES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazyload",
    "data-url",
    "original",
    "orisrc",
    "_src",
    "src",
)
_CHROME = re.compile(
    r"^data:|(?:^|[/_.-])(?:icons?|ico|logos?|qr|qr_?codes?|ewm|erweima|share|sina|weibo|wechat|weixin|wx|btn|buttons?|arrows?|dots?|blank|spacer|space|pixel|transparent|loading|avatar|gongan|ghs|beian|banner|print|close|email|fanhui|top|jiucuo|dzjg|bg)(?:\d{0,3})(?:[/_.-]|$)"
    r"|/(?:images?|img|skin|skins|static|theme|themes|tpl|templates?|style|styles|css|assets)/(?:icons?|share|common|public)?/?[\w-]{1,16}\.(?:gif|png|svg)(?:$|\?)|icon_?\w{0,8}\.(?:gif|png)|\.svg(?:$|\?)",
    re.IGNORECASE,
)
_NO_CAPTION = re.compile(
    r"^\W*(?:点击.{0,8}(?:原图|大图|图片)|图片?|照片|image|img|pic|picture|photo|undefined|null|[\w.-]+\.(?:jpe?g|png|gif|bmp|webp)|[\w.%@-]*\d[\w.%@-]*|untitled)?\W*$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^[\s▲△▼↑◆■]+|[\s▲△▼↑]+$")


@dataclass(frozen=True)
class Picture:
    """A picture of the page: how many lines stand above it, what it calls itself, its address."""

    at: int
    words: str
    url: str


def picture_of(image: etree._Element, at: int) -> Picture | None:
    """The picture an element shows; None for icons, logos, codes and other parts of the frame."""
    address = next((value for name in SOURCES if (value := (image.get(name) or "").strip())), "")
    if not 0 < len(address) <= LONGEST_ADDRESS or _CHROME.search(address) or _is_small(image):
        return None
    words = next(
        (value for name in ("alt", "title") if not _NO_CAPTION.match(value := tidy(image.get(name) or ""))), ""
    )
    return Picture(at, words, address)


def _is_small(image: etree._Element) -> bool:
    for name in ("width", "height"):
        side = re.match(r"\s*(\d{1,5})\s*(?:px)?\s*$", image.get(name) or "")
        if side and int(side[1]) < LEAST_SIDE:
            return True
    return False


def images(pictures: list[Picture], lines: list[Line], cut: Cut, title: str | None) -> tuple[Image, ...]:
    """The pictures inside the text, each once; the caption is the line below it, else what it calls itself."""
    shown: dict[str, Image] = {}
    for picture in pictures:
        if cut.start <= picture.at <= cut.end and picture.url not in shown:
            words = picture.words if picture.words != title else ""
            shown[picture.url] = Image((_below(picture.at, lines, cut) or words)[:LONGEST], picture.url)
    return tuple(shown.values())


def _below(at: int, lines: list[Line], cut: Cut) -> str:
    """The caption line that follows a picture."""
    named = at < len(lines) and (cut.dropped.get(at) == "caption" or (at >= cut.end and lines[at].hint == "caption"))
    return _MARKS.sub("", lines[at].text) if named else ""
