"""Contents of magazines, players, feeds, registers of files, boards, accounts: they name other things and tell none."""

from __future__ import annotations

import pytest

from indexer import RawPage, Skipped, process

REFUSED = {
    "contents with the numbers of pages": """\
《云岭园区》2022年第6期目录
特稿
高质量发展的必由之路 王文 4
产业观察
新能源产业链的机遇 李海 12
从制造到智造 张敏 18
县域经济的三个样本 刘清 25
""",
    "contents below columns": """\
<h1>云岭视界 2021年第3期</h1><div>卷首语</div><div>特别策划</div><div>人物</div><div>上一期</div><div>下一期</div>""",
    "contents of a gazette": """\
云岭政报
2021年第4期（总第88期）
目 录
县政府文件
关于印发十四五规划纲要的通知（云政发〔2021〕8号）（3）
关于加快产业发展的意见（云政发〔2021〕9号）（21）
关于印发政务公开要点的通知（云政办发〔2021〕12号）（35）
人事任免
关于王文等同志任职的通知（45）
""",
    "contents by the pages of a paper": """\
<h2>《云岭人》第45期</h2><div>P1 要闻</div><div>P2 生产经营</div><div>P3 党建文化</div><div>P4 员工天地</div>""",
    "contents in brackets": """\
<h1>县政府公报2021年第2期</h1><p>目录</p><p>【县政府文件】</p><p>云岭县人民政府关于公布清理结果的决定</p>
<p>【县政府办公室文件】</p><p>云岭县人民政府办公室关于印发城市体检工作方案的通知</p>""",
    "complaints and what became of them": """\
<h1>网络问政</h1><div>[已回复]<a href="/1">路面破损的问题</a>网友12022-06-11</div>
<div>[已回复]<a href="/2">咨询户口迁移</a>网友22022-06-10</div>
<div>[办理中]<a href="/3">消防通道被占</a>网友32022-06-10</div>
<div>[已回复]<a href="/4">公租房申请</a>网友42022-06-09</div>""",
    "two abstracts": """\
集团要闻
集团召开二季度经营分析会
7月8日，集团召开二季度经营分析会，听取各子公司上半年经营情况汇报，部署下半年重点工作……
[查看全文]
集团纪委开展廉政教育
7月1日，集团纪委组织中层以上干部赴市廉政教育基地参观学习，接受警示教育……
[查看全文]
""",
    "an album of a radio": """\
新闻早高峰
专辑 1023集
订阅 播放全部
1 6月12日早高峰 12:33 1.2万
2 6月11日早高峰 13:01 9821
查看更多节目
简介：每天早上7点，带你听懂云岭新闻。
""",
    "a programme with its player": """\
<h1>云岭新闻（2021-08-03）</h1><div>来源：云岭广播电视台</div><div>播放</div><div>暂停</div><div>00:00</div><div>音量</div>""",
    "a stream": """\
网络直播
农产品博览会开幕式
直播回放
1.2万人观看 332点赞
聊天 简介 图集
网友8832：来看看
发送
""",
    "a game": """\
国庆知识竞答
已有 12033 人参与
开始答题
我的奖品
活动规则
每人每天可答题3次，答对5题即可参与抽奖。
""",
    "a register of files": """\
下载专区
1. 工业企业成本费用表 .xls 156KB 下载次数：88 立即下载
2. 固定资产投资情况表 .xls 98KB 下载次数：120 立即下载
3. 能源购进与消费表 .xls 133KB 下载次数：54 立即下载
""",
    "cells of a register of files": """\
相关下载
文件大小
点击数
1
外商投资信息报告表
46K
37
点击下载
2
收发货人备案表
210K
74
点击下载
3
生产能力证明
38K
111
点击下载
""",
    "cards in bare text": """\
行业资讯
高温合金市场前景广阔
据统计，2021年我国高温合金需求量达6.2万吨，预计到2025年将突破10万吨，国产替代正在加速……
2022.05.12
查看更多
镍价震荡上行
本周镍价较上周上涨2.3%，业内人士认为短期内价格仍将高位震荡运行，下游企业需做好准备……
2022.05.08
查看更多
航空发动机国产化提速
随着首架交付机首次试飞圆满完成，国产大飞机产业链迎来发展机遇，上游材料企业有望受益……
2022.05.01
查看更多
""",
    "abstracts that lead on": """\
公司动态
集团获评民营企业百强
两大榜单正式发布，云岭集团获得第56位，制造业榜单位列第12位。详细内容请点击此处查看......
集团召开表彰大会
6月24日下午，集团全体高管、顾问和各分公司负责人聚集在总部多功能会议室，隆重举...
集团与高校共建实验室
5月8日，集团与云岭大学签订协议，双方将围绕新材料开展合作，共同培养技术人才，推动...
[1] [2] [3] 页 1/40 页面跳转：
""",
    "vacancies": """\
岗位列表
操作工 5000-8000元/月
云岭精密机械有限公司 2022-06-10
检验员 4500-6000元/月
云岭恒源电子有限公司 2022-06-10
仓管员 4000-5000元/月
云岭新鑫包装有限公司 2022-06-09
首页 上页 1 2 3 下页 尾页
""",
    "a board with counters behind": """\
本地生活
[讨论] 新区什么时候有公交车
大山
查看 322 回复 12
[求助] 暂住证在哪里办
小丽
查看 201 回复 3
[分享] 周末去了趟湿地公园
阿飞
查看 122 回复 1
""",
    "posts of an account with its followers": """\
云岭发布
粉丝 21.3万 关注 302 全部微博
【今日天气】今天多云，26到34度，请大家注意防暑。
6-12 07:00 来自 手机客户端
转发 2 评论 赞 11
【又添一所小学】实验二小今日揭牌，9月正式招生，可容纳36个班。
6-11 18:20 来自 微博
转发 33 评论 12 赞 120
""",
    "posts whose counters stand alone": """\
云岭交警
06-12 07:30
【路况播报】云岭大桥由北向南车多缓行，请驾驶员朋友提前绕行。
转发
3
评论
2
06-11 17:30
【晚高峰提示】人民路交叉口信号灯故障，请服从指挥有序通行。
转发
5
评论
1
06-11 09:12
【曝光台】昨日查处酒驾7起，请广大驾驶员引以为戒。
转发
12
评论
8
""",
    "a feed": """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>云岭要闻</title><item><title>区委召开常委会会议</title>
<description>9月6日，区委召开常委会会议，传达学习省委会议精神，研究部署贯彻落实工作。</description></item></channel></rss>
""",
    "a map for programs": """\
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.example/1.html</loc></url></urlset>
""",
    "a feed as the browser shows it": """\
此 XML 文件似乎没有相关联的样式信息。下面显示了该文档树。
关于征集科技项目的通知
http://a.example/1.html
Mon, 06 Jun 2022 08:00:00 GMT
""",
    "addresses of feeds": """\
RSS订阅
园区新闻 http://www.example.cn/rss/news.xml
通知公告 http://www.example.cn/rss/notice.xml
政策法规 http://www.example.cn/rss/policy.xml
您可以下载一个阅读器，将上面的地址添加到阅读器中，即可订阅本网站的内容。
""",
    "what a script should have filled in": """\
<h2>{{ detail.title }}</h2><p>发布时间：{{ detail.date }}</p>
<p>{{ detail.content }}</p><p>附件：{{ item.fileName }}</p>""",
    "words that fill a page": """\
<h1>新闻标题</h1><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.</p>""",
    "a shop in an article's clothes": """\
云岭工会App
版本：v3.2.0
大小：38.6M
更新时间：2022-05-20
系统要求：Android 4.4以上
软件介绍：
云岭工会App是为职工打造的服务平台，职工可在线入会、领取福利、参加活动。
立即下载
""",
    "an application for two systems": """\
掌上云岭
企业服务一手掌握
立即下载
iOS下载
Android下载
惠企政策精准推送，申报进度随时查询
""",
}

KEPT = {
    "a yearbook published as a file": """\
<h1>关于发布2021年度统计公报的公告</h1><p>2021年度统计公报现予发布，请点击附件下载。</p>
<p><a href="1.pdf">2021年度统计公报.pdf</a> 1.2MB</p>""",
    "a brief with its contents": """\
云岭经开区工作简报
2022年第6期（总第88期）
本期要目
● 经开区召开半年工作会议
经开区召开半年工作会议
7月5日，经开区召开半年工作会议，总结上半年工作，部署下半年任务，区委书记出席会议并讲话。
""",
    "a magazine that appeared": """\
《云岭经济》2022年第3期出版
近日，《云岭经济》2022年第3期正式出版，设有特稿、产业观察、调研报告等栏目，收录文章12篇。
""",
    "a programme written down": """\
<h1>云岭早新闻文字稿</h1><div>2022-06-12 来源：云岭广播电视台</div><div>播放</div>
<div>00:00 / 12:33</div><div>音量</div>
<p>各位听众早上好，今天是6月12日，星期日。区委召开常委会会议，传达学习省委全会精神；云岭大桥主桥顺利合龙，预计年底通车；全区夏粮收购工作有序推进。</p>
<p>昨天上午，区委召开常委会会议，研究贯彻落实意见，区委书记主持会议并讲话，要求各部门抓好落实，全力完成年度目标任务，确保经济社会平稳健康发展。</p>""",
    "an article with comments": """\
<h1>老城区改造见闻</h1><div>2022-05-01 来源：云岭日报</div>
<p>走进解放路，昔日拥挤的小巷变得宽敞整洁，改造共拆除违建32处。</p>
<div>网友A：越来越好了</div><div>赞 12 回复 3</div><div>网友B：支持</div>
<div>赞 8 回复 1</div><div>网友C：等着</div>
<div>赞 2 回复 5</div>""",
    "a notice with files and their sizes": """\
<h1>关于印发技改项目申报指南的通知</h1><p>现将《技改项目申报指南》印发给你们，请认真组织申报。</p>
<div>附件1：申报指南.doc 56KB 下载</div>
<div>附件2：申报书.doc 120KB 下载</div><div>附件3：汇总表.xls 35KB 下载</div>""",
    "accounts in the order of their followers": """\
6月政务微博影响力榜
名次 账号 粉丝 转发 评论
1 云岭发布 102万 3201 1209
2 平安云岭 88万 2210 998
3 云岭交警 56万 1988 873
""",
    "a short notice beside boxes": """\
招商动态
东湖经开区赴深圳招商
6月8日至10日，东湖经开区党工委书记率队赴深圳开展招商活动，先后拜访了3家电子信息企业，达成多项合作意向。
通知公告
更多
关于端午放假的通知
政策法规
更多
外商投资法实施条例
投资指南
更多
投资流程图
""",
}


def _page(text: str) -> RawPage:
    html = text.startswith(("<h", "<d"))
    return RawPage(text, "page.html" if html else "page.txt", kind="html" if html else "text")


@pytest.mark.parametrize("name", REFUSED)
def test_what_only_names_other_things_is_refused(name: str) -> None:
    assert isinstance(process(_page(REFUSED[name])), Skipped)


@pytest.mark.parametrize("name", KEPT)
def test_what_tells_something_beside_them_is_kept(name: str) -> None:
    assert not isinstance(process(_page(KEPT[name])), Skipped)
