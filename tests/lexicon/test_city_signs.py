"""The table of what shows a city besides its name."""

from __future__ import annotations

from pathlib import Path

import pytest

import lexicon
from lexicon.city_signs import load_city_signs
from lexicon.table import TableError

HEADER = "path,prefixes,area_codes,hosts\n"


def test_signs_lead_to_cities() -> None:
    assert lexicon.cities_by_area_code()["0933"] == ("甘肃省/平凉市",)
    assert set(lexicon.cities_by_area_code()["0937"]) == {"甘肃省/嘉峪关市", "甘肃省/酒泉市"}
    assert set(lexicon.cities_by_prefix()["抚府"]) == {"江西省/抚州市"}
    assert lexicon.city_by_host()["smx"] == "河南省/三门峡市"


def test_every_city_has_an_area_code_but_the_newest_of_hainan() -> None:
    cities = {region.path for region in lexicon.regions() if region.level == "city"}
    signed = {city.path for city in lexicon.city_signs() if city.area_codes}
    assert cities - signed == {"海南省/三沙市", "海南省/儋州市"}


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("甘肃省/某市,某政,0933,\n", "no path of regions.csv"),
        ("甘肃省/平凉市,平政,0933,\n甘肃省/平凉市,,,\n", "has a row already"),
        ("甘肃省/平凉市,平政,933,\n", "no area codes"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, rows: str, why: str) -> None:
    path = tmp_path / "city_signs.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(TableError, match=rf"city_signs.csv:\d+: .*{why}"):
        load_city_signs(path)
