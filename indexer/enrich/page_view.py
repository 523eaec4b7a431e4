"""A page as the rules of its date see it: its lines by place, when it was saved, by which calendar it counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.enrich.dates import DATE, DateRead, read_date
from indexer.enrich.material import Material
from indexer.enrich.saved import read_moment, saved_note
from indexer.page import host_of
from mappings import fold, is_traditional

NEAR_HEAD = 40  # lines above the text in which it says when it was published; further up are menus and other pages
NEAR_FOOT = 10  # the same below it, up to the first comment or related page
LEADING = 30  # short lines above the first running text that cleaning left in it, at most
FIRST_PARAGRAPHS = 6  # of the text, in which sources and tables of facts can stand
LAST_PARAGRAPHS = 3
SHORT = 200  # characters of a line that can be a source line or a row of facts
CHRONICLE = 2  # lines of a text that are dates, one of which may be its signature

_RUNNING = re.compile(r"^(?=.{40})[^\n]*[。！？；，]|[。！？；]$")
_ENDS_FOOT = re.compile(
    r"(?<!查看)评论|回复|相关(?:新闻|阅读|文章|链接|推荐|报道|信息|内容)|推荐|热门|热点|排行|上一[篇条页]|下一[篇条页]|最新|点击榜"
)
_DATE_ALONE = re.compile(rf"\W*{DATE}\W*")
_ROC_NAMED = re.compile(r"民国\s*(?:\d{2,3}|[〇○零一二三四五六七八九十百]{2,5})\s*年")
_ROC_LABELLED = re.compile(
    r"(?:日\s*期|时\s*间)[\s:：|\[【(（]{0,6}1\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\d)"
)


@dataclass(frozen=True)
class PageView:
    """A page and today, the day after which nothing can have been published."""

    page: Material
    today: dt.date

    def read(self, text: str) -> DateRead | None:
        """The first believable date of a text, read as this page writes dates."""
        return read_date(text, self.last, roc=self.counts_by_republic)

    @cached_property
    def _saved(self) -> tuple[dt.datetime | None, bool, str]:
        note = self.page.hints.crawled or saved_note(self.page)
        return (*read_moment(note, self.today), note)

    @property
    def saved(self) -> dt.datetime | None:
        """When the page was fetched, in China's time: what 昨天 and 3小时前 are counted from."""
        return self._saved[0]

    @property
    def saved_to_the_hour(self) -> bool:
        """Whether the time of day of saving is known."""
        return self._saved[1]

    @property
    def saved_words(self) -> str:
        """The words that say when the page was fetched."""
        return self._saved[2]

    @property
    def last(self) -> dt.date:
        """The last day that can be that of publication: a saved page was there when it was saved."""
        return min(self.today, self.saved.date()) if self.saved else self.today

    @cached_property
    def markup(self) -> str:
        """The markup with its Latin letters in lower case, in which names are looked for; "" for bare text."""
        # As bytes: str.lower looks up every Chinese character, and may make a text longer.
        return (self.page.html or "").encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")

    @cached_property
    def head(self) -> list[str]:
        """The folded lines above the text, the nearest last."""
        return [fold(line) for line in self.page.head[-NEAR_HEAD:]]

    @cached_property
    def lines(self) -> list[str]:
        """The folded paragraphs of the text."""
        return self.page.key.split("\n")

    @cached_property
    def lead(self) -> list[str]:
        """The short lines above the first running text, where cleaning took the head of the page for text."""
        first = next((i for i, line in enumerate(self.lines[:LEADING]) if _RUNNING.search(line)), 0)
        return [] if self.is_chronicle else self.lines[:first]

    @cached_property
    def first(self) -> list[str]:
        """The lead, and the short ones among the first paragraphs."""
        return [line for line in self.lines[: max(FIRST_PARAGRAPHS, len(self.lead))] if len(line) <= SHORT]

    @cached_property
    def end(self) -> list[str]:
        """The short ones among the last paragraphs."""
        return [line for line in self.lines[FIRST_PARAGRAPHS:][-LAST_PARAGRAPHS:] if len(line) <= SHORT]

    @cached_property
    def foot(self) -> list[str]:
        """The folded lines below the text, up to comments and other pages."""
        foot = [fold(line) for line in self.page.foot[:NEAR_FOOT]]
        return foot[: next((i for i, line in enumerate(foot) if _ENDS_FOOT.search(line)), len(foot))]

    @property
    def zones(self) -> Iterator[tuple[list[str], str]]:
        """The lines that may say when the page was published, the nearest to the text first, and where they stand."""
        yield self.head[::-1], "head"
        yield self.first, "body"
        yield self.foot, "foot"
        yield self.end, "body"

    @cached_property
    def is_chronicle(self) -> bool:
        """Whether several lines of the text are dates: the days it tells of, one by one."""
        return sum(1 for line in self.lines if len(line) < 24 and _DATE_ALONE.fullmatch(line)) > CHRONICLE

    @cached_property
    def counts_by_republic(self) -> bool:
        """Whether years without a name are the Republic's: on Taiwan's sites, and where a traditional page says so."""
        if (host_of(self.page.url) or "").endswith(".tw"):
            return True
        near = "\n".join([*self.head, *self.lines[:FIRST_PARAGRAPHS], *self.foot])
        if not (_ROC_LABELLED.search(near) or _ROC_NAMED.search(self.page.key)):
            return False
        return is_traditional(f"{self.page.title or ''}\n{self.page.body[:2000]}")

    def has_year(self, year: int) -> bool:
        """Whether the page writes this year anywhere, its markup included."""
        texts = (self.page.key, self.page.url or "", self.page.html or "", *self.head, *self.foot)
        return any(str(year) in text for text in texts)
