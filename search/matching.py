"""Which documents a tree matches: literally (characters) or by words (jieba terms)."""

from __future__ import annotations

import datetime as dt
import re

from elasticsearch.dsl.query import Q, Query

from mappings import fold
from search.dates import read_dates
from search.fields import BY_KEY
from search.nearness import near_query, wild_query
from search.question import UNKNOWN
from search.tree import All, Any, Field, Near, Node, Not, Phrase, Wild, Word, join_all, units
from search.values import names, region_paths
from search.wording import Wording, only_asks, wording
from search.years import read_years

PHRASE_FIELDS = ["title", "body"]
TERM_FIELDS = ["title_terms", "body_terms"]
# Of the terms of a question or a pasted text: 30 %, of more than 10 terms 3, of more than 30 a fifth. Ranking sorts the
# rest out, and asking for more loses right answers: on 805 questions the first ten hold the right passage for 99.6 % at
# 30 %, for 99.1 % at 50 %; what people tell in a long question stands in no policy.
ENOUGH_OF_TEXT = "1<30% 10<3 30<20%"
MOST_OF_WORDS = 0.7  # of the words side by side that a document must hold, from three words on
MAX_WORDS = 24  # side by side; more is a pasted text with blanks, and is taken as one text
MAX_CHARACTERS = 400  # of the words side by side; the same
SEVERAL = 3  # words written together that are no name
LONGEST_TITLE = 120  # characters; a longer phrase is looked for in the body only, for clauses are limited

_BRACKET = re.compile(r"[\[\]［］〔〕【】()（）{}]")
_WILD = re.compile(r"([*?\\])")


def literally(node: Node) -> Query:
    """Documents in which every word of the tree stands as it is written."""
    return _query(node, None, True)


def by_words(node: Node) -> Query:
    """Documents that hold every word of the tree, each literally or as all of its terms together."""
    return _query(node, None, False)


def by_most_words(node: Node, *, any_word: bool = False) -> Query:
    """Documents that hold all that is required and most of the words; with `any_word`, one word of them at least.

    Required are phrases, fields and exclusions; bare words side by side are not.
    """
    parts = units(node)
    bare = [part for part in parts if not is_required(part)]
    required = [part for part in parts if is_required(part)]
    soft = [_enough(part, any_word) for part in bare]
    number = 1 if any_word else least_words(len(soft))
    if len(soft) == number:
        return _bool([_query(part, None, False) for part in required] + soft, [])
    filters = [_query(part, None, False) for part in required if not isinstance(part, Not)]
    must_not = [_query(part.node, None, False) for part in required if isinstance(part, Not)]
    return _bool(filters, must_not, should=soft, minimum_should_match=number)


def least_words(number: int) -> int:
    """How many of so many words side by side a document must hold: both of two, about 70 % of more."""
    return number if number <= 2 else max(2, round(MOST_OF_WORDS * number))


def is_required(node: Node) -> bool:
    """Whether a part must be matched even where most of the words are enough."""
    match node:
        case All(nodes) | Any(nodes):
            return all(is_required(n) for n in nodes)
        case _:
            return not isinstance(node, Word)


def bare_words(tree: Node) -> int:
    """How many parts side by side may be missing from a document that matches most of the words."""
    return sum(1 for part in units(tree) if not is_required(part))


def can_loosen(tree: Node) -> bool:
    """Whether one of the words, or of the terms of a text, may be enough where nothing else is found."""
    bare = [part for part in units(tree) if not is_required(part)]
    return len(bare) > 1 or any(isinstance(part, Word) and _several(wording(part.text)) for part in bare)


def _several(words: Wording) -> bool:
    """Whether a text is a question, a sentence, or several words written together (老百姓办事少跑腿).

    A slogan is not: where nothing holds it, its pieces say nothing (三抓三促, 项目突破年).
    """
    return words.loose or sum(len(term) > 1 for term in words.content) >= SEVERAL


def topical(tree: Node) -> Node:
    """The tree without words that only ask (是什么, 有哪些), where something else is left at its top."""
    parts = units(tree)
    kept = [part for part in parts if not (isinstance(part, Word) and only_asks(part.text))]
    return join_all(kept) if kept and len(kept) < len(parts) else tree


def merged(tree: Node) -> Node:
    """The tree with the words at its top as one text, when they are too many to be words that someone chose.

    Words that only ask are left out.
    """
    tree = topical(tree)
    parts = units(tree)
    words = [part for part in parts if isinstance(part, Word)]
    if len(words) <= MAX_WORDS and sum(len(w.text) for w in words) <= MAX_CHARACTERS:
        return tree
    text = Word(" ".join(w.text for w in words), words[0].position)
    rest = tuple(part for part in parts if not isinstance(part, Word))
    return All((text, *rest)) if rest else text


def _query(node: Node, key: str | None, literal: bool) -> Query:
    match node:
        case Word() | Phrase():
            return _leaf(node, key, literal)
        case Wild(text):
            return wild_query(text, title=key is not None)
        case Near():
            return near_query(node)
        case Field(name, inner):
            return _query(inner, name, literal)
        case Not(inner):
            return _bool([], [_query(inner, key, False)])
        case Any(nodes):
            return _either([_query(n, key, literal) for n in nodes])
        case All(nodes):
            filters = [_query(n, key, literal) for n in nodes if not isinstance(n, Not)]
            return _bool(filters, [_query(n.node, key, False) for n in nodes if isinstance(n, Not)])


def _leaf(leaf: Word | Phrase, key: str | None, literal: bool) -> Query:
    if key is not None and BY_KEY[key].kind != "text":
        return _value(key, leaf)
    phrase_fields, term_fields = (["title"], ["title_terms"]) if key else (PHRASE_FIELDS, TERM_FIELDS)
    words = wording(leaf.text)
    phrase = _either([_phrase(form, phrase_fields) for form in words.forms])
    if literal or isinstance(leaf, Phrase):
        return phrase
    terms = [] if words.terms == words.forms else [_terms(words, term_fields, "100%")]
    return _either([phrase, *terms, *(wording_query(text) for text in leaf.also)])


def wording_query(text: str) -> Query:
    """Documents in which another wording of a slogan stands literally."""
    return _either([_phrase(form, PHRASE_FIELDS) for form in wording(text).forms])


def _enough(node: Node, any_word: bool) -> Query:
    """A part that is not required; of a question or a long text some terms are enough, any of them with `any_word`."""
    words = wording(node.text) if isinstance(node, Word) else None
    if words is None or not (words.loose or (any_word and _several(words))):
        return _query(node, None, False)
    return _terms(words, TERM_FIELDS, "1" if any_word else ENOUGH_OF_TEXT)  # where it stands literally, they do too


def _phrase(text: str, fields: list[str]) -> Query:
    if len(fields) == 1:
        return Q("match_phrase", **{fields[0]: text})
    if len(text) > LONGEST_TITLE:
        return Q("match_phrase", body=text)
    return Q("multi_match", query=text, type="phrase", fields=fields)


def _terms(words: Wording, fields: list[str], least: str) -> Query:
    """Documents that hold so many of the terms, each in any of the fields."""
    text = " ".join(words.content if words.loose else words.terms)
    return Q("multi_match", query=text, type="cross_fields", fields=fields, minimum_should_match=least)


def _value(key: str, leaf: Word | Phrase) -> Query:
    if leaf.text == UNKNOWN:
        return missing(BY_KEY[key].source)
    kind = BY_KEY[key].kind
    if kind == "year":
        return year_query(leaf.text)
    if kind == "date":
        return date_query(leaf.text)
    if kind == "place":
        paths = region_paths(leaf.text)
        return Q("terms", region=list(paths)) if paths else _containing(key, leaf.text)
    if kind == "part":
        return _containing(key, leaf.text)
    exact = Q("terms", **{key: [fold(leaf.text)] if isinstance(leaf, Phrase) else list(names(key, leaf.text))})
    return _either([exact, _containing(key, leaf.text)]) if key == "park" and isinstance(leaf, Word) else exact


def _containing(key: str, text: str) -> Query:
    """Values with these characters in them; any bracket stands for any other (文号: 〔2023〕, [2023], (2023))."""
    patterns = dict.fromkeys(_BRACKET.sub("?", _WILD.sub(r"\\\1", t.strip())) for t in (text, fold(text)))
    return _either([Q("wildcard", **{key: {"value": f"*{p}*", "case_insensitive": True}}) for p in patterns])


def missing(key: str) -> Query:
    """Documents in which this fact was not found."""
    return _bool([], [Q("exists", field=key)])


def year_query(text: str) -> Query:
    """Documents of a year or a range of years; of none when the text is neither."""
    years = read_years(text)
    if years is None:
        return Q("match_none")
    if years.low == years.high:
        return Q("term", year=years.low)
    ends = {name: year for name, year in (("gte", years.low), ("lte", years.high)) if year is not None}
    return Q("range", year=ends)


def date_query(text: str) -> Query:
    """Documents published on certain days; one whose month or year alone is known, when all of it is among them."""
    dates = read_dates(text)
    if dates is None:
        return Q("match_none")
    low, high = dates.low, dates.high
    kinds: list[tuple[str | None, dt.date | None]] = [(None, high), ("month", high), ("year", high)]
    if high is not None:
        tomorrow = high + dt.timedelta(days=1)
        # A month or year stands in the index as its first day: the last one that ends by `high` began before this.
        kinds = [(None, tomorrow), ("month", tomorrow.replace(day=1)), ("year", tomorrow.replace(month=1, day=1))]
    return _either([_published(low, end, precision) for precision, end in kinds])


def _published(low: dt.date | None, end: dt.date | None, precision: str | None) -> Query:
    """Documents of a precision published from `low` on and before `end`; None: those whose day is known."""
    ends = {name: day.isoformat() for name, day in (("gte", low), ("lt", end)) if day is not None}
    days = Q("range", published=ends) if ends else Q("exists", field="published")
    if precision:
        return _bool([days, Q("term", published_precision=precision)], [])
    return _bool([days], [Q("terms", published_precision=["month", "year"])])


def _either(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)


def _bool(filters: list[Query], must_not: list[Query], **more: object) -> Query:
    if len(filters) == 1 and not must_not and not more:
        return filters[0]
    parts = {"filter": filters, "must_not": must_not, **more}
    return Q("bool", **{name: part for name, part in parts.items() if part})
