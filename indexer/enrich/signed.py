"""The date under a document (落款): at its end, on its line, beside the office, in texts without line breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from indexer.enrich.dates import DATE, MONTH, TEXT_DATE_RE, TIME, Dated, text_dates
from indexer.enrich.labelled import ANY_LABEL
from indexer.enrich.material import around
from indexer.enrich.page_view import PageView

TAIL = 160  # characters at the end of the text in which a date on a line of its own is a signature
BELOW = 12  # paragraphs that may follow a signature: attachments, contacts, who gets a copy
PROSE = 45  # characters from which a paragraph below a date makes it the heading of a part, not a signature
SEVERAL = 3  # paragraphs that begin with a date: a chronicle tells its days, it is not signed
OFFICE_LINE = 60  # characters of the office above the date
BEFORE, BEHIND = 180, 80  # characters around a date that tell whether it is a signature inside a text
MANY = 400  # dates of a text; of more, those at its beginning and its end are looked at
NAME = 10  # characters at the end of the office's name by which it is known again
LEAST = 5  # characters that make a title
TITLE = 16  # characters at the beginning of a title by which it is known again

_ENDS = r"[局厅部委会府办院室处司社团校区县市州旗组心署站所队行馆厂网报联协]"
_OFFICE = rf"(?:{_ENDS}|公司|集团|大学|学院|协会|联盟|银行)"
_SEAL = r"(?:\s*[(（]\s*(?:[代盖公印签]?\s?章|印)\s*[)）])?"
_POST = r"(?:[部省市县区局厅院行署会州]长|主席|总理|主任|秘书长|委员长|检察长|书记|司长)"
_TITLE_END = (
    r"(?:办法|方案|意见|规定|细则|措施|规划|计划|条例|指南|目录|清单|要点|制度|标准|名单|规程|规则|大纲|条件|解读|通知|申请"
    r"|(?<!代)表(?![示明彰大])|(?:申报|申请|任务|责任|建议)书)"
)
_GOES_ON = re.compile(
    r"\s*(?:[,，、]|印发的|发布的|在|于|召|举|至|到|起|前|后|以|的|上午|下午|晚|第\s?\d|出台|开始|成立|实施|施行|修|通过|公布|颁"
    r"|[^，。；《\n]{0,24}的《)"
)
_OFFICE_ALONE = re.compile(rf"^(?![^\n]*[。！？；：:]).{{2,{OFFICE_LINE}}}{_OFFICE}{_SEAL}\s*$")
_PERSON_ALONE = re.compile(rf"^.{{0,30}}{_POST}[\s:：]*[\u3400-\u9fff·]{{0,8}}\s*$")
_DATE_ALONE = re.compile(
    rf"[\s(（\[【—-]*(?:(?:发布|印发|成文|落款)?(?:日期|时间)\s*[:：]\s*)?(?P<date>{DATE}){TIME}\s*[)）\]】]*"
    r"\s*(?:印发|印制|发布|发)?\s*[。.]?\s*"
)
_DATE_FIRST = re.compile(rf"\s*[(（]?(?P<date>{TEXT_DATE_RE.pattern})[)）]?(?P<gap>\s*)")
_MONTH_ALONE = re.compile(rf"[\s(（]*(?P<date>{MONTH})\s*[)）]?\s*")
_YEAR_ALONE = re.compile(r"\s*(?:[12][09]\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年\s*")
_TITLE_AHEAD = re.compile(rf"[《\u3400-\u9fff][^，。；]{{2,60}}?{_TITLE_END}")
# Behind the name of an office at the very end, or alone there.
_SIGNED = re.compile(
    rf"(?:^|\n|{_OFFICE}{_SEAL}|[)）]|\s)\s*(?P<date>{DATE})\s*(?:印发|发布|发)?\s*"
    r"(?=[。.]?$|\n|[(（]|附件|附表|更多|政策解读|抄送|分享|打印|责任编辑|编辑[:：]|扫一扫|上一篇|【|来源[:：]|联系|公开|相关|解读)"
)

_OFFICE_AND_DATE = re.compile(rf"[^。！？；：:，]{{2,40}}{_OFFICE}{_SEAL}\s*(?P<date>{DATE})\s*(?:印发)?\s*")

# What stands before and behind a signature inside a text.
_AFTER_OFFICE = re.compile(rf"(?:{_OFFICE}){_SEAL}\s*$")
_NOTE = re.compile(r"\s*(?:印发)?\s*[(（]?\s*(?:此件|此文|本文有删减|信息公开|公开程序|公开方式|抄送|主题词)")
_CLOSED = re.compile(
    r"(?:执行|落实|实施|办理|施行|贯彻|反馈|报送|一致|此复|函复|公告|公示|通知|知照|遵照|参照|监督|联系|规定|废止|为准|完成|上报|备案)"
    r"[^。；]{0,14}[。!！][^。；]{0,160}$"
)
_ONLY_OFFICES = re.compile(
    rf"(?:[。！)）]|\d|\.com|\.cn)(?P<offices>[\u3400-\u9fff（）()\s]{{4,120}}?{_OFFICE}{_SEAL})\s*$"
)
_ATTACHED = re.compile(rf"\s*(?:$|\n|附|[(（]|\d\s?[.、]|(?:(?:19|20)\d\d年)?[《\u3400-\u9fff]{{4,60}}?{_TITLE_END})")
_NO_OFFICE = re.compile(
    r"根据|按照|依据|关于|印发|联合|召开|举行|发布|已经|经过|自从|以来|下发|会同|通过|公布|颁布|的|在|于|由|从|对|与|是|为"
)
_BY_HAND = re.compile(rf"{_POST}(?:[\s:：]*[\u3400-\u9fff·]{{2,8}}?\s{{0,60}}|\s{{2,60}})$")
_SET_APART = re.compile(r"\s*(?:$|\n|\u3000|\s\s|[(（])")
_SENTENCE_END = re.compile(r"[。！][ \u3000]*\Z")
_LIST_END = re.compile(r"》\s*$")
_AFTER_SENTENCE = re.compile(r"[ \u3000]*(?:$|\n|附[件表:：]|[(（])")
_BRACKET_OPENS = re.compile(r"[\s\u3000]{2}[(（]$")
_BRACKET_CLOSES = re.compile(r"[)）]\s*(?:\n|$|\u3000)")
_WIDE_GAP = re.compile(r"\S[\s\u3000]{2,}$")
_SENT_OUT = re.compile(r"《([^《》]{5,60})》|(?:印发|发布|公布)([\u3400-\u9fff]{6,60}?)的(?:通知|公告|决定)")
_ISSUER = re.compile(rf"([\u3400-\u9fff]{{3,60}}{_OFFICE})\s*(?:关于|印发|转发|批转|公布|公告)")


@dataclass(frozen=True)
class _Spot:
    """A date inside a text with what stands before and behind it."""

    date: str
    before: str
    behind: str


def signed_dates(view: PageView) -> Iterator[Dated]:
    """The day under the text; then signatures further up, above what is sent out; then those inside a line."""
    yield from _at_the_end(view)
    yield from _beside_an_office(view)
    yield from _in_the_text(view)


def signed_months(view: PageView) -> Iterator[Dated]:
    """The month or the year under the text, where the day is left out."""
    last = view.page.key.rstrip().rpartition("\n")[2].strip()
    read = view.read(last) if _MONTH_ALONE.fullmatch(last) or _YEAR_ALONE.fullmatch(last) else None
    if read:
        rule = "year of signature" if read.precision == "year" else "date of signature"
        yield Dated(read.date, read.precision, last, "body", rule)


def _at_the_end(view: PageView) -> Iterator[Dated]:
    tail = view.page.key[-TAIL:]
    # In brackets stands who signed what is passed on; the signature of the whole goes first.
    found = sorted(_SIGNED.finditer(tail), key=lambda m: (not tail.startswith((")", "）"), m.end("date")), m.start()))
    for match in reversed(found):
        if not ANY_LABEL.search(tail[: match.start("date")]) and _is_below(tail[match.end() :].split("\n"), view):
            yield from _read(match["date"], around(tail, *match.span("date")), view)
    lines = view.lines
    for i in reversed(range(max(1, len(lines) - BELOW), len(lines))):
        alone = _DATE_ALONE.fullmatch(lines[i])
        if alone and _is_below(lines[i + 1 :], view):
            yield from _read(alone["date"], lines[i], view)
    for line in view.foot[:BELOW]:
        if len(line) <= OFFICE_LINE and (below := _OFFICE_AND_DATE.fullmatch(line)):
            yield from _read(below["date"], line, view)


def _is_below(behind: list[str], view: PageView) -> bool:
    """Whether what follows a date leaves it the end of the text: no running text, and in a chronicle nothing at all."""
    text = [line for line in behind if line.strip(" \u3000。.")]
    return not text if view.is_chronicle else not any(len(line) > PROSE and "。" in line for line in text)


def _beside_an_office(view: PageView) -> Iterator[Dated]:
    """A notice signed above the plan that it sends out, which may stand on the line of the date; or set apart there."""
    dated = [(above, line, m) for above, line in pairwise(view.lines) if (m := _DATE_FIRST.match(line))]
    for above, line, match in dated:
        signed = len(above) <= OFFICE_LINE and (_OFFICE_ALONE.search(above) or _PERSON_ALONE.search(above))
        if signed and not _GOES_ON.match(line, match.end("date")):
            yield from _read(match["date"], f"{above} {match[0].strip()}", view)
    for above, line, match in dated if len(dated) < SEVERAL else ():
        wide = len(match["gap"]) > 1 and not _GOES_ON.match(line, match.end())
        apart = wide or line.startswith(("(", "（"), match.end()) or _TITLE_AHEAD.match(line, match.end())
        if apart and above.rstrip().endswith(("。", "！", "）", ")")):
            yield from _read(match["date"], around(line, *match.span("date")), view)


def _in_the_text(view: PageView) -> Iterator[Dated]:
    """Texts that lost their line breaks. Each way to tell a signature is tried on all dates before the next."""
    key = view.page.key
    dates = list(text_dates(key))
    spots = [
        _Spot(m[0], key[max(0, m.start() - BEFORE) : m.start()], key[m.end() : m.end() + BEHIND])
        for m in (dates if len(dates) <= MANY else dates[: MANY // 2] + dates[-MANY // 2 :])
    ]
    title = view.page.title_key
    issuer, sent = _ISSUER.match(title), _SENT_OUT.search(title)
    office = issuer[1][-NAME:] if issuer else ""
    plans = [name[:TITLE] for name in ((sent[1] or sent[2]) if sent else "", title) if len(name) > LEAST]
    ways: tuple[Callable[[_Spot], object], ...] = (
        lambda s: _NOTE.match(s.behind) and _AFTER_OFFICE.search(s.before),
        lambda s: office and s.before.rstrip().endswith(office),
        lambda s: s.behind.lstrip(" \u3000《").startswith(tuple(plans)) and not s.before.endswith("《"),
        lambda s: _AFTER_OFFICE.search(s.before) and _CLOSED.search(s.before),
        lambda s: _ATTACHED.match(s.behind) and _only_offices(s.before),
        lambda s: _SET_APART.match(s.behind) and _BY_HAND.search(s.before),
        lambda s: _AFTER_SENTENCE.match(s.behind) and _SENTENCE_END.search(s.before),
        lambda s: s.behind.startswith("附件") and _LIST_END.search(s.before),
        lambda s: _BRACKET_CLOSES.match(s.behind) and _BRACKET_OPENS.search(s.before),
    )
    ended = [spot for spot in spots if not _GOES_ON.match(spot.behind)]
    for way in ways:
        for spot in ended:
            if way(spot):
                yield from _read(
                    spot.date, f"{spot.before[-12:]}{spot.date}{spot.behind[:12]}".replace("\n", " "), view
                )
    apart = [
        s for s in spots if _WIDE_GAP.search(s.before) and (not s.behind.strip(" \u3000") or s.behind.startswith("\n"))
    ]
    for spot in apart if len(apart) < SEVERAL else ():
        yield from _read(spot.date, f"{spot.before[-12:]}{spot.date}", view)


def _only_offices(before: str) -> bool:
    match = _ONLY_OFFICES.search(before)
    return match is not None and not _NO_OFFICE.search(match["offices"])


def _read(date: str, shown: str, view: PageView) -> Iterator[Dated]:
    read = view.read(date)
    if read and read.precision == "day":
        yield Dated(read.date, "day", shown, "body", "date of signature")
