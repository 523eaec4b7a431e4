"""What kind of text it is: a table of signs, the first that fits wins."""

from __future__ import annotations

import re

from indexer.enrich.material import Fact, Material
from mappings import Evidence

# (kind, where, pattern, rule). Titles name the kind of document; the text's first words tell speeches and reports.
SIGNS = (
    ("其他", "title", r"解读|图解|一图读懂|问答$|答记者问", "a reading aid to a policy"),
    ("讲话", "title", r"(?:讲话|致辞|致词|发言|演讲|主持词|寄语|贺词|献词)(?:稿|提纲|材料|全文|[(（].*)?$|在.{2,40}上的(?:讲话|发言|致辞)", "the title calls it a speech"),
    ("公告", "title", r"(?:暂停|停办|放假|停电|停水|停气|封闭|迁址|搬迁|系统(?:升级|维护)|试运行|值班|停机).{0,20}(?:通知|通告|公告)$", "the title calls it an announcement"),
    ("公告", "title", r"公告|公示|通告|招标|中标|成交结果|竞争性(?:磋商|谈判)|拍卖|招聘|遴选|征集|听证会|采购(?:意向|结果|项目)|录用|拟(?:任|录|奖|推荐|认定)|启事|预告|温馨提示", "the title calls it an announcement"),
    ("报告", "title", r"工作报告|(?:调研|调查|年度|评估|分析|自查|审计|研究|发展|统计|述职|整改|情况的?)报告|工作总结|总结(?:报告|材料)?$|统计公报|白皮书|报告(?:[(（].*[)）])?$", "the title calls it a report"),
    ("政策", "title", r"(?:通知|意见|办法|规定|条例|细则|方案|规划|纲要|措施|决定|批复|命令|规程|规范|标准|指南|清单|要点|计划|公约|章程|规则|政策|准则|目录|指引|的函|复函|决议|令|若干.{0,12}|[二三四五六七八九十\d]+条)(?:的?通知)?(?:》)?(?:[(（][^()（）]{1,20}[)）])?$", "the title calls it a policy document"),
    ("政策", "number", r".", "it has a document number"),
    ("讲话", "start", r"^\W*(?:同志们|各位(?:代表|委员|领导|来宾|嘉宾|同志|朋友|企业家)|尊敬的各位|女士们|老师们|同学们)", "it begins with a salutation"),
    ("报告", "start", r"^\W*各位代表[:：]?\W*(?:现在|我代表)", "it begins as a report to delegates"),
    ("新闻", "start", r"(?:记者|通讯员|本报讯|新华社|央视网消息|讯[(（])", "a reporter's line"),
    ("新闻", "end", r"[(（][^()（）]{0,30}(?:记者|通讯员|供稿|来源|图/文|文/图)[^()（）]{0,30}[)）]\W*$", "a reporter's line"),
    ("新闻", "start", r"(?:近日|日前|昨日|今日|近期|上午|下午|连日来|\d{1,2}月\d{1,2}日|今年以来|春节|前三季度|上半年|一季度)", "it begins as news"),
    ("新闻", "title", r"召开|举行|举办|调研|签约|开工|开业|投产|揭牌|启动|获评|荣获|入选|突破|亮相|走进|考察|会见|推进|打造|力争|跑出|看|如何|书记谈|助力|奋力|！", "the title tells an event"),
)  # fmt: skip
_SIGNS = tuple((kind, where, re.compile(pattern), rule) for kind, where, pattern, rule in SIGNS)
START, END = 90, 80  # characters
NEWS_PARAGRAPHS = 2  # with full stops, below which a page with a source line may be anything


def find_kind(page: Material, document_number: str | None) -> Fact:
    """One of 新闻, 政策, 讲话, 报告, 公告, 其他; 其他 when no sign fits."""
    start = page.key[:START]
    zones = {"title": page.title_key, "start": start, "end": page.key[-END:], "number": document_number or ""}
    for kind, where, pattern, rule in _SIGNS:
        if match := pattern.search(zones[where]):
            place = "title" if where == "title" else "body"
            text = zones[where] if where in ("title", "number") else match[0]
            return Fact(kind, Evidence("kind", kind, text[:80], place, rule))
    if (page.head or page.hints.source) and sum("。" in p for p in page.paragraphs) >= NEWS_PARAGRAPHS:
        return Fact("新闻", Evidence("kind", "新闻", start[:40], "body", "running text under a source line"))
    return Fact("其他", Evidence("kind", "其他", page.title_key[:40] or start[:40], "title", "no sign of another kind"))
