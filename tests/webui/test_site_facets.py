"""Facets on the page: leaving values out, the two levels of industries, the years as a picture, long lists."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webui.reading import href, number, page, row, search, text


def total(soup: object) -> int:
    return number(text(soup.select_one(".total strong")))  # type: ignore[attr-defined]


def test_a_value_is_left_out_and_let_in_again(web: FlaskClient) -> None:
    everything = search(web, "园区")
    news = row(everything, "kind", "新闻")
    count = number(text(news.select_one(".row-count")))
    item = news.find_parent("li")
    assert item is not None
    without = page(web.get(href(item, ".row-out")))
    assert total(without) == total(everything) - count
    assert any("不含类型 新闻" in text(chip) for chip in without.select(".chips .chip"))
    out = row(without, "kind", "新闻")
    assert "out" in out["class"] and number(text(out.select_one(".row-count"))) == count
    assert total(page(web.get(str(out["href"])))) == total(everything)


def test_industries_lie_in_their_sectors(web: FlaskClient) -> None:
    soup = search(web, "园区")
    sectors = [r for r in soup.select(".by-industry > .rows > li")]
    assert sectors
    inside = soup.select(".by-industry .inside .row")
    assert inside
    for found in (soup.select_one(".by-industry > .rows > li > .row"), inside[0]):
        assert found is not None
        assert total(page(web.get(str(found["href"])))) == number(text(found.select_one(".row-count")))


def test_the_picture_of_the_years_counts_as_the_list(web: FlaskClient) -> None:
    soup = search(web, "园区")
    listed = {
        text(r.select_one(".row-label")): number(text(r.select_one(".row-count"))) for r in soup.select(".by-year .row")
    }
    drawn = {str(a["data-year"]): str(a["aria-label"]).split()[-1] for a in soup.select(".histogram a")}
    assert len(drawn) > 1
    for year, count in drawn.items():
        assert number(count) == listed[year] if count.isdigit() and year in listed else True
    first = soup.select_one(".histogram a")
    assert first is not None
    chosen = page(web.get(str(first["href"])))
    assert chosen.select_one(f".histogram .on a[data-year='{first['data-year']}']")


def test_dates_limit_a_search(web: FlaskClient) -> None:
    soup = search(web, "园区", **{"from": "2022-01", "to": "2022"})
    assert any("2022-01 – 2022" in text(chip) for chip in soup.select(".chips .chip"))
    assert total(soup) == total(search(web, "园区", year="2022"))
    assert total(page(web.get(href(soup, ".chip")))) == total(search(web, "园区"))
    page(web.get("/search?from=gestern"), 400)


def test_all_values_of_a_facet_are_listed_and_searched(web: FlaskClient) -> None:
    soup = page(web.get("/values?q=园区&facet=park"))
    rows = soup.select(".values .row")
    assert len(rows) > 5
    for found in rows[:5]:
        assert total(page(web.get(str(found["href"])))) == number(text(found.select_one(".row-count")))
    some = page(web.get("/values?q=园区&facet=park&contains=经开区"))
    names = [next(iter(r.stripped_strings)) for r in some.select(".values .row-label")]
    assert names and all("经开区" in name for name in names)
    assert "没有这样的值" in page(web.get("/values?facet=park&contains=xyz")).get_text()
    page(web.get("/values?facet=nonsense"), 400)


def test_the_places_inside_a_place_are_listed(web: FlaskClient) -> None:
    soup = page(web.get("/values?facet=region&inside=甘肃省"))
    names = [next(iter(r.stripped_strings)) for r in soup.select(".values .row-label")]
    assert {"平凉市", "兰州市"} <= set(names)
    page(web.get("/values?facet=region&inside=" + "长" * 200), 400)


def test_a_query_that_finds_nothing_is_mended(web: FlaskClient) -> None:
    soup = search(web, "三转三促")
    found = soup.select_one(".empty .ways a")
    assert text(found) == "三抓三促"
    assert total(page(web.get(href(soup, ".empty .ways a")))) > 0


def test_pages_go_out_compressed(web: FlaskClient) -> None:
    plain = web.get("/search?q=园区")
    small = web.get("/search?q=园区", headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.get_data()) < len(plain.get_data()) / 3
    assert "Accept-Encoding" in small.headers["Vary"]
