"""The tree of a query, and how it is written out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from search.fields import BY_KEY, SCOPES


@dataclass(frozen=True)
class Word:
    """Text without quotes: a word, or a whole pasted sentence.

    `also` are other wordings of the slogan that the word names; each counts as the word does.
    """

    text: str
    position: int = field(default=0, compare=False)
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrase:
    """Text in quotes: it must stand so."""

    text: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Wild:
    """A phrase with wildcards between its pieces: ? is one character, * a few or none."""

    text: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Near:
    """Words and phrases near each other: in one sentence, in one paragraph, or `distance` characters apart."""

    scope: str  # a key of fields.SCOPES
    nodes: tuple[Node, ...]  # each a leaf, or an Any of leaves
    distance: int = 0  # of the scope `near`
    position: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Field:
    """`name:value`; `key` is the English name, and `node` holds no further Field."""

    key: str
    node: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Not:
    """What must not stand."""

    node: Node


@dataclass(frozen=True)
class All:
    """Parts side by side. Without parts: the empty query."""

    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Any:
    """Parts joined by OR."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Word | Phrase | Wild | Near | Field | Not | All | Any
Leaf: TypeAlias = Word | Phrase | Wild
EMPTY = All()


def join_all(nodes: list[Node]) -> Node:
    """Parts side by side as one node; a single part is itself."""
    return nodes[0] if len(nodes) == 1 else All(tuple(nodes))


def join_any(left: Node, right: Node) -> Any:
    """Two parts joined by OR, alternatives inside them taken up."""
    parts = [part for node in (left, right) for part in (node.nodes if isinstance(node, Any) else (node,))]
    return Any(tuple(parts))


def units(tree: Node) -> tuple[Node, ...]:
    """The parts that stand side by side at the top."""
    return tree.nodes if isinstance(tree, All) else (tree,)


def to_text(node: Node) -> str:
    """The query as text, in canonical form: `parse(to_text(tree)).tree == tree`."""
    match node:
        case Word(text):
            return text
        case Phrase(text) | Wild(text):
            return f'"{text}"'
        case Near(scope, nodes, distance):
            return f"{SCOPES[scope].label}{distance or ''}({' '.join(_tight(n) for n in nodes)})"
        case Field(key, value):
            return f"{BY_KEY[key].label}:{_tight(value)}"
        case Not(inner):
            return f"-({to_text(inner)})" if isinstance(inner, Not | All | Any) else f"-{to_text(inner)}"
        case Any(nodes):
            return " OR ".join(_tight(n) for n in nodes)
        case All(nodes):
            return " ".join(f"({to_text(n)})" if isinstance(n, All) else to_text(n) for n in nodes)


def _tight(node: Node) -> str:
    return f"({to_text(node)})" if isinstance(node, All | Any) else to_text(node)


def leaves(node: Node, key: str | None = None) -> Iterator[tuple[Leaf, str | None]]:
    """The words and phrases that are asked for (nothing excluded), each with the field it is bound to."""
    match node:
        case Word() | Phrase() | Wild():
            yield node, key
        case Field(name, inner):
            yield from leaves(inner, name)
        case All(nodes) | Any(nodes) | Near(_, nodes):
            for part in nodes:
                yield from leaves(part, key)
        case Not():
            return
