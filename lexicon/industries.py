"""Industries: their sector, their codes in the national classifications, and the key words they are told by."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lexicon.table import FOLDER, Row, TableError, read_rows

COLUMNS = ("name", "sector", "gbt4754", "strategic")
KEYWORD_COLUMNS = ("industry", "word", "weight")
SECTORS = ("战略性新兴产业", "传统制造", "服务业", "农业", "能源")
# 3: the word names the industry (生物医药产业); 2: a clear product or technology (原料药); 1: a hint beside others.
WEIGHTS = (1.0, 2.0, 3.0)

_GBT4754 = re.compile(r"[A-T]|\d{2,4}")  # section, division, group, class of GB/T 4754-2017
_STRATEGIC = re.compile(r"[1-9](\.[1-9])?")  # the two upper levels of the 2018 classification


@dataclass(frozen=True)
class Keyword:
    """A word that speaks for an industry, and how strongly (1, 2 or 3)."""

    word: str
    weight: float


@dataclass(frozen=True)
class Industry:
    """An industry: name, sector, GB/T 4754-2017 codes, codes of 战略性新兴产业分类 (2018), key words."""

    name: str
    sector: str
    gbt4754: tuple[str, ...]
    strategic: tuple[str, ...]
    keywords: tuple[Keyword, ...]


def load_industries(path: Path, keywords_path: Path) -> tuple[Industry, ...]:
    """The industries of two tables: one row an industry, and one row a key word.

    Raises TableError for a name twice, an unknown sector, a malformed code, an industry without key words, and a key
    word twice within its industry, of one character, or of an unknown weight or industry.
    """
    rows: dict[str, Row] = {}
    for row in read_rows(path, COLUMNS):
        name = row.text("name")
        if name in rows:
            raise row.fail(f"{name!r} stands in line {rows[name].line} already")
        rows[name] = row
    keywords = _keywords(keywords_path, frozenset(rows))
    return tuple(_industry(row, tuple(keywords.get(name, ()))) for name, row in rows.items())


@cache
def industries() -> tuple[Industry, ...]:
    """The industries of industries.csv with the key words of industry_keywords.csv. Raises TableError."""
    return load_industries(FOLDER / "industries.csv", FOLDER / "industry_keywords.csv")


def _industry(row: Row, keywords: tuple[Keyword, ...]) -> Industry:
    industry = Industry(row.text("name"), row.text("sector"), row.values("gbt4754"), row.values("strategic"), keywords)
    if industry.sector not in SECTORS:
        raise row.fail(f"the sector {industry.sector!r} is not one of {', '.join(SECTORS)}")
    for column, shape in (("gbt4754", _GBT4754), ("strategic", _STRATEGIC)):
        wrong = [code for code in row.values(column) if not shape.fullmatch(code)]
        if wrong:
            raise row.fail(f"column {column!r}: {wrong[0]!r} is not a code")
    if not industry.gbt4754:
        raise row.fail("column 'gbt4754' is empty")
    if not keywords:
        raise row.fail(f"{industry.name!r} has no key words in the table of key words")
    return industry


def _keywords(path: Path, names: frozenset[str]) -> dict[str, list[Keyword]]:
    lines: dict[tuple[str, str], int] = {}
    found: dict[str, list[Keyword]] = defaultdict(list)
    for row in read_rows(path, KEYWORD_COLUMNS):
        industry, word = row.text("industry"), row.text("word")
        if industry not in names:
            raise row.fail(f"the industry {industry!r} is not in the table of industries")
        if len(word) < 2:
            raise row.fail(f"the key word {word!r} is too short: two characters at least")
        if (industry, word) in lines:
            raise row.fail(f"{word!r} of {industry!r} stands in line {lines[industry, word]} already")
        lines[industry, word] = row.line
        found[industry].append(Keyword(word, _weight(row)))
    return found


def _weight(row: Row) -> float:
    try:
        weight = float(row.text("weight"))
    except ValueError as error:
        raise _bad_weight(row) from error
    if weight not in WEIGHTS:
        raise _bad_weight(row)
    return weight


def _bad_weight(row: Row) -> TableError:
    return row.fail(f"the weight {row.cells['weight']!r} is not 1, 2 or 3")
