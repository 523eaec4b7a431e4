"""Development zones, new areas, free-trade zones and parks: their full names, places, and the names used for them.

The table holds what cannot be derived; aliases that follow from a name are derived here (RULES). A name that two parks
could claim goes to the closer claim: a full name or an alias written in the table before one derived from the ending,
that before one without the province, that before one with a place put in front. Two equally close claims: it is
nobody's, and `shared_aliases` reports it. The bare 高新区 or 经开区, and the name of a region, are never an alias.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lexicon.regions import Region, region_by_path, regions_by_name
from lexicon.table import FOLDER, Row, read_rows

TABLE = FOLDER / "parks.csv"
COLUMNS = ("name", "path", "rank", "kind", "aliases", "catalogue_code", "source")
RANKS = ("国家级", "省级", "其他")
KINDS = (
    *("高新区", "经开区", "综保区", "保税区", "出口加工区", "新区", "自贸区", "自创区", "产业园", "合作区", "实验区"),
    *("科学城", "先行区", "示范区", "旅游度假区", "台商投资区", "贸易区", "其他"),
)

# The ending of a full name -> the endings it is also written with. The longest ending that fits is used.
RULES: dict[str, tuple[str, ...]] = {
    "高新技术产业开发区": ("高新区", "高新技术开发区", "高新技术产业园区"),
    "高新技术产业园区": ("高新区", "高新技术产业开发区"),
    "高技术产业开发区": ("高新区", "高新技术产业开发区", "高技术开发区"),
    "经济技术开发区": ("经开区", "经济开发区"),
    "经济开发区": ("经开区",),
    "综合保税区": ("综保区",),
    "国家自主创新示范区": ("自主创新示范区", "国家自创区", "自创区"),
    "国家旅游度假区": ("旅游度假区",),
    "工业园区": ("工业园",),
    "工业园": ("工业园区",),
    "产业园区": ("产业园",),
}
# National zones are also written with 国家 or 国家级 before the ending: 石家庄国家高新区.
NATIONAL_ENDINGS = ("高新技术产业开发区", "高新区", "经济技术开发区", "经开区")
NATIONAL_MARKS = ("国家", "国家级")
# X开发区 means X经济技术开发区, unless that is no national zone and X has a high-tech zone as well.
PLAIN_ENDING, PLAIN_MEANS, PLAIN_RIVAL = "开发区", "经济技术开发区", "高新技术产业开发区"
FREE_TRADE_START, FREE_TRADE_END = "中国（", "）自由贸易试验区"
FREE_TRADE_FORMS = ("中国({})自由贸易试验区", "中国（{}）自贸试验区", "{}自由贸易试验区", "{}自贸试验区", "{}自贸区")
BARE = frozenset({*RULES, *(e for endings in RULES.values() for e in endings), *KINDS, PLAIN_ENDING})

WRITTEN, BY_ENDING, SHORTENED, LENGTHENED = range(4)  # how close a claim to a name is


@dataclass(frozen=True)
class Park:
    """A park. `path` is the path of the region it lies in, as deep as surely known (`lexicon.regions`).

    `aliases` are all names it goes by besides `name`, `code` is its code in the national catalogue of 2018, and
    `source` says where the row is from and whether it was checked.
    """

    name: str
    path: str
    rank: str
    kind: str
    aliases: tuple[str, ...]
    code: str | None
    source: str


@functools.cache
def parks(table: Path = TABLE) -> tuple[Park, ...]:
    """Every park of the table with all its aliases.

    Raises TableError naming file and line when a name, a code or a written alias comes twice, the place is not in
    the table of regions, or rank or kind is unknown.
    """
    written = _written(table)
    claims = _claims(written)
    aliases: dict[str, list[str]] = {park.name: [] for park in written}
    for name, claimants in claims.items():
        if len(claimants) == 1 and name != claimants[0].name:
            aliases[claimants[0].name].append(name)
    return tuple(replace(park, aliases=tuple(aliases[park.name])) for park in written)


@functools.cache
def parks_by_name() -> dict[str, Park]:
    """Full name and alias -> the one park it means."""
    return {name: park for park in parks() for name in (park.name, *park.aliases)}


@functools.cache
def shared_aliases(table: Path = TABLE) -> dict[str, tuple[Park, ...]]:
    """Derived names that several parks could claim equally, and that therefore mean none of them."""
    return {name: claimants for name, claimants in _claims(_written(table)).items() if len(claimants) > 1}


@functools.cache
def _written(table: Path) -> tuple[Park, ...]:
    found: list[Park] = []
    taken: set[str] = set()
    for row in read_rows(table, COLUMNS):
        park = _park(row)
        for name in filter(None, (park.name, *park.aliases, park.code)):
            if name in taken:
                raise row.fail(f"{name} comes twice")
            taken.add(name)
        found.append(park)
    return tuple(found)


def _park(row: Row) -> Park:
    path, rank, kind = row.text("path"), row.text("rank"), row.text("kind")
    if region_by_path(path) is None:
        raise row.fail(f"path {path} is not in the table of regions")
    if rank not in RANKS:
        raise row.fail(f"rank {rank!r} is none of {', '.join(RANKS)}")
    if kind not in KINDS:
        raise row.fail(f"kind {kind!r} is none of {', '.join(KINDS)}")
    aliases = tuple(dict.fromkeys(row.values("aliases")))
    return Park(row.text("name"), path, rank, kind, aliases, row.optional("catalogue_code"), row.text("source"))


def _claims(written: tuple[Park, ...]) -> dict[str, tuple[Park, ...]]:
    """Name -> the parks with the closest claim to it: one when it is settled, several when it is shared."""
    names = {name for park in written for name in (park.name, *park.aliases)}
    regions = regions_by_name().keys()
    best: dict[str, tuple[int, dict[str, Park]]] = {}
    for park in written:
        for name, closeness in _candidates(park, names):
            if closeness != WRITTEN and (name in BARE or name in regions):
                continue
            held, claimants = best.get(name, (closeness, {}))
            if closeness < held:
                claimants = {}
            if closeness <= held:
                best[name] = (closeness, {**claimants, park.name: park})
    return {name: tuple(claimants.values()) for name, (_, claimants) in best.items()}


def _candidates(park: Park, names: set[str]) -> Iterator[tuple[str, int]]:
    """Every name the park may go by, with how close the claim is; `names` are all written names of all parks."""
    own = (park.name, *park.aliases)
    for name in own:
        yield name, WRITTEN
    region = region_by_path(park.path)
    chain = [r for r in map(region_by_path, (*region.ancestors, region.path)) if r is not None] if region else []
    for name in own:
        yield from ((variant, BY_ENDING) for variant in _variants(name, names))
        if park.rank == RANKS[0]:
            yield from ((variant, BY_ENDING) for variant in _national_variants(name))
            if name.endswith(PLAIN_MEANS) and name != PLAIN_MEANS:
                yield name.removesuffix(PLAIN_MEANS) + PLAIN_ENDING, BY_ENDING
    for name in own:
        for shorter in _without_place(name, chain):
            yield from ((variant, SHORTENED) for variant in (shorter, *_variants(shorter, names)))
    for longer in _with_place(park.name, chain):
        yield from ((variant, LENGTHENED) for variant in (longer, *_variants(longer, names)))


def _variants(name: str, names: set[str]) -> Iterator[str]:
    """The name with the other endings of RULES."""
    if name.startswith(FREE_TRADE_START) and name.endswith(FREE_TRADE_END):
        place = name.removeprefix(FREE_TRADE_START).removesuffix(FREE_TRADE_END)
        yield from (form.format(place) for form in FREE_TRADE_FORMS)
    stem, ending = _split(name)
    if not stem:
        return
    yield from (stem + other for other in RULES[ending] if other != ending)
    if ending == PLAIN_MEANS and stem + PLAIN_RIVAL not in names:
        yield stem + PLAIN_ENDING


def _national_variants(name: str) -> Iterator[str]:
    stem, ending = _split(name)
    if stem and not stem.endswith(NATIONAL_MARKS):
        endings = [e for e in (ending, *RULES[ending]) if e in NATIONAL_ENDINGS]
        yield from (stem + mark + e for e in dict.fromkeys(endings) for mark in NATIONAL_MARKS)


def _split(name: str) -> tuple[str, str]:
    """The name in front of its longest ending in RULES, and that ending; two empty strings when none fits."""
    ending = max((e for e in RULES if name.endswith(e)), key=len, default="")
    return (name.removesuffix(ending), ending) if ending else ("", "")


def _without_place(name: str, chain: list[Region]) -> Iterator[str]:
    """湖南资兴经济开发区 -> 资兴经济开发区: a place in front goes when another place it lies in follows."""
    for depth, region in enumerate(chain):
        deeper = tuple(n for inner in chain[depth + 1 :] for n in (inner.name, *inner.short_names))
        for place in (region.name, *region.short_names):
            rest = name.removeprefix(place)
            if deeper and rest != name and rest.startswith(deeper):
                yield rest


def _with_place(name: str, chain: list[Region]) -> Iterator[str]:
    """江宁经济技术开发区 -> 南京江宁经济技术开发区; 兰州高新… -> 兰州市高新…, 甘肃兰州高新…."""
    for depth, region in enumerate(chain):
        for place in region.short_names:
            rest = name.removeprefix(place)
            if rest == name:
                continue
            if region.name.startswith(place) and not name.startswith(region.name):
                yield region.name + rest
            for outer in chain[:depth]:
                yield from (short + name for short in outer.short_names[:1] if short != place)
