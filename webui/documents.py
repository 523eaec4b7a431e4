"""The page of one document, its original beside it, and its reference as a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, render_template, request

from engine.errors import NotFoundError
from search import Question
from search.answer import Article
from search.as_json import plain
from search.copies import Copies
from search.difference import SAME, Piece
from search.neighbours import Neighbours
from search.original import Line, against_original
from webui import citations
from webui.context import address, asked, searcher
from webui.evidence import Places
from webui.facts import NAMES, facts
from webui.materials import materials
from webui.mending import UNKNOWN, mended
from webui.parts import part
from webui.passages import body_of, passages

blueprint = Blueprint("documents", __name__)

FACETED = frozenset({"region", "park", "industry", "slogan", "kind"})
TECHNICAL = ("id", "path", "region_code", "group", "content_hash", "indexed_at", "contract_version")
FORMAT = "format"
FOLDED = 3  # paragraphs in a row without a difference

Paragraph = tuple[Piece, ...]


@dataclass(frozen=True)
class Lines:
    """Lines that were removed for one reason, with their ids; `cited` when a fact was read from one of them."""

    reason: str
    lines: tuple[tuple[str, str], ...]
    cited: bool


@dataclass(frozen=True)
class Way:
    """The way to a neighbour in the list of hits."""

    title: str
    href: str


@dataclass(frozen=True)
class Ways:
    """Where a document stands among the hits of the search it was opened from, and the ways on."""

    position: int
    total: int
    previous: Way | None
    next: Way | None


@blueprint.get("/documents/<document_id>")
def document(document_id: str) -> str:
    """Text, facts with their evidence, what was repaired and removed. Hits of the search in the address are marked."""
    question = asked()
    article = searcher().article(document_id, question)
    places = Places(plain(article.title), body_of(article), article.removed)
    known = facts(article, places)  # before the text, which has their places marked
    spots, signs = mended(article.repairs)
    url = article.facts.get("url")
    return render_template(
        "document.html",
        question=question,
        article=article,
        facts=article.facts,
        known=known,
        unknown=[name for name in NAMES if name not in known],
        faceted=FACETED,
        places=places,
        text=passages(article, places, spots),
        text_lost=body_of(article).count(UNKNOWN),
        spots=spots,
        signs=signs,
        removed=removed_by_reason(article.removed, places.cited_lines),
        attachments=materials(article.facts.get("attachments") or (), "name", url),
        images=materials(article.facts.get("images") or (), "caption", url),
        references=citations.references(article),
        meta_tags=citations.meta_tags(article),
        coins=citations.coins(article),
        technical={name: article.facts[name] for name in TECHNICAL if article.facts.get(name)},
        copies=part("copies", lambda: searcher().copies(document_id), Copies(1, ())),
        similar=article.similar or part("similar", lambda: searcher().similar(document_id), ()),
        ways=part("ways", lambda: _ways(question, article), None),
    )


@blueprint.get("/documents/<document_id>/original")
def original(document_id: str) -> str:
    """A damaged document beside the text it was made of. Raises NotFoundError where there was no damage."""
    question = asked()
    article = searcher().article(document_id)
    if article.raw is None:
        raise NotFoundError("这篇文档没有损坏，没有另存清理前的文本。")
    whole = f"{plain(article.title)}\n{body_of(article)}".lstrip("\n")
    return render_template(
        "document_original.html",
        question=question,
        article=article,
        groups=_grouped(against_original(whole, article.raw, article.removed)),
    )


@blueprint.get("/documents/<document_id>/compare/<other_id>")
def compare(document_id: str, other_id: str) -> str:
    """What differs between two documents with the same text; paragraphs in a row that do not differ are folded."""
    question = asked()
    found = searcher().copy_difference(document_id, other_id)
    groups = _folded(found.paragraphs)
    changed = any(piece.kind != SAME for paragraph in (found.title, *found.paragraphs) for piece in paragraph)
    return render_template("document_compare.html", question=question, found=found, groups=groups, same=not changed)


@blueprint.get("/documents/<document_id>/cite")
def cite(document_id: str) -> Response:
    """The reference to a document as a file."""
    return citations.download(searcher().article(document_id), request.args.get(FORMAT, "ris"))


def removed_by_reason(removed: Sequence[dict[str, Any]], cited: Collection[int]) -> list[Lines]:
    """The removed lines, grouped by the reason they were removed for, in the order of the page."""
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, line in enumerate(removed):
        groups[str(line.get("reason") or "")].append((number, str(line.get("text") or "")))
    return [
        Lines(reason, tuple((f"r{n}", line) for n, line in lines), any(n in cited for n, _ in lines))
        for reason, lines in groups.items()
    ]


def _folded(paragraphs: Sequence[Paragraph]) -> list[tuple[bool, list[Paragraph]]]:
    """Paragraphs in order, each group with whether it is a long row of those that are the same in both texts."""
    groups = [list(group) for _, group in groupby(paragraphs, key=lambda parts: all(p.kind == SAME for p in parts))]
    return [(len(g) >= FOLDED and all(p.kind == SAME for p in g[0]), g) for g in groups]


def _grouped(lines: Sequence[Line]) -> list[tuple[bool, str, list[Line]]]:
    """Lines that were removed one after the other for one reason together; the lines that stayed likewise."""
    groups = groupby(lines, key=lambda line: (line.gone, line.reason))
    return [(gone, reason, list(members)) for (gone, reason), members in groups]


def _ways(question: Question, article: Article) -> Ways | None:
    """The ways to the neighbours; None when the page was not opened from a list."""
    if not question.to_params():
        return None
    found = searcher().neighbours(question, article)
    if found is None:
        return None
    return Ways(found.position, found.total, _way(question, found, -1), _way(question, found, 1))


def _way(question: Question, found: Neighbours, step: int) -> Way | None:
    hit = found.previous if step < 0 else found.next
    if hit is None:
        return None
    there = question.change(page=(found.position + step - 1) // question.size + 1)
    return Way(plain(hit.title), address("documents.document", there, document_id=hit.id))
