"""Queries that a collection can answer, drawn from its own texts: the same ones in every run over the same texts."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field

from search.frozen import Frozen

SEED = 7
TEXTS = 400  # read to draw from
PER_KIND = 20
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_STOP = re.compile(r"[的了和在是与及为对等将中上有]")
SHORT, LONG = (2, 4), (4, 8)  # characters of a word, of a phrase
ASKS = ("{}有哪些具体措施？", "{}是什么意思", "如何申请{}", "{}的支持政策有哪些", "{}取得了哪些成效")


@dataclass
class Queries:
    """Query texts by kind; `frequent` holds the two characters that stand together most often."""

    words: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    frequent: str = ""


def draw(frozen: Frozen) -> Queries:
    """Read some texts of the collection and draw queries from them."""
    random_ = random.Random(SEED)
    body = {"query": {"match_all": {}}, "_source": ["body"], "sort": [{"id": "asc"}]}
    texts = [hit["_source"]["body"] for hit, _ in zip(frozen.hits(body, TEXTS), range(TEXTS), strict=False)]
    runs = [run for text in texts for run in _HAN.findall(text)]
    phrases = [
        _piece(run, LONG, random_) for run in random_.choices([r for r in runs if len(r) >= LONG[1]], k=PER_KIND)
    ]
    words = [run for run in (p for r in runs for p in _STOP.split(r)) if SHORT[0] <= len(run) <= SHORT[1]]
    pairs = Counter(run[i : i + 2] for run in runs for i in range(len(run) - 1))
    return Queries(
        words=[" ".join(random_.sample(words, 2)) for _ in range(PER_KIND)],
        phrases=[f'"{phrase}"' for phrase in phrases],
        questions=[random_.choice(ASKS).format(random_.choice(phrases)) for _ in range(PER_KIND)],
        frequent=pairs.most_common(1)[0][0],
    )


def _piece(run: str, length: tuple[int, int], random_: random.Random) -> str:
    size = random_.randint(*length)
    start = random_.randint(0, len(run) - size)
    return run[start : start + size]
