"""Page -> title, paragraphs, and every removed line with its reason."""

from indexer.clean.clean import Cleaned, PageLines, clean_lines, lines_of_html, lines_of_text
from indexer.clean.line import Line

__all__ = ["Cleaned", "Line", "PageLines", "clean_lines", "lines_of_html", "lines_of_text"]
