"""Title and main text."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.evaluation.compare import NOTHING, Triple, gram_f1, same, squeezed, value_metrics
from scripts.evaluation.findings import Findings, Listing, present
from scripts.evaluation.judged import Judged, Pages

WORST = 10  # pages listed
LEAD = 120  # characters that may stand before the first words: a document number, a dateline, a summary
TAIL = 600  # characters that may stand behind the last words: notes, lists of attachments, a byline
ENDS = {"body_first": "begins right", "body_last": "ends right", "body_excludes": "chrome left out"}
MORE_TITLE = 2  # characters by which the length of a title may differ: marks at its ends


def evaluate(pages: Pages) -> Findings:
    """F1 of the body where the whole is known; else its first and last words, and words that must not be in it."""
    scores = sorted((gram_f1(got or "", want), page.name) for page, want, got in pages.pairs("body"))
    titles, wrong_titles = value_metrics("title", [*pages.pairs("title"), *_known_ends(pages)], _is_title)
    metrics = present(
        {
            "body F1": (sum(score for score, _ in scores), len(scores)),
            "body F1 of the worst page": (scores[0][0] if scores else 0, min(1, len(scores))),
        }
    )
    ends, faults = _ends(pages)
    rows = tuple((f"{score:.4f}", name) for score, name in scores[:WORST] if score < 1)
    listings = (
        Listing("worst bodies", ("F1", "page"), rows),
        Listing("bodies with wrong ends", ("fault", "want", "got", "page"), tuple(faults)),
        wrong_titles,
    )
    main = ("body F1", "title right", "begins right", "ends right", "chrome left out")
    return Findings(metrics | present(ends) | titles, listings, main)


@dataclass(frozen=True)
class _TitleEnds:
    """What a label tells of a title without holding it."""

    start: str
    end: str
    length: int

    def __str__(self) -> str:
        return f"{self.start}…{self.end} ({self.length})"


def _known_ends(pages: Pages) -> list[Triple]:
    wants = ((page, page.want) for page in pages.articles() if "title_length" in page.want)
    return [
        (page, _TitleEnds(want["title_start"], want["title_end"], want["title_length"]), page.have.get("title"))
        for page, want in wants
    ]


def _is_title(want: str | _TitleEnds, got: str) -> bool:
    if isinstance(want, str):
        return same(want, got)
    title = squeezed(got)
    ends = title.startswith(squeezed(want.start)) and title.endswith(squeezed(want.end))
    return ends and abs(len(got) - want.length) <= MORE_TITLE


def _ends(pages: Pages) -> tuple[dict[str, tuple[float, int]], list[tuple[str, ...]]]:
    """What labels tell of a body without holding it: counts, and rows of fault, wanted, got, page."""
    counts: dict[str, tuple[float, int]] = {}
    faults: list[tuple[str, ...]] = []
    for field, name in ENDS.items():
        pairs = [(page, want) for page, want, _ in pages.pairs(field)]
        bad = [(page, want) for page, want in pairs if not _holds(page, field, want)]
        counts[name] = (len(pairs) - len(bad), len(pairs))
        faults += [(f"not {name}", *_shown(page, field, want), page.name) for page, want in bad]
    return counts, faults


def _holds(page: Judged, field: str, want: str | list[str]) -> bool:
    body = squeezed(page.have.get("body"))
    if isinstance(want, list):
        return bool(body) and not any(squeezed(part) in body for part in want)
    return squeezed(want) in (body[: LEAD + len(want)] if field == "body_first" else body[-TAIL - len(want) :])


def _shown(page: Judged, field: str, want: str | list[str]) -> tuple[str, str]:
    body = squeezed(page.have.get("body"))
    if not body:
        return ("a body", NOTHING)
    if isinstance(want, list):
        return (NOTHING, " / ".join(part for part in want if squeezed(part) in body))
    return (want, body[: len(want)] if field == "body_first" else body[-len(want) :])
