"""All values of one facet, with a search among them; and the places inside a place."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from engine.errors import UserError
from search import Question
from webui import facets
from webui.chips import chips
from webui.context import asked, searcher
from webui.paging import page_numbers
from webui.words import FACETS

blueprint = Blueprint("values", __name__)

FACET, CONTAINS, INSIDE, PART = "facet", "contains", "inside", "part"  # parameters beside those of a search
PER_PAGE = 100


@blueprint.get("/values")
def page() -> str:
    """The values of a facet under the other selections of a search, each a link to the search with it."""
    question = asked().change(page=1)
    facet = request.args.get(FACET, "region")
    if facet not in FACETS:
        raise UserError("没有“%(facet)s”这一项筛选：可以是 %(choices)s。", facet=facet[:30], choices=tuple(FACETS))
    contains = request.args.get(CONTAINS, "").strip()
    inside = request.args.get(INSIDE, "").strip()
    if facet == "region" and inside and not contains:
        return _level(question, inside)
    number = request.args.get(PART, "1")
    found = searcher().facet_values(
        question, facet, contains, int(number) if number.isdecimal() and len(number) < 6 else 1, PER_PAGE
    )
    return render_template(
        "values.html",
        question=question,
        chips=chips(question),
        without=lambda looser: _address(looser, facet, **{CONTAINS: contains}),
        facet=facet,
        contains=contains,
        inside="",
        rows=facets.rows_of(facet, found.values, question),
        total=found.total,
        complete=found.complete,
        number=found.page,
        numbers=page_numbers(found.page, found.pages),
        part_address=lambda n: _address(question, facet, **{CONTAINS: contains, PART: str(n)}),
    )


def _level(question: Question, path: str) -> str:
    place = searcher().places(question, path)
    return render_template(
        "values.html",
        question=question,
        chips=chips(question),
        without=lambda looser: _address(looser, "region", **{INSIDE: path}),
        facet="region",
        contains="",
        inside=path,
        rows=facets.rows_of("region", place.children, question),
        total=len(place.children),
        complete=True,
        number=1,
        numbers=[1],
        part_address=lambda n: "",
    )


def _address(question: Question, facet: str, **more: str) -> str:
    return facets.values_address(facet, question, **{name: value for name, value in more.items() if value})
