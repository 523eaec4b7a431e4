"""More lists, of other sites: written after the rules were made, to see how far they carry."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.site_frames import HEADLINES, dated, framed, in_tables, links

A = "近日市有关部门深入园区企业开展调研走访。现场解决企业反映的用工、融资难题。为企业发展注入强心剂。"
_SHORT = tuple(text[:14] for text in HEADLINES)
_CARDS = "".join(
    f"<section class='news-item'><a href='/d/{n}'><img src='/t/{n}.webp'></a><div><a href='/d/{n}'>{text}</a><p>{text}，为全市高质量发展注入强劲动能，相关部门负责人表示将持续优化服务，推动政策落地见效。</p><em>云岭发布</em><time>09-{n + 1:02}</time></div></section>"
    for n, text in enumerate(HEADLINES[:10])
)
_PEOPLE = "".join(
    f"<li><a href='/ld/{n}'><img src='/ld/{n}.jpg'><p>{name}某某</p><p>{post}</p></a></li>"
    for n, (name, post) in enumerate(zip("王李赵钱孙", ("书记", "主任", "副主任", "副主任", "纪工委书记"), strict=True))
)
_POLICIES = "".join(
    f"<div class='item'><a href='/zc/{n}' target=_blank>{text}</a><div>发文机关：云岭市人民政府办公室　发文字号：云政办〔2023〕{n}号　成文日期：2023-08-{n + 1:02}</div></div>"
    for n, text in enumerate(HEADLINES[:9])
)
LISTS: dict[str, str] = {
    "cards with a sentence each": framed("资讯", _CARDS + "<div class='more'>加载更多</div>", site="云岭发布"),
    "library of policies": framed(
        "政策库", f"<div>全部 国家 省级 市级</div>{_POLICIES}<div>上一页 1 2 3 4 5 ... 20 下一页</div>"
    ),
    "leaders with posts": framed("领导班子", f"<ul>{_PEOPLE}</ul>", site="云岭经开区"),
    "headlines cut short": in_tables(
        "企业动态",
        "<table>"
        + "".join(
            f"<tr><td>◆<a href={n}.asp>{t}...</a></td><td>[{n + 1}/9]</td></tr>" for n, t in enumerate(_SHORT[:14])
        )
        + "</table>",
    ),
    "numbered ranking": framed(
        "热门文章排行",
        "<ol>"
        + "".join(
            f"<li><b>{n}</b> <a href='{n}.html'>{t}</a> {9000 - n * 37}次阅读</li>"
            for n, t in enumerate(HEADLINES[:10], 1)
        )
        + "</ol>",
    ),
    "author's page": framed(
        "周某某的主页",
        "<h2>周某某</h2><p>关注园区发展 文章 128 粉丝 3.2万</p>"
        + "".join(
            f"<div><a href='/p/{n}'>{t}</a><span>{n + 2}天前</span><span>阅读 {n * 91}</span></div>"
            for n, t in enumerate(HEADLINES[:12])
        ),
        site="云岭号",
    ),
    "calendar of a month": framed(
        "2023年9月新闻归档",
        "<ul>"
        + "".join(f"<li>9月{n + 1}日 <a href='{n}.html'>{t}</a></li>" for n, t in enumerate(HEADLINES[:14]))
        + "</ul>",
    ),
    "two lists side by side": framed(
        "招商引资",
        f"<div class='l'><h3>招商政策</h3>{links(0, 6)}</div><div class='r'><h3>招商项目</h3>{links(6, 6)}</div>",
        crumbs="招商引资",
    ),
    "home with figures": framed(
        "",
        f"<div>42平方公里<br>规划面积</div><div>800余户<br>入驻企业</div><div>500亿元<br>年产值</div><h3>园区新闻</h3>{links(0, 8)}<h3>通知公告</h3>{links(8, 8)}<h3>政策法规</h3>{links(16, 8)}",
        site="云岭国家高新技术产业开发区",
    ),
    "home with a welcome": in_tables(
        "欢迎访问云岭经济开发区",
        f"<p>云岭经济开发区热忱欢迎海内外客商前来投资兴业，共谋发展，共创辉煌！</p><table><tr><td>{links(0, 9)}</td><td>{links(9, 9)}</td></tr></table>",
    ),
    "download centre": framed(
        "下载中心",
        "<ul>"
        + "".join(
            f"<li><a href='/dl/{n}.doc'>{t}申请表</a><span>2023-08-{n + 1:02}</span></li>"
            for n, t in enumerate(_SHORT[:10])
        )
        + "</ul><div>共 10 条</div>",
    ),
    "English list": framed(
        "News",
        "<ul>"
        + "".join(
            f"<li><a href='/en/{n}'>Yunling High-tech Zone signs {n} new projects in {n + 2010}</a><span>2023-09-{n:02}</span></li>"
            for n in range(1, 12)
        )
        + "</ul>",
        site="Yunling",
    ),
    "today below heading": framed(
        "政务动态", f"<h1>政务动态</h1><div>今天是2023年9月7日 星期四</div><ul>{dated(0, 12)}</ul>"
    ),
    "filters": framed(
        "文件检索",
        f"<h1>文件检索</h1><div>按来源：全部 市政府 市直部门</div><div>按时间：全部 一周内 一月内</div><ul>{dated(0, 12)}</ul>",
    ),
    "updated": framed(
        "工作动态",
        f"<h2>工作动态</h2><p>更新时间：2023-09-07</p><ul>{dated(4, 14)}</ul><p>首页 上一页 下一页 尾页</p>",
    ),
    "h1 list blog": "<html><head><title>园区观察 - 周某某的博客</title></head><body><h1>园区观察</h1>"
    + "".join(
        f"<div class=post><h2><a href={n}>{t}</a></h2><div class=meta>2023年9月{n + 1}日 周某某 {n}条评论</div><div><p>{A}</p><p>{A}</p><p>{A}</p><p>{A} <a href={n}>继续阅读 →</a></p></div></div>"
        for n, t in enumerate(HEADLINES[:5])
    )
    + "</body></html>",
    "wechat album": "<html><head><title>专辑</title></head><body><h1>园区政策</h1><p>云岭发布 32篇内容</p>"
    + "".join(f"<li><span>{n}. {t}</span><em>9月{n}日</em></li>" for n, t in enumerate(HEADLINES[:12], 1))
    + "</body></html>",
    "mobile home": "<html><head><title>云岭发布</title></head><body>"
    + "".join(
        f"<a href={n}><p>{t}</p><span>云岭发布</span><span>{n + 1}小时前</span></a>"
        for n, t in enumerate(HEADLINES[:14])
    )
    + "</body></html>",
    "committee site home 2": framed(
        "",
        "<h2>头条</h2><p><a href=1>"
        + HEADLINES[0]
        + "</a></p>"
        + "".join(f"<h4>{c}</h4>{dated(i * 4, 5)}" for i, c in enumerate(("通知", "动态", "政策", "公示"))),
        site="云岭市工业和信息化局",
    ),
    "province columns": framed(
        "各县区",
        "<h2>县区政府网站</h2>"
        + "".join(
            f"<a href={n}>{x}人民政府</a> " for n, x in enumerate(["东川区", "西山区", "南涧县", "北塔区", "中宁县"])
        ),
    ),
    "faq index": framed(
        "常见问题",
        "<ul>"
        + "".join(
            f"<li><a href={n}>{q}</a></li>"
            for n, q in enumerate(
                (
                    "企业如何申请补贴？",
                    "园区有哪些优惠政策？",
                    "营业执照怎么办理？",
                    "厂房租金是多少？",
                    "如何注册公司？",
                    "需要哪些材料？",
                    "多久能办完？",
                    "可以网上办吗？",
                    "在哪里咨询？",
                )
            )
        )
        + "</ul>",
    ),
    "gallery list en": framed(
        "园区风采",
        "".join(
            f"<div><a href={n}><img src=/u/{n}.jpg></a><p><a href={n}>{t[:10]}</a></p></div>"
            for n, t in enumerate(HEADLINES[:9])
        ),
    ),
    "table of tenders": framed(
        "招标公告",
        "<table><tr><th>标题</th><th>地区</th><th>时间</th></tr>"
        + "".join(
            f"<tr><td><a href={n}>{t}采购公告</a></td><td>云岭</td><td>2023/9/{n + 1}</td></tr>"
            for n, t in enumerate(HEADLINES[:10])
        )
        + "</table>",
    ),
    "empty search": framed("搜索", "<p>很遗憾，没有找到与“某某”匹配的结果</p>"),
}
