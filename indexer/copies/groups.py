"""Near-copies get one group: each document is held against those before it, in the order in which they are written."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import Any

from indexer.copies.candidates import Candidates
from indexer.copies.core import Text
from indexer.copies.signature import numbers_of
from indexer.copies.verdict import same_text

MOST_COMPARED = 4  # texts that a document is held against, the likest ones
KEPT_CHARACTERS = 8_000_000  # of texts that may be needed again soon
Reader = Callable[[list[str]], dict[str, Text]]  # the texts of these documents, as far as they are there


class Groups:
    """The groups of a collection as they grow. The same documents in the same order always get the same groups."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._candidates = Candidates()
        self._ids: list[str | None] = []  # of the signatures; None for one that no longer counts
        self._groups: list[str] = []
        self._numbers: dict[str, int] = {}
        self._used: Counter[str] = Counter()  # documents in each group, but for those that are alone under their own id
        self._texts = _Texts()

    def know(self, identity: str, group: str, signature: Any) -> None:
        """A document that the collection holds already."""
        if group != identity:
            self._used[group] += 1
        if (numbers := numbers_of(signature)) is not None:
            self._add(identity, group, numbers)

    def join(self, identity: str, source: dict[str, Any]) -> str:
        """The group of a document that is about to be written: that of the first text it is a copy of, else its own."""
        self._forget(identity)
        numbers = numbers_of(source.get("signature"))
        if numbers is None:
            return self._own(identity)
        group = self._group_of_copy(numbers, source) or self._own(identity)
        if group != identity:
            self._used[group] += 1
        self._add(identity, group, numbers)
        return group

    def _group_of_copy(self, numbers: tuple[int, ...], source: dict[str, Any]) -> str | None:
        near = [n for n in self._candidates.like(numbers) if self._ids[n] is not None][:MOST_COMPARED]
        if not near:
            return None
        text = Text.of_source(source)
        missing = [i for n in near if (i := self._ids[n]) is not None and i not in self._texts]
        if missing:
            for identity, found in self._read(missing).items():
                self._texts.keep(identity, found)
        for number in near:
            other = self._texts.get(self._ids[number] or "")
            if other is not None and same_text(other, text):
                return self._groups[number]
        return None

    def _own(self, identity: str) -> str:
        """Its own id; another one where copies of its former text still go by that."""
        group, number = identity, 1
        while self._used[group]:
            number += 1
            group = f"{identity}-{number}"
        return group

    def _forget(self, identity: str) -> None:
        number = self._numbers.pop(identity, None)
        if number is None:
            return
        self._ids[number] = None
        self._texts.drop(identity)
        if self._groups[number] != identity:
            self._used[self._groups[number]] -= 1

    def _add(self, identity: str, group: str, numbers: tuple[int, ...]) -> None:
        self._numbers[identity] = self._candidates.add(numbers)
        self._ids.append(identity)
        self._groups.append(group)


class _Texts:
    """The texts used last, as many as there is room for."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, Text] = OrderedDict()
        self._characters = 0

    def __contains__(self, identity: str) -> bool:
        return identity in self._texts

    def get(self, identity: str) -> Text | None:
        if identity in self._texts:
            self._texts.move_to_end(identity)
        return self._texts.get(identity)

    def keep(self, identity: str, text: Text) -> None:
        self.drop(identity)
        self._texts[identity] = text
        self._characters += len(text.body)
        while self._characters > KEPT_CHARACTERS and len(self._texts) > MOST_COMPARED:
            self._characters -= len(self._texts.popitem(last=False)[1].body)

    def drop(self, identity: str) -> None:
        if (text := self._texts.pop(identity, None)) is not None:
            self._characters -= len(text.body)
