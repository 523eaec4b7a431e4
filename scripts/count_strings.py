"""Count the strings of up to three characters in news for indexer/repair/strings.xz.

.venv/bin/python scripts/count_strings.py NEWS.jsonl.gz --before 2026-01 OUT.xz

NEWS has one item a line, with title, published (YYYY-MM-DD) and html. Items from `--before` on are left for measuring.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from indexer.repair.strings import EDGE, EXACT, LATIN, LEVELS, NUMBER, STEPS

LONGEST = 3
LEAST = 2  # times that a string must occur
MARKS = str.maketrans("!?:;(),%\u3000", "！？：；（），％ ")
OPENING = re.compile("央视网消息|（新闻联播）：?")
BREAKS = re.compile(r"<(?:br|/p|/div|/h\d)[^>]*>")
TAGS = re.compile(r"<[^>]+>")


def main() -> int:
    """Write the table; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--before", default="9999")
    options = parser.parse_args()
    counts = _counted(set(_paragraphs(options.news, options.before)))
    table = "\n".join(_lines(counts))
    options.out.write_bytes(lzma.compress(table.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    return 0


def _paragraphs(path: Path, before: str) -> Iterator[str]:
    """The paragraphs of the items, numbers and Latin words as one sign each, no blanks."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["published"] < before:
                text = html.unescape(TAGS.sub("", BREAKS.sub("\n", item["html"]))).split("\n---")[0]
                for paragraph in (item["title"], *OPENING.sub("", text).split("\n")):
                    plain = _plain(paragraph)
                    if len(plain) > 1:
                        yield plain


def _plain(text: str) -> str:
    text = re.sub(r"[0-9]+(?:[.:][0-9]+)*", NUMBER, text.translate(MARKS))
    return re.sub(r"\s+", "", re.sub(r"[A-Za-z][A-Za-z.\-]*", LATIN, text))


def _counted(paragraphs: set[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        text = EDGE + paragraph + EDGE
        for size in range(1, LONGEST + 1):
            counts.update(text[at : at + size] for at in range(len(text) - size + 1))
    return counts


def _lines(counts: Counter[str]) -> Iterator[str]:
    """For each context a line: it, how often it occurs, and groups of the characters behind it, of one count each."""
    contexts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for string, count in counts.items():
        if count >= LEAST and EDGE not in string[1:-1]:
            contexts[string[:-1]].append((count, string[-1]))
    for context in sorted(contexts, key=lambda text: (len(text), text)):
        behind = sorted(contexts[context], key=lambda entry: (-entry[0], entry[1]))
        total = max(counts[context], sum(count for count, _ in behind))
        groups: dict[str, str] = defaultdict(str)
        for count, char in behind:
            groups[_level(count)] += char
        yield context + _level(total) + "".join(level + chars for level, chars in groups.items())


def _level(count: int) -> str:
    steps = count if count <= EXACT else EXACT + round((math.log2(count) - math.log2(EXACT)) * STEPS)
    return chr(LEVELS + steps)


if __name__ == "__main__":
    sys.exit(main())
