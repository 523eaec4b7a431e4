"""Trends as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from search.trends import Point, Series, Trends

BAR = 40  # characters of the longest bar
NOTHING_COLLECTED = "（这一时期没有收集到文档）"


def trends_as_lines(trends: Trends) -> Iterator[str]:
    """For each query its base, a line for each year or month with a bar of its share, and what has no date."""
    highest = max((p.per_1000 or 0 for s in trends.series for p in s.points), default=0)
    for number, series in enumerate(trends.series):
        if number:
            yield ""
        yield f"{series.label}：{series.documents:,} 篇"
        yield f"对照：{series.base.words}（{series.base.documents:,} 篇）；每千篇中的篇数"
        yield from (f"  {_line(point, highest)}" for point in series.points)
        yield from _rest(series)
    yield from trends.notes


def _line(point: Point, highest: float) -> str:
    share = point.per_1000
    if share is None:
        return f"{point.period}  {NOTHING_COLLECTED}"
    bar = "█" * round(BAR * share / highest) if highest else ""
    return f"{point.period}  {point.documents:>7,} / {point.base:<7,}  {share:>8.2f}‰  {bar}".rstrip()


def _rest(series: Series) -> Iterator[str]:
    if series.coarse or series.base_coarse:
        yield f"  只知年份：{series.coarse:,} / {series.base_coarse:,}"
    if series.undated or series.base_undated:
        yield f"  没有日期：{series.undated:,} / {series.base_undated:,}"
