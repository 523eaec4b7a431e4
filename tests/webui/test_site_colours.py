"""Contrast of the text colours in both schemes, where a browser's checker cannot see through pictures and layers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).parents[2] / "webui/static/site.css").read_text(encoding="utf-8")
AA = 4.5  # WCAG 2.2, 1.4.3, text of any size
PAIRS = [
    *((text, ground) for text in ("ink", "ink-2", "ink-3", "accent") for ground in ("paper", "surface", "sunk", "bar")),
    ("ink", "bar-on"),
    ("ink-2", "bar-on"),
    ("accent-strong", "accent-soft"),
    ("accent-strong", "bar-on"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("mark-ink", "mark"),
    ("accent", "mark"),
    ("slogan", "slogan-soft"),
    ("slogan", "paper"),
    ("industry", "industry-soft"),
    ("danger", "paper"),
    ("danger", "slogan-soft"),
    ("paper", "danger"),
]


def tokens(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str) -> None:
    colours = tokens(scheme)
    low = {}
    for text, ground in PAIRS:
        dark, bright = sorted(luminance(colours[c]) for c in (text, ground))
        ratio = (bright + 0.05) / (dark + 0.05)
        if ratio < AA:
            low[f"{text} on {ground}"] = round(ratio, 2)
    assert not low


def test_both_schemes_define_the_same_colours() -> None:
    light, dark = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    names = [set(re.findall(r"--([\w-]+): #", part)) for part in (light, dark)]
    assert names[0] == names[1]


def test_colours_stand_in_the_tokens_only() -> None:
    rules = SHEET.split("/* Ground", 1)[1].split("@media print", 1)[0]
    assert not re.findall(r"#[0-9a-f]{3,8}\b", rules)
