"""Documents by place against a count of the documents one by one."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch
from hypothesis import given, settings
from hypothesis import strategies as st

import lexicon
from engine import Settings
from search import Question, Searcher, by_place_json
from search.values import places_of
from tests.search import brute
from tests.search.conftest import index

DOCUMENTS = brute.documents(150, seed=31)
QUESTIONS = st.builds(
    Question,
    query=st.sampled_from(["", "招商引资", '"教育" 类型:政策']),
    kind=st.sampled_from([(), ("政策",)]),
    region=st.sampled_from([(), (), ("甘肃省",)]),
    not_region=st.sampled_from([(), (), ("江苏省",)]),
)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


@settings(max_examples=30)
@given(question=QUESTIONS, level=st.sampled_from(["province", "city"]))
def test_every_place_is_the_count_of_the_documents(searcher: Searcher, question: Question, level: str) -> None:
    base = [d for d in DOCUMENTS if brute.passes(d, question) and ("类型" not in question.query or d.kind == "政策")]
    word = question.query.split(" ")[0].strip('"')
    found = [d for d in base if brute.holds(d, [word])]
    counts = searcher.by_place(question, level)
    here = set(places_of(level))
    places = {path for d in base for path in d.region if path in here}
    assert {p.place for p in counts.places} == places
    for place in counts.places:
        assert place.documents == sum(place.place in d.region for d in found)
        assert place.base == sum(place.place in d.region for d in base)
        assert place.per_1000 == 1000 * place.documents / place.base
    assert (counts.documents, counts.base.documents) == (len(found), len(base))
    assert counts.unplaced == sum(not here & set(d.region) for d in found)
    order = [p.documents for p in counts.places]
    assert order == sorted(order, reverse=True)


def test_places_have_their_codes(searcher: Searcher) -> None:
    codes = {p["place"]: p["code"] for p in by_place_json(searcher.by_place(Question()))["places"]}
    assert codes["甘肃省"] == "620000"
    assert codes["全国"] is None


def test_the_places_of_a_level_cover_the_country_once() -> None:
    assert len(places_of("province")) == 35
    cities = places_of("city")
    assert len(cities) == len(set(cities))
    assert {"北京市", "甘肃省/平凉市", "河南省/济源市"} <= set(cities)
    assert not {"北京市/朝阳区", "甘肃省", "全国"} & set(cities)
    inside = [r.path for r in lexicon.regions() if r.level == "county"]
    assert all(any(path == c or path.startswith(f"{c}/") for c in cities) for path in inside[::50])
