"""Places that the text shows without naming them: numbers, telephones, sites, offices; and every place by its name."""

from __future__ import annotations

import pytest

from indexer import RawPage, process
from indexer.enrich.authority import place_of_number
from indexer.enrich.voice import CITY, PROVINCE
from lexicon import Region, regions
from mappings import Document
from tests.indexer.place_pages import document, main_place

FILLER = "会议强调，要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"
EVERY = 7  # counties of which one is tried


@pytest.mark.parametrize(
    ("number", "named", "hinted", "level", "place"),
    [
        ("平政办发〔2021〕38号", [], ["甘肃省/平凉市"], 0, "甘肃省/平凉市"),
        ("平政办发〔2021〕38号", [], ["河南省"], 0, "河南省/平顶山市"),
        ("平政办发〔2021〕38号", [], [], CITY, None),  # 平凉 and 平顶山
        ("抚府办发〔2020〕33号", [], [], CITY, "江西省/抚州市"),
        ("宁政办发〔2022〕41号", [], [], PROVINCE, "宁夏回族自治区"),
        ("宁政办发〔2020〕25号", ["江苏省/南京市"], [], CITY, "江苏省/南京市"),
        ("吉政办发〔2022〕15号", ["吉林省/吉林市", "吉林省"], [], PROVINCE, "吉林省"),
        ("穗府办规〔2021〕5号", [], [], 0, "广东省/广州市"),
        ("国办发〔2019〕32号", ["国"], [], 0, None),
    ],
)
def test_whose_number(number: str, named: list[str], hinted: list[str], level: int, place: str | None) -> None:
    assert place_of_number(number, named, hinted, level) == place


def test_a_number_and_an_area_code_tell_the_city() -> None:
    made = document(
        "关于加快推进园区提质增效的通知",
        "平政办发〔2021〕38号",
        "各县（市、区）人民政府，市直有关部门：",
        f"经市政府同意，现就有关事项通知如下。{FILLER}",
        "联系人：王建军 联系电话：0933-8210000",
    )
    assert made.region == ("甘肃省", "甘肃省/平凉市")
    rules = {e.rule for e in made.evidence if e.fact == "region"}
    assert rules <= {"place of the document number", "area code of a telephone number"}


def test_the_capital_and_many_telephones_tell_nothing() -> None:
    assert main_place("关于开展申报工作的通知", f"各有关企业：{FILLER}", "联系电话：010-68200000") == ""
    offices = "；".join(f"咨询电话：{code}-8200000" for code in ("0933", "0951", "0451"))
    assert main_place("关于开展申报工作的通知", f"各有关企业：{FILLER}", offices) == ""


def test_the_site_of_a_county_shows_texts_of_its_province_too() -> None:
    url = "https://www.kunshan.gov.cn/a.html"
    assert main_place("召开项目推进会", f"近日，区镇召开项目推进会。{FILLER}", url=url) == "江苏省/苏州市/昆山市"
    of_province = f"各设区市人民政府，省政府各部门：\n经省政府同意，结合我省实际，通知如下。{FILLER}"
    assert main_place("关于稳定增长的意见", of_province, url=url) == "江苏省"


def test_initials_in_the_host_choose_among_places_of_one_name() -> None:
    text = f"郊区区委书记带队走访企业。{FILLER}郊区将优化服务。"
    assert main_place("郊区推进项目建设", text, url="http://jmsjqzf.gov.cn/1") == "黑龙江省/佳木斯市/郊区"


def test_offices_that_only_one_place_has() -> None:
    text = "行政长官表示，将到立法会举行答问会，政务司司长陪同。特区政府会加快发展。"
    assert main_place("答问会下周举行", text) == "香港特别行政区"


def test_several_counties_tell_their_city() -> None:
    text = f"市委书记主持会议。会议指出，朝阳要抢抓机遇。北票市、凌源市、建平县和龙城区作了汇报。{FILLER}"
    assert main_place("我市召开推进会", text) == "辽宁省/朝阳市"


def names_of(path: str) -> str:
    return "".join(path.split("/"))


@pytest.mark.parametrize("city", [r for r in regions() if r.level == "city"], ids=lambda r: str(r.path))
def test_a_city_that_only_the_signature_names(city: Region) -> None:
    lines = (
        "各县（市、区）人民政府，市直各部门：",
        f"现就有关事项通知如下。{FILLER}",
        f"{city.name}人民政府办公室",
        "2021年6月18日",
    )
    assert main_place("关于加快推进工业园区提质增效的通知", *lines) == city.path


@pytest.mark.parametrize("county", [r for r in regions() if r.level == "county"][::EVERY], ids=lambda r: str(r.path))
def test_a_county_in_the_news(county: Region) -> None:
    text = f"近日，{names_of(county.path)}召开重点项目推进会。{FILLER}下一步，{county.name}将强化服务。"
    assert main_place(f"{county.name}召开项目推进会", text) == county.path


def test_own_paper_whose_name_is_a_word() -> None:
    lines = ["来源：民权网", "县委书记深入项目工地调研。县委常委陪同。全县上下要强化服务意识，加快项目建设。"]
    assert main_place("县委书记调研项目", *lines) == "河南省/商丘市/民权县"
    assert main_place("谈公民的权利", "来源：民权网", "权利与义务相统一，是法律的原则，需要全社会共同维护。") == ""


def test_local_site() -> None:
    lines = ["记者从市统计局了解到，一季度我市经济运行平稳，全市工业用电量增长。"]
    assert main_place("一季度我市经济增速加快", *lines, url="http://xiantao.example.org/p/1.html") == "湖北省/仙桃市"
    assert (
        main_place("一季度经济增速加快", "统计显示，工业运行平稳，用电量增长。", url="http://xiantao.example.org/1")
        == ""
    )


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        (
            "致乡亲的一封信",
            ["亲爱的宜都籍乡亲乡友：", "家乡宜都张灯结彩，合江楼头云白，宜都人民盼您常回家。"],
            "湖北省/宜昌市/宜都市",
        ),
        ("山海协作", ["晋江(安溪)工业园区加快建设，安溪县领导到晋江(安溪)工业园区调研。"], "福建省/泉州市/安溪县"),
        (
            "高铁新城开工",
            ["泰安市岱岳区高铁新城项目开工，岱岳区领导出席，高铁新城企业代表发言。"],
            "山东省/泰安市/岱岳区",
        ),
    ],
)
def test_words_around_a_name(title: str, lines: list[str], expected: str) -> None:
    assert main_place(title, *lines) == expected


@pytest.mark.parametrize(
    ("element", "text", "place"),
    [
        (
            "张建民_梁溪区人民政府",
            "区委副书记、区长。主持区政府全面工作，负责审计、编制方面的工作。",
            "江苏省/无锡市/梁溪区",
        ),
        (
            "我市召开会议-桐乡市人民政府门户网站",
            "5月5日，我市召开安全生产会议，市长出席并讲话。",
            "浙江省/嘉兴市/桐乡市",
        ),
        ("我区出台政策_佛山市顺德区人民政府", "近日，我区出台支持企业技术改造的政策。", "广东省/佛山市/顺德区"),
        # A news site shows the news of others too; what the text names comes first.
        ("外贸稳中向好_梁溪新闻网", "前三季度进出口保持增长，外贸结构继续优化，企业订单增加。", None),
        ("苏州工业园区开工_梁溪区人民政府", "苏州工业园区举行开工仪式，苏州市领导出席并讲话。", "江苏省/苏州市"),
    ],
)
def test_the_name_of_the_site(element: str, text: str, place: str | None) -> None:
    title = element.partition("_")[0].partition("-")[0]
    source = f"<html><head><title>{element}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
    made = process(RawPage(source, "page", None, "html"))
    assert isinstance(made, Document), made
    assert (made.region[-1] if made.region else None) == place


def test_a_town_that_is_called_like_a_county() -> None:
    text = "现面向社会招聘工作人员五名。报名地点：通海县秀山街道人民路二号县人社局三楼，联系人王老师。"
    made = process(RawPage(f"招聘公告\n{text}", "page", None, "text"))
    assert isinstance(made, Document), made
    assert made.region[-1] == "云南省/玉溪市/通海县"


def test_a_rank_in_the_province_is_no_voice_of_the_province() -> None:
    text = "一季度，全市地区生产总值居全省第7位，增速高于全省平均；全市投资增长全省第3位，税收全省第2位。"
    made = process(RawPage(f"全市经济运行平稳\n{text}", "page", "http://www.chaoyang.gov.cn/1.html", "text"))
    assert isinstance(made, Document), made
    assert made.region[-1] == "辽宁省/朝阳市"
