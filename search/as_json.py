"""An answer as plain JSON values: what the interface of the site and `parknews search --json` give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from search.answer import Answer, Expansion, FacetValue, Hit, Span


def answer_json(answer: Answer, query: str) -> dict[str, Any]:
    """The whole answer to a query: figures, hits of the page, facets."""
    return {
        "query": query,
        "total": answer.total,
        "texts": answer.texts,
        "texts_exact": answer.texts_exact,
        "copies": answer.copies,
        "total_all_words": answer.total_all_words,
        "total_phrase": answer.total_phrase,
        "took_ms": answer.took_ms,
        "page": answer.page,
        "pages": answer.pages,
        "size": answer.size,
        "collection_size": answer.collection_size,
        "notes": list(answer.notes),
        "expansions": [expansion_json(e) for e in answer.expansions],
        "hits": [hit_json(hit) for hit in answer.hits],
        "facets": {name: list(_facet(values)) for name, values in answer.facets.items()},
        "lists": {name: dict(vars(known)) for name, known in answer.lists.items()},
        "years": [dict(vars(year)) for year in answer.years],
    }


def expansion_json(expansion: Expansion) -> dict[str, Any]:
    """A wording that a word of the query stands for, and the documents that hold it."""
    return {"word": expansion.word, "wording": expansion.wording, "count": expansion.count}


def hit_json(hit: Hit) -> dict[str, Any]:
    """One hit; `title_spans` and `snippets` tell what is marked."""
    return {
        "id": hit.id,
        "title": plain(hit.title),
        "title_spans": spans_json(hit.title),
        "published": hit.published.isoformat() if hit.published else None,
        "published_precision": hit.published_precision,
        "region": list(hit.region),
        "industry": list(hit.industry),
        "slogan": list(hit.slogan),
        "park": list(hit.park),
        "kind": hit.kind,
        "outlet": hit.outlet,
        "site": hit.site,
        "url": hit.url,
        "path": hit.path,
        "score": hit.score,
        "matched": hit.matched,
        "copies": hit.copies,
        "snippets": [spans_json(s) for s in hit.snippets],
    }


def spans_json(spans: Sequence[Span]) -> list[dict[str, Any]]:
    """The pieces of a text and which of them are marked."""
    return [{"text": s.text, "marked": s.marked} for s in spans]


def plain(spans: Sequence[Span]) -> str:
    """The text of the pieces."""
    return "".join(s.text for s in spans)


def facet_json(value: FacetValue) -> dict[str, Any]:
    """A value of a facet. What is unusual stands there only where it is so: excluded, own, own_selected, unopened."""
    unusual = {"excluded": value.excluded, "own_selected": value.own_selected, "unopened": value.unopened}
    own = {} if value.own is None else {"own": value.own}
    return {"value": value.value, "count": value.count, "selected": value.selected} | own | _true(unusual)


def _true(flags: dict[str, bool]) -> dict[str, bool]:
    return {name: flag for name, flag in flags.items() if flag}


def _facet(values: Sequence[FacetValue]) -> Iterator[dict[str, Any]]:
    """Regions come as one list of paths, each place before the places inside it."""
    for value in values:
        yield facet_json(value)
        yield from _facet(value.children)
