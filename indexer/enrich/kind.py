"""What kind of text it is: a table of signs, the first that fits wins."""

from __future__ import annotations

import re

from indexer.enrich.bylines import bracketed, reporters
from indexer.enrich.material import Fact, Material
from mappings import Evidence

# Titles of Chinese documents end with the word for what they are; what may follow it.
_END = r"(?:的?(?:通知|通报|函))?[》”\"]?(?:[(（][^()（）]{1,30}[)）])*$"
_POLICIES = r"(?:通知|通报|意见|办法|规定|条例|细则|方案|规划|纲要|措施|决定|批复|命令|规程|规范|标准|指南|清单|要点|计划|公约|章程|规则|政策|准则|目录|指引|的函|复函|决议|令|预案|制度|大纲|条件|若干.{0,12}|[二三四五六七八九十\d]+条)"
_ORDERS = r"^(?!.*(?:征求|招标|招聘公告)).*(?:意见|办法|规定|条例|细则|方案|规划|纲要|措施|规程|规范|指南|要点|行动计划|指引|制度|预案)"
# What others say of a report is none.
_NOT_OF_ONE = r"(?!.*(?:支持|欢迎|学习|热议|聚焦|讨论|解码|读懂|点赞|划重点)[^，。]{0,8}(?:工作|施政)报告)"
# (kind, where, pattern, rule). Titles name the kind of document; the text's first words tell speeches and reports.
SIGNS = (
    ("政策", "opening", r"《[^《》]{4,60}(?:意见|办法|规定|条例|细则|方案|规划|纲要|措施|决定|通知)》[^。]{0,30}(?:全文如下|全文[:：])|(?:印发|下发)了?《[^《》]{4,60}》[^\n]{0,120}\n?[^\n]{0,80}全文如下", "the full text of a policy follows"),
    ("其他", "opening", r"(?:写\s*信|来\s*信|提\s*问|留\s*言|咨\s*询)\s*(?:人|者|时\s*间|日\s*期|内\s*容|标\s*题)\s*[:：|]|(?:回复|答复|办理)(?:部门|单位|时间|内容)\s*[:：|]|(?:来信|您|你|网民|网友)(?:所)?(?:反映|咨询|提出|提到)[^。]{0,40}(?:回复|答复)如下|^\W*(?:尊敬的)?(?:网友|网民|市民|群众)[^。\n]{0,8}[:：，,]?\s*您好", "a letter and its answer"),
    ("新闻", "title", r"^(?:[^：:]{2,8}(?:社论|评论员文章|快评|时评|锐评)|社论|评论)[：:]", "a paper's comment"),
    ("新闻", "start", r"^\W*(?:新华社|中新社|新华网|人民网|央视网消息|本报讯|本网讯|[\u4e00-\u9fff]{2,10}(?:网|报|社|台|日报|e公司))[^，。\n]{0,12}?(?:\d{1,2}日)?(?:电|讯|消息|[(（](?:首席)?记者|[(（]通讯员)|^\W*(?:[\u4e00-\u9fff]{2,8})?讯[(（,，]", "a dateline"),
    ("其他", "title", r"在线访谈|访谈实录|文字实录|直播实录", "an interview with questions from the public"),
    ("其他", "title", r"解读|图解|一图读懂|一图看懂|问答$|答记者问|政策问答|释义", "a reading aid to a policy"),
    ("讲话", "title", r"^(?!.*(?:发表|出席|举行|学习|并致|论学)).*(?:讲话|致辞|致词|发言|演讲|主持词|寄语|贺词|献词)(?:稿|提纲|材料|全文|摘要|[(（].*)?$", "the title calls it a speech"),
    ("公告", "title", r"(?:暂停|停办|放假|停电|停水|停气|封闭|迁址|搬迁|系统(?:升级|维护)|试运行|值班|停机).{0,20}(?:通知|通告|公告)$", "the title calls it an announcement"),
    ("公告", "opening", r"(?:通告|公告)如下[:：。]|的通告\W*\n|(?:违反|遵守|执行)本(?:通告|公告)|禁止(?:燃放|焚烧|露天).{0,200}(?:广大(?:市民|村民|居民|群众))", "addressed to the public"),
    ("新闻", "title", r"^(?!.*关于)(?!.*(?:的|》)(?:通知|通告|公告|决定|意见|批复|函)$)[^《》：:]{2,20}(?:出台|发布|公布|推出|宣布|陈述|审议通过|颁布|谋划|启动|获批)(?!会|单).{2,}|(?:听取|收集|提出|反馈|转达)[^《》]{0,30}意见$", "the title tells an event"),
    ("政策", "title", _ORDERS + _END, "the title calls it a policy document"),
    ("公告", "title", r"公告|公示|通告|征求.{0,60}意见|招标|中标|成交结果|竞争性(?:磋商|谈判)|拍卖|招聘|遴选(?!工作的通知)|征集|听证会|采购(?:意向|结果|项目)|录用|拟(?:任|录|奖|推荐|认定)|启事|预告|温馨提示|公开信|的一封信|倡议书|告.{2,12}书$|招生简章|更正", "the title calls it an announcement"),
    ("报告", "title", rf"^{_NOT_OF_ONE}(?!.*(?:听取|审议|发布会)).*(?:工作|调研|调查|年度|评估|分析|自查|审计|研究|发展|统计|述职|整改|情况的?)报告" + _END, "the title calls it a report"),
    ("报告", "title", rf"^{_NOT_OF_ONE}(?:.*(?:工作总结|总结(?:报告|材料)?$|统计公报|白皮书|蓝皮书|报告(?:[(（].*[)）])?$|汇报(?:材料|提纲)?$|年报[.…]*$|年度报(?:告)?[.…]+$|^(?!.*(?:调研|考察|督导|督查|检查|视察|听取|走访|督办)).*(?:建设|进展|开展|工作|完成|执行|落实|公开|运行|办理)情况(?:的汇报|的报告)?(?:[(（].*[)）])?[.…\s]*$|政府工作报告))|^(?:关于|暨).{{4,}}情况(?:的说明)?$", "the title calls it a report"),
    ("政策", "title", _POLICIES + _END + r"|^中华人民共和国.{2,30}法(?:[(（].*)?$", "the title calls it a policy document"),
    ("报告", "title", rf"^{_NOT_OF_ONE}(?!.*(?:听取|审议)).*(?:年度报告|工作报告|情况报告)", "the title calls it a report"),
    ("政策", "number", r".", "it has a document number"),
    ("报告", "opening", r"一、综\s{0,4}合\W*\n[^\n]{0,20}初步(?:核算|测算|统计|计算)", "it begins as a bulletin of statistics"),
    ("报告", "start", r"^\W*各位代表[:：]?\W*(?:现在|我代表)", "it begins as a report to delegates"),
    ("讲话", "start", r"^\W*(?:同志们|各位(?:代表|委员|领导|来宾|嘉宾|同志|朋友|企业家)|尊敬的各位|女士们|老师们|同学们)", "it begins with a salutation"),
    ("其他", "head", r"楼主|只看该作者|本帖|随笔|(?<=[^\n\s|])博客|博客(?=[^\n\s|])|博文|阅读[(（]\d+[)）]|发表于.{6,30}由\s|札记|日记", "a page of a forum or blog"),
    ("公告", "opening", r"[采釆]购人(?:信息|名称)|[采釆]购代理机构|招标代理|投标人|项目编号[：:]|开标时间|中标(?:人|单位)", "the words of a tender"),
    ("政策", "opening", r"现将.{2,80}(?:印发|转发|下发)(?:给)?你们|请(?:认真)?(?:遵照|贯彻|抓好)(?:执行|落实)|^第一[章条]|制定本(?:办法|规定|细则|条例|方案)", "the words of an order"),
    ("政策", "start", r"^\W*各[^。\n]{2,70}(?:局|厅|政府|委员会|部门|单位|院校|学校|公司|企业)[^。\n]{0,12}[：:]", "addressed to offices"),
    ("公告", "title", r"的?公[.…]{2,}$", "the title calls it an announcement"),
    ("公告", "edges", r"现(?:予以?|将[^。]{2,80}?予以?)(?:公示|公告|通告|公布)|公示(?:时间|期限?|期间)(?:为|[:：])|特此(?:公告|公示|通告)", "the words of an announcement"),
    ("政策", "title", r"关于.{6,}(?:[.]{2,}|…)$", "the title of a document, cut off"),
    ("新闻", "start", r"(?:记者|通讯员|本报讯|新华社|央视网消息|讯[(（])", "a reporter's line"),
    ("新闻", "end", r"[(（][^()（）]{0,30}(?:记者|通讯员|供稿|来源|图/文|文/图|撰稿|摄影)[^()（）]{0,30}[)）]\W*$|[\u4e00-\u9fff]\s?摄\W*$|(?:记者|通讯员|编辑)[：: ][^。\n]{2,20}$", "a reporter's line"),
    ("新闻", "start", r"(?:近日|日前|昨日|昨天|今天|今日|^\W*\d{1,2}日[,，]|\d{1,2}日(?:在|听取|召开|举行|表示|介绍|透露|发布|通报)|前不久|近期|上周|本周|上午|下午|连日来|\d{1,2}月\d{1,2}日|今年以来|春节|前三季度|上半年|一季度)", "it begins as news"),
    ("新闻", "edges", r"(?:^|[\n。])图为", "a picture of the news"),
    ("新闻", "head", r"(?:动态|要闻|新闻|快讯|资讯|时讯|头条|时政)\W*(?:正文|内容|详情)?\W*$", "a column of news"),
    ("新闻", "title", r"召开|举行|举办|调研|签约|开工|开业|投产|揭牌|启动|获评|荣获|入选|突破|亮相|走进|考察|会见|推进|打造|力争|跑出|看|如何|书记谈|助力|奋力|！", "the title tells an event"),
)  # fmt: skip
_SIGNS = tuple((kind, where, re.compile(pattern), rule) for kind, where, pattern, rule in SIGNS)
START, END, OPENING, ANNOUNCED = 90, 80, 300, 200  # characters
HEAD_LINES = 8  # above the text that are looked at
NEWS_PARAGRAPHS = 2  # with full stops, below which a page with a source line may be anything
NEWS_SENTENCES = 4  # in one paragraph that make as much
# An author who speaks for himself, and not a person quoted, or a place or office.
_QUOTED = re.compile(r"“[^”]{1,400}”|「[^」]{1,400}」")
_MYSELF = re.compile(r"我(?![国省市县区院校州盟们厅局军方党镇乡村行公])")
MYSELF_OFTEN = 3
PERSONAL_LENGTH = 3000  # characters in which an author would have spoken
_PRESS = re.compile(r"来源|记者|[报网社台刊](?:\s|$)|新闻")  # a line above the text that names who publishes it
_TOLD = re.compile(r"记者|透露|据介绍|据了解|据悉|介绍说|表示[，,：:“]|说[，,：:。]|获悉|率队|一行")


def find_kind(page: Material, document_number: str | None) -> Fact:
    """One of 新闻, 政策, 讲话, 报告, 公告, 其他; 其他 when no sign fits."""
    key, title = page.key, page.title_key
    head = "\n".join(page.head[-HEAD_LINES:])
    zones = {
        "title": title.strip(),
        "start": key[:START],
        "opening": f"{head}\n{key[:OPENING]}",
        "end": key[-END:],
        "edges": f"{key[:OPENING]}\n{key[-ANNOUNCED:]}",
        "head": head,
        "number": document_number or "",
    }
    for kind, where, pattern, rule in _SIGNS:
        if match := pattern.search(zones[where]):
            if kind == "新闻" and rule != "a dateline" and _is_personal(page, head):
                break
            above = where == "head" or (where == "opening" and match.start() < len(head))
            place = "title" if where == "title" else "head" if above else "body"
            return _kind(kind, zones[where] if where in ("title", "number") else match[0], place, rule)
    if _is_personal(page, head):
        return _kind("其他", key[:40], "body", "an author who speaks for himself")
    if byline := next((fact for way in (reporters, bracketed) for fact in way(page)), None):
        return _kind("新闻", byline.evidence.text, byline.evidence.where, "a reporter's line")
    runs = sum("。" in p for p in page.paragraphs) >= NEWS_PARAGRAPHS or key.count("。") >= NEWS_SENTENCES
    if runs and (head or page.hints.source or _TOLD.search(key)):
        return _kind("新闻", key[:40], "body", "running text under a source line")
    return _kind("其他", title[:40] or key[:40], "title", "no sign of another kind")


def _kind(kind: str, text: str, where: str, rule: str) -> Fact:
    return Fact(kind, Evidence("kind", kind, text[:80], where, rule))


def _is_personal(page: Material, head: str) -> bool:
    """Whether the author says 我, outside of what others are quoted with, and no paper or reporter is named."""
    own = _QUOTED.sub("", page.key[:PERSONAL_LENGTH])
    is_press = page.hints.source or _PRESS.search(head) or "记者" in own[:START] + own[-END:]
    return not is_press and len(_MYSELF.findall(own)) >= MYSELF_OFTEN
