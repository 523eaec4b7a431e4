"""Dates that the page calls its date or sets beside its source; and the dates of other things, which never count."""

from __future__ import annotations

import pytest

from tests.indexer.dated_pages import TEXT, TITLE, html, proof, published, text

DAY = "2023-05-06"
LABELS = (
    "发布时间 发布日期 发表时间 发文时间 发文日期 发稿时间 刊发日期 刊登时间 刊登日期 登载时间 录入时间 添加时间"
    " 创建时间 上传时间 信息时间 文章时间 稿件时间 新闻时间 公开日期 公开时间 公布日期 公告时间 成文日期 印发日期"
    " 生成日期 签发日期 更新时间 更新日期 日期 时间 發布日期 發佈日期 發佈時間 刊登日期 張貼日期 上版日期 公告日期"
    " 信息发布时间 上载日期 编辑日期 写信时间 来信时间 答复时间"
)


@pytest.mark.parametrize("label", LABELS.split())
@pytest.mark.parametrize("form", ["{}：2023-05-06", "【{}：2023-05-06】", "[{}] 2023年5月6日", "{} 2023/5/6 10:20:30"])
def test_a_label(label: str, form: str) -> None:
    assert published(text(above=form.format(label))) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:[2023-05-06]",
        "发布时间： 2023-05-06 10:20",
        "发 布 时 间：2023-05-06",
        "发布日期 | 2023-05-06 | 来源 | 云岭日报",
        "〖信息时间：2023-5-6〗 【我要打印】 【关闭】",
        "索引号：620000/2023-00012 发布机构：云岭市人民政府 成文日期：2023-04-28 发布日期：2023-05-06",
        "来源：云岭日报发布时间：2023-05-06浏览次数：120次",
        "发布于 2023-05-06 10:20",
        "发表于：2023年05月06日",
        "发布：2023-05-06 浏览：20",
        "Published: May 6, 2023",
        "Posted on 6 May 2023 by admin",
        "Date: 2023-05-06",
        "发布时间：周六 2023-05-06",
        "发布时间：Sat May 06 10:20:30 CST 2023",
        "发布日期：二〇二三年五月六日",
        "发布时间：２０２３－０５－０６",
        "生效日期：2023-06-01 公布日期：2023-05-06",
    ],
)
def test_a_labelled_line(line: str) -> None:
    assert published(text(above=line)) == DAY
    assert proof(text(above=line)).rule == "labelled date"


@pytest.mark.parametrize(
    "lines",
    [
        "发布时间：\n2023-05-06",
        "发布时间\n：\n2023-05-06 10:20",
        "来源：云岭日报\n发布日期：\n2023年5月6日\n浏览次数：\n120",
        "作者：\n本报记者\n时间：\n2023-05-06",
    ],
)
def test_label_and_date_on_lines_of_their_own(lines: str) -> None:
    assert published(text(above=lines)) == DAY


def test_label_and_date_in_cells() -> None:
    rows = "<tr><td>索引号</td><td>620000/2023-12</td><td>成文日期</td><td>2023-04-28</td></tr>"
    rows += "<tr><td>发布机构</td><td>云岭市人民政府办公室</td><td>发布日期</td><td>2023-05-06</td></tr>"
    assert published(html(above=f"<table>{rows}</table>"), kind="html") == DAY


def test_a_label_below_the_button_of_the_comments() -> None:
    assert published(text(below="分享到：\n查看评论\n阅读 539\n发布日期：2023-05-06 14:34:05 所属分类： 头条")) == DAY


def test_the_editor_glued_to_the_time() -> None:
    assert published(text(above="2023年5月6日 00:00:00tz2浏览量:180次")) == DAY


def test_labels_at_the_head_of_columns() -> None:
    rows = "<tr><th>索引号</th><th>发布日期</th><th>发布机构</th></tr>"
    rows += "<tr><td>62/12</td><td>2023-05-06</td><td>云岭市政府</td></tr>"
    assert published(html(above=f"<table>{rows}</table>"), kind="html") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "来源：云岭日报 2023-05-06",
        "云岭日报 2023年05月06日",
        "云岭日报 2023年05月06日 第01版：要闻",
        "2023年05月06日 星期六 第A2版",
        "2023-05-06 10:20:30 来源：云岭日报",
        "2023-05-06 10:20 | 来源：云岭日报 | 字号：大 中 小",
        "2023年05月06日 10:20 云岭产业报",
        "2023-05-06 (六) 16:40　云岭通讯",
        "作者：李四 2023.5.6 点击：12",
        "云岭新闻网 · 2023-05-06 · 阅读 320",
        "2023-05-06",
        "2023年5月6日",
        "2023 05/06 10:20:30 来源：云岭日报",
        "2023-05-06来源：云岭日报浏览：12",
        f"{TITLE} 2023-05-06",
        f"{TITLE}（2023-05-06 10:20:30）",
        "【 2023-05-06 】【 字体：大 中 小 】",
        "云岭发布 2023-05-06 18:00 发表于甘肃",
        "原创 云岭发布 2023年05月06日 18:00 甘肃",
        "2023-05-06 10:20　来源: 云岭日报 甘肃 举报",
        "2023年05月06日10:20 | 来源：云岭网－园区频道 小字号",
        "May 6, 2023 admin 园区动态 Leave a comment",
        "2023年5月6日 by admin / 0 评论 / 分类：新闻",
        "云岭市人民政府门户网站 www.yunling.example 2023-05-06 17:32:08",
    ],
)
def test_a_source_line(line: str) -> None:
    assert published(text(above=line)) == DAY
    assert proof(text(above=line)).rule == "date in the source line"


@pytest.mark.parametrize(
    "lines",
    ["06\n2023-05", "06\n2023年5月", "2023-05\n06", "05-06\n2023", "2023\n05/06\n10:20:30", "05/06\n2023\n10:20"],
)
def test_a_date_in_pieces(lines: str) -> None:
    blocks = "".join(f"<div>{part}</div>" for part in lines.split("\n"))
    assert published(html(above=f"<div>{blocks}</div><p>来源：云岭日报</p>"), kind="html") == DAY


@pytest.mark.parametrize(
    "head",
    [
        "首页 > 新闻中心 > 正文 {title} 发布时间：2023-05-06 10:20 来源：云岭日报 {body}",
        "{title} 来源：云岭日报 时间：2023-05-06 10:20 {body}",
        "{title} 2023-05-06 10:20 来源：云岭日报 浏览：120 {body}",
        "{title}作者：李四 2023-05-06 {body}",
        "{title} 2023-05-06 10:20:30 {body}",
    ],
)
def test_a_text_without_line_breaks(head: str) -> None:
    assert published(head.format(title=TITLE, body="".join(TEXT * 3))) == DAY


def test_a_line_below_the_text() -> None:
    assert published(text(below="发布时间：2023-05-06\n责任编辑：李四")) == DAY
    assert published(text(below="来源：云岭日报 2023-05-06\n【打印】【关闭】")) == DAY
    assert published(text(below="（原载《云岭日报》2023年5月6日第3版）")) == DAY
    assert published(text(below="云岭市人民政府办公室2023年5月6日\n【打印】【关闭】")) == DAY


def test_a_short_year_that_the_page_writes_in_full_elsewhere() -> None:
    above = "发布时间：23-05-06 10:20"
    assert published(text(above=above, below="（完）\n版权所有 2023 云岭网")) == DAY
    assert published(text(above=above)) is None


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("發布日期：112-05-06", None),
        ("張貼日期：112/05/06 點閱數：64", None),
        ("發佈日期：民國112年5月6日", None),
        ("112-05-06", "https://www.yunling.gov.tw/news/12"),
        ("日期:112.05.06", "https://www.yunling.gov.tw/news/12"),
        ("更新日期：中華民國一一二年五月六日", None),
    ],
)
def test_the_republics_calendar_on_pages_that_count_by_it(line: str, url: str | None) -> None:
    body = (
        "園區管理局今日召開審議會，通過三家廠商進駐，投資金額合計二十三億元，預估可提供三百個就業機會，並帶動產業發展。"
    )
    assert published(f"園區管理局舉行新廠商進駐說明會議\n{line}\n{body}\n{body}", url) == DAY


def test_three_figures_are_no_year_on_other_pages() -> None:
    assert published(text(above="发布日期：112-05-06")) is None


@pytest.mark.parametrize(
    "line",
    [
        "今天是2023年5月6日 星期六",
        "现在是2023年05月06日 10:20:30 欢迎您",
        "2023年5月6日 星期六 农历三月十七 晴 26℃",
        "会议时间：2023年5月6日",
        "报名时间：2023-05-06 至 2023-05-20",
        "截止日期：2023年5月6日",
        "施行日期：2023-05-06",
        "生效日期：2023-05-06",
        "实施日期：2023年5月6日 有效性：有效",
        "出生日期：1983-05-06",
        "开标时间：2023-05-06 09:30",
        "公示时间：2023-05-06",
        "首次公告日期：2023年05月06日",
        "招标公告日期：2023-05-06",
        "归档时间:2023-05-06",
        "修订日期：2023年5月6日",
        "有效期至：2023-05-06",
        "时间：2023-05-06 地点：云岭市会展中心",
        "发布时间：2023-05-06 至 2023-05-20",
        "时间：2023年5月6日前",
        "版权所有 © 2010-2023 云岭网 备案日期 2023-05-06",
        "关于2023年5月6日停水的通知",
        "下一篇：关于表彰先进的决定 2023-05-06",
    ],
)
def test_dates_of_other_things(line: str) -> None:
    assert published(text(above=line)) is None
    assert published(html(above=f"<p>{line}</p>"), kind="html") is None


@pytest.mark.parametrize(
    "body",
    [
        "2023年5月6日，云岭市召开园区高质量发展推进会议，总结今年以来的工作，安排部署下一阶段的任务。",
        "园区自2015年3月1日成立以来，累计引进企业一百二十家，总投资超过五百亿元，带动就业三万人。",
        "本办法自2024年1月1日起施行，有效期五年，此前有关规定与本办法不一致的，以本办法为准。",
        "会议时间：2023年5月6日，会议地点：云岭市会展中心，请各单位按时参加，不得缺席。",
        "请于2023年5月6日前将报名表报送市工业和信息化局，逾期不再受理，联系电话见附件。",
        "云岭市发展和改革委员会2023年5月6日印发的《园区管理办法》同时废止，请各单位遵照执行。",
        "李某的研究论文《园区发展的路径》发表于2023年5月6日，被多家刊物转载，受到学界关注。",
        "据云岭日报2023年5月6日报道，全市园区一季度完成工业产值三百亿元，同比增长百分之八。",
        "时间：2023年5月6日\n地点：云岭市会展中心\n参加人员：各县区、各园区主要负责同志，市直有关部门负责人。",
        "一、会议时间\n2023年5月6日\n二、会议地点\n云岭市会展中心，请各单位于会前半小时签到入场，不得迟到。",
        "李某，男，1963年5月6日出生，云岭市人，大学文化，曾任云岭市工业园区管理委员会副主任等职务。",
    ],
)
def test_a_date_that_the_text_mentions_never_counts(body: str) -> None:
    assert published(f"{TITLE}\n{body}\n{TEXT[1]}") is None
    paragraphs = "".join(f"<p>{line}</p>" for line in (*body.split("\n"), TEXT[1]))
    assert published(html(body=paragraphs), kind="html") is None


def test_a_chronicle_tells_days_of_its_own() -> None:
    events = "\n".join(f"2023年{month}月6日\n{TEXT[0]}" for month in range(1, 6))
    assert published(f"云岭市园区发展大事记\n{events}") is None


def test_entries_of_other_pages_above_and_below_the_text() -> None:
    entries = "".join(
        f"<li><a href='/{n}'>全市园区项目建设现场推进会召开第{n}次</a><span>2023-05-0{n}</span></li>"
        for n in range(1, 7)
    )
    body = "".join(f"<p>{p}</p>" for p in TEXT * 6)
    page = html(
        above=f"<div class='left'><ul>{entries}</ul></div>", body=body, below=f"<h3>相关新闻</h3><ul>{entries}</ul>"
    )
    assert published(page, kind="html") is None


def test_comments_below_the_text() -> None:
    below = "<div><h4>网友评论</h4><p>云岭市网友 发表于 2023-05-08 10:20</p><p>支持！</p></div>"
    assert published(html(below=below), kind="html") is None


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2029-05-06",
        "发布时间：2024-06-03",
        "发布时间：2023-02-30",
        "发布时间：2023-13-01",
        "发布时间：1970-01-01",
        "发布时间：1900-01-01",
        "发布时间：0001-01-01",
        "发布时间：1023-05-06",
        "发布时间：0000-00-00",
        "发布时间：二〇二九年五月六日",
        "发布时间：二〇二三年十三月四十日",
    ],
)
def test_what_cannot_be_a_date_is_refused_and_the_next_rule_tried(line: str) -> None:
    assert published(text(above=line)) is None
    assert published(text(above=line), "https://www.yunling.example/xw/202305/t20230506_123.html") == DAY


def test_a_day_of_grace_for_time_zones() -> None:
    assert published(text(above="发布时间：2024-06-02")) == "2024-06-02"
