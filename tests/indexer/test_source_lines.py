"""The forms in which pages name their source."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from mappings import Document

TODAY = dt.date(2026, 1, 1)
TITLE = "渠县召开工业园区建设推进会"
PARAGRAPHS = (
    "近日，渠县召开工业园区建设推进会，县委副书记、县长主持会议并讲话，相关部门负责人参加会议。",
    "会议强调，要强化要素保障，优化营商环境，加快项目建设进度，确保全年目标任务如期完成。",
    "会议还研究了其他事项，并对下一阶段的工作作了安排。",
)


def outlet_of_html(head: str, foot: str = "") -> str | None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div><a href='/'>首页</a></div><div><h1>{TITLE}</h1>{head}"
        f"<div class='text'>{text}{foot}</div></div></body></html>"
    )
    return _outlet(RawPage(html, "page.html", None, "html"))


def outlet_of_text(*lines: str) -> str | None:
    return _outlet(RawPage("\n".join([TITLE, *lines]), "page.txt", None, "text"))


def _outlet(page: RawPage) -> str | None:
    made = process(page, TODAY)
    assert isinstance(made, Document), made
    return made.outlet


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("<div><span>来源</span><span>达州日报</span><span>2023-05-06</span></div>", "", "达州日报"),
        ("<div><p>来源</p><p>达州日报</p><p>发布时间</p><p>2023-05-06</p></div>", "", "达州日报"),
        (
            "<table><tr><td>信息来源</td><td>渠县发展和改革局</td><td>发布日期</td><td>2023-05-06</td></tr></table>",
            "",
            "渠县发展和改革局",
        ),
        ("<div>2023-05-06</div>", "<p>来源丨渠县融媒体中心</p><p>编辑丨张三</p>", "渠县融媒体中心"),
        ("<div>2023-05-06</div>", "<p>来源：“达州发布”微信公众号</p>", "达州发布"),
        ("<div>2023-05-06</div>", "<p>来源：综合自新华社、人民日报</p>", "新华社、人民日报"),
        ("<div>2023-05-06</div>", "<p>转自：达州发布</p>", "达州发布"),
        ("<div>2023-05-06 来源：渠县发布 发布时间：10:20</div>", "", "渠县发布"),
        ("<div>来源：本站 时间：2023-05-06</div>", "", "本站"),
        ("<div>时间：2023-05-06 信息来源： </div>", "", None),
        (
            "<div>达州日报数字报 第02版：要闻</div><div>2023-05-06</div>",
            "<p>（本报记者 李明 通讯员 王芳）</p>",
            "达州日报",
        ),
    ],
)
def test_on_a_page(head: str, foot: str, outlet: str | None) -> None:
    assert outlet_of_html(head, foot) == outlet


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["信息来源", "渠县经信局", "发布时间", "2023-05-06", *PARAGRAPHS], "渠县经信局"),
        ([*PARAGRAPHS, "——来源：达州日报"], "达州日报"),
        ([*PARAGRAPHS, "文字来源：渠县宣传部", "图片来源：渠县融媒体中心"], "渠县宣传部"),
        ([*PARAGRAPHS, "图片来源：渠县融媒体中心"], None),
        ([*PARAGRAPHS, "（新华社记者 张某）"], "新华社"),
        (["四川在线消息（记者 李明）" + PARAGRAPHS[0], *PARAGRAPHS[1:]], "四川在线"),
        (["本报讯（记者 李明）" + PARAGRAPHS[0], *PARAGRAPHS[1:]], None),
    ],
)
def test_in_bare_text(lines: list[str], outlet: str | None) -> None:
    assert outlet_of_text(*lines) == outlet


@pytest.mark.parametrize(
    ("head", "foot", "want"),
    [
        ("<p>李某、王某/渠县新闻</p>", "", "渠县新闻"),
        (
            "<p>2021-12-01 17:36</p>",
            "<p>本文来源投资观察，作者：李某，原文：https://a.example.cn/</p>",
            "投资观察",
        ),
        ("<p>渠县日报多媒体数字报</p>", "<p>（本报记者 李某）</p>", "渠县日报"),
    ],
)
def test_names_behind_a_slash_in_a_sentence_and_of_an_electronic_paper(head: str, foot: str, want: str) -> None:
    assert outlet_of_html(head, foot) == want


def test_the_name_of_an_electronic_paper_is_no_title() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = f"<title>渠县日报多媒体数字报刊</title><table><tr><td>{TITLE}</td></tr></table><div>{text}</div>"
    made = process(RawPage(html, "page.html", None, "html"), TODAY)
    assert isinstance(made, Document)
    assert made.title == TITLE
