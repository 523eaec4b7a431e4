"""What a search is limited to, as chips: each leads to the same search without that limit."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from search import Question
from search.question import EXCLUSIONS
from webui.filters import place
from webui.words import FACETS, value_name

SEPARATOR = " · "


@dataclass(frozen=True)
class Chip:
    """A limit: what it limits (`name`), to which value (`label`), and the search without it."""

    name: str
    label: str
    without: Question


def chips(question: Question) -> list[Chip]:
    """The limits of a question in the order of its address."""
    found = []
    for facet, name in FACETS.items():
        found += [Chip(str(name), place(v), question.toggle(facet, v)) for v in getattr(question, facet)]
        if facet == "region":
            found += [Chip(_("仅本级"), place(v), question.toggle("own", v)) for v in question.own]
    for facet, name in FACETS.items():
        parameter = EXCLUSIONS[facet]
        excluded = getattr(question, parameter)
        found += [Chip(_("不含%(facet)s", facet=name), place(v), question.toggle(parameter, v)) for v in excluded]
    if question.date_from or question.date_to:
        span = f"{question.date_from or '…'} – {question.date_to or '…'}"
        found.append(Chip(_("日期"), span, question.change(date_from="", date_to="")))
    if question.added:
        found.append(Chip(_("入库晚于"), question.added[:10], question.change(added="")))
    return found


def in_words(question: Question) -> str:
    """The limits of a question, and what of its query filters, as people say them; all documents without any."""
    said = [f"{chip.name} {value_name(chip.label)}" for chip in chips(question)]
    return SEPARATOR.join([*said, *([question.query] if question.query else [])]) or _("全部文档")
