"""Pages that tell nothing: without a sentence, and without a sign that they are a document.

Documents without a sentence are name lists, tables, timetables, awards. Their title says what they are, or a source
line, a number or a day of signature stands by it. What has none of these is a menu, a directory, the front of a site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.clean.heading import squeeze
from indexer.clean.line import Line
from indexer.clean.sitename import is_column, is_site
from indexer.refusal.endings import NOTICES
from indexer.refusal.entries import is_source
from indexer.refusal.fragments import is_fragment
from indexer.refusal.listing import NOTICE_LENGTH, Listing
from mappings import fold

CLAUSE = 12  # characters of a line with a comma that tells something
INTERFACE_LENGTH = 45  # characters of a line that tells a visitor what to do
QUESTION = 35  # the same of a question that is the title of another page
SHORT_SENTENCE = 25  # the same of one with a full stop
FACTS = 3  # labels with a value of their own that make a record
PARTS = 2  # numbered ones that make a text, whatever became of its marks
UNBROKEN = 40  # characters without a blank: text that lost its marks
ROWS = 3  # of a table below a title of its own
CELLS = 3  # of a row of bare text
ROW_SHARE = 0.6  # of the lines
SOURCE_LENGTH = 6  # characters of a source line; the heads of columns are shorter
DAYS = 3  # lines that end with a day, from which they are a list's and no signature
SIGNED_LINES = 3  # at the end, within which the day of signature stands
_FULL_STOP = re.compile(r"[。;；]|[!！?？][”’\"')）》]*$")
_STOP = re.compile(r"[。;；]")
_HOURS = re.compile(r"月\d{1,2}日\s*(?:上午|下午|晚)?\d{1,2}[时:：].*[\u3400-\u9fff]{4}")  # when something happens
_INTERFACE = re.compile(
    r"点击|请(?:您?先|输入|选择|填写|使用|在此|登)|登[录陆]|注册|扫(?:描|码|一扫)|浏览器|阅读器|验证码|客户端|加载|版权|刷新|跳转|有什么可以帮|关键[字词]|检索|下载"
)
_TITLED = re.compile(
    rf"(?:{NOTICES}|公报|宣言|解读|规划|纲要|倡议书?|公约|章程|准则|标准|规范|规程|指南|简历|简介|概况"
    r"|名单|名录|清单|一览表?|汇总表?|明细表?|统计表|安排表?|时刻表|课程表|日程表?|议程|成绩表?|得分|排名|排行榜?|结果|指标|价格|行情|预报|预警|计划|要点|预算|决算|公开表|情况表?|登记表|目录|简讯|简报|快报|大事记|(?:录用|聘用|入围|获奖|当选|表彰|候选)(?:人员|人选|对象|单位|企业)|标语|口号|歌词?|诗|状况|[\u3400-\u9fff](?<!列)表|年表|题词|贺信|致辞|献词)"
    r"(?:[(（《〔【].{0,40})?\W*$|关于\S{6,}"
)
_YEAR = re.compile(
    r"(?:19|20)\d{2}\s*年(?!\s*第\s*\d+\s*期)|(?<!年)第[一二三四五六七八九十\d]{1,3}(?:批|季度|届|期)|[一二三四五六七八九十]{4}年"
)
_SURE = re.compile(
    r"^(?:贺电|贺信|唁电|讣告|慰问信|感谢信|表扬信|邀请函|悼词)\W*$|^(?:七律|五律|七绝|五绝|沁园春|满江红|浪淘沙|水调歌头|念奴娇|西江月|鹧鸪天|清平乐|临江仙|蝶恋花|卜算子|如梦令|忆江南|采桑子|浣溪沙|破阵子|江城子|渔家傲|一剪梅|定风波)(?:\W|$)|^中华人民共和国\S{2,20}法(?:\W|$)"
    r"|(?:大事记|年表|[刻班程次目分绩]表|节目单|成绩单|[书歌片]单)\W*$"
)  # however short: no column is called so
# The tools of a site that end like the title of a document.
_CATALOGUE = re.compile(
    r"^(?:政府|部门|公共企事业单位|主动|依申请|\S{2,8}(?:局|委|办|厅))?(?:信息|政务|主动|依申请)公开(?:目录|指南|年报|规定|制度|申请|意见箱)*$"
)
_NUMBER = re.compile(r"〔(?:19|20)\d{2}〕\s*\d{1,5}\s*号|^第?\s*\d{1,4}\s*号$")
_DAY = re.compile(
    r"(?:(?:19|20)\d{2}|[一二][〇○零九oO0][\w〇○]{2})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}\s*日?\W*$"
)
_DAY_IN = re.compile(r"(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}")  # of a paper, of a broadcast
_LENGTH = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?$")  # of a film
# What a row of a register, a board or a search ends with: when, and what became of it.
_ROW_END = re.compile(
    r"(?:\s(?:\d{1,2}[-:]\d{2}|(?:19|20)\d{2}-\d{1,2}-\d{1,2})|昨天|今天|前天|\d\s*(?:小时|分钟|天)前|已(?:办结|回复|答复|受理)|(?:办理|处理|审核|受理)中|待(?:办|回复|受理))\W*$"
)
_FACT = re.compile(r"^\W*([\u3400-\u9fff][\u3400-\u9fff\w()（）/、 ]{1,14}?)\s*[:：]\s*(\S.*)$")
_PHONE = re.compile(
    r"^[\d\s()（）转、，,;；/+-]{7,}$|(?:电话|传真|手机|邮编|地址|E-?mail)\s*[:：]|(?<![\d.])(?:0\d{2,3}[-—\s]?\d{7,8}|1\d{10}|400-?\d{3}-?\d{4})(?!\d)",
    re.IGNORECASE,
)
_NO_FACT = re.compile(
    r"地\s*址|电\s*话|传\s*真|邮\s*[编箱]|邮政编码|网\s*址|联系|微信|公众号|热线|版本|大小|下载|浏览|点击|阅读|来源|作者|编辑|位置|^(?:发布|发文|更新|公开|生成|成文|开始|结束|录入|来信|访谈)?(?:时间|日期)$|版主|今日|主题|帖子|排名|全部|主办|承办|技术支持"
)
_PART = re.compile(
    r"^\W*(?:[一二三四五六七八九十]{1,3}(?:是|、)|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节条款])"
)
_UNBROKEN = re.compile(r"[\w%、：“”‘’《》()（）.-]{40}")
_YEAR_FIRST = re.compile(r"^\W*(?:19|20)\d{2}\s*年?(?:\s*\d{1,2}\s*月)?(?!\s*[-/.\d])[\s:：，,—]*[\u3400-\u9fff]{3}")
_META = ("articletitle", "pubdate", "publishdate", "article:published_time")


def tells_nothing(listing: Listing) -> bool:
    """Whether the page has no sentence of its own and nothing that says it is a document."""
    page = listing.page
    told = [fold(p) for p in page.paragraphs]
    return bool(told) and not any(map(is_sentence, told)) and not _is_document(listing, told)


def is_sentence(text: str) -> bool:
    """Whether a line tells something; a question or what a visitor is to do is none."""
    if _HOURS.search(text) and len(text) >= CLAUSE:
        return True
    if len(text) <= (INTERFACE_LENGTH if "。" not in text else SHORT_SENTENCE) and _INTERFACE.search(text):
        return False
    if "," not in text and "，" not in text and (len(text) <= QUESTION or " | " in text) and not _STOP.search(text):
        return False
    if _ROW_END.search(text) and not _STOP.search(text):
        return False
    if _FULL_STOP.search(text) or (len(text) >= CLAUSE and ("，" in text or "," in text)):
        return True
    return len(text) >= UNBROKEN and bool(_UNBROKEN.search(text))


def is_short_document(listing: Listing) -> bool:
    """Whether a few words without a sentence are a document by what they are: a poem, a telegram, a demand."""
    told = [fold(p) for p in listing.page.paragraphs]
    return is_fragment(listing, told) or bool(told and _SURE.search(told[0]))


def _is_document(listing: Listing, told: Sequence[str]) -> bool:
    page, title = listing.page, listing.page.title
    if listing.is_article or (title and title.source == "input") or any(name in page.meta for name in _META):
        return True
    name = title.text if title else told[0]
    headings = [(name, title.line + title.lines if title and title.line is not None else None), *_repeated(listing)]
    if any(_is_own(listing, fold(text), behind) for text, behind in headings if not _is_column(text)):
        return True
    parts = sum(bool(_PART.match(p)) for p in (name, *told))
    years = [p for p in told if _YEAR_FIRST.match(p)]
    if is_fragment(listing, told):
        return True
    return (
        _is_signed(told) or _is_record(told) or parts >= PARTS or (len(years) >= FACTS and 2 * len(years) > len(told))
    )


def _repeated(listing: Listing) -> Iterator[tuple[str, int | None]]:
    """The first line of bare text and where it, or its beginning, stands again: a title element and its heading."""
    lines = listing.lines.lines
    if not lines or lines[0].tag != "text":
        return
    first = lines[0].text
    yield first, None
    for i, line in enumerate(lines[1:], 2):
        if len(line.text) >= NOTICE_LENGTH and first.startswith(line.text):
            yield line.text, i


def _is_column(name: str) -> bool:
    return is_column(squeeze(name)) or is_site(squeeze(name)) or bool(_CATALOGUE.search(name))


def _is_own(listing: Listing, name: str, behind: int | None) -> bool:
    """A title that says what kind of document this is, or which year's; or one with a table or a source line below."""
    lines = listing.lines.lines
    below = lines[behind : behind + 2] if behind is not None else []
    if any(len(line.text) >= SOURCE_LENGTH and is_source(line) for line in below) and not _lists_days(lines):
        return True
    if " | " in name:  # a row of a table
        return False
    says = len(name) >= NOTICE_LENGTH - 1 and _TITLED.search(name)
    if says and not _DAY.search(name):
        return True
    if any(pattern.search(name) for pattern in (_NUMBER, _YEAR, _SURE)) and not _DAY_IN.search(name):
        return True
    rows = max(sum(line.tag == "row" for line in lines), _bare_rows(lines))
    return rows >= ROWS and len(name) >= NOTICE_LENGTH


def _bare_rows(lines: Sequence[Line]) -> int:
    """Lines of bare text with the same number of cells, where they are most of a page; none of a register."""
    rows = (line.key for line in lines if line.tag == "text" and " " in line.text)
    cells = Counter(row.count(" ") for row in rows if not (_ROW_END.search(row) or _INTERFACE.search(row)))
    most = max((n for blanks, n in cells.items() if blanks + 1 >= CELLS), default=0)
    return most if most > ROW_SHARE * len(lines) else 0


def _lists_days(lines: Sequence[Line]) -> bool:
    """Days that stand alone, each in a line: what lists have beside or below their entries."""
    return sum(bool(_DAY.match(line.key) or _LENGTH.match(line.key)) for line in lines) >= DAYS


def _is_signed(told: Sequence[str]) -> bool:
    """A day alone among the last lines, and none in the lines above it; or a number of a document."""
    if any(map(_NUMBER.search, told[:2])):
        return True
    days = [i for i, p in enumerate(told) if len(p) <= 40 and _DAY.search(p)]
    return 0 < len(days) < DAYS and days[0] > 0 and days[-1] >= len(told) - SIGNED_LINES


def _is_record(told: Sequence[str]) -> bool:
    """Several facts of one thing: each label once, each with its value."""
    facts = [match for p in told if (match := _FACT.match(p)) and not _PHONE.search(match[2])]
    labels = [match[1] for match in facts if not _NO_FACT.search(match[1])]
    return len(labels) >= FACTS and len(set(labels)) == len(labels)
