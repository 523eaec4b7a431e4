"""How values are written on a page: numbers, dates, places, marked text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from babel.dates import format_datetime, format_skeleton
from flask import Flask
from flask_babel import format_date, format_decimal, format_percent, get_locale

from search import Question
from search.answer import Span
from search.citation import web_address
from webui.context import address, search_address
from webui.words import FACETS

AssetAddress = Callable[[str], str]
ELLIPSIS = "…"
STEP = " › "


def install(app: Flask) -> None:
    """Make the filters and address builders known to the templates."""
    app.jinja_env.filters.update(
        number=format_decimal,
        day=day,
        moment=moment,
        place=place,
        subject=subject,
        plain=plain,
        short=short,
        tail=tail,
        share=share,
        web_address=web_address,
    )
    app.jinja_env.globals.update(address=address, search_address=search_address, facet_names=FACETS, blank=Question())


def day(value: dt.date | str | None, precision: str | None = "day") -> str:
    """A date as exactly as it is known: day, month or year. Empty for None."""
    if value is None:
        return ""
    date = dt.date.fromisoformat(value) if isinstance(value, str) else value
    if precision == "year":
        return format_skeleton("y", date, locale=get_locale())
    if precision == "month":
        return format_skeleton("yMMM", date, locale=get_locale())
    return str(format_date(date, "medium"))


def moment(value: dt.datetime) -> str:
    """A date and time in the time zone of this machine."""
    return format_datetime(value.astimezone(), "short", locale=get_locale())


def place(path: str) -> str:
    """A region path to read: 甘肃省 › 平凉市."""
    return path.replace("/", STEP)


def subject(region: Sequence[str]) -> str:
    """The deepest path of the main subject: the regions that follow one another from the first. Empty for none."""
    if not region:
        return ""
    chain = list(takewhile(lambda pair: pair[1].startswith(pair[0] + "/"), pairwise(region)))
    return chain[-1][1] if chain else region[0]


def plain(spans: Sequence[Span]) -> str:
    """Spans as text without marks."""
    return "".join(s.text for s in spans)


def tail(text: str, length: int) -> str:
    """The last `length` characters of a text: the end of a path tells more than its beginning."""
    return text if len(text) <= length else ELLIPSIS + text[1 - length :]


def share(part: float) -> str:
    """A part of the whole, in percent."""
    return str(format_percent(part, "#,##0.#%"))


def short(text: str, length: int) -> str:
    """A text of at most `length` characters."""
    return text if len(text) <= length else text[: length - 1].rstrip() + ELLIPSIS
