"""Is the exact search complete? A plain scan of all stored texts against what the index finds, phrase by phrase."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from elasticsearch import Elasticsearch

import lexicon
from engine import UserError
from mappings import fold, folded_forms
from search.frozen import Frozen
from search.matching import literally
from search.normal_form import normal_form
from search.sample import TEXTS, draw, shown
from search.tree import Phrase

LISTED = 10  # documents named for a phrase that differs, about
MAX_DETAILED = 50  # phrases that differ and whose documents are looked up
IDS = 10_000  # ids fetched at a time
FIELD_BREAK = "\n"  # in no normal form, so that no phrase runs from the title into the text


@dataclass(frozen=True)
class Stray:
    """A document that only one side has."""

    id: str
    path: str


@dataclass
class Tally:
    """A set of documents as their number and their hashes combined: as good for comparing as the set, at no size."""

    documents: int = 0
    digest: int = 0

    def add(self, document_id: str) -> None:
        self.documents += 1
        self.digest ^= int.from_bytes(hashlib.blake2b(document_id.encode(), digest_size=16).digest(), "big")


@dataclass
class Check:
    """A phrase: the documents whose text holds it, those that the index finds, and where they differ."""

    phrase: str
    drawn_from: str | None = None  # id of the document a sampled phrase was drawn from ...
    at_source: bool = False  # ... and whether the scan met it there
    scanned: Tally = field(default_factory=Tally)
    found: Tally = field(default_factory=Tally)
    missing: list[Stray] = field(default_factory=list)  # the text holds it, the index does not find it
    surplus: list[Stray] = field(default_factory=list)  # the index finds it, the text does not hold it

    @property
    def ok(self) -> bool:
        """Whether both sides have the same documents, of a drawn phrase the one it was drawn from among them."""
        return self.scanned == self.found and (self.drawn_from is None or self.at_source)


@dataclass(frozen=True)
class Verification:
    """The checks of all phrases against so many documents."""

    documents: int
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


def slogan_phrases() -> tuple[str, ...]:
    """Every form of every slogan of the lexicon."""
    return tuple(dict.fromkeys(form for slogan in lexicon.slogans() for form in lexicon.matching_forms(slogan)))


def verify(
    client: Elasticsearch, index: str, phrases: Iterable[str] = (), *, sample: int = 0, seed: int = 0
) -> Verification:
    """Check the phrases, and `sample` phrases of 2 to 8 characters drawn from the texts of the index.

    The documents are read once, in a frozen view, in constant memory. Raises UserError for a phrase without anything
    to search for, and EngineUnavailable.
    """
    checks = [Check(phrase) for phrase in dict.fromkeys(phrases)]
    for check in checks:
        if not normal_form(check.phrase):
            raise UserError("“%(phrase)s”里没有可以查找的字或词。", phrase=check.phrase)
    with Frozen(client, index) as view:
        checks += [Check(phrase, drawn_from=source) for phrase, source in draw(view, sample, seed)]
        documents = _scan(view, checks)
        for check in checks:
            for hit in view.hits(_asked(check.phrase) | {"_source": False}, IDS):
                check.found.add(hit["_id"])
        _detail(view, [check for check in checks if check.scanned != check.found][:MAX_DETAILED])
    return Verification(documents, tuple(checks))


def _asked(phrase: str) -> dict[str, Any]:
    """The request for the documents that the exact search finds."""
    return {"query": {"bool": {"filter": [literally(Phrase(phrase)).to_dict()]}}}


def _forms(phrase: str) -> tuple[str, ...]:
    """What is looked for in the normal form of a text; two forms where traditional texts were folded otherwise."""
    return tuple(normal_form(form) for form in folded_forms(phrase))


def _scan(view: Frozen, checks: list[Check]) -> int:
    """Count the documents that hold each phrase; how many documents there are."""
    wanted = [(form, number) for number, check in enumerate(checks) for form in _forms(check.phrase)]
    documents = 0
    for hit in view.hits({"_source": TEXTS}):
        documents += 1
        text = _scanned_text(hit["_source"])
        for number in {number for form, number in wanted if form in text}:
            checks[number].scanned.add(hit["_id"])
            checks[number].at_source |= checks[number].drawn_from == hit["_id"]
    return documents


def _scanned_text(source: dict[str, Any]) -> str:
    return FIELD_BREAK.join(normal_form(fold(text)) for text in shown(source))


def _detail(view: Frozen, checks: list[Check]) -> None:
    """Name documents that only one side has."""
    open_checks = list(checks)
    for page in view.pages({"_source": [*TEXTS, "path"]}) if checks else ():
        open_checks = [check for check in open_checks if len(check.missing) + len(check.surplus) < LISTED]
        if not open_checks:
            return
        texts = {hit["_id"]: _scanned_text(hit["_source"]) for hit in page}
        paths = {hit["_id"]: hit["_source"].get("path", "") for hit in page}
        for check in open_checks:
            holding = {i for i, text in texts.items() if any(form in text for form in _forms(check.phrase))}
            found = _found_among(view, check.phrase, list(texts))
            check.missing += [Stray(i, paths[i]) for i in sorted(holding - found)[:LISTED]]
            check.surplus += [Stray(i, paths[i]) for i in sorted(found - holding)[:LISTED]]


def _found_among(view: Frozen, phrase: str, ids: list[str]) -> set[str]:
    body = _asked(phrase)
    body["query"]["bool"]["filter"].append({"ids": {"values": ids}})
    return {hit["_id"] for hit in view.search(body | {"_source": False, "size": len(ids)})["hits"]["hits"]}
