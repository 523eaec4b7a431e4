"""The base of a figure: all documents under the same filters, words aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.fields import BY_KEY
from search.query import parse
from search.question import DEFAULT_SIZE, EXCLUSIONS, FACETS, MATCHES, SORTS, Question
from search.tree import EMPTY, Any, Field, Node, Not, join_all, to_text, units

ALL_DOCUMENTS = "全部文档"
SECTOR = "行业大类"
LABELS = {name: BY_KEY[name].label if name in BY_KEY else SECTOR for name in FACETS}


@dataclass(frozen=True)
class Base:
    """What a figure is measured against: the filters in words, their documents, and the question that finds them."""

    words: str
    documents: int
    question: Question


def base_question(question: Question) -> Question:
    """The question for the documents under the same filters: without words, the query's fields kept.

    Raises QueryError.
    """
    # What is named here belongs to the words or to the page; all else limits the documents.
    return replace(
        question,
        query=to_text(filters_only(parse(question.query).tree)),
        match=MATCHES[0],
        without=(),
        expand=True,
        sort=SORTS[0],
        page=1,
        size=DEFAULT_SIZE,
    )


def filters_only(tree: Node) -> Node:
    """What of a tree filters and holds no words: values of fields, chosen or excluded, that stand by themselves."""
    kept = [part for part in units(tree) if _is_filter(part)]
    return join_all(kept) if kept else EMPTY


def in_words(question: Question) -> str:
    """The filters of a question as people say them: 地区：甘肃省；年份：2020-2023；不含类型：新闻."""
    return "；".join(_said(question)) or ALL_DOCUMENTS


def _is_filter(node: Node) -> bool:
    match node:
        case Field(key):
            return BY_KEY[key].kind != "text"
        case Not(inner):
            return _is_filter(inner)
        case Any(nodes):
            return all(_is_filter(n) for n in nodes)
        case _:
            return False


def _said(question: Question) -> Iterator[str]:
    for name in FACETS:
        own = [f"{path}（仅本级）" for path in question.own] if name == "region" else []
        if values := [*getattr(question, name), *own]:
            yield f"{LABELS[name]}：{'、'.join(values)}"
    for name, parameter in EXCLUSIONS.items():
        if values := getattr(question, parameter):
            yield f"不含{LABELS[name]}：{'、'.join(values)}"
    if question.date_from or question.date_to:
        yield f"日期：{_dates(question.date_from, question.date_to)}"
    if question.added:
        yield f"{question.added} 之后入库"
    if query := to_text(filters_only(parse(question.query).tree)):
        yield query


def _dates(first: str, last: str) -> str:
    if first and last:
        return first if first == last else f"{first} 至 {last}"
    return f"{first} 起" if first else f"至 {last}"
