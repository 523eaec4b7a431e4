"""What people say where official texts write something else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lexicon.table import FOLDER, read_rows

COLUMNS = ("everyday", "official")


def load_everyday_words(path: Path) -> dict[str, tuple[str, ...]]:
    """For each everyday word the official ones. Raises TableError for a word twice, or one that is its own."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(path, COLUMNS):
        word, official = row.text("everyday"), row.values("official")
        if word in found:
            raise row.fail(f"{word!r} stands in the table already")
        if not official or word in official:
            raise row.fail(f"{word!r} needs official words other than itself")
        found[word] = official
    return found


@cache
def everyday_words() -> dict[str, tuple[str, ...]]:
    """The words of everyday_words.csv. Raises TableError."""
    return load_everyday_words(FOLDER / "everyday_words.csv")
