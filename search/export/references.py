"""Exports for reference managers and bibliographies: RIS, BibTeX, and a list after GB/T 7714-2015."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from search.citation import citation, known_date, web_address
from search.export.about import About
from search.export.row import Row, clean
from search.export.tables import BOM

NO_TITLE = "（无标题）"
RIS_TYPES = {"新闻": "NEWS", "政策": "GOVDOC", "公告": "GOVDOC", "报告": "RPRT"}
ONLINE, OTHER = "ELEC", "GEN"  # what has none of these kinds, with an address and without
# What TeX would read as a command.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": "｛",  # BibTeX counts braces, escaped ones as well, and readers differ on every other way to write one
    "}": "｝",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TEX_CHARACTER = re.compile("[" + re.escape("".join(_TEX)) + "]")
_NOT_IN_ADDRESS = re.compile(r"[\s{}\\<>\"^`|]")
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:.-]")
_NOT_IN_COMMENT = str.maketrans("{}@", "（）＠")


def write_ris(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """A record for each document. What the export is about stands in lines with # before the first record."""
    yield ("".join(f"# {line}\r\n" for line in about.lines()) + "\r\n").encode()
    for row in rows:
        yield (ris_record(row, about) + "\r\n").encode()


def write_bibtex(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """An entry @misc for each document. What the export is about stands in a @comment at the beginning."""
    comment = "".join(f"  {line}\n" for line in about.lines()).translate(_NOT_IN_COMMENT)
    yield f"@comment{{\n{comment}}}\n".encode()
    for row in rows:
        yield f"\n{bibtex_entry(row, about)}".encode()


def write_gbt7714(about: About, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """A numbered line for each document, under a few lines that tell what the list is about."""
    yield (BOM + "".join(f"{line}\r\n" for line in about.lines()) + "\r\n").encode()
    for number, row in enumerate(rows, 1):
        yield f"[{number}] {gbt7714_line(row, about)}\r\n".encode()


def ris_record(row: Row, about: About) -> str:
    """One document as a record of RIS."""
    lines = (f"{tag}  - {clean(str(value), one_line=True)}" for tag, value in _ris(row, about) if value)
    return "\r\n".join(lines) + "\r\nER  - \r\n"


def bibtex_entry(row: Row, about: About) -> str:
    """One document as an entry of BibTeX."""
    values = ((name, clean(value, one_line=True)) for name, value in _bibtex(row, about) if value)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in values)
    return f"@misc{{{_key(row['id'])},\n{fields}}}\n"


def gbt7714_line(row: Row, about: About) -> str:
    """One document as a line of a bibliography, without its number."""
    return clean(citation(_title(row), _facts(row), about.created_at.date()), one_line=True)


def _ris(row: Row, about: About) -> Iterator[tuple[str, Any]]:
    url = web_address(row["url"])
    year, month, day = (*known_date(_facts(row)).split("-"), "", "")[:3]
    yield "TY", RIS_TYPES.get(row["kind"] or "", ONLINE if url else OTHER)
    yield "ID", row["id"]
    yield "TI", _title(row)
    yield "AU", _author(row)
    yield "T2", row["site"]
    yield "PY", year
    yield "DA", f"{year}/{month}/{day}/" if year else ""
    yield "M1", row["document_number"]
    yield "UR", url
    yield "Y2", about.created_at.strftime("%Y/%m/%d/") if url else ""
    yield "LA", "zh"
    for word in _key_words(row):
        yield "KW", word
    yield "DB", f"parknews {about.collection}"


def _bibtex(row: Row, about: About) -> Iterator[tuple[str, str]]:
    url = web_address(row["url"])
    date = known_date(_facts(row))
    yield "title", f"{{{_tex(_title(row))}}}"
    author = _author(row)
    yield "author", f"{{{_tex(author)}}}" if author else ""
    yield "date", date
    yield "year", date[:4]
    yield "month", date[5:7].lstrip("0")
    yield "number", _tex(row["document_number"] or "")
    yield "url", _NOT_IN_ADDRESS.sub(_percent, clean(url or "", one_line=True))
    yield "urldate", about.created_at.date().isoformat() if url else ""
    yield "keywords", _tex(", ".join(_key_words(row)))
    yield "langid", "chinese"


def _facts(row: Row) -> Row:
    return row | {"published_precision": row["precision"]}


def _author(row: Row) -> str | None:
    """Who is responsible for the text: its author where it is known, else where it was published."""
    return row.get("author") or row["outlet"] or row["site"]


def _title(row: Row) -> str:
    return row["title"] or NO_TITLE


def _key_words(row: Row) -> list[str]:
    """What one may look for in a reference manager; a place without those it lies in."""
    places = [p for p in row["region"] if not any(other.startswith(f"{p}/") for other in row["region"])]
    words = [*places, *row["park"], *row["industry"], *row["slogan"], row["kind"] or ""]
    return [word.replace(",", "，") for word in words if word]


def _tex(text: str) -> str:
    return _TEX_CHARACTER.sub(lambda match: _TEX[match[0]], clean(text, one_line=True))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _key(document_id: str) -> str:
    """A key that BibTeX takes; an id that had to be changed gets a hash, so that no two are the same."""
    key = _NOT_IN_KEY.sub("-", document_id)
    changed = f"-{hashlib.sha256(clean(document_id).encode()).hexdigest()[:8]}" if key != document_id else ""
    return f"parknews:{key}{changed}"
