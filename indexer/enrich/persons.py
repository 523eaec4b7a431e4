"""Names of persons and offices as lines of authors write them: 记者 张三 李四, 姜 璐, 张三李四/文, 县委宣传部 王五."""

from __future__ import annotations

import re

from lexicon import regions_by_name
from mappings.terms import tagged

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯"
    "邵孟龙万段章钱汤尹黎易常武乔贺赖龚文欧付樊施陶洪翟安颜倪严牛温芦季俞鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童甄项曲成"
    "游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾"
    "蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺剡邝闫肖仝雷戈缪麦麻钮訾逄厉占水尚哈云宣"
)
_ONE = frozenset(SURNAMES)
_TWO = "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|东方|范姜"
# A name in running text, as a part of patterns.
NAME = (
    rf"(?:(?:{_TWO})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}"
    r"|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,9})"
)
GAP = r"[ 　、，,]{1,2}"
NAMES = rf"{NAME}(?:{GAP}{NAME})*"
# The offices whose names end so write texts.
OFFICE = (
    r"(?:政府|委员会|管委会|办公[厅室]|[厅局委办署院部会处科所站]|中心|支队|总队|大队|领导小组|指挥部|党组|公司|集团|协会|大学|学院|中学"
    r"|医院|银行|窗口)"
)
_IS_OFFICE = re.compile(rf"{OFFICE}$|[部室组局办委会社报台]$|支部")
_SHAPED = re.compile(r"^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+$")
_PERSON = re.compile(
    rf"^(?:{_TWO})[\u4e00-\u9fff]{{1,2}}$|^[{SURNAMES}](?:[\u4e00-\u9fff]?(?![等网报社摄])[\u4e00-\u9fff]|[{SURNAMES}][\u4e00-\u9fff]{{2}})$|^[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+$"
)
_NO_PERSON = frozenset(
    (
        "谢谢",
        "左图",
        "右图",
        "上图",
        "下图",
        "原文",
        "文章",
        "全文",
        "节选",
        "待续",
        "完",
        "记者",
        "石家庄",
        "和平",
        "应急",
        "单位",
        "商务",
        "文字",
    )
)
_WRITES = r"(?:记者站?|通讯员|评论员|撰稿人|作者|实习生|撰稿|供稿|撰文|执笔|文字|特约|文图|图文|文|报道)"
_ROLE = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{0,14}}(?=记者|通讯员|评论员))?(?:{_WRITES}|本[报网刊站台]|(?<=文)[/／]图|图[/／](?=文)|摄影(?=记者))+[:：/／|丨]?"
)
_OTHERS = re.compile(
    r"^(?:责任)?(?:编辑|责编|编审|审核|审签|校对|监制|终审|初审|复审|值班|制图|视频|摄像|剪辑|主编|摄影|图片|图|摄)+(?:[:：/／|丨]|$|(?=[\u4e00-\u9fff]{2,3}$))"
)
_TAIL = re.compile(
    r"(?:文[/／]图|图[/／]文|[/／]文|[/／]图文|摄影报道|综合报道|报道|报导|整合|整理|采写)+$"
    r"|(?:来源|编辑|责编|责任|发布|时间|日期|点击|浏览|阅读|字体|字号|审核|有效|公开|公文|时效|成文|主题|文号|发文|效力|索引|关键词|体裁|所属|打印|分享).*$"
)
_PHOTO = re.compile(r"[/／]?(?:摄影|摄|图片?|制图)$")
_TOKEN = re.compile(r"[^\s　、，,;；&]+")


def is_person(name: str) -> bool:
    """Whether a word with nothing beside it is a person's name: a surname first, and no word or place."""
    if not _PERSON.match(name) or name in _NO_PERSON or name in regions_by_name() or _IS_OFFICE.search(name):
        return False
    words = tagged(name)
    return len(words) > 1 or words[0][1].startswith(("nr", "x"))


def split_names(text: str, *, bare: bool = False) -> list[str]:
    """The single names of a folded list, without what the persons do; offices only where no person stands beside them.

    Names of editors and photographers are left out. `bare`: no word says that these are names: each must look like one.
    """
    persons: list[str] = []
    offices: list[str] = []
    reads = True
    for token in _joined(_TOKEN.findall(text)):
        role = _ROLE.match(token)
        if not role and _OTHERS.match(token):
            reads = False
            continue
        rest = token[role.end() :] if role else token
        reads = reads or bool(role)
        name = _TAIL.sub("", rest).strip(":：/／-—.。")
        if not reads or not name or (_PHOTO.search(name) and "文" not in name):
            continue
        found = _persons(name, bare)
        persons += found
        if not found and len(name) > 2 and _IS_OFFICE.search(name):
            offices.append(name)
    return persons or ([] if bare else offices)


def _persons(name: str, bare: bool) -> list[str]:
    """The name, or the two or three that stand together without a mark: 刘蓉万兴峰."""
    glued = _unglued(name)
    if glued:
        return glued
    fits = (
        is_person(name)
        if bare
        else bool(_SHAPED.match(name)) and not ((len(name) > 3 or name[0] not in _ONE) and _IS_OFFICE.search(name))
    )
    return [name] if fits else []


def _unglued(name: str) -> list[str]:
    if not 4 <= len(name) <= 9 or "·" in name or (len(name) == 4 and name[:2] in _TWO.split("|")):
        return []
    ways = {4: ((2, 2),), 5: ((3, 2), (2, 3)), 6: ((3, 3), (2, 2, 2)), 9: ((3, 3, 3),)}.get(len(name), ())
    for lengths in ways:
        parts, at = [], 0
        for length in lengths:
            parts.append(name[at : at + length])
            at += length
        if all(is_person(part) for part in parts):
            return parts
    return []


def _joined(tokens: list[str]) -> list[str]:
    """Names whose characters are set apart (姜 璐) put together."""
    found: list[str] = []
    single = 0
    for token in tokens:
        if len(token) == 1 and single and single < 3:
            found[-1] += token
            single += 1
            continue
        found.append(token)
        single = 1 if len(token) == 1 and token in _ONE else 0
    return found
