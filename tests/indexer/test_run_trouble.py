"""Runs in which something goes wrong: nothing else is lost, and the next run goes on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engine import EngineUnavailable, Settings, articles_state, connect
from engine.errors import UserError
from indexer import RawPage, Skipped, index_paths, load, run, workers
from mappings import Document
from tests.indexer.relay import Relay
from tests.indexer.running import TEXT, counts, cut_off, ledger_lines, raising, stored, write, write_lines


class TestTrouble:
    def test_an_interrupted_run_is_gone_on_with(
        self,
        client: Elasticsearch,
        settings: Settings,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        path = write_lines(tmp_path / "many.jsonl", 60)
        monkeypatch.setattr(load, "CHUNK", 5)
        monkeypatch.setattr(run, "BATCH_PAGES", 4)
        cut_off(monkeypatch, 30, raising(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            index_paths(client, settings, [path], jobs=1)
        [ledger] = (settings.home / "ledgers" / settings.collection).iterdir()
        last = ledger_lines(ledger)[-1]["totals"]
        written = len(stored(client, settings))
        assert last["interrupted"]
        assert last["indexed"] == written
        assert 10 <= written <= 30
        monkeypatch.undo()
        totals, _ = index_paths(client, settings, [path])
        assert counts(totals) == (60 - written, written, 0, 0, 0)
        assert len(stored(client, settings)) == 60

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_a_page_on_which_the_pipeline_fails(
        self, client: Elasticsearch, settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
    ) -> None:
        process = workers.process

        def faulty(page: RawPage, *arguments: Any) -> Document | Skipped:
            if page.path.endswith("b.txt"):
                raise ZeroDivisionError("division by zero")
            return process(page, *arguments)

        monkeypatch.setattr(workers, "process", faulty)
        totals, ledger = index_paths(client, settings, [folder], jobs=jobs)
        assert counts(totals) == (3, 0, 0, 1, 1)
        assert any("ZeroDivisionError" in line.get("reason", "") for line in ledger_lines(ledger))
        assert stored(client, settings).keys() == {"a.txt", "c.txt", "d.txt"}

    def test_elasticsearch_going_away_and_coming_back(
        self, client: Elasticsearch, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write_lines(tmp_path / "many.jsonl", 60)
        monkeypatch.setattr(load, "CHUNK", 5)
        monkeypatch.setattr(run, "BATCH_PAGES", 4)
        with Relay(str(settings.elasticsearch_url)) as relay:
            cut_off(monkeypatch, 40, relay.cut)
            through = settings.model_copy(update={"elasticsearch_url": relay.url})
            with pytest.raises(EngineUnavailable), connect(through) as relayed:
                index_paths(relayed, through, [path], jobs=1)
        monkeypatch.undo()
        written = len(stored(client, settings))
        assert 10 <= written < 60
        totals, _ = index_paths(client, settings, [path])
        assert counts(totals) == (60 - written, written, 0, 0, 0)

    def test_a_missing_path_costs_nothing(self, client: Elasticsearch, settings: Settings, folder: Path) -> None:
        with pytest.raises(UserError, match="没有这个文件或文件夹"):
            index_paths(client, settings, [folder, folder / "nothing"], rebuild=True)
        assert not articles_state(client, settings).exists
        assert articles_state(client, settings).leftover == ()

    def test_odd_content_is_taken(self, client: Elasticsearch, settings: Settings, tmp_path: Path) -> None:
        place = tmp_path / "odd"
        place.mkdir()
        (place / "line.txt").write_text(TEXT * 40_000, encoding="utf-8")  # 5 MB in one line
        (place / "controls.txt").write_text(f"标题\x01平凉\x00\x02动态\n{TEXT}\x1b{TEXT}", encoding="utf-8")
        (place / "binary.html").write_bytes(bytes(range(256)) * 64)
        write(Path(os.fsdecode(os.fsencode(place) + b"/" + "公告".encode("gb18030") + b".txt")))
        line = {"url": "http://" + "长" * 20_000, "title": "标\ud800题" * 3000, "text": TEXT, "source": "\udfff" * 9}
        (place / "odd.jsonl").write_text(json.dumps(line) + "\nbroken\n", encoding="utf-8")
        totals, ledger = index_paths(client, settings, [place])
        assert counts(totals) == (4, 0, 0, 2, 0), ledger_lines(ledger)
        documents = stored(client, settings)
        assert len(documents["line.txt"]["body"]) == len(TEXT) * 40_000
        assert documents["controls.txt"]["title"] == "标题平凉动态"
        assert counts(index_paths(client, settings, [place])[0]) == (0, 4, 0, 2, 0)
