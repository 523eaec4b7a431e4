"""What is timed: every kind of question that the site answers, through the same code as the site."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from elasticsearch import Elasticsearch

from engine import Settings, articles_alias
from scripts.benchmark.queries import Queries, draw
from scripts.benchmark.timing import Timing, measure, rate
from search import ConcordanceView, Question, Searcher
from search.frozen import Frozen
from search.question import UNKNOWN

EXPORTS = ("jsonl", "csv", "xlsx")


@dataclass(frozen=True)
class Exported:
    """Rows of one file and the rows written a second."""

    name: str
    rows: int
    per_second: float


def time_searches(client: Elasticsearch, settings: Settings, rounds: int) -> tuple[list[Timing], list[Exported]]:
    """Time each kind of question, then the exports of everything."""
    searcher = Searcher(client, settings)
    with Frozen(client, articles_alias(settings)) as frozen:
        queries = draw(frozen)
    kinds = _kinds(searcher, queries)
    timings = [measure(name, client, calls, rounds) for name, calls in kinds.items()]
    return timings, [_export(searcher, name) for name in EXPORTS]


def _kinds(searcher: Searcher, queries: Queries) -> dict[str, list[Callable[[], object]]]:
    def searches(texts: list[str], **chosen: tuple[str, ...]) -> list[Callable[[], object]]:
        return [partial(searcher.search, Question(query=text, **chosen)) for text in texts]  # type: ignore[arg-type]

    region, year = _most_frequent(searcher)
    views = [ConcordanceView(Question(query=text)) for text in queries.phrases]
    return {
        "words, facets, highlights": searches(queries.words),
        "exact phrase": searches(queries.phrases),
        "question": searches(queries.questions),
        "words, two facets chosen": searches(queries.words, region=(region,), year=(year,)),
        f"exact phrase of the most frequent two characters ({queries.frequent})": searches([f'"{queries.frequent}"']),
        "everything, newest first": [partial(searcher.search, Question(sort="newest"))],
        "trend of one phrase": [partial(searcher.trends, Question(query=text)) for text in queries.phrases],
        "suggestions": [partial(searcher.suggest, text[:3]) for text in queries.words],
        "concordance page": [partial(searcher.concordance, view) for view in views],
    }


def _most_frequent(searcher: Searcher) -> tuple[str, str]:
    facets = searcher.search(Question()).facets
    known = {name: [v for v in facets[name] if v.value != UNKNOWN] for name in ("region", "year")}
    return known["region"][0].value, max(known["year"], key=lambda v: v.count).value


def _export(searcher: Searcher, file_format: str) -> Exported:
    start = time.perf_counter()
    export = searcher.export(Question(), file_format, with_body=False)
    for _ in export:
        pass
    return Exported(file_format, export.about.documents, rate(export.about.documents, time.perf_counter() - start))
