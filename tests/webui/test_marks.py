"""Marks as elements inside one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from webui.marks import EVIDENCE, HIT, LEAD, Mark, Node, around_hits, nested

TEXT = "平凉工业园区以三抓三促为抓手"


def leaves(nodes: Sequence[Node], inside: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each run of text with the names of the elements around it."""
    for node in nodes:
        if node.mark is None:
            yield node.text, inside
        else:
            yield from leaves(node.inside, (*inside, node.mark.name))


def elements(nodes: Sequence[Node]) -> Iterator[Mark]:
    for node in nodes:
        if node.mark is not None:
            yield node.mark
            yield from elements(node.inside)


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    ends = st.integers(0, len(TEXT))
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from([LEAD, EVIDENCE, HIT])), max_size=8))
    return [Mark(min(a, b), max(a, b), kind, str(n)) for n, (a, b, kind) in enumerate(pairs) if a != b]


@given(marks(), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_every_character_is_inside_the_elements_of_its_marks(found: list[Mark], one: int, other: int) -> None:
    start, end = sorted((one, other))
    runs = list(leaves(nested(TEXT, start, end, found)))
    assert "".join(text for text, _ in runs) == TEXT[start:end]
    at = start
    for text, names in runs:
        for place in range(at, at + len(text)):
            assert sorted(names) == sorted(m.name for m in found if m.start <= place < m.end)
        at += len(text)


@given(marks())
def test_a_mark_has_one_element_that_is_its_first(found: list[Mark]) -> None:
    first = sorted(mark.name for mark in elements(nested(TEXT, 0, len(TEXT), found)) if mark.first)
    assert first == sorted(mark.name for mark in found)


def test_what_goes_over_a_border_goes_on_behind_it() -> None:
    crossing = [Mark(0, 6, EVIDENCE, "a"), Mark(4, 9, EVIDENCE, "b")]
    outer, rest, text = nested(TEXT, 0, len(TEXT), crossing)
    assert outer.mark == Mark(0, 6, EVIDENCE, "a") and outer.inside[1].mark == Mark(4, 6, EVIDENCE, "b")
    assert rest.mark == Mark(6, 9, EVIDENCE, "b", first=False) and text == Node(TEXT[9:])


def test_evidence_is_widened_to_the_hits_it_cuts_into() -> None:
    hits = [Mark(0, 2, HIT), Mark(4, 8, HIT), Mark(8, 10, HIT)]
    assert around_hits(Mark(1, 6, EVIDENCE), hits) == Mark(0, 8, EVIDENCE)
    assert around_hits(Mark(2, 4, EVIDENCE), hits) == Mark(2, 4, EVIDENCE)
    assert around_hits(Mark(5, 6, EVIDENCE), hits) == Mark(4, 8, EVIDENCE)
    assert around_hits(Mark(4, 8, EVIDENCE), hits) == Mark(4, 8, EVIDENCE)
