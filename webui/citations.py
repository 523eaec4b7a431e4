"""A document for reference managers: what its page says of it to machines, and files with its reference."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response, current_app
from flask_babel import gettext as _

from search.answer import Article
from search.as_json import plain
from search.citation import known_date, web_address
from search.export.single import WRITERS, Reference, reference
from webui.corpus import SETTINGS

# Names of item types of Zotero, which DC.type and COinS may hold; anything else is a web page or a document.
ITEM_TYPES = {"新闻": "newspaperArticle", "政策": "report", "公告": "report", "报告": "report"}
ONLINE, OTHER = "webpage", "document"
REPORT = "report"
LANGUAGE = "zh-CN"
COINS = (("url_ver", "Z39.88-2004"), ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"))


def references(article: Article) -> dict[str, Reference]:
    """The reference to a document in every format, by the name of the format."""
    return {name: _reference(article, name) for name in WRITERS}


def download(article: Article, file_format: str) -> Response:
    """The reference to a document as a file. Raises UserError for an unknown format."""
    made = _reference(article, file_format)
    response = Response(made.text, content_type=made.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=made.file_name)
    return response


def meta_tags(article: Article) -> list[tuple[str, str]]:
    """Names and contents of the page's meta elements: those of Highwire Press, and Dublin Core."""
    facts, title, author = article.facts, _title(article), _author(article.facts)
    date, url = known_date(facts), web_address(facts.get("url")) or ""
    tags = [
        ("citation_title", title),
        ("citation_author", author),
        ("citation_publication_date", date.replace("-", "/")),
        ("citation_publisher", _publisher(facts)),
        ("citation_language", LANGUAGE),
        ("citation_public_url", url),
        *_report(facts),
        ("DC.title", title),
        ("DC.creator", author),
        ("DC.date", date),
        ("DC.publisher", _publisher(facts)),
        ("DC.identifier", url),
        ("DC.language", LANGUAGE),
        ("DC.type", item_type(facts)),
        *(("DC.subject", word) for word in _subjects(facts)),
    ]
    return [(name, content) for name, content in tags if content]


def coins(article: Article) -> str:
    """The ContextObject (OpenURL) for the title of a span of the class Z3988."""
    facts = article.facts
    pairs = [
        *COINS,
        ("rft.type", item_type(facts)),
        ("rft.title", _title(article)),
        ("rft.au", _author(facts)),
        ("rft.source", _publisher(facts)),
        ("rft.date", known_date(facts)),
        ("rft.identifier", web_address(facts.get("url")) or ""),
        ("rft.language", LANGUAGE),
        *(("rft.subject", word) for word in _subjects(facts)),
    ]
    return urlencode([(name, value) for name, value in pairs if value], quote_via=quote)


def item_type(facts: dict[str, Any]) -> str:
    """What a document is to a reference manager: an item type of Zotero."""
    online = ONLINE if web_address(facts.get("url")) else OTHER
    return ITEM_TYPES.get(str(facts.get("kind") or ""), online)


def _reference(article: Article, file_format: str) -> Reference:
    collection = current_app.extensions[SETTINGS].collection
    return reference(article, file_format, collection, dt.datetime.now().astimezone())


def _title(article: Article) -> str:
    return plain(article.title) or _("（无标题）")


def _author(facts: dict[str, Any]) -> str:
    return str(facts.get("author") or facts.get("outlet") or facts.get("site") or "")


def _publisher(facts: dict[str, Any]) -> str:
    return str(facts.get("outlet") or facts.get("site") or "")


def _report(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """For a report and what counts as one: who issued it under which number."""
    if item_type(facts) == REPORT:
        yield "citation_technical_report_institution", _publisher(facts)
        yield "citation_technical_report_number", str(facts.get("document_number") or "")


def _subjects(facts: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for name in ("park", "industry", "slogan"):
        value = facts.get(name) or ()
        found += [value] if isinstance(value, str) else value
    return found
