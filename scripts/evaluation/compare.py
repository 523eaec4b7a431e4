"""How wanted and found values are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from scripts.evaluation.findings import Listing, Metric, confusions, present
from scripts.evaluation.judged import Judged

GRAM = 3  # characters
NOTHING = "—"
Triple = tuple[Judged, Any, Any]  # page, wanted, found


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def narrow(text: str) -> str:
    """Full-width ASCII, marks included, and the wide space as ASCII; every character stays one."""
    return text.translate(_NARROW)


def squeezed(text: str | None) -> str:
    """Text for comparison: narrow, without white space and cell borders."""
    return re.sub(r"[\s|]+", "", narrow(text or ""))


def gram_f1(one: str, other: str) -> float:
    """F1 of the character 3-grams of two texts, white space aside."""
    a, b = (_grams(squeezed(text)) for text in (one, other))
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


def _grams(text: str) -> Counter[str]:
    return Counter(text[i : i + GRAM] for i in range(max(1, len(text) - GRAM + 1)))


def same(want: Any, got: Any) -> bool:
    """Equal as text, white space and width aside."""
    return squeezed(want) == squeezed(got)


def value_metrics(
    name: str, pairs: Iterable[Triple], equal: Callable[[Any, Any], bool] = same
) -> tuple[dict[str, Metric], Listing]:
    """Of a field with one value: right, wrong and missing among the pages that have one, invented among the rest."""
    counts: Counter[str] = Counter()
    faults = []
    for page, want, got in pairs:
        if want:
            verdict = "missing" if not got else "right" if equal(want, got) else "wrong"
        else:
            verdict = "invented" if got else "rightly none"
        counts[verdict] += 1
        if verdict not in ("right", "rightly none"):
            faults.append((str(want or NOTHING), str(got or NOTHING), page.name))
    having = counts["right"] + counts["wrong"] + counts["missing"]
    shares = {f"{name} {verdict}": (counts[verdict], having) for verdict in ("right", "wrong", "missing")}
    shares[f"{name} invented"] = (counts["invented"], counts["invented"] + counts["rightly none"])
    worse = [f"{name} {verdict}" for verdict in ("wrong", "missing", "invented")]
    return present(shares, worse), confusions(name, faults)


def set_metrics(name: str, pairs: Iterable[Triple]) -> tuple[dict[str, Metric], Listing]:
    """Of a field with several values: precision, recall and F1 over all values, and what was missed or too much."""
    right = found = wanted = 0
    faults = []
    for page, want, got in pairs:
        one, other = set(want or ()), set(got or ())
        right, found, wanted = right + len(one & other), found + len(other), wanted + len(one)
        faults += [(value, NOTHING, page.name) for value in sorted(one - other)]
        faults += [(NOTHING, value, page.name) for value in sorted(other - one)]
    shares = {
        f"{name} precision": (right, found),
        f"{name} recall": (right, wanted),
        f"{name} F1": (2 * right, found + wanted),
    }
    return present(shares), confusions(f"{name}: missed (got {NOTHING}) and false (want {NOTHING})", faults)
