"""A document as one line of a bibliography after GB/T 7714-2015."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

# GB/T 7714-2015, annex B: electronic document online; other material without an address.
ONLINE, OTHER = "EB/OL", "Z"
WEB = ("http", "https")
_LENGTHS = {"year": 4, "month": 7}  # characters of an ISO date that are known


def citation(title: str, facts: dict[str, Any], today: dt.date) -> str:
    """Author, title and document number, kind of medium, date of publication, date of access, address.

    `facts` has the fields of a document by name; what is unknown is left out.
    """
    author = facts.get("author") or facts.get("outlet") or facts.get("site")
    url = web_address(facts.get("url"))
    published = known_date(facts)
    number = facts.get("document_number")
    name = f"{title}: {number}" if number and number not in title else title
    parts = [f"{author}. " if author else "", f"{name}[{ONLINE if url else OTHER}]."]
    if published:
        parts.append(f" ({published})" if url else f" {published}.")
    if url:
        parts.append(f"[{today.isoformat()}]. {url}.")
    return "".join(parts)


def known_date(facts: dict[str, Any]) -> str:
    """The date of publication as far as it is known: 2023-09-05, 2023-09 or 2023; empty when unknown."""
    return str(facts.get("published") or "")[: _LENGTHS.get(str(facts.get("published_precision")), 10)]


def web_address(url: Any) -> str | None:
    """The address when a browser may follow it (http, https with a host), else None."""
    try:
        parts = urlsplit(str(url or ""))
    except ValueError:
        return None
    return str(url) if parts.scheme.lower() in WEB and parts.netloc else None
