"""Texts of the central authorities."""

from __future__ import annotations

import re

from indexer.enrich.authority import is_national
from indexer.enrich.material import Material

_MINISTRIES = (
    r"(?:工业和信息化|科学技术|科技|财政|商务|教育|民政|人力资源社会保障|人力资源和社会保障|人社|自然资源|生态环境|住房和城乡建设|住房城乡建设|交通运输|水利|农业农村"
    r"|文化和旅游|文旅|应急管理|应急|公安|司法|外交|国防|工信|住建|环境保护|国土资源|卫生|农业|文化|铁道|建设|劳动和社会保障|人事|中组|中宣|统战|组织)部(?!门|长级|队|分|委属|级)"
)
_BODIES = (
    r"国务院|中办\s?国办|中共中央|中央(?:办公厅|军委|纪委|政治局|宣传部|组织部|书记处|文明办|网信办|经济工作会议|农村工作会议|财办|编办)|全国(?:人大|人民代表大会|政协|总工会|妇联|工商联|社会保障基金)"
    r"|国家(?:主席|副主席|发展改革委|发展和改革委|发改委|统计局|数据局|网信办|互联网信息办|医保局|知识产权局|科技伦理)|国资委(?=[^市省县区]{0,2}关于)"
    r"|国家[\u4e00-\u9fff]{2,10}?(?:总局|委员会|管理局|能源局|药监局|林草局|邮政局|监委|文物局|疾控局|工作办公室)|(?:国家)?(?:税务|海关|市场监管|广电|体育|工商|质检|安监)总局|海关总署"
    r"|最高人民(?:法院|检察院)|习近平|李克强|李强|中国(?:人民银行|证监会|银保监会|科协|科学技术协会|残联|贸促会)|(?:银保监|证监|银监|保监)会|新华社"
)
# 美国商务部: the ministries of other countries; a text about one means it by the bare name too.
_ABROAD = re.compile(
    r"(?:美国|英国|法国|德国|韩国|泰国|日本|俄罗斯|印度|越南|加拿大|新加坡|(?<![\u4e00-\u9fff\d])[美英法德韩日俄])"
    rf"[\u4e00-\u9fff]{{0,4}}?{_MINISTRIES}"
)
BODY = re.compile(f"{_BODIES}|(?<![省市县区州厅局]){_MINISTRIES}")
# The title's own issuer, and words by which a title only refers to a text of the centre.
_ISSUER = re.compile(rf"^[\s《“\"]*(?:{BODY.pattern})")
_REFERRING = re.compile(r"转发|转印|贯彻|落实|学习|传达|宣传|实施《|执行|转载|解读|答记者问|一图|图解|问答|宣讲")
_LAW = re.compile(r"^[\s《]*(?:国务院令|中华人民共和国|全国人民代表大会)[^，。]{2,60}")
# 国家发展改革委调研组到我县调研: who comes to a place does not write of the country.
_VISITING = re.compile(r"(?:调研|考察|督导|检查|巡查|评估|验收|督查|专家)组|(?:来|到|赴|莅)[我本][省市县区州]")
# Whom only the centre addresses.
_ALL = re.compile(
    r"各省[、,]\s*自治区|各省[(（]区、?市[)）]|国务院各部委|中央[和与]?国家机关各部|各中央企业|各直属海关|新疆生产建设兵团"
)
# Whom a national text names as examples: 在雄安新区等46个城市和地区.
_EXAMPLES = re.compile(r"等(?:\d+|[一二三四五六七八九十]+)个(?:城市|地区|地方|省|市|园区|开发区|国家级)")
# Words for the places of the country together.
_EVERYWHERE = r"[各多]地(?!方|区|级|市)|(?:各|多)(?:地区|省份|省区市)"
_COUNTRY = re.compile(
    rf"我国|全国|中国式|中国(?!人寿|银行|电信|移动|联通|石[油化]|铁[建路]|平安|建筑|制造2025)|国家(?:级)?高新区|{_EVERYWHERE}"
)
_OWN_COUNTRY = re.compile(
    rf"^\W*(?:国内|全国)[\u4e00-\u9fff]{{0,6}}(?:快讯|要闻|简讯|动态|资讯|速览|集锦)\W*$|我国|{_EVERYWHERE}"
)
_IN_FULL = re.compile(r"(?:印发|发布|下发|公布|出台)[^。]{0,6}《[^》]+》[^\n]{0,120}\n?[^\n]{0,60}全文(?:如下|[:：])")
_FIRST_SENTENCE = 80  # characters
_ALL_WITHIN = 400  # characters from the beginning of the text


def own_number(number: str | None) -> str | None:
    """The number, when it is that of a central authority."""
    return number if number and is_national(number) else None


def issuer_in_title(page: Material) -> str | None:
    """The central authority that the title names as its author."""
    match = None if _VISITING.search(page.title_key) else _LAW.search(page.title_key) or _ISSUER.search(page.title_key)
    return match[0].strip(' 《“"') if match else None


def with_examples(page: Material) -> str | None:
    """The central authority that issued the text, where its title names places only as examples of many."""
    return issuer_in_title(page) if _EXAMPLES.search(page.title_key) else None


def named_in_title(page: Material) -> tuple[str, bool] | None:
    """A central authority in the title, and whether the title only refers to what it has issued."""
    match = None if _ABROAD.search(page.title_key) else BODY.search(page.title_key)
    return (match[0], bool(_REFERRING.search(page.title_key))) if match else None


def addressed_to_all(page: Material) -> str | None:
    """The words by which the beginning of the text speaks to all provinces."""
    match = _ALL.search(page.key, 0, _ALL_WITHIN)
    return match[0] if match else None


def whole_text(page: Material) -> str | None:
    """The central authority whose policy the text says it gives in full (…印发了《…意见》，全文如下)."""
    match = BODY.search(page.lead)
    return match[0] if match and _IN_FULL.search(page.key, match.end(), _ALL_WITHIN) else None


def named_in_lead(page: Material) -> str | None:
    """A central authority at the beginning of the text."""
    match = None if _ABROAD.search(page.title_key) or _ABROAD.search(page.lead) else BODY.search(page.lead)
    return match[0] if match else None


def country_in_title(page: Material) -> str | None:
    """The words by which the title is about the whole country."""
    match = _OWN_COUNTRY.search(page.title_key)
    return match[0] if match else None


def whole_country(page: Material) -> str | None:
    """The words by which title or first sentence speak of the whole country."""
    match = _COUNTRY.search(page.title_key) or _COUNTRY.search(page.key, 0, _FIRST_SENTENCE)
    return match[0] if match else None
