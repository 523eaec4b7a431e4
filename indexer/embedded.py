"""Pages whose text comes in JSON or a script variable: find the longest string of Chinese prose in the scripts."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.clean import PageLines, lines_of_html

SHOWN_ENOUGH = 150  # characters of running text from which the page itself has the text
LEAST = 120  # Han characters that make a script's string a text
_SCRIPT_OPENS = re.compile(r"<script\b[^<>]*>", re.IGNORECASE)
_SCRIPT_CLOSES = re.compile(r"</script>", re.IGNORECASE)
# A JSON string; possessive repetition keeps long scripts linear.
_STRING = re.compile(r'(?<!\\)"((?:[^"\\\n]|\\.){200,}+)"|(?<!\\)\'((?:[^\'\\\n]|\\.){200,}+)\'')
_TITLE = re.compile(r'"?(?:title|headline|articleTitle)"?\s*[:=]\s*"((?:[^"\\\n]|\\.){4,200})"')
_HAN = re.compile(r"[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}")
_ESCAPED_QUOTE = re.compile(r"\\'")


def embedded_page(text: str, shown: PageLines) -> PageLines | None:
    """The page with the lines of the script's text, when the page itself shows (nearly) none; else None."""
    if sum(len(line.text) for line in shown.lines if line.is_content) >= SHOWN_ENOUGH or "<script" not in text.lower():
        return None
    best = ""
    for script in _scripts(text):
        for match in _STRING.finditer(script):
            value = match[1] or match[2]
            if len(_HAN.findall(value)) > max(LEAST, len(_HAN.findall(best))):
                best = value
    if not best:
        return None
    inner = lines_of_html(f"<html><body>{_plain(best)}</body></html>")
    if not inner.lines:
        return None
    title = _TITLE.search(text)
    declared = shown.title or (entities.unescape(_plain(title[1])) if title else None)
    meta = _facts(text) | dict(shown.meta)
    return replace(inner, title=declared, meta=meta, start=0, end=len(inner.lines), has_video=shown.has_video)


def _scripts(text: str) -> Iterator[str]:
    """The contents of the page's scripts; one pass, however many are left open."""
    end = 0
    while (opened := _SCRIPT_OPENS.search(text, end)) and (closed := _SCRIPT_CLOSES.search(text, opened.end())):
        yield text[opened.end() : closed.start()]
        end = closed.end()


# Keys of the article's own facts, as the script writes them, and the meta names they stand for.
_SOURCE_KEYS = "source|mediaName|media_name|sourceName|nickname|origin"
_TIME_KEYS = "publishTime|publish_time|pubTime|pubDate|releaseTime|createTime"
_FACTS = (
    ("contentsource", re.compile(rf'"(?:{_SOURCE_KEYS})"\s*:\s*"([^"\\]{{2,40}})"')),
    ("pubdate", re.compile(rf'"(?:{_TIME_KEYS})"\s*:\s*"([^"\\]{{8,30}})"')),
)


def _facts(text: str) -> dict[str, str]:
    return {name: match[1] for name, pattern in _FACTS if (match := pattern.search(text))}


def _plain(value: str) -> str:
    """The string a JSON or JavaScript literal stands for; line breaks become <br>, escaped tags become tags."""
    try:
        value = json.loads(f'"{_ESCAPED_QUOTE.sub(chr(39), value)}"', strict=False)
    except ValueError:
        value = value.replace("\\n", "\n").replace("\\/", "/")
    if "&lt;" in value:
        value = entities.unescape(value)
    return value.replace("\n", "<br>")
