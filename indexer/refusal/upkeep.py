"""What a site says while it is worked on: in several sentences, signed or not, it tells of nothing but itself.

Water, power, roads and the business of an office that rest for a while are news for whoever lives there.
"""

from __future__ import annotations

import re

from indexer.refusal.entries import is_source
from indexer.refusal.listing import Listing
from mappings import fold

LONGEST = 600  # characters of such a message at most
SIGNS = 2  # of what else such a message says
_CLOSED = ("停止运行", "停止服务", "停止更新", "停止使用", "关停", "關停", "下线", "下線", "并入", "併入")
_WORKED_ON = (
    *("升级", "升級", "维护", "維護", "改版", "改造", "迁移", "遷移", "割接", "检修", "切换", "调试", "扩容"),
    *_CLOSED,
)
# The site itself, not a system of an office: 本系统, 对系统, “，网站将”.
_OF_SITE = r"(?:本|我们的|对|将|[，,。:：]|期间|^)(?:本)?(?:门户|政府|官方|该)?"
_ADVERB = "推进|性|谋划|治理|地|梳理|开展|化|集成|部署|总结|学习|阐"  # behind 系统
_SITE = rf"(?:网站|(?<=本)网(?![友民络])|站点|系统(?!{_ADVERB})|平台|服务器|App|APP|app|小程序|客户端)"
_WORK = re.compile(
    rf"{_OF_SITE}{_SITE}[^。]{{0,30}}(?:升级|维护|改版|改造|迁移|割接|检修|切换|调试|扩容)"
    r"|^\W*(?:关于)?(?:\S{0,6}网站|系统|平台|服务器?|网站系统)\S{0,8}(?:升级|维护|改版|改造|迁移|割接|停机)\S{0,6}(?:的?(?:通知|公告|通告|说明))?\W*$"
    rf"|{_OF_SITE}{_SITE}(?:已|将|于)?[^。]{{0,16}}(?:停止(?:运行|服务|更新|使用|运营)|关停|下线|迁移至|并入)"
    r"|^\W*(?:关于)?(?:网站|系统|平台)\S{0,4}(?:停止运行|关停|下线|迁移)的?(?:通知|公告|通告|说明)?\W*$"
    r"|(?:网站?|平台|系统|客户端)(?:正在|将)(?:进行)?[^。，]{0,10}(?:维护|升级|迁移|改版)|网站将[^。]{0,40}暂停(?:访问|服务|对外)"
    r"|原网站|(?:网站|平台)已(?:整体)?(?:迁移|并入)|(?:我们|我站)(?:正在|将)[^。]{0,12}(?:升级|维护|改版)"
)
_SAID = (
    re.compile(
        r"(?:暂停|无法|中断|停止|不能|不可|暂不|暂时关闭)[^。，]{0,6}(?:访问|登[录陆]|使用|服务|浏览|查看|打开|更新|提交|对外)|(?:服务|功能|系统|网站)不可用"
    ),
    re.compile(r"谅解|见谅|抱歉|(?:您|你)的(?:理解|支持|耐心)|感谢您|带来(?:的)?不便|造成(?:的)?不便"),
    re.compile(r"(?:尊敬|亲爱)的(?:用户|网友|会员|客户|访客|各位|读者)|各位(?:用户|网友|会员)|您|你"),
    re.compile(r"(?:维护|升级|改版|停机|恢复|开放)(?:访问)?时间|(?:维护|升级|改版|改造|停机)期间|(?:维护|升级|改版|改造)(?:完成|结束)后|稍后|恢复(?:正常)?(?:访问|使用|服务)"),
    re.compile(r"请(?:访问|登录|前往|移步|使用)|自动跳转|新(?:网址|域名|地址|网站|平台)"),
)  # fmt: skip
# What stops for others than the visitors of the site.
_BUSINESS = re.compile(
    r"供水|停水|供电|停电|供气|停气|供热|供暖|道路|交通|通行|车辆|桥|隧道|线路|列车|公交|电梯|办税|纳税|缴费|参保|社保|医保|公积金|不动产|登记业务|窗口|大厅|网点|门店|银行|业务(?:的)?(?:办理)?(?:将|均)?(?:暂停|停止)|暂停(?:办理|受理)"
)
_SIGNED = re.compile(r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\W*$")  # the day below a notice of an office
_OFFICE = re.compile(r"^\S{2,20}(?:[局委办厅院]|中心|政府|委员会|管委会|办公室)\W*$")
_TOLD = re.compile(r"回复如下|答复|近日|日前|记者|印发|〔(?:19|20)\d{2}〕|招标|采购|中标|万元|亿元")


def is_upkeep(listing: Listing) -> bool:
    """Whether a page says only that its own site is being worked on."""
    if len(listing.text) > LONGEST or not any(word in listing.text for word in _WORKED_ON):
        return False
    told = [listing.title_key, *map(fold, listing.page.paragraphs)]
    text = "\n".join(told)
    if _BUSINESS.search(text) or _TOLD.search(text) or not any(map(_WORK.search, told)):
        return False
    signed = any(map(_SIGNED.search, told[-2:]))
    published = signed or any(map(_OFFICE.search, told[-2:])) or any(map(is_source, listing.main))
    if (published and told[0].startswith("关于")) or (signed and not _WORK.search(told[0])):
        return False
    shown = "\n".join(line.key for line in listing.main if not line.linked)
    return sum(bool(said.search(shown)) for said in _SAID) >= SIGNS
