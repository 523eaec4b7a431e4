"""Which level a text speaks for."""

from __future__ import annotations

import pytest

from indexer.enrich.material import Material
from indexer.enrich.voice import CITY, COUNTY, PROVINCE, voice_of


def level(text: str, *, autonomous: bool = False, in_park: bool = False) -> int:
    return voice_of(Material("通知", text.split("\n")), autonomous=autonomous, in_park=in_park).level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各设区市人民政府，省政府各部门：\n经省政府同意，结合我省实际，现通知如下。", PROVINCE),
        ("各县（市、区）人民政府，市政府各部门：\n经市政府同意，在全市开展专项行动。", CITY),
        ("各乡镇人民政府，县政府各部门：\n经县委、县政府同意，在全县开展专项行动。", COUNTY),
        ("自治区人民政府各部门：\n我区各盟市要按照自治区党委部署抓好落实。", PROVINCE),
        ("各省、自治区、直辖市人民政府，国务院各部委：\n各级政府要高度重视。", 0),
        ("设区的市、县级人民政府应当加强领导，各市政府和县政府负责。", 0),
    ],
)
def test_who_speaks(text: str, expected: int) -> None:
    assert level(text) == expected


def test_quanqu_is_a_district_an_autonomous_region_or_a_zone() -> None:
    text = "全区上下要抓好落实，我区今年计划完成投资二十亿元。"
    assert level(text) == COUNTY
    assert level(text, autonomous=True) == PROVINCE
    assert level(text, in_park=True) == 0


def test_in_passing_and_clearly() -> None:
    passing = voice_of(Material("会议", ["省政府有关部门参加。"]), autonomous=False, in_park=False)
    assert (passing.level, passing.clear) == (PROVINCE, False)
    clear = voice_of(Material("会议", ["我省出台措施。全省推进。经省政府同意。"]), autonomous=False, in_park=False)
    assert (clear.level, clear.clear) == (PROVINCE, True)
