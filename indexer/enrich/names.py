"""Names of places and parks in a text, where they are words of their own.

明尼苏达州 holds 达州 and 海滨城市 holds 滨城: a short name counts where words begin and end with it. A full name
(达州市) shows by its ending that a place is meant, even where the words are cut otherwise (石家庄 市长 安区).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import ahocorasick_rs

from lexicon import Park, Region, parks_by_name, regions_by_name
from mappings import words_of

ENDINGS = ("省", "市", "县", "区", "州", "旗", "盟", "地区")
FULL_LENGTH = 3  # characters from which the ending of a name shows that a place is meant: 和县级 is no 和县
_SPLITTING = {"市": "场民级", "县": "级", "区": "级"}  # 合作市场, 东方市民, 会同县级以上
_PLACE_ENDS = ("省", "市", "县", "区", "州")
_ENDS_OTHERS = "新城"  # of 高铁新城 and 沣东新城: no name of a district right behind another word
_BEFORE_FULL = (*_PLACE_ENDS, "师")  # 第十四师昆玉市
_RUN = re.compile(r"[\u4e00-\u9fff\w+#&.%-]+")  # what jieba cuts at once
_WORD = re.compile(r"[\u4e00-\u9fff](?<![省市安特和与及在])")  # 西安新城, 呼和浩特新城
# Words that jieba joins with the name of a place behind them.
_JOINED = ("中国", "首都", "我国", "中共", "和国")


@dataclass(frozen=True)
class Name:
    """A name in a text, and the regions or the park that bear it."""

    text: str
    start: int
    end: int
    regions: tuple[Region, ...] = ()
    park: Park | None = None

    def leads_to(self, inner: Name) -> bool:
        """Whether the other name stands right behind and is that of a place inside: 四川|宜宾市."""
        if self.end != inner.start:
            return False
        paths = [inner.park.path] if inner.park else [region.path for region in inner.regions]
        return any(path.startswith(f"{outer.path}/") for outer in self.regions for path in paths)


@dataclass(frozen=True)
class _Entry:
    text: str
    regions: tuple[Region, ...]
    park: Park | None
    full: bool  # the name shows by itself that a place or park is meant
    weak: bool  # the name is also a word of everyday language


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[_Entry, ...]]:
    regions, parks = regions_by_name(), parks_by_name()
    entries = tuple(_entry(text, regions.get(text, ()), parks.get(text)) for text in dict.fromkeys((*regions, *parks)))
    return ahocorasick_rs.AhoCorasick([entry.text for entry in entries]), entries


def _entry(text: str, regions: tuple[Region, ...], park: Park | None) -> _Entry:
    full = park is not None or (len(text) >= FULL_LENGTH and text.endswith(ENDINGS))
    weak = park is None and all(region.is_weak(text) for region in regions)
    return _Entry(text, () if park else regions, park, full, weak)


def find_names(text: str) -> list[Name]:
    """The names of a folded text in order, the longest at each place."""
    automaton, entries = _automaton()
    at: dict[int, list[tuple[int, _Entry]]] = {}  # start -> end and entry, the longest first
    for number, start, end in sorted(automaton.find_matches_as_indexes(text, overlapping=True), key=_from_left):
        at.setdefault(start, []).append((end, entries[number]))
    words = _words(text, at)  # the keys of `at` are in order
    found: list[Name] = []
    for start, candidates in at.items():
        if found and start < found[-1].end:
            continue
        for end, entry in candidates:
            name = Name(entry.text, start, end, entry.regions, entry.park)
            if (found and found[-1].leads_to(name)) or _stands(name, entry, text, words, at):
                found.append(name)
                break
    return found


def _stands(
    name: Name, entry: _Entry, text: str, words: dict[int, int], at: dict[int, list[tuple[int, _Entry]]]
) -> bool:
    """Whether the name is no part of other words: a full name where a word begins, a short one as a whole word."""
    if _shows_itself(name, entry, text):
        before = text[max(0, name.start - 2) : name.start]
        return name.start in words or before in _JOINED or before.endswith(_BEFORE_FULL)
    if text[name.end : name.end + 1] == "省" and entry.regions[0].level != "province":
        return False  # 越南海阳省
    if name.text == _ENDS_OTHERS and _WORD.match(text, name.start - 1):
        return False
    return _is_word(name, text, words, at) and not (entry.weak and _is_joined(name, text, words))


def _from_left(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]


def _words(text: str, starts: Iterable[int]) -> dict[int, int]:
    """Where each word begins -> where it ends, in the runs of text that hold one of the starts (in order).

    Words never reach over marks, so a run is cut as the whole text would be. The end of a run is a beginning too.
    """
    words: dict[int, int] = {}
    waiting = iter(starts)
    start = next(waiting, None)
    for run in _RUN.finditer(text) if start is not None else ():
        if start is None or start >= run.end():
            continue
        ends = accumulate(map(len, words_of(run[0])), initial=run.start())
        words.update(pairwise((*ends, run.end())))
        start = next((s for s in waiting if s >= run.end()), None)
    return words


def _shows_itself(name: Name, entry: _Entry, text: str) -> bool:
    following = text[name.end : name.end + 1]
    return entry.full and not (following and following in _SPLITTING.get(name.text[-1], ""))


def _is_joined(name: Name, text: str, words: dict[int, int]) -> bool:
    """Whether the characters only happen to stand together: 市和县, 代县长."""
    around = text[name.start - 1 : name.start] in _PLACE_ENDS or text[name.end : name.end + 1] == "长"
    return around or words.get(name.start, name.end) < name.end


def _is_word(name: Name, text: str, words: dict[int, int], at: dict[int, list[tuple[int, _Entry]]]) -> bool:
    """Whether the name begins where a word does and does not end inside another; 湖南 in 湖|南岳|阳 leads to 岳阳."""
    if name.start not in words:
        return text[max(0, name.start - 2) : name.start] in _JOINED
    if name.end in words or words[name.start] > name.end:
        return True
    following = (Name(entry.text, name.end, end, entry.regions, entry.park) for end, entry in at.get(name.end, ()))
    return any(name.leads_to(inner) for inner in following)
