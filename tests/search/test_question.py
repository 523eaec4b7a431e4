"""A question and its address: what is read, what is refused, and one address for one search."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UserError
from search.question import FACETS, MATCHES, MAX_WINDOW, SORTS, UNKNOWN, Question


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


NAMES = st.sampled_from(["q", *FACETS, "page", "size", "match", "sort", "other"])
VALUES = st.one_of(st.text(max_size=20), st.sampled_from(["2023", "未知", "甘肃省", "all", "newest", "3", "50"]))


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8))
def test_any_address_is_read_or_refused_and_its_canonical_form_is_stable(pairs: list[tuple[str, str]]) -> None:
    try:
        question = Question.from_params(pairs)
    except UserError:
        return
    again = Question.from_params(parse_qsl(question.to_query_string()))
    assert again == question
    assert again.to_query_string() == question.to_query_string()
