"""Which characters a text must hold for a pattern to match at all: a cheap test that spares most searches.

A line of a menu is asked some sixty patterns, and hardly one of its characters stands in any of them.
"""

from __future__ import annotations

import importlib
import re
from typing import Any

# The parser of the standard library, private but the same from 3.11 on; where it is gone, every pattern is searched.
try:
    _PARSER: Any = importlib.import_module("re._parser")
except ImportError:
    _PARSER = None

# Characters that stand in so many lines that looking for them spares little: of two ways, the rarer is taken.
_COMMON = frozenset("中国政务公开信息新闻网站服务发文件通知工作区市县关于的一年月日人民大会上下本有相最不为，、。：:-|")
_COMMON_COST, _DIGITS_COST, _SPACES_COST = 6, 24, 24
_RANGE_MOST = 64  # characters of a range that is still worth a test
Needed = tuple[int, frozenset[str]]  # what the test lets through, roughly; and members of a class of characters


def needed(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """A class of characters of which every match has at least one; None where the pattern can do without."""
    found = _of_sequence(_PARSER.parse(pattern.pattern, pattern.flags)) if _PARSER else None
    return re.compile(f"[{''.join(sorted(found[1]))}]", pattern.flags) if found else None


def _of_sequence(items: Any) -> Needed | None:
    """Of what follows each other, everything is needed: the rarest is asked for."""
    return min((found for item in items if (found := _of_item(item))), key=lambda f: f[0], default=None)


def _of_item(item: Any) -> Needed | None:
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return (_COMMON_COST if chr(value) in _COMMON else 1), frozenset((re.escape(chr(value)),))
    if name == "IN":
        return _of_class(value)
    if name == "BRANCH":
        return _of_any([_of_sequence(branch) for branch in value[1]])
    if name in ("SUBPATTERN", "ATOMIC_GROUP", "ASSERT"):  # what is looked ahead for stands in the text, too
        return _of_sequence(value if name == "ATOMIC_GROUP" else value[-1])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _of_sequence(value[2])
    return None


def _of_class(members: Any) -> Needed | None:
    return _of_any([_of_member(str(name), value) for name, value in members])


def _of_member(name: str, value: Any) -> Needed | None:
    if name == "LITERAL":
        return (_COMMON_COST if chr(value) in _COMMON else 1), frozenset((re.escape(chr(value)),))
    if name == "RANGE" and value[1] - value[0] < _RANGE_MOST:
        return value[1] - value[0] + 1, frozenset((f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}",))
    if name == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
        return _DIGITS_COST, frozenset((r"\d",))
    if name == "CATEGORY" and str(value) == "CATEGORY_SPACE":
        return _SPACES_COST, frozenset((r"\s",))
    return None


def _of_any(ways: list[Needed | None]) -> Needed | None:
    """Of what stands for each other, each can be the one."""
    known = [way for way in ways if way]
    if not known or len(known) < len(ways):
        return None
    return sum(cost for cost, _ in known), frozenset().union(*(members for _, members in known))
