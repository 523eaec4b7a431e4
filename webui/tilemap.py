"""China's provinces as equal squares, placed roughly where they lie: a map that every province can be read on."""

from __future__ import annotations

from dataclasses import dataclass

TILE, GAP = 44, 4  # units of the drawing
SHORT = {"内蒙古自治区": "内蒙古", "黑龙江省": "黑龙江"}  # two characters elsewhere
# Column and row of each province.
PLACES = {
    "黑龙江省": (8, 0),
    "内蒙古自治区": (5, 1), "吉林省": (8, 1),
    "新疆维吾尔自治区": (0, 2), "北京市": (6, 2), "天津市": (7, 2), "辽宁省": (8, 2),
    "甘肃省": (2, 3), "宁夏回族自治区": (3, 3), "陕西省": (4, 3), "山西省": (5, 3), "河北省": (6, 3), "山东省": (7, 3),
    "青海省": (1, 4), "四川省": (3, 4), "湖北省": (4, 4), "河南省": (5, 4), "安徽省": (6, 4), "江苏省": (7, 4),
    "西藏自治区": (1, 5), "重庆市": (3, 5), "湖南省": (4, 5), "江西省": (5, 5), "浙江省": (6, 5), "上海市": (7, 5),
    "云南省": (2, 6), "贵州省": (3, 6), "广西壮族自治区": (4, 6), "广东省": (5, 6), "福建省": (6, 6), "台湾省": (7, 6),
    "海南省": (4, 7), "澳门特别行政区": (5, 7), "香港特别行政区": (6, 7),
}  # fmt: skip
COLUMNS, ROWS = 9, 8


@dataclass(frozen=True)
class Tile:
    """A province on the map; `x` and `y` are its upper left corner."""

    place: str
    label: str
    x: int
    y: int


def tiles() -> tuple[Tile, ...]:
    """All provinces."""
    step = TILE + GAP
    return tuple(Tile(p, SHORT.get(p, p[:2]), column * step, row * step) for p, (column, row) in PLACES.items())


def view_box() -> str:
    """The frame of the drawing."""
    step = TILE + GAP
    return f"0 0 {COLUMNS * step - GAP} {ROWS * step - GAP}"
