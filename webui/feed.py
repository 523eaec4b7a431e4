"""A feed of the documents that a saved search finds, the latest to come first. Format: Atom, RFC 4287."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as Xml

from flask import Blueprint, Response, current_app, url_for

from search import Hit
from search.answer import SavedLink
from search.links import question_of
from webui.context import ask, searcher
from webui.filters import plain

blueprint = Blueprint("feed", __name__)

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 50


@blueprint.get("/s/<link_id>/feed.atom")
def feed(link_id: str) -> Response:
    """The feed of one saved search."""
    link = searcher().links.get(link_id)
    answer = ask(question_of(link).change(sort="added", size=ENTRIES))
    return current_app.response_class(_written(link, answer.hits), content_type="application/atom+xml; charset=utf-8")


def _written(link: SavedLink, hits: tuple[Hit, ...]) -> bytes:
    Xml.register_namespace("", ATOM)
    root = Xml.Element(f"{{{ATOM}}}feed")
    _text(root, "id", f"urn:parknews:link:{link.id}")
    _text(root, "title", f"{link.name} · 园策")
    _text(root, "subtitle", link.note)
    newest = max((hit.added_at for hit in hits if hit.added_at), default=link.updated_at)
    _text(root, "updated", newest.isoformat())
    author = Xml.SubElement(root, f"{{{ATOM}}}author")
    _text(author, "name", "园策 parknews")
    _link(root, "self", url_for("feed.feed", link_id=link.id, _external=True))
    _link(root, "alternate", url_for("links.opened", link_id=link.id, _external=True))
    for hit in hits:
        _entry(root, hit, link.updated_at)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="utf-8")


def _entry(root: Xml.Element, hit: Hit, otherwise: dt.datetime) -> None:
    entry = Xml.SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, "id", f"urn:parknews:document:{hit.id}")
    _text(entry, "title", plain(hit.title) or "（无标题）")
    _text(entry, "updated", (hit.added_at or otherwise).isoformat())
    if hit.published:
        _text(entry, "published", f"{hit.published.isoformat()}T00:00:00+08:00")
    if hit.outlet:
        _text(Xml.SubElement(entry, f"{{{ATOM}}}author"), "name", hit.outlet)
    _link(entry, "alternate", url_for("documents.document", document_id=hit.id, _external=True))
    _text(entry, "summary", " … ".join(plain(snippet) for snippet in hit.snippets))


def _text(parent: Xml.Element, name: str, value: str) -> None:
    if value:
        Xml.SubElement(parent, f"{{{ATOM}}}{name}").text = value


def _link(parent: Xml.Element, relation: str, address: str) -> None:
    Xml.SubElement(parent, f"{{{ATOM}}}link", rel=relation, href=address)
