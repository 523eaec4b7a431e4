"""The copies of one text among the documents that a search finds."""

from __future__ import annotations

from flask import Blueprint, render_template

from webui.context import asked, searcher

blueprint = Blueprint("copies", __name__)


@blueprint.get("/documents/<document_id>/copies")
def page(document_id: str) -> str:
    """The documents found that have the text of one, the earliest first."""
    question = asked()
    found = searcher().copies(document_id, question)
    return render_template("copies.html", question=question, document_id=document_id, found=found)
