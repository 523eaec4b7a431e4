"""What is in the collection, with its gaps, and what the last runs of the indexer did."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, current_app, render_template

import lexicon
from engine import Settings, last_runs
from mappings import contract_version
from search import Question
from search.corpus import Corpus, PlaceYears
from search.question import UNKNOWN
from webui.context import search_address, searcher
from webui.parts import part

blueprint = Blueprint("corpus", __name__)

SETTINGS = "parknews.settings"
RUNS = 5
SHADES = 5  # of a cell of the table, the last for the fullest one
YEARS_SHOWN = 25  # columns of the table; earlier ones are summed up in the list above it


@dataclass(frozen=True)
class Cell:
    """Documents of a province in a year. `shade` is 0 for none and goes up to SHADES."""

    year: int
    count: int
    shade: int
    href: str


@dataclass(frozen=True)
class PlaceRow:
    """A province: its documents by year, those without a year, and all of them."""

    place: str
    cells: tuple[Cell, ...]
    undated: int
    count: int
    href: str


@blueprint.get("/corpus")
def overview() -> str:
    """The figures, the runs, the versions."""
    settings: Settings = current_app.extensions[SETTINGS]
    corpus, state = searcher().corpus(), part("state", searcher().state, None)
    if not corpus.documents:
        return render_template("first_run.html")
    years = [year for year, _ in corpus.years][: -YEARS_SHOWN - 1 : -1]  # the latest first: the table may be cut off
    return render_template(
        "corpus.html",
        corpus=corpus,
        state=state,
        versions=_versions(),
        most=max((count for _, count in corpus.years), default=0),
        undated=corpus.documents - sum(count for _, count in corpus.years),
        years=years,
        rows=_rows(corpus, years),
        known={counted.value: counted.count for counted in corpus.known},
        runs=last_runs(settings, RUNS),
        shades=SHADES,
        unknown=UNKNOWN,
    )


def _rows(corpus: Corpus, years: list[int]) -> list[PlaceRow]:
    fullest = max((count for place in corpus.places for count in place.years.values()), default=0)
    return [_row(place, years, fullest) for place in corpus.places]


def _row(place: PlaceYears, years: list[int], fullest: int) -> PlaceRow:
    question = Question(region=(place.place,))
    cells = tuple(_cell(question, year, place.years, fullest) for year in years)
    undated = place.count - sum(place.years.values())
    return PlaceRow(place.place, cells, undated, place.count, search_address(question))


def _cell(question: Question, year: int, counts: Mapping[int, int], fullest: int) -> Cell:
    count = counts.get(year, 0)
    # By the logarithm: one large year must not make all others look empty.
    shade = max(1, round(SHADES * math.log1p(count) / math.log1p(fullest))) if count else 0
    return Cell(year, count, shade, search_address(question.change(year=(str(year),))))


def _versions() -> dict[str, Any]:
    return {
        "contract": contract_version(),
        "regions": len(lexicon.regions()),
        "parks": len(lexicon.parks()),
        "slogans": len(lexicon.slogans()),
        "industries": len(lexicon.industries()),
        "words": len(lexicon.words()),
    }
