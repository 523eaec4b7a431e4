"""Where a text comes from: outlet, author and document number."""

from __future__ import annotations

from scripts.evaluation.compare import value_metrics
from scripts.evaluation.findings import Findings
from scripts.evaluation.judged import Pages


def evaluate(pages: Pages) -> Findings:
    """Right, wrong, missing and invented values."""
    outlets, wrong_outlets = value_metrics("outlet", pages.pairs("outlet"))
    authors, wrong_authors = value_metrics("author", pages.pairs("author"))
    numbers, wrong_numbers = value_metrics("document number", pages.pairs("document_number"))
    main = ("outlet right", "author right", "document number right")
    return Findings(outlets | authors | numbers, (wrong_outlets, wrong_authors, wrong_numbers), main)
