"""Query text -> tree. An allow-list grammar: what is not an operator is text, so that anything can be pasted in.

query  := (term | OR)*     terms side by side; OR (or |) joins the two terms around it
term   := [-] ( "(" query ")" | "phrase" | name:term | word )
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.errors import QueryError
from search.fields import BY_NAME, FieldName
from search.question import MAX_QUERY, UNKNOWN
from search.tree import EMPTY, Field, Leaf, Node, Not, Phrase, Word, join_all, join_any, units
from search.years import read_years

MAX_DEPTH = 20  # brackets inside brackets
MAX_TERMS = 100  # phrases, values and grouped words; bare words at the top are not limited, they may be a pasted text
MAX_VALUE = 100  # characters of a place, a name, a document number

OPEN, CLOSE = "(（", ")）"
STRAIGHT_QUOTES = '"＂'
QUOTES = STRAIGHT_QUOTES + "“”"
CORNERS = {"「": "」", "『": "』"}
BARS = "|｜"
MINUS = "-－"

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SEARCHABLE = re.compile(r"[^\W_]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_KEYWORD = re.compile(rf"(OR|AND|NOT)(?=[\s{re.escape(OPEN + CLOSE + BARS)}]|$)")
_NAME = re.compile(rf"({'|'.join(sorted(BY_NAME, key=len, reverse=True))})[:：]", re.IGNORECASE)
_ANY_QUOTE = re.compile(f"[{QUOTES}]")


@dataclass(frozen=True)
class Parsed:
    """A query that was read: its tree, and notes on what was read otherwise than written."""

    tree: Node
    notes: tuple[str, ...] = ()


def parse(text: str) -> Parsed:
    """Read a query. Raises QueryError, with the position, where no sensible reading exists."""
    if len(text) > MAX_QUERY:
        message = f"检索词有 {len(text)} 个字符，最多 {MAX_QUERY} 个：请缩短，或只粘贴其中最要紧的一两句。"
        raise QueryError(message, text, MAX_QUERY)
    parser = _Parser(_CONTROL.sub(" ", text))
    tree = parser.query(0, None)
    if tree is None and text.strip():
        parser.note("检索词里没有可以查找的字或词，所以列出了全部文档。")
    parser.check_number_of_terms(tree or EMPTY)
    return Parsed(tree or EMPTY, tuple(parser.notes))


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.leaves: list[Leaf] = []
        self.notes: list[str] = []

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def fail(self, message: str, position: int) -> QueryError:
        return QueryError(message, self.text, position)

    def char(self) -> str:
        """The character at hand; empty at the end."""
        return self.text[self.at : self.at + 1]

    def stands_at(self, marks: str) -> bool:
        return bool(self.char()) and self.char() in marks

    def check_number_of_terms(self, tree: Node) -> None:
        free = {id(node) for node in units(tree) if isinstance(node, Word)}
        bound = [leaf for leaf in self.leaves if id(leaf) not in free]
        if len(bound) > MAX_TERMS:
            message = f"检索式里的短语、字段和括号内的词共有 {len(bound)} 个，最多 {MAX_TERMS} 个：请分几次查找。"
            raise self.fail(message, bound[MAX_TERMS].position)

    def query(self, depth: int, field: FieldName | None) -> Node | None:
        """Read terms up to the end, or to the bracket that closes this depth."""
        nodes: list[Node] = []
        joining = False
        while self.skip_to_term(depth, field):
            if depth and self.stands_at(CLOSE):
                break
            operator = self.operator()
            if operator == "AND":
                self.note("不必写 AND：并列的词本来就都要查；要每个词都必须出现，请选“含全部词”。")
            elif operator == "OR":
                joining = bool(nodes)
                self.note_lonely_or(joining)
            elif (node := self.term(depth, field)) is not None:
                nodes[-1:] = [join_any(nodes[-1], node)] if joining else [*nodes[-1:], node]
                joining = False
        self.note_lonely_or(not joining)
        return join_all(nodes) if nodes else None

    def note_lonely_or(self, has_neighbour: bool) -> None:
        if not has_neighbour:
            self.note("有一个 OR（或 |）的一边没有词，已忽略它。")

    def skip_to_term(self, depth: int, field: FieldName | None) -> bool:
        """Go past blanks and marks that mean nothing here; False at the end."""
        while self.char() and not self.starts_term(depth, field):
            if self.char() in STRAIGHT_QUOTES:
                self.note("有一个引号没有配对，已忽略它；要查原样短语，请在短语两边都加引号。")
            elif self.char() in QUOTES or self.char() in CORNERS:
                self.note("引号没有配对或与后面的文字相连，按普通文字查找；要查原样短语，请在引号后空一格。")
            self.at += 1
        return bool(self.char())

    def starts_term(self, depth: int, field: FieldName | None) -> bool:
        char = self.char()
        if _SEARCHABLE.match(char) or char in BARS + OPEN:
            return True
        if char in CLOSE:
            return depth > 0
        if char in MINUS:
            return _is_year(field) or self.excludes()
        return self.phrase_end() is not None

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
            close = _ANY_QUOTE.search(self.text, self.at + 1)
            end = close.start() if close else -1
        if end < 0:
            return None
        runs_on = opening not in STRAIGHT_QUOTES and _SEARCHABLE.match(self.text, end + 1)
        return None if runs_on else end

    def operator(self) -> str | None:
        """Read OR, | or AND."""
        if self.stands_at(BARS):
            self.at += 1
            return "OR"
        match = _KEYWORD.match(self.text, self.at)
        if match and match[1] != "NOT":
            self.at = match.end()
            return match[1]
        return None

    def term(self, depth: int, field: FieldName | None) -> Node | None:
        """Read one term, with what excludes it; None when there is nothing to search in it."""
        excluded = False
        while self.negation(field):
            excluded = not excluded
            if not self.skip_to_term(depth, field) or self.stands_at(BARS + (CLOSE if depth else "")):
                return None
        node = self.group(depth, field) if self.stands_at(OPEN) else self.simple_term(depth, field)
        return Not(node) if excluded and node is not None else node

    def negation(self, field: FieldName | None) -> bool:
        """Read - or NOT."""
        keyword = _KEYWORD.match(self.text, self.at)
        if keyword and keyword[1] == "NOT":
            self.at = keyword.end()
            return True
        minus = self.stands_at(MINUS) and not _is_year(field)
        self.at += minus
        return minus

    def group(self, depth: int, field: FieldName | None) -> Node | None:
        if depth == MAX_DEPTH:
            raise self.fail(f"括号套得太深：最多 {MAX_DEPTH} 层。", self.at)
        self.at += 1
        node = self.query(depth + 1, field)
        if self.stands_at(CLOSE):
            self.at += 1
        else:
            self.note("括号没有配对，已当作在末尾结束。")
        return node

    def simple_term(self, depth: int, field: FieldName | None) -> Node | None:
        start, end = self.at, self.phrase_end()
        if end is not None:
            self.at = end + 1
            return self.leaf(self.text[start + 1 : end], start + 1, field, quoted=True)
        name = _NAME.match(self.text, start) if field is None else None
        if name:
            return self.field(name, depth)
        return self.leaf(self.raw_word(depth), start, field, quoted=False)

    def field(self, match: re.Match[str], depth: int) -> Node:
        field, start, self.at = BY_NAME[match[1].lower()], self.at, match.end()
        while self.char().isspace():
            self.at += 1
        node: Node | None = None
        if _is_year(field) and self.char() and not self.stands_at(OPEN + BARS) and self.phrase_end() is None:
            begin = self.at
            node = self.leaf(self.raw_word(depth), begin, field, quoted=False)
        elif self.skip_to_term(depth, field) and not self.stands_at(BARS + CLOSE) and not self.at_or():
            node = self.term(depth, field)
        if node is None:
            message = f"“{match[0]}”后面没有写要查的值，例如 {field.example}；不按{field.label}查找，请删去冒号。"
            raise self.fail(message, match.end())
        return Field(field.key, node, start)

    def at_or(self) -> bool:
        keyword = _KEYWORD.match(self.text, self.at)
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

    def leaf(self, raw: str, start: int, field: FieldName | None, *, quoted: bool) -> Node | None:
        if not _SEARCHABLE.search(raw):
            return None
        if field is not None and field.kind != "text" and len(raw) > MAX_VALUE:
            raise self.fail(f"{field.label}的值有 {len(raw)} 个字符，最多 {MAX_VALUE} 个：请缩短。", start)
        leaf: Leaf
        if _is_year(field):
            leaf = Word(self.years(raw, start), start)
        elif quoted:
            leaf = Phrase(_ANY_QUOTE.sub(" ", raw).strip(), start)
        else:
            leaf = Word(_plain(raw), start)
        self.leaves.append(leaf)
        return leaf

    def years(self, raw: str, start: int) -> str:
        text = raw.strip().rstrip("，。,;；、")
        if text == UNKNOWN:
            return text
        years = read_years(text)
        if years is None:
            message = f"看不懂年份“{text}”：请写四位数字的一年或一段，如 年份:2023、年份:2020-2023。"
            raise self.fail(message, start)
        return str(years)


def _is_year(field: FieldName | None) -> bool:
    return field is not None and field.kind == "year"


def _plain(raw: str) -> str:
    """A word without marks at its ends, brackets in it paired, and never an operator."""
    text = _EDGES.sub("", raw)
    keyword = _KEYWORD.match(text)
    if keyword:
        text = text[: keyword.end()].lower() + text[keyword.end() :]
    pieces, inside = [], 0
    for char in text:
        closing = char in CLOSE
        pieces.append("、" if closing and not inside else char)
        inside += (char in OPEN) - (closing and inside > 0)
    return "".join(pieces) + ")" * inside
