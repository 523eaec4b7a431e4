"""The JSON interface under /api/v1, described by static/openapi.json."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, current_app, request, send_file, url_for

from search import (
    ConcordanceView,
    Question,
    SavedLink,
    Suggestion,
    concordance_json,
    copies_json,
    difference_json,
    trends_json,
)
from search.as_json import answer_json, plain, spans_json
from search.periods import INTERVALS
from webui import exports
from webui.concordance import view_address
from webui.context import address, ask, asked, search_address, searcher

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
blueprint.add_app_template_global(exports.choices, "export_choices")


@blueprint.get("/search")
def search() -> dict[str, Any]:
    """The same search as the page of the same address."""
    question = asked()
    answer = ask(question)
    return answer_json(answer, question.query) | {"page_url": address("pages.search", question)}


@blueprint.get("/export")
def export() -> Response:
    """All hits of a search as a file."""
    return exports.download()


@blueprint.get("/documents/<document_id>")
def document(document_id: str) -> dict[str, Any]:
    """A whole document; the hits of `q` are marked in `title_spans` and `paragraphs`."""
    article = searcher().article(document_id, asked())
    title = plain(article.title)
    paragraphs = [spans_json(p) for p in article.paragraphs]
    body = "\n".join(plain(p) for p in article.paragraphs)
    return {
        **article.facts,
        "id": article.id,
        "title": title,
        "body": body,
        "title_spans": spans_json(article.title),
        "paragraphs": paragraphs,
        "marked": article.marked,
        "evidence": list(article.evidence),
        "repairs": list(article.repairs),
        "removed": list(article.removed),
        "raw": article.raw,
    }


@blueprint.get("/documents/<document_id>/copies")
def copies(document_id: str) -> dict[str, Any]:
    """The documents with the text of one, among those that the search finds where there is one."""
    question = asked()
    among = question if question != Question() else None
    return copies_json(searcher().copies(document_id, among))


@blueprint.get("/documents/<document_id>/copies/<other_id>")
def difference(document_id: str, other_id: str) -> dict[str, Any]:
    """What differs between two documents."""
    return difference_json(searcher().copy_difference(document_id, other_id))


@blueprint.get("/concordance")
def concordance() -> dict[str, Any]:
    """The words of a search in context, as the page of the same address has them."""
    view = ConcordanceView.from_params(request.args.items(multi=True))
    found = concordance_json(searcher().concordance(view))
    return {"query": view.question.query, **found, "page_url": view_address(view)}


@blueprint.get("/trends")
def trends() -> dict[str, Any]:
    """How many documents of each year or month hold each `q`."""
    found = searcher().trends(asked(), request.args.getlist("q"), request.args.get("by", INTERVALS[0]))
    return trends_json(found)


@blueprint.get("/suggest")
def suggest() -> dict[str, Any]:
    """What the query being typed in `q` may become."""
    found = searcher().suggest(request.args.get("q", ""))
    return {"suggestions": [suggestion_json(s) for s in found]}


@blueprint.get("/links")
def links() -> dict[str, Any]:
    """All saved searches with their hits now."""
    return {"links": [link_json(link) for link in searcher().links.list()]}


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of this interface."""
    return send_file(Path(str(current_app.static_folder)) / "openapi.json", mimetype="application/json", max_age=0)


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


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion as the interface gives it; `url` is the page it leads to, a document for a title."""
    if suggestion.id:
        url = url_for("documents.document", document_id=suggestion.id)
    else:
        url = search_address(Question(query=suggestion.query))
    fields = {"kind": suggestion.kind, "text": suggestion.text, "query": suggestion.query, "count": suggestion.count}
    return fields | {"url": url}
