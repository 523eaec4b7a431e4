"""The industries that a text itself lists: as leading (以电子信息、装备制造为主导), or as those of its projects."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = "，。；！？：\n,;!?:“”‘’"
_LEADING = r"(?:主导|支柱|首位|主攻|特色优势|优势特色)"
_LIST = rf"(?P<list>[^{_MARKS}]{{2,60}}?)"
_NAMED = re.compile(rf"{_LEADING}产业")
# Each form with what stands in every match of it, and is found many times faster.
_FORMS = (
    (
        re.compile(r"为(?:主导|首位|支柱|龙头|特色)"),
        re.compile(rf"以{_LIST}(?:等|产业|行业|制造业|\s)*(?:为|作为)(?:主导|首位|支柱|龙头|特色)"),
    ),
    (
        _NAMED,
        re.compile(
            rf"{_LIST}等?(?:[两二三四五六七八\d]\s?(?:大|个|条)|重点|优势|\s)*{_LEADING}产业(?!为|是|有|包括|涵盖|[:：])"
        ),
    ),
    (
        _NAMED,
        re.compile(
            rf"{_LEADING}产业[^，,。；;\n：:还仍]{{0,8}}?(?:为|是|有|包括|涵盖|[:：])(?P<list>[^。；;\n：:“”]{{2,60}})(?![：:“”])"
        ),
    ),
)

# Of projects: 涉及高端装备、新材料等领域; of which a text speaks that signs, builds or invites.
_COUNT = r"[两二三四五六七八九十多\d]\s?[大个条]"
_PROJECTS = re.compile(
    r"(?:涉及|涵盖|覆盖|包括|涵括|涉足|分布在|集中在|聚焦|围绕|瞄准|主攻|形成了?|培育|布局|发展|主要[为是]|推动|做[强优大])[了在于]?"
    rf"{_LIST}等?(?:{_COUNT}|重点|优势|特色|战略性|新兴|主要|高端|未来|支柱|多个?|\s)*"
    r"(?:领域|产业|行业|产业链|赛道|集群|门类|板块|方面|方向|类?项目)"
)
_OF_PROJECTS = re.compile(r"项目|签约|开工|招商|投产|投资额|总投资|园区|落户|入驻|开发区|经开区|高新区|工业区|[百千]亿")
# Three things and more in a row, or two that have a name: the one behind a 、 leads to all of them.
_INNER = re.compile(
    rf"、[^、{_MARKS}]{{2,12}}?(?=、|等?(?:{_COUNT}|重点|优势|特色|战略性|新兴|主要|主导|支柱|首位|传统|多个?|\s)*"
    r"(?P<kind>产业|行业|赛道|集群|板块|领域|门类|方面|方向|类?项目))"
)
_ONLY_OF_PROJECTS = frozenset({"领域", "门类", "方面", "方向", "项目", "类项目"})  # of other things too
_END = re.compile(rf"[{_MARKS}]")
REACH = 100  # characters of an enumeration on either side
_VISITED = re.compile(
    r"等(?:地|处|多[地家个]|[\d一二三四五六七八九十]+[家地]|重点企业|企业|公司|单位|部门|机构|园区|项目现场|现场)|公司"
)
_CALLED = re.compile("等|产业|行业|集群|板块|赛道|领域|门类|方面|方向|项目|类|[大个]")
_BETWEEN = re.compile("、|和|以及")
_VERB = re.compile("^(?:做[强优大精细]|培育|发展|壮大|打造|深耕)")
_REST = re.compile(
    r"(?<=.)(?:等|产业|行业|领域|方面|板块|赛道|项目|企业|集群|[两二三四五六七八九十多\d]\s?[大个条]).*", re.DOTALL
)
# 电子信息项目34个, 装备制造项目63个: three and more of them are a list.
_COUNTED = re.compile(r"项目\d+个")
_BEFORE_COUNT = re.compile(rf"[^、\s{_MARKS}\d]{{2,8}}$")
LEAST_COUNTED, LONGEST = 3, 8


def leading_lists(text: str) -> Iterator[list[str]]:
    """The items of each list in which a folded text names its leading industries."""
    if "产业" in text or "为主导" in text:
        for sign, form in _FORMS:
            if sign.search(text):
                yield from (_items(match["list"]) for match in form.finditer(text))


def project_lists(text: str) -> Iterator[tuple[list[str], bool]]:
    """The items of each list in which a folded text of projects may name their industries; True where it says so.

    The others are enumerations that are none of things visited; their first item has the words before it too.
    """
    if not _OF_PROJECTS.search(text):
        return
    for words, kind in _enumerations(text):
        named = _PROJECTS.search(words)
        if named and "、" in named["list"]:
            yield _items(named["list"]), True
        elif kind not in _ONLY_OF_PROJECTS and _is_of_kinds(words, words.index("、")):
            yield _items(words), False
    counted = [match.start() for match in _COUNTED.finditer(text)]
    if len(counted) >= LEAST_COUNTED:
        things = (_BEFORE_COUNT.search(text, max(0, place - LONGEST), place) for place in counted)
        yield [_item(thing[0]) for thing in things if thing], True


def _is_of_kinds(words: str, start: int) -> bool:
    """Whether an enumeration says that it is one of kinds, and not of places visited."""
    return bool(_CALLED.search(words, start)) and not _VISITED.search(words, start)


def _enumerations(text: str) -> Iterator[tuple[str, str | None]]:
    """The words from mark to mark around each enumeration, and what it is said to be one of."""
    reached = 0
    for inner in _INNER.finditer(text):
        if inner.start() >= reached:
            least = max(0, inner.start() - REACH, reached)
            begin = max(least, *(text.rfind(mark, least, inner.start()) + 1 for mark in _MARKS))
            mark = _END.search(text, inner.end(), inner.end() + REACH)
            reached = mark.start() if mark else min(len(text), inner.end() + REACH)
            yield text[begin:reached], inner["kind"]


def _items(words: str) -> list[str]:
    """The things that a list has, without what follows the name of each (产业, 领域, 等三大…)."""
    return [_item(thing) for thing in _BETWEEN.split(words)]


def _item(thing: str) -> str:
    return _REST.sub("", _VERB.sub("", thing))
