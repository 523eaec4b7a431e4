"""A sentence for people that can be said in another language: what it says, and the values in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self


class Message(str):
    """A sentence in Chinese, ready to print, that remembers how it was made.

    `template` is its text with %(name)s for each value; a catalogue holds translations by it. Numbers are written with
    commas between thousands, several values of one name with 、. A value may be a message itself. Without values the
    text is taken as it is.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        made = super().__new__(cls, fill(template, values, "、"))
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.template, dict(self.values))


def fill(template: str, values: Mapping[str, object], comma: str) -> str:
    """A template with its values; `comma` stands between several of one name."""
    return template % {name: _written(value, comma) for name, value in values.items()} if values else template


def _written(value: object, comma: str) -> object:
    if isinstance(value, tuple):
        return comma.join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else value


def _made(template: str, values: dict[str, object]) -> Message:
    return Message(template, **values)
