"""Words that look like slogans and stand in no table yet: numbered forms (三抓三促, 一核两带), quotes with a purpose.

They are kept apart from the slogans: a candidate is evidence for whoever edits the table, never a value to filter by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.enrich.material import Fact, Material, around
from lexicon import search_key
from mappings import Evidence

CANDIDATE = "slogan_candidate"  # how evidence names them
NUMBERED, QUOTED, YEAR = "numbered form", "quoted phrase", "year of a campaign"
CAMPAIGN_REACH = 14  # characters before such a year within which its name begins
MOST = 12  # of a document
_N = "一二两双三四五六七八九十"
_C = "\\u4e00-\\u9fff"
# The numeral is repeated (三抓三促, 双招双引, 四不摘), each with one to three characters of its own.
_TWICE = re.compile(
    rf"[双两三四五六七八九十](?<![{_N}百千万第\d].)(?P<a>[{_C}]{{1,2}}?)(?P<n>[双两三四五六七八九十])(?P<b>[{_C}]{{1,2}})"
)
_GROWN = "[两双二三四五六七八九十多]"
# A plan in numbers that grow: 一核两带三区.
_GROWING = re.compile(rf"一(?<![第{_N}].)[核主轴心带廊城体园区环极](?:{_GROWN}[{_C}](?:(?!{_GROWN})[{_C}])?){{1,4}}")
# Each its own: 一企一策, 一县一品.
_EACH = re.compile(rf"一[{_C}]一(?:策|品|档|码|专班|清单|特色|园|业|链|图|网)")
_QUOTE = re.compile(rf"[“「『\"](?P<name>[{_C}\dA-Z·、+ ]{{2,16}})[”」』\"]")
_OF_PURPOSE = re.compile(
    r"(?:专项|主题|系列|大|百日|集中|三年|建设)?(?:行动|活动|工程|计划|战略|攻坚|机制|模式|改革|大讨论|理念|要求|工作法|品牌|战役|方针|原则|布局|格局|体系|建设|目标|思路|举措|政策|园区|产业园|服务)"
)
_TAKEN_UP = re.compile(
    r"(?:开展|实施|推进|深化|落实|坚持|围绕|打造|推行|按照|聚焦|践行|启动|擦亮|叫响|抓好|建立|树立|争创|争当|贯彻|紧扣|突出|推动|构建|探索|创新)(?:了|好|以)?$"
)
_NUMERAL = re.compile(rf"[{_N}百千万]|\d")
_NO_SLOGAN = re.compile(
    r"[的了是吗呢吧]|公司|有限|集团|某|号$|日报|中国|大学|学院|医院|微信|公众号|\d{3}|先生|同志|奖$|书$"
)
# It begins with the character that is quickly found; the name is read from what stands before.
_ENDS = (
    "突破年|提升年|攻坚年|建设年|落实年|效能年|环境年|优化年|创新年|招商年|项目年|作风年|提质年|增效年|推进年|服务年"
    "|改革年|发展年|质量年"
)
_CAMPAIGN = re.compile(rf"年(?<={_ENDS})(?=[”\"」』》，。,、；;\s]|活动|行动|建设)")
_CAMPAIGN_NAME = re.compile(
    rf"(?:^|[^{_C}]|开展|实施|启动|推进|定为|作为|通过)(?P<name>(?:(?!开展|实施|启动|推进|定为|作为|通过)[{_C}]){{4,10}}年)$"
)
_NO_PART = re.compile(r"[国党至和与的了是在有不级人之以为来去上下中时]")  # in words that only count
# Idioms and counted things that have the same form.
_IDIOMS = frozenset(("双宿双飞", "双进双出", "三番三次", "两来两往", "两岸两地", "双边双多"))
_COUNTED = re.compile(
    rf"[{_N}](?:年|月|日|天|周|次|项|名|个|家|人|位|条|号|点|时|分|季|届|批|期|县|区|市|省|乡|镇|村|户|层|楼|倍|成|位|岁|元|万|亿|千|百|十|级|类|种|张|本|部|台|套|座|所|处|面|边|方|只|支|组|院|校|班)"
)


def find_candidates(page: Material, accepted: Sequence[str]) -> list[Fact]:
    """Candidates of title and text, each once, in the order of the text; none that holds or lies in a known slogan."""
    known = [search_key(name)[0] for name in accepted]
    found: dict[str, Fact] = {}
    for text, shown, where in ((page.title_key, page.title or "", "title"), (page.key, page.body, "body")):
        for start, end, rule in _spans(text):
            name = shown[start:end].strip()
            key = search_key(text[start:end])[0]
            if key in found or any(key in other or other in key for other in known):
                continue
            if len(found) == MOST:
                return list(found.values())
            found[key] = Fact(name, Evidence(CANDIDATE, name, around(shown, start, end), where, rule))
    return list(found.values())


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    quoted = [(m.start("name"), m.end("name"), QUOTED) for m in _QUOTE.finditer(text) if _is_meant(text, m)]
    covered = [(start, end) for start, end, _ in quoted]
    numbered = [
        (start, end, NUMBERED)
        for start, end in (
            *_numbered(text),
            *(m.span() for pattern in (_GROWING, _EACH) for m in pattern.finditer(text)),
        )
        if not any(a <= start and end <= b for a, b in covered)
    ]
    years = [
        (start, end, YEAR) for start, end in _campaigns(text) if not any(a <= start and end <= b for a, b in covered)
    ]
    yield from sorted((*quoted, *numbered, *years))


def _campaigns(text: str) -> Iterator[tuple[int, int]]:
    for end in (match.end() for match in _CAMPAIGN.finditer(text)):
        begin = max(0, end - CAMPAIGN_REACH)
        if name := _CAMPAIGN_NAME.search(text[begin:end]):
            yield begin + name.start("name"), end


def _numbered(text: str) -> Iterator[tuple[int, int]]:
    for match in _TWICE.finditer(text):
        name = match[0]
        behind = match.start("n") - match.start()
        if name[0] != match["n"] or name[:4] in _IDIOMS or _COUNTED.match(name) or _COUNTED.match(name, behind):
            continue
        length = 2 + 2 * len(match["a"])
        if len(match["b"]) >= len(match["a"]) and not _NO_PART.search(name, 0, length):
            yield match.start(), match.start() + length


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether quotes hold the name of something that is done: by what it is called behind, or what is done with it."""
    name = match["name"].strip()
    if len(name) < 2 or _NO_SLOGAN.search(name):
        return False
    purpose = _OF_PURPOSE.match(text, match.end())
    taken = _TAKEN_UP.search(text[max(0, match.start() - 6) : match.start()])
    return bool(purpose and (taken or _NUMERAL.search(name) or len(name) <= 8)) or bool(taken and _NUMERAL.search(name))
