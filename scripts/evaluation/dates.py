"""The date of publication, its precision, and how well each rule reads it."""

from __future__ import annotations

from collections import Counter

from scripts.evaluation.compare import Triple, same, value_metrics
from scripts.evaluation.findings import Findings, Listing
from scripts.evaluation.judged import Pages

SIGNIFICANT = {"year": 4, "month": 7}  # characters of an ISO date that count; all of it for a day


def evaluate(pages: Pages) -> Findings:
    """Dates compared as far as the page gives them; precision where both have a date; right and wrong by rule."""
    triples = [_cut(triple) for triple in pages.pairs("published")]
    dates, wrong = value_metrics("date", triples)
    known = [(p, w, g) for p, w, g in pages.pairs("published_precision") if w and g]
    precisions, imprecise = value_metrics("precision", known, same)
    kept = {name: metric for name, metric in precisions.items() if name == "precision right"}
    main = ("date right", "date wrong", "date missing", "date invented")
    return Findings(dates | kept, (wrong, imprecise), main, tables=(_by_rule(triples),))


def _cut(triple: Triple) -> Triple:
    page, want, got = triple
    if got and got in page.want.get("published_also", ()):
        return (page, got, got)
    size = SIGNIFICANT.get(page.want.get("published_precision") or "")
    return (page, want and want[:size], got and got[:size])


def _by_rule(triples: list[Triple]) -> Listing:
    """How many dates each rule read, and how many of them were not those of the label."""
    read: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for page, want, got in triples:
        if got:
            rule = next(e["rule"] for e in page.have["evidence"] if e["fact"] == "published")
            read[rule] += 1
            wrong[rule] += not (want and same(want, got))
    rows = tuple((rule, str(n), str(wrong[rule])) for rule, n in read.most_common())
    return Listing("dates by the rule that read them", ("rule", "read", "wrong"), rows)
