"""Words that look like slogans and stand in no table: found for whoever edits the table, never taken for slogans."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer import RawPage, process
from mappings import Document
from parknews import main

BEFORE = "近日，云岭经开区召开全体干部大会，总结上半年工作，安排部署下半年重点任务，有关负责同志参加会议。\n会议要求，"
BEHIND = "，推动园区高质量发展不断取得新的成效，确保全年目标任务顺利完成。"


def document(words: str) -> Document:
    made = process(RawPage(f"云岭经开区召开干部大会\n{BEFORE}{words}{BEHIND}", "page.txt", kind="text"))
    assert isinstance(made, Document), made
    return made


def candidates(words: str) -> list[str]:
    return [e.value for e in document(words).evidence if e.fact == "slogan_candidate"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("扎实开展四问四促", "四问四促"),
        ("坚持双链双赋", "双链双赋"),
        ("落实三统筹三扩大", "三统筹三扩大"),
        ("加快构建一核两带三区", "一核两带三区"),
        ("加快构建一核、两带", None),
        ("实行一企一专班", "一企一专班"),
        ("深入实施“千企腾飞”行动", "千企腾飞"),
        ("大力弘扬“马上就办、办就办好”作风，践行“八个在一线”工作法", "八个在一线"),
        ("开展“项目争速年”活动", "项目争速年"),
        ("扎实开展园区提质增效年活动", "园区提质增效年"),
        ("推行“领办代办+并联审查”模式", "领办代办+并联审查"),
    ],
)
def test_a_candidate_is_found_and_is_no_slogan(words: str, name: str | None) -> None:
    found = document(words)
    assert [e.value for e in found.evidence if e.fact == "slogan_candidate"] == ([name] if name else [])
    assert name not in found.slogan


@pytest.mark.parametrize(
    "words",
    [
        "开展“三抓三促”行动",  # in the table
        "落实“双碳”目标",
        "两年两次",
        "三天三夜连续施工",
        "三县三区共同推进",
        "两国两党领导人出席",
        "一心一意谋发展",
        "五湖四海的客商",
        "支持“云岭科技”公司上市",
        "在“云岭发布”微信公众号公开",
        "阅读《园区志》和“十四五”规划",
        "他说：“我们一定会把项目建设好。”",
    ],
)
def test_what_only_looks_like_one(words: str) -> None:
    assert candidates(words) == []


def test_each_is_named_once_and_no_more_than_twelve() -> None:
    many = "，".join(f"开展“{n}字头攻坚”行动" for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯")
    assert len(candidates(f"{many}，{many}")) == 12


def test_the_command_counts_them(tmp_path: Path) -> None:
    for number in range(3):
        text = f"云岭经开区召开第{number}次会议\n{BEFORE}扎实开展四问四促{BEHIND}"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(main, ["candidates", str(tmp_path)])
    assert shown.exit_code == 0, shown.output
    assert shown.output.splitlines()[0] == "name,documents,rule,words"
    assert shown.output.splitlines()[1].startswith("四问四促,3,numbered form,")
