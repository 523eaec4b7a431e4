"""Who wrote the text: the department that issued a notice, the reporter of a piece of news.

For documents (政策, 公告, 报告) departments come first: a labelled one (发布机构), then the one that signed. For other
texts a labelled author, then reporters, then departments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from indexer.enrich.material import Fact, Material, around
from mappings import Evidence, fold

DOCUMENTS = frozenset({"政策", "公告", "报告"})
LONGEST_LINE = 200  # characters of a line around the text that names an author
EDGE = 170  # characters at the beginning and at the end of the text where reporters stand
SIGNATURE = 400  # characters at the end of the text where a document is signed
MOST_NAMES = 6
LONGEST = 60  # characters of an author
_TO_NAME = r"\s*(?:[:：]\s*\|?|\|)\s*"
_DEPARTMENT = re.compile(
    r"(?:发布机构|发布机关|发布单位|发文机关|发文单位|发文部门|制发机关|制文机关|公开机构|公开单位|公开责任部门|责任部门|责任科室"
    rf"|供稿单位|供稿部门|供稿科室|撰稿单位|报送单位|信息提供|受理科室){_TO_NAME}(?P<names>[^\s|｜,，。;；:：()（）]{{2,40}})"
)
_LABELLED = re.compile(
    rf"(?:(?<!该)作\s*者|撰\s*稿(?:人|单位)?|撰\s*文|执\s*笔|供\s*稿(?:人)?|通讯员|文\s*[/／]\s*图|文图|图文){_TO_NAME}"
    r"(?P<names>[^\s|｜。;；:：()（）\[\]【】]{2,24}(?:\s(?![\u4e00-\u9fff]{2,4}[:：])[\u4e00-\u9fff·]{2,4}(?=\s|$))*)"
)
_BARE_LABEL = re.compile(
    r"\|\s*作者\s*(?P<names>[^|｜\s:：]{2,12})\s*(?:\||$)|发表于[^|]{6,40}由\s*(?P<bloggers>[^\s\d|]{2,12})|(?:^|\s)记者\s+(?P<reporters>[\u4e00-\u9fff·\s]{2,24})$"
)
_BRACKETED = re.compile(
    r"[(（【\[][^()（）【】\[\]\n]{0,14}?(?:记者|通讯员|专栏作者|作者|撰稿人?|撰文|执笔|供稿|文\s*[/／])\s*[:：/]?"
    r"(?P<names>[^()（）【】\[\]\n。]{2,48})[)）】\]]"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯"
    "邵孟龙万段章钱汤尹黎易常武乔贺赖龚文欧付樊施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成"
    "游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
_REPORTER = re.compile(
    rf"(?:^|[\n。”　 ]|(?:电|讯|消息)\s?)[\u4e00-\u9fff]{{0,10}}(?:记者|通讯员)\s?(?P<names>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
    rf"(?:[ 　、][{_SURNAMES}][\u4e00-\u9fff]{{1,2}})*)(?=报道|摄影|整合|[/\n ]|$)"
)
_BYLINE = re.compile(r"(?:^|\n)\s*(?:文|执笔|撰文|撰稿|供稿)\s*[/／:：]\s*(?P<names>[^\n。，()（）]{2,40})")
_SUPPLIED = re.compile(r"(?:^|[\n。(（])(?P<names>[\u4e00-\u9fff、]{2,30})供稿(?=$|[\s)）])")
_OFFICE = r"(?:政府|委员会|管委会|办公[厅室]|[厅局委办署院部会处科所站]|中心|支队|总队|大队|领导小组|指挥部|党组|公司|集团|协会|大学|学院|中学|医院|银行|窗口)"
_DATE = r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[二一][〇○零一二三四五六七八九]{3}年\s*$)"
_SIGNED = re.compile(
    rf"(?:^|[\n。；！：）)”])\s*(?P<names>[\u4e00-\u9fff、（）\s]{{2,120}}?{_OFFICE})[\s\n]*(?:[(（][^()（）]{{1,8}}[)）])?[\s\n]*{_DATE}"
)
_ISSUER = re.compile(rf"^\s*(?P<names>[\u4e00-\u9fff、\s]{{2,80}}?{_OFFICE})\s*(?:关于|印发|转发)")
_ROLES = re.compile(
    r"^(?:本报|本网|本刊|本站|全媒体|融媒体|首席|见习|实习|特约|职工|[\u4e00-\u9fff]{0,6}(?=记者))*(?:记者|通讯员|实习生|作者|撰稿人?|摄影|图片|文图|文/图|图/文|文|图)+[:：/]?"
)
_TAIL = re.compile(
    r"(?:文/图|图/文|摄影报道|报道|摄影|整合|编辑)+$|(?:来源|编辑|责编|责任|发布|时间|日期|点击|浏览|阅读|字体|字号|审核|有效|公开).*$"
)
_NOBODY = re.compile(
    r"^(?:佚名|匿名|未知|不详|无|本站|本网|网络|网络整理|网站|互联网|原创|管理员|admin.*|administrator|编辑|小编|系统|root|test|作者|作者原创|.*[@\d].*|https?.*)$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+$")
_IS_OFFICE = re.compile(rf"{_OFFICE}$|[部室组局办委会社报网台]$|支部")

_Source = Callable[[Material], Iterator[Fact]]


def find_author(page: Material, kind: str) -> Fact | None:
    """The department or the persons that wrote the text, or None; several are joined by 、."""
    by_department: tuple[_Source, ...] = (
        _labelled_department,
        _signature,
        _issuer,
        _labelled_author,
        _reporters,
        _of_meta,
    )
    by_person: tuple[_Source, ...] = (_labelled_author, _reporters, _labelled_department, _of_meta)
    for source in by_department if kind in DOCUMENTS else by_person:
        for fact in source(page):
            return fact
    return None


def _lines(page: Material) -> Iterator[tuple[str, str]]:
    yield from ((line, "head") for line in page.head if len(line) <= LONGEST_LINE)
    yield from ((line, "foot") for line in page.foot if len(line) <= LONGEST_LINE)


def _labelled_department(page: Material) -> Iterator[Fact]:
    for line, where in _lines(page):
        if match := _DEPARTMENT.search(fold(line)):
            name = line[match.start("names") : match.end("names")]
            yield from _author([_TAIL.sub("", name)], line[match.start() : match.end()], where, "labelled department")


def _labelled_author(page: Material) -> Iterator[Fact]:
    for line, where in _lines(page):
        for match in (_LABELLED.search(line), _BARE_LABEL.search(line)):
            if match:
                names = next(name for name in match.groups() if name)
                yield from _author(_split(names), match[0].strip(), where, "labelled author")


def _reporters(page: Material) -> Iterator[Fact]:
    """Reporters and writers named at the beginning or the end of the text."""
    body = page.body
    for start in (max(0, len(body) - EDGE), 0) if len(body) > EDGE else (0,):
        edge = body[start : start + EDGE]
        for pattern in (_BRACKETED, _BYLINE, _REPORTER, _SUPPLIED):
            for match in pattern.finditer(edge):
                words = around(body, start + match.start(), start + match.end(), 0).strip()
                yield from _author(_split(match["names"]), words, "body", "reporter's line")


def _signature(page: Material) -> Iterator[Fact]:
    """The office that signed the document, above its date at the end."""
    for match in reversed(list(_SIGNED.finditer(page.body[-SIGNATURE:]))):
        offices = _offices(match["names"])
        yield from _author(offices, " ".join(offices), "body", "signature of the document")


def _issuer(page: Material) -> Iterator[Fact]:
    """The office that the title names as issuing the document."""
    if match := _ISSUER.search(page.title or ""):
        yield from _author(_offices(match["names"]), match[0], "title", "issuer in the title")


def _of_meta(page: Material) -> Iterator[Fact]:
    value = page.meta.get("author", "")
    if _PERSON.match(value) and value[0] in _SURNAMES:
        yield from _author([value], value, "meta", "meta tag author")


def _split(text: str) -> list[str]:
    """The single names of a list, without what the persons do."""
    found = []
    for part in re.split(r"[\s　、，,;；&]+", text.strip()):
        name = _TAIL.sub("", _ROLES.sub("", part)).strip(":：/／-—")
        if _PERSON.match(name) or (len(name) > 2 and _IS_OFFICE.search(name)):
            found.append(name)
    return found


def _offices(text: str) -> list[str]:
    """Offices that sign together, one after the other without a mark: 某省教育厅某省财政厅."""
    parts = [part for part in re.split(r"[\s　、]+", text.strip()) if part]
    if all(len(part) == 1 for part in parts):  # 国 务 院
        return ["".join(parts)]
    found: list[str] = []
    for part in parts:
        prefix = re.escape(part[:2])
        found += [piece for piece in re.split(rf"(?<=[厅局委办会室府院部])(?={prefix})", part) if piece]
    return found


def _author(names: list[str], text: str, where: str, rule: str) -> Iterator[Fact]:
    kept = [name for name in dict.fromkeys(names) if not _NOBODY.match(name)]
    value = "、".join(kept[:MOST_NAMES])
    if 2 <= len(value) <= LONGEST:
        yield Fact(value, Evidence("author", value, text[:120], where, rule))
