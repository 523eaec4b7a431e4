"""Extra words for the segmenter: policy and park vocabulary that jieba's own dictionary lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lexicon.table import FOLDER, Row, read_rows

COLUMNS = ("text", "frequency", "tag")

# The segmenter sees lower-case text and never joins across marks, so other words could never match.
_WORD = re.compile(r"[a-z0-9]*[\u4e00-\u9fff][a-z0-9\u4e00-\u9fff]+|[a-z0-9]+[\u4e00-\u9fff]")
_TAG = re.compile(r"[a-z]{1,3}")


@dataclass(frozen=True)
class Word:
    """A word for the segmenter: its text, its frequency on the scale of jieba's dictionary, its part-of-speech tag."""

    text: str
    frequency: int
    tag: str


def load_words(path: Path) -> tuple[Word, ...]:
    """The words of a table with the columns text,frequency,tag.

    Raises TableError for a word twice, a word the segmenter could never find (capitals, marks, blanks, one character),
    a frequency that is not a positive whole number, or a tag that is not one to three small letters.
    """
    seen: dict[str, int] = {}
    found = []
    for row in read_rows(path, COLUMNS):
        word = _word(row)
        if word.text in seen:
            raise row.fail(f"{word.text!r} stands in line {seen[word.text]} already")
        seen[word.text] = row.line
        found.append(word)
    return tuple(found)


@cache
def words() -> tuple[Word, ...]:
    """The words of words.csv, in the order of the table. Raises TableError."""
    return load_words(FOLDER / "words.csv")


def _word(row: Row) -> Word:
    text, frequency, tag = row.text("text"), row.text("frequency"), row.text("tag")
    if not _WORD.fullmatch(text):
        raise row.fail(f"{text!r} must be two characters or more: Chinese, small letters, digits, no marks")
    if not (frequency.isascii() and frequency.isdecimal() and int(frequency) > 0):
        raise row.fail(f"the frequency {frequency!r} is not a positive whole number")
    if not _TAG.fullmatch(tag):
        raise row.fail(f"the tag {tag!r} is not one to three small letters, such as n, v, nt")
    return Word(text, int(frequency), tag)
