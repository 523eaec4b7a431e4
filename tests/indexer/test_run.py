"""Runs of the indexer against a real Elasticsearch."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engine import ContractMismatch, EngineUnavailable, Settings, articles_alias, articles_state, connect
from engine.errors import UserError
from indexer import RawPage, Skipped, Totals, index_paths, load, run, workers
from mappings import Document
from tests.indexer.relay import Relay

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples"
SEEDS = ROOT.parent / "shared" / "seeds"
TEXT = "近日，平凉市召开园区高质量发展推进会议，总结今年以来的工作，安排部署下一阶段的任务。"
STATUSES = ("indexed", "unchanged", "duplicate", "skipped", "failed")


@pytest.fixture
def settings(collection_settings: Settings, tmp_path: Path) -> Settings:
    return collection_settings.model_copy(update={"home": tmp_path / "home"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five pages, one of them empty."""
    place = tmp_path / "pages"
    (place / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"):
        write(place / name)
    (place / "empty.txt").write_bytes(b"")
    return place


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


def parknews(*arguments: str | Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "parknews.py"), *map(str, arguments)],
        env=environment or os.environ.copy(),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def environment(engine_environment: dict[str, str], settings: Settings) -> dict[str, str]:
    return engine_environment | {"PARKNEWS_HOME": str(settings.home)}


class TestCommand:
    def test_done_with_pages_skipped_then_without(
        self, client: Elasticsearch, settings: Settings, folder: Path, environment: dict[str, str]
    ) -> None:
        done = parknews("index", folder, environment=environment)
        assert done.returncode == 1
        assert "读入 5 页 = 入库 4 + 未变 0 + 重复 0 + 跳过 1 + 失败 0" in done.stdout
        assert "the file is empty" in done.stdout or "空" in done.stdout
        assert "Traceback" not in done.stderr
        (folder / "empty.txt").unlink()
        again = parknews("index", folder, "--jobs", "2", environment=environment)
        assert again.returncode == 0
        assert "未变 4" in again.stdout
        assert len(stored(client, settings)) == 4

    def test_unusable_input_is_2(self, folder: Path, environment: dict[str, str], tmp_path: Path) -> None:
        for arguments in (["index", tmp_path / "nothing"], ["index", folder, "--jobs", "0"]):
            done = parknews(*arguments, environment=environment)
            assert done.returncode == 2, done.stderr
            assert "Traceback" not in done.stderr
        (tmp_path / "file").write_text("", encoding="utf-8")
        done = parknews("index", folder, "--report", tmp_path / "file" / "r.jsonl", environment=environment)
        assert done.returncode == 2
        assert "无法写入" in done.stderr

    def test_no_elasticsearch_is_3(self, folder: Path, environment: dict[str, str]) -> None:
        away = {"ELASTICSEARCH_URL": "http://127.0.0.1:9", "ELASTICSEARCH_WAIT": "0"}
        done = parknews("index", folder, environment=environment | away)
        assert done.returncode == 3
        assert "parknews node start" in done.stderr
        assert "Traceback" not in done.stderr

    def test_ctrl_c(
        self, client: Elasticsearch, settings: Settings, environment: dict[str, str], tmp_path: Path
    ) -> None:
        path = write_lines(tmp_path / "many.jsonl", 1500)
        command = [sys.executable, str(ROOT / "parknews.py"), "index", str(path), "--jobs", "2"]
        errors = tmp_path / "errors"
        with errors.open("w") as stderr:
            # A session of its own: the signal goes to all its processes, as from a terminal.
            process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=stderr, start_new_session=True)
            alias, deadline = articles_alias(settings), time.monotonic() + 60
            while time.monotonic() < deadline and process.poll() is None:
                client.indices.refresh(index=alias, ignore_unavailable=True)
                if client.count(index=alias, ignore_unavailable=True)["count"]:
                    break
                time.sleep(0.02)
            os.killpg(process.pid, signal.SIGINT)
            assert process.wait(timeout=30) == 130
        assert "Traceback" not in errors.read_text(encoding="utf-8")
        assert "已中断" in errors.read_text(encoding="utf-8")
        client.indices.refresh(index=alias)
        written = client.count(index=alias)["count"]
        assert 0 < written < 1500
        totals, _ = index_paths(client, settings, [path])
        indexed, unchanged, *others = counts(totals)
        assert indexed + unchanged == 1500
        assert unchanged >= written  # a request that was under way may still have been carried out
        assert others == [0, 0, 0]


class TestInspect:
    def test_one_object_a_page_in_order(self, folder: Path, tmp_path: Path) -> None:
        write_lines(tmp_path / "lines.jsonl", 2)
        done = parknews("inspect", folder / "sub" / "d.txt", tmp_path / "lines.jsonl", folder / "a.txt", "--json")
        assert done.returncode == 0, done.stderr
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        paths = [folder / "sub" / "d.txt", *(f"{tmp_path}/lines.jsonl#{n}" for n in (1, 2)), folder / "a.txt"]
        assert [page["path"] for page in pages] == [str(path) for path in paths]
        fields = {
            "id",
            "path",
            "title",
            "body",
            "published",
            "region",
            "evidence",
            "removed",
            "repairs",
            "slogan",
            "kind",
        }
        assert all(fields <= page.keys() for page in pages)
        assert pages[0]["body"] == f"{TEXT}\n{TEXT}"
        assert pages[0]["published"] is None

    def test_a_skipped_page_has_its_reason_and_the_exit_code_tells(self, folder: Path) -> None:
        done = parknews("inspect", folder, "--json")
        assert done.returncode == 1
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(pages) == 5
        [skipped] = [page for page in pages if "skipped" in page]
        assert skipped == {"path": str(folder / "empty.txt"), "skipped": "the file is empty"}

    def test_a_missing_file_is_2(self, folder: Path) -> None:
        done = parknews("inspect", folder / "nothing.html", "--json")
        assert (done.returncode, done.stdout) == (2, "")
        assert "没有这个文件或文件夹" in done.stderr

    def test_every_real_page(self) -> None:
        places = [place for place in (SAMPLES, SEEDS) if place.exists()]
        done = parknews("inspect", *places, "--json")
        assert done.returncode in (0, 1)
        assert done.stderr == ""
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        files = [path for place in places for path in place.rglob("*")]
        assert len(pages) >= sum(path.suffix in (".html", ".htm", ".txt") for path in files) >= 70
        assert sum("body" in page for page in pages) > 0.8 * len(pages)
