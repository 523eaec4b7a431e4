"""The name of a park that stands at a mention: one of the authority file, or a place and a word for a park."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.enrich.mentions import Mention
from lexicon import Park, parks_by_name, regions_by_name

# What a short form always stands for, where neither the file nor the page has the long one.
STANDS_FOR = {"高新区": "高新技术产业开发区", "综保区": "综合保税区"}
# These show by themselves that the word before them is a place: 水城经济开发区.
_SURE_SUFFIXES = frozenset(
    {"高新技术产业开发区", "高新区", "经济技术开发区", "经济开发区", "经开区", "综合保税区", "综保区"}
)
LONG_FORMS = {
    "高新区": ("高新技术产业开发区", "高新技术产业园区", "高新技术开发区"),
    "经开区": ("经济技术开发区", "经济开发区"),
    "综保区": ("综合保税区",),
    "开发区": ("经济技术开发区", "经济开发区"),
    "工业园": ("工业园区",),
}
_SUFFIXES = (
    "高新技术产业开发区", "高新技术开发区", "高新技术产业园区", "高新区", "经济技术开发区", "经济开发区", "经开区", "综合保税区", "综保区",
    "保税区", "保税物流中心", "工业园区", "工业园", "产业园区", "产业园", "科技园区", "科技园", "科技城", "科学城", "开发区", "工业区",
    "工业集中区", "产业集聚区", "产业集中区", "产业集聚示范区", "先进制造业基地", "化工园区", "化工园", "循环经济园区", "产业示范园", "软件园",
    "物流园区", "物流园", "创新港", "自贸试验区", "自由贸易试验区", "空港经济区", "临空经济区", "航空港区", "经济合作区", "示范区", "智慧新城", "科技新城", "合作区",
)  # fmt: skip
# These need a name of their own before them.
_GENERIC = (
    "示范区",
    "产业园",
    "产业园区",
    "科技园",
    "科技园区",
    "工业园",
    "工业区",
    "合作区",
    "物流园",
    "科技城",
    "科学城",
)
_OUTER = ("省", "市", "州", "盟")  # a place that leads to another is no part of the name: 吴忠市|红寺堡区工业园区
SHARED = "park that two places share"
FULL_LENGTH = 3  # characters from which a name that is also a word means its place: 合作市
_SUFFIX = re.compile(
    r"(?P<middle>[\u4e00-\u9fff·]{0,8}?)(?P<suffix>"
    + "|".join(_SUFFIXES)
    + r")(?!有限|公司|集团|股份|投资|管理办法|评估)"
)
# A park that one place has built in another: 晋江(长汀)工业园区.
_SHARED = re.compile(
    rf"[\u4e00-\u9fff]{{0,3}}\((?P<in>[\u4e00-\u9fff]{{2,5}})\)(?:[\u4e00-\u9fff]{{0,4}}?)(?:{'|'.join(_SUFFIXES)})"
)
# A name of its own and a word for a park.
_TRADES = (
    "新材料|电子信息|新一代信息技术|信息技术|高端装备|装备|智能|制造|汽车|零部件|新能源|光伏|光电|生物|医药|医疗|器械|食品|家居|家具|纺织|服装|航空|航天|数字|软件|半导体"
    "|集成电路|芯片|物流|电商|创意|文化|环保|机械|机器人|农产品|加工|健康|氢能|储能|低空|大数据|科技|工业|产业|化工|循环经济|冶金|有色|建材|陶瓷|钢铁|冷链|现代农业|农业"
)
_OWN = re.compile(
    rf"(?P<own>[\u4e00-\u9fff]{{2,3}}?)(?P<suffix>(?:{_TRADES}){{0,3}}"
    r"(?:投资区|产业园区?|工业园区?|工业集中区|科技园)(?![一二三四五六七八九十\d]期项目部|有限|公司))"
)
_IS_TRADE = re.compile(rf"(?:{_TRADES}|新能)+|长三角|珠三角")
# What cannot stand between a place and the word for a park: 甘肃省建设经济开发区 is no name.
_NO_NAME = re.compile(
    r"[的是在和与及或为对将把了以从等着过到向被让使其这那加快建设推进全省市各国家级创新发展打造支持有多个]|[一二三四五六七八九十两几数]大|^(?:省级|国家级|市级)"
    r"|往返|书记|主任|县长|市长|区长|县委|市委|区委|政府|部门|深入|代表|企业|公司|[团队行]来|^来|[前通开驶]往|直达|走[进访]|考察|调研|召开|举[办行]|开展|签约|入驻|落户|参观|赶赴"
)
# Words that tell a kind of park and not which: 河北省农业科技园区.
_KINDS = re.compile(
    r"^(?:现代|特色|智慧|高标准|绿色|生态|文化|旅游|农业|工业|科技|产业|高新|技术|电子|商务|信息|数字|经济|农产品|加工|农田|粮食|种业|化工|医药|物流|跨境|综合|试验|改革|循环|新型|重点)*$"
)


@dataclass(frozen=True)
class ParkName:
    """A park named in a text: its full name, the path it lies in ("" when unknown), and the rule that read it."""

    name: str
    path: str
    start: int
    end: int
    rule: str


def named_park(mention: Mention, text: str, subject: tuple[str, ...] = ()) -> ParkName | None:
    """The park named at a mention of a park or place, or None; `subject`: the region paths that the page is about."""
    if mention.park:
        return ParkName(mention.park.name, mention.park.path, mention.start, mention.end, "park of the authority file")
    if park := _new_area(mention):
        return park
    if "(" in text[mention.end : mention.end + 4] and (match := _shared(mention, text)):
        name = mention.name + match[0]
        return ParkName(name, "", mention.start, match.end(), SHARED)
    match = _SUFFIX.match(text, mention.end)
    told = len(mention.regions) > 1 and any(region.path in subject for region in mention.regions)  # 宝山 of Shanghai
    if not match or not _is_name(mention, match["middle"], match["suffix"], vague=mention.vague and not told):
        return None
    name = match["middle"] + match["suffix"]
    if known := _known(mention, name):
        return ParkName(known.name, known.path, mention.start, match.end(), "park of the authority file")
    own = next((short for region in mention.regions for short in region.short_names if name.startswith(short)), None)
    full = name if own else mention.name + name  # 达拉特旗|达拉特经济开发区
    return ParkName(full, mention.path, mention.start, match.end(), "name of a place and a word for a park")


def _shared(mention: Mention, text: str) -> re.Match[str] | None:
    """The rest of the name of a park that the mentioned place has built in the one in brackets."""
    match = _SHARED.match(text, mention.end)
    return match if match and match["in"] in regions_by_name() else None


def own_name(text: str) -> str | None:
    """The name of a park by which a title or text begins and that tells no place known: 湖塘科技产业园."""
    match = _OWN.match(text)
    own = match["own"] if match else ""
    if not match or _NO_NAME.search(own) or _KINDS.match(own) or _IS_TRADE.fullmatch(own):
        return None
    return own + match["suffix"]


def _known(mention: Mention, name: str) -> Park | None:
    """The park of the file that goes by the name without its place, or with the place's name of today (襄樊, 襄阳)."""
    if not mention.path:
        return None
    today = next(iter(mention.regions)).short_names[:1]
    for full in (name, *(short + name for short in today if mention.name not in short)):
        park = parks_by_name().get(full)
        if park and f"{park.path}/".startswith(f"{mention.path}/"):
            return park
    return None


def _new_area(mention: Mention) -> ParkName | None:
    """A national new area that is a district as well (浦东新区)."""
    if len(mention.regions) != 1 or not mention.name.endswith("新区"):
        return None
    [region] = mention.regions
    park = parks_by_name().get(region.ancestors[0].removesuffix("市").removesuffix("省") + region.name)
    return ParkName(park.name, park.path, mention.start, mention.end, "park of the authority file") if park else None


def _is_name(mention: Mention, middle: str, suffix: str, *, vague: bool) -> bool:
    if vague and (not middle or len(mention.name) < FULL_LENGTH):
        return not middle and suffix in _SURE_SUFFIXES
    if _NO_NAME.search(middle) or (mention.leads and mention.name.endswith(_OUTER)):
        return False
    is_kind = mention.regions[0].level == "province" or (suffix in _GENERIC and not middle)
    return not (is_kind and _KINDS.match(middle))
