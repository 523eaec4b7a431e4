"""The questions that ranking is measured by, and the measures on rankings whose score is known."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from scripts.evaluation.cases import ROOT, SPLITS
from scripts.evaluation.ranking.asked import QUESTIONS, RIGHT, SETS, Asked, read_asked
from scripts.evaluation.ranking.measures import Ranked, difference, judge, mean

LEAST = {"questions": 300, "research": 80}
KINDS = {"keyword", "slogan", "place", "title", "number", "question", "colloquial"}
ONE = Asked("园区政策", "keyword", {"a": 2})
GRADED = Asked("园区政策", "keyword", {"a": 2, "b": 1, "c": 1})


def test_where_the_right_document_stands() -> None:
    assert judge(ONE, ["a", "x"], {}) == Ranked({"R@1": 1, "MRR@10": 1, "R@10": 1, "nDCG@10": 1}, 1)
    second = judge(ONE, ["x", "a"], {})
    assert second.first == 2
    assert second.measures == {
        "R@1": 0,
        "MRR@10": 0.5,
        "R@10": 1,
        "nDCG@10": pytest.approx(0.6309, abs=1e-4),
    }
    assert judge(ONE, list("1234567890a"), {}) == Ranked({"R@1": 0, "MRR@10": 0, "R@10": 0, "nDCG@10": 0}, 0)
    assert judge(ONE, [], {}).first == 0


def test_a_document_that_helps_counts_for_gain_only() -> None:
    helped = judge(GRADED, ["b", "a", "c"], {})
    assert helped.first == 2
    assert 0.5 < helped.measures["nDCG@10"] < 1
    assert judge(GRADED, ["a", "b", "c"], {}).measures["nDCG@10"] == 1


def test_a_near_copy_stands_for_what_it_copies_and_counts_once() -> None:
    groups = {"a": "g", "copy": "g"}
    assert judge(ONE, ["copy", "a"], groups).measures["nDCG@10"] == 1
    assert judge(GRADED, ["a", "copy", "b", "c"], groups).measures["nDCG@10"] == 1


def test_a_difference_and_its_bounds() -> None:
    good, bad = judge(ONE, ["a"], {}), judge(ONE, [], {})
    assert mean([good, good, bad, bad], "MRR@10") == 0.5
    assert difference([good] * 20, [bad] * 20, "MRR@10") == (1, 1, 1)
    gap, low, high = difference([good, bad] * 20, [bad, good] * 20, "MRR@10")
    assert gap == 0
    assert low < 0 < high


@pytest.mark.parametrize("name", SETS)
def test_the_questions_are_many_and_each_has_its_answer(name: str) -> None:
    rows = [json.loads(line) for line in (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= LEAST[name]
    assert len({row["query"] for row in rows}) == len(rows)
    assert set(Counter(row["split"] for row in rows)) == set(SPLITS)
    assert {row["kind"] for row in rows} == (KINDS if name == "research" else {"question"})
    for row in rows:
        assert any(answer["grade"] == RIGHT for answer in row["answers"]), row["query"]
        places = [(answer["corpus"], answer["line"]) for answer in row["answers"]]
        assert len(set(places)) == len(places), row["query"]
        assert all(len(answer["title"]) <= 12 for answer in row["answers"])


@pytest.mark.parametrize("name", SETS)
def test_the_answers_are_the_records_that_were_judged(name: str) -> None:
    corpora = Path(os.environ.get("PARKNEWS_SHARED") or ROOT.parent / "shared") / "corpora"
    if not corpora.is_dir():
        pytest.skip("the shared corpora are not here")
    assert sum(len(read_asked(name, split, corpora)) for split in SPLITS) >= LEAST[name]
