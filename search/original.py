"""A damaged document beside the text it was made of: what was taken out, what was mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from mappings import PARAGRAPH_BREAK, fold
from mappings.alignment import Run, common_runs

Token = tuple[str, str, str]  # a character, the reading behind it, what it is compared by

SAME, GONE, NEW = "same", "gone", "new"
# A character, and the reading that a damaged page writes behind it in brackets: 區(qū).
_TOKEN = re.compile(r"(.)([(（][a-zà-üā-ǜḿńňǹê]{1,7}[)）])?", re.DOTALL)
_SPACES = re.compile(r"\s+")
_LOST = "⟨?⟩"  # what the document has where the truth cannot be known
_NOTHING = "\uffff"  # stands for it in the comparison: it is the same as nothing in the original


@dataclass(frozen=True)
class Piece:
    """A piece of text: `same` in both, `gone` (the original only), `new` (the document only)."""

    text: str
    kind: str = SAME


@dataclass(frozen=True)
class Line:
    """A line: pieces in order. `reason` tells why a line that is gone as a whole was removed, "" where unknown."""

    pieces: tuple[Piece, ...]
    reason: str = ""

    @property
    def gone(self) -> bool:
        """Whether nothing of it is in the document."""
        return all(piece.kind == GONE for piece in self.pieces)


def against_original(text: str, original: str, removed: Sequence[dict[str, Any]] = ()) -> tuple[Line, ...]:
    """The lines of a document and of its original, as one text.

    `text` is title and body, `removed` the lines that were taken out, with their reasons. Traditional characters that
    became simplified ones count as the same, and are shown as the document has them.
    """
    tokens, kept = _tokens(original, text), re.findall(rf"{re.escape(_LOST)}|.", text, re.DOTALL)
    keys = "".join(_NOTHING if character == _LOST else fold(character) for character in kept)
    runs = common_runs("".join(key for _, _, key in tokens), keys)
    reasons = {_key(entry.get("text") or ""): str(entry.get("reason") or "") for entry in removed}
    return tuple(_lines(_pieces(tokens, kept, runs), reasons))


def _tokens(original: str, text: str) -> list[Token]:
    """The characters of the original, each with the reading behind it and with what it is compared by.

    A bracket that the document keeps, such as 公里(km), is no reading.
    """
    true = {fold(match[0]) for match in _TOKEN.finditer(text) if match[2]}
    found: list[Token] = []
    for match in _TOKEN.finditer(original):
        if match[2] and fold(match[0]) not in true:
            found.append((match[1], match[2], fold(match[1])))
        else:
            found += [(character, "", fold(character)) for character in match[0]]
    return found


def _pieces(tokens: list[Token], text: list[str], runs: Iterable[Run]) -> Iterator[Piece]:
    at, other = 0, 0
    for run in (*runs, Run(len(tokens), len(text), 0)):
        start, second, length = run.a, run.b, run.length
        gone = "".join(character + reading for character, reading, _ in tokens[at:start])
        begins_line = not at or tokens[at - 1][0] == PARAGRAPH_BREAK
        yield from _gap(gone, "".join(text[other:second]), begins_line)
        for (_, reading, _), character in zip(tokens[start : start + length], text[second:], strict=False):
            yield Piece(character)
            yield Piece(reading, GONE)
        at, other = start + length, second + length


def _gap(gone: str, new: str, begins_line: bool) -> Iterator[Piece]:
    """What differs. Where lines were removed beside it, what is new stands in the line that it belongs to."""
    head, line_end, tail = gone.partition(PARAGRAPH_BREAK)
    before, beside, after = "", head, line_end + tail
    if begins_line or not head.strip():
        before, line_end, beside = gone.rpartition(PARAGRAPH_BREAK)
        before, after = before + line_end, ""
    yield Piece(before, GONE)
    pairs = zip(fold(beside), fold(new), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))  # too few to count as common by themselves
    yield Piece(new[:same])
    yield Piece(beside[same:], GONE)
    yield Piece(new[same:], NEW)
    yield Piece(after, GONE)


def _lines(pieces: Iterable[Piece], reasons: dict[str, str]) -> Iterator[Line]:
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split(PARAGRAPH_BREAK)
        _append(line, first, piece.kind)
        for part in others:
            yield from _line(line, reasons)
            line = []
            _append(line, part, piece.kind)
    yield from _line(line, reasons)


def _append(line: list[Piece], text: str, kind: str) -> None:
    if line and line[-1].kind == kind:
        line[-1] = Piece(line[-1].text + text, kind)
    elif text:
        line.append(Piece(text, kind))


def _line(pieces: list[Piece], reasons: dict[str, str]) -> Iterator[Line]:
    if not any(piece.text.strip() for piece in pieces):
        return
    line = Line(tuple(pieces))
    text = "".join(piece.text for piece in pieces)
    yield Line(line.pieces, reasons.get(_key(text), "")) if line.gone else line


def _key(text: str) -> str:
    """A line without readings, blanks and differences of script: as it reads after mending, where no byte was lost."""
    bare = _TOKEN.sub(lambda match: match[1], text)
    return _SPACES.sub("", fold(bare))
