"""An answer as plain JSON values: what the interface of the site and `parknews search --json` give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from search.answer import Answer, FacetValue, Hit, Span


def answer_json(answer: Answer, query: str) -> dict[str, Any]:
    """The whole answer to a query: figures, hits of the page, facets."""
    return {
        "query": query,
        "total": answer.total,
        "total_all_words": answer.total_all_words,
        "total_phrase": answer.total_phrase,
        "took_ms": answer.took_ms,
        "page": answer.page,
        "pages": answer.pages,
        "size": answer.size,
        "collection_size": answer.collection_size,
        "notes": list(answer.notes),
        "expansions": [{"word": e.word, "wording": e.wording, "count": e.count} for e in answer.expansions],
        "hits": [hit_json(hit) for hit in answer.hits],
        "facets": {name: list(_facet(values)) for name, values in answer.facets.items()},
    }


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
        "snippets": [spans_json(s) for s in hit.snippets],
    }


def spans_json(spans: Sequence[Span]) -> list[dict[str, Any]]:
    """The pieces of a text and which of them are marked."""
    return [{"text": s.text, "marked": s.marked} for s in spans]


def plain(spans: Sequence[Span]) -> str:
    """The text of the pieces."""
    return "".join(s.text for s in spans)


def _facet(values: Sequence[FacetValue]) -> Iterator[dict[str, Any]]:
    """Regions come as one list of paths, each place before the places inside it."""
    for value in values:
        yield {"value": value.value, "count": value.count, "selected": value.selected}
        yield from _facet(value.children)
