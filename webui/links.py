"""Saved searches: keep, list, open, change, delete."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from search import Question
from search.answer import SavedLink
from webui import facets
from webui.context import searcher
from webui.pages import LINK

blueprint = Blueprint("links", __name__)


@blueprint.get("/links")
def overview() -> str:
    """All saved searches with their hits now."""
    saved = searcher().links.list()
    described = [(link, question_of(link)) for link in saved]
    return render_template("links.html", links=[(link, q, facets.chips(q)) for link, q in described])


@blueprint.post("/links")
def create() -> Response:
    """Keep a search under a name; then show it among the others."""
    question = Question.from_params(parse_qsl(request.form.get("search", "")))
    link = searcher().links.create(request.form.get("name", ""), request.form.get("note", ""), question)
    flash(_("已保存“%(name)s”。", name=link.name))
    return redirect(url_for("links.overview", _anchor=f"link-{link.id}"), 303)


@blueprint.get("/s/<link_id>")
def opened(link_id: str) -> Response:
    """The short address: on to the search page in the saved state."""
    link = searcher().links.get(link_id)
    state = [*question_of(link).to_params(), (LINK, link.id)]
    return redirect(f"{url_for('pages.search')}?{urlencode(state)}")


@blueprint.post("/links/<link_id>")
def change(link_id: str) -> Response:
    """Change name and note."""
    link = searcher().links.update(link_id, request.form.get("name", ""), request.form.get("note", ""))
    flash(_("已修改“%(name)s”。", name=link.name))
    return redirect(url_for("links.overview", _anchor=f"link-{link.id}"), 303)


@blueprint.post("/links/<link_id>/delete")
def delete(link_id: str) -> Response:
    """Delete a saved search. The documents stay."""
    link = searcher().links.get(link_id)
    searcher().links.delete(link_id)
    flash(_("已删除“%(name)s”。", name=link.name))
    return redirect(url_for("links.overview"), 303)


def question_of(link: SavedLink) -> Question:
    """The question a saved link stands for."""
    return Question.from_params(parse_qsl(link.search))
