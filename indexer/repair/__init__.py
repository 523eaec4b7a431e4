"""Undoing damage: readings written into the text and the bytes they shifted, wrong decodings, stray escapes.

`repair(text)` is a pure function of the text and static tables; every change is listed.
"""

from indexer.repair.mending import RepairResult, repair
from indexer.repair.numbering import UNKNOWN

__all__ = ["UNKNOWN", "RepairResult", "repair"]
