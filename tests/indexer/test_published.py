"""When a page was published: the order of trust, and what happens when the page contradicts itself."""

from __future__ import annotations

import pytest

from tests.indexer.dated_pages import TITLE, document, html, proof, published, text

META = '<meta name="PubDate" content="2023-05-07 10:20">'
URL = "https://www.yunling.example/xw/202305/t20230508_123.html"
LABEL, SOURCE = "<p>发布时间：2023-05-06</p>", "<p>2023-05-06 10:20 来源：云岭日报</p>"
SIGNED = "<p>云岭市人民政府办公室</p><p>2023年4月28日</p>"


def test_date_year_precision_and_evidence() -> None:
    found = document(text(above="发布时间：2023-05-06 来源：云岭日报"))
    assert (found.published and found.published.isoformat(), found.published_precision) == ("2023-05-06", "day")
    assert found.year == 2023
    [evidence] = [e for e in found.evidence if e.fact == "published"]
    assert vars(evidence) == {
        "fact": "published",
        "value": "2023-05-06",
        "text": "发布时间：2023-05-06",
        "where": "head",
        "rule": "labelled date",
    }


@pytest.mark.parametrize(
    "given",
    [
        "2023-05-05",
        "2023年5月5日",
        "20230505",
        "1683254430",
        "2023-05-05T10:40:30+08:00",
        "Fri, 05 May 2023 02:40:30 GMT",
    ],
)
def test_the_input_goes_first(given: str) -> None:
    page = html(META, LABEL)
    assert published(page, URL, "html", published=given) == "2023-05-05"
    assert proof(page, URL, "html", published=given).where == "input"


@pytest.mark.parametrize("given", ["2029-05-05", "1970-01-01 08:00", "未知"])
def test_an_input_that_cannot_be_is_passed_over(given: str) -> None:
    assert published(text(above="发布时间：2023-05-06"), published=given) == "2023-05-06"


def test_the_visible_label_goes_before_what_the_page_declares() -> None:
    assert published(html(META, LABEL, below=SIGNED), URL, "html") == "2023-05-06"
    assert proof(html(META, LABEL), kind="html").text == "发布时间：2023-05-06 ≠ 2023-05-07 10:20"


def test_meta_tag_before_source_line_before_address_before_signature() -> None:
    assert published(html(META, below=SIGNED), kind="html") == "2023-05-07"
    assert published(html(META, SOURCE.replace("06", "09"), below=SIGNED), kind="html") == "2023-05-07"
    assert published(html(above=SOURCE, below=SIGNED), URL, "html") == "2023-05-06"
    assert published(html(below=SIGNED), URL, "html") == "2023-05-08"
    assert published(html(below=SIGNED), kind="html") == "2023-04-28"


def test_one_against_two_that_agree() -> None:
    page = html(META, SOURCE)
    url = URL.replace("0508", "0506")
    assert published(page, url, "html") == "2023-05-06"
    evidence = proof(page, url, "html")
    assert (evidence.rule, evidence.where) == ("two witnesses against one", "head")
    assert evidence.text == "2023-05-06 10:20 来源：云岭日报 = /t20230506_123.html ≠ 2023-05-07 10:20"


def test_the_date_of_publication_goes_before_that_of_the_document() -> None:
    line = "成文日期：2023-04-28 发布日期：2023-05-06"
    assert published(text(above=line, below="云岭市人民政府\n2023年4月20日")) == "2023-05-06"
    assert published(text(above="成文日期：2023-04-28"), URL) == "2023-05-08"
    assert published(text(above="成文日期：2023-04-28", below="云岭市人民政府\n2023年4月20日")) == "2023-04-28"


def test_the_day_goes_before_the_month_and_the_year() -> None:
    assert published(html('<meta name="PubDate" content="2023">', SOURCE), kind="html") == "2023-05-06"
    assert published(html(below=SIGNED), "https://www.yunling.example/202305/1.html", "html") == "2023-04-28"


def test_a_file_name_is_weaker_than_a_signature() -> None:
    from indexer import RawPage, process

    def made(content: str) -> str | None:
        result = process(RawPage(content, "saved/t20230601_12.html", None, "html")).as_json()  # type: ignore[union-attr]
        return str(result["published"])

    assert made(html(below=SIGNED)) == "2023-04-28"
    assert made(html()) == "2023-06-01"
    assert TITLE in html()
