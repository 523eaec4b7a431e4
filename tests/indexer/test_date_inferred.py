"""Dates that are worked out: from the day of saving, and from the year that all dates of a page share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.page import RawPage
from indexer.readers import read_paths
from tests.indexer.dated_pages import TEXT, TITLE, html, proof, published, text

SAVED = "2023-05-06 10:20"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("今天 09:12", "2023-05-06"),
        ("昨天", "2023-05-05"),
        ("昨天 23:12 来源：云岭日报", "2023-05-05"),
        ("前天 08:00", "2023-05-04"),
        ("发布时间：昨天 09:12", "2023-05-05"),
        ("云岭日报 · 刚刚", "2023-05-06"),
        ("5分钟前 云岭日报", "2023-05-06"),
        ("半小时前", "2023-05-06"),
        ("5小时前 · 云岭日报", "2023-05-06"),
        ("10小时前", "2023-05-06 inferred"),  # ten hours and 59 minutes are also ten hours
        ("23小时前", "2023-05-05"),
        ("3天前", "2023-05-03 inferred"),
        ("三天前 云岭日报", "2023-05-03 inferred"),
        ("3 days ago", "2023-05-03 inferred"),
        ("an hour ago", "2023-05-06"),
        ("yesterday", "2023-05-05"),
        ("發佈於 2小時前", "2023-05-06"),
    ],
)
def test_counted_back_from_the_day_of_saving(line: str, date: str) -> None:
    assert published(text(above=line), crawled=SAVED) == date
    assert published(text(above=line)) is None


def test_hours_without_the_time_of_saving_are_inferred() -> None:
    assert published(text(above="5小时前"), crawled="2023-05-06") == "2023-05-06 inferred"
    assert published(text(above="23小时前"), crawled="2023-05-06") == "2023-05-05 inferred"
    assert published(text(above="昨天"), crawled="2023-05-06") == "2023-05-05"


def test_what_the_input_says_is_counted_back_too() -> None:
    assert published(text(), published="昨天 09:12", crawled=SAVED) == "2023-05-05"
    assert published(text(), published="昨天 09:12") is None


def test_the_evidence_names_both() -> None:
    evidence = proof(text(above="3天前"), crawled=SAVED)
    assert evidence.text == f"3天前 + {SAVED}"
    assert evidence.rule == "relative date"


@pytest.mark.parametrize(
    "line",
    [
        "昨天，市委召开专题会议，研究园区发展。",
        "项目3天前已经开工，预计年底建成投产。",
        "刚刚过去的一年里，园区产值翻了一番。",
        "3周前",
        "两个月前",
    ],
)
def test_what_the_text_tells_is_not_counted_back(line: str) -> None:
    assert published(text(above=line), crawled=SAVED) is None


def test_times_of_comments_are_not_counted_back() -> None:
    below = "<h4>网友评论</h4><p>云岭市网友 3小时前</p><p>支持！</p>"
    assert published(html(below=below), kind="html", crawled=SAVED) is None


@pytest.mark.parametrize(
    "note",
    [
        "<!-- Page saved with SingleFile \n url: https://y.example/12 \n saved date: Sat May 06 2023 10:20:30 -->",
        "<!-- Mirrored from y.example/12.html by HTTrack Website Copier/3.x, Sat, 06 May 2023 02:20:30 GMT -->",
        '<meta name="crawl-date" content="2023-05-06 10:20:30">',
    ],
)
def test_the_note_of_the_program_that_saved_the_page(note: str) -> None:
    page = html(head=note, above="<p>昨天 09:12 来源：云岭日报</p>")
    assert published(page, kind="html") == "2023-05-05"
    assert published(html(head=note), kind="html") is None


def test_nothing_is_later_than_the_day_of_saving() -> None:
    assert published(text(above="发布时间：2023-05-20"), crawled=SAVED) is None
    assert published(text(above="发布时间：2023-05-07"), crawled=SAVED) == "2023-05-07"


@pytest.mark.parametrize(
    "name", ["crawled", "crawl_date", "crawled_at", "fetched", "fetched_at", "抓取时间", "采集时间"]
)
def test_the_fields_of_an_input_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"text": text(above="昨天"), name: SAVED}, ensure_ascii=False), encoding="utf-8")
    [page] = read_paths([path])
    assert isinstance(page, RawPage)
    assert page.hints.crawled == SAVED


@pytest.mark.parametrize(
    ("above", "first", "date"),
    [
        ("发布时间：01-29 10:20", "2023年1月20日，云岭市印发方案，部署全年工作。", "2023-01-29 inferred"),
        ("01-29 10:20 来源：云岭日报", "2023年1月20日，云岭市印发方案，部署全年工作。", "2023-01-29 inferred"),
        ("", "云岭日报1月29日讯（记者李四）2023年1月20日，云岭市印发方案，部署全年工作。", "2023-01-29 inferred"),
        ("", "新华社云岭1月29日电 2023年1月20日，云岭市印发方案，部署全年工作。", "2023-01-29 inferred"),
        # two years; a later day; a later year; no year
        ("发布时间：01-29 10:20", "2023年1月20日和2021年3月5日，云岭市两次印发方案，部署工作。", None),
        ("发布时间：01-29 10:20", "2023年2月20日，云岭市将召开会议，部署全年工作。", None),
        ("发布时间：01-29 10:20", "2021年1月20日，云岭市印发方案，2023年全面完成。", None),
        ("发布时间：01-29 10:20", "云岭市印发方案，部署全年工作，明确目标任务。", None),
        # a day that the text only mentions
        ("", "1月29日，云岭市召开会议。2023年1月20日，云岭市印发方案，部署全年工作。", None),
        ("", "记者从1月29日召开的会议上获悉，2023年1月20日，云岭市印发方案，部署工作。", None),
    ],
)
def test_the_year_from_the_pages_other_dates(above: str, first: str, date: str | None) -> None:
    assert published("\n".join(line for line in (TITLE, above, first, *TEXT) if line)) == date


def test_a_dateline_with_its_year() -> None:
    page = f"{TITLE}\n云岭日报2023年1月29日讯（记者李四）云岭市印发方案，部署全年工作，明确目标任务。\n{TEXT[0]}"
    assert published(page) == "2023-01-29"
    assert proof(page).rule == "dateline"


def test_the_year_of_a_line_and_its_evidence() -> None:
    page = f"{TITLE}\n发布时间：01-29 10:20\n2023年1月20日，云岭市印发方案，部署全年工作。\n{TEXT[0]}"
    assert proof(page).text == "发布时间：01-29 + 2023年1月20日"


def test_the_year_of_a_line_of_time_is_that_of_saving_and_of_the_address() -> None:
    assert published(text(above="发布时间：01-29 10:20"), crawled=SAVED) == "2023-01-29 inferred"
    assert published(text(above="12-29 10:20 来源：云岭日报"), crawled=SAVED) == "2022-12-29 inferred"
    url = "https://www.yunling.example/202301/123.html"
    assert published(text(above="发布时间：01-29 10:20"), url) == "2023-01-29 inferred"


def test_a_signature_without_its_year() -> None:
    page = f"{TITLE}\n2023年1月20日，云岭市印发方案，部署全年工作。\n{TEXT[0]}\n云岭市人民政府办公室\n1月29日"
    assert published(page) == "2023-01-29 inferred"
