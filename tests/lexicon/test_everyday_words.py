"""The table of everyday words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexicon import TableError, everyday_words
from lexicon.everyday_words import load_everyday_words


def test_an_everyday_word_has_its_official_ones() -> None:
    assert everyday_words()["老师"] == ("教师",)
    assert everyday_words()["罚"] == ("罚款", "处罚")


@pytest.mark.parametrize("rows", ["老师,教师\n老师,教员\n", "老师,\n", "老师,老师\n"])
def test_a_row_that_says_nothing_is_named(tmp_path: Path, rows: str) -> None:
    table = tmp_path / "everyday_words.csv"
    table.write_text(f"everyday,official\n{rows}", encoding="utf-8")
    with pytest.raises(TableError, match=r"everyday_words\.csv:\d+"):
        load_everyday_words(table)
