"""Bare text saved on one line: the chrome that stands before and behind its sentences, as lines of its own.

Tools that strip the tags of a page often put a space where a line ended. Only a page that has nothing but such a line
is opened, and only where a piece outside its sentences is chrome: spaces inside a text mean nothing.
"""

from __future__ import annotations

import re

from indexer.clean.line import Line, tidy
from indexer.clean.patterns import chrome_of

LINES = 3  # of a page at most
LEAST = 120  # characters of the line
PIECES = 5  # of the line at least
DATED_PIECES = 4  # dates alone that make a list of a line without a sentence
_SPACE = re.compile(r"[ \u3000]+")
_SENTENCE = re.compile(r"。|[！？；].{10}|，.{4,}，")
_CLOSED = re.compile(r"[。！？；：:!?;…”)）】]$")
_DAY = re.compile(r"^\W*(?:19|20)?\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\W*$")
# Pieces that belong to the one before: a clock behind its day, sizes of type, numbers of pages, the next of a path.
_BEHIND = re.compile(r"^(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|[大中小][】\])）]?|次|条|页|[>»›|｜/→·_-]+.*)$")
_NUMBERED = re.compile(r"[页\d]$")
_OUTLET = re.compile(r"^\S{2,10}(?:日报|晚报|时报|网|发布|融媒|在线|新闻|客户端|电视台)$")
_TIME = re.compile(r"^\W*(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$")
_OPEN = re.compile(r"(?:[>»›|｜/→·_-]|^\W{0,2}\w{2,8}[:：]|共|第|当前)$")


def opened(lines: list[str]) -> list[str]:
    """The same lines, with the only long one of a page opened where its head, paragraphs and tail meet."""
    if not lines or len(lines) > LINES or max(map(len, lines)) < LEAST:
        return lines
    return [part for line in lines for part in (_opened(line) if len(line) >= LEAST else [line])]


def _opened(line: str) -> list[str]:
    pieces = _pieces(line)
    told = [i for i, piece in enumerate(pieces) if _SENTENCE.search(piece)]
    if len(pieces) < PIECES:
        return [line]
    if not told:
        return pieces if sum(bool(_DAY.match(piece)) for piece in pieces) >= DATED_PIECES else [line]
    head, tail = pieces[: told[0]], pieces[told[-1] + 1 :]
    if told[0] == 1 and (titled := _titled(pieces)):
        return titled
    framed = any(_is_chrome(piece, "head") for piece in head) or any(_is_chrome(piece, "tail") for piece in tail)
    return [*head, *_paragraphs(pieces[told[0] : told[-1] + 1]), *tail] if framed else [line]


def _titled(pieces: list[str]) -> list[str]:
    """A title and the paragraphs behind it, most of which are one piece and end a sentence; nothing for other lines."""
    title, paragraphs = pieces[0], _paragraphs(pieces[1:])
    if not TITLE_LEAST <= len(title) <= TITLE_LONGEST or _NO_TITLE.search(title):
        return []
    clear = len(paragraphs) >= PARAGRAPHS and len(pieces) <= 2 * len(paragraphs) + 1 and paragraphs[-1].endswith(_FULL)
    return [title, *paragraphs] if clear else []


PARAGRAPHS = 3
TITLE_LEAST, TITLE_LONGEST = 10, 50  # characters
_NO_TITLE = re.compile(r"[。；;，,？！]|(?:[讯电:：]|报道|日|号)[)）]?$|^[(（\d【\[]|记者|通讯员")
_FULL = ("。", "”", "！", "？", "：", "；", "）", ")", ":", ";", "!", "?")


def _is_chrome(piece: str, zone: str) -> bool:
    chrome = chrome_of(Line(piece), zone)
    return chrome is not None and chrome.reason != "separator"


def _pieces(line: str) -> list[str]:
    pieces: list[str] = []
    for piece in _SPACE.split(tidy(line)):
        if pieces and _goes_on(pieces[-1], piece):
            pieces[-1] += f" {piece}"
        elif piece:
            pieces.append(piece)
    return pieces


def _goes_on(above: str, piece: str) -> bool:
    """Whether a piece belongs to the one before it."""
    if _BEHIND.match(piece) or _OPEN.search(above) or (piece.isdigit() and _NUMBERED.search(above)):
        return True
    return bool(_OUTLET.search(piece) and _TIME.search(above))


def _paragraphs(pieces: list[str]) -> list[str]:
    """Pieces of running text; one that does not end a sentence goes on in the next."""
    found: list[str] = []
    for piece in pieces:
        if found and not _CLOSED.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found
