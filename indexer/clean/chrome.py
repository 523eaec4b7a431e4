"""A kind of line that is not text: how it is told, and where on a page it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Chrome:
    """One kind of line that is not text."""

    reason: str
    pattern: re.Pattern[str]
    zone: str = "any"
    longest: int = 80  # characters; a longer line is text that happens to hold the words
    end: bool = False


def chrome(reason: str, pattern: str, zone: str = "any", longest: int = 80, end: bool = False) -> Chrome:
    """One kind, its pattern given as text; case does not count."""
    return Chrome(reason, re.compile(pattern, re.IGNORECASE), zone, longest, end)
