"""Pages through the pipeline, in several processes, in order, with a bounded number under way."""

from __future__ import annotations

import datetime as dt
import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from indexer.copies import signature_of
from indexer.page import RawPage, Skipped
from indexer.pipeline import process

BATCHES_AHEAD = 3  # of each process: enough to keep it busy, little enough to keep memory flat


@dataclass(frozen=True)
class Failed:
    """A page on which the pipeline itself failed: our fault, said with the error and its place in the code."""

    path: str
    reason: str


Batch = list[tuple[RawPage, str]]  # pages with the identity they are indexed under
Outcome = tuple[str, dict[str, Any]] | Skipped | Failed  # (id, _source)


def run_page(page: RawPage, identity: str, today: dt.date, indexed_at: dt.datetime) -> Outcome:
    """One page through the pipeline; never raises."""
    try:
        document = process(page, today)
        if isinstance(document, Skipped):
            return document
        source = document.with_facts(id=identity).as_source(indexed_at)
        return identity, source | {"signature": signature_of(source["body"])}
    except Exception as error:  # noqa: BLE001 (one page must never stop the others; the ledger names it)
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Failed(page.path, f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})")


def _run_batch(batch: Batch, today: dt.date, indexed_at: dt.datetime) -> list[Outcome]:
    return [run_page(page, identity, today, indexed_at) for page, identity in batch]


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def run_batches(batches: Iterable[Batch], jobs: int, indexed_at: dt.datetime) -> Iterator[Outcome]:
    """The outcome of every page of every batch, in order. `jobs` processes; 1 means this one."""
    today = indexed_at.date()
    if jobs <= 1:
        for batch in batches:
            for page, identity in batch:
                yield run_page(page, identity, today, indexed_at)
        return
    pool = _new_pool(jobs)
    waiting: deque[tuple[Batch, Future[list[Outcome]] | None]] = deque()
    source = iter(batches)
    try:
        while True:
            while len(waiting) < jobs * BATCHES_AHEAD and (following := next(source, None)) is not None:
                waiting.append((following, _submit(pool, following, today, indexed_at)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            outcomes = _result(future)
            if outcomes is not None:
                yield from outcomes
                continue
            pool.shutdown(wait=False, cancel_futures=True)
            yield from _one_by_one(batch, today, indexed_at)
            pool = _new_pool(jobs)
            waiting = deque((b, f if _is_done(f) else _submit(pool, b, today, indexed_at)) for b, f in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(
    pool: ProcessPoolExecutor, batch: Batch, today: dt.date, indexed_at: dt.datetime
) -> Future[list[Outcome]] | None:
    """The batch under way; None when a process has died since the last look at the pool."""
    try:
        return pool.submit(_run_batch, batch, today, indexed_at)
    except BrokenProcessPool:
        return None


def _result(future: Future[list[Outcome]] | None) -> list[Outcome] | None:
    """What became of a batch; None when a process died on it, or on another one beside it."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _is_done(future: Future[list[Outcome]] | None) -> bool:
    """Whether a batch was finished before the pool broke."""
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)


def _one_by_one(batch: Batch, today: dt.date, indexed_at: dt.datetime) -> Iterator[Outcome]:
    """A process died on this batch: each page in a process of its own, so that only the guilty one is lost."""
    for page, identity in batch:
        with ProcessPoolExecutor(1, initializer=_leave_interrupts_to_the_parent) as pool:
            try:
                yield pool.submit(run_page, page, identity, today, indexed_at).result()
            except BrokenProcessPool:
                yield Failed(page.path, "the process died on this page (out of memory?)")
