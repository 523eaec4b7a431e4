"""Cleaning: what is chrome goes out with its reason, what is text stays."""

from __future__ import annotations

import json

import pytest

from indexer.clean import clean_lines, lines_of_html, lines_of_text
from mappings import Document
from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned, page, skipped

ABOVE = (
    (
        "<div class='nav'><a href=/>首页</a><a href=/1>政务公开</a><a href=/2>招商引资</a></div>",
        "首页政务公开招商引资",
        "navigation",
    ),
    ("<ul><li><a href=/>首页</a><li><a href=/1>政务公开</a><li><a href=/2>投资指南</a></ul>", "政务公开", "menu"),
    ("<p>您现在的位置：首页 &gt; 新闻中心 &gt; 园区动态</p>", "您现在的位置：首页 > 新闻中心 > 园区动态", "breadcrumb"),
    (
        "<p>来源：云岭日报　发布时间：2023-05-06 浏览次数：12</p>",
        "来源：云岭日报　发布时间：2023-05-06 浏览次数：12",
        "source line",
    ),
    ("<p>字体：【大 中 小】 打印</p>", "字体：【大 中 小】 打印", None),
    ("<p>欢迎访问云岭市人民政府门户网站</p>", "欢迎访问云岭市人民政府门户网站", "banner"),
)
BELOW = (
    ("<p>上一篇：云岭市举行项目集中开工仪式</p>", "上一篇：云岭市举行项目集中开工仪式", "previous/next"),
    ("<p>分享到：微信 微博 QQ空间</p>", "分享到：微信 微博 QQ空间", "share"),
    ("<div>相关阅读：</div><ul><li><a href=/9>云岭市举行项目集中开工仪式</a></ul>", "云岭市举行项目集中开工仪式", None),
    ("<p>相关新闻</p>", "相关新闻", "related reading"),
    ("<p>【责任编辑：李某】</p>", "【责任编辑：李某】", "editor line"),
    ("<p>网友评论（0）</p>", "网友评论（0）", "comments"),
    ("<p>产业园招商热线：400-0000-000 微信同号</p>", "产业园招商热线：400-0000-000 微信同号", "advertisement"),
    ("<p>全文剩余80%，登录后可继续查看</p>", "全文剩余80%，登录后可继续查看", "paywall"),
    (
        "<p>版权所有：云岭市人民政府办公室 滇ICP备00000000号</p>",
        "版权所有：云岭市人民政府办公室 滇ICP备00000000号",
        "copyright",
    ),
    ("<p>关于我们 | 网站地图 | 联系我们</p>", "关于我们 | 网站地图 | 联系我们", "contact footer"),
    (
        "<p>版权所有：云岭市政府</p><p>地址：云岭市和平路1号　邮编：000000</p>",
        "地址：云岭市和平路1号　邮编：000000",
        "contact footer",
    ),
    ("<footer><p>云岭市融媒体中心制作</p></footer>", "云岭市融媒体中心制作", "footer"),
)


@pytest.mark.parametrize(("html", "line", "reason"), ABOVE)
def test_chrome_above_the_text(html: str, line: str, reason: str | None) -> None:
    check(cleaned(page(top=html)), line, reason)


@pytest.mark.parametrize(("html", "line", "reason"), BELOW)
def test_chrome_below_the_text(html: str, line: str, reason: str | None) -> None:
    check(cleaned(page(bottom=html)), line, reason)


@pytest.mark.parametrize(
    ("html", "line", "reason"),
    [
        ("<p>图为会议现场</p>", "图为会议现场", "caption"),
        ("<div class='share'>转发给朋友</div>", "转发给朋友", "share"),
        ("<p>————</p>", "————", "separator"),
    ],
)
def test_chrome_inside_the_text(html: str, line: str, reason: str) -> None:
    check(cleaned(page(inside=html)), line, reason)


def check(document: Document, line: str, reason: str | None) -> None:
    assert document.title == TITLE
    assert tuple(document.body.split("\n")) == PARAGRAPHS
    found = [removed for removed in document.removed if line in removed.text]
    assert found
    assert all(removed.reason for removed in document.removed)
    if reason:
        assert found[0].reason == reason


@pytest.mark.parametrize(
    ("line", "reason"), [(line, reason) for _, line, reason in (*ABOVE[2:], *BELOW[:2], *BELOW[4:8])]
)
def test_the_same_chrome_on_bare_text(line: str, reason: str | None) -> None:
    above = any(line == other for _, other, _ in ABOVE)
    lines = [line, TITLE, *PARAGRAPHS] if above else [TITLE, *PARAGRAPHS, line]
    check(cleaned("\n".join(lines), "text"), line, reason)


@pytest.mark.parametrize(
    "paragraph",
    [
        "会议强调，要进一步优化园区网站首页、政务公开等栏目，及时发布招商引资信息，方便企业查看。",
        "各园区要加强版权所有者权益保护，未经授权转载他人作品的，由有关部门依法处理，并责令其改正。",
        "欢迎转发分享的朋友们到云岭来投资兴业，这里有热情周到的服务，也有广阔的市场。",
        "下一步，云岭市将聚焦产业链招商，推动上一篇章收好尾、下一篇章开好头，奋力实现开门红。",
        "联系电话：各企业可拨打园区服务热线反映问题，由管委会在三个工作日内予以答复。",
    ],
)
def test_prose_with_the_words_of_chrome_stays(paragraph: str) -> None:
    document = cleaned(page(inside=f"<p>{paragraph}</p>"))
    assert paragraph in document.body.split("\n")


def test_signature_attachment_and_short_paragraphs_stay() -> None:
    lines = [TITLE, *PARAGRAPHS, "特此通知。", "附件：1.实施方案", "云岭市人民政府办公室", "2023年5月6日"]
    document = cleaned("\n".join(lines), "text")
    assert document.body.split("\n") == lines[1:]


def test_a_short_notice_is_a_document() -> None:
    notice = "因设备检修，云岭高新区政务服务大厅定于5月6日全天暂停对外服务，5月7日恢复正常。给您带来不便，敬请谅解。"
    assert 50 <= len(notice) <= 60
    document = cleaned(
        f"<html><head><title>暂停服务公告</title></head><body><h1>暂停服务公告</h1><p>{notice}</p></body></html>"
    )
    assert document.body == notice
    assert cleaned(f"暂停服务公告\n{notice}", "text").body == notice


def test_pages_that_are_no_documents() -> None:
    entries = "".join(
        f"<li><a href=/{n}>云岭市第{n}个重点项目集中开工</a><span>2023-05-0{n}</span></li>" for n in range(1, 10)
    )
    assert skipped(f"<html><title>园区动态</title><body><ul>{entries}</ul></body></html>") == "list page"
    assert skipped("<html><title>404</title><body><h1>404 Not Found</h1></body></html>") == "error page"
    assert skipped("<html><title>云岭</title><body><p>您访问的页面不存在或已被删除</p></body></html>") == "error page"
    assert skipped("<html><title>全文</title><body><p>请登录后查看全文</p></body></html>") == "login wall"
    assert skipped("<html><title>云岭</title><body><img src=1.jpg></body></html>") == "no text"
    assert (
        skipped("<html><title>云岭</title><body><video src=1.mp4></video><p>视频</p></body></html>")
        == "no text but a video"
    )


def test_a_list_page_with_an_article_is_one() -> None:
    entries = "".join(f"<li><a href=/{n}>云岭市第{n}个重点项目集中开工</a></li>" for n in range(1, 10))
    document = cleaned(page(bottom=f"<div class='list'><ul>{entries}</ul></div>"))
    assert tuple(document.body.split("\n")) == PARAGRAPHS


def test_a_table_of_data_gives_its_rows() -> None:
    table = (
        "<table><tr><th>项目</th><th>投资（万元）</th></tr>"
        "<tr><td>厂房<script>var x = '脚本';</script></td><td>1200</td></tr>"
        "<tr><td>道路</td><td>800<select><option>选项</option></select></td></tr></table>"
    )
    assert "项目 | 投资（万元）\n厂房 | 1200\n道路 | 800" in cleaned(page(inside=table)).body


def test_a_table_that_lays_out_the_page_gives_paragraphs() -> None:
    cells = "<br>　　".join(PARAGRAPHS)
    inner = f"<table><tr><td><font>　　{cells}</font></td></tr></table>"
    source = f"<table><tr><td><a href=/>首页</a></td><td>{inner}</td></tr></table>"
    document = cleaned(f"<html><head><title>{TITLE}</title></head><body><center>{TITLE}</center>{source}</body></html>")
    assert tuple(document.body.split("\n")) == PARAGRAPHS


@pytest.mark.parametrize("newline", ["<br>", "<br/><br>", "<BR />&nbsp;&nbsp;", "</div><div>", "\n<p>\n"])
def test_paragraphs_by_any_break(newline: str) -> None:
    source = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>{newline.join(PARAGRAPHS)}</div></body></html>"
    assert tuple(cleaned(source).body.split("\n")) == PARAGRAPHS


def test_hidden_elements_scripts_and_comments_are_no_text() -> None:
    hidden = (
        "<div style='display: none'>隐藏的话。</div><script>'脚本里的话。'</script><!-- 注释里的话。 -->"
        "<style>p {}</style><noscript>没有脚本的话。</noscript>"
    )
    assert tuple(cleaned(page(inside=hidden)).body.split("\n")) == PARAGRAPHS


def test_entities_and_odd_spaces() -> None:
    document = cleaned(page(inside="<p>&ldquo;五好&rdquo;园区&nbsp;&nbsp;建设&#x3002;&#1;&#0;</p>"))
    assert "“五好”园区 建设。" in document.body
    assert document.body.replace("\n", "").isprintable()


def test_text_in_a_script_is_found() -> None:
    paragraphs = [f"{n}、{PARAGRAPHS[n % 3]}" for n in range(1, 7)]
    data = json.dumps({"title": TITLE, "content": "\n".join(paragraphs)}, ensure_ascii=False)
    document = cleaned(
        f"<html><title>{TITLE}</title><body><div id=app></div><script>var d = {data};</script></body></html>"
    )
    assert document.body.split("\n") == paragraphs
    assert document.title == TITLE


class TestTitle:
    @pytest.mark.parametrize(
        ("head", "body"),
        [
            (f"<title>{TITLE}</title>", ""),
            (f"<title>{TITLE}-云岭市人民政府网</title>", ""),
            ("<title>云岭市人民政府</title>", f"<h1>{TITLE}</h1>"),
            (f"<title>云岭</title><meta name='ArticleTitle' content='{TITLE}'>", ""),
            (f"<title>新闻</title><meta property='og:title' content='{TITLE}'>", f"<div>{TITLE}</div>"),
            ("<title></title>", f"<h2>{TITLE[:8]}</h2><h2>{TITLE[8:]}</h2>"),
        ],
    )
    def test_where_it_stands(self, head: str, body: str) -> None:
        text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
        document = cleaned(f"<html><head>{head}</head><body>{body}{text}</body></html>")
        assert document.title == TITLE
        assert tuple(document.body.split("\n")) == PARAGRAPHS

    def test_the_first_line_of_a_bare_text(self) -> None:
        assert cleaned("\n".join([TITLE, *PARAGRAPHS]), "text").title == TITLE

    def test_a_text_that_begins_at_once_has_none(self) -> None:
        document = cleaned("\n".join(PARAGRAPHS), "text")
        assert document.title is None
        assert tuple(document.body.split("\n")) == PARAGRAPHS

    def test_markdown(self) -> None:
        document = cleaned(f"# {TITLE}\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n[附件](http://a.example/1.pdf)", "text")
        assert document.title == TITLE
        assert "http" not in document.body


def test_every_line_is_text_title_or_removed() -> None:
    source = page(top=ABOVE[2][0] + ABOVE[3][0], bottom=BELOW[0][0] + BELOW[8][0])
    lines = lines_of_html(source)
    result = clean_lines(lines)
    assert result.title is not None
    told = [result.title.text, *result.paragraphs, *(r.text for r in result.removed)]
    assert sorted(told) == sorted(line.text for line in lines.lines)


def test_two_ideographic_spaces_begin_a_paragraph() -> None:
    texts = [line.text for line in lines_of_text("会议结束。　　二、下一步工作　　2023年5月6日").lines]
    assert texts == ["会议结束。", "二、下一步工作", "2023年5月6日"]
