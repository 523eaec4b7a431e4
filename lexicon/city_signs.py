"""What shows a city besides its name: numbers of its documents, telephone area codes, hosts of its government."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lexicon.regions import region_by_path
from lexicon.table import FOLDER, TableError, read_rows

COLUMNS = ("path", "prefixes", "area_codes", "hosts")
LONGEST_CODE = 4  # digits, the 0 included


@dataclass(frozen=True)
class CitySigns:
    """A city: `prefixes` begin the numbers of its documents (平政), `area_codes` its telephone numbers (0933).

    `hosts` are the labels before .gov.cn that are not simply its pinyin (smx).
    """

    path: str
    prefixes: tuple[str, ...]
    area_codes: tuple[str, ...]
    hosts: tuple[str, ...]


def load_city_signs(path: Path) -> tuple[CitySigns, ...]:
    """The rows of a table. Raises TableError for an unknown place, one named twice, or a code that is none."""
    found: dict[str, CitySigns] = {}
    for row in read_rows(path, COLUMNS):
        place = row.text("path")
        if region_by_path(place) is None:
            raise row.fail(f"{place!r} is no path of regions.csv")
        if place in found:
            raise row.fail(f"{place!r} has a row already")
        codes = row.values("area_codes")
        if any(not (c.isdecimal() and c.startswith("0") and 3 <= len(c) <= LONGEST_CODE) for c in codes):
            raise row.fail(f"{codes!r} are no area codes")
        found[place] = CitySigns(place, row.values("prefixes"), codes, row.values("hosts"))
    return tuple(found.values())


@cache
def city_signs() -> tuple[CitySigns, ...]:
    """The rows of city_signs.csv. Raises TableError."""
    return load_city_signs(FOLDER / "city_signs.csv")


@cache
def cities_by_prefix() -> dict[str, tuple[str, ...]]:
    """The paths of the cities whose document numbers begin with each prefix."""
    return _paths_by(lambda city: city.prefixes)


@cache
def cities_by_area_code() -> dict[str, tuple[str, ...]]:
    """The paths of the cities with each telephone area code."""
    return _paths_by(lambda city: city.area_codes)


@cache
def city_by_host() -> dict[str, str]:
    """The path of the city whose government has each host. Raises TableError where two claim one."""
    found: dict[str, str] = {}
    for host, paths in _paths_by(lambda city: city.hosts).items():
        if len(paths) > 1:
            raise TableError(f"city_signs.csv: host {host!r} is given to {' and '.join(paths)}")
        found[host] = paths[0]
    return found


def _paths_by(signs: Callable[[CitySigns], tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for city in city_signs():
        for sign in signs(city):
            found[sign].append(city.path)
    return {sign: tuple(paths) for sign, paths in found.items()}
