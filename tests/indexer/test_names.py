"""Names of places in running text: words of their own, and not parts of others."""

from __future__ import annotations

import pytest

from indexer.enrich.names import find_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石家庄市长安区今天", ["石家庄市", "长安区"]),
        ("四川宜宾市筠连县山体滑坡", ["四川", "宜宾市", "筠连县"]),
        ("广西南宁青秀山", ["广西", "南宁", "青秀"]),
        ("来到首都北京", ["北京"]),
        ("中共北京市委今天", ["北京市"]),
        ("北京市场监管部门", ["北京"]),
        ("马鞍山市和县", ["马鞍山市", "和县"]),
        ("兰州经开区", ["兰州经开区"]),
    ],
)
def test_names_that_stand_in_a_text(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "在明尼苏达州开枪打伤一名男子",  # 达州
        "海滨城市瓜亚基尔举行会议",  # 滨城
        "红海沿海城市荷台达",  # 海城市
        "设区的市和县级以上人民政府",  # 和县
        "县委副书记、代县长叶青",  # 代县
        "各级党委和政府",  # 和政
        "世界首个",  # 界首
        "以上海拔高度为准",  # 上海
    ],
)
def test_parts_of_other_words(text: str) -> None:
    assert find_names(text) == []


def test_a_name_stands_where_it_is_found() -> None:
    text = "近日，甘肃省平凉市崆峒区召开会议，平凉工业园区参加。"
    for name in find_names(text):
        assert text[name.start : name.end] == name.text


def test_one_place_leads_to_the_next() -> None:
    outer, inner, other = find_names("甘肃省平凉市、庆阳市")
    assert outer.leads_to(inner)
    assert not inner.leads_to(other)
