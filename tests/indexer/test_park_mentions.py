"""Parks that a text is about, told from those it names in passing, and the words for a park that stand alone."""

from __future__ import annotations

import pytest

from tests.indexer.place_pages import document

FILLER = "会议强调，要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"


def parks(title: str, *lines: str) -> list[str]:
    return list(document(title, *lines, FILLER).park)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        # Where companies are, on a province's list.
        (
            "关于公布省级绿色工厂名单的通知",
            [
                "各市工业和信息化局：",
                "1.迁安高新区某某新材料有限公司",
                "2.沧州临港经济技术开发区某某化工有限公司",
                "河北省工业和信息化厅",
                "2022年12月6日",
            ],
        ),
        # One of a province's many, once.
        (
            "关于加快生物医药发展的政策",
            ["各市人民政府，省政府各部门：", "支持石家庄高新区开展试点。", "河北省人民政府办公厅", "2023年4月6日"],
        ),
        # A zone that is a whole province, in national news.
        ("国务院常务会议部署稳外贸措施", ["会议指出，支持海南自由贸易港先行先试。"]),
        # Words between place and park that are no name.
        ("县委书记调研工业园区", ["近日，永新县委书记深入工业园区调研。"]),
        # A county does not mean the city's zone.
        ("工业园区项目开工", ["平泉市在高新区举行开工仪式，平泉市领导参加。高新区管委会主任汇报，高新区将做好服务。"]),
    ],
)
def test_in_passing(title: str, lines: list[str]) -> None:
    assert parks(title, *lines) == []


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        ("高新区召开安全生产会议", ["8月2日，高新区召开会议，襄阳市应急管理局到会指导。"], ["襄阳高新技术产业开发区"]),
        (
            "海南洋浦加快建设自贸港",
            ["海南自由贸易港建设五年，儋州市洋浦经济开发区先行，洋浦经济开发区企业增收。"],
            ["海南洋浦经济开发区"],
        ),
        (
            "江津区白沙工业园招大引强",
            ["今年以来，江津白沙工业园签约项目十七个，重庆市江津区领导到场。"],
            ["江津区白沙工业园"],
        ),
        ("东川工业园区产线投产", ["西宁经济技术开发区东川工业园区产线投产，西宁市领导参加。"], ["东川工业园区"]),
    ],
)
def test_about(title: str, lines: list[str], expected: list[str]) -> None:
    assert parks(title, *lines) == expected


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        # Short forms that always stand for the same long one.
        ("丹阳高新区开工", ["丹阳高新区举行开工仪式，丹阳市领导出席。"], ["丹阳高新技术产业开发区"]),
        # Built by one place in another; a rank in brackets is no place.
        (
            "山海协作结硕果",
            ["晋江(安溪)工业园区加快建设，安溪县领导到晋江(安溪)工业园区调研。"],
            ["晋江(安溪)工业园区"],
        ),
        # The place in front once more, by its full name, and the city it lies in.
        ("开展清零行动", ["达拉特旗达拉特经济开发区开展行动，达拉特经济开发区管委会部署。"], ["达拉特经济开发区"]),
        # A name that is also a word is a place before a sure word for a park.
        ("水城经济开发区升级", ["水城经济开发区发展铝加工，六盘水市水城区领导出席。"], ["水城经济开发区"]),
        # The name by which the page begins, without a place.
        ("柳荫科技产业园三期投用", ["柳荫科技产业园三期项目已投用，签约企业九家。"], ["柳荫科技产业园"]),
        ("星火电子信息产业园开园", ["星火电子信息产业园开园，二十家企业入驻。"], ["星火电子信息产业园"]),
        ("新能源汽车产业园开园", ["新能源汽车产业园开园，二十家企业入驻。"], []),
        # Once, or with no name of its own.
        ("柳荫科技产业园三期投用", ["三期项目已投用，签约企业九家。"], []),
        ("现代农业产业园建设", ["现代农业产业园建设加快，现代农业产业园提质。"], []),
    ],
)
def test_named_in_full(title: str, lines: list[str], expected: list[str]) -> None:
    assert parks(title, *lines) == expected
