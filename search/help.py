"""The query language as a table for people; docs/query.md and the help page show the same rows."""

from __future__ import annotations

from dataclasses import dataclass

from engine.message import Message
from search.fields import FIELDS, SCOPES
from search.wild import MOST


@dataclass(frozen=True)
class HelpRow:
    """One thing that can be written in the query box."""

    syntax: str
    example: str
    meaning: str


_OPERATORS = (
    HelpRow(Message("词"), "产业项目", Message("原样出现，或者它的各个词都出现；原样出现的排在前面")),
    HelpRow(
        Message("口号"),
        "三抓三促",
        Message("连同这个口号的其他写法和完整表述一起查，结果上方列出各有几篇，可以逐个去掉"),
    ),
    HelpRow(
        Message("几个词"), "招商引资 高新区", Message("两个词都要出现；三个词以上，全都出现的在前，出现大部分的在后")
    ),
    HelpRow(
        Message("一句话"),
        "平凉工业园区怎样落实三抓三促",
        Message("九个字以上的问题、标题或段落：找含有其中要紧的词的文档，最相关的在前"),
    ),
    HelpRow(Message("“短语”"), '"三抓三促"', Message("必须原样出现；标点、空格、全角半角、繁体简体的差别不计")),
    HelpRow('"三?三促"', '"三?三促"', Message("短语里的 ? 代表一个字，不跨句")),
    HelpRow('"项目*年"', '"项目*年"', Message("短语里的 * 代表 %(most)s 个以内的字，也可以没有，不跨句", most=MOST)),
    HelpRow(Message("-词"), '招商 -"招商银行"', Message("不要出现这个词、短语或条件；减号前有空格，后面没有")),
    HelpRow(Message("OR 或 |"), "双招双引 OR 招商引资", Message("两边的词出现一个就行；OR 要大写，只管它两边的词")),
    HelpRow(Message("（ ）"), '(高新区 OR 经开区) "项目突破年"', Message("括号里的先算")),
)


def query_help() -> tuple[HelpRow, ...]:
    """All rows: first the operators, then those of nearness, then the fields by both their names."""
    scopes = (HelpRow(scope.syntax, scope.example, scope.meaning) for scope in SCOPES.values())
    fields = (
        HelpRow(Message("%(label)s: 或 %(key)s:", label=f.label, key=f.key), f.example, f.meaning) for f in FIELDS
    )
    return (*_OPERATORS, *scopes, *fields)


def help_table() -> str:
    """The rows as a table in Markdown: what docs/query.md holds."""
    lines = ["| 写法 | 例 | 含义 |", "|---|---|---|"]
    for row in query_help():
        cells = (cell.replace("|", "\\|") for cell in (row.syntax, f"`{row.example}`", row.meaning))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
