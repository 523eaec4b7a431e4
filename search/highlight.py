"""Marks in a text: which words are marked, where, and how a mark in folded text comes back onto the original.

The index holds folded text. Folding keeps every offset, so a marked piece is found again in the original by position.
"""

from __future__ import annotations

import re
from typing import Any

from elasticsearch.dsl.query import Q, Query

from mappings import MARKS, fold
from search.answer import Span
from search.fields import BY_KEY
from search.nearness import wild_phrases
from search.tree import Leaf, Node, Phrase, Wild, Word, leaves
from search.wording import wording

SNIPPETS = 2
SNIPPET_SIZE = 120  # characters, about: Elasticsearch ends a piece at the end of a sentence or a word
LONGEST_SNIPPET = 180
BEFORE_MARK = 40  # characters kept before the first mark of a piece that is cut
MAX_MARKED = 80  # words and phrases looked for in one document

_OPEN, _CLOSE = MARKS[0], MARKS[1]
_MARK = re.compile(f"[{MARKS}]")
_EACH_MARK = re.compile(f"([{MARKS}])")
# Elasticsearch trims control characters off the ends of a piece, and with them a mark that stands there; not these.
_SHIELD = "\u2060"
_SPACES = re.compile(r"\s+")


def marked_words(tree: Node) -> Query:
    """What is marked in a text: each phrase and word, and the jieba terms of a word, wherever they stand literally."""
    asked = [clause for leaf, key in leaves(tree) if is_text(key) for clause in _marked(leaf, key)]
    clauses = {str(clause.to_dict()): clause for clause in asked}
    return Q("bool", should=list(clauses.values())[:MAX_MARKED]) if clauses else Q("match_none")


def is_text(key: str | None) -> bool:
    """Whether what is asked for of a field stands in title or text."""
    return key is None or BY_KEY[key].kind == "text"


def marked_texts(leaf: Word | Phrase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is marked for a word or phrase: what counts as it stands, and the jieba terms of a word."""
    words = wording(leaf.text)
    if isinstance(leaf, Phrase):
        return words.forms, ()
    also = tuple(form for text in leaf.also for form in wording(text).forms)
    # One character of a longer word would be marked all over the text.
    return words.forms + also, tuple(t for t in words.content if len(t) > 1)


def _marked(leaf: Leaf, key: str | None) -> list[Query]:
    fields = [key] if key else ["title", "body"]
    if isinstance(leaf, Wild):
        return [query for field in fields for query in wild_phrases(field, leaf.text)]
    literal, terms = marked_texts(leaf)
    return [Q("match_phrase", **{field: text}) for text in (*literal, *terms) for field in fields]


def snippets_options(words: Query) -> dict[str, Any]:
    """Highlighting of a list of hits: the title whole, the best pieces of the body, or its beginning."""
    body = {"fragment_size": SNIPPET_SIZE, "number_of_fragments": SNIPPETS, "no_match_size": SNIPPET_SIZE}
    return _options(words, body)


def _options(words: Query, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "unified",
        "pre_tags": [_SHIELD + _OPEN],
        "post_tags": [_CLOSE + _SHIELD],
        "highlight_query": words.to_dict(),
        "fields": {"title": {"number_of_fragments": 0}, "body": body},
    }


def spans(marked: str, original: str | None = None) -> tuple[Span, ...]:
    """The spans of a text with marks; their text is taken from `original` when it has the same length."""
    marked = _unshielded(marked)
    plain = _MARK.sub("", marked)
    shown = original if original is not None and len(original) == len(plain) else plain
    pieces, at, inside = [], 0, False
    for run in _EACH_MARK.split(marked):
        if run in (_OPEN, _CLOSE):
            inside = run == _OPEN
        elif run:
            pieces.append(Span(shown[at : at + len(run)], inside))
            at += len(run)
    return tuple(pieces)


def snippet(fragment: str, display: str | None) -> tuple[Span, ...]:
    """A piece of the body, in the original's characters when the document has an original text of its own."""
    fragment = _shortened(_unshielded(fragment))
    plain = _MARK.sub("", fragment)
    original = None
    if display is not None and plain not in display:
        at = fold(display).find(plain)
        original = display[at : at + len(plain)] if at >= 0 else None
    return tuple(Span(_SPACES.sub(" ", s.text), s.marked) for s in spans(fragment, original))


def _unshielded(marked: str) -> str:
    return marked.replace(_SHIELD + _OPEN, _OPEN).replace(_CLOSE + _SHIELD, _CLOSE)


def _shortened(fragment: str) -> str:
    """A piece cut to size: where a text has no sentences, Elasticsearch may give all of it."""
    if len(fragment) <= LONGEST_SNIPPET:
        return fragment
    start = max(0, fragment.find(_OPEN) - BEFORE_MARK)
    piece = fragment[start : start + LONGEST_SNIPPET]
    return piece + _CLOSE if piece.rfind(_OPEN) > piece.rfind(_CLOSE) else piece


def paragraphs(text: tuple[Span, ...], separator: str) -> tuple[tuple[Span, ...], ...]:
    """A text cut into paragraphs; a mark that runs over the end of one goes on in the next."""
    found: list[list[Span]] = [[]]
    for span in text:
        first, *others = span.text.split(separator)
        for number, part in enumerate((first, *others)):
            if number:
                found.append([])
            if part:
                found[-1].append(Span(part, span.marked))
    return tuple(tuple(p) for p in found if p)
