"""The site in a real browser: with and without scripts, on a narrow window, in both colour schemes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from engine import Settings
from search import Searcher
from tests.webui.site_articles import document_id
from webui import create_app
from webui.server import address as server_address
from webui.server import make_server

pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
DAMAGED = f"/documents/{document_id('pages/damaged.txt')}"
PAGES = {
    "front": "/",
    "search": f"/search?q={quote('三抓三促')}",
    "facets": f"/search?q={quote('招商引资')}&region={quote('甘肃省')}&year=2020-2024",
    "nothing": f"/search?q={quote('三抓三促')}&kind={quote('报告')}&match=all",
    "long title": f"/search?kind={quote('公告')}",
    "words in context": f"/concordance?q={quote('三抓三促')}",
    "document": f"{DAMAGED}?q={quote('三抓三促')}",
    "document with evidence": f"/documents/{document_id('pages/00/2.html')}?q={quote('园区')}",
    "document without facts": f"/documents/{document_id('pages/factless.txt')}",
    "links": "/links",
    "help": "/help",
    "bad query": f"/search?q={quote('地区:')}",
    "no page": "/nothing",
}
SERIOUS = ("serious", "critical")


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address at which the site answers while the block runs."""
    server = make_server(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server_address(server, "127.0.0.1").rstrip("/")
    finally:
        server.close()
        thread.join(5)


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    with serving(app) as found:
        yield found


@contextmanager
def visitor(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page of a fresh context that fails on every script error and every breach of the content policy."""
    context: BrowserContext = browser.new_context(base_url=address, locale="zh-CN", **({"viewport": WIDE} | options))
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None)
    yield page
    context.close()
    assert not wrong


def save_first_result(page: Page) -> str:
    """Search, narrow, read, save; the short address of the saved search."""
    page.goto("/")
    page.get_by_label("检索词", exact=True).fill("三抓三促")
    page.get_by_role("button", name="检索", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("11 篇")
    page.locator(".by-region .row", has_text="甘肃省").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 篇")
    page.get_by_role("link", name="党组织书记谈落实").click()
    expect(page.locator("mark")).to_have_count(2)
    page.get_by_role("link", name="检索结果").click()
    page.get_by_text("保存检索").click()
    page.get_by_label("名称").fill("甘肃的三抓三促")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("已保存")
    expect(page.locator(".saved-hits")).to_have_text("3 篇")
    return page.get_by_role("link", name="甘肃的三抓三促", exact=True).get_attribute("href") or ""


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_search_facet_document_save_and_open_after_a_restart(
    browser: Browser, app: Flask, searcher: Searcher, site_settings: Settings, web: object, scripts: bool
) -> None:
    with serving(app) as first, visitor(browser, first, java_script_enabled=scripts) as page:
        short = save_first_result(page)
    again = create_app(searcher, site_settings)
    with serving(again) as second, visitor(browser, second, java_script_enabled=scripts) as page:
        page.goto(short)
        expect(page.get_by_role("heading", level=1)).to_contain_text("三抓三促")
        expect(page.locator(".hit")).to_have_count(3)
        expect(page.get_by_text("保存的检索：")).to_be_visible()


def test_facets_fold_away_on_a_narrow_window_and_work_without_scripts(browser: Browser, address: str) -> None:
    with visitor(browser, address, java_script_enabled=False, viewport=NARROW) as page:
        page.goto(PAGES["search"])
        row = page.locator(".by-region .row", has_text="四川省")
        expect(row).to_be_hidden()
        page.locator(".facets-title").click()
        row.click()
        expect(page.locator(".hit")).to_have_count(1)
        page.set_viewport_size(WIDE)
        expect(page.locator(".by-region .row", has_text="甘肃省")).to_be_visible()


def test_hits_are_reached_one_by_one_without_scripts(browser: Browser, address: str) -> None:
    with visitor(browser, address, java_script_enabled=False) as page:
        page.goto(PAGES["document"])
        page.get_by_role("link", name="命中 2 处").click()
        page.get_by_role("link", name="下一处").click()
        assert page.url.endswith("#hit-2")
        expect(page.locator("#hit-2")).to_be_in_viewport()


def test_keys(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(PAGES["document"])
        for key, anchor in (("n", "#hit-1"), ("n", "#hit-2"), ("n", "#hit-1"), ("p", "#hit-2")):
            page.keyboard.press(key)
            page.wait_for_url(f"**{anchor}")
        expect(page.locator("[data-hop-at]")).to_have_text("2 / 2")
        page.keyboard.press("/")
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.type("n/p")
        expect(page.locator("#q")).to_have_value("n/p")
        assert page.url.endswith("#hit-2")


def test_keys_of_an_input_method_are_left_alone(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(PAGES["document"])
        page.evaluate(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', isComposing: true, bubbles: true}))"
        )
        expect(page.locator("#q")).not_to_be_focused()
        page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}))")
        expect(page.locator("#q")).to_be_focused()


def test_the_link_of_a_search_is_copied(browser: Browser, address: str) -> None:
    with visitor(browser, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(PAGES["search"])
        button = page.get_by_role("button", name="复制链接")
        button.click()
        expect(page.get_by_role("button", name="已复制")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == address + PAGES["search"]
        expect(button).to_be_enabled()


def test_back_and_forward_bring_the_search_back(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(PAGES["search"])
        page.locator(".by-region .row", has_text="四川省").click()
        expect(page.locator(".hit")).to_have_count(1)
        page.go_back()
        expect(page.locator(".hit")).to_have_count(11)
        page.go_forward()
        expect(page.locator(".chip")).to_have_count(1)


def test_keyboard_alone_reaches_the_content(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(PAGES["search"])
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="跳到正文")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def test_pop_ups_stay_inside_a_narrow_window(browser: Browser, address: str) -> None:
    with visitor(browser, address, viewport=NARROW) as page:
        page.goto(PAGES["search"])
        for summary in ("保存检索", "导出", "检索语法"):
            page.locator("summary", has_text=summary).click()
            box = page.locator("details.pop[open] > .panel").bounding_box()
            assert box is not None
            assert box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"], summary


def test_the_forms_of_a_saved_link_stay_inside_a_narrow_window(browser: Browser, address: str, web: object) -> None:
    with visitor(browser, address, viewport=NARROW) as page:
        page.goto(PAGES["search"])
        page.locator("summary", has_text="保存检索").click()
        page.get_by_role("button", name="保存", exact=True).click()
        for summary in ("修改", "导入"):
            page.locator("summary", has_text=summary).click()
            box = page.locator("details.pop[open] > .panel").bounding_box()
            assert box is not None
            assert box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"], summary
        found = Axe().run(page).response["violations"]
    assert not [v["id"] for v in found if v["impact"] in SERIOUS]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [390, 320, 768])
def test_nothing_scrolls_sideways(browser: Browser, address: str, name: str, width: int) -> None:
    with visitor(browser, address, viewport={"width": width, "height": 800}) as page:
        page.goto(PAGES[name])
        for summary in page.locator("main details:not(.pop) > summary:visible").all():
            if summary.evaluate("s => !s.parentElement.open"):
                summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier(browser: Browser, address: str, name: str, scheme: Any) -> None:
    with visitor(browser, address, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(PAGES[name])
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = !d.matches('.pop'); })")
        found = Axe().run(page).response["violations"]
    serious = [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found if v["impact"] in SERIOUS]
    assert not serious


def test_no_serious_barrier_in_pop_ups(browser: Browser, address: str) -> None:
    with visitor(browser, address, bypass_csp=True) as page:
        page.goto(PAGES["search"])
        page.locator("summary", has_text="保存检索").click()
        found = Axe().run(page).response["violations"]
    assert not [v["id"] for v in found if v["impact"] in SERIOUS]


def test_the_search_page_is_small(browser: Browser, address: str) -> None:
    sizes: list[int] = []
    with visitor(browser, address) as page:
        page.on("response", lambda response: sizes.append(len(response.body())))
        page.goto(PAGES["search"], wait_until="networkidle")
    assert sum(sizes) < 150_000, sizes
