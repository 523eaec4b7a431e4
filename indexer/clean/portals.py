"""What newspapers, portals and reposting sites put around a text, besides what every site does."""

from __future__ import annotations

from indexer.clean.chrome import chrome

PORTALS = (
    chrome("source line", r"^\W*\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?:\s+\d{1,2}[:：]\d{2})?\W*$", "head", 30),
    chrome(
        "page tools",
        r"^\W*(?:通版阅读请?点击|(?:展开|收[缩起])通版|(?:版面|标题)(?:导航|目录)|当前版(?:面|次)?\s*[:：])",
        "head",
        30,
    ),
    chrome("page tools", r"^\W*(?:展开|收起)(?:详细|详情|全部|全文|更多)\W*$", "any", 20),
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
)
