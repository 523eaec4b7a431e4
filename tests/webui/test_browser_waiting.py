"""Slow answers in a real browser: progress after a while and not before, and nothing that jumps."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from flask import Flask, Response, request
from playwright.sync_api import Browser, Page, expect

from engine import Settings
from search import Searcher
from tests.webui.test_browser import NARROW, WIDE, serving, visitor
from webui import create_app

pytestmark = pytest.mark.browser

SEARCH = f"/search?q={quote('三抓三促')}"
VIEWS = ("/trend", "/places", "/companions", "/concordance")
DRAWN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
SHIFTS = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) moved += one.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(moved), 200);
})"""


# What a page says of itself while another one is awaited, for that one to read.
WATCH = """() => {
  const bar = document.querySelector('[data-waiting]');
  let moved = 0;
  const add = (list) => { for (const one of list.getEntries()) moved += one.value; };
  new PerformanceObserver(add).observe({type: 'layout-shift'});
  new MutationObserver(() => {
    if (bar.hidden) return;
    requestAnimationFrame(() => setTimeout(() => {
      sessionStorage.setItem('seen', JSON.stringify({text: bar.innerText.trim(), height: bar.offsetHeight, moved}));
    }, 50));
  }).observe(bar, {attributes: true});
}"""
SEEN = "JSON.parse(sessionStorage.getItem('seen'))"
USABLE = """(() => {
  const [page] = performance.getEntriesByType('navigation');
  return page.domContentLoadedEventEnd - page.responseStart;
})()"""
HELD = 1.2  # seconds


class Slow:
    """A site that can be told to hold back its answers for a while, or to send them in drips."""

    def __init__(self, app: Flask) -> None:
        self.held = False
        self.dripping = False
        app.before_request(self._wait)
        app.after_request(self._drip)

    @contextmanager
    def drips(self) -> Iterator[None]:
        self.dripping = True
        try:
            yield
        finally:
            self.dripping = False

    def _wait(self) -> None:
        if self.held and not request.path.startswith("/static"):
            time.sleep(HELD)

    def _drip(self, response: Response) -> Response:
        if self.dripping and response.mimetype == "text/html":
            text = response.get_data()
            response.response = drops(text)
            del response.headers["Content-Length"]
        return response


def drops(text: bytes) -> Iterator[bytes]:
    """A page piece by piece, so that a browser draws it before it is whole."""
    for start in range(0, len(text), 1500):
        yield text[start : start + 1500]
        time.sleep(0.03)


@pytest.fixture(scope="module")
def slow(searcher: Searcher, site_settings: Settings) -> Iterator[tuple[str, Slow]]:
    app = create_app(searcher, site_settings)
    brake = Slow(app)
    with serving(app) as address:
        yield address, brake


@pytest.fixture
def slow_page(browser: Browser, slow: tuple[str, Slow]) -> Iterator[tuple[Page, Slow]]:
    address, brake = slow
    with visitor(browser, address) as page:
        page.goto(SEARCH)
        expect(page.locator("[data-waiting]")).to_be_hidden()
        page.evaluate(WATCH)
        brake.held = True
        yield page, brake
    brake.held = False


def leave(page: Page, way: str) -> None:
    """Go to another page in one of the ways there are."""
    if way == "form":
        page.get_by_label("检索词", exact=True).fill("园区")
        page.get_by_label("检索词", exact=True).press("Enter")
        page.wait_for_url("**/search?q=%E5**")
    elif way == "facet":
        page.locator(".by-region .row").first.click()
        page.wait_for_url("**region=**")
    else:
        page.locator(".views a", has_text="趋势").click()
        page.wait_for_url("**/trend?**")


@pytest.mark.parametrize("way", ["form", "facet", "view"])
def test_a_slow_answer_shows_progress_and_nothing_moves(slow_page: tuple[Page, Slow], way: str) -> None:
    page, _ = slow_page
    leave(page, way)
    assert page.evaluate(SEEN) == {"text": "还在查……", "height": 3, "moved": 0}
    expect(page.locator("[data-waiting]")).to_be_hidden()


def test_a_fast_answer_shows_no_progress(slow_page: tuple[Page, Slow]) -> None:
    page, brake = slow_page
    brake.held = False
    leave(page, "view")
    assert page.evaluate(SEEN) is None


def test_going_back_to_a_page_that_was_left_slowly_shows_no_progress(slow_page: tuple[Page, Slow]) -> None:
    page, brake = slow_page
    leave(page, "view")
    brake.held = False
    page.go_back()
    expect(page.locator(".hit").first).to_be_visible()
    expect(page.locator("[data-waiting]")).to_be_hidden()


def test_a_download_is_not_waited_for(slow_page: tuple[Page, Slow]) -> None:
    page, _ = slow_page
    page.locator("summary", has_text="导出").click()
    with page.expect_download():
        page.get_by_role("link", name="CSV").first.click()
    assert page.evaluate(SEEN) is None


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("address", [SEARCH, "/corpus", "/", *(f"{view}?q={quote('园区')}" for view in VIEWS)])
def test_nothing_jumps_while_a_page_arrives(
    browser: Browser, slow: tuple[str, Slow], address: str, viewport: dict[str, int]
) -> None:
    with visitor(browser, slow[0], viewport=viewport) as page:
        with slow[1].drips():
            page.goto(address)
        assert page.evaluate(SHIFTS) < 0.01


def test_a_long_text_can_be_read_while_it_arrives(browser: Browser, slow: tuple[str, Slow]) -> None:
    with visitor(browser, slow[0]) as page:
        page.goto(SEARCH)
        document = page.locator(".hit a").first.get_attribute("href") or ""
        with slow[1].drips():
            page.goto(document)
        assert page.evaluate(DRAWN) < page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd")


def test_a_search_page_is_usable_soon_after_its_first_byte(browser: Browser, slow: tuple[str, Slow]) -> None:
    taken = []
    with visitor(browser, slow[0]) as page:
        for _ in range(4):  # other work on the machine slows some of them
            page.goto(SEARCH)
            page.goto(f"/search?q={quote('园区')}", wait_until="load")
            taken.append(page.evaluate(USABLE))
    assert min(taken) < 300, taken
