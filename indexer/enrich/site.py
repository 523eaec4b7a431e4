"""The site that the page stands on."""

from __future__ import annotations

import re

from indexer.clean.sitename import SITE_NAMES
from indexer.enrich.material import Fact, Material
from indexer.page import LONGEST_HOST, host_of
from mappings import Evidence

META_NAMES = (*SITE_NAMES, "application-name")
LONGEST_LINE = 300  # characters of a line that names the site
_DOMAIN = re.compile(
    r"(?<![@\w.])((?:[a-z0-9-]+\.)+(?:gov\.cn|com\.cn|org\.cn|com|cn|org|net))(?![\w@])", re.IGNORECASE
)


def find_site(page: Material) -> Fact | None:
    """The host of the address; for a page without one, the only domain that its own head and foot name."""
    if host := host_of(page.url):
        return Fact(host, Evidence("site", host, page.url or "", "url", "host of the address"))
    for lines, where in ((page.head, "head"), (page.foot, "foot")):
        for line in lines:
            if len(line) <= LONGEST_LINE and "@" not in line and (match := _DOMAIN.search(line)):
                name = match[1].lower()
                return Fact(name, Evidence("site", name, line[:80], where, "domain named around the text"))
    for name in META_NAMES:
        if value := page.meta.get(name, "")[:LONGEST_HOST]:
            return Fact(value, Evidence("site", value, value, "meta", f"meta tag {name}"))
    return None
