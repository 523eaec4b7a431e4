"""The strings of news: what stands behind what, and how like news a text is."""

import pytest

from indexer.repair.language import CharacterModel
from indexer.repair.strings import behind, contexts, likeness


def test_what_follows_adds_up_to_one() -> None:
    for context in ("", "国", "停火", "0"):
        found, rest = behind(context)
        assert found and min(found.values()) > 0
        assert 0 < rest <= 1
        assert sum(found.values()) + rest == pytest.approx(1, abs=0.1)
    assert behind("㐂㐂") == ({}, 1.0)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("发展2026", ("0", "")),
        ("达5", ("0", "达0")),
        ("", (" ", "")),
        ("。\u3000", (" ", "")),
        ("停火", ("火", "停火")),
    ],
)
def test_numbers_and_edges_are_one_sign(before: str, expected: tuple[str, str]) -> None:
    assert contexts(before) == expected


def test_what_news_says_is_likelier() -> None:
    row = CharacterModel("").row("停火")
    assert row["止"] > row["烧"] > row["亴"]
    assert likeness("国务院总理主持召开国务院常务会议") > likeness("乙二醛氧化亚硒酸制取谭元春摰友")
