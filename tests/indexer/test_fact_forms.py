"""Forms in which texts name outlet, number, kind and date, besides the plain ones."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2026, 1, 1)
FILLER = "各有关单位要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"


def document(text: str, title: str = "园区项目建设提速", url: str | None = None) -> Document:
    made = process(RawPage(text, "page", url, "text", Hints(title=title)), TODAY)
    assert isinstance(made, Document), made
    return made


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"云岭新闻网·看云岭客户端讯 1月3日，{FILLER}\n{FILLER}", "云岭新闻网·看云岭客户端"),
        (f"云岭零距离网-云岭日报讯（记者 李小鞠）{FILLER}\n{FILLER}", "云岭零距离网-云岭日报"),
        (f"云朵/云岭日报讯（记者 李小鞠）{FILLER}\n{FILLER}", "云岭日报"),
        (f"【云岭公报讯】{FILLER}\n{FILLER}", "云岭公报"),
        (f"生产线平稳运行\n云岭网3月27日讯 {FILLER}\n{FILLER}", "云岭网"),
        (f"◎云岭日报全媒体记者 范海杰 近日，{FILLER}\n{FILLER}", "云岭日报"),
        (f"近日，{FILLER}\n{FILLER}\n转载自微信公众号“云江经开”", "云江经开"),
        (f"近日，{FILLER}\n{FILLER}\n云岭日报、云岭客户端原创\n未经授权不得转载", "云岭日报"),
        (f"近日，{FILLER}\n{FILLER}（市政协信宣科）", "市政协信宣科"),
        (f"面对本报记者的提问，{FILLER}\n{FILLER}", None),
        (f"近日，{FILLER}（市商务局）\n{FILLER}（市财政局）\n{FILLER}（市工信局）", None),
        (f"园区项目建设提速\n发布：云河园区 时间：2022-01-05\n近日，{FILLER}\n{FILLER}", "云河园区"),
        (f"园区项目建设提速\n云報快訊／范小鈺 2020年03月12日 20:19:00\n近日，{FILLER}\n{FILLER}", "云報"),
        (f"园区项目建设提速\n2023年02月04日 15:30 来源：云岭新闻网参与互动\n近日，{FILLER}\n{FILLER}", "云岭新闻网"),
    ],
)
def test_outlets(text: str, outlet: str | None) -> None:
    assert document(text).outlet == outlet


@pytest.mark.parametrize(
    ("title", "text", "number"),
    [
        (
            "云岭市人民政府令",
            f"第 112 号\n《云岭市办法》已经审议通过，现予公布。{FILLER}\n{FILLER}",
            "云岭市人民政府令第112号",
        ),
        ("国务院关于同意云岭省调整国函〔2004〕10号", f"云岭省人民政府：\n{FILLER}\n{FILLER}", "国函〔2004〕10号"),
        ("关于转发云政办〔2015〕7号", f"各县区：\n{FILLER}\n{FILLER}", None),
        ("信息报送情况", f"云政办发(fā)〔2021〕38号\n各镇人民政府：\n{FILLER}\n{FILLER}", "云政办发〔2021〕38号"),
    ],
)
def test_numbers(title: str, text: str, number: str | None) -> None:
    assert document(text, title).document_number == number


@pytest.mark.parametrize(
    ("kind", "title", "text"),
    [
        ("公告", "全域禁止焚烧秸秆的通知", f"云岭镇人民政府关于全域禁止焚烧秸秆的通告\n广大村民朋友：\n{FILLER}"),
        ("公告", "关于招聘的说明", f"{FILLER}现将有关事项公告如下。\n{FILLER}"),
        ("新闻", "云岭市出台促进工业发展若干措施", f"{FILLER}\n{FILLER}"),
        ("政策", "云岭市发布促进工业发展若干措施的通知", f"{FILLER}\n{FILLER}"),
        ("新闻", "企业家热议政府工作报告", f"近日，{FILLER}\n{FILLER}"),
        ("报告", "关于代表建议办理情况", f"{FILLER}\n{FILLER}"),
        ("新闻", "云岭市发展改革委赴县区听取代表意见", f"{FILLER}\n{FILLER}"),
        ("报告", "", f"去年经济平稳发展。{FILLER}\n一、综合\n初步测算，全年地区生产总值24亿元。{FILLER}"),
        ("其他", "云岭市商务局在线访谈", f"近日，{FILLER}\n主持人：各位网友好。{FILLER}"),
        ("新闻", "", f"{FILLER}（刘小蓉万兴峰）"),
        ("新闻", "", f"{FILLER}图为工人在车间作业，产品供不应求。"),
    ],
)
def test_kinds(kind: str, title: str, text: str) -> None:
    assert document(text, title).kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"2018-07-30 09:01:00掌上云岭\n近日，{FILLER}\n{FILLER}", dt.date(2018, 7, 30)),
        (f"2025年4月06日《今日高新区》\n各位好，{FILLER}\n{FILLER}", dt.date(2025, 4, 6)),
        (f"2025-01-10 09:36:25? 作者: 来源:云岭区人民政府\n近日，{FILLER}\n{FILLER}", dt.date(2025, 1, 10)),
        (f"(云岭,2025 年 9 月 17 日) — 园区公司宣布，{FILLER}\n{FILLER}", dt.date(2025, 9, 17)),
        (f"date 2025-12-21 云岭园区是重镇。\n近日，{FILLER}\n{FILLER}", dt.date(2025, 12, 21)),
        (f"Dec 28 Sat 2013 00:28\n近日，{FILLER}\n{FILLER}", dt.date(2013, 12, 28)),
        (f"记者郑小襄/云岭报道-2021-04-07 12:41:03\n近日，{FILLER}\n{FILLER}", dt.date(2021, 4, 7)),
        (f"(云岭,2025年9月17日)起施行的办法规定，{FILLER}\n{FILLER}", None),
    ],
)
def test_dates(text: str, day: dt.date | None) -> None:
    assert document(f"园区项目建设提速\n{text}").published == day


def test_dates_in_addresses() -> None:
    for url, day in (
        ("https://bendi.example/guangdong/25/0208/10/JNS94INM04179HV3.html", dt.date(2025, 2, 8)),
        ("https://bendi.example/guangdong/25/0208/10/list.html", None),
        ("https://bendi.example/news/2021121008584015655.htm", dt.date(2021, 12, 10)),
    ):
        assert document(f"近日，{FILLER}\n{FILLER}", url=url).published == day
