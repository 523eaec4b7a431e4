"""The damage itself: what a converter's find-and-replace on bytes makes of a traditional text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, permutations

from indexer.repair import gbk

CUT_ORDER = "，。！？；"
ORDERS_TRIED = 24  # of the table: the order decides where two finds overlap


def damaged(truth: str, table: Iterable[tuple[str, str]]) -> str:
    """The traditional text `truth` after the damage; `table` has characters and readings in the site's order.

    Full-width ASCII comes out as ASCII. Characters that GBK lacks stay as they are.
    """
    data = b"".join(c.encode("gb18030") for c in truth)
    for char, reading in table:
        found = char.encode("gb18030")
        data = data.replace(found, found + b"(" + reading.encode("gb18030") + b")")
    for mark in CUT_ORDER:
        found = mark.encode("gb18030")
        data = data.replace(found, bytes((gbk.CUT,)) + found)
    return narrow(gbk.decode(data))


def narrow(text: str) -> str:
    """Full-width ASCII and the ideographic space as ASCII."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text)


def entries_found(truth: str, table: dict[str, str]) -> list[tuple[str, str]]:
    """The table's characters whose bytes occur in the text, across characters too."""
    data = b"".join(c.encode("gb18030") for c in truth)
    pairs = {gbk.decode_pair(a, b) for a, b in pairwise(data)}
    return [(char, reading) for char, reading in table.items() if char in pairs]


def explains(truth: str, shown: str, table: dict[str, str]) -> bool:
    """Whether some order of the table turns `truth` into a text that ends with `shown`."""
    found = entries_found(truth, table)
    shown = narrow(shown)
    for number, order in enumerate(permutations(found)):
        if damaged(truth, order).endswith(shown):
            return True
        if number >= ORDERS_TRIED:
            break
    return False
