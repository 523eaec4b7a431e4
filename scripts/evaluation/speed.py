"""How many pages a second one core makes into documents; processor time, so that a busy machine does not count."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from indexer import RawPage, Skipped, process
from scripts.evaluation.findings import Findings, Metric
from scripts.evaluation.judged import Pages

TEXT_LENGTH = 1500  # characters of a bare text
LEAST_SECONDS = 1.5  # of processor time that a measurement takes
LEAST_PAGES = 5


def evaluate(pages: Pages) -> Findings:
    """The HTML pages of the set, and bare texts of 1,500 characters made from its bodies."""
    html = [case.page for case in pages.cases if isinstance(case.page, RawPage) and case.page.kind == "html"]
    bare = [RawPage(text, f"text {n}", kind="text") for n, text in enumerate(_bare_texts(pages), 1)]
    metrics = {}
    for name, items in (("HTML pages", html), ("bare texts of 1,500 characters", bare)):
        if len(items) >= LEAST_PAGES:
            metrics[name] = Metric(_rate(items, process), len(items), "/s")
    return Findings(metrics, (), tuple(metrics))


def _bare_texts(pages: Pages) -> list[str]:
    whole = "\n".join(page.have["body"] for page in pages.articles() if page.have.get("body"))
    return [whole[i : i + TEXT_LENGTH] for i in range(0, len(whole) - TEXT_LENGTH, TEXT_LENGTH)]


def _rate(items: Sequence[RawPage], work: Callable[[RawPage], object | Skipped]) -> float:
    done, start = 0, time.process_time()
    while True:
        for item in items:
            work(item)
        done += len(items)
        if (elapsed := time.process_time() - start) >= LEAST_SECONDS:
            return done / elapsed
