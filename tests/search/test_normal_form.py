"""The normal form of a text is what Elasticsearch's own analyzer makes of it, character by character."""

from __future__ import annotations

import bisect

import pytest
from elasticsearch import Elasticsearch
from hypothesis import given
from hypothesis import strategies as st

from search.normal_form import BOUND, LONGEST_TERM, normal_form, term_spans

# Scripts, marks and signs that pages in Chinese hold; elsewhere Unicode has taken up characters since.
ASKED = (
    *range(0x20, 0x860),
    *range(0x0F00, 0x1000),
    *range(0x10D0, 0x1100),
    *range(0x1800, 0x1880),
    *range(0x1E00, 0x2C60),
    *range(0x2E80, 0x3400),
    *range(0x4DA0, 0x4E20),
    *range(0x9FD0, 0xA4D0),
    *range(0xABF0, 0xAC20),
    *range(0xD790, 0xD800),
    *range(0xE000, 0xE010),
    *range(0xF8F0, 0x10000),
    *range(0x1F000, 0x1FB00),
    *(0x20000, 0x20BB7, 0x2A6D6, 0x2A6D7, 0x2B734, 0x2CEB0, 0x2F800, 0x30000, 0xE0001, 0xE0100),
)
NEIGHBOURS = ("{}", "a{}b", "1{}2", "中{}文", "カ{}ナ", "a{}1", "{}{}")
BATCH = 1000  # texts sent in one call; Elasticsearch gives at most 10,000 terms back


def analyzed(client: Elasticsearch, texts: list[str]) -> list[list[str]]:
    """The terms that the `standard` analyzer makes of each text."""
    found: list[list[str]] = []
    for start in range(0, len(texts), BATCH):
        part = texts[start : start + BATCH]
        begins, at = [], 0
        for text in part:
            begins.append(at)
            at += len(text.encode("utf-16-le")) // 2 + 1
        terms: list[list[str]] = [[] for _ in part]
        for token in client.indices.analyze(analyzer="standard", text=part)["tokens"]:
            terms[bisect.bisect_right(begins, token["start_offset"]) - 1].append(token["token"])
        found += terms
    return found


def terms_of(form: str) -> list[str]:
    """The terms of a normal form."""
    pieces = form.split(BOUND)
    assert len(pieces) % 2, "every bounded term has its two bounds"
    return [term for n, piece in enumerate(pieces) for term in ([piece] if n % 2 else piece)]


@pytest.mark.parametrize("neighbours", NEIGHBOURS)
def test_every_character_is_read_as_elasticsearch_reads_it(client: Elasticsearch, neighbours: str) -> None:
    texts = [neighbours.format(*(chr(code),) * neighbours.count("{}")) for code in ASKED]
    wrong = [
        (text, terms, normal_form(text))
        for text, terms in zip(texts, analyzed(client, texts), strict=True)
        if terms_of(normal_form(text)) != terms
    ]
    assert not wrong, wrong[:20]


STRANGE = (
    "2022，2023年 3,000.5万 12:30 9月1日；2日",
    "don't R&D example.com/a_b a:b a.1 1.a ab. a..b __a_ _",
    "İstanbul ΣΑΣ É e\u0301 ﬁ ß Ⅳ级 m² ①三②抓",
    "カタカナ_a ひらがな 한국어abc カ1カ カ\u0301",
    "1️⃣三 #️⃣ 👨\u200d👩\u200d👧👍🏽🇨🇳🇨🇳🇨 ❤️★\u200d☆",
    "葛\U000e0100城葛 中\u0301文 三\u200b抓\u200d三\u00ad促 𠮷野家 々々a 〇〡",
    "བོད་ཡིག ئۇيغۇر ไทยภาษา ไทย1 ٣٫٥",
    "习近平·新时代 “三抓”、三促｜五 好\n园\r\n区\t（一）",
    f"{'x' * 600} {'7' * 256}年 {'中' * 300} {'ab.' * 120} {'é' * 255}z",
)


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_texts_are_read_as_elasticsearch_reads_them(client: Elasticsearch, text: str) -> None:
    assert terms_of(normal_form(text)) == analyzed(client, [text])[0]


def test_a_word_is_not_found_in_a_longer_one() -> None:
    text = normal_form("2023年，R&D-中心 Covid19")
    assert normal_form("2023年") in text and normal_form("“2023”　年") in text and normal_form("covid19") in text
    assert normal_form("23年") not in text and normal_form("covid") not in text and normal_form("202") not in text


def test_a_long_term_is_cut() -> None:
    assert terms_of(normal_form("x" * (LONGEST_TERM + 1))) == ["x" * LONGEST_TERM, "x"]


@given(st.text(alphabet=st.sampled_from("三抓 ab12.,，_·カナ\n★\u0301"), max_size=40))
def test_the_spans_are_the_terms(text: str) -> None:
    assert [text[start:end] for start, end in term_spans(text)] == terms_of(normal_form(text))
