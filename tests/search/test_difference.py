"""What differs between two documents with the same text."""

from __future__ import annotations

from typing import Any

import pytest
from elasticsearch import Elasticsearch
from hypothesis import given
from hypothesis import strategies as st

from engine import Settings
from search import Searcher
from search.difference import ADDED, REMOVED, SAME, Difference, _compared
from tests.search.conftest import MakeSearcher, document, index
from tests.search.test_copies import DOCUMENTS


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def shown(pieces: Any) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces]


class TestDifference:
    def test_a_sentence_lost_and_one_added(self, searcher: Searcher) -> None:
        found = searcher.copy_difference("t1", "t3")
        assert [shown(p) for p in found.paragraphs] == [
            [(SAME, "园区召开招商推进会。")],
            [(ADDED, "会议强调安全生产。")],
            [(SAME, "会议要求抓好项目建设，做好服务。")],
            [(REMOVED, "会后参观了企业。")],
        ]
        assert (found.one.id, found.other.id) == ("t1", "t3")
        assert 0.5 < found.shared < 1

    def test_the_same(self, searcher: Searcher) -> None:
        found = searcher.copy_difference("t1", "t2")
        assert {piece.kind for paragraph in found.paragraphs for piece in paragraph} == {SAME}
        assert found.shared == 1

    def test_script_width_and_marks_are_no_difference(self, make_searcher: MakeSearcher) -> None:
        plain = "园区发展，2023年新签项目12个；落地率达到90%。"
        other = "園區發展,２０２３年新簽項目12個；落地率達到90%"
        found = self.compare(make_searcher, plain, other)
        assert [shown(p) for p in found.paragraphs] == [[(SAME, plain)]]

    def test_a_number_is_another(self, make_searcher: MakeSearcher) -> None:
        found = self.compare(make_searcher, "全年新签约项目12个，完成投资额。", "全年新签约项目35个，完成投资额。")
        [paragraph] = found.paragraphs
        assert shown(paragraph) == [
            (SAME, "全年新签约项目"), (REMOVED, "12"), (ADDED, "35"), (SAME, "个，完成投资额。"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("one", "other", "pieces"),
        [
            ("甲区开工。", "甲区开工。\n乙区签约。", [[(SAME, "甲区开工。")], [(ADDED, "乙区签约。")]]),
            (
                "甲区开工。丙区投产。",
                "甲区开工。\n乙区签约。\n丙区投产。",
                [[(SAME, "甲区开工。")], [(ADDED, "乙区签约。")], [(SAME, "丙区投产。")]],
            ),
            (
                "甲区开工。\n丙区投产。",
                "甲区开工。\n乙区签约。\n丙区投产。",
                [[(SAME, "甲区开工。")], [(ADDED, "乙区签约。")], [(SAME, "丙区投产。")]],
            ),
            (
                "甲区开工了。\n12个项目。",
                "甲区开工了。\n35个项目。",
                [[(SAME, "甲区开工了。")], [(REMOVED, "12"), (ADDED, "35"), (SAME, "个项目。")]],
            ),
        ],
    )
    def test_an_added_paragraph_stays_one(
        self, make_searcher: MakeSearcher, one: str, other: str, pieces: list[list[tuple[str, str]]]
    ) -> None:
        assert [shown(p) for p in self.compare(make_searcher, one, other).paragraphs] == pieces

    def test_a_long_text(self, make_searcher: MakeSearcher) -> None:
        body = "\n".join(f"第{n}条，园区企业投资{n * 37 % 1000}万元，用地{n * 13 % 700}亩。" for n in range(2200))
        other = body.replace("第900条", "第九百条").replace("第77条，", "")
        assert len(body) > 50_000
        found = self.compare(make_searcher, body, other)
        changed = [shown([p])[0] for line in found.paragraphs for p in line if p.kind != SAME]
        assert changed == [(REMOVED, "第77条，"), (REMOVED, "900"), (ADDED, "九百")]

    def compare(self, make_searcher: MakeSearcher, one: str, other: str) -> Difference:
        searcher = make_searcher([document("a", one, group="a"), document("b", other, group="a")])
        return searcher.copy_difference("a", "b")

    @given(
        st.lists(st.sampled_from("园区，项目。\n投资12 "), max_size=30).map("".join),
        st.lists(st.sampled_from("园区，项目。\n投资12 "), max_size=30).map("".join),
    )
    def test_both_texts_stand_in_it(self, one: str, other: str) -> None:
        """Without what was added it is the first text; without what was removed, it has the words of the second."""
        pieces, shared = _compared(one, other)
        assert "".join(p.text for p in pieces if p.kind != ADDED) == one
        words = "".join(c for p in pieces if p.kind != REMOVED for c in p.text if c.isalnum())
        assert words == "".join(c for c in other if c.isalnum())
        assert 0 <= shared <= 1
