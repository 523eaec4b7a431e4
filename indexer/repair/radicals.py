"""Radicals and doubles of characters, as programs that read PDF files write them: ⼭ and ⻓ for 山 and 长."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from mappings import Repair

# Simplified radicals that are characters by themselves; Unicode says so of the others by its compatibility forms.
_RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
_CHARACTERS = "母民虎西见角贝车长门青韦页风飞食马鬼鱼鸟卤麦黄齐齿龙龟"
_SIMPLIFIED = dict(zip(_RADICALS, _CHARACTERS, strict=True))
_DOUBLES = "[⺀-⿕\uf900-\ufa0b]"
_DOUBLE = re.compile(_DOUBLES)
_IN_TEXT = re.compile(rf"(?<=[一-鿿]){_DOUBLES}+|(?<!{_DOUBLES}){_DOUBLES}+(?=[一-鿿])")


def replace_radicals(text: str) -> tuple[str, list[Repair]]:
    """The text with radicals beside characters as the characters they stand for, and one repair for each."""
    if not _DOUBLE.search(text):
        return text, []
    found = Counter(char for match in _IN_TEXT.finditer(text) for char in match[0] if _meant(char) != char)
    repairs = [Repair(char, _meant(char), note=f"U+{ord(char):04X}, {n} times") for char, n in found.most_common()]
    return (_IN_TEXT.sub(lambda match: "".join(map(_meant, match[0])), text) if found else text), repairs


def _meant(char: str) -> str:
    return _SIMPLIFIED.get(char) or unicodedata.normalize("NFKC", char)
