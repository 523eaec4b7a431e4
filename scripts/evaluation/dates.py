"""The date of publication and its precision."""

from __future__ import annotations

from scripts.evaluation.compare import Triple, same, value_metrics
from scripts.evaluation.findings import Findings
from scripts.evaluation.judged import Pages

SIGNIFICANT = {"year": 4, "month": 7}  # characters of an ISO date that count; all of it for a day


def evaluate(pages: Pages) -> Findings:
    """Dates compared as far as the page gives them; precision where both have a date."""
    dates, wrong = value_metrics("date", [_cut(triple) for triple in pages.pairs("published")])
    known = [(p, w, g) for p, w, g in pages.pairs("published_precision") if w and g]
    precisions, imprecise = value_metrics("precision", known, same)
    kept = {name: metric for name, metric in precisions.items() if name == "precision right"}
    return Findings(dates | kept, (wrong, imprecise), ("date right", "date wrong", "date missing", "date invented"))


def _cut(triple: Triple) -> Triple:
    page, want, got = triple
    if got and got in page.want.get("published_also", ()):
        return (page, got, got)
    size = SIGNIFICANT.get(page.want.get("published_precision") or "")
    return (page, want and want[:size], got and got[:size])
