"""The first run in a real browser: three lines, files and folders dropped or chosen, progress, the ledger, a search."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from elasticsearch import Elasticsearch
from playwright.sync_api import Browser, Page, expect

import indexer
from engine import Settings
from search import Searcher
from tests.webui.test_browser import NARROW, SERIOUS, WIDE, serving, visitor
from webui import create_app

pytestmark = pytest.mark.browser

LINES = (
    "{place}工业园区三抓三促行动推进会召开\n来源：{place}日报  2023-09-05\n"
    "9月5日，{place}工业园区召开三抓三促行动推进会，部署下一步的招商引资工作。\n会议要求各部门抓好落实，按月销号。\n"
)
PLACES = ("平凉", "酒泉", "兰州")
DONE = 60_000  # milliseconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pages, one of them a folder deeper, and something that is no page."""
    top = tmp_path / "网页"
    (top / "下级").mkdir(parents=True)
    for number, place in enumerate(PLACES):
        file = top / ("下级" if number else "") / f"{place}.txt"
        file.write_text(LINES.format(place=place), encoding="utf-8")
    (top / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return top


@pytest.fixture
def address(engine_settings: Settings, client: Elasticsearch, tmp_path: Path) -> Iterator[str]:
    """A site with nothing in it, on this machine."""
    name = f"{engine_settings.collection}-first-{secrets.token_hex(2)}"
    settings = engine_settings.model_copy(update={"collection": name, "home": tmp_path / "home"})

    def index(paths: Sequence[Path], ledger: Path) -> None:
        indexer.index_paths(client, settings, paths, report=ledger, jobs=1)

    with serving(create_app(Searcher(client, settings), settings, index)) as found:
        yield found
    for made in client.indices.get(index=f"parknews-{name}-*"):
        client.indices.delete(index=made)


def drop_from_disk(page: Page, folder: Path) -> None:
    """What happens when a person drags a folder from the desktop onto the page."""
    box = page.locator("[data-drop]").bounding_box()
    assert box is not None
    files = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        there = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 40, "data": files}
        session.send("Input.dispatchDragEvent", {"type": step, **there})


def drop_from_a_script(page: Page, folder: Path) -> None:
    """Files that another page or a program hands over: they have no place on a disk."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")}
    page.evaluate(
        """(texts) => {
          const data = new DataTransfer();
          for (const [name, text] of Object.entries(texts)) data.items.add(new File([text], name));
          const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
          document.querySelector('[data-drop]').dispatchEvent(drop);
        }""",
        texts,
    )


def choose_folder(page: Page, folder: Path) -> None:
    page.locator("input[webkitdirectory]").set_input_files(folder)


@pytest.mark.parametrize("give", [drop_from_disk, drop_from_a_script, choose_folder])
def test_files_are_indexed_while_one_watches_and_then_found(
    browser: Browser, address: str, folder: Path, give: Callable[[Page, Path], None]
) -> None:
    with visitor(browser, address) as page:
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_have_text("文库里还没有文档")
        give(page, folder)
        page.wait_for_url("**/intake/*")
        expect(page.get_by_role("heading", level=1)).to_have_text("入库完成", timeout=DONE)
        expect(page.locator("main")).to_contain_text("入库 3")
        if give is not drop_from_a_script:
            expect(page.locator(".plain-table")).to_contain_text("picture.png")
        page.get_by_role("link", name="开始检索").click()
        page.get_by_label("检索词", exact=True).fill("三抓三促")
        page.get_by_role("button", name="检索", exact=True).click()
        expect(page.locator(".hit")).to_have_count(3)


def test_files_are_taken_without_scripts(browser: Browser, address: str, folder: Path) -> None:
    with visitor(browser, address, java_script_enabled=False) as page:
        page.goto("/")
        page.locator("input[type=file]:not([webkitdirectory])").set_input_files(list(folder.rglob("*.txt")))
        page.get_by_role("button", name="入库").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("入库完成", timeout=DONE)
        expect(page.locator("main")).to_contain_text("入库 3")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_first_page_says_what_to_do_in_three_lines(
    browser: Browser, address: str, viewport: dict[str, int]
) -> None:
    with visitor(browser, address, viewport=viewport, bypass_csp=True) as page:
        page.goto("/")
        expect(page.locator(".first ol > li")).to_have_count(3)
        expect(page.locator(".drop-title")).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        found = Axe().run(page).response["violations"]
    assert not [v["id"] for v in found if v["impact"] in SERIOUS]
