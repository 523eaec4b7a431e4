"""Guests of whom their host tells: 香港企业代表团走进合肥高新区, 某省商会考察温州高新区."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.enrich.mentions import Mention
from indexer.enrich.surroundings import AWAY

REACH = 4  # characters from the verb to the name of the host: 来到, 走进“
_FROM = r"香港|澳门|台湾|港澳|海外|华侨|华商|外国|外媒"
# Governments send delegations of which their own papers tell; these are told of where they come to.
_GUESTS = re.compile(
    rf"(?:商会|同业公会|侨领|侨商|(?:{_FROM})[^，。；\n]{{0,14}}?(?:代表|考察|参访|访问|交流|参观|采访)团|(?:媒体|记者)[采访代表考察]{{0,4}}团)"
    r"[^，。；\n并赴对]{0,10}?(?:走进|考察(?![团组])|参观|到访|访问(?!团)|莅临|来到?|调研(?!组)|探访)"
)
_MARKS = "，。；！？\n"
# One of these stands in every match, and is found many times faster.
_SIGNS = ("商会", "公会", "侨", "团")


def receive(mentions: list[Mention], texts: dict[str, str], reach: int) -> list[Mention]:
    """The mentions, the guests' places as away and their host's at full weight where a host tells of guests.

    `texts` are those of the title and the body, `reach` how much of the body is looked at.
    """
    for zone, text in texts.items():
        top = text[:reach]
        if not any(sign in top for sign in _SIGNS):
            continue
        for visit in _GUESTS.finditer(top):
            begin = max(text.rfind(mark, 0, visit.start()) for mark in _MARKS) + 1
            host = next((m for m in mentions if m.zone == zone and 0 <= m.start - visit.end() <= REACH), None)
            guests = {m.name for m in mentions if m.zone == zone and begin <= m.start and m.end <= visit.end()}
            if host and guests and not host.vague and host.name not in guests:
                return [_seen_by_host(m, host, guests) for m in mentions]
    return mentions


def _seen_by_host(mention: Mention, host: Mention, guests: set[str]) -> Mention:
    if mention.name in guests:
        return replace(mention, factor=min(mention.factor, AWAY))
    if mention.factor == AWAY and (mention.name == host.name or f"{mention.path}/".startswith(f"{host.path or 0}/")):
        return replace(mention, factor=1.0)
    return mention
