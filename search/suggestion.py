"""The nearest reading of a query that cannot be read: the same query with the wrong place mended or taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engine.errors import QueryError
from search.scanner import NEAR

SHORTENED = 200  # characters kept of a query that is too long

_STRUCTURE = re.compile(r"[()（）|｜\"“”＂「」『』?*:：]|\b(?:OR|AND|NOT)\b")
_SHORT_YEARS = re.compile(r"\D*\d{2}(?:\D+\d{2})?\D*")
_TWO_DIGITS = re.compile(r"\d{2}")
_WILDCARDS = re.compile(r"[?*]+")


def suggest(error: QueryError, end: int, read: Callable[[str], object]) -> str | None:
    """A query near the wrong one that can be read; `end` is where the wrong place ends. None when there is none."""
    tried = (" ".join(candidate.split()) for candidate in _candidates(error.query, error.position, end))
    return next((candidate for candidate in tried if candidate and _readable(candidate, read)), None)


def _candidates(query: str, start: int, end: int) -> Iterator[str]:
    wrong = query[start:end]
    if _SHORT_YEARS.fullmatch(wrong):
        yield query[:start] + _TWO_DIGITS.sub(r"20\g<0>", wrong) + query[end:]
    yield query[:start] + _WILDCARDS.sub(" ", wrong) + query[end:]
    yield NEAR.sub("(", query)
    name = re.search(r"[^\s:：()（）]+[:：]\s*$", query[:start])
    if name:  # without the colon the value, or the name alone, is text
        yield query[: name.start()] + name[0].strip()[:-1] * (not wrong.strip()) + " " + wrong + query[end:]
    yield query[:start] + _STRUCTURE.sub(" ", wrong) + query[end:]
    plain = _STRUCTURE.sub(" ", query)
    yield plain
    yield plain[:SHORTENED]


def _readable(query: str, read: Callable[[str], object]) -> bool:
    try:
        read(query)
    except QueryError:
        return False
    return True
