"""The other wordings of a slogan in a query, as chips: each is the same search with that wording out, or in again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search import Answer, Question
from search.answer import Expansion
from webui.context import search_address


@dataclass(frozen=True)
class Wording:
    """A wording with its documents, and where it is taken out or put in; `href` is None for the word as written."""

    text: str
    count: int | None
    href: str | None


def wordings(answer: Answer, question: Question) -> list[Wording]:
    """The wordings of all slogans that the query names: the word itself first, then the others."""
    others = [e.wording for e in answer.expansions if e.wording != e.word]
    return [Wording(e.wording, e.count, _href(question, e, others)) for e in answer.expansions]


def _href(question: Question, expansion: Expansion, others: list[str]) -> str | None:
    if expansion.wording == expansion.word:
        return None
    return search_address(_turned(question, expansion.wording, others))


def _turned(question: Question, wording: str, others: list[str]) -> Question:
    """The question with a wording out, or in again."""
    if not question.expand:
        return replace(question, expand=True, without=tuple(o for o in others if o != wording), page=1)
    kept = tuple(w for w in question.without if w != wording)
    return question.change(without=kept if wording in question.without else (*kept, wording))
