"""Pages to be filled in: forms, questionnaires, mailboxes with the rules beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.refusal.listing import Listing
from mappings import fold

FIELDS = 3  # of a form
OPTIONS = 3  # lines of answers to choose from
ASKED = 2  # different things that labels without a value ask for
# A form: what is to be filled in, what is to be ticked, and what sends it off.
_FIELD = re.compile(
    r"^\W*(?:您?的?(?:真实)?姓名|称呼|(?:联系|手机|固定)?电话|手机号码?|(?:电子)?邮箱|e-?mail|证件(?:类型|名称|号码)|身份证号码?|(?:联系|通信|通讯)地址|邮政编码|(?:信件|留言|咨询|投诉|建议)?(?:标题|主题|内容|类型|类别)|是否公开|验证码|单位名称|工作单位|写信(?:人|对象)|收信(?:人|部门|单位)|附件(?:上传)?|上传附件|性别|年龄|职业|所需信息\S{0,12}|申请人\S{0,4})"
    r"\s*[:：]?\s*[*＊]?\s*(?:[○□◯☐].*|请\S{0,12}|\(?必填\)?|看不清.*|换一张)?$",
    re.IGNORECASE,
)
_OPTION = re.compile(r"[○□◯☐◎](?!\d)\s*\S[^○□◯☐◎]*[○□◯☐◎]|^\W*[A-E][.、]\s*\S.*\s[B-E][.、]\s*\S")
_SEND = re.compile(
    r"^\W*(?:(?:立即|确认|点击|我要)?(?:提交|发送|投票)(?:申请|问卷|留言|信件|表单|咨询|信息|建议)?|重置|清空|重填|重新填写|下一步|查看(?:结果|投票结果)|我要(?:写信|留言|咨询|投诉|提问|举报)|在线(?:写信|留言))(?:\s+(?:重置|清空|重填|取消|返回|查看结果|提交))?\W*$"
)
_MAILBOX = re.compile(
    r"^\W*(?:(?:(?:我要|在线|立即)?(?:写信|留言|咨询|投诉|提问|举报)|(?:信件|来信|留言|咨询|举报|投诉)(?:查询|选登|统计|列表)|查询信件)\W*)+$|^\W*(?:受理范围|(?:写信|来信|留言|信箱|使用|咨询)(?:须知|说明|指南)|注意事项|温馨提示)\W*$|我已(?:认真)?阅读"
)
_SURVEY = re.compile(r"(?:问卷|调查|测评|评议|投票|满意度)\W*(?:表)?\W*$")
_ANONYMOUS = re.compile(r"本问卷|问卷星|匿名填写|(?:此|本)次(?:问卷|调查)[^。]{0,12}(?:匿名|保密|仅)")
_FINISHED = re.compile(r"^\W*(?:提交|完成|下一[页步题])(?:问卷|答案|答卷)?\W*$")
_ANSWER_MARKS = re.compile(r"[○□◯☐◎⊙](?!\d)\s*\S[^○□◯☐◎⊙]*[○□◯☐◎⊙]")
_CHOOSE = re.compile(r"您|你|请[^。]{0,12}(?:选择|打|填|勾)")
MARKED = 4  # lines of answers with their boxes
SURVEY_OPTIONS = 2  # lines of answers to choose from below a title that says survey
_NO_VALUES = re.compile(r"^(?:[\u3400-\u9fffA-Za-z-]{2,8}\s*[:：]\s*[*＊]?\s*){3,}$")
_ASKED = re.compile(r"姓名|电话|联系人|邮箱|e-?mail|内容|验证码|标题", re.IGNORECASE)


def is_form(listing: Listing) -> bool:
    """A form to be filled in, a questionnaire, a mailbox with its rules: sentences only tell how to use it."""
    lines = [line.key for line in listing.lines.lines]
    sent = any(_SEND.search(line) for line in lines)
    fields = sum(bool(_FIELD.search(line)) for line in lines) if sent else 0
    if fields >= FIELDS or (sent and sum(bool(_OPTION.search(line)) for line in lines) >= OPTIONS):
        return True
    return not listing.is_article and len({m[0] for line in lines if (m := _MAILBOX.search(line))}) >= FIELDS


def is_survey(listing: Listing, told: Sequence[str]) -> bool:
    """Whether the page asks its visitors questions; `told` are its folded paragraphs."""
    named = _SURVEY.search(listing.title_key)
    asks = any(_ANONYMOUS.search(p) for p in told)
    if asks and any(_FINISHED.match(line.key) for line in listing.lines.lines):
        return True
    return bool(named) and sum(bool(_ANSWER_MARKS.search(p)) for p in told) >= SURVEY_OPTIONS


def is_questionnaire(listing: Listing) -> bool:
    """A questionnaire by its answers, many of them with a box before or behind, below the words that ask for them."""
    paragraphs, text = listing.page.paragraphs, listing.text
    if not any(mark in text for mark in "□○☐◯") or not any(word in text for word in ("问卷", "問卷", "调查", "調查")):
        return False
    if listing.is_article:
        return False
    return sum(bool(_ANSWER_MARKS.search(p)) for p in paragraphs) >= MARKED and any(
        map(_CHOOSE.search, map(fold, paragraphs))
    )


def is_blank(told: Sequence[str]) -> bool:
    """Labels in a row, and no value behind any of them."""
    return any(_NO_VALUES.search(p) and len(set(_ASKED.findall(p))) >= ASKED for p in told)
