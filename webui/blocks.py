"""The paragraphs of a text as what they are to a reader: headings, tables, the addressee, the signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

CELL_BORDER = " | "
HEADING, TABLE, PARAGRAPH, ADDRESS, NUMBER, SIGNATURE = "heading", "table", "p", "address", "number", "signature"
LONGEST_HEADING = 44  # characters
LONGEST_LEAD = 40
LONGEST_ALONE = 20  # of a lead that is all of its paragraph
LONGEST_SIGNER = 30
LONGEST_ADDRESS = 200
LIST_LENGTH = 3  # numbered lines in a row with no text between them are a list, not headings
OUTLINE_LEAST = 4  # headings from which on a text has an outline

_HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,4}"
# From the highest rank down; what a text uses of them decides the level.
_RANKS = (
    re.compile(rf"第{_HAN_NUMBER}[编章部]分?[ 　:：、]?"),
    re.compile(rf"第{_HAN_NUMBER}节[ 　:：、]?"),
    re.compile(rf"{_HAN_NUMBER}、"),
    re.compile(rf"[（(]{_HAN_NUMBER}[）)]"),
)
_ARTICLE = re.compile(rf"第{_HAN_NUMBER}条(?=[ 　:：])")
_OPEN_END = re.compile(r"[。；;，,、：:！!？?”…]$")
_COLONS = set("：:")
_SENTENCE_END = re.compile("[。！？；]")
_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
_NUMBER = re.compile(r"\S{2,16}[〔\[（(]\d{4}[〕\]）)]\s*第?\d+号")
_ADDRESSEE = re.compile(r"(各|同志|尊敬|女士|先生|朋友|大家).*|.*(人民政府|委员会|管委会|单位|部门|机构|局|办公室).*")
_ANNOUNCES = re.compile("如下|以下|下列|[。；]")  # in what ends in a colon and addresses nobody
_FIGURE = re.compile(r"[-+≥≤<>＜＞±约]?[\d,.，．]+\s*[%％‰]?|[—–\-/]")


@dataclass(frozen=True)
class Cell:
    """A cell of a table, as a piece of the text."""

    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table of several, as a piece of the text."""

    kind: str
    start: int
    end: int
    level: int = 0  # of a heading: 2 and deeper, none left out
    name: str = ""  # the id of what the outline leads to
    lead: int = 0  # where the words end with which a numbered paragraph begins
    rows: tuple[tuple[Cell, ...], ...] = ()
    header: bool = False  # the first row names the columns
    figures: frozenset[int] = frozenset()  # the columns that hold numbers


@dataclass(frozen=True)
class Entry:
    """A line of the outline."""

    text: str
    name: str
    level: int


def blocks(text: str, separator: str) -> list[Block]:
    """The blocks of a text, in order."""
    lines = _levelled(text, _tables(text, _headings(text, list(_lines(text, separator)))))
    return _signed(text, _opened(text, _led(text, lines)))


def outline(text: str, found: list[Block]) -> list[Entry]:
    """The headings of a long text; where it has too few, the words with which its numbered paragraphs begin."""
    headings = [Entry(text[b.start : b.end], b.name, b.level - 1) for b in found if b.kind == HEADING]
    if len(headings) < OUTLINE_LEAST:
        numbered = [b for b in found if b.name and (b.kind == HEADING or not _ARTICLE.match(text, b.start))]
        headings = [Entry(text[b.start : b.lead or b.end].rstrip("。；"), b.name, 1) for b in numbered]
    return headings if len(headings) >= OUTLINE_LEAST else []


def _lines(text: str, separator: str) -> Iterator[Block]:
    at = 0
    for line in text.split(separator):
        yield Block(PARAGRAPH, at, at + len(line))
        at += len(line) + len(separator)


def _rank(text: str, block: Block) -> int | None:
    return next((rank for rank, form in enumerate(_RANKS) if form.match(text, block.start, block.end)), None)


def _headings(text: str, lines: list[Block]) -> list[Block]:
    """Short numbered lines as headings; `level` is their rank for now."""
    ranks = [_rank(text, block) if _is_short(text[block.start : block.end]) else None for block in lines]
    found: list[Block] = []
    for rank, group in groupby(zip(ranks, lines, strict=True), key=lambda pair: pair[0]):
        members = [block for _, block in group]
        is_heading = rank is not None and len(members) < LIST_LENGTH
        found += [replace(b, kind=HEADING, level=rank or 0) for b in members] if is_heading else members
    return found


def _is_short(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and not _OPEN_END.search(line) and CELL_BORDER not in line


def _levelled(text: str, found: list[Block]) -> list[Block]:
    """Ranks as levels from 2 on, none left out on the way down, and names to lead to."""
    used = sorted({block.level for block in found if block.kind == HEADING})
    levelled: list[Block] = []
    level, number = 1, 0
    for block in found:
        if block.kind == HEADING:
            level, number = min(used.index(block.level) + 2, level + 1), number + 1
            block = replace(block, level=level, name=f"s{number}")
        levelled.append(block)
    return levelled


def _led(text: str, found: list[Block]) -> list[Block]:
    """Numbered paragraphs with the words they begin with, where most of their kind begin with such words."""
    forms = [_form(text, block) if block.kind == PARAGRAPH else None for block in found]
    leads = [_lead(text, block, form) if form else 0 for block, form in zip(found, forms, strict=True)]
    # One that is nothing but such a sentence speaks neither for nor against it.
    telling = [lead != block.end for block, lead in zip(found, leads, strict=True)]
    numbered = Counter(form for form, tells in zip(forms, telling, strict=True) if tells)
    led = Counter(form for form, lead, tells in zip(forms, leads, telling, strict=True) if lead and tells)
    return [
        replace(block, lead=lead, name=f"p{block.start}") if lead and 2 * led[form] > numbered[form] else block
        for block, form, lead in zip(found, forms, leads, strict=True)
    ]


def _form(text: str, block: Block) -> re.Pattern[str] | None:
    """How a paragraph is numbered."""
    return next((form for form in (_ARTICLE, *_RANKS) if form.match(text, block.start, block.end)), None)


def _lead(text: str, block: Block, form: re.Pattern[str]) -> int:
    """Where the words end that a numbered paragraph begins with: 第三条, or a short first sentence; 0 without any."""
    if form is _ARTICLE:
        article = form.match(text, block.start)
        return article.end() if article else 0
    end = _SENTENCE_END.search(text, block.start, min(block.end, block.start + LONGEST_LEAD))
    if end is None or (end.end() == block.end and block.end - block.start > LONGEST_ALONE):
        return 0
    return end.end()


def _tables(text: str, lines: list[Block]) -> list[Block]:
    """Lines of cells that follow one another as one table."""
    found: list[Block] = []
    for in_table, group in groupby(lines, key=lambda b: b.kind == PARAGRAPH and CELL_BORDER in text[b.start : b.end]):
        members = list(group)
        found += [_table(text, members)] if in_table and len(members) > 1 else members
    return found


def _table(text: str, lines: list[Block]) -> Block:
    rows = tuple(tuple(_cells(text, line)) for line in lines)
    width = max(map(len, rows))
    written = [[text[cell.start : cell.end].strip() for cell in row] for row in rows]
    header = len(rows[0]) == width and all(cell and not _FIGURE.fullmatch(cell) for cell in written[0])
    columns = [[row[n] for row in written[header:] if n < len(row) and row[n]] for n in range(width)]
    figures = frozenset(n for n, column in enumerate(columns) if column and all(map(_FIGURE.fullmatch, column)))
    return Block(TABLE, lines[0].start, lines[-1].end, rows=rows, header=header, figures=figures)


def _cells(text: str, line: Block) -> Iterator[Cell]:
    at = line.start
    for cell in text[line.start : line.end].split(CELL_BORDER):
        yield Cell(at, at + len(cell))
        at += len(cell) + len(CELL_BORDER)


def _opened(text: str, found: list[Block]) -> list[Block]:
    """The document's number and the addressee at the beginning."""
    return [
        replace(block, kind=_opening(text[block.start : block.end])) if n < 3 and block.kind == PARAGRAPH else block
        for n, block in enumerate(found)
    ]


def _opening(line: str) -> str:
    if _NUMBER.fullmatch(line.strip()):
        return NUMBER
    if len(line) > LONGEST_ADDRESS or not line.endswith((":", "：")) or _ANNOUNCES.search(line):
        return PARAGRAPH
    return ADDRESS if _ADDRESSEE.fullmatch(line[:-1]) else PARAGRAPH


def _signed(text: str, found: list[Block]) -> list[Block]:
    """The date at the end, and who signed above it."""
    last = range(len(found) - 1, max(-1, len(found) - 5), -1)
    dated = next((n for n in last if _DATE.fullmatch(text[found[n].start : found[n].end].strip())), None)
    if dated is None:
        return found
    first = dated
    while first > max(0, dated - 4) and _is_signer(text, found[first - 1]):
        first -= 1
    return [replace(b, kind=SIGNATURE) if first <= n <= dated else b for n, b in enumerate(found)]


def _is_signer(text: str, block: Block) -> bool:
    line = text[block.start : block.end]
    return (
        block.kind == PARAGRAPH
        and len(line) <= LONGEST_SIGNER
        and not _OPEN_END.search(line)
        and not set(line) & _COLONS
    )
