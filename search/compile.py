"""A question and its tree -> one Elasticsearch request, as a value: query, filters, counts, marks, order, page."""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Q, Query

from search.expansion import expanded
from search.facets import aggregations, all_of, filters
from search.highlight import marked_words, snippets_options
from search.matching import by_most_words, by_words, literally, merged, wording_query
from search.question import Question
from search.ranking import scoring, tier
from search.tree import EMPTY, Node, Word, leaves

FIELDS_SHOWN = [
    "id", "title", "display", "published", "published_precision", "region", "industry", "slogan", "park", "kind",
    "outlet", "site", "url", "path",
]  # fmt: skip
PHRASE, WORDS = "phrase", "words"  # names of the clauses that tell how a hit matched, and of the counts of such hits
WORDING = "wording"  # with a number: the count of documents that hold a wording of a slogan
MATCHED, COLLECTION = "matched", "collection"  # counts: documents before the facets' filters; all documents


def compile_search(tree: Node, question: Question, *, any_word: bool = False) -> Search[Any]:
    """The request for a page of hits. `any_word`: one of the words side by side is enough.

    Raises UserError for a facet value that cannot be read.
    """
    tree = prepared(tree, question)
    chosen = filters(question)
    ranked = scoring(tree)
    first = (question.page - 1) * question.size
    search: Search[Any] = Search().query(_query(tree, question, ranked, any_word))
    if chosen:
        search = search.post_filter(all_of(list(chosen.values())))
    counts = _counts(tree, question, any_word, list(chosen.values()))
    for name, aggregation in (counts | aggregations(question)).items():
        search.aggs.bucket(name, aggregation)
    return search.extra(
        track_total_hits=True,
        _source=FIELDS_SHOWN,
        highlight=snippets_options(marked_words(tree)),
        sort=order(question.sort, scored=bool(ranked)),
        **{"from": first, "size": question.size},
    )


def prepared(tree: Node, question: Question) -> Node:
    """The tree as it is asked for: many words as one text, slogans with their other wordings."""
    return expanded(merged(tree), question)


def has_text(tree: Node) -> bool:
    """Whether there are words to match by; without them a query only filters."""
    return bool(scoring(tree))


def compile_count(tree: Node, question: Question, *, any_word: bool = False) -> Search[Any]:
    """The request for the number of hits only: the same documents as `compile_search` finds."""
    gate = _gate(prepared(tree, question), question, any_word=any_word)
    search: Search[Any] = Search().query(Q("bool", filter=[gate]))
    search = search.post_filter(all_of(list(filters(question).values())))
    search.aggs.bucket(MATCHED, A("filter", filter=Q("match_all")))
    return search.extra(track_total_hits=True, size=0)


def compile_all(tree: Node, question: Question, *, any_word: bool = False) -> Query:
    """What finds the documents of all pages, chosen facet values included. Raises UserError as compile_search does."""
    gate = _gate(prepared(tree, question), question, any_word=any_word)
    return Q("bool", filter=[gate, *filters(question).values()])


def order(sort: str, *, scored: bool) -> list[dict[str, Any]]:
    """The order of hits: recency breaks ties of relevance and is the order where nothing scores; no date comes last."""
    direction = "asc" if sort == "oldest" else "desc"
    by_date = [{"published": {"order": direction, "missing": "_last"}}, {"id": {"order": "asc"}}]
    return [{"_score": {"order": "desc"}}, *by_date] if sort == "relevance" and scored else by_date


def _gate(tree: Node, question: Question, *, any_word: bool) -> Query:
    if tree == EMPTY:
        return Q("match_all")
    return by_words(tree) if question.match == "all" else by_most_words(tree, any_word=any_word)


def _query(tree: Node, question: Question, ranked: list[Query], any_word: bool) -> Query:
    gate = _gate(tree, question, any_word=any_word)
    if not ranked:
        return Q("bool", filter=[gate])
    words, exact = by_words(tree), literally(tree)
    # The same documents are asked for once: a clause that is equal to another one lends it its name.
    words_name = PHRASE if exact == words else WORDS
    tiers = [] if exact == words else [tier(exact, PHRASE)]
    if words == gate:
        gate = Q("bool", filter=[gate], _name=words_name)
    else:
        tiers.append(tier(words, words_name))
    return Q("bool", filter=[gate], should=[*ranked, *tiers])


def wordings(tree: Node) -> list[tuple[str, str]]:
    """The words of a prepared tree that name slogans, each with itself and with each other wording that counts."""
    named = {leaf.text: leaf.also for leaf, _ in leaves(tree) if isinstance(leaf, Word) and leaf.also}
    return [(word, text) for word, also in named.items() for text in (word, *also)]


def _counts(tree: Node, question: Question, any_word: bool, chosen: list[Query]) -> dict[str, Any]:
    """Counts that are not the total itself."""
    counts = {MATCHED: A("filter", filter=Q("match_all")), COLLECTION: A("global")}
    for number, (_, text) in enumerate(wordings(tree)):
        counts[f"{WORDING}{number}"] = A("filter", filter=all_of([wording_query(text), *chosen]))
    if has_text(tree):
        words, exact = by_words(tree), literally(tree)
        if words != _gate(tree, question, any_word=any_word):
            counts[WORDS] = A("filter", filter=all_of([words, *chosen]))
        if exact != words:
            counts[PHRASE] = A("filter", filter=all_of([exact, *chosen]))
    return counts
