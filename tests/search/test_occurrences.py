"""Where words stand in a text: the finder sees what Elasticsearch would mark, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import Settings, articles_alias
from mappings import MARKS, fold
from search.finder import Finder
from search.occurrences import Place, Text, literal
from search.query import parse
from search.tree import Phrase
from tests.search.conftest import NOW, document, index
from tests.search.test_matching import NEIGHBOURHOODS, OTHERS


def places(query: str, text: str) -> list[str]:
    """What a query marks in a text."""
    return [text[m.place.start : m.place.end] for m in Finder(parse(query).tree).body(text)]


def listed(query: str, text: str) -> list[str]:
    """What a query lists as occurrences in a text."""
    return [text[m.place.start : m.place.end] for m in Finder(parse(query).tree).body(text) if m.literal]


@pytest.mark.parametrize("text", NEIGHBOURHOODS)
def test_a_phrase_is_seen_in_every_neighbourhood(text: str) -> None:
    assert len(places('"三抓三促"', fold(text))) == 1


@pytest.mark.parametrize("text", OTHERS)
def test_a_phrase_is_not_seen_where_it_does_not_stand(text: str) -> None:
    assert places('"三抓三促"', text) == []


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ('"三抓"', "三抓、三、抓", ["三抓", "三、抓"]),
        ('"500个"', "1500个，500个；1,500个", ["500个"]),
        ('"5G"', "5g、15G、5G网", ["5g", "5G"]),
        ('"三三"', "三三三", ["三三三"]),
        ("产业项目", "产业项目，产业的项目", ["产业项目", "产业", "项目"]),
        ('产业 -"项目"', "产业项目", ["产业"]),
        ('标题:"产业"', "产业", []),
        ('招商 OR "引资"', "招商引资", ["招商", "引资"]),
        ("同句(招商 园区)", "招商。园区招商，园区；园区", ["园区", "招商", "园区"]),
        ("同段(招商 园区)", "招商。园区\n园区", ["招商", "园区"]),
        ("近2(招商 园区)", "招商一二园区一二三招商", ["招商", "园区"]),
        ('"三?三促"', "三抓三促，三三促，三狠，抓三促", ["三抓三促"]),
        ('"项目*年"', "项目突破年年。项目", ["项目突破年"]),
    ],
)
def test_what_is_marked(query: str, text: str, expected: list[str]) -> None:
    assert places(query, text) == expected


def test_a_word_is_listed_where_it_stands_whole_and_the_words_of_a_sentence_each() -> None:
    assert listed("产业项目", "产业项目，产业的项目") == ["产业项目"]
    assert {"平凉", "三抓"} & set(listed("平凉工业园区怎样落实三抓三促", "平凉落实三抓三促"))


CHARACTERS = st.sampled_from(list("三抓促产业园a1五G_.,，。、 ’'“”:：·-\n\u200b\u200d①😀©²々ゥあ한é\u0301％/"))
PHRASES = st.text(CHARACTERS, min_size=1, max_size=5)


@pytest.fixture(scope="module")
def marked(client: Elasticsearch, module_settings: Settings) -> Iterator[tuple[Elasticsearch, str]]:
    index(client, module_settings, [])
    yield client, articles_alias(module_settings)


@given(st.text(CHARACTERS, min_size=1, max_size=40), PHRASES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_finder_sees_what_elasticsearch_marks(marked: tuple[Elasticsearch, str], text: str, phrase: str) -> None:
    client, alias = marked
    source = document("a", text + phrase + text).as_source(NOW)
    body = source["body"]
    client.index(index=alias, id="a", document=source, refresh=True)
    query = {"match_phrase": {"body": fold(phrase)}}
    options = {"fields": {"body": {"number_of_fragments": 0}}, "pre_tags": [MARKS[0]], "post_tags": [MARKS[1]]}
    hits = client.search(index=alias, query=query, highlight=options)["hits"]["hits"]
    seen = literal(fold(phrase)).find(Text(body))
    assert bool(hits) == bool(seen)
    if hits:
        shown = hits[0]["highlight"]["body"][0]
        assert [mark.place for mark in Finder(Phrase(phrase)).body(body)] == _ranges(shown)


def _ranges(shown: str) -> list[Place]:
    found, at = [], 0
    for piece in shown.split(MARKS[0]):
        inside, closed, after = piece.partition(MARKS[1])
        if closed:
            found.append(Place(at, at + len(inside)))
        at += len(inside) + len(after)
    return found
