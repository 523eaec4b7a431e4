"""Exports read back with other people's readers: complete, in order, harmless."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bibtexparser
import openpyxl
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from elasticsearch import Elasticsearch

from engine import Settings, UserError
from mappings import Document
from search import Question, Searcher
from search.export import COLUMNS, FORMATS, About
from search.export.row import LISTS, cell
from search.export.tables import GUARD, guarded
from search.export.xlsx import LONGEST_CELL, write_xlsx
from search.frozen import PAGE
from tests.search.conftest import MakeSearcher, document, index

ROOT = Path(__file__).parents[2]
HOSTILE = "=cmd|' /C calc'!A0"
STRANGE = r"{50%} & #1_a~b^c $5 \x }{ @misc{a, 100℃"
LONG = "三抓三促，抓好落实。\n" * 7000 + "😀" * 40_000  # more than two cells can hold
FACTS: dict[str, Any] = {
    "outlet": "甘肃日报",
    "site": "example.org",
    "published": dt.date(2023, 9, 5),
    "published_precision": "day",
    "region": ("甘肃省", "甘肃省/平凉市"),
    "region_code": ("620000", "620800"),
    "park": ("平凉工业园区",),
    "industry": ("新能源", "新材料"),
    "slogan": ("三抓三促",),
    "kind": "政策",
    "document_number": "平政发〔2023〕1号",
    "url": "https://example.org/a_b?c=1&d={x}#é",
}


def documents() -> Iterator[Document]:
    """Documents whose values are a trial for every format, and enough others for several pages."""
    yield document("plain", "以三抓三促为抓手。\n第二段", "三抓三促在平凉", **FACTS)
    month = {"published": dt.date(2022, 3, 1), "published_precision": "month", "url": "javascript:alert(1)"}
    yield document("formula", HOSTILE + "三抓三促", HOSTILE, outlet="@SUM(1)", site="-2+3", **month)
    yield document("strange", f"三抓三促 {STRANGE}", STRANGE, outlet=STRANGE, document_number="a,b}", slogan=("a|b",))
    yield document("a,b} é", "三抓三促", "", published=dt.date(2021, 1, 1), published_precision="year")
    yield document("old", "以「三抓三促」行動為抓手，產業園區發展經濟。", "產業園區：三抓三促", site="example.net")
    yield document("long", LONG, "长")
    for number in range(PAGE + 30):
        # Many of one date: the order must not depend on where a page of the reading ends.
        date = dt.date(2020, 1, 1 + number % 3) if number % 5 else None
        yield document(f"n{number:04}", f"三抓三促第{number}号", "招商引资", kind="新闻", published=date)


@pytest.fixture(scope="module")
def searcher(client: Elasticsearch, module_settings: Settings) -> Iterator[Searcher]:
    index(client, module_settings, documents())
    yield Searcher(client, module_settings)


def exported(searcher: Searcher, file_format: str, question: Question, **options: bool) -> bytes:
    return b"".join(searcher.export(question, file_format, **options))


def read_csv(content: bytes) -> list[dict[str, str]]:
    """As a reader that knows of the BOM; the guards taken off again."""
    lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [
        {k: v.removeprefix(GUARD) if v == guarded(v.removeprefix(GUARD)) else v for k, v in r.items()} for r in lines
    ]


def read_jsonl(content: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    first, *rows = [json.loads(line) for line in content.decode().removesuffix("\n").split("\n")]
    assert set(first) == {"export"}
    return first["export"], rows


def read_xlsx(content: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [c for sheet in book for row in sheet for c in row]
    assert not [c for c in cells if c.data_type == "f" or c.hyperlink]
    return {sheet.title: [[c.value for c in row] for row in sheet] for sheet in book}


def on_pages(searcher: Searcher, question: Question) -> list[str]:
    """The ids on all pages of the search page."""
    answers = [searcher.search(question.change(page=1, size=500))]
    answers += [searcher.search(question.change(page=page, size=500)) for page in range(2, answers[0].pages + 1)]
    return [hit.id for answer in answers for hit in answer.hits]


QUESTIONS = (
    Question(),
    Question("三抓三促"),
    Question('"三抓三促" 招商引资', sort="newest"),
    Question("三抓三促", sort="oldest", kind=("新闻",), year=("2019-2021", "未知")),
    Question("第7号 第8号 没有的词", match="auto"),
    Question("怎样把没有的词和产业园区发展起来呢请问"),
    Question("产业", region=("甘肃省",)),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_all_hits_of_the_search_page_in_its_order(searcher: Searcher, question: Question) -> None:
    about, rows = read_jsonl(exported(searcher, "jsonl", question, with_body=False))
    answer = searcher.search(question)
    assert [row["id"] for row in rows] == on_pages(searcher, question)
    assert about["documents"] == len(rows) == answer.total
    assert about["notes"] == list(answer.notes)
    matched = {hit.id: hit.matched for hit in answer.hits}
    assert {row["id"]: row["matched"] for row in rows if row["id"] in matched} == matched


def test_there_is_more_than_one_page_to_read(searcher: Searcher) -> None:
    assert searcher.export(QUESTIONS[0], "jsonl").about.documents == PAGE + 36


@pytest.mark.parametrize("with_body", [True, False])
def test_the_tables_hold_every_value(searcher: Searcher, with_body: bool) -> None:
    question = Question("三抓三促")
    columns = [c for c in COLUMNS if with_body or c != "body"]
    files = {name: exported(searcher, name, question, with_body=with_body) for name in ("csv", "xlsx", "jsonl")}
    rows = read_jsonl(files["jsonl"])[1]
    assert all(list(row) == columns for row in rows)
    lines = read_csv(files["csv"])
    assert [{c: line[c] for c in columns} for line in lines] == [{c: cell(row[c]) for c in columns} for row in rows]
    sheets = read_xlsx(files["xlsx"])
    header, *cells = sheets["documents"]
    assert header == columns and len(cells) == len(rows)
    more = {(i, column): "" for i, column, _, _ in sheets["continued"][1:]}
    for i, column, _, text in sheets["continued"][1:]:
        more[i, column] += text
    for row, values in zip(rows, cells, strict=True):
        whole = {c: f"{v or ''}{more.get((row['id'], c), '')}" for c, v in zip(columns, values, strict=True)}
        assert whole == {c: cell(row[c]) for c in columns}
    assert bool(more) == with_body


def test_the_values_are_those_of_the_documents(searcher: Searcher) -> None:
    rows = {row["id"]: row for row in read_jsonl(exported(searcher, "jsonl", Question("三抓三促")))[1]}
    for original in documents():
        row = rows[original.id]
        facts = original.as_json() | {"precision": original.published_precision, "title": original.title or ""}
        assert {c: row[c] for c in COLUMNS if c != "matched"} == {
            c: list(facts[c]) if c in LISTS else facts[c] for c in COLUMNS if c != "matched"
        }
        assert row["matched"] == "phrase"


def test_no_cell_is_a_formula(searcher: Searcher) -> None:
    content = exported(searcher, "csv", Question("=三抓三促", year=("2022",)))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    cells = [value for line in lines for value in line]
    assert f"'{HOSTILE}" in cells and "'=三抓三促" in cells
    assert not [value for value in cells if value[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''@"])
def test_a_guard_can_be_taken_off(text: str) -> None:
    assert guarded(text) == GUARD + text
    assert guarded("a=1") == "a=1" and guarded("'a") == "'a"


def test_what_the_file_is_about_stands_in_it(searcher: Searcher, module_settings: Settings) -> None:
    question = Question("三抓三促", kind=("新闻",), sort="newest", match="all", size=50, page=2)
    about = searcher.export(question, "csv").about
    assert about.filter_text == "kind=新闻; match=all; sort=newest"
    assert re.fullmatch(rf"parknews-{module_settings.collection}-articles-\d+-[0-9a-f]{{8}}-\d+", about.index)
    wanted = ["三抓三促", "kind=新闻; match=all; sort=newest", str(PAGE + 30), about.index]
    for name in FORMATS:
        content = exported(searcher, name, question)
        text = json.dumps(read_xlsx(content), ensure_ascii=False) if name == "xlsx" else content.decode()
        if name == "jsonl":
            stored = read_jsonl(content)[0]
            assert stored["filters"] == {"kind": ["新闻"], "match": "all", "sort": "newest"}
            assert dt.datetime.fromisoformat(stored["date"]).tzinfo is not None
            assert (stored["collection_size"], stored["contract_version"]) == (PAGE + 36, about.contract_version)
            wanted = [part for part in wanted if "; " not in part]
        assert all(part in text for part in wanted), name
        wanted = ["三抓三促", "kind=新闻; match=all; sort=newest", str(PAGE + 30), about.index]
    line = read_csv(exported(searcher, "csv", question))[-1]
    assert (line["export_query"], line["export_documents"]) == ("三抓三促", str(PAGE + 30))


def test_ris(searcher: Searcher) -> None:
    records = rispy.loads(exported(searcher, "ris", Question("三抓三促")).decode())
    assert len(records) == PAGE + 36
    by_id = {record["id"]: record for record in records}
    plain = by_id["plain"]
    assert plain["type_of_reference"] == "GOVDOC"
    assert (plain["title"], plain["authors"], plain["year"]) == ("三抓三促在平凉", ["甘肃日报"], "2023")
    assert plain["date"] == "2023/09/05/"
    assert plain["urls"] == [FACTS["url"]]
    assert plain["keywords"] == ["甘肃省/平凉市", "平凉工业园区", "新能源", "新材料", "三抓三促", "政策"]
    assert by_id["formula"]["date"] == "2022/03//" and "urls" not in by_id["formula"]
    assert by_id["a,b} é"]["date"] == "2021///" and by_id["a,b} é"]["title"] == "（无标题）"
    assert by_id["strange"]["title"] == STRANGE


def test_bibtex(searcher: Searcher) -> None:
    library = bibtexparser.parse_string(
        exported(searcher, "bibtex", Question("三抓三促")).decode(), append_middleware=[LatexDecodingMiddleware()]
    )
    assert not library.failed_blocks and len(library.comments) == 1
    entries = {entry.key: entry for entry in library.entries}
    assert len(entries) == PAGE + 36
    plain = entries["parknews:plain"].fields_dict
    assert plain["title"].value.strip("{}") == "三抓三促在平凉" and plain["author"].value.strip("{}") == "甘肃日报"
    assert (plain["date"].value, plain["year"].value, plain["month"].value) == ("2023-09-05", "2023", "9")
    strange = entries["parknews:strange"].fields_dict
    # Braces come as full-width ones; the reader has a circumflex of its own.
    assert strange["title"].value.replace("ˆ", "^") == STRANGE.replace("{", "｛").replace("}", "｝")
    assert strange["number"].value == "a,b｝"
    assert [key for key in entries if re.fullmatch(r"parknews:a-b-+[0-9a-f]{8}", key)]


def test_addresses_in_bibtex_stay_whole(searcher: Searcher) -> None:
    library = bibtexparser.parse_string(exported(searcher, "bibtex", Question("三抓三促", kind=("政策",))).decode())
    [entry] = library.entries
    assert entry.fields_dict["url"].value == "https://example.org/a_b?c=1&d=%7Bx%7D#é"


def test_the_reference_list(searcher: Searcher) -> None:
    content = exported(searcher, "gbt7714", Question("三抓三促")).decode("utf-8-sig")
    head, _, body = content.partition("\r\n\r\n")
    lines = body.removesuffix("\r\n").split("\r\n")
    assert [int(re.match(r"\[(\d+)\] ", line)[1]) for line in lines] == list(range(1, PAGE + 37))  # type: ignore[index]
    today = dt.date.today().isoformat()
    assert any(
        line.endswith(f"甘肃日报. 三抓三促在平凉: 平政发〔2023〕1号[EB/OL]. (2023-09-05)[{today}]. {FACTS['url']}.")
        for line in lines
    )
    assert head.startswith("检索：三抓三促\r\n筛选：无\r\n")


@pytest.mark.parametrize("file_format", FORMATS)
def test_nothing_that_breaks_a_file_gets_in(file_format: str) -> None:
    """Straight through the writer: an index cannot hold such text, an argument of a command can."""
    evil = "a\ud800b\x00\x0b\ufffe\u2028c\r\nTY  - NEWS\r\nER  - \n@misc{x"
    about = About(Question(evil, region=(evil,)), "main", "i", "1-a", dt.datetime.now().astimezone(), 1, 1, (evil,))
    row = dict.fromkeys(COLUMNS, evil) | {name: [evil] for name in LISTS} | {"year": 2023, "url": f"http://a/{evil}"}
    content = b"".join(FORMATS[file_format].write(about, COLUMNS, [row]))
    match file_format:
        case "csv":
            assert len(read_csv(content)) == 1
        case "jsonl":
            assert read_jsonl(content)[1][0]["title"].startswith("ab")
        case "xlsx":
            assert len(read_xlsx(content)["documents"]) == 2
        case "ris":
            assert [r["title"] for r in rispy.loads(content.decode())] == ["ab c TY - NEWS ER - @misc{x"]
        case "bibtex":
            library = bibtexparser.parse_string(content.decode())
            assert (len(library.entries), library.failed_blocks) == (1, [])
        case _:
            assert content.decode("utf-8-sig").count("\n[") == 1


def test_a_cell_never_ends_inside_a_character() -> None:
    about = About(Question(), "main", "i", "1-a", dt.datetime.now().astimezone(), 1, 1)
    row = dict.fromkeys(COLUMNS) | {"id": "1", "body": "a" + "😀" * LONGEST_CELL, **{name: [] for name in LISTS}}
    sheets = read_xlsx(b"".join(write_xlsx(about, ("id", "body"), [row])))
    pieces = [sheets["documents"][1][1], *(line[3] for line in sheets["continued"][1:])]
    assert "".join(pieces) == row["body"]
    assert all(len(piece.encode("utf-16-le")) <= 2 * LONGEST_CELL for piece in pieces)
    assert [line[2] for line in sheets["continued"][1:]] == [2, 3]


def test_an_unknown_format_is_refused(searcher: Searcher) -> None:
    with pytest.raises(UserError, match="csv、xlsx、jsonl、ris、bibtex、gbt7714"):
        searcher.export(Question(), "pdf")


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_collection_without_anything_gives_an_empty_file(
    client: Elasticsearch, collection_settings: Settings, file_format: str
) -> None:
    export = Searcher(client, collection_settings).export(Question("三抓"), file_format)
    assert export.about.documents == 0
    assert b"".join(export)


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "parknews.py"), "export", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120)


def test_the_command(make_searcher: MakeSearcher, engine_environment: dict[str, str], tmp_path: Path) -> None:
    make_searcher(
        [document("a", "三抓三促", kind="新闻"), document("b", "三抓三促", kind="政策"), document("c", "别的")]
    )
    done = run(engine_environment, "三抓三促", "--kind", "政策", "--format", "csv", "--no-body")
    assert done.returncode == 0, done.stderr.decode()
    [line] = read_csv(done.stdout)
    assert line["id"] == "b" and "body" not in line
    target = tmp_path / "out.xlsx"
    assert run(engine_environment, "", "--format", "xlsx", "-o", str(target)).returncode == 0
    assert len(read_xlsx(target.read_bytes())["documents"]) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a", "--format", "pdf"], "pdf"),
        (["地区:", "--format", "csv"], "地区"),
        (["a", "--format", "csv", "--year", "abc"], "abc"),
        (["a", "--format", "csv", "-o", "/no/such/folder/a.csv"], "无法写入"),
    ],
)
def test_the_command_refuses_in_one_sentence(
    make_searcher: MakeSearcher, engine_environment: dict[str, str], arguments: list[str], said: str
) -> None:
    make_searcher([document("a", "a")])
    done = run(engine_environment, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode() and done.stderr.count(b"\n") == 1


def test_a_reader_that_has_seen_enough(make_searcher: MakeSearcher, engine_environment: dict[str, str]) -> None:
    make_searcher(document(f"{n:03}", "招商引资" * 2000) for n in range(120))
    command = [sys.executable, str(ROOT / "parknews.py"), "export", "", "--format", "jsonl"]
    process = subprocess.Popen(command, env=engine_environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    assert "export" in json.loads(process.stdout.readline())
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) == 0
    assert "Traceback" not in said and "Exception" not in said
