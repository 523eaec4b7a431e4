"""Damage of other forms: escapes, radicals, invisible variants, titles and texts that were decoded wrongly."""

import pytest

from indexer.repair import UNKNOWN, repair
from indexer.repair.numerals import other_numbers
from indexer.repair.path import Ending, Path

TEXT = "柳河县工信局负责人到青山园区调研，要求“一企一策”。\n园区现有企业86家，工业投资增长12.5%。"


@pytest.mark.parametrize(
    ("shown", "truth"),
    [
        ("&ldquo一企一策&rdquo，&nbsp园区&mdash&mdash企业", "“一企一策”， 园区——企业"),
        (r"\u5de5\u4e1a\u6295\u8d44\u589e\u957f12.5%\u3002", "工业投资增长12.5%。"),
        ("柳河县⻓⻢某到⼯业园⾛访", "柳河县长马某到工业园走访"),
        ("园区成\uf9f7", "园区成立"),
        ("柳河县\ufe0f长到园\ufe00区", "柳河县长到园区"),
    ],
)
def test_is_put_back_and_listed(shown: str, truth: str) -> None:
    result = repair(shown)
    assert result.text == truth
    assert result.repairs and all(r.accepted for r in result.repairs)


@pytest.mark.parametrize(
    "text",
    [
        "?a=1&nbspx=2&middotb",  # parameters of an address
        r"C:\users\u5de5",  # a single code
        "⼭ ⽔ ⽕",  # radicals by themselves
        "❤\ufe0f 园区",
        "嗀嗀與兀者",
    ],
)
def test_stays(text: str) -> None:
    assert repair(text).text == text


def test_text_that_was_read_as_western_twice_comes_back() -> None:
    shown = TEXT.encode().decode("latin-1").encode().decode("latin-1")
    result = repair(shown)
    assert (result.text, result.damaged) == (TEXT, True)


def test_a_wrongly_decoded_title_of_a_page_that_is_right() -> None:
    title = "关于印发青山工业园管理办法的通知"
    result = repair(title.encode().decode("gb18030", "replace") + "\n" + TEXT)
    assert result.text == title + "\n" + TEXT


def test_a_full_stop_behind_a_number_is_known_at_the_end() -> None:
    assert repair(TEXT.encode().decode("gbk", "replace")).text.endswith("工业投资增长12.5%。")


@pytest.mark.parametrize(
    ("truth", "some", "not_among"),
    [
        ("帮助一家", "帮助十一家", "帮助百一家"),
        ("从九十减", "从九十六减", "从十九十减"),
        ("到十家", "到二十家", "到一十家"),
        ("帮助企业", None, "帮助十企业"),
    ],
)
def test_numbers_that_may_have_lost_a_character(truth: str, some: str | None, not_among: str) -> None:
    others = {ending.path.truth for ending in other_numbers(Ending(Path(0.0, "已" + truth, truth), 1), 1)}
    assert not_among not in others
    assert some in others if some else not others


def test_a_long_run_of_radicals_comes_back_as_it_is() -> None:
    assert repair("⻓" * 60_000).text == "⻓" * 60_000  # was minutes when each began a search of its own


TRADITIONAL = "雲嶺縣政府發布新聞稿，說明園區廠商的產值與就業情形，並對未來的發展方向提出說明。"


def test_big5_read_as_western_text_comes_back() -> None:
    assert repair(TRADITIONAL.encode("big5").decode("latin-1")).text == TRADITIONAL


def test_traditional_text_in_utf8_read_as_gbk_comes_back_but_for_what_is_lost() -> None:
    result = repair(TRADITIONAL.encode().decode("gbk", "replace"))
    whole = [part for part in result.text.split(UNKNOWN) if part]
    assert sum(map(len, whole)) > 0.7 * len(TRADITIONAL)
    assert all(part in TRADITIONAL for part in whole)
