"""Where the words stand that a fact was read from: in the title, in the text, in a line that was removed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mappings import fold
from webui.marks import EVIDENCE, Mark

TITLE, BODY, HEAD, FOOT = "title", "body", "head", "foot"
LIST_MARK = "、"  # between several words that were read together
LONGEST = 70  # characters of a quotation on the page
# Facts whose value is what stands in the text.
NAMES = frozenset({"region", "park", "slogan", "slogan_candidate", "outlet", "author", "site", "document_number"})
_ENDS = " 　\n"


@dataclass(frozen=True)
class Quote:
    """The words of a piece of evidence: what counts, what stands around it, and the id of the element to look at."""

    text: str
    before: str = ""
    after: str = ""
    target: str = ""


@dataclass(frozen=True)
class Why:
    """A piece of evidence: what was read, in which place of the page, by which rule."""

    quotes: tuple[Quote, ...]
    where: str
    rule: str

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of the elements that hold the words."""
        return tuple(dict.fromkeys(quote.target for quote in self.quotes if quote.target))


class Places:
    """The places of evidence in a document. Ask `why` for each piece of evidence, then read `title` and `body`."""

    def __init__(self, title: str, body: str, removed: Sequence[Mapping[str, Any]]) -> None:
        self._texts = {TITLE: fold(title), BODY: fold(body)}
        self._removed = [_one_line(str(line.get("text") or "")) for line in removed]
        self._marks: dict[tuple[str, int, int], Mark] = {}
        self._facts: dict[str, str] = {}
        self.cited_lines: set[int] = set()  # removed lines that evidence stands in
        self.elsewhere: list[Why] = []  # evidence from no line of the page: its metadata, its address

    def marks(self, where: str) -> list[Mark]:
        """What is to be marked in the title or in the text."""
        return [mark for (place, _, _), mark in self._marks.items() if place == where]

    def fact_of(self, target: str) -> str:
        """The id of the first fact that an element speaks for."""
        return self._facts[target]

    def why(self, evidence: Mapping[str, Any], fact: str) -> Why:
        """A piece of evidence for a fact (the id of its element), with its places."""
        text, where = str(evidence.get("text") or ""), str(evidence.get("where") or "")
        name = str(evidence.get("value") or "").rpartition("/")[2] if evidence.get("fact") in NAMES else ""
        if where in self._texts:
            quotes = self._in_text(text, name, where, fact)
        else:
            quotes = [Quote(_shortened(text), target=self._line(text) if where in (HEAD, FOOT) else "")]
        why = Why(tuple(quotes), where, str(evidence.get("rule") or ""))
        return why if where in (TITLE, BODY, HEAD, FOOT) else self._from_elsewhere(why)

    def _in_text(self, text: str, name: str, where: str, fact: str) -> list[Quote]:
        start, end = self._find(text, where)
        if end:
            return [self._quote(text, name, where, start, end, fact)]
        words = [word for word in text.split(LIST_MARK) if word]
        found = [(word, *self._find(word, where)) for word in words]
        if len(words) < 2 or not any(end for _, _, end in found):
            return [Quote(_shortened(text))]
        return [Quote(word, target=self._mark(where, start, end, fact)) for word, start, end in found]

    def _quote(self, text: str, name: str, where: str, start: int, end: int, fact: str) -> Quote:
        """A quotation; of one that holds the name that was read, the name is what counts."""
        at = fold(text).find(fold(name)) if name else -1
        inside = self._texts[where].find(fold(name), start, end) if at >= 0 else -1
        if inside < 0:
            return Quote(_shortened(text), target=self._mark(where, start, end, fact))
        target = self._mark(where, inside, inside + len(name), fact)
        return Quote(text[at : at + len(name)], text[:at], text[at + len(name) :], target)

    def _find(self, text: str, where: str) -> tuple[int, int]:
        """The place of some words, whatever blanks part them; (0, 0) when they do not stand there."""
        words = fold(text).split()
        found = re.search(r"\s*".join(map(re.escape, words)), self._texts[where]) if words else None
        return found.span() if found else (0, 0)

    def _mark(self, where: str, start: int, end: int, fact: str) -> str:
        if not end:
            return ""
        mark = self._marks.setdefault((where, start, end), Mark(start, end, EVIDENCE, f"e{len(self._marks) + 1}"))
        self._facts.setdefault(mark.name, fact)
        return mark.name

    def _from_elsewhere(self, why: Why) -> Why:
        if why not in self.elsewhere:
            self.elsewhere.append(why)
        quotes = (replace(quote, target=f"m{self.elsewhere.index(why)}") for quote in why.quotes)
        return replace(why, quotes=tuple(quotes))

    def _line(self, text: str) -> str:
        """The id of the removed line that holds the words."""
        words = _one_line(text)
        number = next((n for n, line in enumerate(self._removed) if words and words in line), None)
        if number is None:
            return ""
        self.cited_lines.add(number)
        return f"r{number}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip(_ENDS) + "…"
