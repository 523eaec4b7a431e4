"""Bare text: lists of other pages are told without links, and texts that look like lists are kept."""

from __future__ import annotations

import pytest

from tests.indexer.cleaning import cleaned, skipped
from tests.indexer.site_frames import HEADLINES

TITLES = HEADLINES[:9]
DAYS = tuple(f"2023-09-{25 - n}" for n in range(9))
FOOT = "\n版权所有：云岭市人民政府办公室 滇ICP备00000000号"


def _rows(form: str, count: int = 9) -> str:
    """A row for each title: {t} its text, {d} its date, {m} the same without the year, {n} its number."""
    entries = zip(range(1, count + 1), TITLES, DAYS, strict=False)
    return "\n".join(form.format(n=n, t=t, d=d, m=d[5:]) for n, t, d in entries)


LISTS = {
    "five titles with dates": "通知公告\n" + _rows("{t} {d}", 5),
    "with a pager": "园区动态\n" + _rows("{t} {d}", 5) + "\n首页 上一页 1 2 3 下一页 尾页",
    "dates below": "新闻中心\n" + _rows("{t}\n{d}"),
    "dates above": "新闻中心\n" + _rows("{d}\n{t}"),
    "dates without a year": "工作动态\n" + _rows("· {t} {m}"),
    "cut short": "热点新闻\n" + "\n".join(f"· {t[:12]}... {d[5:]}" for t, d in zip(TITLES, DAYS, strict=True)),
    "letters and what became of them": "主任信箱\n序号 信件标题 来信时间 状态\n" + _rows("{n} {t} {d} 已回复"),
    "titles below a column": "首页 > 通知公告\n通知公告\n" + _rows("{t}") + FOOT,
    "sections of a home page": "\n".join(
        f"{name} 更多>>\n" + "\n".join(TITLES[n : n + 3])
        for n, name in ((0, "新闻中心"), (3, "通知公告"), (6, "招商引资"))
    )
    + FOOT,
    "films": "视频新闻\n" + _rows("{t}\n03:1{n}", 8),
    "what a search found": "为您找到相关结果约 128 个\n"
    + _rows("{t}\n来源：云岭市人民政府 时间：{d}\n{t}，为贯彻落实上级部署要求，现将有关事项通知如下..."),
    "beginnings of texts": _rows("{t}\n近日，{t}，有关负责同志参加。活动现场气氛热烈，取得了良好成效... [详细]"),
    "beginnings without a link": "近日，市有关部门深入园区企业开展调研，现场解决企业反映的用工难题，为企业发展...\n"
    "27日晚间，云岭县东部公路发生一起事故，一辆轿车与货车相撞，冲入路边水沟，警方到场处...",
}
NONE = {
    "days of a year": "云岭经开区2023年大事记\n" + "\n".join(f"{n}月{n + 3}日，{t}" for n, t in enumerate(TITLES, 1)),
    "days to come": "2023年9月检修计划\n"
    + "\n".join(f"2023-09-{n + 10} 云岭镇东部片区{n}号台区线路检修" for n in range(8)),
    "projects with their dates": "2023年重点项目开工情况\n来源：发改委 2023-12-01\n"
    + "\n".join(f"云岭市{n}号产业园基础设施建设项目 2023-{12 - n:02}-05" for n in range(1, 6)),
    "mottoes": "安全生产月宣传标语\n坚持人民至上 生命至上\n推动安全发展 构建和谐社会\n落实安全责任 推进安全发展\n"
    "开展隐患排查 筑牢安全防线\n组织应急演练 提升避险能力\n强化安全培训 提高安全意识",
    "documents that end": "云岭市人民政府关于废止部分规范性文件的决定\n发布时间：2023-05-06\n"
    + "\n".join(f"{n}.云岭市人民政府办公室关于印发第{n}号专项行动方案的通知" for n in range(1, 9)),
    "news in a line each": "要闻速览\n2023年9月26日 星期二\n" + "\n".join(f"●{t}；" for t in TITLES),
    "a new address": "办公地址变更公告\n新地址：云岭市科技路1号\n电话：0800-0000000\n传真：0800-0000001\n"
    "邮编：000000\n云岭市市场监督管理局\n2023年5月5日",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_in_bare_text(name: str) -> None:
    assert skipped(LISTS[name], "text") == "list page"


@pytest.mark.parametrize("name", NONE)
def test_what_only_looks_like_a_list(name: str) -> None:
    text = NONE[name]
    body = cleaned(text, "text").body
    assert [line for line in text.split("\n")[2:-1] if line.strip("·●；") not in body] == []


def test_nothing_but_an_address() -> None:
    text = "联系我们\n地址：云岭市科技路1号\n邮编：000000\n电话：0800-0000000\n邮箱：gxq@example.com" + FOOT
    assert skipped(text, "text") == "no text"


@pytest.mark.parametrize(
    "text",
    [
        '{"code":500,"message":"程序运行中断，请稍后再试","data":null}',
        '{"success": false, "msg": "请 <a href=\\"/login\\">登录</a> 后使用", "rows": []}',
    ],
)
def test_the_answer_of_a_program(text: str) -> None:
    assert skipped(text, "text") == "error page"


def test_an_answer_that_holds_a_text_is_kept() -> None:
    told = "近日，云岭市开发区高质量发展大会召开，市委书记出席并讲话。会议强调，要提升产业承载能力，打造千亿级集群。"
    assert told in cleaned(f'{{"code":0,"content":"{told}"}}', "text").body


def test_what_a_form_asks_of_a_password() -> None:
    text = "用户名不能重复，长度不超过18个字符\n密码至少8位，包含字母和数字\n两次输入的密码不一致\n已有账号不能重复注册"
    assert skipped(text, "text") == "login wall"


def test_links_with_dates_and_nothing_else() -> None:
    rows = "".join(
        f"<li><a href='/{n}.html'>{t[:14]}</a><span>[ {d} ]</span></li>"
        for n, t, d in zip("12", TITLES, DAYS, strict=False)
    )
    assert (
        skipped(f"<html><head><title>云岭经开区-人才招聘</title></head><body><ul>{rows}</ul></body></html>")
        == "list page"
    )
