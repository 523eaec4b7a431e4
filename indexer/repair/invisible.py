"""Characters of no width between Chinese or Latin letters: left by editors, they break words and searches."""

from __future__ import annotations

import re
from collections import Counter

from mappings import Repair

_NO_WIDTH = "\u00ad\u180e\u200b\u2060\ufeff"  # soft hyphen, vowel separator, zero-width space, word joiner, BOM
# Of use in emoji, Persian and Hebrew: they go where Chinese or Latin letters stand on both sides.
_JOINERS = "\u200c\u200d\u200e\u200f\u202a-\u202e"
_LETTERS = r"\x00-\x7f\u2e80-\u9fff\uff00-\uffef“”‘’—…·"
_VARIANTS = r"(?<=[一-鿿])[\ufe00-\ufe0f]"  # they choose a form of the character before them
_INVISIBLE = re.compile(
    rf"[{_NO_WIDTH}]|(?:(?<=[{_LETTERS}])|^)[{_JOINERS}]+(?=[{_LETTERS}]|$)|{_VARIANTS}", re.MULTILINE
)
_ANY = re.compile(f"[{_NO_WIDTH}{_JOINERS}\ufe00-\ufe0f]")


def remove_invisible(text: str) -> tuple[str, list[Repair]]:
    """The text without characters of no width, and one repair for each kind of them."""
    if not _ANY.search(text):
        return text, []
    found = Counter(char for match in _INVISIBLE.finditer(text) for char in match[0])
    if not found:
        return text, []
    repairs = [Repair(char, "", note=f"U+{ord(char):04X}, {count} times") for char, count in found.most_common()]
    return _INVISIBLE.sub("", text), repairs
