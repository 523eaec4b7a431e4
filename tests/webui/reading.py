"""Reading pages in the tests of the site."""

from __future__ import annotations

from urllib.parse import urlencode

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def page(response: TestResponse, status: int = 200) -> BeautifulSoup:
    """The parsed page of a response with this status."""
    assert response.status_code == status, response.get_data(as_text=True)[:2000]
    return BeautifulSoup(response.get_data(as_text=True), "html.parser")


def search(web: FlaskClient, query: str = "", /, **params: object) -> BeautifulSoup:
    """The search page for a query and parameters (lists are repeated)."""
    state = ([("q", query)] if query else []) + list(params.items())
    return page(web.get(f"/search?{urlencode(state, doseq=True)}", follow_redirects=True))


def text(tag: Tag | None) -> str:
    """The text of a tag in one line."""
    assert tag is not None
    return " ".join(tag.get_text(" ", strip=True).split())


def number(found: str) -> int:
    """The number in a text, whatever parts its digits."""
    return int("".join(filter(str.isdigit, found)))


def titles(soup: BeautifulSoup) -> list[str]:
    """The titles of the hits."""
    return [h.get_text().strip() for h in soup.select(".hit :is(h2, h3)")]


def href(soup: BeautifulSoup | Tag, selector: str) -> str:
    """The address of the first link that a selector finds."""
    link = soup.select_one(selector)
    assert link is not None, selector
    return str(link["href"])


def row(soup: BeautifulSoup, facet: str, label: str) -> Tag:
    """The row of a facet value."""
    for found in soup.select(f".by-{facet} .row"):
        name = found.select_one(".row-label")
        if name is not None and next(iter(name.stripped_strings)) == label:
            return found
    raise AssertionError(f"no {label} in {facet}")


def token(soup: BeautifulSoup) -> str:
    """The CSRF token of a page's first form that has one."""
    field = soup.select_one("input[name=csrf_token]")
    assert field is not None
    return str(field["value"])
