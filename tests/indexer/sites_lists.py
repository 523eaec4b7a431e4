"""Home pages, registers, galleries of cards and what bare text keeps of lists: pages of government and park sites."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.site_frames import HEADLINES

NOTICES = (
    "云岭市自然资源局关于土地使用权出让的公告",
    "云岭市事业单位公开招聘工作人员公告",
    "关于城区部分路段交通管制的通告",
    "云岭市人民政府关于印发管理办法的通知",
    "云岭市教育局关于招生工作的通知",
)
FOOT = "<div class='foot'><p>主办：云岭市人民政府办公室</p><p>网站标识码：1234560001 云ICP备05000001号</p><p>地址：云岭市龙泉路1号 邮编：651700 联系电话：0800-12345678</p></div>"
_TOP = "<div><a>首页</a> <a>园区概况</a> <a>招商引资</a> 今天是2023年5月6日 星期六</div>"


def _page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{_TOP}{body}{FOOT}</body></html>"


def _entries(titles: tuple[str, ...]) -> str:
    return (
        "<ul>" + "".join(f"<li><a href='/{n}'>{t}</a><i>05-0{n % 9}</i></li>" for n, t in enumerate(titles)) + "</ul>"
    )


_REGISTER = "".join(
    f"<tr onclick='show({n})'><td>云岭第{n}茶业基地建设项目</td><td>2303-350725-04-01-9488{n}</td><td>2023-03-{n + 10}</td><td>经开区</td></tr>"
    for n in range(1, 10)
)
_LEADERS = "".join(
    f"<div><a href='/{n}'><img src='/{n}.jpg'></a><p><a>{name}某</a></p><p>{post}</p><a>简历</a> <a>分工</a> <a>活动</a></div>"
    for n, (name, post) in enumerate(zip("王李赵钱", ("市长", "常务副市长", "副市长", "副市长"), strict=True))
)
_BOXES = "".join(
    f"<div>{name} <a href='/{name}'>更多&gt;&gt;</a></div>" for name in ("采购公告", "中标公示", "预先采购", "网上采购")
)
_MORE = "".join(f"<a href='/m{n}'>更多&gt;&gt;</a><br>" for n in range(5))
LISTS: dict[str, str] = {
    "a park's home page with its portrait": _page(
        "东湖经济技术开发区",
        "<h3>园区概况</h3><p>东湖经济技术开发区成立于1992年，规划面积86平方公里，已形成装备制造、电子信息、生物医药三大主导产业，入驻企业3200余家。</p><div><a>了解更多</a></div><h3>园区动态</h3>"
        + _entries(HEADLINES[:4])
        + "<h3>通知公告</h3>"
        + _entries(NOTICES[:4]),
    ),
    "a home page that speaks of a product": _page(
        "某采购网",
        f"{_BOXES}{_MORE}<h3>采e信简介</h3><p>采e信是在安e信基础上开发的风险信息服务平台，整合了多个部委的权威数据，可为采购相关单位提供投标企业的风险筛查。</p>",
    ),
    "a register that a script leads from": _page("公示列表", f"<h2>公示列表</h2><table>{_REGISTER}</table>"),
    "leaders with the same links": _page("领导之窗", f"<h2>市政府领导</h2>{_LEADERS}"),
    "a query without results": _page(
        "许可证信息查询",
        "<h2>许可证信息</h2><p>机构名称：</p><p>共查询出 0 条数据（用时约 0 s）</p><p>注：本系统中所称“发证日期”是监管部门对机构颁发许可证的制证日期；“批准成立日期”为批准该机构设立的日期。</p>",
    ),
}
_TOLD = (
    "5月6日，市委常委会召开会议，传达学习全省经济工作会议精神，研究贯彻落实意见。",
    "5月5日，市长王某深入工业园区，实地调研重点项目建设推进情况……",
    "会议通报了今年以来全市安全生产形势，分析存在的问题……",
    "市领导先后来到水库、河道等地，详细了解防汛物资储备、值班值守等情况。",
    "会议审议通过了有关人事事项……",
)
PLAIN_LISTS: dict[str, str] = {
    "headlines, dates and abstracts": "要闻动态\n"
    + "\n".join(f"{t}\n2023-05-0{9 - n}\n{told}" for n, (t, told) in enumerate(zip(HEADLINES, _TOLD, strict=False)))
    + "\n下一页\n",
    "a home page with notices": "云岭市人民政府\n首页\n政务公开\n云岭要闻\n更多>>\n"
    + "\n".join(HEADLINES[:6])
    + "\n通知公告\n更多>>\n"
    + "\n".join(NOTICES)
    + "\n友情链接\n",
}
OTHERS: dict[str, tuple[str, str]] = {
    "a complaint about an account": (
        "login wall",
        "<h3>请选择投诉该公众号的原因</h3><ul><li>网页包含欺诈信息（如：假红包）</li><li>网页包含色情信息</li><li>网页在收集个人隐私信息</li></ul><a>提交</a>",
    ),
    "a picture in place of the text": (
        "no text",
        _page(
            "一图读懂政府工作报告",
            "<h1>一图读懂政府工作报告</h1><div>时间：2023-02-06 来源：市政府办公室</div><p><img src='/1.jpg'></p>",
        ),
    ),
    "an application to download": ("no text", _page("客户端", "<h1>云岭融媒客户端</h1><p>看新闻 办政务</p>")),
    "nothing but the title": (
        "no text",
        "<title>新闻联播是从哪一年开始播放的</title><h1>新闻联播是从哪一年开始播放的</h1><p>直播网 / 新闻联播是从哪一年开始播放的</p>",
    ),
}
_DATED = "".join(
    f"<tr><td>{n}</td><td>第{n}机床有限公司扩建项目</td><td>东湖重工</td><td>2023-0{n}-15</td></tr>"
    for n in range(1, 10)
)
KEPT: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "a table with dates under its title": (
        "html",
        _page("东湖经开区", f"<h2>东湖经开区一季度新签约项目一览表</h2><table>{_DATED}</table>"),
        ("第1机床有限公司扩建项目", "第9机床有限公司扩建项目"),
    ),
    "a short notice on a page of many boxes": (
        "html",
        _page(
            "云岭市人民政府",
            f"{_BOXES}{_MORE}<h2>市领导慰问一线职工</h2><p>五一前夕，市委书记周某看望慰问坚守岗位的一线职工，向他们致以节日问候。</p>",
        ),
        ("五一前夕，市委书记周某",),
    ),
    "honours with dates in no order": (
        "text",
        "云岭市荣誉榜\n" + "\n".join(f"全国第{n}批示范城市 20{10 + n * 3 % 8}-12-01" for n in range(1, 10)),
        ("全国第1批示范城市", "全国第9批示范城市"),
    ),
    "telephones made known": (
        "text",
        "关于公布投诉举报电话的公告\n电话：0800-12345678\n地址：云岭市龙泉路1号\n",
        ("电话：0800-12345678", "地址：云岭市龙泉路1号"),
    ),
    "the same in bare text": (
        "text",
        "东湖经开区重点企业名单\n2023-05-01\n"
        + "\n".join(f"{n} 东湖第{n}机床有限公司 装备制造 20{10 + n * 3 % 7}-05-18" for n in range(1, 9)),
        ("东湖第1机床有限公司", "东湖第8机床有限公司"),
    ),
    "projects with their dates backwards": (
        "text",
        "云岭市重大项目完成情况\n"
        + "\n".join(f"第{n}产业园项目 | 总投资{n}.5亿元 | 已竣工 | 2022-{12 - n:02}-15" for n in range(1, 10)),
        ("第1产业园项目", "第9产业园项目"),
    ),
    "a short notice above a box of others": (
        "html",
        _page(
            "停电通知",
            f"<div>停电通知</div><div>因线路检修，5月9日7时至17时青河镇停电，请提前做好准备。</div><h3>公告栏</h3>{_entries(NOTICES * 2)}",
        ),
        ("因线路检修，5月9日7时至17时青河镇停电",),
    ),
}
