"""Pages that only lead elsewhere are refused; notices that look a little like them are kept."""

from __future__ import annotations

import pytest

from indexer.refusal.signposts import leads_elsewhere

LEADING = {
    "a vote": (
        "01号 王小明",
        "云岭经开区审批局",
        "当前票数：1320",
        "02号 李大海",
        "当前票数：1207",
        "03号 赵云",
        "当前票数：9",
    ),
    "a gallery": ("2/9 上一张 下一张 查看原图", "更多图集：云岭湿地 夜色中的科创园"),
    "a paper's page": ("第A03版：要闻 上一版 下一版 PDF版下载", "2023年5月6日 往期回顾", "本版标题导航"),
    "a pointer": ("详情请点击：云岭营商环境专题",),
    "a topic": ("导语：为反映云岭开区干部群众奋进新征程的生动实践，特推出本专题。",),
    "teasers": ("各有关单位：为做好今年申报工作......", "2023年05月06日", "各企业：根据有关规定……", "2023年05月02日"),
    "a table of titles": (
        "序号 | 标题 | 发布单位 | 发布日期 | 点阅数",
        "1 | 园区审议通过投资计画 | 投资组 | 113-05-28 | 51",
        "2 | 园区举办健康讲座 | 劳资组 | 113-05-22 | 40",
        "3 | 园区节水说明会 | 营建组 | 113-05-02 | 77",
    ),
}
LEADING["a template"] = ("通知公告", "{guid},{bt}", "{sendtime}")
LEADING["abstracts"] = tuple(f"{n}云岭经开区{'项目建设' * 15}..." for n in "甲乙丙")
KEPT = {
    "a short notice": ("因设备检修，云岭经开区创业路5月6日停水一天，请相互转告。",),
    "a notice with a pointer": ("云岭市2023年职称评审工作现已开始，请各单位认真组织申报。", "详情请点击：申报系统"),
    "a result of a vote": (
        "经网络投票，第一名王小明得票数：1320，第二名李大海得票数：1207，第三名赵云得票数：9，现予以公布，请各单位学习。",
    ),
    "a register": (
        "序号 | 企业名称 | 所属地区",
        "1 | 云岭机械公司 | 云岭市",
        "2 | 青河食品公司 | 青河市",
        "3 | 白水药业 | 白水县",
    ),
    "unfinished sentences": tuple(f"{n}云岭的{'往事' * 30}……" for n in "甲乙丙"),
    "a document that is a file": ("点击下载：云岭市人民政府办公室关于公布竞赛名单的通知",),
    "nothing": (),
    "names": ("王小明 云岭市财政局", "李大海 云岭市教育局", "赵云 云岭市审计局"),
    "an article cut off": (
        "近日，云岭市召开会议，部署下一步工作，要求抓好落实。",
        "会议还研究了其他事项……",
        "2023年5月6日",
    ),
}


@pytest.mark.parametrize("paragraphs", LEADING.values(), ids=LEADING)
def test_leads_elsewhere(paragraphs: tuple[str, ...]) -> None:
    assert leads_elsewhere(paragraphs)


@pytest.mark.parametrize("paragraphs", KEPT.values(), ids=KEPT)
def test_tells_something_itself(paragraphs: tuple[str, ...]) -> None:
    assert not leads_elsewhere(paragraphs)
