"""Forms to log in or to register: their labels, and what stands beside them for whoever cannot get in."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.clean import Cleaned
from indexer.refusal.entries import ENTRY_LENGTH
from indexer.refusal.listing import Listing
from indexer.refusal.lists import LIST_LINES
from indexer.refusal.messages import ASKED, FORM, FORM_TITLE, PROMOTION, TIP, TIPS
from mappings import fold

LABELS = 3  # of a form, of different kinds
LABEL = 40  # characters of a line of such labels at most
TIP_SHARE = 0.3  # of the running text below the word 温馨提示 that speaks of logging in
LITTLE = 120  # characters of running text beside a form with all of its labels
ASKED_SHARE = 0.6  # of the characters
REGISTRATION = 300  # characters of what a form asks of a name and a password


def is_login(listing: Listing, titles: Iterable[str]) -> bool:
    """Labels of a login form, and no sentence beside them that tells of anything else. `titles` are folded."""
    lines = listing.lines.lines
    kinds = {m.lastindex for line in lines if len(line.text) <= LABEL for m in FORM.finditer(line.key)}
    if len(kinds) < LABELS - any(map(FORM_TITLE.search, titles)):
        return False
    if len([line for line in listing.entries if len(line.text) >= ENTRY_LENGTH]) >= LIST_LINES:
        return False
    told = [line.key for line in listing.main if line.is_content]
    tips = sum(bool(PROMOTION.search(key) or TIP.search(key)) for key in told)
    announced = any(TIPS.match(line.key) for line in lines)
    if tips >= len(told) * (TIP_SHARE if announced else 1):
        return True
    return len(kinds) > LABELS and sum(map(len, told)) <= LITTLE


def tells_how_to_register(page: Cleaned) -> bool:
    """Nothing but what a form asks of a name and a password."""
    told = page.paragraphs
    asked = sum(len(p) for p in told if ASKED.search(fold(p)))
    return page.title is None and asked > ASKED_SHARE * sum(map(len, told)) and sum(map(len, told)) <= REGISTRATION
