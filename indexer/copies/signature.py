"""The signature of a text: few numbers that two texts have in common as often as they share strings of five characters.

MinHash (rensa). It is stored with the document, so that a later run finds copies of texts that it does not read again.
"""

from __future__ import annotations

import base64
import struct
from typing import Any

from rensa import RMinHash

from indexer.copies.core import core_of
from mappings.alignment import comparable

NUMBERS = 66
GRAM = 5  # characters
SEED = 1
VERSION = f"2-{RMinHash.ALGORITHM_VERSION}-{NUMBERS}-{GRAM}-{SEED}"  # raise the first number when the core changes
_PACKED = struct.Struct(f"<{NUMBERS}I")


def signature_of(body: str) -> dict[str, str]:
    """The signature of a folded body, as it is stored: its version, and its numbers in base64."""
    return {"version": VERSION, "minhash": base64.b64encode(minhash(comparable(core_of(body), folded=True))).decode()}


def minhash(text: str) -> bytes:
    """The numbers of a text as bytes; a text shorter than a string of five counts as one."""
    made = RMinHash(num_perm=NUMBERS, seed=SEED)
    made.update([text[n : n + GRAM] for n in range(len(text) - GRAM + 1)] or [text])
    return _PACKED.pack(*made.digest())


def numbers_of(stored: Any) -> tuple[int, ...] | None:
    """The numbers of a stored signature; None for one that was made another way or cannot be read."""
    if not isinstance(stored, dict) or stored.get("version") != VERSION:
        return None
    try:
        return _PACKED.unpack(base64.b64decode(stored["minhash"], validate=True))
    except (KeyError, TypeError, ValueError, struct.error):
        return None
