"""Finding Java: real installations where the machine has them, scripts that answer as an unfit one would."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine import Settings, load_settings
from engine.java import MINIMUM, find_java, probe
from engine.nodeuser import NodeUser, node_user


@pytest.fixture
def user() -> NodeUser:
    return node_user(load_settings())


def java_that_prints(home: Path, text: str, exit_code: int = 0) -> Path:
    program = home / "bin" / "java"
    program.parent.mkdir(parents=True)
    for path in (home, program.parent):
        path.chmod(0o755)
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{text}\nEND\nexit {exit_code}\n", encoding="utf-8")
    program.chmod(0o755)
    return home


@pytest.mark.parametrize(
    ("printed", "version"),
    [
        ("java.base@25.0.3\njdk.incubator.vector@25.0.3", 25),
        ("java.base@21\njdk.incubator.vector@21", 21),
        ("java.base@17.0.15\njdk.incubator.vector@17.0.15", None),
        ("java.base@25.0.3\njava.xml@25.0.3", None),  # a runtime made without the module
        ("Unrecognized option: --list-modules", None),  # Java 8
    ],
)
def test_version_and_module_decide(printed: str, version: int | None, open_folder: Path, user: NodeUser) -> None:
    java = probe(java_that_prints(open_folder / "jdk", printed), user)
    assert (java.version if java else None) == version


def test_folder_without_java_is_no_java(open_folder: Path, user: NodeUser) -> None:
    assert probe(open_folder, user) is None


def test_unfit_java_is_passed_over(open_folder: Path, user: NodeUser, monkeypatch: pytest.MonkeyPatch) -> None:
    old = java_that_prints(open_folder / "old", "java.base@17.0.15\njdk.incubator.vector@17.0.15")
    good = java_that_prints(open_folder / "good", "java.base@99\njdk.incubator.vector@99")
    monkeypatch.setenv("ES_JAVA_HOME", str(old))
    monkeypatch.setenv("JAVA_HOME", str(good))
    monkeypatch.setenv("PATH", f"{old / 'bin'}:{os.environ['PATH']}")
    found = find_java(user)
    assert found is not None
    assert (found.home, found.version) == (good.resolve(), 99)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the node as another user")
def test_java_that_the_node_user_cannot_reach_is_passed_over(open_folder: Path, user: NodeUser) -> None:
    home = java_that_prints(open_folder / "jdk", "java.base@99\njdk.incubator.vector@99")
    assert probe(home, user) is not None
    open_folder.chmod(0o700)
    assert probe(home, user) is None


def test_java_of_this_machine_is_fit(engine_settings: Settings, user: NodeUser) -> None:
    """The node of these tests was started with it, or another Elasticsearch is used and Java may be missing."""
    java = find_java(user)
    if java is None:
        assert os.environ.get("ELASTICSEARCH_URL"), "the local node runs, so there is a Java"
    else:
        assert java.version >= MINIMUM
