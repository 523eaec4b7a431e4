"""Golden tests: the sample pages against what a careful reader makes of them.

Each gate pins today's score and fails when it falls; a better score is kept by raising its number here. A page where
program and reader differ counts as an error: the expected documents are never fitted to the program.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import indexer
from mappings import Document, fold_width

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED = ".expected.json"
GRAM = 3  # characters
LEAST_BODY = 0.93  # F1 of any one page

# Share of the pages whose value is the reader's; for body the mean F1 of character 3-grams.
GATES = {
    "skipped": 1.0,
    "body": 0.9966,
    "title": 1.0,
    "published": 1.0,
    "published_precision": 1.0,
    "document_number": 1.0,
    "outlet": 0.953,
    "kind": 0.953,
    "region": 0.937,
    "park": 0.906,
    "industry": 0.406,
    "slogan": 0.984,
}
FEWEST = 60  # pages with an expected document: a gate over a handful of pages guards nothing


def _squeezed(text: str | None) -> str:
    return re.sub(r"[\s|]+", "", fold_width(text or ""))


# How two values are compared; the order of parks, industries and slogans does not count, that of regions does.
SAME: dict[str, Callable[[Any, Any], bool]] = {
    "title": lambda a, b: _squeezed(a) == _squeezed(b),
    **dict.fromkeys(("park", "industry", "slogan"), lambda a, b: set(a or ()) == set(b or ())),
    "region": lambda a, b: list(a or ()) == list(b or ()),
}


@dataclass
class Score:
    """Points of one field, and the pages that lost some."""

    points: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def mean(self) -> float:
        return sum(self.points) / len(self.points)

    def add(self, points: float, fault: str) -> None:
        self.points.append(points)
        if points < 1:
            self.faults.append(fault)


def pages() -> list[Path]:
    return [path.with_name(path.name.removesuffix(EXPECTED)) for path in sorted(SAMPLES.rglob(f"*{EXPECTED}"))]


def expected_of(page: Path) -> dict[str, Any]:
    return json.loads(page.with_name(page.name + EXPECTED).read_text(encoding="utf-8"))


def gram_f1(a: str, b: str) -> float:
    """F1 of the character 3-grams of two texts, white space aside."""
    one, two = (Counter(t[i : i + GRAM] for i in range(max(1, len(t) - GRAM + 1))) for t in map(_squeezed, (a, b)))
    return 2 * sum((one & two).values()) / (sum(one.values()) + sum(two.values()))


@pytest.fixture(scope="module")
def results() -> dict[Path, Document | indexer.Skipped]:
    out = {}
    for page in pages():
        [out[page]] = indexer.inspect_paths([page])
    return out


@pytest.fixture(scope="module")
def scores(results: dict[Path, Document | indexer.Skipped]) -> dict[str, Score]:
    found = {name: Score() for name in GATES}
    for page, result in results.items():
        want, name = expected_of(page), str(page.relative_to(SAMPLES))
        reason = result.reason if isinstance(result, indexer.Skipped) else None
        found["skipped"].add(float(want.get("skipped") == reason), f"{name}: {reason}, not {want.get('skipped')}")
        if isinstance(result, indexer.Skipped) or "skipped" in want:
            continue
        have = result.as_json()
        f1 = gram_f1(have["body"], want["body"])
        found["body"].add(f1, f"{name}: F1 {f1:.3f}")
        for key in GATES.keys() - {"skipped", "body"}:
            same = SAME.get(key, lambda a, b: (a or None) == (b or None))
            found[key].add(float(same(have[key], want[key])), f"{name}: {have[key]}, not {want[key]}")
    return found


def test_there_are_enough_pages() -> None:
    assert len(pages()) >= FEWEST
    assert any("skipped" in expected_of(page) for page in pages())


@pytest.mark.parametrize("gate", GATES)
def test_gate(gate: str, scores: dict[str, Score]) -> None:
    score = scores[gate]
    assert score.mean >= GATES[gate], f"{gate} {score.mean:.4f}:\n" + "\n".join(score.faults)


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(SAMPLES)))
def test_body_of_page(page: Path, results: dict[Path, Document | indexer.Skipped]) -> None:
    want, result = expected_of(page), results[page]
    if "skipped" in want:
        assert isinstance(result, indexer.Skipped)
        assert result.reason == want["skipped"]
    else:
        assert isinstance(result, Document)
        assert gram_f1(result.body, want["body"]) >= LEAST_BODY


def test_every_fact_has_evidence(results: dict[Path, Document | indexer.Skipped]) -> None:
    for page, result in results.items():
        if isinstance(result, indexer.Skipped):
            continue
        shown = {(e.fact, e.value) for e in result.evidence}
        values = result.as_json()
        for fact in ("published", "outlet", "site", "kind", "document_number"):
            if values[fact]:
                assert (fact, values[fact]) in shown, f"{page.name}: {fact}"
        for fact in ("region", "park", "industry", "slogan"):
            assert {(fact, v) for v in values[fact]} <= shown, f"{page.name}: {fact}"


def test_no_text_is_lost_without_a_reason(results: dict[Path, Document | indexer.Skipped]) -> None:
    """Every line of the expected text stands in title, text or removed lines; damaged lines are another matter."""
    for page, result in results.items():
        if isinstance(result, indexer.Skipped) or "damaged" in page.parts:
            continue
        kept = _squeezed(f"{result.title}{result.body}{''.join(r.text for r in result.removed)}")
        lost = [line for line in expected_of(page)["body"].split("\n") if _squeezed(line) not in kept]
        assert not lost, page.name
        assert all(removed.reason for removed in result.removed)
