"""The cheap test before the patterns: it may spare searches, never a match."""

from __future__ import annotations

import re

import pytest

from indexer.clean.chrome import Chrome
from indexer.clean.line import Line
from indexer.clean.needed import needed
from indexer.clean.patterns import CHROME, KINDS, chrome_of
from mappings import strip_controls

LINES = (
    "您现在的位置：首页 > 新闻中心 > 园区动态",
    "来源：云岭日报 发布时间：2023-09-05 10:33 浏览次数：120",
    "2023年9月5日 10:33",
    "3小时前",
    "责任编辑：张三",
    "上一篇：关于召开座谈会的通知",
    "相关阅读",
    "【打印】【关闭】",
    "版权所有 © 云岭高新区管委会 ICP备12345678号",
    "COPYRIGHT 云岭网",
    "E-Mail：someone@yunling.example",
    "https://www.yunling.example/a.html",
    "-----",
    "（完）",
    "图为座谈会现场。",
    "photo_01.JPG",
    "扫一扫在手机打开当前页",
    "0",
    "1 2 3",
    "联系电话：0871-1234567",
    "近日，高新区召开项目推进会，部署下一阶段重点工作。",
    "附件下载",
)


@pytest.mark.parametrize(
    ("pattern", "holding", "without"),
    [
        ("责编|编辑", "编者按", "本报讯"),
        (r"^\W*第\s*\d+\s*版", "第二", "正文"),
        (r"(?=.*打印)关?闭", "打", "闭"),
        (r"[a-c]+\d?", "B", "d"),
        ("copy", "COPY", "图"),
    ],
)
def test_a_match_has_one_of_the_characters(pattern: str, holding: str, without: str) -> None:
    characters = needed(re.compile(pattern, re.IGNORECASE))
    assert characters is not None
    assert characters.search(holding)
    assert not characters.search(without)


@pytest.mark.parametrize("pattern", [r"^[^\w]+$", "责?", "(?:甲|.)", r"\W*$", "(?!甲)"])
def test_a_pattern_that_can_do_without(pattern: str) -> None:
    assert needed(re.compile(pattern)) is None


def _by_search(line: Line, zones: tuple[str, ...]) -> list[Chrome]:
    return [
        kind
        for kind in CHROME
        if kind.zone in zones and len(line.bare) <= kind.longest and kind.pattern.search(line.bare)
    ]


@pytest.mark.parametrize("text", [*LINES, *map(str.swapcase, LINES)])
def test_no_kind_is_missed(text: str) -> None:
    line = Line(text)
    for zone, zones in (("any", ("any",)), ("head", ("any", "head")), ("foot", ("any", "tail", "foot"))):
        found = _by_search(line, zones)
        assert [kind for kind in KINDS.possible(line.bare, zone) if kind in found] == found


def test_most_lines_are_spared_most_patterns() -> None:
    assert len(list(KINDS.possible("园区企业", "head"))) < len(CHROME) / 8
    assert chrome_of(Line("园区企业"), "head") is None


def test_control_characters_of_a_long_text() -> None:
    text = "云岭高新区" * 500
    assert strip_controls(text) is text
    assert strip_controls(f"{text}\x01\n{text}\x7f\t") == f"{text}\n{text}\t"
    assert strip_controls(f"{text}\ud800{text}") == text + text
