"""The facts of a document with what each was read from."""

from __future__ import annotations

from dataclasses import dataclass

from search.answer import Article
from webui.evidence import Places, Why

NAMES = ("published", "region", "kind", "outlet", "author", "site", "document_number", "park", "industry", "slogan")
CANDIDATE = "slogan_candidate"  # of evidence alone: no value of the document


@dataclass(frozen=True)
class Fact:
    """One value of a fact: the id of its element, and what it was read from."""

    name: str
    value: str
    anchor: str
    whys: tuple[Why, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of the elements that hold the words it was read from."""
        return tuple(dict.fromkeys(target for why in self.whys for target in why.targets))


def facts(article: Article, places: Places) -> dict[str, list[Fact]]:
    """The known facts by name, and candidates for slogans. Places inside which another is listed are left out."""
    found = {name: _facts(article, name, places) for name in (*NAMES, CANDIDATE)}
    return {name: values for name, values in found.items() if values}


def _facts(article: Article, name: str, places: Places) -> list[Fact]:
    value = article.facts.get(name)
    values = value if isinstance(value, list | tuple) else [value] if value not in (None, "") else []
    values = [str(v) for v in values if not any(str(other).startswith(f"{v}/") for other in values)]
    mine = [entry for entry in article.evidence if entry.get("fact") == name]
    if name == CANDIDATE:
        values = list(dict.fromkeys(str(entry.get("value")) for entry in mine))
    found: list[Fact] = []
    for number, one in enumerate(values, 1):
        anchor = f"{name}-{number}"
        speaking = [entry for entry in mine if str(entry.get("value")) == one]
        if not speaking and len(values) == 1:  # one value: all that was read speaks for it
            speaking = mine
        found.append(Fact(name, one, anchor, tuple(places.why(entry, anchor) for entry in speaking)))
    return found
