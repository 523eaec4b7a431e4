"""Why the node ended, read from its logs."""

from __future__ import annotations

from pathlib import Path

LONGEST = 300  # characters of a reason in a sentence
LAUNCHER_FAILED = "starting java failed"  # then what Java itself printed stands under "output:"


def last_error(path: Path, start: int = 0) -> str | None:
    """The words of a log, from byte `start` on, that say best why the node ended; None when there are none.

    That is what Java printed when it did not come up, else the last cause, the last exception, the last line.
    """
    try:
        text = path.read_bytes()[start:].decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    lines = [line.strip("# \t\r") for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith(("at ", "..."))]
    if LAUNCHER_FAILED in text and "output:" in lines:
        return " ".join(lines[lines.index("output:") + 1 :])[:LONGEST]
    causes = [line for line in lines if line.startswith("Caused by:")]
    exceptions = [line for line in lines if "Exception" in line or "ERROR" in line]
    found = causes or exceptions or lines
    return found[-1].removeprefix("Caused by: ")[:LONGEST] if found else None
