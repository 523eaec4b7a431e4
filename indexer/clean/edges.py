"""What stands right above and right below a text: bylines, players, counters, replies, notices of platforms."""

from __future__ import annotations

from indexer.clean.chrome import chrome

_NAMES = r"[\u4e00-\u9fff·]{2,4}(?:[\s、,]+[\u4e00-\u9fff·]{2,6}){0,8}"
# 本报记者 某某 通讯员 某某; 文/某某; but not the question of an interview (记者:您好).
_BYLINE = (
    rf"(?:[\u4e00-\u9fff]{{0,12}}(?:记者|通讯员|专栏作者|特约撰稿人?)\s+|[\u4e00-\u9fff]{{2,12}}记者\s*[:：]\s*|文\s*[/|｜]\s*(?:[\u4e00-\u9fff]{{2,12}}\s)?)"
    rf"(?!您好|你好){_NAMES}(?:\s*[/／]?\s*(?:摄影|整理)?(?:报道|报导|文/?图|图/?文|摄影?))?[\]】)）\s]*$"
)
_PLACES = r"(?:(?:新浪|腾讯)?微博|微信(?:好友)?|朋友圈|qq(?:\s*空间|好友)?|空间|豆瓣|人人网|复制链接)"
_PLAYER = r"(?:倍速|[超高标]清|全屏|静音|音量|播放|暂停|重播|画中画|自动播放(?:开关)?|[012]\.\d{1,2}x)"

EDGES = (
    chrome("editor line", rf"^(?:[\[【(（]|[□■▶●◎◆▲]\s?)?{_BYLINE}", "head", 60),
    chrome("editor line", rf"^{_BYLINE}", "tail", 60),  # in brackets it belongs to the last paragraph
    chrome(
        "page tools",
        rf"^\W*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s*/\s*)?\d{{1,2}}:\d{{2}}(?::\d{{2}})?\W*(?:{_PLAYER}\W*)+$|^(?:{_PLAYER}\W+)+{_PLAYER}\W*$"
        r"|^\W*\d{1,2}:\d{2}(?::\d{2})?\s*/\s*\d{1,2}:\d{2}(?::\d{2})?\W*$|^\W*(?:正在加载(?:中)?|加载中|自动播放(?:开关)?|转播到{1,2}腾讯微博|精彩视频推荐)\W*$",
        "any",
        60,
    ),
    chrome("share", rf"^\W*{_PLACES}(?:\W+{_PLACES})+\W*$", "any", 60, end=True),
    chrome("caption", r"^\W*(?:资料图片?|\S{2,4}现场|\S{0,4}仪式现场)\W*$", "head", 16),
    chrome("source line", r"^[A-Z]{2,6}\d{0,4}\s*[-—–]\s*\d{4}\s*[-—–]\s*\d{2,6}$", "head", 30),
    chrome("source line", r"^[^。]{0,40}发布于\s*[:：].{4,24}更新于\s*[:：]", "head", 120),
    chrome(
        "source line",
        r"^\W*(?:全文|本?(?:篇)?文章?)\s*[共约有]{0,2}\s*[\d一二三四五六七八九十百千余多]+\s*字[^。]{0,16}$",
        "head",
        40,
    ),
    chrome(
        "page tools",
        r"^\W*(?:取消|添加)?收藏成功|^\W*相关办事指南\W*$|^\W*下载地址\s*[:：]|^\W*正文复制\W*$|^\W*查看隐藏内容|^\W*搜索位置排序\W*$"
        r"|^\W*(?:\+?关注|举报|订阅|分享[至到]|打开app|app内打开|打开客户端|听全文|手机看新闻|评论)\s*\d*\W*$|^\W*用微信扫码二维码|^\W*分享至好友和朋友圈",
        "head",
        60,
    ),
    chrome(
        "advertisement",
        r"^[^。]{0,40}小编(?:为|给)(?:你|您|大家)(?:精心)?(?:整理|收集)了|^\W*精选优质文档",
        "head",
        200,
    ),
    chrome("page tools", r"^\W*\[/?(?:td|tr|table|img|url|font|size|color|align)\b[^\]]{0,40}\]", "any", 80),
    chrome(
        "page tools",
        r"^\W*(?:举报|顶|踩|赞|回复|推荐|喜欢|打赏|收藏|关注|订阅|纠错|投诉|评论|点赞|分享)\s*\d{0,6}\W*$|^\W*(?:\d{1,3}[\s|]+){2,}(?:[上下]一?页|[尾末首]页)"
        r"|返回\S{2,8}[,，]\s*查看更多\W*$|^\W*返回\S{2,8}(?:首页\W*$|\s+下载\S{2,12}客户端)|^\W*阅读下一篇\W*$|^\W*本篇文章共有?\s*\d+\s*页|^\W*当前为第\s*\d"
        r"|^\W*(?:[您你]是)?(?:网站)?(?:总)?(?:访问量|访问次数|访问人数|第)\s*[:：]?\s*\d{2,}\s*(?:[人次]|位(?:访客|访问者))?\W*$"
        r"|^\W*(?:本文|文章|原文|本页)(?:链接|网址|地址)\s*[:：]|^\W*(?:政策咨询|网站纠错|智能问答|政策问答|(?:微信)?公众号|(?:政务|官方)(?:微博|微信)|便民地图|\S{0,2}长信箱|12345\S{0,4}热线|监督举报|信访投诉|政府网站找错|更多|已收藏|[您你]?可?点此查看我的收藏夹)\W*$"
        r"|^\W*(?:录入|作者|来源)\s*[:：][^|｜。]{1,20}[|｜][^。]{0,40}(?:阅读|点击|浏览)|produced\sby\scms|publishdate\s*:|^\W*预览时(?:标签|链接)不可点",
        "tail",
        90,
    ),
    chrome("previous/next", r"^\W*上一?[篇条页]\s*[|/]?\s*下一?[篇条页]\W*$", "tail", 20, end=True),
    chrome(
        "comments",
        r"^\W*(?:登录\s*)?评论一下|^\W*(?:抢首评|快来说点什么|文档评论|说点什么)|^\W*评论\s*\d+\s*人参与|抢沙发|^\W*写评论\W*$|^\W*(?:请先?|您?需要)\s*登录\s*(?:后|再)|^\W*登录后(?:发表|才|可)"
        r"|^\W*(?:使用道具|只看该作者|发表回复|本版积分规则|小黑屋|powered\sby\sdiscuz|archiver)|^\W*gmt\s*[+-]\s*\d",
        "tail",
        120,
        end=True,
    ),
    chrome(
        "related reading",
        r"^\W*(?:浏览记录|新闻多看点|猜你想搜|深度观察|更多推荐|大家还看了|相关文档|热门点阅|您可能关注的文档|相关文档推荐|文档推荐|作者最新文章|相关搜索|喜欢此内容的人还喜欢|热搜榜?|阅读排行榜?|往期精彩(?:回顾|推荐|文章)?)\s*[:：>»\W]*$",
        "tail",
        30,
        end=True,
    ),
    chrome(
        "copyright",
        r"^\W*(?:主办|主管)(?:单位)?\s*[:：][^。]{2,40}(?:主办|承办|协办|技术支持|运维)",
        "tail",
        120,
        end=True,
    ),
    chrome("banner", r"^\S{2,16}(?:人民政府|办公[厅室]|委员会|[局厅委部])文件$", "head", 24),
    chrome("page tools", r"^\W*(?:\W*(?:[大中小]|打印|关闭|收藏|推荐|分享|返回|字号|字体|窗口)\W+){3,}$", "any", 40),
    chrome("source line", r"^\W*(?:views?|date|hits?|clicks?)\s*[:：]\s*[\d-]+\W*$", "head", 30),
    chrome("previous/next", r"^\W*(?:previous|prev|next)\s*(?:[:：]|post|page|article)", "tail", 80, end=True),
    chrome("previous/next", r"^\W*[上下]一[篇条则]\s+(?:\S.{3,}|暂无|没有\S{0,4}|无)$", "tail", 90, end=True),
    chrome("contact footer", r"^\W*contact\s+us\W*$", "tail", 20, end=True),
    chrome(
        "comments",
        r"^\W*我要(?:提意见|提建议|留言|咨询|投诉|收藏|分享|参与|打印|评论|纠错|提问)\W*$|^\W*comments\s+are\s+closed|^\W*(?:filed\s+under|tagged\s+with)\s*[:：]",
        "tail",
        40,
        end=True,
    ),
    chrome("share", r"^\W*扫一扫\s+\S{2,12}$", "tail", 24, end=True),
    # 某某时报 记者 某某 整理报道; 记者某某／某地报道.
    chrome(
        "editor line",
        r"^[^。，,:：]{0,12}记者\s*[\u4e00-\u9fff]{2,4}\s*[/／]?\s*[\u4e00-\u9fff]{0,8}报[导道]$",
        "head",
        40,
    ),
    chrome(
        "source line",
        r"^[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|都市报|商报|电视台|新闻客户端|融媒体中心)$",
        "head",
        14,
    ),
    chrome(
        "page tools",
        r"^\W*(?:网址|链接|地址)\s*[:：]\s*https?://\S+/\S+\.(?:s?html?|aspx?|jsp|php)\S*$",
        "tail",
        200,
    ),
    chrome("page tools", r"^\W*点击(?:图片|看)?(?:查看)?(?:放大|大图)(?:图片)?\W*$", "any", 16),
    chrome("page tools", r"^\W*好文章\W{0,2}需要[您你]的鼓励\W*$|^\W*上一?页[\s\d.…]*下一?页\W*$", "tail", 40),
    chrome(
        "related reading",
        r"^\W*(?:相关文章|相关新闻|相关报道)\s*[:：].{2,80}$|^【[^【】]{4,60}】\s*相关文章\s*[:：]?$",
        "tail",
        100,
        end=True,
    ),
    chrome("page tools", r"^\W*(?:下载后可任意编辑|vip免费下载|举报\W反馈|查看更多精彩内容)\W*$", "tail", 30, end=True),
    chrome("source line", r"^\W*(?:正文|(?:文章|信息|新闻)?内容|全文)\s*[:：]?\W*$", "head", 12),
    chrome(
        "source line",
        r"^\W*(?:《[^》]{2,12}》)?\s*(?:(?:19|20)\d{2}年)?\s*第\s*\d{1,4}\s*期(?:\W.{0,16})?$",
        "head",
        40,
    ),
    chrome("source line", r"^\W*以下文章来源于\s*\S", "head", 60),
    chrome(
        "advertisement",
        r"^\W*(?:更多|精彩)(?:精彩|详细|相关)?(?:内容|资讯|信息|新闻)[^。]{0,6}(?:下载|关注|扫码|点击|搜索|登录)[^。]{0,30}$",
        "tail",
        60,
        end=True,
    ),
    chrome("advertisement", r"[点按]我(?:下载|领取|抢购|看活动)|用app看", "tail", 80, end=True),
    chrome(
        "editor line",
        r"^[(（](?:作者|文章来源|稿件来源|[首题配]图来源|图片来源|资料来源)\s*[:：/][^()（）。]{2,40}[)）]$",
        "tail",
        50,
    ),
    chrome("related reading", r"^\W*(?:视频|图片|音频|动画)(?:解读|来源|链接)\s*[:：]\s*\S{0,20}$", "tail", 40),
    chrome(
        "copyright",
        r"^\W*(?:特别|郑重)声明\s*[:：]|^[^。]{0,120}(?:仅提供信息(?:存储|发布)|系信息(?:发布|存储)平台|仅代表(?:该)?作者(?:本人|个人|或机构|观点))|^\W*notice\s*:\s*the\scontent\sabove"
        r"|^[^。]{0,60}未经授权[,，、\s]*(?:请勿|不得|禁止|严禁|谢绝)|^[^。]{0,40}相关权益归\S{2,12}(?:公司)?(?:独家)?所有|即将离开[“\"「][^。]{2,30}网站",
        "tail",
        500,
        end=True,
    ),
    chrome(
        "editor line",
        r"^\W*(?:值班|责任|执行|网络|新媒体|初审|复审|终审|本期)?(?:编辑|美编|校对|审核|审签|签发|监制|监审)\s*(?:[:：/|｜︱丨]\s*[^。,，;；]{0,30}|\s[\u4e00-\u9fff\s、]{2,20})?\W*$"
        r"|^\W*(?:来源|记者|通讯员|摄影|图片|文字|撰文|文案|排版|出品|作者|制作|设计|视觉|运营|美编|素材|供稿)\s*[|｜︱丨∣/]\s*[^。,，;；]{2,40}$|^【责任$",
        "tail",
        60,
    ),
    chrome(
        "contact footer",
        r"^\W*(?:新闻|报料|爆料|投稿|广告)(?:热线|邮箱|信箱|电话)\s*[:：]",
        "tail",
        80,
    ),
    chrome("advertisement", r"^\W*(?:关注|下载)\s*[“\"「《]\S{2,16}[”\"」》]\W*$|\d(?:\.\d)?万?粉丝\W*$", "tail", 30),
)
