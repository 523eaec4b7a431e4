"""Files dropped onto the page: taken on the local machine only, kept, indexed, and nothing lost on the way."""

from __future__ import annotations

import io
import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch
from flask.testing import FlaskClient

import indexer
from engine import EngineUnavailable, Settings
from search import Searcher
from tests.webui.reading import page, text
from tests.webui.reading import token as token_of
from webui import create_app
from webui.intake import Intake, is_loopback

PAGE = (
    "甘肃平凉工业园区三抓三促行动推进会召开\n2023年9月5日，平凉工业园区召开三抓三促行动推进会，部署下一步工作。\n" * 3
)
WAIT = 60.0  # seconds


@pytest.fixture
def settings(engine_settings: Settings, client: Elasticsearch, tmp_path: Path) -> Iterator[Settings]:
    name = f"{engine_settings.collection}-drop-{secrets.token_hex(2)}"
    yield engine_settings.model_copy(update={"collection": name, "home": tmp_path})
    for index in client.indices.get(index=f"parknews-{name}-*"):
        client.indices.delete(index=index)


@pytest.fixture
def visitor(settings: Settings, client: Elasticsearch) -> FlaskClient:
    def index(paths: Sequence[Path], ledger: Path) -> None:
        indexer.index_paths(client, settings, paths, report=ledger, jobs=1)

    return create_app(Searcher(client, settings), settings, index).test_client()


def token(visitor: FlaskClient) -> str:
    return token_of(page(visitor.get("/")))


def done(visitor: FlaskClient, address: str) -> str:
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        soup = page(visitor.get(address))
        if "正在" not in text(soup.h1):
            return text(soup.main)
        assert soup.select_one("meta[http-equiv=refresh]")
        time.sleep(0.1)
    raise AssertionError("not done in time")


def test_an_empty_collection_takes_files_and_shows_what_became_of_them(
    visitor: FlaskClient, settings: Settings
) -> None:
    first = page(visitor.get("/"))
    assert first.select_one("form.drop")
    data = {
        "csrf_token": token(visitor),
        "files": [
            (io.BytesIO(PAGE.encode()), "我的网页/平凉/a.txt"),
            (io.BytesIO("首页".encode()), "我的网页/b.html"),
        ],
    }
    sent = visitor.post("/intake", data=data, content_type="multipart/form-data")
    assert sent.status_code == 303
    told = done(visitor, str(sent.location))
    assert "收到 2 个文件 · 入库 1" in told and "跳过 1" in told and "b.html" in told
    assert (settings.home / "dropped" / "我的网页" / "平凉" / "a.txt").read_text(encoding="utf-8") == PAGE
    assert "推进会" in page(visitor.get("/search?q=三抓三促")).get_text()


def test_a_folder_comes_in_parts(visitor: FlaskClient) -> None:
    headers = {"X-CSRFToken": token(visitor)}
    name = visitor.post("/intake/new", headers=headers).get_json()["id"]
    for number in range(3):
        files = [(io.BytesIO(f"{number}{PAGE}".encode()), f"folder/{number}.txt")]
        kept = visitor.post(f"/intake/{name}/files", headers=headers, data={"files": files})
        assert kept.get_json() == {"kept": number + 1}
    url = visitor.post(f"/intake/{name}/start", headers=headers).get_json()["url"]
    assert visitor.post(f"/intake/{name}/start", headers=headers).get_json()["url"] == url
    assert "入库 3" in done(visitor, url)


def test_more_than_a_form_may_hold_elsewhere_is_taken(visitor: FlaskClient) -> None:
    data = {"csrf_token": token(visitor), "files": [(io.BytesIO((PAGE * 2000).encode()), "large.txt")]}
    assert visitor.post("/intake", data=data, content_type="multipart/form-data").status_code == 303


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/abs/a.txt", "abs/a.txt"),
        ("a\\b\\c.txt", "a/b/c.txt"),
        (".hidden/.a.txt", "hidden/a.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
        ("园区 新闻/第 1 页.html", "园区 新闻/第 1 页.html"),
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, sent: str, kept: str) -> None:
    intake = Intake(lambda paths, ledger: None, tmp_path)
    batch = intake.begin()
    intake.keep(batch, sent, io.BytesIO(b"x"))
    assert batch.paths == [tmp_path / "dropped" / kept]
    assert batch.paths[0].read_bytes() == b"x"


def test_another_single_file_of_the_same_name_does_not_replace_the_first(tmp_path: Path) -> None:
    intake = Intake(lambda paths, ledger: None, tmp_path)
    batch = intake.begin()
    for content in (b"1", b"2", b"2"):
        intake.keep(batch, "a.txt", io.BytesIO(content))
    assert {path.read_bytes() for path in batch.paths} == {b"1", b"2"}
    assert (tmp_path / "dropped" / "a.txt").read_bytes() == b"1"


def test_batches_are_indexed_one_after_the_other_and_a_failure_is_told(tmp_path: Path) -> None:
    running: list[int] = []
    most: list[int] = []
    lock = threading.Lock()

    def index(paths: Sequence[Path], ledger: Path) -> None:
        with lock:
            running.append(1)
            most.append(len(running))
        time.sleep(0.05)
        with lock:
            running.pop()
        if paths[0].name == "bad.txt":
            raise EngineUnavailable("Elasticsearch 不在")

    intake = Intake(index, tmp_path)
    batches = []
    for name in ("a.txt", "bad.txt", "c.txt"):
        batch = intake.begin()
        intake.keep(batch, name, io.BytesIO(name.encode()))
        intake.start(batch)
        batches.append(batch)
    end = time.monotonic() + WAIT
    while any(batch.state == "running" for batch in batches) and time.monotonic() < end:
        time.sleep(0.02)
    assert [batch.state for batch in batches] == ["done", "failed", "done"]
    assert batches[1].error == "Elasticsearch 不在"
    assert max(most) == 1


def test_others_may_not_put_files_in(visitor: FlaskClient) -> None:
    headers = {"X-CSRFToken": token(visitor)}

    def data() -> dict[str, object]:
        return {"files": [(io.BytesIO(b"x"), "a.txt")]}

    far = {"REMOTE_ADDR": "192.168.1.7"}
    assert visitor.post("/intake", headers=headers, data=data(), environ_overrides=far).status_code == 404
    assert not page(visitor.get("/", environ_overrides=far)).select_one("form.drop")
    renamed = visitor.post("/intake", headers={**headers, "Host": "evil.example:8765"}, data=data())
    assert renamed.status_code in (400, 404)  # its visitor has no cookie of ours, so no token
    assert not page(visitor.get("/", headers={"Host": "evil.example:8765"})).select_one("form.drop")
    assert visitor.post("/intake", data=data()).status_code == 400  # no token


def test_a_site_without_an_indexer_takes_nothing(web: FlaskClient) -> None:
    assert not page(web.get("/corpus")).select_one("form.drop")
    assert web.get("/intake/abc").status_code == 404


def test_an_empty_form_and_an_unknown_batch_are_refused_in_a_sentence(visitor: FlaskClient) -> None:
    empty = visitor.post("/intake", data={"csrf_token": token(visitor)})
    assert empty.status_code == 400 and "没有收到文件" in empty.get_data(as_text=True)
    assert visitor.get("/intake/ffffffff").status_code == 404


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("a.example", False),
    ],
)
def test_what_is_this_machine(host: str, local: bool) -> None:
    assert is_loopback(host) is local
