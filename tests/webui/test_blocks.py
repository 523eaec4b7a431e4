"""Paragraphs as what they are to a reader."""

from __future__ import annotations

import pytest

from webui.blocks import ADDRESS, HEADING, NUMBER, PARAGRAPH, SIGNATURE, TABLE, blocks, outline

LONG = "这里是一段正文，写明工作怎样开展、由谁负责、何时完成，够长，所以不是标题。"


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks(text, "\n")]


def test_levels_follow_the_ranks_a_text_uses() -> None:
    text = f"第一章 总则\n{LONG}\n一、目标\n（一）近期\n{LONG}\n（二）远期\n{LONG}\n第二章 附则\n{LONG}"
    assert [(text[b.start : b.end], b.level) for b in blocks(text, "\n") if b.kind == HEADING] == [
        ("第一章 总则", 2),
        ("一、目标", 3),
        ("（一）近期", 4),
        ("（二）远期", 4),
        ("第二章 附则", 2),
    ]


def test_no_level_is_left_out_on_the_way_down() -> None:
    text = f"（一）先行先试\n{LONG}\n一、总体要求\n{LONG}\n（一）原则\n{LONG}"
    assert [b.level for b in blocks(text, "\n") if b.kind == HEADING] == [2, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "一、甲公司\n二、乙公司\n三、丙公司\n四、丁公司",  # a list
        "一、企业应当如实填报。\n二、逾期不予受理。",  # sentences
        "十分重要\n一边学习一边工作",
        f"一、{LONG}",
        "",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert HEADING not in kinds(text)


def test_numbered_paragraphs_have_leads_where_most_have_one() -> None:
    text = f"一、认识要到位。{LONG}\n二、措施要落实。{LONG}\n三、{LONG}"
    found = blocks(text, "\n")
    assert [text[b.start : b.lead] for b in found] == ["一、认识要到位。", "二、措施要落实。", ""]
    assert not any(b.lead for b in blocks(f"一、认识要到位。{LONG}\n二、{LONG}\n三、{LONG}", "\n"))


def test_a_lead_may_be_all_of_its_paragraph() -> None:
    text = f"（一）指导思想。{LONG}\n（二）基本原则。\n1.坚持统筹推进。"
    assert [text[b.start : b.lead] for b in blocks(text, "\n")] == ["（一）指导思想。", "（二）基本原则。", ""]


def test_articles_begin_with_their_number() -> None:
    text = "第一条　为了规范管理，制定本办法。\n第二条　本办法自发布之日起施行，由管委会解释。\n第三条规定的除外。"
    assert [text[b.start : b.lead] for b in blocks(text, "\n")] == ["第一条", "第二条", ""]
    assert not outline(text, blocks(text, "\n"))


def test_a_text_with_few_headings_is_outlined_by_its_leads() -> None:
    text = "\n".join(
        f"{n}、{what}要到位。{LONG}" for n, what in zip("一二三四", ("认识", "责任", "措施", "保障"), strict=True)
    )
    assert [entry.text for entry in outline(text, blocks(text, "\n"))] == [
        "一、认识要到位",
        "二、责任要到位",
        "三、措施要到位",
        "四、保障要到位",
    ]


def test_rows_of_cells_are_a_table() -> None:
    text = "序号 | 企业 | 产值（万元）\n1 | 甲公司 | 1,200\n2 | 乙公司 | —\n正文里有 | 一竖。"
    table, *rest = blocks(text.replace("正文里有 | 一竖。", "正文。\n走基层 | 老厂房"), "\n")
    assert table.kind == TABLE and table.header and table.figures == {0, 2}
    assert [[text[c.start : c.end] for c in row] for row in table.rows[:2]] == [
        ["序号", "企业", "产值（万元）"],
        ["1", "甲公司", "1,200"],
    ]
    assert [block.kind for block in rest] == [PARAGRAPH, PARAGRAPH]


def test_a_table_need_not_have_a_header_or_even_rows() -> None:
    [table] = blocks("1 | 甲\n2 | 乙 | 丙", "\n")
    assert not table.header and [len(row) for row in table.rows] == [2, 3]


def test_the_frame_of_an_official_document() -> None:
    text = f"甘政发〔2023〕1号\n各市、州人民政府：\n{LONG}\n甘肃省人民政府\n2023年1月5日\n（此件公开发布）"
    assert kinds(text) == [NUMBER, ADDRESS, PARAGRAPH, SIGNATURE, SIGNATURE, PARAGRAPH]


@pytest.mark.parametrize("line", ["现将有关事项公告如下：", "他说：", "经市人民政府批准，现公布以下名单："])
def test_what_addresses_nobody(line: str) -> None:
    assert kinds(f"{line}\n{LONG}")[0] == PARAGRAPH


def test_blocks_cover_the_text() -> None:
    text = f"一、目标\n{LONG}\n甲 | 乙\n丙 | 丁\n落款单位\n二〇二三年一月五日"
    found = blocks(text, "\n")
    assert "\n".join(text[b.start : b.end] for b in found) == text
