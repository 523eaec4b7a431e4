"""Saved searches on the site: what is new, undo, folders, files; and the feed of one, read by a feed parser."""

from __future__ import annotations

import io

import feedparser
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webui.reading import href, page, search, text, titles, token


def saved(web: FlaskClient, name: str, query: str = "三抓三促", folder: str = "") -> BeautifulSoup:
    soup = search(web, query)
    field = soup.select_one("input[name=search]")
    assert field is not None
    form = {"csrf_token": token(soup), "search": str(field["value"]), "name": name, "folder": folder}
    return page(web.post("/links", data=form, follow_redirects=True))


def names(web: FlaskClient) -> list[str]:
    return [text(h) for h in page(web.get("/links")).select(".saved h3")]


def test_the_feed_lists_the_documents_of_the_search(web: FlaskClient) -> None:
    soup = saved(web, "口号 <&> “园区”")
    address = href(soup, "a[type='application/atom+xml']")
    response = web.get(address)
    assert response.mimetype == "application/atom+xml"
    feed = feedparser.parse(response.get_data())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title == "口号 <&> “园区” · 园策"
    found = search(web, "三抓三促", size=50)
    assert sorted(entry.title for entry in feed.entries) == sorted(titles(found))
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    moments = [entry.updated for entry in feed.entries]
    assert moments == sorted(moments, reverse=True)
    for entry in feed.entries:
        assert entry.link.startswith("http://")
        page(web.get(entry.link.partition("localhost")[2]))
    assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
    page(web.get("/s/2222222/feed.atom"), 404)


def test_a_deleted_link_can_be_put_back(web: FlaskClient) -> None:
    soup = saved(web, "口号")
    short = href(soup, ".saved h3 a")
    after = page(web.post(f"/links/{short[3:]}/delete", data={"csrf_token": token(soup)}, follow_redirects=True))
    assert "已删除“口号”" in text(after.select_one(".undo"))
    file = after.select_one(".undo input[name=file]")
    assert file is not None
    form = {"csrf_token": token(after), "file": str(file["value"])}
    back = page(web.post("/links/restore", data=form, follow_redirects=True))
    assert "已恢复" in text(back.select_one(".notice.done"))
    assert href(back, ".saved h3 a") == short
    assert not page(web.get("/links")).select(".undo")


def test_links_are_moved_and_put_into_folders(web: FlaskClient) -> None:
    for name, folder in (("甲", "乡镇"), ("乙", "乡镇"), ("丙", "")):
        saved(web, name, folder=folder)
    soup = page(web.get("/links"))
    assert [text(h) for h in soup.select("h2")] == ["没有放进文件夹的", "乡镇"]
    assert names(web) == ["丙", "乙", "甲"]
    form = soup.select("form[action$='/move']")[3]  # 乙 down
    web.post(str(form["action"]), data={"csrf_token": token(soup), "to": "down"})
    assert names(web) == ["丙", "甲", "乙"]


def test_links_are_handed_on_as_a_file(web: FlaskClient) -> None:
    soup = saved(web, "口号")
    content = web.get("/links/export")
    assert content.mimetype == "application/json" and "attachment" in content.headers["Content-Disposition"]
    short = href(soup, ".saved h3 a")
    web.post(f"/links/{short[3:]}/delete", data={"csrf_token": token(soup)})
    form = {"csrf_token": token(soup), "file": (io.BytesIO(content.get_data()), "links.json")}
    back = page(web.post("/links/import", data=form, follow_redirects=True))
    assert "加进了 1 个检索" in back.get_text()
    assert href(back, ".saved h3 a") == short
    bad = {"csrf_token": token(soup), "file": (io.BytesIO(b"{}"), "links.json")}
    assert "不是从本程序导出的检索" in page(web.post("/links/import", data=bad), 400).get_text()
    assert "没有收到文件" in page(web.post("/links/import", data={"csrf_token": token(soup)}), 400).get_text()


def test_only_what_is_new_is_shown_where_asked_so(web: FlaskClient) -> None:
    short = href(saved(web, "口号"), ".saved h3 a")
    assert "added=" not in web.get(short).location
    location = web.get(f"{short}?new=1").location
    assert "added=" in location and "sort=added" in location
    assert "0 篇" in text(page(web.get(location)).select_one("#total"))
