"""Pages whose text comes in JSON or a script variable: find the longest string of Chinese prose in the scripts."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any
from urllib.parse import unquote

from indexer.clean import PageLines, lines_of_html
from indexer.clean.heading import squeeze
from indexer.clean.sitename import is_site

SHOWN_ENOUGH = 150  # characters of running text from which the page itself has the text
LEAST = 120  # Han characters that make a script's string a text
SHORT = 24  # the same for a string that its key calls the text
_HOLDS = re.compile("<script|<textarea", re.IGNORECASE)
_FIELD = re.compile(r"<textarea\b[^<>]*>([^<>]{60,}+)</textarea>", re.IGNORECASE)
_SCRIPT_OPENS = re.compile(r"<script\b[^<>]*>", re.IGNORECASE)
_SCRIPT_CLOSES = re.compile(r"</script>", re.IGNORECASE)
# A JSON string; possessive repetition keeps long scripts linear.
_STRING = re.compile(r'(?<!\\)"((?:[^"\\\n]|\\.){30,}+)"|(?<!\\)\'((?:[^\'\\\n]|\\.){30,}+)\'')
_PERCENT = re.compile(r"[\"']((?:%[0-9A-Fa-f]{2}|[\w.~!*()/+-]){90,}+)[\"']")
_TITLE = re.compile(
    r"""\b(?:\w{0,12}title|headline)["']?\s*[:=]\s*(?:"((?:[^"\\\n]|\\.){4,200})"|'((?:[^'\\\n]|\\.){4,200})')""",
    re.IGNORECASE,
)
# What scripts call the text of an article, and the words before such a string.
_TEXT_KEY = re.compile(
    r"^(?:article|news|detail|main|html|post|rich|info|doc|zw|str|inner)?_?(?:content|body|text|detail|html|zhengwen|neirong|nr)s?_?(?:html|text|str)?$",
    re.IGNORECASE,
)
_KEY_BEFORE = re.compile(
    r"([\w$]{2,40})[\"']?\s*[:=]\s*(?:(?:decodeURIComponent|decodeURI|unescape|JSON\.parse)\(\s*)?$"
)
KEY_REACH = 48  # characters before a string among which its key stands
_HAN = re.compile(r"[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}|%[Ee][4-9](?:%[89ABab][0-9A-Fa-f]){2}")
# Where a script's JSON begins: behind = or (, at its start, or in a JSON.parse string's place.
_ASSIGNED = re.compile(r"(?:^\s*|[=(]\s*)(?=[\[{]\s*[\"\[{])", re.MULTILINE)
TITLE_KEYS = ("title", "headline", "articleTitle", "newsTitle", "docTitle", "contentTitle", "subject", "header")
LONGEST_TITLE = 120  # characters
TITLE_HAN = 6  # Han characters of a title
TITLES_READ = 50  # of a page's scripts
PARAGRAPH_HAN = 6  # Han characters of an item of a list that can be a paragraph
_ESCAPED_QUOTE = re.compile(r"\\'")


def embedded_page(text: str, shown: PageLines) -> PageLines | None:
    """The page with the lines of the script's text, when the page itself shows (nearly) none; else None."""
    own = sum(len(line.text) for line in shown.lines if line.is_content)
    if own >= SHOWN_ENOUGH or not _HOLDS.search(text):
        return None
    places = chain((_longest(script) for script in _scripts(text)), _fields(text))
    found = max(places, key=lambda t: t.han, default=_Found())
    if not found.is_text or (own and found.han < LEAST):
        return None
    inner = lines_of_html(f"<html><body>{found.markup}</body></html>")
    if not inner.lines:
        return None
    declared = found.title or _declared(text, shown.title)
    meta = _facts(text) | dict(shown.meta)
    return replace(inner, title=declared, meta=meta, start=0, end=len(inner.lines), has_video=shown.has_video)


def _fields(text: str) -> Iterator[_Found]:
    """Texts that wait in a field of a form, their tags escaped, until a script shows them."""
    for match in _FIELD.finditer(text):
        if "&lt;" in match[1]:
            yield _found(_unescaped(match[1]), None, "content")


def _declared(text: str, element: str | None) -> str | None:
    """The title element, unless it only names the site; else the first title in the scripts that can be one."""
    if element and not is_site(squeeze(element)) and len(_HAN.findall(element)) >= TITLE_HAN:
        return element
    titles = (entities.unescape(_plain(m[1] or m[2])).strip('" ') for m in islice(_TITLE.finditer(text), TITLES_READ))
    return next((title for title in titles if len(_HAN.findall(title)) >= TITLE_HAN), None) or element


@dataclass(frozen=True)
class _Found:
    """A text in a script: its markup, its Han characters, the title beside it, and the key it stands under."""

    markup: str = ""
    han: int = 0
    title: str | None = None
    key: str = ""

    @property
    def is_text(self) -> bool:
        """Long enough; a short one must be called the text and hold a sentence."""
        return self.han >= LEAST or (self.han >= SHORT and "。" in self.markup and bool(_TEXT_KEY.match(self.key)))


def _longest(script: str) -> _Found:
    """The longest text of a script: in its JSON, a list of paragraphs counts as one text; elsewhere, in its strings."""
    texts = (found for value in _values(script) for found in _texts(value) if found.is_text)
    best = max(texts, key=lambda f: (f.han, f.title is not None), default=None)
    return best or max(_strings(script), key=lambda f: f.han, default=_Found())


def _strings(script: str) -> Iterator[_Found]:
    """The texts among the strings of a script."""
    for match in _STRING.finditer(script):
        value = match[1] or match[2]
        han = len(_HAN.findall(value))
        if han >= SHORT:
            before = _KEY_BEFORE.search(script, max(0, match.start() - KEY_REACH), match.start())
            key = before[1] if before else ""
            texts = list(_inner_texts(plain := _plain(value))) or [_Found(plain, han, None, key)]
            yield from (found for found in texts if found.is_text)
    for match in _PERCENT.finditer(script) if "%E" in script else ():
        yield _found(_plain(match[1]), None, "content")


def _inner_texts(value: str) -> Iterator[_Found]:
    """The texts of a string that is JSON itself."""
    root = _parsed(value)
    return _texts(root) if root is not None else iter(())


def _parsed(value: str) -> Any:
    """The object or list that a string of JSON stands for; None for other strings."""
    if value[:1] not in ("{", "[") or '"' not in value:
        return None
    try:
        return json.loads(value, strict=False)
    except (ValueError, RecursionError):
        return None


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
    stack: list[tuple[Any, str | None, str]] = [(root, None, "")]
    while stack:
        value, title, key = stack.pop()
        if isinstance(value, dict):
            value = _revived(value, root)
            named = (k for k in value if k not in TITLE_KEYS and k[-5:].lower() == "title")
            own = next((found for k in (*TITLE_KEYS, *named) if (found := _title_of(value.get(k)))), title)
            stack += [(child, own, str(name)) for name, child in value.items()]
        elif isinstance(value, list):
            stack += [(child, title, "") for child in value]
            parts = [part for child in value if (part := _paragraph(child))]
            if len(parts) > 1 and sum("。" in part for part in parts) > 1:
                yield _found("<br>".join(parts), title, key)
        elif isinstance(value, str) and (inner := _parsed(value)) is not None:
            stack.append((inner, title, key))
        elif isinstance(value, str) and "。" in (value := _decoded(value)):
            yield _found(_unescaped(value), title, key)


def _revived(value: dict[str, Any], root: Any) -> dict[str, Any]:
    """An object whose values are places in one flat list (Nuxt 3), with the strings that stand there."""
    if not isinstance(root, list) or not all(type(place) is int for place in value.values()):
        return value
    there = {name: root[place] for name, place in value.items() if 0 <= place < len(root)}
    return {name: found for name, found in there.items() if isinstance(found, str)} or value


def _title_of(value: Any) -> str | None:
    return value if isinstance(value, str) and 4 <= len(value) <= LONGEST_TITLE and _HAN.search(value) else None


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


def _found(markup: str, title: str | None, key: str) -> _Found:
    return _Found(markup, len(_HAN.findall(markup)), title, key)


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
    return _unescaped(_decoded(value))


def _decoded(value: str) -> str:
    """A string that encodeURIComponent made of its text."""
    return unquote(value) if "%E" in value or "%e" in value else value


def _unescaped(value: str) -> str:
    if "&lt;" in value:
        value = entities.unescape(value)
    return value.replace("\n", "<br>")
