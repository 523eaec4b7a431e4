"""What stands between the title and the text of a bare page."""

from __future__ import annotations

import pytest

from indexer import RawPage, process
from mappings import Document

TITLE = "云川县人民政府办公室关于做好防汛抗旱工作的通知"
TEXT = (
    "各乡镇人民政府，县政府各部门：\n"
    "    为做好今年防汛抗旱工作，保障人民群众生命财产安全，现就有关事项通知如下，请遵照执行。\n"
)


def document_of(text: str) -> Document:
    """The document of a bare text."""
    result = process(RawPage(text, "page.txt", kind="text"))
    assert isinstance(result, Document)
    return result


@pytest.mark.parametrize("number", ["云政办发〔2021〕38号", "（云政办函[2021]第3号）", "云政辦發(fā)〔2021〕38號"])
def test_the_number_above_a_bare_text_is_a_fact_and_no_paragraph(number: str) -> None:
    document = document_of(f"{TITLE}\n{number}\n{TEXT}")
    assert document.title == TITLE
    assert document.body.startswith("各乡镇人民政府")
    assert document.document_number is not None
    assert [line.text for line in document.removed if line.reason == "document number"] == [number]


def test_the_number_inside_the_element_of_the_text_stays() -> None:
    page = f"<h1>{TITLE}</h1><div class='TRS_Editor'><p>云政办发〔2021〕38号</p><p>{TEXT}</p></div>"
    document = process(RawPage(page, "page.html", kind="html"))
    assert isinstance(document, Document)
    assert document.body.startswith("云政办发〔2021〕38号")


def test_a_list_of_numbers_stays() -> None:
    document = document_of(f"废止的文件目录\n云政发〔2001〕3号\n云政发〔2002〕5号\n云政发〔2003〕8号\n{TEXT}")
    assert "云政发〔2001〕3号\n云政发〔2002〕5号" in document.body


def test_an_abstract_goes_out_only_where_the_text_says_the_same() -> None:
    told = "近日，云川县发布防汛抗旱工作方案，明确了各乡镇的责任。方案自印发之日起施行。"
    assert (
        "导读"
        not in document_of(f"云川县部署防汛\n导读：{told}\n{told}\n方案共分六章，对预警、转移、抢险等作了规定。").body
    )
    assert "导读" in document_of(f"云川县部署防汛\n导读：全县已有六个乡镇完成演练，其余月底完成。\n{told}").body
