"""The forms in which pages name who they are from."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from mappings import Document

TODAY = dt.date(2026, 1, 1)
TITLE, NAME = "园区召开项目推进会", "雄县融媒体中心"
PARAGRAPHS = (
    "近日，园区召开项目推进会，会议强调要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。",
    "下一步，园区将持续优化服务，推动项目早日投产，为高质量发展贡献力量。各部门负责人参加了会议，并作了发言。",
)


def outlet(above: str, below: str = "") -> str | None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS, below) if paragraph)
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{above}</div><div>{text}</div></body>"
    made = process(RawPage(f"{html}</html>", "page.html", None, "html"), TODAY)
    assert isinstance(made, Document), made
    return made.outlet


@pytest.mark.parametrize(
    "line",
    [
        f"信息来源：[{NAME}]　2023-05-06",
        f"来自：{NAME} 2023-05-06",
        f"<span>2023-05-06</span><span>{NAME}</span><span>浏览：20</span>",
        f"来源/{NAME}",
        f"公众号：{NAME} 2023-05-06",
        f"【来源】{NAME} 【日期】2023-05-06",
        f"信息发布：{NAME} 2023-05-06",
    ],
)
def test_above_the_text(line: str) -> None:
    assert outlet(line) == NAME


@pytest.mark.parametrize(
    "line", [f"（{NAME}供稿）", f"（转自{NAME}）", f"供稿：{NAME}", f"转载自公众号“{NAME}”", f"本文转自：{NAME}"]
)
def test_at_the_end(line: str) -> None:
    assert outlet("2023-05-06", line) == NAME


def test_a_place_or_person_is_no_outlet() -> None:
    assert outlet("来自：绍兴 2023-05-06") is None
    assert outlet("2023-05-06", "（王建军供稿）") is None


def of_text(above: str = "", begin: str = "", below: str = "") -> str | None:
    text = "\n".join((TITLE, *above.split("\n"), begin + PARAGRAPHS[0], PARAGRAPHS[1], *below.split("\n")))
    made = process(RawPage(text, "page.txt", None, "text"), TODAY)
    assert isinstance(made, Document), made
    return made.outlet


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("稿源：云岭日报 编辑：马某", "云岭日报"),
        ("来源: 21世纪经济报道 2023-09-05 16:00", "21世纪经济报道"),
        ("作者：李某 第一财经 2023-09-05", "第一财经"),
        ("南方+ 2023-09-05 10:02", "南方+"),
        ("2023-09-05 07:10:13\n云岭日报", "云岭日报"),
        ("上观新闻\n2023-09-05 06:30:00", "上观新闻"),
        ("投资云岭\n2023-09-05 18:00\n发表于甘肃", "投资云岭"),
        ("2023-09-05 10:25 云岭省人民政府门户网站", "云岭省人民政府门户网站"),
        ("2023年09月05日 07:55   来源：云岭经济网——《云岭经济报》", "云岭经济网"),
        ("□ 云岭日报记者 张某 通讯员 李某 报道", "云岭日报"),
    ],
)
def test_above_a_bare_text(above: str, name: str) -> None:
    assert of_text(above) == name


@pytest.mark.parametrize(
    ("begin", "name"),
    [
        ("红网时刻新闻9月5日讯（记者 张某）", "红网"),
        ("新京报讯（记者 李某）", "新京报"),
        ("苏报讯（苏州日报记者 张某）", "苏州日报"),
    ],
)
def test_first_words(begin: str, name: str) -> None:
    assert of_text(begin=begin) == name


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("（原载《云岭新区报》）", "云岭新区报"),
        ("本文刊载于《中国环境报》2023年9月5日3版", "中国环境报"),
        ("记者 李某\n云岭晚报", "云岭晚报"),
        ("图片来源：视觉中国", None),
        ("数据来源：国家统计局", None),
    ],
)
def test_below_a_bare_text(below: str, name: str | None) -> None:
    assert of_text(below=below) == name


def test_the_account_of_a_post_without_the_author_before_it() -> None:
    above = '<span>小编</span><a id="js_name">云岭发布</a><em>2023-09-05</em>'
    assert outlet(above) == "云岭发布"
