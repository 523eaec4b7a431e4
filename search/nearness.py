"""Words near each other and phrases with wildcards, as interval queries: exact, and counted by Elasticsearch.

The field `sentences` holds title and text with a mark between sentences and between paragraphs; what holds no mark
stands in one sentence, what holds no mark between paragraphs in one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any, TypeAlias

from elasticsearch.dsl.query import Q, Query

from mappings import HOLE, PARAGRAPH_MARK, SENTENCE_MARK, folded_forms
from search import tree
from search.wild import Pattern, pattern

SENTENCES = "sentences"
WITH_HOLES = "with_holes"  # the analyzer that leaves a place empty for each HOLE

Rule: TypeAlias = dict[str, Any]


def near_query(near: tree.Near) -> Query:
    """Documents in which all parts stand in one sentence, in one paragraph, or near each other."""
    if near.scope != "near":
        parts = [_any_of([rule for leaf in _alternatives(node) for rule in _forms(leaf)]) for node in near.nodes]
        parts = _different(parts)
        marks = [PARAGRAPH_MARK] if near.scope == "paragraph" else [SENTENCE_MARK, PARAGRAPH_MARK]
        return _intervals(SENTENCES, _together(parts, filter=_without(marks)))
    # Each way to choose among alternatives by itself: of several intervals Elasticsearch looks at the shortest only.
    ways = product(*([rule for leaf in _alternatives(node) for rule in _fixed(leaf)] for node in near.nodes))
    rules = [_together(_different(way), max_gaps=near.distance) for way in ways]
    return _either([_intervals(field, rule) for field in ("title", "body") for rule in rules])


def wild_query(text: str, *, title: bool) -> Query:
    """Documents that hold a phrase with wildcards, within a sentence; with `title`, in the title."""
    return _either(wild_phrases("title", text)) if title else _intervals(SENTENCES, _in_a_sentence(_wild(text)))


def wild_phrases(field: str, text: str) -> list[Query]:
    """A phrase with wildcards in a field, sentences aside: one query for each way to fill the gaps."""
    return [Q("match_phrase", **{field: {"query": form, "analyzer": WITH_HOLES}}) for form in _filled(pattern(text))]


def _different(rules: Iterable[Rule]) -> list[Rule]:
    """Each rule once: of equal ones Elasticsearch would ask for as many occurrences."""
    return list({str(rule): rule for rule in rules}.values())


def _alternatives(node: tree.Node) -> tuple[tree.Node, ...]:
    return node.nodes if isinstance(node, tree.Any) else (node,)


def _forms(leaf: tree.Node) -> list[Rule]:
    """The forms in which a part may stand."""
    if isinstance(leaf, tree.Wild):
        return [_in_a_sentence(_wild(leaf.text))]
    assert isinstance(leaf, tree.Word | tree.Phrase)
    return [_match(form) for form in folded_forms(leaf.text)]


def _fixed(leaf: tree.Node) -> list[Rule]:
    """The same where ends of sentences do not matter, and each rule of one width."""
    if isinstance(leaf, tree.Wild):
        return [_match(form, WITH_HOLES) for form in _filled(pattern(leaf.text))]
    return _forms(leaf)


def ways_to_stand(leaf: tree.Node) -> int:
    """In how many ways a part can be near others: a phrase with * in one for each number of characters."""
    return len(pattern(leaf.text).widths()) if isinstance(leaf, tree.Wild) else 1


def _in_a_sentence(rules: list[Rule]) -> Rule:
    """A hole must not stand for the end of a sentence."""
    return {"any_of": {"intervals": rules, "filter": _without([SENTENCE_MARK, PARAGRAPH_MARK])}}


def _without(marks: list[str]) -> Rule:
    return {"not_containing": _any_of([_match(mark) for mark in marks])}


def _wild(text: str) -> list[Rule]:
    """One rule for each way to fill the gaps but the last one, where that may be empty."""
    found = pattern(text)
    last = found.gaps[-1]
    if last.least or last.most == 0:
        return [_match(form, WITH_HOLES) for form in _filled(found)]
    before = Pattern(found.pieces[:-1], found.gaps[:-1])
    end = _any_of([_match(form) for form in folded_forms(found.pieces[-1])])
    # Of two parts one behind the other the nearest are looked at, so that the limit is exact.
    return [_in_order([_match(form, WITH_HOLES), end], last.most) for form in _filled(before)]


def _filled(found: Pattern) -> list[str]:
    """A phrase in each of its forms with its gaps filled by holes, one text for each way to fill them."""
    filled: list[str] = []
    for widths in found.widths():
        holes = [f" {HOLE}" * width + " " for width in widths]
        whole = found.pieces[0] + "".join(h + p for h, p in zip(holes, found.pieces[1:], strict=True))
        filled += folded_forms(whole)
    return filled


def _match(text: str, analyzer: str | None = None) -> Rule:
    rule: Rule = {"query": text, "ordered": True, "max_gaps": 0}
    return {"match": rule | ({"analyzer": analyzer} if analyzer else {})}


def _any_of(rules: list[Rule]) -> Rule:
    return rules[0] if len(rules) == 1 else {"any_of": {"intervals": rules}}


def _together(parts: list[Rule], **limits: object) -> Rule:
    return {"all_of": {"intervals": parts, "ordered": False, **limits}}


def _in_order(parts: list[Rule], most: int) -> Rule:
    return {"all_of": {"intervals": parts, "ordered": True, "max_gaps": most}}


def _intervals(field: str, rule: Rule) -> Query:
    return Q("intervals", **{field: rule})


def _either(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)
