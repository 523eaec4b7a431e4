"""Bare texts with a title to place, and the place that one is about."""

from __future__ import annotations

import datetime as dt

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2026, 1, 1)


def document(title: str, *lines: str, url: str | None = None) -> Document:
    """The document of a text, as of TODAY."""
    made = process(RawPage("\n".join(lines), "page", url, "text", Hints(title=title)), TODAY)
    assert isinstance(made, Document), made
    return made


def main_place(title: str, *lines: str, url: str | None = None) -> str:
    """The path of the main subject, "" for none."""
    found = ""
    for path in document(title, *lines, url=url).region:
        if found and not path.startswith(f"{found}/"):
            break
        found = path
    return found
