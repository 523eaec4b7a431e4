"""What a site agrees with its users: privacy, cookies, terms of use. It speaks as we to you, of itself.

Laws, measures and news about such terms speak of others, and are documents.
"""

from __future__ import annotations

import re

from indexer.refusal.listing import Listing
from mappings import fold

KINDS = 4  # of different things that such terms say; of a page that is called so, one less
SHARE = 0.5  # of the characters, in paragraphs that say one of them
OWN = 2  # times that it speaks of itself
LOOKED_AT = 3000  # characters at the beginning: terms are long, and of one kind throughout
HEAD = 4  # paragraphs at the beginning, where a document says what it is
_MENTIONED = (
    "隐私",
    "隱私",
    "个人信息",
    "個人信息",
    "cookie",
    "Cookie",
    "本协议",
    "本協議",
    "本声明",
    "本聲明",
    "免责",
    "免責",
)
_NAME = re.compile(
    r"(?:隐私|用户|服务|使用|注册|会员|网站|免责|版权|法律|软件|许可)(?:权)?(?:政策|协议|声明|条款|保护|须知|指引|说明)+\W*$"
)
_OWN = re.compile(
    r"本(?:网站|站|网|平台|公司|软件|应用|客户端|产品|服务|小程序|政策|协议|声明|条款)|我们|(?:我|该)公司"
)
_TO_USERS = re.compile(r"您|你|用户|访问者|浏览者|使用者")
_TERMS = (
    re.compile(r"隐私(?:权)?(?:政策|声明|条款|保护)|本(?:政策|协议|声明|条款)|服务(?:条款|协议)|用户协议"),
    re.compile(r"(?:收集|采集|存储|储存|披露|共享|保存)[^。]{0,24}(?:信息|资料|数据)|(?:信息|资料|数据)[^。]{0,16}(?:收集|采集|披露|保密)"),
    re.compile(r"(?:使用|访问|浏览|登录|接受|注册)[^。]{0,12}(?:我们|本(?:网站|站|平台|软件|公司|应用|服务|产品|协议)|客户端|服务)"),
    re.compile(r"即?(?:表示|视为|意味着|表明)[^。]{0,14}(?:同意|接受|理解|认可)|如(?:果)?(?:您|用户|你)?不同意"),
    re.compile(r"cookie|IP\s*地址|日志信息|设备信息|浏览器|访问次数|流量统计", re.IGNORECASE),
    re.compile(r"第三方|未经(?:您|用户|你|本人|许可|授权|本网站|我们)|征得(?:您|用户|你)|事先(?:征得|许可|同意)"),
    re.compile(r"注册|[账帐]号|密码|手机号|实名认证|身份证"),
    re.compile(r"不(?:承担|负)[^。]{0,12}责任|免责|知识产权|版权归|著作权|链接[^。]{0,10}(?:网站|第三方)|准确性|完整性"),
    re.compile(r"(?:不时|随时|有权)[^。]{0,12}(?:更新|修改|变更|终止|中止)|(?:您|你)(?:有权|可以)[^。]{0,14}(?:更正|删除|撤回|注销|查询)"),
    re.compile(r"用户(?:必须|应当?|须|向本|可)[^。]{0,24}(?:提供|保证|遵守|承担)|(?:您|你)(?:需要|应当?|可能需)[^。]{0,20}(?:提供|提交|遵守)"),
)  # fmt: skip
_MEASURE = re.compile(
    r"^\W*第[一二三四五六七八九十百\d]{1,4}[章条]\s*(?!\S{0,6}(?:本协议|用户|服务))|(?:近日|日前|昨日|记者|本报讯)|〔(?:19|20)\d{2}〕|(?:印发|公布)给|各(?:单位|部门|县|市|区|省)"
)


def is_agreement(listing: Listing) -> bool:
    """Whether a page holds nothing but what a site agrees with its users."""
    beginning = listing.text[:LOOKED_AT]
    if not any(word in beginning for word in _MENTIONED):
        return False
    told = [fold(p) for p in beginning.split("\n")]
    text = "\n".join(told)
    if len(_OWN.findall(text)) < OWN or not _TO_USERS.search(text) or any(map(_MEASURE.search, told[:HEAD])):
        return False
    called = any(map(_NAME.search, (*listing.names, listing.title_key)))
    if listing.is_article and not called:
        return False
    kinds = {i for p in told for i, term in enumerate(_TERMS) if term.search(p)}
    saying = sum(len(p) for p in told if any(term.search(p) for term in _TERMS))
    return len(kinds) >= KINDS - called and saying >= SHARE * len(text)
