"""Who runs the site, in a line longer than the text of picture news."""

from __future__ import annotations

import pytest

from indexer.page import RawPage
from indexer.pipeline import process
from mappings import Document

STORY = "3月19日，游客在东湖乡油菜花海中拍照。"
FOOT = "主办：云泽县人民政府 承办：云泽县人民政府办公室 地址：云泽县人民路1号，邮编：234000，电话：0555-1234567"


@pytest.mark.parametrize("advice", ["", "。建议使用1024*768分辨率浏览本站，以获得最佳效果。"])
def test_a_long_imprint_does_not_outweigh_one_sentence(advice: str) -> None:
    html = (
        "<html><body><h1>东湖乡油菜花开引客来</h1><div>发布时间：2023-03-20 来源：云泽融媒</div>"
        f'<div class="text"><p><img src="a.jpg"></p><p>{STORY}</p></div><div class="foot">{FOOT}{advice}</div>'
        "</body></html>"
    )
    made = process(RawPage(path="page.html", content=html.encode()))
    assert isinstance(made, Document)
    assert made.body == STORY
