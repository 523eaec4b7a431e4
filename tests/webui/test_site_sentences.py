"""Sentences of the engine and the search: each can be said in English, and is where it reaches a page."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine import UserError
from engine.message import Message
from search import query_help
from tests.webui.reading import page, text

ROOT = Path(__file__).parents[2]
ROOMS = ("engine", "search", "webui")
HAN = re.compile(r"[\u3400-\u9fff]")
# Calls whose text is looked up in the catalogue.
SAYING = {"Message", "UserError", "QueryError", "NotFoundError", "EngineUnavailable", "ContractMismatch"}
SAYING |= {"_", "gettext", "ngettext", "lazy_gettext"}
# What these write goes to the terminal, to a log or into a file, not to a page.
NOT_SHOWN = {
    "engine/artifact.py", "engine/doctor.py", "engine/java.py", "engine/node.py", "engine/settings.py",
    "search/parameters.py", "search/verification_table.py", "search/original.py",
}  # fmt: skip


def sources() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def inside(nodes: list[ast.expr]) -> set[int]:
    return {id(part) for node in nodes for part in ast.walk(node)}


def written(node: ast.AST) -> str:
    """The text of a string in the source, of an f-string its constant parts."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def docstrings(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def test_every_error_is_made_of_a_template_and_its_values() -> None:
    for path in sources():
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name_of(call) in SAYING and call.args:
                first = call.args[0]
                assert not (isinstance(first, ast.JoinedStr) and HAN.search(written(first))), (path, first.lineno)


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_is_outside_the_catalogue(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() in NOT_SHOWN or "_terminal" in path.name:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = inside([argument for call in calls(tree) if name_of(call) in SAYING for argument in call.args])
    free = said | docstrings(tree)
    strings = [n for n in ast.walk(tree) if isinstance(n, ast.JoinedStr | ast.Constant) and id(n) not in free]
    for node in strings:
        sentence = written(node)
        assert not (sentence.endswith("。") and len(HAN.findall(sentence)) > 2), (path.name, node.lineno, sentence)


def test_a_message_is_its_text_and_keeps_its_parts() -> None:
    made = Message("%(places)s 等 %(n)s 处%(inner)s", places=("甲", "乙"), n=1234, inner=Message("。"))
    assert made == "甲、乙 等 1,234 处。"
    for again in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert isinstance(again, Message)
        assert (again, again.template, dict(again.values)) == (made, made.template, dict(made.values))
    assert Message("100%") == "100%"
    assert str(UserError("没有“%(name)s”。", name="100%")) == "没有“100%”。"
    assert UserError("%(literal)s").message == "%(literal)s"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/search?q=年份:去年", 400, "is not a year"),
        ("/search?q=地区:", 400, "No value follows"),
        ("/search?q=同句(招商)", 400, "takes 2 to 5 words"),
        ("/search?year=去年", 400, "write one in four digits"),
        ("/search?sort=best", 400, "it may be relevance, newest, oldest, added"),
        ("/search?q=招商 OR", 200, "was ignored"),
        ("/search?q=地区:朝阳区", 200, "and all were searched"),
        ("/search?q=园区三促", 200, "these hold"),
        ("/concordance", 200, "There is no word to list"),
        ("/concordance?q=a&order=x", 400, "The parameter order cannot be"),
        ("/trend?q=a&by=week", 400, "it may be year, month"),
        ("/places?level=town", 400, "it may be province, city"),
        ("/values?facet=x", 400, "There is no filter"),
        ("/documents/none", 404, "There is no document “none”"),
        ("/s/none", 404, "There is no saved search"),
        ("/help", 200, "exactly as written"),
    ],
)
def test_sentences_reach_an_english_page_in_english(web: FlaskClient, address: str, status: int, said: str) -> None:
    web.get("/?lang=en")
    assert said in text(page(web.get(address, follow_redirects=True), status).main)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_of_the_help_table_can_be_searched(web: FlaskClient, language: str) -> None:
    web.get(f"/?lang={language}")
    links = page(web.get("/help")).select(".syntax-table a")
    assert len(links) == len(query_help())
    for link in links:
        page(web.get(str(link["href"])))


def test_a_base_is_named_in_the_language_of_the_page(web: FlaskClient) -> None:
    address = "/places?q=三抓三促&kind=新闻"
    assert "类型 新闻" in text(page(web.get(address, follow_redirects=True)).main)
    web.get("/?lang=en")
    assert "Kind News" in text(page(web.get(address, follow_redirects=True)).main)
