"""Who wrote the text: departments of documents, reporters of news."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2026, 1, 1)
FILLER = "各有关单位要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"


def document(text: str, title: str) -> Document:
    made = process(RawPage(text, "page", None, "text", Hints(title=title)), TODAY)
    assert isinstance(made, Document), made
    return made


def author(text: str, title: str = "园区项目建设提速") -> str | None:
    made = document(text, title)
    assert [e.value for e in made.evidence if e.fact == "author"] == ([made.author] if made.author else [])
    return made.author


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("来源：云岭日报 作者：张小明 发布时间：2023-05-06", "张小明"),
        ("发布时间：2023-05-06 作者：张小明 李华 浏览：3", "张小明、李华"),
        ("发布时间：2023-05-06 作者：局办公室 浏览：3", "局办公室"),
        ("2023-05-06 云岭日报 记者 张小明", "张小明"),
        ("来源：云岭日报 作者：佚名 发布时间：2023-05-06", None),
        ("来源：云岭日报 作者：admin 发布时间：2023-05-06", None),
        ("来源：云岭日报 作者： 发布时间：2023-05-06", None),
        ("来源：云岭日报 责任编辑：张小明 发布时间：2023-05-06", None),
    ],
)
def test_a_labelled_author(line: str, name: str | None) -> None:
    assert author(f"{line}\n{FILLER}\n{FILLER}") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"本报讯（记者 张小明 通讯员 李华）{FILLER}\n{FILLER}", "张小明、李华"),
        (f"本报云岭4月28日电 记者武自然报道：{FILLER}\n{FILLER}", "武自然"),
        (f"近日，{FILLER}\n{FILLER}（本报记者 哈斯 通讯员 张敬轩）", "哈斯、张敬轩"),
        (f"近日，{FILLER}\n{FILLER}（撰稿：冯慧媛）", "冯慧媛"),
        (f"近日，{FILLER}\n{FILLER}\n云岭晚报记者 张楠", "张楠"),
        (f"记者从有关部门获悉，{FILLER}\n{FILLER}", None),
    ],
)
def test_reporters(text: str, name: str | None) -> None:
    assert author(text) == name


NOTICE = "关于印发云岭市工业发展方案的通知"


def test_the_department_that_signed_a_document() -> None:
    assert author(f"各县区：\n{FILLER}\n云岭市工业和信息化局\n2023年5月6日", NOTICE) == "云岭市工业和信息化局"
    glued = f"各县区：\n{FILLER}云岭市教育局云岭市财政局2023年5月6日（此件主动公开）"
    assert author(glued, NOTICE) == "云岭市教育局、云岭市财政局"


def test_a_labelled_department_comes_before_the_signature() -> None:
    text = f"发布机构：市府办 公开日期：2023-05-08\n各县区：\n{FILLER}\n云岭市人民政府\n2023年5月6日"
    assert author(text, NOTICE) == "市府办"


def test_the_issuer_in_the_title() -> None:
    assert author(f"{FILLER}\n{FILLER}", "云岭市人民政府办公室关于印发实施方案的通知") == "云岭市人民政府办公室"


def test_nobody() -> None:
    assert author(f"近日，{FILLER}\n{FILLER}") is None
