"""Pages that are no documents: lists of links, home pages, login walls, error pages, videos without text."""

from __future__ import annotations

import re

from indexer.clean import Cleaned, PageLines
from indexer.clean.line import Line
from indexer.clean.patterns import chrome_of
from mappings import fold

SHORT_PAGE = 220  # characters up to which a text can be an error or login page
EXCERPT = 130  # characters that a login wall may show of what is behind it
ERROR_TEXT = 70  # characters: a notice about a system's maintenance is longer
LEAST_HAN = 8  # Chinese characters or letters that make a text
LIST_LINES = 8  # links in the main part from which a page can be a list
ENTRY_LENGTH = 8  # characters of the title of another page; menus have shorter entries
DATED_LENGTH = 40  # of a line that is the date of an entry
DIGEST_ENTRIES = 5
_MORE = re.compile(
    r"^\W*(?:阅读全文|查看(?:全文|详情|更多)|详细(?:内容)?|全文|更多|more|read\s*more)\W*$", re.IGNORECASE
)
ARTICLE_PARAGRAPHS = 4  # in a row, from which they are an article and no summaries
_SITE_TITLE = re.compile(r"(?:首页|官网|网站|门户|政府|管委会|委员会|开发区|园区|高新区|经开区|在线|信息网|网)\W*$|^$")
LIST_SHARE = 0.6  # of the characters of the main part that stand in links
TITLED_TEXT = 90  # the same below a title that stands on the page: a short article in a page full of links
LIST_TEXT = 200  # characters of running text that make an article of a page full of links
_ERROR = re.compile(
    r"\b404\b|\b50[0234]\b.{0,20}(?:error|错误)|页面(?:不存在|找不到|未找到|已删除|无法访问|走丢)|(?:您|你)?(?:访问|查看|请求|浏览)的(?:页面|内容|文章|信息|网页|资源)[^。]{0,14}(?:不存在|找不到|被删除|已删除|已下线|已过期|无法)|该(?:内容|文章|信息|页面)[^。]{0,10}(?:删除|下线|不存在|违规|失效)|not\s+found|服务器(?:错误|内部错误|繁忙)|系统(?:错误|维护|升级)中?|访问(?:被拒绝|过于频繁|受限|异常)|forbidden",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:请|您(?:需要|尚未|还没有|还未))[^。]{0,10}(?:登录|登陆|注册|授权)|登[录陆]后[^。]{0,10}(?:查看|阅读|访问|继续)|用户登录|账号.{0,10}密码|(?:请输入|获取)验证码|安全验证|人机验证|(?:仅限|只限|限).{0,6}会员|会员(?:专享|可见|权限|登录)|开通(?:会员|VIP)|权限不足|无权(?:访问|查看|阅读)|访问(?:过于)?频繁|滑块|拼图验证|异常流量"
)
_FRAMES = re.compile(r"(?:使用了?框架|不支持框架|noframes|frames?et)", re.IGNORECASE)
_RESULTS = re.compile(r"(?:搜索|检索|查询)结果|站内搜索|全文检索")
# What a page shows in place of its text: a viewer of a file.
_VIEWER = re.compile(
    r"附\s*件|下载|\.pdf|\.docx?|pdf|浏览器.{0,12}(?:不支持|无法)|在线(?:预览|阅读|浏览)|点击查看|正在加载|加载中|第?\s*\d+\s*/\s*\d+\s*页?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\u3400-\u9fffA-Za-z]")
_DATE_AT_END = re.compile(
    r"^\W*[\[(（]?\d{2,4}[-/.年]\d{1,2}([-/.月]\d{1,2})?日?[\])）]?|[\[(（]?\d{2,4}[-/.年]\d{1,2}([-/.月]\d{1,2})?日?[\])）]?\W*$"
)


def refusal(page: Cleaned, lines: PageLines, is_html: bool) -> str | None:
    """The reason why a page is no document, or None. Short notices are documents."""
    text = fold("\n".join(page.paragraphs))
    title = fold(page.title.text if page.title else "")
    if len(text) <= SHORT_PAGE:
        if (len(title) < 24 and _ERROR.search(title)) or (len(text) < ERROR_TEXT and _ERROR.search(text)):
            return "error page"
        whole = fold("\n".join(line.text for line in lines.lines))
        told = sum(len(p) for p in page.paragraphs if not _LOGIN.search(p))
        if (_LOGIN.search(text) and told < EXCERPT) or (len(text) < 30 and _LOGIN.search(whole)):
            return "login wall"
    if is_html and (_is_list(lines, page) or (len(title) < 40 and _RESULTS.search(title))):
        return "list page"
    if is_html and (_is_digest(lines, page) or _is_portal(lines, page)):
        return "list page"
    if is_html and (_is_viewer(page) or (len(text) < ERROR_TEXT and _FRAMES.search(text))):
        return "no text"
    if lines.has_video and not _has_sentences(page.paragraphs):
        return "no text but a video"
    return "no text" if len(_WORD.findall(text)) < LEAST_HAN else None


def _has_sentences(paragraphs: list[str]) -> bool:
    return any(len(p) >= 40 and "。" in p and not _LOGIN.search(p) for p in paragraphs)


def _is_list(lines: PageLines, page: Cleaned) -> bool:
    """Most of the main part is links (or dated titles), and there is no running text to speak of."""
    running = sum(len(p) for p in page.paragraphs if len(p) >= 30 and "。" in p and not _is_footer(p))
    if running >= (TITLED_TEXT if page.title and page.title.line is not None else LIST_TEXT):
        return False
    inside = lines.lines[lines.start : lines.end] if running else lines.lines
    main = [line for line in inside if line.hint not in ("footer", "navigation") and not _is_footer(line.text)]
    entries = [line for line in main if _is_entry(line)]
    shown = sum(len(line.text) for line in main)
    listed = sum(len(line.text) for line in entries)
    return len(entries) >= LIST_LINES and listed > LIST_SHARE * shown and listed > 2 * running


def _is_digest(lines: PageLines, page: Cleaned) -> bool:
    """Below its heading, titles that are links, each with a date or a 阅读全文 of its own, perhaps with a summary: a list with abstracts."""
    heading = page.title.line if page.title and page.title.line is not None else lines.start
    main = lines.lines[max(lines.start, heading) : lines.end]
    titles = [line for line in main if line.linked >= ENTRY_LENGTH and line.link_share > 0.5]
    dated = [line for line in main if _has_date(line)]
    opened = [line for line in main if _MORE.search(line.key) and line.linked > 0]
    if _longest_prose(main) >= ARTICLE_PARAGRAPHS:
        return False
    return min(len(titles), max(len(dated), len(opened))) >= DIGEST_ENTRIES


def _has_date(line: Line) -> bool:
    """A line that is the date of an entry, or an entry with its date."""
    shown = len(line.text) <= DATED_LENGTH or line.link_share > 0.5
    return shown and bool(_DATE_AT_END.search(line.text))


def _longest_prose(lines: list[Line]) -> int:
    """Paragraphs of running text in a row, without the title of another page between them."""
    longest = run = 0
    for line in lines:
        if line.link_share > 0.8 and len(line.text) >= ENTRY_LENGTH:
            run = 0
        elif line.is_content:
            run += 1
            longest = max(longest, run)
    return longest


def _is_portal(lines: PageLines, page: Cleaned) -> bool:
    """A home page: titles of other pages all over, hardly any text in a row, and no line that says source or date."""
    titles = [line for line in lines.lines if line.link_share > 0.8 and len(line.text) >= ENTRY_LENGTH]
    running = sum(len(p) for p in page.paragraphs if len(p) >= 30 and "。" in p and not _is_footer(p))
    if sum(len(line.text) for line in titles) <= running or any(r.reason == "source line" for r in page.removed):
        return False
    if page.title and not _SITE_TITLE.search(page.title.text.strip()):
        return False  # a short notice among link boxes has a title of its own
    return len(titles) >= LIST_LINES and _longest_prose(lines.lines[lines.start : lines.end]) < ARTICLE_PARAGRAPHS - 1


def _is_viewer(page: Cleaned) -> bool:
    """Nothing but the frame of a file that is shown or offered for download."""
    return bool(page.paragraphs) and all(len(p) < 60 and _VIEWER.search(p) for p in page.paragraphs)


def _is_footer(text: str) -> bool:
    chrome = chrome_of(Line(text), "foot")
    return chrome is not None and chrome.reason in ("copyright", "contact footer")


def _is_entry(line: Line) -> bool:
    """A link, or a title with the date of another page before or behind it."""
    return line.link_share > 0.6 or (line.linked > 0 and bool(_DATE_AT_END.search(line.text)))
