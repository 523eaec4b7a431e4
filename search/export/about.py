"""What an export is about: the search, the index and the counts. Every exported file carries it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from search.export.row import clean
from search.question import DEFAULT_SIZE, Question

NAME_LENGTH = 24  # characters of the query in the name of a file
_NOT_IN_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True)
class About:
    """The search and the state of the collection when the export began."""

    question: Question
    collection: str
    index: str  # the concrete index, empty when nothing is indexed
    contract_version: str
    created_at: dt.datetime  # with time zone
    documents: int  # in the export
    collection_size: int
    notes: tuple[str, ...] = ()

    @property
    def filters(self) -> dict[str, Any]:
        """All that the search asks for beside the query, as in its address: lists of facet values, match, sort ..."""
        chosen: dict[str, Any] = {}
        for name, value in self._pairs():
            if isinstance(getattr(self.question, name, None), tuple):
                chosen.setdefault(name, []).append(value)
            else:
                chosen[name] = value
        return chosen

    @property
    def filter_text(self) -> str:
        """The same in one line: region=甘肃省; year=2020-2023."""
        return clean("; ".join(f"{name}={value}" for name, value in self._pairs()), one_line=True)

    def _pairs(self) -> list[tuple[str, str]]:
        whole = self.question.change(size=DEFAULT_SIZE)
        return [(name, value) for name, value in whole.to_params() if name != "q"]

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values, in the order in which people read it."""
        return {
            "program": "parknews",
            "query": clean(self.question.query),
            "filters": self.filters,
            "documents": self.documents,
            "collection": self.collection,
            "collection_size": self.collection_size,
            "index": self.index,
            "contract_version": self.contract_version,
            "date": self.created_at.isoformat(timespec="seconds"),
            "notes": list(self.notes),
        }

    def lines(self) -> list[str]:
        """The same for people, one thing a line."""
        return [
            f"检索：{clean(self.question.query, one_line=True) or '（全部文档）'}",
            f"筛选：{self.filter_text or '无'}",
            f"篇数：{self.documents}（文库共 {self.collection_size} 篇）",
            f"时间：{self.created_at.isoformat(timespec='seconds')}",
            f"索引：{self.index}（版本 {self.contract_version}）",
            *(f"说明：{clean(note, one_line=True)}" for note in self.notes),
            "由 parknews 导出",
        ]

    def file_name(self, suffix: str) -> str:
        """A name for the file: collection, query, date."""
        query = _NOT_IN_NAME.sub("-", clean(self.question.query))[:NAME_LENGTH].strip("-")
        parts = ("parknews", self.collection, query, f"{self.created_at:%Y%m%d-%H%M%S}")
        return "-".join(part for part in parts if part) + f".{suffix}"
