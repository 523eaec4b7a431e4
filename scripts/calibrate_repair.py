"""How often repairs of each certainty are right, and the two numbers that turn the models' odds into that certainty.

.venv/bin/python -m scripts.calibrate_repair PATH... [--texts N] [--seed S] [--model FOLDER]

Clean texts are damaged afresh as by scripts.evaluation.fresh_damage and mended. The numbers printed belong into
indexer/repair/verdict.py as SLOPE and TAKEN_OFF.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.repair import repair
from indexer.repair.verdict import LIMIT, SLOPE, SURE, TAKEN_OFF
from scripts.evaluation.compare import narrow
from scripts.evaluation.damage import Model, own_model, shared_model
from scripts.evaluation.fresh_damage import damaged, drawn, options
from scripts.evaluation.repair import Aligned, paired_lines

BOUNDS = (-math.inf, 0.0, 0.2, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, math.inf)  # of certainty
ROUNDS = 12  # of Newton's method
MOST = 30.0  # logarithm of odds, either way
Judged = tuple[float, bool]  # certainty, and whether the likeliest reading is right


def main() -> int:
    """Print how often each certainty is right, and the fit."""
    chosen = options("calibrate_repair", __doc__)
    model = (chosen.model and shared_model(chosen.model)) or own_model()
    judged = [
        one for path in chosen.paths for one in _judged(drawn(path, chosen.texts, chosen.seed), model, chosen.seed)
    ]
    for low, high in pairwise(BOUNDS):
        rights = [right for certainty, right in judged if low <= certainty < high]
        if rights:
            print(f"{low:5} to {high:4}: {len(rights):5} repairs, {sum(rights) / len(rights):6.1%} right")
    slope, taken_off = _fitted([one for one in judged if one[0] < SLOPE * LIMIT])
    print(f"SLOPE {SLOPE * slope:.2f}, TAKEN_OFF {taken_off + slope * TAKEN_OFF:.2f}")
    return 0


def _judged(texts: Sequence[str], model: Model, seed: int) -> Iterator[Judged]:
    for text, twin in damaged(texts, model, seed):
        result = repair(twin.text)
        lines = [Aligned(narrow(want), narrow(got)) for want, got in paired_lines(text, result.text)]
        for spot in result.spots:
            if spot.certainty is None or spot.certainty == SURE:
                continue
            line = lines[spot.line]
            likeliest = narrow(spot.best) == line.want_near(spot.start, spot.end)
            yield spot.certainty, line.holds(spot.start, spot.end) if spot.accepted else likeliest


def _fitted(judged: Sequence[Judged]) -> tuple[float, float]:
    """Slope and what is to be taken off, so that slope * certainty less that is the logarithm of the odds."""
    slope, base = 1.0, 0.0
    for _ in range(ROUNDS):
        by_slope = by_base = both = squares = weights = 0.0
        for certainty, right in judged:
            chance = 1 / (1 + math.exp(-max(-MOST, min(MOST, slope * certainty + base))))
            weight, error = chance * (1 - chance), right - chance
            by_slope, by_base = by_slope + error * certainty, by_base + error
            squares, both, weights = squares + weight * certainty**2, both + weight * certainty, weights + weight
        whole = squares * weights - both**2
        if not whole:
            break
        slope += (weights * by_slope - both * by_base) / whole
        base += (squares * by_base - both * by_slope) / whole
    return slope, -base


if __name__ == "__main__":
    sys.exit(main())
