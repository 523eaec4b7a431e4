"""Whether a page is a document, and if not, why: lists, home pages, walls, empty pages, what a site says of itself."""

from indexer.refusal.refuse import refusal
from indexer.refusal.signposts import is_feed

__all__ = ["is_feed", "refusal"]
