"""Facets: counts that ignore their own selection, several values, unknown values, the tree of places."""

from __future__ import annotations

import datetime as dt

import pytest
from elasticsearch import Elasticsearch

from engine import Settings
from engine.errors import UserError
from search import Answer, FacetValue, Question, Searcher
from search.question import UNKNOWN
from tests.search.conftest import document, index

PINGLIANG = ("甘肃省", "甘肃省/平凉市")
KONGTONG = (*PINGLIANG, "甘肃省/平凉市/崆峒区")
NANJING = ("江苏省", "江苏省/南京市")
DOCUMENTS = (
    document("a", "招商", region=KONGTONG, kind="新闻", published=dt.date(2023, 1, 1), industry=("汽车", "金融")),
    document("b", "招商", region=PINGLIANG, kind="政策", published=dt.date(2022, 1, 1), industry=("汽车",)),
    document("c", "招商", region=NANJING, kind="新闻", published=dt.date(2021, 1, 1), slogan=("三抓三促",)),
    document("d", "招商", kind="新闻", park=("苏州工业园区",), document_number="甘政发〔2023〕12号"),
    document("e", "教育", region=("全国",), site="www.gov.cn", outlet="甘肃日报", published=dt.date(2023, 6, 1)),
    document("f", "教育", region=(*NANJING, *PINGLIANG)),
)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def found(answer: Answer) -> str:
    return "".join(sorted(hit.id for hit in answer.hits))


def counts(values: tuple[FacetValue, ...]) -> dict[str, int]:
    return {v.value: v.count for v in values}


def everywhere(values: tuple[FacetValue, ...]) -> dict[str, FacetValue]:
    return {v.value: v for top in values for v in (top, *everywhere(top.children).values())}


def test_counts_without_a_selection_add_up(searcher: Searcher) -> None:
    answer = searcher.search(Question(query="招商"))
    assert counts(answer.facets["kind"]) == {"新闻": 3, "政策": 1}
    assert counts(answer.facets["year"]) == {"2023": 1, "2022": 1, "2021": 1, UNKNOWN: 1}
    assert counts(answer.facets["industry"]) == {"汽车": 2, "金融": 1, UNKNOWN: 2}
    assert counts(answer.facets["slogan"]) == {"三抓三促": 1, UNKNOWN: 3}
    assert counts(answer.facets["park"]) == {"苏州工业园区": 1, UNKNOWN: 3}
    assert answer.collection_size == len(DOCUMENTS)


def test_places_are_a_tree(searcher: Searcher) -> None:
    region = searcher.search(Question()).facets["region"]
    assert counts(region) == {"甘肃省": 3, "江苏省": 2, "全国": 1, UNKNOWN: 1}
    gansu = region[0]
    assert (gansu.value, gansu.label, counts(gansu.children)) == ("甘肃省", "甘肃省", {"甘肃省/平凉市": 3})
    pingliang = gansu.children[0]
    assert (pingliang.label, counts(pingliang.children)) == ("平凉市", {"甘肃省/平凉市/崆峒区": 1})


def test_a_facet_is_counted_without_its_own_selection_and_under_all_others(searcher: Searcher) -> None:
    answer = searcher.search(Question(query="招商", kind=("新闻",), region=("甘肃省",)))
    assert found(answer) == "a"
    assert counts(answer.facets["kind"]) == {"新闻": 1, "政策": 1}
    assert counts(answer.facets["region"]) == {"甘肃省": 1, "江苏省": 1, UNKNOWN: 1}
    assert counts(answer.facets["year"]) == {"2023": 1}
    assert (answer.total, answer.total_all_words, answer.total_phrase) == (1, 1, 1)


def test_several_values_of_one_facet_are_alternatives(searcher: Searcher) -> None:
    answer = searcher.search(Question(region=("甘肃省/平凉市/崆峒区", "江苏省")))
    assert found(answer) == "acf"
    chosen = {v.value for v in everywhere(answer.facets["region"]).values() if v.selected}
    assert chosen == {"甘肃省/平凉市/崆峒区", "江苏省"}


@pytest.mark.parametrize(
    ("facet", "values", "expected"),
    [
        ("region", (UNKNOWN,), "d"),
        ("region", (UNKNOWN, "全国"), "de"),
        ("year", (UNKNOWN,), "df"),
        ("year", ("2023",), "ae"),
        ("year", ("2021-2022",), "bc"),
        ("year", ("2022-",), "abe"),
        ("year", ("-2021", UNKNOWN), "cdf"),
        ("year", ("2021", "2023"), "ace"),
        ("industry", ("金融", "汽车"), "ab"),
        ("slogan", (UNKNOWN,), "abdef"),
        ("park", ("苏州工业园区",), "d"),
        ("kind", (UNKNOWN,), "ef"),
    ],
)
def test_a_selection_filters(searcher: Searcher, facet: str, values: tuple[str, ...], expected: str) -> None:
    answer = searcher.search(Question().change(**{facet: values}))
    assert found(answer) == expected
    shown = everywhere(answer.facets[facet])
    assert all(shown[v].selected for v in values)
    assert len(values) > 1 or shown[values[0]].count == len(expected)


def test_a_chosen_value_without_documents_stays_visible(searcher: Searcher) -> None:
    question = Question(region=("海南省/三沙市",), kind=("讲话",), year=("1999",), industry=("没有的行业",))
    answer = searcher.search(question)
    assert answer.total == 0
    for facet, value in (("region", "海南省/三沙市"), ("kind", "讲话"), ("year", "1999"), ("industry", "没有的行业")):
        shown = everywhere(answer.facets[facet])[value]
        assert (shown.count, shown.selected) == (0, True)
    assert answer.facets["region"][-1].value == "海南省"


@pytest.mark.parametrize("value", ["a[b]>c.d", "<script>", '"\\', "字" * 9000, "_all", "😀"])
def test_any_text_can_be_a_chosen_value(searcher: Searcher, value: str) -> None:
    answer = searcher.search(Question(region=(value,), kind=(value, UNKNOWN), slogan=(value,)))
    assert answer.total == 0
    assert value in everywhere(answer.facets["region"])
    assert counts(answer.facets["kind"])[value] == 0


@pytest.mark.parametrize("query", ["文号:a" + "（" * 99, "网站:" + "*?" * 49 + "a", "来源:" + "字" * 100, "园区:a\\b"])
def test_any_text_can_be_the_value_of_a_field(searcher: Searcher, query: str) -> None:
    assert searcher.search(Question(query=query)).total == 0


def test_words_that_match_only_in_part_are_counted_under_the_same_filters(searcher: Searcher) -> None:
    answer = searcher.search(Question(query="招商 教育 汽车", kind=("新闻",)))
    assert answer.total == 3
    assert answer.total_all_words == answer.total_phrase == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("地区:甘肃", "abf"),
        ("地区:平凉", "abf"),
        ("region:崆峒区", "a"),
        ("地区:甘肃省/平凉市", "abf"),
        ("地区:平凉市/崆峒区", "a"),
        ("地区:(甘肃 OR 江苏)", "abcf"),
        ("地区:甘肃 地区:江苏", "f"),
        ("招商 -地区:甘肃", "cd"),
        ("地区:未知", "d"),
        ("地区:没有的地方", ""),
        ("年份:2023", "ae"),
        ("年份：2021-2022", "bc"),
        ("年份:未知", "df"),
        ("行业:汽车", "ab"),
        ("industry:金融", "a"),
        ("口号:三抓三促", "c"),
        ("口号:“三抓三促”", "c"),
        ("园区:苏州工业园区", "d"),
        ("园区:工业园", "d"),
        ("类型:政策", "b"),
        ("来源:甘肃日报", "e"),
        ("来源:甘肃", "e"),
        ("网站:GOV.cn", "e"),
        ("文号:甘政发(2023)12号", "d"),
        ("文号:〔2023〕", "d"),
        ("文号:甘*12", ""),
    ],
)
def test_fields_in_the_query(searcher: Searcher, query: str, expected: str) -> None:
    assert found(searcher.search(Question(query=query))) == expected


def test_a_field_is_required_though_most_of_the_words_are_enough(searcher: Searcher) -> None:
    assert found(searcher.search(Question(query="招商 工作 会议 地区:平凉"))) == "ab"
    assert found(searcher.search(Question(query="招商 教育 地区:江苏"))) == "cf"


def test_a_place_name_that_several_places_bear_is_explained(searcher: Searcher) -> None:
    answer = searcher.search(Question(query="地区:朝阳"))
    assert any("北京市/朝阳区" in note and "辽宁省/朝阳市" in note for note in answer.notes)
    assert searcher.search(Question(query="地区:平凉")).notes == ()


def test_a_bad_year_is_refused_however_it_comes(searcher: Searcher) -> None:
    with pytest.raises(UserError, match="看不懂"):
        searcher.search(Question(year=("abc",)))
