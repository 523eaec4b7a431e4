"""Pages of government and park sites that are no documents, and documents that look like them."""

from __future__ import annotations

import pytest

from tests.indexer.cleaning import cleaned, skipped
from tests.indexer.sites_lists import KEPT, LISTS, OTHERS, PLAIN_LISTS


@pytest.mark.parametrize("source", LISTS.values(), ids=LISTS)
def test_a_page_of_links(source: str) -> None:
    assert skipped(source) == "list page"


@pytest.mark.parametrize("source", PLAIN_LISTS.values(), ids=PLAIN_LISTS)
def test_a_page_of_links_in_bare_text(source: str) -> None:
    assert skipped(source, "text") == "list page"


@pytest.mark.parametrize(("reason", "source"), OTHERS.values(), ids=OTHERS)
def test_a_page_with_nothing_to_read(reason: str, source: str) -> None:
    assert skipped(source) == reason


@pytest.mark.parametrize(("kind", "source", "words"), KEPT.values(), ids=KEPT)
def test_a_document_that_looks_like_a_list(kind: str, source: str, words: tuple[str, ...]) -> None:
    body = cleaned(source, kind).body
    assert [word for word in words if word not in body] == []
