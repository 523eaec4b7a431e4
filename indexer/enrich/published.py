"""When was the page published? Labelled evidence only: a date that the text merely mentions never counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from indexer.enrich.addresses import address_dates, address_months, path_dates
from indexer.enrich.dates import Dated
from indexer.enrich.declared import htmldate_dates, meta_dates, named_elements, weak_meta_dates
from indexer.enrich.inferred import datelines, lines_without_year, relative_dates
from indexer.enrich.labelled import bare_labels, document_labels, published_labels, updated_labels
from indexer.enrich.material import Material
from indexer.enrich.page_view import PageView
from indexer.enrich.scripts import SCRIPT_TIME, script_dates
from indexer.enrich.signed import signed_dates, signed_months
from indexer.enrich.source_lines import run_in_lines, source_lines
from mappings import Evidence

SAME, OTHER = "=", "≠"  # in the words of evidence: what agrees with the date, and what says another day
SHOWN = frozenset(("title", "head", "body", "foot"))
Rule = Callable[[PageView], Iterator[Dated]]


def given(view: PageView) -> Iterator[Dated]:
    """What the input says."""
    said = view.page.hints.published
    if said and (read := view.read(said)):
        yield Dated(read.date, read.precision, said, "input", "date given by the input")


# Behind the input and the page's own label, in the order of trust: what comes first counts, but for a witness that
# stands alone against two others that agree.
WITNESSES: tuple[Rule, ...] = (
    meta_dates,
    bare_labels,
    source_lines,
    run_in_lines,
    script_dates,
    named_elements,
    weak_meta_dates,
    address_dates,
)
LAST: tuple[Rule, ...] = (
    document_labels,
    relative_dates,
    lines_without_year,
    updated_labels,
    signed_dates,
    path_dates,
    htmldate_dates,
    datelines,
    signed_months,
    address_months,
)


def find_published(page: Material, today: dt.date) -> tuple[dt.date, str, Evidence] | None:
    """Date, precision (day, month, year, inferred) and evidence, or None. The rules stand in the order of trust."""
    view = PageView(page, today)
    found = _first((given,), view) or _labelled(view) or _agreed(view) or _first(LAST, view)
    if found is None:
        return None
    evidence = Evidence("published", found.date.isoformat(), found.text, found.where, found.rule)
    return found.date, found.precision, evidence


def _first(rules: tuple[Rule, ...], view: PageView) -> Dated | None:
    return next((found for rule in rules for found in rule(view)), None)


def _labelled(view: PageView) -> Dated | None:
    """What the page shows as its date of publication, with what its markup says where that is another day."""
    found = next(published_labels(view), None)
    declared = next(meta_dates(view), None) if found else None
    if found and declared and declared.precision == "day" and declared.date != found.date:
        return replace(found, text=f"{found.text} {OTHER} {declared.text}")
    return found


def _agreed(view: PageView) -> Dated | None:
    """The first witness of a day, unless it stands alone and two others of different kinds agree on another day."""
    found = [dated for rule in WITNESSES if (dated := next(rule(view), None))]
    found.sort(key=lambda dated: dated.precision != "day")
    kinds: dict[dt.date, set[str]] = {}
    for dated in found:
        kinds.setdefault(dated.date, set()).add(_kind(dated))
    agreed = next((dated for dated in found if len(kinds[dated.date]) > 1), None)
    if agreed is None or len(kinds[found[0].date]) > 1:
        return next(iter(found), None)
    other = next(d for d in found if d.date == agreed.date and _kind(d) != _kind(agreed))
    text = f"{agreed.text} {SAME} {other.text} {OTHER} {found[0].text}"
    return replace(agreed, text=text, rule="two witnesses against one")


def _kind(dated: Dated) -> str:
    """What a witness is: the page as shown, its meta tags, its scripts, its address."""
    return "shown" if dated.where in SHOWN else "script" if dated.rule == SCRIPT_TIME else dated.where
