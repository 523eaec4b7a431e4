"""Class and id names of elements, as the common CMS give them, and what they say of the text inside."""

from __future__ import annotations

import re

# Class and id words that name a block of chrome (matched on words between separators), and the reason they give.
HINTS = (
    (
        "navigation",
        re.compile(r"^(?:nav|navi|navbar|navigation|menu|menus|topbar|header-?nav|subnav|mainnav|leftmenu|sidemenu)$"),
    ),
    ("breadcrumb", re.compile(r"^(?:breadcrumbs?|crumbs?|position|location|dqwz|weizhi|curpos|bread)$")),
    ("share", re.compile(r"^(?:share|shares|sharing|bdshare\w*|bshare\w*|social|jiathis\w*|fenxiang)$")),
    (
        "related reading",
        re.compile(
            r"^(?:related|relate|relates|recommend|recommends|recommended|hot|hots|rank|ranking|xgyd|xglj|relevant|tuijian|readmore|guess)$"
        ),
    ),
    (
        "comments",
        re.compile(
            r"^(?:comments?|comment-(?:list|box|item|txt|text|con|content|wrap|area|body)|cmt-(?:list|box|item|con|content)"
            r"|reply|replies|pinglun|disqus\w*|cy_\w+)$"
        ),
    ),
    ("footer", re.compile(r"^(?:foot|footer|bottom|copyright|friendlink|friendlinks|links|footlink)$")),
    ("sidebar", re.compile(r"^(?:sidebar|aside|side|rightbar|siderbar|right-?side)$")),
    ("previous/next", re.compile(r"^(?:prevnext|prev-next|pn|p_n|pagination|pager|prenext|sxp|shangxia)$")),
    ("advertisement", re.compile(r"^(?:ad|ads|advert\w*|gg|guanggao|adbox|banner)$")),
    ("page tools", re.compile(r"^(?:print|toolbar|tools|fontsize|qrcode|ewm|erweima|gotop|backtop)$")),
    # The card of an account, with what it says of itself.
    ("page tools", re.compile(r"^(?:author-?(?:card|box|desc|intro|bio|profile)|about-?author|user-?card)$")),
)
# Class and id names of the line that holds the title; those of boxes and sites are not among them.
TITLE_NAMES = re.compile(
    r"^(?!.*(?:site|box|nav|col|menu|list|sub|side|mod|block|section|widget|tab))(?:[a-z]+[-_]?)?(?:title|tit|bt|biaoti|headline|activity-name)\d?$"
)
# Class and id names under which Chinese CMS put the text of an article.
CONTENT_NAMES = re.compile(
    r"^(?:trs_editor|custom_unionstyle|ucapcontent|zoom|js_content|article-?content|article_?content|articlecontent|content_?area|"
    r"pages_content|artibody|post_?text|post_body|vsb_content\w*|v_news_content|news_?content|newscontent|content-?text|contenttxt|"
    r"main-?content|con_text|conttext|txt_con|txtcon|article-?body|article|entry-?content|detail-?content|detailcontent|"
    r"text_area|left_zw|nr|neirong|zhengwen|wenzhang|mainbody|bodytext|cont_txt|rm_txt_con|show_text|show_content|rich_media_content)$"
)
