"""The text itself, without what each site puts around it: datelines, editors, sources, notes at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from indexer.copies.facts import HOLES, NUMERALS, PARTED
from mappings.alignment import comparable

LONGEST = 500_000  # characters of a text that are looked at
LONGEST_LINE = 60  # characters of a line that only names editors or sources
LINES = 4  # looked at on either end

# 新华社北京5月12日电（记者张三）, 本报讯（通讯员 李四）, 央视网消息（新闻联播）：
_AGENCY = r"(?:本报|本网|本台|本刊|新华社|中新社|[\w·]{2,12}(?:社|网|报|台|客户端|融媒体|融媒|新闻|发布|频道|在线))"
_DATELINE = re.compile(
    rf"\s*[（(【\[]?{_AGENCY}[^。！？；\n，]{{0,30}}?(?:讯|电|消息|报道)[】\]）)]?\s*"
    r"(?:[（(][^）)\n]{1,50}[）)])?\s*[:：，,]?\s*"
)
_SIGNED = re.compile(
    rf"[（(【\[]\s*(?:{_AGENCY}|本报|本网|记者|通讯员|编辑|责编|责任编辑|来源|作者|供稿|撰稿|文字|摄影|完\s*[）)])[^）)】\]\n]{{0,50}}[）)】\]]\s*$"
)
_SITE = re.compile(r"(?<![-–—])[_|｜\-–—]\s*[^\s_|｜\-–—]{2,15}$")  # the name of a site behind a title
_KEPT = frozenset(HOLES + PARTED)
_PIECES = re.compile(rf"[{re.escape(HOLES + PARTED)}]|[^{re.escape(HOLES + PARTED)}]+")
_BETWEEN_NUMBERS = re.compile(rf"(?<=[{NUMERALS}])(?=[^\w]*[^\w.,，])[^\w{re.escape(HOLES)}]+(?=[{NUMERALS}])")
_EDITORS = re.compile(
    r"[\s（(【\[]*(?:责任?编辑|责编|编辑|编审|主编|审核|初审|复审|终审|审签|校对|校审|监制|统筹|值班|摄影|供图|供稿|撰稿|"
    r"撰文|文字|图文|图片|记者|通讯员|作者|来源|稿源|稿件来源|信息来源|文章来源|原文|原标题|原题|转自|转载|本文来源|"
    r"本文转自|发布时间|发布日期|更新时间|时间|日期|点击|浏览|阅读|字号|打印|关闭|分享|上一篇|下一篇|扫码|关注|免责|"
    r"版权|声明|文\s*[/／丨|]|图\s*[/／丨|])\s*(?:[:：/／丨|（(]|\s|数|次|量|声明|$)"
)


@dataclass(frozen=True)
class Text:
    """A document's own words, as far as they are compared with those of others."""

    title: str
    body: str
    published: str | None = None  # ISO date

    @classmethod
    def of_source(cls, source: dict[str, Any]) -> Text:
        """The text of a document as it is indexed."""
        title, body = source.get("title") or "", source.get("body") or ""
        return cls(_kept(_SITE.sub("", title)), _kept(core_of(body)), source.get("published"))


def _kept(text: str) -> str:
    """The text as it is compared, with what stands for lost characters, and with what parts two numbers."""
    parted = _BETWEEN_NUMBERS.sub(PARTED, text)
    return "".join(piece if piece in _KEPT else comparable(piece, folded=True) for piece in _PIECES.findall(parted))


def core_of(body: str) -> str:
    """The body without dateline, and without lines on its ends that only name editors, sources or times."""
    lines = body[:LONGEST].split("\n")
    for _ in range(LINES):
        if len(lines) > 1 and _names_editors(lines[-1]):
            lines.pop()
        if len(lines) > 1 and _names_editors(lines[0]):
            lines.pop(0)
    lines[0] = _without_dateline(lines[0])
    lines[-1] = _SIGNED.sub("", lines[-1])
    return "\n".join(lines)


def _without_dateline(line: str) -> str:
    match = _DATELINE.match(line)
    return line[match.end() :] if match and match.end() < len(line) else line


def _names_editors(line: str) -> bool:
    if len(line) > LONGEST_LINE:
        return False
    said = line.strip()
    return not said or bool(_EDITORS.match(said) or _SIGNED.fullmatch(said))
