"""Whose number a document bears: 冀政发 is Hebei's, 国发 the State Council's, 穗府 Guangzhou's, 平政 that of a city 平…."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from indexer.enrich.voice import CITY, PROVINCE
from lexicon import cities_by_prefix

_NATIONAL = re.compile(
    r"^(?:国[发办函令科药市卫能资林质土税信文统]|中[发办委组宣纪央国华共]|工信|发改|财[税建综政办预农社教金资企会文行库关购法监]|人社|商[办服资建务流市产规]"
    r"|教[办技高职基师发财政学思督人][^育]?|教育部|科[办发]|民[办发函]|司[办发]|公[办发通交]|自然资|环[办发环]|生态环境部|建[办城标村质法市]|住建|交[办规运水公]|水[办利规]"
    r"|农[办业牧机产计]|文旅|卫[办计]|银[发办保]|税[总务]|海关|总局|证监|人力资源|国务院|审计署|最高|主席令|科学技术部|财政部|商务部|交通运输部|水利部|农业农村部)"
)
_PROVINCES = {
    "京": "北京市", "津": "天津市", "冀": "河北省", "晋": "山西省", "内": "内蒙古自治区", "辽": "辽宁省", "吉": "吉林省", "黑": "黑龙江省",
    "沪": "上海市", "苏": "江苏省", "浙": "浙江省", "皖": "安徽省", "闽": "福建省", "赣": "江西省", "鲁": "山东省", "豫": "河南省",
    "鄂": "湖北省", "湘": "湖南省", "粤": "广东省", "桂": "广西壮族自治区", "琼": "海南省", "渝": "重庆市", "川": "四川省", "黔": "贵州省",
    "滇": "云南省", "云": "云南省", "藏": "西藏自治区", "陕": "陕西省", "甘": "甘肃省", "青": "青海省", "宁": "宁夏回族自治区",
    "新": "新疆维吾尔自治区", "贵": "贵州省", "蜀": "四川省", "陇": "甘肃省",
}  # fmt: skip
# Cities whose documents bear another character than their name begins with.
_CITIES = {
    "穗": "广东省/广州市", "榕": "福建省/福州市", "甬": "浙江省/宁波市", "筑": "贵州省/贵阳市", "并": "山西省/太原市", "蓉": "四川省/成都市",
    "潭": "湖南省/湘潭市", "虔": "江西省/赣州市", "洪": "江西省/南昌市", "邕": "广西壮族自治区/南宁市", "锡": "江苏省/无锡市", "淄": "山东省/淄博市",
    "甸": "河北省/唐山市", "禾": "浙江省/嘉兴市", "瓯": "浙江省/温州市", "鹭": "福建省/厦门市",
}  # fmt: skip
LONGEST_PREFIX = 5  # characters of a city's prefix: 六盘水府


def is_national(number: str) -> bool:
    """Whether the number is that of a central authority."""
    return bool(_NATIONAL.match(number))


def is_local(number: str) -> bool:
    """Whether the number is surely that of a province or city."""
    return not is_national(number) and (number[0] in _PROVINCES or number[0] in _CITIES)


def place_of_number(number: str, named: Iterable[str], hinted: Collection[str] = (), level: int = 0) -> str | None:
    """The path of the place whose documents bear such numbers, or None where several may and nothing decides.

    `named` are the paths that the page names most, the most likely first: 青政发 is Qingdao's where the page names
    Qingdao. `hinted` are paths that the site or telephone numbers show, `level` is that of who speaks (0 unknown):
    平政办 is Pingliang's where a telephone number begins with 0933, 抚府 Fuzhou's where a city speaks.
    """
    if is_national(number):
        return None
    named, province = tuple(named), _PROVINCES.get(number[0])
    if level == PROVINCE and province:
        return province
    for path in named:
        if number.startswith(path.rsplit("/", 1)[-1][:1]) and "/" in path:
            return path
    cities = _of_prefix(number)
    known = {*named, *hinted}
    likely = tuple(path for path in cities if path in known) or tuple(p for p in cities if p.split("/")[0] in known)
    if len(likely) == 1:
        return likely[0]
    if level == CITY and cities:
        return cities[0] if len(cities) == 1 else None
    return _CITIES.get(number[0]) or province


def _of_prefix(number: str) -> tuple[str, ...]:
    """The cities whose numbers begin like this one, by the longest prefix of the table."""
    prefixes = (number[:length] for length in range(LONGEST_PREFIX, 1, -1))
    return next((cities_by_prefix()[prefix] for prefix in prefixes if prefix in cities_by_prefix()), ())
