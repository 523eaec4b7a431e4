"""An answer as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from search.answer import Answer, FacetValue, Hit, Span

MARK, PLAIN, BOLD, DIM = "\x1b[33;1m", "\x1b[0m", "\x1b[1m", "\x1b[2m"
SHOWN_VALUES = 8  # of each facet
FACET_NAMES = {
    "region": "地区",
    "year": "年份",
    "sector": "行业大类",
    "industry": "行业",
    "slogan": "口号",
    "park": "园区",
    "kind": "类型",
    "outlet": "来源",
    "site": "网站",
}
MATCHED = {"phrase": "原文连写", "words": "含全部词", "some": "含部分词", "all": ""}


def as_lines(answer: Answer, *, colour: bool) -> Iterator[str]:
    """The hits with their snippets, then the facets. Without colour, hits stand in 【】."""
    texts = f"，{answer.texts:,} 个文本" if answer.texts != answer.total else ""
    yield f"共 {answer.total:,} 篇{texts}（第 {answer.page}/{answer.pages} 页，{answer.took_ms} 毫秒）"
    yield from answer.notes
    for number, hit in enumerate(answer.hits, 1 + (answer.page - 1) * answer.size):
        yield ""
        yield from _hit(number, hit, colour)
    yield ""
    for name, values in answer.facets.items():
        if shown := [
            f"{'-' if v.excluded else ''}{v.label or v.value} {v.count:,}" for v in _flat(values)[:SHOWN_VALUES]
        ]:
            yield f"{FACET_NAMES.get(name, name)}：{'，'.join(shown)}"


def _hit(number: int, hit: Hit, colour: bool) -> Iterator[str]:
    title = _text(hit.title, colour) or "（无标题）"
    yield f"{number}. {BOLD}{title}{PLAIN}" if colour else f"{number}. {title}"
    facts = (
        hit.published.isoformat() if hit.published else "日期未知",
        hit.region[-1] if hit.region else "地区未知",
        hit.outlet or "",
        hit.kind or "",
        "、".join(hit.slogan),
        MATCHED.get(hit.matched, ""),
    )
    line = "   " + " · ".join(fact for fact in facts if fact)
    yield f"{DIM}{line}{PLAIN}" if colour else line
    yield from (f"   … {_text(snippet, colour)} …" for snippet in hit.snippets)
    yield f"   {hit.url or hit.path}" + (f"　另有 {hit.copies:,} 篇同文" if hit.copies else "")


def _text(spans: tuple[Span, ...], colour: bool) -> str:
    before, after = (MARK, PLAIN) if colour else ("【", "】")
    return "".join(f"{before}{s.text}{after}" if s.marked else s.text for s in spans).replace("\n", " ")


def _flat(values: tuple[FacetValue, ...]) -> list[FacetValue]:
    """The values of a facet; of places, the provinces."""
    return [value for value in values if value.count or value.selected]
