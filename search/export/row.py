"""One exported document: a hit of Elasticsearch -> the values of the columns."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from mappings import strip_controls
from search.reader import read_hit
from search.run import Response

Row: TypeAlias = dict[str, Any]  # a value for each column: text, a number, a list of texts, or None

# Column -> the field it is read from.
FIELDS = {
    "id": "id",
    "title": "title",
    "published": "published",
    "precision": "published_precision",
    "year": "year",
    "region": "region",
    "region_code": "region_code",
    "park": "park",
    "industry": "industry",
    "slogan": "slogan",
    "kind": "kind",
    "outlet": "outlet",
    "author": "author",
    "site": "site",
    "document_number": "document_number",
    "url": "url",
    "path": "path",
    "body": "body",
}
LISTS = ("region", "region_code", "park", "industry", "slogan")
MATCHED, BODY = "matched", "body"
COLUMNS = (*FIELDS, MATCHED)
SEPARATOR = "|"  # between the values of a list in a table, as in the tables of the lexicon
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


def columns(with_body: bool) -> tuple[str, ...]:
    """The columns of an export."""
    return tuple(name for name in COLUMNS if with_body or name != BODY)


def source_fields(with_body: bool) -> list[str]:
    """The fields to fetch for them; titles and texts come as the page has them where they were folded."""
    fields = [field for field in FIELDS.values() if with_body or field != BODY]
    return [*fields, "display.title", *(["display.body"] if with_body else [])]


def read_row(found: Response, *, text: bool, with_body: bool) -> Row:
    """The values of one hit; `text` tells whether the query had words to match by."""
    source = found["_source"]
    row: Row = {name: source.get(field) for name, field in FIELDS.items() if with_body or name != BODY}
    for name in LISTS:
        value = row[name] if row[name] is not None else []
        row[name] = value if isinstance(value, list) else [value]
    row |= {name: shown for name, shown in source.get("display", {}).items() if name in row}
    row[MATCHED] = read_hit(found, text=text).matched
    return row


def cell(value: Any) -> str:
    """A value as the text of a table's cell."""
    return clean(SEPARATOR.join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value))


def clean(text: str, *, one_line: bool = False) -> str:
    """A text that every file can hold: without control characters and lone surrogates."""
    kept = _NOT_IN_XML.sub("", strip_controls(text))
    return _SPACES.sub(" ", kept).strip() if one_line else kept
