"""What the tests of whole runs share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engine import Settings, articles_alias
from indexer import RawPage, Skipped, Totals, run

ROOT = Path(__file__).parent.parent.parent
TEXT = "近日，平凉市召开园区高质量发展推进会议，总结今年以来的工作，安排部署下一阶段的任务。"
STATUSES = ("indexed", "unchanged", "duplicate", "skipped", "failed")


def write(path: Path, words: str = "") -> None:
    path.write_bytes(f"平凉工业园区动态\n{words}{TEXT}\n{TEXT}".encode())


def write_lines(path: Path, count: int) -> Path:
    lines = [
        json.dumps({"title": f"第{n}号动态", "text": f"{n}，{TEXT}{TEXT}"}, ensure_ascii=False) for n in range(count)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def stored(client: Elasticsearch, settings: Settings) -> dict[str, dict[str, Any]]:
    """The documents by the name of their page."""
    client.indices.refresh(index=articles_alias(settings))
    hits = client.search(index=articles_alias(settings), size=1000)["hits"]["hits"]
    return {hit["_source"]["path"].rsplit("/", 1)[-1]: hit["_source"] | {"_id": hit["_id"]} for hit in hits}


def counts(totals: Totals) -> tuple[int, ...]:
    assert totals.read == sum(totals.by_status[status] for status in STATUSES)
    return tuple(totals.by_status[status] for status in STATUSES)


def ledger_lines(ledger: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]


def cut_off(monkeypatch: pytest.MonkeyPatch, after: int, act: Callable[[], None]) -> None:
    """Let something happen when so many pages of a run have been read."""
    write_all = run._write_all

    def write_some(state: Any, items: Iterator[RawPage | Skipped], jobs: int) -> None:
        def some() -> Iterator[RawPage | Skipped]:
            for number, item in enumerate(items):
                if number == after:
                    act()
                yield item

        write_all(state, some(), jobs)

    monkeypatch.setattr(run, "_write_all", write_some)


def raising(error: type[BaseException]) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act
