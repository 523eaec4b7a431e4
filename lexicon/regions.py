"""Provinces, cities and counties of China: their codes, the names used in running text, and their former names.

A name is *weak* when it alone does not show that a text means the place; another sign must stand beside it (the
place's province or city, an outlet, a document number). Weak are, by the rule the table was made with:

1. a short name that is also a word or part of one: 合作, 资源, 前锋, 和平. Chosen by hand from jieba's dictionary
   (frequent, and tagged as something other than a place) and from counts in 14 million characters of news and policy
   texts, where words that arise across word boundaries show as well (和政府 holds 和政, 世界首个 holds 界首);
2. a short name that several places share: it belongs to the single place of the highest level among them (吉林 the
   province, 恩施 the 州, 大同 the city of Shanxi) and is weak for the others; where that level has several, for all
   (鼓楼, 通州, 长安);
3. a full name that is a word: 城区, 郊区, 东区, 合作市, 和县.

A name of one character is never a short name: 萧县 is only 萧县. Former names stay with the place that took over; a
place divided among more than two is left out.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lexicon.table import FOLDER, Row, read_rows

TABLE = FOLDER / "regions.csv"
COLUMNS = ("code", "level", "path", "short_names", "weak_names", "former")
LEVELS = ("province", "city", "county")
PATH_MARK = "/"


@dataclass(frozen=True)
class Former:
    """A name that a place had: the last year it was in force, and the GB/T 2260 code it had, where known."""

    name: str
    until_year: int | None
    code: str | None


@dataclass(frozen=True)
class Region:
    """A place in force today. `path` lists the full names from the province down: 甘肃省/平凉市/崆峒区."""

    code: str
    name: str
    level: str
    path: str
    short_names: tuple[str, ...]
    weak_names: tuple[str, ...]
    former: tuple[Former, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether one of its names is weak."""
        return bool(self.weak_names)

    def is_weak(self, name: str) -> bool:
        """Whether this name of the place alone does not show that the place is meant."""
        return name in self.weak_names

    @functools.cached_property
    def ancestors(self) -> tuple[str, ...]:
        """The paths of the places it lies in, the province first; empty for a province."""
        parts = self.path.split(PATH_MARK)
        return tuple(PATH_MARK.join(parts[:depth]) for depth in range(1, len(parts)))


@functools.cache
def regions(table: Path = TABLE) -> tuple[Region, ...]:
    """Every region, in the order of the table (by code).

    Raises TableError naming file and line when a code is not six digits or comes twice, a level is unknown, a path
    comes twice or does not fit its level, its code or a parent listed before it, a short name has one character, or
    a weak name is none of the region's.
    """
    found: list[Region] = []
    by_path: dict[str, Region] = {}
    codes: set[str] = set()
    for row in read_rows(table, COLUMNS):
        region = _region(row)
        _check_names(row, region)
        _check_place(row, region, by_path, codes)
        codes.add(region.code)
        by_path[region.path] = region
        found.append(region)
    return tuple(found)


@functools.cache
def regions_by_name() -> dict[str, tuple[Region, ...]]:
    """Full, short and former name -> the regions that bear or bore it.

    Regions that bear it today come first, then provinces before cities before counties, then by code: the first is
    the one meant when nothing else speaks for another.
    """
    ranked: dict[str, list[tuple[int, int, str, Region]]] = {}
    for region in regions():
        level = LEVELS.index(region.level)
        today = dict.fromkeys((region.name, *region.short_names))
        past = dict.fromkeys(f.name for f in region.former if f.name not in today)
        for names, rank in ((today, 0), (past, 1)):
            for name in names:
                ranked.setdefault(name, []).append((rank, level, region.code, region))
    return {name: _in_order(found) for name, found in ranked.items()}


def region_by_path(path: str) -> Region | None:
    """The region with this path, or None."""
    return _by_path().get(path)


def region_by_code(code: str) -> Region | None:
    """The region with this GB/T 2260 code today, or None (codes of former places are in `Region.former`)."""
    return _by_code().get(code)


@functools.cache
def _by_path() -> dict[str, Region]:
    return {region.path: region for region in regions()}


@functools.cache
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in regions()}


def _in_order(found: Iterable[tuple[int, int, str, Region]]) -> tuple[Region, ...]:
    return tuple(region for *_, region in sorted(found, key=lambda entry: entry[:3]))


def _region(row: Row) -> Region:
    path = row.text("path")
    return Region(
        code=row.text("code"),
        name=path.rsplit(PATH_MARK, 1)[-1],
        level=row.text("level"),
        path=path,
        short_names=row.values("short_names"),
        weak_names=row.values("weak_names"),
        former=tuple(_former(row, value) for value in row.values("former")),
    )


def _former(row: Row, value: str) -> Former:
    parts = value.split(":")
    if len(parts) != 3 or not parts[0]:
        raise row.fail(f"column 'former': {value!r} is not name:year:code")
    name, year, code = parts
    if year and not _is_digits(year, 4):
        raise row.fail(f"column 'former': {year!r} is not a year of four digits")
    if code and not _is_digits(code, 6):
        raise row.fail(f"column 'former': {code!r} is not a code of six digits")
    return Former(name, int(year) if year else None, code or None)


def _is_digits(value: str, length: int) -> bool:
    return len(value) == length and value.isascii() and value.isdecimal()


def _check_names(row: Row, region: Region) -> None:
    for name in region.short_names:
        if len(name) < 2 or name == region.name:
            raise row.fail(f"column 'short_names': {name!r} is no short name of {region.name}")
    for name in region.weak_names:
        if name != region.name and name not in region.short_names:
            raise row.fail(f"column 'weak_names': {name!r} is no name of {region.name}")


def _check_place(row: Row, region: Region, by_path: dict[str, Region], codes: set[str]) -> None:
    if not _is_digits(region.code, 6):
        raise row.fail(f"code {region.code!r} is not six digits")
    if region.code in codes:
        raise row.fail(f"code {region.code} comes twice")
    if region.path in by_path:
        raise row.fail(f"path {region.path} comes twice")
    if region.level not in LEVELS:
        raise row.fail(f"level {region.level!r} is none of {', '.join(LEVELS)}")
    if not _depth_fits(region):
        raise row.fail(f"path {region.path} does not fit level {region.level}")
    for ancestor in region.ancestors:
        _check_parent(row, region, by_path.get(ancestor), ancestor)


def _depth_fits(region: Region) -> bool:
    depth = len(region.ancestors)
    # Counties of a municipality, and those a province administers itself, hang directly under the province.
    return depth in {"province": (0,), "city": (1,), "county": (1, 2)}[region.level]


def _check_parent(row: Row, region: Region, parent: Region | None, path: str) -> None:
    if parent is None:
        raise row.fail(f"path {region.path}: {path} is not listed before it")
    digits = 2 if parent.level == "province" else 4
    if parent.level == "county" or region.code[:digits] != parent.code[:digits]:
        raise row.fail(f"code {region.code} does not lie in {parent.path} ({parent.code})")
