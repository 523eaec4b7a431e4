"""Rules of a mailbox: what visitors may write to an office, what they must tell, how long the answer takes.

A measure that an office published about its mailbox (第一条, a day of signature) is a document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.clean.heading import squeeze
from indexer.refusal.listing import NAME_LENGTH, Listing
from mappings import fold

LONGEST = 3000  # characters of such rules at most
KINDS = 4  # of different rules; of a page that is called a mailbox, one less
SHARE = 0.5  # of the characters, in paragraphs that hold one of them
MENTIONS = 2  # of what is written
NAMED = 2  # paragraphs at the beginning that may name such rules
HEADING = 30  # characters of a heading at most
HEAD = 5  # paragraphs at the beginning, where a measure says what it is
_MENTIONED = (
    "信箱",
    "留言",
    "来信",
    "來信",
    "信件",
    "写信",
    "寫信",
    "发帖",
    "意见箱",
    "意見箱",
    "本平台",
    "本栏目",
    "本欄目",
    "查询码",
)
_WRITTEN = re.compile(r"信箱|留言|来信|信件|写信|发帖|意见箱")
# What is sent in by other forms: a complaint, a report, an application.
_ONLINE = re.compile(r"本(?:平台|栏目|系统|网站|页面)|查询码|系统(?:将|会|反馈|自动)")
_TO_VISITORS = re.compile(r"您|你")
SHORT = 1000  # characters of rules for those
_NAME = re.compile(
    r"(?:信箱|意见箱|来信|写信|寄信|发信|信件|留言|咨询|投诉|举报|诉求|提问|发帖|网民|网友|受理|使用|办信|依申请公开)\S{0,4}(?:须知|说明|指南|规则|规定|帮助|提示|范围)\W*$|^\W*(?:使用|温馨|友情)(?:须知|说明|提示)\W*$|^\W*(?:我有话说|建言献策|我要(?:写信|留言|咨询|投诉|建议)|给\S{2,6}(?:写信|留言))\W*$"
)
_BY_NAME = re.compile(r"信箱|留言|来信|写信|信件|意见箱|网上|在线|咨询|提问|发帖")
_RULES = (
    re.compile(
        r"(?:写信|来信|留言|提交|发帖|反映问题|使用本信箱)(?:之?前|时)|欢迎(?:您|你)?(?:使用|来信|留言|给|在)|(?:您|你)(?:的|在|通过|需|应|可)?[^。]{0,12}(?:来信|信件|留言|写信|申请|举报|诉求|反映)"
    ),
    re.compile(
        r"真实(?:的)?(?:姓名|身份|联系)|实名|(?:联系方式|身份信息|姓名)[^。]{0,8}(?:真实|准确)|如实(?:填写|提供|留下)|匿名|(?:写明|注明|留下|提供|填写)[^。]{0,8}(?:姓名|联系|电话)"
    ),
    re.compile(
        r"一(?:信|事|件|帖)一(?:信|事|件|帖|议|报|投)|只(?:能)?(?:申请|反映|提交)一|只?反映一个|简明扼要|简洁明了|表述清[楚晰]|条理清|[字数][^。]{0,10}\d{2,4}(?:个?字)|\d{3,4}字(?:以内|之内|内)"
    ),
    re.compile(r"[重反]复(?:的)?(?:提交|递交|来信|写信|信件|邮件|留言|反映|投诉|发帖)|(?:相同|同一|内容相近)[^。]{0,12}(?:内容|问题|信件)[^。]{0,14}(?:请勿|不要|勿|不再|留言|重复)"),
    re.compile(r"造谣|诽谤|诬告|捏造|歪曲|谩骂|人身攻击|侮辱|文明(?:用语|发言)|不良信息|违法信息|广告"),
    re.compile(r"查询码|(?:查询|查看)[^。]{0,12}(?:办理|处理|回复|答复|反馈)?(?:结果|情况|进度|状态)|(?:查询|信件)密码|(?:信件|受理|信访|查询|办件)(?:编|单)?号|密码[^。]{0,10}查询|编号[^。]{0,10}(?:查询|密码)"),
    re.compile(r"(?<!\d)\d{1,3}\s*个?(?:工作)?日(?:之?内|以内|办结|答复|回复)|(?:办理|答复|回复)(?:期限|时限|时间|周期)|(?:期限|时限)(?:一般)?为"),
    re.compile(r"不(?:予|能|纳入|属于?)[^。]{0,6}(?:受理|回复|办理)|概不|不受理|不作受理|受理(?:的)?范围|管辖范围|本栏目受理|(?:咨询|留言)范围|受理的(?:信息|信件|事项|内容|范围)"),
    re.compile(r"(?:个人|身份)信息[^。]{0,20}保密|严格保密|是否公开|选择性公开|(?:不予|公开)(?:公开|个别|发布|信件)|先审后(?:发|登)|审核后(?:显示|公开|发布)|隐私|选择性[^。]{0,20}公开|不公开"),
    re.compile(r"选择[^。]{0,10}(?:部门|单位|类型|类别|对象)|(?<!\d)1[12][09](?!\d)|紧急(?:情况|渠道|诉求)|系统故障|换个时间|仅供参考|不作为[^。]{0,6}依据"),
    re.compile(r"诉讼|仲裁|行政复议|司法程序|法定途径|信访(?:条例|途径|渠道|程序)"),
    re.compile(r"感谢(?:您|你)|谢谢|(?:您|你)的(?:理解|支持|关注|参与)"),
)  # fmt: skip
_ITEM = re.compile(r"^\W*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．])")
_MEASURE = re.compile(
    r"^\W*第[一二三四五六七八九十百\d]{1,4}[章条]|(?:制[定订]|出台)本|(?:印发|下发|转发|公布)给|现将[^。]{0,30}(?:如下|印发)|(?:近日|日前|昨日|记者)|(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\W*$|〔(?:19|20)\d{2}〕|(?:决定|定于|将于)[^。]{0,20}(?:开通|设立|启用)|(?:开通|设立|启用)以来"
)
_TITLED = re.compile(
    r"^关于|(?:办法|制度|细则|规程|方案|通报|情况|公告|通知|报告|条例)\W*$|(?:开通|上线|启用|办结|答复)"
)
_LETTER = re.compile(
    r"^\W*(?:来信|信件|留言|咨询|提问|答复|回复|办理|处理)?(?:内容|答复|回复|情况|结果|正文)\s*[:：]\s*(?![字请应须需要])\S|(?:回复|答复|办理)(?:内容|单位|意见|部门)\s*[:：]"
)


def is_mailbox(listing: Listing) -> bool:
    """Whether a page holds nothing but the rules of a mailbox."""
    paragraphs, title, text = listing.page.paragraphs, listing.page.title, listing.text
    if len(text) > LONGEST:
        return False
    named = any(map(_NAME.search, listing.names)) if len(text) <= SHORT or "信箱" in text else False
    if not (named or any(word in text for word in _MENTIONED)):
        return False
    name = squeeze(title.text) if title else ""
    told = [fold(p) for p in paragraphs]
    heads = (*(title.text.split(" ") if title else ()), *map(squeeze, told[:NAMED]))
    called = named or any(len(text) <= NAME_LENGTH and _NAME.search(text) for text in heads)
    if not called and (listing.is_article or _TITLED.search(name)):
        return False
    if not (named and _BY_NAME.search(listing.names[0])) and not _is_about_letters(
        "\n".join((name, *(line.key for line in listing.main)))
    ):
        return False
    if any(_MEASURE.search(p) for p in (*told[:HEAD], *told[-HEAD:])) or any(map(_LETTER.search, told)):
        return False
    return _is_full_of_rules(told, KINDS - called)


def _is_about_letters(text: str) -> bool:
    if len(_WRITTEN.findall(text)) >= MENTIONS:
        return True
    return len(text) <= SHORT and bool(_ONLINE.search(text)) and bool(_TO_VISITORS.search(text))


def _is_full_of_rules(told: Sequence[str], least: int) -> bool:
    """Several kinds of rules, in paragraphs that are half of the page; a heading stands for what is listed below it."""
    kinds: set[int] = set()
    ruled, headed = 0, False
    for p in told:
        found = [i for i, rule in enumerate(_RULES) if rule.search(p)]
        item = bool(_ITEM.match(p))
        kinds.update(found)
        ruled += len(p) if found or (item and headed) else 0
        if not item or len(p) <= HEADING:
            headed = (bool(found) and len(p) <= HEADING) or (item and headed)
    return len(kinds) >= least and ruled >= SHARE * sum(map(len, told))
