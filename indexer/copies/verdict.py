"""Whether two texts are one: the rule, in the order in which docs/copies.md tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from indexer.copies import facts
from indexer.copies.core import Text
from mappings.alignment import Gap, common_runs, gaps

TINY = 40  # characters: such a text says nothing; all of it, title and date must be the same
SHORT = 300  # characters: too few to lose a paragraph of
SHARED = 0.8  # of the shorter text
SHARED_OF_LONGER = 0.5  # the rest may be lost, or be what a site has put around it
SHORT_SHARED, SHORT_SHARED_OF_LONGER = 0.85, 0.6
LONG_AFTER = dt.timedelta(days=180)  # the same notice comes again next year
LONG_AFTER_SHARED = 0.95  # of the longer text
REWORDED = 0.05  # of the shared text: so much may stand in other words in between
SHORT_END = 30  # characters before or behind all that is shared
ALIKE_TITLES = 0.6  # of the longer title that the other shares: the same form, or the same title reworded
_STAGES = re.compile("修正案|修订|征求意见|草案|送审稿|更正|废止|补充")
Pair = tuple[str, str]  # a wording, and what stands in its place in the other text


def same_text(one: Text, other: Text) -> bool:
    """Whether both are the same text: a repost, a mirror, a part of it; and not another notice of the same form."""
    a, b = one.body, other.body
    if min(len(a), len(b)) < TINY:
        return a == b and one.title == other.title and one.published == other.published
    if titles_differ(one.title, other.title):
        return False
    if a == b:
        return True
    runs = common_runs(a, b)
    shared = sum(run.length for run in runs)
    if not _enough(shared, len(a), len(b), _days_between(one, other)):
        return False
    apart = list(gaps(runs, a, b))
    between = [gap for gap in apart if gap.inside]
    if sum(min(gap.a.stop - gap.a.start, gap.b.stop - gap.b.start) for gap in between) > REWORDED * shared:
        return False
    replaced = Counter(_title_pairs(one.title, other.title))
    for gap in between:
        replaced.update(_pair(gap, a, b))
    if _filled_in(replaced):
        return False
    return not any(_facts_differ(gap, a, b) for gap in apart if gap.inside or _short(gap))


def titles_differ(one: str, other: str) -> bool:
    """Whether two titles are of one form and name different numbers, names or stages of a text."""
    between = list(_gaps_of_titles(one, other))
    if between and set(_STAGES.findall(one)) != set(_STAGES.findall(other)):
        return True
    return any(_facts_differ(gap, one, other) for gap in between)


def _short(gap: Gap) -> bool:
    """What stands before or behind all that is shared may be a site's own words, unless it is as short as a date."""
    return max(gap.a.stop - gap.a.start, gap.b.stop - gap.b.start) <= SHORT_END


def _enough(shared: int, one: int, other: int, days: dt.timedelta) -> bool:
    shorter, longer = min(one, other), max(one, other)
    if days > LONG_AFTER and shared < LONG_AFTER_SHARED * longer:
        return False
    if shorter < SHORT:
        return shared >= SHORT_SHARED * shorter and shared >= SHORT_SHARED_OF_LONGER * longer
    return shared >= SHARED * shorter and shared >= SHARED_OF_LONGER * longer


def _days_between(one: Text, other: Text) -> dt.timedelta:
    if not (one.published and other.published):
        return dt.timedelta()
    return abs(dt.date.fromisoformat(one.published) - dt.date.fromisoformat(other.published))


def _facts_differ(gap: Gap, a: str, b: str) -> bool:
    return facts.differ(a, (gap.a.start, gap.a.stop), b, (gap.b.start, gap.b.stop))


def _gaps_of_titles(a: str, b: str) -> Iterator[Gap]:
    """What differs between titles that are alike; their ends count, too."""
    if a != b and a and b:
        runs = common_runs(a, b)
        if sum(run.length for run in runs) >= ALIKE_TITLES * max(len(a), len(b)):
            yield from gaps(runs, a, b)


def _title_pairs(one: str, other: str) -> Iterator[Pair]:
    for gap in _gaps_of_titles(one, other):
        yield from _pair(gap, one, other)


def _pair(gap: Gap, a: str, b: str) -> Iterator[Pair]:
    pair = facts.reworded(a, (gap.a.start, gap.a.stop), b, (gap.b.start, gap.b.stop))
    if pair:
        yield pair


def _filled_in(replaced: Counter[Pair]) -> bool:
    """Whether a word stands for another one again and again, as the names do in a form."""
    return any(times > 1 for times in replaced.values())
