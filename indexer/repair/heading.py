"""A numbered heading in a shifted run: the number that comes next is tried, for the search seldom gets to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from indexer.repair.path import Ending

ENDINGS_TRIED = 8
LONGEST_GUESS = 4  # characters of an ending, from its bracket on, in whose place the heading is tried
Step = Callable[[str, str], float]


def with_heading(endings: list[Ending], heading: str, left: int, step: Step) -> Iterator[Ending]:
    """The likeliest endings with `heading`, such as （十三）, in place of what they have at an opening bracket.

    `left` is how much of their text stands in front of the run; `step(before, char)` is the character model. Whether
    such an ending explains what the page shows is for the caller to see.
    """
    for ending in endings[:ENDINGS_TRIED]:
        at = ending.path.truth.find(heading[0])
        if at >= 0 and not ending.path.truth.startswith(heading, at):
            for size in range(1, LONGEST_GUESS + 1):
                yield _replaced(ending, at, size, heading, left, step)


def _replaced(ending: Ending, at: int, size: int, heading: str, left: int, step: Step) -> Ending:
    path = ending.path
    truth = path.truth[:at] + heading + path.truth[at + size :]
    simple = path.simple[: left + at] + heading + path.simple[left + at + size :]
    score = path.score + _likelihood(simple, left + at, step) - _likelihood(path.simple, left + at, step)
    return ending._replace(path=path._replace(score=score, simple=simple, truth=truth))


def _likelihood(text: str, start: int, step: Step) -> float:
    return sum(step(text[:at], text[at]) for at in range(start, len(text)))
