"""The place that a text is about, level by level, all its places, and its parks."""

from __future__ import annotations

from lexicon import region_by_path
from scripts.evaluation.compare import NOTHING, Triple, set_metrics
from scripts.evaluation.findings import Findings, Listing, confusions, present
from scripts.evaluation.judged import Pages

LEVELS = ("nation", "province", "city", "county")
NATION = "全国"
BY_DEPTH = ("province", "city", "county")


def evaluate(pages: Pages) -> Findings:
    """Accuracy of the main subject at each level, of the pages whose main subject has that level."""
    pairs = pages.pairs("region")
    provinces = [(page, [want], page.have.get("region")) for page, want, _ in pages.pairs("province")]
    shares = {f"{level} right": _level_right(pairs + provinces, level) for level in LEVELS}
    shares["too deep"] = _too_deep(pairs)
    excluded = pages.pairs("region_excludes")
    intruders = [(p, path) for p, want, _ in excluded for path in want if path in p.have.get("region", ())]
    shares["other places left out"] = (len(excluded) - len({page.name for page, _ in intruders}), len(excluded))
    blank = [got for _, want, got in pairs if not want]
    shares["unknown kept unknown"] = (sum(not got for got in blank), len(blank))
    shares["same list"] = (sum(list(want) == list(got or ()) for _, want, got in pairs), len(pairs))
    every, others = set_metrics("place", pairs)
    parks, wrong_parks = set_metrics("park", pages.pairs("park"))
    wrong = _wrong_subjects(pairs + [(p, w, list(main_place(g).values())[:1]) for p, w, g in provinces])
    listings = (
        wrong,
        confusions("not the subject", [(NOTHING, path, page.name) for page, path in intruders]),
        others,
        wrong_parks,
    )
    main = ("nation right", "province right", "city right", "county right", "park precision", "park recall")
    return Findings(present(shares, ["too deep"]) | every | parks, listings, main)


def main_place(paths: list[str] | tuple[str, ...] | None) -> dict[str, str]:
    """The main subject's path at each level that it has, from a list of paths with the main subject first."""
    found: dict[str, str] = {}
    last = ""
    for path in paths or ():
        if last and not path.startswith(f"{last}/"):
            break
        found[_level(path)] = last = path
    return found


def _level(path: str) -> str:
    if path == NATION:
        return "nation"
    region = region_by_path(path)
    return region.level if region else BY_DEPTH[path.count("/")]


def _level_right(pairs: list[Triple], level: str) -> tuple[int, int]:
    chains = [(main_place(want).get(level), main_place(got).get(level)) for _, want, got in pairs]
    having = [(want, got) for want, got in chains if want]
    return sum(want == got for want, got in having), len(having)


def _too_deep(pairs: list[Triple]) -> tuple[int, int]:
    """A place of a lower level than the reader's, inside it."""
    known = [(_deepest(want), _deepest(got)) for _, want, got in pairs if want]
    return sum(got.startswith(f"{want}/") for want, got in known), len(known)


def _deepest(paths: list[str] | None) -> str:
    return next(reversed(main_place(paths).values()), NOTHING)


def _wrong_subjects(pairs: list[Triple]) -> Listing:
    faults = [(_deepest(want), _deepest(got), page.name) for page, want, got in pairs]
    return confusions("main subject", [fault for fault in faults if fault[0] != fault[1]])
