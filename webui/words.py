"""Our own words for names that come from data: facets, facts, values, places in a page, reasons."""

from __future__ import annotations

from flask_babel import lazy_gettext

from search.question import UNKNOWN

FACETS = {
    "region": lazy_gettext("地区"),
    "year": lazy_gettext("年份"),
    "slogan": lazy_gettext("口号"),
    "industry": lazy_gettext("行业"),
    "park": lazy_gettext("园区"),
    "kind": lazy_gettext("类型"),
}
FACTS = FACETS | {
    "title": lazy_gettext("标题"),
    "published": lazy_gettext("发布日期"),
    "outlet": lazy_gettext("来源媒体"),
    "site": lazy_gettext("网站"),
    "document_number": lazy_gettext("文号"),
}
# Values that are our own words; names of places, parks and slogans stay as they are.
VALUES = {
    UNKNOWN: lazy_gettext("未知"),
    "新闻": lazy_gettext("新闻"),
    "政策": lazy_gettext("政策"),
    "讲话": lazy_gettext("讲话"),
    "报告": lazy_gettext("报告"),
    "公告": lazy_gettext("公告"),
    "其他": lazy_gettext("其他"),
}
PLACES = {
    "title": lazy_gettext("标题"),
    "body": lazy_gettext("正文"),
    "head": lazy_gettext("正文前移去的行"),
    "foot": lazy_gettext("正文后移去的行"),
    "meta": lazy_gettext("网页元数据"),
    "url": lazy_gettext("网址"),
    "path": lazy_gettext("文件路径"),
    "input": lazy_gettext("输入文件的字段"),
}
MATCHED = {
    "phrase": lazy_gettext("原文连写"),
    "words": lazy_gettext("含全部词"),
    "some": lazy_gettext("含部分词"),
}
# Why a line was taken out of a page; a reason that is not listed is shown as it is.
REASONS = {
    "menu": lazy_gettext("菜单"),
    "navigation": lazy_gettext("导航"),
    "breadcrumb": lazy_gettext("当前位置"),
    "banner": lazy_gettext("页首标语"),
    "source line": lazy_gettext("来源与日期行"),
    "first line": lazy_gettext("首行"),
    "line above the text": lazy_gettext("正文上方的一行"),
    "title element": lazy_gettext("网页标题"),
    "above the text": lazy_gettext("正文上方"),
    "below the text": lazy_gettext("正文下方"),
    "page tools": lazy_gettext("页面工具"),
    "previous/next": lazy_gettext("上一篇、下一篇"),
    "share": lazy_gettext("分享"),
    "related reading": lazy_gettext("相关阅读"),
    "comments": lazy_gettext("评论"),
    "sidebar": lazy_gettext("侧栏"),
    "footer": lazy_gettext("页脚"),
    "contact footer": lazy_gettext("联系方式"),
    "copyright": lazy_gettext("版权声明"),
    "editor line": lazy_gettext("编辑署名"),
    "end mark": lazy_gettext("结束标记"),
    "attachment list": lazy_gettext("附件列表"),
    "advertisement": lazy_gettext("广告"),
    "paywall": lazy_gettext("付费提示"),
    "caption": lazy_gettext("图片说明"),
    "repeated line": lazy_gettext("同站各页重复的行"),
    "separator": lazy_gettext("分隔线"),
}

# The rules by which facts are read, in Chinese; on an English page, and for a rule that is not listed, its own name.
RULES = {
    "date given by the input": "输入文件给出的日期",
    "labelled date": "有标签的日期",
    "date in the source line": "来源行里的日期",
    "time in the page's script": "网页脚本里的时间",
    "date in the address": "网址里的日期",
    "month in the address": "网址里的月份",
    "date of signature": "落款日期",
    "year of signature": "落款年份",
    "htmldate": "htmldate 识别",
    "source given by the input": "输入文件给出的来源",
    "source line": "来源行",
    "name beside the date": "日期旁的名称",
    "dateline": "电头",
    "reporter's line": "记者署名",
    "host of the address": "网址的域名",
    "domain named around the text": "正文前后出现的域名",
    "labelled document number": "有标签的文号",
    "document number above the text": "正文上方的文号",
    "document number in the title": "标题里的文号",
    "place named": "提到的地名",
    "place of the outlet": "来源所在地",
    "place of the government site": "政府网站所在地",
    "province of the document number": "文号所属的省",
    "number of a central authority": "中央机关的文号",
    "central authority in the title": "标题里的中央机关",
    "central authority at the beginning": "开头的中央机关",
    "park of the authority file": "园区名录",
    "name of a place and a word for a park": "地名加园区名称",
    "key words of the industry": "行业关键词",
    "slogan of the lexicon": "口号词表",
    "a reading aid to a policy": "政策解读",
    "the title calls it a speech": "标题称为讲话",
    "the title calls it an announcement": "标题称为公告",
    "the title calls it a report": "标题称为报告",
    "the title calls it a policy document": "标题称为政策文件",
    "it has a document number": "有文号",
    "it begins with a salutation": "以称呼开头",
    "it begins as a report to delegates": "以向代表报告开头",
    "a reporter's line": "记者署名",
    "it begins as news": "以新闻方式开头",
    "the title tells an event": "标题叙述一件事",
    "running text under a source line": "来源行下的叙述文字",
    "no sign of another kind": "没有其他类型的迹象",
}
META_RULE = "meta tag "  # followed by the tag's name
