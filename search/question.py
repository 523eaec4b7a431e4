"""A question: what a search page's address asks for, as a value. One canonical order, so one search has one link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from engine.errors import UserError
from search.dates import in_order, read_date
from search.values import region_paths
from search.years import read_years

UNKNOWN = "未知"  # the facet value for documents in which a fact was not found
SORTS = ("relevance", "newest", "oldest", "added")  # added: the latest to come into the collection first
# auto: every word first, most of them next; all: every word; phrase: every word literally.
MATCHES = ("auto", "all", "phrase")
EACH, ONCE = "each", "once"
COPIES = (EACH, ONCE)  # whether figures count each document, or documents with the same text once
FACETS = ("region", "year", "sector", "industry", "slogan", "park", "kind", "outlet", "site")
EXCLUSIONS = {name: f"not_{name}" for name in FACETS}  # the parameter that excludes values of a facet
PAGE_SIZES = (10, 20, 50, 100)
DEFAULT_SIZE = 20
MAX_SIZE = PAGE_SIZES[-1]
MAX_QUERY = 2000  # characters
MAX_DIGITS = 9  # of a page number; more is beyond every window
MOMENT_LENGTH = 35  # characters: with microseconds and a time zone; Python ignores further digits
MOMENT = "%Y-%m-%dT%H:%M:%SZ"  # of the parameter added
SHOWN = 30  # characters of a wrong value that an error message repeats
NO = "0"
MAX_WINDOW = 10_000  # Elasticsearch's from + size; deeper is for exports


@dataclass(frozen=True)
class Question:
    """Query text, chosen and excluded facet values, dates, order and page (from 1).

    Values of one facet are alternatives; `own` are further values of `region`: a place without the places inside it.
    """

    query: str = ""
    region: tuple[str, ...] = ()
    year: tuple[str, ...] = ()  # 2023, 2020-2023, or 未知
    sector: tuple[str, ...] = ()  # upper level of industry
    industry: tuple[str, ...] = ()
    slogan: tuple[str, ...] = ()
    park: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    not_region: tuple[str, ...] = ()
    not_year: tuple[str, ...] = ()
    not_sector: tuple[str, ...] = ()
    not_industry: tuple[str, ...] = ()
    not_slogan: tuple[str, ...] = ()
    not_park: tuple[str, ...] = ()
    not_kind: tuple[str, ...] = ()
    not_outlet: tuple[str, ...] = ()
    not_site: tuple[str, ...] = ()
    date_from: str = ""  # 2023, 2023-09 or 2023-09-05, that year, month or day included; `from` in an address
    date_to: str = ""  # the same; `to` in an address
    added: str = ""  # only documents that came into the collection after this moment: 2026-11-22T10:30:00Z
    without: tuple[str, ...] = ()  # wordings of a slogan that do not count
    match: str = "auto"
    sort: str = "relevance"
    copies: str = EACH
    page: int = 1
    size: int = DEFAULT_SIZE
    expand: bool = True  # whether the other wordings of a slogan count as its name does

    @classmethod
    def from_params(cls, params: Iterable[tuple[str, str]]) -> Question:
        """Read the pairs of a query string. Raises UserError for a value that has no sensible reading.

        Unknown names are left alone; page and size outside their range are brought into it.
        """
        given: dict[str, list[str]] = {}
        for name, value in params:
            if value := value.strip():
                given.setdefault(name, []).append(value)
        last = {name: values[-1] for name, values in given.items()}
        chosen = {name: _chosen(_read_facet(name, v) for v in given.get(name, ())) for name in FACETS}
        excluded = {
            parameter: _chosen(_read_facet(name, v) for v in given.get(parameter, ()))
            for name, parameter in EXCLUSIONS.items()
        }
        first, last_date = in_order(_read_date("from", last.get("from")), _read_date("to", last.get("to")))
        size = _number(last.get("size"), DEFAULT_SIZE, MAX_SIZE)
        return cls(
            query=last.get("q", ""),
            **chosen,
            **excluded,
            own=_chosen(_read_facet("region", v) for v in given.get("own", ())),
            date_from=first,
            date_to=last_date,
            added=_read_moment(last.get("added")),
            without=_chosen(given.get("without", ())),
            match=_one_of("match", last.get("match"), MATCHES),
            sort=_one_of("sort", last.get("sort"), SORTS),
            copies=_one_of("copies", last.get("copies"), COPIES),
            page=_number(last.get("page"), 1, MAX_WINDOW // size),
            size=size,
            expand=last.get("expand") != NO,
        )

    def to_params(self) -> list[tuple[str, str]]:
        """The pairs in canonical order, defaults left out."""
        pairs = [("q", self.query.strip())]
        pairs += [(name, value) for name in SELECTIONS for value in _chosen(getattr(self, name))]
        pairs += [("from", self.date_from), ("to", self.date_to), ("added", self.added)]
        pairs += [("without", wording) for wording in _chosen(self.without)]
        pairs += [(name, str(getattr(self, name))) for name in DEFAULTS if getattr(self, name) != DEFAULTS[name]]
        pairs += [] if self.expand else [("expand", NO)]
        return [(name, value) for name, value in pairs if value]

    def to_query_string(self) -> str:
        """The canonical query string."""
        return urlencode(self.to_params())

    def change(self, **fields: object) -> Question:
        """A copy with some fields changed; back on page 1 unless `page` is given."""
        return replace(self, **{"page": 1, **fields})  # type: ignore[arg-type]

    def toggle(self, facet: str, value: str) -> Question:
        """A copy with one value of a selection (of SELECTIONS) added, or removed when it was there.

        What is chosen is no longer excluded, and what is excluded no longer chosen.
        """
        opposite = EXCLUSIONS.get(facet) or facet.removeprefix("not_")
        chosen = getattr(self, facet)
        fields = {facet: _without(chosen, value) if value in chosen else (*chosen, value)}
        if opposite != facet and value in getattr(self, opposite):
            fields[opposite] = _without(getattr(self, opposite), value)
        return self.change(**fields)

    def unlimited(self) -> Question:
        """A copy without any selection: the query alone."""
        return self.change(**dict.fromkeys(SELECTIONS, ()), date_from="", date_to="", added="")


SELECTIONS = (*FACETS, "own", *EXCLUSIONS.values())  # the parameters that hold values of facets, in canonical order


DEFAULTS: dict[str, object] = {"match": MATCHES[0], "sort": SORTS[0], "copies": EACH, "page": 1, "size": DEFAULT_SIZE}


def _chosen(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(v for v in values if v != value)


def _read_facet(name: str, value: str) -> str:
    if name == "region":
        paths = region_paths(value)
        return paths[0] if len(paths) == 1 else value
    if name != "year" or value == UNKNOWN:
        return value
    years = read_years(value)
    if years is None:
        raise UserError("年份“%(value)s”看不懂：请写四位数字的一年（2023）或一段（2020-2023）。", value=_short(value))
    return str(years)


def _read_date(name: str, value: str | None) -> str:
    if value is None:
        return ""
    date = read_date(value)
    if date is None:
        raise UserError(
            "参数 %(name)s 的日期“%(value)s”看不懂：请写 2023、2023-09 或 2023-09-05。", name=name, value=_short(value)
        )
    return str(date)


def _read_moment(value: str | None) -> str:
    if value is None:
        return ""
    try:
        moment = dt.datetime.fromisoformat(value[:MOMENT_LENGTH])
        return moment.astimezone(dt.UTC).strftime(MOMENT)
    except (ValueError, OverflowError):
        raise UserError(
            "参数 added 的时刻“%(value)s”看不懂：请写 2026-11-22T10:30:00Z。", value=_short(value)
        ) from None


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str:
    if value is None:
        return allowed[0]
    if value not in allowed:
        raise UserError(
            "参数 %(name)s 的值“%(value)s”不认识：可以是 %(choices)s。", name=name, value=_short(value), choices=allowed
        )
    return value


def _number(value: str | None, default: int, highest: int) -> int:
    """A number from 1 to `highest`; what is no number is the default."""
    digits = (value or "").removeprefix("-")
    if value is None or not digits.isdecimal():
        return default
    number = int(value) if len(digits) <= MAX_DIGITS else (highest if digits == value else 1)
    return min(max(number, 1), highest)


def _short(value: str) -> str:
    return value if len(value) <= SHOWN else value[:SHOWN] + "…"


__all__ = [
    "COPIES",
    "EXCLUSIONS",
    "FACETS",
    "MATCHES",
    "PAGE_SIZES",
    "SELECTIONS",
    "SORTS",
    "UNKNOWN",
    "Question",
    "UserError",
]
