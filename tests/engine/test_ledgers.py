"""What the ledgers in the home folder tell of the last runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Settings, last_runs, ledger_path
from indexer.ledger import Ledger


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, collection="main")


def write(path: Path) -> Path:
    with Ledger(path) as ledger:
        ledger.enter("a.html", "indexed", "1")
        for number in range(5):
            ledger.enter(f"list{number}.html", "skipped", reason="list page: 30 links")
        ledger.enter("\udcffb.html", "failed", reason="ValueError: 坏")
    return path


def test_two_runs_have_two_ledgers(settings: Settings) -> None:
    first, second = ledger_path(settings), ledger_path(settings)
    assert first != second
    assert first.parent == settings.home / "ledgers" / "main"


def test_the_last_run_comes_first_with_totals_and_examples(settings: Settings) -> None:
    paths = [write(ledger_path(settings)) for _ in range(3)]
    runs = last_runs(settings, most=2)
    assert [run.path for run in runs] == paths[:0:-1]
    totals = runs[0].totals
    assert totals is not None and (totals["in"], totals["skipped"], totals["interrupted"]) == (7, 5, False)
    assert runs[0].examples == {
        "list page": ("list0.html", "list1.html", "list2.html"),
        "ValueError": (r"\udcffb.html",),
    }
    assert runs[0].started.tzinfo is not None


def test_a_run_that_was_killed_has_no_totals(settings: Settings) -> None:
    path = write(ledger_path(settings))
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex('{"totals"') + 12], encoding="utf-8")
    [run] = last_runs(settings)
    assert run.totals is None
    assert "list page" in run.examples


def test_other_files_and_empty_ledgers_do_no_harm(settings: Settings) -> None:
    assert last_runs(settings) == ()
    place = ledger_path(settings)
    place.parent.mkdir(parents=True)
    (place.parent / "notes.jsonl").write_text("{}", encoding="utf-8")
    place.write_text("", encoding="utf-8")
    [run] = last_runs(settings)
    assert (run.totals, dict(run.examples)) == (None, {})


def test_a_ledger_that_grows_is_read_again(settings: Settings) -> None:
    path = ledger_path(settings)
    path.parent.mkdir(parents=True)
    path.write_text('{"path": "a", "status": "skipped", "reason": "no text"}\n', encoding="utf-8")
    assert last_runs(settings)[0].totals is None
    write(path)
    assert last_runs(settings)[0].totals is not None


def test_ledgers_of_other_collections_are_not_shown(settings: Settings) -> None:
    write(ledger_path(settings.model_copy(update={"collection": "other"})))
    assert last_runs(settings) == ()
