"""A piece of query text as the index sees it: folded characters for truth, jieba terms for ranking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mappings import cut, folded_forms, words_of

LONGEST_WORD = 8  # Han characters (a Latin word or a number counts as one); longer text is a sentence or a title
MAX_RANKING_TERMS = 120  # of a pasted text; the clauses of a query are limited and the rest adds little

# Words that say nothing about the topic: they stand in every text, or only in questions. In a question or a pasted
# text these do not rank.
_PARTICLES = """
的 了 和 与 及 或 在 是 有 等 也 都 就 还 并 且 而 其 该 此 这 那 之 个 吗 呢 吧 啊 请 请问 想 问 想问 以及
对 为 以 于 从 到 由 被 把 将 要 会 能 给 去 到底 通过 进行 我 你 他 她 它 您 我们 你们 他们 自己 这个 那个
一个 一些 因为 所以 如果 但 但是 知道 可以 关于 a an the of to in on for and or is are
"""
PARTICLES = frozenset(_PARTICLES.split())
# Nor are these required of a text, or marked; they rank, for 退休前 and 不予受理 are other topics than 退休 and 受理.
_MORE_FUNCTION_WORDS = """
上 下 中 内 里 后 前 时 谁 何 哪 几 什么 哪些 哪个 哪里 如何 怎么 怎样 怎么样 为什么 为何 多少 能否 是否 有没有 没有
不 没 what how why
"""
FUNCTION_WORDS = PARTICLES | frozenset(_MORE_FUNCTION_WORDS.split())
# What only a question has; 几 asks before a measure word, 能不能 is a word and its denial.
_ASKING = re.compile(
    r"请问|哪(?:[一几两]?[些个里儿种类年月天位家条项])?|什么(?:样|时候|地方)?|怎么?[样办]?|如何|为何|何[时处地人年种]|多少|多久|多长时间"
    r"|是否|能否|可否|有没有|[吗谁啥咋]|呢$|几[个年月天岁层次种家级类条项届名朝]|(.)不\1|\b(?:what|how|why|which|who|when|where)\b",
    re.IGNORECASE,
)

_UNIT = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3400-\u9fff]+")


@dataclass(frozen=True)
class Wording:
    """Folded text; its jieba terms, each once; those of them that carry meaning; whether it is more than a word.

    `forms` are the forms in which the text may stand in the index, the folded text first. `loose` says that it is a
    question or a pasted text, so that some of its terms are enough. `ranked` are the terms that rank and `runs` the
    pieces of the text that do: all of a word that someone chose, what is left between the particles of a loose text.
    """

    text: str
    forms: tuple[str, ...]
    terms: tuple[str, ...]
    content: tuple[str, ...]
    long: bool
    loose: bool
    ranked: tuple[str, ...]
    runs: tuple[str, ...]


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """Analyse a piece of query text."""
    forms = folded_forms(text)
    terms = tuple(dict.fromkeys(cut(text)))[:MAX_RANKING_TERMS]
    long = length(forms[0]) > LONGEST_WORD
    topic = _ASKING.sub(" ", forms[0])
    said = [t for t in dict.fromkeys(cut(topic)) if t not in PARTICLES][:MAX_RANKING_TERMS]
    content = tuple(t for t in said if t not in FUNCTION_WORDS)
    loose = long or (bool(content) and asks(forms[0]))
    ranked = tuple(said) if loose and said else terms
    runs = tuple(_runs(topic)) if loose else ()
    return Wording(forms[0], forms, terms, content or terms, long, loose, ranked, runs or (forms[0],))


def asks(text: str) -> bool:
    """Whether a text has words that only a question has."""
    return _ASKING.search(text) is not None


def only_asks(text: str) -> bool:
    """Whether nothing but particles is left of a question."""
    return asks(text) and not _runs(_ASKING.sub(" ", text))


def _runs(text: str) -> list[str]:
    """The pieces of a text between its particles and marks."""
    runs = [""]
    for word in words_of(text):
        if word.lower() in PARTICLES or not _UNIT.search(word):
            runs.append("")
        else:
            runs[-1] += word
    return [run for run in runs if run]


def length(text: str) -> int:
    """Han characters, Latin words and numbers in a text."""
    return sum(1 for _ in _UNIT.finditer(text))
