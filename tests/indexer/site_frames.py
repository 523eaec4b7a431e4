"""Frames of sites, as the test pages need them: what stands around the text of a page, and headlines of other pages."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

HEADLINES = (
    "市政府召开第三十六次常务会议研究稳增长工作",
    "关于公布2023年度科技型中小企业名单的通知",
    "云岭高新区举行三季度重大项目集中开工仪式",
    "市委主要领导到企业调研安全生产工作",
    "我市新增国家级专精特新“小巨人”企业十二家",
    "关于开展2023年工业企业技术改造项目申报的通知",
    "全市园区高质量发展现场会召开",
    "云岭经开区一季度外贸进出口总额同比增长百分之九",
    "关于规范涉企行政检查的若干措施政策解读",
    "营商环境满意度测评结果发布",
    "装备制造产业链招商推介会在云岭举行",
    "关于城区部分路段临时交通管制的通告",
    "“五好”园区建设交出亮眼答卷",
    "农业农村局组织专家深入田间指导秋播",
    "关于征集2024年民生实事项目的公告",
    "保税物流中心正式封关运营",
    "市人大常委会视察重点项目建设情况",
    "数字经济产业园二期主体工程封顶",
    "关于拟认定市级企业技术中心的公示",
    "全市“项目突破年”行动推进会召开",
    "新材料产业园污水处理厂提标改造工程完工",
    "关于国庆期间政务服务大厅放假安排的公告",
    "云岭籍企业家座谈会在深圳举行",
    "开发区建立重点项目领导包抓机制",
)
MENU = ("首页", "走进云岭", "新闻中心", "政务公开", "政务服务", "互动交流", "投资云岭", "数据开放")
SITE = "云岭市人民政府"


def menu(*names: str) -> str:
    return "<ul>" + "".join(f"<li><a href='/{n}/'>{name}</a></li>" for n, name in enumerate(names or MENU)) + "</ul>"


def links(start: int, count: int) -> str:
    """A box of headlines without dates."""
    shown = (HEADLINES[n % len(HEADLINES)] for n in range(start, start + count))
    return "<ul>" + "".join(f"<li><a href='/c/{n}.html'>{text}</a></li>" for n, text in enumerate(shown)) + "</ul>"


def dated(
    start: int, count: int, form: str = "<li><a href='/c/{n}.html'>{text}</a><span>2023-{m:02}-{d:02}</span></li>"
) -> str:
    """Entries of a list in some form of {n}, {text}, {m}onth and {d}ay."""
    return "".join(
        form.format(n=n, text=HEADLINES[n % len(HEADLINES)], m=12 - n // 3 % 12, d=1 + n * 7 % 28)
        for n in range(start, start + count)
    )


FOOT = (
    "<div id='bottom'><p><a href='/about'>关于我们</a> | <a href='/map'>网站地图</a> | <a href='/contact'>联系我们</a></p>"
    "<p>主办：云岭市人民政府办公室　承办：云岭市大数据中心</p><p>滇ICP备00000000号-1　滇公网安备 00000000000000号　"
    "网站标识码：0000000000</p></div>"
)


def framed(title: str, inner: str, *, crumbs: str = "", head: str = "", site: str = SITE) -> str:
    """A page of a government site of today: menu, crumbs, the inner part, foot."""
    path = f"<div class='path'>当前位置：<a href='/'>首页</a> &gt; {crumbs}</div>" if crumbs else ""
    shown = f"{title}_{site}" if title and site else title or site
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{shown}</title>{head}</head><body>"
        f"<div class='header'><div class='logo'><img src='/images/logo.png'></div>{menu()}</div>{path}"
        f"<div class='wrap'>{inner}</div>{FOOT}</body></html>"
    )


def in_tables(title: str, inner: str, *, column: str = "通知公告") -> str:
    """A page of the 2000s: tables in tables, a column of links on the left, font tags, a foot."""
    left = "".join(f"<tr><td height=24>・<a href=list.asp?id={n}>{name}</a></td></tr>" for n, name in enumerate(MENU))
    hot = "".join(
        f"<tr><td>·<a href=show.asp?id={n} title='{t}'>{t[:12]}…</a></td></tr>" for n, t in enumerate(HEADLINES[:8])
    )
    return (
        f"<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'><title>{title}</title></head>"
        f"<body topmargin=0><table width=980 align=center><tr><td><img src=images/banner.jpg></td></tr></table>"
        f"<table width=980 align=center><tr><td width=200 valign=top><table>{left}</table><table><tr><td>热点文章</td></tr>{hot}</table>"
        f"</td><td valign=top><table width=100%><tr><td>您现在的位置：<a href=/>首页</a> → {column}</td></tr></table>{inner}</td></tr></table>"
        "<table width=980 align=center><tr><td align=center>版权所有：云岭经济开发区管理委员会 电话：0870-0000000<br>"
        "技术支持：云岭网络</td></tr></table></body></html>"
    )
