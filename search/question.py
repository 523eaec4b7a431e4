"""A question: what a search page's address asks for, as a value. One canonical order, so one search has one link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from engine.errors import UserError
from search.values import region_paths
from search.years import read_years

UNKNOWN = "未知"  # the facet value for documents in which a fact was not found
SORTS = ("relevance", "newest", "oldest")
MATCHES = ("auto", "all")  # auto: every word first, most of them next; all: every word
FACETS = ("region", "year", "industry", "slogan", "park", "kind")
PAGE_SIZES = (10, 20, 50, 100)
DEFAULT_SIZE = 20
MAX_SIZE = PAGE_SIZES[-1]
MAX_QUERY = 2000  # characters
MAX_DIGITS = 9  # of a page number; more is beyond every window
SHOWN = 30  # characters of a wrong value that an error message repeats
NO = "0"
MAX_WINDOW = 10_000  # Elasticsearch's from + size; deeper is for exports


@dataclass(frozen=True)
class Question:
    """Query text, chosen facet values, order and page (from 1)."""

    query: str = ""
    region: tuple[str, ...] = ()
    year: tuple[str, ...] = ()  # 2023, 2020-2023, or 未知
    industry: tuple[str, ...] = ()
    slogan: tuple[str, ...] = ()
    park: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # wordings of a slogan that do not count
    match: str = "auto"
    sort: str = "relevance"
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
        facets = {name: _chosen(_read_facet(name, v) for v in given.get(name, ())) for name in FACETS}
        size = _number(last.get("size"), DEFAULT_SIZE, MAX_SIZE)
        return cls(
            query=last.get("q", ""),
            **facets,
            without=_chosen(given.get("without", ())),
            match=_one_of("match", last.get("match"), MATCHES),
            sort=_one_of("sort", last.get("sort"), SORTS),
            page=_number(last.get("page"), 1, MAX_WINDOW // size),
            size=size,
            expand=last.get("expand") != NO,
        )

    def to_params(self) -> list[tuple[str, str]]:
        """The pairs in canonical order, defaults left out."""
        pairs = [("q", self.query.strip())]
        pairs += [(name, value) for name in FACETS for value in _chosen(getattr(self, name))]
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
        """A copy with one facet value added, or removed when it was chosen."""
        chosen = getattr(self, facet)
        kept = tuple(v for v in chosen if v != value)
        return self.change(**{facet: kept if value in chosen else (*chosen, value)})


DEFAULTS: dict[str, object] = {"match": MATCHES[0], "sort": SORTS[0], "page": 1, "size": DEFAULT_SIZE}


def _chosen(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _read_facet(name: str, value: str) -> str:
    if name == "region":
        paths = region_paths(value)
        return paths[0] if len(paths) == 1 else value
    if name != "year" or value == UNKNOWN:
        return value
    years = read_years(value)
    if years is None:
        raise UserError(f"年份“{_short(value)}”看不懂：请写四位数字的一年（2023）或一段（2020-2023）。")
    return str(years)


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str:
    if value is None:
        return allowed[0]
    if value not in allowed:
        raise UserError(f"参数 {name} 的值“{_short(value)}”不认识：可以是 {'、'.join(allowed)}。")
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


__all__ = ["FACETS", "MATCHES", "PAGE_SIZES", "SORTS", "UNKNOWN", "Question", "UserError"]
