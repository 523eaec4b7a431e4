"""The ledgers that indexing leaves in the home folder: where they are, and what the last ones say."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.settings import Settings

STAMP = "%Y%m%d-%H%M%S-%f"
EXAMPLES = 3  # pages named for a reason
LONGEST_READ = 64 * 1024 * 1024  # bytes of a ledger in which examples are looked for


@dataclass(frozen=True)
class Run:
    """One run of the indexer. `totals` is the last line of its ledger; None where the run goes on, or was killed.

    `examples` names some of the pages that did not become documents, by reason.
    """

    started: dt.datetime
    path: Path
    totals: Mapping[str, Any] | None = None
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def ledger_path(settings: Settings) -> Path:
    """Where the ledger of a run that begins now goes."""
    return _folder(settings) / f"{dt.datetime.now():{STAMP}}.jsonl"


def last_runs(settings: Settings, most: int = 10) -> tuple[Run, ...]:
    """The last runs over a collection on this machine, the latest first. What is no ledger is passed over."""
    named = sorted(_folder(settings).glob("*.jsonl"), reverse=True)
    runs = (_run(path) for path in named)
    return tuple(run for run, _ in zip((r for r in runs if r), range(most), strict=False))


def _folder(settings: Settings) -> Path:
    return settings.home / "ledgers" / settings.collection


def _run(path: Path) -> Run | None:
    try:
        started = dt.datetime.strptime(path.stem, STAMP).astimezone()
        state = path.stat()
        totals, examples = _read(path, state.st_mtime_ns, state.st_size)
    except (ValueError, OSError):  # another file; one that was just deleted
        return None
    return Run(started, path, totals, examples)


@lru_cache(maxsize=64)
def _read(path: Path, changed: int, size: int) -> tuple[Mapping[str, Any] | None, Mapping[str, tuple[str, ...]]]:
    """The totals and the examples; `changed` and `size` are the state of the file, so that it is read once only."""
    totals: Mapping[str, Any] | None = None
    examples: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file if size <= LONGEST_READ else []:
            if '"reason"' in line and (entry := _entry(line)) and "reason" in entry:
                named = examples.setdefault(str(entry["reason"]).partition(":")[0], [])
                if len(named) < EXAMPLES:
                    named.append(_printable(str(entry.get("path", ""))))
        if size:
            totals = (_entry(_last_line(path)) or {}).get("totals")
    return totals, {reason: tuple(paths) for reason, paths in examples.items()}


def _last_line(path: Path, block: int = 1 << 16) -> str:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - block))
        return file.read().rstrip(b"\n").rpartition(b"\n")[2].decode("utf-8", "replace")


def _printable(path: str) -> str:
    """Names of files may hold bytes that are no text; a ledger keeps them as lone surrogates."""
    return path.encode("utf-8", "backslashreplace").decode()


def _entry(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except ValueError:  # cut off in the middle
        return None
    return value if isinstance(value, dict) else None
