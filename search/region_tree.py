"""Places as a tree: loaded whole where it is small, else the provinces and what is inside the places that are open.

A place is open when it, or a place inside it, is chosen or excluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from search.answer import FacetValue
from search.counting import Json, bucket, count_of, most_first
from search.question import UNKNOWN, Question
from search.selections import own_query
from search.values import places_with_places

REGION = "region"
WHOLE_TREE = 200  # places; a larger tree is loaded level by level
LEVEL = 1000  # places of the open levels
MAX_PATTERN = 900  # characters; Elasticsearch takes 1,000
WHOLE, LEVELS, OWN = "whole", "levels", "own"  # names of aggregations

_SPECIAL = re.compile(r'[.?+*|{}\[\]()"\\#@&<>~^$-]')


@dataclass
class Places:
    """Places and their counts, and what is chosen and excluded among them."""

    question: Question
    counts: dict[str, int]
    excluded: dict[str, int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)
    whole: bool = True  # all places are there


def region_aggregations(question: Question) -> dict[str, Any]:
    """The aggregations of the places of a search, by name."""
    opened = opened_places(question)
    order = most_first(question)
    levels = bucket("terms", question, field=REGION, size=LEVEL, include=_levels(opened), order=order)
    made = {WHOLE: bucket("terms", question, field=REGION, size=WHOLE_TREE, order=order), LEVELS: levels}
    if opened:
        made[OWN] = bucket("filters", question, filters={path: own_query(path) for path in opened})
    return made


def read_places(counted: Json, question: Question) -> Places:
    """The places that the response lists."""
    whole = counted[WHOLE]["sum_other_doc_count"] == 0
    listed = counted[WHOLE if whole else LEVELS]["buckets"]
    own = counted.get(OWN, {"buckets": {}})["buckets"]
    return Places(
        question,
        counts={b["key"]: count_of(b, question) for b in listed},
        own={path: count_of(b, question) for path, b in own.items()},
        whole=whole,
    )


def region_tree(places: Places) -> tuple[FacetValue, ...]:
    """The tree. A place above one that was chosen or excluded is there even without documents."""
    counts = {path: count for path, count in places.counts.items() if path != UNKNOWN} | places.excluded
    inside: dict[str, list[str]] = {}
    for path in _with_places_above(counts):
        inside.setdefault(path.rpartition("/")[0], []).append(path)

    def branch(above: str) -> tuple[FacetValue, ...]:
        paths = sorted(inside.get(above, ()), key=lambda p: (-counts.get(p, 0), p))
        return tuple(place_value(p, counts.get(p, 0), places, branch(p)) for p in paths)

    return branch("")


def opened_places(question: Question) -> tuple[str, ...]:
    """The open places that can have places inside, each below those around it."""
    return tuple(sorted(path for path in named_places(question) if path in places_with_places()))


def named_places(question: Question) -> tuple[str, ...]:
    """The places that are chosen or excluded and those around them: their counts are wanted in any case."""
    named = (*question.region, *question.own, *question.not_region)
    return tuple(dict.fromkeys(above for path in named for above in _steps(path)))


def pattern_inside(path: str) -> str:
    """The pattern of the paths of the places directly inside a place; of the provinces for an empty path."""
    return escaped(path + "/") + "[^/]+" if path else "[^/]+"


def _levels(opened: Iterable[str]) -> str:
    pattern = pattern_inside("")
    for path in opened:
        longer = f"{pattern}|{pattern_inside(path)}"
        pattern = longer if len(longer) <= MAX_PATTERN else pattern
    return pattern


def escaped(text: str) -> str:
    """A text as a pattern of Elasticsearch that stands for itself."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def place_value(path: str, count: int, places: Places, inside: tuple[FacetValue, ...] = ()) -> FacetValue:
    """A place with those inside it."""
    question = places.question
    return FacetValue(
        value=path,
        count=count,
        selected=path in question.region,
        label=path.rpartition("/")[2],
        children=inside,
        excluded=path in question.not_region,
        own=places.own.get(path),
        own_selected=path in question.own,
        unopened=not places.whole and path in places_with_places() and path not in places.own,
    )


def _with_places_above(paths: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(above for path in paths for above in _steps(path)))


def _steps(path: str) -> list[str]:
    """A path and those of the places around it, from the outermost in."""
    steps = path.split("/")
    return ["/".join(steps[:n]) for n in range(1, len(steps) + 1)]
