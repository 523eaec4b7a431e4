"""Words in context, copies of a text and what differs between them, as plain JSON values."""

from __future__ import annotations

import datetime as dt
from typing import Any

from search.as_json import expansion_json
from search.concordance import Concordance, Line
from search.copies import Copies, Copy
from search.difference import Difference, Piece


def concordance_json(found: Concordance) -> dict[str, Any]:
    """A page of lines, and the counts of all of them."""
    return {
        "occurrences": found.occurrences,
        "documents": found.documents,
        "matched": found.matched,
        "complete": found.complete,
        "page": found.page,
        "pages": found.pages,
        "notes": list(found.notes),
        "expansions": [expansion_json(e) for e in found.expansions],
        "lines": [_line(line) for line in found.lines],
    }


def copies_json(found: Copies) -> dict[str, Any]:
    """The documents with one text, the earliest first."""
    return {"documents": found.documents, "copies": [_copy(copy) for copy in found.copies]}


def difference_json(found: Difference) -> dict[str, Any]:
    """Two documents side by side; a piece is in both, or only in one of them."""
    return {
        "one": _copy(found.one),
        "other": _copy(found.other),
        "shared": found.shared,
        "title": [_piece(piece) for piece in found.title],
        "paragraphs": [[_piece(piece) for piece in paragraph] for paragraph in found.paragraphs],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "title": line.title,
        "where": line.where,
        "left": line.left,
        "hit": line.hit,
        "right": line.right,
        "published": _date(line.published),
        "published_precision": line.published_precision,
        "place": line.place,
        "outlet": line.outlet,
        "hit_number": line.hit_number,
    }


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "id": copy.id,
        "title": copy.title,
        "published": _date(copy.published),
        "published_precision": copy.published_precision,
        "outlet": copy.outlet,
        "site": copy.site,
        "place": copy.place,
        "url": copy.url,
        "path": copy.path,
    }


def _piece(piece: Piece) -> dict[str, str]:
    return {"text": piece.text, "kind": piece.kind}


def _date(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
