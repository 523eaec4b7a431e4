"""GBK as the damaging converter reads it: byte pairs to characters and back, and the pairs that it loses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

CUT = 0xFF  # stands for the invisible byte in front of a mark: no lead byte, no trail byte, and dropped on its own
LOST = "?"  # what the converter writes for an impossible pair
ASCII_TRAILS = range(0x40, 0x7F)
EURO = 0x80  # the one byte that is a character by itself ("€") and a possible trail byte

# Lead byte: the trail bytes with which it is a private-use character of GBK (user areas and holes), which vanish.
# As PHP 8 mb_convert_encoding and Windows have it; "40-A0" is a range of trail bytes.
_VANISHING = {
    "A1": "40-A0",
    "A2": "40-A0 AB-B0 E3-E4 EF-F0 FD-FE",
    "A3": "40-A0",
    "A4": "40-A0 F4-FE",
    "A5": "40-A0 F7-FE",
    "A6": "40-A0 B9-C0 D9-DF EC-ED F3 F6-FE",
    "A7": "40-A0 C2-D0 F2-FE",
    "A8": "96-A0 BC BF C1-C4 EA-FE",
    "A9": "58 5B 5D-5F 89-95 97-A3 F0-FE",
    **{f"{lead:02X}": "A1-FE" for lead in (*range(0xAA, 0xB0), *range(0xF8, 0xFE))},
    "D7": "FA-FE",
    "FE": "50-FE",
}


def _span(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


VANISHING: dict[int, frozenset[int]] = {
    int(lead, 16): frozenset(b for part in parts.split() for b in _span(part)) - {0x7F}
    for lead, parts in _VANISHING.items()
}

# Lead bytes that vanish with the same trail bytes are one class; its number is the first of them.
VANISHING_CLASS = {lead: next(k for k, v in VANISHING.items() if v == trails) for lead, trails in VANISHING.items()}
VANISHED_TRAILS = {number: VANISHING[number] for number in VANISHING_CLASS.values()}


def possible(lead: int, trail: int) -> bool:
    """Whether two bytes are a pair of GBK at all, assigned or not."""
    return 0x81 <= lead <= 0xFE and 0x40 <= trail <= 0xFE and trail != 0x7F


def decode_pair(lead: int, trail: int) -> str | None:
    """The character of a byte pair; None where the pair is impossible, vanishes, or is not one character."""
    return _pairs().get(lead << 8 | trail)


@cache
def _pairs() -> dict[int, str]:
    pairs = {}
    for lead in range(0x81, 0xFF):
        gone = VANISHING.get(lead, frozenset())
        for trail in range(0x40, 0xFF):
            if possible(lead, trail) and trail not in gone:
                char = bytes((lead, trail)).decode("gb18030", errors="replace")
                if len(char) == 1:
                    pairs[lead << 8 | trail] = char
    return pairs


def all_pairs() -> Iterator[tuple[int, int, str]]:
    """Every (lead, trail, character) that survives the converter."""
    return ((code >> 8, code & 0xFF, char) for code, char in _pairs().items())


@cache
def encode(char: str) -> tuple[int, int] | None:
    """The two bytes of a character; None for ASCII and for what GBK does not have."""
    try:
        data = char.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return (data[0], data[1]) if len(data) == 2 else None


def decode(data: bytes) -> str:
    """Bytes as the damaging converter shows them: impossible pair -> "?" for both bytes, private use -> nothing."""
    out: list[str] = []
    at, pairs = 0, _pairs()
    while at < len(data):
        lead = data[at]
        if lead <= EURO:
            out.append(chr(lead) if lead < EURO else "€")
            at += 1
        elif lead == CUT:
            at += 1
        else:
            trail = data[at + 1] if at + 1 < len(data) else CUT
            out.append(pairs.get(lead << 8 | trail, "" if possible(lead, trail) else LOST))
            at += 2
    return "".join(out)
