"""Repair on clean texts of your own: drawn at random, damaged with random tables, mended, and compared.

.venv/bin/python -m scripts.evaluation.fresh_damage PATH... [--texts N] [--seed S]
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer import RawPage, Skipped, process
from indexer.readers import read_paths
from scripts.evaluation.damage import Damaged, Model, lines_of, own_model, random_table, shared_model
from scripts.evaluation.repair import LEAST_TEXT, LONGEST_LINE, Score

TABLES = 4  # random ones, beside the model's own
MOST_CHARACTERS = 12_000  # of a text: comparing longer ones takes minutes
COUNTS = ("spots", "accepted", "characters")


def main() -> int:
    """Print a row for each path; 2 where a path has no clean text."""
    chosen = options("fresh_damage", __doc__)
    model = (chosen.model and shared_model(chosen.model)) or own_model()
    print(f"| {'texts of':24} | texts | spots | spots right | accepted ones right | characters right |")
    print("|---|---:|---:|---:|---:|---:|")
    for path in chosen.paths:
        texts = drawn(path, chosen.texts, chosen.seed)
        if not texts:
            print(f"{path}: no clean text of {LEAST_TEXT} to {MOST_CHARACTERS} characters", file=sys.stderr)
            return 2
        counts = _score(texts, model, chosen.seed).counts
        shares = " | ".join(f"{counts[f'{name} right'] / max(1, counts[name]):.2%}" for name in COUNTS)
        print(f"| {path.name:24} | {len(texts)} | {counts['spots']:,} | {shares} |", flush=True)
    return 0


def drawn(path: Path, number: int, seed: int) -> list[str]:
    """So many texts at random of those that the indexer leaves as they are."""
    texts = [text for page in read_paths([path]) if isinstance(page, RawPage) and (text := _clean(page))]
    random.Random(seed).shuffle(texts)
    return texts[:number]


def _clean(page: RawPage) -> str | None:
    document = process(page)
    if isinstance(document, Skipped) or document.repairs:
        return None
    body = lines_of(document.body, LONGEST_LINE)
    return body if LEAST_TEXT <= len(body) <= MOST_CHARACTERS else None


def damaged(texts: Sequence[str], model: Model, seed: int) -> Iterator[tuple[str, Damaged]]:
    """Every text, and how it comes out damaged with one of the tables in turn: the model's own, and random ones."""
    tables = [model.table, *(random_table(seed * TABLES + number) for number in range(TABLES))]
    for number, text in enumerate(texts):
        yield text, model.damage(text, tables[number % len(tables)])


def _score(texts: list[str], model: Model, seed: int) -> Score:
    score = Score()
    for number, (text, twin) in enumerate(damaged(texts, model, seed)):
        score.add(str(number), text, twin)
    return score


def options(program: str, description: str | None) -> argparse.Namespace:
    """The command line of a script that draws clean texts and damages them."""
    parser = argparse.ArgumentParser(prog=program, description=description)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="clean pages: folders, files, .jsonl.gz")
    parser.add_argument("--texts", type=int, default=60, metavar="N", help="texts drawn of each path")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another number draws other texts and tables")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="a folder whose model of the damage is used")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
