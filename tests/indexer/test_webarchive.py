"""Web archives of crawlers and browsers -> pages."""

from __future__ import annotations

import gzip
import io
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from indexer import RawPage, Skipped, process
from indexer.readers import count_pages
from indexer.webarchive import mhtml_page, warc_pages
from mappings import Document
from tests.indexer.reading_pages import names, read, reasons, write_zip

PAGE = """<html><head><title>河西新材料产业园三个项目开工</title></head><body><h1>河西新材料产业园三个项目开工</h1>
<p>3小时前</p><p>本报讯 10月12日，河西新材料产业园三个项目集中开工，总投资十八亿元，建成后可带动就业六百人。</p>
<p>园区管委会负责人表示，将派专人驻点服务，帮助企业办理用地、环评等手续，确保项目早日投产见效。</p></body></html>"""
FETCHED = "2023-10-12T08:00:00Z"


def crawl(*answers: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """A WARC file: url, status, content type and content of each answer."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, status, kind, content in answers:
        http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        for type_, payload in (("request", b""), ("response", content)):
            headers = http if type_ == "response" else StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
            record = writer.create_warc_record(
                url, type_, payload=io.BytesIO(payload), http_headers=headers, warc_headers_dict={"WARC-Date": FETCHED}
            )
            writer.write_record(record)
    return out.getvalue()


ANSWERS = (
    ("http://www.a.example/2023/1.html", "200 OK", "text/html; charset=gb2312", PAGE.encode("gb18030")),
    ("http://www.a.example/a.png", "200 OK", "image/png", b"\x89PNG"),
    ("http://www.a.example/2.html", "404 Not Found", "text/html", b"<p>404</p>"),
    ("http://www.a.example/3.html", "302 Found", "text/html", b""),
    ("http://www.a.example/4.pdf", "200 OK", "application/pdf", b"%PDF-1.4"),
    ("http://www.a.example/5.txt", "200 OK", "text/plain", "园区公告".encode()),
)
REASONS = [
    None,
    "the server answered 404: http://www.a.example/2.html",
    "the file type application/pdf is not read",
    None,
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "whole.warc.gz"])
def test_the_pages_of_a_crawl(tmp_path: Path, name: str) -> None:
    data = crawl(*ANSWERS, packed=name == "a.warc.gz")
    (tmp_path / name).write_bytes(gzip.compress(data) if name.startswith("whole") else data)
    items = read(tmp_path)
    assert reasons(items) == REASONS
    assert names(items, tmp_path) == [f"{name}#{n}" for n in (3, 7, 11, 13)]
    page, text = items[0], items[-1]
    assert isinstance(page, RawPage) and isinstance(text, RawPage)
    assert (page.url, page.kind, page.hints.crawled) == (ANSWERS[0][0], "html", FETCHED)
    assert (text.content, text.kind) == ("园区公告".encode(), "text")
    assert count_pages([tmp_path]) is None


def test_a_page_of_a_crawl_is_dated_by_when_it_was_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(crawl(ANSWERS[0]))
    [page] = read(tmp_path)
    assert isinstance(page, RawPage)
    document = process(page)
    assert isinstance(document, Document)
    assert (document.title, str(document.published)) == ("河西新材料产业园三个项目开工", "2023-10-12")


@pytest.mark.parametrize("name", ["a.wacz", "a.zip"])
def test_a_crawl_inside_an_archive(tmp_path: Path, name: str) -> None:
    members = {
        "archive/data.warc.gz": crawl(*ANSWERS),
        "pages/pages.jsonl": b'{"url": "http://a.example/", "text": "x"}\n',
    }
    path = write_zip(tmp_path / name, members)
    items = read(tmp_path)
    from_crawl = [item for item in items if ".warc" in item.path]
    assert reasons(from_crawl) == REASONS
    assert from_crawl[0].path == f"{path}!/archive/data.warc.gz#3"
    assert len(items) - len(from_crawl) == (0 if name == "a.wacz" else 1)


def test_a_crawl_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    whole = crawl(ANSWERS[0], ANSWERS[-1], packed=False)
    (tmp_path / "a.warc").write_bytes(whole + b"no record at all\r\n\r\n")
    items = read(tmp_path)
    assert [isinstance(item, RawPage) for item in items] == [True, True, False]
    assert str(reasons(items)[-1]).startswith("the web archive cannot be read from here on")


def test_what_is_no_web_archive(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(PAGE.encode())
    [told] = reasons(read(tmp_path))
    assert str(told).startswith("the web archive cannot be read from here on")


@given(st.binary(max_size=300), st.integers(0, 2000), st.booleans())
@settings(deadline=None)
def test_broken_crawls_never_raise(noise: bytes, at: int, packed: bool) -> None:
    data = crawl(ANSWERS[0], ANSWERS[3], packed=packed)
    for item in warc_pages(io.BytesIO(data[:at] + noise + data[at:]), "a.warc"):
        assert isinstance(item, RawPage | Skipped)


def saved(encoding: str = "utf-8", parts: tuple[str, ...] = ("html", "css")) -> bytes:
    """A page as browsers save it with what it shows."""
    whole = MIMEMultipart("related")
    whole["Snapshot-Content-Location"] = "http://www.a.example/1.html"
    whole["Date"] = "Thu, 12 Oct 2023 16:00:00 +0800"
    for part in parts:
        whole.attach(MIMEText(PAGE if part == "html" else "p {}", part, encoding))
    return whole.as_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.MHTML.gz"])
def test_a_page_saved_by_a_browser(tmp_path: Path, name: str, encoding: str) -> None:
    data = saved(encoding) if encoding != "big5" else saved().replace(b"utf-8", b"utf8")
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    [page] = read(tmp_path)
    assert isinstance(page, RawPage)
    assert (page.url, page.kind, page.hints.crawled) == (
        "http://www.a.example/1.html", "html", "2023-10-12T16:00:00+08:00",
    )  # fmt: skip
    document = process(page)
    assert isinstance(document, Document)
    assert (document.title, str(document.published)) == ("河西新材料产业园三个项目开工", "2023-10-12")


def test_a_saved_file_without_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_bytes(saved(parts=("css",)))
    (tmp_path / "b.mht").write_bytes(b"")
    assert [str(r).partition(";")[0] for r in reasons(read(tmp_path))] == ["no page in the MHTML file"] * 2


@given(st.binary(max_size=300), st.integers(0, 1500))
@settings(deadline=None)
def test_broken_saved_pages_never_raise(noise: bytes, at: int) -> None:
    data = saved()
    assert isinstance(mhtml_page(data[:at] + noise + data[at:], "a.mht"), RawPage | Skipped)
