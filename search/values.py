"""From what people write after `地区:`, `行业:`, `口号:`, `园区:` to the values that documents hold."""

from __future__ import annotations

from functools import cache, lru_cache

import lexicon
from mappings import fold

NATIONAL = "全国"


def region_paths(text: str) -> tuple[str, ...]:
    """The region paths a text stands for: full path, end of a path, name, short or former name, or GB/T 2260 code.

    A former name counts where no place bears it today. A place inside another one of the same name is left out (吉林 is
    吉林省, which includes 吉林市); empty when unknown.
    """
    paths = _region_paths(fold(text).strip().strip("/"))
    return tuple(p for p in paths if not any(p.startswith(f"{other}/") for other in paths))


@lru_cache(maxsize=1024)
def _region_paths(wanted: str) -> tuple[str, ...]:
    if wanted == NATIONAL:
        return (NATIONAL,)
    if "/" in wanted:
        return _regions_by_end_of_path().get(wanted, ())
    by_code = lexicon.region_by_code(wanted)
    if by_code:
        return (by_code.path,)
    found = _regions_by_folded_name().get(wanted, ())
    today = [r.path for r in found if wanted in map(fold, (r.name, *r.short_names))]
    return tuple(today or (r.path for r in found))


@cache
def _regions_by_folded_name() -> dict[str, tuple[lexicon.Region, ...]]:
    return {fold(name): regions for name, regions in lexicon.regions_by_name().items()}


@cache
def _regions_by_end_of_path() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for region in lexicon.regions():
        steps = fold(region.path).split("/")
        for start in range(len(steps) - 1):
            end = "/".join(steps[start:])
            found[end] = (*found.get(end, ()), region.path)
    return found


@lru_cache(maxsize=1024)
def names(key: str, text: str) -> tuple[str, ...]:
    """The values of `industry`, `slogan`, `park` or `kind` that a text stands for; the text itself when unknown."""
    wanted = fold(text).strip()
    known = {"industry": _industries, "slogan": _slogans, "park": _parks}.get(key)
    found = known(wanted) if known else ()
    return found or (wanted,)


def _industries(wanted: str) -> tuple[str, ...]:
    rows = lexicon.industries()
    exact = [i.name for i in rows if i.name == wanted]
    inside = [i.name for i in rows if wanted in i.name]
    by_keyword = [i.name for i in rows if any(fold(k.word) == wanted for k in i.keywords)]
    return tuple(exact or inside or by_keyword)


def _slogans(wanted: str) -> tuple[str, ...]:
    form = lexicon.search_key(wanted)[0]
    exact = [s.name for s in lexicon.slogans() if form in map(fold, lexicon.matching_forms(s)) or s.wording == wanted]
    return tuple(exact or (s.name for s in lexicon.slogans() if form and form in fold(s.name)))


def _parks(wanted: str) -> tuple[str, ...]:
    return tuple(p.name for p in lexicon.parks() if wanted in map(fold, (p.name, *p.aliases)))


@cache
def sectors() -> tuple[str, ...]:
    """The sectors of the industries: the upper of their two levels."""
    return tuple(dict.fromkeys(i.sector for i in lexicon.industries()))


def industries_of(sector: str) -> tuple[str, ...]:
    """The industries of a sector; none when there is no such sector."""
    return tuple(i.name for i in lexicon.industries() if i.sector == sector)


@cache
def places_with_places() -> frozenset[str]:
    """The paths of all places that have places inside them."""
    return frozenset(r.path.rpartition("/")[0] for r in lexicon.regions() if "/" in r.path)


@cache
def places_of(level: str) -> tuple[str, ...]:
    """The paths of all places of a level, `province` or `city`.

    A municipality is a city too, and so is a county that a province administers itself (河南省/济源市).
    """
    provinces = [r.path for r in lexicon.regions() if r.level == "province"]
    if level == "province":
        return (NATIONAL, *provinces)
    with_cities = {r.path.partition("/")[0] for r in lexicon.regions() if r.level == "city"}
    single = [path for path in provinces if path not in with_cities]
    inside = [r.path for r in lexicon.regions() if r.path.count("/") == 1 and r.path.partition("/")[0] in with_cities]
    return (*single, *inside)
