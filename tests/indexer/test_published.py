"""When a page was published: labelled evidence only, and nothing that cannot be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import RawPage, process
from indexer.enrich.dates import is_believable, read_date
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2024, 6, 1)
TITLE = "云岭市召开园区高质量发展推进会议"
TEXT = (
    "近日，云岭市召开园区高质量发展推进会议，总结今年以来的工作，分析面临的形势，安排部署下一阶段的任务。",
    "会议指出，各县区、各园区要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标。",
)


def document(content: str, url: str | None = None, kind: str = "text", **hints: str) -> Document:
    made = process(RawPage(content, "page", url, kind, Hints(**hints)), TODAY)
    assert isinstance(made, Document), made
    return made


def text(above: str = "", below: str = "") -> str:
    return "\n".join(line for line in (TITLE, above, *TEXT, below) if line)


def html(head: str = "", above: str = "", body: str = "") -> str:
    inner = body or "".join(f"<p>{p}</p>" for p in TEXT)
    return f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{above}{inner}</body></html>"


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2023-05-06",
        "发布日期：2023年5月6日 10:20",
        "发布时间：2023/05/06 来源：云岭日报 浏览次数：120",
        "来源：云岭日报 2023-05-06",
        "日期：2023.5.6　点击：12",
        "发布时间:[2023-05-06]",
        "发布日期：二〇二三年五月六日",
        "发布时间：２０２３－０５－０６",
        "2023-05-06 10:20:30 来源：云岭日报",
        "發佈時間：2023-05-06",
    ],
)
def test_a_line_above_the_text(line: str) -> None:
    found = document(text(above=line))
    assert (found.published, found.published_precision, found.year) == (dt.date(2023, 5, 6), "day", 2023)
    [evidence] = [e for e in found.evidence if e.fact == "published"]
    assert evidence.where == "head"
    assert evidence.value == "2023-05-06"


@pytest.mark.parametrize(
    "tag",
    [
        '<meta name="PubDate" content="2023-05-06 10:20">',
        '<meta property="article:published_time" content="2023-05-06T10:20:30+08:00">',
        '<meta name="publishdate" content="20230506">',
    ],
)
def test_a_meta_tag(tag: str) -> None:
    found = document(html(tag), kind="html")
    assert found.published == dt.date(2023, 5, 6)
    assert [e.where for e in found.evidence if e.fact == "published"] == ["meta"]


@pytest.mark.parametrize(
    ("url", "date", "precision"),
    [
        ("https://www.yunling.example/art/2023/5/6/art_12_345.html", "2023-05-06", "day"),
        ("https://www.yunling.example/xw/202305/t20230506_123.html", "2023-05-06", "day"),
        ("https://www.yunling.example/2023-05/06/c_1123.htm", "2023-05-06", "day"),
        ("https://www.yunling.example/xw/20230506/123.html", "2023-05-06", "day"),
        ("https://www.yunling.example/xw/202305/123.html", "2023-05-01", "month"),
        ("https://www.yunling.example/id/2023050612345.html", None, None),
        ("https://www.yunling.example/xw/20231306/123.html", None, None),
    ],
)
def test_an_address(url: str, date: str | None, precision: str | None) -> None:
    found = document(html(), url, "html")
    assert (found.published.isoformat() if found.published else None, found.published_precision) == (date, precision)


@pytest.mark.parametrize(
    ("signature", "date", "precision"),
    [
        ("云岭市人民政府办公室\n2023年5月6日", "2023-05-06", "day"),
        ("云岭市人民政府办公室\n二〇二三年五月六日", "2023-05-06", "day"),
        ("云岭市人民政府办公室\n二○二三年十二月三十一日", "2023-12-31", "day"),
        ("云岭市人民政府\n二０二三年五月十六日", "2023-05-16", "day"),
    ],
)
def test_a_signature(signature: str, date: str, precision: str) -> None:
    found = document(text(below=signature))
    assert found.published is not None
    assert (found.published.isoformat(), found.published_precision) == (date, precision)
    assert [e.rule for e in found.evidence if e.fact == "published"] == ["date of signature"]


def test_the_input_goes_first() -> None:
    found = document(text(above="发布时间：2022-01-02"), published="2023-05-06")
    assert found.published == dt.date(2023, 5, 6)
    assert [e.where for e in found.evidence if e.fact == "published"] == ["input"]


def test_the_date_of_publication_goes_before_other_dates() -> None:
    found = document(text(above="成文日期：2023-04-28 发布日期：2023-05-06", below="2023年4月20日"))
    assert found.published == dt.date(2023, 5, 6)


@pytest.mark.parametrize(
    "mention",
    [
        "2023年5月6日，云岭市召开园区高质量发展推进会议，总结今年以来的工作，安排部署下一阶段的任务。",
        "园区自2015年3月1日成立以来，累计引进企业一百二十家，总投资超过五百亿元，带动就业三万人。",
        "本办法自2024年1月1日起施行，有效期五年，此前有关规定与本办法不一致的，以本办法为准。",
        "会议时间：2023年5月6日，会议地点：云岭市会展中心，请各单位按时参加，不得缺席。",
    ],
)
def test_a_date_that_the_text_mentions_never_counts(mention: str) -> None:
    assert document(f"{TITLE}\n{mention}\n{TEXT[1]}").published is None
    body = f"<p>{mention}</p><p>{TEXT[1]}</p>"
    assert document(html(body=body), kind="html").published is None


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2029-05-06",
        "发布时间：2024-06-03",
        "发布时间：2023-02-30",
        "发布时间：2023-13-01",
        "发布时间：1970-01-01",
        "发布时间：1023-05-06",
        "发布时间：0000-00-00",
        "发布时间：二〇二九年五月六日",
        "发布时间：二〇二三年十三月四十日",
        "报名时间：2023-05-06 至 2023-05-20",
    ],
)
def test_what_cannot_be_a_date_of_publication_is_refused(line: str) -> None:
    assert document(text(above=line)).published is None


def test_a_day_of_grace_for_time_zones() -> None:
    assert document(text(above="发布时间：2024-06-02")).published == dt.date(2024, 6, 2)


@pytest.mark.parametrize(
    ("value", "date", "precision"),
    [
        ("2023", "2023-01-01", "year"),
        ("2023年", "2023-01-01", "year"),
        ("2023-05", "2023-05-01", "month"),
        ("2023年5月", "2023-05-01", "month"),
        ("2023-05-06T10:00:00Z", "2023-05-06", "day"),
        ("20230506", "2023-05-06", "day"),
        ("二〇一九年十月二十日", "2019-10-20", "day"),
        ("二零一九年十月十日", "2019-10-10", "day"),
    ],
)
def test_precision(value: str, date: str, precision: str) -> None:
    read = read_date(value, TODAY)
    assert read is not None
    assert (read.date.isoformat(), read.precision) == (date, precision)


@pytest.mark.parametrize(
    "value", ["", "昨天", "2023050", "12345678901", "99999999", "2023年第5期", "八八八八年八月八日"]
)
def test_no_date(value: str) -> None:
    assert read_date(value, TODAY) is None


@given(st.text(alphabet="0123456789〇一二三十年月日-/.： ２０", max_size=24))
def test_any_text_gives_a_believable_date_or_none(value: str) -> None:
    read = read_date(value, TODAY)
    assert read is None or (is_believable(read.date, TODAY) and read.precision in ("day", "month", "year"))


@given(st.dates(dt.date(1971, 1, 1), TODAY), st.sampled_from(["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y%m%d"]))
def test_a_written_date_comes_back(date: dt.date, form: str) -> None:
    read = read_date(f"（{date.strftime(form)}）", TODAY)
    assert read is not None
    assert read.date == date
