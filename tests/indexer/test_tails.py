"""What stands below a text, beside what every site has there: pagers, files, printers, calls to follow."""

from __future__ import annotations

import pytest

from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned, page

TAILS = (
    "1/2 下一页 上一页 首页 尾页",
    "返回 | 刷新 | WAP首页 | 网页版 | 登录",
    "11/17 22:37",
    "展开",
    "图集",
    "总共：1页",
    "请输入验证码",
    "010070200010000000000000011100001129013407",
    "站长推荐：",
    "延伸 · 推荐",
    "更多精彩资讯，欢迎关注云岭在线 www.example.cn",
    "通知及附件下载",
    "云发改〔2023〕12号.doc",
    "市政府机关文印中心",
    "共印120份",
    "责任部门：市政府办公室秘书二科",
    "公开程序：本单位审核后公开",
    "CB1234-2005^444^云岭市人民政府办公室^复函^云政办字〔2023〕7号^见报头^关于同意调整收费站的复函^无^20230902^",
    "来源|云岭参考、云岭发布",
    "相关阅读：《云岭市产业发展规划》亮点解读",
)


@pytest.mark.parametrize("tail", TAILS)
def test_a_line_below_the_text_goes_out(tail: str) -> None:
    document = cleaned("\n".join((TITLE, "2023-05-06 来源：云岭日报", *PARAGRAPHS, tail)), "text")
    assert document.body.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "last",
    [
        "（五）完善标准体系。责任部门：市发展改革委、市财政局。",
        "责任部门：市发展改革委、市财政局",
        "联系人：周某，电话：12345678。",
        "附件：1.任务分工表",
        "AAA",
        "2023年5月6日",
    ],
)
def test_a_last_line_of_the_text_stays(last: str) -> None:
    document = cleaned("\n".join((TITLE, *PARAGRAPHS, last)), "text")
    assert document.body.endswith(last)


def test_a_tail_glued_to_the_last_line() -> None:
    source = "\n".join((TITLE, *PARAGRAPHS, "2023年11月3日相关阅读：《云岭市产业发展规划》亮点解读"))
    assert cleaned(source, "text").body.endswith("\n2023年11月3日")


def test_comments_longer_than_the_text() -> None:
    said = "".join(
        f"<div class='comment-item'><b>网友{n}</b><p>以前办事要跑好几趟，现在一次就能办好，点赞！</p></div>"
        for n in range(20)
    )
    assert cleaned(page(bottom=f"<div id='all'>{said}</div>")).body.split("\n") == list(PARAGRAPHS)


def test_the_date_of_the_day_is_no_title() -> None:
    bar = "<div><a>首页</a> <a>政务公开</a> <a>政民互动</a> 今天是2023年5月6日 星期六 天气 多云</div>"
    notice = f"<html><head><title>云岭市人民政府</title></head><body>{bar}<h2>停水通知</h2><div>{PARAGRAPHS[0]}</div>"
    assert cleaned(notice).title == "停水通知"


def test_a_notice_of_one_element_a_line_keeps_its_signature() -> None:
    lines = ("因管网抢修，龙泉路沿线5月8日停水，请提前储水，敬请谅解。", "云岭市供排水公司", "2023年5月6日")
    shown = "".join(f"<div>{line}</div>" for line in lines)
    boxes = "".join(f"<li><a href='/{n}'>云岭市开展第{n}批企业走访服务活动</a>05-0{n}</li>" for n in range(1, 7))
    source = (
        f"<html><head><title>停水通知</title></head><body><div>停水通知</div>{shown}<h3>最新公告</h3><ul>{boxes}</ul>"
    )
    document = cleaned(source)
    assert (document.title, document.body.split("\n")) == ("停水通知", list(lines))


def test_a_text_with_line_breaks_in_a_cell_is_no_row() -> None:
    text = "<br>".join(("", *PARAGRAPHS, "", ""))
    source = (
        f"<html><head><title>{TITLE}_某某的博客</title></head><body><table><tr><td>博文目录<br>个人档案</td><td>"
        f"<b>{TITLE}</b><br>{text}阅读(356) ┊ 评论(12)<br>前一篇：读书笔记</td></tr>"
        "<tr><td>1</td><td>2</td></tr></table>"
    )
    assert [line for line in cleaned(source).body.split("\n") if line in PARAGRAPHS] == list(PARAGRAPHS)


@pytest.mark.parametrize("name", ["讣告", "声明", "启事"])
def test_a_title_of_two_characters(name: str) -> None:
    text = "云岭市原人大常委会主任王某某同志，因病于2023年5月4日逝世，享年90岁。"
    document = cleaned(f"{name}\n{text}\n王某某同志治丧委员会\n2023年5月5日\n", "text")
    assert (document.title, document.body.startswith(text)) == (name, True)


def test_a_text_in_a_hidden_field() -> None:
    text = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
    shown = f"<h1>{TITLE}</h1><textarea hidden>{text}</textarea>"
    source = f"<html><head><title>{TITLE}</title></head><body>{shown}</body></html>"
    assert cleaned(source).body.split("\n") == list(PARAGRAPHS)


STORIES = ("图为云岭精工的车间里，焊接机器人正在作业。", "图为工人正在调试设备。")
SITE_FOOT = (
    "主办：云岭高新技术产业开发区管理委员会 地址：云岭大道1号 邮编：650000",
    "网站标识码：5301000012 滇ICP备05001234号",
    "建议使用1024*768以上分辨率浏览本站，管委会办公室负责日常维护工作。",
)


@pytest.mark.parametrize("stories", [STORIES, STORIES[:1], ("11月4日，大桥合龙现场。（记者 李明 摄）",)])
def test_the_stories_of_pictures_are_the_text_where_there_is_no_other(stories: tuple[str, ...]) -> None:
    shown = "".join(f"<p><img src='{n}.jpg'></p><p>{story}</p>" for n, story in enumerate(stories))
    source = (
        "<html><head><title>机器人上岗</title></head><body><h1>机器人上岗</h1><div>发布时间：2023-11-06</div>"
        f"<div>{shown}</div>{''.join(f'<p>{line}</p>' for line in SITE_FOOT)}</body></html>"
    )
    document = cleaned(source)
    assert (document.title, document.body.split("\n")) == ("机器人上岗", list(stories))


def test_who_runs_an_event_stays_and_who_runs_the_site_goes() -> None:
    event = ("主办：云岭市文化馆", "时间：11月8日晚七点半")
    document = cleaned("\n".join((TITLE, *PARAGRAPHS, *event, *SITE_FOOT)), "text")
    assert document.body.split("\n") == [*PARAGRAPHS, *event]
