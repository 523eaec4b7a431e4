"""Runs of the indexer against a real Elasticsearch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engine import ContractMismatch, Settings, articles_state
from indexer import index_paths
from mappings import Document
from tests.indexer.running import TEXT, counts, cut_off, ledger_lines, raising, stored, write, write_lines


def test_a_document_keeps_the_time_at_which_it_first_came_in(
    client: Elasticsearch, settings: Settings, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, name)
    index_paths(client, settings, [tmp_path])
    first = stored(client, settings)
    assert all(document["added_at"] == document["indexed_at"] for document in first.values())
    write(tmp_path / "a.txt", "改过了。")
    write(tmp_path / "c.txt", "新来的。")
    index_paths(client, settings, [tmp_path])
    second = stored(client, settings)
    assert second["a.txt"]["added_at"] == first["a.txt"]["added_at"] < second["a.txt"]["indexed_at"]
    assert second["c.txt"]["added_at"] > first["a.txt"]["added_at"]
    index_paths(client, settings, [tmp_path], rebuild=True)
    third = stored(client, settings)
    assert {n: d["added_at"] for n, d in third.items()} == {n: d["added_at"] for n, d in second.items()}
    assert all(third[name]["indexed_at"] > second[name]["indexed_at"] for name in third)


class TestFirstRun:
    def test_counts_ledger_and_documents(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        totals, ledger = index_paths(client, settings, [folder])
        assert counts(totals) == (4, 0, 0, 1, 0)
        documents = stored(client, settings)
        assert documents.keys() == {"a.txt", "b.txt", "c.txt", "d.txt"}
        assert documents["c.txt"]["body"] == f"{TEXT}\n{TEXT}"
        assert documents["c.txt"]["region"][0] == "甘肃省"
        assert documents["c.txt"]["id"] == documents["c.txt"]["_id"]
        *lines, last = ledger_lines(ledger)
        assert last["totals"]["in"] == len(lines) == 5
        by_path = {line["path"]: line for line in lines}
        assert by_path[str(folder / "empty.txt")] == {
            "path": str(folder / "empty.txt"),
            "status": "skipped",
            "reason": "the file is empty",
        }
        assert by_path[str(folder / "a.txt")]["id"] == documents["a.txt"]["_id"]

    def test_several_processes_make_the_same(self, client: Elasticsearch, settings: Settings, tmp_path: Path) -> None:
        path = write_lines(tmp_path / "many.jsonl", 200)
        totals, _ = index_paths(client, settings, [path], jobs=2)
        assert counts(totals) == (200, 0, 0, 0, 0)
        assert len(stored(client, settings)) == 200

    def test_the_report_is_a_copy_of_the_ledger(
        self, client: Elasticsearch, settings: Settings, folder: Path, tmp_path: Path
    ) -> None:
        _, ledger = index_paths(client, settings, [folder], report=tmp_path / "out" / "report.jsonl")
        assert (tmp_path / "out" / "report.jsonl").read_bytes() == ledger.read_bytes()

    def test_a_report_inside_the_folder_is_not_read(
        self, client: Elasticsearch, settings: Settings, folder: Path
    ) -> None:
        """It grows with every line that is read from it: the run would never end."""
        inside = settings.model_copy(update={"home": folder / "home"})
        totals, _ = index_paths(client, inside, [folder], report=folder / "report.jsonl")
        assert counts(totals) == (4, 0, 0, 1, 0)

    def test_two_versions_of_a_page_are_both_kept_once(
        self, client: Elasticsearch, settings: Settings, tmp_path: Path
    ) -> None:
        line = {"url": "http://a.example/1", "title": "平凉工业园区动态"}
        texts = (TEXT * 2, TEXT * 2, TEXT * 3, TEXT * 3, TEXT * 2)
        path = tmp_path / "a.jsonl"
        path.write_text("\n".join(json.dumps(line | {"text": text}) for text in texts), encoding="utf-8")
        for rebuild in (False, True):
            totals, _ = index_paths(client, settings, [path], rebuild=rebuild)
            assert counts(totals) == (2, 0, 3, 0, 0)
        assert len(stored(client, settings)) == 2
        assert counts(index_paths(client, settings, [path])[0]) == (0, 2, 3, 0, 0)


class TestLaterRuns:
    def test_twice_changes_nothing(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        index_paths(client, settings, [folder])
        before = stored(client, settings)
        totals, ledger = index_paths(client, settings, [folder])
        assert counts(totals) == (0, 4, 0, 1, 0)
        assert stored(client, settings) == before  # indexed_at too
        assert [line["status"] for line in ledger_lines(ledger)[:-1]].count("unchanged") == 4

    def test_a_changed_page_is_updated(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        index_paths(client, settings, [folder])
        before = stored(client, settings)
        write(folder / "b.txt", "补充：")
        totals, _ = index_paths(client, settings, [folder])
        assert counts(totals) == (1, 3, 0, 1, 0)
        after = stored(client, settings)
        assert after["b.txt"]["body"].startswith("补充：")
        assert after["b.txt"]["_id"] == before["b.txt"]["_id"]
        assert {k: v for k, v in after.items() if k != "b.txt"} == {k: v for k, v in before.items() if k != "b.txt"}

    def test_a_page_that_is_gone_stays_without_prune(
        self, client: Elasticsearch, settings: Settings, folder: Path
    ) -> None:
        index_paths(client, settings, [folder])
        (folder / "a.txt").unlink()
        totals, _ = index_paths(client, settings, [folder])
        assert totals.pruned == 0
        assert "a.txt" in stored(client, settings)

    def test_prune(self, client: Elasticsearch, settings: Settings, folder: Path, tmp_path: Path) -> None:
        other = tmp_path / "pages-2"  # its path begins like the other's
        other.mkdir()
        write(other / "e.txt")
        index_paths(client, settings, [folder, other])
        (folder / "a.txt").unlink()
        (other / "e.txt").unlink()
        totals, ledger = index_paths(client, settings, [folder], prune_missing=True)
        assert totals.pruned == 1
        assert ledger_lines(ledger)[-1]["totals"]["pruned"] == 1
        assert stored(client, settings).keys() == {"b.txt", "c.txt", "d.txt", "e.txt"}

    def test_prune_keeps_what_could_not_be_read(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        write_lines(folder / "lines.jsonl", 3)
        index_paths(client, settings, [folder])
        (folder / "lines.jsonl").unlink()
        (folder / "lines.jsonl").symlink_to(folder / "nothing")
        (folder / "sub" / "c.txt").unlink()
        totals, _ = index_paths(client, settings, [folder], prune_missing=True)
        assert totals.pruned == 1
        assert stored(client, settings).keys() == {"a.txt", "b.txt", "d.txt", *(f"lines.jsonl#{n}" for n in (1, 2, 3))}

    def test_another_contract_asks_for_a_rebuild(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        index_paths(client, settings, [folder])
        index = articles_state(client, settings).index
        client.indices.put_mapping(index=str(index), meta={"contract_version": "0-older"})
        with pytest.raises(ContractMismatch, match="--rebuild"):
            index_paths(client, settings, [folder])
        totals, _ = index_paths(client, settings, [folder], rebuild=True)
        assert counts(totals) == (4, 0, 0, 1, 0)
        assert articles_state(client, settings).index != index


class TestRebuild:
    def test_a_new_index_takes_over(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        index_paths(client, settings, [folder])
        first = articles_state(client, settings)
        (folder / "a.txt").unlink()
        totals, _ = index_paths(client, settings, [folder], rebuild=True, prune_missing=True)
        second = articles_state(client, settings)
        assert counts(totals) == (3, 0, 0, 1, 0)
        assert second.index != first.index
        assert second.leftover == ()
        assert stored(client, settings).keys() == {"b.txt", "c.txt", "d.txt"}

    def test_the_first_run_may_be_one(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        index_paths(client, settings, [folder], rebuild=True)
        assert len(stored(client, settings)) == 4

    @pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
    def test_a_failed_one_leaves_the_old_index_serving(
        self,
        client: Elasticsearch,
        settings: Settings,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        error: type[BaseException],
    ) -> None:
        index_paths(client, settings, [folder])
        first, before = articles_state(client, settings), stored(client, settings)
        cut_off(monkeypatch, 2, raising(error))
        with pytest.raises(error):
            index_paths(client, settings, [folder], rebuild=True)
        assert articles_state(client, settings).index == first.index
        assert articles_state(client, settings).leftover == ()
        assert stored(client, settings) == before

    def test_a_document_that_is_refused_leaves_the_rest(
        self, client: Elasticsearch, settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A field that the mapping does not know: Elasticsearch refuses that document only."""
        plain = Document.as_source

        def odd(document: Document, *arguments: Any) -> dict[str, Any]:
            extra = {"unknown": 1} if document.path.endswith("b.txt") else {}
            return plain(document, *arguments) | extra

        monkeypatch.setattr(Document, "as_source", odd)
        totals, ledger = index_paths(client, settings, [folder], rebuild=True)
        assert counts(totals) == (3, 0, 0, 1, 1)
        [failed] = [line for line in ledger_lines(ledger)[:-1] if line["status"] == "failed"]
        assert failed["path"].endswith("b.txt")
        assert failed["reason"].startswith("Elasticsearch refused it: ")
        assert stored(client, settings).keys() == {"a.txt", "c.txt", "d.txt"}
