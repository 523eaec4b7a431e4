"""Where sentences end: the same rule for the field `sentences` of the index and for marks in a stored text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Terms of their own in the field `sentences`, between two sentences and between two paragraphs. Letters of a script
# that no page uses: the tokenizer drops signs, and a word could stand in a text.
SENTENCE_MARK = "\ua500"
PARAGRAPH_MARK = "\ua501"
# A term that the analyzer `with_holes` takes out again, leaving its place empty: any one character.
HOLE = "\ua502"

_END = re.compile(r"[。！？；!?;]+")
_PARAGRAPH = "\n"
_MARKS = str.maketrans({SENTENCE_MARK: " ", PARAGRAPH_MARK: " "})


def marked_sentences(title: str, body: str) -> str:
    """The value of the field `sentences`: the title as a paragraph of its own, then the body, with marks between."""
    paragraphs = [title, *body.split(_PARAGRAPH)] if title else body.split(_PARAGRAPH)
    return f" {PARAGRAPH_MARK} ".join(_END.sub(rf"\g<0> {SENTENCE_MARK} ", p.translate(_MARKS)) for p in paragraphs)


def sentence_breaks(text: str) -> Iterator[int]:
    """The offsets at which a new sentence or a new paragraph begins, in order."""
    for match in re.finditer(rf"{_END.pattern}|{_PARAGRAPH}", text):
        yield match.end()


def paragraph_breaks(text: str) -> Iterator[int]:
    """The offsets at which a new paragraph begins, in order."""
    for match in re.finditer(_PARAGRAPH, text):
        yield match.end()
