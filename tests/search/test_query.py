"""The query language: what is read, how it is printed, and which sentences say what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import QueryError
from search.fields import FIELDS
from search.query import MAX_DEPTH, MAX_TERMS, parse
from search.tree import All, Any, Field, Near, Node, Not, Phrase, Wild, Word, to_text

READINGS: list[tuple[str, Node]] = [
    ("", All()),
    ("   ", All()),
    ("三抓三促", Word("三抓三促")),
    ("招商 引资", All((Word("招商"), Word("引资")))),
    ("招商　引资", All((Word("招商"), Word("引资")))),
    ('"三抓三促"', Phrase("三抓三促")),
    ("“三抓三促”", Phrase("三抓三促")),
    ("＂三抓三促＂", Phrase("三抓三促")),
    ("「三抓三促」", Phrase("三抓三促")),
    ('“三抓三促"', Phrase("三抓三促")),
    ('"三抓三促" "双招双引"', All((Phrase("三抓三促"), Phrase("双招双引")))),
    ("“三抓三促”“双招双引”", All((Phrase("三抓三促"), Phrase("双招双引")))),
    ("“三抓三促”、“双招双引”", All((Phrase("三抓三促"), Phrase("双招双引")))),
    ('"五好"园区', All((Phrase("五好"), Word("园区")))),
    ("“五好”园区", Word("五好”园区")),
    ("以“三抓三促”行动为抓手", Word("以“三抓三促”行动为抓手")),
    ("招商 -引资", All((Word("招商"), Not(Word("引资"))))),
    ("招商 －“营商环境”", All((Word("招商"), Not(Phrase("营商环境"))))),
    ("招商 NOT 引资", All((Word("招商"), Not(Word("引资"))))),
    ("招商 - 引资", All((Word("招商"), Word("引资")))),
    ("招商 --引资", All((Word("招商"), Word("引资")))),
    ("新时代——新征程", Word("新时代——新征程")),
    ("2020-2023", Word("2020-2023")),
    ("招商 OR 引资", Any((Word("招商"), Word("引资")))),
    ("招商|引资｜落地", Any((Word("招商"), Word("引资"), Word("落地")))),
    ("a b OR c d", All((Word("a"), Any((Word("b"), Word("c"))), Word("d")))),
    ("(a b) OR c", Any((All((Word("a"), Word("b"))), Word("c")))),
    ("a （b OR c）", All((Word("a"), Any((Word("b"), Word("c")))))),
    ("-(a b)", Not(All((Word("a"), Word("b"))))),
    ("or and not", All((Word("or"), Word("and"), Word("not")))),
    ("a AND b", All((Word("a"), Word("b")))),
    ("地区:甘肃", Field("region", Word("甘肃"))),
    ("地区：甘肃", Field("region", Word("甘肃"))),
    ("地区： 甘肃", Field("region", Word("甘肃"))),
    ("region:甘肃省/平凉市", Field("region", Word("甘肃省/平凉市"))),
    ("Region:甘肃", Field("region", Word("甘肃"))),
    ("地区:(甘肃 OR 陕西)", Field("region", Any((Word("甘肃"), Word("陕西"))))),
    ("地区:甘肃 OR 陕西", Any((Field("region", Word("甘肃")), Word("陕西")))),
    ("-地区:甘肃", Not(Field("region", Word("甘肃")))),
    ("年份:2023", Field("year", Word("2023"))),
    ("年份：２０２０—２０２３年", Field("year", Word("2020-2023"))),
    ("年份:2023-2020", Field("year", Word("2020-2023"))),
    ("年份:2020至2023", Field("year", Word("2020-2023"))),
    ("年份:2020..2023", Field("year", Word("2020-2023"))),
    ("年份:2020-", Field("year", Word("2020-"))),
    ("年份:-2020", Field("year", Word("-2020"))),
    ("年份:..2020", Field("year", Word("-2020"))),
    ("年份:未知", Field("year", Word("未知"))),
    ("年份:(2020 OR 2022)", Field("year", Any((Word("2020"), Word("2022"))))),
    ('标题:"项目突破年"', Field("title", Phrase("项目突破年"))),
    ("标题:(招商 -引资)", Field("title", All((Word("招商"), Not(Word("引资")))))),
    ("标题:《关于招商的通知》", Field("title", Word("关于招商的通知"))),
    ("文号:甘政发〔2023〕12号", Field("document_number", Word("甘政发〔2023〕12号"))),
    ("文号:甘政发(2023)12号", Field("document_number", Word("甘政发(2023)12号"))),
    ("年份:(..2020 OR 2022)", Field("year", Any((Word("-2020"), Word("2022"))))),
    ("日期:2023", Field("date", Word("2023"))),
    ("日期：2023年9月", Field("date", Word("2023-09"))),
    ("date:2023-9-5", Field("date", Word("2023-09-05"))),
    ("日期:2023-09..2023-12", Field("date", Word("2023-09..2023-12"))),
    ("日期:2023年9月至2023年12月", Field("date", Word("2023-09..2023-12"))),
    ("日期:2023-12..2023-09", Field("date", Word("2023-09..2023-12"))),
    ("日期:2020-2023", Field("date", Word("2020..2023"))),
    ("日期:2023-09..", Field("date", Word("2023-09.."))),
    ("日期:..2023-12", Field("date", Word("..2023-12"))),
    ("日期:-2023-12", Field("date", Word("..2023-12"))),
    ("日期:(..2020 OR 2023-05)", Field("date", Any((Word("..2020"), Word("2023-05"))))),
    ("-日期:未知", Not(Field("date", Word("未知")))),
    ('"三?三促"', Wild("三?三促")),
    ("三?三促", Wild("三?三促")),
    ('"项目 * 年"', Wild("项目*年")),
    ('"项目*?*年"', Wild("项目?*年")),
    ('"三?，?促"', Wild("三??促")),
    ('"?三抓*"', Phrase("?三抓*")),
    ('"为什么？"', Phrase("为什么？")),
    ("a?b=1", Word("a?b=1")),
    ("https://a.cn/三?x=1", Word("https://a.cn/三?x=1")),
    ('标题:"高*发展"', Field("title", Wild("高*发展"))),
    ('园区:"高*区"', Field("park", Phrase("高*区"))),
    ("同句(招商 高新区)", Near("sentence", (Word("招商"), Word("高新区")))),
    ("同段（“三抓三促” 高新区）", Near("paragraph", (Phrase("三抓三促"), Word("高新区")))),
    ("近10(招商 (高新区 OR 经开区))", Near("near", (Word("招商"), Any((Word("高新区"), Word("经开区")))), 10)),
    ("Sentence(a b)", Near("sentence", (Word("a"), Word("b")))),
    ("paragraph(a b)", Near("paragraph", (Word("a"), Word("b")))),
    ("near5(a b) c", All((Near("near", (Word("a"), Word("b")), 5), Word("c")))),
    ('-同句("三?三促" b)', Not(Near("sentence", (Wild("三?三促"), Word("b"))))),
    ("近10年（2013）", Word("近10年（2013)")),
    ("同句 招商", All((Word("同句"), Word("招商")))),
    ("时间:10 招商", All((Word("时间:10"), Word("招商")))),
    ("https://www.gov.cn/a", Word("https://www.gov.cn/a")),
    ("平凉工业园区(高新区): 坚定不移", All((Word("平凉工业园区(高新区)"), Word("坚定不移")))),
    ("区)域", Word("区、域")),
    ("，。！？", All()),
    ('"，。"', All()),
    ("()", All()),
    ("<script>alert(1)</script>", Word("script>alert(1)</script")),
    ("招商\x00引资", All((Word("招商"), Word("引资")))),
]


@pytest.mark.parametrize(("text", "tree"), READINGS)
def test_reading(text: str, tree: Node) -> None:
    assert parse(text).tree == tree


@pytest.mark.parametrize(("text", "tree"), READINGS)
def test_printing_is_stable(text: str, tree: Node) -> None:
    assert parse(to_text(tree)).tree == tree


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"三抓三促', "引号"),
        ("招商”", None),
        ("“三抓三促", "引号"),
        ("“三抓三促”行动", "引号"),
        ("(招商 引资", "括号"),
        ("招商)", None),
        ("招商 OR", "OR"),
        ("| 招商", "OR"),
        ("a AND b", "AND"),
        ("……！", "没有可以查找"),
        ("", None),
    ],
)
def test_notes_say_what_was_read_otherwise(text: str, said: str | None) -> None:
    notes = parse(text).notes
    assert (said is None and not notes) or any(said and said in note for note in notes)


@pytest.mark.parametrize(
    ("text", "position", "said"),
    [
        ("地区:", 3, "“地区:”后面没有写要查的值"),
        ("招商 地区： ", 6, "“地区：”后面没有写要查的值"),
        ("招商 地区:， OR 引资", 6, "没有写要查的值"),
        ("(标题:)", 4, "没有写要查的值"),
        ("年份:", 3, "没有写要查的值"),
        ("招商 年份:abc", 6, "看不懂年份“abc”"),
        ("年份:23", 3, "看不懂年份“23”"),
        ("年份:0000", 3, "看不懂年份"),
        ("(" * (MAX_DEPTH + 1) + "a", MAX_DEPTH, "括号套得太深"),
        ("网站:" + "a" * 101, 3, "最多 100 个"),
        ("日期:昨天", 3, "看不懂日期“昨天”"),
        ("日期:2023-13", 3, "看不懂日期"),
        ("日期:2023-02-30", 3, "看不懂日期"),
        ("日期:", 3, "没有写要查的值"),
        ("同句(招商)", 3, "2 到 5 个"),
        ("a 同句()", 5, "2 到 5 个"),
        ("同段(a b c d e f)", 3, "2 到 5 个"),
        ("同句(a -b)", 3, "只能写词、短语"),
        ("同句(a 地区:甘肃)", 3, "只能写词、短语"),
        ("同句(a 同段(b c))", 3, "只能写词、短语"),
        ("近0(a b)", 0, "1 到 200 之间"),
        ("近201(a b)", 0, "1 到 200 之间"),
        ('近9("三*促" "项目*年")', 3, "里的 * 太多"),
        ("近9(" + "(a OR b OR c OR d OR e) " * 3 + ")", 3, "太多"),
        ("标题:同句(a b)", 3, "不能写在“标题:”后面"),
        ('"a*b*c*d"', 1, "最多用 2 个 *"),
        ('"三?????????????促"', 1, "最多代表 12 个字"),
        ("字" * 2001, 2000, "最多 2,000 个"),
        (" ".join(f'"{i}"' for i in range(MAX_TERMS + 1)), 491, "最多 100 个"),
    ],
)
def test_errors_say_what_and_where(text: str, position: int, said: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(text)
    assert said in error.value.message
    assert error.value.position == position
    assert error.value.query == text


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("地区:", "地区"),
        ("招商 地区： ", "招商 地区"),
        ("招商 年份:23 园区", "招商 年份:2023 园区"),
        ("年份:去年", "去年"),
        ("招商 日期:2023-13", "招商 2023-13"),
        ("同句(招商)", "(招商)"),
        ("同句(a -b) c", "(a -b) c"),
        ('"a*b*c*d"', '"a b c d"'),
        ("(" * 30 + "招商", "招商"),
        ("字" * 2001, "字" * 200),
    ],
)
def test_an_error_offers_the_nearest_query_that_works(text: str, nearest: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(text)
    assert error.value.suggestion == nearest
    parse(nearest)


def test_a_pasted_text_of_many_words_is_no_error() -> None:
    assert len(parse("字 " * 500).tree.nodes) == 500  # type: ignore[union-attr]


def test_field_names_are_unique() -> None:
    names = [name for field in FIELDS for name in (field.key, field.label)]
    assert len(names) == len(set(names))


OPERATORS = list('"“”＂「」-－|｜()（）:： \u3000\n_，?*.')
NEARNESS = ["同句(", "同段（", "近10(", "near3(", "sentence(", "2023-09..2023-12", '"三?三促"', "a*b"]
NAMES = [f"{name}:" for field in FIELDS for name in (field.key, field.label)]
VALUES = [" OR ", "OR", "NOT ", "AND", "2020", "2020-2023", "三抓", "园区", "a1", "𠮷"]
PIECES = st.sampled_from([*OPERATORS, *NAMES, *VALUES, *NEARNESS])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
def test_any_text_is_read_or_refused_with_a_position(text: str) -> None:
    try:
        tree = parse(text).tree
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        assert error.message.endswith("。")
        if error.suggestion is not None:
            parse(error.suggestion)
        return
    printed = to_text(tree)
    again = parse(printed)
    assert again.tree == tree
    assert to_text(again.tree) == printed
