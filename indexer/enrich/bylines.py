"""Reporters and writers as texts name them at their edges: （记者 张三）, 记者张三报道, □ 张三, 市长 张三."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.enrich.material import Fact, Material, around
from indexer.enrich.persons import NAME, NAMES, OFFICE, split_names
from mappings import Evidence, fold

EDGE = 170  # characters at the beginning and at the end of the text where reporters stand
SHORT_LINE = 60  # characters of a line that names a writer and hardly anything else
NEAR_HEAD, NEAR_FOOT = 6, 4  # lines above and below the text where such a line stands
FIRST_PARAGRAPHS = 6
MOST_NAMES = 6
SUPPLIER = "office in brackets at the end"
LISTED = 2  # offices in brackets behind sentences: those that are to do it, not the writers
LONGEST = 60  # characters of an author

_PLACE = (
    r"(?:石家庄|哈尔滨|连云港|张家口|张家界|葫芦岛|景德镇|马鞍山|攀枝花|防城港|牡丹江|佳木斯|六盘水|平顶山"
    r"|三门峡|驻马店|秦皇岛|嘉峪关|新加坡|[\u4e00-\u9fff]{2})"
)
_HAS_ROLE = re.compile(r"记者|通讯员|评论员|作者|供稿|撰稿|撰文|执笔|文字?\s?[/／:：|丨]")
_BRACKETED = re.compile(
    r"[(（【\[〔](?P<before>[^()（）【】\[\]〔〕\n]{0,14}?)(?:记者|通讯员|评论员|专栏作者|作者|撰稿人?|撰文|执笔|供稿|文\s*[/／]\s*[图摄片]|文字?\s*[/／:：|丨])\s*[:：/]?"
    r"(?P<names>[^()（）【】\[\]〔〕\n。/／:：]{2,48}(?:[/／:：][^()（）【】\[\]〔〕\n。]{1,20})?)[)）】\]〕]"
)
_TAIWAN = re.compile(rf"(?:记者|特派员)\s?(?P<names>{NAME}(?:、{NAME})*?)\s?(?:[/／]|{_PLACE}\d{{1,2}}日[电讯])")
_ROLES = r"(?:(?:特约|见习|实习|首席|全媒体|融媒体?|本报|本网|本台)*(?:记者|通讯员|评论员|实习生)(?:站)?)"
_REPORTED = re.compile(
    rf"(?:^|[\n。”　 /／、，,)）\]】]|(?:电|讯|消息|[报网台社体])\s?|(?<=[\u4e00-\u9fff]{{2}}))"
    rf"(?P<names>{_ROLES}[\s:：]?{NAMES}(?:[、，\s]{{0,2}}[\u4e00-\u9fff]{{0,8}}?{_ROLES}[\s:：]?{NAMES})*)"
    rf"\s?(?:{_PLACE})?(?:摄影)?(?:报道|报导)"
)
_REPORTER = re.compile(
    rf"(?:^|[\n。”　 □■▶●◎◆▲]|(?:电|讯|消息)\s?)[\u4e00-\u9fff/／]{{0,14}}(?:记者站?|通讯员)[\s:：]?"
    rf"(?P<names>{NAME}(?:[ 　、]{NAME}|"
    rf"[ 　][\u4e00-\u9fff]{{0,8}}(?:记者站?|通讯员|实习生)[\s:：]?{NAME})*)(?=摄影|整合|文?[/／]|\n|\s|$)"
)
_TOLD_BY = re.compile(rf"^\W*据[\u4e00-\u9fff]{{2,8}}[网报台社]\W?(?:记者)?\s?(?P<names>{NAME})\s?报道")
_LEARNT = re.compile(r"^\W*[\u4e00-\u9fff]{0,8}记者(?P<names>[\u4e00-\u9fff]{2,6})从[^。\n]{2,30}获悉")
_BYLINE = re.compile(r"(?:^|\n)\s*(?:文字?|执笔|撰文|撰稿|供稿|采写)\s*[/／:：|丨]\s*(?P<names>[^\n。，()（）]{2,40})")
_SUPPLIED = re.compile(r"(?:^|[\n。(（])(?P<names>[\u4e00-\u9fff、]{2,30})供稿(?=$|[\s)）])")
_BEHIND_DATELINE = re.compile(rf"(?:^|\n)[^。\n]{{2,30}}?(?:电|讯|消息)\s*[(（](?P<names>{NAMES})[)）]")
_IN_BRACKETS = re.compile(r"[(（](?P<names>[^()（）\n。:：；]{2,24})[)）][\s。|完]*$")
_SUPPLIER = re.compile(
    rf"^[\u4e00-\u9fff]{{0,12}}(?:{OFFICE}|政协|人大|妇联|工会|商会|团委|纪委|监委|街道|支部|供稿|[室组股镇])$"
)
_NO_OFFICE = re.compile(r"[的为在于见等与是共第]|下转|负责|牵头|附|以上|以下|地区|各|有关|承办|主办|原载|联合")
_DOERS = re.compile(r"[。；;][(（][\u4e00-\u9fff、:：]{2,40}[)）]")
# A line with nothing but the writer.
_MARKED = re.compile(
    rf"^\s*[□■▶●◎◆▲○☆★◇]\s*(?:[\u4e00-\u9fff/／]{{0,14}}(?:记者|通讯员|评论员))?[\s:：]?(?P<names>{NAMES})\s*$"
)
_LINE = re.compile(
    rf"^\W*[\u4e00-\u9fff/／·]{{0,14}}(?:记者站?|通讯员|评论员|撰稿人?)[\s:：]+(?P<names>{NAME}(?:\s*、?\s*(?:[\u4e00-\u9fff]{{0,10}}"
    rf"(?:记者站?|通讯员|实习生)[\s:：]?)?{NAME})*)\s*(?:文\s?[/／]\s?[图摄片]|摄影报道|报道|[/／]?文)?\W*$"
)
_GROUP = re.compile(r"^\W*(?P<names>[\u4e00-\u9fff]{4,20}(?:课题组|调研组|编写组|报道组|评论员))\W*$")
_ORIGINAL = re.compile(rf"^(?:\[?原创\]?)\s+(?P<names>{NAME})\s")
_POST = r"(?:[省市州县区旗盟镇乡部局厅院会校行社]长|书记|主任|主席|总理|检察长|董事长|总经理|理事长|秘书长|专员)"
_SPACED = r"[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff](?: {1,3}[\u4e00-\u9fff])?"  # 李 长 河
_SPEAKER = re.compile(
    rf"^[\s—\-(（]*[\u4e00-\u9fff、·（）() ]{{0,40}}?{_POST}[\s:：]*(?P<names>{NAME}|{_SPACED})\s*[)）]?\s*$"
)
_ALONE = re.compile(rf"^\W*(?P<names>{NAME}|{_SPACED})\W*$")
_DATE_LINE = re.compile(
    r"^\W*(?:19|20)\d{2}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?\W*$"
)


def reporters(page: Material) -> Iterator[Fact]:
    """Reporters and writers named at the end or the beginning of the text, and on lines of their own around it."""
    key, body = page.key, page.body
    for start in (max(0, len(body) - EDGE), 0) if len(body) > EDGE else (0,):
        edge = key[start : start + EDGE]
        if not _HAS_ROLE.search(edge):
            continue
        for pattern in (_BRACKETED, _TAIWAN, _REPORTED, _BYLINE, _REPORTER, _SUPPLIED):
            for match in pattern.finditer(edge):
                if not match[0].rstrip(")）】]〕 ").endswith("摄"):
                    at = start + match.start("names"), start + match.end("names")
                    words = around(body, start + match.start(), start + match.end(), 0).strip()
                    first = split_names(match["before"], bare=True) if pattern is _BRACKETED else []
                    names = [*first, *split_names(match["names"])]
                    yield from made(names, body[start : at[1]], key[start : at[1]], words, "body", "reporter's line")
    yield from _on_lines(page)


def _on_lines(page: Material) -> Iterator[Fact]:
    """Lines of their own: □ 张三; 本报记者 张三; 原创 张三; a name beside the date."""
    head, last = page.head[-NEAR_HEAD:], page.paragraphs[-NEAR_FOOT:]
    places = [
        *((line, "head") for line in head),
        *((line, "body") for line in (*page.paragraphs[:FIRST_PARAGRAPHS], *last)),
    ]
    for line, where in [*places, *((line, "foot") for line in page.foot[:NEAR_FOOT])]:
        if len(line) <= SHORT_LINE:
            key = fold(line)
            for pattern in (
                _MARKED,
                _LINE,
                _GROUP,
                _ORIGINAL,
                *(() if where == "body" else (_BRACKETED, _TAIWAN, _BYLINE)),
            ):
                if match := pattern.search(key):
                    yield from made(split_names(match["names"]), line, key, line, where, "reporter's line")
    for i, line in enumerate(head):
        beside = head[max(0, i - 1) : i] + head[i + 1 : i + 2]
        if len(line) <= 4 and (match := _ALONE.match(fold(line))) and any(_DATE_LINE.match(other) for other in beside):
            names = split_names(match["names"], bare=True)
            yield from made(names, line, match["names"], line, "head", "name beside the date")


def bracketed(page: Material) -> Iterator[Fact]:
    """Names without a label: behind a dateline, （张三 李四） at the end, and the office that supplied the text."""
    key, body = page.key, page.body
    start = key[:EDGE]
    if match := _BEHIND_DATELINE.search(start) or _TOLD_BY.match(start) or _LEARNT.match(start):
        names = split_names(match["names"], bare=True)
        yield from made(names, body[: len(start)], start, match[0], "body", "names behind the dateline")
    ends = [(body[-EDGE:], "body"), *((line, "foot") for line in page.foot[:NEAR_FOOT] if line[:1] in ("(", "（"))]
    for line, where in ends:
        end = fold(line)
        if not (match := _IN_BRACKETS.search(end)) or "摄" in match["names"]:
            continue
        text = match["names"]
        names = split_names(text, bare=True)
        rule = "names in brackets at the end"
        if not names and _SUPPLIER.match(text) and not _NO_OFFICE.search(text) and len(_DOERS.findall(key)) < LISTED:
            names, rule = [text], SUPPLIER
        yield from made(names, line, end, match[0].strip(), where, rule)


def speakers(page: Material) -> Iterator[Fact]:
    """Who speaks or reports: post and name, or the name alone, on a line between the title and the text."""
    for line, where in [
        *((line, "head") for line in page.head[-NEAR_HEAD:]),
        *((line, "body") for line in page.paragraphs[:FIRST_PARAGRAPHS]),
    ]:
        if len(line) <= SHORT_LINE and (
            match := _SPEAKER.match(fold(line)) or (where == "body" and _ALONE.match(fold(line)))
        ):
            name = re.sub(r"\s", "", match["names"])
            yield from made(split_names(name, bare=True), line, fold(line), line, where, "speaker under the title")


def made(names: list[str], text: str, key: str, words: str, where: str, rule: str) -> Iterator[Fact]:
    """The fact of these names, spelt as the text spells them; `key` is the folded text, in which they were read."""
    kept = [_spelt(name, text, key) for name in dict.fromkeys(names) if not _NOBODY.match(name)]
    value = "、".join(kept[:MOST_NAMES])
    if 2 <= len(value) <= LONGEST:
        yield Fact(value, Evidence("author", value, words[:120], where, rule))


def _spelt(name: str, text: str, key: str) -> str:
    at = key.find(name)
    return text[at : at + len(name)] if at >= 0 and len(text) == len(key) else name


_NOBODY = re.compile(
    r"^(?:佚名|匿名|未知|不详|无|暂无|本站|本网|网络|网络整理|网站|互联网|原创|管理员|admin.*|administrator|编辑|小编|系统|root|test|作者|作者原创"
    r"|.*[@\d].*|https?.*|综合|转载|网友|用户|投稿|.*(?:上传|分享|网站|资料网|文库|文档|范文网?))$",
    re.IGNORECASE,
)
