"""Traditional to simplified for pages that a script converted the other way, character by character."""

from __future__ import annotations

import re
from functools import cache

import opencc

# Characters that OpenCC takes for traditional and that simplified text uses as they are, with the words that keep them.
_KEEP_WORDS = {
    "著": re.compile(
        r"[显卓昭名编原专论巨遗译土合所新拙旧撰]著(?!手|力|重|眼|急|火|装|落|实|想)|著(?=[名称述者书录])|著作(?!为)"
    ),
    "乾": re.compile(r"乾(?=[隆坤安县陵清元卦通嘉道])|[王李张刘陈赵康]乾|乾乾"),
    "瞭": re.compile(r"瞭(?=望)"),
    "藉": re.compile(r"藉(?=慰)|[慰蕴狼枕凭]藉"),
    "徵": re.compile(r"魏徵|宫商角徵|徵羽"),
    "夥": re.compile(r"获益甚夥"),
    "覆": re.compile(r"覆"),
    "麽": re.compile(r"幺麽"),
}
_OWN = {"著": "着", "佔": "占", "癥": "症", "覆": "覆"}
_HAN = re.compile(r"[\u3400-\u9fff]")


@cache
def _table() -> dict[int, str]:
    convert = opencc.OpenCC("t2s").convert
    table = {}
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        char = chr(code)
        plain = _OWN.get(char) or convert(char)
        if len(plain) == 1 and plain != char:
            table[code] = plain
    return table


def simple(char: str) -> str:
    """The simplified form of one character (著 -> 着)."""
    return _table().get(ord(char), char) if len(char) == 1 else char


@cache
def traditional(char: str) -> str:
    """The traditional form that a script without phrases gives a character."""
    form = opencc_s2t().convert(char)
    return form if len(form) == 1 else char


@cache
def opencc_s2t() -> opencc.OpenCC:
    """The simplified to traditional converter."""
    return opencc.OpenCC("s2t")


@cache
def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return bool(_HAN.match(char))


@cache
def is_traditional_form(char: str) -> bool:
    """Whether a character has a simplified form other than itself."""
    return is_han(char) and simple(char) != char


@cache
def in_traditional_use(char: str) -> bool:
    """Whether traditional text may hold the character at all (后 里 范 as well as 後 裡 範, never 东)."""
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return traditional(simple(char)) == char
    return True


def to_simplified(text: str) -> str:
    """Simplified text; same length, so every offset stays. 著, 乾 and the like stay where the word has them."""
    plain = text.translate(_table())
    for char, words in _KEEP_WORDS.items():
        if char in text:
            plain = _keep(plain, text, char, words)
    return plain


def _keep(plain: str, text: str, char: str, words: re.Pattern[str]) -> str:
    """Put `char` back at the places where a word that keeps it stands."""
    other = simple(char)
    places = [i for i, c in enumerate(text) if c == char]
    probe = list(plain)
    for i in places:
        probe[i] = char
    kept = {i for m in words.finditer("".join(probe)) for i in range(m.start(), m.end())}
    return "".join(other if i in set(places) - kept else c for i, c in enumerate(probe))
