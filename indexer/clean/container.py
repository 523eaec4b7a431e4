"""Which element of a page holds the text: the deepest one that has most of the running text below it."""

from __future__ import annotations

from lxml import etree

from indexer.clean.line import SENTENCE_MARKS
from indexer.clean.markup import Block, is_content_name

SHARE = 0.72  # of the running text below an element that a child must hold to be gone down into
NAMED_SHARE = 0.45  # the same for a child whose class or id is a content name of the common CMS
HINTED_WEIGHT = 0.1  # of running text inside blocks that call themselves navigation, related, footer ...


def weight(block: Block) -> float:
    """How much running text a line is: its characters outside links, raised by sentence marks."""
    line = block.line
    plain = max(0, len(line.text) - line.linked)
    if line.link_share > 0.5 or (plain < 20 and not any(m in line.text for m in "。；")):
        return 0.0
    marks = sum(line.text.count(m) for m in SENTENCE_MARKS) + line.text.count(",") / 2
    value = plain * min(1.0, 0.2 + marks / 4)
    return value * HINTED_WEIGHT if line.hint and line.hint != "caption" else value


def main_container(root: etree._Element, blocks: list[Block]) -> etree._Element:
    """The element to take the text from; the root itself when the running text is spread over the page."""
    totals: dict[etree._Element, float] = {}
    for block in blocks:
        value = weight(block)
        node: etree._Element | None = block.element if value else None
        while node is not None:
            totals[node] = totals.get(node, 0.0) + value
            node = node.getparent()
    current = root
    while True:
        children = [c for c in current if totals.get(c)]
        best = max(children, key=lambda c: totals[c], default=None)
        if best is None:
            return current
        named = next((c for c in children if is_content_name(c) and totals[c] >= NAMED_SHARE * totals[current]), None)
        if named is not None:
            current = named
        elif totals[best] >= SHARE * totals[current] and best.tag not in (
            "p",
            "span",
            "font",
            "strong",
            "b",
            "tr",
            "li",
        ):
            current = best
        else:
            return current


def inside(container: etree._Element, blocks: list[Block]) -> tuple[int, int]:
    """The first and last+1 index of the blocks that stand in the container (0, 0 when none does)."""
    members = [i for i, block in enumerate(blocks) if _within(block.element, container)]
    return (members[0], members[-1] + 1) if members else (0, 0)


def _within(element: etree._Element, container: etree._Element) -> bool:
    node: etree._Element | None = element
    while node is not None:
        if node is container:
            return True
        node = node.getparent()
    return False
