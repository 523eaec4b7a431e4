"""Dates that a page declares to programs: meta tags, JSON-LD, microdata, time elements, named elements, comments."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator

import htmldate

from indexer.enrich.dates import DATE, Dated
from indexer.enrich.material import around
from indexer.enrich.page_view import PageView
from mappings import fold

# Names of meta tags without their marks (article:published_time -> articlepublishedtime), the surest first.
META_NAMES = (
    "pubdate", "publishdate", "publishtime", "pubtime", "publicationdate", "publishedtime", "publisheddate",
    "publishedat", "articlepublishedtime", "articlepublishtime", "articlepublished", "ogpublishedtime",
    "ogreleasedate", "ogpubdate", "ogtimepublished", "rnewsdatepublished", "datepublished", "firstpublishedtime",
    "originalpublicationdate", "articledateoriginal", "weiboarticlecreateat", "bytedancepublishedtime", "aputime",
    "apubtime", "releasedate", "releasetime", "displaydate", "issuedate", "citationpublicationdate", "parselypubdate",
    "sailthrudate", "btpubdate", "newsdate", "fbrq", "fbsj", "dctermsissued", "dcdateissued", "dcdatecreated",
    "dctermscreated", "uploaddate",
)  # fmt: skip
WEAK_META_NAMES = ("createdate", "createtime", "datecreated", "dcdate", "dctermsdate", "date", "time")
_META_MARKS = re.compile(r"[\W_]+")

_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_MICRODATA = re.compile(r"datePublished", re.IGNORECASE)
_ITEM = re.compile(r"<[a-z]{1,10}\b(?P<inside>[^<>]*\bitemprop\s*=[^<>]*)>(?P<text>[^<]{0,60})", re.IGNORECASE)
TAG_LENGTH = 400  # characters of an element's tag
# What content systems of newspapers leave in a comment: <!--enpproperty ...<date>2021-12-21 00:00:00.0</date>...-->
_COMMENTED = re.compile(
    r"<!--\s*(?:enpproperty[^>]*>(?:(?!-->)[\s\S]){0,600}?<date>|(?:pubdate|publishdate|publish_?time|pubtime)\s*[:=]\s*[\"']?)"
    r"(?P<date>[^<>\"']{8,30})",
    re.IGNORECASE,
)
_META_TAG = re.compile(r"<meta\b[^>]{8,400}>", re.IGNORECASE)
_SAVED_TAG = re.compile(r"crawl|fetch|copyright", re.IGNORECASE)
_DIGITS = re.compile(r"(?:19|20)\d\d\D?\d")
_HAS_COMMENT = re.compile(r"<!--\s*(?:enpproperty|pub)")
_TIME_TAG = re.compile(r"<time\b(?P<inside>[^>]{0,400})>(?P<text>[^<]{0,60})", re.IGNORECASE)
_VALUE = re.compile(r"\b(?:datetime|content)\s*=\s*[\"']?([^\"'>]{8,40})", re.IGNORECASE)
_NOT_ORIGINAL = re.compile(r"updat|modif|comment|reply", re.IGNORECASE)

# Elements whose class or id says time, the first behind the title; and values of attributes that say so.
_TIME_NAME = (
    r"(?:pub|publish|post|article|news|art|info|detail|content|text|entry|release|issue|meta)?[-_]?"
    r"(?:date|time|datetime|pubdate|pubtime)"
    r"|fbsj|fbrq|fabu(?:shijian|riqi)?|riqi|rq|shijian|sj|xxsj|h-time|ptime|date-source|time-source|date-text|timestamp"
)
_HOLDERS = r"(?:span|div|em|i|p|b|td|li|small|label|strong|h\d|font|dd|a)"
_NAMED = re.compile(
    rf"<{_HOLDERS}\b[^>]*\b(?:class|id)\s*=\s*[\"']?(?:[^\"'>]*\s)?(?:{_TIME_NAME})(?=[\s\"'>])[^>]*>"
    rf"(?P<text>.{{4,160}}?)</{_HOLDERS}>",
    re.IGNORECASE | re.DOTALL,
)
_TITLED = re.compile(
    r"<\w+\b[^>]*\btitle\s*=\s*[\"'](?P<text>(?:19|20)\d\d[-/年][^\"']{4,20})[\"'][^>]*>[^<]{0,24}前\s*<"
)
_DATA = re.compile(
    r"\bdata-(?:publish(?:ed)?-?(?:time|date|at)?|pub-?(?:time|date)|create-?time)\s*=\s*[\"']?(?P<text>[^\"'>]{8,30})"
    rf"|<input\b[^>]*\b(?:id|name)\s*=\s*[\"']?(?:{_TIME_NAME})[\"'\s][^>]*\bvalue\s*=\s*[\"']?(?P<value>[^\"'>]{{8,30}})",
    re.IGNORECASE,
)
_BEHIND_TITLE = re.compile(rf"\W{{0,12}}(?P<date>{DATE})\s*T?\d{{1,2}}:\d\d(?::\d\d)?")
BESIDE_TITLE = 400  # characters of markup behind the title in which a day with its time is the article's
_TAG = re.compile(r"<[^>]*>|&nbsp;|\s+")
BEHIND_TITLE = 3500  # characters of markup behind the title in which such an element is the article's own


def meta_dates(view: PageView) -> Iterator[Dated]:
    """Meta tags that name a date of publication, JSON-LD, microdata, comments of content systems."""
    yield from _metas(view, META_NAMES)
    html = view.page.html or ""
    if found := _JSON_LD.search(html):
        yield from _read(found[1], "JSON-LD", view)
    for name in _MICRODATA.finditer(html) if "datepublished" in view.markup else ():
        start = html.rfind("<", max(0, name.start() - TAG_LENGTH), name.start())
        element = _ITEM.match(html, start, name.end() + TAG_LENGTH) if start >= 0 else None
        if element:
            value = _VALUE.search(element["inside"])
            yield from _read(value[1] if value else element["text"], "microdata", view)
    if (_HAS_COMMENT.search(view.markup)) and (found := _COMMENTED.search(html)):
        yield from _read(found["date"], "comment of the content system", view)


def weak_meta_dates(view: PageView) -> Iterator[Dated]:
    """Meta tags that only name a date, and the first time element."""
    yield from _metas(view, WEAK_META_NAMES)
    for element in _TIME_TAG.finditer(view.page.html or "") if "<time" in view.markup else ():
        if not _NOT_ORIGINAL.search(element["inside"]):
            value = _VALUE.search(element["inside"])
            yield from _read(value[1] if value else element["text"], "time element", view)
            return


def named_elements(view: PageView) -> Iterator[Dated]:
    """A day with its time right behind the title; the first date behind it in an element or attribute called a time."""
    start = _title_end(view)
    if start is None or view.page.html is None:
        return
    behind = fold(entities.unescape(_TAG.sub(" ", view.page.html[start : start + BESIDE_TITLE])))
    if (match := _BEHIND_TITLE.match(behind)) and (read := view.read(match["date"])):
        yield Dated(read.date, "day", match[0].strip(), "head", "date behind the title")
    for pattern in (_TITLED, _NAMED, _DATA):
        for match in pattern.finditer(view.page.html, start, start + BEHIND_TITLE):
            value = match["text"] or match.groupdict().get("value") or ""
            text = fold(entities.unescape(_TAG.sub(" ", value))).strip()
            read = view.read(text)
            if read and read.precision == "day":
                yield Dated(read.date, "day", text[:60], "head", "date in an element named time")
                break


def htmldate_dates(view: PageView) -> Iterator[Dated]:
    """htmldate for meta tags that our own tables do not know, those of the last change among them.

    It invents 1 January, which is refused. Nothing else is shown to it: it takes any date of text and scripts.
    """
    tags = "".join(tag for tag in _META_TAG.findall(view.page.html or "") if not _SAVED_TAG.search(tag))
    if not _DIGITS.search(tags):
        return
    try:
        found = htmldate.find_date(
            f"<html><head>{tags}</head><body></body></html>",
            extensive_search=False,
            original_date=True,
            max_date=view.last.isoformat(),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        found = None
    if found and not found.endswith("-01-01"):
        yield from _read(found, "htmldate", view)


def _metas(view: PageView, names: tuple[str, ...]) -> Iterator[Dated]:
    values: dict[str, tuple[str, str]] = {}
    for name, value in view.page.meta.items():
        values.setdefault(_META_MARKS.sub("", name), (name, value))
    for plain in names:
        if plain in values:
            name, value = values[plain]
            yield from _read(value, f"meta tag {name}", view)


def _read(value: str, rule: str, view: PageView) -> Iterator[Dated]:
    read = view.read(value)
    if read and read.start < 30:
        yield Dated(read.date, read.precision, around(value, 0, len(value), 0)[:60], "meta", rule)


def _title_end(view: PageView) -> int | None:
    """Where the title ends in the markup of the page's body; None where it does not stand there in one piece."""
    html, title = view.page.html or "", view.page.title or ""
    if not html or len(title) < 5:
        return None
    at = html.find(title[:30], max(view.markup.find("<body"), view.markup.find("</title>"), 0))
    return at + len(title) if at >= 0 else None
