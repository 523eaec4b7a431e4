"""What a section finds out: numbers, and lists of what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SHOWN_NAMES = 3  # pages named in one row of a confusion list


@dataclass(frozen=True)
class Metric:
    """One number. `of` is how many pages, values or characters it was counted over; `unit` is share, count, ms, or /s.

    `falling` says that less is better.
    """

    value: float
    of: int
    unit: str = "share"
    falling: bool = False

    def reaches(self, gate: float) -> bool:
        """Whether the number is no worse than the gate."""
        return self.value <= gate if self.falling else self.value >= gate

    def shown(self) -> str:
        """The number as it stands in a table."""
        if self.unit == "share":
            return f"{self.value:.4f}"
        return f"{self.value:,.0f}{'' if self.unit == 'count' else ' ' + self.unit}"


@dataclass(frozen=True)
class Listing:
    """A table of what went wrong."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Findings:
    """What one section finds on one set of pages. `main` names the metrics of the one-line summary.

    `tables` hold numbers beside the metrics; `listings` hold what went wrong, which nobody looks at for held-out pages.
    """

    metrics: Mapping[str, Metric]
    listings: tuple[Listing, ...] = ()
    main: tuple[str, ...] = ()
    note: str | None = None
    tables: tuple[Listing, ...] = ()

    def summary(self) -> str:
        """The main numbers in one line."""
        shown = [f"{name} {self.metrics[name].shown()}" for name in self.main if name in self.metrics]
        return ", ".join(shown) or self.note or "nothing to measure"


def share(hits: float, of: int, *, falling: bool = False) -> Metric:
    """A part of a whole; `of` must not be 0."""
    return Metric(hits / of, of, "share", falling)


def present(metrics: Mapping[str, tuple[float, int]], falling: Iterable[str] = ()) -> dict[str, Metric]:
    """Shares from (hits, of), without those that were counted over nothing."""
    less = set(falling)
    return {name: share(hits, of, falling=name in less) for name, (hits, of) in metrics.items() if of}


def confusions(title: str, faults: Iterable[tuple[str, str, str]]) -> Listing:
    """A confusion list from (wanted, got, page), the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    pages: dict[tuple[str, str], list[str]] = {}
    for want, got, page in faults:
        counts[want, got] += 1
        pages.setdefault((want, got), []).append(page)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple((want, got, str(n), _names(pages[want, got])) for (want, got), n in ranked)
    return Listing(title, ("want", "got", "n", "pages"), rows)


def _names(pages: list[str]) -> str:
    more = len(pages) - SHOWN_NAMES
    return ", ".join(pages[:SHOWN_NAMES]) + (f" and {more} more" if more > 0 else "")
