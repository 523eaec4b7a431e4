"""What the tests of cleaning share: a page of three paragraphs, and what becomes of it."""

from __future__ import annotations

import datetime as dt

from indexer import RawPage, Skipped, process
from mappings import Document

TODAY = dt.date(2026, 1, 1)
TITLE = "云岭市召开园区高质量发展推进会议"
PARAGRAPHS = (
    "近日，云岭市召开园区高质量发展推进会议，总结今年以来的工作，分析面临的形势，安排部署下一阶段的任务。",
    "会议指出，各县区、各园区要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标。",
    "会议要求，有关部门要靠前服务，帮助企业解决用工、用地、用能等方面的困难，推动项目早开工、早投产、早见效。",
)


def page(top: str = "", bottom: str = "", inside: str = "") -> str:
    first, *rest = PARAGRAPHS
    text = f"<p>{first}</p>{inside}" + "".join(f"<p>{p}</p>" for p in rest)
    return (
        f"<html><head><title>{TITLE}_云岭市人民政府</title></head><body>{top}<h1>{TITLE}</h1>"
        f"<div class='text'>{text}</div>{bottom}</body></html>"
    )


def raw_page(text: str) -> RawPage:
    """A page as it comes in: HTML when it begins with a tag, else bare text."""
    html = text.startswith("<")
    return RawPage(text, "page.html" if html else "page.txt", kind="html" if html else "text")


def cleaned(source: str, kind: str = "html") -> Document:
    document = process(RawPage(source, "page", kind=kind), TODAY)
    assert isinstance(document, Document), document
    return document


def skipped(source: str, kind: str = "html") -> str:
    result = process(RawPage(source, "page", kind=kind), TODAY)
    assert isinstance(result, Skipped), result
    return result.reason
