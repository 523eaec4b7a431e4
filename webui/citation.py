"""A document as one line of a bibliography after GB/T 7714-2015."""

from __future__ import annotations

import datetime as dt
from typing import Any

from webui.filters import web_address

# GB/T 7714-2015, annex B: electronic document online; other material without an address.
ONLINE, OTHER = "EB/OL", "Z"
_LENGTHS = {"year": 4, "month": 7}  # characters of an ISO date that are known


def citation(title: str, facts: dict[str, Any], today: dt.date) -> str:
    """Author, title, kind of medium, date of publication, date of access, address; what is unknown is left out."""
    author = facts.get("outlet") or facts.get("site")
    url = web_address(facts.get("url"))
    published = str(facts.get("published") or "")[: _LENGTHS.get(str(facts.get("published_precision")), 10)]
    parts = [f"{author}. " if author else "", f"{title}[{ONLINE if url else OTHER}]."]
    if published:
        parts.append(f" ({published})" if url else f" {published}.")
    if url:
        parts.append(f"[{today.isoformat()}]. {url}.")
    return "".join(parts)
