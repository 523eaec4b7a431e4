"""The front page and the search page, over a real Elasticsearch."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from elasticsearch import Elasticsearch
from flask.testing import FlaskClient

from engine import Settings
from search import Searcher
from tests.webui.reading import href, page, row, search, text, titles
from tests.webui.site_articles import LONG_TITLE, PLACES, SCRIPT, articles
from webui import create_app

SEARCHED = "三抓三促"


def params(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_front_page_shows_the_collection_and_leads_to_searches(web: FlaskClient) -> None:
    soup = page(web.get("/"))
    assert str(len(articles())) in text(soup.h1)
    assert len(titles(soup)) == 10
    slogan = next(a for a in soup.select(".browse .row") if SEARCHED in a.get_text())
    assert params(str(slogan["href"])) == {"slogan": [SEARCHED]}
    examples = [str(a["href"]) for a in soup.select(".examples a")]
    assert len(examples) == 3
    assert all(titles(page(web.get(e))) for e in examples), "an example finds something in this collection"


def test_search_from_the_front_page_goes_to_the_search_page(web: FlaskClient) -> None:
    response = web.get("/?" + urlencode({"q": SEARCHED, "_scheme": "x"}))
    assert response.status_code == 302
    assert response.location.startswith("/search?q=")


def test_hits_are_marked_and_counted(web: FlaskClient) -> None:
    soup = search(web, SEARCHED, expand=0)
    assert "11 篇" in text(soup.select_one(".total"))
    assert "含全部词 11 篇" in text(soup.select_one(".breakdown"))
    assert "原文连写 11 篇" in text(soup.select_one(".breakdown"))
    assert {m.get_text() for m in soup.select(".hit mark")} == {SEARCHED}
    assert {text(m) for m in soup.select(".matched")} == {"原文连写"}


def test_the_title_says_what_was_asked(web: FlaskClient) -> None:
    assert SEARCHED in text(search(web, SEARCHED).title)


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("sort=relevance&size=20&page=1&q=%E4%BA%94", "/search?q=%E4%BA%94"),
        ("year=2023&q=%E4%BA%94&nothing=1", "/search?q=%E4%BA%94&year=2023"),
        ("q=&region=", "/search"),
        ("page=-1&link=a%26b", "/search?link=a%26b"),
        ("page=-1", "/search"),
        ("from=2023&to=2020", "/search?from=2020&to=2023"),
        ("from=2022-09&to=", "/search?from=2022-09"),
        ("to=2021-05-06&q=a", "/search?q=a&to=2021-05-06"),
    ],
)
def test_every_way_to_write_a_search_leads_to_one_address(web: FlaskClient, given: str, canonical: str) -> None:
    response = web.get(f"/search?{given}")
    assert (response.status_code, response.location) == (302, canonical)
    assert web.get(canonical).status_code == 200


def test_a_facet_value_narrows_and_its_chip_widens_again(web: FlaskClient) -> None:
    soup = search(web, SEARCHED)
    found = row(soup, "region", "四川省")
    assert text(found.select_one(".row-count")) == "1"
    narrowed = page(web.get(str(found["href"])))
    assert titles(narrowed) == ["广安经开区：以“三抓三促”推动项目建设提速"]
    assert row(narrowed, "region", "四川省")["aria-current"] == "true"
    assert text(row(narrowed, "region", "甘肃省").select_one(".row-count")) == "3", "counts ignore the own selection"
    assert len(titles(page(web.get(href(narrowed, ".chip"))))) == 11


def test_several_values_of_a_facet_add_up(web: FlaskClient) -> None:
    soup = search(web, SEARCHED, region=["四川省", "江苏省"])
    assert len(titles(soup)) == 2
    assert len(soup.select(".chip")) == 2
    assert params(href(soup, ".chip-clear")) == {"q": [SEARCHED]}


def test_regions_are_a_tree_in_which_a_place_replaces_those_above_and_below(web: FlaskClient) -> None:
    soup = search(web, SEARCHED, region="甘肃省")
    city = row(soup, "region", "平凉市")
    assert text(city.select_one(".row-count")) == "2"
    assert params(str(city["href"]))["region"] == ["甘肃省/平凉市"]
    below = page(web.get(str(city["href"])))
    assert len(titles(below)) == 2
    assert params(str(row(below, "region", "甘肃省")["href"]))["region"] == ["甘肃省"]


def test_unknown_is_a_value(web: FlaskClient) -> None:
    soup = page(web.get(str(row(search(web), "kind", "未知")["href"])))
    assert set(titles(soup)) == {"（无标题）", f"招商快讯 {SCRIPT}"}


def test_years_newest_first_with_unknown_last_and_a_range_that_can_be_taken_back(web: FlaskClient) -> None:
    soup = search(web, "", year="2020-2022")
    labels = [next(iter(r.stripped_strings)) for r in soup.select(".by-year > .rows .row-label")]
    years = [label for label in labels if label.isdigit()]
    assert labels[0] == "2020-2022" and labels[-1] == "未知"
    assert years == sorted(years, reverse=True)
    assert row(soup, "year", "2021")["aria-current"] == "true"
    assert "aria-current" not in row(soup, "year", "2023").attrs
    assert "year" not in params(str(row(soup, "year", "2021")["href"]))


def test_order_size_and_pages(web: FlaskClient) -> None:
    soup = search(web, "", sort="oldest", size=10)
    dates = [str(t["datetime"]) for t in soup.select(".hit time")]
    assert dates == sorted(dates) and len(dates) == 10
    assert text(soup.select_one(".paging [aria-current]")) == "1"
    following = page(web.get(href(soup, ".paging [rel=next]")))
    assert text(following.select_one(".paging [aria-current]")) == "2"
    assert not set(titles(soup)) & set(titles(following))
    assert soup.select_one(".switch [aria-current]") is not None


def test_pages_add_up_to_all_documents(web: FlaskClient) -> None:
    shown = [t for number in range(1, 6) for t in titles(search(web, "", size=10, page=number, sort="newest"))]
    assert sorted(shown) == sorted(a.title or "（无标题）" for a in articles())


def test_nothing_found_says_what_to_loosen(web: FlaskClient) -> None:
    soup = search(web, f'"{SEARCHED}"', region="四川省", kind="报告")
    ways = {text(li.a): (text(li.select_one(".row-count")), href(li, "a")) for li in soup.select(".ways li")}
    assert set(ways) == {"不限地区“四川省”", "不限类型“报告”"} or "不限类型“报告”" in ways
    count, address = ways["不限类型“报告”"]
    assert count == "1 篇"
    assert len(titles(page(web.get(address)))) == 1


def test_nothing_found_offers_to_drop_a_word_or_the_quotes(web: FlaskClient) -> None:
    soup = search(web, f'"{SEARCHED} 量子计算"')
    assert "去掉引号" in [text(a) for a in soup.select(".ways a")]
    soup = search(web, f"{SEARCHED} 冥王星轨道器", match="all")
    offered = {text(a) for a in soup.select(".ways a")}
    assert "去掉 冥王星轨道器" in offered and f"去掉 {SEARCHED}" not in offered


def test_a_search_that_nothing_helps_says_so(web: FlaskClient) -> None:
    soup = search(web, '"鹡鸰鹧鸪"')
    assert not soup.select(".ways li")
    assert "换一种说法" in text(soup.select_one(".empty"))


def test_the_json_link_is_the_same_search(web: FlaskClient) -> None:
    soup = search(web, SEARCHED, region="甘肃省")
    answer = web.get(href(soup, "link[type='application/json']")).get_json()
    assert [h["title"] for h in answer["hits"]] == titles(soup)


def test_a_long_title_is_shown_whole(web: FlaskClient) -> None:
    assert LONG_TITLE in titles(search(web, "", kind="公告"))


def test_script_in_query_and_documents_stays_text(web: FlaskClient) -> None:
    for address in (f"/search?{urlencode({'q': SCRIPT})}", "/search?" + urlencode({"q": "招商快讯"}), "/"):
        soup = page(web.get(address, follow_redirects=True))
        assert [s.get("src", "")[:15] for s in soup.select("script")] == ["/static/site.js"]
        assert soup.b is None
    assert f"招商快讯 {SCRIPT}" in titles(search(web, "招商快讯"))


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ({"q": "字" * 10_000}, 400),
        ({"q": "地区:"}, 400),
        ({"q": "年份:去年"}, 400),
        ({"year": "abc"}, 400),
        ({"sort": "best"}, 400),
        ({"q": '"没有配对'}, 200),
        ({"q": "((("}, 200),
        ({"q": "，。！？"}, 200),
        ({"q": "\x00\x01"}, 200),
        ({"q": "😀𠮷"}, 200),
        ({"page": "-1"}, 200),
        ({"page": "99999999999999999999"}, 200),
        ({"size": "7"}, 200),
        ({"region": "没有/这个/地方"}, 200),
        ({"link": "没有这个"}, 200),
        ({"q": "a" * 300 + " OR " * 50}, 200),
    ],
)
def test_odd_input_gets_a_message_or_a_sensible_reading(web: FlaskClient, state: dict[str, str], status: int) -> None:
    assert page(web.get(f"/search?{urlencode(state)}", follow_redirects=True), status).h1 is not None


def test_bytes_that_are_no_text_are_read_sensibly(web: FlaskClient) -> None:
    assert web.get("/search?q=%ff%fe", follow_redirects=True).status_code == 200


def test_every_place_of_the_collection_is_in_the_facet(web: FlaskClient) -> None:
    soup = search(web)
    listed = {next(iter(r.stripped_strings)) for r in soup.select(".by-region .row-label")}
    assert {province for province, *_ in PLACES} <= listed


def test_an_empty_collection_says_how_to_fill_it(client: Elasticsearch, collection_settings: Settings) -> None:
    empty = create_app(Searcher(client, collection_settings), collection_settings).test_client()
    for address in ("/", "/search", "/search?q=a"):
        soup = page(empty.get(address))
        assert f"parknews index folder/ --collection {collection_settings.collection}" in text(soup.select_one("main"))


def test_the_help_page_lists_the_query_language(web: FlaskClient) -> None:
    soup = page(web.get("/help"))
    examples = [str(a["href"]) for a in soup.select(".syntax-table a")]
    assert len(examples) > 10
    for address in examples:
        assert web.get(address, follow_redirects=True).status_code == 200
