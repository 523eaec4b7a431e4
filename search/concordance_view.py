"""How words in context are shown: the question, the order of the lines, their width, the page; and its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from engine.errors import UserError
from search.question import DEFAULT_SIZE, Question

ORDERS = ("right", "left", "newest", "oldest", "place")
BY_DATE = ("newest", "oldest")
WIDTH, LEAST_WIDTH, MOST_WIDTH = 30, 5, 100  # characters shown on either side
SIZES = (20, 50, 100, 200)
LINES = 50  # of a page


@dataclass(frozen=True)
class ConcordanceView:
    """A question, and how its words in context are shown. `order` is one of ORDERS; `page` counts from 1."""

    question: Question
    order: str = ORDERS[0]
    width: int = WIDTH
    page: int = 1
    size: int = LINES

    @classmethod
    def from_params(cls, params: Iterable[tuple[str, str]]) -> ConcordanceView:
        """Read the pairs of a query string. Raises UserError for a value that has no sensible reading."""
        pairs = [(name, value.strip()) for name, value in params]
        last = {name: value for name, value in pairs if value}
        order = last.get("order", ORDERS[0])
        if order not in ORDERS:
            raise UserError(
                "参数 order 的值“%(order)s”不认识：可以是 %(choices)s。", order=order[:LINES], choices=tuple(ORDERS)
            )
        return cls(
            question=Question.from_params(p for p in pairs if p[0] not in ("page", "size")),
            order=order,
            width=_number(last.get("width"), WIDTH, LEAST_WIDTH, MOST_WIDTH),
            page=_number(last.get("page"), 1, 1, 10**9),
            size=_number(last.get("size"), LINES, 1, SIZES[-1]),
        )

    def to_params(self) -> list[tuple[str, str]]:
        """The pairs in canonical order, defaults left out."""
        question = replace(self.question, page=1, size=DEFAULT_SIZE)
        plain = ConcordanceView(question)
        own = [
            (n, getattr(self, n)) for n in ("order", "width", "page", "size") if getattr(self, n) != getattr(plain, n)
        ]
        return [*question.to_params(), *((name, str(value)) for name, value in own)]

    def change(self, **fields: Any) -> ConcordanceView:
        """A copy with some fields changed; back on page 1 unless `page` is given."""
        return replace(self, **{"page": 1, **fields})


def _number(value: str | None, default: int, least: int, most: int) -> int:
    digits = (value or "").removeprefix("-")
    if value is None or not digits.isdecimal():
        return default
    return min(max(int(value[:10]), least), most)
