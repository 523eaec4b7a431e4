"""The ledger: one line for every page that went in, so that nothing is lost without a word."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from engine.errors import UserError

NAMES = {"indexed": "入库", "unchanged": "未变", "duplicate": "重复", "skipped": "跳过", "failed": "失败"}
STATUSES = tuple(NAMES)


@dataclass
class Totals:
    """How many pages went in, and what became of them. `in = indexed + unchanged + duplicate + skipped + failed`."""

    by_status: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    pruned: int = 0
    interrupted: bool = False

    @property
    def read(self) -> int:
        """Pages that went in."""
        return sum(self.by_status.values())

    @property
    def complete(self) -> bool:
        """Whether every page became a document (or was one already)."""
        return not (self.by_status["skipped"] or self.by_status["failed"])

    def as_json(self) -> dict[str, Any]:
        """The last line of a ledger."""
        counts = {status: self.by_status[status] for status in STATUSES}
        reasons = dict(self.reasons.most_common())
        return {"in": self.read, **counts, "pruned": self.pruned, "interrupted": self.interrupted, "reasons": reasons}


class Ledger:
    """Writes one JSON line for each page to the given files, and a line of totals at the end.

    A line holds path, status and, where there is one, id and reason. Raises UserError when a file cannot be opened.
    """

    def __init__(self, *paths: Path) -> None:
        self.paths = paths
        self.totals = Totals()
        self._files: list[IO[str]] = []

    def __enter__(self) -> Ledger:
        for path in self.paths:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._files.append(path.open("w", 1, encoding="utf-8", errors="backslashreplace"))  # line by line
            except OSError as error:
                raise UserError(f"账本 {path} 无法写入（{error.strerror}）。请检查文件夹和权限。") from error
        return self

    def enter(self, path: str, status: str, page_id: str | None = None, reason: str | None = None) -> None:
        """Note what became of one page."""
        self.totals.by_status[status] += 1
        if reason:
            self.totals.reasons[reason.partition(":")[0]] += 1
        line = {"path": path, "status": status, "id": page_id, "reason": reason}
        self._write({k: v for k, v in line.items() if v is not None})

    def _write(self, value: dict[str, Any]) -> None:
        for file in self._files:
            file.write(json.dumps(value, ensure_ascii=False) + "\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.totals.interrupted = kind is not None
        self._write({"totals": self.totals.as_json()})
        for file in self._files:
            file.close()


SHOWN_REASONS = 12


def summary(totals: Totals, ledger: Path) -> list[str]:
    """What a person reads at the end of a run: the counts that add up, the reasons, where the ledger is."""
    parts = " + ".join(f"{NAMES[s]} {totals.by_status[s]:,}" for s in STATUSES)
    lines = [f"读入 {totals.read:,} 页 = {parts}"]
    lines += [f"  {count:,} × {reason}" for reason, count in totals.reasons.most_common(SHOWN_REASONS)]
    if totals.pruned:
        lines.append(f"已删除不再存在的网页的文档 {totals.pruned:,} 篇")
    return [*lines, f"账本：{ledger}"]
