"""What stands right above and right below a text: bylines, players, counters, replies, notices of platforms."""

from __future__ import annotations

import pytest

from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned, page

SOURCE = "2023-05-06 来源：云岭日报"
BODY = list(PARAGRAPHS)

HEADS = (
    "本报记者 刘洋 通讯员 何静",
    "云岭周刊记者 史明",
    "文/王光 程明",
    "00:00/02:13 倍速 高清 全屏",
    "微博 QQ空间",
    "YLDR-2012-00006",
    "政策汇编 (1.1万) 发布于:2022-03-23 更新于:2022-03-23 来自:云岭市",
    "取消收藏成功!",
    "下载地址: 点击此处下载",
    "关注",
    "转播到腾讯微博",
    "全文共600字，阅读大约需要2分钟",
    "签约仪式现场",
    "云岭市人民政府办公室文件",
    "以下文章来源于云岭高新，作者小高",
    "《园区》2021年第3期",
    "正文：",
)


@pytest.mark.parametrize("head", HEADS)
def test_a_line_above_the_text_goes_out(head: str) -> None:
    document = cleaned("\n".join((TITLE, SOURCE, head, *PARAGRAPHS)), "text")
    assert (document.title, document.body.split("\n")) == (TITLE, BODY)


TAILS = {
    "replies": ("收藏 0", "使用道具 举报", "您需要登录后才可以回帖 登录 | 立即注册", "本版积分规则"),
    "a forum's frame": ("小黑屋|手机版|Archiver", "GMT+8, 2021-5-8 03:11 , Processed in 0.045 second(s), 18 queries ."),
    "an app": ("评论 5", "抢首评", "快来说点什么吧"),
    "a notice of the platform": (
        "特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。",
        "/阅读下一篇/",
        "返回云岭首页 下载云岭客户端",
    ),
    "a letter to the paper": ("（值班编辑 何云）", "更多精彩内容请下载“云上云岭”客户端", "新闻热线：0712-3456789"),
    "makers": ("出品︱云岭网科学栏目", "作者︱春春"),
    "an account": ("编辑：赵小玉", "责编：孙立", "关注“云岭发布”", "分享", "点赞 3"),
    "a counter": ("网站访问量：1234567", "您是第 88888 位访客"),
    "one bar for both": ("上一篇 下一篇",),
    "names without a colon": ("上一条 关于端午放假的通知", "下一条 暂无"),
    "an unfinished frame": ("初审编辑：", "浏览记录"),
    "a byline": ("云岭日报记者 赵山",),
    "tools": ("政策咨询", "我要纠错", "主办：云岭市人民政府 承办：云岭市人民政府办公室"),
    "words between chrome": ("【纠错】 【责任编辑:王琳】", "阅读下一篇：", "深度观察", "云岭头条"),
    "a library": ("下载后可任意编辑", "VIP免费下载", "您可能关注的文档"),
    "a form": ("我要提意见", "姓名：", "联系方式：", "提交"),
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_lines_below_the_text_go_out(tail: tuple[str, ...]) -> None:
    document = cleaned("\n".join((TITLE, SOURCE, *PARAGRAPHS, *tail)), "text")
    assert document.body.split("\n") == BODY


@pytest.mark.parametrize(
    "end",
    [
        ("（本报记者 哈明 通讯员 张轩）",),
        ("云岭市科学技术局", "2023年5月6日"),
        ("一、先进集体", "招商一局", "规划建设部", "二、先进个人", "张建军 李秀英 王磊"),
        ("举报电话：0712-3456789", "云岭市纪委监委"),
        ("联系人：李明", "联系电话：0319-3288765", "邮箱：park@example.com"),
        ("1. 高性能纤维", "2. 先进膜材料", "3. 电子化学品"),
        ("记者：您好。", "答：谢谢。"),
    ],
)
def test_the_end_of_a_text_stays(end: tuple[str, ...]) -> None:
    document = cleaned("\n".join((TITLE, SOURCE, *PARAGRAPHS, *end)), "text")
    assert document.body.split("\n") == [*BODY, *end]


NOTICES = {
    "a salutation and a day": (
        "各区县科技局，有关单位：",
        "现将管理办法印发给你们，请遵照执行。",
        "市科学技术局",
        "2021年6月3日",
        "产业引导基金管理办法",
        "第一条 为规范产业引导基金的设立、运作和管理，提高财政资金使用效益，制定本办法。",
    ),
    "days in numbered lines": (
        "为科学编制园区总体规划，现公开征求意见。",
        "一、公示时间：2021年9月1日至9月30日",
        "二、公示方式：门户网站",
        "三、联系电话：0533-1234567",
        "云岭经济开发区管理委员会",
        "2021年8月31日",
    ),
    "the day of a speech": (
        "（2021年3月2日）",
        "张志强",
        "同志们：",
        "今天召开全区安全生产工作会议，主要任务是总结去年工作，部署今年任务，下面我讲三点意见。",
    ),
    "the place of a report": (
        "——在云岭市第八届人民代表大会第五次会议上",
        "云岭市市长 王志远",
        "（2020年1月8日）",
        "各位代表：",
        "受市人民政府委托，现将计划执行情况与计划草案提请大会审议，并请各位委员提出意见。",
    ),
}


@pytest.mark.parametrize("text", NOTICES.values(), ids=NOTICES)
def test_short_lines_of_a_document_stay(text: tuple[str, ...]) -> None:
    title = "云岭经济开发区关于印发《产业引导基金管理办法》的通知"
    document = cleaned("\n".join((title, "发布日期：2021-09-05 浏览次数：77", *text)), "text")
    assert document.title == title
    assert document.body.split("\n") == list(text)


def test_a_motto_above_the_path_is_no_text() -> None:
    motto = "特色发展，高质量发展，竞强争优，建设更加富裕、绿色、现代化、幸福的云岭。"
    lines = ("云岭研究所倡导理念", motto, "当前位置: 首页 > 园区文件", TITLE, TITLE, *PARAGRAPHS)
    document = cleaned("\n".join(lines), "text")
    assert (document.title, document.body.split("\n")) == (TITLE, BODY)


def test_signs_that_a_forum_scatters() -> None:
    jam, glued = "8 _5 }4 c1 a) W5 J* F", "0 g; T% ~3 k& G) f% u9 A"
    document = cleaned("\n".join((jam, TITLE, SOURCE, BODY[0], glued + BODY[1], BODY[2] + jam)), "text")
    assert (document.title, document.body.split("\n")) == (TITLE, BODY)


def test_hidden_signs_of_a_forum() -> None:
    source = page().replace("<p>会议指出", '<p><font class="jammer">0 g; T% ~3 k& G</font>会议指出')
    assert cleaned(source).body.split("\n") == BODY


@pytest.mark.parametrize("figures", ["A B C D E F G", "1 2 3 4 5 6 7", "12 % 8 % 7 % 9 %", "C & C++ & Go & C#"])
def test_figures_and_initials_are_no_such_signs(figures: str) -> None:
    assert figures in cleaned("\n".join((TITLE, SOURCE, *PARAGRAPHS, f"指标 {figures}，均为云岭市数据。")), "text").body


def test_a_link_of_the_portal_that_ends_the_last_paragraph() -> None:
    source = page().replace(f"{BODY[2]}</p>", f'{BODY[2]}<a href="/">返回云岭，查看更多</a></p>')
    document = cleaned(source)
    assert document.body.split("\n") == BODY
    assert ("返回云岭，查看更多", "page tools") in [(r.text, r.reason) for r in document.removed]


def test_tags_escaped_once_too_often() -> None:
    escaped = "".join(f"<p>{p}</p>" for p in BODY).replace("<", "&lt;").replace(">", "&gt;")
    source = f"<html><body><h1>{TITLE}</h1><p>2023-05-06</p><div class='c'>{escaped}</div></body></html>"
    assert cleaned(source).body.split("\n") == BODY


def test_the_fields_of_a_letter_have_no_names_in_the_text() -> None:
    rows = {
        "信件名称：": "关于增加园区公交班次的建议",
        "来信时间：": "2023-05-12",
        "信件内容：": "园区至地铁站的公交班次太少，上下班很不方便，希望能够增加班次。",
        "回复内容：": "您好！经与公交公司协调，自6月1日起高峰时段增加班次，间隔由20分钟缩短为10分钟。",
        "处理时间：": "2023-05-18",
    }
    table = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows.items())
    document = cleaned(f"<html><body><table>{table}</table></body></html>")
    assert document.title == rows["信件名称："]
    assert document.body.split("\n") == [rows["信件内容："], rows["回复内容："]]


def test_the_card_of_an_account() -> None:
    card = (
        "<div class='author-card'><p>云岭发布</p><p>云岭官方发布平台，权威发布信息，讲述云岭故事，欢迎关注。</p></div>"
    )
    assert cleaned(page(inside=card)).body.split("\n") == BODY
