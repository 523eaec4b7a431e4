"""What stands right above and below a text, and titles that stand in the line of the text."""

from __future__ import annotations

import pytest

from indexer import RawPage, process
from mappings import Document

TITLE = "云岭高新区举行重大项目集中签约仪式"
TOLD = [
    "3月18日上午，云岭高新区重大项目集中签约仪式在会展中心举行，12个项目总投资46.8亿元。",
    "高新区党工委书记陈建国在致辞中说，高新区将以最优的服务保障项目建设。",
    "市发改委、市工信局有关负责人参加签约仪式。（记者 赵明 通讯员 孙丽）",
]
TEXT = "\n".join(TOLD)


def document_of(text: str, kind: str = "text") -> Document:
    """The document of a page."""
    result = process(RawPage(text, "page", kind=kind))
    assert isinstance(result, Document)
    return result


@pytest.mark.parametrize("line", [f"{TITLE} {' '.join(TOLD)}", f"{TITLE}　　{'　　'.join(TOLD)}"])
def test_a_title_in_the_line_of_its_text(line: str) -> None:
    document = document_of(line)
    assert document.title == TITLE
    assert document.body.startswith(TOLD[0][:20])
    assert TOLD[1] in document.body


def test_a_line_without_a_title_stays_whole() -> None:
    line = "云岭日报讯（记者 赵明） " + " ".join(TOLD)
    document = document_of(line)
    assert document.title is None
    assert document.body.startswith("云岭日报讯")


@pytest.mark.parametrize(
    "tail",
    [
        "签约\n高新区\n项目",
        "标签：\n招商\n营商环境\n园区",
        "来源丨云岭日报\n记者丨赵明\n编辑丨小云",
        "上一页12下一页",
        f"【{TITLE}】相关文章：\n招商工作总结",
        "相关文章：高新区召开银企对接会",
        "好文章 需要您的鼓励",
        "网址：http://www.example.com/news/2024/0318/1.html",
        "主管：云岭市人民政府 主办：云岭高新区管委会\n技术支持：云岭信息中心",
    ],
)
def test_what_stands_below_the_text(tail: str) -> None:
    assert document_of(f"{TITLE}\n{TEXT}\n{tail}").body == TEXT


@pytest.mark.parametrize("tail", ["云岭市人民政府\n2024年3月18日", "张三\n李四\n王五", "附件：1.名单"])
def test_signatures_and_names_below_the_text_stay(tail: str) -> None:
    assert document_of(f"{TITLE}\n{TEXT}\n{tail}").body == f"{TEXT}\n{tail}"


def test_an_item_of_a_list_is_no_advertisement() -> None:
    items = (
        "有下列行为之一的，按照规定处理：\n（一）抄袭他人成果；\n（二）买卖、代写论文或者申请书；\n（三）其他违规行为。"
    )
    assert "（二）买卖、代写" in document_of(f"云岭市科研诚信管理办法\n{TEXT}\n{items}").body


def test_reporter_of_a_taiwan_paper_above_the_text() -> None:
    told = "雲林科技園區今年上半年再有三家廠商進駐，總投資額新台幣二十八億元，預計可創造五百個就業機會。"
    document = document_of(f"雲林科技園區新增三家廠商進駐\n記者王大明／雲林報導\n{told}")
    assert document.body == told
    assert document.author == "王大明"


def test_the_day_below_the_title_of_a_speech_stays() -> None:
    text = f"在全市招商工作推进会上的讲话\n（2022年2月16日）\n市长　李志强\n同志们：\n{TEXT}"
    assert document_of(text).body.startswith("（2022年2月16日）")


def test_headings_in_bold_of_markdown() -> None:
    document = document_of(f"# {TITLE}\n\n**一、签约的项目**\n\n{TEXT}\n\n区委**刘某**会议")
    assert "\n一、签约的项目\n" in f"\n{document.body}\n"
    assert "区委**刘某**会议" in document.body


def test_the_category_before_the_title_of_a_thread() -> None:
    head = f"<html><head><title>{TITLE} - 云岭论坛</title></head>"
    page = f"{head}<body><h1>[政策] {TITLE}</h1><div>{TEXT}</div></body></html>"
    assert document_of(page, "html").title == TITLE
