"""All hits of a search as a file: tables, references, a bibliography."""

from search.export.about import About
from search.export.export import Export
from search.export.formats import FORMATS, Format, format_named
from search.export.row import COLUMNS

__all__ = ["COLUMNS", "FORMATS", "About", "Export", "Format", "format_named"]
