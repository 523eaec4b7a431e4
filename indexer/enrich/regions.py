"""Which place is the page about? Mentions are weighed by where they stand, rolled up the tree, and read from the top down.

A page's main subject is found province first, then city, then county: at each step the place with the most weight
below it is taken when it holds enough of its parent's weight; otherwise the page is about the parent as a whole. Who
speaks (我省, 全市, 县政府) says how deep to go.
"""

from __future__ import annotations

import re
from itertools import pairwise

from indexer.enrich import national
from indexer.enrich.authority import is_local
from indexer.enrich.counting import IN_BODY, count_places, depth_of
from indexer.enrich.material import Fact, Material
from indexer.enrich.mentions import Mention
from indexer.enrich.tally import Tally
from indexer.enrich.voice import CITY, Voice
from lexicon import region_by_path
from mappings import Evidence, fold

NATIONAL = "全国"
ENOUGH = 3.0  # points below which there is no evidence worth a claim
ENOUGH_SPOKEN = 1.0  # the same for a text that speaks for a place
CHILD_SHARE = 0.4  # of the parent's points, parks aside, that a city or county needs to be the subject
LEAST_SHARE = 0.25  # of the parent's points with its parks
SIBLING_SHARE = 0.6  # of the points of all places of its level inside the parent
SPOKEN_SHARE = 0.1  # of the parent's points that it needs where the text speaks for a place of its level
SPOKEN_LEAD = 1.3  # times the points of the second that it needs then
PROVINCE_SHARE = 0.33  # of the points of all provinces that one in the title needs, or one that speaks
MOST_SHARE = 0.5  # that any other needs
SEVERAL, SPREAD_SHARE = 3, 0.75  # provinces that make a round-up, and what one of them has at most
LONGEST_HEADING = 12  # characters
MOST_HEADED = 5  # places that stand as headings; more are the rows of a table
# What grants a request is about the place it is granted to: 某省政府关于同意设立某市高新区的批复.
_REPLY = re.compile(r"关于.*(?:批复|复函)(?:[(（].*)?$")


def find_regions(
    page: Material, mentions: list[Mention], outlet: str | None, number: str | None
) -> tuple[list[Fact], list[str]]:
    """The region paths, main subject first with its ancestors above it, and their GB/T 2260 codes."""
    tally, voice = count_places(page, mentions, outlet, number)
    if evidence := _national(page, tally, voice, number):
        return [Fact(NATIONAL, evidence)], []
    paths = _subject(tally, voice, page.title_key)
    paths += [p for p in _headed(page, tally, paths) if p not in paths]
    codes = [region.code for p in paths if (region := region_by_path(p))]
    return [Fact(p, tally.evidence(p)) for p in paths], codes


def _national(page: Material, tally: Tally, voice: Voice, number: str | None) -> Evidence | None:
    """A text of the central authorities: they are its issuer, or named where no place and no local voice is."""
    top = max(tally.points.values(), default=0.0)
    if text := national.with_examples(page):
        return _nation(text, "title", "central authority in the title")
    if tally.titled or (number and is_local(number)):
        return None
    if text := national.own_number(number):
        return _nation(text, "body", "number of a central authority")
    if text := national.issuer_in_title(page):
        return _nation(text, "title", "central authority in the title")
    if text := national.addressed_to_all(page):
        return _nation(text, "body", "addressed to all provinces")
    if voice.level:
        return None
    if (named := national.named_in_title(page)) and not (named[1] and top >= ENOUGH):
        return _nation(named[0], "title", "central authority in the title")
    if whole := _whole_country(page, tally, top):
        return _nation(whole, "title" if whole in page.title_key else "body", "speaks of the whole country")
    if text := national.whole_text(page) or (national.named_in_lead(page) if top < 2 * ENOUGH else None):
        return _nation(text, "body", "central authority at the beginning")
    return None


def _whole_country(page: Material, tally: Tally, top: float) -> str | None:
    """The words by which the title is about the whole country, or the beginning where no place stands out."""
    if text := national.country_in_title(page):
        return text
    return national.whole_country(page) if top < 2 * ENOUGH or _is_spread(tally) else None


def _is_spread(tally: Tally) -> bool:
    """Whether the page names several provinces and none far more than the others: a round-up."""
    provinces = list(tally.children("").values())
    return sum(points >= IN_BODY for points in provinces) >= SEVERAL and provinces[0] < SPREAD_SHARE * sum(provinces)


def _nation(text: str, where: str, rule: str) -> Evidence:
    return Evidence("region", NATIONAL, text, where, rule)


def _subject(tally: Tally, voice: Voice, title: str) -> list[str]:
    """The main subject with its ancestors, from the province down."""
    enough = ENOUGH_SPOKEN if voice.level else ENOUGH
    provinces = _eligible(tally, tally.children(""), voice)
    at_home = {path: points for path, points in provinces.items() if path in tally.home}
    if max(at_home.values(), default=0.0) >= enough:
        provinces = at_home  # destinations take no part where another place can be the subject
    best = next(iter(provinces), None)
    share = PROVINCE_SHARE if voice.level or best in tally.titled else MOST_SHARE
    if best is None or provinces[best] < max(enough, share * sum(provinces.values())):
        return []
    found = [best]
    reply = bool(_REPLY.search(title))
    while (child := _child(tally, found[-1], voice, depth_of(voice, best), reply=reply)) is not None:
        found.append(child)
    return found


def _eligible(tally: Tally, places: dict[str, float], voice: Voice) -> dict[str, float]:
    """The places that a text which speaks for a city or county may be about: none that it only calls a destination."""
    return {path: v for path, v in places.items() if path in tally.home} if voice.level >= CITY else places


def _child(tally: Tally, parent: str, voice: Voice, depth: int, *, reply: bool) -> str | None:
    """The place inside one that the text is about, if it is about one of them; `reply`: it grants a request."""
    children = tally.children(parent)
    if depth > parent.count("/") + 1:
        children = _eligible(tally, children, voice)
    best = next(iter(children), None)
    if best is None:
        return None
    points, steps = children[best], best.count("/") + 1
    if steps <= depth:
        second = max((v for p, v in children.items() if p != best), default=0.0)
        return best if points >= max(ENOUGH_SPOKEN, SPOKEN_SHARE * tally.points[parent], SPOKEN_LEAD * second) else None
    # A park may lie in the child without saying so, and a province's paper writes of its counties.
    if voice.level == CITY and best.endswith("市") and points == tally.points[parent]:
        return best  # 我市 of a city inside another: nothing but it is named
    own = tally.points[parent] - tally.by_park[parent] - tally.by_publisher[parent]
    if voice.clear and best not in tally.titled:
        return best if points >= max(ENOUGH, SIBLING_SHARE * tally.points[parent]) else None
    among = SIBLING_SHARE * sum(children.values())
    if reply and best in tally.titled:
        return best if points >= max(ENOUGH, among) else None
    needed = max(CHILD_SHARE * own, LEAST_SHARE * tally.points[parent], among)
    return best if points >= max(ENOUGH, needed) else None


def _headed(page: Material, tally: Tally, subject: list[str]) -> list[str]:
    """Further places inside the subject that stand alone on a line as a heading: the parts of a round-up."""
    if not subject:
        return []
    out = []
    for paragraph, following in pairwise(page.paragraphs):
        if len(paragraph) > 2 * LONGEST_HEADING:
            continue
        heading = fold(paragraph).strip(" 　【】[]:：■●◆一二三四五六七八九十、.．0123456789")
        if len(heading) <= LONGEST_HEADING and "。" in following:
            out += [p for p in tally.points if p.startswith(subject[-1] + "/") and p.rsplit("/", 1)[-1] == heading]
    found = list(dict.fromkeys(out))
    return found if len(found) <= MOST_HEADED else []
