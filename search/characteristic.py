"""What sets the documents found apart from the others: slogans that stand with the words, and words of their own.

A word counts where it is one of the keywords of a document (`mappings.keywords`), not wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mappings import fold
from search.base import Base, base_question, filters_only
from search.counting import Json, bucket, count_of, most_first
from search.figures import Figures
from search.query import parse
from search.question import Question
from search.tree import Node, Word, leaves
from search.values import names

SIZE = 20  # slogans and words that are given
SPARE = 3  # times as many are asked for, since those of the query are left out
LEAST = 3  # documents found that must have a word: fewer may share it by chance
SLOGAN, KEYWORDS = "slogan", "keywords"  # fields, and names of aggregations


@dataclass(frozen=True)
class Companion:
    """A slogan or word: how many of the documents found have it, and how many of the base."""

    text: str
    documents: int
    base: int
    lift: float  # how many times as frequent among the documents found as in the base


@dataclass(frozen=True)
class Characteristic:
    """Slogans in the order of their number, and words in the order of how clearly they set the result apart."""

    question: Question
    documents: int  # found
    slogans: tuple[Companion, ...]
    words: tuple[Companion, ...]
    base: Base


def read_characteristic(figures: Figures, question: Question, size: int = SIZE) -> Characteristic:
    """What stands with the words of a question more than elsewhere under the same filters, those words left out.

    Both lists are empty where the question has no words: there is nothing to set apart. Raises QueryError.
    """
    tree = parse(question.query).tree
    if filters_only(tree) == tree:
        base, _ = figures.base(question)
        return Characteristic(question, base.documents, (), (), base)
    counted = figures.count(question, _candidates(figures, question, size))
    asked = _asked(tree)
    found = {name: _found(counted.aggregations.get(name), question, asked[name], size) for name in asked}
    base, everywhere = figures.base(question, {n: _only(question, n, list(counts)) for n, counts in found.items()})
    lists = {}
    for name, counts in found.items():
        in_base = _counts(everywhere.get(name), question)
        lists[name] = tuple(
            Companion(text, n, in_base[text], lift=(n / counted.documents) / (in_base[text] / base.documents))
            for text, n in counts.items()
        )
    return Characteristic(question, counted.documents, lists[SLOGAN], lists[KEYWORDS], base)


def _candidates(figures: Figures, question: Question, size: int) -> dict[str, Any]:
    """The slogans that most of the documents found have, and the keywords that they have more than the base."""
    number = size * SPARE
    words = {
        "field": KEYWORDS,
        "size": number,
        "min_doc_count": LEAST,
        "shard_min_doc_count": LEAST,  # or words of one document crowd out the others before they are counted
        "background_filter": figures.query(base_question(question)),
        # Of the measures there are, this one lets through fewest words that stand in every text.
        "gnd": {"background_is_superset": True},
    }
    return {
        SLOGAN: bucket("terms", question, field=SLOGAN, size=number, order=most_first(question)),
        KEYWORDS: bucket("significant_terms", question, **words),
    }


def _only(question: Question, name: str, values: list[str]) -> Any:
    """The counts of some values. The answer to none of them is empty."""
    return bucket("terms", question, field=name, size=max(1, len(values)), include=values)


def _asked(tree: Node) -> dict[str, frozenset[str]]:
    """What is left out of either list: the slogans that the query names, and the texts it asks for."""
    texts = {text for leaf, _ in leaves(tree) for text in (leaf.text, *(leaf.also if isinstance(leaf, Word) else ()))}
    slogans = frozenset(name for text in texts for name in names("slogan", text))
    return {SLOGAN: slogans, KEYWORDS: frozenset(fold(text) for text in texts)}


def _found(counted: Json | None, question: Question, asked: frozenset[str], size: int) -> dict[str, int]:
    counts = _counts(counted, question)
    kept = [text for text in counts if not any(text in other for other in asked)][:size]
    return {text: counts[text] for text in kept}


def _counts(counted: Json | None, question: Question) -> dict[str, int]:
    return {b["key"]: count_of(b, question) for b in counted["buckets"]} if counted else {}
