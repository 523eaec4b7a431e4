"""Chinese and English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from tests.webui.reading import page, text
from tests.webui.site_articles import document_id

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "webui"
ROOMS = ("webui", "search", "engine")  # whose sentences reach a page
CATALOGUE = FOLDER / "translations/en/LC_MESSAGES/messages.po"
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "Message": None}
KEYWORDS |= dict.fromkeys(("UserError", "QueryError", "NotFoundError", "EngineUnavailable", "ContractMismatch"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")
# Names of our own and words that are searched for stay Chinese on an English page; all else of the frame is English.
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def used() -> set[str]:
    methods = [("**.py", "python"), ("templates/**.html", "jinja2")]
    found = [m[2] for room in ROOMS for m in extract_from_dir(str(ROOT / room), method_map=methods, keywords=KEYWORDS)]
    return {message[0] if isinstance(message, tuple) else message for message in found}


def strings(catalogue: Catalog) -> dict[str, list[str]]:
    """The translations by the Chinese string; several where English tells one from many."""
    plain = {m.id[0] if isinstance(m.id, tuple | list) else m.id: m.string for m in catalogue if m.id}
    return {name: list(value) if isinstance(value, tuple | list) else [value] for name, value in plain.items()}


def test_every_string_is_translated_and_no_other(catalogue: Catalog) -> None:
    assert set(strings(catalogue)) == used()


def test_translations_keep_the_placeholders(catalogue: Catalog) -> None:
    for asked, translations in strings(catalogue).items():
        for given in translations:
            assert given, asked
            assert sorted(PLACEHOLDER.findall(given)) == sorted(PLACEHOLDER.findall(asked)), asked


def test_the_compiled_catalogue_is_the_written_one(catalogue: Catalog) -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert strings(compiled) == strings(catalogue)


def test_no_chinese_outside_the_catalogue_in_templates() -> None:
    for template in (FOLDER / "templates").glob("*.html"):
        source = template.read_text(encoding="utf-8")
        source = re.sub(r'n?gettext\("[^"]*"(, "[^"]*")?|_\(["\'][^"\']*["\']', "", source)
        source = re.sub(r"<a .*hreflang=.*", "", source)  # the name of the other language
        assert not HAN.search(source), (template.name, HAN.search(source))


def test_the_switch_is_kept_and_leaves_the_address_alone(web: FlaskClient) -> None:
    response = web.get("/search?q=a&lang=en&sort=newest")
    assert (response.status_code, response.location) == (302, "/search?q=a&sort=newest")
    soup = page(web.get(response.location))
    assert soup.html is not None and soup.html["lang"] == "en"
    assert "Saved searches" in text(soup.select_one(".top-nav"))
    switch = soup.select_one(".top-nav a[hreflang]")
    assert switch is not None and "lang=zh" in str(switch["href"])
    assert "保存的检索" in text(page(web.get(str(switch["href"]), follow_redirects=True)).select_one(".top-nav"))


def test_an_unknown_language_is_left_alone(web: FlaskClient) -> None:
    soup = page(web.get("/help?lang=tlh", follow_redirects=True))
    assert soup.html is not None and soup.html["lang"] == "zh-Hans"


def test_an_english_page_has_no_chinese_frame(web: FlaskClient) -> None:
    web.get("/?lang=en")
    addresses = (
        "/",
        "/search?kind=%E6%8A%A5%E5%91%8A",
        "/links",
        "/concordance?q=三抓三促",
        "/trend?q=三抓三促&also=园区",
        "/places?q=三抓三促",
        "/companions?q=三抓三促",
        "/values?facet=kind",
        "/corpus",
        f"/documents/{document_id('pages/damaged.txt')}",
        "/nothing",
    )
    for address in addresses:
        soup = page(web.get(address, follow_redirects=True), 404 if address == "/nothing" else 200)
        for tag in soup.select(
            "[lang='zh-Hans'], .syntax-table, .legend-off, .brand, title, .foot, .chip, .tag, input, .kind"
        ):
            tag.decompose()
        assert not HAN.search(soup.get_text()), (address, [t for t in soup.stripped_strings if HAN.search(t)])


def test_dates_and_numbers_follow_the_language(web: FlaskClient) -> None:
    address = f"/documents/{document_id('pages/00/0.html')}"
    assert "2015年1月3日" in text(page(web.get(address)).select_one(".reading time"))
    web.get("/?lang=en")
    assert text(page(web.get(address)).select_one(".reading time")) == "Jan 3, 2015"
    month = page(web.get(f"/documents/{document_id('pages/damaged.txt')}")).select_one(".reading time")
    assert text(month) == "Sep 2023"


def test_english_counts_one_and_many(web: FlaskClient) -> None:
    web.get("/?lang=en")
    assert "1 document" in text(page(web.get("/search?kind=%E5%85%AC%E5%91%8A")).select_one(".total"))
    assert "44 documents" in text(page(web.get("/search")).select_one(".total"))
