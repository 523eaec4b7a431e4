"""Copies of a text: one hit for all, figures that count each document or each text, their list, what differs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engine import Settings
from engine.errors import NotFoundError, UserError
from search import Answer, ConcordanceView, Question, Searcher
from search.as_json import answer_json
from search.counting import FEWEST_EXACT, MEMORY, MOST_EXACT, exact_up_to
from search.question import ONCE
from tests.search.conftest import MakeSearcher, document, index

ROOT = Path(__file__).parents[2]
GANSU, SHAANXI = ("甘肃省", "甘肃省/平凉市"), ("陕西省",)
TEXT = "园区召开招商推进会。\n会议要求抓好项目建设，做好服务。\n会后参观了企业。"
REPOST = "园区召开招商推进会。\n会议强调安全生产。\n会议要求抓好项目建设，做好服务。"


def made(number: str, body: str, group: str, day: str | None = None, **facts: object) -> Any:
    published = dt.date.fromisoformat(day) if day else None
    return document(number, body, group=group, published=published, **facts)


# Text "t" three times (招商 twice in the first two, once in the third), text "u" twice, text "v" alone.
DOCUMENTS = (
    made("t1", TEXT, "t1", "2023-05-02", region=GANSU, outlet="平凉日报", kind="新闻", title="招商推进会"),
    made("t2", TEXT, "t1", "2023-05-01", region=GANSU, outlet="甘肃日报", kind="新闻", title="招商推进会"),
    made("t3", REPOST, "t1", "2023-05-09", region=SHAANXI, outlet="西部网", kind="政策", title="園區開會"),
    made("u1", "招商引资工作会议。", "u1", "2022-01-01", region=SHAANXI, kind="新闻"),
    made("u2", "招商引资工作会议。", "u1", region=SHAANXI, kind="新闻"),
    made("v1", "招商的政策解读。", "v1", "2021-01-01", region=GANSU, kind="政策"),
    made("w1", "教育工作。", "w1", "2020-01-01", kind="新闻"),
)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Searcher:
    index(client, module_settings, DOCUMENTS)
    return Searcher(client, module_settings)


def asked(searcher: Searcher, **fields: Any) -> Answer:
    return searcher.search(Question(query="招商").change(**fields))


def groups(answer: Answer) -> dict[str, int]:
    return {hit.id: hit.copies for hit in answer.hits}


def counts(answer: Answer, facet: str) -> dict[str, int]:
    return {value.value: value.count for value in answer.facets[facet]}


class TestHits:
    def test_one_hit_for_each_text_with_the_number_of_the_others(self, searcher: Searcher) -> None:
        assert {hit_id[0]: n for hit_id, n in groups(asked(searcher)).items()} == {"t": 2, "u": 1, "v": 0}

    def test_the_best_stands_for_the_others_and_of_those_alike_the_earliest(self, searcher: Searcher) -> None:
        """t1 and t2 are the same but for the day; t3 says the word in its title nowhere."""
        assert "t2" in groups(asked(searcher))
        assert "u1" in groups(asked(searcher)), "one without a date comes last"

    def test_it_comes_whole(self, searcher: Searcher) -> None:
        hit = next(hit for hit in asked(searcher).hits if hit.id == "t2")
        assert (hit.outlet, hit.published, hit.matched) == ("甘肃日报", dt.date(2023, 5, 1), "phrase")
        assert any(span.marked for span in hit.title)
        assert any(span.marked for snippet in hit.snippets for span in snippet)

    @pytest.mark.parametrize(("sort", "expected"), [("newest", ["t3", "u1", "v1"]), ("oldest", ["v1", "u1", "t2"])])
    def test_in_the_order_of_dates_the_first_stands_for_the_others(
        self, searcher: Searcher, sort: str, expected: list[str]
    ) -> None:
        assert list(groups(asked(searcher, sort=sort))) == expected

    def test_only_documents_that_the_search_finds_are_others(self, searcher: Searcher) -> None:
        assert groups(asked(searcher, kind=("政策",))) == {"t3": 0, "v1": 0}
        assert groups(asked(searcher, kind=("新闻",), region=("甘肃省",))) == {"t2": 1}
        assert groups(asked(searcher, query="招商 安全生产", match="all")) == {"t3": 0}

    def test_pages_are_pages_of_texts(self, searcher: Searcher) -> None:
        one = [asked(searcher, sort="newest", size=1, page=page) for page in (1, 2, 3, 4)]
        assert [answer.hits[0].id for answer in one] == ["t3", "u1", "v1", "v1"]
        assert {(answer.pages, answer.total, answer.texts) for answer in one} == {(3, 6, 3)}
        assert [answer.page for answer in one] == [1, 2, 3, 3]

    def test_neighbours_are_texts_too(self, searcher: Searcher) -> None:
        found = searcher.neighbours(Question(query="招商", sort="newest"), searcher.article("u2"))
        assert found is not None
        assert (found.position, found.total) == (2, 3)
        assert [hit.id for hit in (found.previous, found.next) if hit] == ["t3", "v1"]

    def test_without_copies_nothing_is_asked_twice(self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
        sent: list[object] = []
        run = searcher._run

        def counting(search: Any) -> Any:
            sent.append(search)
            return run(search)

        monkeypatch.setattr(searcher, "_run", counting)
        asked(searcher, query="教育")
        assert len(sent) == 1
        asked(searcher)
        assert len(sent) == 3
        asked(searcher, sort="newest")
        assert len(sent) == 5


class TestFigures:
    def test_each_document_counts(self, searcher: Searcher) -> None:
        answer = asked(searcher)
        assert (answer.total, answer.texts, answer.texts_exact, answer.counted) == (6, 3, True, 6)
        assert (answer.total_all_words, answer.total_phrase) == (6, 6)
        assert counts(answer, "region") == {"甘肃省": 3, "陕西省": 3}
        assert counts(answer, "kind") == {"新闻": 4, "政策": 2}

    def test_each_text_counts_once(self, searcher: Searcher) -> None:
        answer = asked(searcher, copies=ONCE)
        assert (answer.total, answer.texts, answer.counted) == (6, 3, 3)
        assert (answer.total_all_words, answer.total_phrase) == (3, 3)
        assert counts(answer, "region") == {"甘肃省": 2, "陕西省": 2}, "a text counts wherever one of its copies does"
        assert counts(answer, "kind") == {"新闻": 2, "政策": 2}
        assert counts(answer, "outlet") == {"平凉日报": 1, "甘肃日报": 1, "西部网": 1, "未知": 2}
        assert [(y.year, y.documents, y.base) for y in answer.years] == [
            (2020, 0, 1),
            (2021, 1, 1),
            (2022, 1, 1),
            (2023, 1, 1),
        ]

    def test_a_selection_counts_the_same(self, searcher: Searcher) -> None:
        for value, count in counts(asked(searcher, copies=ONCE), "kind").items():
            assert asked(searcher, copies=ONCE, kind=(value,)).counted == count
        chosen = asked(searcher, copies=ONCE, kind=("新闻",), not_region=("甘肃省",))
        assert chosen.counted == 1
        assert counts(chosen, "kind") == {"新闻": 1, "政策": 1}

    def test_the_values_of_most_texts_come_first(self, make_searcher: MakeSearcher) -> None:
        many = [document(f"a{n}", "招商。", group="a", park=("甲园区",)) for n in range(5)]
        few = [document(f"b{n}", f"招商{n}。", park=("乙园区",)) for n in range(3)]
        found = make_searcher([*many, *few])
        assert [v.value for v in found.search(Question()).facets["park"]] == ["甲园区", "乙园区"]
        once = found.search(Question(copies=ONCE)).facets["park"]
        assert [(v.value, v.count) for v in once] == [("乙园区", 3), ("甲园区", 1)]
        page = found.facet_values(Question(copies=ONCE), "park")
        assert [(v.value, v.count) for v in page.values] == [("乙园区", 3), ("甲园区", 1)]

    def test_trends_places_and_firsts(self, searcher: Searcher) -> None:
        question = Question(query="招商", copies=ONCE)
        [series] = searcher.trends(question).series
        assert {p.period: (p.documents, p.base) for p in series.points if p.documents} == {
            "2021": (1, 1),
            "2022": (1, 1),
            "2023": (1, 1),
        }
        assert (series.documents, series.undated, series.base.documents) == (3, 1, 4)
        places = searcher.by_place(question).places
        assert {p.place: (p.documents, p.base) for p in places} == {"甘肃省": (2, 2), "陕西省": (2, 2)}
        firsts = searcher.first_occurrences(question).places
        assert {f.place: f.documents for f in firsts} == {"甘肃省": 2, "陕西省": 2}

    def test_a_saved_search_counts_as_it_asks(self, searcher: Searcher, client: Elasticsearch) -> None:
        for copies, hits in (("each", 6), (ONCE, 3)):
            link = searcher.links.create("招商", "", Question(query="招商", copies=copies))
            assert {one.id: one.hits for one in searcher.links.list()}[link.id] == hits

    def test_the_words_in_context(self, searcher: Searcher) -> None:
        for copies, documents, occurrences in (("each", 6, 8), (ONCE, 3, 3)):
            view = ConcordanceView(Question(query="招商", copies=copies), order="newest")
            found = searcher.concordance(view)
            assert (found.documents, found.occurrences) == (documents, occurrences)
            lines = list(searcher.concordance_lines(view))
            assert len({line.id for line in lines}) == documents

    def test_memory_for_the_buckets_is_limited(self) -> None:
        assert exact_up_to(1) == MOST_EXACT
        assert exact_up_to(10_000_000) == FEWEST_EXACT
        for buckets in (20, 100, 200, 1000):
            assert exact_up_to(buckets) / 0.1875 * buckets <= MEMORY


class TestQuestion:
    def test_its_address(self) -> None:
        question = Question.from_params([("q", "招商"), ("copies", "once"), ("page", "2")])
        assert question.copies == ONCE
        assert question.to_query_string() == "q=%E6%8B%9B%E5%95%86&copies=once&page=2"
        assert Question.from_params([("copies", "each")]) == Question()
        with pytest.raises(UserError, match="copies"):
            Question.from_params([("copies", "twice")])

    def test_json(self, searcher: Searcher) -> None:
        value = answer_json(asked(searcher, copies=ONCE), "招商")
        assert (value["total"], value["texts"], value["texts_exact"], value["copies"]) == (6, 3, True, "once")
        assert {hit["id"][0]: hit["copies"] for hit in value["hits"]} == {"t": 2, "u": 1, "v": 0}


class TestExport:
    def read(self, searcher: Searcher, question: Question) -> tuple[list[dict[str, str]], Any]:
        made = searcher.export(question, "csv")
        text = b"".join(made).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text))), made.about

    def test_each_document(self, searcher: Searcher) -> None:
        rows, about = self.read(searcher, Question(query="招商"))
        assert sorted(row["id"] for row in rows) == ["t1", "t2", "t3", "u1", "u2", "v1"]
        assert about.documents == 6

    @pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
    def test_each_text_once_as_the_search_shows_it(self, searcher: Searcher, sort: str) -> None:
        question = Question(query="招商", copies=ONCE, sort=sort)
        rows, about = self.read(searcher, question)
        assert [row["id"] for row in rows] == [hit.id for hit in searcher.search(question).hits]
        assert about.documents == 3
        assert {row["export_filters"] for row in rows} == {
            "copies=once" if sort == "relevance" else f"sort={sort}; copies=once"
        }


class TestList:
    def test_by_date_itself_included(self, searcher: Searcher) -> None:
        found = searcher.copies("t3")
        assert found.documents == 3
        assert [(c.id, c.outlet, c.place) for c in found.copies] == [
            ("t2", "甘肃日报", "甘肃省/平凉市"),
            ("t1", "平凉日报", "甘肃省/平凉市"),
            ("t3", "西部网", "陕西省"),
        ]
        assert found.copies[2].title == "園區開會", "as the page has it"
        assert [c.id for c in searcher.copies("u2").copies] == ["u1", "u2"], "without a date last"

    def test_alone(self, searcher: Searcher) -> None:
        assert [c.id for c in searcher.copies("v1").copies] == ["v1"]
        with pytest.raises(NotFoundError):
            searcher.copies("nothing")

    def test_those_that_a_search_finds(self, searcher: Searcher) -> None:
        question = Question(query="招商", kind=("新闻",))
        assert [c.id for c in searcher.copies("t3", question).copies] == ["t2", "t1"]


def test_the_commands(make_searcher: MakeSearcher, engine_environment: dict[str, str], tmp_path: Path) -> None:
    make_searcher(DOCUMENTS)

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "parknews.py", *words], cwd=ROOT, env=engine_environment, capture_output=True, check=True
        )
        return done.stdout.decode()

    value = json.loads(run("search", "招商", "--copies", "once", "--json"))
    assert (value["total"], value["texts"], value["copies"]) == (6, 3, "once")
    shown = run("search", "招商")
    assert shown.startswith("共 6 篇，3 个文本（")
    assert "另有 2 篇同文" in shown
    assert len(run("export", "招商", "--copies", "once", "--format", "jsonl").splitlines()) == 1 + 3


def test_a_hit_without_copies_is_as_before(searcher: Searcher) -> None:
    [hit] = asked(searcher, query="教育").hits
    assert (hit.id, hit.copies) == ("w1", 0)
    assert replace(hit, copies=0) == hit
