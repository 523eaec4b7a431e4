"""A site of its own for the tests of the document page: invented documents with everything such a page can show."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elasticsearch import Elasticsearch, helpers
from flask import Flask

from engine import Settings, articles_alias, ensure_articles
from mappings import Attachment, Document, Evidence, Image, Removed, Repair
from search import Searcher
from webui import create_app

INDEXED_AT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
REPORT, DAMAGED, PLAIN, COPY = "report", "damaged", "plain", "copy"
FILLER = "各有关部门要把企业服务做细做实，遇到困难当场协调，遇到堵点逐项销号，做到事事有回音、件件有着落。" * 4
BODY = (
    "平工园发〔2024〕7号\n"
    "各县（市、区）人民政府，园区各单位：\n"
    f"现将园区工作报告如下。{FILLER}\n"
    "一、主要指标\n"
    "指标 | 单位 | 数值\n工业总产值 | 亿元 | 34\n财政收入 | 万元 | 4,719\n"
    f"二、项目建设\n（一）抓招商引资。新签约项目十二个，光伏和储能各占三成。{FILLER}\n"
    f"（二）抓开工投产。“三抓三促”行动开展以来，开工率达到九成。{FILLER}\n"
    f"三、存在问题\n土地利用率不高。{FILLER}\n"
    f"四、下一步打算\n继续推进“三抓三促”行动，招商引资再上台阶。{FILLER}\n"
    "平凉工业园区管理委员会\n2024年3月5日"
)
NUMBER = "平工园发〔2024〕7号"
ADDRESS = "https://park.example/2024/03/t20240305_7.html"


def document_report() -> Document:
    """A report with headings, a table, files, a picture, and evidence from everywhere."""
    return Document(
        id=REPORT,
        path="pages/report.html",
        title="平凉工业园区2024年“三抓三促”工作报告",
        body=BODY,
        url=ADDRESS,
        site="park.example",
        outlet="平凉工业园区",
        author="李晓梅",
        published=dt.date(2024, 3, 5),
        published_precision="day",
        region=("甘肃省", "甘肃省/平凉市"),
        park=("平凉工业园区",),
        industry=("新能源",),
        slogan=("三抓三促", "招商引资"),
        kind="报告",
        document_number=NUMBER,
        evidence=(
            Evidence("published", "2024-03-05", "发布日期：2024-03-05", "head", "labelled date"),
            Evidence("region", "甘肃省/平凉市", "平凉", "title", "place named"),
            Evidence("park", "平凉工业园区", "平凉工业园区", "title", "park of the authority file"),
            Evidence("outlet", "平凉工业园区", "平凉工业园区", "meta", "meta tag contentsource"),
            Evidence("site", "park.example", "park.example", "url", "host of the address"),
            Evidence("industry", "新能源", "光伏、储能、电解液", "body", "key words of the industry"),
            Evidence("slogan", "三抓三促", "产。 “三抓三促”行动开展以来", "body", "slogan of the lexicon"),
            Evidence("slogan", "三抓三促", "继续推进“三抓三促”行动", "body", "slogan of the lexicon"),
            Evidence("slogan", "招商引资", "（一）抓招商引资。新签约", "body", "slogan of the lexicon"),
            Evidence("kind", "报告", "平凉工业园区2024年“三抓三促”工作报告", "title", "the title calls it a report"),
            Evidence("document_number", NUMBER, NUMBER, "body", "document number above the text"),
        ),
        removed=(
            Removed("首页 > 信息公开 > 工作报告", "breadcrumb"),
            Removed("来源：本站  发布日期：2024-03-05  浏览：7", "source line"),
            Removed("版权所有：平凉工业园区", "copyright"),
        ),
        attachments=(
            Attachment("2024年任务分工表", "./P020240305.xlsx"),
            Attachment("恶意链接", "javascript:alert(1)"),
            Attachment("没有地址的附件", ""),
        ),
        images=(Image("园区全景。刘畅 摄", "/upload/2024/a.jpg"),),
    )


def document_damaged() -> Document:
    """A page with the damage that "traditional version" scripts do."""
    return Document(
        id=DAMAGED,
        path="pages/damaged.txt",
        title="平凉工业园区的小电车",
        body="平凉工业园区(高新区)大力发展新能源汽车专用车位,免费⟨?⟩免费充。\n市场有了,产业跟着长,企业一百余家。",
        published=dt.date(2023, 9, 1),
        published_precision="month",
        region=("甘肃省", "甘肃省/平凉市"),
        kind="新闻",
        repairs=(
            Repair("?jīng)龉I(yè)", "凉工业", 7.25),
            Repair("?!⒚赓M(fèi)", "⟨?⟩免费", 0.01, accepted=False, note="most likely 、免费"),
            Repair("產(chǎn)", "产", None, note="1 times"),
            Repair("業(yè)", "业", None, note="2 times"),
        ),
        removed=(Removed("首页 > 园区动态", "breadcrumb"), Removed("【打印本页】", "page tools")),
        raw="首頁 > 園區(qū)動態(tài)\n平?jīng)龉I(yè)園區(qū)的小電車\n平?jīng)龉I(yè)園區(qū)(高新區(qū))"
        "大力發(fā)展新能源汽車專用車位,免費(fèi)?!⒚赓M(fèi)充。\n市場(chǎng)有了,產(chǎn)業(yè)跟著長(zhǎng),企業(yè)一百余家。\n【打印本頁】\n",
    )


def document_plain(number: int) -> Document:
    """One of several short documents about one thing."""
    return Document(
        id=f"{PLAIN}-{number}",
        path=f"pages/plain-{number}.html",
        title=f"园区招商引资快讯第{number}期",
        body=f"第{number}期。园区招商引资签约项目{number}个。",
        published=dt.date(2020, 1, number),
        published_precision="day",
        kind="新闻",
    )


def document_copy(number: int) -> Document:
    """One of three documents with the same text; the last one, without a date, has a paragraph more."""
    same = "\n".join(f"{n}月，车间里的会开到第{n}场，干部当场认领问题{n}个，企业点头才算销号。" for n in range(3, 9))
    return Document(
        id=f"{COPY}-{number}",
        path=f"pages/copy-{number}.html",
        title="河南：把会开到车间里" if number == 2 else "把会开到车间里",
        body=same if number < 3 else f"{same}\n（本报记者 刘畅）",
        outlet=("中原经济参考", "某某门户", "某某论坛")[number - 1],
        published=dt.date(2021, 12, number) if number < 3 else None,
        published_precision="day" if number < 3 else None,
        region=("河南省", "河南省/郑州市"),
        kind="新闻",
        group=f"{COPY}-1",
    )


def documents() -> list[Document]:
    """All documents of the site."""
    plain, copies = (document_plain(n) for n in range(1, 8)), (document_copy(n) for n in range(1, 4))
    return [document_report(), document_damaged(), *plain, *copies]


@contextmanager
def reading_site(settings: Settings, client: Elasticsearch, home: Path) -> Iterator[Flask]:
    """The site over these documents, in a collection of its own."""
    name = f"{settings.collection}-reading-{secrets.token_hex(2)}"
    mine = settings.model_copy(update={"collection": name, "home": home})
    ensure_articles(client, mine)
    index = articles_alias(mine)
    actions = ({"_index": index, "_id": d.id, "_source": d.as_source(INDEXED_AT)} for d in documents())
    helpers.bulk(client, actions, refresh=True)
    yield create_app(Searcher(client, mine), mine)
