"""Lines that begin with the mark of a caption, several in a row: briefs in a list, and no captions."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from indexer.clean.line import Line

_MARKS = frozenset("▲△▼")
SEVERAL = 3


def without_false_captions(lines: list[Line]) -> list[Line]:
    """The same lines; runs of three and more sentences behind the same mark are told to be entries of a list."""
    if not any(line.text[:1] in _MARKS for line in lines):
        return lines
    found: list[Line] = []
    for mark, run in groupby(lines, _mark):
        entries = list(run)
        found += [replace(line, entry=True) for line in entries] if mark and len(entries) >= SEVERAL else entries
    return found


def _mark(line: Line) -> str:
    return line.text[0] if line.text[:1] in _MARKS and "。" in line.text else ""
