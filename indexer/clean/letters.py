"""Letters to an office and its answers: the question belongs to the text, the facts beside it do not."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.clean.body import Cut
from indexer.clean.line import Line
from indexer.clean.patterns import reason_of

FACT = "facts of a letter"
LEAST_FACTS = 2  # lines of such facts that make a page one of letters
LONGEST_FACT = 40  # characters of a line that is one
LEAST_QUESTION = 12  # characters
REACH = 25  # lines above the answer in which its question stands
_WHO = (
    r"(?:写\s*信|来\s*信|发\s*信|回\s*信|信\s*件|留\s*言|提\s*问|咨\s*询|投\s*诉|诉\s*求|建\s*议|回\s*复|答\s*复|办\s*理"
    r"|受\s*理|处\s*理)"
)
_WHAT = (
    r"(?:人|者|时\s*间|日\s*期|部\s*门|单\s*位|机\s*构|对\s*象|编\s*号|类\s*[型别]|来\s*源|状\s*态|标\s*题|主\s*题|内\s*容|情\s*况"
    r"|结\s*果|回\s*复|满意度)"
)
_LABELLED = re.compile(rf"^\W*(?:{_WHO}\s*{_WHAT}|满\s*意\s*度|网\s*[民友]|处理状态)\S{{0,4}}?\s*(?:[:：|]|\s|$)")
_FIELD = re.compile(
    r"^\W*(?:信件|来信|留言|咨询|投诉|诉求|提问|回复|答复|办理)?(?:内容|正文)\s*(?:[:：]\s*\|?|\|)\s*(?=\S)"
)
FIELD_REACH = 8  # characters of a paragraph in which the name of its field ends
_SENTENCE = re.compile(r"[。！？，；…?!,]")
_ANSWER = re.compile(r"回\s*[复信]|答\s*复|办\s*理|受\s*理|处\s*理")


def with_question(lines: list[Line], cut: Cut, title_end: int) -> Cut:
    """The text of a page of letters from the question on; other pages as they are. `title_end`: behind the title."""
    facts = {i for i, line in enumerate(lines) if _is_fact(line)}
    if len(facts) < LEAST_FACTS or not any(_ANSWER.search(lines[i].text) for i in facts):
        return cut
    above = range(max(title_end, cut.start - REACH, 0), cut.start)
    question = [i for i in above if i not in facts and _is_question(lines[i])]
    start = question[0] if question else cut.start
    beside = (i for i in range(start, cut.start) if i not in question)
    between = {i: FACT if i in facts else reason_of(lines[i], "head") or "above the text" for i in beside}
    inside = {i: FACT for i in facts if cut.start <= i < cut.end}
    return replace(cut, start=start, dropped=cut.dropped | between | inside)


def unlabelled(text: str) -> str:
    """A paragraph of a letter without the name of its field (回复内容：)."""
    return _FIELD.sub("", text) if "内容" in text[:FIELD_REACH] or text.startswith("正文") else text


def _is_fact(line: Line) -> bool:
    if len(line.text) > LONGEST_FACT or line.is_link or not _LABELLED.search(line.text):
        return False
    return not (_FIELD.match(line.text) and _SENTENCE.search(line.text))  # a short question, a short answer


def _is_question(line: Line) -> bool:
    is_prose = len(line.text) >= LEAST_QUESTION and bool(_SENTENCE.search(line.text))
    return is_prose and not line.is_link and line.hint is None and reason_of(line, "head") is None
