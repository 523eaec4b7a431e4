"""Lists of other pages, one of each kind that sites have, in the style of real ones."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.site_frames import HEADLINES, MENU, dated, framed, in_tables, links

PAGER = "<div class='page'><a>首页</a><a>上一页</a><a>1</a><span>2</span><a>3</a><a>下一页</a><a>尾页</a>共12页 到第<input>页</div>"
ABSTRACT = (
    "近日，云岭高新区在产业园二期现场举行集中开工仪式，本次开工的项目共十六个，总投资七十八亿元，涵盖新材料、装备制造、"
    "生物医药等多个领域，建成达产后预计实现年产值一百二十亿元，带动就业三千余人，为园区转型升级注入新的动力……",
    "为贯彻落实省委、省政府关于推进开发区高质量发展的决策部署，进一步激发园区发展活力，市政府研究制定了若干措施，现"
    "公开征求意见，欢迎社会各界人士在三十日之内通过信函、电子邮件等方式提出宝贵的意见和建议……",
    "9月6日，市委主要领导深入部分企业调研，实地查看生产经营情况，详细了解企业在用工、融资、物流等方面存在的困难和问题，"
    "现场协调有关部门研究解决的办法，并强调要牢固树立服务企业就是服务发展的理念……",
)


def _digest(form: str, count: int = 8) -> str:
    """Entries with an abstract each, of {n}, {text}, {abstract} and {d}ay."""
    rows = zip(range(count), HEADLINES[:count], ABSTRACT * count, strict=False)
    return "".join(form.format(n=n, text=text, abstract=abstract, d=28 - n) for n, text, abstract in rows)


_SITEMAP = "".join(
    f"<dl><dt><a href='/{i}/'>{name}</a></dt><dd>"
    + "".join(
        f"<a href='/{i}/{j}/'>{word}</a> "
        for j, word in enumerate(("概况", "动态", "公告", "文件", "解读", "专题", "图片", "视频"))
    )
    + "</dd></dl>"
    for i, name in enumerate(MENU * 2)
)
_CATALOGUE = "".join(
    f"<tr><td>0000{n:02}/2023-000{n:02}</td><td><a href='art_{n}.html'>{text}</a></td><td>云政办发〔2023〕{n}号</td><td>2023-09-{n:02}</td></tr>"
    for n, text in enumerate(HEADLINES[:14], 1)
)
_MESSAGES = "".join(
    f"<tr><td>{202300 + n}</td><td><a href='msg?id={n}'>{what}</a></td><td>云岭市{who}</td><td>2023-08-{n + 10}</td><td>已办结</td></tr>"
    for n, (what, who) in enumerate(
        zip(
            (
                "小区停车位不足",
                "公交线路能否延长",
                "路灯不亮",
                "噪音扰民问题",
                "社保卡怎么办理",
                "农村危房改造申请",
                "入学政策咨询",
                "供暖温度不够",
            ),
            ("住建局", "交通局", "城管局", "环保局", "人社局", "住建局", "教育局", "住建局"),
            strict=True,
        )
    )
)
_THREADS = "".join(
    f"<tr><td><a href='thread-{n}-1-1.html'>{text}</a></td><td><a href='space-{n}'>网友{n}</a> 2023-9-{n + 1}</td><td>{n * 3}/{n * 211}</td></tr>"
    for n, text in enumerate(HEADLINES[:12])
)
_BOXES = "".join(
    f"<div class='box'><h2><a href='/{n}/'>{name}</a><span><a href='/{n}/'>更多&gt;&gt;</a></span></h2>{links(n * 5, 6)}</div>"
    for n, name in enumerate(("政务要闻", "部门动态", "公示公告", "政策解读", "人事任免", "热点专题"))
)
_LEAD = (
    "<div class='top'><h1><a href='/t.html'>云岭高新区举行三季度重大项目集中开工仪式</a></h1><p>9月5日上午，云岭高新区三季度重大项目集中开工"
    "仪式举行，总投资七十八亿元的十六个项目同时开工，市领导出席。<a href='/t.html'>[详细]</a></p></div>"
)
_ABOUT = (
    "<div class='about'><h3>园区概况</h3><p>云岭经济开发区成立于1992年，2012年升级为国家级经济技术开发区，规划面积四十二平方公里，现有"
    "企业八百余户，形成了以装备制造、新材料、食品加工为主导的产业体系，是对外开放的重要窗口。<a href='/gk/'>了解更多</a></p></div>"
)

LISTS: dict[str, str] = {
    # lists
    "column": framed("通知公告", f"<ul class='list'>{dated(0, 15)}</ul>{PAGER}", crumbs="政务公开 &gt; 通知公告"),
    "last page of a column": framed(
        "工作动态", f"<h2>工作动态</h2><ul class='news'>{dated(3, 4)}</ul>{PAGER}", crumbs="新闻中心 &gt; 工作动态"
    ),
    "column with the date first": framed(
        "政策文件",
        "<div class='con'>" + dated(2, 12, "<p><em>[{m:02}-{d:02}]</em><a href='{n}.htm'>{text}</a></p>") + "</div>",
    ),
    "column in tables": in_tables(
        "通知公告-云岭经济开发区",
        "<table>"
        + dated(1, 12, "<tr><td>·<a href=show.asp?id={n}>{text}</a></td><td>2023-{m}-{d}</td></tr>")
        + "</table><table><tr><td>共 214 条 每页 12 条 页次：1/18 首页 上一页 下一页 尾页</td></tr></table>",
    ),
    "column without dates": in_tables(
        "园区动态",
        "<table>"
        + "".join(f"<tr><td><img src=dot.gif> <a href={n}.html>{t}</a></td></tr>" for n, t in enumerate(HEADLINES))
        + "</table>",
    ),
    "column with long abstracts": framed(
        "招商动态",
        _digest(
            "<div class='item'><h3><a href='{n}.html'>{text}</a></h3><p>{abstract}</p><div class='info'>发布时间：2023-09-{d} 浏览：12{n}次</div></div>"
        )
        + PAGER,
        crumbs="投资云岭 &gt; 招商动态",
    ),
    "column with abstracts and 详细": framed(
        "新闻中心",
        "<ul>"
        + _digest(
            "<li><a href='{n}.html'><img src='t{n}.jpg'></a><a href='{n}.html'>{text}</a><p>{abstract}<a href='{n}.html'>[详细]</a></p></li>"
        )
        + "</ul>",
    ),
    "column whose abstracts are links": framed(
        "园区新闻",
        "<ul>"
        + _digest(
            "<li><a href='{n}.html'><h4>{text}</h4><p>{abstract}</p><span>{d}</span><span>2023.09</span></a></li>",
            6,
        )
        + "</ul>",
    ),
    "column of a blog in DedeCMS": framed(
        "产业政策",
        "<div class='listbox'><ul>"
        + _digest(
            "<li><a href='/a/{n}.html' class='title'>{text}</a><span class='info'><small>日期：</small>2023-09-{d} <small>点击：</small>8{n} "
            "<small>好评：</small>0</span><p class='intro'>{abstract}</p></li>"
        )
        + "</ul></div><div class='dede_pages'><ul><li>首页</li><li class='thisclass'>1</li><li><a>2</a></li><li>末页</li><li>共 <strong>9</strong>页<strong>88</strong>条</li></ul></div>",
        site="云岭产业网",
    ),
    "three entries with long abstracts": framed(
        "媒体聚焦",
        "<h2>媒体聚焦</h2>"
        + _digest("<dl><dt><a href='{n}.html'>{text}</a></dt><dd>{abstract}</dd><dd>2023-09-{d}</dd></dl>", 3)
        + PAGER,
    ),
    "cards of a portal": framed(
        "要闻频道",
        _digest(
            "<div class='card'><a href='{n}.html'><h3>{text}</h3></a><div>云岭日报 <span>{n}小时前</span> 评论 {d}</div></div>",
            14,
        ),
        site="云岭在线",
    ),
    "pictures of the week": framed(
        "图片新闻",
        "<ul class='pics'>"
        + "".join(
            f"<li><a href='{n}.html'><img src='{n}.jpg'><span>{t[:16]}</span></a></li>"
            for n, t in enumerate(HEADLINES[:12])
        )
        + "</ul>",
    ),
    "videos of a channel": framed(
        "视频新闻",
        "<ul>"
        + "".join(
            f"<li><a href='{n}.html'><img src='{n}.jpg'><i>0{n % 9}:2{n % 7}</i><p>{t}</p></a><span>2023-09-{n + 1:02}</span></li>"
            for n, t in enumerate(HEADLINES[:12])
        )
        + "</ul>",
    ),
    "tag": framed(
        "标签：招商引资",
        "<h1>招商引资</h1><p>共找到 36 篇与“招商引资”有关的文章</p>"
        + _digest(
            "<article><h2><a href='{n}.html'>{text}</a></h2><p>{abstract}</p><a href='{n}.html'>阅读全文</a></article>",
            6,
        ),
    ),
    "search results": framed(
        "站内搜索",
        "<p>您搜索的关键词是：<em>园区</em>，共找到约 1,024 条结果，用时 0.03 秒</p>"
        + _digest(
            "<div class='r'><h3><a href='{n}.html'>{text}</a></h3><p>……{abstract}</p><p>www.yunling.example/{n}.html 2023-09-{d}</p></div>",
            6,
        ),
    ),
    "search without results": framed(
        "搜索结果", "<p>抱歉，没有找到与“园区条例”相关的内容。</p><p>建议您：检查输入是否正确；更换关键词再试。</p>"
    ),
    "map of the site": (framed("网站地图", f"<div class='map'>{_SITEMAP}</div>")),
    "catalogue of open information": framed(
        "政府信息公开目录",
        f"<table><tr><th>索引号</th><th>名称</th><th>文号</th><th>发布日期</th></tr>{_CATALOGUE}</table>{PAGER}",
    ),
    "catalogue without links": framed(
        "政策文件库",
        "<ul>"
        + "".join(
            f"<li><span onclick='go({n})'>{t}</span><b>云政发〔2023〕{n}号</b><i>2023-09-{n + 1:02}</i></li>"
            for n, t in enumerate(HEADLINES[:15])
        )
        + f"</ul>{PAGER}",
    ),
    "pages of a newspaper": "<html><head><title>云岭日报数字报-第01版:要闻</title></head><body><div>2023年09月06日 星期三 <a>上一期</a> <a>下一期</a></div><div><h4>版面目录</h4>"
    + "".join(
        f"<a href='node_{n}.htm'>第0{n}版：{name}</a> <a href='{n}.pdf'>PDF</a><br>"
        for n, name in enumerate(("要闻", "综合", "经济", "专题"), 1)
    )
    + f"</div><div><h4>标题导航</h4>{links(2, 9)}</div><div><map><area></map><img src='b.jpg'></div><div>云岭日报社版权所有</div></body></html>",
    "messages of citizens": framed(
        "留言选登",
        f"<table><tr><td>编号</td><td>主题</td><td>答复单位</td><td>时间</td><td>状态</td></tr>{_MESSAGES}</table>{PAGER}",
    ),
    "threads of a forum": framed(
        "招商引资 - 云岭论坛",
        f"<table>{_THREADS}</table><div>发新帖 返回 1 2 3 下一页</div>",
        site="Powered by Discuz!",
    ),
    "leaders": framed(
        "领导之窗",
        "<div><h3>市长</h3><a href='1.html'>张某某</a></div><div><h3>副市长</h3>"
        + "".join(f"<a href='{n}.html'>{name}某某</a>" for n, name in enumerate("王李赵钱孙周吴郑"))
        + "</div>",
    ),
    "topic": framed(
        "优化营商环境专题",
        f"<img src='ztbanner.jpg'><div class='l'><h2>工作动态</h2>{links(3, 7)}</div><div class='r'><h2>政策文件</h2>{links(11, 7)}</div>",
    ),
    "empty column": framed(
        "意见征集",
        "<div class='list'><h2>意见征集</h2><p>暂无相关数据</p></div><div>共 0 条记录 第 1/1 页</div>",
        crumbs="互动交流 &gt; 意见征集",
    ),
    "home of a government": (framed("", _LEAD + _BOXES, site="云岭市人民政府门户网站")),
    "home of a park": in_tables(
        "云岭经济开发区官方网站",
        f"{_ABOUT}<table><tr><td>{links(0, 8)}</td><td>{links(8, 8)}</td></tr></table><table><tr><td>{links(16, 8)}</td></tr></table>",
    ),
    "home with several leads": framed(
        "",
        "".join(
            f"<div><h3><a href='{n}.html'>{t}</a></h3><p>{a[:70]}<a href='{n}.html'>[查看详情]</a></p></div>"
            for n, (t, a) in enumerate(zip(HEADLINES, ABSTRACT, strict=False))
        )
        + _BOXES,
        site="云岭高新技术产业开发区",
    ),
}
