"""All values of one facet, page by page, or those that contain some characters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from engine import UserError
from mappings import fold, folded_forms
from search.answer import FacetValue
from search.counting import bucket, count_of, most_first
from search.facets import CHOSEN, LISTED, MISSING, each, facet_value, in_scope, read_counts, read_excluded
from search.figures import Figures
from search.question import EXCLUSIONS, FACETS, UNKNOWN, Question
from search.region_tree import REGION, escaped
from search.values import sectors

MOST_VALUES = 10_000  # of a facet that are read
MOST_CHARACTERS = 60  # that a value may be asked to contain
SIZE, MOST_SHOWN = 50, 500  # values of a page


@dataclass(frozen=True)
class FacetPage:
    """A page of the values of a facet, those with most documents first; 未知 is the last one of all.

    Chosen and excluded values stand there though they have no documents.
    """

    facet: str
    contains: str
    values: tuple[FacetValue, ...]
    total: int  # values with documents that contain the characters, 未知 included
    complete: bool  # `total` is all of them; else there are more, all rarer
    page: int
    pages: int


def read_facet_page(
    figures: Figures, question: Question, facet: str, contains: str = "", page: int = 1, size: int = SIZE
) -> FacetPage:
    """The values of a facet that contain some characters, counted as in the answer to the question.

    Upper and lower case, simplified and traditional characters are the same. Of a place its own name is looked at, or,
    for characters with a slash, its path. A page beyond the last becomes the last. Raises UserError for an unknown
    facet or too many characters; QueryError.
    """
    contains = contains.strip()
    if facet not in FACETS:
        raise UserError("没有“%(facet)s”这一项筛选：可以是 %(choices)s。", facet=facet[:20], choices=tuple(FACETS))
    if len(contains) > MOST_CHARACTERS:
        raise UserError("要找的字有 %(n)s 个，最多 %(most)s 个。", n=len(contains), most=MOST_CHARACTERS)
    counts, complete = _counts(figures, question, facet, contains)
    size = min(max(size, 1), MOST_SHOWN)
    pages = max(1, -(-len(counts) // size))
    number = min(max(page, 1), pages)
    shown = list(counts.items())[(number - 1) * size : number * size]
    values = tuple(_value(question, facet, value, n) for value, n in shown)
    return FacetPage(facet, contains, values, len(counts), complete, number, pages)


def _counts(figures: Figures, question: Question, facet: str, contains: str) -> tuple[dict[str, int], bool]:
    """The counts of the values that contain the characters, the highest first; and whether these are all."""
    chosen, excluded = getattr(question, facet), getattr(question, EXCLUSIONS[facet])
    inside = {LISTED: _values(question, facet, contains)} | ({CHOSEN: each(question, facet, chosen)} if chosen else {})
    found = figures.count(question.unlimited(), in_scope(question, facet, inside)).aggregations
    if not found:
        return {}, True
    unknown = {UNKNOWN: count_of(found[facet][MISSING], question)}
    counts = unknown | read_counts(found[facet].get(CHOSEN), question)
    counts |= read_counts(found[facet][LISTED], question) | read_excluded(found, facet, question)
    kept = {v: n for v, n in counts.items() if (n or v in chosen or v in excluded) and _contains(facet, v, contains)}
    ordered = sorted(kept, key=lambda v: (v == UNKNOWN, -kept[v], v))
    return {v: kept[v] for v in ordered}, not found[facet][LISTED].get("sum_other_doc_count", 0)


def _values(question: Question, facet: str, contains: str) -> Any:
    if facet == "sector":
        return each(question, facet, sectors())
    options = {"field": facet, "size": MOST_VALUES, "order": most_first(question)}
    if contains and facet != "year":  # patterns are for words only
        options["include"] = _pattern(facet, contains)
    return bucket("terms", question, **options)


def _pattern(facet: str, contains: str) -> str:
    forms = "|".join("".join(map(_any_case, form)) for form in dict.fromkeys((contains, *folded_forms(contains))))
    return f"(.*/)?[^/]*({forms})[^/]*" if facet == REGION and "/" not in contains else f".*({forms}).*"


def _any_case(character: str) -> str:
    cases = dict.fromkeys((character.lower(), character.upper()))
    return escaped(character) if len(cases) == 1 else f"({'|'.join(map(escaped, cases))})"


def _contains(facet: str, value: str, contains: str) -> bool:
    """The same for values that no pattern chose; all of it is looked at in a way that agrees with the pattern."""
    name = value.rpartition("/")[2] if facet == REGION and "/" not in contains else value
    return fold(contains).lower() in fold(name).lower() or contains.lower() in name.lower()


def _value(question: Question, facet: str, value: str, count: int) -> FacetValue:
    label = value.rpartition("/")[2] if facet == REGION else value
    return replace(
        facet_value(facet, value, count, question),
        label=label,
        own_selected=facet == REGION and value in question.own,
    )
