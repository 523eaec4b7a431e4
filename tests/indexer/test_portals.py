"""What newspapers, portals and reposting sites put around a text goes out; words like theirs inside a text stay."""

from __future__ import annotations

import pytest

from tests.indexer.cleaning import PARAGRAPHS, TITLE, cleaned

TEXT = "\n".join(PARAGRAPHS)
BELOW = (
    "相关附件",
    "返回列表页",
    "展开详细",
    "收藏此页】【 】【下载点点通】【打印】【关闭",
    "您可能也对以下帖子感兴趣",
    "文章有问题?点此查看未经处理的缓存",
    "摄影报道：韩某 周某",
    "值班编辑：周某",
    "云岭市新闻传媒中心编发",
    "云岭网简介 | About | 广告服务 | 招聘信息 | 网站律师",
    "云岭网意见反馈留言板 电话：0800-0000000 欢迎批评指正",
    "知道(iKnow.com)",
    "指导单位：云岭市委宣传部 建设单位：云岭新闻网",
)
ABOVE = ("通版阅读请点击：", "展开通版", "收缩通版", "当前版：01版", "30.01.2018 02:16")


@pytest.mark.parametrize("line", BELOW)
def test_a_line_below_the_text(line: str) -> None:
    document = cleaned(f"{TITLE}\n{TEXT}\n{line}", "text")
    assert document.body.split("\n")[-1].strip() == PARAGRAPHS[-1]
    assert line in [removed.text for removed in document.removed]


@pytest.mark.parametrize("line", ABOVE)
def test_a_line_above_the_text(line: str) -> None:
    document = cleaned(f"{TITLE}\n{line}\n{TEXT}", "text")
    assert document.title == TITLE
    assert document.body.startswith(PARAGRAPHS[0])


def test_a_link_to_the_rest_is_cut_off_the_last_paragraph() -> None:
    assert cleaned(f"{TITLE}\n{TEXT} 展开详细", "text").body.endswith(PARAGRAPHS[-1])


def test_the_beginning_of_another_text_weighs_nothing() -> None:
    """It stands below a heading that recommends it, ends in …, and may be as long as a short text."""
    other = "近日，邻县一位客户来到营业厅办理业务，工作人员发现情况异常，及时说明并保障了资金安全。当时这位客户..."
    document = cleaned(f"{TITLE}\n{PARAGRAPHS[0]}\n新闻推荐\n{other}", "text")
    assert other not in document.body


@pytest.mark.parametrize(
    "line",
    [
        "指导单位：云岭市人民政府",
        "策划了一批招商活动，引进项目12个，总投资30亿元。",
        "资料 | 份数 | 提交方式 | 联系方式",
        "建设单位：云岭经开区管委会",
    ],
)
def test_lines_of_a_text_stay(line: str) -> None:
    assert line in cleaned(f"{TITLE}\n{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}", "text").body


@pytest.mark.parametrize(
    "line", ["座谈会现场", "韩某（左三）在企业车间了解生产情况", "云岭高新区新厂房即将投产 (网络图片)"]
)
def test_a_caption_inside_bare_text(line: str) -> None:
    document = cleaned(f"{TITLE}\n{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}", "text")
    assert line not in document.body
    assert ("caption", line) in [(removed.reason, removed.text) for removed in document.removed]


def test_a_title_that_ends_like_the_name_of_a_site() -> None:
    """Between the breadcrumb and the source line stands the title."""
    text = f"当前位置：首页 > 园区动态\n云岭省再添国家级开发区\n时间：2023-04-02 来源：云岭日报\n{TEXT}"
    assert cleaned(text, "text").title == "云岭省再添国家级开发区"
