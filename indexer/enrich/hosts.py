"""Which place's government runs a site: its host names the place in pinyin (pingliang.gov.cn) or a known short form."""

from __future__ import annotations

import re
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
# News sites of one province, and the sites of the whole country that have a part for each province (gs.people.com.cn).
PORTALS = {
    "zjol.com.cn": "浙江省", "dzwww.com": "山东省", "sdnews.com.cn": "山东省", "gansudaily.com.cn": "甘肃省",
    "gscn.com.cn": "甘肃省", "rednet.cn": "湖南省", "voc.com.cn": "湖南省", "cnhubei.com": "湖北省",
    "jxnews.com.cn": "江西省", "hebnews.cn": "河北省", "sxrb.com": "山西省", "nmgnews.com.cn": "内蒙古自治区",
    "northnews.cn": "内蒙古自治区", "nen.com.cn": "辽宁省", "lnd.com.cn": "辽宁省", "cnjiwang.com": "吉林省",
    "chinajilin.com.cn": "吉林省", "dbw.cn": "黑龙江省", "hljnews.cn": "黑龙江省", "eastday.com": "上海市",
    "jschina.com.cn": "江苏省", "xhby.net": "江苏省", "anhuinews.com": "安徽省", "ahwang.cn": "安徽省",
    "fjsen.com": "福建省", "dahe.cn": "河南省", "hnr.cn": "河南省", "southcn.com": "广东省",
    "gxnews.com.cn": "广西壮族自治区",
    "hinews.cn": "海南省", "cqnews.net": "重庆市", "newssc.org": "四川省", "scol.com.cn": "四川省", "gog.cn": "贵州省",
    "yunnan.cn": "云南省", "xzxw.com": "西藏自治区", "cnwest.com": "陕西省", "qhnews.com": "青海省",
    "nxnews.net": "宁夏回族自治区", "ts.cn": "新疆维吾尔自治区", "enorth.com.cn": "天津市", "qianlong.com": "北京市",
}  # fmt: skip
WITH_PARTS = (
    *(
        "people.com.cn",
        "xinhuanet.com",
        "news.cn",
        "chinanews.com",
        "chinanews.com.cn",
        "cri.cn",
        "cnr.cn",
        "china.com.cn",
    ),
    *("sina.com.cn", "ifeng.com", "qq.com", "sohu.com", "gmw.cn", "youth.cn"),
)
PROVINCE_LETTERS = {
    "js": "江苏省", "jx": "江西省", "fj": "福建省", "he": "河北省", "hb": "湖北省", "hn": "湖南省", "henan": "河南省",
    "sx": "山西省", "sn": "陕西省", "gs": "甘肃省", "gx": "广西壮族自治区", "gz": "贵州省", "xj": "新疆维吾尔自治区",
    "xz": "西藏自治区",
}  # fmt: skip
# What media add to the pinyin of their place: www.jiangyinnews.example.
_OF_MEDIA = re.compile(r"(?:news|online|daily|ribao|rbs?|xww|rmt|fabu|info|net|tv)$")
TOWN_PINYIN = 6  # letters from which the pinyin of a place in the host of another site is hardly a word
LOCAL_OF_163 = "bendi.news.163.com"  # which names the province in the path: /guangdong/25/0208/
# Characters that pypinyin reads as common words have them, and places do not: 江都, 长治, 朝阳, 单县, 马尾, 曾都.
_READINGS = {"都": "du", "长": "chang", "朝": "chao", "单": "shan", "尾": "wei", "曾": "zeng", "什": "shi"}
_READ_OTHERWISE = {"长子": "zhangzi", "六合": "luhe", "南乐": "nanle", "阿图什": "atushi"}
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


def place_of_portal(url: str | None) -> str | None:
    """The province whose news a site brings (zjol.com.cn, gs.people.com.cn), or None."""
    host = host_of(url) or ""
    if host == LOCAL_OF_163:
        return _provinces_by_label().get(url.split(host, 1)[1].strip("/").split("/")[0]) if url else None
    labels = host.split(".")
    for number in range(1, len(labels)):
        domain = ".".join(labels[number:])
        if domain in PORTALS:
            return PORTALS[domain]
        if domain in WITH_PARTS:
            return _provinces_by_label().get(labels[number - 1])
    return PORTALS.get(host)


def place_of_town_site(url: str | None) -> str | None:
    """The city or county whose pinyin is a label of the host of a site that is no government's, or None."""
    host = host_of(url) or ""
    if not host or host.endswith(GOVERNMENT):
        return None
    labels = (_OF_MEDIA.sub("", label) for label in host.split(".")[:-1])
    found = [_by_label()[label] for label in labels if len(label) >= TOWN_PINYIN and label in _by_label()]
    return next((path for path in found if "/" in path), None)


@cache
def _provinces_by_label() -> dict[str, str]:
    """What stands for a province in an address: its pinyin, or the letters of SHORT_FORMS."""
    found = {p: paths[0] for p, paths in _by_pinyin("province").items() if len(paths) == 1}
    return found | PROVINCE_LETTERS | {label: path for label, path in SHORT_FORMS.items() if "/" not in path}


@cache
def _own_pinyin() -> dict[str, str]:
    """Pinyin of counties as governments have it right before .gov.cn (wei: 魏县), with what the counties share."""
    found = {p: paths for p, paths in _by_pinyin("county").items() if len(p) >= OWN_PINYIN}
    for region in regions():
        pinyin = _pinyin(region.name[:1])
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
            found[_pinyin(region.short_names[0])].append(region.path)
    return found


def _pinyin(name: str) -> str:
    """The pinyin of a place, as hosts have it. Of characters with several readings, the one that places have."""
    read = (_READINGS.get(character, pinyin) for character, pinyin in zip(name, lazy_pinyin(name), strict=True))
    return _READ_OTHERWISE.get(name) or "".join(read)
