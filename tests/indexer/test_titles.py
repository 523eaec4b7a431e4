"""Titles, as sites write them: never the site's name or the column's, one title where it is broken or cut."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

import json

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document
from tests.indexer.cleaning import PARAGRAPHS, TODAY, cleaned

MAIN = "云岭市召开园区高质量发展推进会议"
LONG = "云岭市人民政府办公室关于印发云岭市推进产业园区高质量发展三年行动方案的通知"
TEXT = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
SOURCE = "<div class='info'>发布时间：2023-09-05 来源：云岭日报 浏览次数：12</div>"
CRUMBS = "<div class='wz'>当前位置：<a href=/>首页</a> &gt; <a href=/xw>新闻中心</a> &gt; <a>园区动态</a></div>"


def page(head: str, above: str) -> str:
    menu = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("首页", "新闻中心", "政务公开", "招商引资"))
    return f"<html><head>{head}</head><body><ul>{menu}</ul>{above}<div class='con'>{TEXT}</div></body></html>"


PAGES: dict[str, tuple[str, str]] = {
    # the title element: what stands before and behind it
    "site behind": (MAIN, page(f"<title>{MAIN}-云岭市人民政府</title>", "")),
    "column and site behind": (MAIN, page(f"<title>{MAIN}_园区动态_新闻中心_云岭高新区</title>", "")),
    "site before": (MAIN, page(f"<title>云岭市人民政府 - {MAIN}</title>", "")),
    "site and column before": (
        MAIN,
        page(f"<title>云岭市人民政府门户网站 通知公告 {MAIN}</title>", f"<div>{MAIN}</div>{SOURCE}"),
    ),
    "bars": (MAIN, page(f"<title>{MAIN} | 云岭新闻网 | 权威发布</title>", "")),
    "wide bars": (MAIN, page(f"<title>{MAIN}｜园区动态｜云岭经开区</title>", "")),
    "long dashes": (MAIN, page(f"<title>{MAIN}--云岭频道--人民网</title>", "")),
    "en dash": (MAIN, page(f"<title>{MAIN} – 云岭观察</title>", "")),
    "site in brackets": (MAIN, page(f"<title>{MAIN}【云岭产业网】</title>", f"<h1>{MAIN}</h1>")),
    "a subtitle behind a dash": (
        f"{MAIN}——部署下半年工作",
        page(f"<title>{MAIN}——部署下半年工作_云岭市人民政府</title>", ""),
    ),
    "a number with a dash": (
        "云岭市1-8月工业运行情况",
        page("<title>云岭市1-8月工业运行情况-云岭市工信局</title>", ""),
    ),
    "the page's number": (MAIN, page(f"<title>{MAIN}(2)_云岭日报</title>", f"<h1>{MAIN}</h1>{SOURCE}")),
    # the title element says nothing, or something else
    "only the site": (MAIN, page("<title>云岭市人民政府门户网站</title>", f"{CRUMBS}<h1>{MAIN}</h1>{SOURCE}")),
    "only the site, and a class": (
        MAIN,
        page("<title>云岭高新区</title>", f"{CRUMBS}<div class='title'>{MAIN}</div>{SOURCE}"),
    ),
    "only the site, and bold letters": (
        MAIN,
        page("<title>云岭高新区</title>", f"{CRUMBS}<center><b><font size=5>{MAIN}</font></b></center>{SOURCE}"),
    ),
    "only the column": (
        MAIN,
        page("<title>园区动态-云岭高新区</title>", f"<h2>园区动态</h2>{CRUMBS}<h3>{MAIN}</h3>{SOURCE}"),
    ),
    "the column as heading": (
        MAIN,
        page(f"<title>{MAIN}_园区动态</title>", f"<h1>园区动态</h1><p class='bt'>{MAIN}</p>{SOURCE}"),
    ),
    "details of an article": (MAIN, page("<title>文章详情</title>", f"<h2>{MAIN}</h2>{SOURCE}")),
    "none": (MAIN, page("", f"{CRUMBS}<p align=center><strong>{MAIN}</strong></p>{SOURCE}")),
    "crumbs as heading": (
        MAIN,
        page("<title>新闻动态-云岭市科协</title>", f"<h3>首页 - 新闻动态</h3><h5>{MAIN}</h5>{SOURCE}"),
    ),
    # cut, broken, marked
    "cut": (LONG, page(f"<title>{LONG[:20]}…-云岭市人民政府</title>", f"<h1>{LONG}</h1>{SOURCE}")),
    "cut with three points": (LONG, page(f"<title>{LONG[:24]}...</title>", f"<div>{LONG}</div>{SOURCE}")),
    "broken by br": (LONG, page(f"<title>{LONG}</title>", f"<h1>{LONG[:10]}<br>{LONG[10:]}</h1>{SOURCE}")),
    "broken, and nothing declared": (
        LONG,
        page("<title>云岭市政府</title>", f"<h1>{LONG[:10]}<br>{LONG[10:]}</h1>{SOURCE}"),
    ),
    "in three paragraphs": (
        LONG,
        page(f"<title>{LONG}-云岭市</title>", f"<p>{LONG[:10]}</p><p>{LONG[10:25]}</p><p>{LONG[25:]}</p>{SOURCE}"),
    ),
    "lead, title, subtitle": (
        MAIN,
        page(
            "<title>云岭日报数字报</title>",
            f"<h3>强化要素保障 优化营商环境</h3><h1>{MAIN}</h1><h4>周某某出席并讲话</h4>{SOURCE}",
        ),
    ),
    "a picture's mark": (
        f"{MAIN}（图）",
        page(f"<title>{MAIN}（图）-云岭网</title>", f"<h1>{MAIN}（图）</h1>{SOURCE}"),
    ),
    "a mark before it": (MAIN, page(f"<title>[图文]{MAIN}</title>", f"<h1>[图文]{MAIN}</h1>{SOURCE}")),
    "a date in its line": (
        MAIN,
        page(f"<title>{MAIN}_云岭网</title>", f"<h1>{MAIN}<span>2023年09月05日 16:04:30</span></h1>"),
    ),
    "twice": (MAIN, page("<title>云岭经开区</title>", f"<h2>{MAIN}</h2>{SOURCE}<p align=center>{MAIN}</p>")),
    "traditional": (
        "雲嶺市召開園區高質量發展推進會議",
        page("<title>雲嶺市召開園區高質量發展推進會議 - 雲嶺日報</title>", "<h1>雲嶺市召開園區高質量發展推進會議</h1>"),
    ),
    # meta tags and scripts
    "ArticleTitle": (MAIN, page(f"<title>云岭市政府</title><meta name='ArticleTitle' content='{MAIN}'>", "")),
    "og:title with the site": (
        MAIN,
        page(f"<meta property='og:title' content='{MAIN} - 云岭在线'><title>云岭在线</title>", ""),
    ),
    "og:title is the site": (
        MAIN,
        page("<meta property='og:title' content='云岭高新区'><title>云岭高新区</title>", f"<h1>{MAIN}</h1>{SOURCE}"),
    ),
    "WeChat's variable": (MAIN, page(f"<title></title><script>var msg_title = '{MAIN}'.html(false);</script>", "")),
    "WeChat's heading": (
        MAIN,
        page(
            "<title></title>",
            f"<h1 class='rich_media_title' id='activity-name'>{MAIN}</h1><a id='js_name'>云岭发布</a><em>2023-09-05</em>",
        ),
    ),
    "title below the source line": (MAIN, page("<title>云岭经开区</title>", f"{CRUMBS}{SOURCE}<h2>{MAIN}</h2>")),
    "short": ("生产忙", page("<title>生产忙_云岭日报</title>", f"<h1>生产忙</h1>{SOURCE}")),
}

TEXTS: dict[str, tuple[str, str]] = {
    "first line": (MAIN, f"{MAIN}\n{{}}"),
    "below crumbs": (
        MAIN,
        f"当前位置：首页 > 新闻中心 > 园区动态\n{MAIN}\n来源：云岭日报 时间：2023-09-05 10:20\n{{}}",
    ),
    "above labels in lines": (MAIN, f"首页\n新闻中心\n{MAIN}\n发布时间：2023-09-05\n来源：云岭日报\n作者：张某\n{{}}"),
    "below labels": (
        LONG,
        f"索引号：000001/2023-00012 组配分类：规范性文件\n信息分类：通知 发布机构：云岭市人民政府办公室\n生成日期：2023-09-05 文号：云政办发〔2023〕5号\n{LONG}\n各县区人民政府：\n{{}}",
    ),
    "above a code to scan": (MAIN, f"{MAIN}\n发布时间：2023-09-05 信息来源：云岭在线\n请打开微信扫一扫\n{MAIN}\n{{}}"),
    "behind the name of a site": (MAIN, f"云岭网\n新闻\n{MAIN}\n2023\n09/05\n14:53\n{{}}"),
    "in a newspaper": (MAIN, f"2023年09月05日\n第02版：要闻\n{MAIN}\n{{}}"),
    "with the original title": (MAIN, f"{MAIN}\n原标题：园区高质量发展推进会议在云岭召开\n{{}}"),
    "with a document's number": (
        "云岭市人民政府关于设立云岭经济开发区的批复",
        "云岭市人民政府关于设立云岭经济开发区的批复\n云政函〔1992〕28号\n云岭县人民政府：\n{}",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_title_of_a_page(name: str) -> None:
    title, source = PAGES[name]
    document = cleaned(source)
    assert document.title == title
    assert document.body.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize("name", TEXTS)
def test_the_title_of_a_text(name: str) -> None:
    title, form = TEXTS[name]
    document = cleaned(form.format("\n".join(PARAGRAPHS)), "text")
    assert document.title == title
    assert document.body.endswith("\n".join(PARAGRAPHS))
    assert title not in document.body.split("\n")


def test_the_title_in_a_script() -> None:
    data = json.dumps(
        {"props": {"detail": {"title": MAIN, "content": "".join(f"<p>{p}</p>" for p in PARAGRAPHS)}}},
        ensure_ascii=False,
    )
    document = cleaned(
        f"<html><title>云岭在线</title><body><div id='app'></div><script>window.__DATA__={data}</script></body></html>"
    )
    assert document.title == MAIN


def test_the_input_says_what_the_title_is() -> None:
    made = process(RawPage("\n".join(PARAGRAPHS), "p", None, "text", Hints(title=MAIN)), TODAY)
    assert isinstance(made, Document)
    assert made.title == MAIN


def test_the_input_names_the_site_with_it() -> None:
    source = page("<title>云岭经开区</title>", f"<h1>{MAIN}</h1>{SOURCE}")
    made = process(RawPage(source, "p", None, "html", Hints(title=f"{MAIN}-云岭经开区")), TODAY)
    assert isinstance(made, Document)
    assert made.title == MAIN
