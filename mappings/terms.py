"""How text becomes terms, for index and query alike. The only place that folds, converts and segments.

Order: width, then traditional -> simplified, then jieba words (search mode). `fold` is for exact search and keeps
every offset; `segment` is for ranking.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import opencc
import rjieba

import lexicon

SCHEMA_VERSION = 3  # raise when the fields or the way to terms change in a way that asks for a rebuild
MAPPINGS = Path(__file__).parent

# Characters that opencc would change although simplified text uses them as they are (名著, 乾隆, 宫商角徵羽).
LEGAL_IN_SIMPLIFIED = frozenset("著乾徵夥")
TRADITIONAL_SHARE = 0.08  # of the Han characters; real traditional text has .25-.40, simplified text below .01 (m)
MARKS = "\u0001\u0002"  # around a hit in a highlighted text; stripped from every input

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CONTROL_BYTES = bytes(code for code in range(0x80) if _CONTROL.match(chr(code)))
_LONG = 1000  # characters
# Words in which 著 and 乾 stay in simplified text; elsewhere they are traditional forms of 着 and 干.
_KEPT_WORDS = re.compile("[显卓昭名编原专论巨遗译土合拙]著|著(?=[名作称述者书录])|乾[隆坤安县陵]")


# Elasticsearch's tokenizer takes 2022，2023年 for one number: full-width marks between digits fold to one that parts.
_JOINED_NUMBERS = re.compile(r"[，；](?<=[0-9０-９][，；])(?=[0-9０-９])")  # the mark first: it is found fastest


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


def fold_width(text: str) -> str:
    """Full-width letters and digits (Ａ, １) as ASCII, one character for one. Marks stay: they are never searched."""
    return text.translate(_WIDTH)


_WIDTH = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


@cache
def _fold_table() -> dict[str, str]:
    """One character for one: width, and each traditional character to its simplified form. Source: OpenCC t2s."""
    table = {chr(wide): chr(narrow) for wide, narrow in _WIDTH.items()}
    to_simple = _converter("t2s")
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)):
        simple = to_simple.convert(chr(code))
        if len(simple) == 1 and simple != chr(code):
            table[chr(code)] = simple
    table["著"] = "着"
    return table


def fold(text: str) -> str:
    """The search key of a text: same length, so every offset in it is an offset in the original.

    Simplified text comes back as it is, but for full-width letters and stray traditional characters; the characters
    that simplified text uses too (著, 乾) are folded in traditional text only. `fold(fold(x)) == fold(x)`.
    """
    return _fold_line(text) if len(text) <= LINE_LENGTH else _fold(text)


def _fold(text: str) -> str:
    # A search for the few characters to fold is many times faster than str.translate, which looks up every character.
    folded = _foldable().sub(_folded, text)
    if "，" in folded or "；" in folded:
        folded = _JOINED_NUMBERS.sub("、", folded)
    return _fold_legal(folded) if folded != text and is_traditional(text) else folded


# The lines of a page are folded again for each fact that is looked for in them.
_fold_line = lru_cache(maxsize=8192)(_fold)
LINE_LENGTH = 300  # characters of a text that is kept with its key


def folded_forms(text: str) -> tuple[str, ...]:
    """The forms in which a phrase may stand in folded texts: two when it has a character that both scripts use.

    A phrase is too short to tell its script: 著力 may be meant for traditional texts, where it was folded to 着力.
    """
    folded = fold(text)
    return tuple(dict.fromkeys((folded, "".join(_fold_table().get(c, c) for c in folded))))


def _folded(match: re.Match[str]) -> str:
    return _fold_table()[match[0]]


def _fold_legal(text: str) -> str:
    """Traditional text: 著 as 着 and 乾 as 干, but for the words that keep them in simplified text."""
    kept = {i for m in _KEPT_WORDS.finditer(text) for i in range(m.start(), m.end())}
    return "".join(
        c if i in kept or c not in LEGAL_IN_SIMPLIFIED else _fold_table().get(c, c) for i, c in enumerate(text)
    )


@cache
def _foldable() -> re.Pattern[str]:
    return _class_of(c for c in _fold_table() if c not in LEGAL_IN_SIMPLIFIED)


@cache
def _only_traditional() -> re.Pattern[str]:
    """Characters that simplified text does not use."""
    return _class_of(c for c in _fold_table() if ord(c) not in _WIDTH and c not in LEGAL_IN_SIMPLIFIED)


def _class_of(characters: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(characters)}]")


def strip_controls(text: str) -> str:
    """Without control characters and lone surrogates (tab and newline stay).

    They would break highlighting marks, JSON readers and whatever encodes the text.
    """
    if len(text) > _LONG:  # a page: that it has none is seen twice as fast in its bytes
        try:
            data = text.encode()
        except UnicodeEncodeError:  # a lone surrogate
            return _CONTROL.sub("", text)
        if len(data.translate(None, _CONTROL_BYTES)) == len(data):
            return text
    return _CONTROL.sub("", text)


def is_traditional(text: str) -> bool:
    """Whether the text is written in traditional characters, by the share of characters that only it uses."""
    if not _only_traditional().search(text):
        return False
    return len(_only_traditional().findall(text)) > TRADITIONAL_SHARE * len(_HAN.findall(text))


def to_simplified(text: str) -> str:
    """Traditional text in simplified characters; simplified text comes back unchanged (opencc would spoil 显著)."""
    if not is_traditional(text):
        return text
    simple = _converter("tw2s").convert(text)
    kept = {i for m in _KEPT_WORDS.finditer(simple) for i in range(m.start(), m.end())}
    return "".join("着" if c == "著" and i not in kept else c for i, c in enumerate(simple))


@cache
def _segmenter() -> rjieba.Jieba:
    jieba = rjieba.Jieba()
    for word in lexicon.words():
        jieba.add_word(word.text, word.frequency, word.tag)
    return jieba


def cut(text: str) -> list[str]:
    """The jieba words of a text in search mode (long words and the shorter words inside them), lower-cased."""
    plain = to_simplified(fold_width(text)).lower().replace("\r\n", "\n")  # which jieba takes for one word
    return [w for w in _segmenter().cut_for_search(plain) if len(w) > 1 or w.isalnum()]


def words_of(text: str) -> list[str]:
    """The jieba words of a folded text, one after the other: joined, they are the text."""
    words: list[str] = _segmenter().cut(text)
    return words


def tagged(text: str) -> list[tuple[str, str]]:
    """The jieba words of a folded text with their tags (nr a person, ns a place, m a number), one after the other."""
    words: list[tuple[str, str]] = _segmenter().tag(text)
    return words


def segment(text: str) -> str:
    """The jieba words of a text joined by spaces: the value of title_terms and body_terms."""
    return " ".join(cut(text))


@cache
def contract_version() -> str:
    """Version of the contract: schema number and a hash of the mapping, the segmenter and its dictionary."""
    parts = [
        (MAPPINGS / "articles.json").read_text(encoding="utf-8"),
        f"rjieba {version('rjieba')} opencc {version('opencc')}",
        *sorted(f"{w.text} {w.frequency} {w.tag}" for w in lexicon.words()),
    ]
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{SCHEMA_VERSION}-{digest[:8]}"


def index_definition(name: str) -> dict[str, dict[str, object]]:
    """The settings and mappings of `articles` or `saved_links`, as Elasticsearch takes them."""
    value: dict[str, dict[str, object]] = json.loads((MAPPINGS / f"{name}.json").read_text(encoding="utf-8"))
    return value
