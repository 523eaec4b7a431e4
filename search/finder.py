"""All that a query marks in a text: where its words stand as they are written, and where terms of its words stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from mappings import PARAGRAPH_BREAK
from search.highlight import MAX_MARKED, is_text, marked_texts
from search.occurrences import Place, Text, disjoint, literal
from search.together import near_places, wild_places
from search.tree import All, Any, Field, Leaf, Near, Node, Not, Phrase, Wild, Word
from search.wording import wording

Find = Callable[[Text], list[Place]]
TITLE = "title"


@dataclass(frozen=True)
class Mark:
    """A marked place. `literal`: a word or phrase of the query stands there, or a word of a long text."""

    place: Place
    literal: bool


class Finder:
    """What a prepared tree marks in folded titles and texts."""

    def __init__(self, tree: Node) -> None:
        self._literal: list[tuple[str | None, Find]] = []
        self._terms: list[tuple[str | None, Find]] = []
        self._read(tree, None)

    @property
    def finds(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._literal)

    def title(self, text: str) -> list[Mark]:
        """The marks of a title, in order; none overlaps another."""
        return self._marks(text, (None, TITLE))

    def body(self, text: str) -> list[Mark]:
        """The marks of a text, in order; none overlaps another."""
        return self._marks(text, (None,))

    def _marks(self, text: str, keys: tuple[str | None, ...]) -> list[Mark]:
        read = Text(text)
        literal = disjoint(p for key, find in self._literal if key in keys for p in find(read))
        terms = disjoint(p for key, find in self._terms if key in keys for p in find(read))
        marks = [Mark(place, True) for place in literal]
        marks += [Mark(place, False) for place in terms if not _overlaps(place, literal)]
        return sorted(marks, key=lambda mark: mark.place)

    def _read(self, node: Node, key: str | None) -> None:
        match node:
            case Field(name, inner):
                if is_text(name):
                    self._read(inner, name)
            case All(nodes) | Any(nodes):
                for part in nodes:
                    self._read(part, key)
            case Near():
                self._literal.append((key, lambda text: near_places(node, text)))
            case Word() | Phrase() | Wild():
                self._read_leaf(node, key)
            case Not():
                return

    def _read_leaf(self, leaf: Leaf, key: str | None) -> None:
        if isinstance(leaf, Wild):
            self._literal.append((key, lambda text: wild_places(leaf.text, text, in_sentence=key is None)))
            return
        written, terms = marked_texts(leaf)
        self._literal += [(key, literal(form).find) for form in written]
        # A whole sentence seldom stands in another text: what is looked for are the words of it.
        of = self._literal if isinstance(leaf, Word) and wording(leaf.text).long else self._terms
        of += [(key, literal(term).find) for term in terms[: max(0, MAX_MARKED - len(of))]]


def _overlaps(place: Place, others: list[Place]) -> bool:
    """Whether a place overlaps one of some disjoint places in order."""
    at = bisect_left(others, place.end, key=lambda other: other.start)
    return at > 0 and others[at - 1].end > place.start


def pieces(text: str, place: Place) -> int:
    """How many marks a place is on a page: one for each paragraph that it runs through."""
    return sum(1 for part in text[place.start : place.end].split(PARAGRAPH_BREAK) if part)
