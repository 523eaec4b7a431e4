"""The table of the query language: complete, true, and the same in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

from search import query_help
from search.concordance import MOST_SORTED
from search.fields import FIELDS, SCOPES
from search.help import help_table
from search.query import MAX_DEPTH, MAX_DISTANCE, MAX_TERMS, parse
from search.question import MAX_QUERY
from search.tree import EMPTY, Field, Near, leaves, units
from search.wild import MAX_GAP

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "query.md"


def test_the_table_of_the_documentation_is_this_one() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    assert re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)[0] == help_table() + "\n"


def test_the_documentation_names_the_limits() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    for number in (MAX_QUERY, MAX_DEPTH, MAX_TERMS, MAX_DISTANCE, MAX_GAP, MOST_SORTED):
        assert f"{number:,} " in text


def test_every_example_is_read_without_a_note() -> None:
    for row in query_help():
        parsed = parse(row.example)
        assert parsed.tree != EMPTY
        assert parsed.notes == ()


def test_every_field_has_a_row_with_an_example_of_its_own() -> None:
    for field in FIELDS:
        rows = [row for row in query_help() if field.label in row.syntax and field.key in row.syntax]
        assert len(rows) == 1
        (unit,) = units(parse(rows[0].example).tree)
        assert isinstance(unit, Field)
        assert unit.key == field.key
        assert [key for _, key in leaves(unit)] == [field.key]


def test_every_operator_of_nearness_has_a_row_with_an_example_of_its_own() -> None:
    for scope in SCOPES.values():
        (row,) = [row for row in query_help() if row.syntax == scope.syntax]
        (unit,) = units(parse(row.example).tree)
        assert isinstance(unit, Near)
        assert unit.scope == scope.key
