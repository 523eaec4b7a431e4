"""What is not damaged stays as it is, in every character; and nothing stops repair."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.repair import repair
from tests.indexer.test_repair_texts import NEWS, ORDER, spoil

TEACHING = (
    "漢(hàn)字(zì)拼(pīn)音(yīn)讀(dú)物：大(dà)家(jiā)來(lái)"
    "學(xué)習(xí)中(zhōng)文(wén)，認(rèn)識(shí)小(xiǎo)貓(māo)。"
)
FOREIGN = "Le « parc » d’activités (été) — Straße, naïve: 100 % ok? Ja! Да?! Как дела??"


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2twp", "s2hk"])
@pytest.mark.parametrize("text", [NEWS, ORDER])
def test_clean_traditional_pages(config: str, text: str) -> None:
    page = opencc.OpenCC(config).convert(text) + "\n真的嗎?!全長(km)約十公里，區(qū)域名稱見附件?，等等。"
    result = repair(page)
    assert (result.text, result.repairs, result.damaged) == (page, (), False)


@pytest.mark.parametrize("text", [NEWS, ORDER, TEACHING, FOREIGN, "", "\n\n", "联通", "為?jīng)什麼"])
def test_other_clean_pages(text: str) -> None:
    result = repair(text)
    assert (result.text, result.repairs, result.damaged) == (text, (), False)


CLEAN = st.text(
    alphabet=st.sampled_from("的一是园区發展經濟區業，。？！；：“”（）、 \n()?!,abcdjīngqū0123456789%&;#—《》")
)


@given(CLEAN)
def test_random_text_without_remnants(text: str) -> None:
    page = text.replace(")", "]")  # no readings, so no damage
    result = repair(page)
    assert result.repairs or result.text == page
    assert not result.damaged


@given(st.text(max_size=60), CLEAN)
def test_random_input_never_stops_it(wild: str, tame: str) -> None:
    page = "\n".join((spoil(ORDER), wild, tame))
    result = repair(page)
    assert len(result.text.split("\n")) == len(page.split("\n"))
    assert result.damaged


def test_many_question_marks_are_quick() -> None:
    page = spoil(ORDER) + "\n" + "?" * 20_000 + "\n" + "?!" * 30
    assert "?" * 20_000 in repair(page).text
