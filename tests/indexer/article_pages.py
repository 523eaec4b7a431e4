"""Pages that look like lists, walls or errors and are documents all the same: name -> (page, words of its body)."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.article_parts import (
    ANSWERS,
    CHAPTERS,
    COMPANIES,
    DIGEST,
    DUTIES,
    FIGURES,
    FILES,
    NOTICE,
    TABLE,
    WIKI,
)
from tests.indexer.site_frames import HEADLINES, framed, in_tables, links


def _notice(title: str, *paragraphs: str, beside: str = "") -> str:
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    info = "<div class='info'>发布时间：2023-09-05 来源：云岭高新区 浏览次数：<span>96</span></div>"
    return framed(
        title, f"<h1>{title}</h1>{info}<div class='TRS_Editor'>{text}</div>{beside}", crumbs="通知公告 &gt; 正文"
    )


KEPT: dict[str, tuple[str, tuple[str, ...]]] = {
    "60 characters among boxes of links": (
        framed(
            "停水通知",
            f"<div class='left'>{links(0, 8)}</div><div class='mid'><h2>停水通知</h2><p>{NOTICE}</p></div><div class='right'><h3>热点</h3>{links(8, 9)}<h3>最新</h3>{links(15, 9)}</div>",
            crumbs="通知公告",
        ),
        (NOTICE,),
    ),
    "60 characters in tables": (
        in_tables(
            "停水通知",
            f"<table><tr><td align=center><b>停水通知</b></td></tr><tr><td>　　{NOTICE}<br>　　云岭经开区管委会<br>　　2023年9月5日</td></tr></table>",
        ),
        (NOTICE,),
    ),
    "60 characters above a long list of others": (
        _notice("停水通知", NOTICE, beside=f"<div><h3>相关信息</h3>{links(0, 20)}</div>"),
        (NOTICE,),
    ),
    "20 attachments": (
        _notice(
            "关于印发有关制度的通知", "各县区人民政府、市直各部门：", "现将有关制度印发给你们，请认真贯彻执行。", FILES
        ),
        ("现将有关制度印发给你们",),
    ),
    "names in a table": (
        _notice("关于拟认定企业名单的公示", "经评审，拟认定下列企业，现予公示，公示期五个工作日。", TABLE),
        ("现予公示", *COMPANIES[::7]),
    ),
    "names in lines": (
        _notice("2023年度先进企业名单", *(f"{n}.{name}" for n, name in enumerate(COMPANIES, 1))),
        COMPANIES[::5],
    ),
    "nothing but figures": (_notice("2023年1-8月主要经济指标", FIGURES), ("固定资产投资", "进出口总额")),
    "a wiki": (
        framed("云岭经济开发区", f"<h1>云岭经济开发区</h1>{WIKI}<h2>参见</h2>{links(2, 8)}", site="园区百科"),
        ("1992年由省政府批准设立", "突破五百亿元"),
    ),
    "questions and answers": (_notice("惠企补贴政策问答", ANSWERS), ("补贴怎么申请？", "可拨打12345")),
    "one question": (
        _notice("问：开办企业要多久？", "答：材料齐全的，一个工作日内办结，全程网上办理，不收取任何费用。"),
        ("一个工作日内办结",),
    ),
    "a week in policies": (
        _notice("一周政策速递", "编者按：本周我市出台和发布的政策与动态，小编为您整理如下。", DIGEST),
        ("编者按", "位居全省前列"),
    ),
    "chapters with links to them": (
        framed(
            "园区发展规划",
            f"<h1>园区发展规划</h1><div class='toc'><ul>{CHAPTERS}</ul></div><div class='txt'>"
            + "".join(
                f"<h3 id='s{n}'>第{n}章</h3><p>坚持规划引领，统筹生产、生活、生态空间，推动产业集聚发展，第{n}项任务由有关部门负责落实。</p>"
                for n in range(1, 6)
            )
            + "</div>",
        ),
        ("第5项任务由有关部门负责落实",),
    ),
    "a leader": (
        framed(
            "张某某",
            "<div class='l'><img src='z.jpg'></div><div class='r'><h2>张某某</h2><p>云岭市人民政府副市长</p><p>张某某，男，汉族，1972年3月生，研究生学历，中共党员。</p><p>工作分工：负责工业、园区、招商引资等方面的工作。</p></div><ul>"
            + "".join(f"<li><a>{n}某某</a></li>" for n in "王李赵钱孙周")
            + "</ul>",
            crumbs="领导之窗",
        ),
        ("1972年3月生", "负责工业、园区"),
    ),
    "duties of an office": (
        _notice(
            "云岭市园区管理局机构职能",
            "单位地址：云岭市和平路1号",
            "办公时间：工作日9:00-17:00",
            "主要职责",
            DUTIES,
            "内设机构：办公室、规划科、招商科、安全科",
        ),
        ("编制园区发展规划并组织实施", "招商科"),
    ),
    "appointments": (
        _notice(
            "关于张某某等同志职务任免的通知",
            "任命：",
            "张某某同志为市工信局局长；",
            "李某某同志为市科技局副局长。",
            "免去：",
            "王某某同志的市工信局局长职务。",
        ),
        ("张某某同志为市工信局局长", "王某某同志的市工信局局长职务"),
    ),
    "asks to log in to apply": (
        _notice(
            "关于申报专项资金的通知",
            "请符合条件的企业于9月30日前登录云岭市惠企平台，注册账号、输入密码后在线填报，逾期不予受理。",
        ),
        ("逾期不予受理",),
    ),
    "warns of a fraud": (
        _notice(
            "防范诈骗提示",
            "近期有人冒充工作人员索要验证码，请企业注意：凡要求您输入验证码、登录陌生网站的，均为诈骗，切勿相信。",
        ),
        ("切勿相信",),
    ),
    "the site will be down": (
        _notice(
            "关于门户网站升级维护的公告",
            "因系统升级维护，本网站定于9月9日0时至6时暂停服务，届时页面无法访问，给您带来不便，敬请谅解。",
            "云岭市大数据中心",
        ),
        ("本网站定于9月9日",),
    ),
    "a factory called 404": (
        _notice("走进404厂", "位于戈壁滩上的404厂，曾是新中国第一个核工业联合企业，如今老厂区已建成爱国主义教育基地。"),
        ("爱国主义教育基地",),
    ),
    "a document that has been repealed": (
        _notice(
            "关于废止有关文件的公告",
            "经研究，决定废止《云岭市园区管理暂行办法》，该文件自公布之日起失效，内容不再执行。",
        ),
        ("决定废止",),
    ),
    "lost and found": (
        _notice("遗失声明", "云岭恒昌机械制造有限公司遗失公章一枚，编号5306000000，声明作废。"),
        ("声明作废",),
    ),
    "a picture and its story": (
        _notice(
            "生产忙",
            "<img src='1.jpg'>",
            "<span style='text-align:center'>9月5日，在云岭高新区一家企业的智能车间里，工人正在赶制出口订单。（记者 王某某 摄）</span>",
        ),
        ("工人正在赶制出口订单",),
    ),
    "a video and its text": (
        _notice(
            "云岭高新区三季度项目集中开工",
            "<video src='1.mp4'></video>",
            "9月5日，云岭高新区举行三季度项目集中开工仪式，十六个项目总投资七十八亿元，建成后将新增就业岗位三千个。",
        ),
        ("新增就业岗位三千个",),
    ),
    "pictures with words": (
        _notice(
            "图解：招商引资十条",
            "<img src='1.png' alt='封面'>",
            "一、降低用地成本",
            "<img src='2.png'>",
            "二、给予租金补贴",
            "<img src='3.png'>",
            "三、支持企业上市",
            "<img src='4.png'>",
            "四、引进高端人才",
        ),
        ("降低用地成本", "引进高端人才"),
    ),
    "slogans for a campaign": (
        _notice(
            "安全生产月宣传标语",
            "1.人人讲安全，个个会应急",
            "2.安全生产，人人有责",
            "3.生命至上，安全第一",
            "4.筑牢安全防线，建设平安园区",
        ),
        ("人人讲安全", "建设平安园区"),
    ),
    "what happened, day by day": (
        _notice(
            "云岭高新区大事记（2023年8月）",
            *(f"8月{d}日，{t}。" for d, t in zip(range(2, 30, 3), HEADLINES[::2], strict=False)),
        ),
        ("8月2日，市政府召开", "8月26日，"),
    ),
    "a tender with a table": (
        _notice(
            "云岭经开区标准厂房采购公告",
            "<table><tr><td>项目名称</td><td>标准厂房三期</td></tr><tr><td>预算金额</td><td>1200万元</td></tr><tr><td>开标时间</td><td>2023年9月20日9时</td></tr><tr><td>联系人</td><td>李工</td></tr></table>",
        ),
        ("标准厂房三期", "1200万元"),
    ),
    "about the park": (
        framed(
            "园区简介",
            "<h2>园区简介</h2><p>云岭经济开发区成立于1992年，规划面积四十二平方公里，是国家级经济技术开发区。</p><p>园区交通便利，铁路、高速公路、机场均在三十公里范围之内，基础设施完善，配套齐全。</p>"
            + links(0, 6),
            crumbs="园区概况",
        ),
        ("规划面积四十二平方公里", "配套齐全"),
    ),
    "parted over pages": (
        _notice(
            "园区发展经验谈",
            "云岭高新区坚持把项目建设作为推动发展的总抓手，去年以来引进亿元以上项目四十二个。",
            "实践证明，只有把服务做到企业心坎上，才能留得住企业、引得来人才，园区才有活力。",
            "<div class='page'><a>上一页</a> <a>1</a> 2 <a>3</a> <a>下一页</a></div>",
        ),
        ("引进亿元以上项目四十二个", "园区才有活力"),
    ),
    "a menu longer than the text": (
        in_tables(
            "会议通知",
            "<table><tr><td><h3>会议通知</h3></td></tr><tr><td>"
            + f"定于9月8日上午9时在管委会三楼会议室召开园区工作例会，请各科室负责人准时参加，不得缺席。<br>办公室<br>2023年9月6日</td></tr></table><table><tr><td>{links(0, 22)}</td></tr></table>",
        ),
        ("请各科室负责人准时参加",),
    ),
}

KEPT_TEXTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "notice": (f"停水通知\n{NOTICE}", (NOTICE,)),
    "names": (
        "2023年度先进企业名单\n" + "\n".join(f"{n}.{name}" for n, name in enumerate(COMPANIES, 1)),
        COMPANIES[::5],
    ),
    "days": (
        "大事记\n" + "\n".join(f"2023年8月{d}日 {t}" for d, t in zip(range(2, 30, 3), HEADLINES[::2], strict=False)),
        ("市政府召开",),
    ),
    "asks to log in": (
        "关于年报公示的通知\n请各企业于6月30日前登录国家企业信用信息公示系统，报送上年度年报，逾期将被列入经营异常名录。",
        ("逾期将被列入",),
    ),
}
