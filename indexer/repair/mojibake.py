"""UTF-8 read as GBK (鍏ㄥ浗 for 全国), and either read as Western text (È«¹ú), are turned back; 锟斤拷 is lost."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import cache, cached_property, partial

from indexer.repair import utf8
from indexer.repair.gbk import encode
from indexer.repair.language import CharacterModel, frequency
from indexer.repair.numbering import UNKNOWN
from indexer.repair.simplify import is_han, to_simplified
from mappings import Repair

_LOST_FOR_GOOD = re.compile("(?:锟斤拷|烫烫烫|�)+")
_LOST_SIGNS = ("�", "锟斤拷", "烫烫烫")  # one of which every loss shows: most pages have none and are not searched
# The first bytes of Chinese characters and marks in UTF-8 (E2-E9, EF) are lead bytes of rare characters in GBK.
_TELLTALE_LEADS = frozenset((*range(0xE2, 0xEA), 0xEF))
MIN_TELLTALES = 3
MIN_SHARE = 0.15  # of telltale characters among the Chinese ones; .3 to .5 in mojibake, .01 in text
MAX_LOST = 0.2  # characters of a line that may come out as ⟨?⟩
COMMON = 3_000  # a count in the words that common characters have and the characters of mojibake have not
MIN_COMMON, MAX_COMMON_BEFORE = 0.85, 0.75  # share of common characters in a line after and before
MIN_HAN = 2
MIN_SHARE_ALONE, MIN_HAN_ALONE = 0.25, 5  # of a wrongly decoded line among others that are right
_WESTERN = re.compile(r"[\u0080-\u00ff\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]{6}")  # no language has six in a row
_SHORT_WESTERN = re.compile(r"[\u0080-\u00ff\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]{2}")  # as 年 may be
MIN_WESTERN = 3  # lines with six in a row, from which short ones of the page are tried, too
_NO_WESTERN = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))  # bytes that Western encodings lack
_BLANK_INSIDE = re.compile(rb"([\xe2-\xef][\x80-\xbf\xff]?) ")  # a byte that was taken for a hard space
# A date of a GBK page that was read as UTF-8: each of its characters came out as two lost ones.
_LOST_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:锟斤拷|\ufffd\ufffd)(1[0-2]|0?[1-9])(?:锟斤拷|\ufffd\ufffd)(3[01]|[12]\d|0?[1-9])"
    r"(?:锟斤拷|\ufffd\ufffd)"
)
_SPOILT = "\udc80"  # stands for bytes that make no character


def reverse_mojibake(text: str) -> tuple[str, list[Repair]]:
    """The text with its wrongly decoded lines right again, each a repair; lines that do not turn back stay."""
    telltales = len(_telltales().findall(text))
    if telltales < MIN_TELLTALES:
        return text, []
    if telltales >= MIN_SHARE * sum(map(is_han, text)):
        return _by_line(text, partial(_reversed, Model(text)), "UTF-8 that was read as GBK")
    return _by_line(text, partial(_reversed_alone, Model(text)), "UTF-8 that was read as GBK")


def reverse_western(text: str) -> tuple[str, list[Repair]]:
    """The same for Chinese that was read as Western text. Soft hyphens are bytes of it, so this comes first."""
    found = len(_WESTERN.findall(text))
    if not found:
        return text, []
    pattern = _SHORT_WESTERN if found >= MIN_WESTERN else _WESTERN
    return _by_line(text, partial(_reversed_western, Model(text), pattern), "Chinese that was read as Western text")


def _by_line(text: str, turn_back: Callable[[str], str | None], note: str) -> tuple[str, list[Repair]]:
    repairs, lines = [], []
    for line in text.split("\n"):
        plain = turn_back(line)
        lines.append(line if plain is None else plain)
        if plain is not None:
            repairs.append(Repair(line, plain, accepted=UNKNOWN not in plain, note=note))
    return "\n".join(lines), repairs


def restore_dates(text: str) -> tuple[str, list[Repair]]:
    """The text with dates of which the digits are left: nothing else can have stood in 2023锟斤拷9锟斤拷6锟斤拷."""
    if not _has_lost(text):
        return text, []
    found = {match[0]: f"{match[1]}年{match[2]}月{match[3]}日" for match in _LOST_DATE.finditer(text)}
    for lost, date in found.items():
        text = text.replace(lost, date)
    return text, [Repair(lost, date, note="GBK that was read as UTF-8: a date") for lost, date in found.items()]


def lost_for_good(text: str) -> list[Repair]:
    """Stretches of 锟斤拷 and the like: nothing brings them back; they stay as they are and are named."""
    if not _has_lost(text):
        return []
    return [
        Repair(stretch, stretch, accepted=False, note="lost before this page was saved")
        for stretch in dict.fromkeys(match[0] for match in _LOST_FOR_GOOD.finditer(text))
    ]


def _has_lost(text: str) -> bool:
    return any(sign in text for sign in _LOST_SIGNS)


class Model:
    """The page's own characters for telling lost ones, counted when the first line has lost any."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def characters(self) -> CharacterModel:
        """What the whole characters of a wrongly decoded page tell of the others."""
        lines = map(_western_bytes if _WESTERN.search(self._text) else _gbk_bytes, self._text.split("\n"))
        plain = b"\n".join(lines).decode("utf-8", "parknews-spoilt")
        return CharacterModel(plain.replace(_SPOILT, "\n"))


def _reversed(model: Model, line: str) -> str | None:
    """The line as UTF-8; None unless that is far likelier than what it is."""
    if not any(map(_is_telltale, line)) or _common_share(line) > MAX_COMMON_BEFORE:
        return None
    return _read(_gbk_bytes(line), model)


def _reversed_alone(model: Model, line: str) -> str | None:
    """The same for a line, mostly the title, of a page that was read as it should be."""
    telltales = len(_telltales().findall(line))
    if telltales < MIN_TELLTALES or telltales < MIN_SHARE_ALONE * sum(map(is_han, line)):
        return None
    plain = _reversed(model, line)
    return plain if plain and sum(map(is_han, plain)) >= MIN_HAN_ALONE else None


def _gbk_bytes(line: str) -> bytes:
    return b"".join(b"\xff" if char == "\ufffd" else char.encode("gb18030", "replace") for char in line)


def _reversed_western(model: Model, pattern: re.Pattern[str], line: str) -> str | None:
    """A line without any Chinese character as UTF-8 or GBK; None unless it is Chinese then."""
    if not pattern.search(line) or any(map(is_han, line)):
        return None
    data = _western_bytes(_once(line))
    plain = _read(_BLANK_INSIDE.sub(b"\\1\xa0", data), model, _NO_WESTERN)
    return plain or _decoded(data, "gb18030") or _decoded(data, "big5hkscs")


def _once(line: str) -> str:
    """The line as it was before it was read as Western text a second time, if it was."""
    try:
        earlier = _western_bytes(line).decode("utf-8")
    except UnicodeDecodeError:
        return line
    return earlier if _SHORT_WESTERN.search(earlier) and not any(map(is_han, earlier)) else line


def _western_bytes(line: str) -> bytes:
    return b"".join(map(_western_byte, line))


def _western_byte(char: str) -> bytes:
    return char.encode("latin-1") if char < "\u0100" else char.encode("cp1252", "parknews-no-byte")


def _read(data: bytes, model: Model, may_be: frozenset[int] = frozenset(utf8.REST)) -> str | None:
    """Bytes as UTF-8, lost characters put back where the text around tells them; None unless that is Chinese."""
    try:
        return _chinese(data.decode("utf-8"), 0)
    except UnicodeDecodeError:
        return _chinese(*utf8.read(data, model.characters, may_be))


def _decoded(data: bytes, encoding: str) -> str | None:
    """Bytes as text, with ⟨?⟩ for what is lost; None unless that is Chinese."""
    return _chinese(re.sub(rf"{_SPOILT}+\??", UNKNOWN, data.decode(encoding, "parknews-spoilt")), 0)


def _chinese(plain: str, guessed: int) -> str | None:
    """The text if it is Chinese in common characters and little of it is lost or guessed."""
    lost = plain.count(UNKNOWN) + guessed
    if lost > MAX_LOST * len(plain) or sum(map(is_han, plain)) < MIN_HAN:
        return None
    return plain if _common_share(plain) >= MIN_COMMON or _is_traditional(plain) else None


def _is_traditional(text: str) -> bool:
    """Whether it is common characters in traditional writing, several of them: a row of dashes is 棗棗棗 in GBK."""
    return len(set(filter(is_han, text))) >= MIN_HAN_ALONE and _common_share(to_simplified(text)) >= MIN_COMMON


@cache
def _is_telltale(char: str) -> bool:
    pair = encode(char)
    return pair is not None and pair[0] in _TELLTALE_LEADS


@cache
def _telltales() -> re.Pattern[str]:
    return re.compile(f"[{''.join(filter(_is_telltale, map(chr, range(0x80, 0x10000))))}]")


def _common_share(text: str) -> float:
    han = [char for char in text if is_han(char)]
    return sum(frequency(char) >= COMMON for char in han) / len(han) if han else 0.0


def _spoilt(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _SPOILT, error.end


def _no_byte(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return b"\xff", error.end


codecs.register_error("parknews-no-byte", _no_byte)
codecs.register_error("parknews-spoilt", _spoilt)
