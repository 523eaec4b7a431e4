"""The page of words in context, its file, the chips of a slogan's wordings, and the offer beside an error."""

from __future__ import annotations

import csv
import io
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from tests.webui.reading import href, number, page, search, text, titles
from tests.webui.site_articles import SCRIPT

PHRASE = '"三抓三促"'
NAME, WORDING = "三抓三促", "抓学习促提升、抓执行促落实、抓效能促发展"


def address(query: str = PHRASE, /, **params: object) -> str:
    return f"/concordance?{urlencode([('q', query), *params.items()])}"


def test_the_search_page_leads_to_the_words_in_context_and_back(web: FlaskClient) -> None:
    found = search(web, PHRASE, kind="新闻", sort="oldest")
    soup = page(web.get(href(found, ".views a:not([aria-current])")))
    assert text(soup.select_one(".views [aria-current]")) == "词语上下文"
    assert {m.get_text() for m in soup.select(".kwic-hit")} == {NAME}
    assert titles(page(web.get(href(soup, ".views a")))) == titles(found)


def test_the_counts_are_those_of_the_list(web: FlaskClient) -> None:
    soup = page(web.get(address(size=200)))
    assert number(text(soup.select_one(".total strong"))) == len(soup.select(".kwic tbody tr"))
    documents = {str(a["href"]).partition("#")[0] for a in soup.select(".kwic-hit a")}
    assert number(text(soup.select_one(".breakdown"))) == len(documents) == 11


def test_each_line_opens_the_document_at_its_mark(web: FlaskClient) -> None:
    for link in page(web.get(address(size=200))).select(".kwic tbody tr"):
        opened, _, anchor = href(link, ".kwic-hit a").partition("#")
        mark = page(web.get(opened)).select_one(f"mark#{anchor}")
        assert mark is not None and mark.get_text() == NAME
        right = text(link.select_one(".kwic-right"))
        following = "".join(str(s) for s in mark.find_all_next(string=True))
        assert right[:5].replace(" ", "") in "".join(following.split())


def test_dates_and_places_have_columns(web: FlaskClient) -> None:
    soup = page(web.get(address(order="oldest")))
    assert [text(th) for th in soup.select(".kwic th")] == ["左边", "词语", "右边", "日期", "地区"]
    dates = [str(t["datetime"]) for t in soup.select(".kwic-date time")]
    assert dates == sorted(dates) and dates
    assert "平凉市" in {text(td) for td in soup.select(".kwic-place")}


def test_every_way_to_show_the_lines_keeps_the_question(web: FlaskClient) -> None:
    soup = page(web.get(address(kind="新闻", order="left", width=15)))
    for link in soup.select(".tools .switch a, .chip"):
        shown = page(web.get(str(link["href"])))
        assert PHRASE in text(shown.h1)
    assert {str(a["href"]) for a in soup.select(".tools .switch a[aria-current]")} >= {
        address(kind="新闻", order="left", width=15)
    }


@pytest.mark.parametrize("size", [20])
def test_pages(web: FlaskClient, size: int) -> None:
    first = page(web.get(address("园区", size=size)))
    following = page(web.get(href(first, ".paging [rel=next]")))
    assert text(following.select_one(".paging [aria-current]")) == "2"
    shown = [str(a["href"]) for soup in (first, following) for a in soup.select(".kwic-hit a")]
    assert len(shown) == len(set(shown)) > size


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("order=right&q=%E4%BA%94&page=1", "/concordance?q=%E4%BA%94"),
        ("width=60&kind=a&q=%E4%BA%94&x=1", "/concordance?q=%E4%BA%94&kind=a&width=60"),
        ("page=-1", "/concordance"),
    ],
)
def test_one_address_for_one_page(web: FlaskClient, given: str, canonical: str) -> None:
    response = web.get(f"/concordance?{given}")
    assert (response.status_code, response.location) == (302, canonical)
    page(web.get(canonical))


def test_the_file_holds_every_line(web: FlaskClient) -> None:
    soup = page(web.get(address(size=20)))
    response = web.get(next(str(a["href"]) for a in soup.select(".tools-end a") if "CSV" in a.get_text()))
    assert response.mimetype == "text/csv" and "attachment" in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.get_data().decode("utf-8-sig"))))
    assert len(rows) == number(text(soup.select_one(".total strong")))
    assert {row["hit"] for row in rows} == {NAME}
    assert web.get(address("地区:", format="csv")).status_code == 400
    assert web.get(address(format="doc")).status_code == 400
    assert web.get(address(format="xlsx")).data.startswith(b"PK")


def test_nothing_to_list_says_so(web: FlaskClient) -> None:
    assert "没有原样出现" in text(page(web.get(address('"没有这句话"'))).select_one(".empty"))
    assert "没有要查的词" in text(page(web.get("/concordance")).select_one(".notice"))


def test_script_in_documents_stays_text(web: FlaskClient) -> None:
    soup = page(web.get(address("招商快讯")))
    assert [s.get("src", "")[:15] for s in soup.select("script")] == ["/static/site.js"]
    assert any(SCRIPT[:8] in td.get_text() for td in soup.select(".kwic-right"))


def test_a_wording_of_a_slogan_can_be_taken_out_and_put_back(web: FlaskClient) -> None:
    soup = search(web, NAME)
    word, other = soup.select(".wordings li")
    assert text(word) == f"{NAME} 11 篇" and WORDING in text(other)
    less = page(web.get(href(other, "a")))
    (off,) = less.select(".wordings li")
    assert "也查这种写法" in text(off)
    assert page(web.get(href(off, "a"))).select(".wordings li")[1].a == other.a
    none = search(web, NAME, expand=0)
    assert len(page(web.get(href(none, ".wordings a"))).select(".wordings li")) == 2


def test_a_wording_can_be_taken_out_here_too(web: FlaskClient) -> None:
    soup = page(web.get(address(NAME, width=15)))
    word, other = soup.select(".wordings li")
    assert [text(li) for li in search(web, NAME).select(".wordings li")] == [text(word), text(other)]
    assert href(other, "a").startswith("/concordance?") and "width=15" in href(other, "a")
    less = page(web.get(href(other, "a")))
    assert number(text(less.select_one("#total strong"))) < number(text(soup.select_one("#total strong")))
    assert len(less.select(".wordings li")) == 1


def test_an_error_offers_what_works(web: FlaskClient) -> None:
    soup = page(web.get("/search?" + urlencode({"q": "园区 年份:23", "kind": "新闻"})), 400)
    assert text(soup.select_one(".suggestion a")) == "园区 年份:2023"
    page(web.get(href(soup, ".suggestion a")))
    error = web.get("/api/v1/search?" + urlencode({"q": "同句(a)"})).get_json()["error"]
    assert error["suggestion"] == "(a)"
