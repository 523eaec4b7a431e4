"""The formats an export can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from engine import UserError
from search.export.about import About
from search.export.references import write_bibtex, write_gbt7714, write_ris
from search.export.row import Row
from search.export.tables import write_csv, write_jsonl
from search.export.xlsx import write_xlsx

Writer = Callable[[About, tuple[str, ...], Iterable[Row]], Iterator[bytes]]


@dataclass(frozen=True)
class Format:
    """A format: its name in commands and addresses, the end of its files' names, its media type, its writer."""

    name: str
    suffix: str
    media_type: str
    write: Writer
    text: bool = True  # whether a terminal can show it
    bodies: bool = True  # whether it holds the texts of the documents


FORMATS = {
    f.name: f
    for f in (
        Format("csv", "csv", "text/csv; charset=utf-8", write_csv),
        Format(
            "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx, text=False
        ),
        Format("jsonl", "jsonl", "application/jsonl; charset=utf-8", write_jsonl),
        Format("ris", "ris", "application/x-research-info-systems; charset=utf-8", write_ris, bodies=False),
        Format("bibtex", "bib", "application/x-bibtex; charset=utf-8", write_bibtex, bodies=False),
        Format("gbt7714", "txt", "text/plain; charset=utf-8", write_gbt7714, bodies=False),
    )
}


def format_named(name: str) -> Format:
    """Raises UserError for a name that is not in the table."""
    if name not in FORMATS:
        raise UserError("没有“%(name)s”这种导出格式：可以是 %(choices)s。", name=name[:30], choices=tuple(FORMATS))
    return FORMATS[name]
