"""The kind of a text."""

from __future__ import annotations

from collections import Counter

from mappings.document import KINDS
from scripts.evaluation.compare import NOTHING, value_metrics
from scripts.evaluation.findings import Findings, Listing
from scripts.evaluation.judged import Pages


def evaluate(pages: Pages) -> Findings:
    """Accuracy, and the confusion matrix: wanted kinds down, found kinds across."""
    pairs = pages.pairs("kind")
    metrics, wrong = value_metrics("kind", pairs)
    counts = Counter((want or NOTHING, got or NOTHING) for _, want, got in pairs)
    columns = (*KINDS, NOTHING)
    rows = tuple((want, *(str(counts[want, got] or "·") for got in columns)) for want in columns if _has(counts, want))
    matrix = Listing("kinds, wanted down and found across", ("", *columns), rows)
    return Findings(metrics, (matrix, wrong), ("kind right",))


def _has(counts: Counter[tuple[str, str]], want: str) -> bool:
    return any(one == want for one, _ in counts)
