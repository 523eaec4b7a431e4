"""The main subject of kinds of text in which other places stand in the way: trips, aid, approvals, round-ups, lists."""

from __future__ import annotations

import pytest

from tests.indexer.place_pages import main_place

FILLER = "下一步，将紧盯目标任务，压实责任链条，推动各项工作再上新台阶。"


def subject(title: str, *lines: str, url: str | None = None) -> str:
    """The main subject's path, "" for none; `…` in a line stands for a sentence that names no place."""
    return main_place(title, *(line.replace("…", FILLER) for line in lines), url=url)


@pytest.mark.parametrize(
    ("title", "lines", "path"),
    [
        # A city that the text only measures itself by does not hide the county inside it.
        (
            "我市召开文明城市创建推进会",
            ["5月9日，巢湖市召开推进会，市委副书记、市长讲话。会议要求对标合肥市要求，补短板、强弱项。"],
            "安徽省/合肥市/巢湖市",
        ),
        # The report of a trip names companies and cities everywhere; the station that sends it is at home.
        (
            "市长带队赴长三角、深圳招商考察",
            [
                "5月11日至17日，市委副书记、市长带队前往长三角、深圳招商。",
                "一行先后前往浙江宁波一家集团，江苏丹阳一家镜片公司、苏州一家生物公司，并考察江苏长兴县。",
                "…",
                "[来源：津市电视台]",
            ],
            "湖南省/常德市/津市市",
        ),
        (
            "八团来高新区（滨江）对接对口协作工作",
            ["阿拉尔市八团负责人一行来高新区（滨江）就协作工作开展对接，区委书记、副区长参加。", "…"],
            "浙江省/杭州市/滨江区",
        ),
        (
            "第七师党政代表团赴伊犁州考察",
            ["第七师党委书记率代表团赴伊犁州考察，伊犁州领导陪同。", "七师党委书记说，感谢伊犁州的支持。…"],
            "新疆维吾尔自治区/胡杨河市",
        ),
        (
            "区代表团赴香港招商",
            ["局长率團訪問合肥，參觀企業。特區政府將推動合作，創新科技及工業局跟進。"],
            "香港特别行政区",
        ),
        # Who is helped is the subject, not who helps.
        (
            "北京援疆：为和田送来数字课堂",
            ["北京市援疆和田指挥部投入资金，在和田市、墨玉县、洛浦县建设课堂。"],
            "新疆维吾尔自治区/和田地区",
        ),
        (
            "东西部协作：广州倾情帮扶毕节",
            ["广州市对口帮扶毕节市三年来，七星关区、大方县建起产业园。…"],
            "贵州省/毕节市",
        ),
        # An approval is about the place that it is granted to.
        (
            "湖南省人民政府关于同意娄底市国土空间总体规划的批复",
            ["娄底市人民政府：", "你市请示收悉。现批复如下。", "…", "湖南省人民政府", "2024年1月4日"],
            "湖南省/娄底市",
        ),
        # Who signs speaks, and what stands deeper only in the text does not.
        (
            "任前公示",
            [
                "李某，1975年8月生，现任景德镇市珠山区委常委，拟任县（市、区）政府正职。",
                "中共景德镇市委组织部",
                "2022年5月31日",
            ],
            "江西省/景德镇市",
        ),
        (
            "关于培育企业的意见",
            ["各市、区人民政府，市各委办局：", "…", "苏州市人民政府办公室", "2022年6月2日"],
            "江苏省/苏州市",
        ),
        (
            "关于公布供热收费标准的公告",
            ["现将居民供热收费标准公告如下。", "咨询电话：0419-2123456。", "市发展和改革委员会", "2022年10月8日"],
            "辽宁省/辽阳市",
        ),
        # The district of an office's address is not deeper than the office.
        (
            "关于征集金点子的公告",
            ["请将建议寄至：湖北省荆门市东宝区象山大道38号市政府办公室。", "市政府办公室", "2022年11月1日"],
            "湖北省/荆门市",
        ),
        # A province's paper writes of its counties.
        (
            "乡村振兴看亮点",
            ["保亭黎族苗族自治县三道镇发展红毛丹产业，农户增收。", "…", "（摘自《海南日报》）"],
            "海南省/保亭黎族苗族自治县",
        ),
        # Those who act together have equal shares, and none is the subject.
        ("联合攻关计划发布", ["上海市、江苏省、浙江省、安徽省科技厅联合发布计划，聚焦集成电路。…"], ""),
        # Parts of a park that are called like a county elsewhere; provinces and towns of the same characters.
        (
            "东川工业园区产线投产",
            ["西宁经济技术开发区东川工业园区一条产线投产，西宁市领导参加投产仪式。…"],
            "青海省/西宁市",
        ),
        ("越南批准新建工业园区", ["据报道，越南政府批准在北宁省、海阳省新建三个工业园区。"], ""),
        (
            "新丰镇推进秋冬种",
            ["连日来，新丰镇推进秋冬种。", "大丰区农技人员现场指导。", "盐城市大丰区新丰镇人民政府"],
            "江苏省/盐城市/大丰区",
        ),
        # A word of everyday language is no district because its province is named; one led to by the province is.
        ("推动东北全面振兴取得新突破", ["辽宁省干部群众表示，要推动全面振兴。", "…"], "辽宁省"),
        # Who comes from the centre writes of the place; a meeting of the whole province is not about its venue.
        (
            "国家发展改革委调研组到我县调研",
            ["近日，国家发展改革委调研组到我县调研，走进望谟县的社区工厂。", "…"],
            "贵州省/黔西南布依族苗族自治州/望谟县",
        ),
        (
            "全省高新区现场会在株洲召开",
            ["全省高新区现场会在株洲召开，副省长讲话。", "湖南省科技厅通报情况，长沙、湘潭、衡阳等市作交流。…"],
            "湖南省",
        ),
        # A city whose name's end is the beginning of its district's.
        (
            "中标候选人公示",
            [
                "招标人：贵港市港北区某投资有限公司",
                "第一中标候选人：广西某集团",
                "监督部门：贵港市港北区住房和城乡建设局",
            ],
            "广西壮族自治区/贵港市/港北区",
        ),
        # Posts that somebody once had.
        ("处分通报", ["咸宁市政协原副主席李某被开除党籍。李某曾任通山县委书记。"], "湖北省/咸宁市"),
        # Round-ups of the country that begin with one place.
        ("国内快讯", ["科技下乡活动在甘肃会宁县举行", "今天，科技下乡活动在甘肃会宁县举行，会宁县群众参加。…"], "全国"),
        (
            "各地加快冬修水利建设",
            ["在山东，水利工程施工正忙。山东省今年投入资金八十亿元。", "山东济宁的工地上机器轰鸣。…"],
            "全国",
        ),
        ("我国外贸韧性持续彰显", ["浙江宁波梅山的码头货轮往来。宁波市外贸企业订单增长，宁波港吞吐量上升。…"], "全国"),
    ],
)
def test_subject(title: str, lines: list[str], path: str) -> None:
    assert subject(title, *lines) == path


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://gs.people.com.cn/n2/2022/0412/c1-2.html", "甘肃省"),
        ("https://bendi.news.163.com/guangdong/25/0208/10/AB.html", "广东省"),
        ("http://qynews.zjol.com.cn/system/2010/03/18/1.shtml", "浙江省"),
        ("http://finance.people.com.cn/n1/2022/0412/c1-2.html", ""),
        ("http://www.example.com/zjol.com.cn/1.html", ""),
    ],
)
def test_a_news_site_shows_the_province_where_a_place_speaks(url: str, path: str) -> None:
    assert subject("县长调研企业", "县委副书记、县长到企业调研，县政府有关部门参加。…", url=url) == path


def test_a_news_site_alone_shows_nothing() -> None:
    assert subject("新品上市", "一种新的材料近日上市，受到用户欢迎。", url="http://www.zjol.com.cn/1.html") == ""


def test_a_policy_of_the_centre_given_in_full_on_a_local_site() -> None:
    lines = (
        "近日，中共中央办公厅、国务院办公厅印发了《关于加强人才工作的意见》，并发出通知。",
        "《关于加强人才工作的意见》全文如下。",
        "…",
        "…",
        "绍兴市第一中学 版权所有 地址：浙江省绍兴市越城区",
    )
    assert subject("每周一学", *lines) == "全国"
    there = "近日，国务院办公厅印发了《关于加强人才工作的意见》。绍兴市召开会议，学习贯彻意见精神，部署绍兴市人才工作。"
    assert subject("每周一学", there, "…") != "全国"
