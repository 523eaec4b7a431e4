"""Which places and parks a page is about, and which it only mentions."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2026, 1, 1)
FILLER = "会议强调，要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"


def document(title: str, *paragraphs: str, head: str = "", **hints: str) -> Document:
    lines = [line for line in (head, *paragraphs) if line]
    made = process(RawPage("\n".join(lines), "page", None, "text", Hints(title=title, **hints)), TODAY)
    assert isinstance(made, Document), made
    return made


def regions(title: str, *paragraphs: str, head: str = "", **hints: str) -> list[str]:
    return list(document(title, *paragraphs, head=head, **hints).region)


PINGLIANG = ["甘肃省", "甘肃省/平凉市"]


def test_the_subject_with_its_ancestors_and_codes() -> None:
    made = document("平凉市崆峒区召开项目建设推进会", f"近日，崆峒区召开项目建设推进会。{FILLER}", FILLER)
    assert made.region == (*PINGLIANG, "甘肃省/平凉市/崆峒区")
    assert made.region_code == ("620000", "620800", "620802")
    assert [e.text for e in made.evidence if e.fact == "region"]


@pytest.mark.parametrize(
    ("title", "text", "path"),
    [
        ("朝阳区召开优化营商环境大会", "近日，北京市朝阳区召开优化营商环境大会。", "北京市/朝阳区"),
        ("朝阳区召开优化营商环境大会", "近日，长春市朝阳区召开优化营商环境大会。", "吉林省/长春市/朝阳区"),
        ("朝阳市召开优化营商环境大会", "近日，辽宁省朝阳市召开优化营商环境大会。", "辽宁省/朝阳市"),
        ("鼓楼区推进软件产业发展", "近日，福州市鼓楼区推进软件产业发展。", "福建省/福州市/鼓楼区"),
        ("鼓楼区推进软件产业发展", "近日，徐州鼓楼区推进软件产业发展。", "江苏省/徐州市/鼓楼区"),
        ("通州区与园区企业座谈", "近日，南通市通州区与企业座谈。", "江苏省/南通市/通州区"),
        ("吉林召开产业发展大会", "近日，吉林省产业发展大会在长春举行。", "吉林省"),
        ("海南省出台若干措施", "近日，海南省出台支持园区发展的若干措施。", "海南省"),
        ("海南州召开大会", "近日，青海省海南藏族自治州召开大会。", "青海省/海南藏族自治州"),
    ],
)
def test_one_name_for_several_places(title: str, text: str, path: str) -> None:
    steps = path.split("/")
    assert regions(title, text, FILLER) == ["/".join(steps[: n + 1]) for n in range(len(steps))]


@pytest.mark.parametrize(
    "text",
    [
        "园区与高校加强合作，合作共建实验室，进一步深化合作机制，合作领域不断拓宽。",
        "要节约集约利用资源，资源要素向优势企业集中，提高资源配置效率，打造资源循环利用基地。",
        "党员当前锋、作表率，让党旗在产业园区高高飘扬，前锋队伍不断壮大。",
        "项目大兴土木，大兴调查研究之风，大兴实干之风，推动各项工作落到实处。",
        "要坚持和平发展，城区面貌焕然一新，东方风来满眼春，努力创造美好的未来。",
    ],
)
def test_everyday_words_are_no_places(text: str) -> None:
    assert regions("加快推进项目建设", text, FILLER) == []


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("合作市召开项目建设推进会", "甘肃省/甘南藏族自治州/合作市"),
        ("广西资源县发展特色产业", "广西壮族自治区/桂林市/资源县"),
        ("广安市前锋区园区建设提速", "四川省/广安市/前锋区"),
        ("北京市大兴区园区建设提速", "北京市/大兴区"),
    ],
)
def test_places_whose_names_are_everyday_words(title: str, path: str) -> None:
    place = path.rpartition("/")[2]
    assert regions(title, f"近日，{place}召开专题会议。{FILLER}", f"{place}有关负责人参加。{FILLER}")[-1] == path


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("平凉市党政代表团赴江苏考察学习", "近日，平凉市党政代表团赴江苏省苏州市、南京市考察学习，对接产业转移项目。"),
        ("平凉市到天津开展招商活动", "近日，平凉市招商小组前往天津市滨海新区开展招商活动，走访企业十家。"),
        ("平凉考察团走进苏州：差在哪儿", "近日，平凉市党政代表团一行赴江苏省苏州市考察，苏州的企业习惯先接单。"),
        ("平凉：借鉴浙江经验优化营商环境", "近日，平凉市学习借鉴浙江经验，优化营商环境，服务企业发展。"),
    ],
)
def test_places_that_are_only_visited(title: str, text: str) -> None:
    assert regions(title, text, f"平凉市有关负责人参加活动。{FILLER}") == PINGLIANG


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "国务院办公厅关于促进开发区改革和创新发展的若干意见",
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
        ),
        ("工业和信息化部关于印发产业园区指南的通知", "各省、自治区、直辖市工业和信息化主管部门："),
        ("中共中央关于制定规划的建议", "全会深入分析国际国内形势，就制定规划提出以下建议。"),
    ],
)
def test_national_texts(title: str, text: str) -> None:
    made = document(title, text, FILLER)
    assert made.region == ("全国",)
    assert made.region_code == ()


def test_a_number_tells_the_province() -> None:
    assert (
        regions("关于印发实施方案的通知", "甘政办发〔2023〕5号", f"各市、自治州人民政府：{FILLER}", FILLER)[0]
        == "甘肃省"
    )


def test_the_outlet_tells_the_place_when_nothing_else_does() -> None:
    assert regions("园区项目建设跑出加速度", FILLER, FILLER, source="平凉日报") == PINGLIANG


def test_no_evidence_no_claim() -> None:
    made = document("加快推进项目建设", FILLER, FILLER)
    assert (made.region, made.region_code, made.park) == ((), (), ())


@pytest.mark.parametrize(
    ("title", "text", "park"),
    [
        ("平凉工业园区签约重点项目", "近日，平凉工业园区举行签约仪式。", "平凉工业园区"),
        ("苏州工业园区发布行动计划", "近日，苏州工业园区发布行动计划。", "苏州工业园区"),
        ("兰州新区项目建设提速", "近日，兰州新区举行项目集中开工仪式。", "兰州新区"),
        ("平凉高新区签约重点项目", "近日，平凉高新区举行签约仪式。", "平凉工业园区"),
    ],
)
def test_parks_of_the_authority_file(title: str, text: str, park: str) -> None:
    made = document(title, text + FILLER, FILLER)
    assert made.park[0] == park
    assert [e.value for e in made.evidence if e.fact == "park"] == list(made.park)


def test_a_park_belongs_to_the_place_named_beside_it() -> None:
    made = document("崇信县工业园区项目建设提速", f"近日，平凉市崇信县工业园区项目建设提速。{FILLER}", FILLER)
    assert made.region[:2] == tuple(PINGLIANG)
    assert any("崇信县工业园区" in park for park in made.park)
    assert not any("包头" in park for park in made.park)


def test_a_park_without_a_place_is_none() -> None:
    assert document("高新区召开推进会", f"近日，高新区召开推进会，开发区有关负责人参加。{FILLER}", FILLER).park == ()


def test_a_park_in_menus_does_not_count() -> None:
    made = document(
        "平凉工业园区签约重点项目", f"近日，平凉工业园区举行签约仪式。{FILLER}", FILLER, head="首页 > 苏州工业园区"
    )
    assert made.park == ("平凉工业园区",)


CITY_NOTICE = (
    "为贯彻落实《国务院办公厅关于进一步优化营商环境的意见》和人力资源社会保障部、财政部有关要求，结合我市实际，提出以下措施。",
    "各县（市、区）人民政府，市政府各部门要认真抓好落实，平凉市市级财政给予支持。",
)


def test_a_local_document_that_carries_out_a_national_one_is_local() -> None:
    assert regions("关于转发人力资源社会保障部有关文件的通知", *CITY_NOTICE, FILLER) == PINGLIANG


def test_a_document_of_a_province_does_not_descend_to_its_addressees() -> None:
    made = document(
        "甘肃省教育厅关于做好有关工作的通知",
        "兰州市、天水市、平凉市教育局，兰州新区教体局：",
        f"现将我省有关工作通知如下。{FILLER}",
        f"责任单位：省教育厅、省财政厅、兰州新区管委会。{FILLER}",
    )
    assert made.region == ("甘肃省",)
    assert made.park == ()


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "关于同意崇信县为省级园林县城的复函",
            "平凉市人民政府：经省政府研究，同意崇信县为省级园林县城。",
            "甘肃省/平凉市/崇信县",
        ),
        ("韩正在北京会见外国客人", "国家副主席韩正11日在北京会见来访的外国客人。", "全国"),
        ("各地积极应对寒潮", "全国多地迎来降温。河北、山西、内蒙古加强调度，山东、河南做好保供。", "全国"),
        ("以军空袭黎巴嫩南部", "以色列军队空袭黎巴嫩南部，造成人员伤亡。", ""),
    ],
)
def test_the_subject_of_a_text(title: str, text: str, expected: str) -> None:
    found = regions(title, text, FILLER)
    assert (found[-1] if found else "") == expected


@pytest.mark.parametrize(
    ("number", "province"),
    [("冀政发〔2023〕5号", "河北省"), ("穗府办〔2023〕5号", "广东省"), ("国办发〔2023〕5号", "全国")],
)
def test_whose_number_it_is(number: str, province: str) -> None:
    assert regions("关于印发实施方案的通知", number, f"现将方案印发给你们。{FILLER}", FILLER)[0] == province


def test_a_province_and_not_the_district_of_its_name() -> None:
    assert regions("河北省与天津市推进协同发展", "河北、天津共同推进。", FILLER)[0] == "河北省"


def test_a_bare_park_is_the_only_one_of_the_city() -> None:
    made = document(
        "高新区召开推进会", f"近日，宝鸡市委召开会议，高新区有关负责人参加。{FILLER}", FILLER, source="宝鸡日报"
    )
    assert made.park == ("宝鸡高新技术产业开发区",)


def test_a_park_by_a_former_name_of_its_city() -> None:
    made = document("襄樊高新技术产业开发区签约项目", f"近日，襄樊高新技术产业开发区签约。{FILLER}", FILLER)
    assert made.park == ("襄阳高新技术产业开发区",)


@pytest.mark.parametrize(
    "words",
    ["甘肃省建设经济开发区", "甘肃省农业科技园区管理办法", "平凉某某工业园有限公司"],
)
def test_words_that_name_no_park(words: str) -> None:
    assert document(f"关于{words}的通知", f"{words}有关事项。{FILLER}", FILLER).park == ()


def test_a_verb_stands_in_no_name_of_a_park() -> None:
    made = document("关于开通灵台县往返工业园区班车的通知", f"灵台县往返工业园区的班车将开通。{FILLER}", FILLER)
    assert not any("往返" in park for park in made.park)


def test_parks_are_damped_outside_of_the_main_place() -> None:
    made = document(
        "平凉市推进园区建设", f"近日，平凉市召开会议。会议指出，苏州工业园区的做法值得研究。{FILLER}", FILLER
    )
    assert made.park == ()
