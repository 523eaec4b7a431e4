"""The ASCII character that an orphaned byte took with it: lost, save where the text behind it gives it away."""

from __future__ import annotations

import re

from indexer.repair.numbering import UNKNOWN, Numbering

# What stands behind the lost character, and what it must have been: 2 of 2023年, 1 of 1998年, 0 of an area code, the
# bracket of （一).
_TELLING = (
    (re.compile(r"0[0-4]\d(?:年|[〕\]]\d|[-—－～~至]20\d\d)"), "2"),
    (re.compile(r"9\d\d年"), "1"),
    (re.compile(r"[1-9]\d{1,2}[-－—]\d{7,8}(?!\d)"), "0"),
    (re.compile(r"[^()（）\s]{1,8}\)"), "("),
)


def swallowed(before: str, behind: str, numbering: Numbering) -> str:
    """The lost character, told by the text around it or by the counting so far; UNKNOWN where nothing tells."""
    digit = numbering.lost_digit(before, behind)
    lost = digit or next((lost for pattern, lost in _TELLING if pattern.match(behind)), UNKNOWN)
    return UNKNOWN if lost == "(" and _is_open(before) else lost


def _is_open(text: str) -> bool:
    """Whether a bracket stands open at the end: what came behind it was no second one."""
    return max(map(text.rfind, "（(")) > max(map(text.rfind, "）)"))
