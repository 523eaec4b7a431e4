"""Who wrote the text: the department that issued a notice, the reporter of a piece of news.

For documents (政策, 公告, 报告) departments come first: a labelled one (发布机构), then the one that signed. For other
texts a labelled author, then reporters, then departments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from indexer.enrich.bylines import bracketed, made, reporters, speakers
from indexer.enrich.dates import DATE
from indexer.enrich.material import Fact, Material
from indexer.enrich.persons import OFFICE, SURNAMES, split_names
from mappings import Evidence, fold

DOCUMENTS = frozenset({"政策", "公告", "报告"})
SPOKEN = frozenset({"讲话", "报告"})
LONGEST_LINE = 200  # characters of a line around the text that names an author
SIGNATURE = 400  # characters at the end of the text where a document is signed
OFFICE_LINE = 80  # characters of a line that names the offices that sign, or the title with its issuer
MOST_OFFICES = 8  # lines of offices that sign together
DATE_LINE = 24  # characters of a line with the date of the signature
NEAR_HEAD, NEAR_FOOT = 10, 4  # lines above and below the text in which it is signed
OPENING = 200  # characters at the beginning of a text without line breaks in which its issuer stands
TITLE_LINES = 6  # lines above and at the beginning of the text in which its full title stands
_TO_NAME = r"\s*(?:[:：]\s*\|?|\|)\s*"
_DEPARTMENT = re.compile(
    r"(?:发布机构|发布机关|发布单位|发文机关|发文机构|发文单位|发文部门|制发机关|制发单位|制文机关|公开机构|公开单位|公开责任部门|责任部门|责任科室|来文单位"
    rf"|印发机关|供稿单位|供稿部门|供稿科室|撰稿单位|报送单位|信息提供|受理科室){_TO_NAME}(?P<names>[^\s|｜,，。;；:：()（）]{{2,40}})"
)
_LABELLED = re.compile(
    rf"(?:(?<!该)作\s*者|撰\s*稿(?:人|单位)?|撰\s*文|采\s*写|执\s*笔|供\s*稿(?:人)?|通讯员|(?<!责任)记者(?=\s?[:：])|文\s*[/／]\s*图|文图|图文){_TO_NAME}"
    r"(?P<names>[^\s|｜。;；:：()（）\[\]【】]{2,24}(?:\s(?![\u4e00-\u9fff]{2,4}[:：])[\u4e00-\u9fff·]{2,4}(?=\s|$))*)"
)
_BARE_LABEL = re.compile(
    r"\|\s*作者\s*(?P<names>[^|｜\s:：]{2,12})\s*(?:\||$)|发表于[^|]{6,40}由\s*(?P<bloggers>[^\s\d|]{2,12})|(?:^|\s)记者\s+(?P<reporters>[\u4e00-\u9fff·\s]{2,24})$"
)
_DATE = r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[二一][〇○零一二三四五六七八九]{3}年\s*$)"
_SIGNED = re.compile(
    rf"(?:^|[\n。；！）)”]|附件：|\.(?:docx?|pdf|xlsx?|wps|rar|zip))[^\S\n]*(?P<names>[\u4e00-\u9fff、（） 　]{{2,120}}?{OFFICE})[\s\n]*(?:[(（][^()（）]{{1,8}}[)）])?[\s\n]*{_DATE}"
)
_DATED = re.compile(rf"[\s(（]*{DATE}\s*[)）]?(?:\s*(?:印发|发布))?\W*")
_OFFICES = re.compile(
    rf"\W*(?P<names>[\u4e00-\u9fff][\u4e00-\u9fff、（）()\s　]{{2,120}}?{OFFICE})\s*(?:[(（][^()（）]{{1,8}}[)）])?\s*"
)
_NO_OFFICE = re.compile(r"的|关于|根据|按照|抄送|报送|联系|单位$|受理|负责|召开|举行|通过|批准|^附|^致|^各")
_ISSUER = re.compile(
    rf"^\W*(?P<names>[\u4e00-\u9fff、（）()\s　]{{2,80}}?{OFFICE})(?:等[^，。]{{2,6}})?\s*(?:关于|印发|转发|批转)"
)
# Behind the number, in texts that lost their line breaks: 冀科资〔2020〕2号某省科学技术厅关于.
_RUN_IN = re.compile(
    rf"^\W*[\u4e00-\u9fff]{{2,14}}〔\d{{4}}〕\d{{1,5}}号[\s　]*(?P<names>[\u4e00-\u9fff、 　]{{2,80}}?{OFFICE})(?:等[^，。]{{2,6}})?\s*(?:关于|印发|转发|批转)"
)
_RUN_IN_TITLE = re.compile(
    rf"^\W*(?P<names>[\u4e00-\u9fff、 　]{{2,80}}?{OFFICE})(?:等[^，。]{{2,6}})?\s*(?:关于|印发|转发|批转)[^。：\n]{{4,90}}?"
    r"的(?:通知|意见|决定|函|通告|公告|批复)(?![，。、])"
)
# The meeting that passed it: 已经2016年5月27日某部第99次部务会议审议通过.
_PASSED = re.compile(
    rf"\d日(?P<names>[\u4e00-\u9fff、（）]{{2,30}}?{OFFICE})(?:\d{{4}}年)?第\s?\d{{1,3}}次[\u4e00-\u9fff]{{0,6}}会议(?:审议)?通过"
)
_DECREE = re.compile(rf"^\W*(?P<names>[\u4e00-\u9fff]{{2,30}}?{OFFICE})\s*(?:令|文件|公告|通告)(?=$|[\s(（第])")
_TITLED = re.compile(
    r"(?:通知|意见|办法|规定|条例|细则|方案|规划|措施|决定|批复|通告|公告|函|通报|命令|令|文件|报告|要点|公示|答复)[》”]?(?:[(（][^()（）]{1,30}[)）])?\W*$|\n|[(（]"
)
_GOES_ON = re.compile(r"\W*(?:关\s?于|印发|转发|批转|令|文\s?件|公告|通告)")  # a title whose first line is the office
# Where an office without a mark before it begins: 某省委办公厅|某省人民政府, 财政部|科技部; 国家税务总局某省税务局 is one.
_OFFICE_ENDS = r"(?<=[厅局委办会室府院部署行])(?<!总局)(?!公[厅室]|员会)"
_NEXT_OFFICE = (
    r"[\u4e00-\u9fff]{1,4}?(?:省|自治区|市|县)(?!监管|税务)[\u4e00-\u9fff]{2}|[财科教商公民司水]\S(?:技|法)?部"
    r"|工业和信息化部|人力资源社会保障部|科学技术部|[自生住交农应]\S{3,7}部|文化和旅游部|审计署|中国人民银行|海关总署"
    r"|国家[\u4e00-\u9fff]{2,14}?(?:局|委)|国务院[\u4e00-\u9fff]{2}|发展改革委|发改委"
)
_ATTACHED = re.compile(
    r"^.*(?:名单|清单|(?<!代)表(?!大会|彰)|方案|办法|目录|指南|通知|下载)(?=[\u4e00-\u9fff]{4})"
)  # before who signs
_EDITS = re.compile(r"编\s?辑|责编|审核|校对")
_BEHIND_LABEL = re.compile(
    r"(?:来源|编辑|责编|责任|发布|时间|日期|点击|浏览|阅读|字体|字号|审核|有效|公开|公文|时效|成文|主题|文号|发文|效力|索引|关键词|体裁|组配|所属|打印|分享|名称).*$"
)
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$")

_Source = Callable[[Material], Iterator[Fact]]


def find_author(page: Material, kind: str) -> Fact | None:
    """The department or the persons that wrote the text, or None; several are joined by 、."""
    by_department: tuple[_Source, ...] = (
        _labelled_department,
        _signature,
        _issuer,
        _labelled_author,
        reporters,
        _of_meta,
    )
    by_person: tuple[_Source, ...] = (_labelled_author, reporters, bracketed, _labelled_department, _of_meta)
    if kind in DOCUMENTS:
        sources = (speakers, *by_department) if kind in SPOKEN else by_department
    else:
        sources = (
            (speakers, *by_person) if kind in SPOKEN else by_person if kind == "新闻" else (*by_person, _signature)
        )
    for source in sources:
        for fact in source(page):
            return fact
    return None


def _lines(page: Material) -> Iterator[tuple[str, str]]:
    yield from ((line, "head") for line in page.head if len(line) <= LONGEST_LINE)
    yield from ((line, "foot") for line in page.foot if len(line) <= LONGEST_LINE)


def _labelled_department(page: Material) -> Iterator[Fact]:
    for line, where in _lines(page):
        if match := _DEPARTMENT.search(fold(line)):
            name = _BEHIND_LABEL.sub("", match["names"])
            at = match.start("names")
            words = line[match.start() : at + len(name)]
            yield from made([name], line, fold(line), words, where, "labelled department")


def _labelled_author(page: Material) -> Iterator[Fact]:
    for line, where in _lines(page):
        key = fold(line)
        for match in (_LABELLED.search(key), _BARE_LABEL.search(key)):
            if match:
                group = next(name for name, value in match.groupdict().items() if value)
                names = split_names(match[group])
                yield from made(
                    names, line[slice(*match.span(group))], match[group], match[0].strip(), where, "labelled author"
                )


def _signature(page: Material) -> Iterator[Fact]:
    """The office that signed the document, above its date: first on lines of their own, then at the end of the text."""
    shown = [*page.head[-NEAR_HEAD:], *page.paragraphs, *page.foot[:NEAR_FOOT]]
    lines = [fold(line) if len(line) <= OFFICE_LINE else "" for line in shown]
    for i, line in enumerate(lines):
        if 0 < len(line) <= DATE_LINE and ("年" in line or line[-1:].isdigit()) and _DATED.fullmatch(line):
            first = _first_office(lines, i)
            if first < i:
                signed = shown[first:i]
                offices = [office for text in signed for office in _offices(_OFFICES.fullmatch(fold(text)), text)]
                yield from made(offices, "", "", " ".join(signed), "body", "signature of the document")
    tail = page.key[-SIGNATURE:]
    for match in reversed(list(_SIGNED.finditer(tail))):
        offices = _offices(match, page.body[-SIGNATURE:])
        yield from made(offices, "", "", " ".join(offices), "body", "signature of the document")


def _first_office(lines: list[str], date: int) -> int:
    """The number of the first of the lines above a date that name nothing but offices; the date's own for none."""
    first = date
    while (
        first
        and date - first < MOST_OFFICES
        and _OFFICES.fullmatch(lines[first - 1])
        and not _NO_OFFICE.search(lines[first - 1])
    ):
        first -= 1
    return first


def _issuer(page: Material) -> Iterator[Fact]:
    """The office that the title names as issuing the document, or its full title at the beginning of the text."""
    titles = [(page.title or "", "title")]
    titles += [(line, "head") for line in page.head[-TITLE_LINES:]] + [
        (line, "body") for line in page.paragraphs[:TITLE_LINES]
    ]
    for (line, where), (following, _) in pairwise([*titles, ("", "")]):
        if len(line) > OFFICE_LINE and where != "title":
            continue
        key = fold(line)
        if _GOES_ON.match(fold(following)) and (match := _OFFICES.fullmatch(key)):
            yield from made(_offices(match, line), "", "", f"{line} {following}", where, "issuer in the title")
        if (match := _DECREE.match(key) or _ISSUER.match(key)) and (where == "title" or _TITLED.search(key)):
            yield from made(_offices(match, line), "", "", line[: match.end()], where, "issuer in the title")
    start = page.key[:OPENING]
    if match := _RUN_IN.search(start) or _RUN_IN_TITLE.search(start) or _PASSED.search(start):
        yield from made(_offices(match, page.body), "", "", match[0], "body", "issuer at the beginning")


def _of_meta(page: Material) -> Iterator[Fact]:
    """A person whom the page does not name as its editor."""
    value = page.meta.get("author", "")
    is_person = _PERSON.match(value) and value[0] in SURNAMES
    if is_person and not any(value in line and _EDITS.search(line) for line, _ in _lines(page)):
        yield Fact(value, Evidence("author", value, value, "meta", "meta tag author"))


def _offices(match: re.Match[str] | None, text: str) -> list[str]:
    """Offices that sign together, one after the other without a mark: 某省教育厅某省财政厅."""
    if match is None:
        return []
    parts = [part for part in re.split(r"[\s　、]+", text[slice(*match.span("names"))].strip()) if part]
    if all(len(part) == 1 for part in parts):  # 国 务 院
        return ["".join(parts)]
    found: list[str] = []
    for part in parts:
        part = _ATTACHED.sub("", part)
        prefix = re.escape(part[:2])
        found += [piece for piece in re.split(rf"{_OFFICE_ENDS}(?={prefix}|{_NEXT_OFFICE})", part) if piece]
    return found
