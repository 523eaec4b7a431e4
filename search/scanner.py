"""Reading the text of a query from left to right: blanks, quotes, brackets, operators, words."""

from __future__ import annotations

import re

from engine.message import Message
from search.fields import BY_NAME, SCOPES, FieldName

OPEN, CLOSE = "(（", ")）"
STRAIGHT_QUOTES = '"＂'
QUOTES = STRAIGHT_QUOTES + "“”"
CORNERS = {"「": "」", "『": "』"}
BARS = "|｜"
MINUS = "-－"
SPAN_KINDS = ("year", "date")  # kinds of values that may begin with a minus sign or dots: an open end

SEARCHABLE = re.compile(r"[^\W_]")
KEYWORD = re.compile(rf"(OR|AND|NOT)(?=[\s{re.escape(OPEN + CLOSE + BARS)}]|$)")
NAME = re.compile(rf"({'|'.join(sorted(BY_NAME, key=len, reverse=True))})[:：]", re.IGNORECASE)
ANY_QUOTE = re.compile(f"[{QUOTES}]")
_WITHOUT_NUMBER = "|".join(f"{s.key}|{s.label}" for s in SCOPES.values() if s.key != "near")
NEAR = re.compile(rf"({_WITHOUT_NUMBER}|(?:near|{SCOPES['near'].label})(\d{{1,4}}))[(（]", re.IGNORECASE)
_OPEN_END = re.compile(r"[.~～…—–]")


class Scanner:
    """A text and the place in it that is read next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.notes: list[str] = []

    def note(self, sentence: str) -> None:
        """Say once what was read otherwise than written."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def char(self) -> str:
        """The character at hand; empty at the end."""
        return self.text[self.at : self.at + 1]

    def stands_at(self, marks: str) -> bool:
        """Whether one of these characters is at hand."""
        return bool(self.char()) and self.char() in marks

    def skip_to_term(self, depth: int, field: FieldName | None) -> bool:
        """Go past blanks and marks that mean nothing here; False at the end."""
        while self.char() and not self.starts_term(depth, field):
            if self.char() in STRAIGHT_QUOTES:
                self.note(Message("有一个引号没有配对，已忽略它；要查原样短语，请在短语两边都加引号。"))
            elif self.char() in QUOTES or self.char() in CORNERS:
                self.note(Message("引号没有配对或与后面的文字相连，按普通文字查找；要查原样短语，请在引号后空一格。"))
            self.at += 1
        return bool(self.char())

    def starts_term(self, depth: int, field: FieldName | None) -> bool:
        """Whether a term, or what ends a bracket, is at hand."""
        char = self.char()
        if SEARCHABLE.match(char) or char in BARS + OPEN:
            return True
        if char in CLOSE:
            return depth > 0
        if is_span(field) and (char in MINUS or _OPEN_END.match(char)):
            return True
        return self.excludes() if char in MINUS else self.phrase_end() is not None

    def excludes(self) -> bool:
        """A minus sign excludes when something follows it directly; a dash does not."""
        before, after = self.text[: self.at][-1:], self.text[self.at + 1 : self.at + 2]
        return bool(after) and not after.isspace() and after not in MINUS and (not before or before not in MINUS)

    def phrase_end(self) -> int | None:
        """Where the phrase that starts here ends.

        Typographic quotes that run on into text are part of that text: pasted titles are full of them.
        """
        opening, end = self.char(), -1
        if opening in CORNERS:
            end = self.text.find(CORNERS[opening], self.at + 1)
        elif opening in QUOTES:
            close = ANY_QUOTE.search(self.text, self.at + 1)
            end = close.start() if close else -1
        if end < 0:
            return None
        runs_on = opening not in STRAIGHT_QUOTES and SEARCHABLE.match(self.text, end + 1)
        return None if runs_on else end

    def operator(self) -> str | None:
        """Read OR, | or AND."""
        if self.stands_at(BARS):
            self.at += 1
            return "OR"
        match = KEYWORD.match(self.text, self.at)
        if match and match[1] != "NOT":
            self.at = match.end()
            return match[1]
        return None

    def negation(self, field: FieldName | None) -> bool:
        """Read - or NOT."""
        keyword = KEYWORD.match(self.text, self.at)
        if keyword and keyword[1] == "NOT":
            self.at = keyword.end()
            return True
        minus = self.stands_at(MINUS) and not is_span(field)
        self.at += minus
        return minus

    def at_or(self) -> bool:
        """Whether OR or AND is at hand."""
        keyword = KEYWORD.match(self.text, self.at)
        return keyword is not None and keyword[1] != "NOT"

    def raw_word(self, depth: int) -> str:
        """Read up to a blank, a straight quote, a bar, or the bracket that closes a group; brackets inside stay."""
        start, inside = self.at, 0
        while (char := self.char()) and not (char.isspace() or char in STRAIGHT_QUOTES + BARS):
            if char in CLOSE and not inside and depth:
                break
            inside += (char in OPEN) - (char in CLOSE and inside > 0)
            self.at += 1
        return self.text[start : self.at]


def is_span(field: FieldName | None) -> bool:
    """Whether the values of a field are years or dates, which may be open at one end."""
    return field is not None and field.kind in SPAN_KINDS
