"""The industries that a text itself lists: as leading (以电子信息、装备制造为主导), or as those of its projects."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = r"，。；！？：\n,;!?:“”‘’"
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
_PROJECTS = re.compile(
    r"(?:涉及|涵盖|覆盖|包括|涵括|涉足|分布在|集中在|聚焦|围绕|瞄准|主攻|形成了?|培育|布局|发展|主要[为是]|推动|做[强优大])[了在于]?"
    rf"{_LIST}等?(?:[两二三四五六七八九十多\d]\s?(?:大|个|条)|重点|优势|特色|战略性|新兴|主要|高端|未来|支柱|多个?|\s)*"
    r"(?:领域|产业|行业|产业链|赛道|集群|门类|板块|方面|方向|类?项目)"
)
_OF_PROJECTS = re.compile(r"项目|签约|开工|招商|投产|投资额|总投资|园区|落户|入驻")
# Three things and more in a row: the one in the middle leads to all of them.
_INNER = re.compile(rf"、[^、{_MARKS}]{{2,12}}(?=、)")
_END = re.compile(rf"[{_MARKS}]")
REACH = 60  # characters of an enumeration on either side
# 电子信息项目34个, 装备制造项目63个: three and more of them are a list.
_COUNTED = re.compile(rf"(?P<item>[^、\s{_MARKS}\d]{{2,8}}?)(?:类|产业|领域)?项目\d+个")
LEAST_COUNTED = 3


def leading_lists(text: str) -> Iterator[list[str]]:
    """The items of each list in which a folded text names its leading industries."""
    if "产业" in text or "为主导" in text:
        for sign, form in _FORMS:
            if sign.search(text):
                yield from (match["list"].split("、") for match in form.finditer(text))


def project_lists(text: str) -> Iterator[list[str]]:
    """The items of each list in which a folded text names the industries of the projects it tells of."""
    if "、" in text and _OF_PROJECTS.search(text):
        yield from (match["list"].split("、") for match in _PROJECTS.finditer(text) if "、" in match["list"])
        counted = [match["item"] for match in _COUNTED.finditer(text)]
        if len(counted) >= LEAST_COUNTED:
            yield counted


def enumerations(text: str) -> Iterator[list[str]]:
    """The items of each enumeration of three things and more in a folded text of projects, what leads to it included."""
    if "、" not in text or not _OF_PROJECTS.search(text):
        return
    reached = 0
    for inner in _INNER.finditer(text):
        if inner.start() < reached:
            continue
        marks = [mark.end() for mark in _END.finditer(text, max(0, inner.start() - REACH), inner.start())]
        begin = marks[-1] if marks else max(0, inner.start() - REACH)
        mark = _END.search(text, inner.end(), inner.end() + REACH)
        reached = mark.start() if mark else min(len(text), inner.end() + REACH)
        yield text[begin:reached].split("、")
