"""The commands as processes: what they print, where, and the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from engine import Settings, begin_rebuild, ensure_articles

ROOT = Path(__file__).parents[2]


def run(
    *arguments: str, environment: dict[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "parknews.py"), *arguments],
        env=environment,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def no_node(open_folder: Path) -> dict[str, str]:
    """An environment with no Elasticsearch and an empty home."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ELASTICSEARCH_", "PARKNEWS_"))}
    return kept | {"PARKNEWS_HOME": str(open_folder / "home")}


def test_help_works_with_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "parknews.toml").write_text("nonsense", encoding="utf-8")
    done = run("--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "node" in done.stdout


def test_wrong_setting_is_one_line_and_exit_2(no_node: dict[str, str]) -> None:
    done = run("--collection", "A B", "node", "status", environment=no_node)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "PARKNEWS_COLLECTION" in done.stderr
    assert done.stdout == ""


def test_unknown_command_is_exit_2(no_node: dict[str, str]) -> None:
    done = run("stauts", environment=no_node)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_status_of_no_node_is_exit_3(no_node: dict[str, str]) -> None:
    done = run("node", "status", environment=no_node)
    assert done.returncode == 3
    assert "没有运行" in done.stdout
    assert "parknews.log" in done.stdout
    assert no_node["PARKNEWS_HOME"] in done.stdout


def test_stop_of_no_node_is_no_error(no_node: dict[str, str]) -> None:
    assert run("node", "stop", environment=no_node).returncode == 0


def test_doctor_starts_nothing_and_advises(no_node: dict[str, str]) -> None:
    done = run("doctor", environment=no_node | {"PARKNEWS_COLECTION": "x"})
    assert done.returncode == 0, "a node that can be started at need is no failure"
    assert "parknews node start" in done.stdout
    assert "PARKNEWS_COLECTION" in done.stdout
    assert run("node", "status", environment=no_node).returncode == 3


def test_doctor_without_the_server_of_the_address_is_exit_3(no_node: dict[str, str]) -> None:
    done = run("doctor", environment=no_node | {"ELASTICSEARCH_URL": "http://127.0.0.1:9"})
    assert done.returncode == 3
    assert "ELASTICSEARCH_URL" in done.stdout
    assert done.stderr == ""


def test_doctor_of_a_filled_collection(
    engine_environment: dict[str, str], client: Elasticsearch, collection_settings: Settings
) -> None:
    assert "parknews index" in run("doctor", environment=engine_environment).stdout
    index = ensure_articles(client, collection_settings)
    done = run("doctor", environment=engine_environment)
    assert done.returncode == 0
    assert f"集合 {collection_settings.collection}：0 篇" in done.stdout
    leftover = begin_rebuild(client, collection_settings)
    assert leftover in run("doctor", environment=engine_environment).stdout
    client.indices.put_mapping(index=index, meta={"contract_version": "0-00000000"})
    done = run("doctor", environment=engine_environment)
    assert done.returncode == 3
    assert "--rebuild" in done.stdout
