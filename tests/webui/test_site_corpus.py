"""The page on what is in the collection: figures that agree with searches, gaps, runs, versions."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine import Settings, ledger_path
from indexer.ledger import Ledger
from tests.webui.reading import number, page, text
from tests.webui.site_articles import articles

ARTICLES = list(articles())
YEARS = Counter(article.year for article in ARTICLES if article.year)


def test_years_are_counted_and_gaps_are_shown(web: FlaskClient) -> None:
    soup = page(web.get("/corpus"))
    columns = soup.select(".columns-chart li")
    shown = {
        text(column.select_one(".column-label")): number(text(column.select_one(".column-count"))) for column in columns
    }
    assert [int(year) for year in shown] == list(range(min(YEARS), max(YEARS) + 1))
    assert {int(year): count for year, count in shown.items() if count} == dict(YEARS)
    gaps = {text(column.select_one(".column-label")) for column in soup.select(".columns-chart .gap")}
    assert gaps == {year for year, count in shown.items() if not count}


def test_every_figure_leads_to_the_documents_it_counts(web: FlaskClient) -> None:
    soup = page(web.get("/corpus"))
    links = soup.select(".columns-chart li:not(.gap) a, .coverage td a, .corpus-lists a, .coverage th a")
    assert len(links) > 30
    for link in links:
        parent = link.find_parent("tr")
        if link.select_one(".column-count, .row-count"):
            count = number(text(link.select_one(".column-count, .row-count")))
        else:
            assert parent is not None
            count = number(text(parent.select_one("td.num") if link.find_parent("th") else link))
        found = page(web.get(str(link["href"])))
        assert number(text(found.select_one(".total strong"))) == count, link


def test_the_share_of_a_fact_is_the_share_of_documents_that_have_it(web: FlaskClient) -> None:
    soup = page(web.get("/corpus"))
    rows = soup.select("#known ~ ol .row")
    shares = {text(row.select_one(".row-label")): text(row.select_one(".row-count")) for row in rows}
    dated = sum(1 for article in ARTICLES if article.published) / len(ARTICLES)
    assert float(shares["发布日期"].rstrip("%")) == pytest.approx(100 * dated, abs=0.06)


def test_the_last_runs_tell_what_was_left_out(web: FlaskClient, site_settings: Settings) -> None:
    assert "没有账本" in page(web.get("/corpus")).get_text()
    place = ledger_path(site_settings)
    with Ledger(place) as ledger:
        ledger.enter("pages/a.html", "indexed", "1")
        ledger.enter("pages/<list>.html", "skipped", reason="list page: 30 links")
    try:
        soup = page(web.get("/corpus"))
        run = text(soup.select_one(".runs li p"))
        assert "读入 2 页" in run and "跳过 1" in run
        row = [text(cell) for cell in soup.select(".runs tbody td")]
        assert row == ["列表页", "1", "pages/<list>.html"]
    finally:
        place.unlink()


def test_versions_are_told(web: FlaskClient) -> None:
    versions = text(page(web.get("/corpus")).select_one(".versions"))
    assert re.search(r"3-[0-9a-f]{8}", versions)
    assert "口号" in versions


def test_it_is_linked_from_every_page(web: FlaskClient, app: Flask) -> None:
    for path in ("/", "/help", "/links", "/search?q=园区"):
        assert page(web.get(path)).select_one('.top-nav a[href="/corpus"]')
