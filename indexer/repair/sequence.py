"""Which mark may stand behind which: stops in a row, quotes and brackets that do not pair."""

from __future__ import annotations

from functools import cache

from indexer.repair.simplify import is_han
from indexer.repair.vocabulary import MARKS

OPENING, CLOSING = "“‘（《【『「", "”’）》】』」"
BLANK, AFTER_STOP = "\u3000", 3.0  # the ideographic space: two of them begin a paragraph
ROUTE, ON_THE_WAY = 6, 4.0  # characters within which another dash follows one between places, and the bonus
NAMED, STOP_IN_NAME = 10, -4.0  # characters of a quoted name at most, and what a full stop at its end costs
STOPS = frozenset("，。、；：！？")
_PARTNER = dict(zip(CLOSING, OPENING, strict=True)) | dict(zip(OPENING, CLOSING, strict=True))


def sequence_fit(before: str, char: str) -> float:
    """Bonus or penalty for a mark after what stands before it: stops in a row, quotes that do not pair."""
    if char not in MARKS:
        return 0.0
    last = before[-1:]
    fit = _next_to(before[-2:-1], last, char) if last in MARKS or char == BLANK else 0.0
    if char in _PARTNER:
        opening = char in OPENING
        start, end = (char, _PARTNER[char]) if opening else (_PARTNER[char], char)
        is_open = before.rfind(start) > before.rfind(end)
        fit += (-4.0 if is_open else 0.0) if opening else (2.0 if is_open else -5.0)
        if char == "”" and last == "。" and _names(before):
            fit += STOP_IN_NAME
    elif char == "—" and last != "—" and _joins(before[-ROUTE:]):
        fit += ON_THE_WAY
    return fit


def _joins(before: str) -> bool:
    """Whether there is a single dash: of a route (重庆—上海—), unlike the double one of an aside."""
    return "—" in before and "——" not in before


def _names(before: str) -> bool:
    """Whether the open quotation is a few characters in the middle of a sentence: 蓝色“光伏海”, no speech."""
    at = before.rfind("“")
    return at > 0 and len(before) - at <= NAMED and is_han(before[at - 1])


@cache
def _next_to(last_but_one: str, last: str, char: str) -> float:
    """A mark behind a mark, or a blank."""
    if char == BLANK:
        return AFTER_STOP if last in tuple("。；：！？\u3000") else -2.0
    if char in STOPS and (last in STOPS or last in tuple("—·\u3000") or last in tuple(OPENING)):
        return -7.0
    if char in CLOSING and (last in tuple("，、；：\u3000") or last in tuple(OPENING)):
        return -6.0
    if char in "，。、；：" and last in tuple(CLOSING) and last_but_one in tuple("。！？"):
        return -6.0
    return -5.0 if char in "—·…" and last in tuple("，。、；：") else 0.0
