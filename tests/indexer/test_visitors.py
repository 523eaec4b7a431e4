"""What a site tells its visitors about itself is no document; what an office tells the public is one."""

from __future__ import annotations

import pytest

from indexer import Skipped, process
from tests.indexer.cleaning import raw_page

REFUSED = {
    "rules of a mailbox": """\
<h2>书记信箱</h2><h3>受理范围</h3><p>1、对全市经济发展、城市建设、社会管理等方面的意见和建议；</p>
<p>2、对机关工作人员作风、效能方面的批评和建议。</p><p>来信没有具体内容或者联系方式不真实的，不予受理。</p>""",
    "rules for writers": """\
云岭市民热线
网民须知
本平台全天受理您的诉求。
请您注册并实名认证后提交，一次只能反映一个问题。
提交后凭编号可查询办理进度。
同意并继续
""",
    "a disclaimer": """\
<h1>免责声明</h1><p>一、本网站提供的资料仅供参考，本网站不对其准确性、完整性承担责任。</p>
<p>二、未经许可，任何单位和个人不得复制、转载本网站内容。</p>""",
    "a blank form": """\
<h1>在线留言</h1><p>如果您有任何疑问，请填写下面的表单，我们会与您联系。</p>
<form><label>单位名称：</label><input><label>联系人：</label><input><label>电话：</label><input><label>内容：</label></form>""",
    "a questionnaire without its button": """\
<h2>园区服务满意度调查问卷</h2><p>尊敬的企业家：现开展问卷调查，请您根据实际情况填写，感谢您的支持。</p>
<p>1. 所属行业</p><p>○制造业 ○建筑业 ○其他</p><p>2. 对服务的评价</p><p>○满意 ○一般 ○不满意</p>""",
    "a questionnaire without marks": """\
关于园区班车的调查
您好，请您花两分钟填写本问卷，本问卷匿名填写，感谢您的配合！
*1. 您乘坐班车的频率
每天
偶尔
提交
""",
    "an application to install": """\
云岭通
4.8分
立即下载
应用介绍
办事找政府，就用云岭通！社保、医保一站查询，让群众少跑腿。
更新日志
修复已知问题，优化用户体验。
开发者：云岭大数据有限公司
版本：5.2.0
""",
    "offices of a company": """\
<div>华东区：上海市青云路2377号 电话：021-33880001 传真：021-33880002</div>
<div>华南区：广州市新城路8号 电话：020-38880001</div>
<div>华北区：北京市望山街9号 电话：010-64780001</div>""",
    "a board": """\
云岭论坛-百姓话题
标题
作者
12 置顶 本版规定，新人必看 版主 12-01
35 城东那个厂还招人吗 小鱼 10:23
8 有没有一起拼车的，求带 路过 09:58
102 高铁站到底建在哪 看客 昨天
""",
    "letters and what became of them": """\
咨询选登
生育津贴怎么领？ 医保局 已答复
落户需要什么材料？ 公安局 已答复
居住证丢了怎么补？ 公安局 已答复
""",
    "titles in lines of their own, with days": """\
首页
当前位置：
表格下载
企业投资项目备案申请表
2021-01-12
建设用地规划许可证申请表
2021-02-12
施工许可证申请表
2021-03-12
""",
    "the words that introduce a topic": """\
云岭新闻网
编者按：大会召开以来，全市掀起学习热潮。本网特开设专题，集中反映各地情况，敬请关注。
最新报道
宣讲团走进田间地头
高校师生热议报告
青年干部话担当
""",
    "a search that found nothing": """\
<div>搜索：跨境电商</div><p>抱歉，没有找到与“跨境电商”相关的内容。</p>
<p>建议您：检查输入的关键词是否有误；尝试使用更简短的关键词。</p>""",
    "teasers with a button each": """\
公司动态
公司亮相国际新材料展
2022-08-15
近日，公司携多款新产品亮相新材料展，吸引众多客商驻足洽谈，现场签约……
【查看详情】
公司与大学共建实验室
2022-07-22
近日，公司与云岭大学举行联合实验室揭牌仪式，双方将开展深入合作……
【查看详情】
公司通过体系认证
2022-07-01
近日，公司顺利通过知识产权管理体系认证，管理水平迈上了新的台阶……
【查看详情】
""",
    "a site that is worked on": """\
尊敬的用户：
为给您提供更好的服务，本网站将于9月8日22时至次日6时进行系统升级，届时网站将暂停访问，不便之处敬请谅解。
""",
}
KEPT = {
    "a new mailbox": """\
关于开通书记信箱的公告
为畅通民意渠道，即日起开通书记信箱，受理群众意见建议。来信请注明姓名和联系方式。
云岭市委办公室
2020年4月1日
""",
    "a letter and its answer": """\
<h2>书记信箱</h2><p>来信标题：路灯不亮</p><p>来信内容：你好，我们小区门口的路灯坏了半个月，请尽快处理。</p>
<p>答复内容：您好，已安排维修人员更换灯具，感谢您的监督。</p>""",
    "an announcement of a survey": """\
关于开展营商环境问卷调查的通知
各企业：请于5月20日前登录园区网站填写问卷，每家企业限填一份。
云岭市营商环境办公室
""",
    "a warning": """\
防范电信诈骗提示
凡是要求您提供银行卡密码、短信验证码的，都是诈骗！
凡是让您点击陌生链接的，请提高警惕！
""",
    "a history": """\
发展历程
1996年 公司成立
2003年 通过质量体系认证
2010年 在深圳上市
2018年 获评国家企业技术中心
""",
    "cells of a timetable": """\
园区通勤班车时刻表
首页
园区概况
园区通勤班车时刻表
线路
始发站
发车时间
1号线
火车站
7:10 7:30
2号线
汽车南站
7:15 7:40
""",
    "names below a source line": """\
入选非遗工坊的三家单位_云岭市人民政府
首页
政务公开
入选非遗工坊的三家单位
来源：文旅局 日期：2022-04-01
羊绒针织技艺工坊
柳编工坊
剪纸工坊
""",
    "marks of an examination": """\
2021年公开招聘面试成绩
准考证号 姓名 笔试 面试 总成绩
20210101 张小明 78.5 85.2 81.85
20210102 李大海 76.0 86.4 81.20
20210103 赵云 74.5 82.0 78.25
20210104 欧阳建国 73.0 80.8 76.90
""",
    "news of an application": """\
<h1>云岭通客户端上线</h1><div>2021-06-01 来源：云岭日报</div>
<p>6月1日，“云岭通”客户端正式上线，市民可下载安装，办理社保查询等20多项服务。</p>""",
    "hours without power": """\
停电预告
停电时间：6月18日8:00—17:00
停电范围：工业一路、兴业街
停电原因：线路检修
""",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_site_says_of_itself_is_refused(name: str) -> None:
    assert isinstance(process(raw_page(REFUSED[name])), Skipped)


@pytest.mark.parametrize("name", KEPT)
def test_what_an_office_tells_the_public_is_kept(name: str) -> None:
    assert not isinstance(process(raw_page(KEPT[name])), Skipped)
