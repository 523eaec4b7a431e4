"""Other views of a search: its trend, its places, the slogans and words that stand with it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from flask import Blueprint, Response, current_app, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from engine.errors import UserError
from search import Question, trends_csv
from search.by_place import PlaceCount, PlaceCounts
from search.firsts import Firsts
from search.trends import MOST_SERIES, Point, Series, Trends
from webui import tilemap
from webui.chips import chips
from webui.context import asked, search_address, searcher, state_address
from webui.parts import part, trouble

blueprint = Blueprint("figures", __name__)

ALSO, BY, MEASURE, LEVEL, FORMAT = "also", "by", "measure", "level", "format"  # parameters beside those of a search
MEASURES = ("share", "count")
LEVELS = ("province", "city")
SHADES = 5
MOST_ROWS = 200  # of a table of places
Page = str | AnyResponse | tuple[str, int]
Pairs = list[tuple[str, str]]

FIGURE = "figure"  # the part without which such a page has nothing but its frame
AWAY = HTTPStatus.SERVICE_UNAVAILABLE


@dataclass(frozen=True)
class Bar:
    """A series in a year or month; `height` is in percent of the highest one, None where nothing was collected."""

    height: float | None
    documents: int
    per_1000: float | None
    href: str
    colour: int


@dataclass(frozen=True)
class Period:
    """A year or month of the chart. `tick`: its name is written below it; `half`: on a wide window only."""

    name: str
    bars: tuple[Bar, ...]
    tick: bool
    half: bool


@dataclass(frozen=True)
class Tick:
    """A value beside the chart; `top` is its distance from the top in percent."""

    value: float
    top: float


@dataclass(frozen=True)
class PlaceTile:
    """A province of the map with its figures; `shade` 0 is none, None where nothing was collected."""

    tile: tilemap.Tile
    documents: int
    per_1000: float | None
    shade: int | None
    href: str


@blueprint.get("/trend")
def trend() -> Page:
    """Documents by year or month: of the search's words, and of others beside them."""
    question = _question()
    also = tuple(dict.fromkeys(text for value in request.args.getlist(ALSO) if (text := value.strip())))
    by, measure = _one_of(BY, ("year", "month")), _one_of(MEASURE, MEASURES)
    more = [
        *((ALSO, text) for text in also),
        *_unless_first(BY, by, ("year",)),
        *_unless_first(MEASURE, measure, MEASURES),
    ]
    if (detour := _canonical("figures.trend", question, more)) is not None:
        return detour
    queries = tuple(dict.fromkeys(filter(None, (question.query, *also))))
    if not queries:
        return render_template(
            "trend.html", **_shared(question, "trend", more), found=None, **_choices(also, by, measure)
        )
    found = part(FIGURE, lambda: searcher().trends(question, queries, by), None)
    if found is None:
        return render_template(
            "trend.html", **_shared(question, "trend", more), found=None, **_choices(also, by, measure)
        ), AWAY
    if request.args.get(FORMAT) == "csv":
        return _csv(found)
    return render_template(
        "trend.html",
        **_shared(question, "trend", more),
        found=found,
        periods=_periods(found, measure),
        ticks=_ticks(_highest(found, measure)),
        table=_table(found),
        csv_address=state_address("figures.trend", question, [*more, (FORMAT, "csv")]),
        **_choices(also, by, measure),
    )


@blueprint.get("/places")
def places() -> Page:
    """Documents by place on a map and in a table, with the first of each place."""
    question = _question()
    level, measure = _one_of(LEVEL, LEVELS), _one_of(MEASURE, MEASURES)
    more = [*_unless_first(LEVEL, level, LEVELS), *_unless_first(MEASURE, measure, MEASURES)]
    if (detour := _canonical("figures.places", question, more)) is not None:
        return detour
    found = part(FIGURE, lambda: searcher().by_place(question, level), None)
    firsts = None
    if question.query and found:
        firsts = part("firsts", lambda: searcher().first_occurrences(question, level), None)
    page = render_template(
        "places.html",
        **_shared(question, "places", more),
        found=found,
        firsts={first.place: first for first in firsts.places} if firsts else {},
        order=_first_places(firsts) if firsts else (),
        tiles=_tiles(found, measure) if found and level == "province" else (),
        view_box=tilemap.view_box(),
        tile=tilemap.TILE,
        most=MOST_ROWS,
        level=level,
        measure=measure,
        address_of=lambda **change: state_address(
            "figures.places",
            question,
            [
                *_unless_first(LEVEL, change.get(LEVEL, level), LEVELS),
                *_unless_first(MEASURE, change.get(MEASURE, measure), MEASURES),
            ],
        ),
    )
    return (page, AWAY) if trouble(FIGURE) else page


@blueprint.get("/companions")
def companions() -> Page:
    """The slogans and words that stand with the words of a search more than elsewhere."""
    question = _question()
    if (detour := _canonical("figures.companions", question, [])) is not None:
        return detour
    found = part(FIGURE, lambda: searcher().characteristic(question, 30), None) if question.query else None
    page = render_template(
        "companions.html",
        **_shared(question, "companions", []),
        found=found,
        slogan_address=lambda text: search_address(question.change(slogan=(*question.slogan, text))),
        word_address=lambda text: search_address(question.change(query=f'{question.query} "{text}"')),
    )
    return (page, AWAY) if trouble(FIGURE) else page


def _question() -> Question:
    question = asked()
    return question.change(page=1, size=Question().size, sort=Question().sort)


def _shared(question: Question, view: str, more: Pairs) -> dict[str, object]:
    """What every view has; `without` leads to the same view of a question without one of its limits."""
    return {
        "question": question,
        "view": view,
        "chips": chips(question),
        "without": lambda looser: state_address(f"figures.{view}", looser, more),
    }


def _choices(also: tuple[str, ...], by: str, measure: str) -> dict[str, object]:
    def address_of(also: Sequence[str] = also, by: str = by, measure: str = measure) -> str:
        phrases = [(ALSO, text) for text in also]
        more = [*_unless_first(BY, by, ("year",)), *_unless_first(MEASURE, measure, MEASURES)]
        return state_address(
            "figures.trend", asked().change(sort=Question().sort, size=Question().size), phrases + more
        )

    return {"also": also, "by": by, "measure": measure, "address_of": address_of, "most_series": MOST_SERIES}


def _canonical(endpoint: str, question: Question, more: Pairs) -> AnyResponse | None:
    """Where to go on to, when the address is not the canonical one of this view."""
    given = parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)
    wanted = [*question.to_params(), *more]
    if [pair for pair in given if pair[0] != FORMAT] == wanted:
        return None
    return redirect(state_address(endpoint, question, wanted[len(question.to_params()) :]))


def _one_of(name: str, allowed: tuple[str, ...]) -> str:
    value = request.args.get(name, allowed[0])
    if value not in allowed:
        raise UserError(
            "参数 %(name)s 的值“%(value)s”不认识：可以是 %(choices)s。", name=name, value=value[:30], choices=allowed
        )
    return value


def _unless_first(name: str, value: str, allowed: tuple[str, ...]) -> Pairs:
    return [] if value == allowed[0] else [(name, value)]


def _value(point: Point, measure: str) -> float | None:
    return point.per_1000 if measure == "share" else (point.documents if point.base else None)


def _highest(found: Trends, measure: str) -> float:
    return max((_value(p, measure) or 0 for s in found.series for p in s.points), default=0)


def _periods(found: Trends, measure: str) -> tuple[Period, ...]:
    highest = _highest(found, measure)
    names = [point.period for point in found.series[0].points]
    every = max(1, math.ceil(len(names) / 12))  # about a dozen names fit below the chart
    made = []
    for at, name in enumerate(names):
        bars = tuple(_bar(series, series.points[at], n, measure, highest) for n, series in enumerate(found.series))
        made.append(Period(name, bars, tick=at % every == 0, half=at % (2 * every) != 0))
    return tuple(made)


def _bar(series: Series, point: Point, number: int, measure: str, highest: float) -> Bar:
    value = _value(point, measure)
    height = None if value is None else round(100 * value / highest, 2) if highest else 0.0
    limited = series.question.change(date_from=point.period, date_to=point.period)
    return Bar(height, point.documents, point.per_1000, search_address(limited), number)


def _ticks(highest: float) -> tuple[Tick, ...]:
    """Two to five round values up to the highest, and how far from the top each stands, in percent."""
    if not highest:
        return ()
    power = 10 ** math.floor(math.log10(highest))
    step = next(power * part for part in (0.2, 0.5, 1, 2) if highest / (power * part) < 6)
    return tuple(
        Tick(round(step * n, 6), round(100 - 100 * step * n / highest, 2)) for n in range(1, int(highest / step) + 1)
    )


def _table(found: Trends) -> list[tuple[Point, ...]]:
    return list(zip(*(series.points for series in found.series), strict=True))


def _csv(found: Trends) -> Response:
    response = current_app.response_class(trends_csv(found), content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename="parknews-trend.csv")
    return response


def _tiles(found: PlaceCounts, measure: str) -> tuple[PlaceTile, ...]:
    counts = {place.place: place for place in found.places}
    values = {name: (p.per_1000 if measure == "share" else p.documents) or 0 for name, p in counts.items()}
    highest = max((values[t.place] for t in tilemap.tiles() if t.place in values), default=0)
    return tuple(_tile(tile, counts, values, highest, found.question) for tile in tilemap.tiles())


def _tile(
    tile: tilemap.Tile, counts: dict[str, PlaceCount], values: dict[str, float], highest: float, question: Question
) -> PlaceTile:
    href = search_address(question.change(region=(tile.place,), match=asked().match))
    place = counts.get(tile.place)
    if place is None:
        return PlaceTile(tile, 0, None, None, href)
    value = values[tile.place]
    shade = max(1, math.ceil(SHADES * value / highest)) if value else 0
    return PlaceTile(tile, place.documents, place.per_1000, shade, href)


def _first_places(firsts: Firsts) -> tuple[str, ...]:
    return tuple(first.place for first in firsts.places if first.earliest)
