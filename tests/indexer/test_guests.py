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
