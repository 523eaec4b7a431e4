"""One document as a reference: RIS, BibTeX, or a line after GB/T 7714-2015."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from engine import UserError
from search.answer import Article
from search.as_json import plain
from search.export.about import About
from search.export.formats import FORMATS
from search.export.references import bibtex_entry, gbt7714_line, ris_record
from search.export.row import FIELDS, LISTS, Row
from search.question import Question

WRITERS = {"gbt7714": gbt7714_line, "bibtex": bibtex_entry, "ris": ris_record}


@dataclass(frozen=True)
class Reference:
    """A document as a reference: its text, and what a file with it is called."""

    text: str
    media_type: str
    file_name: str


def reference(article: Article, file_format: str, collection: str, now: dt.datetime) -> Reference:
    """The reference to a document seen in a collection at this time. Raises UserError for an unknown format."""
    if file_format not in WRITERS:
        raise UserError(
            "没有“%(name)s”这种引用格式：可以是 %(choices)s。", name=file_format[:30], choices=tuple(WRITERS)
        )
    about = About(Question(), collection, "", "", now, documents=1, collection_size=1)
    known = FORMATS[file_format]
    text = WRITERS[file_format](_row(article), about)
    return Reference(text, known.media_type, f"parknews-{article.id}.{known.suffix}")


def _row(article: Article) -> Row:
    row: Row = {name: article.facts.get(field) for name, field in FIELDS.items()}
    for name in LISTS:
        value = row[name] or []
        row[name] = value if isinstance(value, list) else [value]
    return row | {"id": article.id, "title": plain(article.title), "author": article.facts.get("author")}
