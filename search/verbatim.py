"""A tree whose words must stand as they are written: each word becomes a phrase, its slogan's other wordings too."""

from __future__ import annotations

from dataclasses import replace

from search.fields import BY_KEY
from search.tree import All, Any, Field, Node, Not, Phrase, Word


def verbatim(node: Node) -> Node:
    """The tree with phrases in place of its words; values of facets and words near each other stay as they are."""
    match node:
        case Word(text, position, also):
            phrases = tuple(Phrase(t, position) for t in (text, *also))
            return phrases[0] if len(phrases) == 1 else Any(phrases)
        case Field(key, inner):
            return replace(node, node=verbatim(inner)) if BY_KEY[key].kind == "text" else node
        case Not(inner):
            return Not(verbatim(inner))
        case All(nodes):
            return All(tuple(verbatim(n) for n in nodes))
        case Any(nodes):
            return Any(tuple(verbatim(n) for n in nodes))
        case _:
            return node
