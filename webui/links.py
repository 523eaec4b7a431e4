"""Saved searches: keep, list by folder, open, change, move, delete and put back, hand on as a file."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from engine.errors import UserError
from search import Question
from search.answer import SavedLink
from search.link_file import import_links, links_file, links_from_json
from search.links import question_of, stamp
from search.renamed import Changes, changes
from webui.chips import Chip, chips
from webui.context import searcher
from webui.language import said

blueprint = Blueprint("links", __name__)

LINK = "link"  # the parameter of the search page: the saved link it was opened from
DELETED = "deleted"  # in the session: the link deleted last
MOVED = "moved"  # in the session: the link moved last, and which way: its button keeps the focus
MOST_IMPORTED = 4 * 1024 * 1024  # bytes of a file


@dataclass(frozen=True)
class Shown:
    """A link as the list shows it; `question` and `changes` are None where its search can no longer be read."""

    link: SavedLink
    question: Question | None
    chips: list[Chip]
    changes: Changes | None
    first: bool  # in its folder
    last: bool


@blueprint.get("/links")
def overview() -> str:
    """All saved searches by folder, with their hits now and what is new in them."""
    saved = searcher().links.list()
    grouped = itertools.groupby(saved, key=lambda link: link.folder)
    folders = [(folder, _shown(list(links))) for folder, links in grouped]
    return render_template(
        "links.html",
        folders=folders,
        names=[name for name, _ in folders if name],
        deleted=session.pop(DELETED, None),
        moved=session.pop(MOVED, None),
    )


@blueprint.post("/links")
def create() -> AnyResponse:
    """Keep a search under a name; then show it among the others."""
    question = Question.from_params(parse_qsl(request.form.get("search", "")))
    form = request.form
    link = searcher().links.create(form.get("name", ""), form.get("note", ""), question, form.get("folder", ""))
    flash(_("已保存“%(name)s”。", name=link.name))
    return _to_list(link.id)


@blueprint.get("/s/<link_id>")
def opened(link_id: str) -> AnyResponse:
    """The short address: on to the search page in the saved state. `?new` shows only what has come since last time."""
    link = searcher().links.open(link_id)
    question = question_of(link)
    if "new" in request.args and link.opened_at:
        question = question.change(added=stamp(link.opened_at), sort="added")
    state = [*question.to_params(), (LINK, link.id)]
    return redirect(f"{url_for('pages.search')}?{urlencode(state)}")


@blueprint.post("/links/<link_id>")
def change(link_id: str) -> AnyResponse:
    """Change name, note and folder."""
    form = request.form
    link = searcher().links.update(link_id, form.get("name", ""), form.get("note", ""), form.get("folder"))
    flash(_("已修改“%(name)s”。", name=link.name))
    return _to_list(link.id)


@blueprint.post("/links/<link_id>/move")
def move(link_id: str) -> AnyResponse:
    """Put a link one place up or down in its folder."""
    to = "up" if request.form.get("to") == "up" else "down"
    searcher().links.move(link_id, -1 if to == "up" else 1)
    session[MOVED] = [link_id, to]
    return redirect(url_for("links.overview"), 303)  # no anchor: it would take the focus from the button


@blueprint.post("/links/<link_id>/delete")
def delete(link_id: str) -> AnyResponse:
    """Delete a saved search; the list offers to put it back. The documents stay."""
    link = searcher().links.delete(link_id)
    session[DELETED] = {"name": link.name, "file": links_file((link,))}
    return redirect(url_for("links.overview"), 303)


@blueprint.post("/links/restore")
def restore() -> AnyResponse:
    """Put back a link that was just deleted, under its old address."""
    [link] = links_from_json(request.form.get("file", "").encode())
    searcher().links.restore(link)
    flash(_("已恢复“%(name)s”。", name=link.name))
    return _to_list(link.id)


@blueprint.get("/links/export")
def export() -> Response:
    """All links as a file."""
    response = current_app.response_class(links_file(searcher().links.list()), mimetype="application/json")
    response.headers.set("Content-Disposition", "attachment", filename="parknews-links.json")
    return response


@blueprint.post("/links/import")
def take_file() -> AnyResponse:
    """Add the links of such a file."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise UserError("没有收到文件：请选择一个导出的 JSON 文件。")
    found = import_links(searcher().links, sent.stream.read())
    flash(ngettext("加进了 %(n)s 个检索。", "加进了 %(n)s 个检索。", found.added, n=found.added))
    if found.there:
        flash(ngettext("%(n)s 个已经有了。", "%(n)s 个已经有了。", found.there, n=found.there))
    for sentence in found.refused:
        flash(said(sentence))
    return redirect(url_for("links.overview"), 303)


def allow_files() -> None:
    """A file of links is larger than a form; to be called before the form is read."""
    if request.endpoint == f"{blueprint.name}.take_file":
        request.max_content_length = MOST_IMPORTED


def _to_list(link_id: str) -> AnyResponse:
    return redirect(url_for("links.overview", _anchor=f"link-{link_id}"), 303)


def _shown(links: list[SavedLink]) -> list[Shown]:
    return [_describe(link, at == 0, at == len(links) - 1) for at, link in enumerate(links)]


def _describe(link: SavedLink, first: bool, last: bool) -> Shown:
    try:
        question = question_of(link)
        return Shown(link, question, chips(question), changes(link), first, last)
    except UserError:
        return Shown(link, None, [], None, first, last)
