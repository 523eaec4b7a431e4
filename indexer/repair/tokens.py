"""A line of a damaged page as tokens: what the byte stream behind it must have held at each place."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from indexer.repair import gbk
from indexer.repair.readings import ANNOTATION, LOST_READING, has_tone, is_read, traditional_read
from indexer.repair.simplify import is_traditional_form

_WIDE = str.maketrans(" ,!?:;()", "\u3000，！？：；（）")
CUT_MARKS = {"，": "，", ",": "，", "。": "。", "！": "！", "!": "！", "？": "？", "?": "？", "；": "；", ";": "；"}
LOST_LETTERS = ("?", "�")
AFTER_STOP = ("！", "!", "？", "?", "；", ";")  # the marks that are cut after 。 has been
_MANY_QUESTIONS = re.compile(r"\?{4,}")  # the damage makes three in a row at most
_READ = re.compile(rf"(.){ANNOTATION.pattern}")
_TAG_REST = re.compile(r"/?(?:br|p|div|span|td|li|strong|b|font|h\d)\s*/?>", re.IGNORECASE)


class Kind(Enum):
    """What a token says."""

    PLAIN = auto()  # a character as the page shows it
    READ = auto()  # a traditional character with its reading behind it
    LETTER_READ = auto()  # an ASCII letter with a reading: the trail byte of a character that is read so
    LOST_READ = auto()  # "?reading)": one byte is lost, and the character it completed is read so
    LOST_MARK = auto()  # "?" and a mark: one byte is lost in front of the mark
    LOST_TWO = auto()  # "??" and a mark: 。 was found across two characters, then the mark: two bytes are lost
    LOST = auto()  # "?" alone: a question mark, or one byte lost together with an ASCII character behind it


SPOTS = (Kind.LOST_READ, Kind.LOST_MARK, Kind.LOST_TWO)  # the tokens with which shifted bytes begin


class Token(NamedTuple):
    """`char` is the character shown, or the mark of LOST_MARK; line[start:end] is what was read."""

    kind: Kind
    char: str
    reading: str | None
    start: int
    end: int


def full_width(text: str) -> str:
    """Text as the site had it: marks that the collector made ASCII in their Chinese form."""
    return text.translate(_WIDE)


def bytes_of(char: str) -> tuple[int, int] | None:
    """The two bytes the site had for a character; an ASCII one may be a full-width one. None where it had not two."""
    if char == " ":
        return 0xA1, 0xA1
    return (0xA3, ord(char) + 0x80) if "!" <= char <= "~" else gbk.encode(char)


def tokens(line: str, start: int = 0, known: frozenset[tuple[str, str]] = frozenset()) -> list[Token]:
    """The tokens of a line from `start` on. `known`: (character, reading) that the page shows often enough."""
    found: list[Token] = []
    while start < len(line):
        if many := _MANY_QUESTIONS.match(line, start):
            found += (Token(Kind.PLAIN, "?", None, i, i + 1) for i in range(start, many.end()))
            start = many.end()
            continue
        token = _lost(line, start) if line[start] in LOST_LETTERS else _annotated(line, start, known)
        found.append(token or Token(Kind.PLAIN, line[start], None, start, start + 1))
        start = found[-1].end
    return found


def _lost(line: str, at: int) -> Token:
    match = LOST_READING.match(line, at)
    if match and traditional_read(match[1] or match[2]):
        return Token(Kind.LOST_READ, "?", match[1] or match[2], at, match.end())
    behind = line[at + 1 : at + 2]
    if behind in LOST_LETTERS and line[at + 2 : at + 3] in AFTER_STOP and not _two_spots(line, at):
        return Token(Kind.LOST_TWO, CUT_MARKS[line[at + 2]], None, at, at + 3)
    if behind and behind in CUT_MARKS:
        return Token(Kind.LOST_MARK, CUT_MARKS[behind], None, at, at + 2)
    rest = _TAG_REST.match(line, at + 1)
    return Token(Kind.LOST, "?", "<" if rest else None, at, rest.end() if rest else at + 1)


def _two_spots(line: str, at: int) -> bool:
    """ "???," and "???reading)" are a byte lost in front of "？" and another behind it."""
    if line[at + 2] not in LOST_LETTERS:
        return False
    return line[at + 3 : at + 4] in CUT_MARKS or bool(LOST_READING.match(line, at + 2))


def _annotated(line: str, at: int, known: frozenset[tuple[str, str]]) -> Token | None:
    match = ANNOTATION.match(line, at + 1)
    if not match:
        return None
    char, reading = line[at], match[1]
    if is_traditional_form(char) and (is_read(char, reading) or (char, reading) in known):
        return Token(Kind.READ, char, reading, at, match.end())
    letter = char == "€" or ord(char) in gbk.ASCII_TRAILS
    if letter and has_tone(reading) and traditional_read(reading):
        return Token(Kind.LETTER_READ, char, reading, at, match.end())
    return None


def completes(letter: str, reading: str, before: str) -> bool:
    """Whether an ASCII letter is the trail byte of a character read so that the trail byte of `before` begins."""
    pair = bytes_of(before) if before else None
    code = gbk.EURO if letter == "€" else ord(letter)
    return bool(pair) and any(trail == code for trail, _ in traditional_read(reading).get(pair[1] if pair else 0, ()))


def without_readings(line: str, known: frozenset[tuple[str, str]]) -> str:
    """A line in which nothing is lost, without the readings in it."""
    out: list[str] = []
    at = 0
    for match in _READ.finditer(line):
        token = _annotated(line, match.start(), known)
        before = line[at : match.start()]
        last = before[-1:] or (out[-1] if out else "")
        out.append(before)
        strip = token and (token.kind is Kind.READ or completes(match[1], token.reading or "", last))
        out.append(match[1] if strip else match[0])
        at = match.end()
    return "".join((*out, line[at:]))


def clean_stretches(line: str, marks: str = "，。,、") -> list[str]:
    """The parts of a line that no shifted byte can have touched: from a spot to the next mark is left out."""
    parts, at = [], 0
    for spot in _SPOT.finditer(line):
        if spot.start() >= at:
            parts.append(line[at : max(at, spot.start() - 1)])
            at = spot.end()
            while at < len(line) and at - spot.end() < _LONGEST_SHIFT and line[at] not in marks:
                at += 1
    parts.append(line[at:])
    return [ANNOTATION.sub("", part) for part in parts if part]


_LONGEST_SHIFT = 16
_SPOT = re.compile(LOST_READING.pattern + r"|\?[，。！？；,!?;]")
