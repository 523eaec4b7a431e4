"""Trends against a count of the documents one by one: shares, gaps, what has no date, the file, the command."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import Settings
from engine.errors import QueryError, UserError
from mappings import Document
from search import Question, Searcher, trends_as_lines, trends_csv, trends_json
from search.periods import span, steps
from search.trends import MOST_SERIES, Series
from tests.search import brute
from tests.search.conftest import MakeSearcher, document, index

ROOT = Path(__file__).parents[2]
DOCUMENTS = brute.documents(200, seed=11)
FILTERS = st.builds(
    Question,
    kind=st.sampled_from([(), ("政策",), ("政策", "未知")]),
    not_region=st.sampled_from([(), ("甘肃省",)]),
    industry=st.sampled_from([(), ("汽车",)]),
    year=st.sampled_from([(), (), ("2010-2014",), ("2009", "2015"), ("2014-",)]),
    date_from=st.sampled_from(["", "", "2010", "2008-06"]),
    date_to=st.sampled_from(["", "", "2014-05-20", "2016"]),
)
QUERIES = {
    "招商引资": ("招商引资",),
    '"高新区"': ("高新区",),
    "招商引资 教育": ("招商引资", "教育"),
    "没有这个词": ("没有这个词",),
}


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def step_of(found: Document, interval: str) -> str:
    """The year or month of a document; "" without a date, "coarse" where the month is not known."""
    if found.published is None:
        return ""
    if interval == "month" and found.published_precision == "year":
        return "coarse"
    return found.published.isoformat()[: 4 if interval == "year" else 7]


def check(series: Series, words: tuple[str, ...], question: Question, interval: str) -> None:
    base = [d for d in DOCUMENTS if brute.passes(d, question)]
    found = Counter(step_of(d, interval) for d in base if brute.holds(d, words))
    there = Counter(step_of(d, interval) for d in base)
    assert (series.documents, series.base.documents) == (sum(found.values()), len(base))
    assert (series.undated, series.base_undated) == (found.pop("", 0), there.pop("", 0))
    assert (series.coarse, series.base_coarse) == (found.pop("coarse", 0), there.pop("coarse", 0))
    points = {p.period: p for p in series.points}
    assert set(there) <= set(points)
    for period, point in points.items():
        assert (point.documents, point.base) == (found[period], there[period])
        assert point.per_1000 == (1000 * found[period] / there[period] if there[period] else None)


@settings(max_examples=50)
@given(
    question=FILTERS,
    queries=st.lists(st.sampled_from(sorted(QUERIES)), min_size=1, max_size=4, unique=True),
    interval=st.sampled_from(["year", "month"]),
)
def test_every_point_is_the_count_of_the_documents(
    searcher: Searcher, question: Question, queries: list[str], interval: str
) -> None:
    trends = searcher.trends(question, queries, interval)
    assert [s.label for s in trends.series] == queries
    for series in trends.series:
        check(series, QUERIES[series.label], question, interval)
        periods = [p.period for p in series.points]
        assert periods == (list(steps(periods[0], periods[-1], interval)) if periods else [])


@settings(max_examples=20)
@given(question=FILTERS, query=st.sampled_from(sorted(QUERIES)))
def test_the_questions_of_a_trend_find_its_documents(searcher: Searcher, question: Question, query: str) -> None:
    (series,) = searcher.trends(question, [query]).series
    assert searcher.search(series.question).total == series.documents
    assert searcher.search(series.base.question).total == series.base.documents


def test_nothing_found_is_not_nothing_collected(searcher: Searcher) -> None:
    (series,) = searcher.trends(Question(), ["没有这个词"]).series
    assert [p.period for p in series.points] == [str(y) for y in range(2009, 2016)]
    assert {p.period: p.per_1000 for p in series.points if p.per_1000 is None} == {"2012": None, "2013": None}
    assert {p.per_1000 for p in series.points} == {0.0, None}


def test_a_word_counts_where_it_is_written(make_searcher: MakeSearcher) -> None:
    published = {"published": dt.date(2020, 1, 1), "published_precision": "day"}
    searcher = make_searcher([document("a", "产业项目", **published), document("b", "项目多，产业旺", **published)])
    assert searcher.search(Question(query="产业项目")).total == 2
    assert searcher.trends(Question(query="产业项目")).series[0].documents == 1
    assert searcher.trends(Question(query="产业项目", match="all")).series[0].documents == 2


def test_the_other_wordings_of_a_slogan_count_unless_they_are_left_out(make_searcher: MakeSearcher) -> None:
    published = {"published": dt.date(2022, 1, 1), "published_precision": "day"}
    searcher = make_searcher([document("a", "推进双碳工作", **published), document("b", "碳达峰、碳中和", **published)])
    assert searcher.trends(Question(query="双碳")).series[0].documents == 2
    assert searcher.trends(Question(query="双碳", expand=False)).series[0].documents == 1


def test_the_fields_of_a_query_are_part_of_its_base(searcher: Searcher) -> None:
    first, second = searcher.trends(Question(kind=("政策",)), ["招商引资 地区:甘肃", "教育"]).series
    assert first.base.documents == sum(d.kind == "政策" and "甘肃省" in d.region for d in DOCUMENTS)
    assert second.base.documents == sum(d.kind == "政策" for d in DOCUMENTS)
    assert first.base.words == "类型：政策；地区:甘肃"
    assert second.base.words == "类型：政策"
    assert [p.period for p in first.points] == [p.period for p in second.points]


def test_the_base_is_named_in_words(searcher: Searcher) -> None:
    question = Question(
        region=("江苏省",), own=("甘肃省",), not_year=("2014",), date_from="2010", not_site=("www.gov.cn",)
    )
    words = searcher.trends(question, ["教育"]).series[0].base.words
    assert words == "地区：江苏省、甘肃省（仅本级）；不含年份：2014；不含网站：www.gov.cn；日期：2010 起"
    assert searcher.trends(Question(query="教育")).series[0].base.words == "全部文档"


@pytest.mark.parametrize(
    ("queries", "interval", "message"),
    [([], "year", "1 到 6"), (list("一二三四五六七"), "year", "1 到 6"), (["教育"], "day", "year、month")],
)
def test_what_cannot_be_drawn_is_refused(searcher: Searcher, queries: list[str], interval: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        searcher.trends(Question(), queries, interval)
    assert MOST_SERIES == 6


def test_a_wrong_query_is_refused_with_its_place(searcher: Searcher) -> None:
    with pytest.raises(QueryError):
        searcher.trends(Question(), ["教育 地区:"])


def test_an_empty_collection_has_no_trend(client: Elasticsearch, collection_settings: Settings) -> None:
    (series,) = Searcher(client, collection_settings).trends(Question(query="教育")).series
    assert (series.documents, series.points, series.base.documents) == (0, (), 0)


def test_the_years_asked_for_are_there_though_nothing_was_collected() -> None:
    assert span(["2010", "2011"], ("2008", "2012"), "year") == ["2008", "2009", "2010", "2011", "2012"]
    assert span(["2010-12", "2011-02"], (None, None), "month") == ["2010-12", "2011-01", "2011-02"]
    assert span([], ("2008", "2012"), "year") == []
    assert len(span(["2010-01"], ("1000-01", None), "month")) == 1


def test_the_file_has_a_line_for_each_query_and_period(searcher: Searcher) -> None:
    trends = searcher.trends(Question(kind=("政策",)), ["=教育", "招商引资"], "month")
    text = trends_csv(trends).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    (series,) = [s for s in trends.series if s.label == "招商引资"]
    own = [row for row in rows if row["query"] == "招商引资"]
    assert sum(int(row["documents"]) for row in own) == series.documents
    assert sum(int(row["base"]) for row in own) == series.base.documents
    assert [row["period"] for row in own[-2:]] == ["month unknown", "undated"]
    assert {row["query"] for row in rows} == {"'=教育", "招商引资"}
    assert all((row["per_1000"] == "") == (row["base"] == "0") for row in own[:-2])


def test_trends_as_json(searcher: Searcher) -> None:
    trends = searcher.trends(Question(), ["没有这个词"])
    (series,) = trends_json(trends)["series"]
    assert series["base"]["filters"] == "全部文档"
    assert {p["period"]: p["per_1000"] for p in series["points"]}["2012"] is None
    assert series["search"] == "q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E8%AF%8D&match=phrase"


def test_trends_as_lines(searcher: Searcher) -> None:
    lines = list(trends_as_lines(searcher.trends(Question(), ["教育", "没有这个词"])))
    assert any(line.startswith("  2012  （这一时期没有收集到文档）") for line in lines)
    assert sum("█" in line for line in lines) == 5
    assert lines.count("") == 1
    assert any(line.startswith("  没有日期：") for line in lines)


def test_the_command(engine_environment: dict[str, str], make_searcher: MakeSearcher) -> None:
    make_searcher(DOCUMENTS[:50])

    def run(*arguments: str) -> str:
        command = [sys.executable, str(ROOT / "parknews.py"), "trends", *arguments]
        return subprocess.run(command, env=engine_environment, capture_output=True, check=True, text=True).stdout

    table = run("招商引资", "教育", "--kind", "政策", "--from", "2010")
    assert table.splitlines()[0].startswith("招商引资：")
    assert "类型：政策；日期：2010 起" in table
    rows = list(csv.DictReader(io.StringIO(run("教育", "--by", "month", "--csv").removeprefix("\ufeff"))))
    assert sum(int(r["documents"]) for r in rows) == sum(brute.holds(d, ["教育"]) for d in DOCUMENTS[:50])
