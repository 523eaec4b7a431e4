"""What may stand between two known bytes of a shifted run: one character, or two or three where pairs vanished."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from heapq import nlargest
from typing import NamedTuple

from indexer.repair import gbk
from indexer.repair.candidates import Candidate, before_vanished, candidate, lost_trail, usual, with_lead, with_trail
from indexer.repair.language import (
    CharacterModel,
    first_frequency,
    followers,
    frequency,
    general,
    neighbours,
)
from indexer.repair.readings import is_read, traditional_read
from indexer.repair.simplify import is_traditional_form

VANISHED = 0.5  # bonus of a vanished pair: the model finds real text too unlikely on average
STARTS = 40
PAIRS_TO_ANY = 3000  # of which to choose where the last character may be any
BEHIND_ONE, BEHIND_TWO = 12, 3  # words of each length tried behind a vanished pair, behind two
WORD_BEGINS, WORD_ENDS = 4, 20


class Final(NamedTuple):
    """What is known of the last character of a slot: trail byte, reading, both, or nothing (its byte is lost)."""

    trail: int | None = None
    reading: str | None = None


LOST = Final()


class Head(NamedTuple):
    """A first character, and the class of the pair that vanished behind it (None: it is the whole slot)."""

    plain: str
    char: str
    score: float
    gone: int | None


# What may follow a vanished pair: its score, the text simplified and as it is, whether it has a mark among it. Hundreds
# of thousands are made on a page, so these are no objects with names.
Rest = tuple[float, str, str, bool]


@cache
def _direct(lead: int, final: Final) -> tuple[Candidate, ...]:
    """The single characters with that lead byte."""
    if final.reading is not None and final.trail is None:
        found = traditional_read(final.reading).get(lead, ())
        return tuple(candidate(char) for trail, char in found if trail > gbk.EURO)
    if final.trail is None:
        return lost_trail(lead)
    char = gbk.decode_pair(lead, final.trail)
    return (candidate(char),) if char and _fits(char, final) else ()


def _fits(char: str, final: Final) -> bool:
    return final.reading is None or (is_traditional_form(char) and is_read(char, final.reading))


@cache
def _last_ones(final: Final) -> tuple[tuple[int, Candidate], ...]:
    """(lead byte, character) of what may stand at the end, most frequent first."""
    if final.trail is not None:
        found = [(lead, c) for lead, c in with_trail(final.trail) if _fits(c.char, final)]
    elif final.reading is not None:
        read = traditional_read(final.reading)
        found = [(lead, candidate(c)) for lead, pairs in read.items() for trail, c in pairs if trail > gbk.EURO]
    else:
        found = [(lead, c) for lead in range(0x81, 0xFF) for trail, c in with_lead(lead) if trail > gbk.EURO]
    return tuple(sorted(found, key=lambda entry: -frequency(entry[1].plain)))


@cache
def _behind(gone: int, final: Final) -> dict[str, list[Candidate]]:
    """The last characters whose lead byte vanished with a pair of class `gone`, by simplified form."""
    leads, forms = gbk.VANISHED_TRAILS[gone], dict[str, list[Candidate]]()
    for lead, entry in _last_ones(final):
        if lead in leads:
            forms.setdefault(entry.plain, []).append(entry)
    return forms


@cache
def _starts(gone: int, final: Final) -> tuple[tuple[float, Candidate], ...]:
    """The likeliest last characters to begin words: score without the weight of what stands before."""
    found = []
    for plain, forms in _behind(gone, final).items():
        if count := first_frequency(plain):
            found += [(math.log(count), c) for c in forms]
            if len(found) >= STARTS:
                break
    return tuple(found)


@cache
def _word_ends(gone: int, final: Final) -> tuple[tuple[float, Candidate, Candidate], ...]:
    """Two characters of one word around a vanished pair, the first with its lead byte gone with another one."""
    leads = gbk.VANISHED_TRAILS[gone]
    return tuple(entry for lead, entry in _pairs_up_to(final) if lead in leads)[:WORD_ENDS]


@cache
def _pairs_up_to(final: Final) -> tuple[tuple[int, tuple[float, Candidate, Candidate]], ...]:
    """Pairs of characters inside words around a vanished pair, the second being the last of a slot; likeliest first.

    With the lead byte of the first.
    """
    pairs = _pairs_around()
    if final == LOST:
        found = [entry for entries in pairs.values() for entry in entries if entry[1][2].trail > gbk.EURO]
        return tuple(nlargest(PAIRS_TO_ANY, found, key=_pair_score))
    found = [entry for _, last in _last_ones(final) for entry in pairs.get(last.char, ())]
    return tuple(sorted(found, key=_pair_score, reverse=True))


@cache
def _pairs_around() -> dict[str, list[tuple[int, tuple[float, Candidate, Candidate]]]]:
    """By their second character: pairs inside words around a vanished pair, with the lead byte of the first."""
    found: dict[str, list[tuple[int, tuple[float, Candidate, Candidate]]]] = {}
    for plain, behind in neighbours().items():
        first, lead, gone = _before_pair(plain)
        if lead:
            row, leads = general().row(plain), gbk.VANISHED_TRAILS[gone]
            alone = math.log(first_frequency(plain) or 0.1) + first.cost
            for last in map(usual, behind):
                if last.lead in leads:
                    entry = (alone + row[last.plain] + last.cost, first, last)
                    found.setdefault(last.char, []).append((lead, entry))
    return found


def _pair_score(entry: tuple[int, tuple[float, Candidate, Candidate]]) -> float:
    return entry[1][0]


@cache
def _before_pair(plain: str) -> tuple[Candidate, int, int]:
    """A character in its usual form, with its lead byte and the class of the pair that vanishes behind it.

    The lead byte is 0 when none can.
    """
    entry = usual(plain)
    gone = gbk.VANISHING_CLASS.get(entry.trail)
    return (entry, entry.lead, gone) if gone else (entry, 0, 0)


@cache
def _middles(plain: str, gone: int) -> tuple[tuple[Candidate, int], ...]:
    """Characters that stand behind one inside words, their lead byte gone with a pair, in front of another such pair.

    With the class of that other pair.
    """
    leads = gbk.VANISHED_TRAILS[gone]
    found = map(_before_pair, followers(plain))
    return tuple((entry, other) for entry, lead, other in found if lead in leads)


class Slots:
    """What may stand between two bytes on one page: its own pairs of characters count, and its site's forms."""

    def __init__(self, characters: CharacterModel, costs: Mapping[str, float]) -> None:
        self._characters, self._costs = characters, costs
        self._heads: dict[tuple[int, Final], list[Head]] = {}
        self._known_begins: dict[str, list[tuple[float, Candidate, int]]] = {}
        self._known_one: dict[tuple[str, Final], list[Rest]] = {}
        self._known_two: dict[tuple[str, Final], list[Rest]] = {}
        self._known_starts: dict[tuple[int, Final], tuple[list[Rest], list[Rest]]] = {}

    def cost(self, entry: Candidate) -> float:
        """What a character loses on this page for being unusual."""
        return self._costs.get(entry.char, entry.cost)

    def whole(self, entries: Iterable[Candidate]) -> list[Head]:
        """Characters that fill a slot alone."""
        return [Head(c.plain, c.char, self.cost(c), None) for c in entries]

    def heads(self, lead: int, final: Final) -> list[Head]:
        """What may stand first between a lead byte and a last character: alone, or in front of a vanished pair."""
        found = self._heads.get((lead, final))
        if found is None:
            found = self.whole(_direct(lead, final))
            for gone, firsts in before_vanished(lead).items():
                if _behind(gone, final):
                    found += (Head(c.plain, c.char, self.cost(c) + VANISHED, gone) for c in firsts)
            self._heads[lead, final] = found
        return found

    def one(self, head: Head, final: Final) -> list[Rest]:
        """What makes a word or a pair of the page with a first character, behind the pair that vanished; best first.

        `starts` has what may begin there instead.
        """
        key = (head[1], final)
        found = self._known_one.get(key)
        if found is None:
            found = self._known_one[key] = sorted(self._behind(head[0], head[3] or 0, final), reverse=True)
        return found

    def two(self, head: Head, final: Final) -> list[Rest]:
        """What may follow in two characters with another vanished pair between them, best first."""
        key = (head[1], final)
        found = self._known_two.get(key)
        if found is None:
            found = []
            for more, middle, gone in self._begins(head):
                plain, char, start = middle[1], middle[0], more + self._characters.row(middle[1]).start
                rests = [(more + r[0], plain + r[1], char + r[2], r[3]) for r in self._behind(plain, gone, final)]
                found += rests
                for starts in self.starts(gone, final):
                    found += [(start + r[0], plain + r[1], char + r[2], r[3]) for r in starts[:BEHIND_TWO]]
            found.sort(reverse=True)
            self._known_two[key] = found
        return found

    def _behind(self, last: str, gone: int, final: Final) -> list[Rest]:
        row, inside, cost = self._characters.row(last), _behind(gone, final), self._costs.get
        found: list[Rest] = []
        for plain in (followers(last) & inside.keys()) | (self._characters.followers(last) & inside.keys()):
            step = row[plain]
            found += [(step + cost(c[0], c[2]), plain, c[0], c[3]) for c in inside[plain]]
        return found

    def _begins(self, head: Head) -> list[tuple[float, Candidate, int]]:
        """Characters that make a word with `head` and stand in front of another vanished pair: score, class of it."""
        found = self._known_begins.get(head[1])
        if found is None:
            row, cost = self._characters.row(head[0]), self._costs.get
            known, leads = _middles(head[0], head[3] or 0), gbk.VANISHED_TRAILS[head[3] or 0]
            here = [_before_pair(plain) for plain in self._characters.followers(head[0]) - followers(head[0])]
            more = [(entry, gone) for entry, lead, gone in here if lead in leads]
            found = nlargest(
                WORD_BEGINS, [(row[c[1]] + cost(c[0], c[2]) + VANISHED, c, gone) for c, gone in (*known, *more)]
            )
            self._known_begins[head[1]] = found
        return found

    def starts(self, gone: int, final: Final) -> tuple[list[Rest], list[Rest]]:
        """What may begin behind a vanished pair, best first: a word's first, or two with another pair gone inside.

        Their score is without that of a word beginning there (`Row.start`).
        """
        key = (gone, final)
        found = self._known_starts.get(key)
        if found is None:
            page, cost = self._characters.page, self._costs.get
            weight, absent = page.logarithms.get, page.log_absent
            one: list[Rest] = [
                (score + cost(c[0], c[2]) + weight(c[1], absent), c[1], c[0], c[3]) for score, c in _starts(gone, final)
            ]
            two: list[Rest] = [
                (
                    score + weight(first[1], absent) + weight(last[1], absent) + VANISHED,
                    first[1] + last[1],
                    first[0] + last[0],
                    first[3] or last[3],
                )
                for score, first, last in _word_ends(gone, final)
            ]
            found = sorted(one, reverse=True)[:BEHIND_ONE], sorted(two, reverse=True)[:BEHIND_ONE]
            self._known_starts[key] = found
        return found
