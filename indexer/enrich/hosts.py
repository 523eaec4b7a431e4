"""Which place's government runs a site: its host names the place in pinyin (pingliang.gov.cn) or a known short form."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import takewhile

from pypinyin import lazy_pinyin

from indexer.page import host_of
from lexicon import city_by_host, regions

GOVERNMENT = ".gov.cn"
# Hosts of governments that are not the pinyin of the place, or that of two places.
SHORT_FORMS = {
    "ah": "安徽省",
    "bj": "北京市",
    "cq": "重庆市",
    "gd": "广东省",
    "gxzf": "广西壮族自治区",
    "hainan": "海南省",
    "hlj": "黑龙江省",
    "jilin": "吉林省",
    "jl": "吉林省",
    "ln": "辽宁省",
    "nmg": "内蒙古自治区",
    "nx": "宁夏回族自治区",
    "qh": "青海省",
    "sc": "四川省",
    "sd": "山东省",
    "sh": "上海市",
    "shaanxi": "陕西省",
    "shanxi": "山西省",
    "tj": "天津市",
    "xizang": "西藏自治区",
    "yn": "云南省",
    "zj": "浙江省",
    "ahsz": "安徽省/宿州市",
    "bd": "河北省/保定市",
    "dl": "辽宁省/大连市",
    "fuzhou": "福建省/福州市",
    "gz": "广东省/广州市",
    "huhhot": "内蒙古自治区/呼和浩特市",
    "jxfz": "江西省/抚州市",
    "km": "云南省/昆明市",
    "ordos": "内蒙古自治区/鄂尔多斯市",
    "sjz": "河北省/石家庄市",
    "suzhou": "江苏省/苏州市",
    "sz": "广东省/深圳市",
    "taizhou": "江苏省/泰州市",
    "wlmq": "新疆维吾尔自治区/乌鲁木齐市",
    "xa": "陕西省/西安市",
    "yichun": "江西省/宜春市",
    "yl": "陕西省/榆林市",
    "yulin": "广西壮族自治区/玉林市",
    "zjtz": "浙江省/台州市",
}
SHORTEST = 2  # characters of the full name of a county whose host is the first alone: 魏县
OWN_PINYIN = 3  # letters of a county's pinyin right before .gov.cn, where no office stands
COUNTY_PINYIN = 5  # letters from which the pinyin of a county is hardly the short form of an office


def place_of_host(url: str | None) -> str | None:
    """The region path of a government site's address, or None: other sites, and names that several places share."""
    host = host_of(url)
    if not host or not host.endswith(GOVERNMENT):
        return None
    labels = host.removesuffix(GOVERNMENT).split(".")
    if own := city_by_host().get(labels[-1]) or _own_pinyin().get(labels[-1]):
        return own
    found = [path for label in labels if (path := _by_label().get(label))]
    return max(found, key=lambda path: path.count("/"), default=None)


@cache
def _own_pinyin() -> dict[str, str]:
    """Pinyin of counties as governments have it right before .gov.cn (wei: 魏县), with what the counties share."""
    found = {p: paths for p, paths in _by_pinyin("county").items() if len(p) >= OWN_PINYIN}
    for region in regions():
        pinyin = "".join(lazy_pinyin(region.name[:1]))
        if region.level == "county" and len(region.name) == SHORTEST and len(pinyin) >= OWN_PINYIN:
            found.setdefault(pinyin, []).append(region.path)
    larger = _by_pinyin("province", "city")
    shared = {p: _shared(paths) for p, paths in found.items() if p not in larger}
    return {p: path for p, path in shared.items() if path}


def _shared(paths: list[str]) -> str:
    """The path of what all the places lie in, "" when that is nothing."""
    steps = zip(*(path.split("/") for path in paths), strict=False)
    return "/".join(step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps))


@cache
def _counties() -> dict[str, str]:
    """Pinyin of counties without their generic part, where it means one county and no larger place."""
    larger, counties = _by_pinyin("province", "city"), _by_pinyin("county")
    return {p: paths[0] for p, paths in counties.items() if len(paths) == 1 and p not in larger}


@cache
def _by_label() -> dict[str, str]:
    """Pinyin of places without their generic part, where it means one place only; counties yield to larger places."""
    larger = _by_pinyin("province", "city")
    found = {p: path for p, path in _counties().items() if len(p) >= COUNTY_PINYIN}
    found |= {p: paths[0] for p, paths in larger.items() if len(paths) == 1}
    return found | SHORT_FORMS


def _by_pinyin(*levels: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for region in regions():
        if region.level in levels and region.short_names:
            found["".join(lazy_pinyin(region.short_names[0]))].append(region.path)
    return found
