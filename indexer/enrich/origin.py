"""The outlet (来源): who the page says it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from indexer.clean.sitename import is_column
from indexer.enrich.bylines import SUPPLIER, bracketed
from indexer.enrich.material import Fact, Material, around
from mappings import Evidence, fold

SURE_META = ("contentsource", "source", "mediaid")
META_NAMES = (*SURE_META, "publisher", "article:author", "og:article:author", "author")
LONGEST_LINE = 300  # characters of a line that names the outlet
SHORT_LINE = 70  # characters of a line that holds a date, a name and hardly anything else
SHORT_NAME = 20  # characters of a name on a line of its own
DATELINE = 120  # characters at the beginning of the text in which its dateline stands
SHORT_ACCOUNT = 6  # characters of an account's name that ends like a column's
NEAR_HEAD, NEAR_FOOT = 6, 4  # lines above and below the text in which a reporter is named
TAIL = 130  # characters at the end of the text where its source may stand
# The endings of names of papers, offices and accounts: what tells them from a person.
_OFFICE = re.compile(
    r"(?:报|网|社|台|政府|委员会|委|局|厅|部|办公室|办|中心|管委会|发布|观察|参考|在线|通讯|周刊|杂志|传媒|融媒|札记|笔记|协会|学会|研究院|快讯|新闻|晚报|客户端|公众号|频道|广电|广播电视|笔谈|评论|中文[网站]|大公网|公司|集团|网站|财经|南方\+|时刻|头条|快报|视界|之声|信息港)$"
)
_PAPER = re.compile(
    r"(?:日报|晚报|时报|商报|报社|早报|晨报|周报|网|发布|在线|观察|融媒体?(?:中心)?|传媒|客户端|公众号|电视台|广播电视台|参考|通讯社?|南方\+)$"
)
_ZONE = re.compile(r"(?:园区?|开发区|高新区?|经开区?|新区|街道|[镇乡])$")
_OFFICE_ALONE = re.compile(r"(?:委员会|委|局|厅|部|办公室|办|科|股|处|中心|站|管委会|政府|协会|公司|集团)$")
_TOKENS = re.compile(r"[\s|｜·•/┊,，]+")
_CLOCK = re.compile(r"(?:19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|A[-+]")
_NO_OUTLET = re.compile(r"\d|^(?:星期|周)?[(（]?[一二三四五六日天][)）]?$|^[年月日时分秒]+$|天前|小时前|分钟前|[:：]")
_DATED = re.compile(r"(?:19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}|\d+\s*(?:天|小时|分钟)前|昨天|前天")

_GLUED_LABEL = re.compile(r"^(?:(?:信息|文章|稿件|新闻)?来源|稿源)(?=[\u4e00-\u9fff]{3})")
_OTHER_LABELS = re.compile(r"机构|机关|文\s*号|索引")  # of names that are no outlet
_WRITERS = re.compile(r"(?:作\s*者|编辑|责编|审核)\s*[:：]\s*\S+")

_LABEL = (
    r"(?:信息来源|文章来源|稿件来源|新闻来源|消息来源|内容来源|资料来源|本文来源|来源网站|来源单位|转载来源|来源于|(?<![据金入品货能电水片像图])来\s*源|稿源|源自|转载自|转自|摘自|出处|供稿单位"
    r"|文章来自|内容来自|(?:微信)?公众号|发布单位|发文部门)"  # folded: 發布單位 too
)
# Between label and name: a colon, the border of a cell, the label in English.
_TO_NAME = r"\s*(?:[】\])]?\s*(?:[A-Za-z]{3,10}\s*)?(?:[:：/／]\s*\|?|[|｜丨│])|】)\s*[\[【]?\s*"
_NAME = r"(?:《(?P<book>[^》]{2,30})》|(?P<name>[^\s|｜丨│,，。;；:：()（）【】\[\]<>]{2,30}))"
_OUTLET = re.compile(_LABEL + _TO_NAME + _NAME)
# These stand before names of persons and places too.
_VAGUE_LABEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])来自|信息发布|(?<![\u4e00-\u9fff])发布)\s*[:：]\s*(?P<book>)(?P<name>[^\s|｜,，。;；:：()（）【】\[\]]{3,30})"
)
_THANKED = re.compile(
    r"本文(?:来源|来自|转自|转载自)(?:于|自)?(?P<book>)(?P<name>[\u4e00-\u9fff]{2,16})(?=[,，。;；\s]|$)"
)
_PIPED = re.compile(r"\|\s*来源\s*(?P<book>)(?P<name>[^|｜\s:：]{2,20})\s*\|")
_AT_THE_END = re.compile(
    rf"(?:^|[\n。(（【\[”\s—–-])(?:本文|文字)?{_LABEL}{_TO_NAME}{_NAME}[^\n。]{{0,24}}"
    r"(?:\n[^\n]{0,12}(?:编\s?辑|责编|审\s?[核签]|校\s?对|作\s?者|摄影|监制|值班|制作|终审|编审|主编|供图|图[/／|丨])[^\n]{0,40}){0,4}$"
)
# Who supplied the text, or whom it is taken from, in brackets or quotes at its end: （某县融媒体中心供稿）.
_SUPPLIED = re.compile(
    r"[(（](?P<name>[\u4e00-\u9fff]{3,20})供稿[)）]\W*$"
    r"|(?:转自|转载自|摘自|来自|来源|转载|原载于?|原刊于?|刊于|刊?载于|发表于)[:：]?(?P<account>微信)?(?:公众号)?[“\"《「](?P<quoted>[^”\"》」\n]{2,20})[”\"》」](?:[，,(（\d][^\n。]{0,20})?\W*$"
    r"|[(（](?:转自|摘自)(?P<taken>[\u4e00-\u9fff]{3,20})[)）]\W*$|(?:^|\n)供稿\s*[:：]\s*(?P<label>[\u4e00-\u9fff]{3,20})\W*$"
    r"|\n(?P<own>[\u4e00-\u9fff]{2,10}(?:报|网|台|社|客户端|发布|融媒体中心))(?:[、/／][^\n。]{2,16})?原创(?=\W*$|\n[^\n]{0,16}不得转载)"
)
# What may stand behind the name without a blank.
_BEHIND = re.compile(
    r"(?:发布(?=[时日人者于:：])|发表|更新|时间|日期|作者|记者|参与互动|编辑|责编|责任|审核|点击|浏览|阅读|字号|字体|打印|分享|视力|访问|人气|关键词|标签|(?:19|20)\d{2}[-/年.]).*$"
)
_ACCOUNT = re.compile(r"(?:新闻|财经|时刻|头条|快报|视界|之声)$")
_SENT = re.compile(r"^发表于[\u4e00-\u9fff]{2,8}$")
_SHORT_FOR = re.compile(r"^(?:本报讯|.报)$")  # 苏报讯: the reporter's line has the name in full
_COUNTER = re.compile(r"(?:阅读|浏览|点击|评论|分享|打印|收藏)$")
_EMPTY = re.compile(
    r"^(?:网络|互联网|网络整理|未知|原创|转载|转载于网络|管理员|admin|无|佚名|暂无|其他|其它|\d[\d\W年月日时分]*|https?.*|www\..*|[\w.-]+\.(?:com|cn|net|org).*|-+|\[.*)$",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(r"(?<=.)[—–-]*《.*$")  # 中国经济网——《经济日报》
# 综合自新华社; “某地发布”微信公众号.
_FRONT = re.compile(r"^综合自(?=..)")
_QUOTED = re.compile(r"^[“\"「]([^”\"」]{2,20})[”\"」].*$")
# The first words of an agency's report, and the last line of a paper's.
_DATELINE = re.compile(
    r"(?:^|\n)[\s【\[(（据]*(?:[\u4e00-\u9fff]{2,6}/)?(?P<name>新华社|新华网|中新社|中新网|人民网|央视网消息|本报讯|[\u4e00-\u9fff]{1,8}(?:网|社|(?<![本情通])报|客户端|融媒|在线)"
    r"(?:[·-][\u4e00-\u9fff]{1,7}(?:网|社|报|客户端|新闻|融媒|在线))?|(?<=【)[\u4e00-\u9fff]{2,8}[报网社])"
    r"(?:[\u4e00-\u9fff]{0,10}\d{1,2}月\d{1,2}日(?:电|讯|消息)|讯|消息)"
)
_REPORTER = re.compile(
    r"(?:^|[(（\n]|[□■▶●◎◆▲]\s?)(?P<name>(?:(?!本[报网台])[\u4e00-\u9fff]){2,10}?(?:日报|晚报|晨报|时报|都市报|商报|电视台|融媒体中心|新闻网?|在线|客户端|网|报)"
    r"|新华社|中新社|中央社)(?:全媒体|社|融媒体|首席|见习)*(?:记者|通讯员)"
)
# 张某、李某/某某新闻, alone on a line.
_SLASHED = re.compile(
    r"^[\u4e00-\u9fff·、 ]{2,20}\s?/\s?(?P<book>)(?P<name>[\u4e00-\u9fff]{2,10}(?:新闻|报|社|网|在线|客户端|电视台|发布))$"
)
# 某报快讯／张某 2020年03月12日.
_BEFORE_SLASH = re.compile(
    r"^(?P<book>)(?P<name>[\u4e00-\u9fff]{1,6}(?:报|新闻网?|社|周刊))(?:快讯|即时|编译|综合)?(?:记者)?\s?[/／]\s?[\u4e00-\u9fff]{2,4}\s+(?:19|20)\d\d"
)
# A paper that speaks of itself, and its name as the head of the page has it.
_OUR_PAPER = re.compile(r"本报(?:讯|记者|通讯员|全媒体|评论员)")
_MASTHEAD = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|都市报|商报))(?:(?:多媒体)?数字报刊?|电子[报版]|社)?(?![\u4e00-\u9fff])"
)
_LABEL_ALONE = re.compile(rf"{_LABEL}\s*[:：]\s*$|^\W*(?:(?:信息|文章|稿件|新闻)?来\s*源|稿源|出处)\W*$")
_WRITER = re.compile(
    r"(?:(?:作\s*者|供\s*稿|发布者|发布人)\s*[:：]\s*|(?:^|\|\s*)作者\s+)(?P<book>)(?P<name>[^\s|｜,，。;；:：()（）【】\[\]]{3,30})"
)

_SCRIPTED = re.compile(
    r"""\b(?:author|authorName|author_name|accountName|account_name|mpName|mp_name|nick_name|copy[Ff]rom)["']?\s*[:=]\s*["']([^"'\\<>]{3,30})["']"""
)
_OF_SCRIPTED = ("author", "accountName", "account_name", "mpName", "mp_name", "nick_name", "copyFrom", "copyfrom")
LONGEST_HTML = 300_000  # characters of a page whose script is searched


def find_outlet(page: Material) -> Fact | None:
    """Who the page says it is from: the input, a source line, meta tags, a dateline, a reporter's line."""
    if page.hints.source:
        return _outlet(page.hints.source, page.hints.source, "input", "source given by the input")
    ways = (_around_text, _of_meta, _in_text, _writer, _in_script, _signature, _masthead, _supplier)
    return next((fact for way in ways if (fact := way(page))), None)


def _around_text(page: Material) -> Fact | None:
    """Source lines above the text, at its end, and below it."""
    first = [
        line for line in page.paragraphs[:1] if len(line) <= SHORT_LINE and "。" not in line and _DATED.search(line)
    ]
    above = [*((line, "head") for line in _joined(page.head)), *((line, "body") for line in first)]
    for line, where in [*above, *((line, "foot") for line in page.foot)]:
        if len(line) <= LONGEST_LINE:
            for label in (_OUTLET, _PIPED, _THANKED) if where != "body" else (_OUTLET, _VAGUE_LABEL):
                if fact := _labelled(line, where, label):
                    return fact
    end = page.body[-TAIL:].rstrip(" |\n　")
    if fact := _labelled(end, "body", _AT_THE_END) or _labelled(end, "body", _THANKED):
        return fact
    signed = next(
        (
            fact
            for line in page.head
            if "/" in line or "／" in line
            for label in (_SLASHED, _BEFORE_SLASH)
            if (fact := _labelled(line, "head", label))
        ),
        None,
    )
    if signed:
        return signed
    beside = next((fact for line in page.head if (fact := _beside_date(line))), None)
    declared = next((value for name in SURE_META if (value := page.meta.get(name))), "")
    if beside and declared and beside.value != declared and beside.value.endswith(declared):
        return None  # elements without a blank between them: the author before the account
    return beside or _next_to_date(page.head) or _account(page.head)


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines; a label that stands alone (来源：) with the line behind it."""
    for line, following in pairwise([*lines, ""]):
        is_name = following and len(following) <= SHORT_NAME and not re.search("[:：]", following)
        is_label = is_name and _LABEL_ALONE.search(fold(line))
        yield f"{line.rstrip(' :：')}：{following}" if is_label else line


def _of_meta(page: Material) -> Fact | None:
    """Meta tags; those for authors count only when they name an office or a paper."""
    for name in META_NAMES:
        value = page.meta.get(name, "")
        if (name in SURE_META or _OFFICE.search(value)) and (fact := _outlet(value, value, "meta", f"meta tag {name}")):
            return fact
    return None


def _in_text(page: Material) -> Fact | None:
    """The dateline of an agency, the reporter's line of a paper."""
    dateline = _DATELINE.search(page.key[:DATELINE])
    if dateline and not _SHORT_FOR.match(dateline["name"]):
        return _outlet(dateline["name"].removesuffix("消息"), dateline[0], "body", "dateline")
    if match := _SUPPLIED.search(page.key[-TAIL:]):
        name = match["name"] or match["quoted"] or match["taken"] or match["label"] or match["own"]
        if _OFFICE.search(name) or "公众号" in match[0]:
            return _outlet(name, match[0].strip(), "body", "source line")
    texts = (
        page.key[-200:],
        page.key[:200],
        *(fold(line) for line in (*page.head[-NEAR_HEAD:], *page.foot[:NEAR_FOOT]) if len(line) <= SHORT_LINE),
    )
    if match := next(
        (match for text in texts if "记者" in text or "通讯员" in text if (match := _REPORTER.search(text))), None
    ):
        return _outlet(match["name"], match[0].strip(), "body", "reporter's line")
    return None


def _supplier(page: Material) -> Fact | None:
    """The office in brackets at the end of the text: （市政协信宣科）."""
    return next(
        (
            _outlet(fact.value, fact.evidence.text, "body", "source line")
            for fact in bracketed(page)
            if fact.evidence.rule == SUPPLIER and _OFFICE_ALONE.search(fact.value)
        ),
        None,
    )


def _writer(page: Material) -> Fact | None:
    """An office or paper that is labelled as author."""
    for line in page.head:
        if (
            len(line) <= LONGEST_LINE
            and (fact := _labelled(line, "head", _VAGUE_LABEL) or _labelled(line, "head", _WRITER))
            and (_OFFICE.search(key := fold(fact.value)) or _ZONE.search(key))
        ):
            return fact
    return None


def _in_script(page: Material) -> Fact | None:
    """An office or paper that the page's script names as author or account."""
    html = (page.html or "")[:LONGEST_HTML]
    for match in _SCRIPTED.finditer(html) if any(name in html for name in _OF_SCRIPTED) else ():
        if _OFFICE.search(fold(match[1])) and (fact := _outlet(match[1], match[0], "meta", "author in the script")):
            return fact
    return None


def _signature(page: Material) -> Fact | None:
    """The name of a paper alone on a line just below the text."""
    name = next((line for line in page.foot[:NEAR_FOOT] if _MASTHEAD.fullmatch(fold(line))), None)
    return _outlet(name, name, "foot", "name of the paper") if name else None


def _masthead(page: Material) -> Fact | None:
    """The paper whose name the head of the page has, where the text calls it 本报."""
    if not _OUR_PAPER.search(page.key[:200]) and not _OUR_PAPER.search(page.key[-TAIL:]):
        return None
    names = [
        match["name"] for line in page.head if len(line) <= LONGEST_LINE for match in _MASTHEAD.finditer(fold(line))
    ]
    return _outlet(names[0], names[0], "head", "name of the paper") if len(set(names)) == 1 else None


def _labelled(line: str, where: str, label: re.Pattern[str]) -> Fact | None:
    match = label.search(fold(line))
    if not match:
        return None
    group = "book" if match["book"] else "name"
    name = _BEHIND.sub("", line[match.start(group) : match.end(group)])
    return _outlet(name, around(line, *match.span(), reach=0), where, "source line")


def _beside_date(line: str) -> Fact | None:
    """The name in a short line that holds a date and hardly anything else: 某某参考 2021-12-01 记者 某某."""
    if len(line) > SHORT_LINE or not _DATED.search(line) or _OTHER_LABELS.search(line):
        return None
    for token in _TOKENS.split(_CLOCK.sub(" ", _WRITERS.sub(" ", line))):
        name = _GLUED_LABEL.sub("", token.strip("()（）[]【】"))
        # 某县融媒体中心浏览：20; 某日报阅读 123, as elements without a blank between them are read
        name = _BEHIND.sub("", name) if re.search("[:：]", name) else _COUNTER.sub("", name)
        if 3 <= len(name) <= 20 and not _NO_OUTLET.search(name) and _OFFICE.search(fold(name)):
            return _outlet(name, line, "head", "name beside the date")
    return None


def _next_to_date(lines: list[str]) -> Fact | None:
    """The name of a paper or account alone on its line, above or below a line with nothing but a date."""
    for above, below in reversed(list(pairwise(lines))):
        for name, date in ((above, below), (below, above)):
            is_date = _DATED.search(date) and not _CLOCK.sub("", date).strip(" 　-年月日|·:：")
            if is_date and 3 <= len(name) <= SHORT_NAME and not _NO_OUTLET.search(name) and _is_paper(fold(name)):
                return _outlet(name, f"{above} {below}", "head", "name beside the date")
    return None


def _is_paper(name: str) -> bool:
    """The name of a paper or account; no column, no path, no menu."""
    if is_column(name) or re.search("[>»|]", name):
        return False
    return bool(_PAPER.search(name)) or (len(name) <= SHORT_ACCOUNT and bool(_ACCOUNT.search(name)))


def _account(lines: list[str]) -> Fact | None:
    """The account of a post: its name, the day, and from where it was sent (发表于甘肃), each on a line of its own."""
    for name, date, sent in zip(lines, lines[1:], lines[2:], strict=False):
        if _SENT.match(sent) and _DATED.search(date) and 2 <= len(name) <= SHORT_NAME and not _NO_OUTLET.search(name):
            return _outlet(name, f"{name} {date} {sent}", "head", "name beside the date")
    return None


def _outlet(name: str, text: str, where: str, rule: str) -> Fact | None:
    name = _OF_PAPER.sub("", _FRONT.sub("", _QUOTED.sub(r"\1", name.strip(" 　")))).strip(' 　-_·|:：《》"“”>')
    if not 2 <= len(name) <= 40 or _EMPTY.match(name):
        return None
    return Fact(name, Evidence("outlet", name, text[:120].strip(), where, rule))
