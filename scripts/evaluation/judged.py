"""One set of labelled pages with what the indexer makes of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from indexer import Skipped, process
from scripts.evaluation.cases import HELD_OUT, REPO, Case, corpus_texts, golden_cases, labelled_cases


@dataclass(frozen=True)
class Judged:
    """A labelled page and its result; `have` holds the fields of its document, none when it was skipped."""

    name: str
    want: dict[str, Any]
    have: dict[str, Any]
    reason: str | None


class Pages:
    """The labelled pages of one source (repo, shared) and one half (tuned, held_out), judged when first asked for."""

    def __init__(self, source: str, split: str, shared: Path | None) -> None:
        self.source, self.split, self.shared = source, split, shared

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The labelled pages."""
        if self.source == REPO:
            return tuple(golden_cases(self.split))
        return tuple(labelled_cases(self.shared, self.split)) if self.shared else ()

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The labelled pages with their results."""
        today = dt.date.today()
        return tuple(_judged(case, today) for case in self.cases)

    def articles(self) -> Iterator[Judged]:
        """Those that a reader takes for an article, whatever the indexer thinks."""
        return (page for page in self.judged if "skipped" not in page.want)

    def pairs(self, field: str) -> list[tuple[Judged, Any, Any]]:
        """Page, wanted and found value of a field, for the articles where a reader looked for it."""
        return [(page, page.want[field], page.have.get(field)) for page in self.articles() if field in page.want]

    def clean_texts(self, every: int, least: int) -> Iterator[tuple[str, str]]:
        """Names and texts known to be clean: what readers wrote down, or one in `every` texts of the shared corpus.

        The halves take different ones of the latter, of at least `least` characters.
        """
        if self.source == REPO:
            yield from ((case.name, case.want["body"]) for case in self.cases if case.want.get("body"))
        elif self.shared:
            texts = corpus_texts(self.shared, every, every // 2 if self.split == HELD_OUT else 0, least)
            yield from ((f"policy text {number}", text) for number, text in enumerate(texts, 1))


def _judged(case: Case, today: dt.date) -> Judged:
    result = case.page if isinstance(case.page, Skipped) else process(case.page, today)
    if isinstance(result, Skipped):
        return Judged(case.name, case.want, {}, result.reason)
    return Judged(case.name, case.want, result.as_json(), None)
