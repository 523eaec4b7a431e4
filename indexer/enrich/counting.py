"""The points of every place: mentions by where they stand, and what shows a place without naming it in the text."""

from __future__ import annotations

import re
from collections import defaultdict

from indexer.enrich.authority import place_of_number
from indexer.enrich.hints import cities_of_phones, fitting_host, institutions
from indexer.enrich.hosts import place_of_host, place_of_portal, place_of_town_site
from indexer.enrich.material import LEAD, Material
from indexer.enrich.mentions import Mention, find_mentions
from indexer.enrich.tally import Support, Tally
from indexer.enrich.voice import CITY, COUNTY, PROVINCE, Voice, voice_of
from lexicon import Region
from mappings import fold

IN_TITLE, OF_NUMBER, OF_OUTLET, SIGNED, FIRST, IN_LEAD, AROUND, IN_BODY = 10.0, 8.0, 6.0, 6.0, 6.0, 3.0, 2.0, 1.0
ABOUT, COLONS = 15.0, (":", "：")
SITE = 3.0  # what the host of a government site counts
OF_PAPER = 2.0  # what a paper counts whose place is a word as well, where a place of its level speaks
PORTAL = 1.5  # what a province's news site counts where a province, city or county speaks
OF_OFFICES = 8.0  # what offices count that only Hong Kong or Taiwan has
PHONE = 2.0  # what the area code of a telephone number counts
LEADING_SHARE = 0.4  # of its province's points that a place needs for a number to be its own
BODY_CAP = 12.0  # points that mentions in the running text can give one place
VAGUE = 0.25  # what a short name counts that is also a common word, until the page names the place in full
SIGNATURE = 60  # characters at the end of the text, where documents are signed and dated
FIRST_WORDS = 8  # characters of a text without a title in which it says what it is about
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
# What follows the place in the name of its paper or site.
_PAPER = re.compile(r"[市县区旗]?(?:新闻|信息|政府)?(?:网|日报|周报|报社?|融媒体?(?:中心)?|广播电视台|电视台|发布)")
_OFFICE = re.compile("政府|委员会|管委会|开发区|高新区|经开区|园区?$|[局厅]$")  # in the name of its site
_DATE = re.compile(r"\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九十]月|\d{4}[-./]\d{1,2}")


def count_places(
    page: Material, mentions: list[Mention], outlet: str | None, number: str | None
) -> tuple[Tally, Voice]:
    """The points of all places, and who speaks. `outlet` and `number` are those of the page."""
    site, phones = place_of_host(page.url), cities_of_phones(page)
    of_outlet = list(find_mentions("outlet", fold(outlet or "")))
    hinted = [*(path for path, _ in phones), *fitting_host(page.url, _of_shared_names(mentions)), *filter(None, [site])]
    tally, support = Tally(), Support.of([*mentions, *of_outlet], hinted)
    _add_mentions(tally, support, mentions, page)
    _add_outlet(tally, of_outlet, outlet or "", support, mentions)
    for path, words in phones:
        tally.add(path, PHONE, words, "body", "area code of a telephone number")
    for path, words in institutions(page):
        tally.add(path, OF_OFFICES, words, "body", "offices that only the place has")
    voice = _voice(page, mentions, tally)
    if site:
        tally.add(_shown(site, voice), SITE, page.url or "", "url", "place of the government site")
    else:
        _add_site_name(tally, support, page, voice)
    if voice.level:
        tally.add_breadth()
        town = place_of_town_site(page.url)
        if town and town.count("/") + 1 == depth_of(voice, town.split("/")[0]):
            tally.add(town, PORTAL, page.url or "", "url", "place of the local site")
        _add_own_paper(tally, of_outlet, outlet or "", support, voice)
        if portal := place_of_portal(page.url):
            tally.add(portal, PORTAL, page.url or "", "url", "place of the news site")
            tally.by_publisher[portal] += PORTAL
    _add_number(tally, number, hinted, voice)
    return tally, voice


def depth_of(voice: Voice, province: str) -> int:
    """How many steps the path of the place that speaks has; 0 when nobody is heard."""
    in_municipality = province in MUNICIPALITIES
    return {PROVINCE: 1, CITY: 1 if in_municipality else 2, COUNTY: 2 if in_municipality else 3}.get(voice.level, 0)


def _voice(page: Material, mentions: list[Mention], tally: Tally) -> Voice:
    province = next(iter(tally.children("")), "")
    named = {m.name for m in mentions if m.regions and m.zone in ("title", "body")}
    in_park = any(m.park for m in mentions)
    return voice_of(page, autonomous=province.endswith("自治区"), in_park=in_park, named=named)


def _of_shared_names(mentions: list[Mention]) -> set[Region]:
    """The places that share a name of the page."""
    return {region for mention in mentions if len(mention.regions) > 1 for region in mention.regions}


def _add_mentions(tally: Tally, support: Support, mentions: list[Mention], page: Material) -> None:
    named_in_full = _named_in_full(mentions)
    body: dict[str, float] = defaultdict(float)
    for before, mention in zip((None, *mentions), mentions, strict=False):
        path = support.resolve(mention)
        if path is None or mention.leads:
            continue
        points = _points(mention, page) * mention.factor
        if mention.vague and path not in named_in_full and not _is_led_by_city(mention, before):
            if before and mention.led and (outer := support.resolve(before)):
                # 广西资源丰富: more surely Guangxi than its county of that name
                tally.add_mention(before, outer, (1 - VAGUE) * points)
            points *= VAGUE
        if mention.addressed:
            path, points = _above(mention, path), min(points, IN_BODY)
        if mention.zone == "body":
            points = min(points, max(0.0, BODY_CAP - body[path]))
            body[path] += points
        if points and path:
            tally.add_mention(mention, path, points)


def _is_led_by_city(mention: Mention, before: Mention | None) -> bool:
    """Whether a weak name stands right behind that of its city: 广州南沙."""
    return mention.led and before is not None and before.regions[0].level == "city"


def _above(mention: Mention, path: str) -> str:
    """The place that may address the one named: the province of a city, the city of a county or of a park in it."""
    is_city_park = mention.park and path.count("/") == 1
    return path if is_city_park else path.rpartition("/")[0]


def _points(mention: Mention, page: Material) -> float:
    if mention.zone == "title":
        # 横琴：澳门企业突破五千户: what stands before the colon is what the title is about.
        return ABOUT if not mention.start and page.title_key[mention.end : mention.end + 1] in COLONS else IN_TITLE
    if mention.zone != "body":
        return AROUND
    if mention.start < LEAD:
        return FIRST if mention.start < FIRST_WORDS and not page.title_key else IN_LEAD
    return SIGNED if mention.start >= len(page.key) - SIGNATURE and _DATE.search(page.key[mention.end :]) else IN_BODY


def _named_in_full(mentions: list[Mention]) -> set[str]:
    return {r.path for m in mentions for r in m.regions if m.name == r.name}


def _add_outlet(tally: Tally, found: list[Mention], outlet: str, support: Support, mentions: list[Mention]) -> None:
    for mention in found:
        if path := support.resolve(mention):
            points = OF_OUTLET * (VAGUE if mention.vague and path not in _named_in_full(mentions) else 1.0)
            tally.add(path, points, outlet, "head", "place of the outlet")
            tally.by_publisher[path] += points


def _shown(path: str, voice: Voice) -> str:
    """The place of whose texts a site speaks: that of a county shows the texts of its city and province too.

    我市 of a city inside another city is itself.
    """
    if voice.level == CITY and path.endswith("市"):
        return path
    return "/".join(path.split("/")[: depth_of(voice, path.split("/")[0]) or None])


def _add_site_name(tally: Tally, support: Support, page: Material, voice: Voice) -> None:
    """The place whose office runs the site, by the site's name; that of a news site only where a place speaks."""
    office = _OFFICE.search(page.site_name or "")
    for mention in find_mentions("head", fold(page.site_name or "") if office or voice.level else ""):
        path = support.resolve(mention)
        if path and not mention.leads and not mention.vague and mention.factor >= 1 and path not in tally.by_publisher:
            shown = _shown(path, voice)
            tally.add(shown, SITE if office else PORTAL, page.site_name or "", "head", "place in the name of the site")
            tally.by_publisher[shown] += SITE if office else PORTAL


def _add_own_paper(tally: Tally, found: list[Mention], outlet: str, support: Support, voice: Voice) -> None:
    """The place of the paper of a county or city whose name is a word as well: 民权网, where a county speaks."""
    for mention in found[:1]:
        region = mention.regions[0] if len(mention.regions) == 1 else None
        depth = depth_of(voice, region.path.split("/")[0]) if region else 0
        first = mention.start == 0 and mention.vague and _PAPER.fullmatch(fold(outlet), mention.end)
        if region and first and region.path.count("/") + 1 == depth and support.resolve(mention) is None:
            tally.add(region.path, OF_PAPER, outlet, "head", "place of the outlet")


def _add_number(tally: Tally, number: str | None, hinted: list[str], voice: Voice) -> None:
    leading = [p for p in tally.leading() if tally.points[p] >= LEADING_SHARE * tally.points[p.split("/")[0]]]
    if number and (path := place_of_number(number, leading, [*hinted, *tally.home], voice.level)):
        tally.add(path, OF_NUMBER, number, "body", "place of the document number")
