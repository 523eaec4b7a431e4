"""Measures of rankings, and how sure a difference between two rankings is."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.evaluation.ranking.asked import RIGHT, Asked

DEPTH = 10
MEASURES = ("R@1", "MRR@10", "R@10", "nDCG@10")
RESAMPLES = 1000
SEED = 5
SURE = 0.95


@dataclass(frozen=True)
class Ranked:
    """What a ranker made of one question: each measure, and the rank of the first right document, 0 when none."""

    measures: dict[str, float]
    first: int


def judge(asked: Asked, found: Sequence[str], groups: Mapping[str, str]) -> Ranked:
    """A ranking measured. A near-copy stands for what it copies; of several copies the first counts."""
    grades = {groups.get(name, name): 0 for name in asked.answers}
    for name, grade in asked.answers.items():
        text = groups.get(name, name)
        grades[text] = max(grades[text], grade)
    texts = list(dict.fromkeys(groups.get(name, name) for name in found))[:DEPTH]
    gains = [grades.get(text, 0) for text in texts]
    first = next((rank for rank, grade in enumerate(gains, 1) if grade >= RIGHT), 0)
    best = _discounted(sorted(grades.values(), reverse=True)[:DEPTH])
    measures = (first == 1, 1 / first if first else 0.0, first > 0, _discounted(gains) / best if best else 0.0)
    return Ranked(dict(zip(MEASURES, map(float, measures), strict=True)), first)


def mean(ranked: Sequence[Ranked], measure: str) -> float:
    """A measure over all questions."""
    return sum(r.measures[measure] for r in ranked) / len(ranked)


def difference(ours: Sequence[Ranked], other: Sequence[Ranked], measure: str) -> tuple[float, float, float]:
    """By how much ours is better, and between which bounds that lies, by resampling the questions."""
    gaps = [a.measures[measure] - b.measures[measure] for a, b in zip(ours, other, strict=True)]
    chance = random.Random(SEED)
    means = sorted(sum(chance.choices(gaps, k=len(gaps))) / len(gaps) for _ in range(RESAMPLES))
    cut = round(RESAMPLES * (1 - SURE) / 2)
    return sum(gaps) / len(gaps), means[cut], means[-cut - 1]


def _discounted(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))
