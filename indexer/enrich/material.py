"""What the facts are read from: a cleaned page and everything the input says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from indexer.page import Hints
from mappings import PARAGRAPH_BREAK, Evidence, fold

LEAD = 260  # characters at the beginning of the text, where a text says who and where


@dataclass(frozen=True)
class Material:
    """A page ready for reading facts. `head` and `foot` are the lines removed above and below the text."""

    title: str | None
    paragraphs: list[str]
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    meta: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    path: str = ""
    hints: Hints = field(default_factory=Hints)
    html: str | None = None
    site_name: str | None = None  # as the title element has it

    @cached_property
    def body(self) -> str:
        """The text, paragraphs separated by \\n."""
        return PARAGRAPH_BREAK.join(self.paragraphs)

    @cached_property
    def key(self) -> str:
        """The text folded for matching; offsets are those of `body`."""
        return fold(self.body)

    @cached_property
    def title_key(self) -> str:
        """The title folded for matching ("" when there is none)."""
        return fold(self.title or "")

    @cached_property
    def zones(self) -> dict[str, str]:
        """The folded title and text, by the names of their zones."""
        return {"title": self.title_key, "body": self.key}

    @cached_property
    def lead(self) -> str:
        """The beginning of the folded text."""
        return self.key[:LEAD]


@dataclass(frozen=True)
class Fact:
    """A value with its evidence."""

    value: str
    evidence: Evidence


def around(text: str, start: int, end: int, reach: int = 12) -> str:
    """The words a fact was read from, with a little of what stands around them, on one line."""
    return text[max(0, start - reach) : end + reach].replace("\n", " ")
