"""Slogans, industries, kind, outlet, site and document number, each with its evidence."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import KINDS, Document

TODAY = dt.date(2026, 1, 1)
FILLER = "各有关单位要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"


def document(
    text: str,
    title: str | None = "加快推进项目建设",
    url: str | None = None,
    kind: str = "text",
    source: str | None = None,
) -> Document:
    made = process(RawPage(text, "page", url, kind, Hints(title=title, source=source)), TODAY)
    assert isinstance(made, Document), made
    return made


def html(head: str = "", above: str = "", below: str = "") -> str:
    return (
        f"<html><head><title>加快推进项目建设</title>{head}</head><body><h1>加快推进项目建设</h1>{above}"
        f"<p>{FILLER}</p><p>{FILLER}</p>{below}</body></html>"
    )


class TestSlogans:
    @pytest.mark.parametrize(
        "words",
        [
            "“三抓三促”行动",
            "三抓三促",
            "「三抓三促」",
            "“三抓 三促”",
            "三抓、三促行动",
            "三抓三促，",
            "三抓“三促”",
            "《三抓三促》",
            "三 抓 三 促",
        ],
    )
    def test_through_quotes_blanks_and_marks(self, words: str) -> None:
        made = document(f"全市深入开展{words}，推动各项工作落实。{FILLER}")
        assert made.slogan == ("三抓三促",)
        [evidence] = [e for e in made.evidence if e.fact == "slogan"]
        assert words.strip("“”「」《》")[:2] in evidence.text
        assert evidence.where == "body"

    def test_traditional_text(self) -> None:
        assert document(f"全市深入開展「三抓三促」行動，推動各項工作落實。{FILLER}").slogan == ("三抓三促",)

    def test_in_the_title(self) -> None:
        assert "三抓三促" in document(FILLER, "平凉市开展“三抓三促”行动").slogan

    @pytest.mark.parametrize("text", ["三抓\n三促", "坚持三抓，做到三不", "抓三促三"])
    def test_not_across_lines_and_not_in_pieces(self, text: str) -> None:
        assert "三抓三促" not in document(f"{FILLER}\n全市做到{text}的要求。{FILLER}").slogan

    def test_each_once_in_order(self) -> None:
        text = f"落实放管服改革，推进一网通办，开展双招双引。再推一网通办。{FILLER}"
        slogans = document(text).slogan
        assert [s for s in slogans if s in ("放管服", "一网通办", "双招双引")] == ["放管服", "一网通办", "双招双引"]
        assert len(set(slogans)) == len(slogans)


class TestIndustries:
    @pytest.mark.parametrize(
        ("industry", "text"),
        [
            (
                "集成电路",
                "园区聚焦集成电路产业，建设晶圆制造、芯片封装测试生产线，引进芯片设计企业，完善半导体材料配套。",
            ),
            ("新能源汽车", "园区的新能源汽车整车厂投产，动力电池、电驱动、充电桩等配套企业集聚，新能源汽车产量翻番。"),
            ("生物医药", "生物医药产业园引进创新药、疫苗、抗体药物企业，建设临床试验平台，生物医药产值持续增长。"),
            ("低空经济", "发展低空经济，布局无人机制造、eVTOL整机、通用航空运营，建设低空飞行服务站。"),
        ],
    )
    def test_by_its_words(self, industry: str, text: str) -> None:
        made = document(f"{text}{FILLER}", f"做强{industry}产业")
        assert industry in made.industry
        [evidence] = [e for e in made.evidence if e.fact == "industry" and e.value == industry]
        assert any(word in text for word in evidence.text.split("、"))

    def test_one_weak_word_decides_nothing(self) -> None:
        assert document(f"会议还研究了物流等工作。{FILLER}").industry == ()

    def test_a_list_of_all_industries_names_none_as_the_subject(self) -> None:
        text = (
            "发展集成电路芯片、新能源汽车动力电池、生物医药创新药、低空经济无人机、光伏风电储能、钢铁冶炼、化工新材料、"
            "人工智能大模型、软件信息服务、现代物流仓储、文化旅游景区、纺织服装面料、食品饮料白酒产业。"
        )
        assert document(text * 3).industry == ()
        named = document(
            text * 3 + "园区的集成电路企业建成晶圆厂，芯片设计、封装测试、光刻胶项目投产。", "做强集成电路产业"
        )
        assert named.industry[:1] == ("集成电路",)
        assert len(named.industry) <= 4

    @pytest.mark.parametrize(
        "words",
        [
            "形成了以生物医药、石墨烯为主导的产业体系",
            "主导产业为生物医药、石墨烯",
            "围绕做精生物医药、做强石墨烯两大主导产业",
        ],
    )
    def test_what_the_text_calls_leading_industries(self, words: str) -> None:
        assert document(f"云岭高新区{words}。{FILLER}").industry == ("生物医药", "新材料")
        assert document(f"云岭高新区引来一家生物医药公司，参观了石墨烯展台。{FILLER}").industry == ()

    def test_the_industries_that_projects_are_said_to_belong_to(self) -> None:
        projects = "高新区集中签约31个项目，总投资98亿元，涉及生物医药、石墨烯等领域。"
        assert document(f"{projects}{FILLER}").industry == ("生物医药", "新材料")
        assert document(f"要面向社会宣传生物医药、石墨烯等领域的科学知识。{FILLER}").industry == ()

    def test_the_first_of_a_longer_list_of_projects_in_its_order(self) -> None:
        signed = "高新区集中签约31个项目，涵盖石化、纺织、高端装备制造、新能源、数字产业、商贸等多个领域。"
        assert document(f"{signed}{FILLER}").industry == ("石化化工", "纺织服装", "装备制造", "新能源")

    def test_things_in_a_row_that_are_industries_without_a_word_before_them(self) -> None:
        assert document(f"县里在纺织、电子、食品加工三个过百亿产业方面成绩突出。{FILLER}").industry == (
            "纺织服装",
            "电子信息",
            "食品饮料",
        )
        assert document(f"考察团到访纺织博物馆、电子商城、食品学院等地。{FILLER}").industry == ()

    def test_projects_that_are_counted(self) -> None:
        counted = "电子信息项目34个，装备制造项目63个，食品饮料项目39个"
        assert document(f"集中开工：{counted}，总投资五千亿元。{FILLER}").industry == (
            "电子信息",
            "装备制造",
            "食品饮料",
        )

    def test_what_is_signed_comes_before_what_the_place_leads_in(self) -> None:
        text = "签约项目涉及全域旅游、高分子新材料等领域。全市有钢铁、纺织两大主导产业。"
        assert document(f"{text}{FILLER}").industry == ("文化旅游", "新材料", "钢铁", "纺织服装")

    def test_firms_that_a_short_text_visits(self) -> None:
        text = "县长走访企业，在青泽石材有限公司、莲花湖制药有限公司和信源酒业有限公司了解复工情况。"
        assert sorted(document(text).industry) == ["建材", "生物医药", "食品饮料"]
        assert document("县长到老年公寓检查消防，走廊里摆着石材。").industry == ()

    def test_a_register_of_firms_is_about_none_of_their_industries(self) -> None:
        firms = "苏禾精密模具有限公司、苏禾轴承有限公司、苏禾智能装备有限公司、苏禾机器人有限公司。"
        assert document(f"名单如下：{firms}{FILLER}", "关于拟推荐中小企业名单的公示").industry == ()

    @pytest.mark.parametrize(
        "text",
        ["各级组织机构代码证、组织机构图", "全市集中开工，全市集中观摩", "周边贸易点、多边贸易体制", "拖欠农民工工资"],
    )
    def test_a_word_across_the_border_of_two_words(self, text: str) -> None:
        assert document(f"{text}；{text}。{FILLER}").industry == ()

    def test_a_word_that_names_something_else(self) -> None:
        assert document(f"苹果大丰收，苹果合作社把苹果卖到了省外，种植户喜笑颜开。{FILLER}").industry == ("现代农业",)
        assert document(f"苹果公司发布新款，苹果门店前排起长队，苹果股价上涨。{FILLER}").industry == ()

    def test_a_list_of_every_industry_leads_nowhere(self) -> None:
        words = "生物医药、石墨烯、电子信息、钢铁、纺织服装、旅游、煤炭"
        assert document(f"全省以{words}等为主导的产业都要做好安全生产。{FILLER}").industry == ()


class TestKind:
    @pytest.mark.parametrize(
        ("kind", "title", "text"),
        [
            ("政策", "云岭市人民政府关于印发实施方案的通知", FILLER),
            ("政策", "云岭高新区促进产业发展若干措施", FILLER),
            ("政策", "云岭高新区企业管理办法（试行）", FILLER),
            ("讲话", "在全市招商引资大会上的讲话", FILLER),
            ("讲话", "书记开年第一课", f"同志们：\n{FILLER}"),
            ("报告", "2023年云岭市政府工作报告", FILLER),
            ("报告", "云岭市2023年国民经济和社会发展统计公报", FILLER),
            ("公告", "关于拟推荐企业名单的公示", FILLER),
            ("公告", "厂房建设项目中标公告", FILLER),
            ("公告", "关于暂停对外服务的通知", FILLER),
            ("公告", "", f"根据评审结果，拟认定37家市级企业技术中心，现予以公示。{FILLER}公示时间为7天。"),
            ("公告", "园区道路养护", f"{FILLER}\n特此公告。"),
            ("新闻", "区政府各部门清扫积雪", f"首页>政府动态\n区政府各部门清扫积雪\n{FILLER}"),
            (
                "新闻",
                "工业园活力迸发",
                f"工业园活力迸发\n作者:任某 来源:云岭日报 浏览次数:56\n去年成效显著。{FILLER * 3}",
            ),
            ("政策", "每周一学", f"近日，省委办公厅印发了《加强人才工作的意见》。\n全文如下。\n{FILLER}"),
            ("其他", "门前的路", f"刘某：\n你好！你所反映的问题已经了解，现答复如下：\n{FILLER}"),
            ("其他", "门前的路", f"写 信 人：刘某\n写信时间：2021-07-28\n{FILLER}"),
            ("新闻", "园区项目签约仪式举行", f"近日，园区举行签约仪式。{FILLER}"),
            ("新闻", "厂房里的变化", f"本报讯（记者 张某）{FILLER}"),
            ("其他", "一图读懂实施方案", FILLER),
            ("其他", "无题", FILLER),
        ],
    )
    def test_by_signs(self, kind: str, title: str, text: str) -> None:
        made = document(text, title)
        assert made.kind == kind
        assert kind in KINDS
        assert [e.value for e in made.evidence if e.fact == "kind"] == [kind]


class TestOutlet:
    @pytest.mark.parametrize(
        ("line", "outlet"),
        [
            ("来源：云岭日报", "云岭日报"),
            ("信息来源： 云岭市发展和改革委员会 发布时间：2023-05-06", "云岭市发展和改革委员会"),
            ("发布时间：2023-05-06 来源：《云岭日报》 浏览：3", "云岭日报"),
            ("2023-05-06 10:20 云岭发布 字号：大 中 小", "云岭发布"),
            ("來源：雲嶺日報", "雲嶺日報"),
            ("来源：网络", None),
            ("来源：本站", "本站"),
            ("来源：", None),
        ],
    )
    def test_a_source_line(self, line: str, outlet: str | None) -> None:
        made = document(f"{line}\n{FILLER}\n{FILLER}")
        assert made.outlet == outlet
        assert [e.value for e in made.evidence if e.fact == "outlet"] == ([outlet] if outlet else [])

    def test_the_input_and_the_meta_tag(self) -> None:
        page = html('<meta name="ContentSource" content="云岭网">')
        assert document(page, None, kind="html").outlet == "云岭网"
        assert document(page, None, kind="html", source="云岭晚报").outlet == "云岭晚报"

    def test_a_dateline(self) -> None:
        assert document(f"新华社昆明5月6日电 {FILLER}").outlet == "新华社"

    def test_none(self) -> None:
        assert document(FILLER * 2).outlet is None


class TestSite:
    @pytest.mark.parametrize(
        ("url", "site"),
        [
            ("https://www.yunling.example/a.html?x=1", "www.yunling.example"),
            ("http://WWW.YunLing.example:8080/", "www.yunling.example"),
            ("http://[::1]/a", "::1"),
            ("http://[broken", None),
            ("not an address", None),
            ("http://" + "a" * 40_000 + "/", None),
            ("//", None),
        ],
    )
    def test_the_host_of_the_address(self, url: str, site: str | None) -> None:
        assert document(FILLER * 2, url=url).site == site

    def test_a_domain_in_the_footer(self) -> None:
        page = html(below="<footer>版权所有 网址：www.yunling.gov.cn</footer>")
        assert document(page, None, kind="html").site == "www.yunling.gov.cn"


class TestDocumentNumber:
    @pytest.mark.parametrize(
        ("line", "number"),
        [
            ("云政发〔2023〕5号", "云政发〔2023〕5号"),
            ("云政办发[2023]12号", "云政办发〔2023〕12号"),
            ("发文字号：云政规（2023）3号", "云政规〔2023〕3号"),
            ("云政发﹝2023﹞5号", "云政发〔2023〕5号"),
            ("云政发〔２０２３〕５号", "云政发〔2023〕5号"),
            ("云岭市人民政府令第12号", "云岭市人民政府令第12号"),
        ],
    )
    def test_its_own_number(self, line: str, number: str) -> None:
        made = document(f"{line}\n各县区人民政府：\n{FILLER}", "云岭市人民政府关于印发实施方案的通知")
        assert made.document_number == number
        assert made.kind == "政策"

    def test_a_number_that_the_text_cites(self) -> None:
        text = f"根据《省政府关于印发方案的通知》（云政发〔2021〕7号）精神，现通知如下。{FILLER}"
        assert document(text, "关于做好有关工作的通知").document_number is None

    def test_in_the_title(self) -> None:
        assert document(FILLER, "关于印发方案的通知（云政发〔2023〕5号）").document_number == "云政发〔2023〕5号"
