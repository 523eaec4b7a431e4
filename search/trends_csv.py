"""Trends as a file for programs that compute: CSV, one line for each query and year or month."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from search.export.tables import BOM, guarded
from search.trends import Series, Trends

COLUMNS = ("query", "period", "documents", "base", "per_1000", "filters")
UNDATED, COARSE = "undated", "month unknown"  # in the column of the period


def trends_csv(trends: Trends) -> bytes:
    """The file. Where nothing was collected, `per_1000` is empty.

    Documents without a date have lines of their own, and so have those without a month in a trend by months; with these
    lines the column `documents` of a query adds up to all documents found.
    """
    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for series in trends.series:
        writer.writerows(_lines(series, trends.interval))
    return text.getvalue().encode()


def _lines(series: Series, interval: str) -> Iterator[tuple[str, ...]]:
    rows = [(p.period, p.documents, p.base, p.per_1000) for p in series.points]
    if interval == "month":
        rows.append((COARSE, series.coarse, series.base_coarse, None))
    rows.append((UNDATED, series.undated, series.base_undated, None))
    for period, documents, base, share in rows:
        rate = "" if share is None else f"{share:.4f}"
        yield guarded(series.label), period, str(documents), str(base), rate, guarded(series.base.words)
