"""Where sentences and paragraphs end: the marks of the field and the breaks in a text are the same."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mappings import PARAGRAPH_MARK, SENTENCE_MARK, marked_sentences, paragraph_breaks, sentence_breaks

TEXTS = st.text(st.sampled_from(list("甲乙a1。！？；!?;.，…\n ”")), max_size=30)


def test_marks_stand_between_sentences_and_between_paragraphs() -> None:
    value = marked_sentences("题目！", "甲。乙；丙\n丁")
    s, p = SENTENCE_MARK, PARAGRAPH_MARK
    assert value.split() == ["题目！", s, p, "甲。", s, "乙；", s, "丙", p, "丁"]
    assert marked_sentences("", "甲") == "甲"


def test_a_text_cannot_bring_marks_of_its_own() -> None:
    assert marked_sentences("", f"甲{SENTENCE_MARK}乙{PARAGRAPH_MARK}") == "甲 乙 "


@given(TEXTS)
def test_marks_and_breaks_part_a_text_alike(text: str) -> None:
    for marks, breaks in (
        (f"[{SENTENCE_MARK}{PARAGRAPH_MARK}]", sentence_breaks(text)),
        (PARAGRAPH_MARK, paragraph_breaks(text)),
    ):
        ends = [0, *breaks, len(text)]
        by_breaks = [_letters(text[a:b]) for a, b in pairwise(ends)]
        by_marks = [_letters(part) for part in re.split(marks, marked_sentences("", text))]
        assert list(filter(None, by_breaks)) == list(filter(None, by_marks))


def _letters(text: str) -> str:
    return re.sub(rf"\W|{SENTENCE_MARK}", "", text)
