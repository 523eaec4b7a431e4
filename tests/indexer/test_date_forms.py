"""Every way in which pages write a date, and what looks like one and is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.dates import is_believable, numeral, read_date
from tests.indexer.dated_pages import TODAY

DAY = "2023-09-05"


@pytest.mark.parametrize(
    "form",
    [
        "2023-09-05",
        "2023-9-5 10:33:22",
        "2023-09-0510:33",
        "2023-09-05T10:33:22+08:00",
        "2023/9/5",
        "2023/09/05 0:00:00",
        "2023.9.5",
        "2023．09．05",
        "2023—09—05",
        "2023·09·05",
        "2023_09_05",
        "2023年9月5日",
        "2023年09月05日10:33",
        "2023 年 9 月 5 日",
        "2023年9月5号",
        "２０２３－０９－０５",
        "２０２３年９月５日",
        "20230905",
        "20230905103322",
        "20230905T103322",
        "2023 09/05 10:33:22",
        "09-05 2023",
        "二〇二三年九月五日",
        "二○二三年九月五日",
        "二零二三年九月五日",
        "二O二三年九月五日",
        "二0二三年九月五日",
        "二０二三年九月五日",
        "贰零贰叁年玖月伍日",
        "二 〇 二 三 年 九 月 五 日",
        "2023年九月五日",
        "二〇二三年9月5日",
        "民國112年9月5日",
        "民国一一二年九月五日",
        "中華民國一百一十二年九月五日",
        "中华民国一百十二年九月五日",
        "Sep 5, 2023",
        "September 5th, 2023",
        "Sept. 5, 2023",
        "5 September 2023",
        "5-Sep-2023",
        "Tue, 05 Sep 2023 10:33:22 GMT",
        "Tue Sep 05 10:33:22 CST 2023",
        "5.9.2023",
        "1693900000",
        "1693900000000",
    ],
)
def test_a_day(form: str) -> None:
    read = read_date(form, TODAY)
    assert read is not None
    assert (read.date.isoformat(), read.precision) == (DAY, "day")


@pytest.mark.parametrize(
    ("form", "date"),
    [
        ("二〇二二年十二月三十一日", "2022-12-31"),
        ("二〇二三年十月廿五日", "2023-10-25"),
        ("二〇二三年元月十日", "2023-01-10"),
        ("一九九八年六月二日", "1998-06-02"),
        ("25/9/2023", "2023-09-25"),
        ("9/25/2023", "2023-09-25"),
        ("05/05/2023", "2023-05-05"),
    ],
)
def test_other_days(form: str, date: str) -> None:
    read = read_date(form, TODAY)
    assert read is not None
    assert read.date.isoformat() == date


@pytest.mark.parametrize(
    ("form", "date", "precision"),
    [
        ("2023", "2023-01-01", "year"),
        ("2023年", "2023-01-01", "year"),
        ("二〇二三年", "2023-01-01", "year"),
        ("2023-05", "2023-05-01", "month"),
        ("2023年5月", "2023-05-01", "month"),
        ("二〇二三年五月", "2023-05-01", "month"),
        ("May 2023", "2023-05-01", "month"),
    ],
)
def test_less_than_a_day(form: str, date: str, precision: str) -> None:
    read = read_date(form, TODAY)
    assert read is not None
    assert (read.date.isoformat(), read.precision) == (date, precision)


@pytest.mark.parametrize(
    "form",
    [
        "",
        "昨天",
        "2023050",
        "12345678901",
        "99999999",
        "2023年第5期",
        "八八八八年八月八日",
        "05/09/2023",  # 5 September or 9 May
        "2023-13-05",
        "2023-02-30",
        "2023年5-6月",
        "二〇二三年九月初五",
        "12023-09-05",
        "1970-01-01",
        "1969-12-31",
        "1900-01-01",
        "0001-01-01",
        "2024-06-03",
        "2024年6月5日",
        "二〇二九年五月六日",
        "民國38年5月1日",
        "民國二年五月一日",
        "113-05-20",  # only where the page counts by the Republic
        "23-09-05",
        "192.168.1.10",
        "0931-8430123",
    ],
)
def test_no_date(form: str) -> None:
    assert read_date(form, TODAY) is None


@pytest.mark.parametrize("form", ["112-09-05", "112/9/5", "112.09.05", "112年9月5日", "民國112年9月5日"])
def test_the_republics_calendar(form: str) -> None:
    read = read_date(form, TODAY, roc=True)
    assert read is not None
    assert read.date.isoformat() == DAY


@pytest.mark.parametrize("form", ["02-2345-6789", "38-05-01", "113-13-20", "113-05-20-7"])
def test_what_is_no_date_of_the_republic(form: str) -> None:
    assert read_date(form, TODAY, roc=True) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("三十一", 31), ("廿五", 25), ("卅", 30), ("元", 1)),
        *(("〇九", 9), ("二〇二三", 2023), ("一百一十三", 113), ("一百零三", 103), ("九十九", 99), ("拾贰", 12)),
        *(("二十一二", 0), ("年", 0), ("", 0)),
    ],
)
def test_numerals(text: str, value: int) -> None:
    assert numeral(text) == value


@given(st.text(alphabet="0123456789〇一二三十年月日-/.： ２０SepMay,民国百", max_size=24), st.booleans())
def test_any_text_gives_a_believable_date_or_none(value: str, roc: bool) -> None:
    read = read_date(value, TODAY, roc=roc)
    assert read is None or (is_believable(read.date, TODAY) and read.precision in ("day", "month", "year"))


@given(
    st.dates(dt.date(1971, 1, 1), TODAY),
    st.sampled_from(["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y%m%d", "%b %d, %Y", "%d.%m.%Y", "%Y.%m.%d %H:%M"]),
)
def test_a_written_date_comes_back(date: dt.date, form: str) -> None:
    read = read_date(f"（{date.strftime(form)}）", TODAY)
    assert read is not None
    assert read.date == date
