"""Pages that are no documents: lists of links, home pages, login walls, error pages, videos without text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property

from indexer.clean import Cleaned, PageLines
from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of
from indexer.entries import ENTRY_LENGTH, is_footer
from indexer.listing import Listing
from indexer.lists import LIST_LINES, is_list
from indexer.plainlists import is_contacts
from indexer.signposts import leads_elsewhere
from mappings import fold

EXCERPT = 130  # characters that a wall may show of what is behind it
CUT_EXCERPT = 300  # the same where the last of them are …
LITTLE = 120  # characters beside a message that leave it the page's only message
STATEMENT = 30  # characters of a line that says nothing else
MESSAGE = 80  # characters of a message's line at most
CARD_SHARE = 0.6  # of a page's characters
LABEL_LENGTH = 50  # characters without a sentence that are no text: the shortest notices have 60
FEW = 16  # the same below a title
LEAST_HAN = 8  # Chinese characters or letters that make a text
FORM_LABELS = 3  # of a login form
LABEL = 40  # characters of a line of such labels at most
TECHNICAL_LENGTH = 3000  # characters of a server's report at most
STATED = 300  # characters at its beginning within which it says so
# Words of news and notices, never of messages.
_NEWS = re.compile(
    r"\d月\d{1,2}日|\d{4}年|近日|日前|昨日|记者|企业|园区|工程|项目|各单位|各部门|政府(?!门户|网)|会议|新闻联播"
)
_SENTENCE = re.compile(r"[。；！？]|，.*，")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|ofd|ceb|zip|rar)\b", re.IGNORECASE)
_LABEL = re.compile(r"[:：|]")
_WORD = re.compile(r"[\u3400-\u9fffA-Za-z]")

# What a site says to a reader in place of a page.
_GONE = re.compile(
    r"(?:您|你)?(?:所|要|想)?(?:访问|查看|请求|浏览|查找|寻找|打开|查询)的?(?:页面|网页|内容|文章|信息|资源|栏目|网址|地址|链接|文件|网站|URL|该页|博客|空间|用户|主题|帖子|视频|商品|店铺)[^。]{0,14}(?:不存在|找不到|未找到|没有找到|删除|下线|下架|过期|失效|无法|走丢|移动|关闭|移除|更名|更改|离家出走)"
    r"|(?:页面|网页|文章|内容|信息|主题|帖子|栏目|数据|链接)(?:不存在|找不到|未找到|没有找到|无法访问|无法显示|打不开|走丢|丢失|飞走|迷路|离家出走|出错|已失效|已过期|(?:已|已经|可能已?)?被?(?:[^。，]{0,6})删除|已下线)"
    r"|(?:此|该|本)(?:内容|文章|信息|页面|网页|链接|主题|帖子|视频|作品|图文|账号|公众号|微信公众号|网站|站点|域名)[^。]{0,14}(?:删除|下线|下架|不存在|违规|失效|无法查看|无法访问|停止访问|已迁移|被封|封禁|屏蔽|过期|注销|关闭|暂停|不可用)"
    r"|无法(?:找到|显示|访问)(?:该|此|您|网)?(?:页|网页|页面|内容|资源|文件)|找不到(?:该|此|文件|网页|页面|服务器|对象|您)|没有找到(?:您|你|该|此)[^。]{0,8}(?:页|内容|文章)|(?:已|已经)?被(?:发布者|作者|管理员)[^。]{0,10}(?:删除|移除)"
    r"|(?:网站|系统|平台|服务器?|本站|站点|页面)(?:正在|正|暂时|处于|临时|例行)(?:进行)?(?:升级|维护|改版|调整|建设|关闭|停止服务)|(?:网站|系统|服务器|本站|站点|页面)(?:升级|维护|改版|建设)+中(?:\W|$)|(?:栏目|网站|页面|功能|频道|内容)(?:正在|还在|暂未)?(?:建设|开发|完善|整理|更新|开放|开通)中|^\W*敬请期待\W*$"
    r"|服务器(?:错误|内部错误|繁忙|出错|异常|遇到)|(?:系统|程序|数据库|网关|参数|请求|运行时?|服务)(?:发生)?(?:错误|出错|异常)|not\s+found|bad\s+(?:gateway|request)|(?:internal\s+server|database)\s+error|service\s+unavailable|forbidden|access\s+denied"
    r"|没有权限访问|禁止访问|拒绝(?:了您的)?访问|访问(?:被拒绝|受限|异常)|HTTP\s*(?:状态|Status|Error|错误)\s*[-:]?\s*[45]\d\d",
    re.IGNORECASE,
)
_ERROR_TITLE = re.compile(
    r"^\W*(?:HTTP\s*)?(?:(?:错误|状态|error|status)\s*[-:：]?\s*)?(?:40[0-9]|50[0-9])(?:\W|$|error|错误|页面)|^\W*(?:error|出错(?:了|啦)?|错误|错误(?:页面?|提示|信息)|提示(?:信息|页面?)?|系统(?:提示|消息|错误)|信息提示|温馨提示|操作提示|警告|运行时错误|页面(?:不存在|错误|出错|丢失|找不到|未找到)|找不到.{0,6}|无法.{0,8}|not\s+found|object\s+moved)\W*$",
    re.IGNORECASE,
)
# Reports of web servers and frameworks: as long as they like, and unmistakable.
_TECHNICAL = re.compile(
    r"应用程序中的服务器错误|Server Error in|Apache Tomcat/|HTTP (?:Status|状态) [45]\d\d|Whitelabel Error Page|nginx/\d|openresty|Apache/\d[^。]{0,60}Port \d+|Fatal error\s*:|Parse error\s*:|Warning\s*:\s*\w+\(|Microsoft (?:OLE DB|VBScript|JET)|ADODB\.|Stack trace|java\.lang\.|Exception in thread|ThinkPHP|Error establishing a database connection|SQL(?:STATE|Exception)|Internet Information Services",
    re.IGNORECASE,
)
# What a wall says of the text behind it: decisive, whatever else the page shows.
_LOCKED = re.compile(
    r"(?:查看|阅读|浏览|解锁|显示|获取|下载)[^。，]{0,8}(?:全文|全部|完整|剩余|余下|更多|详细|隐藏|内容)[^。]{0,10}(?:请|需要?|须|必须)[^。]{0,6}(?:登[录陆]|注册|付费|购买|开通|订阅|会员|VIP|充值)"
    r"|(?:仅限?|只限|只对|仅对|限)[^。，]{0,6}(?:会员|注册用户|登录用户|VIP|内部用户)[^。]{0,8}(?:查看|阅读|可见|浏览|下载|访问|开放)|(?:会员|VIP)(?:用户)?(?:专享|可见|专属|尊享|才能|方可|可查看)"
    r"|(?:全文|内容|文章|信息|资料|剩余|余下|以下)[^。，]{0,12}(?:付费|登[录陆]|订阅|购买|会员|VIP)[^。，]{0,14}(?:可|才|查看|阅读|可见|浏览|后)|无权(?:访问|查看|阅读|浏览)|没有权限(?:查看|访问|浏览|阅读)|权限不足|(?:没有|无)[^。，]{0,6}(?:阅读|查看|浏览|访问)(?:的)?权限",
    re.IGNORECASE,
)

# What a wall says of whoever comes, in a line of its own.
_TO_OPEN = re.compile(
    r"(?:登[录陆]|注册|授权|付费|订阅|购买|充值|开通(?:会员|VIP)?|成为(?:会员|VIP)|扫码|验证|支付)后?(?:后|即可|方可|才能|才可以?|可以?|可)[^。，]{0,6}(?:查看|阅读|浏览|访问|下载|继续|解锁|显示)",
    re.IGNORECASE,
)
# What a gate says to a visitor: with little else on the page, it is all that there is.
_GATE = re.compile(
    r"^\W*(?:(?:对不起|抱歉|很抱歉|提示)\W*)?(?:(?:请|您|你)[^。，]{0,8})?(?:先|尚未|还没有|还未|没有|重新|立即)?(?:登[录陆]|注册)(?:后(?:再|继续)?[^。，]{0,8})?\W*$|(?:请|需要?|您)(?:您)?先?(?:登[录陆]|注册|授权)(?:后|再|才|之后|或|[。！!]|$)|(?:尚未|还没有|还未)登[录陆]"
    r"|(?:人机|滑块|拼图)(?:验证|校验|识别)|^\W*(?:安全|访问|图形|身份|行为)(?:验证|校验)(?:页面)?\W*$|请[^。，]{0,12}(?:完成|通过|进行)[^。，]{0,8}验证|(?:完成|通过)[^。，]{0,6}验证后[^。，]{0,4}(?:可|能|继续|访问)|验证码[^。，]{0,8}(?:后|继续|访问)|(?:拖动|按住|滑动|移动|点击)[^。，]{0,6}(?:滑块|拼图|按钮)|不是(?:机器人|自动程序)|^\W*请选择投诉.{0,12}原因|环境异常|异常(?:流量|访问|请求)"
    r"|(?:访问|请求|操作|刷新|提交|搜索)(?:太|过于|次数过于|次数过|次数太|量过)(?:频繁|快|多)|(?:访问|请求|操作)频繁|^\W*\S{0,6}(?:防火墙|waf|安全狗|云盾|加速乐|云锁)\S{0,4}\W*$|(?:您的?|你的|本次|当前)[^。，]{0,8}(?:请求|访问|提交|行为|操作)[^。]{0,24}(?:被|已|遭)[^。，]{0,14}(?:拦截|阻断|阻止|拒绝|禁止)|(?:请求|访问|行为)疑似[^。，]{0,6}攻击|危险的?攻击"
    r"|(?:启用|开启|打开|允许|enable)[^。，]{0,8}(?:javascript|cookies?)|正在(?:检查|检测|验证)[^。，]{0,6}(?:浏览器|环境|安全)|just a moment|checking your browser|are you (?:a )?(?:human|robot)|captcha",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(用户名|用户账号|[账帐]\s*号|登录名|手机号码?|邮\s*箱|身份证号|统一社会信用代码)|((?:登录|设置|确认|重复|输入)?密\s*码(?!登))"
    r"|((?:短信|手机|图形)?验证码|看不清|换一张)|(忘记密码|找回密码|记住(?:我|密码|[账帐]号)|自动登录)"
    r"|((?:立即|免费|用户|会员|企业|个人)注册|注\s*册$|没有[账帐]号)|((?:立即|用户|会员|企业|[账帐]号|密码|扫码|短信|手机|微信|统一)登\s*[录陆]|^\W*登\s*[录陆]\W*$)"
)
_FORM_TITLE = re.compile(
    r"(?:登[录陆]|注册|身份认证|统一认证|sign\s?in|log\s?in|login|register)\W*(?:页面?|系统|平台|中心|入口)?\W*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:用户名|[账帐]号|密码|验证码).{0,12}(?:不能|不少于|至少|长度|需为|应以|包含|字符|重复|一致|遗忘|重置)"
)
_PROMOTION = re.compile(r"会员|VIP|注册|登[录陆]|特权|充值|客服|积分", re.IGNORECASE)
_ABOUT_WALLS = (_LOCKED, _TO_OPEN, _PROMOTION)
_FRAMES = re.compile(r"(?:使用了?框架|不支持框架|noframes|frames?et)", re.IGNORECASE)
_REDIRECT = re.compile(
    r"(?:正在|自动|即将|页面)[^。]{0,6}(?:跳转|转向|重定向|进入(?:首页|系统|网站|页面))|object\s+moved|redirect",
    re.IGNORECASE,
)
# What a page shows in place of its text: a viewer of a file.
_VIEWER = re.compile(
    r"附\s*件|下载|\.pdf|\.docx?|\.xlsx?|\.wps|\.rar|\.zip|\.ofd|pdf|浏览器.{0,12}(?:不支持|无法|版本)|在线(?:预览|阅读|浏览)|点击查看|正在加载|加载中|第?\s*\d+\s*/\s*\d+\s*页?",
    re.IGNORECASE,
)
_VIEWER_TITLE = re.compile(
    r"pdf\.?js|(?:pdf|document|doc|flash)\s*viewer|(?:在线|文档|文件)(?:预览|阅读器)|flexpaper", re.IGNORECASE
)
_CHROME = frozenset(("menu", "breadcrumb", "copyright", "contact footer", "banner", "share", "source line"))
_ASIDE = frozenset(("footer", "navigation", "breadcrumb", "sidebar", "share", "related reading", "page tools"))


def refusal(page: Cleaned, lines: PageLines, is_html: bool) -> str | None:
    """The reason why a page is no document, or None. Short notices are documents."""
    shown = _Shown(page, lines, Listing(page, lines))
    if shown.listing.is_long and not (shown.listing.names_results or shown.listing.counts_results):
        return None
    if _is_error(shown) or _is_reply(shown):
        return "error page"
    if _is_wall(shown):
        return "login wall"
    if _is_named_error(shown):
        return "error page"
    if lines.has_video and _is_video(shown):
        return "no text but a video"
    if is_list(shown.listing) or leads_elsewhere(page.paragraphs):
        return "list page"
    if is_html and (_is_viewer(shown) or _says_only(shown, _FRAMES) or _says_only(shown, _REDIRECT)):
        return "no text"
    if lines.has_video and not _has_sentences(page.paragraphs):
        return "no text but a video"
    empty = _is_card(shown) or _is_label(shown) or _is_foot(shown) or is_contacts(shown.listing)
    return "no text" if empty or len(_WORD.findall("".join(page.paragraphs))) < LEAST_HAN else None


@dataclass(frozen=True)
class _Shown:
    """What a visitor reads on the page."""

    page: Cleaned
    lines: PageLines
    listing: Listing

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title of the page and the title element, folded."""
        found = self.page.title.text if self.page.title else ""
        return tuple(fold(title) for title in (found, self.lines.title or "") if title)

    @cached_property
    def plain(self) -> list[str]:
        """The lines that are neither links nor the frame of a site, folded."""
        return [line.key for line in self.lines.lines if _is_plain(line)]

    @cached_property
    def is_article(self) -> bool:
        return self.listing.is_article

    def says(self, pattern: re.Pattern[str], beside: int = LITTLE) -> bool:
        """Whether a short line says so that tells no news, and the page says little else."""
        if sum(len(line) for line in self.plain if len(line) > MESSAGE) > beside:
            return False
        told = [line for line in self.plain if len(line) > MESSAGE or _NEWS.search(line) or not pattern.search(line)]
        return len(told) < len(self.plain) and sum(map(len, told)) <= beside


def _is_plain(line: Line) -> bool:
    if line.link_share >= 0.5 or line.hint in _ASIDE:
        return False
    return not any((chrome := chrome_of(line, zone)) and chrome.reason in _CHROME for zone in ("head", "foot"))


def _is_error(shown: _Shown) -> bool:
    if shown.is_article:
        return False
    text = "\n".join(shown.plain)
    if len(text) <= TECHNICAL_LENGTH and _TECHNICAL.search(text[:STATED] + text[-STATED:]):
        return True
    return shown.says(_GONE)


def _is_reply(shown: _Shown) -> bool:
    """What a program answers to a program: an object of JSON without a text in it."""
    text = "\n".join(line.text for line in shown.lines.lines)
    if not (text.startswith("{") and text.endswith("}")) or len(text) > TECHNICAL_LENGTH:
        return False
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return not any(
        isinstance(told, str) and len(told) >= LABEL_LENGTH and _SENTENCE.search(told) for told in value.values()
    )


def _is_named_error(shown: _Shown) -> bool:
    """Only the title says so."""
    titled = any(_ERROR_TITLE.search(t) or (len(t) <= MESSAGE / 2 and _GONE.search(t)) for t in shown.titles)
    return titled and not shown.is_article and sum(map(len, shown.plain)) <= 2 * LITTLE


def _is_wall(shown: _Shown) -> bool:
    page = shown.page
    told = [p for p in page.paragraphs if len(p) > MESSAGE or not any(s.search(fold(p)) for s in _ABOUT_WALLS)]
    locked = any(_is_lock(line) for line in shown.lines.lines)
    room = CUT_EXCERPT if told and told[-1].rstrip().endswith(("…", "...", "。。。")) else EXCERPT
    if locked and sum(map(len, told)) < room and not _is_full(shown):
        return True
    if shown.is_article:
        return False
    if shown.says(_GATE) or any(
        len(title) <= MESSAGE / 2 and _GATE.search(title) for title in shown.titles if not shown.listing.prose
    ):
        return True
    return _is_form(shown) or _tells_how_to_register(shown)


def _is_lock(line: Line) -> bool:
    if len(line.text) > MESSAGE:
        return False
    return bool(_LOCKED.search(line.key)) or (len(line.text) <= STATEMENT and bool(_TO_OPEN.search(line.key)))


def _is_full(shown: _Shown) -> bool:
    """A list whose entries are locked is a list."""
    return len(shown.listing.entries) >= LIST_LINES and shown.page.title is None


def _is_form(shown: _Shown) -> bool:
    """Labels of a login form, and not one sentence beside them."""
    if any(line.is_content and not _PROMOTION.search(line.key) for line in shown.listing.main):
        return False
    kinds = {m.lastindex for line in shown.lines.lines if len(line.text) <= LABEL for m in _FORM.finditer(line.key)}
    few = len([line for line in shown.listing.entries if len(line.text) >= ENTRY_LENGTH]) < LIST_LINES
    return few and len(kinds) >= (FORM_LABELS - 1 if any(map(_FORM_TITLE.search, shown.titles)) else FORM_LABELS)


def _tells_how_to_register(shown: _Shown) -> bool:
    """Nothing but what a form asks of a name and a password."""
    told = shown.page.paragraphs
    asked = sum(len(p) for p in told if _ASKED.search(fold(p)))
    return shown.page.title is None and asked > CARD_SHARE * sum(map(len, told)) and sum(map(len, told)) <= CUT_EXCERPT


def _is_video(shown: _Shown) -> bool:
    """A player below a title of its own, and no sentence: what else is there are other videos."""
    title = shown.page.title
    return (
        title is not None and title.line is not None and shown.is_article and not _has_sentences(shown.page.paragraphs)
    )


def _has_sentences(paragraphs: list[str]) -> bool:
    return any(len(p) >= 40 and "。" in p and not (_LOCKED.search(p) or _TO_OPEN.search(p)) for p in paragraphs)


def _is_viewer(shown: _Shown) -> bool:
    """Nothing but the frame of a file that is shown or offered for download."""
    paragraphs = shown.page.paragraphs
    if any(map(_VIEWER_TITLE.search, shown.titles)) and not any("。" in p for p in paragraphs):
        return True
    return bool(paragraphs) and all(len(p) < 60 and _VIEWER.search(p) for p in paragraphs)


def _is_card(shown: _Shown) -> bool:
    """Nothing but what is told of a document: its number, its date, its title."""
    paragraphs = shown.page.paragraphs
    if any("。" in p for p in paragraphs):
        return False
    labels = (
        p for p in paragraphs if _LABEL.search(p) and (c := chrome_of(Line(p), "head")) and c.reason == "source line"
    )
    return sum(map(len, labels)) > CARD_SHARE * sum(map(len, paragraphs))


def _is_label(shown: _Shown) -> bool:
    """A few words without a sentence: the name of a column, the title of a film, what an application promises."""
    text = "".join(shown.page.paragraphs)
    titled = shown.page.title is not None
    few = len(text) < (FEW if titled else LABEL_LENGTH)
    return few and not (titled and shown.is_article) and not _SENTENCE.search(text)


def _is_foot(shown: _Shown) -> bool:
    """Nothing but the foot of the site, or the title over again."""
    paragraphs = shown.page.paragraphs
    if all(is_footer(Line(p)) for p in paragraphs) and not (len(paragraphs) > 1 and shown.is_article):
        return True
    title, text = shown.page.title, "".join(paragraphs)
    if title is None or len(title.text) < ENTRY_LENGTH or title.text not in text:
        return False
    if title.source == "input" or _FILE.search(text):  # published as a file, whose name is all there is
        return False
    rest = text.replace(title.text, "")
    return len(rest) <= STATEMENT // 2 and not _SENTENCE.search(rest)


def _says_only(shown: _Shown, pattern: re.Pattern[str]) -> bool:
    return shown.says(pattern, beside=LITTLE // 4) and not shown.is_article
