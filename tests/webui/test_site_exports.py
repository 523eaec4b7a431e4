"""Downloads: the menu of the search page and the files behind it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from search.export import COLUMNS, FORMATS
from tests.webui.reading import search, text, titles
from tests.webui.site_articles import SCRIPT, articles
from webui.exports import LABELS

API = "/api/v1/export"


def download(web: FlaskClient, **params: object) -> Any:
    response = web.get(f"{API}?{urlencode(params, doseq=True)}")
    assert response.status_code == 200, response.get_data(as_text=True)
    return response


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_menu_offers_every_format_of_this_search(web: FlaskClient) -> None:
    soup = search(web, "三抓三促", region="甘肃省", sort="oldest", size="10")
    items = soup.select(".export li")
    assert [text(item.a) for item in items] == [str(label) for label in LABELS.values()]
    assert set(LABELS) == set(FORMATS)
    for item, name in zip(items, FORMATS, strict=True):
        addresses = [parse_qs(urlsplit(str(link["href"])).query) for link in item.select("a")]
        state = {"q": ["三抓三促"], "region": ["甘肃省"], "sort": ["oldest"], "format": [name]}
        assert addresses == [state, state | {"body": ["0"]}][: 1 + FORMATS[name].bodies]
    assert "全部 3 篇" in text(soup.select_one(".export .panel"))


def test_the_links_of_the_menu_lead_to_the_hits_of_the_page(web: FlaskClient) -> None:
    soup = search(web, "三抓三促 园区", sort="oldest", size="100")
    for link in soup.select(".export-list a"):
        response = web.get(str(link["href"]))
        assert response.status_code == 200
        assert response.headers["X-Total-Count"] == str(len(titles(soup)))
        assert response.data
    first = rows(web.get(str(soup.select(".export-list a")[0]["href"])).data)
    assert [row["title"] for row in first] == titles(soup)


def test_nothing_found_is_nothing_to_export(web: FlaskClient) -> None:
    assert not search(web, '"没有这句话"').select(".export")


def test_the_menu_speaks_english(web: FlaskClient) -> None:
    web.get("/?lang=en")
    panel = text(search(web, "三抓三促").select_one(".export"))
    assert "Export" in panel and "Excel workbook" in panel and "documents found" in panel


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_sent_as_a_file(web: FlaskClient, name: str) -> None:
    response = download(web, q="三抓三促", format=name)
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith("attachment;") and f".{FORMATS[name].suffix}" in disposition
    assert "filename*=UTF-8''" in disposition
    assert response.headers["Content-Type"] == FORMATS[name].media_type
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.is_streamed


def test_all_documents_are_in_the_table(web: FlaskClient) -> None:
    table = rows(download(web).data)
    by_id = {row["id"]: row for row in table}
    assert len(table) == len(articles())
    for article in articles():
        assert by_id[article.id]["title"].removeprefix("'") == (article.title or "")
        assert by_id[article.id]["body"] == article.body
    book = openpyxl.load_workbook(io.BytesIO(download(web, format="xlsx").data))
    assert book["documents"].max_row == 1 + len(articles())


def test_filters_and_texts_are_as_asked(web: FlaskClient) -> None:
    params = {"q": "三抓三促", "region": "甘肃省", "kind": ["新闻", "政策"], "body": "0"}
    table = rows(download(web, **params).data)
    assert {row["region"].split("|")[0] for row in table} == {"甘肃省"}
    assert [c for c in table[0] if not c.startswith("export_")] == [c for c in COLUMNS if c != "body"]
    assert table[0]["export_filters"] == "region=甘肃省; kind=政策; kind=新闻"
    lines = download(web, format="jsonl", **params).get_data(as_text=True).splitlines()
    assert json.loads(lines[0])["export"]["documents"] == len(lines) - 1 == len(table)


def test_page_and_size_do_not_cut_an_export(web: FlaskClient) -> None:
    assert (
        len(rows(download(web, q="招商引资", page=2, size=10).data)) == len(rows(download(web, q="招商引资").data)) > 10
    )


def test_hostile_text_stays_text(web: FlaskClient) -> None:
    [row] = rows(download(web, q='"招商快讯"').data)
    assert SCRIPT in row["title"] and row["url"] == "javascript:alert(1)"
    assert "javascript" not in download(web, q='"招商快讯"', format="gbt7714").get_data(as_text=True)


@pytest.mark.parametrize(
    ("state", "code"),
    [({"format": "pdf"}, "bad_request"), ({"q": "地区:"}, "bad_query"), ({"year": "abc"}, "bad_request")],
)
def test_what_cannot_be_exported_is_an_error_and_no_file(web: FlaskClient, state: dict[str, str], code: str) -> None:
    response = web.get(f"{API}?{urlencode(state)}")
    assert (response.status_code, response.get_json()["error"]["code"]) == (400, code)
    assert "Content-Disposition" not in response.headers


def test_only_the_head_of_a_file_can_be_asked_for(web: FlaskClient) -> None:
    response = web.head(f"{API}?q=a&format=csv")
    assert (response.status_code, response.data) == (200, b"")


def test_the_formats_are_described(app: Flask, web: FlaskClient) -> None:
    described = web.get("/api/v1/openapi.json").get_json()["paths"][API]["get"]
    [parameter] = [p for p in described["parameters"] if p["name"] == "format"]
    assert parameter["schema"]["enum"] == list(FORMATS)
    media = {f.media_type.partition(";")[0] for f in FORMATS.values()}
    assert set(described["responses"]["200"]["content"]) == media
    same = web.get("/api/v1/openapi.json").get_json()["paths"]["/api/v1/search"]["get"]["parameters"]
    assert described["parameters"][2:] == [p for p in same if p["name"] not in ("page", "size")]
