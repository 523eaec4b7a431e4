"""A line of a page: the unit that cleaning keeps or removes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

from mappings import Attachment, fold, strip_controls

REPEATED = "repeated line"  # the hint of a line that many pages of the site share
SENTENCE_MARKS = "。！？；，、："
CONTENT_LENGTH = 28  # characters from which a line with sentence marks is running text
LINK_SHARE = 0.5  # of a line's characters: above it, the line is a link and not text
LINK_ONLY = 0.8  # the same: above it, there is nothing but links
# Full stops and their kin; half-width commas stand for them on pages whose marks were folded.
_SENTENCE = re.compile(r"[。！？；]|[，,、].*[，,、。]|[：:][“\"]")
_FULL_STOP = re.compile(r"。[\W\d]{0,8}$")
MARKS = "·・•●■◆▪▶►»>│|┊◇○□☆★*-—[]【】 \u3000"
_BULLET = re.compile(r"^(?:[-*•·●▪»>]|\d{1,2}\.)\s+(?=\S)")

Value = TypeVar("Value")


class once(Generic[Value]):
    """A property that is worked out when it is first asked for.

    As functools.cached_property, which in Python 3.11 takes a lock for each of the thousands of lines of a page.
    """

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: Any) -> once[Value]: ...
    @overload
    def __get__(self, owner: object, kind: Any) -> Value: ...
    def __get__(self, owner: object | None, kind: Any) -> once[Value] | Value:
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._work(owner)
        return value


@dataclass(frozen=True)
class Line:
    """One block of text. `tag` is the HTML block it came from, "text" for bare text, "row" for a table row."""

    text: str
    linked: int = 0  # characters that stand inside links
    tag: str = "text"
    hint: str | None = None  # what the class or id of a surrounding element calls this: nav, share, related, footer ...
    files: tuple[Attachment, ...] = ()  # what its links offer for download
    entry: bool = False  # one of several behind the same mark: never a caption

    @once
    def key(self) -> str:
        """The text folded for matching: simplified characters, ASCII letters and digits."""
        return fold(self.text)

    @once
    def bare(self) -> str:
        """The key without a leading bullet."""
        return _BULLET.sub("", self.key)

    @once
    def link_share(self) -> float:
        """Share of the characters inside links, the marks before and behind them aside."""
        return min(1.0, self.linked / max(1, len(self.text.strip(MARKS)))) if self.linked else 0.0

    @once
    def is_link(self) -> bool:
        """Nothing but links: an entry of a menu or of a list of other pages."""
        return self.link_share > LINK_ONLY

    @once
    def is_content(self) -> bool:
        """Running text: long enough, with sentence marks, not a link (but perhaps full of links, as in a wiki)."""
        return (
            len(self.text) >= CONTENT_LENGTH
            and (self.link_share < LINK_SHARE or self._is_linked_prose())
            and self.hint is None
            and bool(_SENTENCE.search(self.text))
        )

    def _is_linked_prose(self) -> bool:
        plain = len(self.text) - self.linked
        return not self.is_link and plain >= CONTENT_LENGTH and bool(_FULL_STOP.search(self.text))

    @property
    def is_heading(self) -> bool:
        """Whether the page marks the line as a heading."""
        return len(self.tag) == 2 and self.tag[0] == "h" and self.tag[1].isdigit()


def tidy(text: str) -> str:
    """One line of text: every run of white space becomes one space, and control characters (&#1;) go.

    A run of thousands of dots or other marks, as broken pages have, is shortened to 200: patterns that look for what
    ends a line would try each of them.
    """
    if len(text) > LONG_LINE:
        text = _RUN.sub(_shortened, text)
    if text.isprintable() and "  " not in text:  # as most lines are: no control characters, no white space but " "
        return text.strip(" ")
    return _SPACES.sub(" ", strip_controls(text)).strip(" \u3000\t\r\n")


def _shortened(run: re.Match[str]) -> str:
    return run[0][:LONGEST_RUN]


LONG_LINE = 300  # characters of a line in which runs are looked for
LONGEST_RUN = 200  # characters
_RUN = re.compile(r"([^\w\s]|_)\1{200,}|\s{200,}")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f]+")
