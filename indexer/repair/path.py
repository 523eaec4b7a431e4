"""One way to read a shifted run of bytes, finished or not, and how far the search for such ways looks."""

from __future__ import annotations

from typing import NamedTuple

NOTHING = 0  # no byte waits


class Width(NamedTuple):
    """How far the search looks."""

    paths: int  # kept at each place, of those that know their next byte
    gone: int  # kept at each place, of those whose next byte vanished
    again: int  # on which another pair may vanish right behind
    in_a_row: int  # pairs that may vanish at one place
    hopeless: float  # a path so far behind the best of its place is dropped


PLAIN = Width(10, 0, 0, 0, 16.0)  # nothing vanished
NARROW = Width(10, 8, 3, 2, 16.0)
WIDE = Width(24, 40, 16, 3, 25.0)


class Path(NamedTuple):
    """One way to read a run so far: the traditional `truth` since it began, `simple` with the text before it.

    `pending` is the lead byte that waits for its trail byte; NOTHING when it was lost with a vanished pair of the class
    `gone`, or when the run has ended.
    """

    score: float
    simple: str
    truth: str
    pending: int = NOTHING
    gone: int = NOTHING
    reads: tuple[tuple[str, str], ...] = ()


class Ending(NamedTuple):
    """A finished path, the token with which the undamaged text goes on, and what was lost for good between them."""

    path: Path
    next: int
    tail: str = ""
