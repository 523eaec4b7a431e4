"""Facets as rows of links: each row is the same search with one value more or less."""

from __future__ import annotations

from dataclasses import dataclass

from search.answer import Answer, FacetValue
from search.question import UNKNOWN, Question
from search.years import LAST_YEAR, read_years
from webui.context import search_address
from webui.filters import place
from webui.words import FACETS

SHOWN = 8  # rows before "more"
SHOWN_YEARS = 12
LISTED = 40  # rows behind "more"; longer facets are reached with the query box
SMALL_TREE = 150  # regions; a larger tree opens along the chosen paths only


@dataclass(frozen=True)
class Row:
    """One value of a facet. `share` is its count in percent of the largest count."""

    value: str
    label: str
    count: int
    share: int
    selected: bool
    href: str
    children: tuple[Row, ...] = ()
    open: bool = False  # something inside is chosen


@dataclass(frozen=True)
class Group:
    """A facet: the rows shown, those behind "more", and how many are in neither."""

    name: str
    rows: tuple[Row, ...]
    more: tuple[Row, ...]
    beyond: int
    chosen: int


@dataclass(frozen=True)
class Chip:
    """A chosen value, and the search without it."""

    facet: str
    value: str
    label: str
    href: str


def groups(answer: Answer, question: Question) -> list[Group]:
    """The facets of an answer in the order of the page; a facet without values is left out."""
    made = (_group(name, answer.facets.get(name, ()), question) for name in FACETS)
    return [g for g in made if g.rows]


def chips(question: Question) -> list[Chip]:
    """The chosen values of every facet."""
    return [
        Chip(name, value, place(value), search_address(question.toggle(name, value)))
        for name in FACETS
        for value in getattr(question, name)
    ]


def toggle(question: Question, facet: str, value: str) -> Question:
    """The question with a value more or less.

    A place stands for all places inside it, so choosing one takes its ancestors and descendants out.
    """
    chosen = getattr(question, facet)
    if facet != "region" or value in chosen:
        return question.toggle(facet, value)
    kept = tuple(v for v in chosen if not value.startswith(v + "/") and not v.startswith(value + "/"))
    return question.change(region=(*kept, value))


def _group(name: str, values: tuple[FacetValue, ...], question: Question) -> Group:
    if name == "year":
        values = tuple(sorted(values, key=_newest_first))
    largest = max((v.count for v in values if v.value != UNKNOWN and not _is_range(v.value, name)), default=0)
    whole = _size(values) <= SMALL_TREE
    rows = [_row(name, v, question, largest, whole) for v in values]
    shown = SHOWN_YEARS if name == "year" else SHOWN
    first = rows[:shown] + [r for r in rows[shown:] if _always(r)]
    rest = [r for r in rows[shown:] if not _always(r)]
    chosen = len(getattr(question, name))
    return Group(name, tuple(first), tuple(rest[:LISTED]), max(0, len(rest) - LISTED), chosen)


def _row(facet: str, value: FacetValue, question: Question, largest: int, whole: bool) -> Row:
    chosen = getattr(question, facet)
    inside = any(c.startswith(value.value + "/") for c in chosen)
    selected = value.selected or value.value in chosen or (facet == "year" and _in_range(value.value, chosen))
    reveal = bool(value.children) and (whole or selected or inside)
    return Row(
        value=value.value,
        label=value.label or value.value,
        count=value.count,
        share=min(100, round(100 * value.count / largest)) if largest else 0,
        selected=selected,
        href=search_address(_next(question, facet, value.value, selected)),
        children=tuple(_row(facet, c, question, largest, whole) for c in value.children) if reveal else (),
        open=reveal and (selected or inside),
    )


def _next(question: Question, facet: str, value: str, selected: bool) -> Question:
    if facet == "year" and selected and value not in question.year:  # chosen by a range: the range goes
        return question.change(year=tuple(y for y in question.year if not _in_range(value, (y,))))
    return toggle(question, facet, value)


def _always(row: Row) -> bool:
    """Whether a row is never behind "more": what is chosen, and 未知, so that the counts can be added up."""
    return row.selected or row.open or row.value == UNKNOWN


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
