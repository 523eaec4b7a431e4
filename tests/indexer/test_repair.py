"""Repair of whole pages: the damage of traditional-version scripts, put on texts written for these tests."""

import pickle
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from indexer.repair import UNKNOWN, annotated, repair, spots
from indexer.repair.forward import narrow
from tests.indexer.test_repair_texts import NEWS, ORDER, TABLE, spoil


@pytest.mark.parametrize("text", [NEWS, ORDER])
@pytest.mark.parametrize("part", [1, 2, 3])
def test_a_damaged_page_comes_back(text: str, part: int) -> None:
    table = {char: reading for n, (char, reading) in enumerate(TABLE.items()) if n % part == 0}
    result = repair(spoil(text, table))
    truth = narrow(text)
    assert result.damaged
    assert len(result.text.split("\n")) == len(text.split("\n"))
    same = SequenceMatcher(None, truth, result.text, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in same) >= 0.995 * max(len(truth), len(result.text))
    assert set(result.table) <= set(table)


def page_with(line: str) -> str:
    """A damaged page that ends in one more damaged line."""
    return spoil(NEWS) + "\n" + line


@pytest.mark.parametrize(
    ("shown", "truth"),
    [
        ("平?jīng)龉I(yè)園區(qū)召開項(xiàng)目推進(jìn)會", "平凉工业园区召开项目推进会"),
        ("為平?jīng)觯ń?jīng)濟(jì))高質(zhì)量發(fā)展貢獻(xiàn)力量", "为平凉(经济)高质量发展贡献力量"),
        ("區(qū)委、區(qū)政府反饋?zhàn)钚虑闆r。", "区委、区政府反馈最新情况。"),
        ("力爭全年?duì)幦≈卮箜?xiàng)目招引突破五十億元", "力争全年争取重大项目招引突破五十亿元"),
        ("全面啟動?xùn)|部未來城標(biāo)準(zhǔn)廠房", "全面启动东部未来城标准厂房"),
        ("主導(dǎo)產(chǎn)業(yè)鏈?zhǔn)桨l(fā)展、集聚發(fā)展", "主导产业链式发展、集聚发展"),
        ("推進(jìn)農業(yè)規(guī)?;?jīng)營", "推进农业规模化经营"),
        ("支持企業(yè)“組團(tuán)出?!?,引入電商平臺", "支持企业“组团出海”,引入电商平台"),
        ("常態(tài)運(yùn)行“廣安港—重慶—上?！毡尽蓖赓Q(mào)航線", "常态运行“广安港—重庆—上海—日本”外贸航线"),
        ("產(chǎn)業(yè)集群規(guī)模。圍繞主導(dǎo)產(chǎn)業(yè)", "产业集群规模。围绕主导产业"),
    ],
)
def test_known_spots(shown: str, truth: str) -> None:
    assert repair(page_with(shown)).text.split("\n")[-1] == truth


def test_every_repair_is_listed() -> None:
    result = repair(page_with("平?jīng)龉I(yè)園區(qū)"))
    shifted = [r for r in result.repairs if r.before.startswith("?jīng)")]
    assert [(r.after, r.accepted) for r in shifted] == [("凉工业", True)]
    assert shifted[0].certainty is not None and shifted[0].certainty > 4
    stripped = {r.before: r for r in result.repairs}
    assert stripped["區(qū)"].after == "区"
    assert stripped["區(qū)"].note and stripped["區(qū)"].note.endswith("times")


def test_what_is_lost_stays_open_with_the_original_beside_it() -> None:
    result = repair(page_with("累計(jì)節約醫保?;?000億元"))
    last = result.text.split("\n")[-1]
    doubtful = [r for r in result.repairs if not r.accepted]
    assert UNKNOWN in last and last.startswith("累计节约医")
    assert any(r.before.startswith("?;") and UNKNOWN in r.after for r in doubtful)


def test_a_swallowed_digit_is_told_by_the_year() -> None:
    truth = "全国高新区会议召开。　　2023年，园区产值达到百亿元。"
    shown = spoil(truth)
    assert "023" in shown and "2023" not in shown
    assert repair(spoil(NEWS) + "\n" + shown).text.split("\n")[-1] == narrow(truth)


def test_parentheses_that_are_no_readings_stay() -> None:
    line = "全長十二公里(km)的研發(fā)(R&D)基地(一期)工程，投資(yuan)由縣(市、區(qū))分擔(見附件)"
    last = repair(page_with(line)).text.split("\n")[-1]
    for kept in ("(km)", "(R&D)", "(一期)", "(yuan)", "(市、区)", "(见附件)"):
        assert kept in last


def test_ordinary_question_marks_stay() -> None:
    last = repair(page_with("項(xiàng)目為什麼能成?因為有人肯干!難不難?不難")).text.split("\n")[-1]
    assert last == "项目为什么能成?因为有人肯干!难不难?不难"


def test_著_stays_where_the_word_has_it() -> None:
    last = repair(
        page_with("成效顯著，著名學(xué)者著書立說，我們看著園區(qū)長大，沿著乾隆年間的古道著力建設(shè)")
    ).text
    assert last.split("\n")[-1] == "成效显著，著名学者著书立说，我们看着园区长大，沿着乾隆年间的古道着力建设"


def test_the_result_is_a_plain_value_and_always_the_same() -> None:
    page = spoil(ORDER)
    assert pickle.loads(pickle.dumps(repair(page))) == repair(page)


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SPOTS = {
    "000": ["凉工业"] * 7 + ["凉(经"],
    "001": [],
    "002": ["海—日本”外贸", "海”,", "最新情况", "争取重大项", "东", "式发"],
    "003": [],
    "004": [],
}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared pages are not there")
@pytest.mark.parametrize("number", sorted(SPOTS))
def test_shared_pages(number: str) -> None:
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
    result = repair(text)
    assert [spot.after for spot in result.spots] == SPOTS[number]
    assert all(spot.accepted for spot in result.spots)
    assert result.damaged == bool(SPOTS[number])
    assert result.damaged or result.text == text


def test_too_many_damaged_places_are_left_open_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spots, "AT_MOST", 2)
    monkeypatch.setattr(annotated, "AT_MOST", 2)
    result = repair(page_with("平?jīng)龉I(yè)園區(qū)\n平?jīng)龉I(yè)園區(qū)\n平?jīng)龉I(yè)園區(qū)"))
    assert result.text.split("\n")[-1].startswith("平" + UNKNOWN)
    assert any(r.note and r.note.endswith("too many on one page") and not r.accepted for r in result.repairs)


def test_a_bracket_that_stands_open_is_closed() -> None:
    last = repair(page_with("本報(bào)訊(記者 張?jiān)傩校?月13日,園區(qū)開(kāi)工。")).text.split("\n")[-1]
    assert last == f"本报讯(记者 张再行){UNKNOWN}月13日,园区开工。"
