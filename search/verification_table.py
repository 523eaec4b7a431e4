"""A verification as lines for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from search.verify import Check, Verification

SHOWN = 20  # phrases that agree
SHOWN_WRONG = 100  # phrases that differ
WIDTH = 30  # columns of a terminal that a phrase gets; a Han character takes two
_SPACES = re.compile(r"\s+")


def verification_lines(verification: Verification) -> Iterator[str]:
    """Every phrase that differs, with documents; the most frequent of those that agree; a line that sums up."""
    wrong = [check for check in verification.checks if not check.ok]
    right = sorted((c for c in verification.checks if c.ok), key=lambda c: -c.scanned.documents)
    yield f"{_padded('短语')}{'扫描':>8}{'索引':>8}  一致"
    for check in wrong[:SHOWN_WRONG]:
        yield _row(check)
        yield from _differences(check)
    if len(wrong) > SHOWN_WRONG:
        yield f"……另有 {len(wrong) - SHOWN_WRONG:,} 个短语不一致"
    yield from map(_row, right[:SHOWN])
    if len(right) > SHOWN:
        yield f"……另有 {len(right) - SHOWN:,} 个短语一致"
    yield summary(verification)


def summary(verification: Verification) -> str:
    """How many phrases, how many documents, and whether all agree."""
    phrases, drawn = len(verification.checks), sum(c.drawn_from is not None for c in verification.checks)
    wrong = sum(not check.ok for check in verification.checks)
    result = f"{wrong:,} 个短语不一致" if wrong else "全部一致"
    return f"{verification.documents:,} 篇文档，{phrases:,} 个短语（其中 {drawn:,} 个抽自原文）：{result}。"


def _row(check: Check) -> str:
    mark = "✓" if check.ok else "✗"
    return f"{_padded(check.phrase)}{check.scanned.documents:>10,}{check.found.documents:>10,}  {mark}"


def _differences(check: Check) -> Iterator[str]:
    for stray in check.missing:
        yield f"  索引没有找到：{stray.id}　{stray.path}"
    for stray in check.surplus:
        yield f"  原文里没有：{stray.id}　{stray.path}"
    if check.drawn_from and not check.at_source:
        yield f"  它抽自 {check.drawn_from}，在那里扫描却没有找到"


def _padded(text: str) -> str:
    """The text on one line, cut or filled up to the width."""
    shown, width = "", 0
    for char in _SPACES.sub(" ", text):
        columns = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if width + columns > WIDTH - 2:
            shown, width = shown + "…", width + 1
            break
        shown, width = shown + char, width + columns
    return shown + " " * (WIDTH - width)
