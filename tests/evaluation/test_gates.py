"""The gates of scripts/evaluation/gates.py hold on the repository's own pages, and the measures can tell."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.evaluation import sections
from scripts.evaluation.cases import REPO, ROOT, TUNED, read_labels
from scripts.evaluation.gates import GATES, falls
from scripts.evaluation.judged import Pages
from scripts.evaluation.sections import Result

FEWEST_PAGES = 80  # a gate over a handful of pages guards nothing
FEWEST_LABELS = 150  # of pages and records together


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(REPO, TUNED, None)


@pytest.fixture(scope="module")
def kinds(pages: Pages) -> Result:
    return Result("kinds", REPO, TUNED, sections.SECTIONS["kinds"](pages))


def test_there_is_enough_to_measure(pages: Pages) -> None:
    assert len(pages.cases) >= FEWEST_PAGES
    labels = list(read_labels())
    held_out = [label for label in labels if label["split"] == "held_out"]
    assert len(labels) + len(list((ROOT / "tests" / "pages").rglob("*.expected.json"))) >= FEWEST_LABELS
    assert len(held_out) >= len(labels) // 3


@pytest.mark.parametrize("section", GATES[REPO])
def test_gates_hold(section: str, pages: Pages) -> None:
    result = Result(section, REPO, TUNED, sections.SECTIONS[section](pages))
    assert not falls([result])


def test_a_fall_is_told(kinds: Result) -> None:
    [metric] = [m for name, m in kinds.findings.metrics.items() if name == "kind right"]
    worse = dataclasses.replace(metric, value=GATES[REPO]["kinds"]["kind right"] - 0.001)
    fallen = dataclasses.replace(kinds.findings, metrics={"kind right": worse})
    [told] = falls([dataclasses.replace(kinds, findings=fallen)])
    assert "kind right" in told and "below its gate" in told


def test_a_number_that_is_gone_is_told(kinds: Result) -> None:
    empty = dataclasses.replace(kinds.findings, metrics={})
    [told] = falls([dataclasses.replace(kinds, findings=empty)])
    assert "is gone" in told


def test_the_held_out_half_has_no_gate(kinds: Result) -> None:
    empty = dataclasses.replace(kinds.findings, metrics={})
    assert not falls([dataclasses.replace(kinds, findings=empty, split="held_out")])


def test_the_command_prints_json(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scripts.evaluation", "slogans", "--json"]
    alone = os.environ | {"PARKNEWS_SHARED": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1) and done.stdout, done.stderr
    assert "only the repository's pages" in done.stderr
    results = json.loads(done.stdout)["results"]
    assert results[0]["section"] == "slogans"
    assert results[0]["metrics"]["slogan recall"]["of"] > 0
    assert [(result["source"], result["split"]) for result in results] == [(REPO, TUNED)]


def test_an_unknown_section_is_a_usage_error() -> None:
    command = [sys.executable, "-m", "scripts.evaluation", "weather"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no section weather" in done.stderr
