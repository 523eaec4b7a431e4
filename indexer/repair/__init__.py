"""."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.repair.page import PageModel, Remnants, is_damaged
from indexer.repair.spots import LineMender, Spot
from mappings import Repair


@dataclass(frozen=True)
class RepairResult:
    text: str
    repairs: tuple[Repair, ...] = ()
    damaged: bool = False
    table: dict[str, str] = field(default_factory=dict)
    spots: tuple[Spot, ...] = ()


def repair(text: str) -> RepairResult:
    remnants = Remnants(text)
    if not is_damaged(text, remnants):
        return RepairResult(text)
    page = PageModel(text, remnants)
    mender = LineMender(page, remnants, "，" in text)
    lines, spots = [], []
    for n, line in enumerate(text.split("\n")):
        plain, found = mender.mend(line)
        lines.append(plain)
        spots += found
    return RepairResult("\n".join(lines), (), True, remnants.table, tuple(spots))
