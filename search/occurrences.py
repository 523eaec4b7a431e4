"""Where a query stands in a stored text, character by character, with the same notion of a match as the index.

Elasticsearch says which documents match; this says where, in all of them, for marks and for words in context.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from mappings import folded_forms, paragraph_breaks, sentence_breaks
from search.normal_form import normal_form, term_spans

# What Elasticsearch passes over between two terms, and characters that are terms by themselves: text of these alone
# needs no second look.
_PLAIN = r"\u3400-\u4db5\u4e00-\u9fea\s，。、；：？！…—“”‘’（）《》〈〉【】〔〕「」『』,.:;!?()\[\]<>/\\|\"'+=~-"
_ALL_PLAIN = re.compile(f"[{_PLAIN}]*")
_GAP = r"[^\u3400-\u9fffA-Za-z0-9]*?"
_HAN_ONLY = re.compile(r"[\u3400-\u4db5\u4e00-\u9fea]+")


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of a text, `end` not included."""

    start: int
    end: int


@dataclass
class Text:
    """A folded text with what is read from it at need."""

    text: str
    _places: dict[str, list[Place]] = field(default_factory=dict)

    def places(self, phrase: Literal) -> list[Place]:
        """Every occurrence of a phrase, in order; looked for once."""
        if phrase.form not in self._places:
            self._places[phrase.form] = phrase.find(self)
        return self._places[phrase.form]

    @cached_property
    def lower(self) -> str:
        """The text in lower case; every offset stays."""
        return self.text.replace("İ", "i").replace("Σ", "σ").lower()

    @cached_property
    def sentences(self) -> list[int]:
        """Where sentences begin, but for the first."""
        return list(sentence_breaks(self.text))

    @cached_property
    def paragraphs(self) -> list[int]:
        """Where paragraphs begin, but for the first."""
        return list(paragraph_breaks(self.text))

    @cached_property
    def terms(self) -> list[tuple[int, int]]:
        """Begin and end of every term."""
        return term_spans(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where every term begins."""
        return [start for start, _ in self.terms]

    def term_at(self, offset: int) -> int:
        """The number of the term that holds an offset, or of the last one before it."""
        return bisect_right(self.starts, offset) - 1

    def same(self, breaks: list[int], place: Place) -> bool:
        """Whether a place lies between two breaks."""
        return bisect_right(breaks, place.start) == bisect_right(breaks, place.end - 1)


@dataclass(frozen=True)
class Literal:
    """A phrase as the index matches it: its terms one after the other, marks and blanks between them ignored."""

    form: str
    normal: str = field(init=False)
    pattern: re.Pattern[str] = field(init=False)
    width: int = field(init=False)  # terms
    plain: bool = field(init=False)  # nothing but Han characters

    def __post_init__(self) -> None:
        terms = _terms(self.form)
        object.__setattr__(self, "normal", normal_form(self.form))
        object.__setattr__(self, "pattern", re.compile(_GAP.join(map(re.escape, terms)) or "(?!)"))
        object.__setattr__(self, "width", len(terms))
        object.__setattr__(self, "plain", bool(_HAN_ONLY.fullmatch("".join(terms))))

    def find(self, text: Text) -> list[Place]:
        """Every occurrence, in order; they may overlap."""
        found, match = [], self.pattern.search(text.lower)
        while match:
            place = Place(*match.span())
            if self._holds(text, place):
                found.append(place)
            match = self.pattern.search(text.lower, place.start + 1)
        return found

    def _holds(self, text: Text, place: Place) -> bool:
        """Whether the terms at a place are those of the phrase, whole: 500 does not stand in 1500."""
        if self.plain and _ALL_PLAIN.fullmatch(text.text, place.start, min(place.end + 1, len(text.text))):
            return True
        first = bisect_left(text.starts, place.start)
        spans = text.terms[first : first + self.width]
        if len(spans) < self.width or (spans[0][0], spans[-1][1]) != (place.start, place.end):
            return False
        return normal_form(text.text[place.start : place.end]) == self.normal


@lru_cache(maxsize=4096)
def _terms(form: str) -> tuple[str, ...]:
    lower = Text(form).lower
    return tuple(lower[start:end] for start, end in term_spans(form))


@lru_cache(maxsize=4096)
def literal(form: str) -> Literal:
    """A folded phrase, ready to be found."""
    return Literal(form)


def literals(text: str) -> tuple[Literal, ...]:
    """A phrase in each form in which it may stand in folded texts."""
    return tuple(literal(form) for form in folded_forms(text))


def disjoint(places: Iterable[Place]) -> list[Place]:
    """The places in order, those that overlap as one."""
    found: list[Place] = []
    for place in sorted(places):
        if found and place.start < found[-1].end:
            found[-1] = Place(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return found
