"""What every page needs: the searcher of this site, the question in the address, and addresses of searches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from urllib.parse import urlencode

from flask import current_app, g, request, url_for

from search import Answer, Question, Searcher

SEARCHER = "parknews.searcher"


def searcher() -> Searcher:
    """The searcher this site was made with."""
    return cast(Searcher, current_app.extensions[SEARCHER])


def asked() -> Question:
    """The question in the address of this request. Raises UserError."""
    return Question.from_params(request.args.items(multi=True))


def ask(question: Question) -> Answer:
    """Search, and note Elasticsearch's time for the access log."""
    answer = searcher().search(question)
    g.took_ms = g.get("took_ms", 0) + answer.took_ms
    return answer


def address(endpoint: str, question: Question, **values: str) -> str:
    """The address of a page with this question as its state, in canonical order."""
    state = question.to_query_string()
    path = url_for(endpoint, **values)  # type: ignore[arg-type]
    return f"{path}?{state}" if state else path


def state_address(endpoint: str, question: Question, more: Iterable[tuple[str, str]] = ()) -> str:
    """The address of another view of a search, with parameters of its own."""
    state = urlencode([*question.to_params(), *more])
    return f"{url_for(endpoint)}?{state}".removesuffix("?")


def search_address(question: Question) -> str:
    """The address of a search."""
    if "search_path" not in g:  # once a request: a page has hundreds of these
        g.search_path = url_for("pages.search")
    state = question.to_query_string()
    return f"{g.search_path}?{state}" if state else str(g.search_path)
