"""Words in context: complete, aligned, in order, and each line leads to its mark on the document's page."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from elasticsearch import Elasticsearch
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import parknews
from engine import Settings
from engine.errors import QueryError, UserError
from search import ConcordanceView, Line, Question, Searcher, concordance_as_lines, concordance_format
from search.concordance_view import LINES, MOST_WIDTH, ORDERS
from tests.search.conftest import MakeSearcher, document, index

PAGES = (
    document(
        "b",
        "园区三抓三促走在前。\n全市三抓\n三促再发力，三抓三促！",
        title="以三抓三促开局",
        published=dt.date(2023, 5, 1),
        published_precision="day",
        region=("甘肃省", "甘肃省/平凉市", "陕西省"),
        outlet="平凉日报",
    ),
    document("a", "甲三抓三促不停", published=dt.date(2024, 5, 1), published_precision="month", region=("安徽省",)),
    document("c", "園區“三抓三促”", published=dt.date(2022, 5, 1)),
    document("d", "教育"),
    document("e", "=三抓三促", title="+题"),
)
PHRASE = '"三抓三促"'


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, PAGES)
    return Searcher(client, module_settings)


def view(query: str = PHRASE, **more: object) -> ConcordanceView:
    return ConcordanceView(Question(query=query)).change(**more)


def lines(searcher: Searcher, shown: ConcordanceView) -> list[Line]:
    return list(searcher.concordance_lines(shown))


def test_every_occurrence_is_a_line_and_all_are_counted(searcher: Searcher) -> None:
    found = searcher.concordance(view())
    assert (found.occurrences, found.documents, found.matched, found.pages) == (7, 4, 4, 1)
    assert len(found.lines) == 7
    assert [line.id for line in found.lines].count("b") == 4
    assert found.notes == ()


def test_a_line_has_its_surroundings_and_the_facts_of_its_document(searcher: Searcher) -> None:
    shown = lines(searcher, view(order="newest"))
    first = next(line for line in shown if line.id == "b" and line.where == "body")
    assert (first.left, first.hit, first.right) == ("园区", "三抓三促", "走在前。 全市三抓 三促再发力，三抓三促！")
    assert (first.published, first.published_precision) == (dt.date(2023, 5, 1), "day")
    assert (first.place, first.outlet, first.title) == ("甘肃省/平凉市", "平凉日报", "以三抓三促开局")
    over = next(line for line in shown if line.left.endswith("全市"))
    assert (over.hit, over.right) == ("三抓 三促", "再发力，三抓三促！")
    traditional = next(line for line in shown if line.id == "c")
    assert (traditional.left, traditional.right) == ("園區“", "”")


def test_the_surroundings_are_as_wide_as_asked_for(searcher: Searcher) -> None:
    line = next(line for line in lines(searcher, view(width=5)) if line.left.endswith("全市"))
    assert (line.left, line.right) == ("。 全市"[-5:] if len("。 全市") > 5 else line.left, "再发力，三")
    assert len(line.left) <= 5


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("right", ["a", "b", "b", "b", "b", "c", "e"]),
        ("newest", ["a", "b", "b", "b", "b", "c", "e"]),
        ("oldest", ["c", "b", "b", "b", "b", "a", "e"]),
        ("place", ["a", "b", "b", "b", "b", "c", "e"]),
    ],
)
def test_the_order(searcher: Searcher, order: str, expected: list[str]) -> None:
    assert [line.id for line in lines(searcher, view(order=order))] == expected


def test_neighbours_are_in_the_order_of_pinyin_and_what_has_none_comes_last(searcher: Searcher) -> None:
    rights = [line.right[:1] for line in lines(searcher, view(order="right"))]
    assert rights[:4] == ["不", "开", "再", "走"]
    lefts = [line.left for line in lines(searcher, view(order="left"))]
    assert [left[-1:] for left in lefts] == ["甲", "，", "区", "“", "市", "以", "="]


@pytest.mark.parametrize("order", ORDERS)
def test_pages_add_up_to_all_lines(searcher: Searcher, order: str) -> None:
    whole = lines(searcher, view(order=order))
    pages = [searcher.concordance(view(order=order, size=3).change(page=page)) for page in (1, 2, 3)]
    assert [line for found in pages for line in found.lines] == whole
    assert {(found.occurrences, found.pages) for found in pages} == {(7, 3)}
    beyond = searcher.concordance(view(order=order, size=3).change(page=99))
    assert (beyond.page, beyond.lines) == (3, pages[2].lines)


def test_each_line_leads_to_its_mark_on_the_page(searcher: Searcher) -> None:
    query = '三抓三促 OR 园区 OR "全市"'
    for line in lines(searcher, view(query)):
        article = searcher.article(line.id, query)
        marks = [span.text for spans in (article.title, *article.paragraphs) for span in spans if span.marked]
        assert line.hit.replace(" ", "").startswith(marks[line.hit_number - 1])
    numbers = [line.hit_number for line in lines(searcher, view(order="oldest")) if line.id == "b"]
    assert numbers == [1, 2, 3, 5]  # the third stands in two paragraphs


def test_filters_apply(searcher: Searcher) -> None:
    shown = view()
    one = replace(shown, question=shown.question.change(region=("甘肃省",)))
    assert (searcher.concordance(one).occurrences, searcher.concordance(one).matched) == (4, 1)


def test_documents_without_the_word_as_written_are_said(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("apart", "产业的项目"), document("whole", "产业项目")])
    found = searcher.concordance(view("产业项目"))
    assert (found.occurrences, found.documents, found.matched) == (1, 1, 2)
    assert "1 篇没有原样出现" in found.notes[0]


def test_words_that_nothing_holds_together_are_listed_each(make_searcher: MakeSearcher) -> None:
    searcher = make_searcher([document("one", "招商工作"), document("other", "园区建设")])
    assert searcher.concordance(view("招商 园区")).occurrences == 2


def test_without_words_there_is_nothing_to_list(searcher: Searcher) -> None:
    for query in ("", "地区:甘肃", '-"三抓三促"'):
        found = searcher.concordance(view(query))
        assert (found.occurrences, found.lines) == (0, ())
        assert "没有要查的词" in found.notes[0]
        assert lines(searcher, view(query)) == []


def test_a_collection_without_anything_has_no_lines(client: Elasticsearch, collection_settings: Settings) -> None:
    assert Searcher(client, collection_settings).concordance(view()).occurrences == 0


def test_errors_are_those_of_a_search(searcher: Searcher) -> None:
    with pytest.raises(QueryError):
        searcher.concordance(view("地区:"))
    with pytest.raises(UserError, match="order"):
        ConcordanceView.from_params([("order", "best")])


def test_more_than_can_be_sorted_is_counted_and_said(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.concordance.MOST_SORTED", 5)
    found = searcher.concordance(view())
    assert (found.occurrences, found.documents, len(found.lines)) == (7, 4, 5)
    assert "超过 5 处" in found.notes[0]
    assert len(searcher.concordance(view(order="newest")).lines) == 7


@pytest.mark.parametrize("order", ["newest", "oldest", "right"])
def test_of_too_many_documents_some_are_read_and_it_is_said(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    everything = searcher.concordance(view(order=order))
    assert everything.complete and everything.matched == 4
    monkeypatch.setattr("search.concordance.MOST_READ", 2)
    found = searcher.concordance(view(order=order))
    assert (found.documents, found.matched, found.complete) == (2, 4, False)
    assert f"检索到 4 篇，这里只读了日期{'最早' if order == 'oldest' else '最新'}的 2 篇" in found.notes[0]
    if order != "right":
        assert found.lines == everything.lines[: found.occurrences]
    assert len(lines(searcher, view(order=order))) == 7


def test_wordings_of_a_slogan_are_counted(searcher: Searcher) -> None:
    found = searcher.concordance(ConcordanceView(Question(query="三抓三促")))
    answer = searcher.search(Question(query="三抓三促"))
    assert found.expansions == answer.expansions


def test_the_file_holds_all_lines_and_no_formulas(searcher: Searcher) -> None:
    pieces = concordance_format("csv").write(searcher.concordance_lines(view(order="newest", width=10)))
    rows = list(csv.DictReader(io.StringIO(b"".join(pieces).decode("utf-8-sig"))))
    assert [(row["id"], row["hit"]) for row in rows] == [
        (line.id, line.hit) for line in lines(searcher, view(order="newest", width=10))
    ]
    assert rows[-1]["left"] == "'=" and rows[-1]["title"] == "'+题"
    assert rows[0] | {"published": "2024-05-01", "region": "安徽省", "hit_number": "1"} == rows[0]


def test_the_workbook_holds_all_lines_as_they_are(searcher: Searcher) -> None:
    shown = view(order="newest", width=10)
    sheet = load_workbook(io.BytesIO(b"".join(concordance_format("xlsx").write(searcher.concordance_lines(shown)))))
    header, *rows = sheet["concordance"].iter_rows(values_only=True)
    assert [(row[header.index("id")], row[header.index("hit")], row[header.index("hit_number")]) for row in rows] == [
        (line.id, line.hit, line.hit_number) for line in lines(searcher, shown)
    ]
    assert rows[-1][0] == "=" and sheet["concordance"].cell(len(rows) + 1, 1).data_type == "s"


def test_there_is_no_other_format() -> None:
    with pytest.raises(UserError, match="csv、xlsx"):
        concordance_format("doc")


def test_lines_of_a_terminal_are_aligned(searcher: Searcher) -> None:
    shown = view(width=6)
    first, *rest = concordance_as_lines(searcher.concordance(shown), shown, colour=False)
    assert first == "共 7 处，出现在 4 篇文档里（第 1/1 页）"
    assert all("【三抓" in line for line in rest)
    cells = [sum(1 + (ord(c) > 0x2000) for c in line.partition("【")[0]) for line in rest]
    assert max(cells) - min(cells) <= 1  # “ is as wide as a letter to some terminals


def test_the_command(
    searcher: Searcher, module_settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ELASTICSEARCH_URL", str(module_settings.elasticsearch_url))
    arguments = ["--collection", module_settings.collection, "search", PHRASE, "--order", "newest", "--width", "5"]
    shown = CliRunner().invoke(parknews.main, [*arguments, "--kwic", "--size", "2"])
    assert shown.exit_code == 0, shown.output
    assert "共 7 处" in shown.output and shown.output.count("【") == 2
    table = CliRunner().invoke(parknews.main, [*arguments, "--csv"])
    assert table.stdout_bytes.decode("utf-8-sig").count("\r\n") == 8
    assert CliRunner().invoke(parknews.main, [*arguments, "--xlsx", str(tmp_path / "k.xlsx")]).exit_code == 0
    assert load_workbook(tmp_path / "k.xlsx")["concordance"].max_row == 8
    assert CliRunner().invoke(parknews.main, [*arguments, "--kwic", "--order", "x"]).exit_code == 2


NAMES = st.sampled_from(["q", "region", "order", "width", "page", "size", "expand", "without"])
VALUES = st.one_of(st.text(max_size=8), st.sampled_from(["left", "place", "15", "0", "-3", "99999999999999", "甘肃省"]))


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8))
def test_any_address_is_read_or_refused_and_its_canonical_form_is_stable(pairs: list[tuple[str, str]]) -> None:
    try:
        shown = ConcordanceView.from_params(pairs)
    except UserError:
        return
    assert shown.page >= 1 and 1 <= shown.size <= 200 and 5 <= shown.width <= MOST_WIDTH
    assert ConcordanceView.from_params(shown.to_params()) == shown
    assert shown.change(order="left").page == 1


def test_defaults_are_left_out_of_an_address() -> None:
    assert view().to_params() == [("q", PHRASE)]
    assert view(size=LINES, width=60).to_params() == [("q", PHRASE), ("width", "60")]
