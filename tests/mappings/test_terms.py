"""How text becomes terms: folding, conversion, segmentation, and the version they carry."""

from __future__ import annotations

import logging
import re
from collections import Counter
from pathlib import Path

import jieba
import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

import indexer
import lexicon
import mappings
from mappings import (
    contract_version,
    cut,
    fold,
    fold_width,
    folded_forms,
    is_traditional,
    segment,
    strip_controls,
    terms,
    to_simplified,
)

SAMPLES = Path(__file__).parent.parent.parent / "samples"
LEAST_F1 = 0.995  # of the words of rjieba against those of jieba

# Text as pages have it: Han of both scripts, full-width forms, marks, Latin, what lies outside the basic plane.
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
MIXED = st.text(
    HAN
    | st.sampled_from("著着乾干發髮后後里裡臺台為爲ＡｚＺ０９，。“”①㎡\u3000ﬁ豈")
    | st.characters(exclude_categories=["Cs"]),
    max_size=60,
)

SIMPLIFIED = (
    "成效显著",
    "乾安县人民政府",
    "乾隆年间",
    "四大名著",
    "登高瞭望",
    "著名企业家",
    "慰藉",
    "著力点",  # damaged or careless, but simplified around: nothing is known of it
    "三抓三促行动推进会在平凉工业园区召开",
)
TRADITIONAL = {
    "開發區管理委員會發佈通知": "开发区管理委员会发布通知",
    "企業發展著重質量，成效顯著": "企业发展着重质量，成效显著",
    "產業園區圍繞著招商引資展開": "产业园区围绕着招商引资展开",
    "臺灣同胞投資企業協會": "台湾同胞投资企业协会",
    "後來他們到乾安縣調研": "后来他们到乾安县调研",
}


@given(MIXED)
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(MIXED)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED, MIXED)
def test_fold_of_a_phrase_is_among_its_forms_in_a_text(before: str, phrase: str) -> None:
    """A phrase is found in a folded text by one of its forms, whichever script the text around it is in."""
    folded = fold(before + phrase)[len(before) :]
    letters = [c for c in phrase if c in "著乾"]
    if not letters:
        assert folded == fold(phrase)
    elif len(letters) == 1:
        assert folded in folded_forms(phrase)


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_simplified_text_stays_as_it_is(text: str) -> None:
    assert to_simplified(text) == text
    assert not is_traditional(text)


def test_simplified_samples_stay_as_they_are() -> None:
    texts = [t for t in _texts() if not is_traditional(t)]
    assert len(texts) > 50
    assert all(to_simplified(text) == text for text in texts)


@pytest.mark.parametrize(("text", "simple"), TRADITIONAL.items())
def test_traditional_text_is_simplified(text: str, simple: str) -> None:
    assert is_traditional(text)
    assert to_simplified(text) == simple


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２３年Ａ級", "2023年A级"),
        ("①㎡，。“”", "①㎡，。“”"),  # kept: they are not letters or digits
        ("開發區", "开发区"),
        ("成效显著，乾安县", "成效显著，乾安县"),
        ("企業圍繞著產業發展", "企业围绕着产业发展"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_width_is_folded_for_letters_and_digits_only() -> None:
    assert fold_width("ＡＢｃ０９！（）") == "ABc09！（）"


@given(st.text())
def test_controls_and_lone_surrogates_go(text: str) -> None:
    plain = strip_controls(text)
    plain.encode("utf-8")
    assert not set(plain) & set(mappings.MARKS)
    assert set(plain) <= set(text)


def test_tab_and_newline_stay() -> None:
    assert strip_controls("a\tb\n\x00\x01\x02\x1f\x7f\ud800c\r") == "a\tb\nc\r"


@given(MIXED)
def test_cut_gives_words_without_spaces(text: str) -> None:
    words = cut(text)
    assert all(word and not re.search(r"\s", word) for word in words)
    assert segment(text) == " ".join(words)


def test_line_ends_are_no_words() -> None:
    assert cut("开发区\r\n\r\n招商\n引资\t\u3000——……") == ["开发", "开发区", "招商", "引资"]


def test_cut_is_search_mode() -> None:
    assert cut("中华人民共和国") == ["中华", "华人", "人民", "共和", "共和国", "中华人民共和国"]


def test_cut_reads_both_scripts_and_widths_alike() -> None:
    assert cut("經濟技術開發區GDP") == cut("经济技术开发区ＧＤＰ")
    assert "gdp" in cut("ＧＤＰ")


def test_words_of_the_lexicon_are_words() -> None:
    longest = max((word.text for word in lexicon.words() if word.text.isalpha()), key=len)
    assert longest in cut(f"加快{longest}建设")


def test_segmenter_agrees_with_jieba() -> None:
    """rjieba is jieba in Rust: the words of all samples, plain mode, both without added words."""
    jieba.setLogLevel(logging.WARNING)
    oracle, ours = jieba.Tokenizer(), rjieba.Jieba()
    same = told = wanted = 0
    for text in _texts():
        # Both keep marks and spaces in their own ways: words are compared.
        want = Counter(w for w in oracle.cut(text, HMM=True) if re.search(r"\w", w))
        have = Counter(w for w in ours.cut(text, hmm=True) if re.search(r"\w", w))
        same += (want & have).total()
        told += have.total()
        wanted += want.total()
    assert wanted > 5000
    assert 2 * same / (told + wanted) >= LEAST_F1


def test_contract_version_changes_with_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    before = contract_version()
    words = lexicon.words()
    monkeypatch.setattr(terms.lexicon, "words", lambda: words[:-1])
    assert contract_version.__wrapped__() != before
    monkeypatch.setattr(terms.lexicon, "words", lambda: words[::-1])
    assert contract_version.__wrapped__() == before  # the order of the table is of no matter


def test_contract_version_changes_with_the_mapping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = contract_version()
    text = (terms.MAPPINGS / "articles.json").read_text(encoding="utf-8")
    (tmp_path / "articles.json").write_text(text.replace('"year"', '"jahr"'), encoding="utf-8")
    monkeypatch.setattr(terms, "MAPPINGS", tmp_path)
    assert contract_version.__wrapped__() != before


def _texts() -> list[str]:
    return [r.body for r in indexer.inspect_paths([SAMPLES]) if not isinstance(r, indexer.Skipped)]
