"""Bytes -> text: BOM, strict UTF-8, then a detector; never a silent loss."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import cchardet

REPLACEMENT = "\ufffd"
SAMPLE = 200_000  # bytes shown to the detector; more does not change its mind
# A UTF-8 page with a few broken bytes (cut files, mixed lines) stays UTF-8 up to this share of broken sequences.
BROKEN_UTF8_SHARE = 0.02
BINARY_CONTROLS = 0.02  # share of control bytes, NUL among them, above which the content is no text (random: 0.11)
UNREADABLE = 0.2  # share of places lost in the best reading above which it is none
ZERO_COLUMN = 0.6  # of the bytes at one parity: Latin text in UTF-16
UTF16_HAN = 0.5  # of the characters of a UTF-16 reading without BOM: Chinese text
FAMILIAR = 0.85  # of its Han characters: frequent ones (of all that there are, a sixth)
FAMILIAR_SAMPLE = 400  # characters
SHORT = 60  # characters outside ASCII up to which common characters alone tell little

LOST_BEFORE = 0.5  # of the characters outside ASCII: a page that was decoded wrongly before it was saved
MIXED_SHARE = 0.3  # of the bytes outside ASCII in lines of UTF-8: a page put together from parts in several encodings
_HIGH = bytes(range(0x80, 0x100))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"PK\x03\x04", "zip archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "Office document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"\x7fELF", "program"),
    (b"Rar!", "RAR archive"),
)
_ENCODINGS = ("utf", "iso8859", "cp", "koi8", "mac", "euc", "shift", "iso2022", "ascii", "johab", "tis")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)|encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE)
# The most frequent Han characters of running text: they tell a right reading from a wrong one.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
    "電與業產區這個來時們過對會說動國發經進實現關於為學開長門問間見體點務報東車馬"
    "电业区实现关开长门问间见体点务报东车市省县园政企项目建设新高技术合化重全加力推"
)


@dataclass(frozen=True)
class Decoded:
    """Text, the encoding it was read in, and how many places could not be read (shown as U+FFFD)."""

    text: str
    encoding: str
    lost: int = 0


class NotText(ValueError):
    """The bytes are no text; the message says what they are."""


def _keep_nbsp(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8: a blank for the no-break space of Western encodings, else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return (" " if error.object[error.start : error.end] == b"\xa0" else REPLACEMENT), error.end


NBSP_KEPT = "parknews.nbsp"
codecs.register_error(NBSP_KEPT, _keep_nbsp)


def decode(data: bytes) -> Decoded:
    """Read the bytes of a page. Raises NotText for empty or binary content.

    Every gb* label is read as GB18030, their superset. A label in the page is only a candidate: strict UTF-8 goes
    first, since a text that is not UTF-8 almost never reads as UTF-8 by chance.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise NotText("the file is empty")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], encoding)
    _refuse_known_files(data)
    if wide := _bare_utf16(data):
        return _read(data, wide)
    _refuse_binary(data.rstrip(b"\x00"))
    data = data.replace(b"\x00", b"")  # left by programs that wrote blocks or were stopped
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def was_lost(text: str) -> bool:
    """Whether most of a text was lost when it was decoded, by whoever saved it: replacement characters."""
    return text.count(REPLACEMENT) > LOST_BEFORE * sum(char >= "\u0080" for char in text)


def _refuse_known_files(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"not a page but a binary file ({name})")


def _refuse_binary(data: bytes) -> None:
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > BINARY_CONTROLS * len(sample) + 8:
        raise NotText("not a page but a binary file")


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without a BOM: one parity full of zeros (Latin), or a reading that is mostly Han (Chinese)."""
    sample = data[: min(4000, len(data) & ~1)]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2], sample[1::2]
    for encoding, zeros in (("utf-16-le", odd), ("utf-16-be", even)):
        if zeros.count(0) > ZERO_COLUMN * len(zeros) and sample.count(0) < 0.55 * len(sample):
            return encoding
    if not sample.count(0) and _is_utf8(data):
        return None  # pairs of Latin letters are Han characters in UTF-16
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if _han_share(text) > UTF16_HAN and _familiar(text) > FAMILIAR:
            return encoding
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _familiar(text: str, codec: str = "") -> float:
    """Share of the Han characters of a text that are in the first, frequent part of GB2312 (or of Big5)."""
    han = [c for c in text[:FAMILIAR_SAMPLE] if "\u4e00" <= c <= "\u9fff"]
    simplified = sum(b"\xb0" <= c.encode("gb2312", "replace") < b"\xd8" for c in han) if codec != "big5hkscs" else 0
    traditional = sum(b"\xa4" <= c.encode("big5", "replace") < b"\xc7" for c in han) if codec != "gb18030" else 0
    return max(simplified, traditional) / max(1, len(han))


def _han_share(text: str) -> float:
    return sum("\u4e00" <= c <= "\u9fff" for c in text) / max(1, len(text))


def _legacy(data: bytes) -> Decoded:
    """Not strict UTF-8: choose among UTF-8 with faults, the detector's word, the label, GB18030 and Big5."""
    faulty = data.decode("utf-8", NBSP_KEPT)
    broken = faulty.count(REPLACEMENT)
    multibyte = sum(c >= "\u0080" for c in faulty) - broken
    if broken <= BROKEN_UTF8_SHARE * multibyte or _utf8_lines(data) > MIXED_SHARE:
        return _mixed_lines(data, faulty)
    detected = cchardet.detect(data[:SAMPLE]).get("encoding")
    labels = [m.group(1) or m.group(2) for m in _DECLARED.finditer(data[:4096])]
    names = [detected, *(label.decode("ascii", "replace") for label in labels), "gb18030", "big5hkscs"]
    readings = [_read(data, codec) for codec in dict.fromkeys(filter(None, map(_codec, names)))]
    best = max(readings, key=_plausibility)
    if _UTF8_RUN.search(data):
        best = _with_utf8(data, best)
    if best.lost > UNREADABLE * len(best.text):
        raise NotText("not text in any known encoding")
    return best


def _with_utf8(data: bytes, reading: Decoded) -> Decoded:
    """The same reading with the pieces in UTF-8 of a page that was put together from parts."""
    parts = [
        Decoded(piece.decode("utf-8"), "utf-8")
        if _UTF8_RUN.search(piece) and _is_utf8(piece)
        else _read(piece, reading.encoding)
        for piece in _PIECE.split(data)
    ]
    if all(part.encoding != "utf-8" for part in parts):
        return reading
    return Decoded("".join(p.text for p in parts), f"utf-8+{reading.encoding}", sum(p.lost for p in parts))


# Four Han characters or marks in a row; and where a page's parts may meet: at the bytes that end no character of GBK or
# Big5.
_UTF8_RUN = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef\xbc[\x80-\xbf]|\xe2\x80[\x80-\xbf]){4}")
_PIECE = re.compile(rb"(?=[\n<])|(?<=>)")


def _utf8_lines(data: bytes) -> float:
    """Share of the bytes outside ASCII in lines of strict UTF-8; hardly any are so by chance in other encodings."""
    inside = outside = 0
    for line in data.split(b"\n"):
        count = len(line) - len(line.translate(None, _HIGH))
        try:
            line.decode("utf-8")
            inside += count
        except UnicodeDecodeError:
            outside += count
    return inside / max(1, inside + outside)


def _codec(label: str | None) -> str | None:
    """The Python codec for a label; gb* is GB18030 and Big5 is Big5-HKSCS, their supersets."""
    if not label:
        return None
    name = label.lower().replace("_", "-")
    if name.startswith(("gb", "x-gb", "euc-cn", "hz")) or name == "cp936":
        return "gb18030"
    if name.startswith(("big5", "cp950", "x-x-big5")):
        return "big5hkscs"
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    # Python also has codecs that are no encodings of text (hex, punycode, undefined): a page may name them.
    return found if found.startswith(_ENCODINGS) else None


def _plausibility(reading: Decoded) -> float:
    """Share of very common Chinese characters among those outside ASCII, minus what was lost."""
    sample = [c for c in reading.text[:SAMPLE] if c >= "\u0080"]
    if not sample:
        return 0.0
    common = sum(c in _COMMON for c in sample)
    familiar = _familiar(reading.text, reading.encoding) if len(sample) <= SHORT else 0.0
    return (common - 10 * sample.count(REPLACEMENT)) / len(sample) + familiar


def _read(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, NBSP_KEPT if encoding == "utf-8" else "replace")
    return Decoded(text, encoding, text.count(REPLACEMENT))


def _line(line: bytes) -> Decoded:
    """A line that is not strict UTF-8: with a few broken characters, or in another encoding."""
    cut = _read(line, "utf-8")
    if _UTF8_RUN.search(line) and cut.lost <= CUT_SHARE * len(cut.text) + 1:
        return cut
    return max((_read(line, "gb18030"), cut, _read(line, "big5hkscs")), key=_plausibility)


CUT_SHARE = 0.05  # of the characters of such a line: broken ones


def _mixed_lines(data: bytes, faulty: str) -> Decoded:
    """A UTF-8 page with faulty lines: those lines may be GB18030 (pages assembled from parts); the rest is lost."""
    lines: list[str] = []
    mixed: list[str] = []
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            reading = _line(line)
            if reading.encoding != "utf-8":
                mixed.append(reading.encoding)
            lines.append(reading.text)
    text = "\n".join(lines) if mixed else faulty
    return Decoded(text, "+".join(dict.fromkeys(("utf-8", *mixed))), text.count(REPLACEMENT))
