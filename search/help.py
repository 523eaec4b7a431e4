"""The query language as a table for people; docs/query.md and the help page show the same rows."""

from __future__ import annotations

from dataclasses import dataclass

from search.fields import FIELDS


@dataclass(frozen=True)
class HelpRow:
    """One thing that can be written in the query box."""

    syntax: str
    example: str
    meaning: str


_OPERATORS = (
    HelpRow("词", "三抓三促", "原样出现，或者它的各个词都出现；原样出现的排在前面"),
    HelpRow("几个词", "招商引资 高新区", "两个词都要出现；三个词以上，全都出现的在前，出现大部分的在后"),
    HelpRow(
        "一句话",
        "平凉工业园区怎样落实三抓三促",
        "九个字以上的问题、标题或段落：找含有其中要紧的词的文档，最相关的在前",
    ),
    HelpRow("“短语”", '"三抓三促"', "必须原样出现；标点、空格、全角半角、繁体简体的差别不计"),
    HelpRow("-词", '招商 -"招商银行"', "不要出现这个词、短语或条件；减号前有空格，后面没有"),
    HelpRow("OR 或 |", "双招双引 OR 招商引资", "两边的词出现一个就行；OR 要大写，只管它两边的词"),
    HelpRow("（ ）", '(高新区 OR 经开区) "项目突破年"', "括号里的先算"),
)


def query_help() -> tuple[HelpRow, ...]:
    """All rows: first the operators, then the fields by both their names."""
    fields = (HelpRow(f"{f.label}: 或 {f.key}:", f.example, f.meaning) for f in FIELDS)
    return (*_OPERATORS, *fields)
