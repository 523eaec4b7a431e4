"""One way to read a shifted run of bytes, finished or not, and how far the search for such ways looks."""

from __future__ import annotations

from typing import NamedTuple

NOTHING = 0  # no byte waits


class Width(NamedTuple):
    """How far the search looks."""

    paths: int  # kept at each place
    steps: int  # looked at more closely at each place
    hopeless: float  # a path so far behind the best of its place is dropped


NARROW = Width(4, 12, 7.0)
MIDDLE = Width(12, 36, 12.0)
WIDE = Width(24, 80, 20.0)


class Path(NamedTuple):
    """One way to read a run so far: the traditional `truth` since it began, `simple` with the text before it.

    `pending` is the lead byte that waits for its trail byte; NOTHING when the run has ended.
    """

    score: float
    simple: str
    truth: str
    pending: int = NOTHING
    reads: tuple[tuple[str, str], ...] = ()


class Ending(NamedTuple):
    """A finished path, the token with which the undamaged text goes on, and what was lost for good between them."""

    path: Path
    next: int
    tail: str = ""
