"""The one door to searching: questions in, answers out."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Q

from engine import IndexState, Settings, articles_alias, articles_state
from engine.errors import NotFoundError, QueryError
from search.answer import Answer, Article, FacetValue, Hit
from search.by_place import PlaceCounts, read_places
from search.characteristic import SIZE as COMPANIONS
from search.characteristic import Characteristic, read_characteristic
from search.compile import compile_all, compile_count, compile_search, has_text, prepared
from search.concordance import Concordance, Line, Reading, read_concordance
from search.concordance_view import ConcordanceView
from search.copies import APPROXIMATE, Copies, compile_copies, read_copies, texts_of
from search.corpus import Corpus, compile_corpus, read_corpus
from search.difference import Difference, read_difference
from search.export import About, Export, format_named
from search.facet_page import SIZE as FACET_VALUES
from search.facet_page import FacetPage, read_facet_page
from search.figures import Figures
from search.filled import require_filled
from search.finder import Finder
from search.firsts import Firsts, read_firsts
from search.frozen import Frozen
from search.links import LinkStore
from search.loosening import finds_nothing
from search.neighbours import Neighbours, compile_neighbours, read_neighbours
from search.notes import match_notes, place_notes
from search.query import Parsed, parse
from search.question import MAX_WINDOW, Question
from search.reader import matched_before_facets, pages, read_answer, read_article, read_expansions, read_hit, total_of
from search.region_level import read_level
from search.request import Request, Sendable
from search.run import Response, run
from search.similar import compile_similar
from search.standing import with_copies
from search.suggester import Correction, Suggester, Suggestion
from search.tree import EMPTY, Node
from search.trends import Trends, read_trends
from search.verify import Verification, verify

CONTRACT_CHECK = 60.0  # seconds between looks at the contract version of the index


class Searcher:
    """Searches the articles of one collection; safe to use from several threads.

    Every method raises EngineUnavailable when Elasticsearch is away, and ContractMismatch when the index was filled
    under another contract version.
    """

    def __init__(self, client: Elasticsearch, settings: Settings) -> None:
        self._client = client
        self._settings = settings
        self._index = articles_alias(settings)
        self._lock = threading.Lock()
        self._checked_at: float | None = None
        self.links = LinkStore(client, settings)
        self._suggester = Suggester(client, self._index)
        self._figures = Figures(client, self._index)

    def search(self, question: Question) -> Answer:
        """Answer a question; a page beyond the last becomes the last. Raises QueryError, UserError."""
        self._check_contract()
        parsed = parse(question.query)
        question = _within_window(question)
        search, response, loosened = self._best(parsed.tree, question)
        last = pages(texts_of(response), question.size)
        if question.page > last:
            question = replace(question, page=last)
            search = compile_search(parsed.tree, question, any_word=loosened)
            response = self._run(search)
        response = with_copies(self._run, response, search)
        return _read(response, question, parsed, loosened)

    def concordance(self, view: ConcordanceView) -> Concordance:
        """A page of the words of a question in context. Raises QueryError, UserError."""
        with self._reading(view) as (frozen, query, finder, counted):
            found = read_concordance(frozen, query, finder, view)
        tree = parse(view.question.query).tree
        return replace(found, expansions=read_expansions(counted, tree, view.question))

    def concordance_lines(self, view: ConcordanceView) -> Generator[Line]:
        """All lines of a concordance in order, whatever page is asked for. Raises QueryError, UserError."""
        with self._reading(view) as (frozen, query, finder, _):
            if finder.finds:
                yield from Reading(frozen, query, finder, view).lines()

    def article(self, document_id: str, question: Question | str = "") -> Article:
        """A whole document, with the words of a question or query marked; one that cannot be read marks nothing.

        Raises NotFoundError.
        """
        self._check_contract()
        asked = Question(query=question) if isinstance(question, str) else question
        tree = prepared(_readable(asked.query).tree, asked)
        return read_article(self._document(document_id), Finder(tree))

    def similar(self, document_id: str, size: int = 5) -> tuple[Hit, ...]:
        """The documents most like one, the most similar first. Raises NotFoundError."""
        self._check_contract()
        source = self._document(document_id)["_source"]
        found = self._run(compile_similar(source, size))["hits"]["hits"]
        return tuple(read_hit(hit, text=False) for hit in found)

    def copies(self, document_id: str, question: Question | None = None) -> Copies:
        """The documents with the text of one, itself included, by date; with a question, those that it finds.

        Raises NotFoundError, QueryError, UserError.
        """
        self._check_contract()
        source = self._document(document_id)["_source"]
        among = self._figures.query(question) if question is not None else None
        return read_copies(self._run(compile_copies(source["group"], among)))

    def copy_difference(self, document_id: str, other_id: str) -> Difference:
        """What differs between a document and another one with the same text. Raises NotFoundError."""
        self._check_contract()
        one, other = (self._document(i)["_source"] for i in (document_id, other_id))
        return read_difference(one, other)

    def neighbours(self, question: Question, article: Article) -> Neighbours | None:
        """What stands before and after a document among the hits; None when it is not on the page asked for."""
        self._check_contract()
        question = _within_window(question)
        try:
            tree = parse(question.query).tree
        except QueryError:
            return None
        for any_word in (False, True):  # as in `search`: looser where nothing holds enough of the words
            search = compile_neighbours(tree, question, any_word=any_word)
            response = self._run(search)
            shown = with_copies(self._run, response, search)
            if found := read_neighbours(response, shown, question, article):
                return found
        return None

    def export(self, question: Question, file_format: str, *, with_body: bool = True) -> Export:
        """All documents that `search` finds, in its order, as a file. Raises QueryError, UserError."""
        self._check_contract()
        chosen = format_named(file_format)
        question = replace(question, page=1, size=1)
        parsed = parse(question.query)
        search, response, loosened = self._best(parsed.tree, question)
        answer = _read(response, question, parsed, loosened)
        state = articles_state(self._client, self._settings)
        about = About(
            question=question,
            collection=self._settings.collection,
            index=state.index or "",
            contract_version=state.contract_version or "",
            created_at=dt.datetime.now().astimezone(),
            documents=answer.total,
            collection_size=answer.collection_size,
            notes=answer.notes,
        )
        view = Frozen(self._client, self._index)
        return Export(view, search, chosen, about, text=has_text(parsed.tree), with_body=with_body)

    def verify(self, phrases: Iterable[str], *, sample: int = 0, seed: int = 0) -> Verification:
        """Whether the exact search finds every document that holds a phrase; see `search.verify`. Raises UserError."""
        self._check_contract()
        return verify(self._client, self._index, phrases, sample=sample, seed=seed)

    def suggest(self, typed: str) -> tuple[Suggestion, ...]:
        """What a query being typed may become: slogans, parks, places, industries, titles; pinyin initials too."""
        self._check_contract()
        return self._suggester.suggest(typed)

    def corrections(self, query: str) -> tuple[Correction, ...]:
        """For a query with words that occur nowhere, spellings that do occur. Raises QueryError."""
        self._check_contract()
        return self._suggester.corrections(query, parse(query).tree)

    def state(self) -> IndexState:
        """The index behind the collection: its name, contract version and size."""
        return articles_state(self._client, self._settings)

    def corpus(self) -> Corpus:
        """What the whole collection holds."""
        self._check_contract()
        return read_corpus(self._run(compile_corpus()))

    def facet_values(
        self, question: Question, facet: str, contains: str = "", page: int = 1, size: int = FACET_VALUES
    ) -> FacetPage:
        """All values of a facet, or those that contain some characters; see `search.facet_page`."""
        self._check_contract()
        return read_facet_page(self._figures, question, facet, contains, page, size)

    def places(self, question: Question, path: str = "") -> FacetValue:
        """A place of the facet with the places directly inside it; see `search.region_level`."""
        self._check_contract()
        return read_level(self._figures, question, path)

    def trends(self, question: Question, queries: Sequence[str] = (), interval: str = "year") -> Trends:
        """How many documents of each year or month hold a phrase; see `search.trends`."""
        self._check_contract()
        return read_trends(self._figures, question, queries, interval)

    def first_occurrences(self, question: Question, level: str = "province", *, snippets: bool = False) -> Firsts:
        """The earliest document of each province or city that holds the words; see `search.firsts`."""
        self._check_contract()
        return read_firsts(self._figures, question, level, snippets=snippets)

    def by_place(self, question: Question, level: str = "province") -> PlaceCounts:
        """How many documents there are of each province or city; see `search.by_place`."""
        self._check_contract()
        return read_places(self._figures, question, level)

    def characteristic(self, question: Question, size: int = COMPANIONS) -> Characteristic:
        """The slogans and words that set the documents found apart; see `search.characteristic`."""
        self._check_contract()
        return read_characteristic(self._figures, question, size)

    def collection_size(self) -> int:
        """How many documents the collection holds; 0 when nothing was indexed yet."""
        return total_of(self._run(Search().extra(size=0, track_total_hits=True)))

    def _best(self, tree: Node, question: Question) -> tuple[Request, Response, bool]:
        """The request, its response, and whether words had to be loosened because nothing holds enough of them."""
        search = compile_search(tree, question)
        response = self._run(search)
        if not finds_nothing(response, tree, question):
            return search, response, False
        looser = compile_search(tree, question, any_word=True)
        found = self._run(looser)
        return (looser, found, True) if matched_before_facets(found) else (search, response, False)

    @contextmanager
    def _reading(self, view: ConcordanceView) -> Iterator[tuple[Frozen, dict[str, Any], Finder, Response]]:
        """A frozen view, what finds the documents of a question in it, what finds its words, and their counts."""
        self._check_contract()
        tree, question = parse(view.question.query).tree, view.question
        counted = self._run(compile_count(tree, question))
        loosened = finds_nothing(counted, tree, question)
        query = compile_all(tree, question, any_word=loosened).to_dict()
        with Frozen(self._client, self._index) as frozen:
            yield frozen, query, Finder(prepared(tree, question)), counted

    def _document(self, document_id: str) -> Response:
        search = Search().query(Q("bool", filter=[Q("term", id=document_id)]))
        response = self._run(search.extra(size=1))
        hits: list[Response] = response["hits"]["hits"]
        if not hits:
            raise NotFoundError("没有编号为“%(id)s”的文档；它可能已从集合中删去。", id=document_id[:80])
        return hits[0]

    def _run(self, search: Sendable) -> Response:
        return run(self._client, self._index, search)

    def _check_contract(self) -> None:
        """Look from time to time: a rebuild by another process changes it while we run."""
        with self._lock:
            if self._checked_at is not None and time.monotonic() - self._checked_at < CONTRACT_CHECK:
                return
        articles_state(self._client, self._settings).require_current()
        require_filled(self._client, self._index)
        with self._lock:
            self._checked_at = time.monotonic()


def _read(response: Response, question: Question, parsed: Parsed, loosened: bool) -> Answer:
    answer = read_answer(response, question, text=has_text(parsed.tree))
    notes = (*parsed.notes, *place_notes(parsed.tree), *match_notes(answer, parsed.tree, question, loosened))
    if not answer.texts_exact:
        notes = (*notes, APPROXIMATE)
    return replace(answer, notes=notes, expansions=read_expansions(response, parsed.tree, question))


def _within_window(question: Question) -> Question:
    size = min(max(question.size, 1), MAX_WINDOW)
    return replace(question, size=size, page=min(max(question.page, 1), MAX_WINDOW // size))


def _readable(query: str) -> Parsed:
    try:
        return parse(query)
    except QueryError:
        return Parsed(EMPTY)
