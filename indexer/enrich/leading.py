"""The industries that a text itself calls leading: 以电子信息、装备制造为主导, 主导产业为新材料."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEADING = r"(?:主导|支柱|首位|主攻|特色优势|优势特色)"
_LIST = r"(?P<list>[^，。；\n：:！“”‘’]{2,60}?)"
_FORMS = (
    re.compile(rf"以{_LIST}(?:等|产业|行业|制造业|\s)*(?:为|作为)(?:主导|首位|支柱|龙头|特色)"),
    re.compile(
        rf"{_LIST}等?(?:[两二三四五六七八\d]\s?(?:大|个|条)|重点|优势|\s)*{_LEADING}产业(?!为|是|有|包括|涵盖|[:：])"
    ),
    re.compile(
        rf"{_LEADING}产业[^，。；\n：:还仍]{{0,8}}?(?:为|是|有|包括|涵盖|[:：])(?P<list>[^。；\n：:“”]{{2,60}})(?![：:“”])"
    ),
)


# What stands in every match of a form, and is found many times faster.
_SIGNS = (
    re.compile(r"为(?:主导|首位|支柱|龙头|特色)"),
    re.compile(rf"{_LEADING}产业"),
    re.compile(rf"{_LEADING}产业"),
)


def leading_lists(text: str) -> Iterator[str]:
    """The words in which a folded text lists its leading industries, list by list."""
    if "产业" in text or "为主导" in text:
        for sign, form in zip(_SIGNS, _FORMS, strict=True):
            if sign.search(text):
                yield from (match["list"] for match in form.finditer(text))
