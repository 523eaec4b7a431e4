"""Which place is the page about? Mentions are weighed by where they stand, rolled up the tree, and read from the top down.

A page's main subject is found province first, then city, then county: at each step the place with the most weight
below it is taken when it holds enough of its parent's weight; otherwise the page is about the parent as a whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from indexer.enrich.hosts import place_of_host
from indexer.enrich.material import Fact, Material
from indexer.enrich.mentions import Mention, find_mentions, mentions_of
from lexicon import Region, region_by_path
from mappings import Evidence, fold

NATIONAL = "全国"
ENOUGH = 3.0  # points below which there is no evidence worth a claim
TITLE, OUTLET, NUMBER, HEAD, LEAD, SIGNATURE, BODY = 10.0, 6.0, 8.0, 2.0, 3.0, 4.0, 1.0
CHILD_SHARE = 0.4  # of the parent's points that a city or county needs to be the subject
SIBLING_SHARE = 0.6  # of the points of all places of its level inside the parent
PROVINCE_SHARE = 0.33  # of the points of all provinces
SITE = 3.0  # what the host of a government site counts
BODY_CAP = 12.0  # points that mentions in the running text can give one place
VAGUE = 0.25  # what a short name counts that is also a common word, until the page names the place in full
LEAD_LENGTH = 260

_NATIONAL_TITLE = re.compile(
    r"国务院|中共中央|中央(?:办公厅|军委|纪委|政治局|宣传部|组织部|经济工作会议|农村工作会议)|全国(?:人大|人民代表大会|政协)|国家(?:主席|发展改革委|发改委|税务总局|市场监管|统计局|能源局|卫生健康委|医保局|知识产权局|林草局|药监局|数据局)"
    r"|(?:工业和信息化|科学技术|科技|财政|商务|教育|民政|人力资源社会保障|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|住房城乡建设|交通运输|水利|农业农村|文化和旅游|应急管理|公安|司法|外交)部(?!门)"
    r"|最高人民(?:法院|检察院)|习近平|李克强|李强|中国(?:人民银行|证监会|银保监会)"
)  # fmt: skip
_NATIONAL_NUMBER = re.compile(
    r"^(?:国发|国办|国函|中发|中办|工信部|发改|财[税建综政办预农社教金资企]|国科|商[办服资建务]|人社部|教[^育]|建[办城标村]|交[办规运]|农[办业]|环[办发]|国市监|税总|银发|国能|自然资)"
)
_PREFIXES = {
    "京": "北京市", "津": "天津市", "冀": "河北省", "晋": "山西省", "内": "内蒙古自治区", "辽": "辽宁省", "吉": "吉林省", "黑": "黑龙江省",
    "沪": "上海市", "苏": "江苏省", "浙": "浙江省", "皖": "安徽省", "闽": "福建省", "赣": "江西省", "鲁": "山东省", "豫": "河南省",
    "鄂": "湖北省", "湘": "湖南省", "粤": "广东省", "桂": "广西壮族自治区", "琼": "海南省", "渝": "重庆市", "川": "四川省", "黔": "贵州省",
    "滇": "云南省", "云": "云南省", "藏": "西藏自治区", "陕": "陕西省", "甘": "甘肃省", "青": "青海省", "宁": "宁夏回族自治区", "新": "新疆维吾尔自治区",
    "贵": "贵州省", "蜀": "四川省", "陇": "甘肃省",
}  # fmt: skip


@dataclass
class _Tally:
    """Points by region path, each with the mention that gave the most."""

    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    best: dict[str, tuple[float, str, str, str]] = field(default_factory=dict)

    def add(self, path: str, points: float, text: str, where: str, rule: str) -> None:
        steps = path.split("/")
        for depth in range(1, len(steps) + 1):
            self.points["/".join(steps[:depth])] += points
        if points > self.best.get(path, (0.0, "", "", ""))[0]:
            self.best[path] = (points, text, where, rule)

    def evidence(self, path: str) -> Evidence:
        """The strongest mention of the place or of a place inside it."""
        inside = [p for p in self.best if p == path or p.startswith(path + "/")]
        _, text, where, rule = max((self.best[p] for p in inside), default=(0.0, path, "body", "place named"))
        return Evidence("region", path, text, where, rule)


def find_regions(page: Material, outlet: str | None, number: str | None) -> tuple[list[Fact], list[str]]:
    """The region paths, main subject first with its ancestors above it, and their GB/T 2260 codes."""
    mentions = mentions_of(page)
    tally = _count(page, mentions, outlet, number)
    if national := _national(page, tally, number):
        return [national], []
    paths = _subject(tally)
    paths += [p for p in _headed(page, tally, paths) if p not in paths]
    codes = [region.code for p in paths if (region := region_by_path(p))]
    return [Fact(p, tally.evidence(p)) for p in paths], codes


def _count(page: Material, mentions: list[Mention], outlet: str | None, number: str | None) -> _Tally:
    tally = _Tally()
    named = _named_in_full(mentions)
    support = _support(mentions)
    body: dict[str, float] = defaultdict(float)
    for mention in mentions:
        path = _resolve(mention, support)
        if path is None:
            continue
        points = _points(mention, page) * mention.factor
        if mention.vague and path not in named:
            points *= VAGUE
        if mention.zone == "body":
            points = min(points, max(0.0, BODY_CAP - body[path]))
            body[path] += points
        if points:
            tally.add(path, points, mention.name, mention.zone, "place named")
    _add_outlet(tally, outlet, support)
    if path := place_of_host(page.url):
        tally.add(path, SITE, page.url or "", "url", "place of the government site")
    if number and (province := _PREFIXES.get(number[0])) and not _NATIONAL_NUMBER.match(number):
        tally.add(province, NUMBER, number, "body", "province of the document number")
    return tally


def _points(mention: Mention, page: Material) -> float:
    if mention.zone == "title":
        return TITLE
    if mention.zone in ("head", "foot"):
        return HEAD
    if mention.start < LEAD_LENGTH:
        return LEAD
    return SIGNATURE if mention.start > len(page.key) - 60 else BODY


def _add_outlet(tally: _Tally, outlet: str | None, support: dict[str, float]) -> None:
    for mention in find_mentions("outlet", fold(outlet or "")):
        if path := _resolve(mention, support):
            tally.add(path, OUTLET * (VAGUE if mention.vague else 1.0), outlet or "", "head", "place of the outlet")


def _named_in_full(mentions: list[Mention]) -> set[str]:
    return {r.path for m in mentions for r in m.regions if m.name == r.name}


def _support(mentions: list[Mention]) -> dict[str, float]:
    """For every path: how often it, its ancestors or places inside it are named beyond doubt."""
    support: dict[str, float] = defaultdict(float)
    for mention in mentions:
        sure = mention.regions if len(mention.regions) == 1 and not mention.vague else ()
        path = sure[0].path if sure else (mention.park.path if mention.park else None)
        if path:
            weight = 3.0 if mention.zone in ("title", "head", "foot") else 1.0
            steps = path.split("/")
            for depth in range(1, len(steps) + 1):
                support["/".join(steps[:depth])] += weight * mention.factor
        elif len(mention.regions) == 1 and mention.name == mention.regions[0].name:
            support[NAMED + mention.regions[0].path] += NAMED_OFTEN if mention.zone != "body" else 1.0
    return support


NAMED = "named "  # marks the keys that count how often a weak full name stands on the page
NAMED_OFTEN = 2.0


def _resolve(mention: Mention, support: dict[str, float]) -> str | None:
    """The path a mention means: among places of one name, the one whose surroundings the page names most.

    A weak name means its place only where the page names that place's surroundings; without any other sign, a name
    that several places bear means the first in the lexicon's order (吉林 the province, 大同 the city).
    """
    if mention.park:
        return mention.park.path
    best = max(mention.regions, key=lambda r: _nearness(r, support))  # the first of equals
    if len(mention.regions) == 1 and best.name == mention.name and support.get(NAMED + best.path, 0.0) >= NAMED_OFTEN:
        return best.path  # 合作市 is also everyday language, but not in a title, and not twice
    if best.is_weak(mention.name) and not _nearness(best, support):
        sure = [r for r in mention.regions if not r.is_weak(mention.name)]
        return sure[0].path if sure else None
    return best.path


def _nearness(region: Region, support: dict[str, float]) -> float:
    """How much the page names the place itself, the places it lies in, and nothing else of the name."""
    near = 2 * support.get(region.path, 0.0)
    for depth, ancestor in enumerate(region.ancestors):
        near += (1 + depth) * support.get(ancestor, 0.0)
    return near


def _national(page: Material, tally: _Tally, number: str | None) -> Fact | None:
    """A text of the central authorities: named in title or number, and no place is the title's subject."""
    top = max(tally.points.values(), default=0.0)
    in_title = [p for p, (_, _, where, _) in tally.best.items() if where == "title"]
    if number and _NATIONAL_NUMBER.match(number) and not in_title:
        return Fact(NATIONAL, Evidence("region", NATIONAL, number, "body", "number of a central authority"))
    match = _NATIONAL_TITLE.search(page.title_key)
    if match and not in_title:
        return Fact(NATIONAL, Evidence("region", NATIONAL, match[0], "title", "central authority in the title"))
    match = _NATIONAL_TITLE.search(page.key[:LEAD_LENGTH])
    if match and not in_title and top < TITLE:
        return Fact(NATIONAL, Evidence("region", NATIONAL, match[0], "body", "central authority at the beginning"))
    return None


def _subject(tally: _Tally) -> list[str]:
    """The main subject with its ancestors, from the province down."""
    found: list[str] = []
    parent = ""
    while True:
        depth = parent.count("/") + 1 if parent else 0
        children = {
            p: v
            for p, v in tally.points.items()
            if p.count("/") == depth and p.startswith(parent + "/" if parent else "")
        }
        best = max(children, key=lambda p: children[p], default=None)
        if best is None:
            return found
        among = sum(children.values())
        needed = (
            PROVINCE_SHARE * among if not parent else max(CHILD_SHARE * tally.points[parent], SIBLING_SHARE * among)
        )
        if children[best] < max(ENOUGH, needed):
            return found
        found.append(best)
        parent = best


def _headed(page: Material, tally: _Tally, subject: list[str]) -> list[str]:
    """Further places inside the subject that stand alone on a line as a heading: the parts of a round-up."""
    if not subject:
        return []
    out = []
    for paragraph in page.paragraphs:
        heading = fold(paragraph).strip(" 　【】[]:：■●◆一二三四五六七八九十、.．0123456789")
        if len(heading) <= 12:
            out += [p for p in tally.points if p.startswith(subject[-1] + "/") and p.rsplit("/", 1)[-1] == heading]
    return list(dict.fromkeys(out))
