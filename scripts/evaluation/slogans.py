"""The slogans of the lexicon that a text uses."""

from __future__ import annotations

from scripts.evaluation.compare import set_metrics
from scripts.evaluation.findings import Findings
from scripts.evaluation.judged import Pages


def evaluate(pages: Pages) -> Findings:
    """Precision and recall over all slogans of all pages."""
    metrics, wrong = set_metrics("slogan", pages.pairs("slogan"))
    return Findings(metrics, (wrong,), ("slogan precision", "slogan recall"))
