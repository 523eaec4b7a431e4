"""Points of places: every mention counts for a place and all it lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from indexer.enrich.mentions import Mention
from indexer.enrich.surroundings import ACTING, AWAY, OTHER_NAME
from lexicon import Region
from mappings import Evidence

SURE, LIKELY = 3.0, 1.0  # what a mention beyond doubt says of its surroundings: around the text and within it
SEVERAL = 3  # places of one city or province that tell the whole
BREADTH, BREADTH_CAP = 0.7, 3.5  # points for each of them, and at most
OFTEN = 2.0  # how often a weak full name must stand on the page; one in the title is enough


@dataclass
class Tally:
    """Points by region path, each with the mention that gave the most, and the paths that the title names."""

    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    best: dict[str, tuple[float, str, str, str]] = field(default_factory=dict)
    titled: set[str] = field(default_factory=set)
    by_park: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # the part of parks right there
    by_publisher: dict[str, float] = field(
        default_factory=lambda: defaultdict(float)
    )  # of outlet and site, right there
    home: set[str] = field(default_factory=set)  # paths that are named as more than a destination

    def add(self, path: str, points: float, text: str, where: str, rule: str, *, away: bool = False) -> None:
        """Count `points` for the place and its ancestors; `text`, `where` and `rule` are the evidence.

        `away`: the words make it a destination.
        """
        for step in steps_of(path):
            self.points[step] += points
            if not away:
                self.home.add(step)
        if points > self.best.get(path, (0.0, "", "", ""))[0]:
            self.best[path] = (points, text, where, rule)

    def add_mention(self, mention: Mention, path: str, points: float) -> None:
        """Count a mention of the place; one in the title makes it a place of the title, a destination included."""
        if mention.park:
            self.by_park[path] += points
        if mention.zone == "title" and mention.factor >= OTHER_NAME:
            self.titled.update(steps_of(path))
        away = mention.factor <= AWAY * mention.share
        self.add(path, points, mention.name, mention.zone, "place named", away=away)

    def add_breadth(self) -> None:
        """Count for a place that it holds several places of the page: 北票市、凌源市、建平县 are all Chaoyang's."""
        for place in list(self.points):
            inside = sorted(path for path in self.home if path.rpartition("/")[0] == place and path.count("/") > 0)
            if len(inside) >= SEVERAL:
                words = "、".join(path.rsplit("/", 1)[-1] for path in sorted(inside, key=self.best_points)[:SEVERAL])
                self.add(place, min(BREADTH_CAP, BREADTH * len(inside)), words, "body", "places inside it")

    def best_points(self, path: str) -> float:
        """Minus the points of the place's strongest evidence, to put the strongest first."""
        return -self.best.get(path, (0.0, "", "", ""))[0]

    def children(self, parent: str) -> dict[str, float]:
        """The points of the places directly inside one ("" for the provinces), the most first."""
        inside, depth = (f"{parent}/", parent.count("/") + 1) if parent else ("", 0)
        found = {p: v for p, v in self.points.items() if p.startswith(inside) and p.count("/") == depth}
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    def leading(self) -> list[str]:
        """The path with the most points at each level, the deepest first."""
        chain: list[str] = []
        while children := self.children(chain[0] if chain else ""):
            chain.insert(0, next(iter(children)))
        return chain

    def evidence(self, path: str) -> Evidence:
        """The strongest mention of the place or of a place inside it."""
        inside = [p for p in self.best if p == path or p.startswith(path + "/")]
        _, text, where, rule = max((self.best[p] for p in inside), default=(0.0, path, "body", "place named"))
        return Evidence("region", path, text, where, rule)


@lru_cache(maxsize=8192)
def steps_of(path: str) -> tuple[str, ...]:
    """The path and its ancestors, the province first."""
    parts = path.split("/")
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


@dataclass
class Support:
    """What the page says of a place's surroundings: decides among places of one name, and on names that are words."""

    near: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # path -> sure mentions in it
    named: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # path -> how often its weak full name

    @classmethod
    def of(cls, mentions: Iterable[Mention], hinted: Iterable[str]) -> Support:
        """The support that the mentions of a page give, and the places that site and telephone numbers show."""
        support = cls()
        for mention in mentions:
            support._add(mention)
        for step in (step for path in hinted for step in steps_of(path)):
            support.near[step] += SURE
        return support

    def _add(self, mention: Mention) -> None:
        around = mention.zone != "body"
        if mention.path and not mention.vague:
            for step in steps_of(mention.path):
                self.near[step] += (SURE if around else LIKELY) * min(1.0, mention.factor)
        elif mention.path and mention.name == mention.regions[0].name:
            self.named[mention.path] += OFTEN if around or mention.factor >= ACTING else 1.0

    def resolve(self, mention: Mention) -> str | None:
        """The path a mention means: among places of one name, the one whose surroundings the page names most.

        A weak name means its place only where the page names that place's surroundings; without any other sign, a
        name that several places bear means the first in the lexicon's order (吉林 the province, 大同 the city).
        """
        if mention.park:
            return mention.park.path
        if mention.regions[0].level == "province":
            return mention.regions[0].path  # 河北 is never the 河北区 of Tianjin
        best = self._nearest(mention.regions)
        if len(mention.regions) == 1 and best.name == mention.name and self.named[best.path] >= OFTEN:
            return best.path  # 合作市 is also everyday language, but not in a title, and not twice
        if best.is_weak(mention.name) and not (self._nearness(best) if mention.led else self._is_near(best, mention)):
            sure = [r for r in mention.regions if not r.is_weak(mention.name)]
            return sure[0].path if sure else None
        return self._shared(best, mention)

    def _shared(self, best: Region, mention: Mention) -> str | None:
        """The path of the best place, or of what it has in common with others as likely: 山东 for its three 市中区."""
        likely = self._nearness(best)
        equals = [
            r.path
            for r in mention.regions
            if r.level == best.level and self._nearness(r) == likely and mention.name in (r.name, *r.short_names)
        ]
        steps = zip(*(path.split("/") for path in equals or [best.path]), strict=False)
        return "/".join(step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps)) or None

    def _is_near(self, region: Region, mention: Mention) -> bool:
        """Whether the page names the surroundings of a weak name: more than its province, for a word of one place.

        振兴 in a text on 辽宁 is no district of Dandong; 朝阳 there is a name that several places bear.
        """
        if len(mention.regions) > 1 or region.level != "county":
            return self._nearness(region) > 0
        return any(self.near[path] > 0 for path in (region.path, *region.ancestors[1:]))

    def _nearest(self, regions: tuple[Region, ...]) -> Region:
        """The region that the page names most; the first of equals, and the outer of two that lie in each other."""
        best = max(regions, key=self._nearness)
        return next((r for r in regions if best.path.startswith(f"{r.path}/") and self._nearness(r)), best)

    def _nearness(self, region: Region) -> float:
        """How much the page names the place itself, the places it lies in, and nothing else of the name."""
        outer = sum((1 + depth) * self.near[ancestor] for depth, ancestor in enumerate(region.ancestors))
        return 2 * self.near[region.path] + outer
