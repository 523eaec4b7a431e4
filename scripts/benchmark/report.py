"""Results as a table for the terminal and as the part of docs/quality.md that tells of speed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scripts.benchmark.search import Exported
from scripts.benchmark.timing import P50, P95, P99, Timing
from scripts.quality import machine

HEAD = ("", "p50 ms", "p95 ms", "p99 ms", "raw p50 ms", "overhead")


def as_markdown(documents: int, timings: Sequence[Timing], exports: Sequence[Exported], command: str) -> str:
    """One collection's figures as Markdown."""
    lines = [
        f"### {documents:,} documents",
        "",
        f"`{command}` on {dt.date.today().isoformat()} ({machine()}). *raw* is the same request sent to Elasticsearch",
        "without anything around it, in turn with ours; *overhead* compares the two medians.",
        "",
        f"| {' | '.join(HEAD)} |",
        "|---|" + "---:|" * (len(HEAD) - 1),
    ]
    lines += [f"| {' | '.join(_row(t))} |" for t in timings]
    lines += ["", "| export | rows | rows/s |", "|---|---:|---:|"]
    lines += [f"| {e.name} | {e.rows:,} | {e.per_second:,.0f} |" for e in exports]
    return "\n".join(lines)


def _row(timing: Timing) -> list[str]:
    times = [f"{timing.at(share):.1f}" for share in (P50, P95, P99)]
    return [timing.name, *times, f"{timing.raw_p50:.1f}", f"{timing.overhead:+.0%}"]
