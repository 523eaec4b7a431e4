"""Guests of whom their host tells, capitals where a paper writes, and parks with more than one claim to a name."""

from __future__ import annotations

import pytest

from tests.indexer.place_pages import document

FILLER = "双方表示，将进一步深化合作，推动项目落地见效，为企业提供更好的服务。"


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        (
            "香港青年企业代表团走进芜湖高新区",
            "日前，由香港某厂商会组织的香港青年企业代表团走进芜湖高新区，参观机器人企业。香港企业代表与高新区企业座谈。",
            "安徽省/芜湖市",
        ),
        (
            "云南省浙江商会考察嘉兴经开区",
            "云南省浙江商会会长一行来嘉兴经开区考察座谈。浙江商会的企业家参观了产业园。",
            "浙江省/嘉兴市",
        ),
        (
            "澳门代表团参观株洲高新区企业",
            "澳门经贸代表团一行来到株洲高新区，参观了轨道交通企业。代表团成员表示，澳门愿与株洲深化合作。",
            "湖南省/株洲市",
        ),
        (
            "衢州市企业家代表团赴四川成都考察",
            "衢州市工商联组织企业家代表团赴成都考察学习，走访了当地商会。",
            "浙江省/衢州市",
        ),
        ("贵州省商会赴四川成都考察", "贵州省商会组织会员赴成都考察学习，走访了当地企业。", "贵州省"),
    ],
)
def test_the_place_of_guests_is_not_the_subject(title: str, text: str, place: str) -> None:
    assert document(title, text, FILLER).region[-1] == place


def test_the_capital_before_the_report_is_where_the_paper_writes() -> None:
    report = "海口讯 海关日前公布，海南自由贸易港政策清单新增商品一百种。省商务厅表示，洋浦、海口企业最先受益。"
    assert document("海南自贸港政策清单再扩围", report).region == ("海南省",)


def test_who_is_helped_is_at_home_as_well() -> None:
    lines = (
        "浙江省杭州市与恩施州结成东西部协作关系。三年来，杭州投入帮扶资金，在我州利川市、建始县建设产业园。",
        FILLER,
    )
    assert document("东西部协作结硕果", *lines).region[1] == "湖北省/恩施土家族苗族自治州"


@pytest.mark.parametrize(
    ("title", "text", "park"),
    [
        ("昆山开发区项目开工", "日前，昆山开发区举行项目集中开工活动。", "昆山经济技术开发区"),
        ("宝山工业园区签约机器人项目", "上海市宝山区的宝山工业园区近日举行签约仪式。", "宝山工业园区"),
        ("沣东新城项目开工", "近日，西咸新区沣东新城举行项目集中开工活动。", "西咸新区沣东新城"),
        ("梅州综保区通过验收", "近日，梅州综保区通过国家验收。", "梅州综合保税区"),
    ],
)
def test_parks_by_the_names_people_use(title: str, text: str, park: str) -> None:
    assert document(title, text, FILLER).park[0] == park


def test_a_zone_among_those_who_have_to_act_is_not_what_the_text_is_about() -> None:
    lines = ("各镇人民政府：", "某湖风景区管理处、某某服务中心、太湖经济开发区管委会由县政府领导。", FILLER)
    assert document("太湖县人民政府工作规则", *lines).park == ()


def test_a_high_tech_zone_does_not_speak_for_a_new_area() -> None:
    lines = ("高新区近日出台办法，支持企业上市。高新区管委会负责兑现。", "兰州市有关部门配合。", FILLER)
    assert "兰州新区" not in document("兰州高新区出台办法", *lines).park
