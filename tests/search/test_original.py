"""A document beside the damaged text it was made of."""

from __future__ import annotations

import time

import pytest

from search.original import GONE, NEW, Line, against_original


def shown(line: Line) -> str:
    """A line with [-what is gone-] and {+what is new+}."""
    marks = {GONE: "[-{}-]", NEW: "{{+{}+}}"}
    return "".join(marks.get(piece.kind, "{}").format(piece.text) for piece in line.pieces)


def test_readings_and_shifted_bytes_are_told_from_the_text() -> None:
    [line] = against_original("平凉工业园区以实体经济为本", "平?jīng)龉I(yè)園區(qū)以實(shí)體經(jīng)濟(jì)為本")
    assert shown(line) == "平[-?jīng)龉I(yè)-]{+凉工业+}园区[-(qū)-]以实[-(shí)-]体经[-(jīng)-]济[-(jì)-]为本"


def test_a_bracket_that_the_document_keeps_is_no_reading() -> None:
    [line] = against_original("全长12公里(km)，园区", "全長12公里(km)，園區(qū)")
    assert shown(line) == "全长12公里(km)，园区[-(qū)-]"


def test_removed_lines_stand_where_they_stood_with_their_reasons() -> None:
    original = "首頁 > 動態(tài)\n標(biāo)題在此\n來源：本站\n正文第一段，寫得清楚。\n【打印】\n"
    removed = [{"text": "首页 > 动态", "reason": "breadcrumb"}, {"text": "来源：本站", "reason": "source line"}]
    lines = against_original("标题在此\n正文第一段，写得清楚。", original, removed)
    assert [(line.gone, line.reason) for line in lines] == [
        (True, "breadcrumb"),
        (False, ""),
        (True, "source line"),
        (False, ""),
        (True, ""),
    ]
    assert shown(lines[3]) == "正文第一段，写得清楚。"


def test_what_cannot_be_known_is_no_question_mark_of_the_original() -> None:
    [line] = against_original("专用车位,免费⟨?⟩免费充电", "專用車位,免費(fèi)?!⒚赓M(fèi)充電")
    assert shown(line) == "专用车位,免费[-(fèi)?!⒚赓M(fèi)-]{+⟨?⟩免费+}充电"


def test_what_is_new_at_the_end_of_a_line_stays_in_it() -> None:
    lines = against_original("跟着出了一趟远门。”\n下一段", "跟著出了一趟遠門?！?\n上一條：無\n下一段")
    assert [line.gone for line in lines] == [False, True, False]
    assert shown(lines[0]).endswith("{+。”+}")


@pytest.mark.parametrize("length", [100_000])
def test_it_takes_time_in_proportion_to_the_length(length: int) -> None:
    text = "".join(f"第{n}段，园区第{n * 7}个项目开工，投资{n * 13}万元。\n" for n in range(length // 25))
    original = text.replace("园区", "園區(qū)").replace("项目", "項(xiàng)目")
    started = time.process_time()
    lines = against_original(text, original)
    assert time.process_time() - started < 10
    assert not any(line.gone for line in lines)
    assert "".join(p.text for line in lines for p in line.pieces if p.kind != GONE) == text.replace("\n", "")
