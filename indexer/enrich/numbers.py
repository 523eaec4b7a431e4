"""文号: the document's own number; numbers that it cites do not count."""

from __future__ import annotations

import re
from itertools import pairwise

from indexer.enrich.material import Fact, Material
from mappings import Evidence, fold

_NUMBER = (
    r"[\u4e00-\u9fff]{2,14}?(?:〔|\[|［|﹝|【|（|\()\s*(?:19|20)\d{2}\s*(?:〕|\]|］|﹞|】|）|\))\s*第?\s*\d{1,5}\s*号"
)
_LABELLED = re.compile(
    rf"(?:发文字号|文\s*号|文件编号|文件号|发文号|发文文号)\s*[】\])]?\s*[:：|]?\s*\|?\s*({_NUMBER})"
)
_OWN = re.compile(rf"^\W*({_NUMBER})")
# Behind a title that a scraper glued to it; numbers of documents that the text cites stand in brackets or book marks.
_GLUED = re.compile(
    r"^[^（(《〈，。：]{0,70}?([京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇云藏陕甘青宁新贵国]"
    r"[\u4e00-\u9fff]{1,8}〔(?:19|20)\d{2}〕\d{1,5}号)"
)
_BEHIND_TITLE = re.compile(
    rf"^[^（(〈，。：\n]{{6,110}}?的(?:通知|意见|决定|函|通告|公告|批复)[\s　]{{0,4}}({_NUMBER})"
)
_DECREE = re.compile(r"^\W*([\u4e00-\u9fff]{2,20}令\s*(?:〔\d{4}〕)?第\s*[\d一二三四五六七八九十百]{1,6}\s*号)")
_IN_TITLE = re.compile(rf"[(（]({_NUMBER})[)）]\s*$")
# The shortest that ends the title: …调整部分行政区划国函〔2004〕10号.
_ENDS_TITLE = re.compile(
    r"^(?!.*(?:转发|贯彻|落实|废止|执行|学习)).*[^《（(](?P<number>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇云藏陕甘青宁新贵国]"
    r"[\u4e00-\u9fff]{1,8}[〔\[［](?:19|20)\d{2}[〕\]］]\s*\d{1,5}\s*号)\W*$"
)
# A decree whose number stands on the next line.
_DECREES = re.compile(r"^\W*([\u4e00-\u9fff]{2,24}令)\s*$")
_ITS_NUMBER = re.compile(r"^\W*(第\s*[\d一二三四五六七八九十百零〇]{1,6}\s*号)\W*$")
# What a damaged page has behind a character: 白政办发(fā)〔2021〕38号.
_READING = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）](?=[〔\[［])")
FIRST_PARAGRAPHS = 6  # in which a number stands alone
FIRST_WORDS, GLUED, LABELLED = 60, 110, 200  # characters in which it stands


def find_document_number(page: Material) -> Fact | None:
    """The page's own number: labelled, or alone at the beginning, or at the end of the title."""
    places = [(line, "head") for line in page.head]
    places += [(paragraph[:LABELLED], "body") for paragraph in page.paragraphs[:FIRST_PARAGRAPHS]]
    title = page.title or ""
    for line, where in (*places, (title, "title")):
        if match := _LABELLED.search(fold(line)):
            return _number(match[1], line, where, "labelled document number")
    for line, where in places:
        key = _READING.sub("", fold(line)[:FIRST_WORDS])
        if match := _OWN.search(key) or _DECREE.search(key):
            return _number(match[1], line, where, "document number above the text")
    if match := _GLUED.search(page.key[:GLUED]) or _BEHIND_TITLE.search(page.key[:LABELLED]):
        return _number(match[1], match[0], "body", "document number above the text")
    key = page.title_key
    if match := _IN_TITLE.search(key) or _ENDS_TITLE.search(key) or (_DECREE.match(key) if "令" in key else None):
        return _number(match[1], title, "title", "document number in the title")
    for (line, _), (following, where) in pairwise([(title, "title"), *places]):
        if (number := _ITS_NUMBER.match(fold(following))) and (decree := _DECREES.match(fold(line))):
            return _number(f"{decree[1]}{number[1]}", f"{line} {following}", where, "document number above the text")
    return None


def _number(value: str, text: str, where: str, rule: str) -> Fact:
    value = re.sub(r"\s+", "", value)
    value = re.sub(r"[\[［﹝【（(](\d{4})[\]］﹞】）)]", r"〔\1〕", value)
    return Fact(value, Evidence("document_number", value, text[:80], where, rule))
