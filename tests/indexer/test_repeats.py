"""Lines that many pages of one site share."""

from __future__ import annotations

from indexer.page import RawPage
from indexer.pipeline import process
from indexer.repeats import learn_repeats
from mappings import Document

SLOGAN = "打造全省最大的园区信息门户，为您提供最全面的招商信息，欢迎各界朋友光临指导。"
HEADING = "一、总体要求"


def _page(number: int, folder: str = "site") -> RawPage:
    text = (
        f"某某园区在线 投资兴业的沃土\n关于第{number}号项目开工的消息\n"
        f"近日，第{number}号项目正式开工，总投资{number + 3}亿元，建成后可带动就业{number * 20 + 50}人。\n{HEADING}\n"
        f"园区管委会将做好第{number}号项目的服务工作，力争年内投产，明年达效，后年再扩建一期。\n{SLOGAN}\n"
    )
    return RawPage(text, f"{folder}/{number}.txt", kind="text")


def _made(page: RawPage, among: list[RawPage]) -> Document:
    (marked,) = learn_repeats(among).mark([page])
    assert isinstance(marked, RawPage)
    document = process(marked)
    assert isinstance(document, Document)
    return document


def test_what_stands_on_every_page_above_and_below_the_text_goes_out() -> None:
    pages = [_page(n) for n in range(8)]
    document = _made(pages[3], pages)
    assert document.title == "关于第3号项目开工的消息"
    assert SLOGAN not in document.body
    assert {r.text for r in document.removed if r.reason == "repeated line"} >= {SLOGAN}


def test_a_heading_inside_every_text_stays() -> None:
    pages = [_page(n) for n in range(8)]
    assert HEADING in _made(pages[3], pages).body


def test_few_pages_teach_nothing() -> None:
    pages = [_page(n) for n in range(3)]
    assert SLOGAN in _made(pages[1], pages).body


def test_each_site_has_its_own_lines() -> None:
    pages = [_page(n) for n in range(8)]
    stranger = _page(9, folder="elsewhere")
    assert SLOGAN in _made(stranger, [*pages, stranger]).body
