"""Where a document stands among the hits of a search, and what stands before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from search.answer import Article, Hit
from search.compile import compile_search
from search.copies import GROUP, TEXTS, texts_of
from search.question import MAX_WINDOW, Question
from search.reader import read_hit
from search.request import Request
from search.run import Response
from search.tree import Node

FIELDS = ["id", "title", "display.title"]
LEFT_OUT = ("aggs", "highlight")  # parts of the search page's request that are of no use here


@dataclass(frozen=True)
class Neighbours:
    """The place of a document among the hits, from 1, the number of hits, and those on either side of it.

    Of documents with the same text the result has one; each of them stands where that one does.
    """

    position: int
    total: int
    previous: Hit | None
    next: Hit | None


def compile_neighbours(tree: Node, question: Question, *, any_word: bool = False) -> Request:
    """The request for the hits of one page of a search, with the one before and the one after it."""
    request = compile_search(tree, question, any_word=any_word).to_dict()
    kept = {name: part for name, part in request.items() if name not in LEFT_OUT}
    first = max(0, request["from"] - 1)
    last = min(request["from"] + request["size"] + 1, MAX_WINDOW)
    window = {"_source": FIELDS, "from": first, "size": last - first, "aggs": {TEXTS: request["aggs"][TEXTS]}}
    return Request(kept | window)


def read_neighbours(response: Response, shown: Response, question: Question, article: Article) -> Neighbours | None:
    """The neighbours of an article; None when it is not among these hits.

    `shown` is the response with the documents that stand for their texts.
    """
    hits = [read_hit(found, text=False) for found in shown["hits"]["hits"]]
    texts = [found["fields"][GROUP][0] for found in response["hits"]["hits"]]
    places = [n for n, hit in enumerate(hits) if hit.id == article.id or texts[n] == article.facts.get(GROUP)]
    if not places:
        return None
    at = places[0]
    first = max(0, (question.page - 1) * question.size - 1)
    return Neighbours(
        position=first + at + 1,
        total=texts_of(response),
        previous=hits[at - 1] if at else None,
        next=hits[at + 1] if at + 1 < len(hits) else None,
    )
