"""A document: what the indexer makes of a page and what the search side reads back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from typing import Any

from mappings.keywords import keywords
from mappings.sentences import marked_sentences
from mappings.terms import contract_version, cut, fold

KINDS = ("新闻", "政策", "讲话", "报告", "公告", "其他")
PARAGRAPH_BREAK = "\n"
TERMS_LENGTH = 500_000  # characters that ranking and 同句, 同段, 近N see; exact search sees all of a text


@dataclass(frozen=True)
class Evidence:
    """Why a fact is believed: the words it was read from, where they stand, and the rule that read them.

    `where` is one of title, body, head (lines removed above the text), foot (lines removed below it), meta, url, path,
    input (a field of the JSONL or CSV line).
    """

    fact: str  # the field of the document this speaks for: published, region, park, industry, slogan, kind, outlet ...
    value: str  # the value that was read
    text: str  # the words it was read from
    where: str
    rule: str  # a short English name of the rule, the same in docs/fields.md


@dataclass(frozen=True)
class Removed:
    """A line that was taken out of the page, and why (menu, breadcrumb, source line, share, footer ...)."""

    text: str
    reason: str


@dataclass(frozen=True)
class Attachment:
    """A file that the page offers for download: its name as the page gives it, and its address as written there."""

    name: str
    url: str


@dataclass(frozen=True)
class Image:
    """A picture of the text: its caption ("" when it has none) and its address as written in the page."""

    caption: str
    url: str


@dataclass(frozen=True)
class Repair:
    """A damaged spot: the characters found, what they became, how sure (the gap between best and second reading)."""

    before: str
    after: str
    certainty: float | None = None
    accepted: bool = True
    note: str | None = None  # what is to be known of it, in words


@dataclass(frozen=True)
class Document:
    """All fields of DESIGN section 5. A fact that was not found is None or an empty tuple.

    `body` is the cleaned text as the page has it (repaired where it was damaged), paragraphs separated by \\n.
    """

    id: str
    path: str
    title: str | None
    body: str
    url: str | None = None
    site: str | None = None
    outlet: str | None = None
    author: str | None = None  # the department or person that wrote the text
    published: dt.date | None = None
    published_precision: str | None = None
    region: tuple[str, ...] = ()
    region_code: tuple[str, ...] = ()
    park: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    slogan: tuple[str, ...] = ()
    kind: str | None = None
    document_number: str | None = None
    group: str | None = None
    content_hash: str = ""
    evidence: tuple[Evidence, ...] = ()
    repairs: tuple[Repair, ...] = ()
    removed: tuple[Removed, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    images: tuple[Image, ...] = ()
    raw: str | None = field(default=None, repr=False)  # the decoded page text where it differs from the cleaned one

    @property
    def year(self) -> int | None:
        """Year of publication."""
        return self.published.year if self.published else None

    def with_facts(self, **facts: Any) -> Document:
        """A copy with some fields set."""
        return replace(self, **facts)

    def as_json(self) -> dict[str, Any]:
        """The object that `parknews inspect --json` prints: plain JSON values, dates in ISO form."""
        value = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "raw"}
        for name in ("evidence", "repairs", "removed", "attachments", "images"):
            value[name] = [dict(vars(entry)) for entry in value[name]]
        value["published"] = self.published.isoformat() if self.published else None
        value["year"] = self.year
        return value

    def as_source(self, indexed_at: dt.datetime) -> dict[str, Any]:
        """The `_source` to index: title and body folded for search, the original kept in `display` where it differs."""
        title, body = fold(self.title or ""), fold(self.body)
        title_words, body_words = cut(self.title or ""), cut(self.body[:TERMS_LENGTH])
        source = {k: v for k, v in self.as_json().items() if v not in (None, "", [], ())}
        source |= {
            "title": title,
            "body": body,
            "group": self.group or self.id,
            "title_terms": " ".join(title_words),
            "body_terms": " ".join(body_words),
            "keywords": keywords(title_words + body_words),
            "sentences": marked_sentences(title, body[:TERMS_LENGTH]),
            "indexed_at": indexed_at.isoformat(),
            "added_at": indexed_at.isoformat(),  # the indexer puts the first time here where there was one
            "contract_version": contract_version(),
        }
        display = {k: v for k, v in (("title", self.title or ""), ("body", self.body)) if v != source[k]}
        if display:
            source["display"] = display
        if self.raw is not None and self.raw != self.body:
            source["raw"] = {"text": self.raw}
        return source
