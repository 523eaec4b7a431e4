"""The keywords of a document: what it is about, without function words, numbers and parts of words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mappings import Document, cut, index_definition, keywords
from mappings.keywords import EMPTY_WORDS, MOST_KEYWORDS
from tests.mappings.test_document import NOW

NEWS = "平凉工业园区签约新能源项目，园区管委会表示，将进一步优化营商环境。签约企业三十五家，投资二十亿，园区产值增长。"


def test_what_is_said_often_and_rarely_elsewhere_comes_first() -> None:
    found = keywords(cut(NEWS))
    assert found[:2] == ["园区", "签约"]
    assert {"营商", "管委会", "产值"} & set(found)


def test_function_words_numbers_and_latin_words_are_none() -> None:
    words = cut("但是我们已经通过了5G基站的验收，共三十五个，另外进行了二十次测试，然后开始使用GPS等等。")
    assert set(keywords(words)) <= {"基站", "验收", "测试"}
    assert {"基站", "验收", "测试"} <= set(keywords(words))
    assert not set(keywords(sorted(EMPTY_WORDS)))


def test_a_part_of_a_longer_word_counts_where_it_stands_alone() -> None:
    words = cut("个人养老金。")
    assert {"养老", "养老金"} <= set(words)
    assert "养老" not in keywords(words)
    assert keywords(cut("养老金和养老，养老"))[:2] == ["养老", "养老金"]


def test_there_are_no_more_than_the_limit() -> None:
    words = [f"{a}{b}" for a in "园区企业项目投资" for b in "产值增长签约合作"]
    assert len(set(words)) == 64
    assert len(keywords(words)) == MOST_KEYWORDS


@given(st.lists(st.one_of(st.text(max_size=4), st.sampled_from(cut(NEWS))), max_size=200))
def test_keywords_are_words_of_two_characters_or_more_each_once(words: list[str]) -> None:
    found = keywords(words)
    assert len(found) == len(set(found)) <= MOST_KEYWORDS
    assert set(found) <= set(words)
    assert all(re.fullmatch(r"[\u3400-\u9fff]{2,}", word) for word in found)


def test_the_source_has_the_keywords_of_title_and_body_and_the_index_keeps_them_out_of_what_it_gives_back() -> None:
    document = Document(id="a", path="a", title="签约", body=NEWS)
    assert document.as_source(NOW)["keywords"] == keywords(cut("签约") + cut(NEWS))
    assert "keywords" in index_definition("articles")["mappings"]["_source"]["excludes"]  # type: ignore[index]
