"""Texts without a sentence that are documents: poems, enclosures, demands, prices, answers, articles of laws."""

from __future__ import annotations

import pytest

from indexer import RawPage, Skipped, process

KEPT = {
    "four lines of seven": """\
登云岭阁
千帆过尽水悠悠
高阁临风望九州
莫道江南春色晚
满城灯火照层楼
""",
    "four lines of five, without a title": """\
栽下梧桐树
引来金凤凰
园区机器响
百姓喜洋洋
""",
    "lines of no length": """\
园区之夜
机器还在轻声哼唱
灯火铺到天边
我走过流水线的长廊
像走过故乡的麦田
星星落在焊花里
汗水落在图纸间
""",
    "a song": """\
园区之歌
我们来自五湖四海
汇聚在东湖之畔
双手托起明天的太阳
奋斗书写青春的诗篇
啊 东湖 我的家园
啊 东湖 我的梦想
""",
    "an enclosure": """\
附件2
标准厂房分配计划表
序号 企业名称 面积
1 恒源电子 3200
2 华泰精密 2800
3 金陵食品 1500
""",
    "what was enclosed": """\
附件：1.申请书
2.承诺书
3.授权委托书
4.营业执照复印件
""",
    "numbered demands": """\
1、坚持政府主导与市场运作相结合
2、坚持因地制宜与分类指导相结合
3、坚持重点突破与整体推进相结合
""",
    "an article of a law": """\
中华人民共和国企业所得税法
第一条 在境内的企业和其他取得收入的组织为企业所得税的纳税人
依照本法缴纳企业所得税
""",
    "prices": """\
6月12日云岭市场菜价
白菜 1.2元/斤
黄瓜 2.5元/斤
西红柿 3.0元/斤
""",
    "questions and answers": """\
稳岗补贴怎么领
问 哪些企业可以领
答 参保缴费满一年的企业
问 到哪里办
答 社保中心二楼
""",
    "a telegram": """\
贺电
欣闻贵区荣获国家级开发区称号谨致热烈祝贺
愿两区携手共进再创辉煌
东湖经济开发区管理委员会
""",
    "when there is no power": """\
停电通知
6月18日8时至17时工业一路停电检修
供电所
""",
}

REFUSED = {
    "offices of one length": """\
城关街道办事处
东城街道办事处
西城街道办事处
南城街道办事处
""",
    "titles of articles": """\
从三个案例看园区治理
数字化转型的县域实践
乡镇财政的困境与出路
绿色金融发展的新空间
打造现代产业体系的路径
文旅融合的若干思考
""",
    "numbered headlines": """\
1.全市召开防汛工作会议
2.三个项目集中开工
3.夏粮收购有序推进
4.我市举行招聘会
""",
    "files for download": """\
附件
入园申请表 下载
企业承诺书 下载
用工备案表 下载
""",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_document_without_a_sentence_is_kept(name: str) -> None:
    assert not isinstance(process(RawPage(KEPT[name], "page.txt", kind="text")), Skipped)


@pytest.mark.parametrize("name", REFUSED)
def test_labels_in_the_same_form_are_refused(name: str) -> None:
    assert isinstance(process(RawPage(REFUSED[name], "page.txt", kind="text")), Skipped)
