"""The section of the report: three sets of questions, our ranking beside plain ones over the same documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from elasticsearch import Elasticsearch

from engine import EngineUnavailable, Settings
from scripts.evaluation.cases import SHARED, TUNED
from scripts.evaluation.findings import Findings, Listing, Metric
from scripts.evaluation.judged import Pages
from scripts.evaluation.ranking.asked import CONTROL, SETS, Asked, read_asked, read_control
from scripts.evaluation.ranking.collection import control_collection, elasticsearch, groups, policy_collection
from scripts.evaluation.ranking.measures import MEASURES, Ranked, difference, judge, mean
from scripts.evaluation.ranking.rankers import OURS, rankers

BY = "MRR@10"  # the measure that is compared
COLUMNS = ("ranked by", *MEASURES, f"{BY}: ours is better by (95 % between)")
NOT_HERE = "the documents are in the shared corpora"


def evaluate(pages: Pages) -> Findings:
    """Questions about the shared corpora, the tuned half with the control's; a note where there is no Elasticsearch."""
    if pages.source != SHARED or pages.shared is None:
        return Findings({}, note=NOT_HERE)
    try:
        return _evaluate(pages.shared / "corpora", pages.split)
    except EngineUnavailable as error:
        return Findings({}, note=error.message)


def _evaluate(corpora: Path, split: str) -> Findings:
    with elasticsearch() as (client, settings):
        policy = policy_collection(client, settings, corpora)
        found = [_ask(name, read_asked(name, split, corpora), client, policy) for name in SETS]
        if split == TUNED:
            found.append(_control(client, settings, corpora / "questions"))
    metrics = {name: metric for findings in found for name, metric in findings.metrics.items()}
    listings = tuple(listing for findings in found for listing in findings.listings)
    tables = tuple(table for findings in found for table in findings.tables)
    return Findings(metrics, listings, tuple(name for name in metrics if name.endswith(BY)), tables=tables)


def _control(client: Elasticsearch, settings: Settings, folder: Path) -> Findings:
    asked, passages = read_control(folder)
    return _ask(CONTROL, asked, client, control_collection(client, settings, passages))


def _ask(name: str, asked: list[Asked], client: Elasticsearch, settings: Settings) -> Findings:
    copies = groups(client, settings)
    ranked = {
        ranker: [judge(question, ranks(question.query), copies) for question in asked]
        for ranker, ranks in rankers(client, settings)
    }
    metrics = {f"{name}: {measure}": Metric(mean(ranked[OURS], measure), len(asked)) for measure in MEASURES}
    rows = tuple(_row(ranker, ranked[OURS], others) for ranker, others in ranked.items())
    table = Listing(f"{name}, {len(asked):,} of them", COLUMNS, rows)
    missed = [(a.kind, a.query, str(r.first or "–")) for a, r in zip(asked, ranked[OURS], strict=True) if r.first != 1]
    misses = Listing(f"{name}: the right document is not first", ("kind", "query", "rank"), tuple(missed))
    return Findings(metrics, (misses,), tables=(table,))


def _row(ranker: str, ours: Sequence[Ranked], others: Sequence[Ranked]) -> tuple[str, ...]:
    numbers = [f"{mean(others, measure):.4f}" for measure in MEASURES]
    if others is ours:
        return (ranker, *numbers, "")
    gap, low, high = difference(ours, others, BY)
    return (ranker, *numbers, f"{gap:+.4f} ({low:+.4f} to {high:+.4f})")
