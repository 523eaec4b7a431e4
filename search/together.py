"""Where words stand together, and where a phrase with wildcards stands, in a stored text: what nearness.py asks for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mappings import HOLE, folded_forms
from search import tree
from search.occurrences import Literal, Place, Text, literal, literals
from search.wild import Gap, Pattern, pattern


def wild_places(written: str, text: Text, *, in_sentence: bool) -> list[Place]:
    """Where a phrase with wildcards stands: from each beginning the shortest, with `in_sentence` within a sentence."""
    places = [place for form in folded_forms(written) for place in _wild(pattern(form), text)]
    return [p for p in places if not in_sentence or text.same(text.sentences, p)]


def near_places(near: tree.Near, text: Text) -> list[Place]:
    """Where the parts stand that are near each other."""
    if near.scope == "near":
        return sorted({place for way in _ways(near) for place in _apart(way, near.distance, text)})
    return _in_one(near, text, text.paragraphs if near.scope == "paragraph" else text.sentences)


@dataclass(frozen=True)
class _Filled:
    """A phrase with wildcards, each for so many characters; `width` in terms, `normal` tells it from others."""

    found: Pattern

    @property
    def normal(self) -> str:
        return "".join(f"{p.normal}{w * HOLE}" for p, w in zip(self._pieces(), (*self._widths(), 0), strict=True))

    @property
    def width(self) -> int:
        return sum(piece.width for piece in self._pieces()) + sum(self._widths())

    def _pieces(self) -> list[Literal]:
        return [literal(piece) for piece in self.found.pieces]

    def _widths(self) -> tuple[int, ...]:
        return tuple(gap.least for gap in self.found.gaps)


def _places(form: Literal | _Filled, text: Text) -> list[Place]:
    return text.places(form) if isinstance(form, Literal) else sorted(_wild(form.found, text))


def _wild(found: Pattern, text: Text) -> Iterator[Place]:
    pieces = [_by_first_term(text.places(literal(piece)), text) for piece in found.pieces]
    if not all(pieces):
        return
    for first in pieces[0].values():
        ends = [first]
        for gap, places in zip(found.gaps, pieces[1:], strict=True):
            terms = {text.term_at(place.end - 1) + 1 for place in ends}
            widths = range(gap.least, gap.most + 1)
            ends = [places[term + width] for term in terms for width in widths if term + width in places]
        if ends:
            yield Place(first.start, min(place.end for place in ends))


def _by_first_term(places: Sequence[Place], text: Text) -> dict[int, Place]:
    return {text.term_at(place.start): place for place in places}


def _in_one(near: tree.Near, text: Text, breaks: list[int]) -> list[Place]:
    """The places of all parts in the sentences or paragraphs that hold every part."""
    parts = [[p for leaf in _alternatives(node) for p in _leaf_places(leaf, text)] for node in near.nodes]
    held = [{bisect_right(breaks, place.start) for place in places} for places in parts]
    both = set.intersection(*held)
    return sorted({p for places in parts for p in places if bisect_right(breaks, p.start) in both})


def _leaf_places(leaf: tree.Node, text: Text) -> list[Place]:
    """Where a part stands within a sentence."""
    if isinstance(leaf, tree.Wild):
        return wild_places(leaf.text, text, in_sentence=True)
    assert isinstance(leaf, tree.Word | tree.Phrase)
    return [p for form in literals(leaf.text) for p in text.places(form) if text.same(text.sentences, p)]


def _alternatives(node: tree.Node) -> tuple[tree.Node, ...]:
    return node.nodes if isinstance(node, tree.Any) else (node,)


def _ways(near: tree.Near) -> Iterator[tuple[Literal | _Filled, ...]]:
    """Each way to take one form of one alternative for every part; the same form counts for several parts."""
    for way in product(*([form for leaf in _alternatives(node) for form in _forms(leaf)] for node in near.nodes)):
        yield tuple({phrase.normal: phrase for phrase in way}.values())


def _forms(leaf: tree.Node) -> tuple[Literal | _Filled, ...]:
    if isinstance(leaf, tree.Wild):
        patterns = [pattern(form) for form in folded_forms(leaf.text)]
        return tuple(_Filled(_with_widths(found, widths)) for found in patterns for widths in found.widths())
    assert isinstance(leaf, tree.Word | tree.Phrase)
    return literals(leaf.text)


def _with_widths(found: Pattern, widths: tuple[int, ...]) -> Pattern:
    return Pattern(found.pieces, tuple(Gap(width, width) for width in widths))


def _apart(way: tuple[Literal | _Filled, ...], distance: int, text: Text) -> Iterator[Place]:
    """The places of phrases between the first and the last of which stand at most so many other terms."""
    parts = [_places(phrase, text) for phrase in way]
    if not all(parts):
        return
    starts = [[text.term_at(place.start) for place in places] for places in parts]
    room = distance + sum(phrase.width for phrase in way)  # terms from the first to the last
    taken = [0] * len(way)
    # Within this room from any place on, everything is near enough when there is something of every part.
    for left in sorted({start for part in starts for start in part}):
        ends = [bisect_right(part, left + room - phrase.width) for part, phrase in zip(starts, way, strict=True)]
        begins = [bisect_left(part, left) for part in starts]
        if all(begin < end for begin, end in zip(begins, ends, strict=True)):
            for number, end in enumerate(ends):
                yield from parts[number][max(begins[number], taken[number]) : end]
                taken[number] = max(taken[number], end)
