"""Industries by weighted key words: what a text comes back to counts, what it only lists does not.

Each key word counts by its weight and, with falling returns, by how often it stands there; the title counts more, what
the text calls a leading industry most. Length is evened out. An industry needs several different words, and a fair part
of the strongest one's points; in a text that names many industries alike, the main ones stay or none.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

import ahocorasick_rs

from indexer.enrich.leading import leading_lists, project_lists
from indexer.enrich.material import Fact, Material
from indexer.enrich.not_meant import NOT_MEANT
from lexicon import industries
from mappings import Evidence

THRESHOLD = 4.25  # points that make an industry
FURTHER = 3.0  # points that make another one, in a text that has one
SHARE = 0.4  # of the strongest industry's points that another one needs
LONG, SHARE_OF_LONG = 5000, 0.5  # a text of so many characters has something of many industries
NAMED_LENGTH = 350  # characters of a text of firms or projects in which an industry needs fewer points
NAMED = 1.3  # these, and a clear word
_OF_FIRMS = re.compile("项目|企业|产业|园区|开发区|有限公司|签约|投产|工厂|厂区")
LEAST_OF_FIRMS = 2  # times that it speaks of them
MOST = 4  # industries a page has at most
SHOWN = 8  # words in the evidence
CLEAR = 2.0  # weight of a word that says by itself what a title is about
TITLE_FACTOR = 2.5  # what a word in the title counts, besides its place in the text
REPEATS = (0.0, 1.0, 1.5, 1.75, 2.0)  # what a word counts by how often it stands in the text; no more beyond
USUAL_LENGTH = 800  # characters; a page twice as long needs about 1.4 times the points
SHORT_LENGTH = 400  # a shorter text needs fewer points
SHORTEST = 0.5  # of the usual points, at least
BREADTH = (0.0, 0.5, 0.85, 1.0)  # of the points, by how many different words they come from
PART = 400  # characters of a part of the text; long texts are looked at part by part
MOST_PARTS = 8
CONCENTRATED = 0.4  # of the points of an industry that only one part of a long text speaks of, at least
MANY = 7  # industries above the threshold that make a list of industries
CROWDED_SHARE = 0.6  # of the strongest one's points that another one needs in such a text
# Points of the first industry in a list: of leading ones, of those of the projects told of, of those signed.
LEADING, LISTED, SIGNED = 6.0, 5.0, 7.0
LED, OF_PROJECTS = "主导产业", "项目所属"  # how the evidence names the lists
STEP = 0.4  # points that each further one has less
MOST_LISTED = 4  # industries that count in one list
MOST_LEADING, MOST_OF_PROJECTS = 6, 9  # industries in one such list; more are the whole of an economy
LEAST_LISTED = 2  # industries that make an enumeration a list of industries
LISTED_SHARE = 0.8  # of the things enumerated, at least
HELD = 0.7  # of the characters of a listed thing that belong to words of industries, at least
# Words that name an industry only where they stand in a list alone.
LISTED_AS = {
    **dict.fromkeys(("电子", "5G", "光电"), "电子信息"),
    **dict.fromkeys(("高端制造", "先进制造", "智能制造", "高端装备", "机械", "金属制造", "机电"), "装备制造"),
    **dict.fromkeys(("先进材料", "新型材料"), "新材料"),
    **dict.fromkeys(("大健康", "医药", "医药健康", "医养健康", "生命健康", "生物", "新医药"), "生物医药"),
    **dict.fromkeys(("能源化工", "化工", "石化", "油气"), "石化化工"),
    **dict.fromkeys(("能源电子", "清洁能源"), "新能源"),
    **dict.fromkeys(("有色", "铝", "铜", "稀土"), "有色金属"),
    "钢": "钢铁",
}
CROWDED_LEAD = 0.2  # of all points that the strongest one needs in such a text, for any to be named
# Registers of firms: their names hold words of every industry.
_REGISTER = re.compile("名单|公示|兑付")
OF_A_REGISTER = 0.2  # of what a word counts there
# Key words that name something else on a page that has one of these words.
OTHERWISE = {"苹果": ("iphone", "苹果公司", "苹果手机", "富士康", "库克", "ios")}
# What policies of every kind use as a means: the subject only where the title says so or the whole text speaks of it.
MEANS = frozenset({"金融"})
MEANS_SHARE = 0.7
# An industry that is part of another one: where the narrow one has more points, the wide one is only its background.
PART_OF = {"新能源汽车": "汽车", "低空经济": "航空航天"}


@dataclass
class _Score:
    """The points of an industry, word by word, and the parts of the text that speak of it."""

    words: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    parts: set[int] = field(default_factory=set)
    titled: bool = False
    listed: bool = False

    def total(self, length: int, *, is_means: bool) -> float:
        """All points, less when they come from few words or from a small part of a long text, length evened out."""
        covered = 1.0 if self.titled else max(len(self.parts), self.listed) / _parts(length)
        spread = (
            MEANS_SHARE * covered**2 if is_means and not self.titled else CONCENTRATED + (1 - CONCENTRATED) * covered
        )
        breadth = BREADTH[min(max(len(self.words), 3 * self.listed, 2 * self.titled), len(BREADTH) - 1)]
        return sum(self.words.values()) * breadth * spread / _expected(length)


def _expected(length: int) -> float:
    """How many times the usual points a text of this length needs."""
    if length < SHORT_LENGTH:
        return max(SHORTEST, math.sqrt(length / SHORT_LENGTH))
    return math.sqrt(max(1.0, length / USUAL_LENGTH))


def _parts(length: int) -> int:
    return min(MOST_PARTS, max(1, length // PART))


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[tuple[str, float], ...], ...], tuple[str, ...]]:
    owners: dict[str, list[tuple[str, float]]] = {word: [] for word in NOT_MEANT}
    for industry in industries():
        for keyword in industry.keywords:
            owners.setdefault(keyword.word, []).append((industry.name, keyword.weight))
    words = tuple(owners)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, tuple(tuple(owners[w]) for w in words), words


def find_industries(page: Material) -> list[Fact]:
    """At most four industries, the main one first, each with the words that decided."""
    scores = _scores(page)
    totals = {name: score.total(len(page.key), is_means=name in MEANS) for name, score in scores.items()}
    listed = {name for name, score in scores.items() if score.listed}
    chosen = _chosen(totals, listed, len(page.key)) or _named(scores, totals, page.key)
    return [_fact(name, scores[name]) for name in _without_background(chosen)[:MOST]]


def _scores(page: Material) -> dict[str, _Score]:
    """The score of every industry that the page has a word of."""
    automaton, owners, words = _automaton()
    scores: dict[str, _Score] = defaultdict(_Score)
    for number, _, _ in automaton.find_matches_as_indexes(page.title_key):
        for name, weight in owners[number]:
            scores[name].words[words[number]] = weight * TITLE_FACTOR
            scores[name].titled |= weight >= CLEAR
    found: dict[int, list[int]] = defaultdict(list)
    for number, start, _ in automaton.find_matches_as_indexes(page.key):
        found[number].append(start)
    size = len(page.key) / _parts(len(page.key))
    for number in [n for n in found if words[n] in OTHERWISE]:
        if any(other in page.key.lower() for other in OTHERWISE[words[number]]):
            del found[number]
    share = OF_A_REGISTER if _REGISTER.search(page.title_key) else 1.0
    for number, starts in found.items():
        for name, weight in owners[number]:
            scores[name].words[words[number]] += share * weight * REPEATS[min(len(starts), len(REPEATS) - 1)]
            scores[name].parts.update(int(start / size) for start in starts)
    _count_lists(page.key, scores)
    return scores


def _count_lists(text: str, scores: dict[str, _Score]) -> None:
    """Points for the industries that the text lists, the first ones of a list more than the others.

    Where projects are signed, theirs come before those that the place leads in.
    """
    lists = [(_industries_of(items), len(items), is_said) for items, is_said in project_lists(text)]
    if "签约" in text:
        for named in (named for named, _, is_said in lists if is_said):
            _count_listed(named, scores, SIGNED, OF_PROJECTS, MOST_OF_PROJECTS)
    for items in leading_lists(text):
        _count_listed(_industries_of(items), scores, LEADING, LED)
    for named, things, is_said in lists:
        if is_said or (len(named) >= LEAST_LISTED and len(named) >= LISTED_SHARE * things):
            most = MOST_OF_PROJECTS if is_said else MOST_LEADING
            _count_listed(named, scores, LISTED, OF_PROJECTS, most)


def _industries_of(items: list[str]) -> dict[str, dict[str, float]]:
    """The industries that the items of a list name, each with its words there and their weights.

    The first item may have words before it.
    """
    automaton, owners, words = _automaton()
    named: dict[str, dict[str, float]] = {}
    for place, item in enumerate(items):
        found = automaton.find_matches_as_indexes(item)
        held = sum(end - start for _, start, end in found)
        here: dict[str, dict[str, float]] = defaultdict(dict)
        if item in LISTED_AS:
            here[LISTED_AS[item]][item] = 0.0
        elif held >= HELD * len(item) or (not place and found and found[-1][2] == len(item)):
            for number, _, _ in found if place else found[-1:]:
                for name, weight in owners[number]:
                    if weight >= CLEAR or name not in MEANS:
                        here[name][words[number]] = weight
        named |= {name: listed for name, listed in here.items() if name not in named}
    return named


def _count_listed(
    named: dict[str, dict[str, float]],
    scores: dict[str, _Score],
    points: float,
    as_what: str,
    most: int = MOST_LEADING,
) -> None:
    """Points for the first industries of a list, in place of those that each word has for standing in it."""
    for place, (name, listed) in enumerate(named.items()):
        if place < MOST_LISTED and len(named) <= most and not scores[name].listed:
            words = scores[name].words
            for word, weight in listed.items():
                if word in words:
                    words[word] = max(0.0, words[word] - weight)
            words[f"{next(iter(listed))}（{as_what}）"] = points - place * STEP
            scores[name].listed = True


def _chosen(totals: dict[str, float], listed: set[str], length: int) -> dict[str, float]:
    """The industries with enough points, the most first."""
    top = max(totals.values(), default=0.0)
    share = SHARE if length < LONG else SHARE_OF_LONG
    if sum(total >= THRESHOLD for name, total in totals.items() if name not in listed) >= MANY:
        share = CROWDED_SHARE if top >= CROWDED_LEAD * sum(totals.values()) else math.inf
    if top < THRESHOLD:
        return {}
    found = {name: total for name, total in totals.items() if total >= max(FURTHER, share * top)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _named(scores: dict[str, _Score], totals: dict[str, float], text: str) -> dict[str, float]:
    """The industries that a short text of firms or projects has a clear word of each, where none has enough points."""
    if len(text) > NAMED_LENGTH or len(_OF_FIRMS.findall(text)) < LEAST_OF_FIRMS:
        return {}
    clear = [name for name, score in scores.items() if name not in MEANS and max(score.words.values()) >= CLEAR]
    found = {name: totals[name] for name in clear if totals[name] >= NAMED}
    if len(found) > MOST or max(totals.values(), default=0.0) >= THRESHOLD:
        return {}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _without_background(chosen: dict[str, float]) -> list[str]:
    wide = {outer for inner, outer in PART_OF.items() if chosen.get(inner, 0.0) >= chosen.get(outer, 0.0) > 0}
    return [name for name in chosen if name not in wide]


def _fact(name: str, score: _Score) -> Fact:
    best = sorted(score.words, key=lambda w: -score.words[w])[:SHOWN]
    return Fact(name, Evidence("industry", name, "、".join(best), "body", "key words of the industry"))
