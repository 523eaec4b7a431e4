"""The words of running text with frequency and part of speech: jieba's list, our lexicon's names, phrases."""

from __future__ import annotations

import importlib.util
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lexicon

# Share of each mark among the characters of Chinese news and policy text; jieba's list has words only.
MARKS = {
    "，": 0.05, "、": 0.03, "。": 0.025, "“": 0.01, "”": 0.01, "（": 0.003, "）": 0.003, "：": 0.003, "；": 0.003,
    "！": 0.001, "？": 0.001, "—": 0.001, "《": 0.002, "》": 0.002, "…": 0.0003, "·": 0.0005, "‘": 0.0002,
    "’": 0.0002, "【": 0.0001, "】": 0.0001, "「": 0.0001, "」": 0.0001, "『": 0.0001, "』": 0.0001, "℃": 0.00003,
    "㎡": 0.00001, "～": 0.0001, "％": 0.0005, "－": 0.0001, "①": 0.00003, "②": 0.00003, "③": 0.00003,
    "\u3000": 0.004,
}  # fmt: skip
MARKS |= (
    dict.fromkeys("０１２３４５６７８９", 0.0004)
    | dict.fromkeys("．／＋", 0.0001)
    | dict.fromkeys("ＡＢＣＤＥＦＧＨＩＰＴ", 0.00001)
)
MARK_TAG, STOP_TAG = "w", "wj"  # opening marks, dashes and blanks; marks that end a clause, a quotation or a bracket
STOPS = frozenset("，。、；：！？…”’）》】』」")
NAME_FREQUENCY = 200  # of a name of the lexicon that jieba does not have: about that of a county
PHRASES = Path(__file__).with_name("phrases.txt")
PHRASE_FREQUENCY = 2_000
HEADING_FREQUENCY = 30_000  # of （一）; that of （二） is half of it, and so on
BLANKS_FREQUENCY = 300_000  # of the two blanks before a paragraph
NUMERALS = [*"一二三四五六七八九十", *(tens + ones for tens in ("十", "二十", "三十") for ones in "一二三四五六七八九")]
LONGEST_WORD = 8
# Amounts written in characters: what they end in, and what they count. 六千多吨 begins no word of jieba's.
AMOUNT_ENDS = "十百千万亿多余几两"
MEASURES = (
    "吨 人 户 亩 元 台 件 家 个 次 名 条 斤 公斤 米 公里 平方米 辆 套 株 头 只 箱 艘 座 所 间 栋 批 项 份 期 场 天 年"
    " 月 小时 分钟 层 岁 倍 种 块 位 村 处 口 吨， 吨。 人， 人。 户， 户。 亩， 亩。 元， 元。 台， 台。 家， 家。"
    " 个， 次， 天， 年， 年。 倍， 倍。 人次 千瓦 立方米 公顷"
)
AMOUNT_FREQUENCY = 300
_CLAUSE = re.compile(r"[，。、；：“”（）《》\s]+")
FAR = -12.0  # log probability of a step between parts of speech that jieba's table does not have


@dataclass(frozen=True)
class Vocabulary:
    """Words as the models use them: `counts` and `tags` belong to `words`, and `place` has a word's place there."""

    place: dict[str, int]
    words: list[str]
    counts: list[int]
    tags: list[str]
    total: int
    by_tag: dict[tuple[bool, str], int]

    def count(self, word: str) -> int:
        """How often it occurs; 0 for no word."""
        place = self.place.get(word)
        return 0 if place is None else self.counts[place]

    def items(self) -> Iterable[tuple[str, int]]:
        """All words with their counts."""
        return zip(self.words, self.counts, strict=True)


@cache
def vocabulary() -> Vocabulary:
    """The words, read once a process."""
    cells = (_jieba() / "dict.txt").read_text(encoding="utf-8").split()
    words, counts, tags = cells[0::3], list(map(int, cells[1::3])), cells[2::3]
    place = dict(zip(words, range(len(words)), strict=True))
    for name, count, kind in _own_names():
        if 1 < len(name) <= LONGEST_WORD:
            at = place.get(name)
            if at is None:
                _add(name, count, kind, place, words, counts, tags)
            elif counts[at] < count:
                counts[at], tags[at] = count, kind
    by_tag = _by_tag(words, counts, tags)
    total = int(sum(counts) / (1 - sum(MARKS.values())))
    for mark, share in MARKS.items():
        _add(mark, int(share * total), STOP_TAG if mark in STOPS else MARK_TAG, place, words, counts, tags)
    return Vocabulary(place, words, counts, tags, total, by_tag)


def _add(
    word: str, count: int, tag: str, place: dict[str, int], words: list[str], counts: list[int], tags: list[str]
) -> None:
    place[word] = len(words)
    words.append(word)
    counts.append(count)
    tags.append(tag)


def _by_tag(words: list[str], counts: list[int], tags: list[str]) -> dict[tuple[bool, str], int]:
    """Occurrences by (is the word one character, part of speech)."""
    several: dict[str, int] = defaultdict(int)
    for count, tag in zip(counts, tags, strict=True):
        several[tag] += count
    alone: dict[str, int] = defaultdict(int)
    for word, count, tag in zip(words, counts, tags, strict=True):
        if len(word) == 1:
            alone[tag] += count
    found = {(False, tag): count - alone.get(tag, 0) for tag, count in several.items()}
    return found | {(True, tag): count for tag, count in alone.items()}


def _own_names() -> Iterator[tuple[str, int, str]]:
    """Words of the lexicon and of numbered headings: text, frequency, part of speech."""
    yield from ((w.text, max(w.frequency, NAME_FREQUENCY), w.tag) for w in lexicon.words())
    for slogan in lexicon.slogans():
        forms = (slogan.name, *slogan.variants, *_CLAUSE.split(slogan.wording or ""))
        yield from ((form, NAME_FREQUENCY, "l") for form in forms)
    for industry in lexicon.industries():
        yield from ((k.word, NAME_FREQUENCY, "n") for k in industry.keywords)
    for region in lexicon.regions():
        yield from ((name, NAME_FREQUENCY, "ns") for name in (region.name, *region.short_names))
    for park in lexicon.parks():
        yield from ((name, NAME_FREQUENCY, "nt") for name in (park.name, *park.aliases))
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from ((phrase, PHRASE_FREQUENCY, "l") for phrase in line.split())
    yield from _headings()
    yield from ((last + measure, AMOUNT_FREQUENCY, "m") for last in AMOUNT_ENDS for measure in MEASURES.split())


def _headings() -> Iterator[tuple[str, int, str]]:
    """一、 at the start of a clause, （一）, 第一条, dashes: as words, for nothing else tells a lost part of them."""
    yield from ((mark, HEADING_FREQUENCY, MARK_TAG) for mark in ("——", "\u3000——", "。——", "……"))
    yield "\u3000\u3000", BLANKS_FREQUENCY, MARK_TAG
    for number, numeral in enumerate(NUMERALS, start=1):
        count = HEADING_FREQUENCY // number
        yield from ((mark + numeral + "、", count, MARK_TAG) for mark in ("\u3000", "。", "；", "："))
        yield f"（{numeral}）", count, MARK_TAG
        yield from (("第" + numeral + unit, count, "m") for unit in "条章节款项批次届")


def _jieba() -> Path:
    """The folder of jieba. Its tables are read as files: importing it loads megabytes that are of no use here."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ImportError("jieba is not installed")
    return Path(spec.origin).parent


@cache
def tag_table(name: str) -> Any:
    """A table of jieba's part-of-speech model: prob_start or prob_trans."""
    spec = importlib.util.spec_from_file_location(f"jieba_{name}", _jieba() / "posseg" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"jieba has no table {name}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.P


@cache
def step(before: str, before_single: bool, after: str, after_single: bool) -> float:
    """P(a word of tag `after` follows one of tag `before`), for words of one and of several characters."""
    row = tag_table("prob_trans").get(("S" if before_single else "E", before), {})
    return math.exp(row.get(("S" if after_single else "B", after), FAR))
