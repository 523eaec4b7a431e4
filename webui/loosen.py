"""What to loosen when nothing was found: searches near this one that find something, each with its count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from engine.errors import QueryError
from search import Question
from webui.context import ask, search_address
from webui.filters import place
from webui.words import FACETS

TRIED = 10  # searches at most
_PART = re.compile(r'-?(?:[^\s:："“”]+[:：])?["“][^"“”]*["”]|\S+')
_QUOTES = re.compile(r'["“”]')
_STRUCTURE = re.compile(r"[()（）]|\b(?:OR|AND|NOT)\b")


@dataclass(frozen=True)
class Way:
    """A looser search: what it leaves out, where it is, how many it finds."""

    text: str
    href: str
    total: int


def ways(question: Question) -> list[Way]:
    """The looser searches that find something, those that change least first."""
    found = []
    for text, looser in list(_candidates(question))[:TRIED]:
        try:
            total = ask(looser).total
        except QueryError:  # what is left is no query
            continue
        if total:
            found.append(Way(text, search_address(looser), total))
    return found


def _candidates(question: Question) -> Iterator[tuple[str, Question]]:
    if question.match != "auto":
        yield _("不要求含全部词"), question.change(match="auto")
    if _QUOTES.search(question.query):
        yield _("去掉引号"), question.change(query=_QUOTES.sub(" ", question.query).strip())
    for name, title in FACETS.items():
        for value in getattr(question, name):
            text = _("不限%(facet)s“%(value)s”", facet=title, value=place(value))
            yield text, question.toggle(name, value)
    parts = [] if _STRUCTURE.search(question.query) else _PART.findall(question.query)
    if len(parts) > 1:
        for part in parts:
            rest = " ".join(p for p in parts if p != part)
            yield _("去掉 %(word)s", word=part), question.change(query=rest)
    chosen = [name for name in FACETS if getattr(question, name)]
    if question.query and len(chosen) > 1:
        yield _("去掉所有筛选"), question.change(**{name: () for name in chosen})
