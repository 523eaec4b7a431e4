"""HTML without a tree: tags cut away, a line for each piece of text. The last resort for what no parser reads."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator

from indexer.clean.line import tidy

_SILENT_PART = re.compile(r"<(?:(?P<tag>script|style)\b|!--)", re.IGNORECASE)
_SILENT_END = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    None: re.compile("-->"),
}
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]{0,2000}>")


def flat_lines(source: str) -> list[str]:
    """The lines of a page that stand outside tags, scripts, styles and comments."""
    text = entities.unescape(_TAG.sub("\n", "\n".join(_shown_parts(source))))
    return [line for raw in text.split("\n") if (line := tidy(raw))]


def _shown_parts(source: str) -> Iterator[str]:
    """What stands outside scripts, styles and comments; one pass, however many are left open."""
    at = 0
    while opened := _SILENT_PART.search(source, at):
        yield source[at : opened.start()]
        closed = _SILENT_END[opened["tag"] and opened["tag"].lower()].search(source, opened.end())
        if closed is None:  # never closed: only the mark itself is no text
            yield source[opened.start() :].replace("<!--", "\n")
            return
        at = closed.end()
    yield source[at:]
