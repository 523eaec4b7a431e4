"""Lists, walls, errors and pages with nothing to read are refused with their reason; what only looks so is kept."""

from __future__ import annotations

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document
from tests.indexer import more_kept, more_lists
from tests.indexer.article_pages import KEPT, KEPT_TEXTS
from tests.indexer.cleaning import cleaned, skipped
from tests.indexer.list_pages import LISTS
from tests.indexer.other_pages import OTHERS, TEXTS

OF_OTHERS = LISTS | more_lists.LISTS
DOCUMENTS = KEPT | more_kept.KEPT


@pytest.mark.parametrize("source", OF_OTHERS.values(), ids=OF_OTHERS)
def test_a_list_of_other_pages(source: str) -> None:
    assert skipped(source) == "list page"


@pytest.mark.parametrize(("reason", "source"), OTHERS.values(), ids=OTHERS)
def test_a_page_that_is_no_document(reason: str, source: str) -> None:
    assert skipped(source) == reason


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_no_document(name: str) -> None:
    reason, source = TEXTS[name]
    assert skipped(source, "text") == reason


@pytest.mark.parametrize(("source", "words"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_that_looks_like_something_else(source: str, words: tuple[str, ...]) -> None:
    body = cleaned(source).body
    assert [word for word in words if word not in body] == []


@pytest.mark.parametrize("name", KEPT_TEXTS)
def test_a_bare_text_that_looks_like_something_else(name: str) -> None:
    source, words = KEPT_TEXTS[name]
    body = cleaned(source, "text").body
    assert [word for word in words if word not in body] == []


@pytest.mark.parametrize("text", ["云岭市推进氢能产业发展实施意见.pdf", "附件：云岭市推进氢能产业发展实施意见.doc"])
def test_a_document_published_as_a_file_only(text: str) -> None:
    made = process(RawPage(text, "page", None, "text", Hints(title="云岭市推进氢能产业发展实施意见")))
    assert isinstance(made, Document), made
    assert "氢能产业" in made.body
