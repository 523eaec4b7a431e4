"""Industries by weighted key words: the title counts more, length is evened out, weak hints alone never decide."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache

import ahocorasick_rs

from indexer.enrich.material import Fact, Material
from lexicon import industries
from mappings import Evidence

THRESHOLD = 3.5  # points that make an industry
SHARE = 0.2  # of the strongest industry's points that another one needs
MOST = 4  # industries a page has at most
TITLE_FACTOR = 4.0
REPEATS = 2  # occurrences of a word that count
USUAL_LENGTH = 800  # characters; a page twice as long needs about 1.4 times the points


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[tuple[str, float], ...], ...], tuple[str, ...]]:
    owners: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for industry in industries():
        for keyword in industry.keywords:
            owners[keyword.word].append((industry.name, keyword.weight))
    words = tuple(owners)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, tuple(tuple(owners[w]) for w in words), words


def find_industries(page: Material) -> list[Fact]:
    """At most four industries, the main one first, each with the words that decided."""
    automaton, owners, words = _automaton()
    points: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for text, factor in ((page.title_key, TITLE_FACTOR), (page.key, 1.0)):
        counts: dict[int, int] = defaultdict(int)
        for number, _, _ in automaton.find_matches_as_indexes(text):
            counts[number] += 1
        for number, count in counts.items():
            for name, weight in owners[number]:
                points[name][words[number]] += weight * factor * min(count, REPEATS)
    scale = math.sqrt(max(1.0, len(page.key) / USUAL_LENGTH))
    totals = {name: sum(by_word.values()) / scale for name, by_word in points.items()}
    top = max(totals.values(), default=0.0)
    chosen = [n for n, t in totals.items() if t >= max(THRESHOLD, SHARE * top) and _is_grounded(points[n])]
    chosen.sort(key=lambda n: -totals[n])
    return [_fact(name, points[name]) for name in chosen[:MOST]]


def _is_grounded(by_word: dict[str, float]) -> bool:
    """Two different words, or one that alone weighs enough."""
    return len(by_word) >= 2 or max(by_word.values()) >= 1.5 * THRESHOLD


def _fact(name: str, by_word: dict[str, float]) -> Fact:
    best = sorted(by_word, key=lambda w: -by_word[w])[:8]
    return Fact(name, Evidence("industry", name, "、".join(best), "body", "key words of the industry"))
