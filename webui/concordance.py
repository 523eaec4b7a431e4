"""Words in context: a page of lines aligned on the hit, and all of them as a file."""

from __future__ import annotations

from http import HTTPStatus
from itertools import chain
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response as AnyResponse

from search import ConcordanceView, Question, concordance_format
from search.concordance import Concordance
from search.concordance_files import FORMATS, ConcordanceFormat
from search.concordance_view import ORDERS, SIZES
from webui.chips import chips
from webui.context import searcher
from webui.expansions import wordings
from webui.paging import page_numbers
from webui.parts import part, trouble

blueprint = Blueprint("concordance", __name__)

FORMAT = "format"
FIGURE = "figure"  # the part without which the page has nothing but its frame
WIDTHS = (15, 30, 60)
ORDER_NAMES = {
    "right": lazy_gettext("右邻"),
    "left": lazy_gettext("左邻"),
    "newest": lazy_gettext("最新"),
    "oldest": lazy_gettext("最早"),
    "place": lazy_gettext("地区"),
}


@blueprint.get("/concordance")
def page() -> str | AnyResponse | tuple[str, int]:
    """One page of lines; any other order of the same parameters is sent on to the canonical address."""
    view = ConcordanceView.from_params(request.args.items(multi=True))
    if file_format := request.args.get(FORMAT):
        return _download(view, concordance_format(file_format))
    if _state() != view.to_params():
        return redirect(view_address(view))
    found = part(FIGURE, lambda: searcher().concordance(view), Concordance((), 0, 0, 0, 1, 1))
    made = render_template(
        "concordance.html",
        question=view.question,
        view=view,
        found=found,
        wordings=wordings(found, view.question, lambda question: view_address(view.change(question=question))),
        chips=[(chip, view_address(view.change(question=chip.without))) for chip in chips(view.question)],
        numbers=page_numbers(found.page, found.pages),
        view_address=view_address,
        files={name: view_address(view.change(), format=name) for name in FORMATS},
        orders={name: ORDER_NAMES[name] for name in ORDERS},
        widths=WIDTHS,
        sizes=SIZES,
        size_address=lambda size: view_address(view.change(size=size)),
    )
    return (made, HTTPStatus.SERVICE_UNAVAILABLE) if trouble(FIGURE) else made


def view_address(view: ConcordanceView, **more: str) -> str:
    """The address of a concordance."""
    state = urlencode([*view.to_params(), *more.items()])
    return f"{url_for('concordance.page')}?{state}".removesuffix("?")


def concordance_address(question: Question) -> str:
    """The address of the words of a search in context."""
    return view_address(ConcordanceView(question))


def _download(view: ConcordanceView, file_format: ConcordanceFormat) -> Response:
    lines = searcher().concordance_lines(view)
    first = next(lines, None)  # what is wrong with the question is an error as on any other page
    pieces = file_format.write(chain([first] if first else [], lines))
    response = Response(pieces, content_type=file_format.media_type)
    response.call_on_close(lines.close)
    response.headers.set("Content-Disposition", "attachment", filename=f"parknews-concordance.{file_format.name}")
    return response


def _state() -> list[tuple[str, str]]:
    return parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)
