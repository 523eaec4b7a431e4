"""Wildcards inside a phrase: ? is one character, * is none to eight. A Latin word or a number counts as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from search.wording import asks

MOST = 8  # characters that one * stands for
MAX_STARS = 2  # in one phrase: every way to fill them is asked for
MAX_GAP = 12  # characters between two pieces
LONGEST_BARE = 20  # characters of a word that is read as a phrase with wildcards though it has no quotes

_RUN = re.compile(r"\s*[?*][?*\s]*")
_SEARCHABLE = re.compile(r"[^\W_]")
_BARE = re.compile(r"[^\W_]+(?:[?*]+[^\W_]+)+")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Gap:
    """How many characters may stand between two pieces."""

    least: int
    most: int


@dataclass(frozen=True)
class Pattern:
    """The pieces of a phrase with wildcards, and the gaps between them: one less than pieces."""

    pieces: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def stars(self) -> int:
        """Gaps of no fixed width."""
        return sum(gap.least != gap.most for gap in self.gaps)

    def widths(self) -> tuple[tuple[int, ...], ...]:
        """Every way to fill the gaps: the width of each."""
        return tuple(product(*(range(gap.least, gap.most + 1) for gap in self.gaps)))


def wild_text(text: str) -> str | None:
    """The canonical text of a phrase with wildcards; None when no wildcard stands between searchable pieces."""
    pieces, runs = _cut(text)
    if len(pieces) < 2:
        return None
    return pieces[0] + "".join(run + piece for run, piece in zip(runs, pieces[1:], strict=True))


def is_bare_wild(text: str) -> bool:
    """Whether a word without quotes is meant as a phrase with wildcards: 三?三促, and no address, formula, question."""
    return len(text) <= LONGEST_BARE and bool(_BARE.fullmatch(text) and _HAN.search(text)) and not asks(text)


@lru_cache(maxsize=256)
def pattern(text: str) -> Pattern:
    """The pieces and gaps of a canonical text."""
    pieces, runs = _cut(text)
    return Pattern(tuple(pieces), tuple(Gap(r.count("?"), r.count("?") + MOST * ("*" in r)) for r in runs))


def _cut(text: str) -> tuple[list[str], list[str]]:
    """The searchable pieces and the runs of wildcards between them, each as some ? and at most one * behind them."""
    pieces: list[str] = []
    runs: list[str] = []
    run, start = "", 0
    for match in (*_RUN.finditer(text), None):
        piece = text[start : match.start() if match else len(text)].strip()
        if _SEARCHABLE.search(piece):
            if pieces:
                runs.append("?" * run.count("?") + "*" * ("*" in run))
            pieces.append(piece)
            run = ""
        if match:
            run += match[0]
            start = match.end()
    return pieces, runs
