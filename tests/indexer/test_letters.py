"""Letters to an office: question and answer are the text, who wrote when and how content he is are facts beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from mappings import Document

TODAY = dt.date(2026, 1, 1)
QUESTION = "局长您好，我家门前的路灯坏了半年，晚上出行很不方便，请问什么时候能修好？"
ANSWER = (
    "网友您好，您反映的路灯问题我们已经了解，现答复如下：经现场查看，该路段线路老化，我局已列入今年的改造计划。",
    "改造工程将于下月开工，年底前完工。施工期间给您带来不便，敬请谅解，感谢您对我们工作的关心和支持。",
)
TABLE = (
    "<table><tr><td>信件标题：</td><td>门前的路灯</td></tr><tr><td>写 信 人：</td><td>刘某</td></tr>"
    "<tr><td>写信时间：</td><td>2021-07-28 16:09:17</td></tr><tr><td>来信内容：</td><td>{question}</td></tr>"
    "<tr><td>回复部门：</td><td>云岭市城管局</td></tr><tr><td>回复内容：</td><td>{answer}</td></tr>"
    "<tr><td>满 意 度：</td><td>基本满意</td></tr></table>"
)
BOXES = (
    "<div class='ask'><p>网民：张***</p><p>发布时间：2021-07-28 06:53 浏览量：97</p><p>{question}</p></div>"
    "<div class='reply'><p>回复单位 城管局 2021-08-02</p>{answer}</div><p>满意度评价：</p>"
)
LINES = (
    "<p>{question}</p><p>写信人：刘某</p><p>写信时间：2021-07-28</p><p>信件回复：</p><div>{answer}</div>"
    "<p>回复部门：城管局</p>"
)


def made(frame: str) -> Document:
    answer = "".join(f"<p>{paragraph}</p>" for paragraph in ANSWER)
    shown = frame.format(question=QUESTION, answer=answer)
    html = f"<title>门前的路灯-云岭市人民政府</title><div><a href='/'>首页</a></div><h1>门前的路灯</h1>{shown}"
    document = process(RawPage(html, "letter.html", None, "html"), TODAY)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("frame", [TABLE, BOXES, LINES], ids=["table", "boxes", "lines"])
def test_question_and_answer_are_the_text(frame: str) -> None:
    document = made(frame)
    assert document.title == "门前的路灯"
    assert QUESTION in document.body
    assert all(paragraph in document.body for paragraph in ANSWER)
    assert "满意" not in document.body
    assert document.kind == "其他"


@pytest.mark.parametrize("frame", [BOXES, LINES], ids=["boxes", "lines"])
def test_the_facts_stand_outside_and_give_the_date(frame: str) -> None:
    document = made(frame)
    assert "刘某" not in document.body
    assert "张***" not in document.body
    assert document.published == dt.date(2021, 7, 28)


def test_the_kind_names_where_its_words_stand() -> None:
    [kind] = [evidence for evidence in made(LINES).evidence if evidence.fact == "kind"]
    assert (kind.text, kind.where) == ("写信人：", "head")


def test_news_about_letters_keep_their_beginning() -> None:
    news = "<p>近日，云岭市召开信访工作会议，听取来信来访办理情况汇报。</p><p>会议要求，办理时限要缩短。</p>"
    document = made(f"<p>发布时间：2021-07-28 来源：云岭日报</p>{news}")
    assert document.body.startswith("近日，云岭市召开信访工作会议")
    assert [r for r in document.removed if r.reason == "facts of a letter"] == []
