"""Requests as values: what Elasticsearch is asked, without a server."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import QueryError
from search.compile import compile_count, compile_search
from search.matching import ENOUGH_OF_TEXT, by_most_words, by_words, least_words, literally, merged
from search.query import parse
from search.question import FACETS, Question
from search.ranking import TIER
from search.tree import All, Word

Json = dict[str, Any]


def request(query: str = "", **more: object) -> Json:
    return compile_search(parse(query).tree, Question(query=query).change(**more)).to_dict()


def phrase(text: str) -> Json:
    return {"multi_match": {"query": text, "type": "phrase", "fields": ["title", "body"]}}


def words(text: str, least: str = "100%") -> Json:
    fields = ["title_terms", "body_terms"]
    return {
        "multi_match": {"query": text, "type": "cross_fields", "fields": fields, "minimum_should_match": least},
    }


def either(*queries: Json) -> Json:
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def test_the_empty_query_asks_for_everything_newest_first() -> None:
    body = request()
    assert body["query"] == {"bool": {"filter": [{"match_all": {}}]}}
    assert body["sort"] == [{"published": {"order": "desc", "missing": "_last"}}, {"id": {"order": "asc"}}]
    assert body["track_total_hits"] is True
    assert (body["from"], body["size"]) == (0, 20)
    assert "post_filter" not in body
    assert body["highlight"]["highlight_query"] == {"match_none": {}}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"三抓三促"', phrase("三抓三促")),
        ('"產業園區"', phrase("产业园区")),
        ("产业项目", either(phrase("产业项目"), words("产业 项目"))),
        ("产业", phrase("产业")),
        ("-产业", {"bool": {"must_not": [phrase("产业")]}}),
        ("产业 OR 项目", either(phrase("产业"), phrase("项目"))),
        ('产业 -"项目"', {"bool": {"filter": [phrase("产业")], "must_not": [phrase("项目")]}}),
        ('标题:"产业"', {"match_phrase": {"title": "产业"}}),
        ("年份:2023", {"term": {"year": 2023}}),
        ("年份:2020-2023", {"range": {"year": {"gte": 2020, "lte": 2023}}}),
        ("年份:2020-", {"range": {"year": {"gte": 2020}}}),
        ("年份:未知", {"bool": {"must_not": [{"exists": {"field": "year"}}]}}),
        ("地区:甘肃", {"terms": {"region": ["甘肃省"]}}),
        ("类型:政策", {"terms": {"kind": ["政策"]}}),
        ("网站:gov.cn", {"wildcard": {"site": {"value": "*gov.cn*", "case_insensitive": True}}}),
    ],
)
def test_what_every_word_of_a_query_asks_for(query: str, expected: Json) -> None:
    assert by_words(parse(query).tree).to_dict() == expected


def test_literally_leaves_out_the_words() -> None:
    assert literally(parse("产业项目 园区").tree).to_dict() == {
        "bool": {"filter": [phrase("产业项目"), phrase("园区")]}
    }


@pytest.mark.parametrize(("number", "least"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (10, 7), (20, 14)])
def test_how_many_words_are_enough(number: int, least: int) -> None:
    assert least_words(number) == least


def test_most_words_are_enough_beside_what_is_required() -> None:
    tree = parse('产业 项目 园区 "招商" 地区:甘肃 -教育').tree
    assert by_most_words(tree).to_dict() == {
        "bool": {
            "filter": [phrase("招商"), {"terms": {"region": ["甘肃省"]}}],
            "must_not": [phrase("教育")],
            "should": [phrase("产业"), phrase("项目"), phrase("园区")],
            "minimum_should_match": 2,
        }
    }
    assert by_most_words(tree, any_word=True).to_dict()["bool"]["minimum_should_match"] == 1


def test_all_words_when_asked_so() -> None:
    gate = request("产业 项目 园区", match="all")["query"]["bool"]["filter"]
    assert gate[0]["bool"]["filter"] == [{"bool": {"filter": [phrase("产业"), phrase("项目"), phrase("园区")]}}]


def test_of_a_long_text_some_terms_are_enough_and_function_words_are_not_asked_for() -> None:
    gate = by_most_words(parse("怎样申请高新技术企业的补贴").tree).to_dict()
    assert gate == words("申请 高新 技术 高新技术 企业 补贴", ENOUGH_OF_TEXT)


def test_better_kinds_of_match_are_tiers() -> None:
    should = request("产业 项目 园区 规划建设")["query"]["bool"]["should"]
    tiers = [c["constant_score"] for c in should if c.get("constant_score", {}).get("_name")]
    assert [(t["_name"], t["boost"]) for t in tiers] == [("phrase", TIER), ("words", TIER)]


def test_the_same_documents_are_asked_for_once() -> None:
    body = request('"三抓三促"')
    assert body["query"]["bool"]["filter"] == [{"bool": {"filter": [phrase("三抓三促")], "_name": "phrase"}}]
    assert not [c for c in body["query"]["bool"]["should"] if c.get("constant_score", {}).get("_name")]
    assert {"words", "phrase"}.isdisjoint(body["aggs"])
    assert {"words", "phrase"} < set(request("产业 项目 规划建设")["aggs"])


def test_every_facet_is_counted_under_the_selections_of_the_others() -> None:
    body = request("", kind=("政策", "新闻"), region=("甘肃省",), year=("2020-2023", "未知"))
    kind = {"terms": {"kind": ["政策", "新闻"]}}
    region = {"terms": {"region": ["甘肃省"]}}
    year = either(
        {"range": {"year": {"gte": 2020, "lte": 2023}}}, {"bool": {"must_not": [{"exists": {"field": "year"}}]}}
    )
    assert body["post_filter"] == {"bool": {"filter": [region, year, kind]}}
    assert body["aggs"]["kind"]["filter"] == {"bool": {"filter": [region, year]}}
    assert body["aggs"]["region"]["filter"] == {"bool": {"filter": [year, kind]}}
    assert body["aggs"]["year"]["filter"] == {"bool": {"filter": [region, kind]}}
    assert body["aggs"]["park"]["filter"] == {"bool": {"filter": [region, year, kind]}}
    assert body["aggs"]["park"]["aggs"]["missing"] == {"missing": {"field": "park"}}
    assert set(FACETS) < set(body["aggs"])


def test_counts_obey_the_facets() -> None:
    kind = {"terms": {"kind": ["政策"]}}
    aggregations = request("产业 项目 规划建设", kind=("政策",))["aggs"]
    assert kind in aggregations["words"]["filter"]["bool"]["filter"]
    assert kind in aggregations["phrase"]["filter"]["bool"]["filter"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("relevance", {"_score": {"order": "desc"}}),
        ("newest", {"published": {"order": "desc", "missing": "_last"}}),
        ("oldest", {"published": {"order": "asc", "missing": "_last"}}),
    ],
)
def test_the_order(sort: str, first: Json) -> None:
    order = request("招商", sort=sort)["sort"]
    assert order[0] == first
    assert order[-1] == {"id": {"order": "asc"}}


def test_marks_are_control_characters_around_words_of_the_original_text() -> None:
    highlight = request("产业项目 -教育 地区:甘肃")["highlight"]
    assert (highlight["pre_tags"], highlight["post_tags"]) == (["\u2060\u0001"], ["\u0002\u2060"])
    assert highlight["type"] == "unified"
    assert set(highlight["fields"]) == {"title", "body"}
    clauses = [c["match_phrase"] for c in highlight["highlight_query"]["bool"]["should"]]
    assert clauses == [{f: t} for t in ("产业项目", "产业", "项目") for f in ("title", "body")]


def test_the_page() -> None:
    body = request("招商", page=3, size=50)
    assert (body["from"], body["size"]) == (100, 50)


def test_a_count_finds_the_documents_of_the_page() -> None:
    question = Question(query="产业 项目 园区", kind=("政策",))
    tree = parse(question.query).tree
    page, count = compile_search(tree, question).to_dict(), compile_count(tree, question).to_dict()
    assert count["query"]["bool"]["filter"] == page["query"]["bool"]["filter"]
    assert count["post_filter"] == page["post_filter"]
    assert (count["size"], count["track_total_hits"]) == (0, True)


def test_many_words_are_one_text() -> None:
    tree = merged(parse(" ".join("招商" for _ in range(30)) + ' "园区"').tree)
    assert isinstance(tree, All)
    assert [type(part).__name__ for part in tree.nodes] == ["Word", "Phrase"]
    few = parse("招商 引资").tree
    assert merged(few) is few
    assert isinstance(merged(parse("字" * 300 + " " + "词" * 300).tree), Word)


PIECES = st.sampled_from(
    ["招商", "产业园区", '"三抓三促"', "-教育", "OR", "地区:甘肃", "年份:2020-", "(", ")", "标题:园", "，", "a1"]
)


@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(["auto", "all"]))
def test_every_query_that_can_be_read_is_a_request(query: str, match: str) -> None:
    try:
        tree = parse(query).tree
    except QueryError:
        return
    body = compile_search(tree, Question(query=query, match=match)).to_dict()
    assert json.loads(json.dumps(body)) == body
