"""What is found, and in which order: documents made to tell right from wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from elasticsearch import Elasticsearch

from engine import Settings
from engine.errors import QueryError
from search import Answer, Question, Searcher
from tests.search.conftest import MakeSearcher, document, index

# jieba cuts 三抓三促 differently after 以, before 行动, in quotes, at the end of a sentence, inside a longer number.
NEIGHBOURHOODS = (
    "以三抓三促行动为抓手",
    "开展“三抓三促”行动以来",
    "扎实推进三抓三促。",
    "“三抓三促”",
    "深化三抓三促见成效",
    "第三抓三促进度",
    "十三抓三促",
    "三抓、三促",
    "“三抓” “三促”",
    "三抓\n三促",
    "三 抓 三 促",
    "ＡＢ三抓三促１２",
    "狠抓三抓三促促发展",
)
OTHERS = ("三抓工作和三促工作", "三促三抓", "抓三促三", "三抓两促", "三抓三保", "狠抓落实，促进发展", "叁抓叁促")


def ids(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits]


def ask(searcher: Searcher, query: str, **more: object) -> Answer:
    return searcher.search(Question(query=query, size=100).change(**more))


def test_a_phrase_is_found_in_every_neighbourhood_and_nowhere_else(make_searcher: MakeSearcher) -> None:
    there = [document(f"there{i}", f"前文。{text}，后文。") for i, text in enumerate(NEIGHBOURHOODS)]
    there.append(document("title", "没有", title="关于三抓三促的通知"))
    searcher = make_searcher([*there, *(document(f"not{i}", text) for i, text in enumerate(OTHERS))])
    for query in ('"三抓三促"', "“三抓三促”", '"三抓 三促"', '"三抓、三促"', '口号:三抓三促 OR "三抓三促"'):
        answer = ask(searcher, query)
        assert sorted(ids(answer)) == sorted(d.id for d in there), query
        assert answer.total == answer.total_phrase == answer.total_all_words == len(there)
        assert {hit.matched for hit in answer.hits} == {"phrase"}


def test_part_of_a_slogan_is_found_too(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("a", "开展三抓三促行动"), document("b", "开展三促行动")])
    assert ids(ask(searcher, '"三抓"')) == ["a"]
    assert sorted(ids(ask(searcher, '"三促"'))) == ["a", "b"]


def test_latin_words_and_numbers_match_as_wholes_and_in_any_width_and_case(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("a", "建设５Ｇ基站1500个，GDP增长5.5%"), document("b", "建设15G基站")])
    assert ids(ask(searcher, '"5g基站"')) == ["a"]
    assert ids(ask(searcher, '"gdp增长5.5%"')) == ["a"]
    assert ids(ask(searcher, '"500个"')) == []


def test_a_bare_word_matches_literally_or_by_its_words_and_literally_ranks_above(make_searcher: MakeSearcher) -> None:
    filler = "会议听取汇报，研究下一步安排。" * 30
    searcher = make_searcher(
        [
            document("apart", "项目先行，产业在后。" * 9, title="项目和产业"),
            document("literal", filler + "产业项目。" + filler),
            document("half", "产业在后。"),
        ]
    )
    answer = ask(searcher, "产业项目")
    assert [(hit.id, hit.matched) for hit in answer.hits] == [("literal", "phrase"), ("apart", "words")]
    assert (answer.total, answer.total_all_words, answer.total_phrase) == (2, 2, 1)
    assert ids(ask(searcher, '"产业项目"')) == ["literal"]


def test_words_of_a_bare_word_may_stand_apart(make_searcher: MakeSearcher) -> None:
    pages = [document("words", "园区建成一批产业项目，规划面积扩大。"), document("half", "规划先行。")]
    answer = ask(make_searcher(pages), "规划产业项目")
    assert [(hit.id, hit.matched) for hit in answer.hits] == [("words", "words")]
    assert (answer.total, answer.total_all_words, answer.total_phrase) == (1, 1, 0)
    assert any("原样" in note for note in answer.notes)


def test_one_word_that_nothing_holds_finds_nothing(make_searcher: MakeSearcher) -> None:
    assert ask(make_searcher([document("a", "三月以来"), document("b", "狠抓三年")]), "三抓三促").total == 0


def test_the_title_and_the_beginning_rank_above(make_searcher: MakeSearcher) -> None:
    filler = "会议听取了各部门关于全年重点工作的汇报，研究了下一步安排。" * 12
    searcher = make_searcher(
        [
            document("end", filler + "项目突破年。"),
            document("beginning", "项目突破年。" + filler),
            document("title", "。" + filler, title="项目突破年"),
        ]
    )
    assert ids(ask(searcher, "项目突破年")) == ["title", "beginning", "end"]


def test_of_two_words_both_are_required(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(
        [document("both", "招商工作与园区建设"), document("one", "招商工作"), document("other", "园区建设")]
    )
    answer = ask(searcher, "招商 园区")
    assert ids(answer) == ["both"]
    assert answer.notes == ()


def test_when_nothing_holds_both_any_will_do_with_a_note(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("one", "招商工作"), document("other", "园区建设"), document("none", "教育会议")])
    answer = ask(searcher, "招商 园区")
    assert sorted(ids(answer)) == ["one", "other"]
    assert {hit.matched for hit in answer.hits} == {"some"}
    assert answer.total_all_words == 0
    assert any("其中一部分" in note for note in answer.notes)
    assert ask(searcher, "招商 园区", match="all").total == 0


def test_a_facet_that_leaves_nothing_does_not_loosen_the_words(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(
        [document("both", "招商工作与园区建设", kind="新闻"), document("one", "招商", kind="政策")]
    )
    assert ask(searcher, "招商 园区", kind=("政策",)).total == 0


WORDS = (
    document("1234", "招商。" + "会议。" * 200 + "园区。" + "会议。" * 200 + "财政。" + "会议。" * 200 + "人才。"),
    document("123", "招商园区财政。招商园区财政。招商园区财政。", title="招商园区财政"),
    document("12", "招商园区招商园区", title="招商园区"),
    document("1", "招商", title="招商"),
)


def test_of_four_words_most_are_enough_and_all_rank_above(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(WORDS)
    answer = ask(searcher, "招商 园区 财政 人才")
    assert ids(answer) == ["1234", "123"]
    assert [hit.matched for hit in answer.hits] == ["phrase", "some"]
    assert (answer.total, answer.total_all_words, answer.total_phrase) == (2, 1, 1)
    assert ids(ask(searcher, "招商 园区 财政 人才", match="all")) == ["1234"]


def test_a_quoted_phrase_is_required_beside_words_that_are_not(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher(WORDS)
    assert ids(ask(searcher, '招商 园区 财政 "人才"')) == ["1234"]
    assert sorted(ids(ask(searcher, '招商 园区 "财政"'))) == ["123", "1234"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("招商 -人才", {"123", "12", "1"}),
        ("-财政", {"12", "1"}),
        ('-"招商园区"', {"1234", "1"}),
        ("财政 OR 园区", {"1234", "123", "12"}),
        ("招商 -(财政 OR 园区)", {"1"}),
        ("(财政 人才) OR 标题:财政", {"1234", "123"}),
        ("标题:招商", {"123", "12", "1"}),
        ('标题:"招商园区" -财政', {"12"}),
        ("-标题:园区", {"1234", "1"}),
        ("标题:(招商 -园区)", {"1"}),
    ],
)
def test_operators(module_searcher: Searcher, query: str, expected: set[str]) -> None:
    assert set(ids(ask(module_searcher, query))) == expected


@pytest.fixture(scope="module")
def module_searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, WORDS)
    return Searcher(client, module_settings)


QUESTION_PAGES = (
    document(
        "right", "对新认定的高新技术企业，市财政给予二十万元补贴。申请认定须向科技局提交材料。", title="科技奖补办法"
    ),
    document("near", "高新技术企业座谈会召开。", title="座谈会"),
    document("wrong", "教育局召开校园安全会议，部署秋季开学工作。", title="校园安全"),
)


@pytest.mark.parametrize(
    "query",
    [
        "怎样申请高新技术企业认定的补贴？",
        "请问高新技术企业认定以后市财政给予多少补贴",
        "对新认定的高新技术企业，市财政给予二十万元补贴。申请认定须向科技局提交材料。" * 8,
        "对 新 认 定 的 高 新 技 术 企 业 市 财 政 给 予 二 十 万 元 补 贴 申 请 认 定",
    ],
)
def test_a_question_or_a_pasted_text_finds_the_right_page_first(make_searcher: MakeSearcher, query: str) -> None:
    answer = ask(make_searcher(QUESTION_PAGES), query)
    assert ids(answer)[0] == "right"
    assert "wrong" not in ids(answer)


def test_a_pasted_title_finds_its_page_by_phrase(make_searcher: MakeSearcher) -> None:
    title = "党组织书记谈落实 | 平凉工业园区(高新区): 坚定不移打造“百亿园区”"
    searcher = make_searcher([document("it", "正文。", title=title), document("other", "工业园区坚定不移打造百亿。")])
    answer = ask(searcher, title)
    assert ids(answer)[0] == "it"
    assert answer.hits[0].matched == "phrase"


@pytest.mark.parametrize(
    "query",
    [
        "字" * 2000,
        '"' + "高新" * 999 + '"',
        "工业园区" * 500,
        "开发区 " * 500,
        "a1 " * 660,
        "(" * 20 + "招商",
        " OR ".join(f"词{i}" for i in range(90)),
        " ".join(f'"短语{i}"' for i in range(100)),
        " ".join(f"-词{i}" for i in range(90)),
        "<script>alert(1)</script>",
        "𠮷野家 😀 \u200b e\u0301",
        "\\ / * ? ~ ^ ! { } [ ] && ||",
        "。，“”（）",
    ],
)
def test_any_query_is_answered(module_searcher: Searcher, query: str) -> None:
    answer = ask(module_searcher, query)
    assert answer.total >= 0
    assert module_searcher.article("1", query).id == "1"


def test_a_query_that_cannot_be_read_is_refused_and_marks_nothing_on_a_document(module_searcher: Searcher) -> None:
    with pytest.raises(QueryError):
        ask(module_searcher, "地区:")
    assert module_searcher.article("1", "地区:").marked == 0


@pytest.mark.parametrize("query", ["", "   ", "，。！"])
def test_without_words_all_documents_come_newest_first(make_searcher: MakeSearcher, query: str) -> None:
    searcher = make_searcher(
        [
            document("old", "a", published=dt.date(2019, 5, 1)),
            document("undated", "a"),
            document("new", "a", published=dt.date(2024, 5, 1)),
        ]
    )
    answer = ask(searcher, query)
    assert ids(answer) == ["new", "old", "undated"]
    assert {hit.matched for hit in answer.hits} == {"all"}
    assert bool(answer.notes) == bool(query.strip())
    assert ids(ask(searcher, "a", sort="oldest")) == ["old", "new", "undated"]
    assert ids(ask(searcher, "a", sort="newest")) == ["new", "old", "undated"]
    assert ids(ask(searcher, "a")) == ["new", "old", "undated"]
