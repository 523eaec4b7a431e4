"""A small collection for the tests of the site: invented documents with facts, evidence, repairs and removed lines."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from mappings import Document, Evidence, Removed, Repair

PLACES = (
    ("甘肃省", "平凉市", "平凉工业园区", "甘肃经济日报"),
    ("甘肃省", "兰州市", "兰州新区", "兰州日报"),
    ("四川省", "广安市", "广安经开区", "广安日报"),
    ("江苏省", "南京市", "六合经济开发区", "南京日报"),
    ("湖南省", "常德市", "常德经开区", "湖南日报"),
    ("河北省", "保定市", "保定高新区", "河北日报"),
    ("山东省", "潍坊市", "潍坊滨海经开区", "大众日报"),
    ("浙江省", "嘉兴市", "嘉兴经开区", "浙江日报"),
    ("陕西省", "宝鸡市", "宝鸡高新区", "陕西日报"),
    ("广西壮族自治区", "柳州市", "柳州高新区", "广西日报"),
)
# Slogan, kind, industry, title and text of each theme; {place} and {park} are filled in.
THEMES = (
    (
        "三抓三促",
        "新闻",
        "装备制造",
        "{park}：以“三抓三促”推动项目建设提速",
        "{place}把“三抓三促”行动作为全年工作的抓手，{park}召开干部大会，逐项排出项目清单。\n"
        "会议要求，抓学习促提升、抓执行促落实、抓效能促发展，把三抓三促的成效体现在项目现场。\n"
        "据介绍，园区今年新开工项目十二个，其中装备制造项目五个，总投资三十一亿元。",
    ),
    (
        "项目突破年",
        "讲话",
        "新能源",
        "在{park}“项目突破年”动员会上的讲话",
        "同志们：今天的会议，主要任务是动员{park}上下扎实开展“项目突破年”活动。\n"
        "要盯住新能源产业链，招商引资一刻不能松，把签约项目变成开工项目，把开工项目变成投产项目。\n"
        "各部门要敢于三抓，也要善于三促，一件事一件事办好。",
    ),
    (
        "放管服",
        "政策",
        "数字经济",
        "{place}人民政府办公室关于深化“放管服”改革优化营商环境的若干措施",
        "各县（市、区）人民政府，{park}管委会：\n"
        "为深化“放管服”改革，推行一网通办，现提出以下措施。\n"
        "一、压缩企业开办时间。二、推广电子证照。三、支持数字经济企业入驻{park}。",
    ),
    (
        "五好园区",
        "报告",
        "新材料",
        "{park}创建“五好”园区工作情况的报告",
        "{park}对照规划定位好、创新平台好、产业项目好、体制机制好、发展形象好的要求推进“五好”园区建设。\n"
        "园区新材料产业产值增长百分之十七，招商引资到位资金四十二亿元。\n"
        "存在的问题是：土地利用率不高，科技平台偏少。",
    ),
)
LONG_TITLE = "关于进一步推进产业转移示范园区高质量发展暨招商引资重点项目集中签约开工投产活动实施方案及任务分工的通知"
SCRIPT = "<script>alert(1)</script>"
INDEXED_AT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


def document_id(path: str) -> str:
    """The id of an invented document."""
    return hashlib.sha256(path.encode()).hexdigest()[:16]


def articles() -> list[Document]:
    """All documents: every theme in every place, and some odd ones."""
    return [*_themes(), _damaged(), _factless(), _long(), _hostile()]


def _themes() -> Iterator[Document]:
    for number, (province, city, park, outlet) in enumerate(PLACES):
        for theme, (slogan, kind, industry, title, text) in enumerate(THEMES):
            path = f"pages/{number:02}/{theme}.html"
            published = dt.date(2015 + (number + 3 * theme) % 11, 1 + number, 3 + theme)
            region = f"{province}/{city}"
            title, text = (t.format(place=city, park=park) for t in (title, text))
            yield Document(
                id=document_id(path),
                path=path,
                title=title,
                body=text,
                url=f"https://www.example.org/{number}/{theme}.html",
                site="example.org",
                outlet=outlet,
                published=published,
                published_precision="day",
                region=(province, region),
                park=(park,),
                industry=(industry,),
                slogan=(slogan,),
                kind=kind,
                document_number=f"{city[:1]}政办发〔{published.year}〕{number + 1}号" if kind == "政策" else None,
                content_hash=hashlib.sha256(text.encode()).hexdigest(),
                evidence=(
                    Evidence("published", published.isoformat(), f"发布时间：{published}", "head", "labelled date"),
                    Evidence("region", region, park, "title", "park in the title"),
                    Evidence("outlet", outlet, f"来源：{outlet}", "head", "source line"),
                    Evidence("slogan", slogan, slogan, "body", "slogan of the lexicon"),
                ),
                removed=(
                    Removed("首页 > 新闻中心 > 园区动态", "breadcrumb"),
                    Removed("上一篇：没有了", "previous/next"),
                ),
            )


def _damaged() -> Document:
    path = "pages/damaged.txt"
    body = (
        "平凉工业园区（高新区）以“三抓三促”行动为抓手，牢记招商引资、项目建设、企业服务、科技创新主责主业。\n"
        "“三抓三促”行动开展以来，园区坚持以“深学”提升能力素质，以“实干”强执行抓落实。\n"
        "园区锚定生物医药、智能终端、新能源新材料三大主导产业，力争总量突破百亿元。"
    )
    return Document(
        id=document_id(path),
        path=path,
        title="党组织书记谈落实：坚定不移打造百亿园区",
        body=body,
        url="https://www.example.net/news/1.html",
        site="example.net",
        published=dt.date(2023, 9, 1),
        published_precision="month",
        region=("甘肃省", "甘肃省/平凉市"),
        park=("平凉工业园区",),
        industry=("生物医药", "新能源", "新材料", "电子信息", "装备制造"),
        slogan=("三抓三促",),
        kind="新闻",
        content_hash="d" * 64,
        repairs=(
            Repair("平?jīng)龉I(yè)園區(qū)", "平凉工业园区", 7.25),
            Repair("規(guī)?；?", "规模化", 4.5),
            Repair("?500", "", 0.5, accepted=False, note="数字前的一个字节已失去"),
        ),
        removed=(Removed("來源:某网 日期:2023-09 點擊:次", "source line"), Removed("扫一扫分享", "share")),
        raw="平?jīng)龉I(yè)園區(qū)以“三抓三促”行動為抓手",
    )


def _factless() -> Document:
    body = "同志们：园区是经济增长的主力军。今天的会议，就是研究高新区怎样做到高质量发展。"
    path = "pages/factless.txt"
    return Document(id=document_id(path), path=path, title="", body=body)


def _long() -> Document:
    path = "pages/long.html"
    body = "\n".join(f"第{n}条　各有关单位要把招商引资作为第{n}项工作抓紧抓好。" for n in range(1, 60))
    return Document(
        id=document_id(path),
        path=path,
        title=LONG_TITLE,
        body=body,
        outlet="某某网",
        published=dt.date(2021, 1, 1),
        published_precision="year",
        region=("全国",),
        kind="公告",
    )


def _hostile() -> Document:
    path = "pages/hostile.html"
    return Document(
        id=document_id(path),
        path=path,
        title=f"招商快讯 {SCRIPT}",
        body=f"正文里也有 {SCRIPT} 和 <b>粗体</b>，还有招商快讯四个字。",
        url="javascript:alert(1)",
        outlet=SCRIPT,
        evidence=(Evidence("outlet", SCRIPT, SCRIPT, "meta", SCRIPT),),
        repairs=(Repair(SCRIPT, SCRIPT, 5.0),),
        removed=(Removed(SCRIPT, SCRIPT),),
        raw=SCRIPT,
    )
