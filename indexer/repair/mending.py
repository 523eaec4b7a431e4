"""Every kind of damage in turn, each behind its own gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.repair.annotated import mend_annotated
from indexer.repair.doubled import strip_doubled
from indexer.repair.entities import unescape
from indexer.repair.invisible import remove_invisible
from indexer.repair.mojibake import lost_for_good, restore_dates, reverse_mojibake, reverse_western
from indexer.repair.radicals import replace_radicals
from indexer.repair.spots import Spot
from mappings import Repair


@dataclass(frozen=True)
class RepairResult:
    """What repair made of a text: as many lines as before, in the same order.

    `text` is the input itself, unchanged in every character, where nothing was found to be damaged. `damaged` tells
    whether the page as a whole was (readings written into it, or decoded wrongly); then `text` is simplified Chinese.
    `table` has the characters that the page's site annotates, with their readings; `spots` the places where bytes
    were shifted, with their position in `text`.
    """

    text: str
    repairs: tuple[Repair, ...] = ()
    damaged: bool = False
    table: Mapping[str, str] = field(default_factory=dict)
    spots: tuple[Spot, ...] = ()


def repair(text: str) -> RepairResult:
    """The text with its damage undone as far as the truth can be known; ⟨?⟩ stands where it cannot.

    Takes the decoded text of a whole page, before or after cleaning: a page tells by itself how it was damaged, so
    single lines are mended worse. Never raises.
    """
    text, western = reverse_western(text)
    text, invisible = remove_invisible(text)
    text, entities = unescape(text)
    text, radicals = replace_radicals(text)
    text, decoded = reverse_mojibake(text)
    text, dates = restore_dates(text)
    text, doubled = strip_doubled(text)
    mended = mend_annotated(text)
    repairs = [*western, *invisible, *entities, *radicals, *decoded, *dates, *doubled, *lost_for_good(text)]
    if mended is None:
        return RepairResult(text, tuple(repairs), bool(western or decoded or doubled))
    return RepairResult(mended.text, (*repairs, *mended.repairs), True, mended.table, mended.spots)
