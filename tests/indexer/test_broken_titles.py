"""Titles of documents that bare text breaks over lines, and titles that stand once more inside the text."""

from __future__ import annotations

import pytest

from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned

TEXT = ("各县区人民政府，市直各有关部门：", "现将有关政策措施印发给你们，请认真贯彻执行，确保取得实效。")
BROKEN = {
    "several offices": (
        "云岭市发展和改革委员会 云岭市财政局",
        "云岭市工业和信息化局",
        "关于印发《支持企业技术改造",
        "若干政策措施》的通知",
    ),
    "office on a line": ("云岭市人民政府办公室", "关于进一步优化营商环境的通知"),
    "open quotation": ("云岭市教育局关于印发《困难儿童", "资助实施细则》的通知"),
}


@pytest.mark.parametrize("lines", BROKEN.values(), ids=BROKEN)
def test_a_title_broken_over_lines(lines: tuple[str, ...]) -> None:
    document = cleaned("\n".join((*lines, "云发改〔2023〕15号", *TEXT)), "text")
    assert document.title is not None
    assert document.title.replace(" ", "") == "".join(lines).replace(" ", "")
    assert document.document_number == "云发改〔2023〕15号"


def test_a_line_that_holds_the_whole_stays_the_title() -> None:
    whole = "云岭市人民政府关于设立经济技术开发区的批复（2020年10号）"
    document = cleaned("\n".join((whole, "云岭市人民政府", "关于设立经济技术开发区的批复", *TEXT)), "text")
    assert document.title == whole


def test_a_heading_of_the_text_is_not_joined() -> None:
    document = cleaned("\n".join((TITLE, "云岭市人民政府", *PARAGRAPHS)), "text")
    assert document.title == TITLE


def test_the_name_of_the_site_is_no_issuer() -> None:
    title = "青河省人民政府关于加快开发区转型升级的意见"
    assert cleaned("\n".join(("云岭市工业和信息化局", title, *TEXT)), "text").title == title


def test_the_title_stands_again_below_other_lines() -> None:
    title = "云岭市人民政府办公室关于促进开发区改革和创新发展的通知"
    again = (title, "导读：改革创新，再出发。", "云岭市人民政府办公室关于促进开发区", "改革和创新发展的通知", *TEXT)
    assert cleaned("\n".join(again), "text").body.split("\n") == ["导读：改革创新，再出发。", *TEXT]


def test_the_name_of_the_plan_is_no_repeated_title() -> None:
    plan = "云岭市促进开发区改革和创新发展实施方案"
    source = "\n".join((f"关于印发{plan}的通知", *TEXT, "2023年5月6日", plan, *PARAGRAPHS))
    assert f"\n{plan}\n" in cleaned(source, "text").body


def test_a_title_that_is_the_name_of_its_column() -> None:
    source = "\n".join(
        (
            "当前位置：首页 > 信息公开 > 停水公告",
            "停水公告",
            "停水公告",
            "发布时间：2023-05-24 所属栏目：停水公告 点击次数：35",
            *PARAGRAPHS,
        )
    )
    assert cleaned(source, "text").title == "停水公告"


def test_a_letter_is_called_by_its_subject() -> None:
    rows = (("信件标题", "关于龙泉路路灯不亮的问题"), ("来信内容", PARAGRAPHS[0]), ("回复内容", PARAGRAPHS[1]))
    cells = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    source = f"<html><head><title>信件详情</title></head><body><table>{cells}</table></body></html>"
    assert cleaned(source).title == "关于龙泉路路灯不亮的问题"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("2023年云岭县部分事业单位公开招聘", "工作人员公告"), "2023年云岭县部分事业单位公开招聘工作人员公告"),
        (
            ("全市开发区工作座谈会召开", "王大明出席并讲话", "2022-02-22 07:33 来源：云岭日报"),
            "全市开发区工作座谈会召开王大明出席并讲话",
        ),
        (("要 闻 周 报", "2022-02-22 07:33 来源：云岭日报"), "要闻周报"),
        (("首页>新闻>园区来了“科技副总”", "园区来了“科技副总”", "2022-02-22 来源：云岭日报"), "园区来了“科技副总”"),
        (("园区招商“百日攻坚”行动启动 2023-04-03 来源：招商局",), "园区招商“百日攻坚”行动启动"),
        (("要闻周报", "（5月20日—5月24日）", "2022-05-24"), "要闻周报"),
        (("云岭研究院治病哪家好 http://example.com/a.html", TITLE, "2022-05-24 来源：云岭日报"), TITLE),
        ((f"• {TITLE}******", "2022-05-24 来源：云岭日报"), TITLE),
        (("ID: 20230512", f"标题：{TITLE}", "时间：2023-05-12 06:10", "正文："), TITLE),
        (
            ("走进港区采访团到访", "2013-04-24 08:29 来源：云岭日报", "成就引发了记者的关注", "成就引发了记者的关注"),
            "走进港区采访团到访",
        ),
        ((TITLE, "——写在经开区成立三十周年之际", "2022-05-24 来源：云岭日报"), TITLE),
    ],
)
def test_titles_of_bare_text(lines: tuple[str, ...], title: str) -> None:
    document = cleaned("\n".join((*lines, *PARAGRAPHS)), "text")
    assert document.title == title
    assert document.body.endswith("\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    "line", ["CYQD00-2019-0014", "【资料图】", "大会现场", "本篇文章758字，读完约2分钟", "1. 专项规划"]
)
def test_what_is_no_title(line: str) -> None:
    document = cleaned("\n".join(("发布时间：2008-03-06 08:39:18 访问次数：12", line, *PARAGRAPHS)), "text")
    assert document.title is None


def test_a_title_that_stands_again_over_lines_below_an_office() -> None:
    title = "云岭市人民政府办公室关于印发《云岭市落实〈若干政策措施〉实施方案》的通知"
    again = ("云岭市人民政府办公室", "关于印发《云岭市落实〈若干", "政策措施〉实施", "方案》的通知")
    document = cleaned("\n".join((title, "发布时间：2023-03-15 09:28", *again, *TEXT)), "text")
    assert (document.title, document.body.split("\n")) == (title, list(TEXT))


def test_site_and_column_are_no_title() -> None:
    source = f"<html><head><title>云岭高新区-新闻详情</title></head><body><h2>{TITLE}<span>2021-05-06</span></h2>"
    document = cleaned(source + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>")
    assert document.title == TITLE
