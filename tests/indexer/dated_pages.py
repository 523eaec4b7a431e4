"""Pages to date: a title, two paragraphs, and whatever a test puts above, below and beside them."""

from __future__ import annotations

import datetime as dt

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document, Evidence

TODAY = dt.date(2024, 6, 1)
TITLE = "云岭市召开园区高质量发展推进会议"
TEXT = (
    "近日，云岭市召开园区高质量发展推进会议，总结今年以来的工作，分析面临的形势，安排部署下一阶段的任务。",
    "会议指出，各县区、各园区要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标。",
)


def document(content: str, url: str | None = None, kind: str = "text", **hints: str) -> Document:
    """The document of a page, as of TODAY."""
    made = process(RawPage(content, "page", url, kind, Hints(**hints)), TODAY)
    assert isinstance(made, Document), made
    return made


def text(above: str = "", below: str = "") -> str:
    """A page of bare text with lines above and below its two paragraphs."""
    return "\n".join(line for line in (TITLE, above, *TEXT, below) if line)


def html(head: str = "", above: str = "", body: str = "", below: str = "") -> str:
    """The same page in HTML."""
    inner = body or "".join(f"<p>{p}</p>" for p in TEXT)
    return f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{above}{inner}{below}</body></html>"


def published(content: str, url: str | None = None, kind: str = "text", **hints: str) -> str | None:
    """The date of publication of a page in ISO form, with its precision unless that is the day."""
    made = document(content, url, kind, **hints)
    if made.published is None:
        return None
    exact = made.published_precision == "day"
    return made.published.isoformat() + ("" if exact else f" {made.published_precision}")


def proof(content: str, url: str | None = None, kind: str = "text", **hints: str) -> Evidence:
    """The evidence of the date of publication."""
    [evidence] = [e for e in document(content, url, kind, **hints).evidence if e.fact == "published"]
    return evidence
