"""Years and months as the steps of a trend: 2023, 2023-09."""

from __future__ import annotations

from collections.abc import Iterator

from search.dates import in_order, read_date
from search.question import UNKNOWN, Question
from search.years import read_years

INTERVALS = ("year", "month")
FORMATS = {"year": "yyyy", "month": "yyyy-MM"}  # of Elasticsearch
MOST_ADDED = 1200  # steps that the dates asked for may add to those with documents
MONTHS = 12


def steps(first: str, last: str, interval: str) -> Iterator[str]:
    """All years or months from one to another, both included."""
    for number in range(_number(first, interval), _number(last, interval) + 1):
        yield f"{number:04}" if interval == "year" else f"{number // MONTHS:04}-{number % MONTHS + 1:02}"


def asked_ends(question: Question, interval: str) -> tuple[str | None, str | None]:
    """The first and the last step of the dates, else of the years that a question asks for; None for an open end."""
    if question.date_from or question.date_to:
        low, high = map(read_date, in_order(question.date_from, question.date_to))
        days = (low.low if low else None, high.high if high else None)
        return tuple(day.isoformat()[: _length(interval)] if day else None for day in days)  # type: ignore[return-value]
    asked = [years for value in question.year if value != UNKNOWN and (years := read_years(value))]
    lows, highs = [y.low for y in asked], [y.high for y in asked]
    first = min((y for y in lows if y is not None), default=None) if None not in lows else None
    last = max((y for y in highs if y is not None), default=None) if None not in highs else None
    end = {"year": ("", ""), "month": ("-01", "-12")}[interval]
    return (f"{first}{end[0]}" if first else None), (f"{last}{end[1]}" if last else None)


def span(found: list[str], asked: tuple[str | None, str | None], interval: str) -> list[str]:
    """All steps of a trend: those with documents, what is between them, and those that were asked for."""
    if not found:
        return []
    first, last = min(found), max(found)
    wider = min(first, asked[0] or first), max(last, asked[1] or last)
    added = _number(wider[1], interval) - _number(wider[0], interval) - len(found)
    return list(steps(*(wider if added <= MOST_ADDED else (first, last)), interval))


def _number(step: str, interval: str) -> int:
    year, _, month = step.partition("-")
    return int(year) if interval == "year" else int(year) * MONTHS + int(month) - 1


def _length(interval: str) -> int:
    return len("2023") if interval == "year" else len("2023-09")
