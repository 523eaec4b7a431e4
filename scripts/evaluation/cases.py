"""The labelled pages: samples, golden pages of the tests, and labels over the shared corpora."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from indexer.page import Hints, RawPage, Skipped
from indexer.readers import read_paths
from indexer.repeats import Repeats, learn_repeats

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = ".expected.json"
REPO, SHARED = "repo", "shared"
TUNED, HELD_OUT = "tuned", "held_out"
SOURCES = (REPO, SHARED)
SPLITS = (TUNED, HELD_OUT)
LEARNT_FROM = 1000  # records from which repeated lines are learnt


@dataclass(frozen=True)
class Case:
    """A page and what a careful reader makes of it; `want` holds only the fields that the reader looked at."""

    name: str
    page: RawPage | Skipped
    want: dict[str, Any]


def golden_cases(split: str) -> Iterator[Case]:
    """Pages in the repository with `<page>.expected.json` beside them. The samples belong to the tuned half."""
    pages = ROOT / "tests" / "pages"
    folders = [ROOT / "samples", pages / TUNED] if split == TUNED else [pages / HELD_OUT]
    for folder in folders:
        for path in sorted(folder.rglob(f"*{EXPECTED}")):
            page = path.with_name(path.name.removesuffix(EXPECTED))
            [raw] = read_paths([page])
            yield Case(str(page.relative_to(ROOT)), raw, json.loads(path.read_text(encoding="utf-8")))


def labelled_cases(shared: Path, split: str) -> Iterator[Case]:
    """Records and pages of the shared corpora that have a label. Raises ValueError for a label without its page."""
    labels = [label for label in read_labels() if label["split"] == split]
    wanted: dict[str, set[int]] = {}
    for label in labels:
        wanted.setdefault(label["corpus"], set()).add(label.get("line", 0))
    folder = shared / "corpora"
    records = {name: _records(folder / name, lines) for name, lines in wanted.items() if _is_lines(name)}
    repeats = {name: _repeats(folder / name) for name, lines in wanted.items() if _is_lines(name)}
    for label in labels:
        corpus, line = label["corpus"], label.get("line", 0)
        if not _is_lines(corpus):
            [page] = read_paths([folder / corpus])
            yield Case(Path(corpus).name, page, label)
        elif line in records[corpus]:
            name = f"{corpus.partition('.')[0]}#{line}"
            record = _page_of(records[corpus][line], f"{folder / corpus}#{line}")
            [page] = repeats[corpus].mark([record])
            yield Case(name, page, label)
        else:
            raise ValueError(f"a label names line {line} of {corpus}, which has no such line")


def read_labels() -> Iterator[dict[str, Any]]:
    """All labels, file by file."""
    for path in sorted((ROOT / "tests" / "labels").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def corpus_texts(shared: Path, every: int, offset: int, least: int) -> Iterator[str]:
    """Running text of the policy corpus: one in `every` records of at least `least` characters, from `offset` on."""
    texts = (record["text"] for record in _all_records(shared / "corpora" / "hebei_policy_half.jsonl.gz"))
    long = (text for text in texts if len(text) >= least)
    yield from (text for number, text in enumerate(long) if number % every == offset)


def _is_lines(corpus: str) -> bool:
    return corpus.endswith(".jsonl.gz")


def _all_records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _records(path: Path, lines: set[int]) -> dict[int, dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return {number: json.loads(line) for number, line in enumerate(stream, 1) if number in lines}


def _repeats(path: Path) -> Repeats:
    """The lines that the corpus' sites repeat, as a run over the whole of it learns them."""
    return learn_repeats(islice(read_paths([path]), LEARNT_FROM))


def _page_of(record: dict[str, Any], path: str) -> RawPage:
    """The record as a page. Its date is left out: it is what has to be found."""
    content = record.get("html") or record.get("text") or ""
    kind = "html" if record.get("html") else "text"
    return RawPage(content, path, record.get("url") or None, kind, Hints(title=record.get("title")))
