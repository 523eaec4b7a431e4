"""Repair: clean texts are damaged and mended again; clean pages must stay as they are."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import opencc

from indexer.repair import RepairResult, repair
from scripts.evaluation.cases import SHARED
from scripts.evaluation.compare import narrow
from scripts.evaluation.damage import (
    Damaged,
    Model,
    Table,
    lines_of,
    own_model,
    random_table,
    shared_model,
)
from scripts.evaluation.findings import Findings, Listing, Metric, present
from scripts.evaluation.judged import Pages

LONGEST_LINE = 300  # characters
LEAST_TEXT = 200  # characters: a text to damage
MOST_TEXTS = 24  # damaged, of one set of pages
TIMED_TEXT = 30_000  # characters
CORPUS_EVERY = 40  # one record in so many of the shared corpus; the halves take different ones
SEEDS = {"tuned": (11, 12), "held_out": (21, 22)}  # of the random tables
VARIANTS = ("s2hk", "s2twp")  # traditional text as in Hong Kong and Taiwan
DECOYS = ("(km)", "(R&D)", "(一期)", "(jīng)")  # behind some lines of clean text: no damage
DECOY_EVERY = 4  # lines
SHOWN_FAULTS = 25
Text = tuple[str, str]  # its name, and itself
SHOWN_AROUND = 8  # characters on either side of a difference


@dataclass
class Score:
    """Counts over many damaged texts."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, name: str, truth: str, damaged: Damaged) -> None:
        """Mend one text and hold it against its clean twin."""
        result = repair(damaged.text)
        lines = [(narrow(a), narrow(b)) for a, b in paired_lines(truth, result.text)]
        aligned = [Aligned(want, got) for want, got in lines]
        self.counts["characters right"] += sum(line.matched for line in aligned)
        self.counts["characters"] += sum(max(len(want), len(got)) for want, got in lines)
        self.counts["texts restored"] += all(want == got for want, got in lines)
        self.counts["texts"] += 1
        for spot in damaged.spots:
            self.counts["spots"] += 1
            self.counts["spots right"] += aligned[spot.line].keeps(spot.start, spot.end)
        self._accepted(name, result, aligned)

    def _accepted(self, name: str, result: RepairResult, aligned: list[Aligned]) -> None:
        for spot in result.spots:
            if not spot.accepted:
                continue
            right = aligned[spot.line].holds(spot.start, spot.end)
            self.counts["accepted"] += 1
            self.counts["accepted right"] += right
            if not right:
                want = aligned[spot.line].want_near(spot.start, spot.end)
                self.faults.append((spot.before, spot.after, want, f"{spot.certainty:.1f}", name))


class Aligned:
    """A true line beside its mended one."""

    def __init__(self, want: str, got: str) -> None:
        self.want, self.got = want, got
        matcher = SequenceMatcher(None, want, got, autojunk=False)
        self.blocks = [(0, 0, len(want))] if want == got else [tuple(block) for block in matcher.get_matching_blocks()]
        self.matched = sum(size for *_, size in self.blocks)

    def keeps(self, start: int, end: int) -> bool:
        """Whether the true characters of this range, and its neighbours, stand together in the mended line."""
        return self._inside(0, max(0, start - 1), min(len(self.want), end + 1))

    def holds(self, start: int, end: int) -> bool:
        """Whether the mended characters of this range, and its neighbours, stand together in the true line."""
        return self._inside(1, max(0, start - 1), min(len(self.got), end + 1))

    def _inside(self, side: int, start: int, end: int) -> bool:
        if start == 0 == self.blocks[0][0] and self.blocks[0][1]:
            return False  # something was put in front of the line
        return any(block[side] <= start and end <= block[side] + block[2] for block in self.blocks)

    def want_near(self, start: int, end: int) -> str:
        """About what should stand at this range of the mended line."""
        before = [block for block in self.blocks if block[2] and block[1] <= start]
        after = [block for block in self.blocks if block[2] and block[1] + block[2] >= end]
        left = before[-1][0] + min(start - before[-1][1], before[-1][2]) if before else 0
        right = after[0][0] + max(0, end - after[0][1]) if after else len(self.want)
        return self.want[left:right]


def evaluate(pages: Pages) -> Findings:
    """Damaged texts against their clean twins, clean pages against themselves, and the time it takes."""
    texts = list(pages.clean_texts(CORPUS_EVERY, LEAST_TEXT))
    simplified = [(name, text) for name, text in texts if _is_simplified(text)]
    long = [(name, lines_of(text, LONGEST_LINE)) for name, text in simplified if len(text) >= LEAST_TEXT]
    if not long:
        return Findings({}, note="no clean text to damage")
    chosen = long[:: -(-len(long) // MOST_TEXTS)]
    model = (pages.shared and pages.source == SHARED and shared_model(pages.shared)) or own_model()
    others = [random_table(seed) for seed in SEEDS[pages.split]]
    metrics: dict[str, Metric] = {}
    listings = []
    plans: tuple[tuple[str, Sequence[Table]], ...] = (("known table", [model.table]), ("random tables", others))
    for label, tables in plans:
        found, listing = _damaged(label, chosen, model, tables)
        metrics |= found
        listings.append(listing)
    clean, changed = _clean(texts, simplified)
    metrics |= clean | _time(chosen, model)
    main = tuple(f"{name}, {label}" for label in ("known table", "random tables") for name in ("characters", "spots"))
    return Findings(metrics, (*listings, changed), (*main, "clean pages changed", "time for 30,000 characters"))


def _damaged(label: str, texts: list[Text], model: Model, tables: Sequence[Table]) -> tuple[dict[str, Metric], Listing]:
    """Every text damaged with one of the tables in turn."""
    score = Score()
    for number, (name, text) in enumerate(texts):
        score.add(name, text, model.damage(text, tables[number % len(tables)]))
    counts = score.counts
    shares = {
        f"characters, {label}": (counts["characters right"], counts["characters"]),
        f"spots, {label}": (counts["spots right"], counts["spots"]),
        f"accepted, {label}": (counts["accepted right"], counts["accepted"]),
        f"texts restored whole, {label}": (counts["texts restored"], counts["texts"]),
    }
    columns = ("shown", "mended", "true", "certainty", "page")
    return present(shares), Listing(f"accepted and wrong, {label}", columns, tuple(score.faults[:SHOWN_FAULTS]))


def _clean(texts: list[Text], simplified: list[Text]) -> tuple[dict[str, Metric], Listing]:
    """Clean pages as they are, with harmless brackets, and in the characters of Hong Kong and Taiwan."""
    pages = list(texts)
    for variant in VARIANTS:
        convert = opencc.OpenCC(variant).convert
        pages += [(f"{name} ({variant})", convert(text)) for name, text in simplified]
    changed = []
    for name, page in pages:
        for text in (page, _with_decoys(page)):
            if (mended := repair(text).text) != text:
                changed.append((*_first_difference(text, mended), name))
    metric = Metric(len(changed), 2 * len(pages), "count", falling=True)
    return {"clean pages changed": metric}, Listing("clean pages changed", ("clean", "after", "page"), tuple(changed))


def _first_difference(text: str, mended: str) -> tuple[str, str]:
    at = next((i for i, (a, b) in enumerate(zip(text, mended, strict=False)) if a != b), min(len(text), len(mended)))
    start = max(0, at - SHOWN_AROUND)
    return repr(text[start : at + SHOWN_AROUND]), repr(mended[start : at + SHOWN_AROUND])


def _with_decoys(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        line + (DECOYS[n // DECOY_EVERY % len(DECOYS)] if n % DECOY_EVERY == 0 else "") for n, line in enumerate(lines)
    )


def _time(texts: list[Text], model: Model) -> dict[str, Metric]:
    """Processor time for one long damaged page, in milliseconds."""
    whole = "\n".join(text for _, text in texts)
    while len(whole) < TIMED_TEXT:
        whole += "\n" + whole
    damaged = model.damage(whole[:TIMED_TEXT], model.table).text
    start = time.process_time()
    repair(damaged)
    elapsed = time.process_time() - start
    return {"time for 30,000 characters": Metric(elapsed * 1000, TIMED_TEXT, "ms", falling=True)}


def _is_simplified(text: str) -> bool:
    return sum(a != b for a, b in zip(text, opencc.OpenCC("t2s").convert(text), strict=False)) < 0.01 * len(text)


def paired_lines(truth: str, mended: str) -> list[tuple[str, str]]:
    """The lines of both; repair keeps their number."""
    return list(zip(truth.split("\n"), mended.split("\n"), strict=True))
