"""The other wordings of a slogan in a query, as chips: each is the same search with that wording out, or in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from search import Answer, Concordance, Question
from webui.context import search_address


@dataclass(frozen=True)
class Wording:
    """A wording with its documents, and where it is taken out or put in; `href` is None for the word as written."""

    text: str
    count: int | None
    href: str | None


def wordings(
    found: Answer | Concordance, question: Question, address: Callable[[Question], str] = search_address
) -> list[Wording]:
    """The wordings of all slogans that the query names: the word itself first, then the others.

    `address` gives the page of a question.
    """
    others = [e.wording for e in found.expansions if e.wording != e.word]
    hrefs = [None if e.wording == e.word else address(_turned(question, e.wording, others)) for e in found.expansions]
    return [Wording(e.wording, e.count, href) for e, href in zip(found.expansions, hrefs, strict=True)]


def _turned(question: Question, wording: str, others: list[str]) -> Question:
    """The question with a wording out, or in again."""
    if not question.expand:
        return replace(question, expand=True, without=tuple(o for o in others if o != wording), page=1)
    kept = tuple(w for w in question.without if w != wording)
    return question.change(without=kept if wording in question.without else (*kept, wording))
