"""How well a document matches: the clauses that score, and the tiers that keep better kinds of match above."""

from __future__ import annotations

import re
from itertools import pairwise

from elasticsearch.dsl.query import Q, Query

from mappings import cut
from search.fields import BY_KEY
from search.tree import Leaf, Node, Wild, leaves
from search.wild import pattern
from search.wording import length, wording

# Scores of the clauses below stay under 2,000, so that a tier always wins; a float still tells 0.0005 apart up there.
TIER = 4096.0
TERMS_BOOST = 1.0
BIGRAM_BOOST = 1.0
PAIR_BOOST = 0.6  # adjacent words near each other
PAIR_SLOP = 3
TITLE_TERMS_BOOST = 0.3  # titles at 1 or more made the ranking of real questions worse
TITLE_PHRASE_BOOST = 10.0  # the word stands literally in the title
BEGINNING_BOOST = 4.0  # the word stands literally in the first characters of the body
BEGINNING = 200  # characters
MAX_PAIRS = 40
MAX_BIGRAMS = 600
MAX_BOOSTED = 12  # words whose place in the text is looked at; more is a pasted text

_TOKEN = re.compile(r"[\u3400-\u9fff]|[a-z0-9]+")


def scoring(tree: Node) -> list[Query]:
    """The clauses that score a document; empty when nothing in the tree is text to rank by."""
    asked = [leaf for leaf, key in leaves(tree) if key is None or BY_KEY[key].kind == "text"]
    if not asked:
        return []
    text = " ".join(wording(_plain(leaf)).text for leaf in asked)
    terms = " ".join(dict.fromkeys(t for leaf in asked for t in wording(_plain(leaf)).terms))
    clauses = [
        Q("match", body_terms={"query": terms, "boost": TERMS_BOOST}),
        Q("match", **{"body.bigram": {"query": text[:MAX_BIGRAMS], "boost": BIGRAM_BOOST}}),
        Q("match", title_terms={"query": terms, "boost": TITLE_TERMS_BOOST}),
    ]
    clauses += [
        Q("match_phrase", body_terms={"query": f"{a} {b}", "slop": PAIR_SLOP, "boost": PAIR_BOOST})
        for a, b in _pairs(asked)
    ]
    return clauses + [clause for leaf in asked[:MAX_BOOSTED] for clause in _place(leaf)]


def _plain(leaf: Leaf) -> str:
    return " ".join(pattern(leaf.text).pieces) if isinstance(leaf, Wild) else leaf.text


def _pairs(asked: list[Leaf]) -> list[tuple[str, str]]:
    """Adjacent jieba words, within each word of the query and across its words."""
    words = [word for leaf in asked for word in cut(_plain(leaf))]
    return list(dict.fromkeys((a, b) for a, b in pairwise(words) if a != b))[:MAX_PAIRS]


def _place(leaf: Leaf) -> list[Query]:
    """Clauses for standing literally in the title, and at the beginning. A long text has its tier."""
    text = wording(leaf.text).text
    if isinstance(leaf, Wild) or wording(leaf.text).long:
        return []
    clauses = [Q("constant_score", filter=Q("match_phrase", title=text), boost=TITLE_PHRASE_BOOST)]
    tokens = _TOKEN.findall(text.lower())
    if len(tokens) != length(text):  # characters that the index may cut in another way
        return clauses
    characters = [Q("span_term", body=token) for token in tokens]
    run = characters[0] if len(characters) == 1 else Q("span_near", clauses=characters, slop=0, in_order=True)
    beginning = Q("span_first", match=run, end=BEGINNING)
    return [*clauses, Q("constant_score", filter=beginning, boost=BEGINNING_BOOST)]


def tier(query: Query, name: str) -> Query:
    """A clause that lifts all documents of a query above the others, and whose name tells that it matched."""
    return Q("constant_score", filter=query, boost=TIER, _name=name)
