"""Dates that a page declares to programs: meta tags, JSON-LD, time elements, scripts, addresses."""

from __future__ import annotations

import json

import pytest

from tests.indexer.dated_pages import TEXT, TITLE, html, proof, published

DAY = "2023-05-06"
SECONDS = 1683340830  # 2023-05-06 10:40:30 in China


@pytest.mark.parametrize(
    "tag",
    [
        '<meta name="PubDate" content="2023-05-06 10:20">',
        '<meta name="publishdate" content="20230506">',
        '<meta property="article:published_time" content="2023-05-06T10:20:30+08:00">',
        '<meta property="og:release_date" content="2023年5月6日">',
        '<meta name="publish-date" content="2023/5/6">',
        '<meta name="apub:time" content="2023-5-6 21:30:50">',
        '<meta itemprop="datePublished" content="2023-05-06">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-06T10:20:30Z"}</script>',
    ],
)
def test_the_head(tag: str) -> None:
    assert published(html(tag), kind="html") == DAY
    assert proof(html(tag), kind="html").where == "meta"


@pytest.mark.parametrize(
    "element",
    [
        '<time datetime="2023-05-06T10:20">5月6日</time>',
        '<time class="entry-date published" datetime="2023-05-06">May 6</time>',
        '<span itemprop="datePublished">2023-05-06</span>',
        '<em id="authorposton1">发表于 <span title="2023-5-6 10:20">7 天前</span></em>',
        '<div data-publish-time="1683340830"></div>',
        '<input type="hidden" id="pubtime" value="2023-05-06 10:20">',
        "<!--enpproperty <articleid>12</articleid><date>2023-05-06 00:00:00.0</date> /enpproperty-->",
        '<p><span class="fbsj">2023-05-06</span></p>',
    ],
)
def test_an_element(element: str) -> None:
    assert published(html(above=element), kind="html") == DAY


@pytest.mark.parametrize(
    "code",
    [
        f'var ct = "{SECONDS}";',
        f"window.ct = '{SECONDS}';",
        f"var createTime = {SECONDS}000;",
        f"d.ori_create_time = '{SECONDS}' * 1;",
        f"create_time: JsDecode('{SECONDS}'),",
        'var publish_time = "2023-05-06" || "";',
        'var info = {"publishTime":"2023-05-06 10:20:30"};',
        f'window.__INITIAL_STATE__ = {{"detail": {{"ptime": {SECONDS}}}}};',
        '"articleInfo": {"source": "云岭日报", "time": "2023-05-06 10:20:30"}',
        'var s = "{\\"publish_time\\":\\"2023-05-06 10:20\\"}";',
    ],
)
def test_a_script(code: str) -> None:
    page = html(f"<script>{code}</script>")
    assert published(page, kind="html") == DAY
    assert proof(page, kind="html").rule == "time in the page's script"


def test_a_script_with_the_times_of_many_pages() -> None:
    others = [
        {"title": f"云岭市产业园区项目建设动态第{n}期", "publish_time": f"2023-04-{n:02} 08:00", "text": "…" * 2000}
        for n in (1, 2, 3)
    ]
    own = {"title": TITLE, "publish_time": "2023-05-06 10:20"}
    with_own = f"<script>window.__NEXT_DATA__ = {json.dumps([*others, own], ensure_ascii=False)}</script>"
    without = f"<script>window.list = {json.dumps(others, ensure_ascii=False)}</script>"
    assert published(html(with_own), kind="html") == DAY
    assert published(html(without), kind="html") is None


def test_the_flat_state_of_nuxt() -> None:
    state = [
        {"data": 1},
        {"title": 2, "publishTime": 3, "related": 4},
        TITLE,
        "2023-05-06 10:20",
        [5],
        {"title": 6, "publishTime": 7},
    ]
    state += ["另一篇文章的标题写在这里", "2023-05-01 08:00"]
    page = html(f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(state, ensure_ascii=False)}</script>')
    assert published(page, kind="html") == DAY


@pytest.mark.parametrize(
    "markup",
    [
        '<meta name="date" content="1970-01-01 08:00:00">',
        '<meta name="Copyright" content="2010-2023">',
        '<script>var request = {"pvid": "9e95", "time": "2023-05-06 22:34:09"};</script>',
        '<script>var build = "20230506";</script>',
        "<!-- template updated 2023-05-06 -->",
        '<link rel="stylesheet" href="/css/2023/05/06/main.css">',
        '<p><time class="updated" datetime="2023-05-06">5月6日</time></p>',
    ],
)
def test_markup_that_says_something_else(markup: str) -> None:
    assert published(html(above=markup), kind="html") is None
    assert published(html(head=markup), kind="html") is None


def test_the_last_change_counts_where_there_is_nothing_else() -> None:
    changed = '<meta property="article:modified_time" content="2023-05-06">'
    assert published(html(changed), kind="html") == DAY
    assert published(html(changed, "<p>来源：云岭日报 2023-05-01</p>"), kind="html") == "2023-05-01"


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://www.yunling.example/art/2023/5/6/art_12_345.html", DAY),
        ("https://www.yunling.example/xw/202305/t20230506_123.html", DAY),
        ("https://www.yunling.example/2023-05/06/c_1123.htm", DAY),
        ("https://www.yunling.example/2023/0506/c512a80917.shtml", DAY),
        ("https://www.yunling.example/gn/2023/05-06/123.shtml", DAY),
        ("https://www.yunling.example/xw/20230506/123.html", DAY),
        ("https://www.yunling.example/xw/20230506102030.html", DAY),
        ("https://www.yunling.example/detail_2023_05/06/123_0.shtml", DAY),
        ("https://www.yunling.example/html/2023-05/06/nw.D110000yldb_20230506_1-01.htm", DAY),
        ("https://www.yunling.example/2023-05-06-park.html", DAY),
        ("//www.yunling.example/2023/05/06/12.html", DAY),
        ("https://www.yunling.example/xw/202305/123.html", "2023-05-01 month"),
        ("https://www.yunling.example/id/2023050612345.html", None),
        ("https://www.yunling.example/xw/20231306/123.html", None),
        ("https://www.yunling.example/upload/2023/05/06/plan.html", None),
        ("https://www.yunling.example/xw/20250506/123.html", None),
    ],
)
def test_an_address(url: str, date: str | None) -> None:
    assert published(html(), url, "html") == date


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="canonical" href="https://www.yunling.example/2023/0506/c512a80917.shtml">',
        '<link rel="canonical" href="/xw/t20230506_12.html">',
        '<meta property="og:url" content="//www.yunling.example/art/2023/5/6/art_1_2.html">',
    ],
)
def test_the_address_that_the_page_gives_as_its_own(tag: str) -> None:
    assert published(html(tag), kind="html") == DAY
    assert published(html(tag), "https://www.yunling.example/show?id=12", "html") == DAY


def test_an_archives_day_is_not_the_pages() -> None:
    archived = "https://web.archive.org/web/20240102030405/https://www.yunling.example/show?id=12"
    assert published(html(), archived, "html") is None
    assert published(html(), archived.replace("show?id=12", "2023/05/06/12.html"), "html") == DAY


def test_a_page_without_any_date() -> None:
    assert published(html(), kind="html") is None
    assert published("\n".join((TITLE, *TEXT))) is None
