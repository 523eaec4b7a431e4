"""The page of a document in a real browser: evidence, hits, keys, copying, print; with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.webui import reading_site
from tests.webui.test_browser import NARROW, SERIOUS, WIDE, serving, visitor

pytestmark = pytest.mark.browser

REPORT = f"/documents/{reading_site.REPORT}"
DAMAGED = f"/documents/{reading_site.DAMAGED}"
PAGES = {
    "report": f"{REPORT}?q={quote('三抓三促')}",
    "damaged": DAMAGED,
    "original": f"{DAMAGED}/original",
    "copies": "/documents/copy-2",
    "differences": "/documents/copy-2/compare/copy-3",
    "plain": f"/documents/{reading_site.PLAIN}-3?q={quote('招商引资')}&kind={quote('新闻')}&sort=oldest",
}


@pytest.fixture(scope="module")
def address(reading_app: Flask) -> Iterator[str]:
    with serving(reading_app) as found:
        yield found


def lit(page: Page) -> list[str]:
    """The words that are lit up in the text."""
    return page.locator(".reading .lit").all_text_contents()


def scrolled(page: Page) -> int:
    return int(page.evaluate("Math.round(scrollY)"))


def test_evidence_lights_up_under_the_pointer(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(REPORT)
        page.locator("#park-1 .why a").hover()
        assert lit(page) == ["平凉工业园区"]
        page.locator("#industry-1 .value").hover()  # the fact itself: all that speaks for it
        assert lit(page) == ["光伏", "储能"]
        page.mouse.move(5, 5)
        assert lit(page) == []


def test_what_lights_up_out_of_sight_is_brought_into_sight(browser: Browser, address: str) -> None:
    with visitor(browser, address, reduced_motion="reduce") as page:
        page.goto(REPORT)
        last = page.locator("#slogan-1 .why a").nth(1)
        last.hover()
        expect(page.locator(".ev.lit")).to_be_in_viewport()
        expect(page.locator(".ev.lit")).to_have_text("三抓三促")
        assert scrolled(page) > 300
        page.wait_for_timeout(400)  # the page went by under a pointer that rests: nothing else may light up
        expect(last).to_be_in_viewport()
        assert lit(page) == ["三抓三促"]


def test_a_pointer_that_only_passes_does_not_move_the_text(browser: Browser, address: str) -> None:
    with visitor(browser, address, reduced_motion="reduce") as page:
        page.goto(REPORT)
        page.locator("#slogan-1 .why a").nth(1).hover()
        page.mouse.move(5, 5)
        page.wait_for_timeout(500)
        assert scrolled(page) == 0


def test_evidence_lights_up_by_keyboard(browser: Browser, address: str) -> None:
    with visitor(browser, address, reduced_motion="reduce") as page:
        page.goto(REPORT)
        page.locator("#industry-1 a.value").focus()
        page.keyboard.press("Tab")
        assert lit(page) == ["光伏"]
        page.keyboard.press("Tab")
        assert lit(page) == ["储能"]
        expect(page.locator(".ev.lit")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator(".ev:target")).to_have_text("储能")
        page.locator(".ev:target + .ev-back").click()
        assert page.url.endswith("#industry-1")


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_evidence_is_reached_without_scripts(browser: Browser, address: str, window: Any) -> None:
    with visitor(browser, address, java_script_enabled=False, viewport=window) as page:
        page.goto(REPORT)
        page.locator("#industry-1 .why a", has_text="储能").click()
        target = page.locator(".ev:target")
        expect(target).to_have_text("储能")
        expect(target).to_be_in_viewport()
        assert target.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
        page.get_by_role("link", name="回到事实").click()
        expect(page.locator("#industry-1")).to_be_in_viewport()


def test_evidence_from_a_removed_line_is_shown_there(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(REPORT)
        page.locator(".removed", has_text="来源与日期行").locator("summary").click()  # closed by the reader
        page.locator("#published-1 .why a").click()
        line = page.locator(".removed li:target")
        expect(line).to_contain_text("发布日期：2024-03-05")
        expect(line).to_be_in_viewport()


def test_hits_and_evidence_share_the_page(browser: Browser, address: str) -> None:
    with visitor(browser, address, reduced_motion="reduce") as page:
        page.goto(PAGES["report"])
        for n in (1, 2, 3):
            page.keyboard.press("n")
            expect(page.locator("[data-hop-at]")).to_have_text(f"{n} / 3")
            expect(page.locator(f"#hit-{n}")).to_be_in_viewport()
        page.keyboard.press("p")
        expect(page.locator("[data-hop-at]")).to_have_text("2 / 3")
        page.locator(".hit-map a").nth(0).click(force=True)
        expect(page.locator("[data-hop-at]")).to_have_text("1 / 3")


def test_j_and_k_go_through_the_list(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(PAGES["plain"])
        for key, title in (("j", "第4期"), ("k", "第3期"), ("k", "第2期")):
            page.keyboard.press(key)
            expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        page.locator("#q").focus()
        page.keyboard.type("jk")
        expect(page.get_by_role("heading", level=1)).to_contain_text("第2期")


def test_the_outline_follows_the_reader(browser: Browser, address: str) -> None:
    with visitor(browser, address, reduced_motion="reduce") as page:
        page.goto(REPORT)
        expect(page.locator(".outline a[aria-current]")).to_have_count(0)
        page.get_by_role("navigation", name="目录").get_by_role("link", name="四、下一步打算").click()
        expect(page.locator("h2:target")).to_be_in_viewport()
        expect(page.locator(".outline a[aria-current]")).to_have_text("四、下一步打算")


def test_the_outline_folds_on_a_narrow_window(browser: Browser, address: str) -> None:
    with visitor(browser, address, java_script_enabled=False, viewport=NARROW) as page:
        page.goto(REPORT)
        expect(page.get_by_role("navigation", name="目录")).to_be_hidden()
        page.locator("summary", has_text="目录").click()
        page.locator(".outline-narrow a", has_text="三、存在问题").click()
        expect(page.locator("h2:target")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("name", "button", "beginning"),
    [
        ("gbt7714", "复制 GB/T 7714", "李晓梅. 平凉"),
        ("bibtex", "复制 BibTeX", "@misc{"),
        ("ris", "复制 RIS", "TY  - RPRT"),
    ],
)
def test_references_are_copied(browser: Browser, address: str, name: str, button: str, beginning: str) -> None:
    with visitor(browser, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(REPORT)
        for summary in page.locator(".cite-more > summary").all():
            summary.click()
        page.get_by_role("button", name=button).click()
        expect(page.locator(f"[data-copy-text='cite-{name}'] span").first).to_have_text("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(beginning)
        assert copied.split() == (page.locator(f"#cite-{name}").text_content() or "").split()


def test_the_reference_is_downloaded(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(REPORT)
        with page.expect_download() as download:
            page.get_by_role("link", name="下载 GB/T 7714").click()
        assert download.value.suggested_filename == "parknews-report.txt"


def test_on_paper_the_text_stands_alone_with_its_source(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(PAGES["report"])
        source = page.locator(".print-only")
        expect(source).to_be_hidden()
        page.emulate_media(media="print")
        expect(source).to_contain_text("李晓梅. 平凉工业园区2024年“三抓三促”工作报告")
        expect(source).to_contain_text(f"{address}{REPORT}")
        expect(page.locator(".body .data")).to_be_visible()
        for shut in (".top", ".doc-bar", ".facts", ".after", ".foot", ".outline-narrow"):
            expect(page.locator(shut)).to_be_hidden()
        mark = page.locator(".body mark").first
        assert mark.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
        assert page.pdf().startswith(b"%PDF")


def test_lines_have_about_forty_characters(browser: Browser, address: str) -> None:
    with visitor(browser, address) as page:
        page.goto(REPORT)
        body = page.locator(".body")
        size = float(body.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
        box = body.bounding_box()
        assert box is not None and 38 <= box["width"] / size <= 42
        assert float(body.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")) / size >= 1.7


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_scrolls_sideways(browser: Browser, address: str, name: str, width: int) -> None:
    with visitor(browser, address, viewport={"width": width, "height": 800}) as page:
        page.goto(PAGES[name])
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "window"), [("light", WIDE), ("dark", WIDE), ("light", NARROW)])
def test_no_serious_barrier(browser: Browser, address: str, name: str, scheme: Any, window: Any) -> None:
    with visitor(browser, address, color_scheme=scheme, viewport=window, bypass_csp=True) as page:
        page.goto(PAGES[name])
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")
        if page.locator("#slogan-1 .why a").count():
            page.locator("#slogan-1 .why a").first.hover()
        found = Axe().run(page).response["violations"]
    serious = [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found if v["impact"] in SERIOUS]
    assert not serious


@pytest.mark.parametrize("name", ["report", "damaged", "plain"])
def test_the_page_is_small_and_does_not_jump(browser: Browser, address: str, name: str) -> None:
    sizes: list[int] = []
    with visitor(browser, address) as page:
        page.on("response", lambda response: sizes.append(len(response.body())))
        page.goto(PAGES[name], wait_until="networkidle")
        shift = page.evaluate(
            """() => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
                    .observe({type: "layout-shift", buffered: true});
                setTimeout(() => done(sum), 300);
            })"""
        )
    assert sum(sizes) < 100_000, sizes
    assert shift < 0.01
