"""docs/quality.md is written by several tools: each owns a part of it between two marks and leaves the rest alone."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

import psutil

QUALITY = Path(__file__).resolve().parents[1] / "docs" / "quality.md"


def write_part(name: str, text: str, page: Path = QUALITY) -> None:
    """Put `text` between the marks of the part called `name`; a part that is not there yet goes to the end."""
    first, last = f"<!-- {name} -->", f"<!-- end of {name} -->"
    part = f"{first}\n{text.strip()}\n{last}"
    whole = page.read_text(encoding="utf-8") if page.exists() else ""
    marked = re.compile(re.escape(first) + ".*?" + re.escape(last), re.DOTALL)
    there = marked.search(whole)
    page.write_text(
        marked.sub(lambda _: part, whole) if there else f"{whole.rstrip()}\n\n{part}\n".lstrip(), encoding="utf-8"
    )


def machine() -> str:
    """The size of the machine that a number was measured on."""
    memory = round(psutil.virtual_memory().total / 1024**3)
    return f"{os.cpu_count()} cores, {memory} GB, {platform.machine()}, Python {platform.python_version()}"
