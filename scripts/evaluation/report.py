"""Results as text for the terminal, as Markdown for docs/quality.md, and as JSON."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import unicodedata
from collections.abc import Sequence

import psutil

from scripts.evaluation.cases import SHARED, TUNED
from scripts.evaluation.findings import Listing
from scripts.evaluation.gates import GATES
from scripts.evaluation.sections import Result

SHOWN_ROWS = 40  # of a confusion list
LONGEST_CELL = 60  # characters
LONGEST_QUOTE = 25  # characters of a shared text that docs/quality.md may hold
Table = list[list[str]]


def by_section(results: Sequence[Result]) -> dict[str, list[Result]]:
    """The results of each section, in the order given."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.section, []).append(result)
    return found


def as_text(results: Sequence[Result], *, held_out_lists: bool) -> str:
    """One-line summaries, then tables and lists, section by section."""
    parts = []
    for section, found in by_section(results).items():
        parts.append(f"== {section}")
        parts += [f"   {result.set_name}: {result.findings.summary()}" for result in found]
        parts.append(_aligned(_metric_table(found)))
        for result, numbers in _tables(found):
            parts += [f"-- {numbers.title} ({result.set_name})", _aligned(_whole_table(numbers))]
        for result, listing in _listings(found, held_out_lists):
            table = _aligned(_listing_table(listing, LONGEST_CELL))
            parts += [f"-- {listing.title} ({result.set_name})", table + _cut_note(listing)]
    return "\n".join(parts)


def as_markdown(results: Sequence[Result], *, held_out_lists: bool) -> str:
    """The page docs/quality.md."""
    parts = [_HEAD.format(date=dt.date.today().isoformat(), machine=_machine())]
    for section, found in by_section(results).items():
        parts.append(f"## {section}")
        parts.append("\n".join(f"- {result.set_name}: {result.findings.summary()}" for result in found))
        parts.append(_markdown_table(_metric_table(found)))
        for result, numbers in _tables(found):
            parts += [f"### {numbers.title} ({result.set_name})", _markdown_table(_whole_table(numbers))]
        for result, listing in _listings(found, held_out_lists):
            longest = LONGEST_QUOTE if result.source == SHARED else LONGEST_CELL
            table = _markdown_table(_listing_table(listing, longest))
            parts += [f"### {listing.title} ({result.set_name})", table + _cut_note(listing)]
    return "\n\n".join(part for part in parts if part) + "\n"


def as_json(results: Sequence[Result], falls: Sequence[str], *, held_out_lists: bool) -> str:
    """All numbers and lists."""
    value = {
        "falls": list(falls),
        "results": [
            {
                "section": result.section,
                "source": result.source,
                "split": result.split,
                "metrics": {name: vars(metric) for name, metric in result.findings.metrics.items()},
                "tables": [vars(table) for table in result.findings.tables],
                "lists": [vars(listing) for _, listing in _listings([result], held_out_lists)],
            }
            for result in results
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1)


def _metric_table(found: Sequence[Result]) -> Table:
    names = dict.fromkeys(name for result in found for name in result.findings.metrics)
    table = [["", *(result.set_name for result in found), "gate (repo, shared)"]]
    for name in names:
        metrics = [result.findings.metrics.get(name) for result in found]
        gates = [GATES[source].get(found[0].section, {}).get(name) for source in GATES]
        shown = ", ".join("–" if gate is None else f"{gate:g}" for gate in gates).replace("–, –", "")
        table.append([name, *(f"{m.shown()} ({m.of:,})" if m else "" for m in metrics), shown])
    return table if names else []


def _tables(found: Sequence[Result]) -> list[tuple[Result, Listing]]:
    return [(result, table) for result in found for table in result.findings.tables]


def _whole_table(listing: Listing) -> Table:
    return [list(row) for row in (listing.columns, *listing.rows)]


def _listings(found: Sequence[Result], held_out_lists: bool) -> list[tuple[Result, Listing]]:
    """Lists that have rows. Those of the held-out half would tune whoever reads them."""
    shown = [result for result in found if held_out_lists or result.split == TUNED]
    return [(result, listing) for result in shown for listing in result.findings.listings if listing.rows]


def _listing_table(listing: Listing, longest: int) -> Table:
    """The rows, their cells cut to `longest` characters but for the last, which names pages."""
    rows = ([*(_cut(cell, longest) for cell in row[:-1]), row[-1]] for row in listing.rows[:SHOWN_ROWS])
    return [list(listing.columns), *rows]


def _cut_note(listing: Listing) -> str:
    more = len(listing.rows) - SHOWN_ROWS
    return f"\n\nand {more} more" if more > 0 else ""


def _cut(cell: str, longest: int) -> str:
    flat, half = " ".join(cell.split()), longest // 2
    return flat if len(flat) <= longest else f"{flat[:half]}…{flat[-half:]}"


def _aligned(table: Table) -> str:
    if not table:
        return ""
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    rows = ("  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True)) for row in table)
    return "\n".join(f"   {row.rstrip()}" for row in rows)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _markdown_table(table: Table) -> str:
    if not table:
        return ""
    rows = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table]
    return "\n".join([rows[0], "|" + "---|" * len(table[0]), *rows[1:]])


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.machine()}, Python {platform.python_version()}"


_HEAD = """# Quality

How well the indexer does, measured by `scripts/evaluate --write` on {date} ({machine}).
`scripts/evaluate [SECTION...]` prints the same for some sections; it fails when a number of the tuned half falls below
its gate in `scripts/evaluation/gates.py`.

| set | what |
|---|---|
| repo, tuned | `samples/` and `tests/pages/tuned/`: our own pages with the expected document beside each |
| repo, held out | `tests/pages/held_out/`: such pages that nobody looked at while tuning |
| shared, tuned | public records and pages with labels in `tests/labels/`, where the corpora are at hand |
| shared, held out | the third of those labels that nobody looked at while tuning |

A number in brackets is how many pages, values or characters the number before it was counted over. *right*, *wrong*
and *missing* are shares of the pages that have the value, *invented* of those that have none. For repair and
encodings, clean texts are damaged or written in other encodings and must come back; the shared texts are damaged by a
model that was written apart from this project. Speed is processor time of one core.

*ranking* asks the questions of `tests/ranking/` (its README says how they were judged), and those of a public control
with one right passage each, through the code of the site, and plain requests to Elasticsearch over the same documents.
R@k is the share of questions with a right document among the first k; MRR@10 is the mean of 1 / rank of the first."""
