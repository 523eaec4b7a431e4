"""Signs that forums scatter over a text against copying, hidden on the page but in every copy: 8 _5 }4 c1 a) W5 J*."""

from __future__ import annotations

import re

# It begins with a class of characters, which is found quickly, and looks back then.
_RUN = re.compile(r"[!-~](?<![!-~]{2})[!-~]{0,3}[ \t](?:[!-~]{1,4}[ \t]){4,}[!-~]{1,4}(?![!-~])")
_SIGN = re.compile(r"[!#$%&'()*+,:;<=>?@\[\]^_`{|}~/\\\"]")
_LETTER = re.compile("[A-Za-z]")
LEAST_SIGNS, LEAST_LETTERS = 3, 3  # of such a run: figures of a table and initials have fewer


_HIDDEN = re.compile(r"<(font|span|div)\s+class=[\"']?jammer[\"']?[^<>]*>[^<]*</\1>", re.IGNORECASE)


def without_hidden_jammer(source: str) -> str:
    """The source of a page of HTML without the elements that hold such runs."""
    return _HIDDEN.sub("", source) if "jammer" in source else source


def without_jammer(text: str) -> str:
    """The text without such runs."""
    return _RUN.sub(_judged, text)


def _judged(match: re.Match[str]) -> str:
    run = match[0]
    words = any(len(token) > 2 and token.isalpha() for token in run.split())  # C & C++, A / B / C: English
    jams = len(_SIGN.findall(run)) >= LEAST_SIGNS and len(_LETTER.findall(run)) >= LEAST_LETTERS
    return " " if jams and not words and any(map(str.isdigit, run)) else run
