"""What a word that occurs nowhere may have been meant to be: names that sound or look like it, then one character
exchanged for one of the same sound or a similar shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import lexicon
from mappings import fold
from search.known_names import KnownName
from search.pinyin import homophones, initials, syllables

MOST = 300  # spellings tried
LONGEST = 12  # characters of a word whose characters are exchanged one by one
SHORTEST_NAME = 2  # syllables
SHORTEST_ALIKE = 3  # characters of a name that may differ in one of them
SHORTEST_INSIDE = 4  # where it is a part of the text only
LONGEST_TEXT = 60  # characters; a pasted text is not misspelt in one place


def spellings(text: str, names: tuple[KnownName, ...]) -> list[str]:
    """Other spellings of a text, the likelier ones first; the text itself is not among them."""
    wanted = fold(text)
    if len(wanted) > LONGEST_TEXT:
        return []
    candidates = (*_names_that_sound(wanted, names), *_names_alike(wanted, names), *_exchanged(wanted))
    return list(islice((c for c in dict.fromkeys(candidates) if c != wanted), MOST))


def _names_that_sound(text: str, names: tuple[KnownName, ...]) -> Iterator[str]:
    """The text with a part replaced by a name that is read as the part is; or the names whose initials it is."""
    if text.isascii():
        yield from (name.name for name in names if initials(name.name) == text.lower())
        return
    sound = syllables(text)
    if len(sound) != len(text):  # letters or digits in it: syllables and characters do not run in step
        return
    for form in _forms(names):
        part = syllables(form)
        if SHORTEST_NAME <= len(part) <= len(sound) and len(part) == len(form):
            for start in range(len(sound) - len(part) + 1):
                if sound[start : start + len(part)] == part:
                    yield text[:start] + form + text[start + len(form) :]


def _names_alike(text: str, names: tuple[KnownName, ...]) -> Iterator[str]:
    """The text with a part replaced by a name that differs from the part in one character."""
    for form in _forms(names):
        size = len(form)
        if size < (SHORTEST_ALIKE if size == len(text) else SHORTEST_INSIDE):
            continue
        for start in range(len(text) - size + 1):
            if sum(map(str.__ne__, form, text[start : start + size])) == 1:
                yield text[:start] + form + text[start + size :]


def _exchanged(text: str) -> Iterator[str]:
    if len(text) > LONGEST:
        return
    alike = lexicon.look_alikes()
    for near in (lambda c: sorted(homophones(c)), lambda c: sorted(alike.get(c, ()))):
        for at, character in enumerate(text):
            yield from (text[:at] + other + text[at + 1 :] for other in near(character))


def _forms(names: tuple[KnownName, ...]) -> Iterator[str]:
    return (fold(form) for name in names for form in name.forms)
