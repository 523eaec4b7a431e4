"""Dates that the page calls its date: labels beside them, on the line above them, or at the head of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indexer.enrich.dates import DATE, MONTH, TIME, Dated, DateRead, is_believable, make_date
from indexer.enrich.material import around
from indexer.enrich.page_view import SHORT, PageView

_DAY = r"(?:日\s{0,4}期|时\s{0,4}间)"


def _spaced(words: str) -> str:
    """The words, with blanks allowed between their characters as pages set them (发 布 时 间)."""
    return "|".join(r"\s{0,4}".join(word) for word in words.split())


_PUBLISHING = (
    "发布 发表 发稿 发帖 发出 刊发 刊登 刊载 登载 登出 见报 出版 推送 录入 编辑 添加 创建 上传 上载 上线 上网 上版 张贴"
    " 公开 公布 公告 信息 文章 稿件 新闻 资讯 消息 报道 播出 播发 入库 加入 提交 投稿 转载 首发 贴文 发行"
)
# 招标公告日期, 结果公布时间 and their like are days of something else.
_OTHERS = "首次 原 拟 结果 成绩 预计 标准 产品 中标 成交 招标 采购 更正 证书 专利 名单 榜单 授权 申请"
_NOT_OTHERS = re.sub(r"(\S+)\s?", r"(?<!\1)", _OTHERS)
_PUBLISHED_LABEL = (
    rf"{_NOT_OTHERS}(?:{_spaced(_PUBLISHING)})\s{{0,4}}{_DAY}"
    r"|(?:发布|发表|刊发|刊登|首发|上传|张贴|刊载)于|(?:发布|发表)(?=\s{0,2}[:：])|公开日(?=\s{0,2}[:：])"
    r"|(?i:\b(?:publish(?:ed)?|post(?:ed)?|released?|pub)(?:\s{0,2}-?(?:date|time|on|at))?\b|\bdate\s+(?:published|posted)\b)"
)
_BARE_LABEL = rf"(?<![\u3400-\u9fffA-Za-z]){_DAY}|(?i:(?<![\w\u3400-\u9fff])(?:date|time)\b)"
_DOCUMENT = (
    "成文 印发 发文 签发 签署 制发 形成 生成 撰写 写作 文件 落款 颁布 整理 编写 写信 来信 提问 留言 咨询 回复 答复 办结"
)
_DOCUMENT_LABEL = rf"(?:{_spaced(_DOCUMENT)})\s{{0,4}}{_DAY}"
_UPDATED_LABEL = (
    rf"(?:更\s{{0,4}}新|修\s{{0,4}}改)(?:\s{{0,4}}{_DAY}|于)|(?i:\b(?:last\s+)?(?:updated|modified)\b(?:\s+(?:on|at))?)"
)
# Between label and date: colon, cell border, opening bracket, the weekday.
_TO_DATE = (
    r"[\s:：|=>—]{0,8}[\[【〖(（〔「{]?\s{0,2}"
    r"(?:(?:星期|周)[一二三四五六日天]\s{0,3}|(?i:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s+))?"
)
_SHORT_YEAR = r"(?P<yy>\d{2})\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})(?!\d)"
_ANY_DATE = rf"(?={DATE}|{MONTH}|\d{{2,3}}\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d)"
_OPEN = re.compile(r"(?:[:：|\[【〖(（期间于布]|date|time|published|posted|updated)\s*$", re.IGNORECASE)
_BEGINS = re.compile(r"\s*date:?\s(?P<date>(?:19|20)\d\d-\d\d-\d\d)\s")  # as programs that save pages put it first
_SHORT_DATE = re.compile(_SHORT_YEAR)
_DIGIT = re.compile(r"[\d年]")

# A span of time, a deadline, a day of coming into force: 2023年5月6日至, 5月6日前, 之日起.
SPAN = re.compile(
    rf"{TIME}\s*(?:[)）\]】]\s*)?(?:起|止|至|到|前|以前|之前|后|以后|之后|以来|[-~～—–]{{1,2}}\s*(?:\d{{1,4}}[-/.年月日]|今))"
)
EVENT = re.compile(
    r"(?:会议|活动|考试|报名|开标|截止|截至|成交|施工|举办|招聘|公示|面试|培训|投标|起止|开庭|演出|比赛|讲座|开放|办公|服务|值班"
    r"|上班|受理|办理|出生|生效|施行|实施|失效|废止|有效|到期|竣工|开工|签约|成立|注册|检测|采样|发生|事故|停电|停水|征集|申报)"
    r"\s*(?:日期|时间|期限|期)|地\s*[点址]\s*[:：]|(?:时间|日期)\s*[:：].{0,40}(?:地点|主讲|会场)"
)
CLOCK = re.compile(
    r"今天是|现在是|当前(?:时间|日期)|北京时间|系统时间|现在时间|农历|阴历|[℃°]|天气|多云|欢迎(?:您|你|访问|光临|来到)|备案"
    r"|copyright|©|版权|访问(?:人次|总量)|最后(?:登录|访问)",
    re.IGNORECASE,
)
# Some label in front of a date: which labels count is decided here alone.
ANY_LABEL = re.compile(
    r"(?:日\s*期|时\s*间|更\s*新|修\s*改|修\s*订|updated|modified|有效期)\s*[于至]?[\s:：|]*[\[【(（]?\s*$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[\u3400-\u9fff]{2}于")  # 发表于 in a sentence tells of some other text
# What makes a line of the text's beginning a row of facts: borders of cells, or such a label at its start.
_FACTS = re.compile(
    r" \| |^\W*(?:来\s*源|作\s*者|浏览|点击|阅读|字\s*号|索\s*引\s*号|文\s*号|发布机构|发文机关|主题分类"
    r"|公开(?:日期|方式)|(?:来信|写信|提问|留言|咨询|回复|答复)(?:人|单位|部门)|信息(?:名称|分类)|发布日期|名\s*称|标\s*题)\s*[:：|]"
    r"|^\W*(?:日\s*期|时\s*间|date|更新(?:日期|时间))\s*[:：|]\W*[\d年月日./:：\-\s]+\W*$"
)


_PLACE = re.compile(
    r"\W*(?:\S、)?(?:地\s*[点址]|会\s*场|主\s*讲|参加人员|主持人|对\s*象)\s*[:：|]"
)  # 时间：… 地点：… of an event


@dataclass(frozen=True)
class _Label:
    """A kind of label: alone, and in front of a date."""

    alone: re.Pattern[str]
    dated: re.Pattern[str]


def _label(pattern: str) -> _Label:
    return _Label(re.compile(pattern), re.compile(f"(?:{pattern}){_TO_DATE}{_ANY_DATE}"))


_PUBLISHED, _BARE, _MADE, _UPDATED = map(_label, (_PUBLISHED_LABEL, _BARE_LABEL, _DOCUMENT_LABEL, _UPDATED_LABEL))


def published_labels(view: PageView) -> Iterator[Dated]:
    """A date that is called the date of publication (发布时间, 【信息时间：…】, 发表于 …)."""
    for lines, where in view.zones:
        yield from _labelled(lines, where, _PUBLISHED, view)


def bare_labels(view: PageView) -> Iterator[Dated]:
    """A date that is called date or time."""
    if (match := _BEGINS.match(view.page.key)) and (read := view.read(match["date"])):
        yield Dated(read.date, read.precision, match[0].strip(), "body", "labelled date")
    yield from _facts(view, _BARE)


def document_labels(view: PageView) -> Iterator[Dated]:
    """A date that is called the day on which the document was made (成文日期, 印发日期, 发文日期)."""
    return _facts(view, _MADE)


def updated_labels(view: PageView) -> Iterator[Dated]:
    """The date of the last change, above the text only: below it, it is often the whole site's."""
    return (found for found in _facts(view, _UPDATED) if found.where == "head")


def labels_in(text: str, view: PageView) -> Iterator[Dated]:
    """Labelled dates of publication within a text of one line."""
    return _labelled([text], "body", _PUBLISHED, view, longest=len(text))


def _facts(view: PageView, label: _Label) -> Iterator[Dated]:
    """Labels that the text may use for other things: outside it, or in rows of facts."""
    for lines, where in view.zones:
        facts = [line for line in lines if _FACTS.search(line)] if where == "body" else lines
        if label is not _BARE or not any(_PLACE.match(line) for line in (*view.head, *view.first)):
            yield from _labelled(facts, where, label, view)


def _labelled(lines: list[str], where: str, label: _Label, view: PageView, longest: int = SHORT) -> Iterator[Dated]:
    for unit in (*_joined(lines, label, where), *_columns(lines, label, where)):
        if len(unit) > longest or not _DIGIT.search(unit):
            continue
        if (label is _BARE and EVENT.search(unit)) or (label is not _PUBLISHED and CLOCK.search(unit)):
            continue
        for match in label.dated.finditer(unit):
            if where == "body" and "。" in unit and _TOLD.match(match[0]):
                continue
            if read := _behind(unit[match.end() :], view):
                shown = around(unit, match.start(), match.end() + read.end, 0)
                yield Dated(read.date, read.precision, shown, where, "labelled date")


def _behind(text: str, view: PageView) -> DateRead | None:
    """The date with which a text begins, unless it begins a span of time."""
    read = view.read(text)
    if read is None or read.start > 1:
        read = _with_short_year(text, view)
    return None if read is None or SPAN.match(text, read.end) else read


def _with_short_year(text: str, view: PageView) -> DateRead | None:
    """23-09-05, where the page writes 2023 elsewhere."""
    match = _SHORT_DATE.match(text)
    date = make_date(2000 + int(match["yy"]), int(match["m"]), int(match["d"])) if match else None
    if match is None or date is None or not is_believable(date, view.last) or not view.has_year(date.year):
        return None
    return DateRead(date, "day", *match.span())


def _joined(lines: list[str], label: _Label, where: str) -> Iterator[str]:
    """The lines; one that ends in a label goes on with the two behind it."""
    step = -1 if where == "head" else 1  # the lines above the text come in reverse order
    for i, line in enumerate(lines):
        if len(line) < 60 and _OPEN.search(line) and label.alone.search(line):
            behind = (i + step, i + 2 * step)
            yield " ".join([line, *(lines[j] for j in behind if 0 <= j < len(lines))])
        else:
            yield line


def _columns(lines: list[str], label: _Label, where: str) -> Iterator[str]:
    """Label and value of tables whose first row names the columns."""
    rows = [line for line in (reversed(lines) if where == "head" else lines) if " | " in line]
    for above, below in pairwise(rows):
        names, values = above.split(" | "), below.split(" | ")
        if len(names) == len(values):
            yield from (f"{n}: {v}" for n, v in zip(names, values, strict=True) if label.alone.search(n))
