"""The industries that a text itself lists: as leading (以电子信息、装备制造为主导), or as those of its projects."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEADING = r"(?:主导|支柱|首位|主攻|特色优势|优势特色)"
_LIST = r"(?P<list>[^，。；\n：:！“”‘’]{2,60}?)"
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
            rf"{_LEADING}产业[^，。；\n：:还仍]{{0,8}}?(?:为|是|有|包括|涵盖|[:：])(?P<list>[^。；\n：:“”]{{2,60}})(?![：:“”])"
        ),
    ),
)

# Of projects: 涉及高端装备、新材料等领域; of which a text speaks that signs, builds or invites.
_PROJECTS = re.compile(
    r"(?:涉及|涵盖|覆盖|包括|涵括|涉足|分布在|集中在|聚焦|围绕|瞄准|主攻|形成了?|培育|布局)[了在于]?"
    rf"{_LIST}等?(?:[两二三四五六七八九十多\d]\s?(?:大|个|条)|重点|优势|特色|战略性|新兴|主要|高端|未来|支柱|\s)*"
    r"(?:领域|产业|行业|产业链|赛道|集群|门类|板块|方面|方向)"
)
_OF_PROJECTS = re.compile(r"项目|签约|开工|招商|投产|投资额|总投资|园区|落户|入驻")


def leading_lists(text: str) -> Iterator[str]:
    """The words in which a folded text lists its leading industries, list by list."""
    if "产业" in text or "为主导" in text:
        for sign, form in _FORMS:
            if sign.search(text):
                yield from (match["list"] for match in form.finditer(text))


def project_lists(text: str) -> Iterator[str]:
    """The words in which a folded text lists the industries of the projects it tells of, list by list."""
    if _OF_PROJECTS.search(text):
        yield from (match["list"] for match in _PROJECTS.finditer(text) if "、" in match["list"])
