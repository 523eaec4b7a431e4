"""The page of a document."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlencode

import bibtexparser
import pytest
import rispy
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from search.citation import citation
from tests.webui import reading_site
from tests.webui.reading import href, page, search, text, titles
from tests.webui.site_articles import SCRIPT, document_id

DAMAGED = document_id("pages/damaged.txt")
THEME = document_id("pages/00/0.html")
HOSTILE = document_id("pages/hostile.html")
REPORT = f"/documents/{reading_site.REPORT}"


@pytest.fixture
def report(reader: FlaskClient) -> BeautifulSoup:
    return page(reader.get(REPORT))


def fact(soup: BeautifulSoup, name: str) -> Tag:
    """The row of a fact."""
    rows = {text(row.dt): row for row in soup.select(".fact-list > div")}
    return rows[name]


def target(soup: BeautifulSoup, link: Tag) -> Tag:
    """What a link on the page leads to."""
    found = soup.find(id=str(link["href"]).removeprefix("#"))
    assert isinstance(found, Tag), link
    return found


def test_hits_are_numbered_and_lead_to_one_another(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}?{urlencode({'q': '三抓三促', 'expand': '0'})}"))
    marks = soup.select("mark")
    assert [m["id"] for m in marks] == ["hit-1", "hit-2", "hit-3"]
    assert {m.get_text() for m in marks} == {"三抓三促"}
    assert "命中 3 处" in text(soup.select_one(".hit-nav"))
    addresses = {str(a["href"]) for a in soup.select(".hop a, .hit-nav a")}
    assert addresses == {"#hit-1", "#hit-2", "#hit-3"}
    assert [str(a["href"]) for a in soup.select(".hit-map a")] == ["#hit-1", "#hit-2", "#hit-3"]


def test_marks_and_aids_leave_the_text_as_it_is(web: FlaskClient, reader: FlaskClient) -> None:
    paragraphs = page(web.get(f"/documents/{DAMAGED}?{urlencode({'q': '园区'})}")).select(".body p")
    assert len(paragraphs) == 3
    assert paragraphs[2].get_text() == "园区锚定生物医药、智能终端、新能源新材料三大主导产业，力争总量突破百亿元。"
    soup = page(reader.get(f"{REPORT}?{urlencode({'q': '三抓三促 项目'})}"))
    cells = [" | ".join(cell.get_text() for cell in row.select("td, th")) for row in soup.select(".data tr")]
    blocks = [b.get_text() for b in soup.select(".body > p, .body > h2, .body > h3")]
    assert "\n".join(blocks[:4] + cells + blocks[4:]) == reading_site.BODY
    assert soup.h1 is not None and soup.h1.get_text() == "平凉工业园区2024年“三抓三促”工作报告"


def test_headings_tables_addressee_and_signature_are_what_they_are(report: BeautifulSoup) -> None:
    assert [text(h) for h in report.select(".body h2")] == [
        "一、主要指标",
        "二、项目建设",
        "三、存在问题",
        "四、下一步打算",
    ]
    assert [b.get_text() for b in report.select(".body b.lead")] == ["（一）抓招商引资。", "（二）抓开工投产。"]
    assert [text(h) for h in report.select(".data th[scope=col]")] == ["指标", "单位", "数值"]
    assert [text(c) for c in report.select(".data td.num")] == ["34", "4,719"]
    assert text(report.select_one(".body .number")) == "平工园发〔2024〕7号"
    assert text(report.select_one(".body .address")).endswith("园区各单位：")
    assert [text(p) for p in report.select(".body .signature")] == ["平凉工业园区管理委员会", "2024年3月5日"]


def test_a_long_text_has_an_outline_and_a_short_one_none(report: BeautifulSoup, reader: FlaskClient) -> None:
    links = report.select("nav.outline a")
    assert [text(a) for a in links] == [text(h) for h in report.select(".body h2")]
    assert [target(report, a).name for a in links] == ["h2"] * 4
    assert not page(reader.get("/documents/plain-1")).select(".outline")


def test_each_fact_shows_what_it_was_read_from(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}"))
    published = text(fact(soup, "发布日期"))
    assert "2015年1月3日" in published and "正文前移去的行" in published
    assert "发布时间：2015-01-03" in published and "有标签的日期" in published
    assert "甘肃省 › 平凉市" in text(fact(soup, "地区")) and "标题" in text(fact(soup, "地区"))
    unknown = text(soup.select_one(".unknown"))
    assert "文号" in unknown and "地区" not in unknown


def test_evidence_leads_to_its_words_and_back(report: BeautifulSoup) -> None:
    expected = {"地区": ["平凉"], "园区": ["平凉工业园区"], "行业": ["光伏", "储能"], "文号": ["平工园发〔2024〕7号"]}
    for name, words in expected.items():
        links = fact(report, name).select(".why a")
        assert [target(report, a).get_text() for a in links] == words, name
        assert all(target(report, a)["class"] == ["ev"] for a in links), name
    back = target(report, fact(report, "文号").select(".why a")[0]).find_next_sibling("a", class_="ev-back")
    assert isinstance(back, Tag) and fact(report, "文号").find(id=str(back["href"])[1:]) is not None


def test_of_a_quotation_the_name_that_was_read_is_marked(report: BeautifulSoup) -> None:
    whys = fact(report, "口号").select(".why")
    assert whys[0].q is not None and whys[0].q.get_text() == "产。 “三抓三促”行动开展以来"
    assert [target(report, a).get_text() for a in fact(report, "口号").select(".why a")] == ["三抓三促"] * 2 + [
        "招商引资"
    ]


def test_evidence_inside_evidence_keeps_both(report: BeautifulSoup) -> None:
    """The kind was read from the whole title, the park and the place from a part of it."""
    title = target(report, fact(report, "类型").select(".why a")[0])
    assert title.get_text() == "平凉工业园区2024年“三抓三促”工作报告"
    park = target(report, fact(report, "园区").select(".why a")[0])
    assert title in park.parents and park in target(report, fact(report, "地区").select(".why a")[0]).parents


def test_evidence_that_is_not_in_the_text_leads_to_where_it_is_listed(report: BeautifulSoup) -> None:
    published = target(report, fact(report, "发布日期").select(".why a")[0])
    assert "发布日期：2024-03-05" in text(published) and published.name == "li"
    closed = published.find_parent("details")
    assert closed is not None and closed.has_attr("open")
    for name in ("来源媒体", "网站"):
        assert "不在正文里的依据" in text(target(report, fact(report, name).select(".why a")[0]).find_parent("details"))


def test_every_anchor_exists_once(reader: FlaskClient) -> None:
    for address in (f"{REPORT}?{urlencode({'q': '平凉工业园区 三抓三促 招商引资'})}", "/documents/damaged"):
        soup = page(reader.get(address))
        ids = [str(tag["id"]) for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        wanted = {str(a["href"])[1:] for a in soup.select("a[href^='#']")}
        wanted |= {name for tag in soup.select("[data-places]") for name in str(tag["data-places"]).split()}
        assert wanted <= set(ids), wanted - set(ids)


def test_a_hit_across_evidence_stays_one_hit(reader: FlaskClient) -> None:
    query = urlencode({"q": '"抓招商引资新"'})
    soup = page(reader.get(f"{REPORT}?{query}"))
    marks = soup.select(".body mark")
    assert [(m["id"], m.get_text()) for m in marks] == [("hit-1", "抓招商引资。新")]
    assert marks[0].find_parent(class_="ev") is not None


def test_a_fact_leads_to_the_documents_that_share_it(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}"))
    place = next(a for a in soup.select(".fact a.value") if "平凉市" in a.get_text())
    assert len(titles(page(web.get(str(place["href"]))))) == 5


def test_a_date_is_shown_as_exactly_as_it_is_known(web: FlaskClient) -> None:
    assert "2023年9月" in text(page(web.get(f"/documents/{DAMAGED}")).select_one(".reading .meta"))
    assert "9月1日" not in text(page(web.get(f"/documents/{DAMAGED}")).select_one(".fact-list"))
    year = page(web.get(f"/documents/{document_id('pages/long.html')}")).select_one(".reading time")
    assert text(year) == "2021年"


def test_repairs_and_removed_lines_are_shown(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{DAMAGED}"))
    rows = [[text(td) for td in tr.select("td")] for tr in soup.select(".repairs tbody tr")]
    assert rows[0][0] == "?500" and "没有改" in rows[0][2] and "一个字节已失去" in rows[0][1]
    assert rows[1] == ["平?jīng)龉I(yè)園區(qū)", "平凉工业园区", "很有把握 7.25"]
    removed = [text(d) for d in soup.select(".removed")]
    assert removed[0].startswith("来源与日期行 1 行") and "點擊:次" in removed[0]


def test_what_is_lost_is_marked_with_its_original(reader: FlaskClient) -> None:
    soup = page(reader.get("/documents/damaged"))
    lost = soup.select(".body a.lost")
    assert [a.get_text() for a in lost] == ["⟨?⟩"]
    row = target(soup, lost[0])
    assert "?!⒚赓M(fèi)" in text(row) and "最可能是：、免费" in text(row)
    assert target(soup, row.select("a.lost")[0]) is lost[0]
    assert "有 1 处无法确知" in text(soup.select_one(".notice"))
    assert [text(li) for li in soup.select(".signs li")] == ["產(chǎn) 产", "業(yè) 业 ×2"]


def test_the_original_stands_beside_the_document(reader: FlaskClient) -> None:
    soup = page(reader.get(href(page(reader.get("/documents/damaged")), ".notice a[href*=original]")))
    cut = [text(d) for d in soup.select(".cut-lines")]
    assert cut == ["移去：当前位置 首頁 > 園區(qū)動態(tài)", "移去：页面工具 【打印本頁】"]
    lines = soup.select(".difference-text > p")
    assert lines[0].decode_contents() == ("平<del>?jīng)龉I(yè)</del><ins>凉工业</ins>园区<del>(qū)</del>的小电车")
    assert [text(ins) for ins in lines[1].select("ins")] == ["凉工业", "⟨?⟩ 免费"]
    for aid in soup.select(".difference-text del"):
        aid.decompose()
    stored = reading_site.document_damaged()
    assert [p.get_text() for p in soup.select(".difference-text > p")] == [stored.title, *stored.body.split("\n")]
    assert soup.select_one(".raw pre") is not None


def test_a_document_without_damage_has_no_original(reader: FlaskClient) -> None:
    page(reader.get(f"{REPORT}/original"), 404)
    assert not page(reader.get(REPORT)).select("a[href*=original]")


def test_files_and_pictures_have_addresses_a_browser_may_follow(report: BeautifulSoup) -> None:
    lines = report.select(".materials li")
    links = {text(a): str(a["href"]) for a in report.select(".materials a")}
    assert links == {
        "2024年任务分工表": "https://park.example/2024/03/P020240305.xlsx",
        "园区全景。刘畅 摄": "https://park.example/upload/2024/a.jpg",
    }
    assert text(lines[0]).endswith("XLSX") and "javascript:alert(1)" in text(lines[1])
    assert text(lines[2]) == "没有地址的附件"
    assert all({"noopener", "noreferrer"} <= set(a["rel"]) for a in report.select(".materials a"))


def test_the_source_is_linked_only_where_a_browser_may_go(web: FlaskClient) -> None:
    link = page(web.get(f"/documents/{DAMAGED}")).select_one(".doc-bar a[href^=http]")
    assert link is not None
    assert link["href"] == "https://www.example.net/news/1.html"
    assert {"noopener", "noreferrer"} <= set(link["rel"])
    hostile = page(web.get(f"/documents/{HOSTILE}"))
    assert not [a for a in hostile.select("a[href]") if str(a["href"]).startswith("javascript")]
    assert "javascript:alert(1)" in text(hostile.select_one(".technical"))


def test_nothing_of_a_hostile_document_becomes_markup(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{HOSTILE}?q=%3Cb%3E"))
    assert len(soup.select("script")) == 2 and soup.b is None
    assert soup.h1 is not None and SCRIPT in soup.h1.get_text()
    beside = page(web.get(f"/documents/{HOSTILE}/original"))
    assert len(beside.select("script")) == 1


def test_a_document_without_facts_has_a_page(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{document_id('pages/factless.txt')}"))
    assert text(soup.h1) == "（无标题）"
    assert text(soup.select_one(".unknown")).count("、") == 9
    assert not soup.select(".fact-list")


def test_the_way_back_is_the_whole_search(web: FlaskClient) -> None:
    soup = search(web, "三抓三促", region="甘肃省", sort="oldest")
    document = page(web.get(href(soup, ".hit h2 a")))
    back = page(web.get(href(document, ".doc-bar a")))
    assert titles(back) == titles(soup)


def test_the_list_can_be_read_from_document_to_document(reader: FlaskClient) -> None:
    """Over the border of a page of the list too, and with the place in it shown."""
    soup = search(reader, "招商引资", kind="新闻", sort="oldest", size=10)
    assert titles(soup) == [f"园区招商引资快讯第{n}期" for n in range(1, 8)]
    seen, address = [], href(soup, ".hit h2 a")
    while address:
        read = page(reader.get(address))
        assert read.h1 is not None
        seen.append((read.h1.get_text(), text(read.select_one(".ways-nav .soft"))))
        following = read.select_one(".ways-nav [rel=next]")
        address = str(following["href"]) if following else ""
    assert seen == [(f"园区招商引资快讯第{n}期", f"第 {n} / 7 篇") for n in range(1, 8)]
    assert href(read, ".ways-nav [rel=prev]") == href(soup, ".hits > li:nth-child(6) h2 a")


def test_neighbours_on_other_pages_carry_their_page(web: FlaskClient) -> None:
    soup = search(web, "", sort="oldest", size=10, page=2)
    first = page(web.get(href(soup, ".hit h2 a")))
    assert "第 11 / 44 篇" in text(first.select_one(".ways-nav"))
    assert "page=2" not in href(first, ".ways-nav [rel=prev]")
    tenth = page(web.get(href(first, ".ways-nav [rel=prev]")))
    assert "page=2" in href(tenth, ".ways-nav [rel=next]")
    assert text(page(web.get(href(tenth, ".ways-nav [rel=next]"))).h1) == text(first.h1)


def test_a_document_that_was_not_found_by_the_search_has_no_neighbours(reader: FlaskClient) -> None:
    for address in (REPORT, f"{REPORT}?{urlencode({'q': '快讯'})}", f"{REPORT}?{urlencode({'q': '地区:'})}"):
        assert not page(reader.get(address)).select(".ways-nav")


def test_similar_documents_are_listed_without_itself(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{THEME}"))
    similar = titles(soup)
    assert similar and text(soup.h1) not in similar


def test_documents_with_the_same_text_are_listed_by_date(reader: FlaskClient) -> None:
    soup = page(reader.get("/documents/copy-2"))
    rows = [[text(td) for td in tr.select("td")] for tr in soup.select(".copies tbody tr")]
    assert rows == [
        ["2021年12月1日", "中原经济参考", "河南省 › 郑州市", "把会开到车间里", "看差别 把会开到车间里"],
        ["2021年12月2日", "某某门户", "河南省 › 郑州市", "本篇", ""],
        ["日期未知", "某某论坛", "河南省 › 郑州市", "把会开到车间里", "看差别 把会开到车间里"],
    ]
    notice = text(soup.select_one(".notice"))
    assert "另有 2 篇" in notice and "2021年12月1日，中原经济参考" in notice
    assert "本篇最早" in text(page(reader.get("/documents/copy-1")).select_one(".notice"))
    assert not page(reader.get(REPORT)).select("#copies")


def test_what_differs_between_two_of_them(reader: FlaskClient) -> None:
    soup = page(reader.get("/documents/copy-2"))
    first, last = (page(reader.get(str(a["href"]))) for a in soup.select("a.compare"))
    assert [text(d) for d in first.select(".difference-text del")] == ["河南："]
    assert not first.select(".difference-text ins") and "100%" in text(first.select_one(".difference"))
    assert [ins.get_text().strip("（）") for ins in last.select(".difference-text > p ins")] == ["本报记者 刘畅"]
    assert text(last.select_one(".unchanged summary")).startswith("相同的")
    assert [text(a) for a in last.select(".compared a")] == ["河南：把会开到车间里", "把会开到车间里"]
    turned = page(reader.get(href(last, ".doc-bar .tools-end a")))
    assert [d.get_text().strip("（）") for d in turned.select(".difference-text > p del")] == ["本报记者 刘畅"]
    assert "两篇的文字相同" in text(page(reader.get("/documents/copy-1/compare/copy-1")).select_one(".difference"))


def test_each_copy_stands_in_the_list_where_its_text_does(reader: FlaskClient) -> None:
    """The list shows one of them; whichever is open, the neighbours are those of the list."""
    listed = search(reader, "", kind="新闻", sort="newest")
    assert len(titles(listed)) == 9
    state = "?kind=%E6%96%B0%E9%97%BB&sort=newest"
    for number in (1, 2, 3):
        soup = page(reader.get(f"/documents/copy-{number}{state}"))
        assert text(soup.select_one(".ways-nav .soft")).endswith("/ 9 篇")
        assert href(soup, ".ways-nav [rel=next]") == f"/documents/plain-7{state}"
        assert href(soup, ".ways-nav [rel=prev]") == f"/documents/damaged{state}"


@pytest.mark.parametrize("rest", ["", "/original", "/cite?format=ris", "/compare/nothing"])
@pytest.mark.parametrize("address", ["/documents/nothing", "/documents/%3Cscript%3E", "/documents/..%2f..%2fetc"])
def test_an_unknown_document_is_not_found(web: FlaskClient, address: str, rest: str) -> None:
    page(web.get(address + rest), 404)


def test_a_query_that_cannot_be_read_marks_nothing(web: FlaskClient) -> None:
    assert not page(web.get(f"/documents/{DAMAGED}?{urlencode({'q': '地区:'})}")).select("mark")


def test_what_machines_read_of_the_page(report: BeautifulSoup) -> None:
    found: dict[str, list[str]] = {}
    for tag in report.select("meta[name][content]"):
        found.setdefault(str(tag["name"]), []).append(str(tag["content"]))
    title = "平凉工业园区2024年“三抓三促”工作报告"
    assert found["citation_title"] == found["DC.title"] == [title]
    assert found["citation_author"] == found["DC.creator"] == ["李晓梅"]
    assert found["citation_publication_date"] == ["2024/03/05"] and found["DC.date"] == ["2024-03-05"]
    assert found["citation_publisher"] == found["DC.publisher"] == ["平凉工业园区"]
    assert found["citation_technical_report_number"] == ["平工园发〔2024〕7号"]
    assert found["citation_public_url"] == found["DC.identifier"] == [reading_site.ADDRESS]
    assert found["DC.type"] == ["report"]
    assert found["DC.subject"] == ["平凉工业园区", "新能源", "三抓三促", "招商引资"]
    assert report.select_one("link[rel='schema.DC'][href='http://purl.org/dc/elements/1.1/']") is not None


def test_what_zotero_reads_of_the_page(report: BeautifulSoup) -> None:
    [span] = report.select("span.Z3988")
    assert "+" not in str(span["title"])  # Zotero's reader does not take it for a blank in every place
    pairs = parse_qs(str(span["title"]), strict_parsing=True)
    assert pairs["ctx_ver"] == ["Z39.88-2004"] and pairs["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
    assert pairs["rft.title"] == ["平凉工业园区2024年“三抓三促”工作报告"]
    assert (pairs["rft.au"], pairs["rft.source"]) == (["李晓梅"], ["平凉工业园区"])
    assert (pairs["rft.date"], pairs["rft.identifier"]) == (["2024-03-05"], [reading_site.ADDRESS])
    assert (pairs["rft.type"], pairs["rft.language"]) == (["report"], ["zh-CN"])


def test_a_date_known_by_its_month_is_no_day_to_machines(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{DAMAGED}"))
    assert soup.select_one("meta[name='citation_publication_date'][content='2023/09']") is not None
    assert "rft.date=2023-09&" in str(soup.select("span.Z3988")[0]["title"])


def test_an_address_that_is_none_is_kept_from_machines(web: FlaskClient) -> None:
    soup = page(web.get(f"/documents/{HOSTILE}"))
    assert not soup.select("meta[name='citation_public_url']")
    assert "rft.identifier" not in str(soup.select("span.Z3988")[0]["title"])


def test_the_reference_as_a_file(reader: FlaskClient) -> None:
    ris = reader.get(f"{REPORT}/cite?format=ris")
    assert ris.headers["Content-Disposition"] == "attachment; filename=parknews-report.ris"
    assert ris.mimetype == "application/x-research-info-systems"
    [record] = rispy.loads(ris.get_data(as_text=True))
    assert (record["type_of_reference"], record["authors"]) == ("RPRT", ["李晓梅"])
    assert (record["date"], record["urls"]) == ("2024/03/05/", [reading_site.ADDRESS])
    bibtex = reader.get(f"{REPORT}/cite?format=bibtex")
    [entry] = bibtexparser.parse_string(bibtex.get_data(as_text=True)).entries
    assert entry.key == "parknews:report" and entry.fields_dict["date"].value == "2024-03-05"
    assert "filename=parknews-report.bib" in bibtex.headers["Content-Disposition"]
    line = reader.get(f"{REPORT}/cite?format=gbt7714").get_data(as_text=True)
    today = dt.date.today().isoformat()
    assert line == (
        "李晓梅. 平凉工业园区2024年“三抓三促”工作报告: 平工园发〔2024〕7号[EB/OL]. "
        f"(2024-03-05)[{today}]. {reading_site.ADDRESS}."
    )


def test_the_page_shows_the_references_it_offers(report: BeautifulSoup, reader: FlaskClient) -> None:
    for name in ("gbt7714", "bibtex", "ris"):
        shown = report.select_one(f"#cite-{name}")
        assert shown is not None
        file = reader.get(href(report, f".cite-section a[href*='format={name}']")).get_data(as_text=True)
        assert shown.get_text().split() == file.split()


def test_an_unknown_format_is_the_visitors_mistake(reader: FlaskClient) -> None:
    assert "gbt7714、bibtex、ris" in text(page(reader.get(f"{REPORT}/cite?format=mla"), 400))


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            {"outlet": "兰州日报", "published": "2023-09-05", "published_precision": "day", "url": "https://a.cn/1"},
            "兰州日报. 题[EB/OL]. (2023-09-05)[2026-01-02]. https://a.cn/1.",
        ),
        ({"site": "a.cn", "published": "2023-09-01", "published_precision": "month"}, "a.cn. 题[Z]. 2023-09."),
        ({"published": "2023-01-01", "published_precision": "year"}, "题[Z]. 2023."),
        ({"url": "javascript:1"}, "题[Z]."),
        ({"document_number": "甘政发〔2023〕1号"}, "题: 甘政发〔2023〕1号[Z]."),
        ({"author": "李晓梅", "outlet": "兰州日报"}, "李晓梅. 题[Z]."),
    ],
)
def test_citation_after_the_standard(facts: dict[str, str], line: str) -> None:
    assert citation("题", facts, dt.date(2026, 1, 2)) == line
