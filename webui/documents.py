"""The page of one document."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template
from flask_babel import gettext as _

from search.answer import Article, Span
from search.citation import citation
from webui.context import asked, searcher
from webui.filters import plain

blueprint = Blueprint("documents", __name__)

FACTS = ("published", "region", "kind", "outlet", "site", "document_number", "park", "industry", "slogan")
FACETED = frozenset({"region", "park", "industry", "slogan", "kind"})
TECHNICAL = ("id", "path", "region_code", "group", "content_hash", "indexed_at", "contract_version")


@dataclass(frozen=True)
class Piece:
    """A span with the number of its hit (from 1), or 0."""

    text: str
    hit: int


@dataclass(frozen=True)
class Fact:
    """One value of a fact with the evidence for it."""

    value: str
    evidence: tuple[dict[str, Any], ...]


@blueprint.get("/documents/<document_id>")
def document(document_id: str) -> str:
    """Text, facts with their evidence, what was repaired and removed. Hits of the search in the address are marked."""
    question = asked()
    article = searcher().article(document_id, question)
    title, paragraphs, hits = numbered(article)
    return render_template(
        "document.html",
        question=question,
        article=article,
        facts=article.facts,
        title=title,
        paragraphs=paragraphs,
        hits=hits,
        known={name: facts_of(article, name) for name in FACTS},
        faceted=FACETED,
        technical={name: article.facts[name] for name in TECHNICAL if article.facts.get(name)},
        removed=removed_by_reason(article.removed),
        citation=citation(plain(article.title) or _("（无标题）"), article.facts, dt.date.today()),
        similar=article.similar or searcher().similar(document_id),
    )


def numbered(article: Article) -> tuple[list[Piece], list[list[Piece]], int]:
    """Title and paragraphs with their hits numbered through, and how many there are."""
    count = 0

    def number(spans: Sequence[Span]) -> list[Piece]:
        nonlocal count
        pieces = []
        for span in spans:
            count += span.marked
            pieces.append(Piece(span.text, count if span.marked else 0))
        return pieces

    title = number(article.title)
    paragraphs = [number(p) for p in article.paragraphs]
    return title, paragraphs, count


def facts_of(article: Article, name: str) -> list[Fact]:
    """The values of a fact, each with its evidence. Places inside which another is listed are left out."""
    value = article.facts.get(name)
    values = value if isinstance(value, list | tuple) else [value] if value not in (None, "") else []
    values = [v for v in values if not any(str(other).startswith(f"{v}/") for other in values)]
    mine = [e for e in article.evidence if e.get("fact") == name]
    facts = [Fact(str(v), tuple(e for e in mine if str(e.get("value")) == str(v))) for v in values]
    if len(facts) == 1 and not facts[0].evidence:  # one value: all that was read speaks for it
        return [Fact(facts[0].value, tuple(mine))]
    return facts


def removed_by_reason(removed: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """The removed lines, grouped by the reason they were removed for, in the order of the page."""
    groups: dict[str, list[str]] = defaultdict(list)
    for line in removed:
        groups[str(line.get("reason") or "")].append(str(line.get("text") or ""))
    return dict(groups)
