"""What has changed in the lexicon since a search was saved: names that are called otherwise now, wordings that came."""

from __future__ import annotations

from dataclasses import dataclass

import lexicon
from search.answer import SavedLink
from search.links import question_of, wordings_now
from search.question import UNKNOWN, Question
from search.values import region_paths

NATIONAL = "全国"


@dataclass(frozen=True)
class Renamed:
    """A chosen value that no name of the lexicon is any more; `now` is what it is called today, None when unknown."""

    facet: str
    value: str
    now: str | None


@dataclass(frozen=True)
class Changes:
    """What a link finds differently from when it was saved.

    `mended` is its search with today's names; `as_saved` leaves the new wordings out. None where nothing is to be done.
    """

    renamed: tuple[Renamed, ...]
    new_wordings: tuple[str, ...]
    mended: Question | None
    as_saved: Question | None


def changes(link: SavedLink) -> Changes:
    """Compare a link with today's lexicon. Raises UserError where its search can no longer be read."""
    question = question_of(link)
    renamed = tuple(r for facet in _NAMES for value in getattr(question, facet) if (r := _renamed(facet, value)))
    known = {facet: {r.value: r.now for r in renamed if r.facet == facet and r.now} for facet in _NAMES}
    mended = question.change(**{f: tuple(known[f].get(v, v) for v in getattr(question, f)) for f in _NAMES if known[f]})
    # A link of an earlier version of this program did not note its wordings.
    new = tuple(w for w in wordings_now(question) if w not in link.wordings) if link.wordings else ()
    return Changes(
        renamed,
        new,
        mended if any(known.values()) else None,
        question.change(without=(*question.without, *new)) if new else None,
    )


def _renamed(facet: str, value: str) -> Renamed | None:
    if value == UNKNOWN or value in _NAMES[facet]():
        return None
    now = _NOW[facet](value)
    return Renamed(facet, value, now)


def _slogan_now(value: str) -> str | None:
    return next((s.name for s in lexicon.slogans() if value in s.variants), None)


def _region_now(value: str) -> str | None:
    """The place that bears the last step of the path as a former name, or stands below another one now."""
    paths = region_paths(value.rpartition("/")[2])
    return paths[0] if len(paths) == 1 else None


_NAMES = {
    "slogan": lambda: {slogan.name for slogan in lexicon.slogans()},
    "region": lambda: {NATIONAL, *(region.path for region in lexicon.regions())},
    "industry": lambda: {industry.name for industry in lexicon.industries()},
}
_NOW = {"slogan": _slogan_now, "region": _region_now, "industry": lambda value: None}
