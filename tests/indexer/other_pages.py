"""Pages that are no documents and no lists: walls, errors, pages with nothing to read: name -> (reason, page)."""

# ruff: noqa: E501 (a page stands on one line)
from __future__ import annotations

from tests.indexer.list_pages import ABSTRACT
from tests.indexer.site_frames import FOOT, HEADLINES, framed, links, menu

LIST, LOGIN, ERROR, NO_TEXT, VIDEO = "list page", "login wall", "error page", "no text", "no text but a video"

OTHERS: dict[str, tuple[str, str]] = {
    # walls
    "login form": (
        LOGIN,
        framed(
            "用户登录",
            "<form><h2>个人用户登录</h2><p>用户名：<input></p><p>密码：<input></p><p>验证码：<input> 看不清，换一张</p><p><a>忘记密码</a> <a>立即注册</a></p></form>",
        ),
    ),
    "unified login": (
        LOGIN,
        "<html><head><title>统一身份认证平台</title></head><body><div>账号登录 扫码登录</div><div>手机号 / 身份证号</div><div>登录密码</div><div>登 录</div><div>还没有账号？<a>免费注册</a></div></body></html>",
    ),
    "registration": (
        LOGIN,
        framed(
            "会员注册",
            "<form><p>用户名 *</p><p>设置密码 *</p><p>确认密码 *</p><p>手机号码 *</p><p>短信验证码 <a>获取验证码</a></p><p>我已阅读并同意《用户服务协议》和《隐私政策》</p></form>",
        ),
    ),
    "members see the rest": (
        LOGIN,
        framed(
            "云岭市新材料产业园详细规划",
            f"<h1>云岭市新材料产业园详细规划</h1><p>时间：2023-09-05 来源：招商部</p><p>{ABSTRACT[0][:96]}……</p><p>以上为部分内容，查看完整内容请先登录</p>"
            f"<p><a>立即登录</a> <a>注册会员</a></p><p>成为VIP会员，享受以下特权：海量项目信息、一对一顾问服务</p>{links(3, 6)}",
            site="某某招商网",
        ),
    ),
    "captcha": (
        LOGIN,
        "<html><head><title>访问验证</title></head><body><h3>为了确认您不是机器人，请完成以下操作</h3><div>按住滑块，拖动到最右边</div><p>请求编号：8f2c10d7</p></body></html>",
    ),
    "too often": (
        LOGIN,
        "<html><head><title>提示信息</title></head><body><p>您的访问过于频繁，请稍后再试！</p></body></html>",
    ),
    "wechat asks to verify": (
        LOGIN,
        "<html><head><title></title></head><body><div class='weui-msg'><h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a>去验证</a></div></body></html>",
    ),
    "script wanted": (
        LOGIN,
        "<html><head><title>请稍候…</title></head><body><noscript><h1>请启用JavaScript和Cookie以继续</h1></noscript><p>正在检查您的浏览器，请开启JavaScript并刷新该页。</p></body></html>",
    ),
    "firewall": (
        LOGIN,
        "<html><head><title>网站防火墙</title></head><body><h3>网站防火墙</h3><p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p>"
        "<p>如何解决：</p><p>1）检查提交内容；</p><p>2）如网站托管，请联系空间提供商；</p><p>3）普通网站访客，请联系网站管理员；</p></body></html>",
    ),
    # errors
    "not found by nginx": (
        ERROR,
        "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center></body></html>",
    ),
    "not found by IIS": (
        ERROR,
        "<html><head><title>404 - 找不到文件或目录。</title></head><body><div id=header><h1>服务器错误</h1></div><div><h2>404 - 找不到文件或目录。</h2><h3>您要查找的资源可能已被删除，已更改名称或者暂时不可用。</h3></div></body></html>",
    ),
    "server error of ASP.NET": (
        ERROR,
        "<html><head><title>运行时错误</title></head><body><h1>“/”应用程序中的服务器错误。</h1><h2><i>运行时错误</i></h2><p><b>说明: </b>服务器上出现应用程序错误。此应用程序的当前自定义错误设置禁止远程查看应用程序错误的详细"
        "信息(出于安全原因)。但可以通过在本地服务器计算机上运行的浏览器查看。</p><p><b>详细信息: </b>若要使他人能够在远程计算机上查看此特定错误消息的详细信息，请在位于当前 Web 应用程序根目录下的“web.config”配置文件中"
        "创建一个 &lt;customErrors&gt; 标记。然后应将此 &lt;customErrors&gt; 标记的“mode”特性设置为“Off”。</p></body></html>",
    ),
    "not found by Tomcat": (
        ERROR,
        "<html><head><title>HTTP状态 404 - 未找到</title></head><body><h1>HTTP状态 404 - 未找到</h1><p><b>类型</b> 状态报告</p><p><b>消息</b> 请求的资源[/zwgk/1.html]不可用</p><p><b>描述</b> 源服务器未能找到目标资源的表示或者是"
        "不愿公开一个已经存在的资源表示。</p><h3>Apache Tomcat/8.5.57</h3></body></html>",
    ),
    "bad gateway": (
        ERROR,
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>网关错误，请联系管理员。</p></body></html>",
    ),
    "forbidden": (
        ERROR,
        "<html><head><title>403</title></head><body><h1>403 Forbidden</h1><p>抱歉，您没有权限访问此页面</p></body></html>",
    ),
    "deleted, in a frame": (
        ERROR,
        framed(
            "页面不存在",
            "<div class='err'><img src='404.png'><p>抱歉，您访问的页面不存在或已被删除！</p><p><span>5</span>秒后自动返回首页</p><a>返回上一页</a></div>"
            + links(2, 9),
        ),
    ),
    "the article is gone": (
        ERROR,
        framed(
            "提示信息",
            "<div class='msg'><h3>提示信息</h3><p>您要查看的文章不存在，可能已被管理员删除或正在审核中。</p><p><a>点击这里返回上一页</a></p></div>",
        ),
    ),
    "removed by its author": (
        ERROR,
        "<html><head><title></title></head><body><div class='weui-msg'><h2>该内容已被发布者删除</h2></div></body></html>",
    ),
    "removed for a breach of rules": (
        ERROR,
        "<html><head><title>微信公众平台</title></head><body><h2>此内容因违规无法查看</h2><p>由用户投诉并经平台审核，涉嫌违反相关法律法规和政策，查看对应规则</p></body></html>",
    ),
    "account moved": (
        ERROR,
        "<html><head><title>云岭发布</title></head><body><h2>该公众号已迁移</h2><p>该公众号已迁移至新的账号，原账号已回收。若需访问原文章链接，请点击下方按钮。</p><a>访问文章</a></body></html>",
    ),
    "maintenance": (
        ERROR,
        "<html><head><title>系统维护中</title></head><body><p>网站升级维护中，暂时无法访问，给您带来不便敬请谅解。</p></body></html>",
    ),
    "under construction": (ERROR, framed("民生专栏", "<p>该栏目正在建设中，敬请期待……</p><p><a>返回首页</a></p>")),
    "redirect": (
        NO_TEXT,
        "<html><head><meta http-equiv='refresh' content='0;url=/zwgk/'><title>云岭市人民政府</title></head><body><p>页面正在跳转，如果您的浏览器没有自动跳转，请<a href='/zwgk/'>点击这里</a></p></body></html>",
    ),
    # nothing to read
    "frames": (
        NO_TEXT,
        "<html><head><title>云岭经济开发区</title></head><frameset rows='100,*'><frame src='top.htm'><frame src='main.htm'><noframes><body>您的浏览器不支持框架，请使用新版浏览器。</body></noframes></frameset></html>",
    ),
    "viewer of a PDF": (
        NO_TEXT,
        "<html><head><title>PDF.js viewer</title></head><body><div>缩略图 文档大纲 附件</div><div>查找：</div><div>上一个 下一个 全部高亮显示 区分大小写</div><div>演示模式</div><div>打开</div><div>打印</div><div>下载</div><div>自动缩放</div>"
        "<div>实际大小</div><div>适合页面</div><div>文件名：</div><div>文件大小：</div><div>标题：</div><div>作者：</div><div>正在准备打印文档…</div></body></html>",
    ),
    "nothing but a PDF": (
        NO_TEXT,
        framed(
            "云岭市2023年国民经济统计公报",
            "<h1>云岭市2023年国民经济统计公报</h1><div>来源：市统计局 发布时间：2024-03-20 浏览次数：<i>88</i></div><div id='zoom'><iframe src='/a/1.pdf'></iframe></div><div>附件：<a href='/a/1.pdf'>云岭市2023年国民经济统计公报.pdf</a></div>",
            crumbs="统计公报",
        ),
    ),
    "nothing but an attachment": (
        NO_TEXT,
        framed(
            "关于下达2023年专项资金的通知",
            "<h1>关于下达2023年专项资金的通知</h1><p class='info'>发布时间：2023-09-05 信息来源：财政局</p><div class='con'><p><a href='/u/2.doc'>1.关于下达2023年专项资金的通知.doc</a></p><p><a href='/u/3.xls'>2.资金分配表.xls</a></p></div>",
            crumbs="通知公告",
        ),
    ),
    "nothing but pictures": (
        NO_TEXT,
        framed(
            "一图读懂《云岭市招商引资十条》",
            "<h1>一图读懂《云岭市招商引资十条》</h1><p>2023-09-05 10:20 来源：市投促局 字号：大 中 小</p><div id='zoom'><img src='1.jpg'><img src='2.jpg'><img src='3.jpg'></div><p>扫一扫在手机打开当前页</p>",
            crumbs="政策解读",
        ),
    ),
    "nothing but a video": (
        VIDEO,
        framed(
            "云岭市宣传片",
            "<h1>云岭市宣传片</h1><p>发布时间：2023-09-05 来源：云岭电视台</p><div id='player'></div><script>new Player({url:'/v/1.mp4'})</script><p>您的浏览器不支持HTML5视频播放</p>",
            crumbs="视频云岭",
        ),
    ),
    "a video with others beside it": (
        VIDEO,
        "<html><head><title>云岭新闻联播 2023年9月5日_云岭网络电视台</title></head><body>"
        + menu()
        + "<h1>云岭新闻联播 2023年9月5日</h1><div>播放：1.2万次 时间：2023-09-05 19:30</div><video src='1.m3u8'></video>"
        "<div>分享到：</div><h3>相关视频</h3><ul>"
        + "".join(f"<li><a href='{n}.html'><img><span>02:1{n}</span>{t}</a></li>" for n, t in enumerate(HEADLINES[:6]))
        + f"</ul>{FOOT}</body></html>",
    ),
    "slider asks to slide": (
        "login wall",
        "<html><head><title>滑动验证页面</title></head><body><p>访问验证</p><p>别离开，为了更好的访问体验，请滑动滑块进行验证</p><p>通过后即可继续访问网页</p></body></html>",
    ),
    "blocked by the cloud": (
        "login wall",
        "<html><head><title>405</title></head><body><h1>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h1><p>您的请求ID是：7f000101</p></body></html>",
    ),
    "code by mail": (
        "login wall",
        "<html><head><title>登录 - 云岭惠企通</title></head><body><p>企业用户登录</p><p>请输入统一社会信用代码</p><p>请输入密码</p><p>短信登录 忘记密码 企业注册</p></body></html>",
    ),
    "coins wanted": (
        "login wall",
        framed(
            "云岭市产业规划（2021-2025）全文",
            "<h1>云岭市产业规划（2021-2025）全文</h1><p>上传时间：2022-01-05 文档大小：2.1MB</p><p>第一章 总则　为加快云岭市产业转型升级……</p><p>亲，您尚未登录，剩余38页需登录并支付5下载币后查看</p>",
            site="某某文库",
        ),
    ),
    "subscription": (
        "login wall",
        framed(
            "独家：云岭新材料项目落地内幕",
            "<h1>独家：云岭新材料项目落地内幕</h1><div>2023-09-05 记者 周某</div><p>九月的云岭，一场关于新材料的角逐悄然展开……</p><div>本文为付费内容，订阅后可阅读全文</div><div>已有账号？登录</div>",
            site="财经周报",
        ),
    ),
    "lost in space": (
        "error page",
        "<html><head><title>出错啦</title></head><body><img src=404.gif><p>哎呀，页面迷路了</p><p>可能的原因：网址有错误、网页已被移动</p><p>返回首页</p></body></html>",
    ),
    "no article with this id": (
        "error page",
        framed("信息提示", "<div class='tip'><p>该文章不存在或未通过审核！</p><p>系统将在 3 秒后自动跳转</p></div>"),
    ),
    "database": (
        "error page",
        "Microsoft OLE DB Provider for SQL Server 错误 '80004005'<br>[DBNETLIB][ConnectionOpen (Connect()).]SQL Server 不存在或拒绝访问。<br>/inc/conn.asp，行 12",
    ),
    "video was removed": (
        "error page",
        "<html><head><title>视频</title></head><body><div>抱歉，该视频已下架</div><a href=/>返回首页</a></body></html>",
    ),
    "blogger closed it": (
        "error page",
        "<html><head><title>博客</title></head><body><p>抱歉，您访问的博客已关闭或设置了访问权限。</p></body></html>",
    ),
    "domain for sale": (
        "error page",
        "<html><head><title>yunling.example</title></head><body><p>该域名已过期，如需续费请联系注册商。</p></body></html>",
    ),
    "loading": (
        "no text",
        "<html><head><title>云岭市人民政府</title></head><body><div id='app'>正在加载，请稍候...</div></body></html>",
    ),
    "flash film": (
        "no text but a video",
        framed(
            "园区航拍",
            "<h1>园区航拍</h1><p>来源：宣传部 2012-05-06</p><object><embed src='/v.swf'></object>",
            crumbs="视频中心",
        ),
    ),
    "film in a script": (
        "no text but a video",
        framed(
            "【视频】云岭高新区集中签约",
            "<h2>【视频】云岭高新区集中签约</h2><div>2023-09-05 09:12 来源：云岭台</div><div id='a1'></div><script>var f={src:'http://v.example/1.m3u8'}</script><div>视频加载中，请稍候</div>",
        ),
    ),
    "wall 2": ("login wall", "<html><body><div>请先登录后再查看</div></body></html>"),
    "wall 3": ("login wall", framed("系统提示", "<div>对不起，您没有权限查看此信息，请使用内部账号登录！</div>")),
    "tomcat zh": (
        "error page",
        "<html><head><title>Apache Tomcat/7.0 - Error report</title></head><body><h1>HTTP Status 500 - Unable to compile class for JSP</h1><p>type Exception report</p><pre>org.apache.jasper.JasperException: /a.jsp</pre></body></html>",
    ),
    "spring": (
        "error page",
        "<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div>There was an unexpected error (type=Not Found, status=404).</div></body></html>",
    ),
    "audio": (
        "no text",
        framed(
            "云岭之声 9月5日", "<h1>云岭之声 9月5日</h1><p>2023-09-05 来源：云岭广播电台</p><audio src=1.mp3></audio>"
        ),
    ),
}

# Pages without markup, as collections of bare text have them.
TEXTS: dict[str, tuple[str, str]] = {
    "list": (
        LIST,
        "首页 > 新闻中心 > 园区动态\n"
        + "\n".join(f"{text} 2023-09-{n + 1:02}" for n, text in enumerate(HEADLINES[:12]))
        + "\n首页 上一页 1 2 3 下一页 尾页 共12页",
    ),
    "list with links": (
        LIST,
        "# 通知公告\n\n"
        + "\n".join(f"- [{text}](/c/{n}.html) 2023-09-{n + 1:02}" for n, text in enumerate(HEADLINES[:12])),
    ),
    "not found": (ERROR, "404 Not Found\nnginx/1.18.0"),
    "deleted": (ERROR, "云岭市人民政府\n您访问的页面不存在或已被删除\n返回首页"),
    "wall": (LOGIN, "云岭市新材料产业园规划\n全文共 12 页\n请登录后查看全文\n立即登录 注册"),
    "removed by its author": (ERROR, "该内容已被发布者删除"),
}
