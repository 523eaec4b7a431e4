"""Which of many signatures are like a given one: locality-sensitive hashing in flat arrays.

A signature is cut into bands; those that have a band in common are candidates. Memory for each signature: 4 bytes for
each of its numbers, and 12 to 20 for each band.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from operator import eq

from indexer.copies.signature import NUMBERS

ROWS = 3  # numbers of a band
BANDS = NUMBERS // ROWS
MOST_IN_SLOT = 50  # looked at, the newest: thousands of notices of one form may have a band in common
LEAST_SHARED = 0.3  # of the numbers: an estimate of the strings that two texts share
FIRST_SLOTS = 1 << 10
NONE = 0  # ends a chain; entries are counted from 1
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd, so that no two bands get one key often


class Candidates:
    """Signatures by number, from 0 in the order in which they were added."""

    def __init__(self) -> None:
        self._numbers = array("I")
        self._keys = array("I", [0])  # of each entry: one band of one signature
        self._following = array("I", [NONE])  # the next entry in the same slot
        self._slots = array("I", [NONE]) * FIRST_SLOTS
        self._last: tuple[tuple[int, ...], list[int]] = ((), [])

    def __len__(self) -> int:
        return len(self._numbers) // NUMBERS

    def add(self, numbers: tuple[int, ...]) -> int:
        """Keep the numbers of a signature; return its own number."""
        self._numbers.extend(numbers)
        mask = len(self._slots) - 1
        for key in self._bands(numbers):
            slot = key & mask
            self._following.append(self._slots[slot])
            self._slots[slot] = len(self._keys)
            self._keys.append(key)
        if len(self._keys) > len(self._slots):
            self._grow()
        return len(self) - 1

    def like(self, numbers: tuple[int, ...]) -> list[int]:
        """The signatures that are like this one, the likest first, of those alike the oldest."""
        wanted = array("I", numbers)
        found = {number for key in self._bands(numbers) for number in self._with_key(key)}
        shared = {n: sum(map(eq, wanted, self._numbers[n * NUMBERS : (n + 1) * NUMBERS])) for n in found}
        near = [number for number, count in shared.items() if count >= LEAST_SHARED * NUMBERS]
        return sorted(near, key=lambda number: (-shared[number], number))

    def _bands(self, numbers: tuple[int, ...]) -> list[int]:
        """Their keys; a signature is looked for and then added, so the last ones are kept."""
        if self._last[0] is not numbers:
            self._last = (numbers, _keys(numbers))
        return self._last[1]

    def _with_key(self, key: int) -> Iterator[int]:
        entry = self._slots[key & (len(self._slots) - 1)]
        seen = 0
        while entry != NONE and seen < MOST_IN_SLOT:
            if self._keys[entry] == key:
                yield (entry - 1) // BANDS
            entry = self._following[entry]
            seen += 1

    def _grow(self) -> None:
        self._slots = array("I", [NONE]) * (2 * len(self._slots))
        mask = len(self._slots) - 1
        for entry in range(1, len(self._keys)):
            slot = self._keys[entry] & mask
            self._following[entry] = self._slots[slot]
            self._slots[slot] = entry


def _keys(numbers: tuple[int, ...]) -> list[int]:
    """A number of 32 bits for each band."""
    one, two, three = _FACTORS
    rows = zip(range(BANDS), numbers[0::ROWS], numbers[1::ROWS], numbers[2::ROWS], strict=True)
    return [((band + a * one + b * two + c * three) >> 24) & 0xFFFFFFFF for band, a, b, c in rows]
