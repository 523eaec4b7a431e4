"""A question and its tree -> one Elasticsearch request, as a value: query, filters, counts, marks, order, page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Q, Query

from search.copies import COLLAPSED, texts_aggregation
from search.counting import TEXTS, counting
from search.expansion import expanded
from search.facets import facet_aggregations
from search.highlight import is_text, marked_words, snippets_options
from search.histogram import base_aggregations
from search.matching import by_most_words, by_words, literally, merged, wording_query
from search.question import ONCE, Question
from search.ranking import lifts, scoring, tier
from search.request import Request
from search.selections import all_of, filters
from search.tree import EMPTY, Node, Word, leaves
from search.verbatim import verbatim

FIELDS_SHOWN = [
    "id", "title", "display", "published", "published_precision", "region", "industry", "slogan", "park", "kind",
    "outlet", "site", "url", "path", "added_at",
]  # fmt: skip
PHRASE, WORDS = "phrase", "words"  # names of the clauses that tell how a hit matched, and of the counts of such hits
WORDING = "wording"  # with a number: the count of documents that hold a wording of a slogan
MATCHED, COLLECTION = "matched", "collection"  # counts: documents before the facets' filters; all documents


def compile_search(tree: Node, question: Question, *, any_word: bool = False) -> Request:
    """The request for a page of hits. `any_word`: one of the words side by side is enough.

    Raises UserError for a facet value that cannot be read.
    """
    tree = prepared(tree, question)
    chosen = list(filters(question).values())
    clauses = _clauses(tree, question, any_word)
    counts = _counts(tree, clauses, question, chosen) | base_aggregations(tree, question)
    body = {
        "query": _query(tree, clauses).to_dict(),
        "aggs": {name: count.to_dict() for name, count in counts.items()} | facet_aggregations(question),
        "collapse": COLLAPSED,
        "track_total_hits": True,
        "_source": FIELDS_SHOWN,
        "highlight": snippets_options(marked_words(tree)),
        "sort": order(question.sort, scored=bool(clauses.ranked)),
        "from": (question.page - 1) * question.size,
        "size": question.size,
    }
    return Request(body | ({"post_filter": all_of(chosen).to_dict()} if chosen else {}))


@dataclass(frozen=True)
class _Clauses:
    """What a tree asks for, each part made once: the documents found, those with every word, those literally."""

    gate: Query
    words: Query
    exact: Query
    ranked: list[Query]
    all_words: bool  # the documents found are those with every word
    all_exact: bool  # those with every word are those that hold it literally


def _clauses(tree: Node, question: Question, any_word: bool) -> _Clauses:
    gate = _gate(tree, question, any_word=any_word)
    ranked = scoring(tree)
    if not ranked:
        return _Clauses(gate, gate, gate, ranked, all_words=True, all_exact=True)
    words, exact = by_words(tree), literally(tree)
    return _Clauses(gate, words, exact, ranked, all_words=words == gate, all_exact=exact == words)


def prepared(tree: Node, question: Question) -> Node:
    """The tree as it is asked for: many words as one text, slogans with their other wordings."""
    return expanded(merged(tree), question)


def has_text(tree: Node) -> bool:
    """Whether there are words to match by; without them a query only filters."""
    return any(is_text(key) for _, key in leaves(tree))


def compile_count(tree: Node, question: Question, *, any_word: bool = False) -> Search[Any]:
    """The request for the number of hits, and of those with each wording: the same as `compile_search` finds."""
    tree, chosen_values = prepared(tree, question), list(filters(question).values())
    gate = _gate(tree, question, any_word=any_word)
    search: Search[Any] = Search().query(Q("bool", filter=[gate]))
    chosen = all_of(chosen_values)
    search = search.post_filter(chosen)
    search.aggs.bucket(MATCHED, A("filter", filter=Q("match_all")))
    for name, count in _wording_counts(tree, question, chosen_values).items():
        search.aggs.bucket(name, count)
    if question.copies == ONCE:
        search.aggs.bucket(TEXTS, texts_aggregation(chosen))
    return search.extra(track_total_hits=True, size=0)


def compile_all(tree: Node, question: Question, *, any_word: bool = False) -> Query:
    """What finds the documents of all pages, chosen facet values included. Raises UserError as compile_search does."""
    gate = _gate(prepared(tree, question), question, any_word=any_word)
    return Q("bool", filter=[gate, *filters(question).values()])


def order(sort: str, *, scored: bool) -> list[dict[str, Any]]:
    """The order of hits: recency breaks ties of relevance and is the order where nothing scores; no date comes last."""
    direction = "asc" if sort == "oldest" else "desc"
    if sort == "added":
        return [{"added_at": {"order": "desc", "unmapped_type": "date"}}, {"id": {"order": "asc"}}]
    by_date = [{"published": {"order": direction, "missing": "_last"}}, {"id": {"order": "asc"}}]
    return [{"_score": {"order": "desc"}}, *by_date] if sort == "relevance" and scored else by_date


def _gate(tree: Node, question: Question, *, any_word: bool) -> Query:
    if tree == EMPTY:
        return Q("match_all")
    if question.match == "phrase":
        return by_words(verbatim(tree))
    return by_words(tree) if question.match == "all" else by_most_words(tree, any_word=any_word)


def _query(tree: Node, clauses: _Clauses) -> Query:
    gate = clauses.gate
    if not clauses.ranked:
        return Q("bool", filter=[gate])
    # The same documents are asked for once: a clause that is equal to another one lends it its name.
    words_name = PHRASE if clauses.all_exact else WORDS
    tiers = [] if clauses.all_exact else [tier(clauses.exact, PHRASE)]
    if clauses.all_words:
        gate = Q("bool", filter=[gate], _name=words_name)
    else:
        tiers.append(tier(clauses.words, words_name, lifts=lifts(tree)))
    return Q("bool", filter=[gate], should=[*clauses.ranked, *tiers])


def wordings(tree: Node) -> list[tuple[str, str]]:
    """The words of a prepared tree that name slogans, each with itself and with each other wording that counts."""
    named = {leaf.text: leaf.also for leaf, _ in leaves(tree) if isinstance(leaf, Word) and leaf.also}
    return [(word, text) for word, also in named.items() for text in (word, *also)]


def _counts(tree: Node, clauses: _Clauses, question: Question, chosen: list[Query]) -> dict[str, Any]:
    """Counts that are not the total itself."""
    counts = {MATCHED: A("filter", filter=Q("match_all")), COLLECTION: A("global")}
    counts[TEXTS] = texts_aggregation(all_of(chosen))
    counts |= _wording_counts(tree, question, chosen)
    if not clauses.all_words:
        counts[WORDS] = _counted([clauses.words, *chosen], question)
    if not clauses.all_exact:
        counts[PHRASE] = _counted([clauses.exact, *chosen], question)
    return counts


def _wording_counts(tree: Node, question: Question, chosen: list[Query]) -> dict[str, Any]:
    return {
        f"{WORDING}{number}": _counted([wording_query(text), *chosen], question)
        for number, (_, text) in enumerate(wordings(tree))
    }


def _counted(queries: list[Query], question: Question) -> Any:
    return counting(A("filter", filter=all_of(queries)), question)
