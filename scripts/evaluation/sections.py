"""The sections by name, and running them over the labelled pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.evaluation import (
    copies,
    dates,
    encodings,
    industries,
    kinds,
    origin,
    places,
    ranking,
    refusal,
    repair,
    slogans,
    speed,
    text,
)
from scripts.evaluation.cases import REPO, SHARED
from scripts.evaluation.findings import Findings
from scripts.evaluation.judged import Pages

SECTIONS: dict[str, Callable[[Pages], Findings]] = {
    "text": text.evaluate,
    "refusal": refusal.evaluate,
    "encodings": encodings.evaluate,
    "repair": repair.evaluate,
    "dates": dates.evaluate,
    "places": places.evaluate,
    "industries": industries.evaluate,
    "slogans": slogans.evaluate,
    "kinds": kinds.evaluate,
    "origin": origin.evaluate,
    "copies": copies.evaluate,
    "ranking": ranking.evaluate,
    "speed": speed.evaluate,
}


@dataclass(frozen=True)
class Result:
    """What a section found on one set of pages."""

    section: str
    source: str
    split: str
    findings: Findings

    @property
    def set_name(self) -> str:
        """The set of pages as it is called in reports."""
        return f"{self.source}, {self.split.replace('_', ' ')}"


def run(sections: Iterable[str], splits: Iterable[str], shared: Path | None) -> list[Result]:
    """Run the named sections over both sources; the shared one only where `shared` is a folder."""
    names = list(sections)
    results = []
    for split in splits:
        for source in (REPO, SHARED) if shared else (REPO,):
            pages = Pages(source, split, shared)
            results += [Result(name, source, split, SECTIONS[name](pages)) for name in names]
    return results
