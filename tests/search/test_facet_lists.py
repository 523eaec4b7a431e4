"""Facets with more values than a list holds: the tree of places, the long lists, the search within a facet."""

from __future__ import annotations

import pytest
from elasticsearch import Elasticsearch

import lexicon
from engine import Settings
from engine.errors import UserError
from search import FacetValue, Question, Searcher, facet_page_json, place_json
from search.facets import SIZES
from search.question import UNKNOWN
from search.region_tree import WHOLE_TREE
from tests.search.conftest import document, index

COUNTIES = [r.path for r in lexicon.regions() if r.level == "county"][::10]
DOCUMENTS = [
    *(
        document(
            f"{n:04}",
            "招商",
            region=tuple("/".join(path.split("/")[: k + 1]) for k in range(path.count("/") + 1)),
            outlet=f"第{n}报社",
            site="MiXed.example" if n == 0 else None,
            kind="新闻" if n % 3 else "政策",
        )
        for n, path in enumerate(COUNTIES)
    ),
    document("gs", "招商", region=("甘肃省",), outlet='引"号[报]*.?社'),
]
PLACES = {path for d in DOCUMENTS for path in d.region}
SAMPLE = next(path for path in COUNTIES if path.count("/") == 2)
PROVINCE, CITY = SAMPLE.split("/")[0], SAMPLE.rpartition("/")[0]


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def everywhere(values: tuple[FacetValue, ...]) -> dict[str, FacetValue]:
    return {v.value: v for top in values for v in (top, *everywhere(top.children).values())}


def inside(path: str) -> set[str]:
    return {p for p in PLACES if p.rpartition("/")[0] == path}


def count(path: str) -> int:
    return sum(path in d.region for d in DOCUMENTS)


def test_of_many_places_only_the_provinces_are_loaded(searcher: Searcher) -> None:
    assert len(PLACES) > WHOLE_TREE
    answer = searcher.search(Question())
    found = everywhere(answer.facets["region"])
    assert set(found) == inside("")
    assert {p: v.count for p, v in found.items()} == {p: count(p) for p in inside("")}
    assert found[PROVINCE].unopened and found[PROVINCE].own is None
    known = answer.lists["region"]
    assert (known.complete, known.approximate) == (False, True)
    assert known.further == pytest.approx(len(PLACES) - len(inside("")), rel=0.05)


@pytest.mark.parametrize("fields", [{"region": (CITY,)}, {"own": (SAMPLE,)}, {"not_region": (SAMPLE,)}])
def test_a_chosen_place_opens_the_tree_down_to_it(searcher: Searcher, fields: dict[str, tuple[str, ...]]) -> None:
    found = everywhere(searcher.search(Question(**fields)).facets["region"])  # type: ignore[arg-type]
    excluded = "not_region" in fields
    expected = inside("") | inside(PROVINCE) | inside(CITY)
    without = {p for p in expected if p in SAMPLE and count(p) == 1 and p != SAMPLE} if excluded else set()
    assert set(found) - without == expected - without
    assert found[SAMPLE].count == count(SAMPLE)
    assert found[PROVINCE].count == count(PROVINCE) - excluded
    assert found[CITY].own == 0
    assert not found[PROVINCE].unopened and not found[CITY].unopened


def test_many_chosen_places_are_counted_though_not_all_are_opened(searcher: Searcher) -> None:
    found = everywhere(searcher.search(Question(region=tuple(COUNTIES))).facets["region"])
    assert {p: found[p].count for p in PLACES} == {p: count(p) for p in PLACES}
    assert all(found[p].selected for p in COUNTIES)


def test_the_places_inside_are_given_one_level_at_a_time(searcher: Searcher) -> None:
    level = searcher.places(Question(), PROVINCE)
    assert {c.value: c.count for c in level.children} == {p: count(p) for p in inside(PROVINCE)}
    assert all(
        c.unopened == (c.value.count("/") == 1 and bool(inside(c.value))) for c in level.children if inside(c.value)
    )
    top = searcher.places(Question(), "甘肃省")
    assert (top.count, top.own) == (count("甘肃省"), 1)
    plain = place_json(searcher.places(Question(not_region=(CITY,)), PROVINCE))
    assert {p["value"]: p.get("excluded", False) for p in plain["places"]}[CITY]
    with pytest.raises(UserError, match="路径"):
        searcher.places(Question(), "省" * 200)


def test_a_list_that_is_cut_says_so(searcher: Searcher) -> None:
    answer = searcher.search(Question())
    known = answer.lists["outlet"]
    assert len(answer.facets["outlet"]) == SIZES["outlet"]
    assert (known.complete, known.approximate, known.exact) == (False, True, True)
    assert known.further == pytest.approx(len(DOCUMENTS) - SIZES["outlet"], rel=0.05)
    assert answer.lists["kind"].complete


def test_all_values_of_a_long_facet_page_by_page(searcher: Searcher) -> None:
    pages = [searcher.facet_values(Question(), "outlet", page=n, size=100) for n in range(1, 5)]
    values = [v.value for page in pages[: pages[0].pages] for v in page.values]
    assert sorted(values) == sorted(str(d.outlet) for d in DOCUMENTS)
    assert {(p.total, p.pages, p.complete) for p in pages} == {(len(DOCUMENTS), -(-len(DOCUMENTS) // 100), True)}
    assert searcher.facet_values(Question(), "outlet", page=99, size=100).page == pages[0].pages


@pytest.mark.parametrize(
    ("facet", "contains", "expected"),
    [
        ("outlet", "第12报", {"第12报社"}),
        ("outlet", "報社", {d.outlet for d in DOCUMENTS if "报社" in str(d.outlet)}),
        ("outlet", '"号[报]*.?', {'引"号[报]*.?社'}),
        ("outlet", ".*", set()),
        ("site", "mixED", {"MiXed.example"}),
        ("site", "未", {UNKNOWN}),
        ("region", SAMPLE.rpartition("/")[2], {p for p in PLACES if SAMPLE.rpartition("/")[2] in p.rpartition("/")[2]}),
        ("region", f"{PROVINCE}/", {p for p in PLACES if p.startswith(f"{PROVINCE}/")}),
        ("kind", "政", {"政策"}),
        ("year", "20", set()),
    ],
)
def test_values_that_contain_characters(searcher: Searcher, facet: str, contains: str, expected: set[str]) -> None:
    page = searcher.facet_values(Question(), facet, contains, size=500)
    assert {v.value for v in page.values} == expected
    assert page.total == len(expected)


def test_a_page_of_values_knows_what_is_chosen(searcher: Searcher) -> None:
    question = Question(outlet=("第1报社",), not_outlet=("第2报社",), kind=("新闻",))
    values = {v.value: v for v in searcher.facet_values(question, "outlet", size=500).values}
    assert values["第1报社"].selected and values["第2报社"].excluded
    assert (values["第1报社"].count, values["第2报社"].count) == (1, 1)
    assert "第3报社" not in values
    plain = facet_page_json(searcher.facet_values(question, "outlet", "第2报社"))
    assert plain["values"] == [{"value": "第2报社", "count": 1, "selected": False, "excluded": True}]


def test_what_is_no_facet_is_refused(searcher: Searcher) -> None:
    with pytest.raises(UserError, match="没有“title”"):
        searcher.facet_values(Question(), "title")
    with pytest.raises(UserError, match="最多 60"):
        searcher.facet_values(Question(), "outlet", "字" * 61)


def test_an_empty_collection_has_no_values(client: Elasticsearch, collection_settings: Settings) -> None:
    empty = Searcher(client, collection_settings)
    assert empty.facet_values(Question(), "outlet").values == ()
    assert empty.places(Question(), "甘肃省") == FacetValue("甘肃省", 0, label="甘肃省")
