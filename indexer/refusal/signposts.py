"""Pages that only lead elsewhere: votes, galleries, the front of an e-paper, tables of titles, teasers cut off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.refusal.entries import BROKEN_OFF
from mappings import fold

SEVERAL = 3  # lines of a kind that make a page one of them
TEASERS = 2
ABSTRACT = 40  # characters of a teaser that runs over a line and more
MOST = 0.6  # of the characters of a page
SENTENCE = 40  # characters of a sentence that tells something by itself
POINTER_LENGTH = 60  # characters of a page that only points to another
TOPIC_LENGTH = 160  # characters of the words that introduce a collection of pages
_VOTES = re.compile(
    r"票数\s*[:：]\s*\d+|^\W*\d{1,8}\s*票\W*$|^\W*(?:投\s*票|投[TtＴ]?[Aa他她它]?一票|我要投票|已投票?)\W*$"
)
_GALLERY = re.compile(r"上一张|下一张|查看原图|(?:更多|相关|推荐)(?:图集|组图)|^\W*\d{1,3}\s*/\s*\d{1,3}\W*$")
_PAPER = re.compile(
    r"上一版|下一版|pdf版?下载|版面(?:概览|导航|目录)|本版(?:标题|导航)|标题导航|往期回顾", re.IGNORECASE
)
_HEADER = re.compile(r"(?:标题|题名|主题|名称)\s*\|")
_COUNTED = re.compile(r"点阅|点击|浏览|阅读次数|(?:发布|公布|更新|发文)\s?(?:单位|部门|机构|日期|时间)")
_POINTER = re.compile(
    r"^\W*(?:详情|更多(?:内容|信息|详情)?|具体(?:内容|信息)?|全文|原文)?\s*(?:敬?请)?(?:点击|点按|移步|前往|进入|登录|查看|参见)(?!\S{0,3}下载)"
    r"[^。]{0,12}(?:[:：>»]|查看|进入|下载|链接|专题|栏目|列表|页面|网站)[^。]{0,40}$"
)
_TOPIC = re.compile(
    r"(?:特|现)(?:此)?(?:推出|开设|开辟|制作|设立)[^。]{0,12}(?:本?专[题栏]|系列报道)[^。]{0,40}。?\W*$"
)
# What a server or a script should have filled in.
_TEMPLATE = re.compile(
    r"\{\{?\s*[$@#]?[a-zA-Z_][\w:./\[\]|'\" -]{1,60}\}|<%=?[^%]{1,60}%>|\$\{[\w.]{1,40}\}|\[!--[\w.]{1,40}--\]"
    r"|lorem ipsum[^。\n]{0,200}|(?<![#\w])#[a-z_]{2,20}#(?![#\w])",
    re.IGNORECASE,
)
# Below each post of an account, and beside each subject of a forum.
_POST = re.compile(
    r"(?:转发|评论|点?赞|回复|收藏|查看|阅读|浏览)\s*\d[\d.]*万?\s*[|/·]?\s*(?:转发|评论|点?赞|回复|收藏|查看|阅读|浏览)(?:\s|\d|$)"
    r"|^\W*(?:\d{1,2}月\d{1,2}日|\d{1,2}-\d{1,2}|今天|昨天|\S{1,4}前)\s*\d{0,2}:?\d{0,2}\s*来自\s*\S"
)
_DAY = re.compile(r"^\W*(?:(?:19|20)\d{2}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\W*$")


_FOLLOWED = re.compile(r"^(?:\W|\w){0,20}?粉丝\s*[\d.]+\s*万?\s*(?:关注|获赞|微博)|关注\s*[\d.]+\s*万?\s*粉丝\s*[\d.]+")
# What a browser says above a file that it shows as it is.
_XML = re.compile(r"XML\s*文件(?:似乎)?(?:没有|不包含)[^。]{0,10}样式|This XML file does not appear", re.IGNORECASE)
_SUBSCRIBED = re.compile(r"https?://[\w./-]{1,80}(?:\.xml|/rss)\b", re.IGNORECASE)
# Files for programs that name the pages of a site: RSS, Atom, site maps.
_FEED = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?xml-stylesheet[^>]{0,300}>\s*|<!--[^>]{0,300}-->\s*){0,3}<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)[\s>]",
    re.IGNORECASE,
)


def is_feed(text: str) -> bool:
    """Whether a file is a feed or a map of a site, made for programs: it names pages and is none."""
    return _FEED.match(text) is not None


def leads_elsewhere(paragraphs: Sequence[str]) -> bool:
    """Whether the paragraphs of a page tell nothing themselves, but lead to what does."""
    told = [fold(p) for p in paragraphs]
    if not told:
        return False
    if _is_topic(told) or _are_teasers(told) or any(map(_XML.search, told[:SEVERAL])):
        return True
    if sum(bool(_SUBSCRIBED.search(p)) for p in told) >= SEVERAL:
        return True
    if any(len(p) >= SENTENCE and "。" in p for p in told):
        return False
    if sum(map(len, told)) <= POINTER_LENGTH and all(map(_POINTER.search, told)):
        return True
    blanks = [m[0] for p in told for m in _TEMPLATE.finditer(p)]
    if len(blanks) >= SEVERAL or sum(map(len, blanks)) >= MOST * sum(map(len, told)):
        return True
    votes = sum(bool(_VOTES.search(p)) for p in told)
    return votes >= SEVERAL or _is_frame(told) or _is_table_of_titles(told)


def are_posts(lines: Sequence[str], is_article: bool) -> bool:
    """Whether the folded lines are those of an account with its posts, how often each was sent on below it.

    Below an article they are comments, unless the account tells how many follow it.
    """
    if is_article and not any(map(_FOLLOWED.search, lines)):
        return False
    if min(lines.count("转发"), lines.count("评论")) >= SEVERAL:
        return True
    return sum(bool(_POST.search(line)) for line in lines) >= SEVERAL


def _is_topic(told: list[str]) -> bool:
    """The words that introduce a collection, and nothing behind them."""
    if sum(map(len, told)) <= TOPIC_LENGTH and _TOPIC.search(told[-1]):
        return True
    sentences = [p for p in told if len(p) >= SENTENCE or "。" in p]
    return len(sentences) == 1 and len(told) > SEVERAL and bool(_TOPIC.search(sentences[0]))


def _are_teasers(told: list[str]) -> bool:
    """Beginnings of other pages, cut off, with their days."""
    cut = sum(bool(BROKEN_OFF.search(p)) for p in told)
    days = sum(bool(_DAY.search(p)) for p in told)
    if cut >= TEASERS and days >= TEASERS and cut + days == len(told):
        return True
    # Authors write …, programs cut with dots.
    abstracts = [p for p in told if len(p) >= ABSTRACT and p.endswith("...")]
    return len(abstracts) >= SEVERAL and sum(map(len, abstracts)) >= MOST * sum(map(len, told))


def _is_frame(told: list[str]) -> bool:
    """What stands around the pictures of a gallery or the articles of a paper's page."""
    signs = [m for p in told for pattern in (_GALLERY, _PAPER) for m in pattern.finditer(p)]
    return len(signs) >= SEVERAL and not any("。" in p for p in told)


def _is_table_of_titles(told: list[str]) -> bool:
    """A table whose columns are title, who published it and when, how often it was read."""
    at = next((i for i, p in enumerate(told) if " | " in p and _HEADER.search(p) and _COUNTED.search(p)), None)
    if at is None or len(set(_COUNTED.findall(told[at]))) < 2:
        return False
    columns = told[at].count(" | ")
    return sum(p.count(" | ") == columns for p in told[at + 1 :]) >= SEVERAL
