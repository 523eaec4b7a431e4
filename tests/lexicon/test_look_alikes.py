"""The table of characters that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

import lexicon
from lexicon.look_alikes import load_look_alikes
from lexicon.table import TableError


def test_looking_alike_goes_both_ways() -> None:
    alike = lexicon.look_alikes()
    assert "己" in alike["已"]
    assert all(character in alike[other] for character, others in alike.items() for other in others)
    assert not any(character in others for character, others in alike.items())


@pytest.mark.parametrize("group", ["己", "己已己"])
def test_a_group_needs_different_characters(tmp_path: Path, group: str) -> None:
    path = tmp_path / "look_alikes.csv"
    path.write_text(f"characters\n{group}\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"look_alikes.csv:2"):
        load_look_alikes(path)
