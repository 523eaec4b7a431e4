"""The table of the parameters: complete, true, and the same in the documentation."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from search.facets import SIZES
from search.parameters import Parameter, parameter_table, parameters
from search.question import SELECTIONS, Question
from search.region_tree import WHOLE_TREE

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "filters.md"
FIELDS = {"q": "query", "from": "date_from", "to": "date_to"}  # of a question, where they have other names


def test_the_table_of_the_documentation_is_this_one() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    assert re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)[0] == parameter_table() + "\n"
    assert f"at most {WHOLE_TREE}." in text
    assert SIZES["outlet"] == SIZES["site"]


def test_every_field_of_a_question_has_a_parameter_and_the_other_way_round() -> None:
    assert {FIELDS.get(p.name, p.name) for p in parameters()} == {f.name for f in fields(Question)}
    assert {p.name for p in parameters() if p.repeatable} == {*SELECTIONS, "without"}


@pytest.mark.parametrize("parameter", parameters(), ids=lambda p: p.name)
def test_every_example_is_read_and_written_again(parameter: Parameter) -> None:
    question = Question.from_params([(parameter.name, parameter.example)])
    assert question != Question()
    assert question.to_params() == [(parameter.name, parameter.example)]


def test_all_of_them_are_written_in_the_order_of_the_table() -> None:
    question = Question.from_params((p.name, p.example) for p in reversed(parameters()))
    assert [name for name, _ in question.to_params()] == [p.name for p in parameters()]
