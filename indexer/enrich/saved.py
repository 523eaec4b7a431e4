"""When a page was fetched, as the program that saved it notes: SingleFile, HTTrack, archives, crawlers."""

from __future__ import annotations

import datetime as dt
import re

from indexer.enrich.dates import CHINA, read_date
from indexer.enrich.material import Material

_META_NAMES = ("crawl-date", "crawl_date", "crawldate", "crawled", "crawled_at", "fetched", "fetched_at", "fetch-date")
_NOTES = (
    re.compile(r"\bsaved\s+(?:date|on|at)\s*:?\s*(?P<when>[^\n<>]{8,60})", re.IGNORECASE),
    re.compile(
        r"\b(?:Mirrored|Saved) from\s[^\n<>]{0,300}?,\s*(?P<when>(?:\w{3},\s*)?\d{1,2}\s+\w{3}\s+\d{4}[^\n<>]{0,20})",
        re.I,
    ),
    re.compile(r"FILE ARCHIVED ON\s+(?P<when>\d\d:\d\d:\d\d\s+\w{3}\s+\d{1,2},\s+\d{4})"),
    re.compile(r"\AWARC/[\s\S]{0,2000}?^WARC-Date:\s*(?P<when>\S+)", re.MULTILINE),
    re.compile(r"\AHTTP/[\d.]+ \d{3}[\s\S]{0,2000}?^Date:\s*(?P<when>[^\n]{16,40})", re.MULTILINE | re.IGNORECASE),
)
_COMMENT = re.compile(r"<!--(.{8,600}?)-->", re.DOTALL)
_ARCHIVED = re.compile(r"//web\.archive\.org/web/(\d{14})")
SAVED_WITHIN = 4000  # characters at either end of a page where the note stands
STAMP = 14  # digits of 20230905103322
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")
_UTC = re.compile(r"\d\s*(?:Z|GMT|UTC|\+00:?00)\s*(?!\s*[+-]\d)", re.IGNORECASE)


def saved_note(page: Material) -> str:
    """What the program that saved the page wrote of when; "" where there is no such note."""
    for name in _META_NAMES:
        if value := page.meta.get(name):
            return value
    if archived := _ARCHIVED.search(page.url or ""):
        return archived[1]
    if not page.html:
        return ""
    ends = (page.html[:SAVED_WITHIN], page.html[-SAVED_WITHIN:])
    notes = [note for end in ends if "<!--" in end for note in _COMMENT.findall(end)]
    if page.html.startswith(("WARC/", "HTTP/")):
        notes.insert(0, page.html[:SAVED_WITHIN])
    found = (pattern.search(note) for note in notes for pattern in _NOTES)
    return next((match["when"].strip() for match in found if match), "")


def read_moment(text: str, today: dt.date) -> tuple[dt.datetime | None, bool]:
    """A date with its time of day in China, and whether there is one; (None, False) for what is no day."""
    read = read_date(text, today) if text else None
    if read is None or read.precision != "day":
        return None, False
    digits = text.strip()
    if digits.isdecimal() and len(digits) in (10, 13):
        return dt.datetime.fromtimestamp(int(digits[:10]), CHINA).replace(tzinfo=None), True
    if digits.isdecimal() and len(digits) == STAMP:
        text = f"{digits[8:10]}:{digits[10:12]}"
    time = _TIME.search(text)
    hour, minute = (int(time[1]), int(time[2])) if time else (0, 0)
    moment = dt.datetime.combine(read.date, dt.time(hour, minute))
    known = bool(hour or minute)  # midnight stands for a day without a time
    return (moment + dt.timedelta(hours=8) if known and _UTC.search(text) else moment), known
