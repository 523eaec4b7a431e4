"""Characters that are easily taken for each other by their shape."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from lexicon.table import FOLDER, read_rows

COLUMNS = ("characters",)
MIN_GROUP = 2


def load_look_alikes(path: Path) -> dict[str, frozenset[str]]:
    """For each character those that look like it. Raises TableError for a group of one, or with a character twice."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(path, COLUMNS):
        group = row.text("characters")
        if len(group) < MIN_GROUP or len(set(group)) < len(group):
            raise row.fail(f"{group!r} must be two or more different characters")
        for character in group:
            found[character] |= set(group) - {character}
    return {character: frozenset(others) for character, others in found.items()}


@cache
def look_alikes() -> dict[str, frozenset[str]]:
    """The groups of look_alikes.csv. Raises TableError."""
    return load_look_alikes(FOLDER / "look_alikes.csv")
