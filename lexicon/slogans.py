"""Slogans and numbered abbreviations of policy language, and how they are found in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lexicon.regions import region_by_path
from lexicon.table import FOLDER, Row, read_rows

COLUMNS = ("name", "variants", "wording", "place", "year", "kind", "context", "source")
KINDS = ("numbered", "slogan", "reform", "campaign", "strategy", "theory", "method", "plan")
NATIONAL = "全国"
QUOTED = "引号"  # as a value of the column `context`: the hit stands in quotes or has quotes inside
MIN_LENGTH = 2  # characters of a form
CONTEXT_REACH = 20  # characters on either side of a hit in which a context word counts

_OPENING, _CLOSING = frozenset("“‘「『《〈\"'＂＇"), frozenset("”’」』》〉\"'＂＇")
_QUOTES = _OPENING | _CLOSING
# Marks and blanks that writers put into a slogan or leave out: “三抓三促”, “五好”园区, 双招 双引, 三抓、三促. They stay
# where they part numbers (5、10、20; 2382 0881) or follow the number of a heading (三、保障措施 is not 三保).
# The marks come first in the pattern, what stands before them behind: most characters are passed over at once.
_MARKS = re.escape("".join(sorted(_QUOTES))) + "\u200b·"
_IGNORED = re.compile(
    f"[{_MARKS} \t\u3000\xa0、](?:(?<=[{_MARKS}])|(?<=[ \t\u3000\xa0])(?<![0-9A-Za-z].)"
    "|(?<=、)(?<![0-9A-Za-z〇零一二三四五六七八九十].))",
    re.DOTALL,
)


@dataclass(frozen=True)
class Slogan:
    """A slogan: its usual name, other spellings, and what is surely known of it.

    `place` is a region path or 全国; `year` the first year in which it is surely known to have been used. Where
    `context` is not empty, a hit counts only when `in_context` says so, for the name alone is everyday language too.
    """

    name: str
    variants: tuple[str, ...]
    wording: str | None
    place: str | None
    year: int | None
    kind: str
    context: tuple[str, ...]
    source: str


def search_key(text: str) -> tuple[str, list[int]]:
    """The text without quotes, blanks and 、 inside a phrase (line breaks stay), and each character's offset in `text`.

    Search the matching forms of the slogans in the key; a hit key[i:j] stands at text[offsets[i]:offsets[j - 1] + 1].
    Fold traditional characters and full-width letters before (one character for one, so the offsets hold).
    """
    offsets: list[int] = []
    parts: list[str] = []
    start = 0
    for gap in _IGNORED.finditer(text):
        offsets.extend(range(start, gap.start()))
        parts.append(text[start : gap.start()])
        start = gap.end()
    offsets.extend(range(start, len(text)))
    return "".join((*parts, text[start:])), offsets


def matching_forms(slogan: Slogan) -> tuple[str, ...]:
    """The name and the variants as they stand in a search key, each once; for 、 some texts write a comma."""
    forms = (slogan.name, *slogan.variants)
    with_commas = (form.replace("、", comma) for form in forms if "、" in form for comma in "，,")
    return tuple(dict.fromkeys(search_key(form)[0] for form in (*forms, *with_commas)))


def in_context(slogan: Slogan, text: str, start: int, end: int) -> bool:
    """Whether a hit at text[start:end] is the slogan and not everyday language or part of a number.

    A form that begins or ends with a digit must not touch another digit. With a context, one of its words must stand
    in the hit or within 20 characters of it in the same paragraph; the context word 引号 asks for quotes instead.
    """
    if _splits_number(text, start, end):
        return False
    if not slogan.context:
        return True
    if QUOTED in slogan.context and _is_quoted(text, start, end):
        return True
    before = text[max(0, start - CONTEXT_REACH) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT_REACH].partition("\n")[0]
    nearby = search_key(before + text[start:end] + after)[0]
    return any(word in nearby for word in slogan.context if word != QUOTED)


def load_slogans(path: Path) -> tuple[Slogan, ...]:
    """The slogans of a table with the columns name,variants,wording,place,year,kind,context,source.

    Raises TableError for an empty name, kind or source, an unknown kind, a place that is neither 全国 nor a path of
    regions.csv, a year without four digits, a context word of one character, a form that two slogans claim, and a
    variant that holds another form of its own slogan (it can never add a hit).
    """
    owners: dict[str, tuple[str, int]] = {}
    found = []
    for row in read_rows(path, COLUMNS):
        slogan = _slogan(row)
        _claim(slogan, row, owners)
        found.append(slogan)
    return tuple(found)


@cache
def slogans() -> tuple[Slogan, ...]:
    """The slogans of slogans.csv, in the order of the table. Raises TableError."""
    return load_slogans(FOLDER / "slogans.csv")


def _slogan(row: Row) -> Slogan:
    slogan = Slogan(
        name=row.text("name"),
        variants=row.values("variants"),
        wording=row.optional("wording"),
        place=row.optional("place"),
        year=row.year("year"),
        kind=row.text("kind"),
        context=row.values("context"),
        source=row.text("source"),
    )
    if slogan.kind not in KINDS:
        raise row.fail(f"the kind {slogan.kind!r} is not one of {', '.join(KINDS)}")
    if slogan.place and slogan.place != NATIONAL and not region_by_path(slogan.place):
        raise row.fail(
            f"the place {slogan.place!r} is neither {NATIONAL} nor a path of regions.csv such as 甘肃省/平凉市"
        )
    short = [word for word in slogan.context if len(word) < 2]
    if short:
        raise row.fail(f"the context word {short[0]!r} is too short to tell anything")
    return slogan


def _claim(slogan: Slogan, row: Row, owners: dict[str, tuple[str, int]]) -> None:
    """Enter the slogan's forms as its own; raise when a form is too short, redundant, or another's."""
    forms = [search_key(form)[0] for form in (slogan.name, *slogan.variants)]
    for i, form in enumerate(forms):
        if len(form) < MIN_LENGTH:
            raise row.fail(f"{form!r} is too short to be a slogan: {MIN_LENGTH} characters at least")
        if i and any(other in form for j, other in enumerate(forms) if j != i):
            raise row.fail(f"the variant {form!r} holds another form of {slogan.name!r}, which finds it; leave it out")
        if form in owners:
            owner, line = owners[form]
            raise row.fail(f"{form!r} belongs to {owner!r} in line {line} already")
    owners.update(dict.fromkeys(forms, (slogan.name, row.line)))


def _is_quoted(text: str, start: int, end: int) -> bool:
    if _QUOTES & set(text[start:end]):
        return True
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING


def _splits_number(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (before.isdigit() and text[start].isdigit()) or (after.isdigit() and text[end - 1].isdigit())
