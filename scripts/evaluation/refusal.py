"""Pages that are no articles are refused, articles are kept."""

from __future__ import annotations

from scripts.evaluation.compare import NOTHING
from scripts.evaluation.findings import Findings, confusions, present
from scripts.evaluation.judged import Pages


def evaluate(pages: Pages) -> Findings:
    """Shares of refused and kept pages; the reason counts apart."""
    junk = [page for page in pages.judged if "skipped" in page.want]
    articles = list(pages.articles())
    lists = [page for page in junk if page.want["skipped"] == "list page"]
    shares = {
        "refused": (sum(page.reason is not None for page in junk), len(junk)),
        "list pages refused": (sum(page.reason is not None for page in lists), len(lists)),
        "reason right": (sum(page.reason == page.want["skipped"] for page in junk), len(junk)),
        "articles kept": (sum(page.reason is None for page in articles), len(articles)),
    }
    faults = [
        (page.want.get("skipped") or "an article", page.reason or NOTHING, page.name)
        for page in pages.judged
        if page.want.get("skipped") != page.reason
    ]
    main = ("refused", "articles kept")
    return Findings(present(shares), (confusions("refused and kept", faults),), main)
