"""Query text -> tree. An allow-list grammar: what is not an operator is text, so that anything can be pasted in.

query  := (term | OR)*     terms side by side; OR (or |) joins the two terms around it
term   := [-] ( "(" query ")" | near | "phrase" | name:term | word )
near   := (同句 | 同段 | 近N) "(" operand operand* ")"
operand := word | "phrase" | "(" operand OR operand ")"
phrase := characters, with ? and * between them for one and for a few characters
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from engine.errors import QueryError
from engine.message import Message
from search import scanner as s
from search.dates import read_dates
from search.fields import BY_NAME, SCOPES, FieldName
from search.nearness import ways_to_stand
from search.question import MAX_QUERY, UNKNOWN
from search.scanner import Scanner, is_span
from search.suggestion import suggest
from search.tree import EMPTY, Any, Field, Leaf, Near, Node, Not, Phrase, Wild, Word, join_all, join_any, units
from search.wild import MAX_GAP, MAX_STARS, MOST, is_bare_wild, pattern, wild_text
from search.years import read_years

MAX_DEPTH = 20  # brackets inside brackets
MAX_TERMS = 100  # phrases, values and grouped words; bare words at the top are not limited, they may be a pasted text
MAX_VALUE = 100  # characters of a place, a name, a document number
MAX_DISTANCE = 200  # characters between words near each other
MAX_NEAR = 5  # words or phrases near each other
MAX_WAYS = 24  # ways to take one alternative for each of them

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True)
class Parsed:
    """A query that was read: its tree, and notes on what was read otherwise than written."""

    tree: Node
    notes: tuple[str, ...] = ()


class _Wrong(QueryError):
    """A QueryError with the end of the wrong place."""

    def __init__(self, message: str, query: str, position: int, end: int) -> None:
        super().__init__(message, query, position)
        self.end = end


def parse(text: str) -> Parsed:
    """Read a query. Raises QueryError, with the position and the nearest query that works, where no reading exists."""
    try:
        return _read(text)
    except _Wrong as error:
        nearest = suggest(error, error.end, _read)
        raise QueryError(error.message, error.query, error.position, nearest) from None


def _read(text: str) -> Parsed:
    if len(text) > MAX_QUERY:
        message = Message(
            "检索词有 %(n)s 个字符，最多 %(most)s 个：请缩短，或只粘贴其中最要紧的一两句。", n=len(text), most=MAX_QUERY
        )
        raise _Wrong(message, text, MAX_QUERY, len(text))
    parser = _Parser(_CONTROL.sub(" ", text))
    tree = parser.query(0, None)
    if tree is None and text.strip():
        parser.note(Message("检索词里没有可以查找的字或词，所以列出了全部文档。"))
    parser.check_number_of_terms(tree or EMPTY)
    return Parsed(tree or EMPTY, tuple(parser.notes))


class _Parser(Scanner):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.leaves: list[Leaf] = []

    def fail(self, message: str, position: int) -> QueryError:
        return _Wrong(message, self.text, position, max(self.at, position))

    def check_number_of_terms(self, tree: Node) -> None:
        free = {id(node) for node in units(tree) if isinstance(node, Word)}
        bound = [leaf for leaf in self.leaves if id(leaf) not in free]
        if len(bound) > MAX_TERMS:
            message = Message(
                "检索式里的短语、字段和括号内的词共有 %(n)s 个，最多 %(most)s 个：请分几次查找。",
                n=len(bound),
                most=MAX_TERMS,
            )
            raise self.fail(message, bound[MAX_TERMS].position)

    def query(self, depth: int, field: FieldName | None) -> Node | None:
        """Read terms up to the end, or to the bracket that closes this depth."""
        nodes: list[Node] = []
        joining = False
        while self.skip_to_term(depth, field):
            if depth and self.stands_at(s.CLOSE):
                break
            operator = self.operator()
            if operator == "AND":
                self.note(Message("不必写 AND：并列的词本来就都要查；要每个词都必须出现，请选“含全部词”。"))
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
            self.note(Message("有一个 OR（或 |）的一边没有词，已忽略它。"))

    def term(self, depth: int, field: FieldName | None) -> Node | None:
        """Read one term, with what excludes it; None when there is nothing to search in it."""
        excluded = False
        while self.negation(field):
            excluded = not excluded
            if not self.skip_to_term(depth, field) or self.stands_at(s.BARS + (s.CLOSE if depth else "")):
                return None
        node = self.group(depth, field) if self.stands_at(s.OPEN) else self.simple_term(depth, field)
        return Not(node) if excluded and node is not None else node

    def group(self, depth: int, field: FieldName | None) -> Node | None:
        if depth == MAX_DEPTH:
            raise self.fail(Message("括号套得太深：最多 %(most)s 层。", most=MAX_DEPTH), self.at)
        self.at += 1
        node = self.query(depth + 1, field)
        if self.stands_at(s.CLOSE):
            self.at += 1
        else:
            self.note(Message("括号没有配对，已当作在末尾结束。"))
        return node

    def simple_term(self, depth: int, field: FieldName | None) -> Node | None:
        start, end = self.at, self.phrase_end()
        if end is not None:
            self.at = end + 1
            return self.leaf(self.text[start + 1 : end], start + 1, field, quoted=True)
        near = s.NEAR.match(self.text, start) if field is None or field.kind == "text" else None
        if near:
            return self.near(near, depth, field)
        name = s.NAME.match(self.text, start) if field is None else None
        if name:
            return self.field(name, depth)
        return self.leaf(self.raw_word(depth), start, field, quoted=False)

    def near(self, match: re.Match[str], depth: int, field: FieldName | None) -> Near:
        """Read the bracket behind 同句, 同段 or 近N."""
        start, self.at = self.at, match.end() - 1
        group = self.group(depth, None)
        nodes = units(group) if group is not None else ()
        distance = int(match[2] or 0)
        if field is not None:
            raise self.fail(
                Message(
                    "“%(operator)s( )”不能写在“%(label)s:”后面：请把它单独写。", operator=match[1], label=field.label
                ),
                start,
            )
        if match[2] and not 1 <= distance <= MAX_DISTANCE:
            raise self.fail(
                Message(
                    "“%(operator)s”的字数要在 1 到 %(most)s 之间，例如 近10( )。", operator=match[1], most=MAX_DISTANCE
                ),
                start,
            )
        if not 2 <= len(nodes) <= MAX_NEAR:
            message = Message(
                "“%(operator)s( )”里要写 2 到 %(most)s 个词或短语，例如 %(operator)s(招商 高新区)。",
                operator=match[1],
                most=MAX_NEAR,
            )
            raise self.fail(message, match.end())
        self.check_operands(match, nodes)
        scope = next((k for k, v in SCOPES.items() if match[1].lower() in (k, v.label)), "near")
        return Near(scope, nodes, distance, start)

    def check_operands(self, match: re.Match[str], nodes: tuple[Node, ...]) -> None:
        alternatives = [node.nodes if isinstance(node, Any) else (node,) for node in nodes]
        leaves = [leaf for parts in alternatives for leaf in parts]
        if not all(isinstance(leaf, Word | Phrase | Wild) for leaf in leaves):
            example = f"{match[1]}(招商 (高新区 OR 经开区))"
            message = Message(
                "“%(operator)s( )”里只能写词、短语，和用 OR 连起来的词、短语，例如 %(example)s。",
                operator=match[1],
                example=example,
            )
            raise self.fail(message, match.end())
        ways = math.prod(sum(ways_to_stand(leaf) for leaf in parts) for parts in alternatives)
        if match[2] and ways > MAX_WAYS and any(isinstance(leaf, Wild) for leaf in leaves):
            message = Message(
                "“%(operator)s( )”里的 * 太多：请只用一个 *，或用 ? 写明字数，或改用 同句( )。", operator=match[1]
            )
            raise self.fail(message, match.end())
        if math.prod(map(len, alternatives)) > MAX_WAYS:
            raise self.fail(
                Message("“%(operator)s( )”里用 OR 连起来的词太多：请分几次查找。", operator=match[1]), match.end()
            )

    def field(self, match: re.Match[str], depth: int) -> Node:
        field, start, self.at = BY_NAME[match[1].lower()], self.at, match.end()
        while self.char().isspace():
            self.at += 1
        node: Node | None = None
        if is_span(field) and self.char() and not self.stands_at(s.OPEN + s.BARS) and self.phrase_end() is None:
            begin = self.at
            node = self.leaf(self.raw_word(depth), begin, field, quoted=False)
        elif self.skip_to_term(depth, field) and not self.stands_at(s.BARS + s.CLOSE) and not self.at_or():
            node = self.term(depth, field)
        if node is None:
            self.at = match.end()
            message = Message(
                "“%(operator)s”后面没有写要查的值，例如 %(example)s；不按%(label)s查找，请删去冒号。",
                operator=match[0],
                example=field.example,
                label=field.label,
            )
            raise self.fail(message, match.end())
        return Field(field.key, node, start)

    def leaf(self, raw: str, start: int, field: FieldName | None, *, quoted: bool) -> Node | None:
        if not s.SEARCHABLE.search(raw):
            return None
        if field is not None and field.kind != "text" and len(raw) > MAX_VALUE:
            raise self.fail(
                Message(
                    "%(label)s的值有 %(n)s 个字符，最多 %(most)s 个：请缩短。",
                    label=field.label,
                    n=len(raw),
                    most=MAX_VALUE,
                ),
                start,
            )
        leaf = self.value(raw, start, field) if is_span(field) else self.text_leaf(raw, start, field, quoted)
        self.leaves.append(leaf)
        return leaf

    def text_leaf(self, raw: str, start: int, field: FieldName | None, quoted: bool) -> Leaf:
        text = s.ANY_QUOTE.sub(" ", raw).strip() if quoted else _plain(raw)
        wild = wild_text(text) if (quoted or is_bare_wild(text)) and (field is None or field.kind == "text") else None
        if wild is None:
            return Phrase(text, start) if quoted else Word(text, start)
        if pattern(wild).stars > MAX_STARS:
            raise self.fail(
                Message("一个短语里最多用 %(stars)s 个 *（每个代表至多 %(most)s 个字）。", stars=MAX_STARS, most=MOST),
                start,
            )
        if any(gap.most > MAX_GAP for gap in pattern(wild).gaps):
            raise self.fail(Message("短语里两段之间的 ? 和 * 合起来最多代表 %(most)s 个字。", most=MAX_GAP), start)
        return Wild(wild, start)

    def value(self, raw: str, start: int, field: FieldName | None) -> Word:
        """Read a year, a date, or a range of them."""
        text = s.ANY_QUOTE.sub("", raw).strip().rstrip("，。,;；、").strip()
        if text == UNKNOWN:
            return Word(text, start)
        if field is not None and field.kind == "date":
            dates = read_dates(text)
            if dates is not None:
                return Word(str(dates), start)
            message = Message(
                "看不懂日期“%(text)s”：请写 日期:2023、日期:2023-09、日期:2023-09-05 或 日期:2023-09..2023-12。",
                text=text,
            )
            raise self.fail(message, start)
        years = read_years(text)
        if years is None:
            message = Message(
                "看不懂年份“%(text)s”：请写四位数字的一年或一段，如 年份:2023、年份:2020-2023。", text=text
            )
            raise self.fail(message, start)
        return Word(str(years), start)


def _plain(raw: str) -> str:
    """A word without marks at its ends, brackets in it paired, and never an operator."""
    text = _EDGES.sub("", raw)
    keyword = s.KEYWORD.match(text)
    if keyword:
        text = text[: keyword.end()].lower() + text[keyword.end() :]
    pieces, inside = [], 0
    for char in text:
        closing = char in s.CLOSE
        pieces.append("、" if closing and not inside else char)
        inside += (char in s.OPEN) - (closing and inside > 0)
    return "".join(pieces) + ")" * inside
