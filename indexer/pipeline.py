"""One page from bytes to a document. Needs nothing but the page and the lexicon: pure, and safe in any process."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from dataclasses import replace
from functools import cache

from indexer.clean import Cleaned, PageLines, clean_lines, lines_of_html, lines_of_text
from indexer.clean.line import tidy
from indexer.copies import VERSION as SIGNATURE_VERSION
from indexer.decode import Decoded, NotText, decode, was_lost
from indexer.embedded import embedded_page
from indexer.enrich import Material, enrich
from indexer.page import RawPage, Skipped
from indexer.refusal import is_feed, refusal
from indexer.repair import repair
from lexicon.table import FOLDER
from mappings import PARAGRAPH_BREAK, Document, Repair, fold, strip_controls

PIPELINE_VERSION = 7  # raise when a change of code makes other documents of the same pages
# Elasticsearch with a heap of 512 MB refuses documents of more than 10 MB, terms included (m).
MAX_TEXT_BYTES = 7 * 1024 * 1024
LOST_IN_DECODING = "no text is left: its characters were lost when the page was decoded wrongly and saved so"
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|table|span|br|article|section|meta|title)\b[^>]*>", re.IGNORECASE
)
_MARKED_UP = re.compile(r"\s*<[!?/a-zA-Z]")
_ABSOLUTE = re.compile(r"https?://[^\s/]+/\S")
_LINE_BREAK = re.compile(r"[\r\n]+")


def process(page: RawPage, today: dt.date | None = None) -> Document | Skipped:
    """The document a page becomes, or why it becomes none. `today` refuses dates that lie in the future."""
    try:
        decoded = _decoded(page)
    except NotText as error:
        return Skipped(page.path, str(error))
    text = strip_controls(decoded.text)
    if is_feed(text):
        return Skipped(page.path, "list page")
    is_html = _is_html(page, text)
    lines = lines_of_html(text) if is_html else lines_of_text(text, page.repeated)
    if is_html and (found := embedded_page(text, lines)):
        lines = found
    if sum(len(line.text.encode()) for line in lines.lines) > MAX_TEXT_BYTES:
        return Skipped(page.path, f"more than {MAX_TEXT_BYTES // 1024**2} MB of text: a dump and no page; split it")
    lines, repairs, raw = _repaired(lines)
    cleaned = clean_lines(lines, page.hints.title)
    if reason := refusal(cleaned, lines, is_html):
        return Skipped(page.path, LOST_IN_DECODING if reason == "no text" and was_lost(text) else reason)
    return _document(page, cleaned, decoded, repairs, raw, text if is_html else None, today or dt.date.today())


def _decoded(page: RawPage) -> Decoded:
    if isinstance(page.content, bytes):
        return decode(page.content)
    if not page.content.strip():
        raise NotText("the text is empty")
    return Decoded(page.content, "unicode")


def _is_html(page: RawPage, text: str) -> bool:
    """By its name, unless the content says otherwise: .html files of bare text, .txt files full of tags."""
    tags = len(_MARKUP.findall(text[:20_000]))
    if page.kind == "html":
        return tags > 0 or bool(_MARKED_UP.match(text))
    return tags >= 3 and bool(re.match(r"\s*<", text))


def _repaired(lines: PageLines) -> tuple[PageLines, tuple[Repair, ...], str | None]:
    """Undo the damage, line for line; the damaged text is kept. Undamaged pages come back as they are."""
    texts = [line.text for line in lines.lines]
    before = [_LINE_BREAK.sub(" ", text) if "\n" in text or "\r" in text else text for text in texts]
    source = "\n".join([*before, lines.title or ""])
    result = repair(source)
    if result.text == source:
        return lines, result.repairs, None
    *after, title = result.text.split("\n")
    mended = lines.with_texts(after)
    return replace(mended, title=title or None), result.repairs, "\n".join(before)


def _document(
    page: RawPage,
    cleaned: Cleaned,
    decoded: Decoded,
    repairs: tuple[Repair, ...],
    raw: str | None,
    html: str | None,
    today: dt.date,
) -> Document:
    title = cleaned.title.text if cleaned.title else None
    address = page.url or _own_address(cleaned)
    material = Material(
        title=title,
        paragraphs=cleaned.paragraphs,
        head=cleaned.head,
        foot=cleaned.foot,
        meta=cleaned.meta,
        url=address,
        path=page.path,
        hints=page.hints,
        html=html,
        site_name=cleaned.site_name,
    )
    if decoded.lost:
        note = f"{decoded.lost} places could not be read as {decoded.encoding}"
        repairs = (
            *(r for r in repairs if r.before != "\ufffd"),
            Repair("\ufffd", "\ufffd", None, accepted=False, note=note),
        )
    return Document(
        id=page_id(page),
        path=page.path,
        title=title,
        body=PARAGRAPH_BREAK.join(cleaned.paragraphs),
        url=address,
        content_hash=content_hash(page),
        repairs=repairs,
        removed=tuple(cleaned.removed),
        attachments=cleaned.attachments,
        images=cleaned.images,
        raw=raw,
        **enrich(material, today),
    )


def _own_address(page: Cleaned) -> str | None:
    """The address that the page gives as its own, where the input gives none."""
    named = (page.meta.get(name, "") for name in ("canonical", "og:url"))
    return next((address for address in named if _ABSOLUTE.match(address)), None)


def page_id(page: RawPage) -> str:
    """The identity of a page: its own id, else its address, else its path. A changed page keeps it."""
    if page.hints.id:
        name = f"id:{page.hints.id}"
    elif page.url:
        name = f"url:{page.url}"
    else:
        name = f"path:{os.path.abspath(page.path)}"  # noqa: PTH100 (the path may name a line or an archive's member)
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def content_hash(page: RawPage) -> str:
    """What the document depends on: page and input, the lines its site repeats, the version of pipeline and lexicon."""
    content = page.content if isinstance(page.content, bytes) else page.content.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(content)
    hints = page.hints
    for part in (page.url, hints.id, hints.title, hints.published, hints.source, hints.crawled, page.kind, _version()):
        digest.update(b"\0" + (part or "").encode("utf-8", "surrogatepass"))
    for line in _repeated_here(page):
        digest.update(b"\0" + line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


def _repeated_here(page: RawPage) -> list[str]:
    """The lines repeated on its site that the page holds: with others known, other lines would go out of it."""
    if not page.repeated or page.kind == "html":
        return []
    try:
        text = tidy(fold(_decoded(page).text))
    except NotText:
        return []
    return sorted(line for line in page.repeated if line in text)


@cache
def _version() -> str:
    digest = hashlib.sha256(f"{PIPELINE_VERSION} {SIGNATURE_VERSION}".encode())
    for table in sorted(FOLDER.glob("*.csv")):
        digest.update(table.read_bytes())
    return digest.hexdigest()
