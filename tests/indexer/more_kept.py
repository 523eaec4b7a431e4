"""More documents that look like something else: written after the rules were made, to see how far they carry."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.article_parts import COMPANIES, NOTICE
from tests.indexer.site_frames import HEADLINES, dated, framed, in_tables, links

A = "近日市有关部门深入园区企业开展调研走访。现场解决企业反映的用工、融资难题。为企业发展注入强心剂。"
_JOBS = "".join(
    f"<tr><td>岗位{n}</td><td>{n % 3 + 1}</td><td>本科及以上</td><td>工商管理类</td></tr>" for n in range(1, 9)
)


def _page(title: str, text: str, beside: str = "") -> str:
    return framed(
        title,
        f"<div class='main'><h1>{title}</h1><p class='from'>日期：2023-09-05　来源：本站</p><div id='zoom'>{text}</div></div><div class='aside'>{beside}</div>",
        crumbs="正文",
    )


def _news(title: str, text: str) -> str:
    return framed(title, f"<h1>{title}</h1><p>时间：2023-09-05 来源：云岭日报 阅读：22</p><div class=text>{text}</div>")


def _plain(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


KEPT: dict[str, tuple[str, tuple[str, ...]]] = {
    "jobs in a table": (
        _page(
            "云岭高新区管委会公开招聘公告",
            "<p>因工作需要，面向社会公开招聘工作人员若干名。</p><table><tr><td>岗位</td><td>人数</td><td>学历</td><td>专业</td></tr>"
            + _JOBS
            + "</table>",
        ),
        ("面向社会公开招聘", "工商管理类"),
    ),
    "winners of a tender": (
        _page(
            "中标公示",
            _plain(
                "项目名称：标准厂房三期",
                "中标单位：云岭恒昌机械制造有限公司",
                "中标金额：1186万元",
                "公示期：3个工作日",
            ),
        ),
        ("中标金额：1186万元",),
    ),
    "telephone numbers": (
        _page(
            "各科室联系电话",
            "<table><tr><td>办公室</td><td>0870-1111111</td></tr><tr><td>招商科</td><td>0870-2222222</td></tr><tr><td>规划科</td><td>0870-3333333</td></tr></table>",
        ),
        ("招商科", "0870-3333333"),
    ),
    "answers of an office": (
        _page(
            "网民留言答复",
            _plain("留言：请问园区公交什么时候开通？", "答复：您好，园区公交线路已规划，预计10月底开通，感谢关注。"),
        ),
        ("预计10月底开通",),
    ),
    "a poem": (
        _page("园区颂", _plain("云岭山下起宏图", "厂房林立映朝霞", "百业兴旺千家乐", "春风吹绿万重花")),
        ("云岭山下起宏图", "春风吹绿万重花"),
    ),
    "a table of contents and links inside": (
        _page("政策汇编", _plain("现将现行有效的惠企政策汇编如下，供企业查阅，点击名称可查看原文。") + links(0, 12)),
        ("供企业查阅",),
    ),
    "a text of one long paragraph": (
        _page(
            "企业简介",
            "<p>云岭恒昌机械制造有限公司创建于1998年，注册资本五千万元，主要生产矿山机械及配件，产品远销东南亚。</p>",
            links(0, 20),
        ),
        ("产品远销东南亚",),
    ),
    "an obituary of a site": (
        _page(
            "关于停止更新的公告",
            "<p>根据工作安排，本网站自2023年9月30日起停止更新，原有内容迁移至云岭市人民政府网站。</p>",
        ),
        ("停止更新，原有内容",),
    ),
    "says the page was removed": (
        _page(
            "谣言粉碎机", "<p>近日网传“园区爆炸”的文章，经核实为不实信息，该文章已被平台删除，发布者已被依法处理。</p>"
        ),
        ("经核实为不实信息",),
    ),
    "login explained": (
        _page(
            "企业年报操作指南",
            _plain(
                "第一步：打开系统首页，点击“企业登录”。",
                "第二步：输入统一社会信用代码和密码，点击登录。",
                "第三步：填写年报，提交后即完成公示。",
                "忘记密码的，可通过手机验证码找回。",
            ),
        ),
        ("第一步", "手机验证码找回"),
    ),
    "members of an association": (
        _page("云岭市园区协会会员名单", _plain("会长单位：云岭高新区管委会", "会员单位：", *COMPANIES[:20])),
        (COMPANIES[0], COMPANIES[19]),
    ),
    "a park's offer": (
        _page(
            "标准厂房招租",
            _plain(
                "位置：云岭经开区东区",
                "面积：1200平方米，层高8米",
                "租金：每平方米每月12元",
                "联系人：李先生 13800000000",
            ),
        ),
        ("每平方米每月12元",),
    ),
    "bold notice without a source": (
        in_tables(
            "云岭经济开发区",
            f"<center><font size=5><b>停水通知</b></font></center><p>{NOTICE}</p><p align=right>2023年9月7日</p><hr><a href=/>返回首页</a>",
        ),
        (NOTICE,),
    ),
    "results of an examination": (
        _page(
            "拟录用人员公示",
            "<table><tr><td>姓名</td><td>准考证号</td><td>成绩</td></tr>"
            + "".join(
                f"<tr><td>{n}某</td><td>2023{k:04}</td><td>{80 + k}.5</td></tr>" for k, n in enumerate("王李赵钱孙周")
            )
            + "</table>",
        ),
        ("准考证号", "85.5"),
    ),
    "news of a search": (
        _page(
            "警方公布搜索结果",
            "<p>9月5日，云岭警方通报失联老人搜索结果：老人已于当日下午在山林中被找到，身体状况良好。</p>",
        ),
        ("身体状况良好",),
    ),
    "a press digest with links": (
        _page(
            "媒体看云岭（9月上旬）",
            "".join(
                f"<p>{n}.《<a href='/m/{n}'>{t}</a>》（云岭日报9月{n}日）</p>" for n, t in enumerate(HEADLINES[:8], 1)
            ),
        ),
        (HEADLINES[0], HEADLINES[7]),
    ),
    "many links in text": (
        _news(
            "政策一览",
            "".join(
                f"<p>{n}、<a href={n}>{t}</a>：支持符合条件的企业，最高补助{n * 10}万元。</p>"
                for n, t in enumerate(HEADLINES[:10], 1)
            ),
        ),
        ("最高补助10万元", "最高补助100万元"),
    ),
    "no source, long list below": (
        framed(
            "园区动态", f"<div><h3>{HEADLINES[2]}</h3><p>{A}</p><p>{A}</p></div><div><h4>更多</h4>{dated(5, 20)}</div>"
        ),
        (A,),
    ),
    "quotes errors": (
        _news(
            "记者调查：政务网站“页面不存在”",
            "<p>近日，有企业反映，点击政务网站上的办事链接，页面显示“您访问的页面不存在”。</p><p>记者联系了网站主办单位，对方表示将立即整改。</p>",
        ),
        ("将立即整改",),
    ),
    "old asp": (
        in_tables(
            "云岭经济开发区",
            "<table><tr><td align=center><font size=4 color=red>关于召开园区安全生产会议的通知</font></td></tr><tr><td>各企业：<br>　　定于9月8日上午召开安全生产会议，请主要负责人参加。<br>　　特此通知。<br>　　　　　　管委会办公室<br>　　　　　　二〇二三年九月六日</td></tr></table>",
        ),
        ("请主要负责人参加", "二〇二三年九月六日"),
    ),
    "price list": (
        _news(
            "农产品批发价格",
            "<table><tr><td>品种</td><td>价格</td></tr>"
            + "".join(
                f"<tr><td>{n}</td><td>{k + 2}.5元/公斤</td></tr>"
                for k, n in enumerate(("白菜", "萝卜", "土豆", "番茄"))
            )
            + "</table>",
        ),
        ("番茄",),
    ),
    "interview": (
        _news(
            "对话周某某：园区怎么干",
            "".join(
                f"<p>记者：问题{n}？</p><p>周某某：我们要坚持项目为王，第{n}条就是抓落实。</p>" for n in range(1, 5)
            ),
        ),
        ("第4条就是抓落实",),
    ),
    "registered users": (
        _news(
            "惠企平台注册用户突破一万",
            "<p>截至9月5日，云岭惠企平台注册用户突破一万户，用户登录后即可查看全部政策，办理事项三百余项。</p>",
        ),
        ("注册用户突破一万户",),
    ),
    "captcha news": (
        _news(
            "政务网启用新验证码",
            "<p>为防止恶意访问，云岭政务网自9月5日起启用滑块验证码，用户完成验证后方可继续访问。</p>",
        ),
        ("启用滑块验证码",),
    ),
    "video with text list": (
        _news(
            "园区新闻联播文稿",
            "<video src=1.mp4></video><p>【导语】观众朋友大家好。</p><p>【正文】今天上午，云岭高新区召开大会，表彰先进企业二十户，会议由管委会主任主持。</p>",
        ),
        ("表彰先进企业二十户",),
    ),
    "one sentence no title": (
        "<html><head><title>通知</title></head><body><p>接上级通知，原定于9月8日召开的园区大会延期举行，具体时间另行通知，请互相转告，并做好准备工作。</p></body></html>",
        ("延期举行",),
    ),
}
