"""The front page, the search page and the help page."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from engine.errors import NotFoundError
from search import Question, query_help
from search.answer import Answer, SavedLink
from search.question import MATCHES, PAGE_SIZES, SORTS, UNKNOWN
from webui import facets, loosen
from webui.chips import chips
from webui.context import ask, asked, search_address, searcher
from webui.expansions import wordings
from webui.links import LINK
from webui.paging import page_numbers
from webui.parts import part

blueprint = Blueprint("pages", __name__)

LATEST = 10  # documents on the front page


@blueprint.get("/")
def home() -> str | Response:
    """What is in the collection, and the newest documents. A search given here goes to the search page."""
    if request.args:
        return redirect(f"{url_for('pages.search')}?{urlencode(list(request.args.items(multi=True)))}")
    question = Question(sort="newest", size=LATEST)
    answer = ask(question)
    if not answer.collection_size:
        return render_template("first_run.html")
    groups = {g.name: g for g in facets.groups(answer, Question())}
    return render_template("home.html", answer=answer, groups=groups, latest=question, examples=_examples(answer))


@blueprint.get("/search")
def search() -> str | Response:
    """One page of results; any other order of the same parameters is sent on to the canonical address."""
    question = asked()
    link_id = request.args.get(LINK)
    if _state() != question.to_params():
        link = [(LINK, link_id)] if link_id else []
        return redirect(f"{url_for('pages.search')}?{urlencode([*question.to_params(), *link])}".removesuffix("?"))
    answer = ask(question)
    if not answer.collection_size:
        return render_template("first_run.html", question=question)
    return render_template(
        "search.html",
        question=question,
        answer=answer,
        groups=facets.groups(answer, question),
        chips=chips(question),
        columns=facets.columns(answer.years, question),
        wordings=wordings(answer, question),
        ways=[] if answer.total else part("ways", lambda: loosen.ways(question), []),
        corrections=[] if answer.total else part("ways", lambda: searcher().corrections(question.query), ()),
        numbers=page_numbers(answer.page, answer.pages),
        link=_opened(link_id),
        query_help=query_help(),
        sorts=SORTS,
        sizes=PAGE_SIZES,
        size_address=lambda size: search_address(question.change(size=size)),
        matches=MATCHES,
    )


@blueprint.get("/help")
def help_page() -> str:
    """The query language, the facets and the keys."""
    return render_template("help.html", query_help=query_help())


@blueprint.get("/healthz")
def health() -> dict[str, Any]:
    """Whether Elasticsearch answers, for a watchdog; 503 when it does not."""
    return {"status": "ok", "documents": searcher().collection_size()}


def _examples(answer: Answer) -> list[str]:
    """Queries that find something in this collection: a word, a phrase, a word in a place."""
    slogans = [v.value for v in answer.facets["slogan"] if v.value != UNKNOWN][:3]
    places = [v.label for v in answer.facets["region"] if v.children][:1]
    forms = ("{}", '"{}"', f"{{}} 地区:{places[0]}" if places else "{}")
    return [form.format(slogan) for form, slogan in zip(forms, slogans, strict=False)]


def _state() -> list[tuple[str, str]]:
    pairs = parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)
    return [(name, value) for name, value in pairs if name != LINK]


def _opened(link_id: str | None) -> SavedLink | None:
    if not link_id:
        return None
    try:
        return searcher().links.get(link_id)
    except NotFoundError:  # deleted since: the search itself still stands
        return None
