"""The table of regions: what it holds, which names mean what, and what a bad row says."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from lexicon.regions import COLUMNS, LEVELS, Former, region_by_code, region_by_path, regions, regions_by_name
from lexicon.table import TableError

HEADER = ",".join(COLUMNS)
GANSU = "620000,province,甘肃省,甘肃,,"
PINGLIANG = "620800,city,甘肃省/平凉市,平凉,,平凉地区:2002:622700"


def paths(name: str) -> list[str]:
    return [region.path for region in regions_by_name()[name]]


def test_every_province_city_and_county_is_there() -> None:
    assert Counter(region.level for region in regions()) == {"province": 34, "city": 333, "county": 2847}


def test_known_codes() -> None:
    known = {
        "620000": "甘肃省",
        "620800": "甘肃省/平凉市",
        "620802": "甘肃省/平凉市/崆峒区",
        "110105": "北京市/朝阳区",
        "419001": "河南省/济源市",
        "429021": "湖北省/神农架林区",
        "520203": "贵州省/六盘水市/六枝特区",
        "710000": "台湾省",
        "810000": "香港特别行政区",
        "820000": "澳门特别行政区",
        "330105": "浙江省/杭州市/拱墅区",
    }
    for code, path in known.items():
        region = region_by_code(code)
        assert region is not None and region.path == path
        assert region_by_path(path) is region


def test_unknown_code_and_path_give_nothing() -> None:
    assert region_by_code("330103") is None
    assert region_by_path("甘肃省/崆峒区") is None


def test_ancestors_lead_from_the_province_down() -> None:
    region = region_by_code("620802")
    assert region is not None
    assert region.ancestors == ("甘肃省", "甘肃省/平凉市")
    assert regions()[0].ancestors == ()


@pytest.mark.parametrize(
    ("short", "path"),
    [
        ("甘肃", "甘肃省"),
        ("内蒙古", "内蒙古自治区"),
        ("新疆", "新疆维吾尔自治区"),
        ("香港", "香港特别行政区"),
        ("平凉", "甘肃省/平凉市"),
        ("崆峒", "甘肃省/平凉市/崆峒区"),
        ("锡林郭勒", "内蒙古自治区/锡林郭勒盟"),
        ("锡盟", "内蒙古自治区/锡林郭勒盟"),
        ("延边", "吉林省/延边朝鲜族自治州"),
        ("恩施", "湖北省/恩施土家族苗族自治州"),
        ("凉山州", "四川省/凉山彝族自治州"),
        ("巴音郭楞", "新疆维吾尔自治区/巴音郭楞蒙古自治州"),
        ("孟村", "河北省/沧州市/孟村回族自治县"),
        ("察布查尔", "新疆维吾尔自治区/伊犁哈萨克自治州/察布查尔锡伯自治县"),
        ("神农架", "湖北省/神农架林区"),
        ("浦东", "上海市/浦东新区"),
        ("管城", "河南省/郑州市/管城回族区"),
    ],
)
def test_short_names(short: str, path: str) -> None:
    assert paths(short)[0] == path


def test_no_short_name_of_one_character() -> None:
    xiao = region_by_path("安徽省/宿州市/萧县")
    assert xiao is not None and xiao.short_names == ()
    assert min(len(name) for name in regions_by_name()) >= 2


def test_no_short_name_is_left_with_its_kind() -> None:
    endings = ("自治州", "自治县", "自治旗", "地区", "族")
    assert not [name for region in regions() for name in region.short_names if name.endswith(endings)]


def test_full_names_of_several_places_are_all_found() -> None:
    assert set(paths("鼓楼区")) == {
        "江苏省/南京市/鼓楼区",
        "江苏省/徐州市/鼓楼区",
        "福建省/福州市/鼓楼区",
        "河南省/开封市/鼓楼区",
    }
    assert len(paths("朝阳区")) == 2
    assert len(paths("城中区")) == 2


@pytest.mark.parametrize(
    ("former", "until", "path"),
    [
        ("下城区", 2021, "浙江省/杭州市/拱墅区"),
        ("襄樊市", 2010, "湖北省/襄阳市"),
        ("襄樊", 2010, "湖北省/襄阳市"),
        ("崇文区", 2010, "北京市/东城区"),
        ("思茅市", 2007, "云南省/普洱市"),
        ("莱芜市", 2018, "山东省/济南市/莱芜区"),
        ("平凉地区", 2002, "甘肃省/平凉市"),
        ("渝北区", 2025, "重庆市/两江新区"),
        ("塘沽区", 2009, "天津市/滨海新区"),
        ("海南行政区", 1988, "海南省"),
    ],
)
def test_former_names_lead_to_the_successor(former: str, until: int, path: str) -> None:
    region = regions_by_name()[former][0]
    assert region.path == path
    assert until in {entry.until_year for entry in region.former if entry.name == former}


def test_a_former_name_keeps_its_old_code() -> None:
    gongshu = region_by_code("330105")
    assert gongshu is not None and Former("下城区", 2021, "330103") in gongshu.former


def test_names_of_today_come_before_former_ones() -> None:
    assert paths("江北区") == ["浙江省/宁波市/江北区", "重庆市/两江新区"]


def test_no_region_lists_its_own_name_as_former() -> None:
    assert not [region.path for region in regions() if region.name in {entry.name for entry in region.former}]


@pytest.mark.parametrize(
    "name", ["合作", "资源", "前锋", "大兴", "和平", "东方", "平安", "公安", "中方", "白银", "日照"]
)
def test_names_that_are_words_are_weak(name: str) -> None:
    assert all(region.is_weak(name) and region.ambiguous for region in regions_by_name()[name])


@pytest.mark.parametrize("name", ["城区", "郊区", "市中区", "合作市", "和县", "西山区"])
def test_full_names_that_are_words_are_weak(name: str) -> None:
    assert all(region.is_weak(name) for region in regions_by_name()[name])


@pytest.mark.parametrize(
    "name", ["甘肃", "平凉", "崆峒", "平凉市", "兰州", "昆山", "义乌", "三明", "吉安", "大理州", "海南州"]
)
def test_names_that_are_only_places_are_not_weak(name: str) -> None:
    assert not regions_by_name()[name][0].is_weak(name)


@pytest.mark.parametrize(
    ("name", "owner"),
    [("吉林", "吉林省"), ("海南", "海南省"), ("大同", "山西省/大同市"), ("楚雄", "云南省/楚雄彝族自治州")],
)
def test_a_shared_short_name_belongs_to_the_highest_holder(name: str, owner: str) -> None:
    first, *others = regions_by_name()[name]
    assert first.path == owner and not first.is_weak(name)
    assert others and all(region.is_weak(name) for region in others)


def test_every_shared_short_name_follows_the_rule() -> None:
    holders = defaultdict(list)
    for region in regions():
        for name in region.short_names:
            holders[name].append(region)
    broken = []
    for name, held in holders.items():
        strong = [region for region in held if not region.is_weak(name)]
        highest = min(LEVELS.index(region.level) for region in held)
        if len(strong) > 1 or any(LEVELS.index(region.level) != highest for region in strong):
            broken.append(name)
    assert broken == []


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ([GANSU, "62080,city,甘肃省/平凉市,平凉,,"], 3, "not six digits"),
        ([GANSU, "620000,city,甘肃省/平凉市,平凉,,"], 3, "620000 comes twice"),
        ([GANSU, PINGLIANG, "620900,city,甘肃省/平凉市,平凉,,"], 4, "path 甘肃省/平凉市 comes twice"),
        ([GANSU, "620800,town,甘肃省/平凉市,平凉,,"], 3, "level 'town'"),
        ([GANSU, "620800,province,甘肃省/平凉市,平凉,,"], 3, "does not fit level province"),
        ([GANSU, "620802,county,甘肃省/平凉市/崆峒区,崆峒,,"], 3, "甘肃省/平凉市 is not listed before it"),
        ([GANSU, PINGLIANG, "620902,county,甘肃省/平凉市/崆峒区,崆峒,,"], 4, "does not lie in 甘肃省/平凉市"),
        ([GANSU, "630800,city,甘肃省/平凉市,平凉,,"], 3, "does not lie in 甘肃省"),
        ([GANSU, "620800,city,甘肃省/平凉市,平,,"], 3, "'平' is no short name"),
        ([GANSU, "620800,city,甘肃省/平凉市,平凉,平安,"], 3, "'平安' is no name of 平凉市"),
        ([GANSU, "620800,city,甘肃省/平凉市,平凉,,平凉地区"], 3, "is not name:year:code"),
        ([GANSU, "620800,city,甘肃省/平凉市,平凉,,平凉地区:02:622700"], 3, "is not a year"),
        ([GANSU, "620800,city,甘肃省/平凉市,平凉,,平凉地区:2002:6227"], 3, "is not a code"),
        ([GANSU, "620800,city,,平凉,,"], 3, "column 'path' is empty"),
    ],
)
def test_a_bad_row_names_file_and_line(tmp_path: Path, rows: list[str], line: int, says: str) -> None:
    table = tmp_path / "places.csv"
    table.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=rf"^places\.csv:{line}: ") as caught:
        regions(table)
    assert says in str(caught.value)


def test_a_former_name_may_lack_year_and_code(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text(f"{HEADER}\n{GANSU}\n620800,city,甘肃省/平凉市,平凉,,泾州::\n", encoding="utf-8")
    assert regions(table)[1].former == (Former("泾州", None, None),)
