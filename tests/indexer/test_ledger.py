"""The ledger and the progress of a run."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from engine.errors import UserError
from indexer.ledger import Ledger, Totals, summary
from indexer.progress import Progress


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def filled(*paths: Path) -> Ledger:
    with Ledger(*paths) as ledger:
        ledger.enter("a.html", "indexed", "1")
        ledger.enter("b\nc\udcff.html", "skipped", reason="no text")
        ledger.enter("d.html", "failed", "2", "ValueError: 7")
        ledger.enter("e.html", "failed", "3", "ValueError: 8")
    return ledger


def test_a_line_for_each_page_and_one_of_totals(tmp_path: Path) -> None:
    ledger = filled(tmp_path / "x" / "1.jsonl", tmp_path / "2.jsonl")
    first, second = (tmp_path / "x" / "1.jsonl", tmp_path / "2.jsonl")
    assert first.read_bytes() == second.read_bytes()
    *pages, last = lines(first)
    assert pages[0] == {"path": "a.html", "status": "indexed", "id": "1"}
    assert [page["status"] for page in pages] == ["indexed", "skipped", "failed", "failed"]
    assert last == {"totals": ledger.totals.as_json()}
    assert last["totals"] == {
        "in": 4, "indexed": 1, "unchanged": 0, "duplicate": 0, "skipped": 1, "failed": 2, "pruned": 0,
        "interrupted": False, "reasons": {"ValueError": 2, "no text": 1},
    }  # fmt: skip


def test_totals_are_written_when_the_run_is_cut_off(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Ledger(tmp_path / "1.jsonl") as ledger:
        ledger.enter("a.html", "indexed", "1")
        raise KeyboardInterrupt
    assert lines(tmp_path / "1.jsonl")[-1]["totals"] == Totals(ledger.totals.by_status, interrupted=True).as_json()


def test_a_ledger_that_cannot_be_written_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match=r"账本 .*无法写入"), Ledger(tmp_path / "file" / "1.jsonl"):
        pass


def test_complete_means_that_every_page_became_a_document() -> None:
    totals = Totals()
    totals.by_status.update(["indexed", "unchanged", "duplicate"])
    assert totals.complete
    totals.by_status["skipped"] += 1
    assert not totals.complete


def test_the_summary_adds_up(tmp_path: Path) -> None:
    told = summary(filled(tmp_path / "1.jsonl").totals, Path("where.jsonl"))
    assert told[0] == "读入 4 页 = 入库 1 + 未变 0 + 重复 0 + 跳过 1 + 失败 2"
    assert "  2 × ValueError" in told
    assert told[-1] == "账本：where.jsonl"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_plain_lines_where_there_is_no_terminal() -> None:
    out, totals = io.StringIO(), Totals()
    progress = Progress(10, out)
    totals.by_status.update(indexed=3, skipped=1)
    progress.show(totals)
    assert out.getvalue() == ""  # no line for each page
    progress.close(totals)
    assert out.getvalue().startswith("4/10 页，每秒 ")
    assert "入库 3 跳过 1" in out.getvalue()
    assert "\r" not in out.getvalue()


def test_progress_is_a_bar_on_a_terminal() -> None:
    out, totals = Terminal(), Totals()
    progress = Progress(None, out)
    totals.by_status.update(indexed=3)
    progress.close(totals)
    assert "\r" in out.getvalue()
    assert "入库 3" in out.getvalue()
