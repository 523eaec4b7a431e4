"""Where the page comes from: site, outlet (来源), document number (文号)."""

from __future__ import annotations

import re

from indexer.enrich.material import Fact, Material, around
from indexer.page import LONGEST_HOST, host_of
from mappings import Evidence, fold

SURE_META = ("contentsource", "source", "mediaid")
META_NAMES = (*SURE_META, "publisher", "article:author", "og:article:author", "author")
# The endings of names of papers, offices and accounts: what tells them from a person.
_OFFICE = re.compile(
    r"(?:报|网|社|台|政府|委员会|委|局|厅|部|办公室|办|中心|管委会|发布|观察|参考|在线|通讯|周刊|杂志|传媒|融媒|札记|笔记|协会|学会|研究院|快讯|新闻|晚报)$"
)
_TOKENS = re.compile(r"[\s|｜·•/┊,，]+")
_CLOCK = re.compile(r"(?:19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|A[-+]")
_NO_OUTLET = re.compile(r"\d|^(?:星期|周)?[(（]?[一二三四五六日天][)）]?$|年|月|时|分|天前|小时前|[:：]")
SITE_NAMES = ("sitename", "og:site_name", "application-name")
_OUTLET = re.compile(
    r"(?:信息来源|文章来源|稿件来源|新闻来源|稿源|来源于|来\s*源|出处|供稿单位)\s*[:：]\s*\|?\s*(?:《(?P<book>[^》]{2,30})》|(?P<name>[^\s|｜,，。;；:：()（）【】\[\]]{2,30}))"
)
_ISSUER = re.compile(
    r"(?:发布机构|发布单位|发文机关|发文部门|发文单位)\s*[:：]\s*\|?\s*(?P<book>)(?P<name>[^\s|｜,，。;；:：()（）]{2,30})"
)
_LABEL_BEHIND = re.compile(r"(?:发布|发表|更新|时间|日期|作者|编辑|责任|点击|浏览|阅读|字号|字体|打印|分享|视力).*$")
_EMPTY_OUTLET = re.compile(
    r"^(?:本站|网络|互联网|未知|原创|转载|本网|管理员|admin|无|佚名|\d.*|https?.*|-+|\[.*)$", re.IGNORECASE
)
# The first words of an agency's report, and the last line of a paper's.
_DATELINE = re.compile(
    r"^[\s【\[(（]*(?P<name>新华社|新华网|中新社|中新网|人民网|央视网消息|本报讯|[\u4e00-\u9fff]{2,8}(?:网|社|日报|晚报|客户端|融媒))(?:[\u4e00-\u9fff]{0,10}\d{1,2}月\d{1,2}日(?:电|讯|消息)|讯|消息)"
)
_REPORTER = re.compile(
    r"[(（](?P<name>[\u4e00-\u9fff]{2,10}?(?:日报|晚报|晨报|时报|都市报|商报|电视台|融媒体中心|新闻网|网|报))(?:全媒体|社|融媒体|首席|见习)*(?:记者|通讯员)"
)
_DOMAIN = re.compile(
    r"(?<![@\w.])((?:[a-z0-9-]+\.)+(?:gov\.cn|com\.cn|org\.cn|com|cn|org|net))(?![\w@])", re.IGNORECASE
)

_NUMBER = (
    r"[\u4e00-\u9fff]{2,14}?(?:〔|\[|［|﹝|【|（|\()\s*(?:19|20)\d{2}\s*(?:〕|\]|］|﹞|】|）|\))\s*第?\s*\d{1,5}\s*号"
)
_LABELLED_NUMBER = re.compile(rf"(?:发文字号|文\s*号|文件编号|发文号)\s*[:：|]?\s*\|?\s*({_NUMBER})")
_OWN_NUMBER = re.compile(rf"^\W*({_NUMBER})")
# Behind a title that a scraper glued to it; numbers of documents that the text cites stand in brackets or book marks.
_GLUED_NUMBER = re.compile(
    r"^[^（(《〈，。：]{0,70}?([京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇云藏陕甘青宁新贵国][\u4e00-\u9fff]{1,8}〔(?:19|20)\d{2}〕\d{1,5}号)"
)
_DECREE = re.compile(r"^\W*([\u4e00-\u9fff]{2,20}令\s*(?:〔\d{4}〕)?第\s*[\d一二三四五六七八九十百]{1,6}\s*号)")


def find_site(page: Material) -> Fact | None:
    """The host of the address; for a page without one, the only domain that its own head and foot name."""
    if host := host_of(page.url):
        return Fact(host, Evidence("site", host, page.url or "", "url", "host of the address"))
    for lines, where in ((page.head, "head"), (page.foot, "foot")):
        for line in lines:
            if len(line) <= LONGEST_FOOT and "@" not in line and (match := _DOMAIN.search(line)):
                name = match[1].lower()
                return Fact(name, Evidence("site", name, line[:80], where, "domain named around the text"))
    for name in SITE_NAMES:
        if value := page.meta.get(name, "")[:LONGEST_HOST]:
            return Fact(value, Evidence("site", value, value, "meta", f"meta tag {name}"))
    return None


LONGEST_FOOT = 300  # characters of a line that names the site


def find_outlet(page: Material) -> Fact | None:
    """Who the page says it is from: the input, meta tags, a source line, a dateline, a reporter's line."""
    if page.hints.source:
        return _outlet(page.hints.source, page.hints.source, "input", "source given by the input")
    return _outlet_around(page) or _outlet_of_meta(page) or _outlet_in_text(page)


def _outlet_around(page: Material) -> Fact | None:
    """Source lines above and below the text."""
    zones = [(line, "head") for line in page.head] + [(line, "foot") for line in page.foot]
    for label in (_OUTLET, _ISSUER):
        for line, where in zones:
            if len(line) <= 300 and (fact := _labelled(line, where, label)):
                return fact
    return next((fact for line in page.head if (fact := _beside_date(line))), None)


def _outlet_of_meta(page: Material) -> Fact | None:
    """Meta tags; those for authors count only when they name an office or a paper."""
    for name in META_NAMES:
        value = page.meta.get(name, "")
        if (name in SURE_META or _OFFICE.search(value)) and (fact := _outlet(value, value, "meta", f"meta tag {name}")):
            return fact
    return None


def _outlet_in_text(page: Material) -> Fact | None:
    """The dateline of an agency, the reporter's line of a paper."""
    if (match := _DATELINE.search(page.key[:60])) and match["name"] != "本报讯":
        return _outlet(match["name"].removesuffix("消息"), match[0], "body", "dateline")
    if match := _REPORTER.search(page.key[-200:]) or _REPORTER.search(page.key[:200]):
        return _outlet(match["name"], match[0], "body", "reporter's line")
    return None


def _labelled(line: str, where: str, label: re.Pattern[str]) -> Fact | None:
    match = label.search(fold(line))
    if not match:
        return None
    group = "book" if match["book"] else "name"
    name = _LABEL_BEHIND.sub("", line[match.start(group) : match.end(group)])
    return _outlet(name, around(line, *match.span(), reach=0), where, "source line")


def _beside_date(line: str) -> Fact | None:
    """The name in a short line that holds a date and hardly anything else: 某某参考 2021-12-01 记者 某某."""
    if len(line) > 70 or not re.search(r"(?:19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}", line):
        return None
    for token in _TOKENS.split(_CLOCK.sub(" ", line)):
        name = token.strip("()（）[]【】")
        if 3 <= len(name) <= 20 and not _NO_OUTLET.search(name) and _OFFICE.search(fold(name)):
            return _outlet(name, line, "head", "name beside the date")
    return None


def _outlet(name: str, text: str, where: str, rule: str) -> Fact | None:
    name = name.strip(" 　-_·|:：")
    if not 2 <= len(name) <= 40 or _EMPTY_OUTLET.match(name):
        return None
    return Fact(name, Evidence("outlet", name, text[:120], where, rule))


def find_document_number(page: Material) -> Fact | None:
    """The page's own number: labelled, or alone at the beginning; a number that the text cites does not count."""
    places = [(line, "head") for line in page.head] + [(p, "body") for p in page.paragraphs[:6]]
    places += [(page.title or "", "title")]
    for line, where in places:
        key = fold(line)
        if match := _LABELLED_NUMBER.search(key):
            return _number(match[1], line, where, "labelled document number")
    for line, where in places:
        key = fold(line)
        if where != "title" and (match := _OWN_NUMBER.search(key[:60]) or _DECREE.search(key[:60])):
            return _number(match[1], line, where, "document number above the text")
    if match := _GLUED_NUMBER.search(page.key[:110]):
        return _number(match[1], match[0], "body", "document number above the text")
    if match := re.search(rf"[(（]({_NUMBER})[)）]\s*$", fold(page.title or "")):
        return _number(match[1], page.title or "", "title", "document number in the title")
    return None


def _number(value: str, text: str, where: str, rule: str) -> Fact:
    value = re.sub(r"\s+", "", value)
    value = re.sub(r"[\[［﹝【（(](\d{4})[\]］﹞】）)]", r"〔\1〕", value)
    return Fact(value, Evidence("document_number", value, text[:80], where, rule))
