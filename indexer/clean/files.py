"""Files that a page offers for download: which links lead to one, and the list of those that belong to the text."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lxml import etree

from indexer.clean.body import Cut, ends_text
from indexer.clean.line import Line, tidy
from mappings import Attachment

_TYPES = r"docx?|xlsx?|pptx?|pdf|zip|rar|7z|wps|et|dps|ofd|txt|csv|rtf|ceb|tiff?"
_FILE = re.compile(rf"\.(?:{_TYPES})(?:$|[?#&!])", re.IGNORECASE)
# Scripts of servers that hand out a file by its number.
_HANDLER = re.compile(
    r"(?:down(?:load)?_?(?:file|attach\w*)?|file_?down(?:load)?|attach(?:ment)?s?|show_?attach|down_?file\w*|get_?file|view_?file|open_?file|read_?file)"
    r"(?:\.\w{2,5})?(?:\?|/\d|/[\w-]{16,}|\(|;)",
    re.IGNORECASE,
)
_OF_HANDLERS = ("down", "attach", "file")  # one of them stands in whatever the pattern finds
# A link's words that are no name of a file.
_NAMELESS = re.compile(
    r"^\W*(?:点击(?:此处|这里)?(?:下载|查看)?|(?:附件|文件|立即|本地|免费)?下载(?:附件|文件|地址|链接)?|附\s*件|查看(?:附件)?|预览|打开|download|pdf|word|excel|\d{1,2})\W*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?:相关)?附\s*件(?:下载|列表)?\s*[(（]?\d{0,2}[)）]?\s*[:：.、]?\s*|^\W*下载\s*[:：]\s*")
_LISTED = re.compile(r"^\W*(?:相关)?附\s*件\s*\d{0,2}\s*[:：]\s*(.*)$")
_ITEM = re.compile(
    rf"^\s*(?:附\s*件)?\s*\d{{1,2}}\s*[.、．:：)]?\s*(?=\S)(.+)$|^(.+\.(?:{_TYPES}))\s*(?:[(（][^()（）]{{0,20}}[)）])?$",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    rf"^(.{{1,150}}\.(?:{_TYPES}))\W*(?:下载|预览|[(（\[][^()（）]{{0,24}}[)）\]])*\W*$", re.IGNORECASE
)
_KEY = re.compile(rf"^\W*(?:附\s*件)?\s*\d{{0,2}}\W+|\.(?:{_TYPES})$|[\s《》“”\"]", re.IGNORECASE)
REACH = 40  # lines below the text in which its files are listed
LONGEST = 200  # characters of a name
LONGEST_ADDRESS = 2000


def file_of(link: etree._Element) -> Attachment | None:
    """The file a link leads to, under the link's own words; None for a link to another page."""
    address = (link.get("href") or "").strip()
    if len(address) > LONGEST_ADDRESS or address.startswith("#"):
        return None
    lowered = address.lower()
    named = any(word in lowered for word in _OF_HANDLERS)
    if not (_FILE.search(address) or (named and _HANDLER.search(address))):
        return None
    name = tidy("".join(link.itertext()))
    if (not name or _NAMELESS.match(name)) and (title := tidy(link.get("title") or link.get("download") or "")):
        name = title
    return Attachment(name[:LONGEST], address)


def attachments(lines: list[Line], cut: Cut) -> tuple[Attachment, ...]:
    """The files of the text: linked in it or right below it, and those that a plain list below it only names."""
    region = lines[cut.start : _behind(lines, cut)]
    found = {key: file for line in reversed(region) for file in reversed(_linked(line)) if (key := file.url)}
    named = list(dict(reversed(found.items())).values())
    known = {_key(file.name) for file in named}
    for name in _listed(region):
        if (key := _key(name)) and key not in known:
            known.add(key)
            named.append(Attachment(name, ""))
    return tuple(named)


def _behind(lines: list[Line], cut: Cut) -> int:
    """The line below which nothing belongs to the text."""
    limit = min(len(lines), cut.end + REACH)
    for i in range(cut.end, limit):
        if not lines[i].files and (ends_text(lines[i]) or lines[i].is_content or lines[i].hint in _ASIDE):
            return i
    return limit


_ASIDE = frozenset(("footer", "sidebar", "navigation"))


def _linked(line: Line) -> list[Attachment]:
    """The files of a line; one whose link says only 下载 is called what stands beside it, or by its address."""
    named = [Attachment(_name(file, line), file.url) for file in line.files]
    if len(named) == 1 and line.is_link and not _NAMELESS.match(line.text):
        named = [Attachment(_unlabelled(line.text), named[0].url)]  # the line has been repaired, the link has not
    return named


def _name(file: Attachment, line: Line) -> str:
    if file.name and not _NAMELESS.match(file.name):
        return _unlabelled(file.name)
    beside = line.text.replace(file.name, "").strip(" []【】()（）:：|、")
    if len(line.files) == 1 and len(beside) >= 4:
        return _unlabelled(beside)[:LONGEST]
    last = unquote(re.split(r"[?#]", file.url)[0].rpartition("/")[2])
    return last or file.name


def _unlabelled(name: str) -> str:
    return _LABEL.sub("", name).strip() or name


def _listed(lines: list[Line]) -> list[str]:
    """Names in a plain list behind 附件：, and lines that are nothing but a file's name."""
    names: list[str] = []
    open_list = False
    for line in lines:
        if line.files or (len(line.text) > LONGEST and not open_list):
            continue
        if match := _LISTED.match(line.text):
            open_list = True
            names += _parts(match[1])
        elif open_list and (item := _ITEM.match(line.text)) and not line.is_content:
            names.append(item[1] or item[2])
        else:
            open_list = False
            if (match := _FILE_NAME.match(line.text)) and not line.is_content:
                names.append(_unlabelled(match[1]))
    return [name.strip(" 。；;")[:LONGEST] for name in names if 2 <= len(name.strip(" 。；;")) <= LONGEST]


_NUMBER = re.compile(r"(?:^|(?<=[\s　；;。]))\d{1,2}\s*[.、．](?!\d)")


def _parts(text: str) -> list[str]:
    """1.甲 2.乙 behind one 附件：."""
    return [part.strip() for part in _NUMBER.split(text) if part.strip()]


def _key(name: str) -> str:
    """A name for comparison: without its number, its ending and quotes."""
    return _KEY.sub("", name).lower()
