"""The page of a document."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from search.citation import citation
from tests.webui.reading import href, page, search, text, titles
from tests.webui.site_articles import SCRIPT, document_id

DAMAGED = document_id("pages/damaged.txt")
THEME = document_id("pages/00/0.html")
HOSTILE = document_id("pages/hostile.html")


def test_hits_are_numbered_and_lead_to_one_another(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}?{urlencode({'q': '三抓三促', 'expand': '0'})}"))
    marks = soup.select("mark")
    assert [m["id"] for m in marks] == ["hit-1", "hit-2", "hit-3"]
    assert {m.get_text() for m in marks} == {"三抓三促"}
    assert "命中 3 处" in text(soup.select_one(".hit-nav"))
    addresses = {str(a["href"]) for a in soup.select(".hop a, .hit-nav a")}
    assert addresses == {"#hit-1", "#hit-2", "#hit-3"}


def test_text_is_whole_and_in_paragraphs(web: FlaskClient) -> None:
    paragraphs = page(web.get(f"/documents/{DAMAGED}")).select(".body p")
    assert len(paragraphs) == 3
    assert paragraphs[2].get_text() == "园区锚定生物医药、智能终端、新能源新材料三大主导产业，力争总量突破百亿元。"


def test_each_fact_shows_what_it_was_read_from(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}"))
    facts = dict(zip((text(t) for t in soup.select(".fact-list dt")), soup.select(".fact-list dd"), strict=True))
    assert "2015年1月3日" in text(facts["发布日期"])
    assert "发布时间：2015-01-03" in text(facts["发布日期"]) and "有标签的日期" in text(facts["发布日期"])
    assert "正文前移去的行" in text(facts["发布日期"])
    assert "甘肃省 › 平凉市" in text(facts["地区"]) and "标题" in text(facts["地区"])
    assert "未知" in text(facts["文号"])


def test_a_fact_leads_to_the_documents_that_share_it(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}"))
    place = next(a for a in soup.select(".fact a") if "平凉市" in a.get_text())
    assert len(titles(page(web.get(str(place["href"]))))) == 5


def test_a_date_is_shown_as_exactly_as_it_is_known(web: FlaskClient) -> None:
    assert "2023年9月" in text(page(web.get(f"/documents/{DAMAGED}")).select_one(".reading .meta"))
    assert "9月1日" not in text(page(web.get(f"/documents/{DAMAGED}")).select_one(".fact-list"))
    year = page(web.get(f"/documents/{document_id('pages/long.html')}")).select_one(".reading time")
    assert text(year) == "2021年"


def test_repairs_removed_lines_and_raw_text_are_shown(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{DAMAGED}"))
    rows = [[text(td) for td in tr.select("td")] for tr in soup.select(".repairs tbody tr")]
    assert rows[0] == ["平?jīng)龉I(yè)園區(qū)", "平凉工业园区", "7.25"]
    assert "没有改" in rows[2][1] and "一个字节已失去" in rows[2][1]
    removed = [text(d) for d in soup.select(".removed")]
    assert removed[0].startswith("来源与日期行 1 行") and "點擊:次" in removed[0]
    assert "平?jīng)龉I(yè)園區(qū)" in text(soup.select_one(".raw"))


def test_the_source_is_linked_only_where_a_browser_may_go(web: FlaskClient) -> None:
    link = page(web.get(f"/documents/{DAMAGED}")).select_one(".doc-bar a[href^=http]")
    assert link is not None
    assert link["href"] == "https://www.example.net/news/1.html"
    assert {"noopener", "noreferrer"} <= set(link["rel"])
    hostile = page(web.get(f"/documents/{HOSTILE}"))
    assert not [a for a in hostile.select("a[href]") if str(a["href"]).startswith("javascript")]
    assert "javascript:alert(1)" in text(hostile.select_one(".technical"))


def test_nothing_of_a_hostile_document_becomes_markup(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{HOSTILE}?q=%3Cb%3E"))
    assert len(soup.select("script")) == 1 and soup.b is None
    assert soup.h1 is not None and SCRIPT in soup.h1.get_text()


def test_a_document_without_facts_has_a_page(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{document_id('pages/factless.txt')}"))
    assert text(soup.h1) == "（无标题）"
    assert text(soup.select_one(".fact-list")).count("未知") == 9


def test_the_way_back_is_the_whole_search(web: FlaskClient) -> None:
    soup = search(web, "三抓三促", region="甘肃省", sort="oldest")
    document = page(web.get(href(soup, ".hit h2 a")))
    back = page(web.get(href(document, ".doc-bar a")))
    assert titles(back) == titles(soup)


def test_similar_documents_are_listed_without_itself(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}"))
    similar = titles(soup)
    assert similar and text(soup.h1) not in similar


@pytest.mark.parametrize("address", ["/documents/nothing", "/documents/%3Cscript%3E", "/documents/..%2f..%2fetc"])
def test_an_unknown_document_is_not_found(web: FlaskClient, address: str) -> None:
    page(web.get(address), 404)


def test_a_query_that_cannot_be_read_marks_nothing(web: FlaskClient) -> None:
    assert not page(web.get(f"/documents/{DAMAGED}?{urlencode({'q': '地区:'})}")).select("mark")


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            {"outlet": "兰州日报", "published": "2023-09-05", "published_precision": "day", "url": "https://a.cn/1"},
            "兰州日报. 题[EB/OL]. (2023-09-05)[2026-01-02]. https://a.cn/1.",
        ),
        ({"site": "a.cn", "published": "2023-09-01", "published_precision": "month"}, "a.cn. 题[Z]. 2023-09."),
        ({"published": "2023-01-01", "published_precision": "year"}, "题[Z]. 2023."),
        ({"url": "javascript:1"}, "题[Z]."),
        ({"document_number": "甘政发〔2023〕1号"}, "题: 甘政发〔2023〕1号[Z]."),
    ],
)
def test_citation_after_the_standard(facts: dict[str, str], line: str) -> None:
    assert citation("题", facts, dt.date(2026, 1, 2)) == line
