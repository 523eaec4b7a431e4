"""A piece of query text as the index sees it: folded characters for truth, jieba terms for ranking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mappings import cut, folded_forms

LONGEST_WORD = 8  # Han characters (a Latin word or a number counts as one); longer text is a sentence or a title
MAX_RANKING_TERMS = 120  # of a pasted text; the clauses of a query are limited and the rest adds little

# Words that say nothing about the topic: they stand in every text, or only in questions. They rank (their weight is
# small anyway) but no text is required to hold them, and they are not marked.
_FUNCTION_WORDS = """
的 了 和 与 及 或 在 是 有 等 对 为 以 于 从 到 由 被 把 将 也 都 就 还 要 会 能 并 且 而 其 该 此 这 那 之 个
上 下 中 内 里 后 前 时 吗 呢 吧 啊 谁 何 哪 几 什么 哪些 哪个 哪里 如何 怎么 怎样 怎么样 为什么 为何 多少 请 请问 想 问
知道 可以 能否 是否 有没有 关于 以及 通过 进行 一个 一些 我 你 他 她 它 我们 你们 他们 自己 这个 那个 因为 所以 如果
但 但是 没有 不 没 a an the of to in on for and or is are what how why
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

_UNIT = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3400-\u9fff]+")


@dataclass(frozen=True)
class Wording:
    """Folded text; its jieba terms, each once; those of them that carry meaning; whether it is more than a word.

    `forms` are the forms in which the text may stand in the index, the folded text first.
    """

    text: str
    forms: tuple[str, ...]
    terms: tuple[str, ...]
    content: tuple[str, ...]
    long: bool


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """Analyse a piece of query text."""
    forms = folded_forms(text)
    terms = tuple(dict.fromkeys(cut(text)))[:MAX_RANKING_TERMS]
    content = tuple(t for t in terms if t not in FUNCTION_WORDS)
    return Wording(forms[0], forms, terms, content or terms, length(forms[0]) > LONGEST_WORD)


def length(text: str) -> int:
    """Han characters, Latin words and numbers in a text."""
    return sum(1 for _ in _UNIT.finditer(text))
