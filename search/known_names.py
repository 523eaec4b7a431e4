"""The names that a collection can be asked for: values of its documents, how they are typed, how often they occur."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import lexicon
from mappings import fold
from search.pinyin import initials, syllables

FIELDS = ("slogan", "park", "region", "industry")  # of the index whose values are names


@dataclass(frozen=True)
class Form:
    """How a name is written and read, folded."""

    text: str

    @cached_property
    def sounds(self) -> str:
        """Its syllables in pinyin."""
        return "".join(syllables(self.text))

    @cached_property
    def initials(self) -> str:
        """The initials of its syllables."""
        return initials(self.text)


@dataclass(frozen=True)
class KnownName:
    """A value of a field with the forms it is written in, the first being the usual one."""

    field: str
    value: str
    forms: tuple[str, ...]
    count: int  # documents

    @cached_property
    def read(self) -> tuple[Form, ...]:
        """The forms as they are compared with what is typed; made once, for there are thousands of names."""
        return tuple(Form(fold(form).lower()) for form in self.forms)

    @cached_property
    def typed(self) -> str:
        """All that is typed for it, on lines of their own: a text that is nowhere in it fits no form."""
        return "\n".join(line for form in self.read for line in (form.text, form.sounds, form.initials))

    @property
    def name(self) -> str:
        """The usual form."""
        return self.forms[0]


@dataclass(frozen=True)
class Match:
    """How well a typed text fits a name: smaller `rank` is better."""

    rank: int
    name: KnownName


STARTS, HOLDS, SOUNDS = 0, 1, 2  # ranks: a form begins with the text, has it inside, or is read like it


def known_names(counts: Mapping[str, Mapping[str, int]]) -> tuple[KnownName, ...]:
    """The names for the values of each field of FIELDS with their counts."""
    found = []
    for field in FIELDS:
        other_forms = _forms(field)
        for value, count in counts.get(field, {}).items():
            usual = value.rpartition("/")[2]
            forms = (usual, *(form for form in other_forms.get(value, ()) if form != usual))
            found.append(KnownName(field, value, forms, count))
    return tuple(found)


def matching(text: str, names: tuple[KnownName, ...]) -> list[Match]:
    """The names that a text may be the beginning of, the best first; the text is Chinese, pinyin, or its initials."""
    wanted = fold(text).strip().lower()
    if not wanted:
        return []
    sounds = "".join(syllables(wanted)) if len(wanted) > 1 and not wanted.isascii() else ""
    near = (name for name in names if wanted in name.typed or (sounds and sounds in name.typed))
    found = [Match(rank, name) for name in near if (rank := _rank(wanted, sounds, name)) is not None]
    return sorted(found, key=lambda m: (m.rank, -m.name.count, len(m.name.name), m.name.name))


def _rank(wanted: str, sounds: str, name: KnownName) -> int | None:
    ranks = [rank for form in name.read if (rank := _rank_of_form(wanted, sounds, form)) is not None]
    return min(ranks, default=None)


def _rank_of_form(wanted: str, sounds: str, form: Form) -> int | None:
    if wanted in form.text:
        return STARTS if form.text.startswith(wanted) else HOLDS
    if wanted.isascii():
        return SOUNDS if form.initials.startswith(wanted) or form.sounds.startswith(wanted) else None
    return SOUNDS if sounds and form.sounds.startswith(sounds) else None


@cache
def _forms(field: str) -> dict[str, tuple[str, ...]]:
    return {value: tuple(dict.fromkeys(forms)) for value, forms in _all_forms(field)}


def _all_forms(field: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    match field:
        case "slogan":
            yield from ((slogan.name, slogan.variants) for slogan in lexicon.slogans())
        case "park":
            yield from ((park.name, park.aliases) for park in lexicon.parks())
        case "region":
            yield from ((region.path, region.short_names) for region in lexicon.regions())
