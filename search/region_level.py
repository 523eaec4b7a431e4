"""One level of the tree of places: a place with those directly inside it."""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl.query import Q

from engine import UserError
from search.answer import FacetValue
from search.counting import bucket, count_of, most_first
from search.facets import LISTED, in_scope, read_counts, read_excluded
from search.figures import Figures
from search.question import UNKNOWN, Question
from search.region_tree import LEVEL, REGION, Places, pattern_inside, place_value
from search.selections import own_query

HERE, OWN = "here", "own"  # names of aggregations
LONGEST_PATH = 100  # characters; the longest one there is has 30
SHOWN = 30  # characters of a wrong path that an error message repeats


def read_level(figures: Figures, question: Question, path: str = "") -> FacetValue:
    """A place, its own documents, and the places directly inside it, counted as in the answer to the question.

    Without a path: all places together, and the provinces. Raises QueryError; UserError, also for what is no path.
    """
    if len(path) > LONGEST_PATH:
        raise UserError("“%(path)s…”不是地区的路径：请写 甘肃省/平凉市 这样的路径。", path=path[:SHOWN])
    found = figures.count(question.unlimited(), in_scope(question, REGION, _inside(question, path))).aggregations
    if not found:
        return FacetValue(path, 0, label=path.rpartition("/")[2])
    taken_out = read_excluded(found, REGION, question)
    counts = read_counts(found[REGION][LISTED], question)
    counts |= {place: n for place, n in taken_out.items() if place and place.rpartition("/")[0] == path}
    counts.pop(UNKNOWN, None)
    count = taken_out.get(path, count_of(found[REGION][HERE], question))
    own = {path: count_of(found[REGION][OWN], question)} if path else {}
    places = Places(question, counts, own=own, whole=False)
    children = (place_value(p, counts[p], places) for p in sorted(counts, key=lambda p: (-counts[p], p)))
    return place_value(path, count, places, tuple(children))


def _inside(question: Question, path: str) -> dict[str, Any]:
    options = {"field": REGION, "size": LEVEL, "include": pattern_inside(path), "order": most_first(question)}
    here = Q("term", region=path) if path else Q("exists", field=REGION)
    return {
        LISTED: bucket("terms", question, **options),
        HERE: bucket("filter", question, filter=here),
        OWN: bucket("filter", question, filter=own_query(path)),
    }
