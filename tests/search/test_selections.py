"""What selections let through, as requests; words that must stand as written; where values are shown as excluded."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import lexicon
from engine.errors import UserError
from search import Question, Searcher, answer_json, as_lines
from search.compile import compile_search
from search.query import parse
from search.selections import filters
from search.tree import Node
from search.values import industries_of, sectors
from search.verbatim import verbatim
from tests.search.conftest import MakeSearcher, document

ROOT = Path(__file__).parents[2]


def queries(**fields: Any) -> dict[str, Any]:
    return {name: query.to_dict() for name, query in filters(Question(**fields)).items()}


def test_an_excluded_value_is_a_condition_of_its_facet() -> None:
    assert queries(not_kind=("新闻",)) == {"kind": {"bool": {"must_not": [{"terms": {"kind": ["新闻"]}}]}}}
    assert queries(kind=("政策",), not_kind=("新闻",)) == {
        "kind": {"bool": {"filter": [{"terms": {"kind": ["政策"]}}], "must_not": [{"terms": {"kind": ["新闻"]}}]}}
    }


def test_a_places_own_documents_are_one_more_alternative() -> None:
    own = {"bool": {"filter": [{"term": {"region": "甘肃省"}}], "must_not": [{"prefix": {"region": "甘肃省/"}}]}}
    assert queries(own=("甘肃省",)) == {"region": own}
    either = {"bool": {"should": [{"terms": {"region": ["江苏省"]}}, own], "minimum_should_match": 1}}
    assert queries(region=("江苏省",), own=("甘肃省",)) == {"region": either}


def test_a_sector_is_any_of_its_industries() -> None:
    assert queries(sector=("农业",)) == {"sector": {"terms": {"industry": list(industries_of("农业"))}}}
    assert queries(sector=("未知",)) == {"sector": {"bool": {"must_not": [{"exists": {"field": "industry"}}]}}}
    names = [name for sector in sectors() for name in industries_of(sector)]
    assert sorted(names) == sorted(industry.name for industry in lexicon.industries())


def test_dates_are_a_selection_of_their_own() -> None:
    found = queries(date_from="2023-09", date_to="2023")
    assert list(found) == ["date"]
    assert '"gte": "2023-09-01", "lt": "2024-01-01"' in json.dumps(found)
    aggregations = compile_search(parse("").tree, Question(date_from="2023")).to_dict()["aggs"]
    assert "2023-01-01" in json.dumps(aggregations["year"]["filter"])


@pytest.mark.parametrize("fields", [{"date_from": "abc"}, {"date_to": "2023..2024"}, {"not_year": ("abc",)}])
def test_what_cannot_be_read_is_refused_however_it_comes(fields: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="看不懂"):
        filters(Question(**fields))


@pytest.mark.parametrize(
    ("query", "strict"),
    [
        ("产业 项目", '"产业" "项目"'),
        ("产业 OR 项目", '"产业" OR "项目"'),
        ("产业 -项目", '"产业" -"项目"'),
        ("标题:产业 地区:甘肃", '标题:"产业" 地区:甘肃'),
        ('同句(产业 项目) "三?三促"', '同句(产业 项目) "三?三促"'),
    ],
)
def test_words_become_phrases(query: str, strict: str) -> None:
    expected: Node = parse(strict).tree
    assert verbatim(parse(query).tree) == expected


@pytest.fixture
def searcher(make_searcher: MakeSearcher) -> Searcher:
    day = {"published_precision": "day"}
    return make_searcher(
        [
            document("a", "产业项目", kind="政策", published=dt.date(2023, 9, 5), **day),
            document("b", "项目多，产业旺", kind="新闻", published=dt.date(2024, 1, 1), **day),
            document("c", "推进双碳", kind="新闻"),
            document("d", "碳达峰、碳中和", kind="公告"),
        ]
    )


@pytest.mark.parametrize(
    ("query", "match", "expected"),
    [
        ("产业项目", "auto", "ab"),
        ("产业项目", "all", "ab"),
        ("产业项目", "phrase", "a"),
        ("产业 项目 没有", "auto", "ab"),
        ("产业 项目 没有", "phrase", ""),
        ("没有 产业", "phrase", ""),
        ("双碳", "phrase", "cd"),
        ("", "phrase", "abcd"),
    ],
)
def test_words_may_have_to_stand_as_they_are_written(searcher: Searcher, query: str, match: str, expected: str) -> None:
    answer = searcher.search(Question(query=query, match=match, size=10))
    assert "".join(sorted(hit.id for hit in answer.hits)) == expected
    assert answer.total == len(expected)


def test_an_excluded_value_is_shown_as_such(searcher: Searcher) -> None:
    answer = searcher.search(Question(not_kind=("新闻",)))
    assert answer.total == 2
    kinds = {v["value"]: v for v in answer_json(answer, "")["facets"]["kind"]}
    assert kinds["新闻"] == {"value": "新闻", "count": 2, "selected": False, "excluded": True}
    assert kinds["政策"] == {"value": "政策", "count": 1, "selected": False}
    assert any("-新闻 2" in line for line in as_lines(answer, colour=False))
    assert answer_json(answer, "")["years"] == [{"year": 2023, "documents": 1, "base": 1}]
    assert answer_json(answer, "")["lists"]["kind"] == {
        "complete": True,
        "further": 0,
        "approximate": False,
        "exact": True,
    }


def test_the_command_takes_the_same_selections(searcher: Searcher, engine_environment: dict[str, str]) -> None:
    command = [
        sys.executable,
        str(ROOT / "parknews.py"),
        "search",
        "产业",
        "--json",
        "--from",
        "2023-09",
        "--to",
        "2023",
    ]
    command += ["--not-kind", "公告", "--not-region", "甘肃省", "--not-year", "2024"]
    done = subprocess.run(command, env=engine_environment, capture_output=True, check=True, text=True)
    assert [hit["id"] for hit in json.loads(done.stdout)["hits"]] == ["a"]


def test_an_export_names_its_dates(searcher: Searcher) -> None:
    made = searcher.export(Question(date_from="2023-09", date_to="2023-12", not_kind=("新闻",)), "jsonl")
    assert made.about.filters == {"not_kind": ["新闻"], "from": "2023-09", "to": "2023-12"}
    assert made.about.documents == 1
    made.close()


def test_a_saved_link_keeps_all_selections(searcher: Searcher) -> None:
    question = Question(not_kind=("新闻",), own=("甘肃省",), date_from="2023", match="phrase", sector=("农业",))
    link = searcher.links.create("名字", "", question)
    assert link.search == question.to_query_string()
    (listed,) = searcher.links.list()
    assert listed.hits == 0
