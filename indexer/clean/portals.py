"""What newspapers, portals and reposting sites put around a text, besides what every site does."""

from __future__ import annotations

from indexer.clean.chrome import chrome

PORTALS = (
    chrome(
        "banner",
        r"^[^。；！？]{0,100}今天是\s*[:：]?\s*(?:公元)?(?:\d{4}\s*[年/-]\s*\d{1,2}\s*[月/-]|星期)",
        "head",
        160,
    ),
    chrome("source line", r"^\W*\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?:\s+\d{1,2}[:：]\d{2})?\W*$", "head", 30),
    chrome(
        "page tools",
        r"^\W*(?:通版阅读请?点击|(?:展开|收[缩起])通版|(?:版面|标题)(?:导航|目录)|当前版(?:面|次)?\s*[:：])",
        "head",
        30,
    ),
    chrome("page tools", r"^\W*(?:展开|收起)(?:详细|详情|全部|全文|更多)\W*$", "any", 20),
    chrome("page tools", r"^\W*(?:图像|图集|\+1|A\W+A(?:\W+A)?)\W*$", "any", 20),
    chrome("source line", r"^\W*公开(?:程序|时限|属性|形式|范围|责任部门)\s*[:：][^。；]{0,40}$", "any", 50),
    chrome("source line", r"^\W*本文原(?:文?标题|题)\s*[:：]", "any", 140),
    chrome("editor line", r"^\W*(?:来源|文|图|作者|素材|资料)\s*[|｜]\s*[^。]{2,50}$", "tail", 60),
    chrome("page tools", r"^\W*返回(?:列表|上[一页级]|目录)(?:页|级)?\W*$", "any", 20),
    chrome("page tools", r"^(?=[^。，；】]{0,20}】\s*【)(?=.*(?:打印|关闭|收藏))[^。，；]{0,80}$", "any", 80),
    # Captions of bare text, where nothing else tells them: 座谈会现场; 某某（左三）在车间.
    chrome("caption", r"^[^。，；：、！？]{3,14}现场$", "tail", 20),
    chrome("caption", r"^[^。]{2,40}[(（](?:前排|后排)?(?:左|右)[一二三四五\d][)）][^。]{0,40}$", "any", 70),
    chrome("related reading", r"^\W*[您你]可能[也还]?对.{0,16}感兴趣", "tail", 40, end=True),
    chrome("page tools", r"^\W*文章有问题\W{0,3}点此|^0$", "tail", 40),
    chrome(
        "editor line",
        r"^\W*(?:摄影报道|图文报道|采写|撰文|撰稿|[当值]班\S{0,4}|资料|素材|制图|海报|统筹|策划|剪辑|配音)\s*[:：/]\s*[^。，；]{2,30}$"
        r"|^\S{2,16}(?:中心|电视台|报社|发布)(?:编发|出品)\W*$",
        "tail",
        50,
    ),
    # The foot of a portal: 某某简介 | About | 广告服务 | 招聘信息 …
    chrome(
        "contact footer",
        r"^(?=[^|｜。，；]{2,16}[|｜])(?=.*(?:关于我们|联系我们|联系方式|广告服务|招聘信息|诚聘英才|网站律师|版权声明|法律声明|网站地图|帮助中心))(?:[^|｜。，；]{2,16}\s*[|｜]\s*){3,}[^|｜。，；]{2,16}$"
        r"|意见反馈.{0,4}留言板",
        "tail",
        120,
        end=True,
    ),
    chrome("advertisement", r"^\S{2,6}\((?:www\.)?[\w-]{2,20}\.(?:com|cn|net)(?:\.cn)?\)$", "tail", 30),
    chrome("copyright", r"^\W*指导单位\s*[:：][^。；]{2,40}(?:建设|主办|承办|运营)单位\s*[:：]", "tail", 80),
    # Pagers, and the foot of pages for telephones: 1/2 下一页 上一页 首页; 返回 | 刷新 | WAP首页 | 登录.
    chrome(
        "page tools",
        r"^\W*(?:\d{1,3}\s*/\s*\d{1,3}\W*)?(?:(?:上一?页|下一?页|首页|尾页|末页|返回|刷新|wap\S{0,2}|网页版|电脑版|触屏版|手机版|登录|注册|顶部)(?:\W+|$)){2,}$"
        r"|^(?:总共|共)\s*[:：]?\s*\d{1,3}\s*页\W*$|^\d{1,2}[/-]\d{1,2}\s+\d{1,2}:\d{2}$|^\d{24,}$|^\W*(?:展开|收起)\W*$|^\W*请?输入验证码",
        "tail",
        60,
    ),
    chrome(
        "related reading",
        r"^\W*(?:最新|更多)(?:公告|通知|通告|公示|政策|文件|招标信息)\W*$|^\W*(?:站长推荐|延伸\W{1,3}推荐|推荐\W{1,3}延伸)\W*$|^\W*(?:相关|更多|最新)(?:精彩|相关)?(?:资讯|内容|新闻|信息)\W{0,2}(?:欢迎|请|敬请)(?:持续)?(?:关注|访问|登录|浏览)|^\W*点击(?:进入|查看)专题\W*$",
        "tail",
        60,
        end=True,
    ),
    # Below a document: where its files are, who printed it.
    chrome(
        "attachment list",
        r"^\W*(?:通知|公告|文件|正文|全文|原文|文本)?[及和与、]?(?:相关)?附件下载\W*$|^\W*附\s*件\W*$|^(?!\d{4}年\d)[^。；]{2,100}\.(?:docx?|xlsx?|pdf|wps|zip|rar|ofd|ceb)\s*(?:[(（][^()（）]{0,20}[)）])?$",
        "tail",
        120,
    ),
    chrome(
        "source line",
        r"^\W*责任部门\s*[:：]\s*(?:[^。；、]{0,20}办公[厅室][^。；、]{0,12})?\W*$|^[^。，；]{2,20}(?:文印中心|文印室|机关印刷厂)\W*$|^\W*共印\s*\d+\s*份\W*$",
        "tail",
        40,
    ),
    chrome("source line", r"(?:\^[^\^。]{0,90}){6}", "tail", 400),  # the card of a printing office
)
