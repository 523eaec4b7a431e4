"""What shows a place without naming it: the site's address and the area codes of telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pypinyin import Style, lazy_pinyin

from indexer.enrich.hosts import GOVERNMENT
from indexer.enrich.material import Material
from indexer.page import host_of
from lexicon import Region, cities_by_area_code
from mappings import fold

# A telephone number that someone on the page answers; what offers advertising or takes complaints is the site's own.
_PHONE = re.compile(
    r"(?:电话|联系|咨询|热线|传真|监督|受理)[^\n]{0,24}?(?<!\d)(?P<code>0\d{2,3})\s?[-—－)）]\s?\d{6,8}(?!\d)"
)
_OF_THE_SITE = re.compile(r"广告|投稿|删除|侵权|举报|新闻热线|法律顾问")
# Offices of places that have their own; Macao's are called as Hong Kong's, so it must be named.
_INSTITUTIONS = {
    "香港特别行政区": re.compile(
        r"(?<!澳门)行政长官|(?<!澳门)特区政府|(?<!澳门)立法会|政务司|财政司司?长|律政司|民政事务|运输署|发展局局长|创新科技及工业局"
    ),
    "台湾省": re.compile(r"行政院|立法院|国科会|经济部(?!门|长)|县府|市府团队|新台币|立委|管理局长"),
}
_SIGNS = {
    "香港特别行政区": ("行政长官", "立法会", "特区", "司长"),
    "台湾省": ("台", "立法院", "国科会"),
}  # one must stand there
LONGEST = 6000  # characters of the text in which offices are looked for
INSTITUTIONS = 2  # different offices that show the place
CAPITAL_CODE = "010"  # of every ministry
MOST_CODES = 2  # different codes; more are a list of offices everywhere
LONGEST_LINE = 300  # characters of a line around the text
# What offices add to the initials of their place in the name of a host: jmsjqzf is 佳木斯 郊区 政府.
_OFFICE_LETTERS = re.compile(r"(?:rmzf|zfw|zf|gov)$")


def cities_of_phones(page: Material) -> list[tuple[str, str]]:
    """The only city that each area code of the page belongs to, with the words it was read from."""
    found: dict[str, str] = {}
    for text in (page.key, *(fold(line) for line in (*page.head, *page.foot) if len(line) <= LONGEST_LINE)):
        for match in _PHONE.finditer(text):
            if match["code"] != CAPITAL_CODE and not _OF_THE_SITE.search(text, max(0, match.start() - 40), match.end()):
                found.setdefault(match["code"], match[0])
    if len(found) > MOST_CODES:
        return []
    paths = ((cities_by_area_code().get(code, ()), words) for code, words in found.items())
    return [(cities[0], words) for cities, words in paths if len(cities) == 1]


def institutions(page: Material) -> Iterator[tuple[str, str]]:
    """Hong Kong, Macao and Taiwan by the names of their offices, with the words they were read from."""
    text = f"{page.title_key}\n{page.key[:LONGEST]}"
    for path, pattern in _INSTITUTIONS.items():
        if not any(sign in text for sign in _SIGNS[path]):
            continue
        words = dict.fromkeys(pattern.findall(text))
        if len(words) >= INSTITUTIONS:
            yield path, "、".join(words)


def fitting_host(url: str | None, regions: Iterable[Region]) -> Iterator[str]:
    """The paths of those counties whose initials, with those of their city, are the government site's host."""
    host = host_of(url)
    if not host or not host.endswith(GOVERNMENT):
        return
    labels = {_OFFICE_LETTERS.sub("", label) for label in host.removesuffix(GOVERNMENT).split(".")}
    for region in regions:
        if region.level == "county" and labels & _initials_of(region):
            yield region.path


def _initials_of(region: Region) -> set[str]:
    city = _initials(region.ancestors[-1].rsplit("/", 1)[-1].removesuffix("市"))
    return {city + _initials(name) for name in (region.name, region.name[:-1]) if len(region.name) > 1}


def _initials(name: str) -> str:
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
