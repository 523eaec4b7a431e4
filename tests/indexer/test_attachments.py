"""Files and pictures that belong to the text are listed; icons, codes and the files of the frame are not."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

import pytest

from mappings import Attachment, Image
from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned, page

MENU = "<ul><li><a href='/'>首页</a><li><a href='/zlxz/'>资料下载</a><li><a href='/down/app.apk'>下载客户端</a></ul>"

FILES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "one link": (
        "<p>附件：<a href='./P020230905.docx'>实施方案.docx</a></p>",
        (("实施方案.docx", "./P020230905.docx"),),
    ),
    "several, numbered": (
        "<p>附件：1.<a href='/u/1.pdf'>实施方案</a></p><p>　　　2.<a href='/u/2.xlsx'>任务分解表</a></p>",
        (("实施方案", "/u/1.pdf"), ("任务分解表", "/u/2.xlsx")),
    ),
    "the label in the link": ("<p><a href='/a.wps'>附件1：申报表.wps</a></p>", (("申报表.wps", "/a.wps"),)),
    "a handler": (
        "<p><a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=5'>申报书.doc</a> 已下载12次</p>",
        (("申报书.doc", "/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=5"),),
    ),
    "downfile": ("<p><a href='downfile.asp?id=77'>园区规划图</a></p>", (("园区规划图", "downfile.asp?id=77"),)),
    "an attachment's number": (
        "<p><a href='/module/download/downfile.jsp?classid=0&filename=ab12.zip'>汇总表.zip</a></p>",
        (("汇总表.zip", "/module/download/downfile.jsp?classid=0&filename=ab12.zip"),),
    ),
    "a link that says only 下载": ("<p>园区统计报表 <a href='/f/9.xls'>下载</a></p>", (("园区统计报表", "/f/9.xls"),)),
    "a link that says nothing else": (
        "<p><a href='/f/%E6%96%B9%E6%A1%88.rar'>点击下载</a></p>",
        (("方案.rar", "/f/%E6%96%B9%E6%A1%88.rar"),),
    ),
    "a title says it": (
        "<p><a href='/f/9.ofd' title='关于设立园区的批复.ofd'>点击下载</a></p>",
        (("关于设立园区的批复.ofd", "/f/9.ofd"),),
    ),
    "the same file twice": (
        "<p><a href='/u/1.pdf'>实施方案</a></p><p><a href='/u/1.pdf'>实施方案</a></p>",
        (("实施方案", "/u/1.pdf"),),
    ),
    "with a query": ("<p><a href='/u/1.pdf?v=2'>实施方案</a></p>", (("实施方案", "/u/1.pdf?v=2"),)),
    "in a table": (
        "<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td><a href='/u/1.pdf'>实施方案</a></td></tr><tr><td>2</td><td><a href='/u/2.pdf'>申报指南</a></td></tr></table>",
        (("实施方案", "/u/1.pdf"), ("申报指南", "/u/2.pdf")),
    ),
    "only named": (
        "<p>附件：1.实施方案</p><p>2.任务分解表</p><p>云岭市人民政府办公室</p><p>2023年9月5日</p>",
        (("实施方案", ""), ("任务分解表", "")),
    ),
    "named and linked": (
        "<p>附件：1.实施方案</p><p>云岭市人民政府办公室</p><p>2023年9月5日</p><p><a href='/u/1.doc'>附件1.实施方案.doc</a></p>",
        (("实施方案.doc", "/u/1.doc"),),
    ),
    "another page": ("<p>政策解读：<a href='/zcjd/t1.html'>《实施方案》解读</a></p>", ()),
    "an anchor": ("<p><a href='#down.pdf'>回到顶部</a></p>", ()),
}


@pytest.mark.parametrize("name", FILES)
def test_the_files_of_a_page(name: str) -> None:
    below, wanted = FILES[name]
    document = cleaned(page(top=MENU, inside="", bottom="").replace("</div></body>", f"{below}</div>{FRAME}</body>"))
    assert document.attachments == tuple(Attachment(*file) for file in wanted)
    assert document.body.startswith("\n".join(PARAGRAPHS))


FRAME = (
    "<div class='related'><h3>相关阅读</h3><ul><li><a href='/x/other.pdf'>别的文件.pdf</a></li></ul></div>"
    "<div class='footer'><a href='/help.doc'>网站帮助.doc</a></div>"
)


def test_files_right_below_the_text() -> None:
    document = cleaned(
        page(
            bottom="<div class='fj'><h4>附件下载</h4><p><a href='/u/1.pdf'>实施方案.pdf</a></p></div><p>上一篇：没有了</p><p><a href='/u/2.pdf'>别的.pdf</a></p>"
        )
    )
    assert document.attachments == (Attachment("实施方案.pdf", "/u/1.pdf"),)
    assert "实施方案.pdf" not in document.body


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["附件：实施方案"], ["实施方案"]),
        (["附件：1.实施方案 2.任务分解表"], ["实施方案", "任务分解表"]),
        (["附件:", "1. 实施方案", "2. 任务分解表"], ["实施方案", "任务分解表"]),
        (["附件1：实施方案.docx", "附件2：任务分解表.xlsx"], ["实施方案.docx", "任务分解表.xlsx"]),
        (["附件下载：", "实施方案.pdf"], ["实施方案.pdf"]),
        (["详见附件。"], []),
        (["附件", "园区发展实施方案", "一、总体要求"], []),
    ],
)
def test_the_files_a_bare_text_names(lines: list[str], names: list[str]) -> None:
    document = cleaned("\n".join([TITLE, *PARAGRAPHS, *lines, "云岭市人民政府办公室", "2023年5月6日"]), "text")
    assert document.attachments == tuple(Attachment(name, "") for name in names)


IMAGES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "alone": ("<p><img src='./W020230905.jpg'></p>", (("", "./W020230905.jpg"),)),
    "alt": ("<p><img src='/u/1.jpg' alt='开工仪式现场'></p>", (("开工仪式现场", "/u/1.jpg"),)),
    "alt is the title": (f"<p><img src='/u/1.jpg' alt='{TITLE}'></p>", (("", "/u/1.jpg"),)),
    "alt is a file's name": ("<p><img src='/u/1.jpg' alt='微信图片_20230905.jpg'></p>", (("", "/u/1.jpg"),)),
    "figcaption": (
        "<figure><img src='/u/1.jpg'><figcaption>开工仪式现场</figcaption></figure>",
        (("开工仪式现场", "/u/1.jpg"),),
    ),
    "a centred line below": (
        "<p align=center><img src='/u/1.jpg'></p><p align=center>开工仪式现场</p>",
        (("开工仪式现场", "/u/1.jpg"),),
    ),
    "a line with a mark": ("<p><img src='/u/1.jpg'></p><p>▲开工仪式现场</p>", (("开工仪式现场", "/u/1.jpg"),)),
    "图为": ("<p><img src='/u/1.jpg'></p><p>图为开工仪式现场。</p>", (("图为开工仪式现场。", "/u/1.jpg"),)),
    "loaded late": (
        "<p><img src='/img/blank.gif' data-src='https://mmbiz.example/640?wx_fmt=jpeg'></p>",
        (("", "https://mmbiz.example/640?wx_fmt=jpeg"),),
    ),
    "in a link": ("<p><a href='/big/1.jpg'><img src='/u/1.jpg'></a></p>", (("", "/u/1.jpg"),)),
    "two with captions": (
        "<p align=center><img src='/u/1.jpg'></p><p align=center>会场</p><p align=center><img src='/u/2.jpg'></p><p align=center>工地</p>",
        (("会场", "/u/1.jpg"), ("工地", "/u/2.jpg")),
    ),
    "an icon of a file": ("<p><img src='/images/icon_pdf.gif'>附件见下</p>", ()),
    "a spot": ("<p><img src='/u/1.gif' width=1 height=1></p>", ()),
    "a code to scan": ("<p><img src='/qrcode/1.png'></p><p><img src='/u/ewm.jpg'></p>", ()),
    "a logo": ("<p><img src='/static/logo.png'></p>", ()),
    "inside the address": ("<p><img src='data:image/png;base64,iVBORw0'></p>", ()),
}


@pytest.mark.parametrize("name", IMAGES)
def test_the_pictures_of_a_page(name: str) -> None:
    inside, wanted = IMAGES[name]
    above = "<div class='header'><img src='/u/head.jpg' alt='云岭'></div>"
    below = "<div class='footer'><img src='/u/gongan.png'><img src='/u/foot.jpg'></div>"
    document = cleaned(page(top=above, inside=inside, bottom=below))
    assert document.images == tuple(Image(*image) for image in wanted)
    assert all(caption not in document.body.split("\n") for caption, _ in wanted if caption)
