"""Downloads: all hits of a search as a file, sent while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, request
from flask_babel import lazy_gettext

from search import Question
from search.export import FORMATS
from webui.context import address, asked, searcher

FORMAT, BODY = "format", "body"  # parameters beside those of a search
WITHOUT_BODY = "0"
DEFAULT_FORMAT = "csv"
LABELS = {
    "csv": lazy_gettext("CSV 表格"),
    "xlsx": lazy_gettext("Excel 工作簿"),
    "jsonl": lazy_gettext("JSONL（每行一篇）"),
    "ris": lazy_gettext("RIS（Zotero、EndNote）"),
    "bibtex": lazy_gettext("BibTeX"),
    "gbt7714": lazy_gettext("参考文献（GB/T 7714）"),
}


@dataclass(frozen=True)
class Choice:
    """A line of the export menu; `short` is the address of the same without the texts of the documents."""

    label: str
    href: str
    short: str | None


def choices(question: Question) -> list[Choice]:
    """The formats in which a search can be had."""
    return [
        Choice(str(LABELS[name]), _address(question, name), _address(question, name, body=False) if f.bodies else None)
        for name, f in FORMATS.items()
    ]


def download() -> Response:
    """The file that this request asks for. What is wrong before its first byte is an error as on any other page."""
    with_body = request.args.get(BODY, "1") != WITHOUT_BODY
    export = searcher().export(asked(), request.args.get(FORMAT, DEFAULT_FORMAT), with_body=with_body)
    # An error in the middle ends the connection before the end of the message, so that the reader sees it was cut off.
    response = Response(iter(export), content_type=export.format.media_type)
    response.call_on_close(export.close)  # a download that nobody begins to read
    response.headers.set("Content-Disposition", "attachment", **_names(export.file_name))
    response.headers["X-Total-Count"] = str(export.about.documents)
    return response


def _names(name: str) -> dict[str, str]:
    """The name of a file in full, and in ASCII for what knows no other."""
    simple = re.sub("-+", "-", name.encode("ascii", "ignore").decode())
    return {"filename": simple, "filename*": f"UTF-8''{quote(name, safe='-._')}"}


def _address(question: Question, name: str, *, body: bool = True) -> str:
    state = address("api.export", question.change(size=Question().size))
    pairs = f"{FORMAT}={name}" + ("" if body else f"&{BODY}={WITHOUT_BODY}")
    return f"{state}{'&' if '?' in state else '?'}{pairs}"
