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


# Characters that such scripts leave as they are, though OpenCC has another form for them: either may stand on a page.
_LEFT = frozenset("于后里范采制群吃峰秘床唇凶杰痴灶皂雇粽肴腌岳洼熏栖咨云郁岩涌游并斗筑余仆朴伙咸干征霉升")


def _all_han() -> list[str]:
    return [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


def _converted(config: str) -> dict[str, str]:
    """Every Chinese character that a conversion changes into another one, converted by itself."""
    chars = _all_han()
    lines = opencc.OpenCC(config).convert("\n".join(chars)).split("\n")
    return {char: line for char, line in zip(chars, lines, strict=True) if len(line) == 1 and line != char}


@cache
def _table() -> dict[int, str]:
    return {ord(char): plain for char, plain in (_converted("t2s") | _OWN).items() if char != plain}


@cache
def _forms() -> dict[str, str]:
    return _converted("s2t")


def simple(char: str) -> str:
    """The simplified form of one character (著 -> 着)."""
    return _plain_forms().get(char, char)


@cache
def _plain_forms() -> dict[str, str]:
    return {chr(code): plain for code, plain in _table().items()}


def traditional(char: str) -> str:
    """The traditional form that a script without phrases gives a character."""
    return _forms().get(char, char)


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff"


@cache
def is_traditional_form(char: str) -> bool:
    """Whether a character has a simplified form other than itself."""
    return is_han(char) and simple(char) != char


def is_left_alone(char: str) -> bool:
    """Whether scripts are known that do not convert a simplified character, though it has a traditional form."""
    return char in _LEFT


def in_traditional_use(char: str) -> bool:
    """Whether traditional text may hold the character at all (后 里 范 as well as 後 裡 範, never 东)."""
    return char in _in_big5() or traditional(simple(char)) == char


@cache
def is_common_in_big5(char: str) -> bool:
    """Whether a character is in the first level of Big5; the second has simplified forms as old, rare ones (网)."""
    return char.encode("big5", "replace") < b"\xc9"


@cache
def _in_big5() -> frozenset[str]:
    return frozenset("".join(_all_han()).encode("big5", "ignore").decode("big5"))


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
