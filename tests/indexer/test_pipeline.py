"""One page from bytes to a document: pure, the same every time, and never an exception."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import RawPage, Skipped, as_json_line, inspect, pipeline, process
from indexer.page import Hints
from indexer.pipeline import content_hash, page_id
from indexer.readers import read_paths
from mappings import MARKS, Document

SAMPLES = Path(__file__).parent.parent.parent / "samples"
TODAY = dt.date(2026, 1, 1)
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
TEXT = "近日，平凉市召开园区高质量发展推进会议，总结今年以来的工作，安排部署下一阶段的任务。"

# What pages are made of, whole and in pieces.
TAGS = (
    "<div> </div> <p> <table> <tr> <td> </table> <br> <script> </script> <!-- --> <h1> </h1> <title> </title> <style> "
    "<iframe> <svg> <template> <select> <option> </html> <html> <frameset> <o:p> <a> </a> <meta> &nbsp; &#x1F600; "
    '&#55296; &#0; &lt;p&gt; < > & ; " \' \\" { } [ ]( ) # * |'
)
WORDS = (
    "，|。|“|”|（|）|〔2023〕|5号|平凉市|甘肃省人民政府|国务院|高新区|兰州新区|2023年5月6日|二〇二三年五月六日|二〇二三年十三月四十日"
    "|9999-99-99|20230505|２０２３年|发布时间：|来源：|三抓三促|http://[|www.a.cn|a@b.cn|首页|上一篇：|责任编辑：|①㎡|𠀀|園區"
    "|jīng)|?jīng)|平?jīng)龉I(yè)園區(qū)|\u202e|\u200b|\ufeff|\ufffd|\x00|\x01|\ud800|\r|\n| |\u2028|\u3000"
)
LONGER = ('<p style="display:none">', '<meta name="pubdate" content="2023-02-30">', '<a href="x">')
PIECES = st.sampled_from([*TAGS.split(), *WORDS.split("|"), *LONGER])
PAGES = st.lists(PIECES, max_size=80).map("".join)
KINDS = st.sampled_from(["html", "text", None])


def check(result: Document | Skipped) -> None:
    """What holds for every result: it can be written as JSON in UTF-8, and holds no marks of the highlighter."""
    json.loads(as_json_line(result).encode("utf-8"))
    if isinstance(result, Skipped):
        assert result.reason
        return
    json.dumps(result.as_source(NOW), ensure_ascii=False).encode("utf-8")
    assert not set(MARKS) & set(f"{result.title}{result.body}{''.join(r.text for r in result.removed)}")
    assert result.published is None or result.published <= TODAY + dt.timedelta(days=1)
    assert "" not in result.body.split("\n")


@given(PAGES, KINDS)
def test_random_markup_never_raises(text: str, kind: str | None) -> None:
    check(process(RawPage(text, "page", kind=kind), TODAY))


@given(PAGES, st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-be", "big5"]), st.integers(0, 3), KINDS)
def test_random_pages_in_any_encoding_never_raise(text: str, encoding: str, cut: int, kind: str | None) -> None:
    check(process(RawPage(text.encode(encoding, "replace")[cut:], "page", kind=kind), TODAY))


@given(st.binary(max_size=500), KINDS)
def test_random_bytes_never_raise(data: bytes, kind: str | None) -> None:
    check(process(RawPage(data, "page", kind=kind), TODAY))


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_random_fields_never_raise(url: str, title: str, published: str, source: str) -> None:
    hints = Hints(None, title, published, source)
    check(process(RawPage(TEXT, "page", url, "text", hints), TODAY))
    check(process(RawPage(TEXT, "page", f"http://[{url}", "text", hints), TODAY))


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=30))
def test_a_sample_with_a_hole_never_raises(place: int, hole: bytes) -> None:
    data = sorted(SAMPLES.rglob("*.html"))[place % 20].read_bytes()
    at = place % len(data)
    check(process(RawPage(data[:at] + hole + data[at + 50 :], "page", kind="html"), TODAY))


def sample_pages() -> list[RawPage]:
    return [item for item in read_paths([SAMPLES / "gov", SAMPLES / "text"]) if isinstance(item, RawPage)]


def test_the_same_page_gives_the_same_document() -> None:
    pages = sample_pages()
    assert len(pages) > 30
    assert [process(page, TODAY) for page in pages] == [process(page, TODAY) for page in reversed(pages)][::-1]


def test_pages_and_results_travel_between_processes() -> None:
    pages = sample_pages()[:8]
    with ProcessPoolExecutor(1) as pool:
        there = list(pool.map(process, pages, [TODAY] * len(pages)))
    assert there == [process(page, TODAY) for page in pages]
    assert pickle.loads(pickle.dumps(pages)) == pages


def test_today_is_what_refuses_a_date() -> None:
    page = RawPage(f"发布时间：2025-05-06\n{TEXT}\n{TEXT}", "page")
    later, earlier = process(page, TODAY), process(page, dt.date(2025, 1, 1))
    assert isinstance(later, Document)
    assert isinstance(earlier, Document)
    assert (later.published, earlier.published) == (dt.date(2025, 5, 6), None)


class TestIdentity:
    def test_id_then_address_then_path(self) -> None:
        page = RawPage("文", "/a/b.html", "http://a.example/", None, Hints(id="7"))
        assert page_id(page) == page_id(replace(page, path="/c", url=None))
        by_url = replace(page, hints=Hints())
        assert page_id(by_url) == page_id(replace(by_url, path="/c"))
        by_path = replace(by_url, url=None)
        assert len({page_id(page), page_id(by_url), page_id(by_path), page_id(replace(by_path, path="/c"))}) == 4

    def test_the_kinds_of_names_are_kept_apart(self) -> None:
        same = "http://a.example/"
        assert page_id(RawPage("文", "p", None, None, Hints(id=same))) != page_id(RawPage("文", "p", same))

    def test_a_path_is_the_same_from_wherever_it_is_given(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert page_id(RawPage("文", "a.html")) == page_id(RawPage("文", f"{tmp_path}/a.html"))
        assert page_id(RawPage("文", "./x/../a.jsonl#3")) == page_id(RawPage("文", f"{tmp_path}/a.jsonl#3"))

    def test_content_does_not_change_it(self) -> None:
        assert page_id(RawPage("甲", "p")) == page_id(RawPage("乙", "p"))


class TestContentHash:
    PAGE = RawPage("文", "p", "http://a.example/", "text", Hints("1", "题", "2023", "报"))

    @pytest.mark.parametrize(
        "other",
        [
            replace(PAGE, content="文 "),
            replace(PAGE, url="http://b.example/"),
            replace(PAGE, kind="html"),
            replace(PAGE, hints=Hints("1", "题", "2023", "网")),
            replace(PAGE, hints=Hints("1", "题2023", "", "报")),
            replace(PAGE, hints=Hints("1", "题", None, "报")),
        ],
    )
    def test_changes_with_all_a_document_depends_on(self, other: RawPage) -> None:
        assert content_hash(other) != content_hash(self.PAGE)

    def test_changes_with_the_repeated_lines_that_the_page_holds(self) -> None:
        page = replace(self.PAGE, content="园区在线  投资兴业\n题目\n正文。")
        here = replace(page, repeated=frozenset(["园区在线 投资兴业"]))
        assert content_hash(here) != content_hash(page)
        assert content_hash(replace(here, content=str(here.content).encode())) == content_hash(here)
        assert content_hash(replace(page, repeated=frozenset(["别的网站"]))) == content_hash(page)
        assert content_hash(replace(here, kind="html")) == content_hash(replace(page, kind="html"))

    def test_does_not_change_with_the_path(self) -> None:
        assert content_hash(replace(self.PAGE, path="q")) == content_hash(self.PAGE)
        assert content_hash(replace(self.PAGE, content="文".encode())) == content_hash(self.PAGE)

    def test_is_the_documents(self) -> None:
        page = RawPage(TEXT, "p", "http://a.example/\x01", None, Hints(title="题\x02目题目"))
        made = process(page, TODAY)
        assert isinstance(made, Document)
        assert (made.id, made.content_hash) == (page_id(page), content_hash(page))

    def test_changes_with_the_lexicon_and_the_pipeline(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = pipeline._version.__wrapped__()
        monkeypatch.setattr(pipeline, "PIPELINE_VERSION", 999)
        assert pipeline._version.__wrapped__() != before
        monkeypatch.undo()
        (tmp_path / "regions.csv").write_text("changed", encoding="utf-8")
        monkeypatch.setattr(pipeline, "FOLDER", tmp_path)
        assert pipeline._version.__wrapped__() != before


def test_a_dump_is_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MAX_TEXT_BYTES", 2 * 1024 * 1024)
    assert isinstance(process(RawPage(f"标题\n{TEXT * 8_000}", "p"), TODAY), Document)
    dump = process(RawPage(f"<p>{TEXT * 18_000}", "p", kind="html"), TODAY)
    assert isinstance(dump, Skipped)
    assert dump.reason.startswith("more than 2 MB of text")


def test_what_could_not_be_read_is_among_the_repairs() -> None:
    made = process(RawPage((TEXT * 9).encode()[:-1], "p"), TODAY)
    assert isinstance(made, Document)
    assert [(r.before, r.accepted) for r in made.repairs] == [("\ufffd", False)]
    assert "1 places" in str(made.repairs[0].note)


def test_a_result_as_text_to_read() -> None:
    made = process(
        RawPage(f"首页 > 新闻\n平凉市召开推进会议\n来源：平凉日报\n{TEXT}\n{TEXT}\n责任编辑：某", "a.txt"), TODAY
    )
    shown = inspect.as_text(made)
    for words in ("● a.txt", "平凉市召开推进会议", "甘肃省、甘肃省/平凉市", "平凉日报", "日期  未知", "责任编辑：某"):
        assert words in shown
    assert "no text" in inspect.as_text(Skipped("b.txt", "no text"))
