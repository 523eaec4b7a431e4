"""Slogans of the lexicon: an exact search that looks through quotes, blanks and enumeration marks."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from indexer.enrich.material import Fact, Material, around
from lexicon import Slogan, in_context, matching_forms, search_key, slogans
from mappings import Evidence


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Slogan, ...]]:
    forms = [(form, slogan) for slogan in slogans() for form in matching_forms(slogan)]
    return ahocorasick_rs.AhoCorasick([f for f, _ in forms]), tuple(s for _, s in forms)


def find_slogans(page: Material) -> list[Fact]:
    """Every slogan of the lexicon that title or text hold, by first occurrence, with the words it was read from."""
    found: dict[str, Fact] = {}
    for text, shown, where in ((page.title_key, page.title or "", "title"), (page.key, page.body, "body")):
        automaton, owners = _automaton()
        key, offsets = search_key(text)
        for number, begin, end in _outermost(automaton.find_matches_as_indexes(key, overlapping=True)):
            slogan = owners[number]
            start, stop = offsets[begin], offsets[end - 1] + 1
            if slogan.name in found or "\n" in text[start:stop] or not in_context(slogan, text, start, stop):
                continue
            words = around(shown, start, stop)
            found[slogan.name] = Fact(
                slogan.name, Evidence("slogan", slogan.name, words, where, "slogan of the lexicon")
            )
    return list(found.values())


def _outermost(matches: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The matches that do not lie inside a longer one: 百千万工程 is not 千万工程."""
    kept: list[tuple[int, int, int]] = []
    reach = -1
    for match in sorted(matches, key=lambda m: (m[1], -m[2])):
        if match[2] > reach:
            kept.append(match)
            reach = match[2]
    return kept
