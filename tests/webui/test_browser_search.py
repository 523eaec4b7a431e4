"""The search page in a real browser: suggestions by keyboard, a range of years by dragging, density, no jumps."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.webui.test_browser import NARROW, SERIOUS, WIDE, serving, visitor

pytestmark = pytest.mark.browser

PAGES = {
    "trend": f"/trend?q={quote('三抓三促')}&also={quote('招商引资')}",
    "months": f"/trend?q={quote('三抓三促')}&by=month",
    "map": f"/places?q={quote('三抓三促')}",
    "companions": f"/companions?q={quote('招商引资')}",
    "values": "/values?facet=park",
    "corpus": "/corpus",
}
BUDGET = 100 * 1024  # bytes of a search page with all it needs
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { sum += e.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
WEIGHT = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    with serving(app) as found:
        yield found


def type_slowly(page: Page, text: str) -> None:
    box = page.get_by_role("combobox", name="检索词")
    box.click()
    box.press_sequentially(text, delay=30)


def test_suggestions_are_chosen_with_the_keyboard(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto("/")
        type_slowly(page, "szsc")
        option = page.get_by_role("option").first
        expect(option).to_contain_text("三抓三促")
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("combobox")).to_have_value("三抓三促")
        expect(option).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("combobox")).to_have_value("szsc")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("三抓三促")


def test_suggestions_go_away(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto("/")
        type_slowly(page, "三抓")
        listbox = page.get_by_role("listbox")
        expect(listbox).to_be_visible()
        page.keyboard.press("Escape")
        expect(listbox).to_be_hidden()
        expect(page.get_by_role("combobox")).to_have_value("三抓")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("三抓")


def test_a_suggested_title_opens_its_document(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto("/")
        type_slowly(page, "平凉工业园区")
        page.get_by_role("option").filter(has_text="标题").first.click()
        expect(page.locator(".reading")).to_be_visible()


def test_a_range_of_years_is_dragged(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(f"/search?q={quote('园区')}")
        columns = page.locator(".histogram a")
        boxes = [columns.nth(n).bounding_box() for n in (1, 3)]
        assert boxes[0] and boxes[1]
        years = [columns.nth(n).get_attribute("data-year") for n in (1, 3)]
        page.mouse.move(boxes[0]["x"] + 2, boxes[0]["y"] + 5)
        page.mouse.down()
        page.mouse.move(boxes[1]["x"] + 2, boxes[1]["y"] + 5, steps=5)
        page.mouse.up()
        page.wait_for_url(f"**year={years[0]}-{years[1]}*")
        expect(page.locator(".histogram .on")).to_have_count(3)
        page.go_back()
        expect(page.locator(".histogram .on")).to_have_count(0)


def test_the_density_is_remembered(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(f"/search?q={quote('园区')}")
        tall = page.locator(".hits").bounding_box()
        page.get_by_role("button", name="密").click()
        page.reload()
        small = page.locator(".hits").bounding_box()
        assert tall and small and small["height"] < tall["height"]
        expect(page.get_by_role("button", name="密")).to_have_attribute("aria-pressed", "true")


def test_the_search_page_is_light_and_does_not_jump(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(f"/search?q={quote('园区')}&size=50", wait_until="load")
        assert page.evaluate(WEIGHT) < BUDGET
        assert page.evaluate(SHIFTS) < 0.01


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_figures_can_be_used_by_all(
    browser: Browser, address: str, name: str, size: object, scheme: str
) -> None:
    with visitor(browser, address, viewport=size, color_scheme=scheme) as page:
        page.goto(PAGES[name])
        found = Axe().run(page).response["violations"]
        assert not [(f["id"], [n["html"][:120] for n in f["nodes"][:3]]) for f in found if f["impact"] in SERIOUS]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling"


def test_back_and_forward_bring_back_what_was_folded_and_the_place_on_the_page(browser: Browser, address: str) -> None:
    with visitor(browser, address, viewport={"width": 1280, "height": 500}) as page:
        page.goto("/search?sort=newest&size=50")
        page.locator(".facet > summary", has_text="年份").click()
        page.locator(".by-region .more > summary").click()
        page.locator(".hit").nth(20).scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        page.locator(".hit").nth(20).get_by_role("link").first.click()
        page.wait_for_url("**/documents/**")
        page.go_back()
        expect(page.locator(".facet", has_text="年份")).not_to_have_attribute("open", "")
        expect(page.locator(".by-region .more")).to_have_attribute("open", "")
        page.wait_for_function("at => Math.abs(scrollY - at) < 200", arg=before)
        assert page.url.endswith("/search?sort=newest&size=50")
        page.go_forward()
        page.wait_for_url("**/documents/**")


def test_saved_searches_are_put_in_order_by_keyboard(browser: Browser, address: str, web: object) -> None:
    with visitor(browser, address, java_script_enabled=False) as page:
        for name in ("甲", "乙", "丙"):
            page.goto("/search?q=" + quote(name))
            page.locator("summary", has_text="保存检索").click()
            page.get_by_label("名称").fill(name)
            page.get_by_role("button", name="保存", exact=True).click()
        before = page.locator(".saved h3").all_text_contents()
        down = page.get_by_role("button", name=f"下移 {before[0]}")
        down.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".saved h3").nth(1)).to_have_text(before[0])
        expect(page.get_by_role("button", name=f"下移 {before[0]}")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".saved h3").nth(2)).to_have_text(before[0])
