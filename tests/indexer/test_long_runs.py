"""Thousands of equal marks in a row, as broken pages have: the text around them stays, and the run is shortened."""

from __future__ import annotations

import pytest

from indexer import RawPage, Skipped, process
from indexer.clean.line import LONGEST_RUN, tidy

BEFORE = "云溪市经济开发区今年新签约项目二十三个，总投资四十六亿元，其中十二个项目已经开工建设。"
BEHIND = "下一步，开发区将继续优化营商环境，推动签约项目早日落地、早日投产、早日见效。"


@pytest.mark.parametrize("mark", [".", "…", "-", "_", "*", "=", "·", "(", "“"])
@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_run_of_marks_is_shortened_and_nothing_else_is_lost(mark: str, kind: str) -> None:
    text = f"云溪经开区新签约项目二十三个\n{BEFORE}{mark * 30_000}\n{BEHIND}"
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    document = process(RawPage(f"<html><body>{lines}</body></html>" if kind == "html" else text, "run", kind=kind))
    assert not isinstance(document, Skipped)
    assert BEFORE in document.body
    assert BEHIND in document.body
    assert mark * LONGEST_RUN in document.body
    assert mark * (LONGEST_RUN + 1) not in document.body


def test_ordinary_runs_stay() -> None:
    dotted = f"目录{'.' * 120}12页{'附' * 400}"
    assert tidy(dotted) == dotted


def test_a_run_of_blanks_between_two_words_is_one_blank() -> None:
    assert tidy(f"甲{' ' * 5000}乙") == "甲 乙"
