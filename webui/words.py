"""Our own words for names that come from data: facets, facts, values, places in a page, reasons."""

from __future__ import annotations

from flask_babel import lazy_gettext

from search.question import UNKNOWN

FACETS = {
    "region": lazy_gettext("地区"),
    "year": lazy_gettext("年份"),
    "slogan": lazy_gettext("口号"),
    "sector": lazy_gettext("行业大类"),
    "industry": lazy_gettext("行业"),
    "park": lazy_gettext("园区"),
    "kind": lazy_gettext("类型"),
    "outlet": lazy_gettext("来源媒体"),
    "site": lazy_gettext("网站"),
}
FACTS = FACETS | {
    "title": lazy_gettext("标题"),
    "published": lazy_gettext("发布日期"),
    "outlet": lazy_gettext("来源媒体"),
    "author": lazy_gettext("作者"),
    "site": lazy_gettext("网站"),
    "document_number": lazy_gettext("文号"),
    "url": lazy_gettext("网址"),
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
SUGGESTED = {name: FACETS[name] for name in ("slogan", "park", "region", "industry")} | {"title": lazy_gettext("标题")}
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
    "repeated title": lazy_gettext("重复的标题"),
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
    "area code of a telephone number": "电话区号所属的城市",
    "offices that only the place has": "当地特有的机构",
    "places inside it": "所辖的多个地方",
    "park that publishes the page": "发布网页的园区",
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
    "a dateline": "电头",
    "a page of a forum or blog": "论坛或博客的页面",
    "a paper's comment": "报纸评论",
    "addressed to all provinces": "发给各省",
    "addressed to offices": "发给各单位",
    "an author who speaks for himself": "作者以第一人称写",
    "author in the script": "网页脚本里的作者",
    "comment of the content system": "采编系统的注释",
    "date behind the title": "标题后的日期",
    "date in an element named time": "时间元素里的日期",
    "issuer in the title": "标题里的发文单位",
    "labelled author": "有标签的作者",
    "labelled department": "有标签的单位",
    "place of the document number": "文号所属的地方",
    "relative date": "相对日期",
    "signature of the document": "落款单位",
    "speaks of the whole country": "说的是全国",
    "the only such park of the page's city": "本市唯一的同类园区",
    "the title of a document, cut off": "被截断的文件标题",
    "the words of a tender": "招标用语",
    "the words of an order": "命令用语",
    "time element": "time 元素",
    "two witnesses against one": "两处一致、一处不同",
    "year from the page's other dates": "由页内其他日期推定年份",
    "JSON-LD": "结构化数据（JSON-LD）",
    "microdata": "微数据",
}
# Why a page did not become a document, in Chinese; the beginning of the reason decides. On an English page, and for a
# reason that is not listed, the ledger's own words.
REFUSALS = {
    "list page": "列表页",
    "login wall": "要登录或付费才能看全文",
    "error page": "出错或已删除的页面",
    "no text but a video": "只有视频，没有文字",
    "no text": "没有正文",
    "the text is empty": "正文是空的",
    "the same page again": "同一网页又出现一次",
    "the file type": "不读这种类型的文件",
    "the folder cannot be read": "文件夹无法读取",
    "a link to a folder": "指向文件夹的链接，没有跟过去",
    "the zip archive cannot be read": "ZIP 文件无法读取",
    "the CSV cannot be read": "CSV 从这里起无法读取",
    "not JSON": "不是 JSON",
    "not a line of JSON": "不是一行 JSON",
    "not an object": "不是含有标题、正文等字段的对象",
    "encrypted": "加了密",
    "longer than": "太长",
    "a line longer than": "有一行太长",
    "more than": "文字太多，不像一篇文档",
    "cannot be unpacked": "无法解包",
}

META_RULE = "meta tag "  # followed by the tag's name


def value_name(value: str) -> str:
    """A value of a facet to read: our own words in the language of the request, names as they are."""
    return str(VALUES.get(value, value))
