"""The whole way as a person goes it: demo, search, facet, document, save; and the saved link after a restart of all."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from engine import EngineUnavailable, LocalNode, load_settings

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "samples" / "gov", ROOT / "samples" / "text"]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.fixture
def home() -> Iterator[Path]:
    """A home folder that the node's user can enter; its node is stopped at the end."""
    folder = Path(tempfile.mkdtemp(prefix="parknews-way-"))
    folder.chmod(0o755)
    yield folder
    LocalNode(load_settings(home=folder)).stop()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(home: Path, *command: str) -> Iterator[str]:
    """A `parknews` process that serves the site; its address. Ended as Ctrl-C ends it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("ELASTICSEARCH_", "PARKNEWS_"))}
    environment |= {"PARKNEWS_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "parknews.py"), *command, "--port", "0"],
        env=environment,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    said: list[str] = []
    try:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line)
            if found := ADDRESS.search(line) if "检索页面" in line else None:
                yield found[0]
                break
        else:
            pytest.fail("the site did not start: " + "".join(said))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def test_from_a_folder_of_pages_to_a_saved_link_that_survives_a_restart(home: Path, browser: Browser) -> None:
    node = LocalNode(load_settings(home=home))
    try:
        node.start()
    except EngineUnavailable as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(error.message)
    page = browser.new_page()
    with running(home, "demo", *map(str, PAGES)) as site:
        page.goto(site)
        page.get_by_label("检索词", exact=True).fill('"三抓三促"')
        page.get_by_label("检索词", exact=True).press("Enter")
        first = page.locator("article").first
        expect(first).to_contain_text("天水")
        page.get_by_text("甘肃省", exact=True).first.click()
        expect(page).to_have_url(re.compile("region="))
        page.locator("article a").first.click()
        expect(page.locator("mark").first).to_have_text("三抓三促")
        page.go_back()
        page.get_by_text("保存检索").first.click()
        page.get_by_label("名称").fill("甘肃的三抓三促")
        page.get_by_role("button", name="保存").first.click()
        page.goto(f"{site}/links")
        link = page.get_by_role("link", name="甘肃的三抓三促", exact=True).get_attribute("href")
        assert link is not None and link.startswith("/s/")
    assert node.stop()
    with running(home, "serve") as site:
        page.goto(site + link)
        expect(page.get_by_label("检索词", exact=True)).to_have_value('"三抓三促"')
        expect(page.locator("article").first).to_contain_text("天水")
    page.close()
