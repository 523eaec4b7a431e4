"""Elasticsearch's response -> hits, an answer, an article."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mappings import PARAGRAPH_BREAK
from search.answer import Answer, Article, Expansion, Hit, Span
from search.compile import COLLECTION, MATCHED, PHRASE, WORDING, WORDS, prepared, wordings
from search.copies import found_of, texts_of
from search.counting import MOST_EXACT, TEXTS
from search.expansion import named_slogans
from search.facets import by_facet, read_facets, read_lists
from search.finder import Finder, Mark
from search.highlight import paragraphs, snippet, spans
from search.histogram import read_years
from search.matching import merged
from search.question import MAX_WINDOW, Question
from search.run import Response
from search.tree import Node

NOT_FACTS = ("id", "title", "body", "display", "evidence", "repairs", "removed", "raw", "signature")
ALL, SOME = "all", "some"


def read_hit(found: dict[str, Any], *, text: bool) -> Hit:
    """One hit; `text` tells whether the query had words to match by."""
    source = found["_source"]
    return Hit(
        id=source["id"],
        title=_title(found),
        published=_date(source.get("published")),
        published_precision=source.get("published_precision"),
        region=_values(source, "region"),
        industry=_values(source, "industry"),
        slogan=_values(source, "slogan"),
        park=_values(source, "park"),
        kind=source.get("kind"),
        outlet=source.get("outlet"),
        site=source.get("site"),
        url=source.get("url"),
        path=source.get("path", ""),
        score=found.get("_score"),
        snippets=_snippets(found),
        matched=_matched(found.get("matched_queries", ())) if text else ALL,
        added_at=dt.datetime.fromisoformat(source["added_at"]) if "added_at" in source else None,
        copies=found.get("copies", 0),
    )


def read_answer(response: Response, question: Question, *, text: bool, notes: tuple[str, ...] = ()) -> Answer:
    """The answer to a question; `text` tells whether the query had words to match by."""
    counted = by_facet(response.get("aggregations", {}))
    texts = texts_of(response)
    # Counts that must be the same are not asked for twice.
    all_words = _count(counted, WORDS, found_of(response, question))
    facets = read_facets(counted, question)
    return Answer(
        total=total_of(response),
        total_all_words=all_words,
        total_phrase=_count(counted, PHRASE, all_words),
        took_ms=response["took"],
        hits=tuple(read_hit(found, text=text) for found in response["hits"]["hits"]),
        facets=facets,
        page=question.page,
        pages=pages(texts, question.size),
        size=question.size,
        collection_size=_count(counted, COLLECTION, 0),
        notes=notes,
        lists=read_lists(counted, question, facets),
        texts=texts,
        texts_exact=texts <= MOST_EXACT,
        copies=question.copies,
        years=read_years(counted, question),
    )


def read_expansions(response: Response, tree: Node, question: Question) -> tuple[Expansion, ...]:
    """The wordings of the slogans that a query names: those that count, with their documents, and those left out."""
    counted = response.get("aggregations", {})
    counts = {pair: _count(counted, f"{WORDING}{n}", 0) for n, pair in enumerate(wordings(prepared(tree, question)))}
    return tuple(
        Expansion(word, text, counts.get((word, text)))
        for word, others in named_slogans(merged(tree)).items()
        for text in (word, *others)
        if text != word or (word, word) in counts
    )


def total_of(response: Response) -> int:
    """How many documents a search found."""
    return int(response["hits"]["total"]["value"])


def matched_before_facets(response: Response) -> int:
    """How many documents match the query, whatever values are chosen in the facets."""
    return _count(response.get("aggregations", {}), MATCHED, 0)


def pages(texts: int, size: int) -> int:
    """How many pages can be shown: at least one, and none beyond Elasticsearch's window. Each text is one hit."""
    return max(1, min(-(-texts // size), MAX_WINDOW // size))


def read_article(found: dict[str, Any], finder: Finder) -> Article:
    """A whole document with its marks."""
    source = found["_source"]
    display = source.get("display", {})
    title = _cut(source["title"], finder.title(source["title"]), display.get("title"))
    body = _cut(source["body"], finder.body(source["body"]), display.get("body"))
    return Article(
        id=source["id"],
        title=title,
        paragraphs=paragraphs(body, PARAGRAPH_BREAK),
        marked=sum(span.marked for span in (*title, *body)),
        facts={name: value for name, value in source.items() if name not in NOT_FACTS},
        evidence=tuple(source.get("evidence", ())),
        repairs=tuple(source.get("repairs", ())),
        removed=tuple(source.get("removed", ())),
        raw=source.get("raw", {}).get("text"),
    )


def _cut(text: str, marks: list[Mark], original: str | None) -> tuple[Span, ...]:
    """A text cut at its marks; in the characters of the original, which has the same length."""
    shown = original if original is not None and len(original) == len(text) else text
    pieces, at = [], 0
    for mark in marks:
        pieces += [Span(shown[at : mark.place.start]), Span(shown[mark.place.start : mark.place.end], True)]
        at = mark.place.end
    return tuple(piece for piece in (*pieces, Span(shown[at:])) if piece.text)


def _title(found: dict[str, Any]) -> tuple[Span, ...]:
    source = found["_source"]
    marked = found.get("highlight", {}).get("title", [source["title"]])[0]
    return spans(marked, source.get("display", {}).get("title"))


def _snippets(found: dict[str, Any]) -> tuple[tuple[Span, ...], ...]:
    display = found["_source"].get("display", {}).get("body")
    return tuple(snippet(fragment, display) for fragment in found.get("highlight", {}).get("body", ()))


def _matched(names: list[str] | tuple[str, ...]) -> str:
    return PHRASE if PHRASE in names else WORDS if WORDS in names else SOME


def _count(counted: dict[str, Any], name: str, otherwise: int) -> int:
    """The count of an aggregation: of its texts where these were asked for."""
    if name not in counted:
        return otherwise
    return int(counted[name][TEXTS]["value"] if TEXTS in counted[name] else counted[name]["doc_count"])


def _values(source: dict[str, Any], name: str) -> tuple[str, ...]:
    value = source.get(name, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
