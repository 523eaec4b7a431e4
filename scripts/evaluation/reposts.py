"""A text as others would put it up again, and another notice of the same form: made from a text, with a seed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import opencc

import lexicon
from mappings import tagged

TRUNCATED = 0.65  # of the characters that are left, at least
DAMAGED = 0.015  # of the characters
LEAST_PARAGRAPHS = 4  # of a text that may lose one
_HALF_WIDTH = str.maketrans("，。！？；：（）“”", ',.!?;:()""')
_FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]?\n?")
_NUMBER = re.compile(r"(?<![\d.])\d{1,4}(?![\d.])|(?<=第)[一二三四五六七八九](?=[批次届号期])")
_DAY = re.compile(r"(?<=月)\d{1,2}(?=日)")
_CHINESE = "一二三四五六七八九"
_NAMES = ("王建国", "李文静", "陈志远", "赵晓梅")
_COMPANIES = ("宏远鑫源", "腾飞", "华信恒通", "金禾农牧")
_COMPANY = re.compile(
    r"(?<=[市县区省，。、：\n“（])([\u4e00-\u9fff]{2,6}?)(?=(?:科技|实业|新材料|电子|环保|生物)?(?:股份)?有限(?:责任)?公司)"
)
PERSON = 3  # characters of a name
_SAID = {
    *("说", "表示", "介绍", "指出", "强调", "认为", "告诉", "同志", "先生", "女士", "主任", "局长", "书记", "教授"),
    *("主持", "出席", "参加", "率", "任", "担任", "讲话", "致辞", "电话"),
}
_OUTLETS = ("陇上日报", "中原网", "江南晚报", "北疆新闻网")


@dataclass(frozen=True)
class Page:
    """What a site puts up."""

    title: str
    body: str


Change = Callable[[Page, random.Random], Page | None]  # None where a text has nothing that could be changed so


def truncated(page: Page, chance: random.Random) -> Page | None:
    """Only the first part, to the end of a sentence."""
    kept = ""
    for sentence in _SENTENCE.findall(page.body):
        if len(kept) >= TRUNCATED * len(page.body):
            break
        kept += sentence
    return replace(page, body=kept.strip()) if len(kept) < len(page.body) else None


def with_chrome(page: Page, chance: random.Random) -> Page:
    """What a site leaves around a text: source and counter above, editors, neighbours and rights below."""
    outlet, name = chance.choice(_OUTLETS), chance.choice(_NAMES)
    day = f"2023-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    above = chance.choice(
        (f"来源：{outlet} 时间：{day} 浏览：{chance.randint(10, 9999)}次", f"{day} 10:2{chance.randint(0, 9)}")
    )
    below = chance.choice(
        (
            f"责任编辑：{name}\n上一篇：关于做好{chance.randint(2, 9)}月份重点工作的通知",
            f"（编辑：{name}）\n版权声明：本文转自{outlet}，如有侵权请联系删除。",
            f"【打印】【关闭】\n扫一扫在手机打开当前页\n审核：{name}",
        )
    )
    return replace(page, body=f"{above}\n{page.body}\n{below}")


def with_dateline(page: Page, chance: random.Random) -> Page:
    """As an outlet's own report: its dateline before, the reporter behind, its name in the title."""
    outlet, name = chance.choice(_OUTLETS), chance.choice(_NAMES)
    line = chance.choice((f"{outlet}讯（记者{name}）", f"本报{chance.randint(1, 12)}月{chance.randint(1, 28)}日讯 "))
    return Page(f"{page.title}_{outlet}", f"{line}{page.body}（记者 {name}）")


def other_marks(page: Page, chance: random.Random) -> Page:
    """Half-width marks, full-width digits, spaces at the beginning of paragraphs, paragraphs run together."""
    body = page.body.translate(_HALF_WIDTH)
    if chance.random() < 0.5:
        body = body.translate(_FULL_WIDTH)
    body = "".join(mark if mark != "\n" or chance.random() < 0.5 else "　　" for mark in body)
    return Page(page.title.translate(_HALF_WIDTH), f"　　{body}")


def traditional(page: Page, chance: random.Random) -> Page:
    """In traditional characters, as in Taiwan or Hong Kong."""
    convert = opencc.OpenCC(chance.choice(("s2tw", "s2hk", "s2t"))).convert
    return Page(convert(page.title), convert(page.body))


def lost_paragraph(page: Page, chance: random.Random) -> Page | None:
    """Without one of its paragraphs."""
    paragraphs = page.body.split("\n")
    if len(paragraphs) < LEAST_PARAGRAPHS:
        return None
    del paragraphs[chance.randrange(1, len(paragraphs))]
    return replace(page, body="\n".join(paragraphs))


def damaged(page: Page, chance: random.Random) -> Page:
    """Some characters lost, or shown as marks."""
    marks = ("?", "□", "*", "\ufffd", "")  # nothing: a rare character that an encoding does not have; never a digit
    body = ""
    for char in page.body:
        spoilt = char.isalnum() and chance.random() < DAMAGED
        body += chance.choice(marks[:-1] if char.isdigit() else marks) if spoilt else char
    return replace(page, body=body)


def said_at_home(page: Page, chance: random.Random) -> Page | None:
    """Words that reposts change: 近日, 日前; a place by its name instead of 我市, the other way round."""
    swaps = (
        ("近日", "日前"),
        ("日前", "近日"),
        ("我市", "该市"),
        ("我省", "全省"),
        ("据悉", "据了解"),
        ("记者", "笔者"),
    )
    body = page.body
    for word, other in swaps:
        if word in page.body:
            body = body.replace(word, other, 1)
    return replace(page, body=body) if body != page.body else None


def several(page: Page, chance: random.Random) -> Page | None:
    """A dateline, chrome, other marks, and a lost paragraph where there are enough of them."""
    return with_chrome(other_marks(with_dateline(lost_paragraph(page, chance) or page, chance), chance), chance)


REPOSTS: dict[str, Change] = {
    "truncated": truncated,
    "with a site's lines": with_chrome,
    "with a dateline": with_dateline,
    "other marks": other_marks,
    "traditional": traditional,
    "a paragraph lost": lost_paragraph,
    "damaged characters": damaged,
    "reworded in places": said_at_home,
    "several of these": several,
}


def other_number(page: Page, chance: random.Random) -> Page | None:
    """One of the text's numbers is another one, wherever it stands."""
    found = sorted({match[0] for match in _NUMBER.finditer(page.body)})
    if not found:
        return None
    number = chance.choice(found)
    return _with_other(page, _NUMBER, {number: _next(number)})


def other_days(page: Page, chance: random.Random) -> Page | None:
    """All days of dates are others."""
    days = {match[0]: str(int(match[0]) % 28 + 1) for match in _DAY.finditer(page.body)}
    return _with_other(page, _DAY, days) if days else None


def other_place(page: Page, chance: random.Random) -> Page | None:
    """The place that the text names most is another one."""
    names = [region.name for region in lexicon.regions() if region.level != "province"]
    named = [name for name in names if name in page.title + page.body]
    if not named:
        return None
    name = max(named, key=lambda n: ((page.title + page.body).count(n), n))
    other = chance.choice([n for n in names if len(n) == len(name) and n not in named])
    return Page(page.title.replace(name, other), page.body.replace(name, other))


def other_company(page: Page, chance: random.Random) -> Page | None:
    """The company that the text names most is another one."""
    found = Counter(match[1] for match in _COMPANY.finditer(f"{page.title}\n{page.body}"))
    if not found:
        return None
    name = max(found, key=lambda n: (found[n], n))
    other = chance.choice([n for n in _COMPANIES if n != name])
    return Page(page.title.replace(name, other), page.body.replace(name, other))


def other_person(page: Page, chance: random.Random) -> Page | None:
    """The person that the text names most is another one."""
    words = tagged(page.body)
    named = (word for (word, tag), (after, _) in pairwise(words) if tag == "nr" and after in _SAID)
    found = Counter(word for word in named if len(word) == PERSON)
    if not found:
        return None
    name = max(found, key=lambda n: (found[n], n))
    other = chance.choice(_NAMES)
    return Page(page.title.replace(name, other), page.body.replace(name, other))


FORMS: dict[str, Change] = {
    "another number": other_number,
    "other days": other_days,
    "another place": other_place,
    "another company": other_company,
    "another person": other_person,
}


def _with_other(page: Page, pattern: re.Pattern[str], other: dict[str, str]) -> Page:
    title, body = (pattern.sub(lambda m: other.get(m[0], m[0]), text) for text in (page.title, page.body))
    return Page(title, body)


def _next(number: str) -> str:
    if number in _CHINESE:
        return _CHINESE[(_CHINESE.index(number) + 1) % len(_CHINESE)]
    return str(int(number) + 1)
