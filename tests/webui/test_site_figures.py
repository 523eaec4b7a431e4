"""Trend, map and companions of a search: figures that agree with the search, and addresses that stay."""

from __future__ import annotations

import csv
import io
from urllib.parse import quote

import pytest
from bs4 import Tag
from flask.testing import FlaskClient

from tests.webui.reading import href, number, page, search, text
from webui.tilemap import COLUMNS, PLACES, ROWS

QUERY = "三抓三促"


def total(web: FlaskClient, address: str) -> int:
    return number(text(page(web.get(address, follow_redirects=True)).select_one(".total strong")))


def test_every_view_leads_to_the_others_with_the_same_question(web: FlaskClient) -> None:
    soup = search(web, QUERY, region="甘肃省", kind="新闻", sort="newest")
    for name in ("趋势", "地图", "口号与词", "词语上下文"):
        [link] = [a for a in soup.select(".views a") if text(a) == name]
        other = page(web.get(str(link["href"]), follow_redirects=True))
        assert text(other.select_one(".views a[aria-current]")) == name
        chips = [text(chip) for chip in other.select(".chips .chip")]
        assert any("甘肃省" in chip for chip in chips) and any("新闻" in chip for chip in chips)
        back = href(other, ".views a")
        assert "region=" in back and "kind=" in back


def test_the_bars_of_a_trend_lead_to_what_they_count(web: FlaskClient) -> None:
    soup = page(web.get(f"/trend?q={quote(QUERY)}&measure=count"))
    rows = soup.select(".figures-table tbody tr")
    bars = soup.select(".columns-chart a")
    assert len(rows) == len(bars) > 1
    counted = 0
    for row, bar in zip(rows, bars, strict=True):
        shown = text(row.select_one("td"))
        if shown == "—":
            assert "没有收集" in str(bar["aria-label"])
            continue
        counted += number(shown)
        assert total(web, str(bar["href"])) == number(shown)
    assert counted <= total(web, f"/search?q={quote(QUERY)}&match=phrase")


def test_words_are_compared_and_taken_out_again(web: FlaskClient) -> None:
    soup = page(web.get(f"/trend?q={quote(QUERY)}&also={quote('招商引资')}"))
    assert [text(a) for a in soup.select(".legend li > a[lang]")] == [QUERY, "招商引资"]
    assert [input_["value"] for input_ in soup.select(".compare input[name=also][type=hidden]")] == ["招商引资"]
    alone = page(web.get(href(soup, ".legend-off")))
    assert [text(a) for a in alone.select(".legend li > a[lang]")] == [QUERY]
    response = web.get(href(soup, ".tools-end a"))
    assert response.mimetype == "text/csv"
    rows = list(csv.DictReader(io.StringIO(response.get_data().decode("utf-8-sig"))))
    assert {row["query"] for row in rows} == {QUERY, "招商引资"}


def test_months_and_measures_are_chosen(web: FlaskClient) -> None:
    soup = page(web.get(f"/trend?q={quote(QUERY)}&by=month&measure=count"))
    assert {text(a) for a in soup.select(".switch [aria-current=true]")} == {"按月", "篇数"}
    assert all(len(text(th)) == 7 for th in soup.select(".figures-table tbody th"))
    assert page(web.get(f"/trend?q={quote(QUERY)}&by=day"), 400)


def test_a_trend_without_words_says_what_to_do(web: FlaskClient) -> None:
    assert "写一个词" in text(page(web.get("/trend")).select_one(".empty"))
    assert "写一个词" in text(page(web.get("/companions")).select_one(".empty"))
    page(web.get(f"/trend?q={quote('地区:')}"), 400)


@pytest.mark.parametrize("state", [f"q={quote(QUERY)}", "", f"q={quote(QUERY)}&kind={quote('新闻')}"])
def test_the_map_and_its_table_count_what_a_search_counts(web: FlaskClient, state: str) -> None:
    soup = page(web.get(f"/places?{state}&measure=count".replace("?&", "?")))
    rows = [row for row in soup.select("tbody tr") if number(text(row.select_one("td")))]
    assert len(rows) > 3
    for row in rows:
        assert total(web, href(row, "th a")) == number(text(row.select_one("td")))
    tiles = {str(a["aria-label"]).split()[0]: a for a in soup.select(".map a")}
    assert set(tiles) == set(PLACES)
    for row in rows:
        place = text(row.th)
        if place in tiles:
            assert number(text(tiles[place].select_one(".tile-count"))) == number(text(row.select_one("td")))


def test_the_first_document_of_a_place_is_shown(web: FlaskClient) -> None:
    soup = page(web.get(f"/places?q={quote(QUERY)}"))
    [row] = [row for row in soup.select("tbody tr") if text(row.th) == "甘肃省"]
    first = row.select("td")[2]
    oldest = search(web, QUERY, region="甘肃省", sort="oldest", match="phrase")
    assert isinstance(first, Tag)
    assert href(first, "a").partition("?")[0] == href(oldest, ".hit h2 a").partition("?")[0]
    cities = page(web.get(f"/places?q={quote(QUERY)}&level=city"))
    assert not cities.select(".map")
    assert any("›" in text(th) for th in cities.select("tbody th"))


def test_no_two_provinces_lie_on_one_another() -> None:
    assert len(set(PLACES.values())) == len(PLACES) == 34
    assert all(0 <= column < COLUMNS and 0 <= row < ROWS for column, row in PLACES.values())


def test_companions_are_given_with_their_counts(web: FlaskClient) -> None:
    soup = page(web.get(f"/companions?q={quote('招商引资')}"))
    rows = soup.select("#slogans ~ .scroll tbody tr, #words ~ .scroll tbody tr")
    assert rows
    for row in rows:
        found, base = (number(text(cell)) for cell in row.select("td")[:2])
        assert 0 < found <= base
    slogan = soup.select_one("#slogans ~ .scroll tbody tr")
    if slogan is not None:
        assert total(web, href(slogan, "a")) == number(text(slogan.select_one("td")))


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("/trend?measure=share&by=year&q=a", "/trend?q=a"),
        ("/trend?also=b&q=a&also=b&page=3", "/trend?q=a&also=b"),
        ("/places?level=province&q=a&size=50", "/places?q=a"),
        ("/companions?q=a&sort=newest", "/companions?q=a"),
    ],
)
def test_one_address_for_one_view(web: FlaskClient, given: str, canonical: str) -> None:
    response = web.get(given)
    assert (response.status_code, response.location) == (302, canonical)
    page(web.get(canonical))
