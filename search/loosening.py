"""When nothing holds enough of the words, one of them is enough: the same rule for a page of hits and for a count."""

from __future__ import annotations

from search.matching import can_loosen
from search.question import Question
from search.reader import matched_before_facets
from search.run import Response
from search.tree import Node


def finds_nothing(response: Response, tree: Node, question: Question) -> bool:
    """Whether the words found nothing, whatever is chosen in the facets, and may be loosened."""
    return question.match == "auto" and can_loosen(tree) and not matched_before_facets(response)
