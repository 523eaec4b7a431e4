"""Sentences that say what was done to answer."""

from __future__ import annotations

from collections.abc import Iterator

from engine.message import Message
from search.answer import Answer
from search.fields import BY_KEY
from search.matching import bare_words, merged, topical
from search.question import Question
from search.tree import Node, Word, leaves
from search.values import region_paths
from search.wording import wording

MAX_PLACES = 4  # listed in a note
SEVERAL_PLACES = Message(
    "“%(text)s”是几个地方的名字，都查了：%(places)s。只查一处，请写全路径，如 %(label)s:%(path)s。"
)
MANY_PLACES = Message(
    "“%(text)s”是几个地方的名字，都查了：%(places)s 等 %(n)s 处。只查一处，请写全路径，如 %(label)s:%(path)s。"
)


def place_notes(tree: Node) -> Iterator[str]:
    """For each place name that stands for several places: which, and how to ask for one."""
    for leaf, key in leaves(tree):
        paths = region_paths(leaf.text) if key == "region" else ()
        if len(paths) > 1:
            label = BY_KEY["region"].label
            said = SEVERAL_PLACES if len(paths) <= MAX_PLACES else MANY_PLACES
            yield Message(said, text=leaf.text, places=paths[:MAX_PLACES], n=len(paths), label=label, path=paths[0])


def match_notes(answer: Answer, tree: Node, question: Question, loosened: bool) -> Iterator[str]:
    """How the hits match, where that is less than was written."""
    words = bare_words(merged(tree))
    if bare_words(topical(tree)) > words:
        yield Message("检索词太多，按一段文字查找：含有其中的词，最相关的在前。")
    if not answer.total:
        return
    if loosened:
        yield Message("没有文档含有全部或大部分检索词，以下文档只含有其中一部分。")
    elif words > 1 and not answer.total_all_words and question.match == "auto":
        yield Message("没有文档含有全部检索词，以下文档含有其中大部分。")
    elif isinstance(tree, Word) and not answer.total_phrase and not wording(tree.text).long:
        yield Message("没有文档原样含有“%(text)s”，以下文档含有它的各个词。", text=tree.text)
