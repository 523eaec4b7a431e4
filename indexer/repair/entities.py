"""HTML entities that were escaped twice, so that readers of the page see `&nbsp;` or `&amp;ldquo;` as text."""

from __future__ import annotations

import html
import re
from collections import Counter

from mappings import Repair

LEAST_CODES = 3  # in a row, of a text that has them by mistake
# Entities of running text only: &lt; and &gt; may be meant, and would make new tags.
_NAMES = (
    "amp nbsp ensp emsp thinsp quot apos ldquo rdquo lsquo rsquo laquo raquo mdash ndash hellip middot bull times"
    " divide deg permil plusmn yen copy reg trade sect sup2 sup3 frac12 minus"
)
# Those that nothing else is written like, without a semicolon, too.
_BARE = "nbsp ldquo rdquo lsquo rsquo mdash hellip middot"
_ENTITY = re.compile(
    rf"&(?:amp;)*(?:(?:#(?:\d{{2,6}}|[xX][0-9a-fA-F]{{2,5}})|(?:{'|'.join(_NAMES.split())}));"
    rf"|(?:{'|'.join(_BARE.split())})(?![0-9A-Za-z;=]))"
)
# Codes of Chinese characters and marks, as scripts have them.
_CODE = re.compile(r"\\u((?:[4-9][0-9a-fA-F]|20|30|[fF]{2})[0-9a-fA-F]{2})")
_CODES = re.compile(rf"(?:{_CODE.pattern}){{{LEAST_CODES}}}")


def unescape(text: str) -> tuple[str, list[Repair]]:
    """The text with such entities as the characters they mean, and one repair for each kind of them."""
    text, escaped = _unescape_codes(text)
    if "&" not in text:
        return text, escaped
    found = Counter(match[0] for match in _ENTITY.finditer(text) if _meant(match[0]) != match[0])
    if not found:
        return text, escaped
    repairs = [Repair(entity, _meant(entity), note=f"{count} times") for entity, count in found.most_common()]
    repairs += escaped
    return _ENTITY.sub(lambda match: _meant(match[0]), text), repairs


def _unescape_codes(text: str) -> tuple[str, list[Repair]]:
    """The text with codes such as \\u5168 as the characters they mean, if it has some in a row; one repair for each."""
    if "\\u" not in text or not _CODES.search(text):
        return text, []
    found = Counter(match[0] for match in _CODE.finditer(text))
    repairs = [Repair(code, chr(int(code[2:], 16)), note=f"{count} times") for code, count in found.most_common()]
    return _CODE.sub(lambda match: chr(int(match[1], 16)), text), repairs


def _meant(entity: str) -> str:
    """The character; a blank for every kind of blank, line breaks included; the entity itself where it means none."""
    value = entity if entity.endswith(";") else entity + ";"
    while (next_value := html.unescape(value)) != value:
        value = next_value
    if value.isspace():
        return " "
    is_text = value.isprintable() or "\ue000" <= value <= "\uf8ff"  # fonts of a site have signs of their own
    return value if len(value) == 1 and is_text and value not in "<>\ufffd" else entity
