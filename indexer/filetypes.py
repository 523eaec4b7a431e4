"""Which files of a folder or archive are read, which are companions of pages, told by their names."""

from __future__ import annotations

from pathlib import PurePosixPath

HTML = (".html", ".htm", ".shtml", ".xhtml")
TEXT = (".txt", ".md")
LINES = (".jsonl", ".ndjson")
TABLES = (".json", ".csv", *LINES)
SAVED = (".mht", ".mhtml")  # a page with its pictures in one file, as browsers save it
CRAWLED = ".warc"  # many pages with the answers of their servers, as crawlers save them
PACKED = (".zip", ".wacz")
READABLE = (*HTML, *TEXT, *TABLES, *SAVED, CRAWLED, *PACKED)
EXPECTED = ".expected.json"  # beside a sample page: what it should become; not a page
# Files that come with saved pages and hold no text.
ASSETS = frozenset(
    (
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".ico", ".svg", ".webp", ".woff",
        ".woff2", ".ttf", ".eot", ".mp3", ".mp4", ".swf", ".download",
    )
)  # fmt: skip
IGNORED_NAMES = ("readme.md", "license.txt", "manifest.json")  # companions of a corpus, not pages


def suffix_of(name: str) -> str:
    """The ending of a name in small letters, without .gz: `.html` for `A.HTML.gz`."""
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix


def is_companion(name: str) -> bool:
    """Whether a file comes with pages without being one: hidden files, style sheets, pictures, the corpus's README."""
    lower = name.lower()
    if lower.startswith(".") or lower.endswith(EXPECTED) or lower in IGNORED_NAMES:
        return True
    return PurePosixPath(lower).suffix in ASSETS
