"""From what people write to the values that documents hold."""

from __future__ import annotations

import pytest

import lexicon
from search.values import names, region_paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("甘肃", ("甘肃省",)),
        ("甘肃省", ("甘肃省",)),
        ("甘肅", ("甘肃省",)),
        ("平凉市/崆峒区", ("甘肃省/平凉市/崆峒区",)),
        ("甘肃省/平凉市/", ("甘肃省/平凉市",)),
        ("620000", ("甘肃省",)),
        ("全国", ("全国",)),
        ("没有的地方", ()),
        ("", ()),
    ],
)
def test_places(text: str, paths: tuple[str, ...]) -> None:
    assert region_paths(text) == paths


def test_a_place_includes_those_of_its_name_inside_it() -> None:
    assert region_paths("吉林") == ("吉林省",)


def test_a_name_of_several_places_means_all_of_them() -> None:
    assert {"北京市/朝阳区", "辽宁省/朝阳市"} <= set(region_paths("朝阳"))


def test_every_place_is_found_by_its_path() -> None:
    for region in lexicon.regions():
        assert region.path in region_paths(region.path)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("industry", "金融", ("金融",)),
        ("industry", "没有的行业", ("没有的行业",)),
        ("slogan", "三抓三促", ("三抓三促",)),
        ("slogan", "“三抓三促”", ("三抓三促",)),
        ("kind", "政策", ("政策",)),
        ("park", "没有的园区", ("没有的园区",)),
    ],
)
def test_names(key: str, text: str, expected: tuple[str, ...]) -> None:
    assert names(key, text) == expected


def test_part_of_an_industry_means_all_that_hold_it() -> None:
    assert {"新能源", "新能源汽车"} >= set(names("industry", "新能源")) >= {"新能源"}
    assert names("industry", "医药") == ("生物医药",)


def test_an_alias_means_the_park() -> None:
    park = next(p for p in lexicon.parks() if p.aliases)
    assert park.name in names("park", park.aliases[0])
