"""Our way and the raw requests, in turn, in one run: figures of one machine at one time can be compared."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from elasticsearch import Elasticsearch

from scripts.benchmark.requests import recorded, sender

ROUNDS = 5
P50, P95, P99 = 0.50, 0.95, 0.99


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one kind of question: ours, and the same requests sent raw."""

    name: str
    ours: tuple[float, ...]
    raw: tuple[float, ...]

    def at(self, share: float) -> float:
        """Our time that `share` of the calls stay under."""
        return quantile(self.ours, share)

    @property
    def raw_p50(self) -> float:
        """The median of the raw requests."""
        return quantile(self.raw, P50)

    @property
    def overhead(self) -> float:
        """How much longer our median is than the raw one, as a share of the raw one."""
        return self.at(P50) / self.raw_p50 - 1


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def measure(name: str, client: Elasticsearch, calls: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> Timing:
    """Time every call, each time beside its own requests sent raw; the first round warms up and does not count."""
    raws = []
    for call in calls:
        with recorded(client) as requests:
            call()
        raws.append(sender(client, requests))
    ours: list[float] = []
    raw: list[float] = []
    for number in range(rounds):
        for call, send in zip(calls, raws, strict=True):
            for run, times in ((send, raw), (call, ours))[:: 1 if number % 2 else -1]:
                start = time.perf_counter()
                run()
                times.append((time.perf_counter() - start) * 1000)
    return Timing(name, tuple(ours), tuple(raw))


def rate(units: int, seconds: float) -> float:
    """Units a second."""
    return units / seconds if seconds else 0.0


__all__ = ["P50", "P95", "P99", "Timing", "measure", "quantile", "rate"]
