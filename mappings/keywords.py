"""The words that tell what a document is about: frequent in it, rare in the language, not function words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import lexicon

MOST_KEYWORDS = 60  # of a document
DICTIONARY = "dict.txt"  # jieba's: word, frequency, tag
CANDIDATES = 150  # words of a document that are looked at more closely
# Times in the dictionary's 60 million words: all rarer words, and those it does not have, count as such. A small table
# is a fast one: with 37,000 words the look-ups took half as long again (m).
RARE = 300
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"
# Tags of words without a topic: adverbs, conjunctions, prepositions, particles, pronouns, numerals, measures, times,
# directions, exclamations, sounds, manners.
_EMPTY_TAGS = "c d df e f h mq m o p q r rr rz t u vq y z ad"
EMPTY_TAGS = frozenset(_EMPTY_TAGS.split())
NUMERALS = frozenset(["m", "mq"])
# Words of other tags that stand in every text.
_EMPTY_WORDS = """
没有 进行 知道 起来 开始 成为 不能 可能 出来 认为 作为 需要 具有 包括 使用 要求 有关 相关 主要 所有 整个 所谓 上述 情况
问题 方面 时候 时间 之间 工作 同志 不同 一般 能够 应该 应当 表示 指出 介绍 记者 报道 编辑 来源 责任编辑 事实上 一系列
得到 予以 给予 属于 看到 一共
"""
EMPTY_WORDS = frozenset(_EMPTY_WORDS.split())

_HAN_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_NUMBER = re.compile(r"[一二三四五六七八九十百千万亿两零〇第几多]{2,}[\u4e00-\u9fff]?|[一二两几第]\S")


def keywords(words: Iterable[str]) -> list[str]:
    """The keywords among the words that `mappings.cut` gives of a text, the weightiest first; at most MOST_KEYWORDS.

    They are words of two Han characters or more, neither function words nor numbers, weighed by how often they stand in
    the text and how rare they are in jieba's dictionary. A part of a longer word counts only where it stands alone.
    """
    weights, rare = _weights()
    counts = {w: n for w, n in Counter(words).items() if len(w) > 1 and FIRST_HAN <= w[0] <= LAST_HAN}
    first = _weightiest({w: n * weights.get(w, rare) for w, n in counts.items()})[:CANDIDATES]
    alone = {w: counts[w] for w in first if _HAN_WORD.fullmatch(w) and (w in weights or not _NUMBER.fullmatch(w))}
    for part, times in _parts(alone):
        alone[part] -= times
    weighed = {w: weight for w, n in alone.items() if (weight := n * weights.get(w, rare)) > 0}
    return _weightiest(weighed)[:MOST_KEYWORDS]


def _weightiest(weights: dict[str, float]) -> list[str]:
    return sorted(weights, key=weights.__getitem__, reverse=True)


def _parts(counts: dict[str, int]) -> list[tuple[str, int]]:
    """How often words stand as parts of longer words: search mode gives those of two and three characters as well."""
    longer = [(w, n) for w, n in counts.items() if len(w) > 2]
    parts = [(w[at : at + 2], n) for w, n in longer for at in range(len(w) - 1)]
    parts += [(w[at : at + 3], n) for w, n in longer if len(w) > 3 for at in range(len(w) - 2)]
    return [part for part in parts if part[0] in counts]


@cache
def _weights() -> tuple[dict[str, float], float]:
    """The weight of each word: 0 for one without a topic; and the weight of the words that are not there."""
    total = 0
    kept: dict[str, int] = {}  # by word: its frequency, 0 for one without a topic
    with _dictionary().open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, tag = line.split()
            total += int(frequency)
            if tag in EMPTY_TAGS and tag not in NUMERALS:
                kept[word] = 0
            elif int(frequency) > RARE:
                kept[word] = 0 if tag in NUMERALS else int(frequency)
    kept |= {word.text: 0 if word.tag in EMPTY_TAGS else max(word.frequency, RARE) for word in lexicon.words()}
    kept |= dict.fromkeys(EMPTY_WORDS, 0)
    return {word: math.log(total / n) if n else 0.0 for word, n in kept.items()}, math.log(total / RARE)


def _dictionary() -> Path:
    """Found, not imported: jieba would build its own segmenter's tables."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package jieba is not installed")
    return Path(spec.origin).parent / DICTIONARY
