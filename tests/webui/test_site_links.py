"""Saved searches through the site."""

from __future__ import annotations

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webui.reading import href, page, search, text, titles, token


def save(web: FlaskClient, soup: BeautifulSoup, name: str, note: str = "") -> BeautifulSoup:
    field = soup.select_one("input[name=search]")
    assert field is not None
    form = {"csrf_token": token(soup), "search": str(field["value"]), "name": name, "note": note}
    return page(web.post("/links", data=form, follow_redirects=True))


def test_save_open_change_and_delete(web: FlaskClient) -> None:
    found = search(web, "三抓三促", region="甘肃省", sort="oldest")
    saved = save(web, found, "甘肃的三抓三促", "第三章\n用")
    assert "已保存" in text(saved.select_one(".notice.done"))
    item = saved.select_one(".saved > li")
    assert item is not None
    assert text(item.h3) == "甘肃的三抓三促" and text(item.select_one(".saved-hits")) == "3 篇"
    assert "第三章" in text(item.select_one(".note"))

    short = href(item, "h3 a")
    response = web.get(short)
    assert response.status_code == 302
    opened = page(web.get(response.location))
    assert titles(opened) == titles(found)
    assert "甘肃的三抓三促" in text(opened.select_one(".notice"))
    assert "link=" not in href(opened, ".chip"), "a search that goes on from here is no longer the saved one"

    number = short.rpartition("/")[2]
    changed = web.post(f"/links/{number}", data={"csrf_token": token(saved), "name": "改了名", "note": ""})
    assert changed.status_code == 303
    assert [text(h) for h in page(web.get("/links")).select(".saved h3")] == ["改了名"]

    assert web.post(f"/links/{number}/delete", data={"csrf_token": token(saved)}).status_code == 303
    assert not page(web.get("/links")).select(".saved")
    page(web.get(short), 404)
    page(web.get(response.location), 200)


def test_the_suggested_name_says_what_is_searched(web: FlaskClient) -> None:
    field = search(web, "三抓三促", region="甘肃省/平凉市").select_one("#save-name")
    assert field is not None and field["value"] == "三抓三促 甘肃省 › 平凉市"


def test_names_and_notes_are_text(web: FlaskClient) -> None:
    saved = save(web, search(web, "招商"), "<b>粗</b>", "<script>alert(1)</script>")
    assert saved.b is None and len(saved.select("script")) == 1
    assert "<b>粗</b>" in [text(h) for h in saved.select(".saved h3")]


def test_a_link_without_a_name_is_refused(web: FlaskClient) -> None:
    form = {"csrf_token": token(search(web)), "search": "q=a", "name": "  "}
    assert "名字" in text(page(web.post("/links", data=form), 400).select_one(".error"))


def test_a_search_that_cannot_be_read_is_refused(web: FlaskClient) -> None:
    form = {"csrf_token": token(search(web)), "search": "year=abc", "name": "a"}
    page(web.post("/links", data=form), 400)


def test_a_form_from_elsewhere_is_refused(web: FlaskClient) -> None:
    for address in ("/links", "/links/2222222", "/links/2222222/delete"):
        soup = page(web.post(address, data={"search": "q=a", "name": "a"}), 400)
        assert "表单已失效" in text(soup.h1)
    assert not page(web.get("/links")).select(".saved")


def test_unknown_links_are_not_found(web: FlaskClient) -> None:
    data = {"csrf_token": token(search(web)), "name": "a"}
    page(web.get("/s/2222222"), 404)
    page(web.get("/s/%00"), 404)
    page(web.post("/links/2222222", data=data), 404)
    page(web.post("/links/2222222/delete", data=data), 404)


def test_no_links_yet_says_how_to_save_one(web: FlaskClient) -> None:
    assert "保存检索" in text(page(web.get("/links")).select_one(".empty"))
