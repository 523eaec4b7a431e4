"""Pages through several processes: in order, and one page never costs another."""

from __future__ import annotations

import datetime as dt
import functools
import multiprocessing
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest

from indexer import RawPage, Skipped, workers
from indexer.page import Hints
from indexer.workers import Batch, Failed, run_batches
from mappings import Document

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
TEXT = "近日，平凉市召开园区高质量发展推进会议，总结今年以来的工作，安排部署下一阶段的任务。"
DEADLY, FAULTY = "deadly", "faulty"
_process = workers.process


def process(page: RawPage, today: dt.date) -> Document | Skipped:
    """The pipeline, but for pages on which it fails or its process dies."""
    if DEADLY in page.path:
        os._exit(9)
    if FAULTY in page.path:
        raise RuntimeError("a fault of the program")
    return _process(page, today)


@pytest.fixture
def troubled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that inherit the troubled pipeline."""
    monkeypatch.setattr(workers, "process", process)
    forked = functools.partial(ProcessPoolExecutor, mp_context=multiprocessing.get_context("fork"))
    monkeypatch.setattr(workers, "ProcessPoolExecutor", forked)


def batches(*names: str, size: int = 3) -> Iterator[Batch]:
    pages = [(RawPage(f"标题第{n}\n{TEXT}", name, hints=Hints(id=name)), f"id-{name}") for n, name in enumerate(names)]
    for start in range(0, len(pages), size):
        yield pages[start : start + size]


def names(outcomes: list[workers.Outcome]) -> list[str]:
    return [o.path if isinstance(o, Skipped | Failed) else o[1]["path"] for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_page_in_order_under_its_identity(jobs: int) -> None:
    wanted = [f"p{n}" for n in range(20)]
    outcomes = list(run_batches(batches(*wanted), jobs, NOW))
    assert names(outcomes) == wanted
    assert [o[0] for o in outcomes if isinstance(o, tuple)] == [f"id-{n}" for n in wanted]
    assert all(isinstance(o, tuple) and o[0] == o[1]["id"] for o in outcomes)


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_in_nothing_out(jobs: int) -> None:
    assert list(run_batches(iter(()), jobs, NOW)) == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("troubled")
def test_a_page_on_which_the_pipeline_fails(jobs: int) -> None:
    outcomes = list(run_batches(batches("p0", FAULTY, "p2", "p3"), jobs, NOW))
    assert names(outcomes) == ["p0", FAULTY, "p2", "p3"]
    assert isinstance(outcomes[1], Failed)
    assert outcomes[1].reason.startswith("RuntimeError: a fault of the program (process, line ")
    assert [isinstance(o, Failed) for o in outcomes] == [False, True, False, False]


@pytest.mark.usefixtures("troubled")
def test_a_page_on_which_the_process_dies() -> None:
    wanted = [f"p{n}" for n in range(30)]
    wanted[4] = f"{DEADLY}-1"
    wanted[17] = f"{DEADLY}-2"
    wanted[29] = f"{DEADLY}-3"
    outcomes = list(run_batches(batches(*wanted), 2, NOW))
    assert names(outcomes) == wanted
    failed = [o for o in outcomes if isinstance(o, Failed)]
    assert [f.path for f in failed] == [f"{DEADLY}-1", f"{DEADLY}-2", f"{DEADLY}-3"]
    assert {f.reason for f in failed} == {"the process died on this page (out of memory?)"}


@pytest.mark.usefixtures("troubled")
def test_a_process_that_dies_while_the_caller_is_busy() -> None:
    """Documents are written between two looks at the pool: it may be broken by the time of the next batch."""
    wanted = [f"p{n}" for n in range(40)]
    wanted[2 * 3 * workers.BATCHES_AHEAD - 1] = DEADLY  # in the last batch under way
    outcomes = []
    for outcome in run_batches(batches(*wanted), 2, NOW):
        outcomes.append(outcome)
        time.sleep(0.03)
    assert names(outcomes) == wanted
    assert [o.path for o in outcomes if isinstance(o, Failed)] == [DEADLY]


def test_only_a_bounded_number_of_batches_is_read_ahead() -> None:
    read = 0

    def counted() -> Iterator[Batch]:
        nonlocal read
        for batch in batches(*(f"p{n}" for n in range(60)), size=1):
            read += 1
            yield batch

    outcomes = run_batches(counted(), 2, NOW)
    next(outcomes)
    assert read <= 2 * workers.BATCHES_AHEAD + 1
    outcomes.close()


def test_an_interrupt_ends_the_processes() -> None:
    def interrupted() -> Iterator[Batch]:
        yield from batches("p0", "p1")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(run_batches(interrupted(), 2, NOW))
    deadline = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not multiprocessing.active_children()
