"""What names the parts of something else: the contents of a magazine, the programmes beside a player."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indexer.refusal.listing import Listing
from indexer.refusal.wordless import is_sentence
from mappings import fold

NUMBERED = 4  # lines that end with the number of a page
COLUMNS = 2  # names of parts that magazines have
SEVERAL = 3  # of the labels of a player, of different kinds
LABEL = 40  # characters of such a label at most
TOLD = 120  # characters of running text that may introduce the programme
HEAD = 6  # lines within which the issue is named
_ISSUE = re.compile(
    r"第\s*[\d一二三四五六七八九十百]{1,4}\s*期|总\s*第?\s*\d{1,4}\s*期|\d{4}\s*年\s*\d{1,2}\s*月号|Vol\.?\s*\d",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:总?目\s*录|要目|目次|导读|contents)\W*$|^\W*(?:本期|往期)\S{0,4}\W*$|^\W*(?:上|下)一期(?:\s|$)|往期\S{0,4}\s",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"^\W*【[^】]{2,12}】\W*$|^\W*(?:卷首(?:语|寄语)?|刊首语?|开篇|特稿|特别(?:策划|报道|关注)|封面(?:故事|人物|报道|文章)|本刊(?:专稿|特稿|策划|启事)|高端(?:访谈|视点)|专题(?:策划|研究)?|编读往来|征稿启事|封[二三底面]|工作研究|理论(?:探索|前沿|研究)|调查(?:与|研究)\S{0,4}|经验交流|法规文件|人事任免|大事记|文件选登)\W*$"
)
_PAGE = re.compile(r"^\W*(?:第?\d{1,2}版|[Pp]\d{1,3})\s+\S|(?:\s|…|(?<!\.)\.{3,}|[(（/])\s*[Pp]?\d{1,3}\s*[)）]?\W*$")
_PAGE_FIRST = re.compile(r"^\W*(?:第?\d{1,2}\s?版|[Pp]\d{1,3})[\s:：]+\S")
_PLAYER = re.compile(
    r"(播放全部|全部播放)|(正在播放|点击(?:播放|收听)|(?:立即|在线)(?:播放|收听)|^\W*(?:播放|收听|试听)\W*$)|(播放列表|节目列表|播放历史|查看更多节目|更多节目)"
    r"|(^\W*暂停(?:播放)?(?:\s|$))|(\d{1,2}:\d{2}(?::\d{2})?\s*/\s*\d{1,2}:\d{2}|^\W*00:00(?::00)?\W*$)|(^\W*(?:音量|静音)\W*$)|(^\W*(?:[\d.]+x|倍速|定时(?:关闭|播放)?|循环播放|顺序播放)\W*$)|(^\W*(?:上|下)一(?:首|集|曲)\W*$)"
    r"|(^\W*(?:开始|立即|我要)(?:答题|抽奖|参与|挑战)\W*$)|(^\W*(?:我的(?:奖品|成绩|积分)|活动规则|中奖(?:名单|记录)|排行榜)\W*$)|(\d\s*万?\s*人(?:已)?参与|剩余(?:时间|次数))|(^\W*(?:上一题|下一题|交卷)(?:\s|$))"
    r"|(播放(?:量|次数|数)|\d\s*万?\s*次?播放|^\W*订阅(?:\s|$))|(专辑\s*\d|共\s*\d+\s*集|\d+\s*集(?:全|$))|(不支持[^。]{0,8}(?:audio|音频))|(播放器加载|^\W*下载音频\W*$)|(^\W*主播\s*[:：])|(直播(?:回放|中\W*$)|正在直播|^\W*回放\W*$)|(\d\s*万?\s*人(?:次)?(?:观看|在看|正在看|收听))|(弹幕|^\W*聊天(?:室|\s|$))|(^\W*(?:全屏|高清|标清|超清|流畅)(?:\s+\S{2})*\W*$)",
    re.IGNORECASE,
)


def is_contents(listing: Listing) -> bool:
    """Whether a page is the contents of a magazine: titles with the numbers of pages, or below its columns."""
    lines = [line.key for line in listing.lines.lines]
    told = [fold(p) for p in listing.page.paragraphs]
    if any(map(is_sentence, told)):
        return False
    columns = sum(bool(_COLUMN.match(line)) for line in lines)
    issue = any(map(_ISSUE.search, _heads(listing, lines)))
    if not issue and columns <= COLUMNS:
        return False
    named = any(map(_CONTENTS.search, (*_heads(listing, lines), *lines)))
    if issue and sum(bool(_PAGE_FIRST.match(line)) for line in lines) >= SEVERAL:
        return True
    return columns > COLUMNS or (issue and (columns >= COLUMNS or (named and (columns > 0 or _numbered(lines)))))


def _heads(listing: Listing, lines: Sequence[str]) -> tuple[str, ...]:
    return (listing.title_key, fold(listing.lines.title or ""), *lines[:HEAD])


def _numbered(lines: Iterable[str]) -> bool:
    return sum(bool(_PAGE.search(line)) for line in lines) >= NUMBERED


def is_player(listing: Listing) -> bool:
    """Whether a page is the player of a programme, or a game: its labels, and hardly any running text."""
    kinds = {
        match.lastindex
        for line in listing.lines.lines
        if len(line.text) <= LABEL
        for match in _PLAYER.finditer(line.key)
    }
    return len(kinds) >= SEVERAL and sum(len(line.text) for line in listing.prose) <= TOLD
