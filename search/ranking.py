"""How well a document matches: the clauses that score, and the tiers that keep better kinds of match above."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from elasticsearch.dsl.query import Q, Query

import lexicon
from search.fields import BY_KEY
from search.normal_form import term_spans
from search.tree import Leaf, Node, Wild, leaves
from search.values import region_paths
from search.wild import pattern
from search.wording import Wording, length, wording

# Scores of the clauses below stay under 2,000, so that a tier always wins; a float still tells 0.0005 apart up there.
TIER = 4096.0
TERMS, PAIRS, CHARACTERS = "terms", "pairs", "characters"
# What scores: a field, what of the text is looked up there, the weight. Words alone miss what is called otherwise
# (老师, 教师), characters see that it is alike, and pairs of characters keep them in order.
SCORED = (
    ("body_terms", TERMS, 1.0),
    ("body.bigram", PAIRS, 1.0),
    ("body", CHARACTERS, 1.0),
    ("title_terms", TERMS, 0.2),
    ("title.bigram", PAIRS, 0.2),
)
MOST = {TERMS: 80, PAIRS: 120, CHARACTERS: 60}  # of a pasted text; more finds it no better and takes longer
OFFICIAL_WEIGHT = 0.2  # of the words that official texts write for everyday ones
PLACE_BOOST = 3.0  # the text is about a place that the question names
NUMBER_BOOST = 20.0  # the question is the document's number
TITLE_PHRASE_BOOST = 10.0  # the word stands literally in the title
BEGINNING_BOOST = 2.0  # the word stands literally in the first characters of the body
BEGINNING = 200  # characters
MAX_BOOSTED = 12  # words whose place in the text is looked at; more is a pasted text
MAX_PLACES = 3  # that a name may stand for; more tells nothing
MIN_NAME = 2  # characters of a place name
ISSUER = 4  # characters of a document number before its year: 冀政办字

_TOKEN = re.compile(r"[\u3400-\u9fff]|[a-z0-9]+")
_NUMBER = re.compile(r"([\u4e00-\u9fff]{1,12})[〔［\[（(【]?((?:19|20)\d\d)[〕］\])）】]?第?(\d{1,5})号")


def scoring(tree: Node) -> list[Query]:
    """The clauses that score a document; empty when nothing in the tree is text to rank by."""
    asked = [leaf for leaf, key in leaves(tree) if key is None or BY_KEY[key].kind == "text"]
    if not asked:
        return []
    read = [wording(_plain(leaf)) for leaf in asked]
    said = _looked_up(read)
    clauses = [*_matches(said, 1.0), *_matches(_official(read, said), OFFICIAL_WEIGHT)]
    clauses += [clause for words in read for clause in _facts(words)]
    return [*clauses, *(clause for leaf in asked[:MAX_BOOSTED] for clause in _place(leaf))]


def _plain(leaf: Leaf) -> str:
    return " ".join(pattern(leaf.text).pieces) if isinstance(leaf, Wild) else leaf.text


def _looked_up(read: list[Wording]) -> dict[str, list[str]]:
    """What of the texts is looked up, each once."""
    runs = [_tokens(run) for words in read for run in words.runs]
    return {
        TERMS: _once((t for words in read for t in words.ranked), TERMS),
        PAIRS: _once((a + b for run in runs for a, b in pairwise(run)), PAIRS),
        CHARACTERS: _once((c for run in runs for c in run), CHARACTERS),
    }


def _official(read: list[Wording], said: dict[str, list[str]]) -> dict[str, list[str]]:
    """What official texts write for the everyday words of a question, without what it says itself."""
    table = lexicon.everyday_words()
    words = [official for w in read if w.loose for term in w.ranked for official in table.get(term, ())]
    found = _looked_up([wording(word) for word in dict.fromkeys(words)])
    return {kind: [token for token in tokens if token not in said[kind]] for kind, tokens in found.items()}


def _matches(tokens: dict[str, list[str]], weight: float) -> list[Query]:
    """The tokens are made here as the index makes them, so that no pair reaches over what is left out."""
    return [
        Q("match", **{field: {"query": " ".join(tokens[kind]), "analyzer": "whitespace", "boost": weight * boost}})
        for field, kind, boost in SCORED
        if tokens[kind]
    ]


def _once(tokens: Iterable[str], kind: str) -> list[str]:
    return list(dict.fromkeys(tokens))[: MOST[kind]]


def _tokens(text: str) -> list[str]:
    """The characters and Latin words of a text, as the index holds them."""
    return [text[start:end].lower() for start, end in term_spans(text)]


def _facts(words: Wording) -> list[Query]:
    """Clauses for being about a place, or under a number, that the text names."""
    named = (region_paths(term) for term in words.content if len(term) >= MIN_NAME)
    paths = sorted({path for places in named if len(places) <= MAX_PLACES for path in places})
    wanted = [
        *([(Q("terms", region=paths), PLACE_BOOST)] if paths else []),
        *((_numbered(number), NUMBER_BOOST) for number in _NUMBER.finditer(words.text)),
    ]
    return [Q("constant_score", filter=query, boost=boost) for query, boost in wanted]


def _numbered(number: re.Match[str]) -> Query:
    """Documents with a number, whatever its brackets, and whatever words run on into it."""
    issuer, year, count = number.groups()
    return Q("regexp", document_number=f".*{issuer[-ISSUER:]}.{year}.第?{count}号")


def _place(leaf: Leaf) -> list[Query]:
    """Clauses for standing literally in the title, and at the beginning. A long text has its tier."""
    text = wording(leaf.text).text
    if isinstance(leaf, Wild) or wording(leaf.text).long:
        return []
    clauses = [Q("constant_score", filter=Q("match_phrase", title=text), boost=TITLE_PHRASE_BOOST)]
    tokens = _TOKEN.findall(text.lower())
    if len(tokens) != length(text):  # characters that the index may cut in another way
        return clauses
    characters: list[dict[str, Any]] = [{"span_term": {"body": token}} for token in tokens]
    near = {"span_near": {"clauses": characters, "slop": 0, "in_order": True}}
    run = characters[0] if len(characters) == 1 else near
    beginning = Q("span_first", match=run, end=BEGINNING)
    return [*clauses, Q("constant_score", filter=beginning, boost=BEGINNING_BOOST)]


def lifts(tree: Node) -> bool:
    """Whether holding every word ranks a document above the others: it does for words that someone chose.

    The words of a question or a pasted text stand scattered over any long document.
    """
    return not any(wording(_plain(leaf)).loose for leaf, _ in leaves(tree))


def tier(query: Query, name: str, *, lifts: bool = True) -> Query:
    """A clause whose name tells that it matched; it lifts its documents above the others, or it only names them."""
    return Q("constant_score", filter=query, boost=TIER if lifts else 0.0, _name=name)
