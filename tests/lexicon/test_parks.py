"""The table of parks: what it holds, which names it derives, and what a bad row says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from lexicon.parks import BARE, COLUMNS, Park, parks, parks_by_name, shared_aliases
from lexicon.regions import region_by_path, regions_by_name
from lexicon.table import TableError

HEADER = ",".join(COLUMNS)
LANZHOU = "兰州经济技术开发区,甘肃省/兰州市,国家级,经开区,,,test"


def table_of(folder: Path, *rows: str) -> Path:
    table = folder / "zones.csv"
    table.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return table


def names_of(park: Park) -> set[str]:
    return {park.name, *park.aliases}


def test_every_park_lies_in_a_known_region() -> None:
    assert [park.name for park in parks() if region_by_path(park.path) is None] == []


def test_how_many_there_are() -> None:
    national = Counter(park.kind for park in parks() if park.rank == "国家级")
    assert len(parks()) >= 650
    # 178 high-tech zones with the agricultural ones and 雄安 of 2026; 苏州工业园区 stands under 产业园.
    assert national["高新区"] == 178
    assert national["经开区"] >= 225
    assert national["自创区"] == 23
    assert national["新区"] == 17  # of 19: 浦东 and 滨海 are districts, found in the table of regions
    assert sum(park.name.startswith("中国（") for park in parks()) == 23


def test_every_province_of_the_mainland_has_a_park() -> None:
    assert len({park.path.split("/")[0] for park in parks()}) == 31


@pytest.mark.parametrize(
    ("alias", "name", "path"),
    [
        ("兰州经开区", "兰州经济技术开发区", "甘肃省/兰州市"),
        ("兰州高新区", "兰州高新技术产业开发区", "甘肃省/兰州市"),
        ("郑州高新区", "郑州高新技术产业开发区", "河南省/郑州市"),
        ("苏州工业园", "苏州工业园区", "江苏省/苏州市"),
        ("中关村", "中关村科技园区", "北京市"),
        ("张江高科", "上海张江高新技术产业开发区", "上海市"),
        ("平凉高新区", "平凉工业园区", "甘肃省/平凉市"),
        ("六合经开区", "江苏南京六合经济开发区", "江苏省/南京市/六合区"),
        ("南京六合经济开发区", "江苏南京六合经济开发区", "江苏省/南京市/六合区"),
        ("资兴经开区", "湖南资兴经济开发区", "湖南省/郴州市/资兴市"),
        ("南京江宁经开区", "江宁经济技术开发区", "江苏省/南京市/江宁区"),
        ("石家庄国家高新技术产业开发区", "石家庄高新技术产业开发区", "河北省/石家庄市"),
        ("唐山市高新区", "唐山高新技术产业开发区", "河北省/唐山市"),
        ("江津综保区", "江津综合保税区", "重庆市/江津区"),
        ("新疆自贸试验区", "中国（新疆）自由贸易试验区", "新疆维吾尔自治区"),
        ("上海自贸区", "中国（上海）自由贸易试验区", "上海市"),
        ("兰白自创区", "兰白国家自主创新示范区", "甘肃省"),
        ("雄安新区", "雄安新区", "河北省"),
        ("长春经开区", "长春经济技术开发区", "吉林省/长春市"),
    ],
)
def test_names_and_where_they_lead(alias: str, name: str, path: str) -> None:
    park = parks_by_name()[alias]
    assert (park.name, park.path) == (name, path)


def test_misreadings_of_the_scan_are_corrected() -> None:
    assert parks_by_name()["淄博高新区"].code == "G372026"
    assert not [name for name in parks_by_name() if "湽" in name]


def test_a_bare_kind_or_a_region_is_never_an_alias() -> None:
    assert {"高新区", "经开区", "开发区", "新区", "综保区"} <= BARE
    assert BARE.isdisjoint(parks_by_name())
    assert not parks_by_name().keys() & regions_by_name().keys()


def test_no_name_belongs_to_two_parks() -> None:
    counts = Counter(name for park in parks() for name in names_of(park))
    assert [name for name, count in counts.items() if count > 1] == []
    assert shared_aliases().keys().isdisjoint(counts)


def test_catalogue_codes_are_unique_and_well_formed() -> None:
    codes = [park.code for park in parks() if park.code]
    assert len(codes) == len(set(codes)) == 406
    assert all(code[0] in "GS" and code[1:].isdecimal() and len(code) == 7 for code in codes)


def test_plain_development_zone_means_the_national_one_or_the_one_without_a_rival(tmp_path: Path) -> None:
    assert parks_by_name()["金昌开发区"].name == "金昌经济技术开发区"
    assert parks_by_name()["兰州开发区"].name == "兰州经济技术开发区"
    rows = ("江城经济技术开发区,湖南省,省级,经开区,,,test", "江城高新技术产业开发区,湖南省,省级,高新区,,,test")
    assert "江城开发区" not in [name for park in parks(table_of(tmp_path, *rows)) for name in names_of(park)]


def test_a_claim_as_close_as_another_is_nobodys(tmp_path: Path) -> None:
    rows = (
        "湖南江城经济开发区,湖南省,省级,经开区,,,test",
        "江城经开区一期,广东省/阳江市/江城区,省级,经开区,阳江江城经济开发区,,test",
        "云南江城经济开发区,云南省/普洱市/江城哈尼族彝族自治县,省级,经开区,,,test",
    )
    table = table_of(tmp_path, *rows)
    names = [name for park in parks(table) for name in names_of(park)]
    assert "江城经济开发区" not in names and "江城经开区" not in names
    assert {park.path.split("/")[0] for park in shared_aliases(table)["江城经开区"]} == {"广东省", "云南省"}


def test_a_written_name_beats_a_derived_one(tmp_path: Path) -> None:
    table = table_of(tmp_path, LANZHOU, "兰州经济开发区,甘肃省/兰州市,省级,经开区,,,test")
    first, second = parks(table)
    assert "兰州经济开发区" not in first.aliases
    assert second.name == "兰州经济开发区"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("兰州高新区,甘肃省/兰洲市,国家级,高新区,,,test", "path 甘肃省/兰洲市 is not in the table of regions"),
        ("兰州高新区,甘肃省/兰州市,市级,高新区,,,test", "rank '市级'"),
        ("兰州高新区,甘肃省/兰州市,国家级,高薪区,,,test", "kind '高薪区'"),
        ("兰州高新区,甘肃省/兰州市,国家级,高新区,,,", "column 'source' is empty"),
        ("兰州经济技术开发区,甘肃省/兰州市,国家级,经开区,,,test", "兰州经济技术开发区 comes twice"),
        ("安宁经开区,甘肃省/兰州市,国家级,经开区,兰州经济技术开发区,,test", "兰州经济技术开发区 comes twice"),
        ("安宁经开区,甘肃省/兰州市,国家级,经开区", "4 cells where 7 are expected"),
    ],
)
def test_a_bad_row_names_file_and_line(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(TableError, match=r"^zones\.csv:3: ") as caught:
        parks(table_of(tmp_path, LANZHOU, row))
    assert says in str(caught.value)
