"""A search -> a file with all of its hits, written while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from elasticsearch.dsl import Search

from engine import EngineUnavailable
from search.export.about import About
from search.export.formats import Format
from search.export.row import Row, columns, read_row, source_fields
from search.frozen import Frozen

OF_A_PAGE = ("aggs", "highlight", "from", "size")  # parts of the search page's request that an export has no use for


class Export:
    """The file of an export, in pieces of bytes. Read it to the end or close it: until then its view stays open.

    Opening it and reading it raise EngineUnavailable when Elasticsearch is away; the file is then incomplete.
    """

    def __init__(
        self, view: Frozen, search: Search[Any], file_format: Format, about: About, *, text: bool, with_body: bool
    ) -> None:
        """`search` is the request of the search page; `text` tells whether the query had words to match by.

        `about.documents` is counted anew in the view.
        """
        self.format = file_format
        self._view = view
        self._text = text
        self._with_body = with_body and file_format.bodies
        request = {name: part for name, part in search.to_dict().items() if name not in OF_A_PAGE}
        self._request = request | {"_source": source_fields(self._with_body), "track_total_hits": False}
        try:
            counted = view.search(request | {"size": 0})
        except BaseException:
            view.close()
            raise
        self.about = replace(about, documents=int(counted["hits"]["total"]["value"]))

    @property
    def file_name(self) -> str:
        """A name for the file."""
        return self.about.file_name(self.format.suffix)

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.format.write(self.about, columns(self._with_body), self._rows())
        finally:
            self.close()

    def close(self) -> None:
        """Let the view go."""
        self._view.close()

    def _rows(self) -> Iterator[Row]:
        written = 0
        for hit in self._view.hits(self._request):
            written += 1
            yield read_row(hit, text=self._text, with_body=self._with_body)
        if written != self.about.documents:
            raise EngineUnavailable(f"导出了 {written} 篇，应有 {self.about.documents} 篇：文件不完整，请重新导出。")
