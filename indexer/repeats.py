"""Lines that many pages of one site share are its chrome: learnt from the pages of a run, per folder or site.

Bare text has no markup that tells a site's slogan or ticker from the text; that it stands on every page does. Only
lines above and below a page's text are taken out for it: a heading such as 一、总体要求 may well stand in every one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import PurePath

from indexer.clean import lines_of_text
from indexer.decode import NotText, decode
from indexer.page import RawPage, Skipped, host_of
from mappings import strip_controls

PAGES_READ = 200  # of each site: enough to know its chrome
FEWEST_PAGES = 6  # on which a line must stand
SHARE = 0.3  # of the site's pages
LONGEST = 200  # characters
ITEMS_READ = 20_000  # of a run, so that a file of millions of lines is not read twice
NOTHING: frozenset[str] = frozenset()


@dataclass
class Repeats:
    """The lines each site repeats, by the key of `site_of`."""

    lines: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def mark(self, items: Iterable[RawPage | Skipped]) -> Iterator[RawPage | Skipped]:
        """The same items, each page with the lines that its site repeats."""
        for item in items:
            lines = NOTHING if isinstance(item, Skipped) else self.lines.get(site_of(item), NOTHING)
            yield replace(item, repeated=lines) if lines and isinstance(item, RawPage) else item


def site_of(page: RawPage) -> str:
    """What pages have their chrome in common: the host of the address, else the folder, else the file of lines."""
    if host := host_of(page.url):
        return host
    return page.path.rpartition("#")[0] if "#" in page.path else str(PurePath(page.path).parent)


def learn_repeats(items: Iterable[RawPage | Skipped]) -> Repeats:
    """Read the first pages of bare text of each site and find the lines that they share."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    pages: Counter[str] = Counter()
    for page in islice(items, ITEMS_READ):
        if isinstance(page, Skipped) or page.kind == "html" or pages[site := site_of(page)] >= PAGES_READ:
            continue
        pages[site] += 1
        counts[site].update({line.key for line in lines_of_text(_text(page)).lines if len(line.key) <= LONGEST})
    return Repeats({site: _shared(found, pages[site]) for site, found in counts.items() if pages[site] >= FEWEST_PAGES})


def _text(page: RawPage) -> str:
    if isinstance(page.content, str):
        return strip_controls(page.content)
    try:
        return strip_controls(decode(page.content).text)
    except NotText:
        return ""


def _shared(found: Counter[str], pages: int) -> frozenset[str]:
    least = max(FEWEST_PAGES, SHARE * pages)
    return frozenset(line for line, count in found.items() if count >= least)
