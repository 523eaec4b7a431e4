"""Who visits whom: guests, hosts, partners and persons who bear the name of a place."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2026, 1, 1)
FILLER = "双方表示，将进一步深化合作，推动项目落地见效。"


def regions(title: str, text: str, **hints: str) -> tuple[str, ...]:
    made = process(RawPage(text + FILLER, "page", None, "text", Hints(title=title, **hints)), TODAY)
    assert isinstance(made, Document), made
    return made.region


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        (
            "徐州市党政代表团来济宁考察",
            "徐州市党政代表团来济宁市考察，与我市座谈。徐州近年来发展很快。",
            "山东省/济宁市",
        ),
        (
            "乌兰察布市党政代表团到我市考察",
            "乌兰察布市党政代表团到我市考察。张家口与乌兰察布山水相连。",
            "河北省/张家口市",
        ),
        ("新疆代表团来镇交流", "新疆代表团一行来镇考察，与我市座谈。市委书记说，镇江将做好援疆工作。", "江苏省/镇江市"),
        (
            "招商组赴山东江苏对接项目",
            "平凉市招商组赴山东省、江苏省对接项目。在江苏省盐城市，一行参观企业。",
            "甘肃省/平凉市",
        ),
        (
            "区领导赴东莞、深圳考察",
            "区领导走访了泉州市政府驻深办，推介丰泽。丰泽区将优化服务，泉州将支持。",
            "福建省/泉州市",
        ),
        (
            "杨广平现场办公",
            "聊城经济技术开发区党工委书记杨广平到项目现场办公。杨广平指出，要抓紧建设。",
            "山东省/聊城市",
        ),
        (
            "毕业生到瓜州县实习",
            "采访团走进瓜州县。瓜州县东连玉门市，西接敦煌市，西北与哈密市相接。瓜州县产业兴旺。",
            "甘肃省/酒泉市",
        ),
    ],
)
def test_the_text_is_about_the_host_or_the_traveller_who_writes_it(title: str, text: str, place: str) -> None:
    found = regions(title, text)
    assert place in found[:3]
    assert {path.split("/")[0] for path in found} == {place.split("/")[0]}


def test_guests_of_the_place_that_publishes_the_page() -> None:
    text = "贵州省盘州市党政代表团到中山市考察。盘州市与中山市签订协议，盘州市表示感谢。"
    assert regions("贵州省盘州市党政代表团到中山考察", text, source="中山日报")[0] == "广东省"


def test_a_foreign_ministry_is_no_central_authority() -> None:
    assert regions("美国商务部公布补贴名单", "美国商务部宣布，将提供补贴。商务部长表示，补贴将分批落地。") == ()


def test_places_that_are_only_examples() -> None:
    found = regions("国务院关于同意在雄安新区等46个城市和地区设立试验区的批复", "同意在雄安新区、大同市等设立。")
    assert found == ("全国",)


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("总书记在辽宁考察", "春节前夕，中共中央总书记、国家主席在辽宁考察，来到葫芦岛市看望群众。", "辽宁省"),
        (
            "副总理赶赴彭水指导救援",
            "国务院副总理17日晚率有关部门负责同志赶赴重庆彭水县指导山体崩塌救援工作。",
            "重庆市",
        ),
        ("中央代表团赴西藏慰问", "中央代表团赴西藏日喀则慰问，代表团团长、全国政协主席到定日县考察。", "西藏自治区"),
    ],
)
def test_who_comes_from_the_capital_is_a_guest(title: str, text: str, place: str) -> None:
    assert regions(title, text)[0] == place


def test_a_visit_that_a_local_office_recalls_is_not_the_subject() -> None:
    text = (
        "3月2日，习近平总书记在北京考察并发表重要讲话。为落实讲话精神，省科技厅制定了若干措施。河北省各市要抓好落实。"
    )
    assert regions("若干措施政策解读", text) == ("河北省",)


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        (
            "亚冬会代表团陆续抵达",
            "哈尔滨第九届亚冬会各代表团陆续抵达，今天迎来参赛人员入境首个高峰。",
            "黑龙江省/哈尔滨市",
        ),
        (
            "横琴粤澳深度合作区：澳门企业突破五千户",
            "位于珠海的合作区介绍，区内澳门企业达五千户，澳门特区政府推出配套政策。",
            "广东省/珠海市",
        ),
        (
            "玉门市与东营市东营区缔结友好城市",
            "3月9日，玉门市代表团赴东营考察，与东营区签署协议。",
            "甘肃省/酒泉市/玉门市",
        ),
        ("两地企业签约", "香港科技园公司与深圳、东莞三家企业签署合作备忘录，香港的局长见证。", "香港特别行政区"),
        ("异地商会走进家乡", "9月6日，宜昌籍企业家走进高新区考察。企业家们说，宜昌变化很大。", "湖北省/宜昌市"),
    ],
)
def test_partners_and_guests_are_not_the_subject(title: str, text: str, place: str) -> None:
    assert place in regions(title, text)


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("广西资源丰富", "广西资源丰富，糖业规模居全国前列。", "广西壮族自治区"),
        ("广州南沙邮轮母港开通", "广州南沙邮轮母港即将开通，地铁直达。", "广东省/广州市/南沙区"),
        ("纪念馆开馆", "新四军第七师纪念馆在安徽巢湖开馆，老战士的后代参加仪式。", "安徽省/合肥市/巢湖市"),
    ],
)
def test_names_that_are_words_too(title: str, text: str, place: str) -> None:
    assert regions(title, text)[-1] == place


def test_persons_from_a_place_are_counted_and_not_the_subject() -> None:
    assert regions("中国公民平安抵达", "搭乘包机抵达的146名公民中，有137人为企业员工，其中包括1名香港居民。")[:1] != (
        "香港特别行政区",
    )


def test_the_government_of_a_special_region_is_no_county() -> None:
    text = "香港特别行政区政府、澳门特别行政区政府、台湾同胞和海外侨胞以各种方式表示哀悼。全国各族人民深切缅怀。"
    assert regions("追悼大会在北京举行", text)[:1] != ("香港特别行政区",)
