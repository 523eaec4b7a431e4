"""`parknews index` and `parknews inspect` as processes: what they print, and the exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from engine import Settings, articles_alias
from indexer import index_paths
from tests.indexer.running import ROOT, TEXT, counts, stored, write_lines

SAMPLES = ROOT / "samples"
SEEDS = ROOT.parent / "shared" / "seeds"


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
