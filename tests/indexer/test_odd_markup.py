"""Pages that no parser and no pattern was made for: their text is read all the same."""

from __future__ import annotations

import pytest

from indexer import RawPage, Skipped, process
from indexer.clean import lines_of_html
from mappings import Document
from tests.indexer.cleaning import PARAGRAPHS, TITLE, TODAY, cleaned, page, skipped


class TestOddMarkup:
    @pytest.mark.parametrize("end", ["</html>", "</body></html>", "</BODY >\n</HTML>", "</body>"])
    def test_a_header_that_closes_the_page(self, end: str) -> None:
        header = f"<html><body><div class='header'><a href='/'>首页</a></div></body></html>{end}"
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        source = (
            f"<html><head><title>{TITLE}</title></head><body>{header}<div class='content'>{text}</div></body></html>"
        )
        assert cleaned(source).body == "\n".join(PARAGRAPHS)

    @pytest.mark.parametrize("tag", ["div", "em", "font", "x-y", "table><tr><td", "ul><li", "b class='nav'"])
    def test_nested_50_000_deep(self, tag: str) -> None:
        name = tag.split()[0].rpartition("<")[2]
        source = page(inside=f"<{tag}>" * 50_000 + "深处的话也要读到，一个字不能少。" + f"</{name}>" * 50_000)
        body = cleaned(source).body
        assert "深处的话也要读到，一个字不能少。" in body
        assert all(paragraph in body for paragraph in PARAGRAPHS)

    @pytest.mark.parametrize("tag", ["<p>", "<li>", "<tr><td>", "<option>"])
    def test_many_unclosed_tags_are_no_depth(self, tag: str) -> None:
        text = "".join(f"{tag}第{n}条，{PARAGRAPHS[0]}" for n in range(3000))
        html = f"<table>{text}</table>" if "td" in tag else text
        lines = lines_of_html(f"<html><head><title>{TITLE}</title></head><body>{html}</body></html>")
        assert lines.title == TITLE
        assert len(lines.lines) == (0 if tag == "<option>" else 3000)

    @pytest.mark.parametrize(
        "junk",
        [
            "<script>" * 100_000,
            "<!--" * 100_000,
            "<" * 300_000,
            "&" * 300_000,
            "<a href='" * 50_000,
            "\\\"'" * 100_000,
            "<script>var a='" + '\\"中文' * 100_000,
            "</div>" * 100_000,
            "<p " + "a=1 " * 100_000 + ">",
        ],
        ids=range(9),
    )
    def test_junk_behind_the_text_costs_no_text(self, junk: str) -> None:
        source = page(bottom=junk)
        assert all(paragraph in cleaned(source).body for paragraph in PARAGRAPHS)
        deep = page(inside="<div>" * 3000, bottom=junk)  # the way without a parser
        assert all(paragraph in cleaned(deep).body for paragraph in PARAGRAPHS)

    @pytest.mark.parametrize(
        "line", ["[" * 200_000, "[a](" * 10_000, "　" * 500_000 + "1", "a-" * 200_000, "，" * 300_000, "(" * 300_000]
    )
    def test_a_long_line_of_one_character(self, line: str) -> None:
        assert all(p in cleaned("\n".join([TITLE, *PARAGRAPHS, line]), "text").body for p in PARAGRAPHS)

    @pytest.mark.parametrize("kind", ["html", "text"])
    def test_one_line_of_5_megabytes(self, kind: str) -> None:
        text = PARAGRAPHS[0] * (5_000_000 // len(PARAGRAPHS[0].encode()))
        assert cleaned(f"<p>{text}</p>" if kind == "html" else text, kind).body == text

    def test_nul_and_control_characters(self) -> None:
        source = "\x00\x01\x02".join(page()).encode()[:-3]
        document = process(RawPage(page().replace("会议", "会\x00\x01\x02议\x1b"), "page", kind="html"), TODAY)
        assert isinstance(document, Document)
        assert tuple(document.body.split("\n")) == PARAGRAPHS
        assert isinstance(process(RawPage(source, "page", kind="html"), TODAY), Skipped)  # more NUL than text: binary

    @pytest.mark.parametrize(
        "source", ["<html></html>", "<", "<p", "<!doctype html>", "<?xml version='1.0'?><a/>", "</p>"]
    )
    def test_hardly_any_markup(self, source: str) -> None:
        assert skipped(source) == "no text"

    def test_an_html_file_of_bare_text(self) -> None:
        assert tuple(cleaned("\n".join([TITLE, *PARAGRAPHS])).body.split("\n")) == PARAGRAPHS

    def test_a_text_file_of_html(self) -> None:
        assert tuple(cleaned(page(), "text").body.split("\n")) == PARAGRAPHS
