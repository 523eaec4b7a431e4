"""What the words around the name of a place make of it: who acts, or a destination, a neighbour, an addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator

AWAY = 0.15  # what a mention elsewhere counts
OTHER_NAME = 0.14  # what one counts that is part of another name (上海银行): little, yet nobody goes there
STAGE = 0.1  # what the capital counts as the place of a national event
WEAK = 0.4  # what a mention counts that says where something happens, not what it is about
WHOLE_LIST = 48  # characters before a name in which a list of all places may begin
ACTING = 1.5  # what a mention counts that names who issues or acts: 平凉市人民政府
REACH_BEFORE, REACH_AFTER = 14, 12  # characters around a name that are looked at
REACH_GUEST = 34  # characters behind a name in which a delegation may come


_PLACE = r"[\u4e00-\u9fff]{2,5}[、,，和及与]"  # another place of the same list
_TRIPS = (
    "先后|专程|赶?赴|前往|奔赴|对接|毗邻|对标|承接|融入|面向|瞄准|辐射|联通|直达|途经|借鉴|接轨|学习|考察|走访|远赴|出访|率团访问|到访|援助|对口支援|援|支援|帮扶"
    "|连接|通往|至|距|靠近|相邻|接壤|携手|牵手|飞往|发往|销往|出口|进军|迁往|来自|(?<![进入常])驻|抵达|返回|(?:考察|代表|招商|学习|参观|访问|企业家)[团组队]走进|(?:产品|企业|商品)走进"
)
_STREETS = (
    "高速|铁路|航线|机场|大道|[东西南北中]?[路街](?=[\\d一二三四五六七八九十，,。、）)与和口段上号]|步行|商圈|$)|大桥|火车站|[东西南北]站|地铁"
    r"|市?\s*\d{6}(?!\d)"
)
_HOUSES = (
    "大学|师范大学|学院|师范学院|中学|银行|农商行|证券|交易所|海关|医院|港口|港|楼(?!市)|卫视|大厦|宾馆|饭店|石化|集团|股份|有限公司"
    "|科技有限公司|公司|时间|铁路局|电网|移动|联通|电信|烟草|舰(?!队)"
)
_GOODS = "扒鸡|火腿|烤鸭|拉面|米粉|热干面|陈醋|月饼|荔枝|香米|话|菜|小吃|大鼓|梆子|剪纸|年画|刺绣|白酒"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章钱汤尹黎易常武乔贺赖龚文"
# 副主任宋庆云说: a person and not the county.
_PERSON = (
    "(?:主任|书记|[省市县区局处科院校厅部会行所站队组班]长|经理|主席|代表|委员|记者|通讯员|同志|总裁|教授|专家|院士|职工|工人|村民|居民|农户|学生|选手)"
    f"[{SURNAMES}]"
)
_IS_PERSON = re.compile(f"{_PERSON}$")
# A town that is called like a county elsewhere.
_TOWN = re.compile(r"街道(?![和与及、])|镇(?![江域级村街区长赉安宁原坪雄康平远海])|乡(?![村镇土亲贤企民情愁音友宁城])")
# Where somebody is or goes.
_VISITED_BEFORE = re.compile(r"(?:在|到|赴|前往|奔赴|深入|视察|考察)$")
# What persons do, behind their name.
_ACTS = re.compile(
    r"(?:一行|同志|指出|强调|表示|要求|介绍|说[，,：:]|先后|带领|带队|率|主持|出席|参加|深入|来到|到[^，。]{1,16}(?:调研|考察|办公|检查|走访)|书记|主任|市长|县长|区长)"
)
# Words before and behind a place that is a destination, a neighbour, a partner, an example or part of another name.
_AWAY_BEFORE = re.compile(
    rf"(?:(?:{_TRIPS})(?:到|至|了|于|自|的|向)?(?:{_PLACE}){{0,3}}|原籍|籍贯|祖籍|出生于|生于|毕业于|就读于|任职于|曾任|历任"
    r"|(?:协同发展|一带一路|长江经济带|大湾区|京津冀)[”\"]?(?:[、和及“]|以及|和推进|与)(?:河北|支持|推进|建设)?"
    rf"|(?:加强|深化|扩大)(?:同|与|和)(?:{_PLACE}){{0,3}}|[东西南北](?:连|接|邻|靠|临|与|倚)[\u4e00-\u9fff]{{0,4}}|[\d一二两三四五六七八九十百]名)$"
)
_AWAY_BEHIND = re.compile(
    r"[省市县区州]?(?:等地|等省|等城市|一带|(?:考察|学习)(?![团组])|客商|(?:企业家|商会)(?![\u4e00-\u9fff]{0,6}赴(?![我本]))|(?<!乡)籍(?!(?:乡|父老|在外|人士致|企业家|商人|客商|人才|知名))|方向|人士|人[，,、（(。)）的])"
    r"|[省市县区州]?(?:仅|只需|约)[\d.]+个?(?:小时|分钟|公里|千米)"
)
_OTHER_NAME = re.compile(rf"(?:{_STREETS}|{_HOUSES}|{_GOODS})|山(?:脉|区|地区|国家|生态|南麓|北麓|下)")
# A partner: 与上海市金山区山阳工业园建立友好合作关系.
_PARTNER_BEFORE = re.compile(r"(?:^|[，。；、\s已再又先后市县区州省])[与同]$")
_PARTNER_BEHIND = re.compile(
    r"[^，。；、\n]{0,14}?(?:建立|签订|签署|达成|缔结|结成|结为)[^，。；\n]{0,10}?(?:合作|友好|战略|关系|协议|共建|结对)"
)
# Firms of another place as partners: 与深圳、东莞三家企业签署合作备忘录.
_WITH, _FIRMS = (
    re.compile(r"[与同]$"),
    re.compile(r"[^，。；\n]{0,10}?(?:企业|公司|集团|协会|商会)[^，。；\n]{0,6}?(?:签|合作|达成|对接)"),
)
# 杭州市与广元市结成东西部协作关系: who is helped is at home as well.
_HELPED = re.compile(r"协作|帮扶|对口")
_STREET = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:路|街|大道|巷|道)[东西南北中]?(?:段)?\d+号")
# Who gives aid elsewhere: 北京援疆, 在某市的帮扶下.
_DONOR = re.compile(r"[省市县区州]?(?:对口)?(?:援疆|援藏|援青)|[省市县区州]?的(?:对口|倾力|大力)?(?:帮扶|支援|援助)")
# Who comes as a guest: 新疆代表团来我市; and who keeps an office elsewhere: 泉州市政府驻深办.
_GUEST = re.compile(
    r"[^，。；、\n]{0,16}?(?:代表团|考察团|访问团|参观团|调研组|考察组|采访团|一行(?:\d+人)?)[^，。；\n]{0,6}?(?:(?<![迎带])来(?!到|自)|莅临|到访|(?:到|赴|抵)[我本][省市县区州])"
)
# Where guests come to is where the text is written: 来济宁市考察.
_HERE_BEFORE = re.compile(r"(?:^|[^前往带未年以起下出上过原])来$|莅(?:临)?$")
_HERE_BEHIND = re.compile(r"[省市县区州]?(?:考察|调研|访问|交流|学习|参观|投资|对接|开展|举行|指导)")
_GOES_OUT = re.compile(
    r"[^，。；、\n]{0,16}?(?:代表团|考察团|访问团|参观团|考察组|一行(?:\d+人)?)[^，。；\n]{0,6}?(?:到|赴|抵|走进)"
)
_OFFICE_ELSEWHERE = re.compile(r"[省市县区州]?(?:人民)?政府驻")
# The post of a reporter: 新华社石家庄9月5日电.
_POST_BEFORE, _POST_BEHIND = re.compile(r"[社网报讯台]$|讯[(（]$"), re.compile(r"\d{1,2}月\d{1,2}日(?:电|讯|消息)")
_LINE_BEGINS = re.compile(r"(?:\n|本报|[)）\s])$")
# fmt: off
_CAPITALS = frozenset((
    "石家庄", "太原", "呼和浩特", "沈阳", "长春", "哈尔滨", "南京", "杭州", "合肥", "福州", "南昌", "济南", "郑州", "武汉", "长沙",
    "广州", "南宁", "海口", "成都", "贵阳", "昆明", "拉萨", "西安", "兰州", "西宁", "银川", "乌鲁木齐",
))
# fmt: on
# One of those who have to act together: 省教育厅、雄安新区公共服务局.
_AMONG_OTHERS = re.compile(r"(?:部门|[局厅委会]|政府|单位)[）)]?[、，,和及]\s*$")
# National events happen in the capital: 在北京举行 does not make a text one about Beijing.
_CAPITAL = "北京"
_IN_CAPITAL = re.compile(
    r"^市?(?:举行|召开|开幕|闭幕|会见|会谈|发布|成立|启动|签署|揭牌|出席|开展|举办|人民大会堂|钓鱼台|表示|[同与向]|主持|参观|播出|揭晓)"
)
# 全省现场会在株洲召开, 市场监管总局在青岛召开会议: of the whole province or country.
_MEETS = re.compile(r"市?(?:召开|举行|举办)")
_OF_ALL = re.compile(
    r"(?:^|[\n，。日])(?:全省|全区|自治区)[^，。\n]{2,30}会议?在$|(?:总局|国家[\u4e00-\u9fff]{2,8}[委局]|(?<![委省市县区])(?:商务|科技|财政|教育|水利)部)在$"
)
_ORGAN = re.compile(
    r"^[省市县区州盟旗]?(?:(?:人民)?政府|[省市县区州盟旗]?委(?![员托派任])|人民代表大会|人大|政协|党工委|管委会|管理委员会|办公[厅室]"
    r"|[\u4e00-\u9fff]{2,10}?(?:[局厅](?![长部面势])|委员会|领导小组|指挥部))"
)
# Who has to act: 各市（含定州、辛集市）人民政府，雄安新区管委会：
_UNITS = "政府|委员会|管委会|部门|单位|机构|[局厅委办处科]|公司|企业|院校|学校|高校|学院|医院"
_ADDRESSEES = re.compile(
    rf"(?:^|(?<=[\n。号知》）)\s]))(?:各[^。\n：:《]{{1,240}}?|[^。\n：:，《]{{2,30}}(?:政府|委员会|管委会|[局厅委])[，、,][^。\n：:《]{{2,120}}?"
    rf"|[^。\n：:，《]{{2,20}})(?:{_UNITS})(?:[（(][^）)]{{1,40}}[）)])?[：:]"
)
_ADDRESSEES_WITHIN = 500  # characters from the beginning of the text
_COPIES = re.compile(r"(?:^|\n)\s*(?:抄\s*送|抄\s*报|主\s*送|分\s*送)[：:][^\n]*")


# Who has to act: 各市（含定州、辛集市）政府、雄安新区管委会.
_ENUMERATED = re.compile(r"各(?:设区|地级)?市[^。；！？\n]{0,40}[、，,及和]\s*$")


def weigh(text: str, start: int, end: int) -> float:
    """What a name at text[start:end] counts: 1, less when the words around it put it elsewhere, more for who acts."""
    before, after = text[max(0, start - REACH_BEFORE) : start], text[end : end + REACH_AFTER]
    if before.endswith("在") and _is_stage(text, start, end):
        return STAGE
    if _is_other(text, before, after, end):
        return 0.0
    if _OFFICE_ELSEWHERE.match(after):
        return 1.0
    if is_host(text, start, end):
        return ACTING
    if _is_elsewhere(text, start, end):
        return AWAY
    if _OTHER_NAME.match(after) or _DONOR.match(after):
        return OTHER_NAME
    if (_POST_BEFORE.search(before) and _POST_BEHIND.match(after)) or _is_dateline(text, start, end):
        return WEAK
    if "各" in (wider := text[max(0, start - WHOLE_LIST) : start]) and _ENUMERATED.search(wider):
        return AWAY
    if not _ORGAN.match(after):
        return 1.0
    return AWAY if _AMONG_OTHERS.search(before) else ACTING


def _is_other(text: str, before: str, after: str, end: int) -> bool:
    """Whether the name is that of a person (主任宋庆云), of an army's division (新四军第七师) or town (通海县秀山街道)."""
    if _IS_PERSON.search(before) or (before.endswith("军") and text[end - 1] == "师"):
        return True
    return text[end - 1] not in "省市县区州旗" and bool(_TOWN.match(after))


def _is_stage(text: str, start: int, end: int) -> bool:
    """Whether something national or of the whole province only takes place there."""
    if text[start:end] == _CAPITAL and _IN_CAPITAL.match(text[end : end + REACH_AFTER]):
        return True
    return bool(_MEETS.match(text, end)) and bool(_OF_ALL.search(text, max(0, start - WHOLE_LIST), start))


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a paper of the province says where it writes: 海口讯."""
    if not text.startswith("讯", end) or text[start:end] not in _CAPITALS:
        return False
    return not start or bool(_LINE_BEGINS.search(text, max(0, start - 2), start))


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether the words around the name make it a destination, where guests come from, or a partner."""
    before, after = text[max(0, start - REACH_BEFORE) : start], text[end : end + REACH_AFTER]
    if _AWAY_BEFORE.search(before) or _AWAY_BEHIND.match(after) or _GUEST.match(text, end, end + REACH_GUEST):
        return True
    if _WITH.search(before) and _FIRMS.match(text, end, end + REACH_GUEST):
        return True
    partner = _PARTNER_BEHIND.match(text, end, end + REACH_GUEST) if _PARTNER_BEFORE.search(before) else None
    if partner is None:
        return False
    return not (before[-2:-1] in ("省", "市", "县", "区", "州") and _HELPED.search(text, end, partner.end() + 2))


def is_host(text: str, start: int, end: int) -> bool:
    """Whether guests come to the place named at text[start:end]: 来济宁市考察."""
    return bool(_HERE_BEHIND.match(text, end, end + REACH_AFTER)) and bool(
        _HERE_BEFORE.search(text, max(0, start - REACH_BEFORE), start)
    )


def is_visited(text: str, start: int) -> bool:
    """Whether the words before a name that starts there say that somebody is or goes to the place: 在上海考察."""
    return bool(_VISITED_BEFORE.search(text, max(0, start - REACH_BEFORE), start))


def is_address(text: str, end: int) -> bool:
    """Whether a street and a number follow the name that ends there: 东宝区象山大道38号."""
    return bool(_STREET.match(text, end, end + REACH_GUEST))


def goes_out(text: str, end: int) -> bool:
    """Whether a delegation of the place whose name ends there goes to another: 盘州市党政代表团到中山市."""
    return bool(_GOES_OUT.match(text, end, end + REACH_GUEST))


_SURNAMES = frozenset(SURNAMES)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether the name at text[start:end] is the given name of someone who acts there: 杨广平指出."""
    before = text[max(0, start - REACH_BEFORE) : start]
    return before[-1:] in _SURNAMES and bool(_IS_PERSON.search(before) or _ACTS.match(text, end))


def addressees(text: str) -> Iterator[tuple[int, int]]:
    """Where the text names whom it is addressed or copied to."""
    if match := _ADDRESSEES.search(text, 0, _ADDRESSEES_WITHIN):
        yield match.span()
    for match in _COPIES.finditer(text):
        yield match.span()
