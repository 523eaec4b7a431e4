"""An index that an earlier program filled is told from one that holds all that is read."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch

from engine import ContractMismatch, Settings, articles_alias, ensure_articles
from search import Question, Searcher
from tests.search.conftest import NOW, document


def searcher_over(client: Elasticsearch, where: Settings, without: tuple[str, ...]) -> Searcher:
    """Searches two documents; the second lacks some fields."""
    ensure_articles(client, where)
    for made, left_out in ((document("a", "园区招商"), ()), (document("b", "园区招商引资"), without)):
        source = {name: value for name, value in made.as_source(NOW).items() if name not in left_out}
        client.index(index=articles_alias(where), id=made.id, document=source, refresh=True)
    return Searcher(client, where)


def test_all_is_there(client: Elasticsearch, collection_settings: Settings) -> None:
    assert searcher_over(client, collection_settings, ()).search(Question(query="园区")).total == 2


def test_a_document_without_keywords_may_have_none(client: Elasticsearch, collection_settings: Settings) -> None:
    assert searcher_over(client, collection_settings, ("keywords",)).search(Question(query="园区")).total == 2


def test_a_document_without_its_group_would_hide_others(client: Elasticsearch, collection_settings: Settings) -> None:
    with pytest.raises(ContractMismatch, match=r"1 篇.*--rebuild"):
        searcher_over(client, collection_settings, ("group",)).search(Question(query="园区"))


def test_keywords_that_nobody_wrote_are_no_zeros(client: Elasticsearch, collection_settings: Settings) -> None:
    searcher = searcher_over(client, collection_settings, ("keywords",))
    client.delete(index=articles_alias(collection_settings), id="a", refresh=True)
    with pytest.raises(ContractMismatch, match="关键词"):
        searcher.characteristic(Question(query="园区"))
