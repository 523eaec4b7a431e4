"""Nearness, wildcards and dates over a real Elasticsearch: documents made to tell right from wrong.

Whatever is asked, the documents that the index finds are those in which the finder sees an occurrence.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest
from elasticsearch import Elasticsearch

from engine import Settings
from search import Question, Searcher
from search.compile import prepared
from search.finder import Finder
from search.query import parse
from tests.search.conftest import document, index

TEXTS = {
    "one sentence": "今年高新区招商成果丰硕。教育先行。",
    "two sentences": "高新区建设加快。招商工作推进。",
    "two paragraphs": "高新区建设加快\n招商工作推进",
    "other order": "招商引资，围绕“高新区”展开！",
    "half-width": "高新区发展; 招商提速",
    "ten apart": "招商" + "一二三四五六七八九十" + "高新区",
    "eleven apart": "高新区" + "一二三四五六七八九十百" + "招商",
    "marks between": "招商（一二三）——“四五六”七八九十：高新区",
    "over an end": "招商。高新区",
    "split by an end": "高新。区内招商",
    "thrice": "招商五招商十五个字在这里面凑数用的高新区",
    "wild": "三抓三促行动，项目突破年",
    "wild none": "三三促，项目年",
    "wild two": "三狠抓三促，项目建设质量全面提升攻坚年",
    "wild over an end": "三。三促。项目！突破年",
    "wild over a mark": "三“狠”三促；项目、突破、年",
    "wild number": "三5G三促；项目2023年",
    "wild many": "三三三促，项目项目年年",
    "traditional": "三抓三促。高新區 招商，項目突破年",
    "著": "项目着力年",
    "late": "文化" * 300 + "高新区招商" + "文化" * 300,
}
TITLES = {"title": "高新区招商", "title and text": "高新区", "title wild": "项目突破年！"}
BODIES = {"title and text": "招商工作"}


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    pages = [document(name, text) for name, text in TEXTS.items()]
    pages += [document(name, BODIES.get(name, "正文"), title=title) for name, title in TITLES.items()]
    index(client, module_settings, pages)
    return Searcher(client, module_settings)


def found(searcher: Searcher, query: str) -> set[str]:
    answer = searcher.search(Question(query=query, size=100))
    assert answer.total == len(answer.hits)
    return {hit.id for hit in answer.hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "同句(招商 高新区)",
            "one sentence|other order|ten apart|eleven apart|marks between|thrice|traditional|title|late",
        ),
        ("同句(招商 高新区 教育)", ""),
        ("同段(招商 高新区 教育)", "one sentence"),
        (
            "同段(招商 高新区)",
            "one sentence|two sentences|other order|half-width|ten apart|eleven apart|marks between|over an end|thrice"
            "|traditional|title|late",
        ),
        (
            "近10(招商 高新区)",
            "one sentence|two sentences|two paragraphs|other order|half-width|ten apart|marks between|over an end"
            "|split by an end|traditional|title|late",
        ),
        ("近11(招商 高新区) -近10(高新区 招商)", "eleven apart"),
        ("近1(招商 高新区)", "one sentence|over an end|split by an end|traditional|title|late"),
        ("同句(招商 (教育 OR 一二三))", "ten apart|marks between|eleven apart"),
        ("近4(招商 (教育 OR 一二三))", "ten apart|marks between|one sentence"),
        ("近3(招商 (教育 OR 一二三))", "ten apart|marks between"),
        ('近2("三?三促" 项目)', "wild|wild over a mark|wild number|wild many"),
        ('近1("三?三促" 项目) -"三抓"', "wild over a mark|wild number|wild many"),
        ('近5("三?三促" 项目)', "wild|wild over a mark|wild number|wild many|traditional"),
        ('近4("三促" "项目*年")', "wild|wild none|wild over an end|wild over a mark|wild number|wild many"),
        ('近1("三?三促" "项目?*年")', "wild over a mark|wild number|wild many"),
        ("近1(三 三)", "|".join(n for n, t in TEXTS.items() if "三" in t)),
        ("同句(三抓 三促)", "wild|traditional"),
        ('同句("三?三促" 项目)', "wild|wild many"),
        ('同段("三?三促" 项目)', "wild|wild over a mark|wild number|wild many|traditional"),
        ('"三?三促"', "wild|wild over a mark|wild number|wild many|traditional"),
        ('"三??三促"', "wild two"),
        ("三?三促", "wild|wild over a mark|wild number|wild many|traditional"),
        (
            '"三*三促"',
            "wild|wild none|wild two|wild over a mark|wild number|wild many|traditional",
        ),
        (
            '"项目*年"',
            "wild|wild none|wild over a mark|wild number|wild many|traditional|著|title wild",
        ),
        ('"项目?*年"', "wild|wild over a mark|wild number|wild many|traditional|著|title wild"),
        ('"项目*著力*年"', "著"),
        ('标题:"项目*年"', "title wild"),
        ('"突破年" -"项目*年"', "wild over an end"),
        (
            '"项目?" "三促"',
            "wild|wild none|wild two|wild over an end|wild over a mark|wild number|wild many|traditional",
        ),
    ],
)
def test_what_is_found(searcher: Searcher, query: str, expected: str) -> None:
    assert found(searcher, query) == set(filter(None, expected.split("|")))


def test_many_queries_find_the_documents_in_which_an_occurrence_is_seen(searcher: Searcher) -> None:
    """Made at random from pieces of the texts, always the same."""
    choose = random.Random(7)
    leaves = [
        "招商",
        "高新区",
        '"三促"',
        "项目",
        "一二",
        "年",
        "教育",
        "三",
        '"三?三促"',
        '"项目*年"',
        "5G",
        "(招商 OR 三)",
    ]
    queries = []
    for scope, number in itertools.product(("同句", "同段", "近1", "近4", "近9", "近15"), range(24)):
        parts = choose.sample(leaves, 2 + number % 3)
        queries += [f"{scope}({' '.join(parts)})"] if len(parts) > 1 else []
    texts = TEXTS | {name: BODIES.get(name, "正文") for name in TITLES}
    hits = 0
    for query in queries:
        finder = Finder(prepared(parse(query).tree, Question()))
        seen = {n for n, t in texts.items() if finder.body(_folded(t)) or finder.title(TITLES.get(n, "页面"))}
        assert found(searcher, query) == seen, query
        hits += len(seen)
    assert hits > 100


def _folded(text: str) -> str:
    return document("a", text).as_source(dt.datetime.now(dt.UTC))["body"]


DATED = {
    "2023": (dt.date(2023, 1, 1), "year"),
    "2023-09": (dt.date(2023, 9, 1), "month"),
    "2023-09-01": (dt.date(2023, 9, 1), "day"),
    "2023-09-30": (dt.date(2023, 9, 30), "day"),
    "2023-12": (dt.date(2023, 12, 1), "month"),
    "2024-01-01": (dt.date(2024, 1, 1), "inferred"),
    "2024-02-29": (dt.date(2024, 2, 29), "day"),
    "none": (None, None),
}


@pytest.fixture(scope="module")
def dated(client: Elasticsearch, engine_settings: Settings, module_settings: Settings) -> Searcher:
    where = module_settings.model_copy(update={"collection": f"{module_settings.collection}-dated"})
    pages = [document(n, "正文", published=date, published_precision=p) for n, (date, p) in DATED.items()]
    index(client, where, pages)
    return Searcher(client, where)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("日期:2023", "2023|2023-09|2023-09-01|2023-09-30|2023-12"),
        ("日期:2023-09", "2023-09|2023-09-01|2023-09-30"),
        ("日期:2023-09-01", "2023-09-01"),
        ("日期:2023-01-01", ""),
        ("日期:2023-09-01..2023-09-29", "2023-09-01"),
        ("日期:2023-09..2023-12", "2023-09|2023-09-01|2023-09-30|2023-12"),
        ("日期:2023-09..2024", "2023-09|2023-09-01|2023-09-30|2023-12|2024-01-01|2024-02-29"),
        ("日期:2023-10..", "2023-12|2024-01-01|2024-02-29"),
        ("日期:..2023-12-30", "2023-09|2023-09-01|2023-09-30"),
        ("日期:..2023", "2023|2023-09|2023-09-01|2023-09-30|2023-12"),
        ("日期:2024-02-29", "2024-02-29"),
        ("日期:未知", "none"),
        ("-日期:2023", "2024-01-01|2024-02-29|none"),
        ("日期:(2023-09-30 OR 2024-01)", "2023-09-30|2024-01-01"),
    ],
)
def test_dates(dated: Searcher, query: str, expected: str) -> None:
    assert found(dated, query) == set(filter(None, expected.split("|")))
