"""One run of the indexer: read, leave out what has not changed, process, write, and keep the ledger."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from engine import (
    Settings,
    abandon_rebuild,
    articles_alias,
    articles_state,
    begin_rebuild,
    engine_errors,
    ensure_articles,
    finish_rebuild,
    ledger_path,
)
from engine.errors import UserError
from indexer.copies import StoredGroups
from indexer.ledger import Ledger, Totals
from indexer.load import known_documents, outside, prune, write
from indexer.page import RawPage, Skipped
from indexer.pipeline import content_hash, page_id
from indexer.progress import Progress
from indexer.readers import check_paths, count_pages, read_paths
from indexer.repeats import learn_repeats
from indexer.workers import Batch, Failed, run_batches

BATCH_PAGES = 64  # handed to a process at a time
BATCH_BYTES = 2 * 1024 * 1024
FEW_PAGES = 24  # up to which starting processes costs more than it saves


@dataclass
class _Run:
    """What is known while a run goes on."""

    client: Elasticsearch
    index: str
    ledger: Ledger
    progress: Progress
    fresh: bool  # the index was empty when the run began: nothing can be unchanged
    serving: str | None  # the index that held the documents before: they keep the time at which they first came in
    groups: StoredGroups
    seen: dict[str, str] = field(default_factory=dict)  # id -> content hash of the pages of this run
    added: dict[str, str] = field(default_factory=dict)  # id -> when a document under way first came in
    waiting: dict[str, list[str]] = field(default_factory=dict)  # id -> paths that are being written
    unread: set[str] = field(default_factory=set)  # places that could not be read: their documents are never pruned

    def note(self, path: str, status: str, page: str | None = None, reason: str | None = None) -> None:
        self.ledger.enter(path, status, page, reason)
        self.progress.show(self.ledger.totals)


def index_paths(
    client: Elasticsearch,
    settings: Settings,
    paths: Iterable[Path],
    *,
    rebuild: bool = False,
    prune_missing: bool = False,
    jobs: int | None = None,
    report: Path | None = None,
) -> tuple[Totals, Path]:
    """Index every page under `paths` into the collection; return the totals and the ledger's path.

    With `rebuild`, `prune_missing` says that documents of other folders may go. Raises UserError for a path that does
    not exist and for a rebuild that would lose documents of other folders, ContractMismatch when the index asks for a
    rebuild, and EngineUnavailable when Elasticsearch goes away; what was written until then stays, and the next run
    goes on.
    """
    roots = [Path(os.path.abspath(p)) for p in paths]  # noqa: PTH100 (links stay as the person named them)
    check_paths(roots)
    pages_total = count_pages(roots)
    place = ledger_path(settings)
    written = [place, *([report] if report else [])]  # never read, even where they lie in a folder that is
    if rebuild and not prune_missing:
        _refuse_loss(client, settings, roots)
    serving = articles_state(client, settings).index
    index = begin_rebuild(client, settings) if rebuild else ensure_articles(client, settings)
    try:
        with Ledger(*written) as ledger:
            progress = Progress(pages_total)
            run = _Run(client, index, ledger, progress, rebuild, serving, StoredGroups(client, index, fresh=rebuild))
            with engine_errors():
                repeats = learn_repeats(read_paths(roots, without=written))
                items = repeats.mark(read_paths(roots, without=written))
                _write_all(run, items, _jobs(jobs, pages_total))
                if rebuild:
                    finish_rebuild(client, settings, index, expected=ledger.totals.by_status["indexed"])
                elif prune_missing:
                    ledger.totals.pruned = prune(client, index, roots, set(run.seen), run.unread)
            progress.close(ledger.totals)
    except BaseException:
        if rebuild:
            abandon_rebuild(client, index)
        raise
    finally:
        if not rebuild:
            _refresh(client, settings)
    return ledger.totals, place


def _refuse_loss(client: Elasticsearch, settings: Settings, roots: list[Path]) -> None:
    """A rebuild holds only what it was given: refuse to drop the documents of other folders without being told to."""
    with engine_errors():
        others, example = outside(client, articles_alias(settings), roots)
    if others:
        raise UserError(
            f"现有索引中有 {others:,} 篇来自没有给出的路径（如 {example}），重建会丢掉它们；"
            "请把那些路径一并给出，或加上 --prune 表示不再需要它们。"
        )


def _jobs(asked: int | None, pages_total: int | None) -> int:
    if asked:
        return asked
    return 1 if pages_total is not None and pages_total <= FEW_PAGES else os.cpu_count() or 1


def _refresh(client: Elasticsearch, settings: Settings) -> None:
    with engine_errors():
        client.indices.refresh(index=articles_alias(settings), ignore_unavailable=True)


def _write_all(run: _Run, items: Iterator[RawPage | Skipped], jobs: int) -> None:
    indexed_at = dt.datetime.now(dt.UTC)
    outcomes = run_batches(_changed_batches(run, items), jobs, indexed_at)
    for written, refusal in write(run.client, run.index, _actions(run, outcomes)):
        path = run.waiting[written].pop(0)
        run.groups.sent(written)
        run.note(path, "failed" if refusal else "indexed", written, refusal)


def _actions(run: _Run, outcomes: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for outcome in outcomes:
        if isinstance(outcome, Skipped | Failed):
            run.note(outcome.path, "skipped" if isinstance(outcome, Skipped) else "failed", reason=outcome.reason)
            continue
        identity, source = outcome
        run.waiting.setdefault(identity, []).append(source["path"])
        run.groups.put(identity, source)
        source["added_at"] = run.added.pop(identity, source["added_at"])
        yield {"_op_type": "index", "_id": identity, "_source": source}


def _changed_batches(run: _Run, items: Iterator[RawPage | Skipped]) -> Iterator[Batch]:
    """Batches of the pages that are new or have changed; the others are noted here."""
    batch: list[RawPage] = []
    size = 0
    for item in items:
        if isinstance(item, Skipped):
            run.note(item.path, "skipped", reason=item.reason)
            run.unread.add(item.path)
            continue
        batch.append(item)
        size += len(item.content)
        if len(batch) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield from _only_changed(run, batch)
            batch, size = [], 0
    yield from _only_changed(run, batch)


def _only_changed(run: _Run, batch: list[RawPage]) -> Iterator[Batch]:
    pages = [(page, page_id(page), content_hash(page)) for page in batch]
    wanted = {name for _, identity, digest in pages for name in (identity, f"{identity}-{digest[:8]}")}
    known = known_documents(run.client, run.serving, sorted(wanted)) if run.serving else {}
    changed: Batch = []
    for page, identity, digest in pages:
        if run.seen.get(identity, digest) != digest:  # another version of a page of this run: both are kept
            identity = f"{identity}-{digest[:8]}"
        if identity in run.seen:
            run.note(page.path, "duplicate", identity, "the same page again (same id or address, same content)")
            continue
        run.seen[identity] = digest
        before = known.get(identity)
        if before and before.content_hash == digest and not run.fresh:
            run.note(page.path, "unchanged", identity)
            continue
        if before and before.added_at:
            run.added[identity] = before.added_at
        changed.append((page, identity))
    if changed:
        yield changed
