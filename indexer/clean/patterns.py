"""What chrome looks like, as a table: a reason, a pattern, and where on the page it counts.

Patterns are matched on the folded line (simplified, ASCII digits). Zones: `head` above the text, `tail` below it, `any`
everywhere. `end` marks a line after which nothing belongs to the text. Sources: government sites built on the common CMS
families (TRS, Dreamweaver templates, Jiangsu Dahan), news portals, WeChat pages, reposting sites.
"""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.clean.chrome import Chrome, Kinds, chrome
from indexer.clean.edges import EDGES
from indexer.clean.labels import DATE, LABEL, SURE_LABEL
from indexer.clean.line import Line
from indexer.clean.portals import PORTALS

CHROME = (
    *PORTALS,
    chrome(
        "editor line",
        r"^\W*(?:本文)?(?:来源|发布(?:日期|时间)|作者|记者)\s*[:：].{1,60}(?:责任编辑|编辑|责编|审核)\s*[:：].{1,24}$",
        "tail",
        120,
    ),
    chrome(
        "source line",
        r"^(?:标\s*题|发布单位|发布日期|点阅次数|浏览次数|来\s*源|发文机关|索引号)\s*\|\s*\S",
        "head",
        120,
    ),
    chrome(
        "page tools",
        r"^(?:收藏|支持|反对|评分|分享|淘帖|顶|踩)\s*\d*(?:\s*(?:收藏|支持|反对|评分|分享|淘帖|顶|踩)\s*\d*)+$|^点击播报本文|^听新闻|^语音播报",
        "any",
        40,
    ),
    chrome("comments", r"^签名\s*[:：]", "tail", 80),
    chrome("source line", r"^\W*原(?:文?标题|题)\s*(?:[:：]|为|是)", "any", 140),
    chrome("source line", rf"^[^。]{{0,60}}{SURE_LABEL}\s*[:：][^。]{{0,60}}{SURE_LABEL}\s*[:：]", "head", 200),
    chrome(
        "source line", r"^\W*(?:(?:19|20)\d{2}|\d{1,2}[/.-]\d{1,2}|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)\W*$", "head", 24
    ),
    chrome(
        "source line",
        r"^[^。，]{0,24}?(?:\d{1,2}\s*(?:分钟|小时|天|周|个月)前|昨天|前天)(?:\s*\d{1,2}[:：]\d{2})?\W*$",
        "head",
        40,
    ),
    chrome("breadcrumb", r"^\W*第\s*[A-Z]?\d{1,3}\s*版\s*[:：]?\s*\S{0,14}$", "head", 40),
    chrome("page tools", r"^https?://\S+$|enpproperty|余下全文|^\W*回(?:目录|顶部|首页|上一?页)\W*$", "any", 200),
    chrome(
        "page tools",
        r"浏览器(?:不支持|不支援|版本过低|未开启)|(?:开启|启用)(?:浏览器)?\s*javascript|友善(?:列印|打印)|列印功能|字级(?:设定|大小)|^\W*(?:ie\d|请利用键盘|而ie\d)",
        "any",
        120,
    ),
    chrome(
        "caption",
        r"^[\w-]{1,60}\.(?:jpe?g|png|gif|bmp|webp)$|^\W*(?:网络图片|资料图片|图片来(?:自|源于?)网络)\W*$",
        "any",
        70,
    ),
    chrome(
        "caption",
        r"^.{2,80}[(（][^()（）]{0,12}(?:摄|供图|资料图片?|网络图片?|截图|视觉中国|新华社发|图片来源[^()（）]{0,10})[)）]$|^[^。，]{2,24}截图$",
        "any",
        90,
    ),
    chrome(
        "comments",
        r"^\W*(?:热门|最热|最新|全部|精彩|网友|热点|精选|相关)(?:评论|留言|跟[贴帖])|^\W*(?:心情版|请选择您看到|查看心情|您对(?:这篇|此|本)文?章?的?(?:满意度|评价)|对此文章发表|我来说两句)|非常满意.{0,6}基本满意",
        "tail",
        60,
        end=True,
    ),
    chrome(
        "related reading",
        r"^\W*(?:新闻|文章|编辑|小编|好文|热文|图文|视频|内容|资讯|本站|网站|热点|猜[您你]喜欢的?)(?:推荐|精选|排行榜?)\W*$|^\W*(?:作者|小编|博主)?(?:最近|最新|其[他它]|近期)(?:发表|文章|更新|评论)\W*$|^\W*标签列表",
        "tail",
        30,
        end=True,
    ),
    chrome(
        "editor line",
        r"^[^。，；]{0,40}(?:编辑|责编|校对|编审)\s*[/／:：|\s]\s*[\u4e00-\u9fff]{2,4}(?:$|[\s)）】\]][^。，；]{0,30}$)|^[^。，；]{2,30}供稿\s+(?:摄影|摄|图)\s*[/／:：]",
        "tail",
        70,
    ),
    chrome("editor line", r"^\W*(?:纠错\W*)?(?:责任编辑|责编)\s*[:：]?[^。，；]{0,30}$", "tail", 60, end=True),
    chrome("editor line", r"^\W*(?:本文|文章|稿件|内容|资料|信息)来源于?\s*[:：]?[^。]{2,40}$", "tail", 60),
    chrome(
        "copyright",
        r"^\W*本文(?:仅代表|仅供|不代表|系[^。]{0,14}转载|转载自|由[^。]{0,20}(?:原创|授权|转载)|来自[^。]{0,14}[,，][^。]{0,12}(?:原创|更多)|为[^。]{0,20}原创)|(?:转发|转载|引用)[^。]{0,6}(?:请|须)?注明|不良信息举报|(?:信息|内容|文章|素材|图片)(?:均)?(?:来自|来源于?)(?:互联)?网络",
        "tail",
        200,
        end=True,
    ),
    chrome("menu", r"^(?:[^\s|｜]{2,6}[\s|｜·]+){4,}[^\s|｜]{2,8}$", "head", 120),
    chrome(
        "related reading",
        r"^\W*(?:政策解读|相关阅读|相关链接|文件链接|解读链接|原文链接|相关政策)\s*[:：].{0,80}$",
        "tail",
        110,
        end=True,
    ),
    chrome("caption", r"^.{2,80}(?:摄|供图|资料图|摄影报道)\s*[)）]?$", "any", 90),
    chrome(
        "page tools",
        r"^(?:阅读|评论|收藏|转载|喜欢|分享|点赞)\s*[(（:：]?\s*\d*\s*[)）]?\s*[┊|｜·/\s]\s*(?:阅读|评论|收藏|转载|喜欢|分享|点赞|举报)",
        "any",
        60,
    ),
    chrome("page tools", r"^(?:本文)?(?:标签|关键词|关键字|tags?)\s*[:：]", "tail", 80),
    chrome("page tools", r"^(?:收藏|推荐|打印)\s+(?:收藏|推荐|打印).{0,40}(?:录入|阅读|浏览)", "any", 60),
    chrome("advertisement", r"扫码下载|下载(?:手机)?客户端|下载\s*app", "tail", 40, end=True),
    chrome("caption", r"^\W{0,2}图(?:片)?(?:为|：|:|说明|\d+\s*[:：]).{2,60}$", "any", 70),
    chrome(
        "caption",
        r"^\W{0,3}[▲△▼↑].{0,60}$|(?:摄影|供图|图片来源|摄)\s*[:：/]\s*\S{1,20}$|^[^。]{2,60}(?:\S{2,4}\s?摄|供图|资料图|效果图|摄影报道)\s*[)）]?$",
        "any",
        90,
    ),
    chrome("separator", r"^[^\w\u3400-\u9fff]+$", "any", 200),
    chrome(
        "breadcrumb",
        r"^(?:[>»\s|]*)(?:您|你)?(?:现在|目前|当前)?(?:所在)?的?(?:位置|当前位置|当前栏目)\s*[:：]|^(?:网站|本站)?首页\s*(?:>|»|›|→|/|-|&gt;|\|)|^\s*首页\s*\S{0,12}\s*(?:>|»|›)",
        "head",
        160,
    ),
    chrome("breadcrumb", r"^\S{2,14}(?:\s*(?:>{1,2}|»|›|→|&gt;)\s*\S{2,20}){1,6}\s*(?:>{1,2}|»)?$", "head", 100),
    chrome("source line", rf"^\W*{LABEL}\s*[:：].{{0,60}}(?:{LABEL}\s*[:：]|$)", "head", 200),
    chrome("source line", rf"^\W*{DATE}.{{0,80}}(?:{LABEL}|\S*(?:网|报|社|台|客户端|公众号|号)\b)", "head", 160),
    chrome("source line", rf"^(?:\S{{2,20}}\s+)?{DATE}\s*(?:星期.|周.)?\W*$", "head", 60),
    chrome(
        "source line",
        r"(?:点击|浏览|阅读|访问)(?:(?:量|数|次数|率)?\s*(?:[:：]\s*\d*|\d+)\s*次?|(?:量|数|次数|率))\W*$",
        "head",
        120,
    ),
    chrome("source line", r"^(?:原创|转载)\s*\S{0,30}$", "head", 40),
    chrome("source line", rf"^(?:发表|发布|刊发|更新|来源)于?\s*[:：]?\s*(?:{DATE}|\S{{2,20}}$)", "head", 100),
    # A name and a date, with hardly anything else: 2021-12-01 某某参考 记者 某某; 某某札记 · 2024年3月28日 · 作者.
    chrome(
        "source line",
        rf"^[^。；，！？“”]{{0,24}}{DATE}\W*(?:[(（星期周][一二三四五六日天][)）]?)?\W*(?:\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?(?:(?<=\W)|(?=.{{0,8}}$))[^。；，！？“”]{{0,24}}$",
        "head",
        70,
    ),
    chrome(
        "page tools",
        r"^[【\[(（]?\s*(?:打印此页|打印此文|打印文章|打印本文|关闭此页|收藏此页|收藏本页|推荐此文|字体|字号|大\s*中\s*小|小\s*中\s*大|打印|关闭|收藏|返回|返回顶部|返回首页|回到顶部|我要打印|打印本页|关闭窗口|关闭本页|加入收藏|设为首页"
        r"|下载|复制链接|语音播报|朗读|纠错|无障碍|繁体|简体|english|登录|注册|搜索|search|tag|tags|标签)[\s】\])）|、/·:：]*(?:[\[【(（]?\s*(?:大|中|小|打印|关闭|收藏|推荐"
        r"|返回|窗口|本页|此页|此文|顶部|分享|到)\s*[\])】）]?[\s|、/·]*)*$",
        "any",
        60,
    ),
    chrome(
        "advertisement", r"^[【\[(（]?\s*(?:广告|推广|赞助)\s*[】\])）:：]?(?:\s|[】\])）]|\S{0,4}[:：]|$)", "any", 120
    ),
    chrome(
        "share",
        r"点击(?:上方|下方|标题下)?\s*[“\"]?(?:蓝字|蓝色字|公众号)|^\W*(?:觉得好看|觉得不错|喜欢就|点个(?:赞|在看)|长按二维码|请点这里|求点赞|点亮在看)",
        "any",
        60,
    ),
    chrome("page tools", r"^(?:[\[【]?\s*[大中小]\s*[\]】]?\s*){2,3}(?:打印|关闭)?$", "any", 30),
    chrome(
        "previous/next",
        r"^\W*(?:上一?[篇条页则个]|下一?[篇条页则个]|前一篇|后一篇|上篇|下篇|下一主题|上一主题|上一新闻|下一新闻)\s*(?:文章|新闻|公告)?\s*(?:[:：]|$|[>»]|没有|无)",
        "tail",
        160,
        end=True,
    ),
    chrome(
        "share",
        r"^\W*(?:分享(?:到|至|给|让|此文|本文|\s*$|[:：])|一键分享|分享让更多人看到|微信扫一扫|(?:请)?(?:打开|使用|用)微信.{0,6}扫|扫一扫分享|手机扫一扫|扫一扫在手机|扫码(?:分享|阅读|查看)|qq空间|新浪微博|腾讯微博|人人网|豆瓣|转发|点赞|在看|收藏本文|微博\s*微信|朋友圈)",
        "any",
        60,
        end=True,
    ),
    chrome(
        "related reading",
        r"^\W*(?:相关(?:阅读|新闻|链接|文章|推荐|报道|稿件|资讯|信息|内容|专题|解读|文件|政策|附件下载)|延伸阅读|推荐(?:阅读|新闻|文章|资讯)|热门(?:推荐|文章|新闻|标签|阅读|资讯|排行)|热点(?:新闻|推荐|文章|资讯)|最新(?:文章|新闻|资讯|发布|动态|信息|推荐)|猜你喜欢|您可能(?:感兴趣|还喜欢)|为您推荐|更多(?:新闻|精彩|资讯|>>|推荐|阅读)|今日(?:推荐|热点|头条)|点击排行|阅读排行|排行榜|往期(?:回顾|推荐|精彩|文章)?|图片新闻|精彩图集|精彩推荐|大家都在看|友情链接|快速链接|网站导航)\s*[:：>»\W]*(?:更多\W*)?$",
        "any",
        40,
        end=True,
    ),
    chrome(
        "comments",
        r"^\W*(?:网友评论|我要评论|发表评论|最新评论|全部评论|文章评论|评论区|暂无评论|已有\d*[人条].{0,6}评论|发表我的评论|取消回复|用户名\s*[:：]|验证码|本文评论|查看(?:全部|所有)评论|表情\s*[:：]|同意评论声明|文明上网)",
        "any",
        60,
        end=True,
    ),
    chrome(
        "editor line",
        r"^[\s【\[(（]*(?:责任编辑|责编|编辑|编审|初审|复审|终审|审核|校对|一审|二审|三审|监制|值班编辑|网络编辑|文字编辑|本文编辑|编校|实习编辑|来源|稿源|作者)\s*[:：/]\s*[^。，；]{1,50}[】\])）\s]*$",
        "tail",
        80,
    ),
    chrome(
        "copyright",
        r"(?:版权所有|copyright|all\s+rights\s+reserved|©|版权声明|免责声明|声明\s*[:：].{0,60}(?:版权|转载|观点|来源|本网)|icp\s*[备证]|公网安备|网站标识码|技术支持\s*[:：]|(?:主办|承办|运维|维护|协办)单位\s*[:：]|侵权.{0,12}(?:删除|联系)|欢迎转发|转载请联系|未经.{0,10}授权.{0,14}转载|如需转载|转载请注明|不代表本(?:站|网|平台)|本站转载|违法和不良信息举报|建议使用.{0,20}(?:分辨率|浏览器))",
        "tail",
        500,
        end=True,
    ),
    chrome(
        "contact footer",
        r"^\W*(?:与我们联系|联系我们|关于我们|网站地图|站点地图|网站声明|隐私(?:政策|声明|保护)|服务条款|意见反馈|投稿邮箱|广告(?:合作|服务|热线)|商务合作|人才招聘|法律声明|网站管理)(?:\W|$)",
        "tail",
        80,
        end=True,
    ),
    chrome(
        "contact footer",
        r"^\W*(?:联系电话|电话|传\s*真|邮\s*箱|e-?mail|qq|地\s*址|邮\s*编|网\s*址)\s*[:：]",
        "foot",
        120,
    ),
    chrome(
        "advertisement",
        r"^\W*(?:产业园?区?|园区|开发区|高新区|经开区)?(?:招商|选址|落户|厂房|土地|租售|加盟|投资咨询|项目对接|项目申报|规划)[\S ]{0,24}(?:热线|电话|微信|手机|qq|致电)\s*[:：]?\s*[\d-]|厂房\S{0,6}租售|(?:或)?微信\s*/\s*手机|手机\s*[/(（]\s*微信|^请说明您的需求|长按.{0,8}(?:识别|扫|加|二维码)|扫一扫.{0,12}(?:关注|加|添加|微信|二维码|公众号)|扫(?:描|码).{0,14}(?:二维码(?!.{0,8}(?:填|报名|参[加与]|提交|申报|登记|反馈|进入(?!手机|小程序|官|微|本站)))|公众号|关注|加群|推送|咨询|微信)|(?:关注|订阅).{0,12}(?:公众号|官方微信|微信号|视频号)|更多信息请关注|加(?:我|老师|微信|qq)\S{0,10}(?:微信|咨询|领取)|点击.{0,14}(?:联系|咨询|领取|下载app|下载客户端|打开app)|^(?!\W{0,2}[一二三四五六七八九十\d]{1,3}[)）、.])[^。；;]{0,60}(?:代写|代笔|范文|免费领取|优惠券)",
        "tail",
        160,
        end=True,
    ),
    chrome(
        "paywall",
        r"(?:预览|试读|免费阅读).{0,6}(?:已?结束|到此)|(?:剩余|余下|以下|全文|更多)\S{0,8}(?:内容|部分)?.{0,10}(?:需要?|请)?(?:付费|登录|订阅|开通|购买|充值|会员|扫码|注册)\S{0,10}(?:后)?(?:可|查看|阅读|继续|解锁|获取)|(?:登录|注册|付费|订阅|开通会员|扫码)(?:后|即可|以)?(?:继续)?(?:查看|阅读|浏览)(?:全文|更多|完整|剩余)|展开(?:阅读)?全文|阅读原文|^查看全文|下载(?:完整|全文|本文)",
        "tail",
        100,
        end=True,
    ),
    chrome(
        "end mark",
        r"^\W*(?:[\[【(（]?(?:完|end|全文完|本文完|正文完|全文结束)[\]】)）]?|the\s+end|[-—_=*]{4,})\W*$",
        "tail",
        20,
        end=True,
    ),
    chrome("copyright", r"^\W*(?:主办|承办|协办|主管)(?:单位)?\s*[:：]", "foot", 120),
    chrome("attachment list", r"^\W*(?:附件(?:下载|列表)|相关附件|文件下载|点击下载)\W*$", "tail", 30),
    chrome(
        "banner",
        r"^\W*(?:欢迎(?:访问|光临|您|来到)|今天是|设为首页|加入收藏|手机版|移动版|客户端下载|繁體|繁体中文|无障碍浏览|长者助手)",
        "head",
        60,
    ),
    *EDGES,
)


KINDS = Kinds(CHROME)


def chrome_of(line: Line, zone: str) -> Chrome | None:
    """The kind of chrome a line is in this zone (head, tail, foot or any), or None.

    The foot is the part of the tail behind a line that ends the text: short contact lines count as chrome only there,
    because a notice has contact lines of its own. A row of a table is never a menu.
    """
    kind = _chrome_of(line.bare, zone)
    if kind is None or (line.tag == "row" and kind.reason in _NEVER_ROWS) or (line.entry and kind.reason == "caption"):
        return None
    return kind


def reason_of(line: Line, zone: str) -> str | None:
    """What chrome a line is in this zone, or None."""
    kind = chrome_of(line, zone)
    return kind.reason if kind else None


@lru_cache(maxsize=8192)  # the same line is asked about several times, and the lines of a site's chrome on every page
def _chrome_of(text: str, zone: str) -> Chrome | None:
    prose = _is_prose(text)
    for kind in KINDS.possible(text, zone):
        if kind.near.match(text) if prose else kind.pattern.search(text):
            return kind
    return None


_NEVER_ROWS = frozenset(("menu", "breadcrumb", "page tools", "separator"))
PROSE_LENGTH = 45  # characters from which a line with a full stop is prose
_NOT_PROSE = re.compile(r"©|copyright|icp\s*[备证]|公网安备|网站标识码|扫一扫|二维码", re.IGNORECASE)


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE_LENGTH and "。" in text and not _NOT_PROSE.search(text)
