"""Industries by weighted key words: what a text comes back to counts, what it only lists does not.

Each key word counts by its weight and, with falling returns, by how often it stands there; the title counts more, what
the text calls a leading industry most. Length is evened out. An industry needs several different words, and a fair part
of the strongest one's points; in a text that names many industries alike, the main ones stay or none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

import ahocorasick_rs

from indexer.enrich.leading import enumerations, leading_lists, project_lists
from indexer.enrich.material import Fact, Material
from lexicon import industries
from mappings import Evidence

THRESHOLD = 4.0  # points that make an industry
FURTHER = 3.0  # points that make another one, in a text that has one
SHARE = 0.4  # of the strongest industry's points that another one needs
MOST = 4  # industries a page has at most
SHOWN = 8  # words in the evidence
TITLE_FACTOR = 2.5  # what a word in the title counts, besides its place in the text
REPEATS = (0.0, 1.0, 1.5, 1.75, 2.0)  # what a word counts by how often it stands in the text; no more beyond
USUAL_LENGTH = 800  # characters; a page twice as long needs about 1.4 times the points
BREADTH = (0.0, 0.5, 0.85, 1.0)  # of the points, by how many different words they come from
PART = 400  # characters of a part of the text; long texts are looked at part by part
MOST_PARTS = 8
CONCENTRATED = 0.4  # of the points of an industry that only one part of a long text speaks of, at least
MANY = 7  # industries above the threshold that make a list of industries
CROWDED_SHARE = 0.6  # of the strongest one's points that another one needs in such a text
LEADING = 5.0  # points of an industry that the text names as a leading one
OF_PROJECTS = 5.0  # points of the first industry in a list of those of the projects that the text tells of
STEP = 0.7  # points that each further one has less
MOST_LISTED = 4  # industries that count in one list
LEAST_LISTED = 2  # industries that make an enumeration a list of industries
LISTED_SHARE = 0.6  # of the things enumerated, at least
BEFORE, AFTER = 4, 4  # characters of a listed thing before and behind the word of an industry
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
# Words of everyday language and of war that hold a key word.
NOT_MEANT = (
    *("红色基因", "锻造队伍", "火箭弹", "火箭军", "人体器官", "发动机关", "种子选手", "播种希望", "种子队"),
    *("思想发动机", "精神食粮", "网络安全和信息化", "文化和旅游部", "文化和旅游厅", "农业农村部", "农业农村厅"),
    *("农业农村局", "工业和信息化部", "海洋局", "能源局", "粮食和储备局", "国家粮食和物资储备局", "消费者权益"),
    *("消费者协会", "社会保险", "电话", "手机号", "丝绸之路", "纳米比亚", "国家电视", "石油输出国"),
)
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

    def total(self, length: int, *, is_means: bool) -> float:
        """All points, less when they come from few words or from a small part of a long text, length evened out."""
        covered = 1.0 if self.titled else len(self.parts) / _parts(length)
        spread = (
            MEANS_SHARE * covered**2 if is_means and not self.titled else CONCENTRATED + (1 - CONCENTRATED) * covered
        )
        breadth = BREADTH[min(len(self.words), len(BREADTH) - 1)]
        return sum(self.words.values()) * breadth * spread / math.sqrt(max(1.0, length / USUAL_LENGTH))


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
    return [_fact(name, scores[name]) for name in _without_background(_chosen(totals))[:MOST]]


def _scores(page: Material) -> dict[str, _Score]:
    """The score of every industry that the page has a word of."""
    automaton, owners, words = _automaton()
    scores: dict[str, _Score] = defaultdict(_Score)
    for number, _, _ in automaton.find_matches_as_indexes(page.title_key):
        for name, weight in owners[number]:
            scores[name].words[words[number]] = weight * TITLE_FACTOR
            scores[name].titled = True
    found: dict[int, list[int]] = defaultdict(list)
    for number, start, _ in automaton.find_matches_as_indexes(page.key):
        found[number].append(start)
    size = len(page.key) / _parts(len(page.key))
    for number in [n for n in found if words[n] in OTHERWISE]:
        if any(other in page.key.lower() for other in OTHERWISE[words[number]]):
            del found[number]
    for number, starts in found.items():
        for name, weight in owners[number]:
            scores[name].words[words[number]] += weight * REPEATS[min(len(starts), len(REPEATS) - 1)]
            scores[name].parts.update(int(start / size) for start in starts)
    _count_lists(page.key, scores)
    return scores


def _count_lists(text: str, scores: dict[str, _Score]) -> None:
    """Points for the industries that the text lists, the first ones of a list more than the others."""
    for items in leading_lists(text):
        _count_listed(_industries_of(items), scores, LEADING, "主导产业")
    for items in project_lists(text):
        _count_listed(_industries_of(items), scores, OF_PROJECTS, "项目所属")
    for items in enumerations(text):
        named = _industries_of(items)
        if len(named) >= LEAST_LISTED and len(named) >= LISTED_SHARE * len(items):
            _count_listed(named, scores, OF_PROJECTS, "项目所属")


def _industries_of(items: list[str]) -> dict[str, str]:
    """The industries that the items of a list name, each with its word; words before the first item do not count."""
    automaton, owners, words = _automaton()
    named: dict[str, str] = {}
    for place, item in enumerate(items):
        if item in LISTED_AS:
            named.setdefault(LISTED_AS[item], item)
            continue
        for number, start, end in automaton.find_matches_as_indexes(item):
            if (place or len(item) - end <= AFTER) and start <= BEFORE + (0 if place else len(item)):
                for name, _ in owners[number]:
                    named.setdefault(name, words[number])
    return named


def _count_listed(named: dict[str, str], scores: dict[str, _Score], points: float, as_what: str) -> None:
    for place, (name, word) in enumerate(named.items()):
        if place < MOST_LISTED:
            shown = f"{word}（{as_what}）"
            words = scores[name].words
            words[shown] = max(words.get(shown, 0.0), points - place * STEP)


def _chosen(totals: dict[str, float]) -> dict[str, float]:
    """The industries with enough points, the most first."""
    top = max(totals.values(), default=0.0)
    share = SHARE
    if sum(total >= THRESHOLD for total in totals.values()) >= MANY:
        share = CROWDED_SHARE if top >= CROWDED_LEAD * sum(totals.values()) else math.inf
    if top < THRESHOLD:
        return {}
    found = {name: total for name, total in totals.items() if total >= max(FURTHER, share * top)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _without_background(chosen: dict[str, float]) -> list[str]:
    wide = {outer for inner, outer in PART_OF.items() if chosen.get(inner, 0.0) >= chosen.get(outer, 0.0) > 0}
    return [name for name in chosen if name not in wide]


def _fact(name: str, score: _Score) -> Fact:
    best = sorted(score.words, key=lambda w: -score.words[w])[:SHOWN]
    return Fact(name, Evidence("industry", name, "、".join(best), "body", "key words of the industry"))
