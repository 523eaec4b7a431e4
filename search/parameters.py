"""The parameters of a search as a table for people: docs/filters.md shows the same rows, in canonical order."""

from __future__ import annotations

from dataclasses import dataclass

from search.base import LABELS
from search.question import EXCLUSIONS, FACETS


@dataclass(frozen=True)
class Parameter:
    """A parameter of an address; `repeatable` ones are alternatives."""

    name: str
    example: str
    meaning: str
    repeatable: bool = False


_VALUES = {
    "region": ("甘肃省/平凉市", "写到这个地区或其中市县的文档；全路径，或只有一处叫这个名字的地名"),
    "year": ("2020-2023", "这些年发布的文档：2023、2020-2023、2020- 或 -2023"),
    "sector": ("服务业", "属于这一大类中任何行业的文档"),
    "industry": ("新能源汽车", "属于这个行业的文档"),
    "slogan": ("三抓三促", "用到这个口号的文档"),
    "park": ("苏州工业园区", "写到这个园区的文档"),
    "kind": ("政策", "新闻、政策、讲话、报告、公告、其他"),
    "outlet": ("甘肃日报", "这家媒体或机构发布的文档，名称须完全相同"),
    "site": ("www.gov.cn", "来自这个域名的文档，须完全相同"),
}


def parameters() -> tuple[Parameter, ...]:
    """All parameters that say which documents a search finds and how they are shown."""
    return (
        Parameter("q", "三抓三促", "检索式，见 query.md"),
        *(Parameter(name, *_VALUES[name], repeatable=True) for name in FACETS),
        Parameter(
            "own", "甘肃省", "只写到这个地区本级、没有写到其下市县的文档；与 region 的各个值并列", repeatable=True
        ),
        *(_exclusion(name) for name in FACETS),
        Parameter("from", "2023-09", "这一天（月、年）起发布的文档：2023、2023-09 或 2023-09-05"),
        Parameter("to", "2023-12-31", "到这一天（月、年）止发布的文档，含当天；写法相同"),
        Parameter("added", "2026-11-22T10:30:00Z", "这一刻之后进入集合的文档"),
        Parameter("without", "碳达峰", "口号的这个写法不算", repeatable=True),
        Parameter("match", "phrase", "auto 含全部词的在前；all 必须含全部词；phrase 各词必须原样出现"),
        Parameter("sort", "newest", "relevance 相关；newest 最新；oldest 最早；added 最近入库"),
        Parameter("copies", "once", "each 每一篇都计数；once 同一文本的多篇转载只计一次"),
        Parameter("page", "2", "第几页"),
        Parameter("size", "50", "每页几篇"),
        Parameter("expand", "0", "0：口号只按写出的样子查"),
    )


def parameter_table() -> str:
    """The rows as a table in Markdown: what docs/filters.md holds."""
    lines = ["| 参数 | 例 | 含义 | 可重复 |", "|---|---|---|---|"]
    lines += [
        f"| `{p.name}` | `{p.name}={p.example}` | {p.meaning} | {'是' if p.repeatable else ''} |" for p in parameters()
    ]
    return "\n".join(lines)


def _exclusion(name: str) -> Parameter:
    example, _ = _VALUES[name]
    return Parameter(EXCLUSIONS[name], example, f"除去{LABELS[name]}为这个值的文档；写法同 {name}", repeatable=True)
