"""Web archives -> pages: WARC files of crawlers (Heritrix, wget, Browsertrix), MHTML files of browsers.

Formats: ISO 28500 (WARC 1.0 and 1.1), read by warcio, which reads the older ARC too; RFC 2557 (MHTML).
"""

from __future__ import annotations

import email
import zlib
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime
from io import BufferedIOBase

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from indexer.page import MAX_PAGE_BYTES, Hints, Item, RawPage, Skipped

KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
# Records that hold what was sent: an answer of a server, a file without one, a text drawn from a page.
_PAGES = ("response", "resource", "conversion")
_ASSETS = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript")
# What broken archives make warcio raise, and the standard library's reader of mail.
_UNREADABLE = (
    *(ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, OSError),
    *(AttributeError, TypeError, ValueError, LookupError),
)
_UNPARSED = (MessageError, AttributeError, TypeError, ValueError, LookupError)


def warc_pages(stream: BufferedIOBase, where: str) -> Iterator[Item]:
    """The pages of a WARC file, unpacked; `where` names it, `where#3` its third record.

    Pictures, style sheets, scripts, redirects and records that hold no answer are passed over. What is no page, or
    what a server answered with an error, is skipped with its reason; so is the rest of a file that breaks off.
    """
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if item := _answer(record, f"{where}#{number}"):
                yield item
    except _UNREADABLE as error:
        yield Skipped(f"{where}#{number + 1}", f"the web archive cannot be read from here on: {error}")


def _answer(record: ArcWarcRecord, place: str) -> Item | None:
    """The page in a record, why it is none, or None for what comes along with pages."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in _PAGES or not url.startswith(("http:", "https:", "file:")):
        return None
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status[:1] == "3":
        return None
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if kind.startswith(_ASSETS):
        return None
    if status != "200":
        return Skipped(place, f"the server answered {status}: {url}")
    if kind and kind not in KINDS:
        return Skipped(place, f"the file type {kind} is not read")
    content = record.content_stream().read(MAX_PAGE_BYTES + 1)
    if len(content) > MAX_PAGE_BYTES:
        return Skipped(place, f"longer than {MAX_PAGE_BYTES // 1024 // 1024} MB")
    return RawPage(content, place, url, KINDS.get(kind), Hints(crawled=record.rec_headers.get_header("WARC-Date")))


def mhtml_page(data: bytes, where: str) -> Item:
    """The page that a browser saved with its pictures in one file: its first part of HTML."""
    try:
        message = email.message_from_bytes(data.lstrip())
        parts = ((part, _content(part)) for part in message.walk() if part.get_content_type() in KINDS)
        page, content = next(((part, content) for part, content in parts if content), (None, b""))
    except _UNPARSED as error:
        return Skipped(where, f"the MHTML file cannot be read: {error}")
    if page is None:
        return Skipped(where, "no page in the MHTML file; save it anew, as HTML")
    # A header with bytes outside ASCII is no string; a long one is folded over several lines.
    url = "".join(str(page["Content-Location"] or message["Snapshot-Content-Location"] or "").split())
    return RawPage(content, where, url, KINDS[page.get_content_type()], Hints(crawled=_sent(message)))


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _sent(message: Message) -> str | None:
    """When the page was saved."""
    try:
        return parsedate_to_datetime(str(message["Date"])).isoformat()
    except ValueError:
        return None
