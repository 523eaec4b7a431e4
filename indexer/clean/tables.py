"""Tables of data -> rows of cells; tables that only lay out the page are told apart."""

from __future__ import annotations

from lxml import etree

from indexer.clean.files import file_of
from indexer.clean.line import Line, tidy

# What is no text even where it holds most of the page; what else is never shown as text.
MUTE = frozenset(("script", "style", "template", "svg", "head"))
_FIELDS = ("select", "option", "button", "input", "textarea")
_PLAYERS = ("iframe", "object", "embed", "audio", "video", "canvas", "map", "noscript")
SILENT = MUTE.union(_FIELDS, _PLAYERS)
TEXT_BREAKS, TEXT_LENGTH = 4, 150  # line breaks and characters of a cell that is a text of its own
MAX_TABLE_CELL = 120  # characters on average; tables with longer cells lay out a page


def data_rows(table: etree._Element, hint: str | None = None) -> list[Line] | None:
    """The rows of a table of data, cells joined by ` | `; None for a table that only lays out the page."""
    if table.find(".//table") is not None or (table.find(".//p/..//p") is not None and _long_cells(table)):
        return None
    found = [(row, _cells(row)) for row in table.iter("tr")]
    rows = [cells for _, cells in found if cells]
    cells = [cell for row in rows for cell in row]
    if (
        len(rows) < 2
        or max(map(len, rows)) < 2
        or sum(map(len, cells)) / len(cells) > MAX_TABLE_CELL
        or _long_cells(table)
        or _holds_text(table, sum(map(len, cells)))
    ):
        return None
    links = sum(len("".join(a.itertext())) for a in table.iter("a"))
    if links > 0.5 * sum(map(len, cells)) or (next(table.iter(*("script", "img")), None) is not None and len(rows) < 3):
        return None
    return [_line(row, cells, hint) for row, cells in found if cells]


def _cells(row: etree._Element) -> list[str]:
    texts = (tidy(_cell_text(cell)) for cell in row if cell.tag in ("td", "th"))
    return [text for text in texts if text]


def _line(row: etree._Element, cells: list[str], hint: str | None) -> Line:
    links = list(row.iter("a"))
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    text = " | ".join(cells)
    files = tuple(file for link in links if (file := file_of(link)))
    return Line(text, min(linked, len(text)), "row", hint, files)


def _cell_text(cell: etree._Element) -> str:
    """The text of a cell without scripts, styles and form fields."""
    for silent in list(cell.iter(*SILENT)):
        silent.text = None
        for inside in silent.iterdescendants():
            inside.text = inside.tail = None
    return " ".join(cell.itertext())


def _holds_text(table: etree._Element, shown: int) -> bool:
    """A cell that has most of the table's text, in many lines."""
    for cell in table.iter("td", "th"):
        breaks = sum(1 for _ in cell.iter("br"))
        if breaks >= TEXT_BREAKS and (length := len("".join(cell.itertext()))) >= TEXT_LENGTH and length > shown / 2:
            return True
    return False


def _long_cells(table: etree._Element) -> bool:
    """A cell with several hundred characters holds an article, not a value."""
    return any(len("".join(cell.itertext())) > 4 * MAX_TABLE_CELL for cell in table.iter("td", "th"))
