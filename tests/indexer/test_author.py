"""Who wrote the text: departments of documents, reporters of news."""

from __future__ import annotations

import datetime as dt

import pytest

from indexer import RawPage, process
from indexer.page import Hints
from mappings import Document

TODAY = dt.date(2026, 1, 1)
FILLER = "各有关单位要把项目建设放在突出位置，强化要素保障，优化营商环境，确保完成全年目标任务。"


def document(text: str, title: str) -> Document:
    made = process(RawPage(text, "page", None, "text", Hints(title=title)), TODAY)
    assert isinstance(made, Document), made
    return made


def author(text: str, title: str = "园区项目建设提速") -> str | None:
    made = document(text, title)
    assert [e.value for e in made.evidence if e.fact == "author"] == ([made.author] if made.author else [])
    return made.author


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("来源：云岭日报 作者：张小明 发布时间：2023-05-06", "张小明"),
        ("发布时间：2023-05-06 作者：张小明 李华 浏览：3", "张小明、李华"),
        ("发布时间：2023-05-06 作者：局办公室 浏览：3", "局办公室"),
        ("2023-05-06 云岭日报 记者 张小明", "张小明"),
        ("来源：云岭日报 作者：佚名 发布时间：2023-05-06", None),
        ("来源：云岭日报 作者：admin 发布时间：2023-05-06", None),
        ("来源：云岭日报 作者： 发布时间：2023-05-06", None),
        ("来源：云岭日报 责任编辑：张小明 发布时间：2023-05-06", None),
    ],
)
def test_a_labelled_author(line: str, name: str | None) -> None:
    assert author(f"{line}\n{FILLER}\n{FILLER}") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"本报讯（记者 张小明 通讯员 李华）{FILLER}\n{FILLER}", "张小明、李华"),
        (f"本报云岭4月28日电 记者武自然报道：{FILLER}\n{FILLER}", "武自然"),
        (f"近日，{FILLER}\n{FILLER}（本报记者 哈斯 通讯员 张敬轩）", "哈斯、张敬轩"),
        (f"近日，{FILLER}\n{FILLER}（撰稿：冯慧媛）", "冯慧媛"),
        (f"近日，{FILLER}\n{FILLER}\n云岭晚报记者 张楠", "张楠"),
        (f"记者从有关部门获悉，{FILLER}\n{FILLER}", None),
        (f"本报讯 通讯员陈远航、特约记者刘思源报道：{FILLER}\n{FILLER}", "陈远航、刘思源"),
        (f"本报云岭3月16日讯 云岭云/云岭日报记者马小宁报道：{FILLER}\n{FILLER}", "马小宁"),
        (f"本报讯（云岭日报记者 姜 璐 王文鑫）{FILLER}\n{FILLER}", "姜璐、王文鑫"),
        (f"云岭新闻网讯（赵建 记者 韩永国）{FILLER}\n{FILLER}", "赵建、韩永国"),
        (f"中新网云岭2月4日电 （叶茂林 甘叶斌）{FILLER}\n{FILLER}", "叶茂林、甘叶斌"),
        (f"记者曹政王小民从云岭市政府获悉，{FILLER}\n{FILLER}", "曹政、王小民"),
        (f"记者连日来从云岭市政府获悉，{FILLER}\n{FILLER}", None),
        (f"据云岭新闻网卢东明报道：{FILLER}\n{FILLER}", "卢东明"),
        (f"（中央社记者張建中新竹10日電）{FILLER}\n{FILLER}", "張建中"),
        (f"【大公報訊】記者毛麗娟上海報道：{FILLER}\n{FILLER}", "毛麗娟"),
        (f"◎云岭日报全媒体记者 范海杰 近日，{FILLER}\n{FILLER}", "范海杰"),
        (f"近日，{FILLER}\n{FILLER}（雷晓慧）", "雷晓慧"),
        (f"近日，{FILLER}\n{FILLER}(梁全东赵仁国)", "梁全东、赵仁国"),
        (f"近日，{FILLER}\n{FILLER}（县统计局 陈杰贤）", "陈杰贤"),
        (f"近日，{FILLER}\n{FILLER}（市政协信宣科）", "市政协信宣科"),
        (f"近日，{FILLER}\n{FILLER}（通讯员县台办 毛小莹 田仁喜 报道）", "毛小莹、田仁喜"),
        (f"近日，{FILLER}\n{FILLER}（学生记者 杨洪涛 摄影 赵珺鹏）", "杨洪涛"),
        (f"近日，{FILLER}\n{FILLER}[供稿:云岭市统计局 张 敏 曾静静]", "张敏、曾静静"),
        (f"近日，{FILLER}\n{FILLER}\n记者项一舟 江北记者站周敏 邵莹", "项一舟、周敏、邵莹"),
        (f"近日，{FILLER}\n{FILLER}（王勇生 摄）", None),
        (f"近日，{FILLER}\n{FILLER}（全文）", None),
        (f"近日，{FILLER}\n{FILLER}（下转第二版）", None),
        (f"近日，{FILLER}\n{FILLER}（石家庄）", None),
        (f"近日，{FILLER}\n{FILLER}（雷锋网等）", None),
    ],
)
def test_reporters(text: str, name: str | None) -> None:
    assert author(text) == name


NOTICE = "关于印发云岭市工业发展方案的通知"


def test_the_department_that_signed_a_document() -> None:
    assert author(f"各县区：\n{FILLER}\n云岭市工业和信息化局\n2023年5月6日", NOTICE) == "云岭市工业和信息化局"
    glued = f"各县区：\n{FILLER}云岭市教育局云岭市财政局2023年5月6日（此件主动公开）"
    assert author(glued, NOTICE) == "云岭市教育局、云岭市财政局"


def test_a_labelled_department_comes_before_the_signature() -> None:
    text = f"发布机构：市府办 公开日期：2023-05-08\n各县区：\n{FILLER}\n云岭市人民政府\n2023年5月6日"
    assert author(text, NOTICE) == "市府办"


def test_the_issuer_in_the_title() -> None:
    assert author(f"{FILLER}\n{FILLER}", "云岭市人民政府办公室关于印发实施方案的通知") == "云岭市人民政府办公室"


def test_offices_behind_each_task_are_to_do_it_and_wrote_nothing() -> None:
    text = f"近日，{FILLER}（市商务局）\n{FILLER}（市财政局、市商务局）\n{FILLER}（市工信局）"
    assert author(text) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2024-10-14 来源：云岭日报\n本报记者 杜鹏翔 通讯员 牛晓磊", "杜鹏翔、牛晓磊"),
        ("2023-06-15 14:20 經濟日報 記者李珣瑛／新竹報導", "李珣瑛"),
        ("肖晓影\n2012-12-25 09:13:46", "肖晓影"),
        ("作者:云岭资料网 时间:2024-07-06 来源:云岭资料网", None),
        ("时间:2019-05-14 10:45:55 作者:会员上传", None),
    ],
)
def test_writers_on_lines_above_the_text(line: str, name: str | None) -> None:
    assert author(f"园区项目建设提速\n{line}\n近日，{FILLER}\n{FILLER}") == name


def test_the_notice_is_signed_above_what_it_sends_out() -> None:
    signed = "云岭省教育厅\n云岭省财政厅\n2023年5月6日\n（此件公开发布）"
    assert (
        author(f"各县区：\n{FILLER}\n{signed}\n云岭省方案\n{FILLER}\n{FILLER * 9}", NOTICE)
        == "云岭省教育厅、云岭省财政厅"
    )
    listed = f"各县区：\n{FILLER}\n附件：岗位表\n云岭市教育局\n2023年5月6日"
    assert author(listed, NOTICE) == "云岭市教育局"


def test_the_issuer_of_a_text_without_a_signature() -> None:
    assert (
        author(f"云岭市人民政府办公室\n关于印发工业发展方案的通知\n各县区：\n{FILLER}", "工业发展方案")
        == "云岭市人民政府办公室"
    )
    run_in = f"云科资〔2020〕2号云岭省科学技术厅关于印发实施细则的通知各市科技局：{FILLER * 8}"
    assert author(run_in, NOTICE) == "云岭省科学技术厅"
    passed = f"《云岭市办法》已经2016年5月27日云岭市人民政府第9次常务会议审议通过，现予公布。{FILLER}\n{FILLER}"
    assert author(passed, "云岭市开发区管理办法") == "云岭市人民政府"


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("云岭省财政厅国家税务总局云岭省税务局", "云岭省财政厅、国家税务总局云岭省税务局"),
        ("财政部科技部国务院扶贫办", "财政部、科技部、国务院扶贫办"),
        ("中共云岭省委办公厅云岭省人民政府办公厅", "中共云岭省委办公厅、云岭省人民政府办公厅"),
        ("国 务 院", "国务院"),
    ],
)
def test_offices_without_a_mark_between_them(signed: str, names: str) -> None:
    assert author(f"各地区：\n{FILLER}\n{signed}\n2023年5月6日", NOTICE) == names


def test_labels_behind_the_department_are_cut_off() -> None:
    text = f"发布机构：云岭市人民政府办公室公文时效：有效\n{FILLER}\n{FILLER}"
    assert author(text, NOTICE) == "云岭市人民政府办公室"


def test_who_speaks() -> None:
    speaker = "（2022年1月5日）\n云岭县人民政府代县长 周小龙"
    assert (
        author(f"{speaker}\n各位代表：\n现在，我代表县人民政府作工作报告。{FILLER}\n{FILLER}", "政府工作报告")
        == "周小龙"
    )
    speech = f"李 长 河\n同志们：\n今天召开会议，{FILLER}\n{FILLER}"
    assert author(speech, "在项目建设推进会上的讲话") == "李长河"


def test_an_editor_in_the_meta_tag_is_no_author() -> None:
    body = f"<p>近日，{FILLER}</p><p>{FILLER}{FILLER}</p>"
    for line, name in (("责任编辑：宋小岩", None), ("来源：云岭日报", "宋小岩")):
        head = "<meta name='author' content='宋小岩'><title>园区提速</title>"
        page = f"<html><head>{head}</head><body><h1>园区提速</h1>{body}<p>{line}</p></body></html>"
        made = process(RawPage(page.encode(), "page.html", None, "html"), TODAY)
        assert isinstance(made, Document)
        assert made.author == name


def test_nobody() -> None:
    assert author(f"近日，{FILLER}\n{FILLER}") is None
