"""UTF-8 read as GBK (鍏ㄥ浗 for 全国), and either read as Western text (È«¹ú), are turned back; 锟斤拷 is lost."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import cache

from indexer.repair.gbk import encode
from indexer.repair.language import frequency
from indexer.repair.numbering import UNKNOWN
from indexer.repair.simplify import is_han
from mappings import Repair

_LOST_FOR_GOOD = re.compile("(?:锟斤拷|烫烫烫|�)+")
# The first bytes of Chinese characters and marks in UTF-8 (E2-E9, EF) are lead bytes of rare characters in GBK.
_TELLTALE_LEADS = frozenset((*range(0xE2, 0xEA), 0xEF))
MIN_TELLTALES = 3
MIN_SHARE = 0.15  # of telltale characters among the Chinese ones; .3 to .5 in mojibake, .01 in text
MAX_LOST = 0.2  # characters of a line that may come out as ⟨?⟩
COMMON = 3_000  # a count in the words that common characters have and the characters of mojibake have not
MIN_COMMON, MAX_COMMON_BEFORE = 0.85, 0.75  # share of common characters in a line after and before
MIN_HAN = 2
_WESTERN = re.compile(r"[\u0080-\u00ff\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]{6}")  # no language has six in a row
_SPOILT = "\udc80"  # stands for bytes that make no character


def reverse_mojibake(text: str) -> tuple[str, list[Repair]]:
    """The text with its wrongly decoded lines right again, each a repair; lines that do not turn back stay."""
    telltales = sum(map(_is_telltale, text))
    if telltales >= MIN_TELLTALES and telltales >= MIN_SHARE * sum(map(is_han, text)):
        return _by_line(text, _reversed, "UTF-8 that was read as GBK")
    return text, []


def reverse_western(text: str) -> tuple[str, list[Repair]]:
    """The same for Chinese that was read as Western text. Soft hyphens are bytes of it, so this comes first."""
    if not _WESTERN.search(text):
        return text, []
    return _by_line(text, _reversed_western, "Chinese that was read as Western text")


def _by_line(text: str, turn_back: Callable[[str], str | None], note: str) -> tuple[str, list[Repair]]:
    repairs, lines = [], []
    for line in text.split("\n"):
        plain = turn_back(line)
        lines.append(line if plain is None else plain)
        if plain is not None:
            repairs.append(Repair(line, plain, accepted=UNKNOWN not in plain, note=note))
    return "\n".join(lines), repairs


def lost_for_good(text: str) -> list[Repair]:
    """Stretches of 锟斤拷 and the like: nothing brings them back; they stay as they are and are named."""
    return [
        Repair(stretch, stretch, accepted=False, note="lost before this page was saved")
        for stretch in dict.fromkeys(match[0] for match in _LOST_FOR_GOOD.finditer(text))
    ]


def _reversed(line: str) -> str | None:
    """The line as UTF-8; None unless that is far likelier than what it is."""
    if not any(map(_is_telltale, line)) or _common_share(line) > MAX_COMMON_BEFORE:
        return None
    data = b"".join(b"\xff" if char == "\ufffd" else char.encode("gb18030", "replace") for char in line)
    return _decoded(data, "utf-8")


def _reversed_western(line: str) -> str | None:
    """A line without any Chinese character as UTF-8 or GBK; None unless it is Chinese then."""
    if not _WESTERN.search(line) or any(map(is_han, line)):
        return None
    data = b"".join(map(_western_byte, line))
    return _decoded(data, "utf-8") or _decoded(data, "gb18030")


def _western_byte(char: str) -> bytes:
    return char.encode("latin-1") if char < "\u0100" else char.encode("cp1252", "parknews-no-byte")


def _decoded(data: bytes, encoding: str) -> str | None:
    """Bytes as text, with ⟨?⟩ for what is lost; None unless that is Chinese in common characters."""
    plain = data.decode(encoding, "parknews-spoilt")
    plain = re.sub(rf"{_SPOILT}+\??", UNKNOWN, plain)
    lost = plain.count(UNKNOWN)
    if lost > MAX_LOST * len(plain) or sum(map(is_han, plain)) < MIN_HAN or _common_share(plain) < MIN_COMMON:
        return None
    return plain


@cache
def _is_telltale(char: str) -> bool:
    pair = encode(char)
    return pair is not None and pair[0] in _TELLTALE_LEADS


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
