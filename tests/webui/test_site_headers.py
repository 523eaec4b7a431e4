"""Security headers, cookies, the key file and the access log."""

from __future__ import annotations

import logging
import re
import stat
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine import Settings, UserError
from search import Searcher
from tests.webui.reading import page
from tests.webui.site_articles import document_id
from webui import create_app
from webui.secret_key import FILE_NAME, secret_key

PAGES = (
    "/",
    "/search?q=%E5%9B%AD%E5%8C%BA",
    f"/documents/{document_id('pages/damaged.txt')}",
    "/links",
    "/help",
    "/nothing",
)
FOLDER = Path(__file__).parents[2] / "webui"


@pytest.mark.parametrize("address", [*PAGES, "/api/v1/search", "/static/site.css", "/healthz"])
def test_every_response_has_the_headers(web: FlaskClient, address: str) -> None:
    headers = web.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_anything_inline_or_from_elsewhere(web: FlaskClient, address: str) -> None:
    soup = page(web.get(address), 404 if address == "/nothing" else 200)
    assert not soup.select("style, [style], iframe, object, embed, base")
    assert not [t for t in soup.find_all(True) if any(name.startswith("on") for name in t.attrs)]
    for tag, name in (("script", "src"), ("link", "href"), ("img", "src"), ("use", "href"), ("form", "action")):
        # Nothing is fetched for the vocabulary of meta tags (schema.DC) or for a part of the page itself.
        for found in soup.select(f'{tag}:not([rel^="schema."], [href^="#"])'):
            assert str(found[name]).startswith("/") and not str(found[name]).startswith("//")
    for script in soup.select("script"):
        assert not script.get_text(strip=True)


def test_no_template_turns_escaping_off() -> None:
    sources = "".join(f.read_text(encoding="utf-8") for f in FOLDER.rglob("*.html"))
    sources += "".join(f.read_text(encoding="utf-8") for f in FOLDER.rglob("*.py"))
    assert not re.search(r"\|\s*safe\b|autoescape|Markup\(", sources)


def test_every_icon_used_exists(app: Flask) -> None:
    templates = "".join(f.read_text(encoding="utf-8") for f in FOLDER.rglob("*.html"))
    used = set(re.findall(r'icon\("(\w+)"\)', templates))
    assert used and used <= set(re.findall(r'<symbol id="(\w+)"', (FOLDER / "static/icons.svg").read_text()))


def test_assets_may_be_kept_and_pages_may_not(web: FlaskClient) -> None:
    sheet = page(web.get("/help")).select_one("link[rel=stylesheet]")
    assert sheet is not None and "?v=" in str(sheet["href"])
    assert "max-age=31536000" in web.get(str(sheet["href"])).headers["Cache-Control"]
    assert "no-cache" in web.get("/help").headers["Cache-Control"]


def test_the_session_cookie_is_closed_to_scripts_and_other_sites(web: FlaskClient) -> None:
    cookies = web.get("/search").headers.getlist("Set-Cookie")
    assert cookies and all("HttpOnly" in c and "SameSite=Lax" in c for c in cookies)


@pytest.mark.parametrize("address", ["//evil.example/?lang=en", "/%5Cevil.example?lang=en", "//evil.example/x"])
def test_no_address_leads_to_another_site(web: FlaskClient, address: str) -> None:
    response = web.get(address)
    assert not re.match(r"(https?:)?[/\\]{2}", response.headers.get("Location", ""))
    assert not re.search(r'href="[/\\]{2}', response.get_data(as_text=True))


def test_each_request_is_one_line_in_the_log(web: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="parknews.access"):
        web.get("/search?q=%E5%9B%AD%E5%8C%BA")
        web.get("/nothing%0Ainjected")
    lines = [r.getMessage() for r in caplog.records if r.name == "parknews.access"]
    assert re.fullmatch(r"GET /search\?q=%E5%9B%AD%E5%8C%BA 200 es_ms=\d+ ms=\d+\.\d", lines[0])
    assert re.fullmatch(r"GET /nothing%0Ainjected 404 es_ms=- ms=\d+\.\d", lines[1])


def test_the_key_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    key = secret_key(home)
    assert len(key) == 64 and secret_key(home) == key
    assert stat.S_IMODE((home / FILE_NAME).stat().st_mode) == 0o600
    assert [f.name for f in home.iterdir()] == [FILE_NAME]
    assert secret_key(tmp_path) != key


def test_a_key_file_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("short")
    with pytest.raises(UserError, match="不完整"):
        secret_key(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="无法读写"):
        secret_key(tmp_path / "file")


def test_forms_survive_a_restart_of_the_site(searcher: Searcher, site_settings: Settings) -> None:
    first, second = (create_app(searcher, site_settings) for _ in range(2))
    assert first.secret_key == second.secret_key
    assert first.config["SESSION_COOKIE_NAME"] == second.config["SESSION_COOKIE_NAME"]
