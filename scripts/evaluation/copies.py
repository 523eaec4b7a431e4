"""Near-copies: reposts made from the pages come together, other notices of the same form stay apart."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from indexer import RawPage, Skipped, process
from indexer.copies import Groups, Text, same_text, signature_of
from indexer.page import Hints
from indexer.readers import read_paths
from mappings import fold
from scripts.evaluation.cases import ROOT, SHARED
from scripts.evaluation.findings import Findings, Listing, present
from scripts.evaluation.judged import Pages
from scripts.evaluation.reposts import FORMS, REPOSTS, Change, Page

LEAST_TEXT = 120  # characters: a shorter page says too little to tell a repost from a stranger
SEEDS = {"tuned": 31, "held_out": 32}
# Samples that are reposts of one another, as samples/README.md says.
OWN_REPOSTS = frozenset({"samples/text/zhengzhou_meeting_on_line.txt", "samples/aggregator/zhengzhou_repost.html"})
PAIRS = ROOT / "tests" / "labels" / "pairs" / "copies.jsonl"
SHOWN_FAULTS = 25
Source = dict[str, Any]


@dataclass(frozen=True)
class _Made:
    """A document, and the page it was made from."""

    name: str
    page: str
    source: Source


def evaluate(pages: Pages) -> Findings:
    """Reposts and forms made from the pages of the set; for the shared ones, pairs that a reader has judged, too."""
    originals = list(_originals(pages))
    if not originals:
        return Findings({}, note="no text to make reposts of")
    seed = SEEDS[pages.split]
    counts: Counter[str] = Counter()
    faults: list[tuple[str, ...]] = []
    _reposts(originals, seed, counts, faults)
    _forms(originals, seed, counts, faults)
    shares: dict[str, tuple[float, int]] = {
        f"together: {name}": (counts[f"{name} together"], counts[name]) for name in REPOSTS
    }
    shares |= {f"apart: {name}": (counts[f"{name} apart"], counts[name]) for name in FORMS}
    shares["together"] = (_sum(shares, "together: ", 0), _sum(shares, "together: ", 1))
    shares["apart"] = (_sum(shares, "apart: ", 0), _sum(shares, "apart: ", 1))
    shares["strangers apart"] = (counts["strangers"] - counts["strangers together"], counts["strangers"])
    if pages.shared and pages.source == SHARED:
        shares |= _judged(pages, faults)
    listing = Listing("taken for what they are not", ("what", "should be", "page"), tuple(faults[:SHOWN_FAULTS]))
    main = ("together", "apart", "strangers apart", "judged pairs right")
    return Findings(present(shares), (listing,), main)


def _originals(pages: Pages) -> Iterator[_Made]:
    for page in pages.articles():
        if len(page.have.get("body") or "") >= LEAST_TEXT:
            yield _Made(page.name, page.name, _source(Page(page.have["title"] or "", page.have["body"])))


def _source(page: Page) -> Source:
    body = fold(page.body)
    return {"title": fold(page.title), "body": body, "signature": signature_of(body)}


def _indexed(page: Page) -> Source | None:
    """What the indexer makes of a page, as it stands in the index."""
    document = process(RawPage(page.body, "page", kind="text", hints=Hints(title=page.title)))
    if isinstance(document, Skipped):
        return None
    return _source(Page(document.title or "", document.body))


def _reposts(originals: list[_Made], seed: int, counts: Counter[str], faults: list[tuple[str, ...]]) -> None:
    """All originals and all their reposts in one collection, in an order by chance."""
    made = [*originals, *_changed(originals, REPOSTS, seed)]
    random.Random(seed).shuffle(made)
    group_of = _grouped(made)
    first = {item.page: item for item in originals}
    pages_in: dict[str, set[str]] = {}
    for item in made:
        pages_in.setdefault(group_of[item.name], set()).add(item.page)
    for item in made:
        if item.name == item.page:
            own = OWN_REPOSTS if item.page in OWN_REPOSTS else frozenset({item.page})
            strangers = pages_in[group_of[item.name]] - own
            counts["strangers"] += 1
            counts["strangers together"] += bool(strangers)
            faults += [(other, f"apart from {item.name}", other) for other in sorted(strangers)]
            continue
        kind = item.name.rpartition(": ")[2]
        together = group_of[item.name] == group_of[first[item.page].name]
        counts[kind] += 1
        counts[f"{kind} together"] += together
        if not together:
            faults.append((kind, "together", item.page))


def _forms(originals: list[_Made], seed: int, counts: Counter[str], faults: list[tuple[str, ...]]) -> None:
    """Each original with one other notice of its form."""
    first = {item.page: item for item in originals}
    for item in _changed(originals, FORMS, seed):
        kind = item.name.rpartition(": ")[2]
        group_of = _grouped([first[item.page], item])
        apart = group_of[item.name] != group_of[item.page]
        counts[kind] += 1
        counts[f"{kind} apart"] += apart
        if not apart:
            faults.append((kind, "apart", item.page))


def _changed(originals: list[_Made], changes: dict[str, Change], seed: int) -> Iterator[_Made]:
    for number, item in enumerate(originals):
        page = Page(item.source["title"], item.source["body"])
        for kind, change in changes.items():
            changed = change(page, random.Random(f"{seed} {number} {kind}"))
            source = _indexed(changed) if changed and changed != page else None
            if source is not None:
                yield _Made(f"{item.name}: {kind}", item.page, source)


def _grouped(made: list[_Made]) -> dict[str, str]:
    sources = {item.name: item.source for item in made}
    groups = Groups(lambda names: {name: Text.of_source(sources[name]) for name in names})
    return {item.name: groups.join(item.name, item.source) for item in made}


def _judged(pages: Pages, faults: list[tuple[str, ...]]) -> dict[str, tuple[float, int]]:
    """Pairs of records of the shared corpora that a reader has called one text, or two."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    pairs = [pair for pair in map(json.loads, lines) if pair["split"] == pages.split]
    texts = _texts_of(pages, pairs)
    counts: Counter[str] = Counter()
    for pair in pairs:
        names = [f"{corpus}#{line}" for corpus, line in pair["pages"]]
        same = same_text(*(texts[name] for name in names))
        counts[f"same {pair['same']}"] += 1
        counts[f"right {pair['same']}"] += same == pair["same"]
        if same != pair["same"]:
            faults.append(("judged pair", "together" if pair["same"] else "apart", " ".join(names)))
    right = counts["right True"] + counts["right False"]
    return {
        "judged pairs right": (right, len(pairs)),
        "judged copies found": (counts["right True"], counts["same True"]),
        "judged others apart": (counts["right False"], counts["same False"]),
    }


def _texts_of(pages: Pages, pairs: list[dict[str, Any]]) -> dict[str, Text]:
    """The texts of the judged records, by corpus and line."""
    wanted = {(corpus, line) for pair in pairs for corpus, line in pair["pages"]}
    texts = {}
    for corpus in sorted({corpus for corpus, _ in wanted}):
        for page in read_paths([(pages.shared or ROOT) / "corpora" / corpus]):
            line = int(page.path.rpartition("#")[2])
            if (corpus, line) in wanted:
                texts[f"{corpus}#{line}"] = _text(page)
    return texts


def _text(page: RawPage | Skipped) -> Text:
    document = page if isinstance(page, Skipped) else process(page)
    if isinstance(document, Skipped):
        raise ValueError(f"{page.path} of a judged pair is skipped: {document.reason}")
    day = document.published.isoformat() if document.published else None
    return Text.of_source(_source(Page(document.title or "", document.body)) | {"published": day})


def _sum(shares: dict[str, tuple[float, int]], prefix: str, part: int) -> int:
    return int(sum(value[part] for name, value in shares.items() if name.startswith(prefix)))
