"""Which element of a page holds the text: the deepest one that has most of the running text below it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from indexer.clean.line import LINK_SHARE, SENTENCE_MARKS
from indexer.clean.patterns import chrome_of
from indexer.clean.walker import Block, is_content_name

SHARE = 0.72  # of the running text below an element that a child must hold to be gone down into
NAMED_SHARE = 0.45  # the same for a child whose class or id is a content name of the common CMS
HINTED_WEIGHT = 0.1  # of running text inside blocks that call themselves navigation, related, footer ...
LITTLE = 100.0  # of weight: a page with less has names, figures or a short notice, and every plain line counts
SHORT_LINE = 20  # characters of a line that is running text only by its full stop
FOOT_LENGTH = 160  # characters of a line that says who runs the site at most
BOX_HEADING = 20  # characters of the heading of a box at most
_RECOMMENDS = re.compile("相关|推荐|热门|热点|猜|更多|延伸|排行|最新|往期")
_IMPRINT = ("主办", "承办", "主管", "版权", "备案", "邮编")
INLINE = frozenset(("p", "span", "font", "strong", "b", "tr", "li"))


def weight(block: Block) -> float:
    """How much running text a line is: its characters outside links, raised by sentence marks; none for chrome."""
    line = block.line
    plain = max(0, len(line.text) - line.linked)
    if line.link_share > LINK_SHARE and not line.is_content:
        return 0.0
    if plain < SHORT_LINE and not any(m in line.text for m in "。；"):
        return 0.0
    marks = sum(line.text.count(m) for m in SENTENCE_MARKS) + line.text.count(",") / 2
    value = plain * min(1.0, 0.2 + marks / 4)
    if (line.hint and line.hint != "caption") or _is_imprint(block):
        return value * HINTED_WEIGHT
    return value if line.is_content or not _is_chrome(block) else 0.0


def _is_imprint(block: Block) -> bool:
    """Whether the line says who runs the site: such a line can be longer than the text of picture news."""
    text = block.line.text
    if len(text) > FOOT_LENGTH or not any(word in text for word in _IMPRINT):
        return False
    chrome = chrome_of(block.line, "edge")
    return chrome is not None and chrome.zone == "foot"


def plain_weight(block: Block) -> float:
    """How much text of any kind a line is: for pages without running text."""
    line = block.line
    if line.linked or line.is_heading or (line.hint and line.hint != "caption") or _is_chrome(block):
        return 0.0
    return float(len(line.text))


def _is_chrome(block: Block) -> bool:
    return chrome_of(block.line, "edge") is not None


def main_container(root: etree._Element, blocks: list[Block]) -> etree._Element:
    """The element to take the text from; the root itself when the running text is spread over the page."""
    related = _recommended(blocks)
    totals = _totals(blocks, weight, related)
    if totals.get(root, 0.0) < LITTLE:
        totals = _totals(blocks, plain_weight, related)
    data_tables = {block.element for block in blocks if block.line.tag == "row"}
    return _with_next(_deepest(root, totals, data_tables), blocks)


def _with_next(found: etree._Element, blocks: list[Block]) -> etree._Element:
    """The element around a text of one line, where the text goes on in the next element of its kind."""
    at = next((i for i, block in enumerate(blocks) if block.element is found), len(blocks))
    following = found.getnext()
    if following is None or following.tag != found.tag or at + 1 >= len(blocks):
        return found
    block = blocks[at + 1]
    goes_on = block.element is following and plain_weight(block) > 0 and not block.line.key.endswith(":")
    around = found.getparent()
    return around if goes_on and around is not None else found


def _deepest(
    root: etree._Element, totals: dict[etree._Element, float], data_tables: set[etree._Element]
) -> etree._Element:
    """Down from the root, as long as one child holds most of the text."""
    current = root
    while True:
        children = [c for c in current if totals.get(c) and c not in data_tables]
        best = max(children, key=lambda c: totals[c], default=None)
        if best is None:
            return current
        named = next((c for c in children if is_content_name(c) and totals[c] >= NAMED_SHARE * totals[current]), None)
        deeper = named if named is not None else _deeper(best, totals, SHARE * totals[current])
        if deeper is None:
            return current
        current = deeper


def _deeper(element: etree._Element, totals: dict[etree._Element, float], least: float) -> etree._Element | None:
    """The element, or the first below it that can hold a text of its own; None where the text spreads."""
    while totals[element] >= least:
        if element.tag not in INLINE:
            return element
        children = [c for c in element if totals.get(c)]
        if not children:
            break
        element = max(children, key=lambda c: totals[c])
    return None


def _recommended(blocks: list[Block]) -> set[int]:
    """The lines of boxes that recommend other pages: behind the box's heading, below the element around it."""
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if i in found or len(block.line.text) > BOX_HEADING or not _RECOMMENDS.search(block.line.key):
            continue
        chrome, box = chrome_of(block.line, "tail"), block.element.getparent()
        if box is None or chrome is None or chrome.reason != "related reading":
            continue
        for j in range(i + 1, len(blocks)):
            if not within(blocks[j].element, box):
                break
            found.add(j)
    return found


def _totals(blocks: list[Block], weigh: Callable[[Block], float], related: set[int]) -> dict[etree._Element, float]:
    """The weight of all lines below each element."""
    totals: dict[etree._Element, float] = {}
    for i, block in enumerate(blocks):
        value = weigh(block) * (HINTED_WEIGHT if i in related else 1.0)
        node: etree._Element | None = block.element if value else None
        while node is not None:
            totals[node] = totals.get(node, 0.0) + value
            node = node.getparent()
    return totals


def inside(container: etree._Element, blocks: list[Block]) -> tuple[int, int]:
    """The first and last+1 index of the blocks that stand in the container (0, 0 when none does)."""
    elements = set(container.iter())
    members = [i for i, block in enumerate(blocks) if block.element in elements]
    return (members[0], members[-1] + 1) if members else (0, 0)


def within(element: etree._Element, container: etree._Element) -> bool:
    """Whether the element is the container or stands below it."""
    node: etree._Element | None = element
    while node is not None:
        if node is container:
            return True
        node = node.getparent()
    return False
