"""Pages whose text comes in JSON or a script variable: find the longest string of Chinese prose in the scripts."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from indexer.clean import PageLines, lines_of_html

SHOWN_ENOUGH = 150  # characters of running text from which the page itself has the text
LEAST = 120  # Han characters that make a script's string a text
_SCRIPT_OPENS = re.compile(r"<script\b[^<>]*>", re.IGNORECASE)
_SCRIPT_CLOSES = re.compile(r"</script>", re.IGNORECASE)
# A JSON string; possessive repetition keeps long scripts linear.
_STRING = re.compile(r'(?<!\\)"((?:[^"\\\n]|\\.){200,}+)"|(?<!\\)\'((?:[^\'\\\n]|\\.){200,}+)\'')
_TITLE = re.compile(r'"?(?:title|headline|articleTitle)"?\s*[:=]\s*"((?:[^"\\\n]|\\.){4,200})"')
_HAN = re.compile(r"[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}")
# Where a script's JSON begins: behind = or (, at its start, or in a JSON.parse string's place.
_ASSIGNED = re.compile(r"(?:^\s*|[=(]\s*)(?=[\[{]\s*[\"\[{])", re.MULTILINE)
TITLE_KEYS = ("title", "headline", "articleTitle")
PARAGRAPH_HAN = 6  # Han characters of an item of a list that can be a paragraph
_ESCAPED_QUOTE = re.compile(r"\\'")


def embedded_page(text: str, shown: PageLines) -> PageLines | None:
    """The page with the lines of the script's text, when the page itself shows (nearly) none; else None."""
    if sum(len(line.text) for line in shown.lines if line.is_content) >= SHOWN_ENOUGH or "<script" not in text.lower():
        return None
    found = max((_longest(script) for script in _scripts(text)), key=lambda t: t.han, default=None)
    if found is None or found.han < LEAST:
        return None
    inner = lines_of_html(f"<html><body>{found.markup}</body></html>")
    if not inner.lines:
        return None
    title = _TITLE.search(text)
    declared = found.title or shown.title or (entities.unescape(_plain(title[1])) if title else None)
    meta = _facts(text) | dict(shown.meta)
    return replace(inner, title=declared, meta=meta, start=0, end=len(inner.lines), has_video=shown.has_video)


@dataclass(frozen=True)
class _Found:
    """A text in a script: its markup, how many Han characters it has, and the title that stands beside it."""

    markup: str = ""
    han: int = 0
    title: str | None = None


def _longest(script: str) -> _Found:
    """The longest text of a script: in its JSON, a list of paragraphs counts as one text; elsewhere, in its strings."""
    best = _Found()
    for value in _values(script):
        for found in _texts(value):
            best = max(best, found, key=lambda f: f.han)
    if best.han >= LEAST:
        return best
    for match in _STRING.finditer(script):
        value = match[1] or match[2]
        if len(_HAN.findall(value)) > best.han:
            best = _Found(_plain(value), len(_HAN.findall(value)))
    return best


def _values(script: str) -> Iterator[Any]:
    """The JSON values that a script assigns or consists of."""
    decoder, end = json.JSONDecoder(strict=False), 0
    while match := _ASSIGNED.search(script, end):
        try:
            value, end = decoder.raw_decode(script, match.end())
            yield value
        except (ValueError, RecursionError):
            end = match.end()


def _texts(root: Any) -> Iterator[_Found]:
    """Every string and every list of paragraphs in a JSON value, with the title of the nearest object around it."""
    stack: list[tuple[Any, str | None]] = [(root, None)]
    while stack:
        value, title = stack.pop()
        if isinstance(value, dict):
            own = next((value[k] for k in TITLE_KEYS if isinstance(value.get(k), str) and len(value[k]) >= 4), title)
            stack += [(child, own) for child in value.values()]
        elif isinstance(value, list):
            stack += [(child, title) for child in value]
            parts = [part for child in value if (part := _paragraph(child))]
            if len(parts) > 1 and sum("。" in part for part in parts) > 1:
                yield _found("<br>".join(parts), title)
        elif isinstance(value, str) and "。" in value:
            yield _found(_unescaped(value), title)


def _paragraph(item: Any) -> str | None:
    """The text of a list's item: a string, or the longest string of an object."""
    if isinstance(item, dict):
        item = max((v for v in _leaves(item) if isinstance(v, str)), key=len, default=None)
    return _unescaped(item) if isinstance(item, str) and len(_HAN.findall(item)) >= PARAGRAPH_HAN else None


def _leaves(value: Any) -> Iterator[Any]:
    stack = [value]
    while stack:
        top = stack.pop()
        if isinstance(top, dict | list):
            stack += list(top.values() if isinstance(top, dict) else top)
        else:
            yield top


def _found(markup: str, title: str | None) -> _Found:
    return _Found(markup, len(_HAN.findall(markup)), title)


def _scripts(text: str) -> Iterator[str]:
    """The contents of the page's scripts; one pass, however many are left open."""
    end = 0
    while (opened := _SCRIPT_OPENS.search(text, end)) and (closed := _SCRIPT_CLOSES.search(text, opened.end())):
        yield text[opened.end() : closed.start()]
        end = closed.end()


# Keys of the article's own facts, as the script writes them, and the meta names they stand for.
_SOURCE_KEYS = "source|mediaName|media_name|sourceName|nickname|origin"
_TIME_KEYS = (
    "publishTime|publish_time|publishDate|publish_date|publishedAt|pubTime|pubtime|pubDate|releaseTime|release_time"
    "|createTime|create_time|ptime|ctime"
)
_FACTS = (
    ("contentsource", re.compile(rf'"(?:{_SOURCE_KEYS})"\s*:\s*"([^"\\]{{2,40}})"')),
    ("pubdate", re.compile(rf'"(?:{_TIME_KEYS})"\s*:\s*"(\d[^"\\]{{7,29}})"')),
)


def _facts(text: str) -> dict[str, str]:
    return {name: match[1] for name, pattern in _FACTS if (match := pattern.search(text))}


def _plain(value: str) -> str:
    """The string a JSON or JavaScript literal stands for; line breaks become <br>, escaped tags become tags."""
    try:
        value = json.loads(f'"{_ESCAPED_QUOTE.sub(chr(39), value)}"', strict=False)
    except ValueError:
        value = value.replace("\\n", "\n").replace("\\/", "/")
    return _unescaped(value)


def _unescaped(value: str) -> str:
    if "&lt;" in value:
        value = entities.unescape(value)
    return value.replace("\n", "<br>")
