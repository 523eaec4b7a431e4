"""All facts of a page, put together."""

from __future__ import annotations

import datetime as dt
from typing import Any

from indexer.enrich.author import find_author
from indexer.enrich.industries import find_industries
from indexer.enrich.kind import find_kind
from indexer.enrich.material import Fact, Material
from indexer.enrich.numbers import find_document_number
from indexer.enrich.origin import find_outlet
from indexer.enrich.page_mentions import mentions_of
from indexer.enrich.parks import find_parks
from indexer.enrich.published import find_published
from indexer.enrich.regions import find_regions
from indexer.enrich.site import find_site
from indexer.enrich.slogan_candidates import find_candidates
from indexer.enrich.slogans import find_slogans


def enrich(page: Material, today: dt.date) -> dict[str, Any]:
    """The fields of a Document that are read from its text, `evidence` among them. `today` refuses future dates."""
    site, outlet, number = find_site(page), find_outlet(page), find_document_number(page)
    outlet_name, number_value = outlet.value if outlet else None, number.value if number else None
    mentions = mentions_of(page, outlet_name)
    regions, codes = find_regions(page, mentions, outlet_name, number_value)
    parks = find_parks(page, mentions, tuple(fact.value for fact in regions), outlet_name)
    industries, slogans = find_industries(page), find_slogans(page)
    kind = find_kind(page, number_value)
    author = find_author(page, kind.value)
    candidates = find_candidates(page, [fact.value for fact in slogans])
    single: list[Fact | None] = [site, outlet, author, number, kind]
    facts = [fact for fact in (*single, *regions, *parks, *industries, *slogans, *candidates) if fact]
    evidence = [fact.evidence for fact in facts]
    dated = find_published(page, today)
    if dated:
        evidence.insert(0, dated[2])
    return {
        "site": site.value if site else None,
        "outlet": outlet_name,
        "author": author.value if author else None,
        "document_number": number_value,
        "kind": kind.value,
        "published": dated[0] if dated else None,
        "published_precision": dated[1] if dated else None,
        "region": tuple(f.value for f in regions),
        "region_code": tuple(codes),
        "park": tuple(f.value for f in parks),
        "industry": tuple(f.value for f in industries),
        "slogan": tuple(f.value for f in slogans),
        "evidence": tuple(evidence),
    }
