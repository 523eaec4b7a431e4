"""Bare text saved on one line: its head, paragraphs and tail are told apart; other long lines are left alone."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

import pytest

from indexer.clean.oneline import opened
from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned, skipped

TEXT = " ".join(PARAGRAPHS)
HEADS = {
    "breadcrumb and source line": f"首页 政务公开 政民互动 当前位置：首页 > 新闻中心 > 园区动态 {TITLE} 发布时间：2023-05-06 09:30:12 来源：云岭日报 浏览次数：36 字体：大 中 小",
    "date and outlet": f"{TITLE} 2023-05-06 来源: 云岭日报",
    "outlet behind the time": f"首页 > 新闻 > 正文 {TITLE} 2023年05月06日 09:10 云岭日报",
    "sizes of type in brackets": f"云岭市政府 首页 >> 要闻 {TITLE} 发布时间：2023-05-06 10:20 【字体：大 中 小】",
    "ideographic spaces": f"您的位置：首页　>　要闻　{TITLE}　时间：2023-05-06　作者：周某",
}
TAILS = {
    "neighbours and foot": "上一篇：云岭市开展安全生产检查 下一篇：没有了 打印 关闭 版权所有：云岭市人民政府 云ICP备05000001号",
    "editor and share": "（责任编辑：周某） 分享到： 微信 微博",
    "editor and ranking": "（编辑：周某） 点击排行 1 秋收进行时 2 招聘信息",
    "nothing": "",
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_frame_of_a_page_on_one_line(head: str, tail: str) -> None:
    document = cleaned(f"{head} {TEXT} {tail}", "text")
    assert (document.title, document.body.split("\n")) == (TITLE, list(PARAGRAPHS))
    assert str(document.published) == "2023-05-06"


def test_a_notice_keeps_its_signature() -> None:
    document = cleaned(
        "首页 > 信息公开 > 通知 关于组织申报技术改造专项资金的通知 索引号：015260-2023-0012 发布日期：2023-05-06 "
        "各有关企业：根据省厅通知要求，现组织开展技术改造专项资金申报工作。一、申报条件。在本市注册的规模以上工业企业。"
        "二、申报时间。截至2023年5月31日，逾期不再受理。 云岭市工业和信息化局 2023年5月6日 【打印】 【关闭】",
        "text",
    )
    assert document.title == "关于组织申报技术改造专项资金的通知"
    assert document.body.startswith("各有关企业：")
    assert document.body.endswith("云岭市工业和信息化局\n2023年5月6日")


def test_a_list_on_one_line_is_refused() -> None:
    titles = ("召开重点项目推进会议", "启动安全生产专项检查", "举行招商项目签约仪式", "开展企业走访服务活动")
    entries = " ".join(f"云岭经开区{title} 2023-05-{9 - n:02}" for n, title in enumerate(titles * 2))
    assert skipped(f"首页 园区概况 园区动态 {entries} 上一页 1 2 3 下一页 共 12 页", "text") == "list page"


@pytest.mark.parametrize(
    "lines",
    [
        [TEXT],  # no frame: the spaces mean nothing
        [f"来源：云岭日报 {PARAGRAPHS[0]}"[:100]],  # short
        [f"发布时间：2023-05-06 来源：云岭日报 浏览次数：36 {TEXT}", *PARAGRAPHS],  # a page of several lines
        [],
    ],
    ids=["no frame", "short", "several lines", "empty"],
)
def test_other_lines_stay_whole(lines: list[str]) -> None:
    assert opened(lines) == lines
