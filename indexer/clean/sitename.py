"""Names of sites and of their columns: what stands beside a title in a title element, and is none itself."""

from __future__ import annotations

import re

SITE_LENGTH = 8  # characters of a site's or column's name at most, behind a title that is longer
NAME_LENGTH = 18  # of the name of an office at most
FRONT_LENGTH = 14  # of a site's name before a title
LONGEST_SITE = 30  # of the name of a site in a title element
COLUMN_LENGTH = 12  # of a column's name at most, in the path to the page
SITE_NAMES = ("sitename", "og:site_name")  # of meta tags
_STEP = re.compile(r"[>»›→/:：\s]+")
_SEPARATOR = re.compile(r"\s*(?:[|｜_]|—{1,2}|–|-{1,3}|\s·\s|»|>|<)\s*")
_IN_BRACKETS = re.compile(r"\s*[【\[（(]([^【】\[\]（）()]{2,16})[】\])）]$")
_SITE_WORD = re.compile(
    r"(?:网|网站|政府|门户|频道|官网|官方网站|首页|资讯|新闻|要闻|公众号|平台|在线|日报|晚报|晨报|时报|早报|商报|信息港|中心|委员会|局|厅|部|办|管委会|客户端|数字报刊?|电子版|观察|发布|com|cn|net|news)$",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:政府|网|网站|门户|门户网站|官网|委员会|管委会|开发区|高新区|经开区|产业园|局|厅|部|频道|中心|协会|公司|日报|晚报|数字报刊?|电子[报版]|在线|百家号|头条|头条号|网易号|搜狐号|论坛|社区|博客|公众平台|资讯网|全球资讯网|首页)(?:首页)?$"
)
_COLUMN = re.compile(
    r"^(?:最新|今日|热点|重点|综合|园区|企业|部门|工作|政务|政策|通知|信息|新闻|招商|公司|行业|产业|时政|社会|地方|本地|国内|国际|图片|视频|媒体|党建|通知公告|公示|公告|新闻中心|文章|内容|正文|详情|资讯)?"
    r"(?:公告|通知|通知公告|公示公告|公告公示|新闻|要闻|动态|快讯|资讯|政策|文件|法规|解读|公开|目录|列表|中心|聚焦|报道|播报|专题|专栏|概况|简介|园地|详情|详细|详细页|正文|内容|内容页|信息|页面|查看|浏览|显示|阅读|打印)$|^(?:文章|新闻|信息|内容|公告|信件|来信|留言|咨询|问题)(?:详情|详细|内容|浏览|查看|正文|阅读|显示)页?$|^(?:无标题文档|无标题|untitled\w*|document|index|detail|article|正文页|详情页|内容页)$"
)


def is_site(key: str) -> bool:
    """Whether a squeezed line is the name of a site or of an office; news of an office is longer than its name."""
    return len(key) <= NAME_LENGTH and bool(_SITE.search(key))


def is_column(key: str) -> bool:
    """Whether a squeezed line is the name of a column, or of a kind of page."""
    return bool(_COLUMN.search(key))


def is_frame(text: str) -> bool:
    """Whether a title names nothing but site and column (某某高新区-新闻详情)."""
    keys = [re.sub(r"\s", "", part) for part in (text, *_SEPARATOR.split(text)) if part]
    return not keys or is_site(keys[0]) or is_column(keys[0]) or all(is_site(key) or is_column(key) for key in keys[1:])


def columns(path: str, below: str) -> list[str]:
    """The columns that a path to a page names; its end is none where it is the title, which the line below has."""
    parts = [part for part in _STEP.split(path) if len(part) <= COLUMN_LENGTH]
    titled = bool(parts) and parts[-1] == below and len(below) >= SITE_LENGTH and not is_column(below)
    return parts[:-1] if titled else parts


def strip_site(text: str, cautious: bool = False) -> str:
    """A title element without the names of site and column behind or before it.

    With `cautious`, only what ends like the name of a site goes.
    """
    parts = [p for p in _SEPARATOR.split(text) if p]
    while len(parts) > 1 and (_SITE_WORD.search(parts[-1]) or (not cautious and _is_short_end(text, parts))):
        parts.pop()
    while len(parts) > 1 and len(parts[0]) <= FRONT_LENGTH and (_SITE_WORD.search(parts[0]) or is_column(parts[0])):
        parts.pop(0)
    kept = text[text.find(parts[0]) : text.find(parts[-1]) + len(parts[-1])] if parts else text
    kept = kept.strip()
    bracketed = _IN_BRACKETS.search(kept)
    if bracketed and _SITE_WORD.search(bracketed[1]) and bracketed.start() >= SITE_LENGTH:
        kept = kept[: bracketed.start()]
    return kept


def site_of(text: str) -> str | None:
    """The name of the site in a title element, behind the title or before it: 桐乡市人民政府门户网站."""
    parts = [p.strip() for p in _SEPARATOR.split(text) if p]
    named = (part for part in (*parts[:0:-1], *parts[:1]) if len(part) <= LONGEST_SITE and _SITE.search(part))
    return next(named, None) if len(parts) > 1 else None


def _is_short_end(text: str, parts: list[str]) -> bool:
    """A last part much shorter than another, unless a Chinese dash makes it a subtitle."""
    subtitle = text[: text.rfind(parts[-1])].rstrip().endswith("—")
    return not subtitle and len(parts[-1]) <= SITE_LENGTH < max(map(len, parts[:-1]))
