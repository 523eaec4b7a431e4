"""A text as the index reads it: the terms of Elasticsearch's `standard` analyzer, made here a second time.

`verify` compares the index with this, so nothing of Elasticsearch is used. The rules are those of UAX #29 in the
edition that Lucene follows (Unicode 12.1); a test holds every character against a real Elasticsearch.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

LONGEST_TERM = 255  # characters; Elasticsearch cuts what is longer
BOUND = " "  # on both sides of a term of several characters, so that no part of it is taken for the whole

# Ranges of code points; what a class holds beside them follows from the categories below.
_HAN = "2E80-2E99 2E9B-2EF3 2F00-2FD5 3007 3021-3029 3038-303A 3400-4DB5 4E00-9FEF F900-FA6D FA70-FAD9 \
20000-2A6D6 2A700-2B734 2B740-2B81D 2B820-2CEA1 2CEB0-2EBE0 2F800-2FA1D"
_HIRAGANA = "3041-3096 309D-309F 1B001-1B11E 1B150-1B152"
_KATAKANA = "3031-3035 309B-309C 30A0-30FA 30FC-30FF 31F0-31FF 32D0-32FE 3300-3357 FF66-FF9D 1B000 1B164-1B167"
# Scripts without blanks between words, a run of which is one term: Thai, Lao, Burmese, Khmer, Dai, Tai.
_UNSPACED = "0E01-0E3A 0E40-0E4E 0E81-0EC6 0EC8-0ECD 0EDC-0EDF 1000-103F 1050-108F 109A-109F 1780-17D3 17D7 17DC-17DD \
1950-1974 1980-19C9 19DA 19DE-19DF 1A20-1A7C 1AA0-1AAD A9E0-A9EF A9FA-A9FE AA60-AAC2 AADB-AADF"
# Pictures and signs that are terms (★ ▶ ☎ ©); all other signs are passed over.
_PICTURES = "A9 AE 203C 2049 2122 2194-2199 21A9-21AA 231A-231B 2328 2388 23CF 23E9-23F3 23F8-23FA 25AA-25AB 25B6 25C0 \
25FB-25FE 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271D 2721 2728 2733-2734 2744 2747 274C 274E \
2753-2755 2757 2763-2767 2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299 \
1F000-1F0FF 1F10D-1F10F 1F12F 1F16C-1F16F 1F18E 1F191-1F19A 1F1AD-1F1E5 1F200-1F20F 1F21A 1F22F 1F232-1F23A \
1F23C-1F23F 1F249-1F3FA 1F400-1F53D 1F546-1F64F 1F680-1F6FF 1F774-1F77F 1F7D5-1F7FF 1F80C-1F80F 1F848-1F84F \
1F85A-1F85F 1F888-1F88F 1F8AE-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1FAFF"
_FLAGS = "1F1E6-1F1FF"
_SKIN_TONES = "1F3FB-1F3FF"
_MORE_LETTERS = "02C2-02C5 02D2-02D7 02DE-02DF 02ED 02EF-02FF 055B-055C 055E 05F3 24B6-24E9 A720-A721 A789-A78A AB5B \
1F130-1F149 1F150-1F169 1F170-1F189"
_MORE_DIGITS = "066B"
_MORE_EXTENDING = "FF9E-FF9F " + _SKIN_TONES
_JOINING_ALL = "5F 202F 203F-2040 2054 FE33-FE34 FE4D-FE4F FF3F"  # a_b, 1_2
_JOINING_LETTERS = "3A B7 387 5F4 2027 FE13 FE55 FF1A"  # a:b
_JOINING_DIGITS = "2C 3B 37E 589 60C-60D 66C 7F8 2044 FE10 FE14 FE50 FE54 FF0C FF1B"  # 1,000; also 2022，2023
_JOINING_BOTH = "27 2E 2018-2019 2024 FE52 FF07 FF0E"  # a.b, 1.5
_PASSED_OVER = "200B 3006 FF9E-FF9F"  # by their category they would be letters or extend one
# Characters that Unicode has taken up since: no terms, nobody can search for them.
_NEWER = "0870-089F 08B5 08BE-08D2 0B55 0C3C 0C5D 0CDD 0D04 0D81 170D 1715 171F 180F 1ABF-1ACE 1B4C 1DFA 2C2F 2C5F \
31BB-31BF 4DB6-4DBF 9FF0-9FFF A7C0-A7C1 A7C7-A7CA A7D0-A7D9 A7F2-A7F6 A82C AB68-AB69 1B11F-1B122 1B170-1B2FB"

_LETTER = ("Lu", "Ll", "Lt", "Lo", "Lm", "Nl")
_DIGIT = ("Nd",)
_EXTENDING = ("Mn", "Mc", "Me", "Cf")
# Above are rare Han characters, which _HAN names; unassigned; and marks that extend a character.
_CATEGORIZED = (*range(0x20000), *range(0xE0000, 0xE0200))


def normal_form(text: str) -> str:
    """The terms of a text in order: Han characters and kana one by one, other terms whole between blanks.

    Lower-cased; without marks and blanks. A phrase stands in a text when its normal form stands in the text's. Empty
    when there are no terms.
    """
    return "".join(plain or _bounded(term) for plain, term in _terms().findall(_lower(text)))


def term_spans(text: str) -> list[tuple[int, int]]:
    """Where each term of a text begins and ends."""
    spans: list[tuple[int, int]] = []
    for match in _terms().finditer(_lower(text)):
        start, end = match.span()
        spans += [(at, at + 1) for at in range(start, end)] if match.lastindex == 1 else [(start, end)]
    return spans


def _lower(text: str) -> str:
    """As Java does it, character by character: Python would make two characters of İ, and a ς of the last Σ."""
    return text.replace("İ", "i").replace("Σ", "σ").lower()


def _bounded(term: str) -> str:
    if len(term) <= LONGEST_TERM:
        return f"{BOUND}{term}{BOUND}"
    pieces, at = [], 0
    while at < len(term):
        piece = _terms().match(term, at, at + LONGEST_TERM)
        if piece:
            pieces.append(f"{BOUND}{piece[0]}{BOUND}")
        at = piece.end() if piece else at + 1
    return "".join(pieces)


@cache
def _terms() -> re.Pattern[str]:
    """Either a run of characters that are terms each by itself, or one term."""
    single = f"[{_set(_HAN)}{_set(_HIRAGANA)}]"
    extending = f"[{_extending()}]"
    letters, digits, kana, pictures = (
        f"(?:[{s}]{extending}*+)" for s in (_letters(), _digits(), _set(_KATAKANA), _set(_PICTURES))
    )
    joining = f"(?:[{_set(_JOINING_ALL)}]{extending}*+)"
    in_word, in_number = (
        f"(?:[{_set(marks)}{_set(_JOINING_BOTH)}]{extending}*+)" for marks in (_JOINING_LETTERS, _JOINING_DIGITS)
    )
    words = f"{letters}++(?:{in_word}{letters}++)*+"
    numbers = f"{digits}++(?:{in_number}{digits}++)*+"
    run = f"(?:(?:{words}|{numbers})++|{kana}++)"
    forms = (
        f"{single}{extending}++",
        "[#*]\ufe0f?\u20e3",
        f"{joining}*+{run}(?:{joining}++{run})*+{joining}*+",
        f"[{_set(_UNSPACED)}][{_set(_UNSPACED)}{_extending()}]*+",
        f"{pictures}(?:(?<=\u200d){pictures})*+",
        f"[{_set(_FLAGS)}]{extending}*+[{_set(_FLAGS)}]{extending}*+",
        f"[{_set(_SKIN_TONES)}]{extending}*+",
    )
    return re.compile(f"({single}+(?!{extending}))|({'|'.join(forms)})")


@cache
def _letters() -> str:
    other = (_HAN, _HIRAGANA, _KATAKANA, _UNSPACED, _PASSED_OVER, _NEWER)
    return _class(_LETTER, other) + _set(_MORE_LETTERS)


@cache
def _digits() -> str:
    return _class(_DIGIT, (_NEWER,)) + _set(_MORE_DIGITS)


@cache
def _extending() -> str:
    return _class(_EXTENDING, (_PASSED_OVER, _NEWER)) + _set(_MORE_EXTENDING)


def _class(categories: tuple[str, ...], without: tuple[str, ...]) -> str:
    """The inside of a character class: all characters of some categories, but for some ranges."""
    excluded = {code for ranges in without for code in _codes(ranges)}
    codes = (c for c in _CATEGORIZED if c not in excluded and unicodedata.category(chr(c)) in categories)
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in runs)


def _codes(ranges: str) -> set[int]:
    return {code for low, high in _ends(ranges) for code in range(low, high + 1)}


def _set(ranges: str) -> str:
    """The inside of a character class."""
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in _ends(ranges))


def _ends(ranges: str) -> list[tuple[int, int]]:
    pairs = (part.partition("-") for part in ranges.split())
    return [(int(low, 16), int(high or low, 16)) for low, _, high in pairs]
