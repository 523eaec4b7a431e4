"""Phrases drawn at random from the texts of an index, to check the search with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from engine import UserError
from search.frozen import PAGE, Frozen
from search.normal_form import term_spans

SHORTEST, LONGEST = 2, 8  # characters of a phrase, marks and blanks inside not counted
USUAL_SAMPLE = 200  # phrases drawn where nobody says how many
MOST = 10_000  # phrases
TRIES = 20  # places of a text at which a phrase is looked for
TITLE_OR_BODY = (1, 9)  # how often a phrase is drawn from either
TEXTS = ["title", "body", "display"]  # the fields that hold what people read


def draw(view: Frozen, number: int, seed: int) -> Iterator[tuple[str, str]]:
    """So many different phrases, each with the id of the document it is from; fewer where there is little text.

    The same seed over the same documents draws the same phrases. Raises UserError for a number that is too large.
    """
    if number > MOST:
        raise UserError("一次最多抽 %(most)s 个短语。", most=MOST)
    size = view.search({"size": 0, "track_total_hits": True})["hits"]["total"]["value"] if number else 0
    if not size:
        return
    dice = random.Random(seed)
    any_order = {"function_score": {"random_score": {"seed": seed, "field": "id"}}}
    body = {"query": any_order, "sort": [{"_score": "desc"}, {"id": "asc"}], "_source": TEXTS}
    seen: set[str] = set()
    for hit in view.hits(body, min(PAGE, number)):
        for _ in range(-(-number // size)):
            phrase = _phrase(shown(hit["_source"]), dice)
            if phrase and phrase not in seen:
                seen.add(phrase)
                yield phrase, hit["_id"]
            if len(seen) == number:
                return


def shown(source: dict[str, Any]) -> tuple[str, str]:
    """Title and text of a document as people read them: what the search has to be complete for."""
    display = source.get("display", {})
    return display.get("title", source["title"]), display.get("body", source["body"])


def _phrase(texts: tuple[str, str], dice: random.Random) -> str | None:
    """A piece of a text that begins and ends with a whole term; None when luck fails."""
    text = dice.choices(texts, TITLE_OR_BODY)[0]
    terms = term_spans(text)
    for _ in range(TRIES if terms else 0):
        wanted = dice.randint(SHORTEST, LONGEST)
        first = last = dice.randrange(len(terms))
        length = terms[first][1] - terms[first][0]
        while length < wanted and last + 1 < len(terms):
            last += 1
            length += terms[last][1] - terms[last][0]
        if SHORTEST <= length <= LONGEST:
            return text[terms[first][0] : terms[last][1]]
    return None
