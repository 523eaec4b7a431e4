"""Scripts that write things twice: readings without tones, as in 經(jing)(jing), and a comma in front of marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from indexer.repair.readings import readings
from indexer.repair.simplify import is_traditional_form, to_simplified
from mappings import Repair

MIN_TWICE = 3  # readings that stand there twice in a row, as no text has that teaches them
MIN_READ = 0.8  # of the readings: those that belong to the character in front of them
MIN_MARKS = 3  # marks with a comma too many in front of them
MIN_TRADITIONAL = 0.08  # share of traditional forms among the Chinese characters, from which a page is simplified
_TWICE = re.compile(r"\(([a-z]{1,6})\)\(\1\)")
_READ = re.compile(r"([一-鿿])((?:\(([a-z]{1,6})\))(?:\(\3\))*)")
_HAN = re.compile("[一-鿿]")
_MARKS = re.compile("[,，](?=[,，。；！？;、])")


def strip_doubled(text: str) -> tuple[str, list[Repair]]:
    """A page with readings that stand there twice, without its readings and simplified; any other as it is."""
    if ")(" not in text or sum(1 for _ in _TWICE.finditer(text)) < MIN_TWICE:
        return text, []
    found = Counter((m[1], m[3]) for m in _READ.finditer(text))
    right = {pair: n for pair, n in found.items() if pair[1] in _plain_readings(pair[0])}
    if sum(right.values()) < MIN_READ * found.total():
        return text, []
    text = _READ.sub(lambda m: m[1] if (m[1], m[3]) in right else m[0], text)
    han = _HAN.findall(text)
    if sum(map(is_traditional_form, han)) > MIN_TRADITIONAL * len(han):
        text = to_simplified(text)
    ranked = Counter(right).most_common()
    return text, [Repair(f"{char}({read})", to_simplified(char), note=f"{n} times") for (char, read), n in ranked]


@cache
def _plain_readings(char: str) -> frozenset[str]:
    """The readings of a character without tones; ü as u and as v."""
    plain: set[str] = set()
    for reading in readings(char):
        letters = unicodedata.normalize("NFD", reading)
        for umlaut in ("u", "v"):
            letters_only = letters.replace("u\u0308", umlaut)
            plain.add("".join(c for c in letters_only if not unicodedata.combining(c)))
    return frozenset(plain)


def single_marks(text: str) -> tuple[str, list[Repair]]:
    """A page of a traditional version without the commas that its script put in front of marks (產,。 is 產。)."""
    count = sum(1 for _ in _MARKS.finditer(text))
    if count < MIN_MARKS:
        return text, []
    return _MARKS.sub("", text), [Repair(",,", ",", note=f"a comma in front of marks, {count} times")]
