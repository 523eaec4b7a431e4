"""A question and its address: what is read, what is refused, and one address for one search."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UserError
from search.question import EXCLUSIONS, FACETS, MATCHES, MAX_WINDOW, SORTS, UNKNOWN, Question


def read(address: str) -> Question:
    return Question.from_params(parse_qsl(address, keep_blank_values=True))


def test_everything_in_an_address_is_read() -> None:
    question = read(
        "q=招商&region=甘肃省&region=陕西省&year=2020-2023&kind=政策&match=all&sort=newest&page=3&size=50&x=1"
    )
    assert question == Question(
        query="招商",
        region=("甘肃省", "陕西省"),
        year=("2020-2023",),
        kind=("政策",),
        match="all",
        sort="newest",
        page=3,
        size=50,
    )


def test_nothing_in_an_address_is_the_default() -> None:
    assert read("") == Question() == read("q=&region=&year=&page=&size=&sort=&match=")
    assert Question().to_query_string() == ""


def test_one_search_has_one_address() -> None:
    one = read("kind=政策&region=陕西省&region=甘肃省&region=甘肃省&q= 招商 &page=1&size=20&sort=relevance")
    other = read("q=招商&region=甘肃省&region=陕西省&kind=政策")
    assert one == other
    assert one.to_query_string() == other.to_query_string()
    assert [name for name, _ in one.to_params()] == ["q", "region", "region", "kind"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("-1", 1),
        ("0", 1),
        ("abc", 1),
        ("1.5", 1),
        ("２", 2),
        ("7", 7),
        ("9" * 5000, MAX_WINDOW // 20),
        ("-9999999999", 1),
    ],
)
def test_a_page_outside_the_range_is_brought_into_it(page: str, expected: int) -> None:
    assert read(f"page={page}").page == expected


@pytest.mark.parametrize(("size", "expected"), [("0", 1), ("-5", 1), ("abc", 20), ("30", 30), ("1000", 100)])
def test_a_size_outside_the_range_is_brought_into_it(size: str, expected: int) -> None:
    assert read(f"size={size}").size == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2023", "2023"),
        (" 2023年 ", "2023"),
        ("2023-2020", "2020-2023"),
        ("2023-2023", "2023"),
        ("2020—2023", "2020-2023"),
        ("2020-", "2020-"),
        ("-2020", "-2020"),
        (UNKNOWN, UNKNOWN),
    ],
)
def test_a_year_is_read_as_people_write_it(year: str, expected: str) -> None:
    assert Question.from_params([("year", year)]).year == (expected,)


@pytest.mark.parametrize("year", ["abc", "23", "20233", "2023-abc", "-", "0999", "2020-2021-2022"])
def test_what_is_no_year_is_refused_in_a_sentence(year: str) -> None:
    with pytest.raises(UserError, match=rf"年份“{year}”看不懂.*2020-2023") as error:
        Question.from_params([("year", year)])
    assert error.value.message.endswith("。")


@pytest.mark.parametrize(("name", "allowed"), [("sort", SORTS), ("match", MATCHES)])
def test_an_unknown_order_or_way_to_match_is_refused_with_those_that_exist(name: str, allowed: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as error:
        read(f"{name}=abc")
    assert all(value in error.value.message for value in allowed)
    for value in allowed:
        assert getattr(read(f"{name}={value}"), name) == value


def test_a_place_in_an_address_may_be_written_short_when_it_is_one_place() -> None:
    assert read("region=甘肃").region == ("甘肃省",)
    assert read("region=平凉市").region == ("甘肃省/平凉市",)
    assert read("region=甘肃省/平凉市").region == ("甘肃省/平凉市",)
    assert read("region=没有的地方").region == ("没有的地方",)


def test_change_goes_back_to_the_first_page() -> None:
    assert Question(page=5).change(sort="newest") == Question(sort="newest")
    assert Question(page=5).change(page=6).page == 6


def test_toggle_adds_and_removes() -> None:
    chosen = Question(page=5).toggle("kind", "政策")
    assert chosen == Question(kind=("政策",))
    assert chosen.toggle("kind", "政策") == Question()


def test_what_is_chosen_is_no_longer_excluded_and_the_other_way_round() -> None:
    excluded = Question(kind=("政策", "新闻"), page=5).toggle("not_kind", "政策")
    assert excluded == Question(kind=("新闻",), not_kind=("政策",))
    assert excluded.toggle("kind", "政策") == Question(kind=("新闻", "政策"))
    assert excluded.toggle("not_kind", "政策") == Question(kind=("新闻",))
    assert Question().toggle("own", "甘肃省").toggle("own", "甘肃省") == Question()


def test_an_old_address_means_what_it_meant() -> None:
    address = "q=招商&region=甘肃省&year=2020-2023&industry=汽车&slogan=三抓三促&park=a&kind=政策&without=b&match=all"
    question = read(address)
    assert question.to_params() == parse_qsl(address)
    assert question == Question(
        query="招商",
        region=("甘肃省",),
        year=("2020-2023",),
        industry=("汽车",),
        slogan=("三抓三促",),
        park=("a",),
        kind=("政策",),
        without=("b",),
        match="all",
    )


def test_excluded_values_are_read_as_chosen_ones_are() -> None:
    question = read("not_region=甘肃&not_region=未知&not_year=2023年&not_year=2021-2020&not_site=gov.cn&own=平凉市")
    assert question.not_region == ("未知", "甘肃省")
    assert question.not_year == ("2020-2021", "2023")
    assert (question.not_site, question.own) == (("gov.cn",), ("甘肃省/平凉市",))
    with pytest.raises(UserError, match="看不懂"):
        read("not_year=abc")


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("from=2023&to=2024", "2023", "2024"),
        ("from=2023年9月&to=2023-9-5", "2023-09", "2023-09-05"),
        ("from=2024&to=2023", "2023", "2024"),
        ("from=2023-09&to=2023", "2023-09", "2023"),
        ("from=２０２３", "2023", ""),
        ("to=2023-09-05", "", "2023-09-05"),
    ],
)
def test_dates_are_read_as_people_write_them(address: str, first: str, last: str) -> None:
    question = read(address)
    assert (question.date_from, question.date_to) == (first, last)
    assert read(question.to_query_string()) == question


@pytest.mark.parametrize("value", ["abc", "23", "2023-13", "2023-02-30", "2023..2024", "2023-09-05-06"])
def test_what_is_no_date_is_refused_in_a_sentence(value: str) -> None:
    for name in ("from", "to"):
        with pytest.raises(UserError, match=rf"参数 {name} 的日期“{value}”看不懂.*2023-09-05"):
            Question.from_params([(name, value)])


def test_an_unlimited_question_is_the_query_alone() -> None:
    question = read("q=招商&kind=政策&not_site=a&own=甘肃省&from=2023&match=phrase&page=3")
    assert question.unlimited() == Question(query="招商", match="phrase")


NAMES = st.sampled_from(["q", *FACETS, *EXCLUSIONS.values(), "own", "from", "to", "page", "size", "match", "sort", "x"])
VALUES = st.one_of(
    st.text(max_size=20), st.sampled_from(["2023", "2021-05", "未知", "甘肃省", "all", "newest", "3", "50"])
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8))
def test_any_address_is_read_or_refused_and_its_canonical_form_is_stable(pairs: list[tuple[str, str]]) -> None:
    try:
        question = Question.from_params(pairs)
    except UserError:
        return
    again = Question.from_params(parse_qsl(question.to_query_string()))
    assert again == question
    assert again.to_query_string() == question.to_query_string()
