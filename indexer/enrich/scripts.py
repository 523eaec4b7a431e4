"""The time of an article in the page's scripts: variables, JSON, the state of Next, Nuxt and their kin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from indexer.enrich.dates import Dated, DateRead
from indexer.enrich.page_view import PageView

SCRIPT_TIME = "time in the page's script"  # the name of the rule
BESIDE = 3000  # characters of a script around the page's title in which the article's own facts stand

# Names under which scripts keep the time of the article: seconds or milliseconds since 1970, or a date.
_KEYS = (
    r"(?:ori_?|first_?|news_?|article_?|msg_?)?(?:publish|pub|release|create|post|add|input|issue|show|display)(?:ed)?_?"
    r"(?:time|date|at)(?:_?str)?|p_?time|c_?time|ct|(?:article|news)_?(?:time|date)|date_?(?:published|created)|fbsj|fbrq"
)
_QUOTE = r"(?:\\?[\"']|&quot;)?"
_VALUE = re.compile(r"1\d{9}(?:\d{3})?(?!\d)|[12][09]\d\d(?:[-/年.]\d{1,2}[-/月.]\d{1,2}|\d{4}(?!\d))")
# What stands before the value: its key; or, under the plain name of time, the source beside it.
_NAMED = re.compile(
    rf"(?<![\w\-])(?:{_KEYS}|(?:source|media_?name){_QUOTE}\s*:\s*{_QUOTE}[^\"'\\]{{2,40}}{_QUOTE}\s*,\s*{_QUOTE}time)"
    rf"{_QUOTE}\s*[=:]\s*(?:new\s+Date\(|\w+\()?\s*{_QUOTE}$",
    re.IGNORECASE,
)
BEFORE = 90  # characters in front of a value in which its key stands
_SCRIPT = re.compile(r"<script\b(?P<about>[^>]{0,500})>(?P<code>.*?)</script>", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"\s*%7B")  # a state quoted as in an address
_FLAT_STATE = re.compile(r"__NUXT_DATA__|application/json", re.IGNORECASE)
_KEY = re.compile(_KEYS, re.IGNORECASE)
TITLE_KEYS = ("title", "headline", "articleTitle", "name")


def script_dates(view: PageView) -> Iterator[Dated]:
    """Times in scripts: one that is alone, or the one nearest to the page's title in a script that holds many."""
    html = view.page.html or ""
    # Only as far as scripts are closed: searching for the ends of thousands of open ones would take quadratic time.
    for script in _SCRIPT.finditer(html, 0, view.markup.rfind("</script>") + len("</script>")):
        code = script["code"]
        if _QUOTED.match(code):
            code = unquote(code)
        times = list(_named_times(code, view))
        if not times and _FLAT_STATE.search(script["about"]):
            times = _in_flat_state(code, view)
        for _, text, read in _own(times, code, view.page.title or ""):
            yield Dated(read.date, read.precision, text[:60], "meta", SCRIPT_TIME)


def _named_times(code: str, view: PageView) -> Iterator[tuple[int, str, DateRead]]:
    """Place, words and date of every value whose key says time."""
    for value in _VALUE.finditer(code):
        key = _NAMED.search(code, max(0, value.start() - BEFORE), value.start())
        if key and (read := view.read(value[0])):
            yield key.start(), f"{key[0]}{value[0]}", read


def _own(times: list[tuple[int, str, DateRead]], code: str, title: str) -> list[tuple[int, str, DateRead]]:
    """The time of the article itself: the only day, or the one nearest to its title."""
    if len({read.date for _, _, read in times}) < 2:
        return times[:1]
    at = _title_in(code, title)
    near = [] if at is None else [time for time in times if abs(time[0] - at) < BESIDE]
    return sorted(near, key=lambda time: abs(time[0] - (at or 0)))[:1]


def _title_in(code: str, title: str) -> int | None:
    """Where a script has the page's title, as it is or in escapes of JSON."""
    for form in (title[:20], "".join(f"\\u{ord(c):04x}" for c in title[:8])):
        if len(title) > 5 and (at := code.find(form)) >= 0:
            return at
    return None


def _in_flat_state(code: str, view: PageView) -> list[tuple[int, str, DateRead]]:
    """Nuxt 3 keeps its state as one list, in which objects name their values by place: {"publishTime": 7}."""
    try:
        values = json.loads(code)
    except (ValueError, RecursionError):
        return []
    found = []
    for item in values if isinstance(values, list) else ():
        if isinstance(item, dict):
            titled = any(_at(values, item.get(key)) == view.page.title for key in TITLE_KEYS)
            named = ((key, _at(values, place)) for key, place in item.items() if _KEY.fullmatch(key))
            found += [
                (not titled, f"{key}: {value}", read)
                for key, value in named
                if isinstance(value, str | int) and (read := view.read(str(value)))
            ]
    best = [time for time in found if not time[0]] or found
    return [(0, text, read) for _, text, read in best] if len({read.date for _, _, read in best}) == 1 else []


def _at(values: list[Any], place: Any) -> Any:
    return values[place] if isinstance(place, int) and 0 <= place < len(values) else None
