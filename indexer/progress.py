"""Progress of a run: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import IO

from tqdm import tqdm

from indexer.ledger import NAMES, Totals

LINE_EVERY = 5.0  # seconds between plain lines


class Progress:
    """Shows pages done, rate, counts and time left; `total` is None where it is not known."""

    def __init__(self, total: int | None, stream: IO[str] | None = None) -> None:
        self.stream = stream or sys.stderr
        self.total = total
        self.began = self.spoke = time.monotonic()
        self.bar = tqdm(total=total, unit="页", file=self.stream, dynamic_ncols=True) if self.stream.isatty() else None

    def show(self, totals: Totals) -> None:
        """Bring the display up to date."""
        if self.bar is not None:
            self.bar.update(totals.read - self.bar.n)
            self.bar.set_postfix_str(counts(totals), refresh=False)
        elif time.monotonic() - self.spoke >= LINE_EVERY:
            self.spoke = time.monotonic()
            print(self._line(totals), file=self.stream, flush=True)

    def close(self, totals: Totals) -> None:
        """The last state of the display."""
        if self.bar is not None:
            self.show(totals)
            self.bar.close()
        else:
            print(self._line(totals), file=self.stream, flush=True)

    def _line(self, totals: Totals) -> str:
        elapsed = max(0.001, time.monotonic() - self.began)
        rate = totals.read / elapsed
        of = f"/{self.total:,}" if self.total else ""
        left = (
            f"，约剩 {_clock((self.total - totals.read) / rate)}"
            if self.total and rate and totals.read < self.total
            else ""
        )
        return f"{totals.read:,}{of} 页，每秒 {rate:,.0f} 页，{counts(totals)}，用时 {_clock(elapsed)}{left}"


def counts(totals: Totals) -> str:
    """The counts by status, those that are not zero."""
    return " ".join(f"{NAMES[s]} {n:,}" for s, n in totals.by_status.items() if n) or "尚无"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
