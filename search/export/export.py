"""A search -> a file with all of its hits, written while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine import EngineUnavailable
from search.copies import best_each, once_each
from search.counting import GROUP
from search.export.about import About
from search.export.formats import Format
from search.export.row import Row, columns, read_row, source_fields
from search.frozen import Frozen
from search.question import MAX_WINDOW, ONCE, SORTS
from search.request import Request
from search.run import Response

# Parts of the search page's request that an export has no use for.
OF_A_PAGE = ("aggs", "highlight", "from", "size", "collapse")


class Export:
    """The file of an export, in pieces of bytes. Read it to the end or close it: until then its view stays open.

    Opening it and reading it raise EngineUnavailable when Elasticsearch is away; the file is then incomplete.
    """

    def __init__(
        self, view: Frozen, search: Request, file_format: Format, about: About, *, text: bool, with_body: bool
    ) -> None:
        """`search` is the request of the search page; `text` tells whether the query had words to match by.

        `about.documents` is counted anew in the view.
        """
        self.format = file_format
        self._view = view
        self._text = text
        self._with_body = with_body and file_format.bodies
        request = {name: part for name, part in search.to_dict().items() if name not in OF_A_PAGE}
        fields = [*source_fields(self._with_body), GROUP]
        self._request = request | {"_source": fields, "track_total_hits": False}
        self._once = about.question.copies == ONCE
        self._each = best_each if text and about.question.sort == SORTS[0] else once_each
        try:
            documents = self._count(request)
        except BaseException:
            view.close()
            raise
        self.about = replace(about, documents=documents)

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

    def _count(self, request: Response) -> int:
        if self._once:  # Elasticsearch only estimates the number of texts
            groups = self._view.hits(request | {"_source": ["id", GROUP]}, MAX_WINDOW)
            return sum(1 for _ in once_each(groups))
        return int(self._view.search(request | {"size": 0})["hits"]["total"]["value"])

    def _rows(self) -> Iterator[Row]:
        written = 0
        hits = self._view.hits(self._request)
        for hit in self._each(hits) if self._once else hits:
            written += 1
            yield read_row(hit, text=self._text, with_body=self._with_body)
        if written != self.about.documents:
            raise EngineUnavailable(
                "导出了 %(written)s 篇，应有 %(documents)s 篇：文件不完整，请重新导出。",
                written=written,
                documents=self.about.documents,
            )
