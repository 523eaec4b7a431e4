"""The date under a document, however its lines were broken; and dates that only look like one."""

from __future__ import annotations

import pytest

from tests.indexer.dated_pages import TEXT, TITLE, html, proof, published, text

DAY = "2023-05-06"
NOTICE = "云岭市人民政府办公室关于印发园区高质量发展行动方案的通知"
BODY = "各县（区）人民政府，市政府各部门：《园区高质量发展行动方案》已经市政府同意，现印发给你们，请认真贯彻执行。"
PLAN = (
    "园区高质量发展行动方案为推动全市园区高质量发展，结合实际，制定本方案。一、总体要求。坚持项目为王，优化营商环境。"
)


@pytest.mark.parametrize(
    "below",
    [
        "云岭市人民政府办公室\n2023年5月6日",
        "云岭市人民政府办公室\n二〇二三年五月六日",
        "云岭市人民政府\n二０二三年五月六日",
        "云岭市人民政府办公室（代章）\n2023年5月6日",
        "云岭市财政局　云岭市工业和信息化局\n2023年5月6日\n（此件公开发布）",
        "云岭市人民政府办公室2023年5月6日",
        "云岭市人民政府办公室 2023年5月6日印发",
        "云岭市高新区管委会\n2023年5月6日\n附件：1.申报表.doc\n2.汇总表.xls",
        "云岭市高新区管委会\n2023年5月6日\n联系人：李四　联系电话：0000-1234567\n抄送：市委办公室。",
        "市长　李四\n2023年5月6日",
        "2023年5月6日",
        "（2023年5月6日）",
        "云岭市工业和信息化局2023年5月6日。",
        "完\n2023年5月6日（星期六）\n香港时间11时40分",
    ],
)
def test_a_signature(below: str) -> None:
    assert published(text(below=below)) == DAY
    paragraphs = "".join(f"<p>{line}</p>" for line in below.split("\n"))
    assert published(html(below=paragraphs), kind="html") == DAY


@pytest.mark.parametrize(
    ("below", "date"),
    [
        ("云岭市人民政府办公室\n2023年5月", "2023-05-01 month"),
        ("云岭市人民政府办公室\n二〇二三年五月", "2023-05-01 month"),
        ("云岭市人民政府办公室\n二〇二三年", "2023-01-01 year"),
    ],
)
def test_a_signature_without_its_day(below: str, date: str) -> None:
    assert published(text(below=below)) == date


@pytest.mark.parametrize(
    "content",
    [
        f"{BODY}\n云岭市人民政府办公室\n2023年5月6日\n{PLAN}\n{PLAN}",
        f"{BODY}\n云岭市人民政府办公室\n2023年5月6日{PLAN}\n{PLAN}",
        f"{BODY}\n2023年5月6日　　{PLAN}\n{PLAN}",
        f"{BODY}\n二〇二三年五月六日园区高质量发展行动方案\n{PLAN}",
        f"{BODY}\n二〇二三年五月六日　　公开程序：本单位审核后公开　　责任部门：市政府办公室",
        f"{BODY}云岭市人民政府办公室2023年5月6日{PLAN}{PLAN}",
        f"{BODY}云岭市人民政府办公室2023年5月6日（此件公开发布）{PLAN}",
        f"{BODY}附件：园区高质量发展行动方案2023年5月6日{PLAN}",
        f"{BODY}市　长　李四　　2023年5月6日　　{PLAN}",
        f"{BODY}\n2023年5月6日（云岭市工业和信息化局　2023年4月22日）\n{PLAN}",
    ],
)
def test_a_notice_above_the_plan_that_it_sends_out(content: str) -> None:
    assert published(f"{NOTICE}\n{content}") == DAY
    assert proof(f"{NOTICE}\n{content}").rule == "date of signature"


@pytest.mark.parametrize(
    "line",
    [
        "本办法自2023年6月1日起施行。云岭市人民政府2023年5月6日公布的《园区管理办法》同时废止。",
        "市工业和信息化局2023年5月6日印发的《园区考核细则》与本办法不一致的，以本办法为准。",
        "根据云岭市人民政府办公室2023年5月6日《关于加快园区发展的意见》，全市园区实行目标管理。",
        "（2012年11月25日云岭市第十一届人民代表大会常务委员会第三十三次会议通过）",
        "云岭市人民政府2023年5月6日召开会议，研究园区高质量发展有关工作，提出明确的目标任务。",
        "园区成立于2023年5月6日。",
        "会议定于2023年5月6日。",
        "报名截止时间：2023年5月6日",
    ],
)
@pytest.mark.parametrize(
    "shape", ["{title}\n{first}\n{line}", "{title}\n{line}\n{first}", "{title}{first}{line}{first}"]
)
def test_what_only_looks_like_a_signature(line: str, shape: str) -> None:
    assert published(shape.format(title=TITLE, first=TEXT[0], line=line)) is None
