"""Between title and text: the number of the document, and an abstract whose words the text has once more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from indexer.clean.body import Cut
from indexer.clean.heading import squeeze
from indexer.clean.line import Line

NUMBER = "document number"
REACH = 4  # lines of the text among which its number stands
LONGEST_NUMBER = 40  # characters of such a line
ABSTRACT_SHARE = 0.6  # of an abstract's sentences: what the text has once more, for it to say nothing new
BELOW = 12  # lines in which its sentences are looked for
_YEARED = re.compile(
    r"^\W*[\u4e00-\u9fff]{1,12}(?:[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）])?"
    r"\s*[〔﹝\[（(【]\s*(?:19|20)\d{2}\s*[〕﹞\])）】]\s*第?\s*\d{1,5}\s*号\W*$"
)
_ABSTRACT = re.compile(
    r"^\W*(?:导\s*读|摘\s*要|内容(?:提要|摘要|简介|概述)|核心提示|简\s*介)\W{0,2}\s*[:：】\]]\s*(?=\S)"
)
_STOP = re.compile(r"[。！？!?；;]|…+|\.{3,}")
SENTENCE = 10  # characters of a sentence that is looked for


def without_preface(lines: list[Line], cut: Cut, at: range) -> Cut:
    """The text without its number and its abstract; `at` are the lines of the title."""
    kept = [i for i in range(cut.start, cut.end) if i not in cut.dropped and i not in at][: REACH + 1]
    out: dict[int, str] = {}
    for i, following in pairwise(kept):
        line = lines[i]
        if _is_number(line) and not _is_number(lines[following]):
            out[i] = NUMBER
        elif line.key[:2] in _ABSTRACTS and _is_abstract(lines, i, cut):
            out[i] = "above the text"
        elif line.is_content:
            break
    return replace(cut, dropped=cut.dropped | out) if out else cut


_ABSTRACTS = frozenset(
    ("导读", "导 ", "摘要", "摘 ", "内容", "核心", "简介", "【导", "【摘", "[导", "[摘", "【内", "【核")
)


def _is_number(line: Line) -> bool:
    """In bare text; inside the element that holds a page's text, its number is a part of it."""
    if line.tag != "text" or len(line.key) > LONGEST_NUMBER or not line.key.rstrip(" )）]】").endswith("号"):
        return False
    return bool(_YEARED.match(line.key))


def _is_abstract(lines: list[Line], i: int, cut: Cut) -> bool:
    """Whether most of what the line says stands in the text below it."""
    label = _ABSTRACT.match(lines[i].key)
    if not label:
        return False
    sentences = [s for part in _STOP.split(lines[i].key[label.end() :]) if len(s := squeeze(part)) >= SENTENCE]
    below = "".join(squeeze(lines[j].text) for j in range(i + 1, min(cut.end, i + 1 + BELOW)))
    again = sum(len(s) for s in sentences if s in below)
    return bool(sentences) and again >= ABSTRACT_SHARE * sum(map(len, sentences))
