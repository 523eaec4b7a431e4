"""Who speaks: a text that says 我省 and 省政府 is a province's, one that says 全市 and 各县区 a city's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from indexer.enrich.material import Material

PROVINCE, CITY, COUNTY = 1, 2, 3  # levels, as the number of steps in a region path
LONGEST = 6000  # characters of the text that are listened to
LEAST, CLEAR = 0.7, 2.0  # points that make a voice, and one beyond doubt
OUR, OFFICE, ADDRESSED = 1.0, 0.7, 0.7  # points for 我省, 省政府, 各乡镇
IN_TITLE = 2.0  # for a title that begins with the office: 市政府办公室关于…
SIGNATURE, OF_SIGNATURE = 60, 1.3  # characters at the end of the text where an office signs, and its points
NAMED_OFFICES = 2  # places whose government the text names; more are those that it is about or addressed to
TO_COUNTIES = 0.4  # for 各县（市、区）, whom provinces address too
_LEVELS = {
    **dict.fromkeys(("省", "自治区"), PROVINCE),
    **dict.fromkeys(("市", "州", "盟", "地区", "地"), CITY),
    **dict.fromkeys(("县", "旗", "区"), COUNTY),
}
# A rank among others (全省第7位, 高于全省平均) is no voice of theirs.
_OURS = re.compile(
    r"(?<![于居占列])[我全本](?P<place>(?:省|自治区|市|州|盟)(?![场民(（、各]|第[\d一二三四五六七八九十]|平均|前[\d一二三四五六七八九十列]|排[名位]|首[位个家批]|唯一)|[县旗](?![(（、各级])|区(?![域间分块别各])|(?<!本)地区(?![(（、各]))"
)
_OFFICES = re.compile(
    r"(?P<place>自治区|[省市县区州盟地])(?:委(?![员托派任内])|党委|人民政府|政府|行署|直(?:各|机关|部门|有关|属|单位)|(?<=[市县州盟旗])各(?:有关|部门|单位|委办局|直属|相关)|府(?=各|办|直)"
    r"|(?<=省)[\u4e00-\u9fff]{2,9}?厅|(?<=[市县])(?!场)[\u4e00-\u9fff]{2,9}?(?:局|改革委员会|委员会(?=\n)))"
)
# A title that begins with the office that speaks, without its place.
_TITLE = re.compile(
    r"(?:中共)?(?P<place>自治区|[省市县州])(?:委|人民政府|政府|[\u4e00-\u9fff]{2,12}?[局厅]|[\u4e00-\u9fff]{2,8}?委员会)[^，。]{0,40}?(?:关于|印发)"
)
_SIGNATURE = re.compile(r"\n(?P<office>[\u4e00-\u9fff]{4,30})\s*\n\s*(?:\d{4}年\d|二[〇○零]).{1,12}$")
# What stands before another one's government: 各市政府, 设区的市政府, 省、市政府, 自治区政府, 开发区委, 特别行政区政府.
_OTHERS = frozenset("各县区州市省辖盟设属上跨城的、和或及治发园新原政")
_EACH = re.compile(
    r"各(?:(?P<province>设区市|地级市|市(?:[(（州]|、(?!区)|人民政府|[\u4e00-\u9fff]{2,9}?局)|[州盟]市)"
    r"|(?P<city>县[(（]?市?、?区?[)）]?|市、区|区县|区[(（]?[、县市]|区人民政府|旗县)|(?P<county>(?:[\u4e00-\u9fff]{2,6}[、,，])?(?:乡镇|镇|街道|乡[(（、])))"
)


@dataclass(frozen=True)
class Voice:
    """The level that speaks (1 province, 2 city, 3 county; 0 when none can be heard), and how clearly."""

    level: int
    points: float

    @property
    def clear(self) -> bool:
        """Whether the text speaks for its level more than in passing."""
        return self.points >= CLEAR


SILENT = Voice(0, 0.0)


def voice_of(page: Material, *, autonomous: bool, in_park: bool, named: Collection[str] = ()) -> Voice:
    """The level whose own words the text uses most.

    `autonomous`: 全区 may mean an autonomous region; `in_park`: it may mean a development zone; `named`: the names of
    places on the page, whose governments do not speak when there are many (文昌市政府、琼海市政府、万宁市政府).
    """
    text = f"{page.title_key}\n{page.key[:LONGEST]}"
    points = {PROVINCE: 0.0, CITY: 0.0, COUNTY: 0.0}
    if match := _TITLE.match(page.title_key):
        points[_LEVELS[match["place"]]] += IN_TITLE
    for level, amount in (*_offices(text, named), *_addressed(text), *_signed(page.key)):
        points[level] += amount
    regions = 0  # 我区, 全区
    for match in _OURS.finditer(text):
        if match["place"] == "区":
            regions += 1
        else:
            points[_LEVELS[match["place"]]] += OUR
    if regions and not in_park:
        is_province = autonomous and points[COUNTY] <= points[PROVINCE] + points[CITY]
        points[PROVINCE if is_province else COUNTY] += OUR * regions
    best = max(points, key=lambda level: points[level])
    return Voice(best, points[best]) if points[best] >= LEAST else SILENT


def _offices(text: str, named: Collection[str]) -> Iterator[tuple[int, float]]:
    """The levels of the offices that the text names without their place, and with it where they are few."""
    names, own, of_places = tuple(named), [], set()
    for match in _OFFICES.finditer(text):
        if text[match.start() - 1 : match.start()] in _OTHERS:
            continue
        place = None
        if text.endswith(names, 0, match.end("place")) or text.endswith(names, 0, match.start()):
            place = text[max(0, match.start() - 2) : match.start()]
        own.append((_LEVELS[match["place"]], OFFICE, place))
        of_places.add(place)
    many = len(of_places - {None}) > NAMED_OFFICES
    yield from ((level, points) for level, points, place in own if not (many and place))


def _signed(text: str) -> Iterator[tuple[int, float]]:
    """The level of the office that signs the text, above its date."""
    if match := _SIGNATURE.search(text, max(0, len(text) - SIGNATURE)):
        offices = list(_OFFICES.finditer(match["office"]))
        if offices and match["office"][offices[-1].start() - 1 : offices[-1].start()] not in _OTHERS:
            yield _LEVELS[offices[-1]["place"]], OF_SIGNATURE


def _addressed(text: str) -> Iterator[tuple[int, float]]:
    for match in _EACH.finditer(text):
        if match["province"]:
            yield PROVINCE, ADDRESSED
        elif match["city"]:
            yield CITY, TO_COUNTIES
        else:
            yield COUNTY, ADDRESSED
