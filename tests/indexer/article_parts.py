"""What the pages of article_pages.py are made of: lists, tables, questions, days."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.site_frames import HEADLINES

NOTICE = "因供水管网改造，云岭经开区东部片区定于9月8日22时至次日6时停水，请企业提前储水，敬请谅解。"
COMPANIES = tuple(
    f"云岭{a}{b}有限公司"
    for a in ("恒昌", "瑞丰", "天合", "金泰", "众信", "华远")
    for b in ("新材料", "机械制造", "生物科技", "食品", "电子")
)
FILES = "".join(f"<p><a href='/u/{n}.docx'>附件{n}：{text}.docx</a></p>" for n, text in enumerate(HEADLINES[:20], 1))
TABLE = (
    "<table border=1><tr><td>序号</td><td>企业名称</td><td>所属园区</td></tr>"
    + "".join(f"<tr><td>{n}</td><td>{name}</td><td>云岭高新区</td></tr>" for n, name in enumerate(COMPANIES, 1))
    + "</table>"
)
FIGURES = (
    "<table><tr><td>指标</td><td>单位</td><td>1-8月</td><td>增长（%）</td></tr>"
    + "".join(
        f"<tr><td>{name}</td><td>亿元</td><td>{n * 37 + 12}.{n}</td><td>{n}.4</td></tr>"
        for n, name in enumerate(
            (
                "地区生产总值",
                "规模以上工业增加值",
                "固定资产投资",
                "社会消费品零售总额",
                "进出口总额",
                "一般公共预算收入",
            ),
            1,
        )
    )
    + "</table>"
)
WIKI = "".join(
    f"<p><a href='/w/{n}'>云岭经济开发区</a>位于<a>云岭市</a>{side}，<a>规划面积</a>四十二<a>平方公里</a>，以<a>装备制造</a>、<a>新材料</a>、<a>食品加工</a>为<a>主导产业</a>，{fact}。<sup><a>[{n}]</a></sup></p>"
    for n, (side, fact) in enumerate(
        (
            ("东部", "1992年由省政府批准设立"),
            ("城郊", "2012年升级为国家级经济技术开发区"),
            ("南岸", "2020年工业总产值突破五百亿元"),
        ),
        1,
    )
)
ANSWERS = "".join(
    f"<p><strong>{n}.问：{q}</strong></p><p>答：{a}</p>"
    for n, (q, a) in enumerate(
        (
            ("补贴怎么申请？", "登录市政务服务网提交。"),
            ("需要哪些材料？", "营业执照和完税证明。"),
            ("多久可以拿到？", "二十个工作日内。"),
            ("在哪里咨询？", "可拨打12345。"),
            ("外地企业可以申请吗？", "在本市纳税的均可。"),
        ),
        1,
    )
)
DIGEST = "".join(
    f"<h4><a href='/p/{n}.html'>{t}</a></h4><p>{a}</p>"
    for n, (t, a) in enumerate(
        zip(
            HEADLINES[:5],
            (
                "9月1日，市政府召开常务会议，听取前八个月经济运行情况汇报，研究部署下一阶段工作。",
                "市科技局公布今年第二批入库名单，共有一百二十家企业入选，比上年增加三十一家。",
                "高新区十六个项目同日开工，总投资七十八亿元，其中亿元以上的项目占了一半以上。",
                "市委主要领导到四家企业检查安全生产，要求压实责任，坚决防范各类事故的发生。",
                "省工信厅通报了专精特新“小巨人”企业的最新名单，我市十二家企业榜上有名，位居全省前列。",
            ),
            strict=True,
        )
    )
)
CHAPTERS = "".join(f"<li><a href='#s{n}'>第{n}章 产业园区发展的基本要求与保障措施</a></li>" for n in range(1, 19))
DUTIES = "".join(
    f"<p>（{n}）{duty}；</p>"
    for n, duty in zip(
        "一二三四五六",
        (
            "贯彻执行国家有关园区建设的法律法规和方针政策",
            "编制园区发展规划并组织实施",
            "负责招商引资和项目服务",
            "负责园区安全生产监督管理",
            "负责园区统计工作",
            "承办市委、市政府交办的其他事项",
        ),
        strict=True,
    )
)
