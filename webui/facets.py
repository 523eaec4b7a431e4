"""Facets as rows of links: each row is the same search with one value more or less, or with it left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search.answer import Answer, FacetValue, YearCount
from search.question import EXCLUSIONS, UNKNOWN, Question
from search.values import industries_of
from search.years import LAST_YEAR, read_years
from webui.context import search_address, state_address
from webui.words import FACETS

SHOWN = 8  # rows before "more"
LISTED = 24  # rows behind "more"; longer facets have a page of their own
SMALL_TREE = 60  # regions; a larger tree opens along the chosen paths only
SEARCHABLE = ("region", "slogan", "park", "outlet", "site")  # facets that may be long


@dataclass(frozen=True)
class Row:
    """One value of a facet. `share` is its count in percent of the largest count."""

    facet: str
    value: str
    label: str
    count: int
    share: int
    selected: bool
    href: str
    exclude: str = ""  # the search without the documents that have it; of an excluded value, with them again
    excluded: bool = False
    children: tuple[Row, ...] = ()
    open: bool = False  # something inside is chosen
    inside: str = ""  # where the places inside are listed, when they are not here


@dataclass(frozen=True)
class Group:
    """A facet: the rows shown, those behind "more", and where all values are listed ("" when they are all here)."""

    name: str
    rows: tuple[Row, ...]
    more: tuple[Row, ...]
    all: str
    chosen: int
    further: int = 0  # values that are in neither; approximate where `about`
    about: bool = False


@dataclass(frozen=True)
class Column:
    """A year of the histogram: `height` in percent of the fullest one; `empty`: nothing was collected."""

    year: int
    count: int
    height: float
    empty: bool
    selected: bool
    href: str


def groups(answer: Answer, question: Question) -> list[Group]:
    """The facets of an answer in the order of the page; a facet without values is left out."""
    made = (_group(name, answer, question) for name in FACETS if name != "sector")
    return [group for group in made if group.rows]


def columns(years: tuple[YearCount, ...], question: Question) -> list[Column]:
    """The histogram of the years, those without documents too."""
    most = max((year.documents for year in years), default=0)
    return [
        Column(
            year=y.year,
            count=y.documents,
            height=round(100 * y.documents / most, 1) if most else 0.0,
            empty=not y.base,
            selected=_in_range(str(y.year), question.year),
            href=search_address(_next(question, "year", str(y.year), _in_range(str(y.year), question.year))),
        )
        for y in years
    ]


def toggle(question: Question, facet: str, value: str) -> Question:
    """The question with a value more or less.

    A place stands for all places inside it, so choosing one takes its ancestors and descendants out.
    """
    chosen = getattr(question, facet)
    if facet != "region" or value in chosen:
        return question.toggle(facet, value)
    kept = tuple(v for v in chosen if not value.startswith(v + "/") and not v.startswith(value + "/"))
    return replace(question, region=kept).toggle("region", value)


def rows_of(facet: str, values: tuple[FacetValue, ...], question: Question) -> tuple[Row, ...]:
    """Values as rows, without what is inside them."""
    largest = _largest(facet, values)
    return tuple(_row(facet, replace(v, children=()), question, largest, False) for v in values)


def values_address(facet: str, question: Question, **more: str) -> str:
    """The page on which all values of a facet are listed."""
    return state_address("values.page", question, [("facet", facet), *more.items()])


def _group(name: str, answer: Answer, question: Question) -> Group:
    values = answer.facets.get(name, ())
    if name == "industry":
        return _industries(answer, question)
    if name == "year":
        values = tuple(sorted(values, key=_newest_first))
    largest = _largest(name, values)
    rows = [_row(name, v, question, largest, _size(values) <= SMALL_TREE) for v in values]
    return _split(name, rows, answer, question)


def _industries(answer: Answer, question: Question) -> Group:
    """The two levels of industries as one tree."""
    found = {v.value: v for v in answer.facets.get("industry", ())}
    sectors = answer.facets.get("sector", ())
    largest = _largest("sector", sectors)
    rows = []
    for sector in sectors:
        row = _row("sector", sector, question, largest, False)
        inside = [found[name] for name in industries_of(sector.value) if name in found]
        children = tuple(_row("industry", v, question, largest, False) for v in sorted(inside, key=lambda v: -v.count))
        rows.append(replace(row, children=children, open=any(_always(child) for child in children)))
    return _split("industry", rows, answer, question, also=("sector",))


def _split(name: str, rows: list[Row], answer: Answer, question: Question, also: tuple[str, ...] = ()) -> Group:
    first = rows[:SHOWN] + [r for r in rows[SHOWN:] if _always(r)]
    rest = [r for r in rows[SHOWN:] if not _always(r)]
    known = answer.lists.get(name)
    further = max(0, len(rest) - LISTED) + (known.further if known else 0)
    names = (name, *also)
    chosen = sum(len(getattr(question, n)) + len(getattr(question, EXCLUSIONS[n])) for n in names)
    chosen += len(question.own) if name == "region" else 0
    everything = values_address(name, question) if name in SEARCHABLE and (further or len(rest) > SHOWN) else ""
    about = bool(known and known.approximate)
    return Group(name, tuple(first), tuple(rest[:LISTED]), everything, chosen, further, about)


def _row(facet: str, value: FacetValue, question: Question, largest: int, whole: bool) -> Row:
    chosen = getattr(question, facet)
    inside = facet == "region" and any(c.startswith(value.value + "/") for c in (*chosen, *question.own))
    selected = value.selected or value.value in chosen or (facet == "year" and _in_range(value.value, chosen))
    reveal = bool(value.children) and (whole or selected or inside)
    children = tuple(_row(facet, c, question, largest, whole) for c in value.children) if reveal else ()
    if value.own is not None and (value.own or value.own_selected) and (children or value.own_selected):
        children = (_own(value, question, largest), *children)
    lists_inside = value.unopened or (value.children and not reveal)
    return Row(
        facet=facet,
        value=value.value,
        label=value.label or value.value,
        count=value.count,
        share=min(100, round(100 * value.count / largest)) if largest else 0,
        selected=selected,
        href=search_address(_next(question, facet, value.value, selected)),
        exclude=search_address(question.toggle(EXCLUSIONS[facet], value.value)),
        excluded=value.excluded,
        children=children,
        open=bool(children) and (selected or inside or value.own_selected),
        inside=values_address("region", question, inside=value.value) if facet == "region" and lists_inside else "",
    )


def _own(value: FacetValue, question: Question, largest: int) -> Row:
    """The documents about a place itself and no place inside it."""
    count = value.own or 0
    href = search_address(question.toggle("own", value.value))
    share = min(100, round(100 * count / largest)) if largest else 0
    return Row("own", value.value, "", count, share, value.own_selected, href)


def _next(question: Question, facet: str, value: str, selected: bool) -> Question:
    if facet == "year" and selected and value not in question.year:  # chosen by a range: the range goes
        return question.change(year=tuple(y for y in question.year if not _in_range(value, (y,))))
    return toggle(question, facet, value)


def _always(row: Row) -> bool:
    """Whether a row is never behind "more": what is chosen, and 未知, so that the counts can be added up."""
    return row.selected or row.excluded or row.open or row.value == UNKNOWN


def _largest(name: str, values: tuple[FacetValue, ...]) -> int:
    return max((v.count for v in values if v.value != UNKNOWN and not _is_range(v.value, name)), default=0)


def _is_range(value: str, facet: str) -> bool:
    """Whether a value of the year facet is a range of years."""
    return facet == "year" and not value.isdigit() and value != UNKNOWN


def _in_range(value: str, chosen: tuple[str, ...]) -> bool:
    if not value.isdigit():
        return False
    ranges = [years for c in chosen if (years := read_years(c))]
    return any((y.low or 0) <= int(value) <= (y.high or LAST_YEAR) for y in ranges)


def _newest_first(value: FacetValue) -> tuple[bool, int]:
    """Chosen ranges first, then the years from the newest down, then the documents without one."""
    return (value.value == UNKNOWN, -int(value.value) if value.value.isdigit() else -LAST_YEAR)


def _size(values: tuple[FacetValue, ...]) -> int:
    return sum(1 + _size(v.children) for v in values)
