"""Texts without a sentence that are documents all the same: poems, enclosures, numbered demands, prices, answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.refusal.endings import NOTICES
from indexer.refusal.listing import Listing

VERSES = 4  # of a poem whose lines are of one length
FREE_VERSES = 6  # the same where they are not
SPOKEN_SHARE = 0.6  # of the lines of a poem, with words that titles and menus seldom have
VOICE_SHARE = 0.25  # the same with words of whoever speaks
ITEMS = 3  # numbered lines in a row, from 1
ENCLOSED = 2  # lines below the word 附件
PRICES = 3
ITEM_LENGTH = 8  # characters of a numbered line on the average
_ATTACHED = re.compile(r"^\W*附\s*件\s*\d{0,2}\s*(?:$|[:：]\s*(?:1\s*[.、．]|$))")
_FILE = re.compile(r"下载|\d\s*(?:KB|MB|[KM])\b|次数", re.IGNORECASE)
_ITEM = re.compile(r"^\W*(\d{1,2})\s*[.、．)）]\s*\S")
_HEADLINE = re.compile(rf"(?:{NOTICES})\W*$|(?:19|20)\d{{2}}|\d{{1,2}}[-/月]\d{{1,2}}|召开|举行|开展|[?？]|\d\W*$")
_ARTICLE = re.compile(r"^\W*第[一二三四五六七八九十百零\d]{1,5}条\s*\S{12}")
_VERSE = re.compile(r"^([\u3400-\u9fff]{5}|[\u3400-\u9fff]{7})\W*$")
_FREE = re.compile(rf"^(?!.*(?:关于|{NOTICES}))[\u3400-\u9fff]{{1,18}}(?: [\u3400-\u9fff]{{2,12}}){{0,2}}\W*$")
_SPOKEN = re.compile(r"[的了着在我你他她它像里还也把从向过愿啊吗吧]")
_VOICE = re.compile(r"[我你他她它着过愿啊吗吧]")
# What offices, places and columns end with.
_OFFICE = re.compile(
    r"[局委办处部院校司厅会站所社区县镇乡村栏室馆]$|(?:中心|公司|公开|服务|信息|指南|查询|动态|新闻|公告|概况|简介|介绍|我们|系统|平台)$"
)
_PRICE = re.compile(r"\d\s*元\s*/\s*(?:斤|公斤|千克|kg|吨|立方米|平方米|度|升|件|亩|人)", re.IGNORECASE)
_ASKED, _ANSWERED = re.compile(r"^\W*问\s*[:：\s]\s*\S"), re.compile(r"^\W*答\s*[:：\s]\s*\S")


def is_fragment(listing: Listing, told: Sequence[str]) -> bool:
    """Whether the folded paragraphs, none of them a sentence, are a document by what they are."""
    if is_poem(listing, told) or _is_attached(listing, told) or _is_numbered(told):
        return True
    if sum(bool(_PRICE.search(p)) for p in told) >= PRICES or any(map(_ARTICLE.match, told)):
        return True
    return any(map(_ASKED.match, told)) and any(map(_ANSWERED.match, told))


def is_poem(listing: Listing, told: Sequence[str]) -> bool:
    """Lines of five characters each, or of seven; or lines of common words without marks. No offices, no columns."""
    title = listing.page.title
    lines = [title.text, *told] if title and title.source == "line above the text" else told
    verses = [match[1] for p in lines if (match := _VERSE.match(p))]
    alike = len({len(verse) for verse in verses}) == 1 and not any(map(_OFFICE.search, verses))
    if alike and len(verses) >= VERSES and len(verses) >= len(lines) - 1 - (lines is not told):
        return True
    if len(told) < FREE_VERSES or not all(map(_FREE.match, told)):
        return False
    spoken, voiced = (sum(bool(pattern.search(p)) for p in told) for pattern in (_SPOKEN, _VOICE))
    return spoken >= SPOKEN_SHARE * len(told) and voiced >= VOICE_SHARE * len(told)


def _is_attached(listing: Listing, told: Sequence[str]) -> bool:
    """Lines below the word 附件: what was enclosed with a document, or the names of it."""
    lines = listing.lines.lines
    first = next((line.key for line in lines if line.text), "")
    headed = any(map(_ATTACHED.match, (first, *told[:1])))
    kept = set(told)
    if not headed or any(line.linked and line.key in kept for line in lines) or any(map(_FILE.search, told)):
        return False
    return sum(len(p) >= ITEM_LENGTH // 2 for p in told) >= ENCLOSED


def _is_numbered(told: Sequence[str]) -> bool:
    """Lines numbered from 1 on, most of the text, each more than a label and none like a headline."""
    items = [(int(match[1]), p) for p in told if (match := _ITEM.match(p))]
    if len(items) < ITEMS or len(items) < len(told) / 2 or [n for n, _ in items] != list(range(1, len(items) + 1)):
        return False
    if any(_HEADLINE.search(p) or _FILE.search(p) for _, p in items):
        return False
    return sum(len(p) for _, p in items) >= ITEM_LENGTH * len(items)
