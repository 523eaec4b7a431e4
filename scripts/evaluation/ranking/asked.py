"""The questions, each with the documents that answer it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.evaluation.cases import ROOT

QUESTIONS = ROOT / "tests" / "ranking"
SETS = ("questions", "research")  # files of that folder
CONTROL = "control"
RIGHT = 2  # the grade of a document that answers; 1 is one that helps


@dataclass(frozen=True)
class Asked:
    """A question, its kind, and the grade of each document that answers it or helps, by `corpus#line` or id."""

    query: str
    kind: str
    answers: dict[str, int]


def read_asked(name: str, split: str, corpora: Path) -> list[Asked]:
    """The questions of a set and half. Raises ValueError where a record is not the one that was judged."""
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, filter(str.strip, lines)) if row["split"] == split]
    _check([answer for row in rows for answer in row["answers"]], corpora)
    return [Asked(row["query"], row["kind"], {_identity(a): a["grade"] for a in row["answers"]}) for row in rows]


def read_control(folder: Path) -> tuple[list[Asked], list[dict[str, Any]]]:
    """The control's questions, each with its one right passage, and its passages (id, title, text)."""
    asked = [Asked(row["query"], CONTROL, {row["docid"]: RIGHT}) for row in _rows(folder / "queries.jsonl.gz")]
    return asked, list(_rows(folder / "documents.jsonl.gz"))


def _identity(answer: dict[str, Any]) -> str:
    return f"{answer['corpus']}#{answer['line']}"


def _check(answers: list[dict[str, Any]], corpora: Path) -> None:
    """Each answer names the beginning of its record's title."""
    titles: dict[str, str] = {}
    for corpus in {answer["corpus"] for answer in answers}:
        titles |= {f"{corpus}#{n}": row.get("title") or "" for n, row in enumerate(_rows(corpora / corpus), 1)}
    for answer in answers:
        title = titles.get(_identity(answer), "")
        if not title.startswith(answer["title"]):
            raise ValueError(f"{_identity(answer)} is “{title[:20]}”, and “{answer['title']}” was judged")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)
