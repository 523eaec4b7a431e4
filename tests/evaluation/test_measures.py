"""The measures themselves, on values whose score is known."""

from __future__ import annotations

import pytest

from scripts.evaluation.compare import gram_f1, narrow, set_metrics, squeezed, value_metrics
from scripts.evaluation.damage import learnt_table, own_model, random_table, traditional
from scripts.evaluation.judged import Judged
from scripts.evaluation.places import main_place
from scripts.evaluation.repair import Score


def judged(name: str) -> Judged:
    return Judged(name, {}, {}, None)


def test_texts_are_compared_by_their_three_grams() -> None:
    assert gram_f1("一二三四五", "一二三四五") == 1
    assert gram_f1("一二 三|四\n五", "一二三四五") == 1
    assert gram_f1("一二三四五", "六七八九十") == 0
    assert gram_f1("一二三四", "一二三四五") == pytest.approx(2 * 2 / 5)


def test_width_does_not_count() -> None:
    assert narrow("（Ａ１）　！") == "(A1) !"
    assert squeezed("柳州：（一期）") == squeezed("柳州:(一期)")


def test_one_value_a_page() -> None:
    pairs = [("a", "a"), ("a", "b"), ("a", None), (None, "b"), (None, None)]
    metrics, faults = value_metrics("x", [(judged(str(n)), want, got) for n, (want, got) in enumerate(pairs)])
    assert {name: (metric.value, metric.of) for name, metric in metrics.items()} == {
        "x right": (pytest.approx(1 / 3), 3),
        "x wrong": (pytest.approx(1 / 3), 3),
        "x missing": (pytest.approx(1 / 3), 3),
        "x invented": (0.5, 2),
    }
    assert faults.rows == (("a", "b", "1", "1"), ("a", "—", "1", "2"), ("—", "b", "1", "3"))


def test_several_values_a_page() -> None:
    metrics, faults = set_metrics("x", [(judged("p"), ["a", "b"], ["b", "c", "d"]), (judged("q"), [], None)])
    assert metrics["x precision"].value == pytest.approx(1 / 3)
    assert metrics["x recall"].value == 0.5
    assert metrics["x F1"].value == pytest.approx(2 / 5)
    assert len(faults.rows) == 3


def test_the_main_place_goes_down_one_line() -> None:
    paths = ["甘肃省", "甘肃省/平凉市", "甘肃省/平凉市/崆峒区", "甘肃省/平凉市/泾川县", "陕西省"]
    assert main_place(paths) == {
        "province": "甘肃省",
        "city": "甘肃省/平凉市",
        "county": "甘肃省/平凉市/崆峒区",
    }
    assert main_place(["北京市", "北京市/朝阳区"]) == {"province": "北京市", "county": "北京市/朝阳区"}
    assert main_place(["全国"]) == {"nation": "全国"}
    assert main_place(None) == {}


# Characters and readings that real pages show.
SITE = {"業": "yè", "區": "qū", "經": "jīng", "導": "dǎo", "產": "chǎn", "準": "zhǔn", "規": "guī", "訓": "xùn"}


@pytest.mark.parametrize(
    ("clean", "shown", "spots"),
    [
        ("平凉工业园区", "平?jīng)龉I(yè)園區(qū)", ["凉工业"]),
        ("主导产业链式发展", "主導(dǎo)產(chǎn)業(yè)鏈?zhǔn)桨l展", ["式发"]),
        ("启动东部未来城", "啟動?xùn)|部未來城", ["东"]),
        ("同。纵观我国", "同??v觀我國", ["。纵"]),
        ("产业集群规模。围绕", "產(chǎn)業(yè)集群規(guī)模。圍繞", []),
        ("天下大同", "天下大同", []),
    ],
)
def test_the_damage_is_that_of_real_pages(clean: str, shown: str, spots: list[str]) -> None:
    damaged = own_model().damage(clean, SITE)
    assert damaged.text == shown
    assert [clean[spot.start : spot.end] for spot in damaged.spots] == spots


def test_tables_are_traditional_and_repeatable() -> None:
    assert random_table(1) == random_table(1) != random_table(2)
    assert {"發", "業", "產"} <= learnt_table().keys()
    assert traditional("产") == "產" and traditional("后") == "后" and traditional("着") == "著"


def test_a_wrong_repair_costs_characters_and_spots() -> None:
    truth = "规模化经营产业园区，启动东部未来城。\n" * 6
    damaged = own_model().damage(truth.strip(), SITE)
    assert damaged.spots
    right, wrong = Score(), Score()
    right.add("right", truth.strip(), damaged)
    wrong.add("wrong", truth.strip().replace("东部", "西部"), damaged)
    assert right.counts["characters right"] == wrong.counts["characters right"] + 6
    assert right.counts["spots right"] > wrong.counts["spots right"]
    assert wrong.counts["texts restored"] == 0
