"""What the pipeline makes of each page, for a person or a program to check; needs no Elasticsearch."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from indexer.enrich.slogan_candidates import CANDIDATE
from indexer.page import Skipped
from indexer.pipeline import process
from indexer.readers import read_paths
from indexer.repeats import learn_repeats
from mappings import Document, Evidence

FACT_NAMES = {
    "title": "标题",
    "published": "日期",
    "outlet": "来源",
    "site": "网站",
    "region": "地区",
    "park": "园区",
    "industry": "行业",
    "slogan": "口号",
    "kind": "类型",
    "document_number": "文号",
}
SHOWN_TEXT = 200  # characters of the text that are shown at either end
SHOWN_REMOVED = 40


def inspect_paths(paths: Iterable[Path]) -> Iterator[Document | Skipped]:
    """The document of every page, or why it becomes none, in the order given. Raises UserError for a missing path."""
    today = dt.date.today()
    paths = list(paths)
    for item in learn_repeats(read_paths(paths)).mark(read_paths(paths)):
        yield item if isinstance(item, Skipped) else process(item, today)


def count_candidates(paths: Iterable[Path]) -> list[tuple[str, int, str, str]]:
    """Words that look like slogans and stand in no table, by the number of documents that have them.

    Each with the rule that found it and the words around it in the first document. Raises UserError for a missing path.
    """
    counts: Counter[str] = Counter()
    first: dict[str, Evidence] = {}
    for result in inspect_paths(paths):
        for found in result.evidence if isinstance(result, Document) else ():
            if found.fact == CANDIDATE:
                counts[found.value] += 1
                first.setdefault(found.value, found)
    return [(name, count, first[name].rule, first[name].text) for name, count in counts.most_common()]


def as_json_line(result: Document | Skipped) -> str:
    """A page's result as one line of JSON: all fields with evidence, removed lines and repairs; or path and reason."""
    if isinstance(result, Skipped):
        return json.dumps({"path": result.path, "skipped": result.reason}, ensure_ascii=False)
    return json.dumps(result.as_json(), ensure_ascii=False)


def as_text(result: Document | Skipped) -> str:
    """A page's result as lines to read."""
    if isinstance(result, Skipped):
        return f"✗ {result.path}\n  跳过：{result.reason}"
    lines = [f"● {result.path}"]
    values: dict[str, Any] = result.as_json()
    for name, label in FACT_NAMES.items():
        value = values[name]
        shown = "、".join(value) if isinstance(value, tuple | list) else value
        lines.append(f"  {label}  {shown or '未知'}")
        lines += [f"        ← {e.value}：{e.text}（{e.where}，{e.rule}）" for e in result.evidence if e.fact == name]
    candidates = [e for e in result.evidence if e.fact == CANDIDATE]
    if candidates:
        lines.append(f"  口号候选  {'、'.join(e.value for e in candidates)}（词表里没有，不算口号）")
        lines += [f"        ← {e.value}：{e.text}（{e.where}，{e.rule}）" for e in candidates]
    lines.append(f"  正文  {len(result.body):,} 字：{_ends(result.body)}")
    if result.repairs:
        lines.append(f"  修复  {len(result.repairs)} 处")
        lines += [
            f"        {r.before} → {r.after}{'' if r.accepted else '（存疑）'}" for r in result.repairs[:SHOWN_REMOVED]
        ]
    if result.removed:
        lines.append(f"  去除  {len(result.removed)} 行")
        lines += [f"        [{r.reason}] {r.text[:80]}" for r in result.removed[:SHOWN_REMOVED]]
    return "\n".join(lines)


def _ends(text: str) -> str:
    flat = text.replace("\n", " ⏎ ")
    return flat if len(flat) <= 2 * SHOWN_TEXT else f"{flat[:SHOWN_TEXT]} …… {flat[-SHOWN_TEXT:]}"
