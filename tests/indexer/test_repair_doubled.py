"""Variants of the damage: readings written twice and without tones, readings with a blank, marks with a comma."""

import pytest

from indexer.repair import repair
from tests.indexer.test_repair_texts import NEWS, spoil

TWICE = (
    "臨(lin)河(he)市(shi)經(jing)(jing)濟(ji)開發區(qu)(qu)舉行集中開工儀式,共有(you)12個(ge)項目。"
    "園(yuan)區(qu)(qu)企(qi)(qi)業今年將(jiang)(jiang)率(lv)先(xian)投產。"
)


def test_readings_without_tones_written_twice() -> None:
    result = repair(TWICE)
    assert result.text == "临河市经济开发区举行集中开工仪式,共有12个项目。园区企业今年将率先投产。"
    assert result.damaged
    assert {r.before: r.after for r in result.repairs}["區(qu)"] == "区"


@pytest.mark.parametrize(
    "text",
    [
        "經(jing)濟(ji)開發區(qu)的讀音:園(yuan)區(qu),企(qi)業。",
        "寫作(a)(a)、(b)(b)、(c)(c)三種,各取一個。",
        "學拼音:媽(ma)(ma)跟讀兩遍,馬(ma)(ma)再讀。",
    ],
)
def test_other_readings_stay(text: str) -> None:
    assert repair(text).text == text


def test_readings_with_a_blank_are_taken_out() -> None:
    shown = spoil(NEWS)
    assert repair(shown.replace("ì)", "ì )")).text == repair(shown).text


def test_commas_in_front_of_marks_are_taken_out() -> None:
    doubled = spoil(NEWS) + "\n項(xiàng)目落地,。產(chǎn)值翻番,,用工增加,。前景看好。"
    assert repair(doubled).text.split("\n")[-1] == "项目落地。产值翻番,用工增加。前景看好。"
    assert repair("项目落地,。产值翻番,,用工增加,。").text == "项目落地,。产值翻番,,用工增加,。"
