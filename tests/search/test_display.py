"""What is shown: marks, snippets, the original of a traditional or full-width page, a whole document."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import NotFoundError
from mappings import MARKS, Evidence, Removed, Repair, fold
from search import Question, Span
from search.highlight import paragraphs, snippet, spans
from search.tree import All
from tests.search.conftest import MakeSearcher, document

TRADITIONAL_TITLE = "平涼工業園區紮實推進「三抓三促」行動"
TRADITIONAL = "黨的二十大強調，堅持把發展經濟的著力點放在實體經濟上。\n園區以「三抓三促」行動為抓手，產業發展。"
SHORT, LONG = 20, 200  # characters of a snippet


def text(shown: tuple[Span, ...]) -> str:
    return "".join(span.text for span in shown)


def marked(shown: tuple[Span, ...]) -> list[str]:
    return [span.text for span in shown if span.marked]


def test_a_traditional_page_is_found_by_a_simplified_query_and_shown_as_it_is(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("t", TRADITIONAL, title=TRADITIONAL_TITLE), document("other", "教育")])
    for query in ("三抓三促", '"三抓三促" 产业发展', '"產業發展"', "實體經濟 着力点"):
        answer = searcher.search(Question(query=query))
        assert [hit.id for hit in answer.hits] == ["t"], query
        hit = answer.hits[0]
        assert text(hit.title) == TRADITIONAL_TITLE
        assert all(text(piece) in TRADITIONAL.replace("\n", " ") for piece in hit.snippets)
    article = searcher.article("t", "三抓三促 产业")
    assert text(article.title) == TRADITIONAL_TITLE
    assert marked(article.title) == ["三抓三促"]
    assert "\n".join(text(p) for p in article.paragraphs) == TRADITIONAL
    assert [m for p in article.paragraphs for m in marked(p)] == ["三抓三促", "產業"]
    assert article.marked == 3


def test_a_full_width_page_is_shown_as_it_is(make_searcher: MakeSearcher) -> None:
    body = "建设５Ｇ基站１５００个，显著提升。"
    searcher = make_searcher([document("w", body)])
    hit = searcher.search(Question(query='"5g基站1500个"')).hits[0]
    assert text(hit.snippets[0]) == body
    assert marked(hit.snippets[0]) == ["５Ｇ基站１５００个"]


def test_snippets_are_two_short_pieces_around_the_hits(make_searcher: MakeSearcher) -> None:
    filler = "会议听取了各部门关于全年重点工作的汇报，研究了下一步安排。" * 20
    body = f"{filler}扎实推进三抓三促行动。{filler}\n再谈三抓三促行动。{filler}三抓三促行动收官。{filler}"
    hit = make_searcher([document("a", body)]).search(Question(query="三抓三促")).hits[0]
    assert len(hit.snippets) == 2
    for piece in hit.snippets:
        assert marked(piece) == ["三抓三促"]
        assert SHORT < len(text(piece)) < LONG
        assert text(piece) in body.replace("\n", " ")


def test_a_text_without_sentences_gives_short_snippets_too(make_searcher: MakeSearcher) -> None:
    filler = "没有标点的长文" * 500
    hit = make_searcher([document("a", filler + "三抓三促" + filler)]).search(Question(query="三抓三促")).hits[0]
    assert [marked(piece) for piece in hit.snippets] == [["三抓三促"]]
    assert len(text(hit.snippets[0])) < LONG


@pytest.mark.parametrize("body", ["三抓三促", "三抓三促行动", "行动三抓三促", "三抓三促行动三抓三促"])
def test_a_mark_at_the_end_of_a_piece_is_kept(make_searcher: MakeSearcher, body: str) -> None:
    hit = make_searcher([document("a", body, title=body)]).search(Question(query='"三抓三促"')).hits[0]
    assert marked(hit.title) == marked(hit.snippets[0]) == ["三抓三促"] * body.count("三抓三促")
    assert text(hit.snippets[0]) == body


def test_a_long_marked_phrase_is_shown_from_its_beginning(make_searcher: MakeSearcher) -> None:
    phrase = "".join(chr(0x4E00 + i) for i in range(400))
    hit = make_searcher([document("a", "前文" * 200 + phrase)]).search(Question(query=f'"{phrase}"')).hits[0]
    assert len(text(hit.snippets[0])) < LONG
    assert fold(phrase).startswith(fold(marked(hit.snippets[0])[0]))


@pytest.mark.parametrize("query", ["", "年份:2020", '标题:"项目突破年"'])
def test_where_nothing_is_marked_the_beginning_is_shown(make_searcher: MakeSearcher, query: str) -> None:
    body = "开头第一句。" + "没有句号的长文" * 500
    page = document("a", body, title="项目突破年", published=dt.date(2020, 1, 1))
    hit = make_searcher([page]).search(Question(query=query)).hits[0]
    assert len(hit.snippets) == 1
    assert marked(hit.snippets[0]) == []
    assert body.startswith(text(hit.snippets[0]))
    assert SHORT // 4 < len(text(hit.snippets[0])) < LONG


def test_a_document_without_a_body_has_no_snippet(make_searcher: MakeSearcher) -> None:
    hit = make_searcher([document("a", "", title="只有标题")]).search(Question(query="标题")).hits[0]
    assert hit.snippets == ()
    assert marked(hit.title) == ["标题"]


def test_words_are_marked_where_they_stand_and_single_characters_are_not(make_searcher: MakeSearcher) -> None:
    body = "三抓三促。三月促产业，产业园区抓三件事。"
    searcher = make_searcher([document("a", body)])
    assert [m for p in searcher.article("a", "三抓三促").paragraphs for m in marked(p)] == ["三抓三促"]
    assert [m for p in searcher.article("a", "产业 -园区").paragraphs for m in marked(p)] == ["产业", "产业"]
    assert searcher.article("a", "-产业").marked == 0
    assert searcher.article("a", '标题:"产业"').marked == 0
    assert searcher.article("a", "").marked == 0
    assert searcher.article("a", '"促。三"').marked == 1


def test_a_whole_document(make_searcher: MakeSearcher) -> None:
    page = document(
        "a/b?c=1",
        "第一段。\n第二段三抓\n三促。",
        title="三抓三促",
        url="http://example.cn/1",
        published=dt.date(2023, 9, 5),
        published_precision="day",
        region=("甘肃省", "甘肃省/平凉市"),
        kind="新闻",
        evidence=(Evidence("published", "2023-09-05", "日期:2023-09-05", "head", "labelled-date"),),
        repairs=(Repair("?jīng)", "经", 5.0),),
        removed=(Removed("首页", "menu"),),
        raw="原文",
    )
    article = make_searcher([page]).article("a/b?c=1", "三抓三促")
    assert [text(p) for p in article.paragraphs] == ["第一段。", "第二段三抓", "三促。"]
    assert [marked(p) for p in article.paragraphs] == [[], ["三抓"], ["三促"]]
    assert article.marked == 2
    assert article.facts["published"] == "2023-09-05"
    assert article.facts["year"] == 2023
    assert article.facts["region"] == ["甘肃省", "甘肃省/平凉市"]
    assert not {"title", "body", "display", "raw", "evidence", "body_terms"} & set(article.facts)
    assert article.evidence[0]["rule"] == "labelled-date"
    assert (article.repairs[0]["after"], article.removed[0]["reason"], article.raw) == ("经", "menu", "原文")


def test_a_document_that_does_not_exist_is_said_so(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("a", "正文")])
    with pytest.raises(NotFoundError, match="没有编号为“nope”的文档"):
        searcher.article("nope")
    with pytest.raises(NotFoundError):
        searcher.similar("nope")


def test_similar_documents_share_the_words_that_set_them_apart(make_searcher: MakeSearcher) -> None:
    news = "会议听取了各部门关于全年重点工作的汇报，研究了下一步安排。"
    searcher = make_searcher(
        [
            document("solar1", news + "光伏组件企业落户，新能源产业链延伸，电池项目投产。"),
            document("solar2", news + "新能源电池项目开工，光伏组件扩产。"),
            document("solar3", news + "光伏组件与电池出口增长，新能源领跑。"),
            document("copy", news + "光伏组件企业落户，新能源产业链延伸，电池项目投产！", group="g"),
            document("original", news + "光伏组件企业落户，新能源产业链延伸，电池项目投产。", group="g"),
            document("school1", news + "小学操场翻修，教师培训开班。"),
            document("school2", news + "中学操场开放，教师培训结束。"),
        ]
    )
    alike = [hit.id for hit in searcher.similar("solar2")]
    assert alike[0].startswith(("solar", "copy", "original"))
    assert "solar2" not in alike
    assert "copy" not in [hit.id for hit in searcher.similar("original")]
    assert searcher.similar("school1")[0].id == "school2"
    assert len(searcher.similar("solar1", size=2)) == 2


def test_snippets_fall_back_to_folded_text_that_is_not_in_the_original() -> None:
    assert text(snippet("产业", "全然不同")) == "产业"


CHARACTERS = st.characters(exclude_characters=MARKS, exclude_categories=("Cs",))
MARKED = st.lists(st.tuples(st.text(CHARACTERS), st.booleans()))


@given(MARKED)
def test_spans_keep_text_and_marks(pieces: list[tuple[str, bool]]) -> None:
    whole = "".join(f"{MARKS[0]}{t}{MARKS[1]}" if m else t for t, m in pieces)
    plain = "".join(t for t, _ in pieces)
    found = spans(whole)
    assert text(found) == plain
    assert "".join(marked(found)) == "".join(t for t, m in pieces if m)
    shown = spans(whole.replace("园", "園"), plain)
    assert text(shown) == plain
    rows = paragraphs(found, "\n")
    assert [text(row) for row in rows] == [line for line in plain.split("\n") if line]


@given(st.text(CHARACTERS), st.text(CHARACTERS, min_size=1), st.text(CHARACTERS))
def test_a_snippet_of_folded_text_is_shown_in_the_original(before: str, piece: str, after: str) -> None:
    original = before + piece + after
    shown = text(snippet(fold(piece), original))
    assert fold(shown).split() == fold(piece).split()


def test_an_empty_tree_marks_nothing() -> None:
    from search.highlight import marked_words

    assert marked_words(All()).to_dict() == {"match_none": {}}
