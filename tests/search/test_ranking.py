"""What scores, and in which order documents made to tell right from wrong come."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from search import Question
from search.query import parse
from search.ranking import CHARACTERS, MOST, OFFICIAL_WEIGHT, PAIRS, SCORED, TERMS, TIER, lifts, scoring
from search.wording import wording
from tests.search.conftest import MakeSearcher, document
from tests.search.test_matching import ask, ids

FILLER = "会议听取了各部门关于全年重点工作的汇报，研究了下一步安排。" * 12


def matches(query: str, field: str) -> list[str]:
    """What the clauses look up in a field."""
    found = [clause.to_dict().get("match", {}).get(field) for clause in scoring(parse(query).tree)]
    return [options["query"] for options in found if options]


def test_a_question_is_looked_up_without_its_question_words() -> None:
    query = "请问河北省高新技术企业有哪些奖励政策？"
    assert matches(query, "body.bigram")[0] == "河北 北省 省高 高新 新技 技术 术企 企业 奖励 励政 政策"
    assert matches(query, "body")[0] == "河 北 省 高 新 技 术 企 业 奖 励 政 策"
    assert not {"请问", "有", "哪些"} & set(matches(query, "body_terms")[0].split())


def test_a_word_that_someone_chose_is_looked_up_whole() -> None:
    assert matches("两不愁三保障", "body.bigram") == ["两不 不愁 愁三 三保 保障"]
    assert matches("一个中心", "body") == ["一 个 中 心"]


def test_function_words_alone_are_looked_up_all_the_same() -> None:
    assert matches("怎么办", "body.bigram") == ["怎么 么办"]
    assert matches("的", "body") == ["的"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("年假几天", ("年假",)),
        ("莱索托哪一年独立", ("莱索托", "独立")),
        ("能不能报销", ("报销",)),
        ("什么是高新技术企业", ("高新技术企业",)),
        ("“放管服”改革是什么", ("放管服", "改革")),
        ("三抓三促", ("三抓三促",)),
    ],
)
def test_what_is_left_of_a_question(text: str, runs: tuple[str, ...]) -> None:
    assert wording(text).runs == runs
    assert wording(text).loose == (runs != (text,))


def test_official_words_are_looked_up_beside_everyday_ones_in_questions_only() -> None:
    clauses = [c.to_dict()["match"] for c in scoring(parse("老师评职称要哪些条件").tree) if "match" in c.to_dict()]
    official = [c["body_terms"] for c in clauses if "body_terms" in c][1]
    assert (official["query"], official["boost"]) == ("教师", pytest.approx(OFFICIAL_WEIGHT))
    assert len(matches("老师", "body_terms")) == 1


def test_the_place_that_a_question_names() -> None:
    clauses = json.dumps([c.to_dict() for c in scoring(parse("兰州2023年招商政策有哪些").tree)], ensure_ascii=False)
    assert '{"terms": {"region": ["甘肃省/兰州市"]}}' in clauses


def test_a_pasted_text_makes_no_more_clauses_than_its_limits() -> None:
    text = "".join(chr(0x4E00 + 7 * n) for n in range(1900))
    tokens = {field: len(matches(text, field)[0].split()) for field, _, _ in SCORED}
    assert {kind: tokens[field] for field, kind, _ in SCORED} == MOST
    assert set(MOST) == {TERMS, PAIRS, CHARACTERS}


def test_every_word_lifts_for_words_and_not_for_a_question() -> None:
    assert lifts(parse("高新区 招商 政策").tree)
    assert not lifts(parse("高新区有哪些招商政策").tree)
    assert not lifts(parse("高新区 有哪些招商政策").tree)


def test_the_scattered_words_of_a_question_do_not_rank_above_an_answer(make_searcher: MakeSearcher) -> None:
    scattered = FILLER.join(["园区用水。", "用水户。", "企业名单。", "企业用电。", "电价。", "降低能耗。", "申请表。"])
    pages = [
        document("scattered", scattered),
        document("answer", "园区企业的用电价格降低一成，企业可以向供电公司申请。"),
    ]
    answer = ask(make_searcher(pages), "园区企业怎么申请降低用电的电价？")
    assert ids(answer)[0] == "answer"
    assert [hit.matched for hit in answer.hits] == ["some", "words"]
    assert all(hit.score is not None and hit.score < TIER for hit in answer.hits)


def test_what_is_called_otherwise_is_found_by_its_characters_and_official_words(make_searcher: MakeSearcher) -> None:
    pages = [
        document("teachers", "教师职务评审的条件由人事部门规定。" + FILLER),
        document("others", "工程人员职务评审的条件由人事部门规定。" + FILLER),
    ]
    assert ids(ask(make_searcher(pages), "老师评职务要哪些条件？")) == ["teachers", "others"]


def test_of_the_same_text_the_named_place_ranks_above(make_searcher: MakeSearcher) -> None:
    text = "全市人才购房补贴标准公布，本科毕业生可以申请。"
    pages = [
        document("other", text, region=("甘肃省", "甘肃省/天水市"), published=dt.date(2024, 3, 1)),
        document("right", text, region=("甘肃省", "甘肃省/兰州市"), published=dt.date(2021, 3, 1)),
    ]
    assert ids(ask(make_searcher(pages), "兰州人才购房补贴标准是多少？")) == ["right", "other"]


def test_recency_breaks_ties_only(make_searcher: MakeSearcher) -> None:
    pages = [
        document("older", "园区招商政策。", published=dt.date(2020, 1, 1)),
        document("newer", "园区招商政策。", published=dt.date(2024, 1, 1)),
        document("newest", "园区招商政策之外，" + FILLER, published=dt.date(2025, 1, 1)),
    ]
    assert ids(ask(make_searcher(pages), "园区招商政策")) == ["newer", "older", "newest"]


@pytest.mark.parametrize("number", ["冀科政规〔2020〕1号", "冀科政规[2020]1号", "冀科政规(2020)1号"])
def test_a_document_number_finds_its_document_before_those_that_mention_it(
    make_searcher: MakeSearcher, number: str
) -> None:
    pages = [
        document("mentions", "冀科政规〔2020〕1号、冀科政规〔2020〕1号、冀科政规〔2020〕1号停止执行。"),
        document("itself", "现将办法印发给你们。冀科政规〔2020〕1号。" + FILLER, document_number="冀科政规〔2020〕1号"),
        document("another", "冀科政规〔2020〕11号。", document_number="冀科政规〔2020〕11号"),
    ]
    assert ids(ask(make_searcher(pages), number))[0] == "itself"


def test_a_whole_title_finds_its_document_first(make_searcher: MakeSearcher) -> None:
    title = "关于印发《省级高新技术产业开发区“亩均论英雄”评价办法（试行）》的通知"
    pages = [
        document("right", FILLER, title=title),
        document("about", "高新技术产业开发区评价办法印发，高新技术产业开发区按评价办法评价。", title="评价办法解读"),
    ]
    searcher = make_searcher(pages)
    assert ids(ask(searcher, title))[0] == "right"
    assert ids(ask(searcher, title.removeprefix("关于印发")))[0] == "right"


def test_a_pasted_passage_finds_its_text_first(make_searcher: MakeSearcher) -> None:
    passage = (
        "对新认定的高新技术企业，市财政给予一次性奖励二十万元；对通过重新认定的，给予十万元。企业应当在认定证书发放之日起"
        "六十日内，向所在县（市、区）科技部门提交申请书、证书复印件和上年度纳税证明，逾期不予受理。县级科技部门在十个工作日"
        "内提出初审意见，报市科技局复核；市科技局会同市财政局公示名单，公示期不少于五个工作日，公示无异议的，资金于当年"
        "第三季度前拨付到位。弄虚作假骗取资金的，追回资金并记入信用档案，三年内不得再次申请。"
    )
    cut = passage[30:].replace("六十日", "60日")
    pages = [document("right", FILLER + passage + FILLER), document("other", passage[:60] + FILLER)]
    answer = ask(make_searcher(pages), cut)
    assert ids(answer)[0] == "right"


def test_words_written_together_are_loosened_where_nothing_holds_them_all(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("near", "让群众少跑腿、好办事。"), document("far", "园区招商政策。")])
    answer = ask(searcher, "老百姓办事少跑腿")
    assert ids(answer) == ["near"]
    assert any("其中一部分" in note for note in answer.notes)
    assert searcher.search(Question(query="老百姓办事少跑腿", match="all")).total == 0


def test_a_short_question_needs_only_its_topic(make_searcher: MakeSearcher) -> None:
    pages = [document("right", "职工享受带薪年假，假期按工龄确定。"), document("other", "园区招商政策。")]
    searcher = make_searcher(pages)
    assert ids(ask(searcher, "年假几天")) == ["right"]
    assert ids(ask(searcher, "年假有多少天？")) == ["right"]


def test_words_that_only_ask_are_not_asked_for(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("right", "深化放管服改革。"), document("other", "这是什么？放管，服。")])
    for query in ("放管服改革 是什么", '是什么 "放管服改革"', "放管服改革 有哪些 多少"):
        assert ids(ask(searcher, query)) == ["right"], query
    assert ask(searcher, "放管服改革 是什么").notes == ()
    assert ids(ask(searcher, "是什么")) == ["other"]


def test_a_question_mark_within_a_question_is_no_wildcard(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("right", "公积金贷款额度为六十万元，由职工本人办理。")])
    assert ids(ask(searcher, "公积金贷款额度是多少?怎么办理?")) == ["right"]
