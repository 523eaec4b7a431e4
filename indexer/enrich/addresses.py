"""Dates in addresses of articles: /2023/09/05/, /2023-09/05/, /2022/0818/, t20230905_123.html, /202305/123.html."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.enrich.dates import Dated, is_believable, make_date
from indexer.enrich.page_view import PageView

_Y, _M, _D = r"(?P<y>(?:19|20)\d{2})", r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_FORMS = (
    re.compile(r"[/_](?P<y>(?:19|20)\d{2})[-/_](?P<m>\d{1,2})[-/_](?P<d>\d{1,2})(?=/|_|\b)"),
    re.compile(rf"/{_Y}[-/]?{_M}[-/]?{_D}/"),
    # The last folder or the file only: dated folders further up hold templates and uploads.
    re.compile(rf"/t?{_Y}-?{_M}-?{_D}(?:_\d+|/[^/]*)?(?:\.\w+)?(?:[?#].*)?$"),
    re.compile(rf"[/_-]{_Y}{_M}{_D}_[\w-]*\.\w+(?:[?#].*)?$"),
    re.compile(rf"/[a-z]{{0,3}}_?{_Y}{_M}{_D}(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{{3,6}})?(?:[._/?#].*)?$"),
)
# The two last figures of the year, before the hour and a key: /25/0208/10/JNS94INM04179HV3.html.
_SHORT = re.compile(rf"/(?P<y>\d\d)/{_M}{_D}/(?:[01]\d|2[0-3])/(?=[A-Z0-9]*[A-Z])[A-Z0-9]{{12,20}}\.html?$")
_ASSET = re.compile(r"picture|upload|/files?/|attach|template|/images?/|_file/", re.IGNORECASE)
_MONTH = re.compile(rf"/{_Y}[-/]?{_M}/")
_FRONT = re.compile(r"^https?://web\.archive\.org/web/\w+/(?=\w)|^\w+:/*|^//")  # an archive's day is not the page's


def address_dates(view: PageView) -> Iterator[Dated]:
    """The day that the page's address holds: given with it, or the one it gives as its own."""
    for address in _addresses(view):
        yield from _days(address, "url", view)


def path_dates(view: PageView) -> Iterator[Dated]:
    """The day in the name of the file. People name files by the day they saved them, so this is weak."""
    yield from _days("/" + view.page.path.rsplit("/", 1)[-1], "path", view)


def address_months(view: PageView) -> Iterator[Dated]:
    """The month that many addresses hold."""
    for address in _addresses(view):
        for match in _MONTH.finditer(address):
            date = make_date(int(match["y"]), int(match["m"]), 1)
            if date and is_believable(date, view.last):
                yield Dated(date, "month", match[0], "url", "month in the address")


def _addresses(view: PageView) -> list[str]:
    """The given address and those in the page's head, without what stands before the host."""
    named = (view.page.url or "", view.page.meta.get("canonical", ""), view.page.meta.get("og:url", ""))
    paths = dict.fromkeys("/" + _FRONT.sub("", _FRONT.sub("", name)) for name in named if name)
    return [path for path in paths if not _ASSET.search(path)]


def _days(address: str, where: str, view: PageView) -> Iterator[Dated]:
    if _ASSET.search(address):
        return
    for form in (*_FORMS, _SHORT):
        for match in form.finditer(address):
            date = make_date(int(match["y"]) + (2000 if form is _SHORT else 0), int(match["m"]), int(match["d"]))
            if date and is_believable(date, view.last):
                yield Dated(date, "day", match[0], where, "date in the address")
