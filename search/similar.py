"""Documents about the same things: those that share the words which set a document apart."""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Q, Query

from mappings import segment
from search.compile import FIELDS_SHOWN
from search.highlight import snippets_options
from search.wording import FUNCTION_WORDS

READ = 20_000  # characters of the body that are compared
WORDS_COMPARED = 30
LEAST_WORDS = "30%"  # of those words that a similar document must hold
RARE = 2  # a word in fewer documents sets a document apart but finds nothing


def compile_similar(source: dict[str, Any], size: int) -> Search[Any]:
    """The request for documents similar to one, given its `_source`; copies of the same text are left out."""
    # The terms of a document are not stored, so they are made again from its text.
    text = segment(f"{source['title']}\n{source['body'][:READ]}")
    alike = Q(
        "more_like_this",
        fields=["body_terms"],
        like=text,
        analyzer="whitespace",
        max_query_terms=WORDS_COMPARED,
        min_term_freq=1,
        min_doc_freq=RARE,
        min_word_length=2,
        minimum_should_match=LEAST_WORDS,
        stop_words=sorted(FUNCTION_WORDS),
    )
    itself: list[Query] = [Q("term", id=source["id"])]
    if source.get("group"):
        itself.append(Q("term", group=source["group"]))
    return (
        Search()
        .query(Q("bool", must=[alike], must_not=itself))
        .extra(size=size, _source=FIELDS_SHOWN, highlight=snippets_options(Q("match_none")))
    )
