"""Facts in two wordings of one place: numbers, dates and names that are not the same on both sides.

A repost leaves the facts alone; another notice of the same form is filled in with others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from pypinyin import lazy_pinyin

import lexicon
from mappings import tagged

NUMERALS = r"\d〇零一二两三四五六七八九十百千万亿"
HOLES = "?□*\ufffd"  # what stands for a character that was lost; kept in the texts that are compared
PARTED = "|"  # between two numbers that marks part
AROUND = 12  # characters on either side in which words are told apart
LONGEST_PLACE = 12  # characters of a name that is looked up
_DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NUMBER = re.compile(r"\d+|[〇零一二两三四五六七八九十百千万亿]+")
_IN_NUMBER = re.compile(rf"[{NUMERALS}{re.escape(HOLES)}]")
_HOLE = re.compile(f"[{re.escape(HOLES)}]")
_NAMES = ("nr", "ns", "nt", "nz", "eng")  # tags of persons, places, bodies, other names, Latin words
_NO_NAMES = ("t", "r", "d", "p", "c", "u", "f", "m", "q", "x")  # tags of days, pronouns, adverbs ...
# 我市, 本局, 今天: the same as the name, said at home; and characters that were lost.
_NOTHING = re.compile(rf"[我本该此{re.escape(HOLES)}]|今[年天日]|昨[天日]|明[年天日]")
# What stands before one of these is somebody's name, whatever the dictionary takes its words for.
_BODY = re.compile(
    r"\w{0,6}?(?:公司|集团|厂|合作社|银行|医院|学校|学院|大学|中学|小学|研究院|研究所|事务所|项目部|园区|开发区|高新区|经开区|新区|村|镇|乡|街道|社区)"
)
Range = tuple[int, int]


def differ(a: str, range_a: Range, b: str, range_b: Range) -> bool:
    """Whether what stands at a range of one text and at a range of the other, in its place, are other facts."""
    part_a, part_b = a[slice(*range_a)], b[slice(*range_b)]
    if _sound_alike(part_a, part_b):
        return False
    wide_a, wide_b = _with_whole_numbers(a, range_a, part_b), _with_whole_numbers(b, range_b, part_a)
    if bool(_HOLE.search(a, *wide_a)) != bool(_HOLE.search(b, *wide_b)):
        return False  # damage says nothing
    if _apart(_numbers(a, wide_a), _numbers(b, wide_b)):
        return True
    return bool(part_a and part_b) and _apart(_names(a, range_a), _names(b, range_b))


def reworded(a: str, range_a: Range, b: str, range_b: Range) -> tuple[str, str] | None:
    """The words that stand for one another, where there are some on both sides and both could stand anywhere."""
    if range_a[0] == range_a[1] or range_b[0] == range_b[1]:
        return None
    one, other = ("".join(word for word, _ in _words(text, where)) for text, where in ((a, range_a), (b, range_b)))
    if min(len(one), len(other)) < 2 or _sound_alike(one, other) or _NOTHING.search(one + other):
        return None
    return one, other


def _apart(one: Counter[str], other: Counter[str]) -> bool:
    """Whether both sides say something, and neither only says more than the other."""
    return bool(one - other and other - one)


def _sound_alike(one: str, other: str) -> bool:
    """Whether it is one word in other characters: 帐户, 账户."""
    return len(one) == len(other) and not one.isascii() and lazy_pinyin(one) == lazy_pinyin(other)


def _numbers(text: str, where: Range) -> Counter[str]:
    """The numbers in a range, Chinese ones as digits."""
    return Counter(_value(match[0]) for match in _NUMBER.finditer(text, *where))


def _with_whole_numbers(text: str, where: Range, other: str) -> Range:
    """The range, so wide that it cuts no number that it, or what stands in its place, begins or ends with."""
    start, end = where
    parts = [part for part in (text[start:end], other) if part]
    if any(_IN_NUMBER.match(part[0]) for part in parts):
        while start > 0 and _IN_NUMBER.match(text[start - 1]):
            start -= 1
    if any(_IN_NUMBER.match(part[-1]) for part in parts):
        while end < len(text) and _IN_NUMBER.match(text[end]):
            end += 1
    return start, end


def _names(text: str, where: Range) -> Counter[str]:
    """The names that stand, in part at least, in a range of a text."""
    words = list(_words(text, where))
    found = Counter(word for word, tag in words if tag.startswith(_NAMES))
    found.update(_places(text, where))
    part = text[slice(*where)]
    if not found and len(part) > 1 and not all(tag.startswith(_NO_NAMES) for _, tag in words):
        found.update([part] if _BODY.match(text, where[1]) or _BODY.search(part) else [])
    return found


def _places(text: str, where: Range) -> set[str]:
    """The places of the lexicon that stand, in part at least, in a range of a text."""
    start, end = where
    known = _known_places()
    return {
        text[first:last]
        for first in range(max(0, start - LONGEST_PLACE), end)
        for last in range(max(first + 2, start + 1), min(first + LONGEST_PLACE, len(text)) + 1)
        if text[first:last] in known
    }


@cache
def _known_places() -> frozenset[str]:
    regions = lexicon.regions()
    short = (name for region in regions if not region.ambiguous for name in region.short_names)
    return frozenset((*(region.name for region in regions), *short))


def _words(text: str, where: Range) -> Iterator[tuple[str, str]]:
    """The words, with their tags, that stand in a range of a text, in part at least."""
    start, end = where
    place = max(0, start - AROUND)
    for word, tag in tagged(text[place : end + AROUND]):
        if place < end and place + len(word) > start:
            yield word, tag
        place += len(word)


def _value(number: str) -> str:
    if number.isascii():
        return number.lstrip("0") or "0"
    if not any(unit in number for unit in _UNITS):
        return "".join(str(_DIGITS.get(char, char)) for char in number).lstrip("0") or "0"
    total = section = digit = 0
    for char in number:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif (unit := _UNITS[char]) >= _UNITS["万"]:
            total, section, digit = (total + section + digit or 1) * unit, 0, 0
        else:
            section, digit = section + (digit or 1) * unit, 0
    return str(total + section + digit)
