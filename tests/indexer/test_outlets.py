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
