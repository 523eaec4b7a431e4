"""The industries of a text, main first."""

from __future__ import annotations

from scripts.evaluation.compare import NOTHING, set_metrics
from scripts.evaluation.findings import Findings, confusions, present
from scripts.evaluation.judged import Pages


def evaluate(pages: Pages) -> Findings:
    """Precision, recall and F1 over all industries; the main one where the text has any; none kept none."""
    pairs = pages.pairs("industry")
    metrics, wrong = set_metrics("industry", pairs)
    firsts = [(page, [want], page.have.get("industry")) for page, want, _ in pages.pairs("industry_first")]
    mains = [(page, want[0] if want else NOTHING, got[0] if got else NOTHING) for page, want, got in pairs + firsts]
    having = [(want, got) for _, want, got in mains if want != NOTHING]
    blank = [got for _, want, got in mains if want == NOTHING]
    shares = {
        "main right": (sum(want == got for want, got in having), len(having)),
        "main among those found": (sum(want[0] in (got or ()) for _, want, got in pairs + firsts if want), len(having)),
        "none kept none": (sum(got == NOTHING for got in blank), len(blank)),
    }
    confused = confusions("main industry", [(want, got, page.name) for page, want, got in mains if want != got])
    main = ("industry precision", "industry recall", "industry F1", "main right")
    return Findings(metrics | present(shares), (confused, wrong), main)
