"""A slogan's name as a word: its other spellings and its full wording count as well, each as a phrase."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

import lexicon
from mappings import fold
from search.normal_form import normal_form
from search.question import Question
from search.tree import All, Any, Node, Word

MAX_SLOGANS = 5  # of one query; more is a pasted text

_REMARK = re.compile(r"（[^）]*）")  # in the full wording: what the lexicon says about it


def expanded(tree: Node, question: Question) -> Node:
    """The tree with the other wordings of the slogans that its words name, but for those the question leaves out.

    Words in quotes, in fields, near others and behind a minus stay as they are written.
    """
    named = {word.text for word in _words(tree) if wordings_of(word.text)}
    if not question.expand or len(named) > MAX_SLOGANS:
        return tree
    return _expanded(tree, frozenset(question.without))


def named_slogans(tree: Node) -> dict[str, tuple[str, ...]]:
    """The words of a query that name slogans, each with the other wordings of its slogan."""
    found = {word.text: wordings_of(word.text) for word in _words(tree)}
    named = {text: wordings for text, wordings in found.items() if wordings}
    return named if len(named) <= MAX_SLOGANS else {}


@lru_cache(maxsize=1024)
def wordings_of(text: str) -> tuple[str, ...]:
    """What the slogan that a text names is called besides; empty when it names none.

    A wording that holds the text is left out: it finds nothing more.
    """
    asked = normal_form(fold(text))
    others = _by_form().get(asked, ()) if asked else ()
    return tuple(w for w in others if asked not in normal_form(fold(w)))


def _words(tree: Node) -> tuple[Word, ...]:
    match tree:
        case Word():
            return (tree,)
        case All(nodes) | Any(nodes):
            return tuple(word for node in nodes for word in _words(node))
        case _:
            return ()


def _expanded(node: Node, without: frozenset[str]) -> Node:
    match node:
        case Word(text):
            return replace(node, also=tuple(w for w in wordings_of(text) if w not in without))
        case All(nodes):
            return All(tuple(_expanded(n, without) for n in nodes))
        case Any(nodes):
            return Any(tuple(_expanded(n, without) for n in nodes))
        case _:
            return node


@cache
def _by_form() -> dict[str, tuple[str, ...]]:
    """All wordings of a slogan by each of its short forms."""
    found: dict[str, tuple[str, ...]] = {}
    for slogan in lexicon.slogans():
        short = (slogan.name, *slogan.variants)
        wording = _REMARK.sub("", slogan.wording or "")
        for form in short:
            found.setdefault(normal_form(fold(form)), tuple(dict.fromkeys((*short, *filter(None, [wording])))))
    return found
