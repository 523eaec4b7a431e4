"""The rooms of the house: each exists, and imports go one way only."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("engine", "mappings", "lexicon", "indexer", "search", "webui")
CONTRACT_FILES = ("pyproject.toml", "parknews.py")


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the sources in `folder` against the contracts of its pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def imported(path: Path) -> Iterator[str]:
    """The top names of what a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sources, to break."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in CONTRACT_FILES:
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_every_room_is_there_and_says_what_it_is() -> None:
    for room in ROOMS:
        start = ROOT / room / "__init__.py"
        assert start.is_file(), f"{room} is no package"
        assert ast.get_docstring(ast.parse(start.read_text(encoding="utf-8"))), f"{room} does not say what it is for"


def test_contracts_know_every_room() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["tool"]["importlinter"]["root_packages"]) >= set(ROOMS)


def test_contracts_hold() -> None:
    result = contracts(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("search/answer.py", "import indexer"),
        ("indexer/page.py", "import search"),
        ("webui/app.py", "import indexer"),
        ("webui/app.py", "import elasticsearch"),
        ("search/answer.py", "import flask"),
        ("engine/errors.py", "import search"),
        ("mappings/terms.py", "import engine"),
        ("lexicon/table.py", "import mappings"),
        ("search/answer.py", "import webui"),
    ],
)
def test_contracts_refuse_the_other_way(copy: Path, path: str, line: str) -> None:
    with (copy / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = contracts(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


def test_no_room_imports_the_command_line() -> None:
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    assert not [str(path.relative_to(ROOT)) for path in files if "parknews" in imported(path)]


def test_only_webui_imports_flask() -> None:
    files = [ROOT / "parknews.py", *(ROOT / "scripts").rglob("*.py")]
    files += [path for room in ROOMS if room != "webui" for path in (ROOT / room).rglob("*.py")]
    flask = {"flask", "flask_wtf", "flask_limiter", "flask_babel", "waitress", "jinja2", "werkzeug"}
    guilty = {str(path.relative_to(ROOT)): names for path in files if (names := flask & set(imported(path)))}
    assert not guilty
    assert any("flask" in imported(path) for path in (ROOT / "webui").rglob("*.py"))
