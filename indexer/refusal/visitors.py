"""What a site says to its visitors about itself: rules of a mailbox, of a survey, disclaimers, cookies, help."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.clean.heading import squeeze
from indexer.refusal.forms import is_blank, is_survey
from indexer.refusal.listing import NAME_LENGTH, Listing
from mappings import fold

SHARE = 0.6  # of the characters of a page that speak of the site
MAILBOX_SHARE = 0.25  # the same where the page itself is called a mailbox: what it is for is told beside
FEW = 120  # characters of a page that is nothing but such lines
HEADINGS = 20  # lines at the beginning within which the name stands
SIGNS = 2  # of different kinds in a paragraph that speaks of the site
# What pages are called where visitors write to an office, and the rules beside them.
_MAILBOX = re.compile(
    r"^\W*(?:\S{0,8}信箱|留言板|意见箱|(?:网民|网友|用户|使用|办事)须知|\S{0,4}(?:在线|网上)(?:咨询|留言|投诉|举报|提问|信访|调查)|我要(?:写信|留言|咨询|投诉|提问|举报|建议)"
    r"|(?:信件|来信|写信|留言|信箱|咨询|投诉|信访|发帖|注册|网民)?(?:使用|写信|来信|留言|信箱|受理|发帖|咨询|注册)(?:须知|说明|指南|范围|规则|协议)|建言献策|受理范围)\W*$"
)
_RULES = re.compile(
    r"^\W*(?:(?:网站|法律|版权|隐私|免责|本站)+(?:声明|政策|条款|保护|说明|协议)|用户(?:服务)?(?:协议|须知)|服务(?:条款|协议)|\S{0,8}使用(?:帮助|说明|条款|指南|方法)|(?:网站|使用|网页)帮助|cookies?\S{0,4}|关于(?:本站|网站|隐私)\S{0,4}|隐私(?:权)?)\W*$",
    re.IGNORECASE,
)
# Kinds of words of which one alone says little.
_SIGNS = (
    re.compile(r"您|你|(?<![申邀聘])请(?!求|示|假|愿)|谢谢|感谢"),
    re.compile(
        r"本网(?![友民络])|[本此该](?:信箱|网?站|平台|系统|栏目|留言板|论坛|页面|网页|软件|客户端|app|表单|问卷|服务)|cookie|浏览器|网站管理员",
        re.IGNORECASE,
    ),
    re.compile(r"来信|写信|信件|留言|咨询|发帖|投诉|诉求|受理|实名|姓名|联系(?:方式|电话)|手机号"),
    re.compile(r"登[录陆]|注册|[账帐]号|密码|验证码|点击|填写|提交|输入|查询码|扫码|编号查询|检索|关键[词字]|页面"),
    re.compile(r"[点单双]击[^。]{0,12}[“\"「【]|按钮|右上角|工具条|菜单栏|(?:Ctrl|Alt)\\b|下拉|鼠标"),
    re.compile(r"准确性|完整性|免责|(?:不承担|不负)\S{0,6}责任|复制|转载|版权|知识产权|隐私|个人信息|链接指向|链接到"),
    re.compile(r"不予受理|不得(?:捏造|诬告|发布|歪曲)|(?:意见|建议|批评|问题)(?:和|、)(?:意见|建议|批评|投诉)"),
)
_SELF = re.compile(r"本(?:网?站|网|平台|系统|页面|栏目)|我们的(?:邮件|网站|客服|服务|团队)|请输入您?的")
_ANSWER = re.compile(
    r"^\W*(?:来信|信件|留言|咨询|提问|答复|回复|办理|处理)?(?:内容|答复|回复|情况|结果|正文)\s*[:：]\s*\S"
)
_ANSWERED = re.compile(r"(?:回复|答复|办理)(?:内容|单位|情况|意见|结果|部门)")
_SIGNED = re.compile(r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\W*$")
# What a shop of applications shows beside each.
_SHOP = re.compile(
    r"^\W*(?:((?:立即|免费|安全|高速|普通|本地|安卓|android|iphone|ios|app\s?store|点击)\S{0,6}下载|(?:立即|点击)?安装)|(版本(?:号)?\s*[:：\s]\s*[vV]?\d.*)|((?:软件|应用|文件)?大小\s*[:：\s]\s*\d.*)|(更新(?:日志|内容|说明|时间\s*[:：].*))"
    r"|((?:应用|软件|app)(?:介绍|描述|截图|信息|简介))|(开发(?:者|商)\s*[:：].*)|((?:应用)?权限(?:说明)?)|(猜你喜欢|相关应用|同类推荐)|(\d[\d.]*\s*(?:分|人评分|次(?:下载|安装)))|((?:app\s?store|google\s?play|应用宝|(?:安卓|android|iphone|ios|ipad|鸿蒙)(?:版|客户端)))|((?:请|用手机)?扫(?:码|描|一扫)\S{0,12}下载\S{0,16})|((?:支持|适用于?|兼容|系统要求\s*[:：])\s?(?:ios|android|安卓).{0,40})"
    r"|(app\s?store\s?预览|此\s?app\s?仅在.*)|(评分(?:及|和)评论|\d\.\d\s*[★☆]+)"
    r"|(新功能|新内容|版本历史记录)|((?:供应商|运营者)\s*[:：\s]\s*\S.*)|(下载(?:次数|量)\s*[:：]\s*\d.*))\W*$",
    re.IGNORECASE,
)
SHOP_SIGNS = 4  # of different kinds
NAMED_SHOP_SIGNS = 2  # the same where the title offers it for download
SHOP_LENGTH = 60  # characters of such a label at most
_OFFERED = re.compile(r"^\W*(ios|iphone|苹果|android|安卓|鸿蒙|app\s?store)(?:版|客户端)?\s?下载\W*$", re.IGNORECASE)
_SHOP_NAME = re.compile(
    r"(?:客户端|app|软件|手机版|移动端|应用)\s?下载|下载(?:手机)?(?:客户端|app|软件)", re.IGNORECASE
)


def speaks_to_visitors(listing: Listing) -> bool:
    """Whether a page tells only how the site, a form or a mailbox of it is to be used."""
    told = [fold(p) for p in listing.page.paragraphs]
    if told and _is_shop(listing):
        return True
    if not told or listing.is_article or any(map(_SIGNED.search, told[-3:])):
        return False
    if is_survey(listing, told) or is_blank(told):
        return True
    if _speaks_only_of_itself(told):
        return True
    names = _names(listing)
    if not any(_MAILBOX.search(name) or _RULES.search(name) for name in names):
        return False
    if any(_ANSWER.search(p) or _ANSWERED.search(p) for p in told):
        return False
    title = listing.page.title
    called = _MAILBOX.search(squeeze(title.text if title else listing.page.paragraphs[0]))
    return _share(told) >= (MAILBOX_SHARE if called else SHARE)


def _speaks_only_of_itself(told: Sequence[str]) -> bool:
    """A few lines, of which each that tells something is about the site and speaks to whoever reads it."""
    if sum(map(len, told)) > FEW:
        return False
    long = [p for p in told if len(p) > NAME_LENGTH]
    return bool(long) and all(_SELF.search(p) and _SIGNS[0].search(p) for p in long)


def _names(listing: Listing) -> list[str]:
    """What the page or a part of it is called."""
    shown = [squeeze(line.text) for line in listing.lines.lines[1:HEADINGS] if not line.linked]
    return [*listing.names, *(name for name in shown if name and len(name) <= NAME_LENGTH)]


def _share(told: Sequence[str]) -> float:
    """Of the characters in paragraphs that speak of the site; what is no longer than a name does not count."""
    long = [p for p in told if len(p) > NAME_LENGTH]
    speaking = [p for p in long if sum(bool(sign.search(p)) for sign in _SIGNS) >= SIGNS]
    return sum(map(len, speaking)) / max(1, sum(map(len, long)))


def _is_shop(listing: Listing) -> bool:
    """A page that offers an application for download."""
    named = any(_SHOP_NAME.search(fold(name)) for name in listing.names)
    lines = [line.key for line in listing.lines.lines if len(line.text) <= SHOP_LENGTH]
    signs = {match.lastindex for line in lines if (match := _SHOP.match(line))}
    if len(signs) >= (NAMED_SHOP_SIGNS if named else SHOP_SIGNS):
        return True
    offered = {match[1].lower() for line in lines if (match := _OFFERED.match(line))}
    return len(offered) > 1 and sum(len(line.text) for line in listing.prose) <= FEW
