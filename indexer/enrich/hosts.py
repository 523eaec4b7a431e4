"""Which place's government runs a site: its host names the place in pinyin (pingliang.gov.cn) or a known short form."""

from __future__ import annotations

from collections import Counter
from functools import cache

from pypinyin import lazy_pinyin

from indexer.page import host_of
from lexicon import regions

GOVERNMENT = ".gov.cn"
# Hosts of provincial governments that are not the pinyin of the province.
SHORT_FORMS = {
    "ah": "安徽省",
    "bj": "北京市",
    "cq": "重庆市",
    "gd": "广东省",
    "gxzf": "广西壮族自治区",
    "hlj": "黑龙江省",
    "jl": "吉林省",
    "ln": "辽宁省",
    "nmg": "内蒙古自治区",
    "nx": "宁夏回族自治区",
    "sc": "四川省",
    "sd": "山东省",
    "sh": "上海市",
    "shaanxi": "陕西省",
    "tj": "天津市",
    "yn": "云南省",
    "zj": "浙江省",
}


def place_of_host(url: str | None) -> str | None:
    """The region path of a government site's address, or None: other sites, and names that several places share."""
    host = host_of(url)
    if not host or not host.endswith(GOVERNMENT):
        return None
    labels = host.removesuffix(GOVERNMENT).split(".")
    found = [path for label in labels if (path := _by_label().get(label))]
    return max(found, key=lambda path: path.count("/"), default=None)


@cache
def _by_label() -> dict[str, str]:
    """Pinyin of provinces and cities without their generic part, where it means one place only."""
    names = [
        ("".join(lazy_pinyin(region.short_names[0])), region.path)
        for region in regions()
        if region.level in ("province", "city") and region.short_names
    ]
    counts = Counter(pinyin for pinyin, _ in names)
    found = {pinyin: path for pinyin, path in names if counts[pinyin] == 1}
    # 吉林 is province and city, 山西 is shanxi and 陕西 is written shaanxi: the province's site has the plain name.
    return found | {"jilin": "吉林省", "shanxi": "山西省"} | SHORT_FORMS
