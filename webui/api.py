"""The JSON interface under /api/v1, described by static/openapi.json."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, current_app, send_file, url_for

from search.answer import FacetValue, Hit, SavedLink, Span
from webui.context import address, ask, asked, searcher
from webui.filters import plain

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/search")
def search() -> dict[str, Any]:
    """The same search as the page of the same address."""
    question = asked()
    answer = ask(question)
    return {
        "query": question.query,
        "total": answer.total,
        "total_all_words": answer.total_all_words,
        "total_phrase": answer.total_phrase,
        "took_ms": answer.took_ms,
        "page": answer.page,
        "pages": answer.pages,
        "size": answer.size,
        "collection_size": answer.collection_size,
        "notes": list(answer.notes),
        "hits": [hit_json(hit) for hit in answer.hits],
        "facets": {name: list(_facet(values)) for name, values in answer.facets.items()},
        "page_url": address("pages.search", question),
    }


@blueprint.get("/documents/<document_id>")
def document(document_id: str) -> dict[str, Any]:
    """A whole document; the hits of `q` are marked in `title_spans` and `paragraphs`."""
    article = searcher().article(document_id, asked().query)
    title = plain(article.title)
    paragraphs = [_spans(p) for p in article.paragraphs]
    body = "\n".join(plain(p) for p in article.paragraphs)
    return {
        **article.facts,
        "id": article.id,
        "title": title,
        "body": body,
        "title_spans": _spans(article.title),
        "paragraphs": paragraphs,
        "marked": article.marked,
        "evidence": list(article.evidence),
        "repairs": list(article.repairs),
        "removed": list(article.removed),
        "raw": article.raw,
    }


@blueprint.get("/links")
def links() -> dict[str, Any]:
    """All saved searches with their hits now."""
    return {"links": [link_json(link) for link in searcher().links.list()]}


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of this interface."""
    return send_file(Path(str(current_app.static_folder)) / "openapi.json", mimetype="application/json", max_age=0)


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as the interface gives it."""
    return {
        "id": hit.id,
        "title": plain(hit.title),
        "title_spans": _spans(hit.title),
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
        "snippets": [_spans(s) for s in hit.snippets],
    }


def link_json(link: SavedLink) -> dict[str, Any]:
    """A saved search as the interface gives it; `hits` is null when the count could not be had."""
    return {
        "id": link.id,
        "name": link.name,
        "note": link.note,
        "search": link.search,
        "url": url_for("links.opened", link_id=link.id),
        "created_at": link.created_at.isoformat(),
        "updated_at": link.updated_at.isoformat(),
        "hits": link.hits,
    }


def _spans(spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [{"text": s.text, "marked": s.marked} for s in spans]


def _facet(values: Sequence[FacetValue]) -> Iterator[dict[str, Any]]:
    """Regions come as one list of paths, each place before the places inside it."""
    for value in values:
        yield {"value": value.value, "count": value.count, "selected": value.selected}
        yield from _facet(value.children)
